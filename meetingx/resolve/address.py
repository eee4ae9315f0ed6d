"""What an address tells of the division: readings of its labels that fit the kind wanted and what the page names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from meetingx import divisions
from meetingx.divisions import Division
from meetingx.evidence import WEIGHTS
from meetingx.lexicon import words
from meetingx.resolve.domain import OFFICIAL, PATH, Label, Manner, Reading, labels
from meetingx.resolve.known import owner
from meetingx.resolve.votes import SUBORDINATE, Vote, enclosing, meant, named_around, of_kind

# Letters that a site may write behind the initials of a division that the page names: hdrb.
LONGEST_TAIL = 4
SHORTEST_PROVINCE = 4
# Letters of a province, three of a division and a word for a site: bjmtgnews.
SHORTEST_OF_PAPERS = 6
# The kinds of which there are so few that two initials mean one: 州, 盟, 地区.
FEW = {"州", "盟", "地"}
RULES = {Manner.NAME: "place/url", Manner.LETTERS: "place/url-letters", Manner.INITIALS: "place/url-around"}


def from_address(raw: list[Vote], url: str | None, letter: str | None, year: int | None) -> Iterator[Vote]:
    """What the address tells: names and sure initials for themselves, others for what the page speaks of, too."""
    parts = tuple(labels(url))
    around = named_around(raw)
    of = owner(url)
    known = of is not None and of_kind(of.division, letter)  # then its letters need not be read
    for part in parts if letter not in SUBORDINATE else ():
        if known and part.weight > PATH:
            continue
        fitting = [one for one in _allowed(part, parts, letter) if _fits(one, letter, year)]
        for one in _chosen(fitting, part, parts, letter, around | _around_counties(raw)):
            yield _vote(one.division, _weight(one, part, parts), RULES[one.manner])
    near = {d.adcode: d for one in raw for d in (*enclosing(one.name, letter), *meant(one.name, letter, year, around))}
    if of is not None:
        near.pop(of.division.adcode, None)  # it counts for itself, once
    yield from _of_named(list(near.values()), parts)


def divisions_told(url: str | None) -> Iterator[tuple[tuple[Division, ...], float]]:
    """The divisions that each label of an address may stand for, of the surest manner, and the label's weight."""
    parts = tuple(labels(url))
    for part in parts:
        readings = _allowed(part, parts, None)
        best = min((one.manner for one in readings), default=None)
        options = tuple(one.division for one in readings if one.manner == best and not one.division.last)
        if options:
            yield options, part.weight if best != Manner.INITIALS else WEIGHTS["place/url-around"]


def _vote(division: Division, weight: float, rule: str) -> Vote:
    return Vote(division.name, division.level, "url", weight, (), rule, division)


def _allowed(part: Label, parts: tuple[Label, ...], letter: str | None) -> list[Reading]:
    """The readings of a label: names anywhere, initials of what a government's site is called after, and below it."""
    if part.registered:
        return list(part.readings)
    if part.deep:
        return [one for one in part.readings if one.manner == Manner.NAME and _parent_spelled(one.division, parts)]
    inside = {
        one.division.adcode.rstrip("0")
        for other in parts
        for one in other.readings
        if (other.registered or one.manner == Manner.NAME) and other is not part
        if one.division.level != "county" and not one.division.last
    }
    return [
        one
        for one in part.readings
        if one.manner == Manner.NAME
        or (letter is not None and not one.within and _lies_in(one.division, inside))
        or (letter in FEW and _is_of_a_site(part.chars, one.division))
        or (
            part.weight > PATH and one.within and one.manner == Manner.LETTERS and len(part.chars) >= SHORTEST_OF_PAPERS
        )
    ]


def _is_of_a_site(label: str, division: Division) -> bool:
    """Whether a label is the initials of a division and a word for a paper or a site: gnrb of 甘南州."""
    return any(label.removesuffix(tail) in divisions.initials(division) for tail in words("site_tail") if tail in label)


def _lies_in(division: Division, codes: Iterable[str]) -> bool:
    return any(division.adcode.startswith(code) and division.adcode.rstrip("0") != code for code in codes)


def _fits(reading: Reading, letter: str | None, year: int | None) -> bool:
    until = reading.division.until
    return of_kind(reading.division, letter) and (until is None or (year is not None and year <= until))


def _chosen(
    fitting: list[Reading], part: Label, parts: tuple[Label, ...], letter: str | None, around: frozenset[str]
) -> list[Reading]:
    """The one reading of the surest manner, narrowed by what else is told; none where several are left."""
    for manner in Manner:
        options = [one for one in fitting if one.manner == manner]
        if manner == Manner.NAME and part.weight >= OFFICIAL:
            options = [one for one in options if one.within or not _spells_another_prefecture(one.division, part.chars)]
        if manner == Manner.INITIALS and part.registered and letter not in FEW:
            options = [one for one in options if {one.division.adcode[:4], one.division.adcode[:2]} & around]
        if len(options) > 1:
            options = (
                [one for one in options if one.division.adcode[:4] in around]
                or [one for one in options if one.division.adcode[:2] in around]
                or [one for one in options if one.within]
                or options
            )
        if len(options) > 1 and letter is None:
            options = [one for one in options if one.division.level == "prefecture"]
        under = [one for one in options if _parent_spelled(one.division, parts)]
        if len(options) > 1 and len(under) == 1:
            options = under
        if options:
            return options if len(options) == 1 else []
    return []


def _weight(reading: Reading, part: Label, parts: tuple[Label, ...]) -> float:
    if reading.manner == Manner.NAME:
        sure = reading.within or _parent_spelled(reading.division, parts)
        return part.weight + (1.0 if sure else 0.0)
    return WEIGHTS[RULES[reading.manner]]


def _around_counties(raw: list[Vote]) -> frozenset[str]:
    """The codes of the provinces of the counties that the page names by names that no other division has."""
    named = (divisions.named(one.name) for one in raw)
    return frozenset(options[0].adcode[:2] for options in named if len(options) == 1)


def _of_named(near: list[Division], parts: tuple[Label, ...]) -> Iterator[Vote]:
    """What initials, or the name of their province, say of divisions that the page names."""
    provinces = {
        d.adcode[:2]
        for part in parts
        for d in divisions.spelled(part.chars)
        if d.level == "province" and len(part.chars) >= SHORTEST_PROVINCE
    }
    for division in near:
        shorts = divisions.initials(division)
        if any(begins(part.chars, short) for short in shorts for part in parts):
            yield _vote(division, WEIGHTS["place/url-initials"], "place/url-initials")
        if division.adcode[:2] in provinces and division.level != "province":
            yield _vote(division, WEIGHTS["place/url-province"], "place/url-province")


def begins(label: str, short: str) -> bool:
    """Whether a label is these initials with no more behind them than a site writes there."""
    return label.startswith(short) and len(label) - len(short) <= LONGEST_TAIL


def _spells_another_prefecture(division: Division, spelling: str) -> bool:
    """Whether the spelling of a county is that of a prefecture elsewhere: tongchuan is 铜川市 rather than 通川区."""
    return division.level == "county" and any(
        one.level == "prefecture" and one.adcode[:4] != division.adcode[:4] for one in divisions.spelled(spelling)
    )


def _parent_spelled(division: Division, parts: tuple[Label, ...]) -> bool:
    """Whether the address spells what encloses a division too: huaibei.example.com/suixi/."""
    return any(
        len(part.chars) >= SHORTEST_PROVINCE and part.chars in parent.pinyin
        for parent in divisions.parents(division)
        for part in parts
    )
