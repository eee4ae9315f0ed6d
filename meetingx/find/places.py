"""Names of places, and what each says about where the meeting's body is: 武陟县召开, 衡水市委书记, 本报武陟讯."""

from __future__ import annotations

from typing import NamedTuple

from meetingx.dictionary import VERBAL_NOUNS, VERBS, is_common, tag
from meetingx.divisions import find_names, named, parents
from meetingx.evidence import WEIGHTS
from meetingx.find.place_phrases import (
    ALSO_HELD,
    BEHIND,
    BRANCH_BEHIND,
    CAMPAIGN,
    HELD_BESIDES,
    HELD_IN,
    INSPECTORS,
    OBJECT,
    OF_ACCIDENT,
    OF_ANOTHER,
    OFFICE,
    OWN,
    REPORTED_ON,
    SHORT,
    STREET_OFFICE,
    TOLD,
    TOWNSHIP,
    WISHED,
    ZONE,
)
from meetingx.rules import Found, first_at
from meetingx.townships import townships_named


class PlaceMention(NamedTuple):
    """A place's name at [start, end) of a line; `weight` is how strongly it says that its body met.

    `within` are the divisions printed right before a township's name, the last first.
    """

    name: str
    start: int
    end: int
    level: str
    weight: float
    rule: str
    within: tuple[str, ...] = ()


WISHED_WEIGHT = 2.0


def _own_name(chars: str, start: int, end: int, divisions: list[PlaceMention]) -> tuple[int, tuple[str, ...]]:
    """Where a township's name begins behind the divisions printed before it, and those: 南康区唐江镇 is 唐江镇.

    What goes before a name that the list of townships has is no part of it: 组织冯屯镇.
    """
    within: tuple[str, ...] = ()
    for one in divisions if not townships_named(chars[start:end]) else ():
        if one.start == start and one.end <= end - 2 and one.name.endswith(("省", "市", "县", "区", "州", "旗")):
            start, within = one.end, (one.name, *within)
    if not within:
        within = tuple(one.name for one in divisions if one.end == start)
    if not townships_named(chars[start:end]):
        start = next((at for at in range(start + 1, end - 2) if townships_named(chars[at:end])), start)
    return start, within


def _own_zone(chars: str, start: int, end: int, divisions: list[PlaceMention]) -> tuple[int, tuple[str, ...]]:
    """Where a zone's name begins behind the province printed before its city: 山东济南高新区 is 济南高新区."""
    names = {one.start: one for one in divisions if one.end <= end}
    first = names.get(start)
    if first is not None and first.level == "province" and (first.end in names or first.name.endswith("省")):
        return first.end, ()
    return start, ()


# A place to which, or of which, something is told says little; one that is told what to do hardly anything.
AT_MOST_REPORTED_ON = 2.0
AT_MOST_TOLD = 0.3
AT_MOST_BEFORE_ZONE = 0.6
# What is told some way behind a name, so that it is of the last of several: 甲市乙区丙街道工作会议.
OF_LAST = frozenset({"place/session", "place/company", "place/institution", "place/bureau-convened"})
# What is told of a town or zone that a meeting was only held in: 在甲镇召开, 在甲镇政府主持召开.
HELD_THERE = ("-convened", "-session", "-organ")
TOWN_ALONE = 3.0
BELOW_NAMED = 2.0


# Districts that are called as parts of any town are.
PARTS_OF_TOWNS = frozenset({"城区", "郊区", "矿区", "老城区", "新城区"})


OF_THE_PARTY = "中共"


def _stands_alone(chars: str, start: int, name: str, rule: str | None) -> bool:
    """Whether a short name is a place and no part of another word: 资源 of 自然资源局, 长武 of 副县长武磊."""
    party = chars.endswith(OF_THE_PARTY, 0, start)  # 中共云县委
    before = "" if party else chars[start - 1 : start]
    if name == "和县" and before and before not in "，。：；\n省市日午由":  # 县委和县政府
        return False
    if (
        before
        and "\u3400" <= before <= "\u9fff"
        and before not in "在到赴来、和与及研往由的省市从自于对"
        and not (
            tag(chars[max(0, start - 2) : start]) in VERBS | VERBAL_NOUNS
            and not is_common(chars[start - 1 : start + 1])
        )
    ):
        return False
    after = chars[start + len(name) : start + len(name) + 1]
    if (
        before
        and before in "、和与及"
        and rule is None
        and "\u3400" <= after <= "\u9fff"
        and after not in "等和与及市县区三两四五"
    ):
        return False
    sure = {"place/official", "place/convened", "place/local", "place/branch"}
    return rule in sure or not (is_common(name) or name in PARTS_OF_TOWNS)


def places(chars: str) -> list[PlaceMention]:
    """The places that a line names, with how strongly each says that its body met.

    >>> [(m.name, m.weight) for m in places("衡水市召开约谈会议，武陟县委书记张涛出席。")]
    [('衡水市', 6.0), ('武陟县', 5.0)]
    """
    own = {(one.start, one.end): one for rule in OWN for one in rule.all(chars)}
    found: list[PlaceMention] = []
    before, at = "", -1
    for start, end, name in find_names(chars):
        one = _division(chars, start, name, own, follows=start == at and _encloses(before, name))
        before, at = name, end
        if one is not None:
            found.append(one)
    below = [_below(chars, one, "zone", found) for one in ZONE.all(chars)]
    below += [_below(chars, one, "township", found) for one in TOWNSHIP.all(chars)]
    streets = [_street(chars, one, found) for one in OFFICE.all(chars) if townships_named(one.value + "街道")]
    towns = [_town(one) for one in SHORT.all(chars) if not named(one.value) and _whole(one.value)]
    begun = {one.start for one in streets}
    zones = {one.start for one in below if one.level == "zone"}
    kept = [_before_zone(one) if one.start in zones else one for one in found if one.start not in begun]
    starts = {one.start for one in (*kept, *below)}
    kept = [_before_another(one) if one.end in starts and one.rule in OF_LAST else one for one in kept]
    return sorted([*kept, *below, *streets, *towns], key=lambda one: one.start)


def _whole(short: str) -> str | None:
    """The name of the only kind of township that is called so for short."""
    names = [short + kind for kind in ("镇", "乡", "街道") if townships_named(short + kind)]
    return names[0] if len(names) == 1 else None


def _town(one: Found[str]) -> PlaceMention:
    """A town called by its name alone, as a mention."""
    return PlaceMention(_whole(one.value) or one.value, one.start, one.end, "township", TOWN_ALONE, SHORT.name)


def _before_another(one: PlaceMention) -> PlaceMention:
    """A place that only encloses the one printed right behind it: what stands behind tells of the last."""
    return one._replace(weight=min(one.weight, WEIGHTS["place/named"]), rule="place/named")


def _before_zone(one: PlaceMention) -> PlaceMention:
    """A place by whose name a zone is called: what stands behind tells of the zone."""
    return one._replace(weight=min(one.weight, AT_MOST_BEFORE_ZONE), rule="place/zone-of")


def _encloses(around: str, name: str) -> bool:
    """Whether a name is that of what encloses a division of another name: 黑龙江 of 伊春."""
    codes = {one.adcode for one in named(around)}
    return any(parent.adcode in codes for one in named(name) for parent in parents(one))


def _street(chars: str, one: Found[str], found: list[PlaceMention]) -> PlaceMention:
    """A street that is called by its office, by the name that the list of townships has."""
    office = STREET_OFFICE.match(chars, one.end)
    behind = one._replace(end=office.end() if office else one.end)
    return _below(chars, behind, "township", found)._replace(name=one.value + "街道", start=one.start, end=one.end)


def _division(
    chars: str, start: int, name: str, own: dict[tuple[int, int], Found[float]], *, follows: bool
) -> PlaceMention | None:
    """A name of divisions as a mention, None where it is part of another word; `follows` one at once."""
    end = start + len(name)
    wished = own.get((start, end))
    if wished is not None and not is_common(name):
        return PlaceMention(name, start, end, named(name)[0].level, wished.value, wished.rule)
    if WISHED.match(chars, end) and not is_common(name):
        return PlaceMention(name, start, end, named(name)[0].level, WISHED_WEIGHT, OWN[0].name)
    whole = any(name == division.name for division in named(name))
    if not whole and (OF_ANOTHER.match(chars, end) or (start and CAMPAIGN.at(chars, start - 1))):
        return None
    behind = first_at(BEHIND, chars, end)
    if (start and chars[start - 1] in "全各本") or (behind is None and OF_ACCIDENT.regex.match(chars, end)):
        return None
    rule, weight = (behind.rule, behind.value) if behind else ("place/named", WEIGHTS["place/named"])
    doubtful = len(name) == 2 or not whole or is_common(name[1:])  # 眼下城区
    branch = rule == "place/branch" and chars[start - 1 : start] in {"局", "厅"}
    if (
        doubtful
        and not follows
        and not branch
        and not _stands_alone(chars, start, name, behind.rule if behind else None)
    ):
        return None
    if start and REPORTED_ON.search(chars[max(0, start - 3) : start]) and not INSPECTORS.search(chars[:start]):
        weight = min(weight, AT_MOST_REPORTED_ON)
    if TOLD.match(chars, end) or BRANCH_BEHIND.match(chars, end) or OBJECT.search(chars[max(0, start - 24) : start]):
        weight = AT_MOST_TOLD
    before = chars[max(0, start - 12) : start]
    if rule == "place/convened" and HELD_IN.search(before) and not INSPECTORS.search(before):
        rule, weight = "place/held-in", AT_MOST_REPORTED_ON
    return PlaceMention(name, start, end, named(name)[0].level, weight, rule)


def _below(chars: str, one: Found[str], level: str, found: list[PlaceMention]) -> PlaceMention:
    """A zone or township as a mention."""
    behind = first_at(BEHIND, chars, one.end)
    own = _own_name if level == "township" else _own_zone
    start, within = own(chars, one.start, one.end, found)
    weight = behind.value if behind else BELOW_NAMED
    if level == "zone" and (HELD_BESIDES.match(chars, one.end) or ALSO_HELD.search(chars, 0, start)):
        behind, weight = None, AT_MOST_TOLD
    rule = f"place/{level}-{behind.rule.removeprefix('place/') if behind else 'named'}"
    before = chars[max(0, start - 12) : start]
    there = rule.endswith(HELD_THERE) and HELD_IN.search(before)
    if there and not INSPECTORS.search(before):
        rule, weight = f"place/{level}-held-in", AT_MOST_REPORTED_ON
    return PlaceMention(chars[start : one.end], start, one.end, level, weight, rule, within)
