"""The six steps in order: the map of the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from meetingx import plain
from meetingx.build import build
from meetingx.clean import Cleaned
from meetingx.clean import clean as clean_step
from meetingx.find.mentions import Mentions
from meetingx.find.mentions import find as find_step
from meetingx.read import read
from meetingx.resolve import resolve
from meetingx.resolve.draft import Draft
from meetingx.segment import Page, segment
from meetingx.source import Source

if TYPE_CHECKING:
    from meetingx.records import Meeting


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that was known at each step of reading one page; `explain` shows it."""

    source: Source
    cleaned: Cleaned
    page: Page
    mentions: Mentions
    drafts: tuple[Draft, ...]
    records: tuple[plain.Meeting, ...]

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The records as models."""
        from meetingx.records import Meeting  # noqa: PLC0415  pydantic loads only where models are asked for

        return tuple(map(Meeting.model_validate, self.records))


def trace(source: Source) -> Trace:
    """All six steps over one source."""
    cleaned = clean_step(source)
    page = segment(cleaned)
    mentions = find_step(page)
    drafts = resolve(mentions)
    return Trace(source, cleaned, page, mentions, drafts, tuple(build(draft, page) for draft in drafts))


def explain(
    page: str | bytes,
    *,
    url: str | None = None,
    published: str | None = None,
    id: str | None = None,
    path: str | None = None,
    name: str = "input",
    encoding: str | None = None,
    charset: str | None = None,
    html: bool = False,
) -> Trace:
    """The trace of one page: what each step made of it; see `meetingx.read.read` for what may be said of it."""
    told = read(
        page, name=name, url=url, published=published, id=id, path=path, encoding=encoding, charset=charset, html=html
    )
    return trace(told)


def extract(
    page: str | bytes,
    *,
    url: str | None = None,
    published: str | None = None,
    id: str | None = None,
    path: str | None = None,
    name: str = "input",
    encoding: str | None = None,
) -> list[Meeting]:
    """The meetings that one page reports, in order; [] where it reports none.

    `encoding` forces how bytes are decoded, where what they say of themselves is wrong.

    Raises MeetingxError for what is no text.

    >>> [m.chair.name for m in extract("8月8日，县政府召开防汛工作会议，县长李明主持会议。")]
    ['李明']
    """
    told = explain(page, url=url, published=published, id=id, path=path, name=name, encoding=encoding)
    return list(told.meetings)


def clean(page: str | bytes, *, url: str | None = None, name: str = "input") -> Cleaned:
    """One page without its noise, each character knowing where it was read."""
    return clean_step(read(page, name=name, url=url))
