"""Towns, townships, sumu and streets of the latest state (2023): which bear a name, and where they lie.

The table is read when the first name is looked up, and kept as lines in the order of names: forty thousand names cost
little that way, and most pages ask for none.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import NamedTuple

from meetingx.divisions import Division, coded, divisions


class Township(NamedTuple):
    """A town, township, sumu or street with its code of nine digits (GB/T 10114), as of 2023."""

    code: str
    name: str

    @property
    def parent(self) -> Division | None:
        """The county that encloses it today, or the prefecture where that has no counties, or keeps it in a zone.

        >>> [one.parent.name for one in townships_named("长安镇") if one.code.startswith("4419")]
        ['东莞市']
        """
        return coded(self.code[:6]) or coded(self.code[:4] + "00")

    @property
    def adcode(self) -> str | None:
        """Its code, or None where the list has it below a development zone, which has no code of the standard."""
        return self.code if coded(self.code[:6]) else None


@cache
def _lines() -> list[str]:
    text = (Path(__file__).with_name("data") / "townships.tsv").read_text(encoding="utf-8")
    return text.split("\n")[1:-1]


def townships_named(name: str) -> tuple[Township, ...]:
    """The townships of this name, by code; () for a name that none has.

    >>> len(townships_named("城关镇")) > 9, [one.code for one in townships_named("织里镇")]
    (True, ['330502100'])
    """
    lines = _lines()
    key = f"{name}\t"
    at = bisect_left(lines, key)
    if at == len(lines) or not lines[at].startswith(key):
        return ()
    return tuple(Township(code, name) for code in lines[at].removeprefix(key).split("|"))


def county_in(township: Township, year: int | None) -> Division | None:
    """The division that encloses a township of today, as it was in a year; None where the lists do not tell.

    >>> lies_in_ningbo = next(one for one in townships_named("溪口镇") if one.code.startswith("3302"))
    >>> county_in(lies_in_ningbo, None).name, county_in(lies_in_ningbo, 2010).name
    ('奉化区', '奉化市')
    """
    today = township.parent
    if today is None or year is None or today.in_force(year):
        return today
    before = [one for one in divisions() if one.in_force(year) and today.adcode in one.successors]
    return before[0] if len(before) == 1 else None
