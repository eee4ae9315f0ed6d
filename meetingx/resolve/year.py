"""The year that a printed date lacks: from the name, the headline, the publication, the periods reported on."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from typing import NamedTuple

from meetingx import patterns as re
from meetingx.find.dates import When, years
from meetingx.find.mentions import Line
from meetingx.resolve.stories import Story
from meetingx.rules import Rule
from meetingx.source import Span, Text


class Issued(NamedTuple):
    """When the page says it was published, and where: given, header, or address."""

    when: When
    basis: str
    span: Span | None


class YearClue(NamedTuple):
    """A year with what told it and where, and the row of YEAR_EVIDENCE."""

    year: int
    basis: str
    span: Span | None
    rule: str


# Periods that a report looks back on or ahead to, so that it is of their year, and whether that is only planned or
# prepared for: 2022年一季度, 于2023年10月, 部署2019年工作, 2024年春节临近.
PERIOD = Rule(
    name="year/period",
    pattern=(
        r"(?P<span>(?<=安排|部署|谋划|排了|署了|划了)(?P<next>20\d\d)年(?!度?以)"
        r"|[对就](?P<plan>20\d\d)年[^，。；]{2,24}?(?:进行|作|做)了?[^，。；]{0,6}(?:安排|部署|谋划)"
        r"|(?<=于)(?P<at>20\d\d)年(?=\d{1,2}月)"
        r"|(?P<feast>20\d\d)年“?(?:国庆|中秋|(?P<new_year>春节|元旦)|五一|端午|清明|两节|双节|汛期|高考|中考)"
        r"[^，。；]{0,6}?(?:临近|将至|即将|来临|将要)"
        r"|(?P<y>20\d\d)年(?:是|，是[^。；]{0,40}(?:关键|攻坚|开局|收官|决胜|起步)|第?[一二三四]季度|上半年|1[-—至]\d{1,2}月|前\S{1,2}个?月))"
    ),
    make=lambda m: (
        int(m["next"] or m["plan"] or m["at"] or m["feast"] or m["y"]),
        bool(m["next"] or m["plan"] or m["new_year"]),
    ),
    yes={
        "通报了〔2022年一季度〕情况": (2022, False),
        "于〔2023年〕10月召开": (2023, False),
        "部署了〔2022年〕工作": (2022, True),
        "〔对2023年科技工作进行了安排〕": (2023, True),
        "〔2023年国庆临近〕，": (2023, False),
        "〔2024年“春节”将至〕，": (2024, True),
    },
    no=("2022年工作", "部署2022年以来", "2023年国庆期间"),
)
# What was done in a whole year is reviewed in the first months of the next: 通报了2020年安全状况.
REVIEWED = Rule(
    name="year/reviewed",
    pattern=(
        r"(?P<span>(?<=通报|总结|回顾|报了|结了|顾了)20\d\d(?=年(?!以来|上半年|\d|第?[一二三四]季度|前\S{1,2}个?月))"
        r"|20\d\d(?=年度[^，。；]{0,16}(?:述职|考核|总结|评议|测评|表彰|生活会)))"
    ),
    make=lambda m: int(m["span"]),
    yes={"会上通报了〔2020〕年道路安全状况": 2020, "召开〔2023〕年度履职测评大会": 2023},
    no=("通报了2020年以来的情况", "通报了2020年上半年情况", "部署2020年工作"),
)
# The meeting that a body watched is of the same day.
WATCHED = "opening/viewed"
# The month from which on the work of the next year is planned.
PLANS_FROM = 11
# What a year is reviewed by, mostly in the first months of the next: 2019年度述职评议会议.
REVIEW = re.compile(r"年度?[^，。；]{0,16}(?:述职|考核|总结|评议|测评|生活会)")
REVIEWED_UNTIL = 3
DECEMBER = 12
# 年 may lack before a season: 2021暑假, 2022春季.
SEASON = re.compile(r"[暑寒]假|[春夏秋冬]季|[上下]半年")
DOCUMENT = re.compile(r"〔(?P<y>(?:19|20)\d\d)〕")
# An order that the meeting's body gave out: 发出2019年第3号调度令.
GIVEN_OUT = Rule(
    name="year/order",
    pattern=r"(?:发出|发布|下达|签发)了?(?P<span>20\d\d)(?=年第\d+号)",
    make=lambda m: int(m["span"]),
    yes={"并发出〔2019〕年第3号调度令": 2019},
    no=("根据2019年第3号公告", "发出第3号令"),
)


def year_of(when: When, story: Story, line: Line, issued: Issued | None) -> YearClue | None:
    """The year of a date in `line`, by the best evidence that does not contradict the publication."""
    return next((clue for clue in _clues(when, story, line, issued) if _agrees(clue, issued)), None)


def _clues(when: When, story: Story, line: Line, issued: Issued | None) -> Iterator[YearClue]:
    """All years that the page offers for a date, in the order of YEAR_EVIDENCE."""
    for name in _names(story):
        for clue in _named(name, when, "text", issued, "year/name"):
            yield clue._replace(year=clue.year - 1) if _is_planned(clue, when, story) else clue
    of_meeting = [h.text for h in story.headlines if "会" in h.text.chars]
    other = [h.text for h in story.headlines if "会" not in h.text.chars]
    periods = list(_periods(story, when))
    for text in of_meeting:
        yield from _named(text, when, "title", issued, "year/headline")
    beside = [clue for text in other for clue in _named(text, when, "title", issued, "year/other-headline")]
    if beside:
        yield from (*periods, *beside)
    if issued is not None and issued.when.year:
        year = last_before(when, issued.when)
        if year is not None:
            yield YearClue(year, issued.basis, issued.span, f"year/{issued.basis}")
    for text in story.mentions.page.header:
        yield from _named(text, when, "header", None, "year/header")
    yield from _documents(story, line)
    yield from periods
    yield from _same_day(when, story)


# What a report looks back on that was held at the end of a year: 梳理2020年度全县旅游工作.
LOOKED_BACK = Rule(
    name="year/looked-back",
    pattern=r"(?:总结|梳理|回顾|通报|表扬|表彰|考评|考核)了?(?P<span>20\d\d)(?=年)",
    make=lambda m: int(m["span"]),
    yes={"为系统梳理〔2020〕年度工作": 2020, "关于表扬〔2020〕年度先进集体的通报": 2020},
    no=("部署2020年工作", "2020年总结"),
)


def _is_planned(clue: YearClue, when: When, story: Story) -> bool:
    """Whether a meeting of December is called after the next year, since it looks back on its own."""
    years_past = {one.value for line in story.paragraphs for one in LOOKED_BACK.all(line.text.chars)}
    return when.month == DECEMBER and clue.year - 1 in years_past and clue.year not in years_past


def _names(story: Story) -> Iterator[Text]:
    """The names of the meeting, and of the one that was watched before it."""
    if story.opening is not None and story.opening_line is not None:
        yield story.opening_line.text.slice(story.opening.name_start, story.opening.name_end)
    for line in story.paragraphs[:1]:
        yield from (line.text.slice(one.name_start, one.name_end) for one in line.openings if one.rule == WATCHED)


def _documents(story: Story, line: Line) -> Iterator[YearClue]:
    """The years of documents that the line with the date cites, and of orders that were given out."""
    for match in DOCUMENT.finditer(line.text.chars):
        yield YearClue(int(match["y"]), "text", line.text.span(*match.span("y")), "year/document")
    for other in story.paragraphs:
        for order in GIVEN_OUT.all(other.text.chars):
            yield YearClue(order.value, "text", other.text.span(order.start, order.end), "year/document")


def _named(text: Text, when: When, basis: str, issued: Issued | None, rule: str) -> Iterator[YearClue]:
    """The year in a headline or a meeting's name; of 2020-2021年度, the one the month lies in.

    The year of one 年度 may be over when its meeting is held, so that a known publication goes before it.
    """
    for first, second, start, end in years(text.chars):
        if issued is not None and issued.when.year and second is None and text.chars[start:end].endswith("年度"):
            continue
        if REVIEW.search(text.chars, start) and second is None and (when.month or 0) <= REVIEWED_UNTIL:
            continue
        if "年" not in text.chars[start : end + 2] and not SEASON.match(text.chars, end):
            continue
        year = second if second == first + 1 and (when.month or 0) < 7 else first
        yield YearClue(year or first, basis, text.span(start, end), rule)


def _periods(story: Story, when: When) -> Iterator[YearClue]:
    """The years of periods; what is planned in November is the next year's."""
    for line in story.paragraphs:
        for one in PERIOD.all(line.text.chars):
            year, planned = one.value
            ahead = planned and (when.month or 0) >= PLANS_FROM
            yield YearClue(year - ahead, "text", line.text.span(one.start, one.end), PERIOD.name)
    for line in story.paragraphs if (when.month or DECEMBER) <= REVIEWED_UNTIL else ():
        for past in REVIEWED.all(line.text.chars):
            yield YearClue(past.value + 1, "text", line.text.span(past.start, past.end), PERIOD.name)


def _same_day(when: When, story: Story) -> Iterator[YearClue]:
    for line in story.paragraphs:
        for mention in line.dates:
            if mention.when.year and (mention.when.month, mention.when.day) == (when.month, when.day):
                yield YearClue(mention.when.year, "text", line.text.span(mention.start, mention.end), "year/same-day")


def _agrees(clue: YearClue, issued: Issued | None) -> bool:
    """Whether a year may stand beside the publication: no meeting is later, and a headline is of its own year."""
    if issued is None or issued.when.year is None or clue.basis not in {"text", "title"}:
        return True
    if clue.year > issued.when.year:
        return False
    exact = issued.when.month is not None and issued.basis != "url"
    return clue.basis == "text" or clue.year == issued.when.year or (not exact and clue.year == issued.when.year - 1)


def last_before(when: When, issued: When) -> int | None:
    """The year in which a month and day last came before the publication.

    >>> last_before(When(None, 12, 30), When(2022, 1, 4))
    2021
    """
    if issued.year is None or issued.month is None or when.month is None:
        return issued.year
    last = (when.last_month or when.month, when.last_day or when.day or 1)
    limit = (issued.month, issued.day or calendar.monthrange(issued.year, issued.month)[1])
    return issued.year if last <= limit else issued.year - 1
