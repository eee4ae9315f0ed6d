"""The administrative divisions of GB/T 2260: codes, names, levels, years in force, and the spellings of their sites.

A code is in force from the year `since` to the year `until`, which still saw a part of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from meetingx.kept import kept

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

LEVELS = ("province", "prefecture", "county")
TABLE = "divisions.tsv"
OLDEST_ON_PAGES = "2003"
"""What went before this year is not looked for on pages: nothing but words are left of 新区, 城南区."""

FIRST = 1982
"""The year of the oldest list that the table was compiled from."""

LATEST = 2023
"""The year of the newest list that the table was compiled from."""


class Division(NamedTuple):
    """A line of the table: a division with one of its names.

    There are seven thousand, so that what a line holds is taken apart when it is asked for.
    """

    adcode: str
    name: str
    short: str
    level: str
    spelling: str
    letters: str
    first: str
    last: str
    successor: str

    @property
    def since(self) -> int | None:
        """The first year, None where it was in force when the lists begin."""
        return int(self.first) if self.first else None

    @property
    def until(self) -> int | None:
        """The year in which it went, None for what is in force."""
        return int(self.last) if self.last else None

    @property
    def shorts(self) -> tuple[str, ...]:
        """What people call it."""
        return tuple(filter(None, self.short.split("|")))

    @property
    def pinyin(self) -> tuple[str, ...]:
        """Its romanised names."""
        return tuple(filter(None, self.spelling.split("|")))

    @property
    def successors(self) -> tuple[str, ...]:
        """The codes that its area went to; () where it is in force, or where the lists do not tell."""
        return tuple(filter(None, self.successor.split("|")))

    def in_force(self, year: int | None) -> bool:
        """Whether it had this code and name in a year; None asks for today.

        >>> [one.in_force(2009) for one in named("崇文区")], [one.in_force(2011) for one in named("崇文区")]
        ([True], [False])
        """
        if year is None:
            return not self.last
        return (not self.first or int(self.first) <= year) and (not self.last or year <= int(self.last))


@cache
def _table(name: str) -> bytes:
    return (Path(__file__).with_name("data") / name).read_bytes()


@kept
def _ends(name: str) -> tuple[int, ...]:
    """Where each line of a table ends, that of its heading first."""
    return tuple(end for end, byte in enumerate(_table(name)) if byte == ord("\n"))


@cache
def _division(at: int) -> Division:
    """The division of a line of the table; most pages ask for a few dozen."""
    start, end = _ends(TABLE)[at : at + 2]
    return Division(*_table(TABLE)[start + 1 : end].decode().split("\t"))


def divisions() -> tuple[Division, ...]:
    """All divisions, those of today and those that were, by code and year.

    >>> [(d.name, d.since, d.until) for d in divisions() if d.adcode == "440117"]
    [('从化区', 2014, None)]
    """
    return tuple(map(_division, range(len(_ends(TABLE)) - 1)))


def _is_recent(one: Division) -> bool:
    return not one.last or one.last >= OLDEST_ON_PAGES


KEYS: dict[str, Callable[[Division], Iterable[str]]] = {
    "any name": lambda one: (one.name, *one.shorts),
    "name": lambda one: (one.name, *one.shorts) if _is_recent(one) else (),
    "code": lambda one: (one.adcode,),
    "spelling": lambda one: one.pinyin if _is_recent(one) else (),
    "letters": lambda one: _written(one) if _is_recent(one) else (),
    "prefecture": lambda one: (one.adcode[:4],) if one.level == "county" and not one.last else (),
}
"""What divisions are looked up by."""


def _index(by: str) -> dict[str, list[int]]:
    """The lines of the table under each key."""
    found: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(divisions()):
        for key in KEYS[by](one):
            found[key].append(at)
    return found


def _drawer(key: str) -> str:
    """What the keys are kept under: a page asks for names of few first characters and codes of few provinces."""
    return key[:2] if key.isdecimal() else key[:1]


@kept
def _drawers(by: str) -> dict[str, str]:
    """The index, a key and its lines in each line of a drawer."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, lines in _index(by).items():
        found[_drawer(key)].append(f"{key}\t{' '.join(map(str, lines))}")
    return {drawer: "\n".join(lines) for drawer, lines in found.items()}


@lru_cache(maxsize=4096)
def _opened(by: str, drawer: str) -> dict[str, tuple[int, ...]]:
    lines = (line.split("\t") for line in _drawers(by).get(drawer, "").splitlines())
    return {key: tuple(map(int, at.split())) for key, at in lines}


@lru_cache(maxsize=16384)
def _under(by: str, key: str) -> tuple[Division, ...]:
    return tuple(map(_division, _opened(by, _drawer(key)).get(key, ())))


def named(name: str) -> tuple[Division, ...]:
    """The divisions of pages of the web with this full or short name.

    >>> [d.adcode for d in named("衡水")]
    ['131100']
    """
    return _under("name", name)


def ever_named(name: str) -> tuple[Division, ...]:
    """All divisions that ever had this full or short name, by code and year.

    >>> [(d.adcode, d.since, d.until) for d in ever_named("获鹿县")]
    [('130122', 1983, 1994), ('132334', None, 1983)]
    """
    return _under("any name", name)


def coded(adcode: str, year: int | None = None) -> Division | None:
    """The division that had this code in a year; without a year the one of today, else the last that had it.

    >>> coded("420600").name, coded("420600", 2005).name
    ('襄阳市', '襄樊市')
    """
    found = _under("code", adcode)
    if year is None:
        return max(found, key=lambda one: one.until or LATEST + 1, default=None)
    return next((one for one in reversed(found) if one.in_force(year)), None)


def spelled(pinyin: str) -> tuple[Division, ...]:
    """The divisions whose romanised name this is."""
    return _under("spelling", pinyin)


def parents(division: Division, year: int | None = None) -> tuple[Division, ...]:
    """The divisions that enclosed this one in a year, the province first; without a year, in its last one.

    >>> [d.name for d in parents(named("武陟县")[0])]
    ['河南省', '焦作市']
    """
    when = year if year is not None or division.until is None else division.until - 1
    codes = [division.adcode[:2] + "0000", division.adcode[:4] + "00"]
    found = [coded(code, when) or coded(code) for code in codes if code != division.adcode]
    return tuple(one for one in found if one is not None)


def whole_name(division: Division, year: int | None = None) -> str:
    """The name of a division behind those of what enclosed it in a year.

    >>> whole_name(named("武陟县")[0])
    '河南省焦作市武陟县'
    """
    return "".join(one.name for one in (*parents(division, year), division))


class _Finder(NamedTuple):
    """What finds names: an automaton of those that no shorter one begins, and of each what goes on from it."""

    automaton: AhoCorasick
    words: tuple[str, ...]
    longer: dict[str, list[str]]


@kept
def _names(by: str) -> tuple[tuple[str, ...], dict[str, list[str]]]:
    """The names that no shorter one begins, and of each what goes on from it."""
    names = _index(by)
    begun = {name for name in names if len(name) > 2 and (name[:-1] in names or name[:2] in names)}
    words = tuple([name for name in names if name not in begun])
    longer: dict[str, list[str]] = defaultdict(list)
    for name in sorted(begun, key=len, reverse=True):
        start = name[:-1]
        while start in begun or start not in names:
            start = start[:-1]
        longer[start].append(name)
    return words, dict(longer)


@cache
def _finder() -> _Finder:
    """An automaton of the short names alone is made in a third of the time that one of all names takes."""
    import ahocorasick_rs as made  # noqa: PLC0415  patterns are compiled where it is missing

    words, longer = _names("name")
    automaton = made.AhoCorasick(
        words, made.MatchKind.LeftmostLongest, implementation=made.Implementation.ContiguousNFA
    )
    return _Finder(automaton, words, longer)


def find_names(chars: str) -> list[tuple[int, int, str]]:
    """Every division name, full or short, in `chars`: leftmost, longest.

    >>> find_names("武陟县立即召开会议，焦作市和武陟")
    [(0, 3, '武陟县'), (10, 13, '焦作市'), (14, 16, '武陟')]
    """
    automaton, words, longer = _finder()
    found: list[tuple[int, int, str]] = []
    free = 0
    for which, start, _ in automaton.find_matches_as_indexes(chars):
        if start < free:  # begins inside a name that went on: what it hides is sought anew
            return found + [(free + i, free + j, name) for i, j, name in find_names(chars[free:])]
        name = words[which]
        name = next((one for one in longer.get(name, ()) if chars.startswith(one, start)), name)
        free = start + len(name)
        found.append((start, free, name))
    return found


def below(prefecture: str) -> tuple[Division, ...]:
    """The counties of today in a prefecture, by the first four figures of its code.

    >>> [d.name for d in below("6102")]
    ['王益区', '印台区', '耀州区', '宜君县']
    """
    return _under("prefecture", prefecture)


def initials(division: Division) -> tuple[str, ...]:
    """The first letters of the syllables of a division's romanised names.

    >>> initials(named("安阳市")[0])
    ('ay',)
    """
    return tuple(filter(None, division.letters.split("|")))


def _written(division: Division) -> Iterator[str]:
    """The initials of a division, and those with the whole of zh, ch, sh: chy for 朝阳 beside cy."""
    for letters in initials(division):
        yield letters
        for letter in "zcs":
            at = letters.find(letter)
            if at >= 0 and letter + "h" in division.spelling:
                yield letters[: at + 1] + "h" + letters[at + 1 :]


def lettered(letters: str) -> tuple[Division, ...]:
    """The divisions whose initials these are.

    >>> [d.name for d in lettered("tmg")]
    ['铁门关市']
    """
    return _under("letters", letters)
