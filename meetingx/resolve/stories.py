"""Which lines belong to which meeting: a page may report two, and a page may report none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from meetingx.find.mentions import Line, Mentions
from meetingx.find.openings import GENERIC, Opening
from meetingx.find.statements import Statement


@dataclass(frozen=True, slots=True)
class Story:
    """The lines and statements of one meeting, and the opening that names it."""

    mentions: Mentions
    headlines: tuple[Line, ...]
    paragraphs: tuple[Line, ...]
    statements: tuple[Statement, ...]
    opening: Opening | None
    opening_line: Line | None


# A speech speaks to its hearers; a rule is issued.
FIRST_PERSON = re.compile(
    r"(?:同志们|各位领导|各位代表|各位委员|各位来宾|朋友们)[：，！]|下面，我|我再?[讲强谈提][一二三四五几]?[点调]|"
    r"(?:请|让)我们(?:以|用|共同)|决定召开这次会议"
)
ISSUED = re.compile(r"现(?:予|将)?[^，。]{0,20}印发|印发给你们|请[^，。]{0,10}遵照执行|特此(?:通知|公告)|第一条")
DIARY = re.compile(r"^\d{1,2}日[ 　]")
SPEECH = re.compile(r"^现在(?:开会|开始)|^(?:尊敬的)?(?:各位|同志们|同志：)[^。]{0,30}[：！]")
# 某某会议 is a pattern of a meeting, not one.
EXAMPLE = re.compile(r"某某|例如|比如")
PLANNED = re.compile(r"(?:将|拟|定于|决定|计划|准备|预计|即将|通知|关于)[^，。；]{0,16}$")
TOUR = re.compile(r"调研|督导|督查|检查|走访|慰问|视察|暗访|巡查|察看|踏勘|看望|巡河|夜查|观摩")
NOTICE = re.compile(
    r"的?(?:通知|通告|公告|公示|方案|办法|规定|条例|意见|细则|批复|函|预案|制度|职责|总结|计划|简历|名单|讲话稿?|心得"
    r"|范文|致辞|发言稿|倡议书|报告)(?:（[^）]*）)?$"
)
REPORTS = re.compile(r"^[^\u3400-\u9fff]{0,2}(?:会上|会议(?!室|中心)|[\u3400-\u9fff]{0,3}谈会上?)")
# Openings that only name a meeting somebody attended or watched; the higher, the weaker.
ELSEWHERE = {"opening/named-elsewhere": 1, "opening/discussion": 1, "opening/viewed": 2}
HELD = frozenset({"opening/convened", "opening/bare", "opening/held", "opening/summons", "opening/chaired"})


def stories(mentions: Mentions) -> tuple[Story, ...]:
    """The meetings of a page, each with its own lines; none where the page reports no meeting that was held."""
    blocks = _blocks(mentions.paragraphs)
    found: list[Story] = []
    for first, last in blocks:
        lines = mentions.paragraphs[first:last]
        said = tuple(s for s in mentions.statements if first <= s.paragraph < last)
        story = _story(mentions, lines, said, not found)
        if story is not None:
            found.append(story)
    return tuple(found)


def _blocks(paragraphs: tuple[Line, ...]) -> list[tuple[int, int]]:
    """Ranges of paragraphs that each tell of one meeting, a new one where a dated opening follows a report."""
    starts = [0]
    for i, line in enumerate(paragraphs):
        if i and _begins_again(paragraphs, starts[-1], i, line):
            starts.append(i)
    return list(zip(starts, [*starts[1:], len(paragraphs)], strict=True))


BULLET = re.compile(r"^[●◆■★▲▶◎○□]")
RESTART = re.compile(
    r"^(?:本[报网][^，。]{0,12}讯|[^，。]{2,12}讯[ （])|^(?:[^，。；]{0,40}，)?(?:20\d\d年)?\d{1,2}月\d{1,2}日"
)


def _begins_again(paragraphs: tuple[Line, ...], start: int, i: int, line: Line) -> bool:
    opened = any(_held(o, p) for p in paragraphs[start:i] for o in p.openings)
    said = any(p.presences for p in paragraphs[start:i])
    here = [o for o in line.openings if _held(o, line) and o.start < 80 and o.name not in GENERIC]
    if not (opened and said and here):
        return False
    if BULLET.match(line.text.chars):
        return True
    names = {o.name for p in paragraphs[start:i] for o in p.openings}
    return bool(RESTART.match(line.text.chars)) and not any(
        here[0].name in name or name in here[0].name for name in names
    )


def _held(opening: Opening, line: Line) -> bool:
    if EXAMPLE.search(opening.name) or EXAMPLE.match(opening.convener or ""):
        return False
    return opening.rule in HELD and not PLANNED.search(line.text.chars[: opening.start])


def _story(mentions: Mentions, lines: tuple[Line, ...], said: tuple[Statement, ...], first: bool) -> Story | None:
    headlines = mentions.headlines if first else ()
    opening, where = _opening(headlines, lines)
    if _evidence(headlines, lines, said, opening, where) < 3:
        return None
    return Story(mentions, headlines, lines, said, opening, where)


def _opening(headlines: tuple[Line, ...], lines: tuple[Line, ...]) -> tuple[Opening | None, Line | None]:
    """The opening that names the meeting: the first in the report with a name of its own, else the headline's."""
    candidates = [(o, line) for line in lines for o in line.openings if o.rule in ELSEWHERE or _held(o, line)]
    candidates.sort(key=lambda pair: ELSEWHERE.get(pair[0].rule, 0))
    named = [pair for pair in candidates if pair[0].name not in GENERIC]
    held = [pair for pair in named if pair[0].rule in HELD]
    in_headline = [(o, line) for line in headlines for o in line.openings if o.name not in GENERIC]
    for pool in (held, in_headline, named, candidates):
        if pool:
            return pool[0]
    return None, None


def _evidence(
    headlines: tuple[Line, ...],
    lines: tuple[Line, ...],
    said: tuple[Statement, ...],
    opening: Opening | None,
    where: Line | None,
) -> int:
    """How much speaks for a meeting that was held, in points; 3 are enough."""
    if not lines:
        return 0
    chars = lines[0].text.chars
    points = 0
    if opening is not None and where is not None:
        points += 3 if opening.rule in HELD else 2
    roles = {p.role for line in lines for p in line.presences if p.rule != "attendee/tours"}
    points += 2 if "chair" in roles else 0
    meeting_says = any(s.speaker.endswith("会") or s.speaker == "会议" for s in said)
    points += 2 if meeting_says else 0
    points += 1 if "attendee" in roles else 0
    points += 1 if said else 0
    held_here = opening is not None and opening.rule in HELD and where in lines
    points += 1 if any(line.groups for line in lines) else 0
    points += 1 if any(REPORTS.match(line.text.chars) for line in lines) else 0
    dated = held_here and where is not None and any(m.when.day for m in where.dates)
    if (
        not roles
        and not said
        and not dated
        and not any(line.groups or REPORTS.match(line.text.chars) for line in lines)
    ):
        points -= 3
    head = "".join(h.text.chars for h in headlines)
    opening_words = "".join(line.text.chars[:200] for line in lines[:2])
    if FIRST_PERSON.search("".join(line.text.chars for line in lines[:4])) or ISSUED.search(opening_words):
        points -= 5
    if any(SPEECH.match(line.text.chars) for line in lines[:3]) or SPEECH.search(chars[:60]):
        points -= 6
    if not held_here and (NOTICE.search(head) or (headlines and NOTICE.search(headlines[0].text.chars))):
        points -= 4
    if sum(DIARY.match(line.text.chars) is not None for line in lines) >= 4:
        points -= 8
    toured = TOUR.search(head) or TOUR.search(chars[:120])
    if (
        toured
        and not meeting_says
        and not (opening is not None and where is not None and opening.rule in HELD and (where in lines))
    ):
        points -= 4
    return points
