"""By when: a printed deadline as a date, where the meeting's own date tells it."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from meetingx import patterns as re
from meetingx.find.dates import number

NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
YEAR = r"(?:(?P<y>今|本|明|20\d\d)年)?"
MONTH_DAY = re.compile(rf"{YEAR}(?P<m>{NUMBER})月份?(?:(?P<d>{NUMBER})[日号]|(?P<part>上旬|中旬))?")
QUARTER = re.compile(rf"{YEAR}第?(?P<q>[一二三四1-4])季度")
HALF = re.compile(rf"{YEAR}(?P<half>[上下])半年")
# 三年内, 半个月内 end with no year and no month.
YEAR_END = re.compile(r"(?<![\d两半一二三四五六七八九十])(?:(?P<y>今|本|明|20\d\d)年?)?年[底内]")
ONLY_YEAR = re.compile(r"^(?P<y>今|本|明|20\d\d)年(?:度|全年)?$")
MONTH_END = re.compile(r"(?<![\d个])本?月[底内]|本月")
# The last day before a feast that the calendar fixes; spring festival and mid-autumn go by the moon.
EVES = {"元旦": (12, 31), "五一": (4, 30), "国庆": (9, 30)}
FEAST = re.compile("|".join(EVES))
LUNAR = re.compile("春节|中秋")
WEEKDAY = re.compile(r"(?P<which>本|这|下)?周(?P<day>[一二三四五六日末])|(?P<week>本周)")
ONLY_DAY = re.compile(r"^到?(?P<d>\d{1,2})[日号]")
# So many and a half have no day.
WITHIN = re.compile(r"(?<![\d.])(?P<n>\d+|[一二两三四五六七八九十]+)个?(?P<unit>小时|日|天|周|月)(?:之内|以内|内)")
# 2023-12-31, 20231231, 2023.12, and 12.31 where nothing but that is printed.
DAY_OF_YEAR = re.compile(
    r"(?P<y>20\d\d)\s*(?P<mark>[-./])\s*(?P<m>\d{1,2})\s*(?P=mark)\s*(?P<d>\d{1,2})(?!\d)日?"
    r"|(?<!\d)(?P<y8>20\d\d)(?P<m8>0[1-9]|1[0-2])(?P<d8>[0-3]\d)(?!\d)"
)
MONTH_OF_YEAR = re.compile(r"(?P<y>20\d\d)[-./](?P<m>\d{1,2})(?![\d.])月?")
SHORT_FIGURES = re.compile(
    r"(?<![\d./])(?P<m>1[0-2]|0?[1-9])[./](?P<d>3[01]|[12]\d|0?[1-9])日?(?=$|(?:之|以)?前|底|\s*(?:[—–~～-]|至|到)\s*\d)"
)
# 11月20日—11月30日, 11-12月: the last day counts.
RANGE = re.compile(
    r"(?<=[\d年月日号旬初底末度起])\s*(?:[—–－―~～-]+|至|到)\s*(?=[\d今本明次第上下年月一二三四五六七八九十])"
)
BARE = re.compile(r"\d{1,2}")
OF_YEAR = re.compile(r"(?:今|本|明|20\d\d)年")
OF_MONTH = re.compile(rf"(?P<m>{NUMBER})月")
NO_YEAR = "XXXX"


class Held(NamedTuple):
    """What is known of the day of the meeting."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def whole(self) -> date | None:
        """The day, where all of it is known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)


def due(text: str, held: str | None) -> str | None:
    """The last day of a deadline in EDTF, or None where no calendar tells it; the year XXXX where the page tells none.

    >>> due("9月30日前", "2021-07-24"), due("今年10月底前", "2021-07-24"), due("本周五前", "2021-07-21")
    ('2021-09-30', '2021-10-31', '2021-07-23')
    >>> due("三季度末", "2021-07-24"), due("3月底前", "2021-12-01"), due("10月底前", "XXXX-07-24")
    ('2021-09-30', '2022-03-31', 'XXXX-10-31')
    >>> due("采暖季前", "2021-07-24"), due("春节前", "2021-07-24")
    (None, None)
    >>> due("2021.10.31", "2021-07-24"), due("10.8—10.31", "2021-07-24"), due("11月-12月", "2021-07-24")
    ('2021-10-31', '2021-10-31', '2021-12-31')
    """
    day = _held(held)
    text = _last(_spelled(text))
    for pattern, reader in READERS:
        if match := pattern.search(text):
            return reader(match, day)
    return None


def _spelled(text: str) -> str:
    """A deadline with its figures as year, month and day: 2023年12月31日 of 2023-12-31."""
    text = DAY_OF_YEAR.sub(
        lambda m: f"{m['y'] or m['y8']}年{m['m'] or m['m8']}月{m['d'] or m['d8']}日",
        text,
    )
    text = MONTH_OF_YEAR.sub(r"\g<y>年\g<m>月", text)
    return SHORT_FIGURES.sub(r"\g<m>月\g<d>日", text)


def _last(text: str) -> str:
    """The end of a range, with the year and the month that are printed at its beginning alone."""
    *before, last = RANGE.split(text)
    if not before:
        return text
    if BARE.fullmatch(last):
        last += "日" if before[-1].endswith(("日", "号")) else "月"
    year, month, its_month = OF_YEAR.search(before[-1]), OF_MONTH.search(before[-1]), OF_MONTH.match(last)
    if ONLY_DAY.match(last) and month:
        last, its_month = month[0] + last, month
    over = month is not None and its_month is not None and number(its_month["m"]) < number(month["m"])
    return year[0] + last if year and not over and not OF_YEAR.match(last) else last


def _held(held: str | None) -> Held:
    """The first day of a date in EDTF."""
    match = re.match(r"(?P<y>\d{4}|XXXX)-(?P<m>\d\d)(?:-(?P<d>\d\d))?", held or "")
    if match is None:
        return Held()
    year = None if match["y"] == NO_YEAR else int(match["y"])
    return Held(year, int(match["m"]), int(match["d"]) if match["d"] else None)


def _year(printed: str | None, held: Held) -> int | None:
    """The year printed, or that of the meeting, or the next."""
    if printed is not None and printed.isdigit():
        return int(printed)
    if held.year is None:
        return None
    return held.year + (printed == "明")


def _next(held: Held, month: int, day: int) -> int | None:
    """The year in which a day next comes after the meeting."""
    if held.year is None or held.month is None:
        return held.year
    return held.year + ((month, day) < (held.month, held.day or 1))


def _month_day(match: re.Match[str], held: Held) -> str | None:
    """A month goes to the year after where it is over: 3月底前 in December; one of this year may be over."""
    month = number(match["m"])
    if not 1 <= month <= 12:
        return None
    year = _year(match["y"], held) if match["y"] else _next(held, month, 31)
    if match["d"]:
        return _told(year, month, number(match["d"]))
    part = {"上旬": 10, "中旬": 20}.get(match["part"] or "")
    return _told(year, month, part) if part else _last_of_month(year, month)


def _last_of_month(year: int | None, month: int | None) -> str | None:
    """The end of a month; that of a February without a year is not known."""
    if month is None or (year is None and month == 2):
        return None
    return _told(year, month, calendar.monthrange(year or 2001, month)[1])


def _told(year: int | None, month: int, day: int) -> str | None:
    """A day in EDTF; None where no calendar has it."""
    if not 1 <= day <= calendar.monthrange(year or 2000, month)[1]:
        return None
    return f"{NO_YEAR if year is None else f'{year:04}'}-{month:02}-{day:02}"


def _quarter(match: re.Match[str], held: Held) -> str | None:
    return _last_of_month(_year(match["y"], held), 3 * number(match["q"]))


def _half(match: re.Match[str], held: Held) -> str | None:
    return _last_of_month(_year(match["y"], held), 6 if match["half"] == "上" else 12)


def _by_the_moon(match: re.Match[str], held: Held) -> None:
    return None


def _eve(match: re.Match[str], held: Held) -> str | None:
    month, day = EVES[match[0]]
    return _told(_next(held, month, day), month, day)


def _month_end(match: re.Match[str], held: Held) -> str | None:
    return _last_of_month(held.year, held.month)


def _year_end(match: re.Match[str], held: Held) -> str | None:
    return _last_of_month(_year(match["y"], held), 12)


def _only_day(match: re.Match[str], held: Held) -> str | None:
    """A day of the meeting's month: 20日前; one that is over is not told."""
    if held.month is None or (held.day is not None and int(match["d"]) < held.day):
        return None
    return _told(held.year, held.month, int(match["d"]))


def _weekday(match: re.Match[str], held: Held) -> str | None:
    """A day of the meeting's week, or of the next; of a whole week its Sunday."""
    if held.whole is None:
        return None
    monday = held.whole - timedelta(days=held.whole.weekday()) + timedelta(days=7 if match["which"] == "下" else 0)
    return (monday + timedelta(days=min("一二三四五六日末".index(match["day"] or "日"), 6))).isoformat()


def _within(match: re.Match[str], held: Held) -> str | None:
    """So many days, weeks or months later; hours only where they make whole days, working days never."""
    day, unit = held.whole, match["unit"]
    count = number(match["n"].replace("两", "二"))
    if day is None or (unit == "小时" and count % 24):
        return None
    if unit == "月":
        year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
        return _told(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    return (day + timedelta(days={"小时": count // 24, "周": count * 7}.get(unit, count))).isoformat()


Reader = Callable[[re.Match[str], Held], str | None]
READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (MONTH_DAY, _month_day),
    (QUARTER, _quarter),
    (HALF, _half),
    (LUNAR, _by_the_moon),
    (FEAST, _eve),
    (WITHIN, _within),
    (MONTH_END, _month_end),
    (YEAR_END, _year_end),
    (ONLY_YEAR, _year_end),
    (ONLY_DAY, _only_day),
    (WEEKDAY, _weekday),
)
"""What reads a deadline; of several that could, the first."""
