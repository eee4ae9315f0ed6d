"""Where the meeting's body is: the lowest division whose body met, by the best evidence the page has.

A report speaks of its own division by one letter (我县, 县委, 市长). Every name on the page, the site and
the address then votes for the divisions of that kind it may stand for; names of places that are only
reported on vote little, and vote for the division that encloses them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from meetingx import divisions
from meetingx.divisions import Division
from meetingx.evidence import WEIGHTS
from meetingx.find.mentions import Line
from meetingx.find.place_phrases import SHORT
from meetingx.resolve.address import divisions_told, from_address
from meetingx.resolve.area_codes import of_host
from meetingx.resolve.domain import OFFICIAL, names_in, zone_in
from meetingx.resolve.draft import Participant, Placed, Warned
from meetingx.resolve.known import namesake, owner
from meetingx.resolve.own_kind import CONVENED, own_letter
from meetingx.resolve.placing import Told, place_division, place_in
from meetingx.resolve.site import site_names, site_zones
from meetingx.resolve.stories import OF_STATE, Story
from meetingx.resolve.township import Hint, place_township
from meetingx.resolve.townships import county_of_townships, township_alone, townships_of
from meetingx.resolve.url import addresses
from meetingx.resolve.votes import ENOUGH, OF_SITE, SUBORDINATE, Vote, enclosing, meant, named_around, of_kind
from meetingx.resolve.zones import around_zone, convening_zone, own_zone
from meetingx.rules import Rule
from meetingx.townships import townships_named

# No more than this tells nothing against another: places that are told what to do.
NOTHING = 0.3
# A place that is the only one of its kind on the page needs less.
ENOUGH_ALONE = 0.6
# The weight from which a township surely convened; and which is enough where the site alone tells of what is around.
CONVENED_SURELY = 6.0
CONVENED_BELOW_SITE = 3.0
MET_BELOW = frozenset({"place/township-convened", "place/township-session"})
# What says that a body met, where its kind is not the one that the report speaks of; and how surely, at least twice.
MET = frozenset({"place/bureau-convened", "place/session", "place/organ", "place/official", "place/convened"})
CONVENED_ITSELF = frozenset({"place/convened", "place/bureau-convened"})
HELD = frozenset({"place/session", "place/convened"})
SURE_OF_ANOTHER_KIND = 1.8
# What tells a place whose officials came to a meeting of another, too.
OF_VISITORS = frozenset({"place/official", "place/organ", "place/named", "place/encloses"})
# A province's meeting is told by the paper or the site of any place in it.
OF_PROVINCES = frozenset({"省", "自治区"})
TELLS_PROVINCE = OF_SITE | {"place/paper", "place/phone", "place/url-phone"}
# What names a province only because the site lies in it.
AROUND_A_SITE = frozenset({"place/site-address", "place/links"})
ALONE = frozenset(
    {
        "place/url",
        "place/url-named",
        "place/url-phone",
        "place/links",
        "place/url-initials",
        "place/named",
        "place/organ",
        "place/session",
        "place/local",
        "place/document",
        "place/own",
        "place/zone-of",
        "place/own-virtue",
        "place/own-rise",
        "place/own-epithet",
        "place/own-offered",
        "place/encloses",
        "place/township-named",
        "place/township-session",
    }
)


def resolve_place(story: Story, people: list[Participant], year: int | None) -> tuple[Placed | None, list[Warned]]:
    """The division whose body met in `year`, or None where nothing tells."""
    letter = own_letter(story, people)
    if _is_of_state(story, people):
        return None, [Warned("place-unknown", "nothing on the page tells where the body is")]
    placed, warnings = _resolved(story, letter, year)
    mentions = story.mentions
    if placed is None and story.paragraphs[0] is not mentions.paragraphs[0]:
        # a meeting told behind another: what tells the place may stand in the report of that
        whole = story._replace(headlines=mentions.headlines, paragraphs=mentions.paragraphs)
        return _resolved(whole, letter, year)
    return placed, warnings


# What says that a body here watched, or met behind, what the state convened.
HERE = Rule(
    name="place/here",
    pattern=r"我[省市县区州盟旗镇乡]|分会场|收听|收看|全[省市县区州盟旗](?!域)",
    make=lambda m: m[0],
    yes={"〔我市〕设立": "我市", "在〔分会场〕": "分会场"},
    no=("全国会议", "各省市"),
)


def _is_of_state(story: Story, people: list[Participant]) -> bool:
    """Whether the state convened, and the page tells of nobody here: the place where that was held met nothing.

    全国文明城市创建推进会 is no meeting of the state: somebody of the state must have been there.
    """
    opening = story.opening
    if opening is None or opening.rule not in {*CONVENED, "opening/summons"}:
        return False
    lines = (*story.headlines, *story.paragraphs)
    convener = opening.convener or ""
    convened = OF_STATE.match(convener) is not None and not divisions.find_names(convener)
    came = any(OF_STATE.match(one.post or "") for one in people)
    national = convened or (opening.name.startswith("全国") and came)
    return national and not any(HERE.regex.search(line.text.chars) for line in lines)


def _resolved(story: Story, letter: str | None, year: int | None) -> tuple[Placed | None, list[Warned]]:
    votes = list(_votes(story, letter, year))
    best = (
        convening_zone(story)
        or _best(votes, letter)
        or _best([*votes, *townships_of(story, votes)], letter)
        or _best_of_another_kind(story, letter, year)
        or own_zone(story)
        or county_of_townships(story, letter, year)
        or township_alone(story, letter)
        or _visited(story)
    )
    if best is None:
        return _ambiguous(story, letter, year)
    told = Told(best.basis, best.spans, best.rule)
    if best.division is not None:
        return place_division(best.division, year, told)
    if best.level == "township":
        return place_township(best.name, _hints(story, best), year, told)
    around = around_zone(best, votes)
    code = around.adcode if around and around.in_force(year) else None
    return place_in(around, name=best.name, level=best.level, adcode=code, year=year, told=told), []


def _visited(story: Story) -> Vote | None:
    """The county whose site it is, where people from above met it: 省残联到甲区调研, 座谈会上….

    The headline or the first paragraph must name it.
    """
    first = (*story.headlines, *story.paragraphs[:1])
    named = {d.adcode for line in first for one in line.places for d in divisions.named(one.name)}
    for one in addresses(story.mentions.page.cleaned.source):
        of = owner(one.url)
        known = [of.division] if of is not None and of.level == of.division.level else []
        read = [d for options, weight in divisions_told(one.url) if weight >= OFFICIAL for d in options]
        met = [d for d in known or read if d.level == "county" and d.adcode in named]
        if len(met) == 1:
            rule = "place/known-site" if known else "place/url-letters"
            return Vote(met[0].name, met[0].level, "url", WEIGHTS[rule], (), rule, met[0])
    return None


def _votes(story: Story, letter: str | None, year: int | None) -> Iterator[Vote]:
    """All evidence for divisions of the kind wanted, enclosing ones included."""
    urls = [one.url for one in addresses(story.mentions.page.cleaned.source)]
    raw = [*_from_lines(story), *_from_site(story), *(vote for url in urls for vote in _from_owner(url))]
    around = named_around(raw)
    seen: set[str] = set()
    for one in raw:
        if one.level in {"township", "zone"}:
            if (
                one.rule.endswith("-convened")
                or ((letter in SUBORDINATE or (letter is None and one.rule != SHORT.name)) and one.level == "township")
                or (letter in {"区", None} and one.level == "zone")
            ):
                yield one
            continue
        full = any(one.name == d.name for d in divisions.named(one.name))
        convened = one.rule in {"place/branch", "place/watched"} or (one.rule in CONVENED_ITSELF and full)
        for division in _stands_for(one, None if convened else letter, year, around):
            encloses = letter is None and division.level == "province" and one.rule in AROUND_A_SITE
            weight = WEIGHTS["place/encloses"] if encloses else one.weight
            yield Vote(division.name, division.level, one.basis, weight, one.spans, one.rule, division)
        for division in enclosing(one.name, letter):
            weight = (
                one.weight
                if one.rule == "place/held-in" or (letter in OF_PROVINCES and one.rule in TELLS_PROVINCE)
                else WEIGHTS["place/encloses"]
                if one.name not in seen
                else 0.05
            )
            seen.add(one.name)
            yield Vote(division.name, division.level, one.basis, weight, one.spans, "place/encloses", division)
    for url in urls:
        yield from from_address(raw, url, letter, year)


def _stands_for(one: Vote, letter: str | None, year: int | None, around: frozenset[str]) -> list[Division]:
    """The division of the kind wanted that a vote is for."""
    if one.division is not None:
        return [one.division] if of_kind(one.division, letter) else []
    return meant(one.name, letter, year, around)


def _from_owner(url: str) -> Iterator[Vote]:
    """Whom the site is known to be of, and what the address names in characters."""
    weight = WEIGHTS["place/known-site"]
    found = owner(url)
    if found is not None:
        own = found.division if found.level == found.division.level else None
        within = () if own else (found.division.name,)
        yield Vote(found.name, found.level, "url", weight, (), "place/known-site", own, within)
    called = namesake(url) if found is None else None
    if called is not None:
        yield Vote(called.name, called.level, "url", WEIGHTS["place/url-namesake"], (), "place/url-namesake", called)
    for name in names_in(url):
        yield Vote(name, "", "url", WEIGHTS["place/url-named"], (), "place/url-named")
    city = of_host(url)
    if city is not None:
        yield Vote(city.name, "", "url", WEIGHTS["place/url-phone"], (), "place/url-phone")
    zone = zone_in(url)
    if zone is not None:
        division, name = zone
        yield Vote(name, "zone", "url", WEIGHTS["place/url-zone"], (), "place/url-zone", within=(division.name,))


def _from_lines(story: Story) -> Iterator[Vote]:
    for i, line in enumerate(story.paragraphs):
        yield from _from_line(line, "text", 1.0 if i == 0 else 0.6)
    for line in story.headlines:
        yield from _from_line(line, "title", 1.2)


def _from_line(line: Line, basis: str, factor: float) -> Iterator[Vote]:
    for mention in line.places:
        span = line.text.span(mention.start, mention.end)
        weight = mention.weight * factor
        yield Vote(mention.name, mention.level, basis, weight, (span,), mention.rule, within=mention.within)


def _from_site(story: Story) -> Iterator[Vote]:
    for name, weight, spans, rule in site_names(story):
        yield Vote(name, "", "site", weight, spans, rule)
    for name, span in site_zones(story):
        yield Vote(name, "zone", "site", WEIGHTS["place/site-zone"], (span,), "place/site-zone")


def _best(votes: list[Vote], letter: str | None) -> Vote | None:
    """The strongest vote of the place with most evidence, if that is enough."""
    scores: dict[str, float] = defaultdict(float)
    strongest: dict[str, Vote] = {}
    for one in votes:
        key = _key(one)
        scores[key] += one.weight
        if key not in strongest or strongest[key].weight < one.weight:
            strongest[key] = one
    if not scores:
        return None
    key = max(scores, key=lambda k: (scores[k], k))
    if all(one.rule in OF_VISITORS for one in votes if one.division and one.division.adcode == key):
        key = _of_site_within(votes, key, scores) or key
    if all(one.basis == "url" or _only_encloses(one, key) for one in votes if _key(one) == key):
        key = _met_within(votes, key) or key
    met = _township_within(votes, key)
    if met is not None:
        return met
    others = [one for one in votes if _key(one) != key]
    if len({one.name for one in others if one.weight <= NOTHING}) == 1:
        others = [one for one in others if one.weight > NOTHING]
    # a province has many divisions to be named: one of them does not tell that its body met
    counted = strongest[key].rule in ALONE and (letter, strongest[key].rule) != ("省", "place/encloses")
    alone = letter is not None and counted and all(_only_encloses(one, key) for one in others)
    return strongest[key] if scores[key] >= (ENOUGH_ALONE if alone else ENOUGH) else None


def _key(one: Vote) -> str:
    return one.division.adcode if one.division else one.name


def _met_within(votes: list[Vote], around: str) -> str | None:
    """The county of whose meeting the text tells, in a prefecture that has nothing but the site to tell it."""
    met = {
        one.division.adcode
        for one in votes
        if one.division and one.basis != "url" and one.rule in HELD and one.weight >= SURE_OF_ANOTHER_KIND
    }
    within = [code for code in met if code != around and around.endswith("00") and code[:4] == around[:4]]
    return within[0] if len(within) == 1 else None


def _township_within(votes: list[Vote], around: str) -> Vote | None:
    """The township in the best division that itself convened the meeting, however much tells of the division.

    Where the site alone tells of that, it is enough that the meeting is told as the township's.
    """
    code = around.rstrip("0") if around.isdigit() else None
    if code is None:
        return None
    of_site = all(one.basis in {"site", "url"} or one.rule == "place/named" for one in votes if _key(one) == around)
    rules = MET_BELOW if of_site else {"place/township-convened"}
    met = {one.name: one for one in votes if one.rule in rules}
    inside = [one for name, one in met.items() if any(t.code.startswith(code) for t in townships_named(name))]
    least = CONVENED_BELOW_SITE if of_site else CONVENED_SURELY
    return inside[0] if len(inside) == 1 and inside[0].weight >= least else None


def _only_encloses(vote: Vote, key: str) -> bool:
    """Whether a vote is for what encloses the place of a code, and for no more than that."""
    return vote.rule == "place/encloses" and vote.division is not None and vote.division.adcode[:4] == key[:4]


def _of_site_within(votes: list[Vote], around: str, scores: dict[str, float]) -> str | None:
    """The county in a prefecture that the site is of, where the prefecture is named for its officials alone."""
    codes = {one.division.adcode for one in votes if one.division and one.rule in OF_SITE}
    within = [code for code in codes if code != around and code[:4] + "00" == around and scores[code] >= ENOUGH]
    return within[0] if len(within) == 1 else None


def _hints(story: Story, best: Vote) -> list[Hint]:
    """All divisions that the page, its site and its address tell, for telling townships of one name apart."""
    hints = [Hint(divisions.named(one.name), one.weight) for one in (*_from_lines(story), *_from_site(story))]
    hints += [Hint(options, weight) for options, weight in divisions_told(story.mentions.page.cleaned.source.url)]
    hints += [Hint(divisions.named(name), best.weight, beside=True) for name in best.within]
    return [hint for hint in hints if hint.options]


def _ambiguous(story: Story, letter: str | None, year: int | None) -> tuple[Placed | None, list[Warned]]:
    """A body that met by a full name that several divisions bear: without a code, the candidates in the warning."""
    for one in _from_lines(story):
        options = [d for d in divisions.named(one.name) if d.name == one.name and d.in_force(year)]
        fit = [d for d in options if letter is None or of_kind(d, letter)]
        if one.rule in MET and one.weight >= SURE_OF_ANOTHER_KIND and len(fit) > 1:
            told = Told(one.basis, one.spans, one.rule)
            placed = place_in(None, name=one.name, level=fit[0].level, adcode=None, year=year, told=told)
            shown = "、".join(f"{divisions.whole_name(d, year)} ({d.adcode})" for d in fit)
            return placed, [Warned("place-ambiguous", f"{one.name} may be any of {len(fit)}: {shown}")]
    return None, [Warned("place-unknown", "nothing on the page tells where the body is")]


def _best_of_another_kind(story: Story, letter: str | None, year: int | None) -> Vote | None:
    """Where nothing of the kind that the report speaks of is named: a body that it says met, by its full name.

    市领导 opened the congress of 崇信县 of which a county's paper reports.
    """
    if letter is None or letter in SUBORDINATE:
        return None
    sure = [one for one in _from_lines(story) if one.rule in MET and one.weight >= SURE_OF_ANOTHER_KIND]
    found = {d.adcode: d for one in sure for d in divisions.named(one.name) if d.name == one.name and d.in_force(year)}
    if len(found) != 1 or len(sure) < 2:
        return None
    [division] = found.values()
    return sure[0]._replace(division=division)
