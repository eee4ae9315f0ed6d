"""Rows in Arrow's terms, and Parquet of one table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from meetingx.extras import load
from meetingx.outputs.tables import Cell, Table, narrowed, rows
from meetingx.outputs.writer import Wanted, Writer

BATCH = 2000
"""Rows that are held until they are written."""


def schema(table: Table) -> Any:
    """The Arrow schema of a table; never inferred, so that a column without values keeps its type."""
    arrow = load("pyarrow", extra="parquet", name="parquet")
    types = {"text": arrow.string(), "integer": arrow.int64(), "date": arrow.date32()}
    return arrow.schema([arrow.field(one.name, types[one.type], nullable=not one.always) for one in table.columns])


class _Parquet:
    def __init__(self, path: Path, wanted: Wanted) -> None:
        self._arrow = load("pyarrow", extra="parquet", name="parquet")
        parquet = load("pyarrow.parquet", extra="parquet", name="parquet")
        self._table = narrowed(wanted.table, wanted.columns)
        self._kept = wanted.kept
        self._schema = schema(self._table)
        self._file = parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._held: list[list[Cell]] = []
        self._count = 0

    def write(self, record: str, page: str | None = None) -> None:
        self._count += 1
        self._held += rows(self._table, json.loads(record), self._count, self._kept)
        if len(self._held) >= BATCH:
            self._flush()

    def _flush(self) -> None:
        if self._held:
            columns = [list(column) for column in zip(*self._held, strict=True)]
            self._file.write_table(self._arrow.table(columns, schema=self._schema))
            self._held.clear()

    def close(self) -> None:
        self._flush()
        self._file.close()


def parquet(path: Path, wanted: Wanted) -> Writer:
    """Writes one table as Parquet."""
    return _Parquet(path, wanted)
