"""`meetingx extract`: pages in, records out."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from meetingx.cli.localized import command, text
from meetingx.cli.options import input_options
from meetingx.cli.output import Writer, on_terminal

if TYPE_CHECKING:
    from meetingx.inputs import Asked

NAMED = 3
"""How many pages without a meeting the note names."""


@command("extract")
@click.argument("paths", nargs=-1, metavar="[PATH|DIRECTORY|-]...")
@input_options
@click.option("--format", "format", type=click.Choice(["json", "jsonl"]))
@click.option("-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, writable=True, path_type=Path))
@click.option("--workers", metavar="N", type=click.IntRange(min=1), default=1)
@click.option("-q", "--quiet", is_flag=True)
def extract(
    paths: tuple[str, ...], *, format: str | None, output: Path | None, workers: int, quiet: bool, asked: Asked
) -> int:
    """Writes the records of pages; 1 where some were not read."""
    from meetingx.inputs import Inputs
    from meetingx.many import outcomes

    paths = _given(paths, output)
    inputs = Inputs(paths, asked, leave_out=() if output is None else (output,))
    tally = Tally()
    with ExitStack() as stack:
        file = stack.enter_context(_opened(output)) if output is not None else None
        writer = Writer(format or ("json" if file is None and on_terminal() else "jsonl"), file)
        for one in outcomes(inputs, workers=workers):
            if one.failure is not None:
                click.echo(f"meetingx: {one.failure.message}", err=True)
            tally.add(one.name, len(one.records), one.failure is not None)
            for record in one.records:
                writer.write(record)
        writer.close()
    note = tally.note(inputs.passed_over)
    if note and not quiet:
        click.echo(f"meetingx: {note}", err=True)
    return 1 if tally.failed else 0


def _given(paths: tuple[str, ...], output: Path | None) -> tuple[str, ...]:
    """The paths to read: standard input where none is given and something is piped in."""
    if not paths and sys.stdin.isatty():
        raise click.UsageError(text("nothing-given"))
    for path in paths:
        if output is not None and path != "-" and output.exists() and Path(path).is_file() and output.samefile(path):
            raise click.UsageError(text("output-is-input", path=path))
    return paths or ("-",)


def _opened(output: Path) -> IO[str]:
    try:
        return output.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.UsageError(text("cannot-write", path=output, why=error.strerror)) from None


@dataclass(slots=True)
class Tally:
    """What became of the pages, for the note at the end."""

    pages: int = 0
    meetings: int = 0
    failed: int = 0
    without: int = 0
    named: list[str] = field(default_factory=list)

    def add(self, name: str, meetings: int, failed: bool) -> None:
        """Counts one page."""
        self.pages += 1
        self.meetings += meetings
        self.failed += failed
        if not failed and not meetings:
            self.without += 1
            if len(self.named) < NAMED:
                self.named.append(name)

    def note(self, passed_over: int) -> str:
        """What gave no record, in one line; nothing where all did."""
        if not (self.failed or self.without or passed_over):
            return ""
        parts = [text("note.pages", pages=self.pages, meetings=self.meetings)]
        if self.without:
            more = ", …" if self.without > len(self.named) else ""
            parts.append(text("note.without", count=self.without, names=", ".join(self.named) + more))
        if self.failed:
            parts.append(text("note.failed", count=self.failed))
        if passed_over:
            parts.append(text("note.passed-over", count=passed_over))
        return text("note.join").join(parts)
