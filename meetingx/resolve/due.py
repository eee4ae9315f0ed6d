"""By when: a printed deadline as a date, where the meeting's own date tells it."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

DAY = re.compile(
    r"(?:(?P<y>今年|明年|20\d\d年))?(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})[日号]|(?P<part>底|上旬|中旬|下旬|末))?"
)
WEEKDAY = re.compile(r"(?P<which>本|这|下)周(?P<day>[一二三四五六日末])")
WITHIN = re.compile(r"(?P<n>\d+|[一二两三四五六七八九十])个?(?P<unit>日|天|周|月)(?:之内|以内|内)")
COUNT = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}


def due(text: str, held: str | None) -> str | None:
    """The last day of a deadline in EDTF, or None where the page does not tell it.

    >>> due("9月30日前", "2021-07-24"), due("今年10月底前", "2021-07-24"), due("本周五前", "2021-07-21")
    ('2021-09-30', '2021-10-31', '2021-07-23')
    >>> due("采暖季前", "2021-07-24") is None
    True
    """
    day = _day(held)
    match = DAY.search(text)
    if match:
        return _calendar(match, day)
    if day is None:
        return None
    if re.search(r"年底|年内|下半年", text):
        return date(day.year, 12, 31).isoformat()
    if re.search(r"月底|本月", text):
        return date(day.year, day.month, calendar.monthrange(day.year, day.month)[1]).isoformat()
    return _near(text, day)


def _day(held: str | None) -> date | None:
    if not held or not re.match(r"\d{4}-\d\d-\d\d", held):
        return None
    return date.fromisoformat(held[:10])


def _calendar(match: re.Match[str], day: date | None) -> str | None:
    month = int(match["m"])
    if not 1 <= month <= 12:
        return None
    year = None
    if match["y"] and match["y"].startswith("20"):
        year = int(match["y"][:4])
    elif day is not None:
        year = day.year + (1 if match["y"] == "明年" or (not match["y"] and month < day.month) else 0)
    if year is None:
        return None
    last = calendar.monthrange(year, month)[1]
    number = int(match["d"]) if match["d"] else {"上旬": 10, "中旬": 20}.get(match["part"] or "", last)
    return date(year, month, number).isoformat() if 1 <= number <= last else None


def _near(text: str, day: date) -> str | None:
    match = WEEKDAY.search(text)
    if match:
        number = "一二三四五六日末".index(match["day"])
        monday = day - timedelta(days=day.weekday()) + timedelta(days=7 if match["which"] == "下" else 0)
        return (monday + timedelta(days=min(number, 6))).isoformat()
    match = WITHIN.search(text)
    if match and match["unit"] in "日天周":
        count = int(match["n"]) if match["n"].isdigit() else COUNT[match["n"]]
        return (day + timedelta(days=count * (7 if match["unit"] == "周" else 1))).isoformat()
    return None
