"""When the meeting was held: the printed date, and the year or month that it lacks."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from meetingx.find.dates import VAGUE, DateMention, When, dates, time_after, url_date, years
from meetingx.find.mentions import Line
from meetingx.resolve.draft import Dated, Warned
from meetingx.resolve.stories import Story
from meetingx.source import Source, Text


def published(story: Story) -> tuple[When | None, str | None]:
    """When the page says it was published, and where it says so: given, header, or address."""
    source = story.mentions.page.cleaned.source
    if source.published:
        found = [m.when for m in dates(source.published)]
        if found:
            return found[0], "published"
    for line in story.mentions.page.header:
        for mention in dates(line.chars):
            if mention.when.year:
                return mention.when, "header"
    told = url_date(source.url) if source.url else None
    return (told, "url") if told else (None, None)


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
    issued, issued_in = published(story)
    when, basis = mention.when, "text" if not line.headline else "title"
    if when.days is not None:
        when, basis = _relative(when, _dateline(line, issued) or issued), "relative"
    elif when.day is not None and when.month is None:
        when, basis = _month(when, story, issued), "relative"
    warnings = []
    if when.year is None and when.month is not None:
        year, year_basis = _year(when, story, line, issued, issued_in)
        if year is None:
            warnings.append(Warned("year-unknown", f"the page tells no year for {_chars(line, mention)}"))
        else:
            warnings.append(Warned("year-inferred", f"the year {year} comes from: {year_basis}"))
            when, basis = _with_year(when, year), year_basis or basis
    told = edtf(when)
    if told is None:
        warnings.append(Warned("date-unknown", f"{_chars(line, mention)} cannot be told from this page"))
    clock = time_after(line.text.chars, mention.end)
    spans = [line.text.span(mention.start, mention.end)]
    time = None
    if clock:
        time = line.text.chars[slice(*clock)]
    return (
        Dated(told, _chars(line, mention), basis if told else None, time, tuple(spans), mention.rule),
        warnings,
    )


def _chars(line: Line, mention: DateMention) -> str:
    return line.text.chars[mention.start : mention.end]


def _untold(story: Story) -> list[Warned]:
    vague = any(VAGUE.search(line.text.chars[:80]) for line in story.paragraphs[:2])
    return [
        Warned("date-unknown", "the report says only that it was recently" if vague else "the report names no date")
    ]


def _mention(story: Story) -> tuple[Line, DateMention] | tuple[None, None]:
    """The date of the meeting: the last before its opening in the same sentence, else the first of the report."""
    line, opening = story.opening_line, story.opening
    if line is not None and opening is not None and not line.headline:
        start = max(line.text.chars.rfind(mark, 0, opening.start) for mark in "。！？\n") + 1
        before = [m for m in line.dates if start <= m.start < opening.name_start and _of_meeting(line, m)]
        if before:
            return line, before[-1]
        if VAGUE.search(line.text.chars, start, opening.start):
            return None, None
    for candidate in story.paragraphs[:3]:
        for mention in candidate.dates:
            if _of_meeting(candidate, mention) and mention.start < 160 and not mention.when.dateline:
                return candidate, mention
    for candidate in story.paragraphs[:2]:
        for mention in candidate.dates:
            if mention.when.dateline and not VAGUE.search(candidate.text.chars[:60]):
                return candidate, mention
    for candidate in story.headlines:
        for mention in candidate.dates:
            if mention.when.month and mention.when.day and not mention.when.written:
                return candidate, mention
    return None, None


NOT_MEETING = re.compile(r"(?:截至|截止|自|从|印发|下发|发布|依据|根据|按照)[^，。]{0,8}$")


def _of_meeting(line: Line, mention: DateMention) -> bool:
    if mention.when.written or (mention.when.day is None and mention.when.days is None and mention.when.year is None):
        return False
    return NOT_MEETING.search(line.text.chars[: mention.start]) is None


def _dateline(line: Line, issued: When | None) -> When | None:
    """The day of the dateline before a 今天: 7月28日讯."""
    for mention in line.dates:
        if mention.when.dateline and issued is not None and issued.year is not None:
            return When(_before(mention.when, issued), mention.when.month, mention.when.day)
    return None


def _relative(when: When, issued: When | None) -> When:
    """今天 and 昨天 against the day the page was published."""
    if issued is None or issued.day is None or issued.year is None or issued.month is None:
        return When()
    day = date(issued.year, issued.month, issued.day) - timedelta(days=when.days or 0)
    return When(day.year, day.month, day.day)


def _month(when: When, story: Story, issued: When | None) -> When:
    """The month that a bare day lacks: the dateline's (5月17日讯), else that of the publication."""
    for line in story.paragraphs[:2]:
        for mention in line.dates:
            if mention.when.month and mention.when.day and mention.start < 60 and when.day is not None:
                month = mention.when.month if mention.when.day >= when.day else mention.when.month - 1 or 12
                return When(mention.when.year, month, when.day)
    for text in story.mentions.page.header:
        for mention in dates(text.chars):
            if mention.when.year is None and mention.when.month and mention.when.day and when.day is not None:
                month = mention.when.month if mention.when.day >= when.day else mention.when.month - 1 or 12
                return When(None, month, when.day)
    if issued and issued.year and issued.month and issued.day and when.day is not None:
        month, year = issued.month, issued.year
        if when.day > issued.day:
            month, year = (month - 1, year) if month > 1 else (12, year - 1)
        return When(year, month, when.day)
    return When()


def _with_year(when: When, year: int) -> When:
    return When(year, when.month, when.day, when.last_month, when.last_day)


def _year(
    when: When, story: Story, line: Line, issued: When | None, issued_in: str | None
) -> tuple[int | None, str | None]:
    """The year that a date lacks, and what told it, best evidence first."""
    name = story.opening.name if story.opening else ""
    titles = sorted((h.text.chars for h in story.headlines), key=lambda chars: "会" not in chars)
    said = next(_reported_years(story), None)
    for basis, chars in (("text", name), *(("title", chars) for chars in titles)):
        year = _named_year(chars, when, issued)
        if year and said and basis == "title" and "会" not in chars:
            year = said
        if year and not (
            issued and issued.year and ((abs(issued.year - year) > 1 and basis == "title") or year > issued.year)
        ):
            if (
                basis == "title"
                and issued
                and issued.year
                and issued.month
                and issued_in != "url"
                and year != issued.year
            ):
                break
            return year, basis
    if issued and issued.year:
        return _before(when, issued), issued_in
    for text in story.mentions.page.header:
        year = _named_year(text.chars, when)
        if year:
            return year, "header"
    for year in _document_years(line.text):
        return year, "text"
    for year in _reported_years(story):
        return year, "text"
    for other in story.paragraphs:
        for mention in other.dates:
            if mention.when.year and mention.when.month == when.month and mention.when.day == when.day:
                return mention.when.year, "text"
    return None, None


def _named_year(chars: str, when: When, issued: When | None = None) -> int | None:
    """The year in a headline or a meeting's name; of 2020-2021年度, the one the month lies in.

    The year of one 年度 may be over when its meeting is held, so that a known publication goes before it.
    """
    for first, second, start, end in years(chars):
        if issued and issued.year and second is None and chars[start:end].endswith("年度"):
            continue
        if "年" not in chars[start : end + 1] and "年" not in chars[end : end + 2]:
            continue
        if second is not None and second == first + 1:
            return first if (when.month or 0) >= 7 else second
        return first
    return None


REPORTED = re.compile(
    r"(?:(?<=安排)|(?<=部署)|(?<=谋划))(?P<next>20\d\d)年(?!度?以)|(?<=于)(?P<at>20\d\d)年(?=\d{1,2}月)|(?P<y>20\d\d)年(?:是|以来"
    r"|第?[一二三四]季度|上半年|1[-—至]\d{1,2}月|前\S{1,2}个?月)"
)


def _reported_years(story: Story) -> Iterator[int]:
    """The years of the periods that a report looks back on: 2022年一季度, 2021年以来."""
    for line in story.paragraphs:
        for match in REPORTED.finditer(line.text.chars):
            yield int(match["y"] or match["next"] or match["at"])


def _document_years(text: Text) -> Iterator[int]:
    for match in re.finditer(r"〔((?:19|20)\d\d)〕", text.chars):
        yield int(match[1])


def _before(when: When, issued: When) -> int | None:
    """The year in which a month and day last came before the publication."""
    if issued.year is None:
        return None
    if issued.month is None or when.month is None:
        return issued.year
    last = (when.last_month or when.month, when.last_day or when.day or 1)
    limit = (issued.month, issued.day or calendar.monthrange(issued.year, issued.month)[1])
    return issued.year if last <= limit else issued.year - 1


def issued_text(story: Story, source: Source) -> str | None:
    """The publication date in EDTF."""
    when, where = published(story)
    if when is None or where == "url" or when.year is None:
        return None
    return edtf(when)
