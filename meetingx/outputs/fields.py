"""Fields that are chosen from a record: `date`, `place.name`, `tasks.text`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from meetingx.outputs.tables import narrowed
from meetingx.source import MeetingxError

DATES = frozenset({"date", "published", "tasks.deadline.date"})
"""The fields that have dates, in EDTF."""


@cache
def _schema() -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = json.loads(Path(__file__).parents[1].joinpath("meeting.schema.json").read_text("utf-8"))
    return loaded


def parsed(told: str, table: str | None = None) -> tuple[str, ...]:
    """The fields of a list with commas, or the columns of a table; MeetingxError for one that no record has.

    >>> parsed("date, place.name")
    ('date', 'place.name')
    >>> parsed("place.town")
    Traceback (most recent call last):
    ...
    meetingx.source.MeetingxError: place.town: no record has that: place has name, adcode, level, province, \
prefecture, county, township, basis, venue
    """
    fields = tuple(field.strip() for field in told.split(",") if field.strip())
    if not fields:
        raise MeetingxError("--fields: names no field: give some, as date,place.name, or leave it out for all")
    if table is not None:
        return narrowed(table, fields).names
    for field in fields:
        check(field)
    return fields


def is_number(field: str) -> bool:
    """Whether what a record has at a field is a number.

    >>> is_number("tasks.span.start"), is_number("place.name")
    (True, False)
    """
    node = check(field)
    return not {"integer", "number"}.isdisjoint(one.get("type") for one in (node, *node.get("anyOf", ())))


def check(field: str) -> Mapping[str, Any]:
    """What the schema says of a field; MeetingxError where no record has it."""
    node: Mapping[str, Any] = _schema()
    above = "a record"
    for part in field.split("."):
        properties = node.get("properties")
        if properties is None or part not in properties:
            known = f"{above} has {', '.join(properties)}" if properties else f"{above} has no fields"
            raise MeetingxError(f"{field}: no record has that: {known}")
        node, above = _object(properties[part]), part
    return node


def _object(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a property holds: the object it refers to, through lists and what may be null."""
    for one in (node, *node.get("anyOf", ())):
        if "$ref" in one:
            found: Mapping[str, Any] = _schema()["$defs"][one["$ref"].rsplit("/", 1)[1]]
            return found
        if "items" in one:
            return _object(one["items"])
    return node


def chosen(record: str, fields: Sequence[str]) -> str:
    """A record, as a line of JSON, with these fields alone, where they stand in it; all without any.

    >>> chosen('{"date":null,"tasks":[{"text":"排查","topics":[]}],"id":"m-1"}', ("tasks.text", "date"))
    '{"tasks":[{"text":"排查"}],"date":null}'
    """
    if not fields:
        return record
    value = json.loads(record)
    made: dict[str, Any] = {}
    for field in fields:
        _copy(value, made, field.split("."))
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def _copy(value: Mapping[str, Any], made: dict[str, Any], path: Sequence[str]) -> None:
    head, *rest = path
    inner = value[head]
    if not rest or inner is None:
        made.setdefault(head, inner)
    elif isinstance(inner, list):
        there = made.setdefault(head, [{} for _ in inner])
        for one, other in zip(inner, there, strict=True):
            _copy(one, other, rest)
    else:
        _copy(inner, made.setdefault(head, {}), rest)


def cell(record: Mapping[str, Any], field: str) -> str | None:
    """The value of a field in one cell: what is in lists is joined by semicolons; objects are JSON.

    What is not told keeps its place, so that the nth of one cell and of another belong together, and what is in lists
    of lists is joined by 、 within its place. A cell in which nothing is told is empty.

    >>> record = {"tasks": [{"text": "排查", "to": []}, {"text": None, "to": ["甲", "乙"]}, {"text": "整改", "to": []}]}
    >>> cell(record, "tasks.text"), cell(record, "tasks.to"), cell({"place": None}, "place.name")
    ('排查；；整改', '；甲、乙；', None)
    """
    places = [_written(one) for one in _places(record, field.split("."))]
    return "；".join(places) if any(places) else None


def _places(value: Any, path: Sequence[str]) -> list[Any]:
    """What a field has: a value for each entry of the first list that is met, with all that the entry has."""
    if isinstance(value, list):
        return [_values(one, path) for one in value]
    if not path or value is None:
        return [[value]]
    return _places(value.get(path[0]), path[1:])


def _written(found: list[Any]) -> str:
    told = (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in found if one is not None)
    return "、".join(told)


def values(record: Mapping[str, Any], field: str) -> list[Any]:
    """All that a record has at a field; lists are gone through, null is nothing."""
    return [one for one in _values(record, field.split(".")) if one is not None]


def _values(value: Any, path: Sequence[str]) -> list[Any]:
    if isinstance(value, list):
        return [found for one in value for found in _values(one, path)]
    if not path or value is None:
        return [value]
    return _values(value.get(path[0]), path[1:])
