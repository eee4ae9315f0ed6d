"""When the meeting was held: the printed date, and the year or month that it lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from meetingx import patterns as re
from meetingx.find.dates import VAGUE, DateMention, When, dates, time_after, url_date
from meetingx.find.mentions import Line
from meetingx.find.openings import Opening
from meetingx.resolve.draft import Dated, Reading, Warned
from meetingx.resolve.stories import Story
from meetingx.resolve.url import addresses
from meetingx.resolve.year import DECEMBER, Issued, last_before, year_of
from meetingx.rules import Rule
from meetingx.source import Span, Text


def published(story: Story) -> Issued | None:
    """When the page says it was published, and where it says so: given, header, or address."""
    source = story.mentions.page.cleaned.source
    for known in (source.published, source.stamped):
        given = _when(known or "")
        if given is not None:
            return Issued(given, "published", None)
    for line in _headers(story):
        for mention in dates(line.chars):
            if mention.when.year:
                return Issued(mention.when, "header", line.span(mention.start, mention.end))
    for piece in story.mentions.page.furniture:
        if piece.reason in STAMPED and piece.span.end < LATEST_HEADER:
            match = STAMPED[piece.reason].search(piece.span.of(source.page))
            if match:
                at = Span(piece.span.start + match.start(), piece.span.start + match.end())
                return Issued(dates(match[0])[0].when, "header", at)
    for line in (one.text for one in (*story.headlines, *story.paragraphs[:1])):
        stamp = next(GLUED.all(line.chars), None)
        if stamp is not None and stamp.start < LATEST_HEADER:
            return Issued(dates(stamp.value)[0].when, "header", line.span(stamp.start, stamp.end))
    told = ((url_date(one.url), one.span) for one in addresses(source))
    return next((Issued(when, "url", span) for when, span in told if when), None)


# A month or a year in EDTF, as may be given with a page.
NO_DAY = re.compile(r"(?P<y>\d{4})(?:-(?P<m>0[1-9]|1[0-2]))?")


def _when(told: str) -> When | None:
    """The first date that is told with its year."""
    match = NO_DAY.fullmatch(told)
    if match:
        return When(int(match["y"]), int(match["m"]) if match["m"] else None)
    return next((mention.when for mention in dates(told) if mention.when.year), None)


# Several stamps behind a report are those of other pages.
BARE_STAMP = re.compile(r"20\d\d[-./]\d{1,2}[-./]\d{1,2} \d{1,2}[：:]\d\d(?:[：:]\d\d)?")


def _headers(story: Story) -> list[Text]:
    header = list(story.mentions.page.header)
    first = story.paragraphs[0].text.starts[0] if story.paragraphs and len(story.paragraphs[0].text) else 0
    behind = [one for one in header if len(one) and one.starts[0] > first and BARE_STAMP.fullmatch(one.chars.strip())]
    return [one for one in header if one not in behind] if len(behind) > 1 else header


# A date in a table at the head of the page: | 动态 | 2017-05-12 |.
# 下一版 上一版 下一篇 2022-03-18
BESIDE_LINKS = re.compile(r"(?<=[版篇期页] )20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?$")
STAMPED = {
    "table": re.compile(r"(?<!\d)20\d\d[-./年]\d{1,2}[-./月]\d{1,2}(?!\d)日?"),
    "navigation": BESIDE_LINKS,
    "related": BESIDE_LINKS,
}
# The header in one line with the headline, or with the report.
GLUED = Rule(
    name="date/glued-header",
    pattern=(
        r"(?:发布|更新|发表)(?:时间|日期)[：:]? ?"
        r"(?P<span>(?:19|20)\d\d ?[-./年] ?(?:0?[1-9]|1[0-2]) ?[-./月] ?(?:0?[1-9]|[12]\d|3[01])(?!\d)日?)"
    ),
    make=lambda m: m["span"],
    yes={"调度会召开 字体:大 发布时间:〔2022-06-19〕 16:42 6月18日，": "2022-06-19"},
    no=("发布时间6月19日", "开工时间：2022-06-19"),
)
LATEST_HEADER = 400
LATEST_DATELINE = 60
LATEST_TOLD = 160


def edtf(when: When) -> str | None:
    """A date in EDTF, unknown digits as X.

    >>> edtf(When(None, 9, 28)), edtf(When(2021, 7, 24, 7, 25)), edtf(When(2020, 10))
    ('XXXX-09-28', '2021-07-24/2021-07-25', '2020-10')
    """
    if when.month is None:
        return None
    year = f"{when.year:04}" if when.year else "XXXX"
    if when.day is None:
        return f"{year}-{when.month:02}" if when.year else None
    first = f"{year}-{when.month:02}-{when.day:02}"
    if when.last_day is None:
        return first
    return f"{first}/{year}-{when.last_month or when.month:02}-{when.last_day:02}"


def resolve_date(story: Story) -> tuple[Dated, list[Warned]]:
    """When the meeting was held, and what had to be inferred."""
    line, mention = _mention(story)
    if line is None or mention is None:
        return Dated(None, None, None, None, (), "date/none"), _untold(story)
    issued = published(story)
    when, basis = mention.when, "text" if not line.headline else "title"
    if when.days is not None:
        when, basis = _relative(when, _dateline(line, issued) or (issued.when if issued else None)), "relative"
    elif when.day is not None and when.month is None:
        when, basis = _month(when, story, issued.when if issued else None), "relative"
    warnings = []
    evidence = "year/printed" if when.year is not None and basis in {"text", "title"} else None
    spans = [line.text.span(mention.start, mention.end)]
    if when.year is None and when.month is not None:
        clue = year_of(when, story, line, issued)
        if clue is None:
            warnings.append(Warned("year-unknown", f"the page tells no year for {_chars(line, mention)}"))
        else:
            warnings.append(Warned("year-inferred", f"the year {clue.year} comes from: {clue.basis}"))
            when, basis, evidence = _with_year(when, clue.year), clue.basis, clue.rule
            spans += [clue.span] if clue.span else []
    told = edtf(when)
    if told is None:
        warnings.append(Warned("date-unknown", f"{_chars(line, mention)} cannot be told from this page"))
    clock = time_after(line.text.chars, mention.end)
    time = Reading("time", line.text.chars[slice(*clock)], (line.text.span(*clock),), "date/time") if clock else None
    dated = Dated(
        told,
        _chars(line, mention),
        basis if told else None,
        time,
        tuple(spans),
        mention.rule,
        evidence if told else None,
    )
    return dated, warnings


def _chars(line: Line, mention: DateMention) -> str:
    return line.text.chars[mention.start : mention.end]


def _untold(story: Story) -> list[Warned]:
    vague = any(VAGUE.search(line.text.chars[:80]) for line in story.paragraphs[:2])
    return [
        Warned("date-unknown", "the report says only that it was recently" if vague else "the report names no date")
    ]


def _mention(story: Story) -> tuple[Line, DateMention] | tuple[None, None]:
    """The date of the meeting: the one told with its opening, else the first of the report."""
    line, opening = story.opening_line, story.opening
    if line is not None and opening is not None:
        start = max(line.text.chars.rfind(mark, 0, opening.start) for mark in "。！？\n") + 1
        told = _with_opening(line, opening, start)
        if told is not None:
            return line, told
        if VAGUE.search(line.text.chars, start, opening.start) and not line.headline:
            return None, None
    return next(_in_report(story), (None, None))


def _with_opening(line: Line, opening: Opening, start: int) -> DateMention | None:
    """The date inside an opening, 全市现场会昨天召开, or the last before it in its sentence, from `start` on."""
    dates_here = [one for one in line.dates if _of_meeting(line, one)]
    inside = [one for one in dates_here if opening.name_end <= one.start < opening.end]
    before = [one for one in dates_here if start <= one.start < opening.name_start]
    # 当日 is the day told before it
    told = [one for one in before if not _chars(line, one).startswith("当")]
    return next(iter(inside or (told or before)[-1:]), None)


def _in_report(story: Story) -> Iterator[tuple[Line, DateMention]]:
    """The dates of the report that may be the meeting's, the likeliest first: told, of its dateline, of a headline."""
    for line in story.paragraphs[:3]:
        for one in line.dates:
            if _of_meeting(line, one) and one.start < LATEST_TOLD and not one.when.dateline:
                yield line, one
    for line in story.paragraphs[:2]:
        for one in line.dates:
            if one.when.dateline and not VAGUE.search(line.text.chars[:120]):
                yield line, one
    for line in story.headlines:
        for one in line.dates:
            if one.when.month and one.when.day and not one.when.written:
                yield line, one


NOT_MEETING = re.compile(
    r"(?:截至|截止|自|从|印发|下发|发布|依据|根据|按照)[^，。]{0,8}$|为[^，。]{0,8}(?:贯彻|落实|学习|传达)[^，。；]{0,6}$"
)


def _of_meeting(line: Line, mention: DateMention) -> bool:
    if mention.when.written or (mention.when.day is None and mention.when.days is None and mention.when.year is None):
        return False
    return NOT_MEETING.search(line.text.chars[: mention.start]) is None


def _dateline(line: Line, issued: Issued | None) -> When | None:
    """The day of the dateline before a 今天: 7月28日讯."""
    for mention in line.dates:
        if mention.when.dateline:
            year = last_before(mention.when, issued.when) if issued is not None else mention.when.year
            return When(year, mention.when.month, mention.when.day)
    return None


def _relative(when: When, issued: When | None) -> When:
    """今天 and 昨天 against the day the page was published, of any year where that is not told."""
    if issued is None or issued.day is None or issued.month is None:
        return When()
    try:
        day = date(issued.year or COMMON_YEAR, issued.month, issued.day) - timedelta(days=when.days or 0)
    except ValueError:
        return When()
    if issued.year is None:
        leap_matters = (issued.month, issued.day) == (3, 1) and when.days
        return When() if leap_matters else When(None, day.month, day.day)
    return When(day.year, day.month, day.day)


COMMON_YEAR = 2001
"""A year with no 29 February."""


def _month(when: When, story: Story, issued: When | None) -> When:
    """The month that a bare day lacks: the dateline's (5月17日讯), else that of the publication."""
    told = [mention.when for line in story.paragraphs[:2] for mention in line.dates if mention.start < LATEST_DATELINE]
    told += [m.when for text in story.mentions.page.header for m in dates(text.chars) if m.when.year is None]
    told += [issued] if issued is not None and issued.year else []
    dateline = next((one for one in told if one.month and one.day), None)
    if dateline is None or dateline.month is None or dateline.day is None or when.day is None:
        return When()
    before = when.last or when.day > dateline.day
    month = (dateline.month - 1 or 12) if before else dateline.month
    year = dateline.year - 1 if before and month == DECEMBER and dateline.year else dateline.year
    return When(year, month, when.day)


def _with_year(when: When, year: int) -> When:
    return When(year, when.month, when.day, when.last_month, when.last_day)


def publication(story: Story) -> tuple[str | None, Reading | None, list[Warned]]:
    """The publication date in EDTF, where the page prints it or it was given; a warning where that says no date."""
    given = story.mentions.page.cleaned.source.published
    why = f"the published given with the page is not understood, and left out: {given}"
    warnings = [Warned("field-not-understood", why)] if given and _when(given) is None else []
    issued = published(story)
    if issued is None or issued.basis == "url" or not issued.when.year:
        return None, None, warnings
    told = edtf(issued.when) or f"{issued.when.year:04}"
    return told, Reading("published", told, (issued.span,) if issued.span else (), f"date/{issued.basis}"), warnings
