"""What is given with a page, in the types that crawls and data bases have it in, as the strings that records keep."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping, Sized
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from math import isfinite

LONE_SURROGATE = re.compile("[\ud800-\udfff]")
"""What no encoding can write; JSON may hold it."""

CHINA = timezone(timedelta(hours=8))
SECONDS = range(631152000, 4102444800)
"""The seconds since 1970 that a time of publication may be: those of 1990 to 2099."""

WRAPPED = ("$oid", "$date", "$numberLong", "$numberInt", "$numberDouble")
"""The keys under which MongoDB's extended JSON has a value."""

ZONED = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)(?: UTC)?", re.IGNORECASE
)
"""A time with its zone, as ISO 8601 and data bases write it."""

PARTED = re.compile(r"((?:19|20)\d\d)[-/. ](\d{1,2})(?:[-/. ](\d{1,2})(?: \d\d?:\d\d(?::\d\d)?)?)?")
"""A date whose parts stand in the order of China, or a month: 2024-3, 2024 03 06."""

CHINA_STANDARD = re.compile(r"\bCST\b")
"""The name of China's time as its machines write it, which mail takes for that of Chicago."""


def bare(value: object) -> object:
    """A value out of the one-element lists of crawlers and the wrappings of data bases; None where it says nothing.

    >>> bare(["a"]), bare({"$oid": "65e7"}), bare(float("nan")), bare([]), bare(" "), bare(["a", "b"])
    ('a', '65e7', None, None, None, ['a', 'b'])
    """
    while True:
        if isinstance(value, Mapping) and len(value) == 1 and next(iter(value)) in WRAPPED:
            value = next(iter(value.values()))
        elif isinstance(value, list | tuple) and len(value) == 1:
            value = value[0]
        else:
            break
    # what is not itself is NaN, and NaT, which pandas has for dates
    nothing = value != value if isinstance(value, float | date) else isinstance(value, Sized) and not len(value)  # noqa: PLR0124
    return None if nothing or (isinstance(value, str) and not value.strip()) else value


def given(key: str, value: object) -> str | None:
    """What is said of a page under `key`; None where nothing is.

    A whole number loses its `.0`; `published` may be a date, an RFC 2822 date, 20240306, or seconds or milliseconds
    since 1970. A time with a zone, or in seconds, gives its day in China. Raises ValueError for what cannot be said.

    >>> given("id", 7.0), given("id", {"$oid": "65e7"}), given("published", "Wed, 06 Mar 2024 20:00:00 GMT")
    ('7', '65e7', '2024-03-07')
    >>> given("published", 1709683200), given("published", "1709683200000"), given("published", 20240306.0)
    ('2024-03-06', '2024-03-06', '2024-03-06')
    >>> [given("published", told) for told in ("2023-12-31T16:00:00Z", "２０２４ ０３ ０６", "2024/3")]
    ['2024-01-01', '2024-03-06', '2024-03']
    """
    value = bare(value)
    if isinstance(value, float) and isfinite(value) and (key == "published" or value.is_integer()):
        value = int(value)
    if isinstance(value, date):
        value = value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise ValueError(f"the {key} given with the page is not understood, and left out: {repr(value)[:LONGEST]}")
    value = LONE_SURROGATE.sub("\ufffd", value)
    return _published(value.strip()) if key == "published" else value


LONGEST = 60
"""Characters of a value that a message shows."""


def understood(key: str, value: object) -> str | None:
    """What is said under `key`, as `given` has it; None also where it cannot be said."""
    try:
        return given(key, value)
    except ValueError:
        return None


def _published(told: str) -> str:
    """A time in the ways of machines as a date; any other as it is."""
    plain = unicodedata.normalize("NFKC", told)
    with suppress(ValueError, OverflowError):
        if match := ZONED.fullmatch(plain):
            zone = "+00:00" if match[3].upper() in {"Z", "UTC", "GMT"} else match[3]
            return _day(datetime.fromisoformat(f"{match[1]}T{match[2]}{zone}"))
        if match := PARTED.fullmatch(plain):
            year, month, day = int(match[1]), int(match[2]), int(match[3] or 1)
            return date(year, month, day).isoformat()[: None if match[3] else 7]
    if match := re.fullmatch(r"(\d{1,14})(?:\.\d+)?", plain):  # more are no time, and too many are no number
        return _numbered(match[1]) or plain
    if not plain.isascii():
        return plain
    from email.utils import parsedate_to_datetime  # noqa: PLC0415  loads only for dates of mail

    with suppress(ValueError, TypeError, OverflowError):
        return _day(parsedate_to_datetime(CHINA_STANDARD.sub("+0800", plain)))
    return plain


def _numbered(number: str) -> str | None:
    """The day of 20240306 or 20240306101500, or of seconds or milliseconds since 1970; None for other numbers."""
    if len(number) in {8, 12, 14}:
        with suppress(ValueError):
            return datetime.strptime(number[:8], "%Y%m%d").date().isoformat()
    seconds = int(number) // (1000 if len(number) == 13 else 1)
    return _day(datetime.fromtimestamp(seconds, UTC)) if seconds in SECONDS else None


def _day(time: datetime) -> str:
    """The day in China of a time with a zone, the day itself of any other."""
    return (time.astimezone(CHINA) if time.tzinfo else time).date().isoformat()
