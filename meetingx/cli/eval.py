"""`meetingx eval`: how well records agree with gold records, field by field, and what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from meetingx.cli.localized import command, text
from meetingx.cli.width import pad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from meetingx.evaluate import Evaluation

COLUMNS = ("P", "R", "F1", "macro", "exact")


@command("eval")
@click.argument("gold", metavar="GOLD", type=click.Path(exists=True, path_type=Path))
@click.argument("pred", metavar="PRED", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--texts", metavar="DIRECTORY", multiple=True, type=click.Path(file_okay=False, path_type=Path))
@click.option("--figures", is_flag=True)
def eval(gold: Path, pred: Path, texts: tuple[Path, ...], figures: bool) -> int:
    """Prints the figures, and what is wrong; 1 where the text of a page was missing."""
    from meetingx.evaluate import evaluate
    from meetingx.gold import load_gold, load_records, load_texts

    golds, said = load_gold(gold), load_records(pred)
    found = evaluate(golds, said, load_texts(golds, said, texts))
    for row in _table(found):
        click.echo(row)
    if not figures:
        for one in sorted(found.normalised.wrong):
            click.echo(str(one))
    if found.unread:
        click.echo(f"meetingx: {text('no-text', names=', '.join(found.unread))}", err=True)
    return 1 if found.unread else 0


def _table(found: Evaluation) -> Iterator[str]:
    """One row for each field: normalised, pooled and by document, then F1 to the letter, then the counts."""
    heads = " ".join(f"{head:>6}" for head in COLUMNS)
    yield f"{pad('', 12)} {heads} {'tp':>5} {'fp':>5} {'fn':>5}"
    normalised, exact = found.normalised, found.exact
    for name, tally in normalised.tallies.items():
        figures = (tally.precision, tally.recall, tally.f1, normalised.macro(name), exact.f1(name))
        shown = " ".join(f"{figure:6.3f}" if figure is not None else f"{'-':>6}" for figure in figures)
        yield f"{pad(name, 12)} {shown} {tally.tp:5} {tally.fp:5} {tally.fn:5}"
    yield text(
        "eval.mean",
        micro=f"{normalised.micro_all or 0:.3f}",
        macro=f"{normalised.macro_all or 0:.3f}",
        core=f"{normalised.f1('core') or 0:.3f}",
    )
