"""What comes out: the formats, one row each: their names, suffixes, and the function that makes their writer.

To add a format: a module with a function from a file (a text file, or a path where `binary`) and what is wanted to
a `Writer`, and its row in `FORMATS`. The module is imported when the format is used.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import IO

from meetingx.extras import EXTRAS, load
from meetingx.outputs.writer import Wanted, Writer, beside, is_in_place
from meetingx.source import MeetingxError

__all__ = ["FORMATS", "Format", "Wanted", "Writer", "format_of", "into_file", "is_in_place", "named"]


@dataclass(frozen=True, slots=True)
class Format:
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
    Format("xlsx", (".xlsx",), "sheets:book", binary=True, fields=True, extra="xlsx"),
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

    >>> format_of(Path("out.xlsx")).name
    'xlsx'
    """
    found = _BY_SUFFIX.get(path.suffix.lower() or ".jsonl")
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
        with _text(format, path, append) as file:
            yield from _closed(into(format, file, wanted))
        return
    with beside(path) as made:
        if append and path.exists():
            _copy(path, made, ends_lines=not format.binary)
        if format.binary:
            yield from _closed(into(format, made, wanted))
        else:
            with _text(format, made, append) as file:
                yield from _closed(into(format, file, wanted))


def _copy(path: Path, made: Path, *, ends_lines: bool) -> None:
    """Copies what is added to; a last line that was not ended is, so that the next one does not join it."""
    shutil.copyfile(path, made)
    with made.open("r+b") as file:
        if ends_lines and file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            if file.read() != b"\n":
                file.write(b"\n")


def _text(format: Format, path: Path, append: bool) -> IO[str]:
    return path.open("a" if append else "w", encoding=format.encoding, newline="")


def _closed(writer: Writer) -> Iterator[Writer]:
    yield writer
    writer.close()
