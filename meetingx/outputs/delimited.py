"""CSV and TSV of one table, or of chosen fields with a row for each meeting."""

from __future__ import annotations

import csv
import json
from typing import IO

from meetingx.outputs.fields import cell
from meetingx.outputs.tables import TABLES, rows
from meetingx.outputs.writer import Wanted, Writer


class _Delimited:
    def __init__(self, file: IO[str], wanted: Wanted, delimiter: str) -> None:
        self._rows = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        self._wanted = wanted
        self._table = TABLES[wanted.table]
        self._count = 0
        self._rows.writerow(wanted.fields or self._table.names)

    def write(self, record: str, page: str | None = None) -> None:
        self._count += 1
        value = json.loads(record)
        if self._wanted.fields:
            self._rows.writerow([cell(value, field) for field in self._wanted.fields])
        else:
            self._rows.writerows(rows(self._table, value, self._count))

    def close(self) -> None:
        pass


def commas(file: IO[str], wanted: Wanted) -> Writer:
    """Writes CSV."""
    return _Delimited(file, wanted, ",")


def tabs(file: IO[str], wanted: Wanted) -> Writer:
    """Writes tabs between cells; a cell with a tab or a line break is quoted."""
    return _Delimited(file, wanted, "\t")
