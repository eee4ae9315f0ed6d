"""The prefectures of telephone area codes: editors print them in their numbers, and sites of cities bear them."""

from __future__ import annotations

from functools import cache

from meetingx import divisions
from meetingx.divisions import Division
from meetingx.lexicon import rows
from meetingx.resolve.url import host_and_path
from meetingx.rules import Rule

# A label of a host that begins with an area code, or is one: 0391xw.cn, bbs.0391.com.
IN_HOST = Rule(
    name="url/area-code",
    pattern=r"(?:^|\.)(?P<span>0(?:10|2\d|[3-9]\d\d))(?![0-9])",
    make=lambda m: m["span"],
    yes={"bbs.〔0391〕xw.cn": "0391", "〔021〕example.com": "021"},
    no=("03911.com", "a0391.com", "0123.com"),
)


def of_code(code: str) -> Division | None:
    """The prefecture that an area code is of; None for one that several share.

    >>> of_code("0391").name, of_code("0999999")
    ('焦作市', None)
    """
    return divisions.coded(_codes().get(code, ""))


def of_host(url: str | None) -> Division | None:
    """The prefecture whose area code the host of an address begins with.

    >>> of_host("http://www.0391xw.cn/1.html").name
    '焦作市'
    """
    match = IN_HOST.regex.search(host_and_path(url)[0])
    return of_code(match["span"]) if match else None


@cache
def _codes() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("phones")}
