"""DuckDB: the four tables with the types of the published schema.

Two files of the same records differ in some bytes: DuckDB gives each an id drawn at random, and leaves what its memory
had where nothing stands.
"""

from __future__ import annotations

import csv
import json
import tempfile
from contextlib import ExitStack
from pathlib import Path

from meetingx.extras import load
from meetingx.outputs.schemas import SQL, create, indexes
from meetingx.outputs.tables import TABLES, rows
from meetingx.outputs.writer import Wanted, Writer


class _Duck:
    """Rows are gathered as CSV and loaded at once with their columns told: row by row takes DuckDB far longer."""

    def __init__(self, path: Path) -> None:
        self._duckdb = load("duckdb", extra="duckdb", name="duckdb")
        self._path = path
        self._stack = ExitStack()
        self._folder = Path(self._stack.enter_context(tempfile.TemporaryDirectory(prefix="meetingx-")))
        self._files = {
            name: self._stack.enter_context((self._folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            for name in TABLES
        }
        self._rows = {name: csv.writer(file) for name, file in self._files.items()}
        self._count = 0

    def write(self, record: str, page: str | None = None) -> None:
        self._count += 1
        value = json.loads(record)
        for name, table in TABLES.items():
            self._rows[name].writerows(rows(table, value, self._count))

    def close(self) -> None:
        with self._stack:
            for file in self._files.values():
                file.flush()
            with self._duckdb.connect(str(self._path)) as base:
                for table in TABLES.values():
                    base.execute(create(table))
                    types = {one.name: SQL[one.type].replace("INTEGER", "BIGINT") for one in table.columns}
                    base.execute(
                        f"INSERT INTO {table.name} SELECT * FROM read_csv(?, columns = {types}, header = false, "
                        "delim = ',', quote = '\"', escape = '\"', nullstr = '', auto_detect = false, "
                        "parallel = false, max_line_size = 67108864, buffer_size = 134217728)",
                        [str(self._folder / f"{table.name}.csv")],
                    )
                for statement in indexes():
                    base.execute(statement)


def base(path: Path, wanted: Wanted) -> Writer:
    """Writes a database."""
    return _Duck(path)
