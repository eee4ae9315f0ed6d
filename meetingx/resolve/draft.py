"""What is known of a meeting before the record is built."""

from __future__ import annotations

from typing import NamedTuple

from meetingx.source import Span, Text


class Reading(NamedTuple):
    """One value with the passages it was read in and the rules that read it; `inferred` tells what was not printed."""

    field: str
    value: str
    spans: tuple[Span, ...]
    rule: str
    inferred: str | None = None


class Dated(NamedTuple):
    """When the meeting was held, in EDTF, where the year or day came from, and the evidence that told the year."""

    edtf: str | None
    text: str | None
    basis: str | None
    time: Reading | None
    spans: tuple[Span, ...]
    rule: str
    evidence: str | None = None


class Placed(NamedTuple):
    """The division whose body met."""

    name: str
    adcode: str | None
    level: str
    province: str | None
    prefecture: str | None
    county: str | None
    township: str | None
    basis: str
    spans: tuple[Span, ...]
    rule: str


class Participant(NamedTuple):
    """A person or group that took part."""

    kind: str
    name: str | None
    post: str | None
    roles: tuple[str, ...]
    text: str
    span: Span
    name_span: Span
    rules: tuple[str, ...]


class Order(NamedTuple):
    """A demand of a statement."""

    text: Text
    assignees: tuple[str, ...]
    directive: int
    rule: str
    deadline: Text | None = None


class Said(NamedTuple):
    """A statement with its speaker resolved."""

    speaker: str
    verb: str
    text: Text
    rule: str


class Warned(NamedTuple):
    """Something inferred or not told."""

    code: str
    message: str


class Draft(NamedTuple):
    """One meeting as the mentions of a page tell it."""

    name: str | None
    title: str | None
    organizer: str | None
    dated: Dated
    published: str | None
    place: Placed | None
    venue: str | None
    mode: str | None
    participants: tuple[Participant, ...]
    chair: Participant | None
    said: tuple[Said, ...]
    orders: tuple[Order, ...]
    byline: tuple[str, ...]
    readings: tuple[Reading, ...]
    warnings: tuple[Warned, ...]
