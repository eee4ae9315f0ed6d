"""The Meeting record: the output contract as pydantic models, without logic.

Keys are always present; a value that the page does not tell is null or []. Spans are half-open
character offsets into the page text as `meetingx clean --raw` prints it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"

Role = Literal["chair", "speaker", "reporter", "invited", "observer", "attendee"]
Level = Literal["province", "prefecture", "county", "township", "zone"]


class Record(BaseModel):
    """What all parts of a record share: immutable, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Passage(Record):
    """Half-open character offsets into the page text as it was read."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class Place(Record):
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


class Chair(Record):
    """Who presided."""

    name: str
    title: str | None
    organization: str | None
    span: Passage


class Attendee(Record):
    """A person, or a group named only by its kind, that took part."""

    kind: Literal["person", "group"]
    name: str | None
    title: str | None
    organization: str | None
    roles: list[Role]
    text: str
    span: Passage


class Directive(Record):
    """One attributed statement."""

    speaker: str
    verb: str
    text: str
    span: Passage


class Deadline(Record):
    """By when: as printed, and as EDTF where it can be told."""

    text: str
    date: str | None


class Target(Record):
    """A figure that is to be reached."""

    text: str
    indicator: str | None
    comparator: Literal["<", "<=", "=", ">=", ">"]
    value: float
    unit: str | None


class Task(Record):
    """One imperative unit of a directive: who is told to do what, by when."""

    text: str
    assignees: list[str]
    action: str | None
    object: str | None
    deadline: Deadline | None
    targets: list[Target]
    topics: list[str]
    directive: Annotated[int, Field(ge=0, description="index into directives")]
    span: Passage


class Origin(Record):
    """The page that the record was read from."""

    id: str | None
    path: str | None
    url: str | None
    site: str | None
    encoding: str | None
    sha256: str | None
    byline: list[str]
    noise: list[str]


class Warn(Record):
    """What was inferred, or could not be told, and why."""

    code: str
    message: str


class Meeting(Record):
    """One meeting that was held, as one page reports it."""

    schema_version: Literal["1.0"] = "1.0"
    id: str
    name: str | None
    title: str | None
    kind: str | None
    topics: list[str]
    date: Annotated[str | None, Field(description="EDTF")]
    date_text: str | None
    date_basis: Literal["text", "title", "published", "header", "url", "relative"] | None
    time: str | None
    published: Annotated[str | None, Field(description="EDTF")]
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
