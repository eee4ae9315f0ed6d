"""Whose site an address is, where its letters do not tell: jzrb.com is the paper of 焦作市, lda.gov.cn of a zone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from meetingx import divisions
from meetingx.divisions import Division
from meetingx.lexicon import rows
from meetingx.resolve.domain import PATH, bodies, labels
from meetingx.resolve.url import host_and_path

# Fewer letters stand for several divisions: under gov.cn, where they are given out, and elsewhere.
SHORTEST_OFFICIAL = 3
SHORTEST_NAMESAKE = 4


class Owner(NamedTuple):
    """Whom a site is of: a division, or by its own name a zone, town or street in it."""

    division: Division
    name: str
    level: str


@cache
def _owners() -> dict[str, tuple[str, str, str]]:
    return {domain: (adcode, name, level) for domain, adcode, name, level in rows("domains")}


def owner(url: str | None) -> Owner | None:
    """Whom the site of an address is of, by the longest part of its host, and the first folder, that is known.

    >>> owner("http://epaper.jzrb.com/rb/html/1.htm").division.name
    '焦作市'
    >>> owner("epaper.jzrb.com?id=1").division.name, owner("http://www.example.com/1.htm") is None
    ('焦作市', True)
    """
    for part in _parts(url or ""):
        told = _owners().get(part)
        division = divisions.coded(told[0]) if told else None
        if told and division:
            return Owner(division, told[1], told[2])
    return None


def namesake(url: str | None) -> Division | None:
    """Whose government has the name of this site, or what it begins with: gyct.com.cn is called as gyct.gov.cn is.

    >>> namesake("http://www.gyctnews.com.cn/1.htm").name, namesake("http://www.example.com/1.htm") is None
    ('朝天区', True)
    """
    for label in labels(url):
        shortest = SHORTEST_OFFICIAL if label.registered else SHORTEST_NAMESAKE
        for body in bodies(label.chars) if label.weight > PATH else ():
            told = _owners().get(f"{body}.gov.cn") if len(body) >= shortest else None
            division = divisions.coded(told[0]) if told else None
            if told and division and division.name == told[1]:
                return division
    return None


def _parts(url: str) -> Iterator[str]:
    host, path = host_and_path(url)
    host = host.removeprefix("www.")
    folder = path.partition("/")[0].lower()
    while "." in host:
        if folder:
            yield f"{host}/{folder}"
        yield host
        host = host.partition(".")[2]
