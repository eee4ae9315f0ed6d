"""Where the meeting's body is: the lowest division whose body met, by the best evidence the page has."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from meetingx import divisions
from meetingx.divisions import Division
from meetingx.find.mentions import Line
from meetingx.find.places import PlaceMention
from meetingx.resolve.draft import Participant, Placed, Warned
from meetingx.resolve.stories import Story
from meetingx.source import Span

# The letters by which a report speaks of its own division: 我县, 县委书记, 全市.
OWN = re.compile(
    r"(?:我|本|全)(?P<own>自治区|省|市|县|区|州|盟|旗|镇|乡|街道)(?!直|级)|(?<![\u3400-\u9fff])(?P<org>自治区|省|市|县|区|州|盟|旗|镇|乡|街道)(?:委|政府|人大|政协|长|领导|直|纪委|党工委|办事处|[\u3400-\u9fff]{0,8}(?:局|厅|办|委))"
)
ENDINGS = {
    "省": ("省",),
    "自治区": ("自治区",),
    "市": ("市",),
    "县": ("县",),
    "区": ("区",),
    "州": ("州",),
    "盟": ("盟",),
    "旗": ("旗",),
}
POST_LETTER = re.compile(r"^(?:中共)?(?:原)?(?:[\u3400-\u9fff]{2,8}?)?(?P<own>自治区|省|市|县|区|州|盟|旗|镇|乡|街道|新区)(?:委|政府|人大|政协|长|领导|纪委|监委|党工委|办事处|党委|人民|[\u3400-\u9fff]{1,14}(?:局|厅|办|委|会|院))")
HOST_NOISE = frozenset("www gov cn com net org html htm php asp index news content art m xw xxgk zwgk col web site info detail article node list show view jsp aspx id portal".split())
SITE = re.compile(r"(?P<name>[\u3400-\u9fff]{2,10}?)(?:日报|晚报|晨报|时报|新闻网|新闻|之窗|政府网|门户网|网讯|网|电视台|融媒|发布|信息港|党建|在线|广播|传媒|人民政府|市政府|县政府|区政府|生态环境局|环保局|讯)")
CODE = re.compile(r"网站标识码[：: ]*(?P<code>\d{6})")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be where the body met, with its evidence."""

    name: str
    level: str
    basis: str
    weight: float
    spans: tuple[Span, ...]
    rule: str


def resolve_place(story: Story, people: Iterable[Participant]) -> tuple[Placed | None, list[Warned]]:
    """The division whose body met, or None where nothing tells."""
    letter = own_letter(story, list(people))
    told = _from_lines(story)
    pool = [*told, *_from_site(story), *_from_url(story)]
    best = _best(pool, letter)
    if best is None:
        return None, [Warned("place-unknown", "nothing on the page tells where the body is")]
    return _placed(best, pool, story)


def own_letter(story: Story, people: list[Participant]) -> str | None:
    """The kind of division that the report speaks of as its own: 县, 市, 区, 省, 镇 …, or None."""
    votes: Counter[str] = Counter()
    for one in people:
        match = POST_LETTER.match(one.post or "") if one.kind == "person" else None
        if match:
            votes["区" if match["own"] == "新区" else match["own"]] += 3 if {"chair", "speaker"} & set(one.roles) else 1
    for line in (*story.headlines, *story.paragraphs):
        for match in OWN.finditer(line.text.chars):
            own = match["own"]
            if own:
                votes[own] += 3 if match[0].startswith(("我", "本")) else 1
            else:
                votes[match["org"]] += 1
    return votes.most_common(1)[0][0] if votes else None


def _from_lines(story: Story) -> list[Candidate]:
    found = []
    for i, line in enumerate(story.paragraphs):
        for mention in line.places:
            found.append(_candidate(line, mention, "text", 1.0 if i == 0 else 0.6))
    for line in story.headlines:
        for mention in line.places:
            found.append(_candidate(line, mention, "title", 1.2))
    return found


def _candidate(line: Line, mention: PlaceMention, basis: str, factor: float) -> Candidate:
    span = line.text.span(mention.start, mention.end)
    return Candidate(mention.name, mention.level, basis, mention.weight * factor, (span,), mention.rule)


def _from_site(story: Story) -> list[Candidate]:
    """What the site's name, the source line and the footer's code tell."""
    page = story.mentions.page
    found = []
    lines = [*page.header, *page.byline, *(line.text.slice(0, 40) for line in story.paragraphs[:1])]
    for text in lines:
        for match in SITE.finditer(text.chars):
            for start, end, name in divisions.find_names(match["name"]):
                at = match.start("name")
                found.append(Candidate(name, "", "site", 2.5, (text.span(at + start, at + end),), "place/site"))
    source = page.cleaned.source
    if source.site:
        for _, _, name in divisions.find_names(source.site):
            found.append(Candidate(name, "", "site", 2.5, (), "place/site-meta"))
    code = CODE.search(source.page)
    digits = code["code"] if code else (source.site_code or "")[:6]
    if digits:
        division = divisions.coded(digits)
        if division:
            spans = (Span(*code.span("code")),) if code else ()
            found.append(Candidate(division.name, division.level, "site", 4, spans, "place/site-code"))
    return found


def _from_url(story: Story) -> list[Candidate]:
    """What the address tells: chengde.gov.cn. Mirror domains tell nothing, so a place must be all of a label."""
    url = story.mentions.page.cleaned.source.url or ""
    host, _, path = url.partition("://")[2].partition("/")
    found = []
    for labels, weight in ((host.split("."), 2.2), (re.split(r"[/_.-]", path)[:3], 1.0)):
        for label in labels:
            label = label.lower()
            if label in HOST_NOISE or len(label) < 4 or (weight > 2 and ".gov." not in host + "." and "news" not in host and len(label) < 5):
                continue
            for division in divisions.spelled(label):
                if division.until is None:
                    found.append(Candidate(division.name, division.level, "url", weight, (), "place/url"))
    return found


def _fits(name: str, letter: str | None) -> list[Division]:
    """The divisions a name may stand for, given the kind of division wanted."""
    found = [d for d in divisions.named(name)]
    if letter in ENDINGS:
        return [d for d in found if d.name.endswith(ENDINGS[letter]) or (letter in "市省" and d.level == "province" and d.name.endswith(letter))]
    return found


def _best(pool: list[Candidate], letter: str | None) -> Candidate | None:
    """The candidate with most evidence among those of the kind wanted."""
    scores: dict[str, float] = defaultdict(float)
    first: dict[str, Candidate] = {}
    for one in pool:
        if one.level in {"township", "zone"}:
            fits = (letter in {"镇", "乡", "街道"}) if one.level == "township" else letter in {"区", None} or one.weight >= 5
            key = one.name if fits else ""
        else:
            fits_divisions = _fits(one.name, letter)
            key = fits_divisions[0].name if fits_divisions else ""
        if not key:
            continue
        scores[key] += one.weight
        if key not in first or first[key].weight < one.weight:
            first[key] = one
    if not scores:
        return None
    key = max(scores, key=lambda name: (scores[name], first[name].weight))
    return first[key] if scores[key] >= 2 else None


def _placed(best: Candidate, pool: list[Candidate], story: Story) -> tuple[Placed | None, list[Warned]]:
    if best.level in {"township", "zone"}:
        return _below(best, pool), []
    options = _fits(best.name, None)
    letter_options = [d for d in options if d.until is None] or options
    division, warnings = _one_of(letter_options, pool)
    if division is None:
        return None, [Warned("place-ambiguous", f"{best.name} is the name of several divisions")]
    above = divisions.parents(division)
    names = {d.level: d.name for d in (*above, division)}
    return (
        Placed(
            division.name,
            division.adcode,
            division.level,
            names.get("province"),
            names.get("prefecture"),
            names.get("county"),
            None,
            best.basis,
            best.spans,
            best.rule,
        ),
        warnings,
    )


def _one_of(options: list[Division], pool: list[Candidate]) -> tuple[Division | None, list[Warned]]:
    """The division meant among several of one name: the one whose parents the page names too."""
    if len(options) == 1:
        return options[0], []
    named = {d.adcode[:4] for one in pool for d in divisions.named(one.name) if d.level == "prefecture"}
    provinces = {d.adcode[:2] for one in pool for d in divisions.named(one.name) if d.level == "province"}
    for keys, width in ((named, 4), (provinces, 2)):
        fits = [d for d in options if d.adcode[:width] in keys]
        if len(fits) == 1:
            return fits[0], []
    if options and options[0].level != "county":
        return options[0], []
    return None, []


def _below(best: Candidate, pool: list[Candidate]) -> Placed:
    """A township or a zone: its own name, and the division that encloses it where the page tells."""
    county, prefecture = None, None
    for one in sorted(pool, key=lambda c: -c.weight):
        options = [d for d in divisions.named(one.name) if d.until is None]
        if len(options) == 1 and options[0].level == "county" and county is None and best.level == "township":
            county = options[0]
        if len(options) == 1 and options[0].level == "prefecture" and prefecture is None:
            prefecture = options[0]
    inside = [d for d in divisions.named(best.name[:2]) if d.level == "prefecture"]
    enclosing = county or (inside[0] if inside else None) or prefecture
    above = {d.level: d.name for d in ((*divisions.parents(enclosing), enclosing) if enclosing else ())}
    return Placed(
        best.name,
        enclosing.adcode if enclosing and best.level == "zone" else None,
        best.level,
        above.get("province"),
        above.get("prefecture"),
        above.get("county"),
        best.name if best.level == "township" else None,
        best.basis,
        best.spans,
        best.rule,
    )
