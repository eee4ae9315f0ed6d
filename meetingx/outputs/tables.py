"""The four flat tables of the records, and the rows that a record has in each.

`record` counts the meetings of an output from 1 and joins the tables: the `id` of a meeting is the same for two
pages with the same report. `position` counts from 0, as in the record. Lists are joined by 、; nothing told is null.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple, TypeAlias

from meetingx.edtf import days
from meetingx.source import MeetingxError

Type = Literal["text", "integer", "date"]
Cell: TypeAlias = str | int | date | None
Record: TypeAlias = Mapping[str, Any]


class Column(NamedTuple):
    """A column: its name, the type of its cells, whether every row has one."""

    name: str
    type: Type = "text"
    always: bool = False


class Table(NamedTuple):
    """A table: its columns, those that tell its rows apart, and the rows that a record gives.

    `picked` are the places of its columns among those that the rows have, where it has not all of them.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: Callable[[Record], list[list[Cell]]]
    picked: tuple[int, ...] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def _columns(*told: str) -> tuple[Column, ...]:
    """Columns from `name`, `name:type`, and `!` behind what every row has."""
    made = []
    for one in told:
        name, _, kind = one.rstrip("!").partition(":")
        made.append(Column(name, kind or "text", one.endswith("!")))  # type: ignore[arg-type]
    return tuple(made)


def _joined(values: list[str]) -> str | None:
    return "、".join(values) or None


def _day(edtf: str | None, end: int) -> date | None:
    covered = days(edtf)
    return covered[end] if covered else None


def _meeting(record: Record) -> list[list[Cell]]:
    place, chair, source = record["place"] or {}, record["chair"] or {}, record["source"]
    codes = _joined([one["code"] for one in record["warnings"]])
    return [
        [
            *(record["id"], record["name"], record["title"], record["kind"], _joined(record["topics"])),
            *(record["date"], _day(record["date"], 0), _day(record["date"], 1)),
            *(record[key] for key in ("date_text", "date_basis", "time", "published")),
            *(place.get(key) for key in ("name", "adcode", "level", "province", "prefecture", "county", "township")),
            *(place.get("basis"), place.get("venue"), record["mode"], record["organizer"]),
            *(chair.get("name"), chair.get("title"), chair.get("organization")),
            *(len(record[key]) for key in ("attendees", "directives", "tasks")),
            *(source[key] for key in ("id", "path", "url", "site", "encoding", "sha256")),
            *(_joined(source["byline"]), _joined(source["noise"]), codes),
        ]
    ]


def _attendees(record: Record) -> list[list[Cell]]:
    return [
        [
            *(at, one["kind"], one["name"], one["title"], one["organization"], _joined(one["roles"]), one["text"]),
            *(one["span"]["start"], one["span"]["end"]),
        ]
        for at, one in enumerate(record["attendees"])
    ]


def _directives(record: Record) -> list[list[Cell]]:
    return [
        [at, one["speaker"], one["verb"], one["text"], one["span"]["start"], one["span"]["end"]]
        for at, one in enumerate(record["directives"])
    ]


def _tasks(record: Record) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for at, one in enumerate(record["tasks"]):
        deadline = one["deadline"] or {"text": None, "date": None}
        targets = "；".join(f"{target['indicator'] or ''}{target['text']}" for target in one["targets"])
        rows.append(
            [
                *(at, one["directive"], (record["place"] or {}).get("name"), record["date"], record["name"]),
                *(one["text"], _joined(one["assignees"]), one["action"], one["object"]),
                *(deadline["text"], deadline["date"], _day(deadline["date"], 1), targets or None),
                *(_joined(one["topics"]), one["span"]["start"], one["span"]["end"]),
            ]
        )
    return rows


MEETINGS = Table(
    "meetings",
    _columns(
        *("record:integer!", "id!", "name", "title", "kind", "topics", "date", "first_day:date", "last_day:date"),
        *("date_text", "date_basis", "time", "published", "place", "adcode", "level", "province", "prefecture"),
        *("county", "township", "place_basis", "venue", "mode", "organizer", "chair", "chair_title"),
        *("chair_organization", "attendees:integer!", "directives:integer!", "tasks:integer!"),
        *("source_id", "path", "url", "site", "encoding", "sha256", "byline", "noise", "warnings"),
    ),
    ("record",),
    _meeting,
)
ATTENDEES = Table(
    "attendees",
    _columns(
        *("record:integer!", "position:integer!", "kind!", "name", "title", "organization", "roles", "text!"),
        *("span_start:integer!", "span_end:integer!"),
    ),
    ("record", "position"),
    _attendees,
)
DIRECTIVES = Table(
    "directives",
    _columns(
        *("record:integer!", "position:integer!", "speaker!", "verb!", "text!"),
        *("span_start:integer!", "span_end:integer!"),
    ),
    ("record", "position"),
    _directives,
)
TASKS = Table(
    "tasks",
    _columns(
        *("record:integer!", "position:integer!", "directive:integer!", "place", "date", "meeting", "text!"),
        *("assignees", "action", "object", "deadline_text", "deadline", "deadline_day:date", "targets", "topics"),
        *("span_start:integer!", "span_end:integer!"),
    ),
    ("record", "position"),
    _tasks,
)
TABLES = {table.name: table for table in (MEETINGS, ATTENDEES, DIRECTIVES, TASKS)}


def narrowed(name: str | None, columns: Sequence[str] = ()) -> Table:
    """A table with these columns alone, in their order, all without any; that of meetings without a name.

    Raises MeetingxError for a column that it has not.

    >>> narrowed("tasks", ("text", "record")).names
    ('text', 'record')
    """
    table = TABLES[name or "meetings"]
    for column in columns:
        if column not in table.names:
            raise MeetingxError(f"{column}: the table {table.name} has no such column: it has {', '.join(table.names)}")
        if columns.count(column) > 1:
            raise MeetingxError(f"{column}: is asked for twice: give each column once")
    if not columns:
        return table
    picked = tuple(map(table.names.index, columns))
    return table._replace(columns=tuple(table.columns[at] for at in picked), picked=picked)


def rows(table: Table, record: Record, number: int, kept: Callable[[Record], bool] | None = None) -> list[list[Cell]]:
    """The rows of a record in a table; `number` is its place in the output, from 1.

    `kept` is asked of each row, with a record that has it alone.
    """
    made = [[number, *row] for row in table.rows(record)]
    if kept is not None and table.name != "meetings":
        made = [row for row, one in zip(made, record[table.name], strict=True) if kept({table.name: [one]})]
    return made if table.picked is None else [[row[at] for at in table.picked] for row in made]
