"""CSV and TSV of one table, or of chosen fields with a row for each meeting."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import IO

from meetingx.outputs.fields import cell
from meetingx.outputs.tables import TABLES, Cell, narrowed, rows
from meetingx.outputs.writer import Wanted, Writer

FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""What begins a cell that a spreadsheet calculates, and so runs what a page says."""


COMMA, TAB = ",", "\t"


class _Ended:
    """A file whose rows end with a line feed; csv quotes what ends its rows, and would leave a lone CR unquoted."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, row: str) -> None:
        self._file.write(row.removesuffix("\r\n") + "\n")


class _Delimited:
    def __init__(self, file: IO[str], wanted: Wanted, delimiter: str) -> None:
        self._rows = csv.writer(_Ended(file), delimiter=delimiter, lineterminator="\r\n")
        self._guarded = delimiter == COMMA
        self._wanted = wanted
        self._table = narrowed(wanted.table, wanted.columns)
        self._number = wanted.last or 0
        if wanted.last is None:
            self._rows.writerow(wanted.fields or self._table.names)

    def write(self, record: str, page: str | None = None) -> None:
        self._number += 1
        value = json.loads(record)
        if self._wanted.fields:
            self._rows.writerow([self._plain(cell(value, field)) for field in self._wanted.fields])
        else:
            for row in rows(self._table, value, self._number, self._wanted.kept):
                self._rows.writerow(map(self._plain, row))

    def _plain(self, value: Cell) -> Cell:
        """A cell that no spreadsheet takes for a formula: an apostrophe stands before one that looks like it."""
        return f"'{value}" if self._guarded and isinstance(value, str) and value.startswith(FORMULAS) else value

    def close(self) -> None:
        pass


def commas(file: IO[str], wanted: Wanted) -> Writer:
    """Writes CSV; a text that a spreadsheet would calculate (=1+1) has an apostrophe before it."""
    return _Delimited(file, wanted, COMMA)


def tabs(file: IO[str], wanted: Wanted) -> Writer:
    """Writes tabs between cells; a cell with a tab or a line break is quoted."""
    return _Delimited(file, wanted, TAB)


def meetings(file: IO[str], format: str) -> Iterator[tuple[int, dict[str, str | None] | None]]:
    """The head of a table of meetings that was written, as 0, and its rows by column, each with its number.

    What is empty is null. Raises ValueError where the columns are others, or a row is none.
    """
    rows = csv.reader(file, delimiter=COMMA if format == "csv" else TAB)
    names = list(TABLES["meetings"].names)
    head = next(rows, None)
    if head is None:
        return
    if head != names:
        raise ValueError(f"its columns are {', '.join(head)[:80]}")
    yield 0, None
    for row in filter(any, rows):
        if len(row) != len(names) or not row[0].isdecimal():
            raise ValueError(f"line {rows.line_num} has no number in the column {names[0]}, or other columns")
        yield int(row[0]), dict(zip(names, (_unguarded(cell) or None for cell in row), strict=True))


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULAS) else cell
