"""The county that the townships named on a page lie in, where nothing else tells the place: 唐家镇、姚市镇 of 我县."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from meetingx import divisions
from meetingx import patterns as re
from meetingx.divisions import Division
from meetingx.evidence import WEIGHTS
from meetingx.resolve.address import begins, divisions_told
from meetingx.resolve.domain import labels
from meetingx.resolve.known import owner
from meetingx.resolve.stories import Story
from meetingx.resolve.url import addresses
from meetingx.resolve.votes import SUBORDINATE, Vote, of_kind
from meetingx.rules import Rule
from meetingx.source import Span
from meetingx.townships import townships_named

NAMED = re.compile(r"[\u3400-\u9fff]{1,7}(?:镇|乡(?!镇)|街道|苏木)(?!长|党委书记|政府办)")
# A township that the report calls its own is enough: 我市安福寺镇.
OURS = re.compile("[我本][市县区旗]$")
# Where a page of a city names one township, that may lie in any county of it.
ALONE_TELLS = frozenset("县区旗")
# What stands before a township elsewhere: 赴安吉县甲镇学习, 借鉴甲镇.
VISITED = Rule(
    name="place/visited",
    pattern=r"[省市县区州旗]$|(?:学习|考察|借鉴|参观|来自|吸取|如|例如|像|与)[^，。；]{0,6}$",
    make=lambda m: m[0],
    yes={"赴甲山〔县〕": "县", "〔学习丙水〕": "学习丙水"},
    no=("我们的", "学习，在本地"),
)
# The kind of what encloses the county, where it is none of the many 市: 中央、省、州精神, 全州会议.
ABOVE = Rule(
    name="place/above",
    pattern=r"(?:(?:(?<=省)、?|全|(?<![\u3400-\u9fff]))(?P<span>州|盟)(?=[委级、相有关领党纪政会精部]|县|人大))",
    make=lambda m: m["span"],
    yes={"传达省〔州〕会议精神": "州", "全〔盟〕会议": "盟", "按照省、〔州〕部署": "州"},
    no=("杭州会议", "结盟会议", "参加全州"),
)
NEAR = 12
SHORTEST = 2
ENOUGH = 2
# The part of the townships told that must lie in the county: a report names those of its own.
MOST = 0.6


def county_of_townships(story: Story, letter: str | None, year: int | None) -> Vote | None:
    """A vote for the county of the kind wanted that most of the townships named lie in; None where two are equal.

    Two townships of different names are needed, since every third name is that of several; one is enough that is
    our own (我县某镇), or whose name no other has, on the page of a county or a district, or of a city that names it
    twice. What the page and its address tell of the prefecture leaves the counties of that, and the county whose
    initials the address has counts once more.
    """
    around = _Around(story)
    counted: Counter[str] = Counter()
    lying: dict[str, list[Span]] = defaultdict(list)
    total = 0
    for name, (span, value) in _townships(story):
        codes = around.narrowed({one.code[:6] for one in townships_named(name)})
        sure = len(codes) == 1 and _tells_alone(story, name, letter)
        points = ENOUGH if sure else value
        total += points
        for code in codes:
            counted[code] += points
            lying[code].append(span)
    fitting = [
        (count + around.has_initials(county), county)
        for code, count in counted.items()
        for county in _county(code, letter, year)
    ]
    best = max((count for count, _ in fitting), default=0)
    found = [county for count, county in fitting if count == best]
    if best < max(ENOUGH, MOST * total) or len(found) != 1:
        return None
    [county] = found
    rule = "place/townships"
    return Vote(county.name, county.level, "text", WEIGHTS[rule], tuple(lying[county.adcode]), rule, county)


class _Around:
    """What the page and its address tell of what encloses a county, and of its initials."""

    def __init__(self, story: Story) -> None:
        urls = [one.url for one in addresses(story.mentions.page.cleaned.source)]
        told = [d for url in urls for options, _ in divisions_told(url) for d in options if len(options) == 1]
        owners = [found.division for url in urls if (found := owner(url)) is not None]
        self._prefectures = {one.adcode[:4] for one in (*told, *owners) if one.level == "prefecture"}
        self._labels = [part.chars for url in urls for part in labels(url)]
        lines = (*story.headlines, *story.paragraphs)
        told_by = (match["span"] for line in lines for match in [ABOVE.regex.search(line.text.chars)] if match)
        self._kind = next(told_by, None)

    def narrowed(self, counties: set[str]) -> set[str]:
        """The codes of counties that lie in what is told, all of them where none does."""
        inside = {code for code in counties if code[:4] in self._prefectures}
        if not inside and self._kind:
            inside = {code for code in counties if self._lies_in_kind(code)}
        return inside or counties

    def _lies_in_kind(self, county: str) -> bool:
        prefecture = divisions.coded(county[:4] + "00")
        return prefecture is not None and self._kind is not None and prefecture.name.endswith(self._kind)

    def has_initials(self, county: Division) -> bool:
        """Whether a label of the address begins with the initials of a county."""
        return any(begins(label, short) for short in divisions.initials(county) for label in self._labels)


def _tells_alone(story: Story, name: str, letter: str | None) -> bool:
    """Whether a report names a township as one of its own: one named once behind its county's name may be visited.

    A city names those of the cities in it, too, but once, and the city with them.
    """
    lines = [line.text.chars for line in (*story.headlines, *story.paragraphs)]
    printed = [(chars, match.start()) for chars in lines for match in re.finditer(re.escape(name), chars)]
    if len(printed) > 1:
        return letter in ALONE_TELLS or letter == "市"
    visited = any(VISITED.regex.search(chars, max(0, at - NEAR), at) for chars, at in printed)
    return letter in ALONE_TELLS and not visited


def townships_of(story: Story, votes: list[Vote]) -> Iterator[Vote]:
    """A vote for each county that something else tells weakly, by each township named that lies in it."""
    counties = {one.division.adcode: one.division for one in votes if one.division and one.division.level == "county"}
    if not counties:
        return
    rule = "place/township-of"
    for name, (span, _) in _townships(story):
        for code in {one.code[:6] for one in townships_named(name)} & counties.keys():
            county = counties[code]
            yield Vote(county.name, county.level, "text", WEIGHTS[rule], (span,), rule, county)


def township_alone(story: Story, letter: str | None) -> Vote | None:
    """A vote for the only township that the report names, where it speaks of one as its own: 全街, 镇党委."""
    if letter not in SUBORDINATE:
        return None
    named = {name: span for name, (span, _) in _townships(story) if name.endswith(letter)}
    if len(named) != 1:
        return None
    [(name, span)] = named.items()
    rule = "place/township-alone"
    return Vote(name, "township", "text", WEIGHTS[rule], (span,), rule)


def _county(code: str, letter: str | None, year: int | None) -> Iterator[Division]:
    county = divisions.coded(code)
    if county is not None and letter is not None and of_kind(county, letter) and county.in_force(year):
        yield county


def _townships(story: Story) -> Iterator[tuple[str, tuple[Span, int]]]:
    """The names of the list of townships that the report prints, each with its first place and what it counts."""
    seen: set[str] = set()
    for line in (*story.headlines, *story.paragraphs):
        chars = line.text.chars
        for start, end, name in (*_in_full(chars), *_listed(chars)):
            if name not in seen:
                seen.add(name)
                own = OURS.search(chars, 0, start) is not None
                yield name, (line.text.span(start, end), ENOUGH if own else 1)


def _in_full(chars: str) -> Iterator[tuple[int, int, str]]:
    for match in NAMED.finditer(chars):
        start = next(
            (at for at in range(match.start(), match.end() - SHORTEST) if _is_township(chars[at : match.end()])),
            None,
        )
        if start is not None:
            yield start, match.end(), chars[start : match.end()]


# Townships that share the word for their kind: 到突泉、杜尔基、永安等乡镇.
LISTED = Rule(
    name="place/townships-listed",
    pattern=(
        r"(?:(?<=[到赴在、，由对有])|(?<=深入|前往))(?P<span><<han>>{2,3}?(?:、<<han>>{2,3}?)+)"
        r"等?(?:\d{1,2}|[两三四五六七八九十])?个?(?:乡镇|镇乡|镇街|镇|乡|街道|苏木)(?!长|村|党)"
    ),
    make=lambda m: m["span"],
    yes={"到〔突泉、杜尔基、永安〕等乡镇": "突泉、杜尔基、永安"},
    no=("到乡镇、街道", "各乡镇"),
)


# Characters of the word that they share, with how many they are.
LONGEST_SHARED = 6


def _listed(chars: str) -> Iterator[tuple[int, int, str]]:
    for one in LISTED.all(chars):
        at = one.start
        shared = chars[one.end : one.end + LONGEST_SHARED]
        kinds = [kind for kind in ("镇", "乡", "街道", "苏木") if kind[0] in shared]
        for short in one.value.split("、"):
            yield from ((at, at + len(short), short + kind) for kind in kinds if townships_named(short + kind))
            at += len(short) + 1


# A kind of towns, and the name of one.
NO_TOWNSHIP = frozenset({"小城镇", "中心镇", "新市镇", "重点镇"})


def _is_township(name: str) -> bool:
    return name not in NO_TOWNSHIP and bool(townships_named(name))
