"""The record as plain values: what `build` makes and JSON is written from, key for key as in `records`.

pydantic takes a tenth of a second to import and checks what the types here have checked before; a record becomes
a `meetingx.records.Meeting` where the library hands one out.
"""

from __future__ import annotations

from json import JSONEncoder
from typing import Literal, TypedDict

Role = Literal["chair", "speaker", "reporter", "invited", "observer", "attendee"]
Level = Literal["province", "prefecture", "county", "township", "zone"]


class Passage(TypedDict):
    """Half-open character offsets into the page text as it was read."""

    start: int
    end: int


class Place(TypedDict):
    """The division whose body met."""

    name: str
    adcode: str | None
    level: Level
    province: str | None
    prefecture: str | None
    county: str | None
    township: str | None
    basis: Literal["text", "title", "site", "url", "officials"]
    venue: str | None


class Chair(TypedDict):
    """Who presided."""

    name: str
    title: str | None
    organization: str | None
    span: Passage


class Attendee(TypedDict):
    """A person, or a group named only by its kind, that took part."""

    kind: Literal["person", "group"]
    name: str | None
    title: str | None
    organization: str | None
    roles: list[Role]
    text: str
    span: Passage


class Directive(TypedDict):
    """One attributed statement."""

    speaker: str
    verb: str
    text: str
    span: Passage


class Deadline(TypedDict):
    """By when: as printed, and as EDTF where it can be told."""

    text: str
    date: str | None


class Target(TypedDict):
    """A figure that is to be reached."""

    text: str
    indicator: str | None
    comparator: Literal["<", "<=", "=", ">=", ">"]
    value: float
    unit: str | None


class Task(TypedDict):
    """One imperative unit of a directive: who is told to do what, by when."""

    text: str
    assignees: list[str]
    action: str | None
    object: str | None
    deadline: Deadline | None
    targets: list[Target]
    topics: list[str]
    directive: int
    span: Passage


class Origin(TypedDict):
    """The page that the record was read from."""

    id: str | None
    path: str | None
    url: str | None
    site: str | None
    encoding: str | None
    sha256: str | None
    byline: list[str]
    noise: list[str]


class Warn(TypedDict):
    """What was inferred, or could not be told, and why."""

    code: str
    message: str


class Meeting(TypedDict):
    """One meeting that was held, as one page reports it."""

    schema_version: Literal["1.0"]
    id: str
    name: str | None
    title: str | None
    kind: str | None
    topics: list[str]
    date: str | None
    date_text: str | None
    date_basis: Literal["text", "title", "published", "header", "url", "relative"] | None
    time: str | None
    published: str | None
    place: Place | None
    mode: Literal["video", "onsite"] | None
    organizer: str | None
    chair: Chair | None
    attendees: list[Attendee]
    directives: list[Directive]
    tasks: list[Task]
    source: Origin
    evidence: dict[str, list[Passage]]
    warnings: list[Warn]


_ENCODER = JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def line(record: Meeting) -> str:
    """The record as one line of JSON, the bytes of `model_dump_json` of its model."""
    figures = [target["value"] for task in record["tasks"] for target in task["targets"]]
    if any("e" in repr(value) for value in figures):
        # the one thing that the two write in different ways: 1e+16 and 1e16
        from meetingx.records import Meeting as Model  # noqa: PLC0415

        return Model.model_validate(record).model_dump_json()
    return _ENCODER.encode(record)
