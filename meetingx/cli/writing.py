"""Options on what is written, and what they come to: a format, a file or stdout, conditions, a limit."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from meetingx.cli.localized import text
from meetingx.cli.output import colour, coloured, on_terminal

if TYPE_CHECKING:
    from meetingx.many import Outcome
    from meetingx.outputs import Format, Wanted, Writer
    from meetingx.where import Condition

F = TypeVar("F", bound=Callable[..., object])

FORMATS = (
    *("jsonl", "json", "csv", "tsv", "xlsx", "sqlite", "duckdb", "parquet", "ics", "html"),
    *("ocd", "schemaorg", "popolo", "webannotation", "labelstudio"),
)
"""The formats that --format takes; a test holds them against the table, which is not loaded for help."""

TABLES = ("meetings", "attendees", "directives", "tasks")


@dataclass(slots=True)
class Writing:
    """What is written, and where."""

    format: Format
    path: Path | None
    wanted: Wanted
    condition: Condition | None
    told: tuple[str, ...]
    limit: int | None
    sample: int | None
    quiet: bool
    verbose: bool
    written: int = 0

    @property
    def is_full(self) -> bool:
        """Whether as many records were written as may be."""
        return self.limit is not None and self.written >= self.limit

    @property
    def to_regular_file(self) -> bool:
        """Whether the output is a file that can be written beside and renamed, no device."""
        from meetingx.outputs import is_in_place

        return self.path is not None and not is_in_place(self.path)

    @property
    def shows_progress(self) -> bool:
        """Whether a bar may be shown: not where it is unwanted, nor amid data on a terminal."""
        return not self.quiet and (self.path is not None or not on_terminal())

    def kept(self, outcome: Outcome) -> Outcome:
        """What is left of an outcome by the conditions and the limit."""
        records = outcome.records
        if self.condition is not None:
            records = tuple(one for one in records if self.condition(json.loads(one)))
        if self.limit is not None:
            records = records[: self.limit - self.written]
        self.written += len(records)
        return outcome._replace(records=records)

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """A writer to stdout or a device."""
        from meetingx.outputs import into, into_file

        if self.path is not None:
            with into_file(self.format, self.path, self.wanted) as writer:
                yield writer
            return
        writer = into(self.format, sys.stdout, self.wanted)
        yield writer
        writer.close()


def writing_options(function: F) -> F:
    """Adds the options that say what is written; the command gets them as `writing`."""

    @wraps(function)
    def wrapped(*args: Any, **options: Any) -> object:
        names = ("format", "output", "table", "fields", "where", "limit", "sample", "quiet", "verbose")
        return function(*args, writing=_writing(**{name: options.pop(name) for name in names}), **options)

    for option in (
        click.option("-v", "--verbose", is_flag=True),
        click.option("-q", "--quiet", is_flag=True),
        click.option("--sample", metavar="N", type=click.IntRange(min=1)),
        click.option("--limit", metavar="N", type=click.IntRange(min=0)),
        click.option("--where", metavar="CONDITION", multiple=True),
        click.option("--fields", metavar="FIELD,FIELD"),
        click.option("--table", type=click.Choice(TABLES), metavar="TABLE"),
        click.option(
            "-o", "--output", metavar="FILE", type=click.Path(dir_okay=False, allow_dash=True), callback=_output
        ),
        click.option("--format", "format", type=click.Choice(FORMATS), metavar="FORMAT"),
    ):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[return-value]


def _writing(
    *,
    format: str | None,
    output: Path | None,
    table: str | None,
    fields: str | None,
    where: tuple[str, ...],
    limit: int | None,
    sample: int | None,
    quiet: bool,
    verbose: bool,
) -> Writing:
    """What the options come to; UsageError where they do not go together."""
    from meetingx.outputs import Wanted
    from meetingx.source import MeetingxError

    try:
        found = _format(format, output)
        chosen = _chosen(fields, table)
        of_record, of_row = _conditions(where, table)
    except MeetingxError as error:
        raise click.UsageError(str(error)) from None
    _check_path(found, output)
    _check(found, table, chosen)
    found.ready()
    shown = colour if output is None and coloured() else str
    of_table, of_meeting = (chosen, ()) if table is not None else ((), chosen)
    wanted = Wanted(table, of_table, of_meeting, shown, of_row)
    told = tuple(map(str, (*where, f"limit {limit}", f"sample {sample}")))
    return Writing(found, output, wanted, of_record, told, limit, sample, quiet, verbose)


def _chosen(fields: str | None, table: str | None) -> tuple[str, ...]:
    """The fields, or columns of a table, that are asked for."""
    if fields is None:
        return ()
    from meetingx.outputs.fields import parsed

    return parsed(fields, table)


def _conditions(where: tuple[str, ...], table: str | None) -> tuple[Condition | None, Condition | None]:
    """What a record, and a row of its table, must meet."""
    if not where:
        return None, None
    from meetingx.where import conditions

    return conditions(where, table or "meetings")


def _output(_context: click.Context, _param: click.Parameter, value: str | None) -> Path | None:
    """The file that was asked for; `-` is stdout, as it is without -o."""
    return None if value is None or value == "-" else Path(value)


def _check_path(format: Format, output: Path | None) -> None:
    """UsageError where a format cannot be written there as the name says; MeetingxError where its packer is missing."""
    from meetingx.outputs import is_read_only
    from meetingx.outputs.packed import is_packed, ready

    if output is None:
        if format.binary:
            raise click.UsageError(text("needs-file", format=format.name))
        return
    if is_read_only(output):
        raise click.UsageError(text("read-only", path=output))
    if format.binary and is_packed(output):
        raise click.UsageError(text("no-packing", path=output, format=format.name, suffix=output.suffix))
    ready(output)


def _check(format: Format, table: str | None, chosen: tuple[str, ...]) -> None:
    """UsageError where a format has no tables, or none of its fields can be chosen."""
    if table is not None and not format.table:
        raise click.UsageError(text("no-table", format=format.name))
    if chosen and table is None and not format.fields:
        raise click.UsageError(text("columns-need-table" if format.table else "no-fields", format=format.name))


def _format(format: str | None, output: Path | None) -> Format:
    """The format asked for, else that of the suffix, else what suits a terminal or a pipe."""
    from meetingx.outputs import format_of, named

    if format is not None:
        return named(format)
    if output is None:
        return named("json" if on_terminal() else "jsonl")
    if output.exists() and not output.is_file():
        return named("jsonl")
    return format_of(output)
