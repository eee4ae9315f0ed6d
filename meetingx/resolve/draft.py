"""What is known of a meeting before the record is built."""

from __future__ import annotations

from dataclasses import dataclass

from meetingx.source import Span, Text


@dataclass(frozen=True, slots=True)
class Reading:
    """One value with the passages it was read in and the rules that read it; `inferred` tells what was not printed."""

    field: str
    value: str
    spans: tuple[Span, ...]
    rule: str
    inferred: str | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """When the meeting was held, in EDTF, where the year or day came from, and the evidence that told the year."""

    edtf: str | None
    text: str | None
    basis: str | None
    time: Reading | None
    spans: tuple[Span, ...]
    rule: str
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Placed:
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


@dataclass(frozen=True, slots=True)
class Participant:
    """A person or group that took part."""

    kind: str
    name: str | None
    post: str | None
    roles: tuple[str, ...]
    text: str
    span: Span
    name_span: Span
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """A demand of a statement."""

    text: Text
    assignees: tuple[str, ...]
    directive: int
    rule: str
    deadline: Text | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with its speaker resolved."""

    speaker: str
    verb: str
    text: Text
    rule: str


@dataclass(frozen=True, slots=True)
class Warned:
    """Something inferred or not told."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Draft:
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
