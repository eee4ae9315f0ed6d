"""The administrative divisions of GB/T 2260: codes, names, levels, and the romanised names of their sites."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from meetingx.lexicon import rows

LEVELS = ("province", "prefecture", "county")


@dataclass(frozen=True, slots=True)
class Division:
    """A division, in force until the year `until`, or today where that is None."""

    adcode: str
    name: str
    shorts: tuple[str, ...]
    level: str
    pinyin: tuple[str, ...]
    until: int | None


@cache
def divisions() -> tuple[Division, ...]:
    """All divisions, those of today and those that were.

    >>> [d.name for d in divisions() if d.adcode == "410823"]
    ['武陟县']
    """
    return tuple(
        Division(
            adcode,
            name,
            tuple(filter(None, short.split("|"))),
            level,
            tuple(filter(None, pinyin.split("|"))),
            int(until) if until else None,
        )
        for adcode, name, short, level, pinyin, until in (row + ("",) * (6 - len(row)) for row in rows("divisions"))
    )


@cache
def _index() -> tuple[dict[str, tuple[Division, ...]], dict[str, Division], dict[str, tuple[Division, ...]]]:
    names: dict[str, list[Division]] = defaultdict(list)
    codes: dict[str, Division] = {}
    pinyin: dict[str, list[Division]] = defaultdict(list)
    for division in divisions():
        for name in (division.name, *division.shorts):
            names[name].append(division)
        for spelled in division.pinyin:
            pinyin[spelled].append(division)
        old = codes.get(division.adcode)
        if old is None or (old.until is not None and division.until is None):
            codes[division.adcode] = division
    return (
        {name: tuple(found) for name, found in names.items()},
        codes,
        {spelled: tuple(found) for spelled, found in pinyin.items()},
    )


def named(name: str) -> tuple[Division, ...]:
    """The divisions with this full or short name.

    >>> [d.adcode for d in named("衡水")]
    ['131100']
    """
    return _index()[0].get(name, ())


def coded(adcode: str) -> Division | None:
    """The division with this code, the one of today where two had it."""
    return _index()[1].get(adcode)


def spelled(pinyin: str) -> tuple[Division, ...]:
    """The divisions whose romanised name this is."""
    return _index()[2].get(pinyin, ())


def parents(division: Division) -> tuple[Division, ...]:
    """The divisions that enclose this one, the province first.

    >>> [d.name for d in parents(named("武陟县")[0])]
    ['河南省', '焦作市']
    """
    codes = [division.adcode[:2] + "0000", division.adcode[:4] + "00"]
    found = [coded(code) for code in codes if code != division.adcode]
    return tuple(d for d in found if d is not None)


@cache
def _automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    words = tuple(sorted(_index()[0]))
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words


def find_names(chars: str) -> list[tuple[int, int, str]]:
    """Every division name, full or short, in `chars`: leftmost, longest.

    >>> find_names("武陟县立即召开会议")
    [(0, 3, '武陟县')]
    """
    automaton, words = _automaton()
    return [(start, end, words[which]) for which, start, end in automaton.find_matches_as_indexes(chars)]


@cache
def province_letters() -> tuple[str, ...]:
    """The short romanised forms of provinces that sites put before a county's name: sd, hn, cq."""
    return tuple(
        sorted({spelled for d in divisions() if d.level == "province" for spelled in d.pinyin if len(spelled) == 2})
    )


SYLLABLE = re.compile(
    r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]?ang|i?ong|eng|ing|[iuv]?an|[iu]?en|in|un|[iu]?ao|[iu]?a|[iu]?e|o?u"
    r"|uai|u?ei|ai|er?|i|o|uo|iu|ui|v)(?![aeiouv])"
)


def initials(division: Division) -> tuple[str, ...]:
    """The first letters of the syllables of a division's romanised names.

    >>> initials(named("安阳市")[0])
    ('ay',)
    """
    found = set()
    for spelled in division.pinyin:
        letters = "".join(match[0][0] for match in SYLLABLE.finditer(spelled))
        if 2 <= len(letters) < len(spelled):
            found.add(letters)
    return tuple(sorted(found))


@cache
def _lettered() -> dict[str, tuple[Division, ...]]:
    found: dict[str, list[Division]] = defaultdict(list)
    for division in divisions():
        province = coded(division.adcode[:2] + "0000")
        for before in province.pinyin if province and division.level != "province" else ():
            if len(before) == 2:
                for letters in initials(division):
                    found[before + letters].append(division)
    return {letters: tuple(options) for letters, options in found.items()}


def lettered(letters: str) -> tuple[Division, ...]:
    """The divisions that an official site's letters may stand for, the province's before its own: zjkh, tjhq.

    >>> [d.name for d in lettered("tjhq")]
    ['红桥区']
    """
    return _lettered().get(letters, ())
