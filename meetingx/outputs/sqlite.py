"""SQLite: the four tables with keys, indexes and full-text search, as datasette and sqlite-utils like them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from meetingx.outputs.schemas import SEARCHED, searches, sql
from meetingx.outputs.searched import parts
from meetingx.outputs.tables import TABLES, Cell, rows
from meetingx.outputs.writer import Wanted, Writer


class _Sqlite:
    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path)
        self._base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;")
        known = self._base.execute("SELECT count(*) FROM sqlite_master WHERE name = 'meetings'").fetchone()[0]
        if known:
            self._without_search()
        self._base.executescript("\n".join(searches()) if known else sql())
        self._count: int = self._base.execute("SELECT coalesce(max(record), 0) FROM meetings").fetchone()[0]

    def write(self, record: str, page: str | None = None) -> None:
        self._count += 1
        value = json.loads(record)
        for table in TABLES.values():
            holes = ", ".join("?" * len(table.columns))
            made = ([_stored(cell) for cell in row] for row in rows(table, value, self._count))
            self._base.executemany(f"INSERT INTO {table.name} VALUES ({holes})", made)

    def _without_search(self) -> None:
        """Takes away the search of a database that is added to, and the gaps between rows: both are made anew."""
        for table in SEARCHED:
            self._base.execute(f"DROP TABLE IF EXISTS {table}_fts")
        self._base.commit()
        self._base.execute("VACUUM")

    def close(self) -> None:
        for table, columns in SEARCHED.items():
            named, holes = ", ".join(columns), ", ".join("?" * len(columns))
            found = self._base.execute(f"SELECT rowid, {named} FROM {table}")
            made = ([rowid, *map(parts, cells)] for rowid, *cells in found)
            self._base.executemany(f"INSERT INTO {table}_fts (rowid, {named}) VALUES (?, {holes})", made)
            self._base.execute(f"INSERT INTO {table}_fts ({table}_fts) VALUES ('optimize')")
        self._base.commit()
        self._base.execute("VACUUM")
        self._base.close()


def _stored(cell: Cell) -> str | int | None:
    return cell if cell is None or isinstance(cell, str | int) else cell.isoformat()


def base(path: Path, wanted: Wanted) -> Writer:
    """Writes a database; what is in it stays, and new records are counted on."""
    return _Sqlite(path)
