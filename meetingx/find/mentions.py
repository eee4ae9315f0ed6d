"""All mentions of a page, read once: the value that step four hands to step five."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from meetingx import patterns as re
from meetingx.find import dates as date_finder
from meetingx.find import openings as opening_finder
from meetingx.find import places as place_finder
from meetingx.find import statements as statement_finder
from meetingx.find.dates import DateMention
from meetingx.find.groups import Group, groups
from meetingx.find.names import Person
from meetingx.find.openings import Opening
from meetingx.find.places import PlaceMention
from meetingx.find.presence import Presence, Titled, presences, titled
from meetingx.find.statements import Statement
from meetingx.find.vouched import people_on_page
from meetingx.segment import Page
from meetingx.source import Text


class Line(NamedTuple):
    """A headline or paragraph with everything read in it; offsets are those of its own text."""

    text: Text
    headline: bool
    people: tuple[Person, ...]
    presences: tuple[Presence, ...]
    titled: tuple[Titled, ...]
    groups: tuple[Group, ...]
    openings: tuple[Opening, ...]
    dates: tuple[DateMention, ...]
    places: tuple[PlaceMention, ...]


class Mentions(NamedTuple):
    """Everything read on a page: its lines (headlines first) and the statements of its paragraphs."""

    page: Page
    headlines: tuple[Line, ...]
    paragraphs: tuple[Line, ...]
    statements: tuple[Statement, ...]


def find(page: Page) -> Mentions:
    """The mentions of a page.

    >>> from meetingx.clean import clean
    >>> from meetingx.segment import segment
    >>> from meetingx.source import Source
    >>> mentions = find(segment(clean(Source("8月8日，县政府召开防汛会议，县长李明主持会议。李明指出，要抓好落实。"))))
    >>> [(s.speaker, s.verb) for s in mentions.statements]
    [('李明', '指出')]
    """
    texts = (*page.headlines, *page.paragraphs)
    found = people_on_page([text.chars for text in texts])
    lines = tuple(
        _line(text, i < len(page.headlines), here) for i, (text, here) in enumerate(zip(texts, found, strict=True))
    )
    headlines, paragraphs = lines[: len(page.headlines)], lines[len(page.headlines) :]
    said = statement_finder.statements(
        page.paragraphs, [list(line.people) for line in paragraphs], [_acts(line) for line in paragraphs]
    )
    return Mentions(page, headlines, paragraphs, tuple(said))


def _in_name(chars: str, place: PlaceMention, found: list[Person]) -> bool:
    """Whether what looks like a place is part of somebody's name: 长寿 of 市长寿红兰, 叶县 of 叶县长.

    The people found stand in the order of their names.
    """
    if place.end - place.start == 2 and chars.startswith("长", place.end) and place.level == "county":
        return True
    behind = bisect_left(found, place.end, key=lambda person: person.name_start)
    return behind > 0 and found[behind - 1].name_end > place.start


def _acts(line: Line) -> list[int]:
    """Where the people begin of whom a paragraph reports that they attended, presided or reported."""
    return sorted({p.person.start for p in line.presences if p.rule not in SAYS or _says_nothing(line, p)})


SAYS = frozenset({"speaker/says", "speaker/orders"})
# 提出了具体要求。 tells that something was said, and no more.
NOTHING_SAID = re.compile(r"[^，。；：]{0,16}(?:要求|部署|安排|意见)(?=。)")


def _says_nothing(line: Line, presence: Presence) -> bool:
    return presence.rule == "speaker/orders" and NOTHING_SAID.match(line.text.chars, presence.at) is not None


def _line(text: Text, headline: bool, found: list[Person]) -> Line:
    chars = text.chars
    in_order = sorted(found, key=lambda person: person.name_start)
    return Line(
        text,
        headline,
        tuple(found),
        tuple(presences(chars, found)),
        tuple(titled(chars)),
        tuple(groups(chars, found)),
        tuple(opening_finder.openings(chars)),
        tuple(date_finder.dates(chars)),
        tuple(place for place in place_finder.places(chars) if not _in_name(chars, place, in_order)),
    )
