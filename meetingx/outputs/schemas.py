"""The schema of the four tables as SQL and as Arrow has it, made from one declaration."""

from __future__ import annotations

from collections.abc import Iterator

from meetingx.outputs.searched import INSIDE
from meetingx.outputs.tables import TABLES, Table

SQL = {"text": "TEXT", "integer": "INTEGER", "date": "DATE"}
ARROW = {"text": "string", "integer": "int64", "date": "date32[day]"}
INDEXES = (
    ("meetings", "id"),
    ("meetings", "first_day"),
    ("meetings", "adcode"),
    ("meetings", "kind"),
    ("attendees", "name"),
    ("tasks", "deadline_day"),
)
SEARCHED = {
    "meetings": ("name", "title", "organizer"),
    "directives": ("speaker", "text"),
    "tasks": ("text", "assignees"),
}
"""The columns of each table that full-text search finds."""


def create(table: Table) -> str:
    """The statement that makes a table, in SQL that SQLite and DuckDB both know.

    >>> print(create(TABLES["directives"]).splitlines()[0])
    CREATE TABLE directives (
    """
    lines = [f"  {one.name} {SQL[one.type]}{' NOT NULL' if one.always else ''}" for one in table.columns]
    lines.append(f"  PRIMARY KEY ({', '.join(table.key)})")
    if table.name != "meetings":
        lines.append("  FOREIGN KEY (record) REFERENCES meetings (record)")
    if table.name == "tasks":
        lines.append("  FOREIGN KEY (record, directive) REFERENCES directives (record, position)")
    return f"CREATE TABLE {table.name} (\n" + ",\n".join(lines) + "\n);"


def indexes() -> Iterator[str]:
    """The statements that make the indexes."""
    for table, column in INDEXES:
        yield f"CREATE INDEX {table}_{column} ON {table} ({column});"


def searches() -> Iterator[str]:
    """The statements that make full-text search, filled with `searched.parts`; SQLite only.

    datasette looks for `content="meetings"`, in these quotes.
    """
    for table, columns in SEARCHED.items():
        yield (
            f'CREATE VIRTUAL TABLE {table}_fts USING fts5 ({", ".join(columns)}, content="{table}", '
            f"tokenize=\"unicode61 tokenchars '{INSIDE}'\", detail=column, columnsize=0);"
        )


def sql() -> str:
    """All statements, as the SQLite output has them."""
    return "\n".join([*map(create, TABLES.values()), *indexes(), *searches()]) + "\n"


def arrow() -> str:
    """The Arrow schema of each table, a column to a line as pyarrow prints it.

    >>> print(arrow().splitlines()[:2])
    ['# meetings', 'record: int64 not null']
    """
    lines = []
    for table in TABLES.values():
        lines.append(f"# {table.name}")
        lines += [f"{one.name}: {ARROW[one.type]}{' not null' if one.always else ''}" for one in table.columns]
    return "\n".join(lines) + "\n"
