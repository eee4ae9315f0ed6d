"""Votes for the division whose body met, and which division a name means, given the kind wanted."""

from __future__ import annotations

from typing import NamedTuple

from meetingx import divisions
from meetingx.divisions import Division
from meetingx.source import Span

CORPS_CODES = "6590"
SUBORDINATE = {"镇", "乡", "街道"}
# How much tells of a place before it is taken.
ENOUGH = 1.7
# What tells that a site is of a place.
OF_SITE = frozenset({"place/site", "place/site-code", "place/url", "place/known-site"})


class Vote(NamedTuple):
    """One piece of evidence that the body of the division, zone or township `name` met."""

    name: str
    level: str
    basis: str
    weight: float
    spans: tuple[Span, ...]
    rule: str
    division: Division | None = None
    within: tuple[str, ...] = ()


def named_around(raw: list[Vote]) -> frozenset[str]:
    """The codes of the provinces and prefectures that the page names."""
    codes = set()
    for one in raw:
        for division in divisions.named(one.name):
            if division.level == "province":
                codes.add(division.adcode[:2])
            elif division.level == "prefecture":
                codes.update((division.adcode[:2], division.adcode[:4]))
    return frozenset(codes)


def meant(name: str, letter: str | None, year: int | None, context: frozenset[str]) -> list[Division]:
    """The division that a name stands for, given the kind wanted; none where several fit alike."""
    found = [d for d in divisions.named(name) if of_kind(d, letter)]
    current = [d for d in found if d.in_force(year)] or [d for d in found if name == d.name or year is None]
    if len(current) > 1:
        current = (
            [d for d in current if d.adcode[:4] in context]
            or [d for d in current if d.adcode[:2] in context]
            or current
        )
    if len(current) > 1 and len({d.name for d in current}) == 1 and len({d.adcode[:4] for d in current}) == 1:
        current = [max(current, key=lambda d: (d.last is None, d.adcode))]
    if len(current) > 1 and all(d.last for d in current) and len({(d.name, d.adcode[:2]) for d in current}) == 1:
        current = [max(current, key=lambda d: d.last)]  # one county, whose code changed before it came to an end
    return current if len(current) == 1 else []


def of_kind(division: Division, letter: str | None) -> bool:
    """Whether a division is of the kind that a report calls its own, 县, 市, 区, 省 …; any where it tells none."""
    if letter is None or letter in SUBORDINATE:
        return letter is None
    if letter == "省":
        return division.level == "province" and not division.name.endswith("市")
    if letter == "区":
        return division.level == "county" and division.name.endswith(("区", "特区", "林区"))
    if letter == "师市":
        return division.adcode.startswith(CORPS_CODES)
    return division.name.endswith("地区" if letter == "地" else letter)


def enclosing(name: str, letter: str | None) -> list[Division]:
    """The division of the kind wanted that encloses the one named."""
    found = {
        parent.adcode: parent
        for division in divisions.named(name)
        for parent in divisions.parents(division)
        if letter is not None and letter not in SUBORDINATE and letter != "区" and of_kind(parent, letter)
    }
    return list(found.values()) if len(found) == 1 else []
