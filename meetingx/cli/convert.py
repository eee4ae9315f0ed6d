"""`meetingx convert`: records that were extracted before, in another format."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from meetingx.cli.clash import refuse_clashes
from meetingx.cli.localized import command, text
from meetingx.cli.options import input_options
from meetingx.cli.progress import telling
from meetingx.cli.writing import Writing, writing_options

if TYPE_CHECKING:
    from meetingx.inputs import Asked
    from meetingx.many import Outcome


@command("convert")
@click.argument("records", nargs=-1, metavar="[RECORDS|-]...", type=click.Path(allow_dash=True, readable=False))
@writing_options
@input_options
def convert(records: tuple[str, ...], *, writing: Writing, asked: Asked) -> int:
    """Writes records in another format; 1 where some were none."""
    from meetingx.pages import Pages
    from meetingx.runs import sampled
    from meetingx.source import MeetingxError

    if not records and sys.stdin.isatty():
        raise click.UsageError(text("no-records"))
    records = records or ("-",)
    refuse_clashes(records, (writing.path,) if writing.path is not None else ())
    with telling(bar=writing.shows_progress, verbose=writing.verbose, errors=None, total=None) as teller:
        found: Iterator[Outcome] = _outcomes(records)
        if writing.sample is not None:
            found = iter(sampled(found, writing.sample))
        missed = 0
        with Pages(asked) as pages, writing.writer() as writer:
            for one in found:
                if writing.is_full:
                    break
                kept = writing.kept(one)
                teller.add(kept)
                for record in kept.records:
                    page = pages.of(record) if writing.format.pages else None
                    missed += writing.format.pages and page is None
                    writer.write(record, page)
            if writing.path is not None and teller.tally.failed and not teller.tally.read:
                raise MeetingxError(text("nothing-read", path=writing.path))
        if missed:
            teller.say(text("no-pages", count=missed))
    if teller.tally.failed or sys.stderr.isatty() or writing.verbose:
        line = teller.tally.line(0, always=True)
        if not writing.quiet:
            click.echo(f"meetingx: {line}", err=True)
    return 1 if teller.tally.failed else 0


def _outcomes(paths: tuple[str, ...]) -> Iterator[Outcome]:
    from meetingx.items import Failure
    from meetingx.many import Outcome
    from meetingx.recorded import read_records

    for one in read_records(paths):
        yield Outcome(one.name, failure=one) if isinstance(one, Failure) else Outcome("record", (one,), found=1)
