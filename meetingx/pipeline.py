"""The six steps in order: the map of the program."""

from __future__ import annotations

from collections.abc import Mapping
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

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

T = TypeVar("T")


class Lap:
    """How many seconds each step took; a step is told when it is done."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._since = perf_counter()

    def __call__(self, step: str, made: T) -> T:
        """Passes on what the step made."""
        now = perf_counter()
        self.seconds[step] = now - self._since
        self._since = now
        return made


class Trace(NamedTuple):
    """Everything that was known at each step of reading one page, and how many seconds each took."""

    source: Source
    cleaned: Cleaned
    page: Page
    mentions: Mentions
    drafts: tuple[Draft, ...]
    records: tuple[plain.Meeting, ...]
    seconds: Mapping[str, float]

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The records as models."""
        from meetingx.records import Meeting  # noqa: PLC0415  pydantic loads only where models are asked for

        return tuple(map(Meeting.model_validate, self.records))


def trace(source: Source, lap: Lap) -> Trace:
    """The five steps behind reading it over one source."""
    cleaned = lap("clean", clean_step(source))
    page = lap("segment", segment(cleaned))
    mentions = lap("find", find_step(page))
    drafts = lap("resolve", resolve(mentions))
    records = lap("build", tuple(build(draft, page) for draft in drafts))
    return Trace(source, cleaned, page, mentions, drafts, records, lap.seconds)


def explain(
    page: str | bytes,
    *,
    url: str | None = None,
    published: str | None = None,
    title: str | None = None,
    id: str | None = None,
    path: str | None = None,
    name: str = "input",
    encoding: str | None = None,
    charset: str | None = None,
    html: bool = False,
    lost: int = 0,
) -> Trace:
    """The trace of one page: what each step made of it; see `meetingx.read.read` for what may be said of it."""
    lap = Lap()
    told = read(
        page,
        name=name,
        url=url,
        published=published,
        title=title,
        id=id,
        path=path,
        encoding=encoding,
        charset=charset,
        html=html,
        lost=lost,
    )
    return trace(lap("read", told), lap)


def extract(
    page: str | bytes,
    *,
    url: str | None = None,
    published: str | None = None,
    title: str | None = None,
    id: str | None = None,
    path: str | None = None,
    name: str = "input",
    encoding: str | None = None,
) -> list[Meeting]:
    """The meetings that one page reports, in order; [] where it reports none.

    `title` is the headline, of a text that does not begin with it; spans then count from there. `encoding` forces how
    bytes are decoded, where what they say of themselves is wrong.

    Raises MeetingxError for what is no text.

    >>> [m.chair.name for m in extract("8月8日，县政府召开防汛工作会议，县长李明主持会议。")]
    ['李明']
    """
    told = explain(page, url=url, published=published, title=title, id=id, path=path, name=name, encoding=encoding)
    return list(told.meetings)


def clean(page: str | bytes, *, url: str | None = None, name: str = "input") -> Cleaned:
    """One page without its noise, each character knowing where it was read."""
    return clean_step(read(page, name=name, url=url))
