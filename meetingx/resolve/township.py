"""Which town or street of a name met: the one that lies in a division that the page, its site or its address tells."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from meetingx import divisions
from meetingx.divisions import Division
from meetingx.resolve.draft import Placed, Warned
from meetingx.resolve.placing import Told, out_of_force, place_in
from meetingx.townships import Township, county_in, townships_named

POINTS = {"county": 4, "prefecture": 2, "province": 1}
"""What a division told counts for the townships in it, by its level."""

BESIDE = 8
"""What a division printed right before the township's name counts."""

SURE = 2.0
"""The weight from which a division told contradicts the only township of a name, where that lies elsewhere."""

SHOWN = 5
"""Candidates that a warning lists."""


class Hint(NamedTuple):
    """A name of divisions that the page, its site or its address tells; `weight` as in the places found."""

    options: tuple[Division, ...]
    weight: float
    beside: bool = False


def place_township(name: str, hints: list[Hint], year: int | None, told: Told) -> tuple[Placed, list[Warned]]:
    """The township `name`, with code and parents where exactly one of that name is possible, else with candidates."""
    found = _possible(townships_named(name), hints)
    if len(found) == 1:
        return _placed(found[0], year, told)
    placed = place_in(_around(hints), name=name, level="township", adcode=None, year=year, told=told)
    if not found:
        message = f"the list of townships of {divisions.LATEST} has no {name} where the page speaks of"
        return placed, [Warned("township-unknown", message)]
    shown = "、".join(f"{whole_name(one)} ({one.code})" for one in found[:SHOWN])
    more = "…" if len(found) > SHOWN else ""
    return placed, [Warned("place-ambiguous", f"{name} may be any of {len(found)}: {shown}{more}")]


def _possible(candidates: tuple[Township, ...], hints: list[Hint]) -> tuple[Township, ...]:
    """The candidates that most speaks for; none where what is sure speaks for other places alone."""
    points = {one: _points(one, hints) for one in candidates}
    best = max(points.values(), default=0)
    if best == 0 and any(hint.weight >= SURE for hint in hints):
        return ()
    return tuple(one for one in candidates if points[one] == best)


def _points(township: Township, hints: Iterable[Hint]) -> int:
    """The points of the divisions told that enclose a township, each level once."""
    around = _enclosing(township)
    found: dict[str, int] = {}
    for hint in hints:
        for option in hint.options:
            if around.intersection((option.adcode, *option.successors)):
                value = BESIDE if hint.beside else POINTS[option.level]
                found[option.level] = max(value, found.get(option.level, 0))
    return sum(found.values())


def _enclosing(township: Township) -> frozenset[str]:
    code = township.code
    return frozenset({code[:2] + "0000", code[:4] + "00", code[:6]})


def _around(hints: list[Hint]) -> Division | None:
    """The division that a township whose own parent is not known lies in: printed right before it."""
    beside = [hint for hint in hints if hint.beside and len(hint.options) == 1]
    return beside[0].options[0] if beside else None


def _placed(township: Township, year: int | None, told: Told) -> tuple[Placed, list[Warned]]:
    around = county_in(township, year)
    parent = township.parent
    changed = parent is not None and any(out_of_force(parent, year))
    if not changed:
        code = township.adcode
        return place_in(around, name=township.name, level="township", adcode=code, year=year, told=told), []
    message = f"{township.name} has the code {township.code} today; that of {year} is not known"
    around = around or divisions.coded(township.code[:4] + "00")
    placed = place_in(around, name=township.name, level="township", adcode=None, year=year, told=told)
    return placed, [Warned("code-not-in-force", message)]


def whole_name(township: Township) -> str:
    """The name of a township behind those of what encloses it.

    >>> [whole_name(one) for one in townships_named("织里镇")]
    ['浙江省湖州市吴兴区织里镇']
    """
    parent = township.parent
    return (divisions.whole_name(parent) if parent else "") + township.name
