"""The days that a date of a record covers: EDTF as the records have it, as calendar days."""

from __future__ import annotations

import calendar
import re
from datetime import date

DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


def days(edtf: str | None) -> tuple[date, date] | None:
    """The first and the last day of a date; None where its year is not known.

    >>> days("2021-02")
    (datetime.date(2021, 2, 1), datetime.date(2021, 2, 28))
    >>> days("2021-07-24/2021-07-25")
    (datetime.date(2021, 7, 24), datetime.date(2021, 7, 25))
    >>> days("XXXX-09-28") is days(None) is None
    True
    """
    ends = [_ends(part) for part in (edtf or "").split("/")]
    known = [end for end in ends if end is not None]
    return (known[0][0], known[-1][1]) if known and len(known) == len(ends) else None


def _ends(part: str) -> tuple[date, date] | None:
    match = DATE.fullmatch(part)
    if match is None:
        return None
    year, month, day = (int(match[name]) if match[name] else None for name in ("year", "month", "day"))
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        return first, date(first.year, last_month, day or calendar.monthrange(first.year, last_month)[1])
    except ValueError:
        return None
