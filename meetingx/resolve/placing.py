"""A place with its code on the day of the meeting, and what encloses it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from meetingx import divisions
from meetingx.divisions import Division
from meetingx.resolve.draft import Placed, Warned
from meetingx.source import Span


class Told(NamedTuple):
    """How a place was told: the basis, the passages, the rule."""

    basis: str
    spans: tuple[Span, ...]
    rule: str


def place_division(division: Division, year: int | None, told: Told) -> tuple[Placed, list[Warned]]:
    """The place that is a division of the standard, with its code in `year`."""
    warnings = list(out_of_force(division, year))
    code = None if warnings else division.adcode
    return place_in(division, name=division.name, level=division.level, adcode=code, year=year, told=told), warnings


def place_in(
    around: Division | None, *, name: str, level: str, adcode: str | None, year: int | None, told: Told
) -> Placed:
    """The place `name` in the division around it, or that is itself that division."""
    names = {one.level: one.name for one in (*divisions.parents(around, year), around)} if around else {}
    return Placed(
        name=name,
        adcode=adcode,
        level=level,
        province=names.get("province"),
        prefecture=names.get("prefecture"),
        county=names.get("county"),
        township=name if level == "township" else None,
        basis=told.basis,
        spans=told.spans,
        rule=told.rule,
    )


def out_of_force(division: Division, year: int | None) -> Iterable[Warned]:
    """The warning that a division had no code in `year`, with what became of it, or what it was before.

    >>> [one.message for one in out_of_force(divisions.named("崇文区")[0], 2011)]
    ['崇文区 (110103) was in force until 2010: its area is now 110101 东城区']
    """
    if year is None or division.in_force(year):
        return
    named = f"{division.name} ({division.adcode})"
    if division.since is not None and year < division.since:
        message = f"{named} has been in force only since {division.since}"
    else:
        became = "、".join(_told(code) for code in division.successors)
        message = f"{named} was in force until {division.until}" + (f": its area is now {became}" if became else "")
    yield Warned("code-not-in-force", message)


def _told(code: str) -> str:
    found = divisions.coded(code)
    return f"{code} {found.name}" if found else code
