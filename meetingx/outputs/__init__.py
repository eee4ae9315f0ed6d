"""What comes out: the formats, one row each: their names, suffixes, and the function that makes their writer.

To add a format: a module with a function from a file (a text file, or a path where `binary`) and what is wanted to
a `Writer`, and its row in `FORMATS`. The module is imported when the format is used.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from importlib import import_module
from pathlib import Path
from typing import IO, NamedTuple

from meetingx.extras import EXTRAS, load
from meetingx.inputs.stream import suffix_of
from meetingx.outputs.packed import is_packed, opened, packed
from meetingx.outputs.writer import Wanted, Writer, beside, is_in_place, is_read_only
from meetingx.source import MeetingxError

__all__ = ["FORMATS", "Format", "Wanted", "Writer", "format_of", "into_file", "is_in_place", "is_read_only", "named"]


class Format(NamedTuple):
    """A format: where its writer is (`module:function`), and what it can do."""

    name: str
    suffixes: tuple[str, ...]
    writer: str
    binary: bool = False
    fields: bool = False
    table: bool = False
    appends: bool = False
    pages: bool = False
    encoding: str = "utf-8"
    extra: str | None = None

    def ready(self) -> None:
        """Raises MeetingxError, with the command that installs it, where a library of the format is missing."""
        for module in EXTRAS[self.extra] if self.extra else ():
            load(module, extra=self.extra or "", name=self.name)


FORMATS = (
    Format("jsonl", (".jsonl", ".ndjson"), "json_text:lines", fields=True, appends=True),
    Format("json", (".json",), "json_text:array", fields=True),
    Format("csv", (".csv",), "delimited:commas", fields=True, table=True, appends=True, encoding="utf-8-sig"),
    Format("tsv", (".tsv", ".tab"), "delimited:tabs", fields=True, table=True, appends=True),
    Format("xlsx", (".xlsx",), "sheets:book", binary=True, fields=True, table=True, extra="xlsx"),
    Format("sqlite", (".sqlite", ".sqlite3", ".db"), "sqlite:base", binary=True, appends=True),
    Format("duckdb", (".duckdb",), "duck:base", binary=True, extra="duckdb"),
    Format("parquet", (".parquet", ".pq"), "arrow_tables:parquet", binary=True, table=True, extra="parquet"),
    Format("ics", (".ics",), "calendars:calendar", extra="ics"),
    Format("html", (".html", ".htm"), "viewer:viewer", pages=True),
    Format("ocd", (), "open_civic_data:events"),
    Format("schemaorg", (".jsonld",), "schema_org:graph"),
    Format("popolo", (), "popolo:document"),
    Format("webannotation", (), "annotations:listed", pages=True),
    Format("labelstudio", (), "label_studio:tasks", pages=True),
)
_BY_NAME = {format.name: format for format in FORMATS}
_BY_SUFFIX = {suffix: format for format in FORMATS for suffix in format.suffixes}


def named(name: str) -> Format:
    """The format of that name."""
    return _BY_NAME[name]


def format_of(path: Path) -> Format:
    """The format that a file's suffix asks for, jsonl without one; MeetingxError for one that nobody knows.

    >>> format_of(Path("out.xlsx")).name, format_of(Path("out.csv.gz")).name, format_of(Path("out.gz")).name
    ('xlsx', 'csv', 'jsonl')
    """
    found = _BY_SUFFIX.get(suffix_of(path.name) or ".jsonl")
    if found is None:
        raise MeetingxError(f"{path}: its suffix tells no format: give --format, or one of {' '.join(_BY_SUFFIX)}")
    return found


def into(format: Format, target: IO[str] | Path, wanted: Wanted) -> Writer:
    """A writer of a format into an open text file, or for a binary format into a path.

    Raises MeetingxError where a library that the format needs is missing, with the command that installs it.
    """
    module, _, function = format.writer.partition(":")
    made: Writer = getattr(import_module(f"meetingx.outputs.{module}"), function)(target, wanted)
    return made


@contextmanager
def into_file(format: Format, path: Path, wanted: Wanted, *, append: bool = False) -> Iterator[Writer]:
    """A writer into a file that is there when all is written, and not before; what was there stays until then."""
    if is_in_place(path):
        if format.binary:
            raise MeetingxError(f"{path}: {format.name} needs a file: give the name of one")
        with _text(format, path, path) as file:
            yield from _closed(into(format, file, wanted))
        return
    with beside(path) as made:
        if format.binary:
            if append and path.exists():
                shutil.copyfile(path, made)
            yield from _closed(into(format, made, wanted))
        else:
            with _text(format, made, path, append=append) as file:
                yield from _closed(into(format, file, wanted))


@contextmanager
def _text(format: Format, made: Path, path: Path, *, append: bool = False) -> Iterator[IO[str]]:
    """A text file in the place of `path`, packed as its name says, with what is in that where it is added to."""
    with ExitStack() as stack:
        file: IO[bytes] = stack.enter_context(made.open("wb"))
        if is_packed(path):
            file = stack.enter_context(closing(packed(file, path)))
        begun = append and path.exists() and _copy(path, file)
        # a byte order mark stands at the beginning alone
        encoding = "utf-8" if begun else format.encoding
        yield stack.enter_context(io.TextIOWrapper(file, encoding, newline=""))


def _copy(path: Path, file: IO[bytes]) -> bool:
    """Copies what is added to, and ends its last line if it was not; whether there is anything."""
    block = last = b""
    with opened(path) as there:
        while block := there.read(2**20):
            file.write(block)
            last = block[-1:]
    if last not in {b"", b"\n"}:
        file.write(b"\n")
    return bool(last)


def _closed(writer: Writer) -> Iterator[Writer]:
    yield writer
    writer.close()
