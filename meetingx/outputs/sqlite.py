"""SQLite: the four tables with keys, indexes and full-text search, as datasette and sqlite-utils like them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from meetingx.outputs.schemas import SEARCHED, sql
from meetingx.outputs.tables import TABLES, Cell, rows
from meetingx.outputs.writer import Wanted, Writer


class _Sqlite:
    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path)
        self._base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;")
        known = self._base.execute("SELECT count(*) FROM sqlite_master WHERE name = 'meetings'").fetchone()[0]
        if not known:
            self._base.executescript(sql())
        self._count: int = self._base.execute("SELECT coalesce(max(record), 0) FROM meetings").fetchone()[0]

    def write(self, record: str, page: str | None = None) -> None:
        self._count += 1
        value = json.loads(record)
        for table in TABLES.values():
            holes = ", ".join("?" * len(table.columns))
            made = ([_stored(cell) for cell in row] for row in rows(table, value, self._count))
            self._base.executemany(f"INSERT INTO {table.name} VALUES ({holes})", made)

    def close(self) -> None:
        for table in SEARCHED:
            self._base.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('rebuild')")
        self._base.commit()
        self._base.execute("VACUUM")
        self._base.close()


def _stored(cell: Cell) -> str | int | None:
    return cell if cell is None or isinstance(cell, str | int) else cell.isoformat()


def base(path: Path, wanted: Wanted) -> Writer:
    """Writes a database; what is in it stays, and new records are counted on."""
    return _Sqlite(path)
