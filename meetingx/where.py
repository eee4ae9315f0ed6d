"""Simple conditions on records: `date>=2021-07`, `place.adcode^=1311`, `kind=调度会`, `tasks`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from meetingx.edtf import days
from meetingx.outputs.fields import DATES, check, is_number, values
from meetingx.source import MeetingxError

Condition: TypeAlias = Callable[[Mapping[str, Any]], bool]

SHAPE = re.compile(r"(?P<not>!)?(?P<field>[a-z][a-z0-9_.]*)\s*(?:(?P<how>>=|<=|!=|\^=|[=~<>])\s*(?P<value>.+))?")
CODES = frozenset({"place.adcode"})
"""Fields of digits, whose order is that of numbers."""
HOWS = "= != ~ (has) ^= (begins with) < <= > >="

ORDERS: dict[str, Callable[[Any, Any], bool]] = {
    "<": lambda one, other: bool(one < other),
    "<=": lambda one, other: bool(one <= other),
    ">": lambda one, other: bool(one > other),
    ">=": lambda one, other: bool(one >= other),
}


def condition(told: str) -> Condition:
    """Whether a record meets a condition; of several values of a field, one that does is enough.

    A field alone asks whether it tells anything, `!` before it whether it tells nothing. A date is compared by
    the days it covers: `date=2021-07` is any day of that July, and a date without a year meets no condition, not
    even !=. What has a name (place, chair, attendees) is compared by it.
    Raises MeetingxError for what is no condition.

    >>> record = {"date": "2021-07-24", "kind": "调度会", "place": {"adcode": "410823"}, "tasks": []}
    >>> [condition(one)(record) for one in ("date=2021-07", "date>=2022", "place.adcode^=41", "!tasks", "kind~调度")]
    [True, False, True, True, True]
    """
    asked = _asked(told)
    field, how, value = asked.field, asked.how, asked.value
    if how is None:
        return lambda record: _told(record, field) != asked.negated
    holds = _on_dates(told, field, how, value) if field in DATES else _on_words(told, field, how, value)
    if how == "!=":
        known = (lambda one: days(one) is not None) if field in DATES else None
        return lambda record: _none(values(record, field), holds, known)
    return lambda record: any(holds(one) for one in values(record, field))


class _Asked(NamedTuple):
    """A condition in its parts."""

    field: str
    how: str | None
    value: str
    negated: bool


def _asked(told: str) -> _Asked:
    """The parts of a condition; what is compared is a word, a number or a date.

    >>> _asked("chair = 张涛")
    _Asked(field='chair.name', how='=', value='张涛', negated=False)
    """
    match = SHAPE.fullmatch(told.strip())
    if match is None or (match["not"] and match["how"]):
        raise MeetingxError(f"{told}: is no condition: give FIELD, !FIELD, or FIELD with one of {HOWS} and a value")
    field, how = match["field"], match["how"]
    node = check(field)
    inner = node.get("properties", {})
    if how is not None and "name" in inner:
        field = f"{field}.name"
    elif how is not None and (inner or node.get("type") == "object"):
        one = f"compare one of its fields ({', '.join(f'{field}.{name}' for name in inner)}), or " if inner else ""
        raise MeetingxError(f"{told}: {field} is no word, number or date: {one}ask for {field} or !{field} alone")
    return _Asked(field, how, (match["value"] or "").strip(), bool(match["not"]))


def _none(found: list[Any], holds: Callable[[Any], bool], known: Callable[[Any], bool] | None) -> bool:
    """Whether nothing found meets a condition; where it must be known to be compared, something must be."""
    return not any(map(holds, found)) and (known is None or any(map(known, found)))


def conditions(told: Sequence[str], table: str = "meetings") -> tuple[Condition, Condition | None]:
    """What a record must meet, and what a row of a table, if anything is asked of its rows; see `condition`.

    What is asked of fields of the table, each row must meet; a record has some row that does.

    >>> record = {"tasks": [{"object": "散煤", "deadline": None}, {"object": "秸秆", "deadline": {"date": "2021"}}]}
    >>> of_record, of_row = conditions(["!tasks.deadline"], "tasks")
    >>> of_record(record), [of_row({"tasks": [task]}) for task in record["tasks"]]
    (True, [True, False])
    >>> conditions(["!tasks.deadline"])[0](record)
    False
    """
    asked = [(_asked(one).field, condition(one)) for one in told]
    rows = [check for field, check in asked if field.startswith(f"{table}.")]
    others = [check for one, check in asked if check not in rows]
    if not rows:
        return lambda record: all(check(record) for check in others), None

    def of_row(record: Mapping[str, Any]) -> bool:
        return all(check(record) for check in rows)

    def of_record(record: Mapping[str, Any]) -> bool:
        return all(check(record) for check in others) and any(of_row({table: [row]}) for row in record[table])

    return of_record, of_row


def _told(record: Mapping[str, Any], field: str) -> bool:
    return any(one not in ({}, []) for one in values(record, field))


def _on_dates(told: str, field: str, how: str, value: str) -> Callable[[Any], bool]:
    wanted = days(value)
    if how in {"~", "^="}:
        return _on_words(told, field, how, value)
    if wanted is None:
        raise MeetingxError(f"{told}: {value} is no date: give 2021, 2021-07 or 2021-07-24")
    first, last = wanted

    def holds(one: Any) -> bool:
        covered = days(one)
        return covered is not None and _meets(how, covered, first, last)

    return holds


def _meets(how: str, covered: tuple[date, date], first: date, last: date) -> bool:
    """Whether all days that are covered stand so to the days that are asked for."""
    if how in {"=", "!="}:
        return first <= covered[0] and covered[1] <= last
    if how in {">=", "<"}:
        return ORDERS[how](covered[0 if how == ">=" else 1], first)
    return ORDERS[how](covered[0 if how == ">" else 1], last)


def _on_words(told: str, field: str, how: str, value: str) -> Callable[[Any], bool]:
    if how in {"=", "!="}:
        return lambda one: _written(one) == value
    if how == "~":
        return lambda one: value in _written(one)
    if how == "^=":
        return lambda one: _written(one).startswith(value)
    number = _number(value)
    if number is None or not (is_number(field) or field in CODES):
        raise MeetingxError(f"{told}: only dates and numbers have an order: use one of = != ~ ^=")

    def holds(one: Any) -> bool:
        said = _number(one)
        return said is not None and ORDERS[how](said, number)

    return holds


def _number(value: Any) -> float | None:
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def _written(value: Any) -> str:
    return value if isinstance(value, str) else f"{value:g}" if isinstance(value, int | float) else ""
