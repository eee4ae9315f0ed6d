"""What is given with a page, in the types that crawls and data bases have it in, as the strings that records keep."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
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


def given(key: str, value: object) -> str | None:
    """What is said of a page under `key`; None where nothing is.

    A whole number loses its `.0`; `published` may be a date, an RFC 2822 date, 20240306, or seconds or milliseconds
    since 1970, whose day is that of China. Raises ValueError for what says nothing.

    >>> given("id", 7.0), given("id", {"$oid": "65e7"}), given("published", "Wed, 06 Mar 2024 08:00:00 +0800")
    ('7', '65e7', '2024-03-06')
    >>> given("published", 1709683200), given("published", "1709683200000"), given("published", 20240306.0)
    ('2024-03-06', '2024-03-06', '2024-03-06')
    """
    while isinstance(value, Mapping) and len(value) == 1 and next(iter(value)) in WRAPPED:
        value = next(iter(value.values()))
    if isinstance(value, float) and isfinite(value) and (key == "published" or value.is_integer()):
        value = int(value)
    if isinstance(value, date):
        value = value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ValueError(f"its {key} is no string: give a string, or leave it out")
    value = LONE_SURROGATE.sub("\ufffd", value)
    return _published(value.strip()) if key == "published" else value


def _published(told: str) -> str:
    """A time in the ways of machines as a date; any other as it is."""
    match = re.fullmatch(r"(\d+)(?:\.\d+)?", told)
    if match is None:
        from email.utils import parsedate_to_datetime  # noqa: PLC0415  loads only for dates of mail

        with suppress(ValueError, TypeError):
            return parsedate_to_datetime(told).date().isoformat()
        return told
    number = match[1]
    if len(number) in {8, 12, 14}:
        with suppress(ValueError):
            return datetime.strptime(number[:8], "%Y%m%d").date().isoformat()
    seconds = int(number) // (1000 if len(number) == 13 else 1)
    return datetime.fromtimestamp(seconds, UTC).astimezone(CHINA).date().isoformat() if seconds in SECONDS else told
