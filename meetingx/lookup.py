"""Names of places looked up: who bears a name, the codes then and now, what became of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from meetingx import divisions
from meetingx.divisions import LATEST, Division
from meetingx.townships import Township, county_in, townships_named

LONGEST = 60
"""Characters that a name may have together with those of all that encloses it; no place has a longer one."""


@dataclass(frozen=True, slots=True)
class Became:
    """A division of today that the area of another went to."""

    adcode: str
    name: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that bears the name looked up; a code is None where none was in force."""

    name: str
    level: str
    adcode: str | None
    then: str | None
    now: str | None
    since: int | None
    until: int | None
    province: str | None
    prefecture: str | None
    county: str | None
    became: tuple[Became, ...]


def look_up(name: str, *, year: int | None = None) -> tuple[Candidate, ...]:
    """The places that bear a name, or have a code; those in force in `year` (else today) first, then by code.

    A name may have those of what encloses it before it, full or short.

    >>> [(one.adcode, one.then, one.now, [b.name for b in one.became]) for one in look_up("崇文区", year=2009)]
    [('110103', '110103', None, ['东城区'])]
    >>> [one.adcode for one in look_up("长春市朝阳区")], [one.adcode for one in look_up("湖州织里镇")]
    (['220104'], ['330502100'])
    >>> look_up("无此县")
    ()
    """
    if len(name) > LONGEST:
        return ()
    found = [_division(one, year) for one in _divisions(name)]
    found += [_township(one, year) for one in _townships(name)]
    wanted = "now" if year is None else "then"
    return tuple(sorted(found, key=lambda one: (getattr(one, wanted) is None, one.adcode or "", one.since or 0)))


@lru_cache(maxsize=LONGEST)  # each head of a name is asked for by every longer one
def _divisions(name: str) -> tuple[Division, ...]:
    if name.isascii() and name.isdigit():
        return tuple(one for one in divisions.divisions() if one.adcode == name)
    whole = divisions.ever_named(name)
    if whole:
        return tuple(whole)
    return tuple(
        one
        for around, rest in _split(name)
        for one in divisions.ever_named(rest)
        if any(one.level != other.level and _lies_in(one.adcode, other) for other in around)
    )


def _townships(name: str) -> list[Township]:
    found = list(townships_named(name))
    for around, rest in _split(name) if not found else ():
        found += [one for one in townships_named(rest) if any(_lies_in(one.code, other) for other in around)]
    return list(dict.fromkeys(found))


def _split(name: str) -> Iterator[tuple[tuple[Division, ...], str]]:
    """The divisions that the longest heads of a name may be, and what is left of it: 浙江省湖州市|织里镇."""
    for at in range(len(name) - 2, 1, -1):
        around = _divisions(name[:at])
        if around:
            yield around, name[at:]
            return


def _lies_in(code: str, around: Division) -> bool:
    """Whether a code lies in a division, or in what that became."""
    return any(code.startswith(_head(one)) for one in (around.adcode, *around.successors))


def _head(code: str) -> str:
    """What all codes in a division begin with: two digits for a province, four for a prefecture, six for a county."""
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code


def today(division: Division) -> tuple[Division, ...]:
    """The divisions of today that the area of a former one went to; () where the lists do not tell.

    >>> [one.name for one in today(divisions.named("居巢区")[0])], today(divisions.ever_named("获鹿县")[0])
    (['巢湖市'], ())
    """
    found: dict[str, Division] = {}
    seen: set[str] = set()
    waiting = list(division.successors)
    while waiting:
        code = waiting.pop(0)
        one = divisions.coded(code)
        if one is None or code in seen:
            continue
        seen.add(code)
        if one.last:
            waiting += one.successors
        else:
            found[code] = one
    return tuple(found.values())


def _division(one: Division, year: int | None) -> Candidate:
    names = _levels((*divisions.parents(one, year if one.in_force(year) else None), one))
    return Candidate(
        name=one.name,
        level=one.level,
        adcode=one.adcode,
        then=one.adcode if year is not None and one.in_force(year) else None,
        now=None if one.last else one.adcode,
        since=one.since,
        until=one.until,
        **names,
        became=tuple(Became(other.adcode, other.name) for other in today(one)),
    )


def _township(one: Township, year: int | None) -> Candidate:
    around = one.parent
    known = year is not None and (year >= LATEST or (around is not None and around.in_force(year)))
    above = county_in(one, year) or around
    return Candidate(
        name=one.name,
        level="township",
        adcode=one.adcode,
        then=one.adcode if known else None,
        now=one.adcode,
        since=None,
        until=None,
        **_levels((*divisions.parents(above, year), above) if above else ()),
        became=(),
    )


def _levels(around: Iterable[Division]) -> dict[str, str | None]:
    names: dict[str, str | None] = dict.fromkeys(divisions.LEVELS)
    return names | {one.level: one.name for one in around}
