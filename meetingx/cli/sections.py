"""A record as titled tables of words, and a page with marks: what `show` shows, before it is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from meetingx.cli.localized import text
from meetingx.records import Attendee, Meeting, Passage, Place, Target, Task


@dataclass(frozen=True, slots=True)
class Section:
    """One table: its title, the heads of its columns, its rows."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of the page in which a value of that field was read."""

    start: int
    end: int
    field: str


def sections(meeting: Meeting) -> Iterator[Section]:
    """The tables of a record; those without rows are left out."""
    yield Section(meeting.name or meeting.id, (), tuple(_facts(meeting)))
    tables = (
        ("attendees", ("name", "post", "roles"), [_attendee(one) for one in meeting.attendees]),
        ("directives", ("speaker", "verb", "text"), [(one.speaker, one.verb, one.text) for one in meeting.directives]),
        ("tasks", ("assignees", "task", "deadline", "targets"), [_task(one) for one in meeting.tasks]),
        ("warnings", ("code", "message"), [(one.code, one.message) for one in meeting.warnings]),
    )
    for title, heads, rows in tables:
        if rows:
            yield Section(_label(title), tuple(map(_label, heads)), tuple(rows))


def _label(name: str) -> str:
    return text(f"label.{name}")


def _facts(meeting: Meeting) -> Iterator[tuple[str, str]]:
    chair = meeting.chair
    facts = (
        ("title", meeting.title),
        ("date", _joined(meeting.date, meeting.date_text and f"“{meeting.date_text}”", meeting.time)),
        ("place", _place(meeting.place)),
        ("chair", _joined(chair.name, chair.organization, chair.title) if chair else None),
        ("organizer", meeting.organizer),
        ("kind", meeting.kind),
        ("mode", meeting.mode),
        ("topics", "、".join(meeting.topics)),
        ("published", meeting.published),
        ("source", meeting.source.path or meeting.source.url),
        ("id", meeting.id),
    )
    yield from ((_label(name), value or "—") for name, value in facts)


def _joined(*parts: str | None) -> str:
    return "  ".join(filter(None, parts))


def _place(place: Place | None) -> str | None:
    if place is None:
        return None
    whole = "".join(filter(None, (place.province, place.prefecture, place.county, place.township)))
    return _joined(place.name, place.adcode, whole if whole != place.name else None, place.venue)


def _attendee(one: Attendee) -> tuple[str, str, str]:
    post = "".join(filter(None, (one.organization, one.title)))
    return one.name or one.text, post if one.name else "", " ".join(one.roles)


def _task(one: Task) -> tuple[str, str, str, str]:
    deadline = _joined(one.deadline.text, one.deadline.date) if one.deadline else ""
    return "、".join(one.assignees), one.text, deadline, "；".join(map(_target, one.targets))


def _target(one: Target) -> str:
    return f"{one.indicator or ''}{one.text}"


def marks(meetings: Iterable[Meeting]) -> list[Mark]:
    """The passages of all values, outer ones before inner ones."""
    found = {mark for meeting in meetings for mark in _marks(meeting)}
    return sorted(found, key=lambda mark: (mark.start, -mark.end, mark.field))


def _marks(meeting: Meeting) -> Iterator[Mark]:
    def mark(span: Passage, field: str) -> Mark:
        return Mark(span.start, span.end, field)

    for field, spans in meeting.evidence.items():
        yield from (mark(span, field) for span in spans)
    if meeting.chair is not None:
        yield mark(meeting.chair.span, "chair")
    for field in ("attendees", "directives", "tasks"):
        yield from (mark(one.span, field) for one in getattr(meeting, field))


def marked(page: str, found: Iterable[Mark]) -> str:
    """The page with each passage in brackets behind the name of its field.

    >>> marked("县长张涛主持", [Mark(0, 4, "attendees"), Mark(2, 4, "chair")])
    '〔attendees 县长〔chair 张涛〕〕主持'
    """
    opened: dict[int, str] = {}
    closed: dict[int, int] = {}
    for one in found:
        opened[one.start] = opened.get(one.start, "") + f"〔{one.field} "
        closed[one.end] = closed.get(one.end, 0) + 1
    edges = sorted({0, len(page), *opened, *closed})
    pieces = []
    for at, after in zip(edges, [*edges[1:], len(page)], strict=True):
        pieces.append("〕" * closed.get(at, 0) + opened.get(at, "") + page[at:after])
    return "".join(pieces)
