"""Zones whose own bodies met: one that calls itself by its kind alone, and the division that encloses one."""

from __future__ import annotations

from meetingx import divisions
from meetingx import patterns as re
from meetingx.divisions import Division
from meetingx.resolve.address import divisions_told
from meetingx.resolve.domain import OFFICIAL
from meetingx.resolve.known import owner
from meetingx.resolve.site import site_names
from meetingx.resolve.stories import Story
from meetingx.resolve.votes import ENOUGH, OF_SITE, Vote

# Characters of the name of a division that a zone may be named after, and the weight of what else may enclose it.
LONGEST_BEFORE_ZONE = 6
SURE_AROUND_ZONE = 2.0
KIND = r"(?:(?:经济技术|高新技术产业|经济|高新技术|先进制造业)?开发区|经开区|高新区|(?:城乡一体化)?示范区|产业集聚区)"
OWN_ZONE = re.compile(rf"(?:^|[，。；：\s])(?P<zone>[县区市]?{KIND})(?=(?:组织|紧急|立即)?召开|党工委|管委会)")
# A zone that convened, told by its kind alone, and that of the division around it: 区先进制造业开发区.
CONVENING_ZONE = re.compile(rf"[县区市]?{KIND}")
HEADED_ZONE = re.compile(rf"[县区市]{KIND}|{KIND}(?=召开)")


def own_zone(story: Story) -> Vote | None:
    """A zone that calls itself by its kind alone (经开区), under the division that its official address spells.

    Else it is that of the one place which the site is known to be of, or its name tells: 高新区 of 云上大冶.
    """
    url = story.mentions.page.cleaned.source.url
    told = divisions_told(url)
    known = owner(url)
    official = [one for options, weight in told if weight >= OFFICIAL for one in options]
    of_site = [one for name, _, _, rule in site_names(story) if rule in OF_SITE for one in divisions.named(name)]
    of_site += [known.division] if known is not None else []
    around = {one.adcode: one for one in official or of_site if one.level != "province" and not one.last}
    for line in (*story.headlines, *story.paragraphs[:1]):
        match = OWN_ZONE.search(line.text.chars)
        if match and len(around) == 1:
            [division] = around.values()
            span = line.text.span(*match.span("zone"))
            basis = "title" if line.headline else "text"
            name = _in_full(story, division, match["zone"], official=bool(official))
            return Vote(name, "zone", basis, ENOUGH, (span,), "place/zone-own", within=(division.name,))
    return None


def _in_full(story: Story, division: Division, kind: str, *, official: bool) -> str:
    """What a zone is called: as the page prints it somewhere with its place, else by its kind behind that."""
    short = min(division.shorts, key=len, default=division.name)
    end = kind[-3:]
    printed = re.search(
        f"{re.escape(short)}(?:经济技术|高新技术产业|经济|高新技术|城乡一体化|先进制造业){{1,2}}{end}",
        story.mentions.page.cleaned.text.chars,
    )
    return printed[0] if printed else kind if official else short + kind


def convening_zone(story: Story) -> Vote | None:
    """The zone that convened and calls itself by its kind behind that of what encloses it, as `own_zone` names it."""
    convener = story.opening.convener if story.opening else None
    headline = story.headlines[0].text.chars if story.headlines else ""
    so_called = CONVENING_ZONE.fullmatch(convener or "") or HEADED_ZONE.match(headline)
    return own_zone(story) if so_called else None


def around_zone(best: Vote, votes: list[Vote]) -> Division | None:
    """The division that encloses a zone: the one that it is named after, else the strongest that is told surely."""
    if best.within:
        return divisions.named(best.within[0])[0]
    told = [one for one in votes if one.division is not None and one.weight >= SURE_AROUND_ZONE]
    sure = {one.division.adcode[:2] for one in told if one.division is not None}
    for end in range(min(len(best.name) - 1, LONGEST_BEFORE_ZONE), 1, -1):
        named = [d for d in divisions.named(best.name[:end]) if not d.last and (not sure or d.adcode[:2] in sure)]
        if len(named) == 1 or (named and named[0].level == "prefecture"):
            return named[0]
    strongest = max(told, key=lambda one: one.weight, default=None)
    return strongest.division if strongest else None
