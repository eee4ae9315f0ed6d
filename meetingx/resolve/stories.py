"""Which lines belong to which meeting: a page may report two, and a page may report none."""

from __future__ import annotations

from typing import NamedTuple

from meetingx import patterns as re
from meetingx.find.mentions import Line, Mentions
from meetingx.find.openings import GENERIC, Opening
from meetingx.find.statements import Statement
from meetingx.resolve.evidence import HELD, Told, is_meeting
from meetingx.rules import Rule


class Story(NamedTuple):
    """The lines and statements of one meeting, and the opening that names it."""

    mentions: Mentions
    headlines: tuple[Line, ...]
    paragraphs: tuple[Line, ...]
    statements: tuple[Statement, ...]
    opening: Opening | None
    opening_line: Line | None


# 某某会议 is a pattern of a meeting, not one.
EXAMPLE = re.compile(r"某某|例如|比如")
NEAR = 24
"""Characters before an opening that tell whether it is one, as many as the patterns below may take."""
PLANNED = Rule(
    name="opening/planned",
    pattern=r"(?<![主需重])要(?:再|及时|尽快|立即|组织|定期)+$|(?:将|拟|定于|决定|计划|准备|预计|即将|通知|关于)[^，。；]{0,16}$",
    make=lambda m: m[0],
    yes={"镇里〔要及时〕": "要及时", "县里〔拟于下周〕": "拟于下周"},
    no=("会议主要", "会上要求"),
)
# A meeting among the measures of a list was not the one reported: 二是迅速召开全镇干部会议.
MEASURE = re.compile(r"(?:^|[。；：，])[一二三四五六七八九]是[^。；，]{0,14}$")
# 我镇收看市里召开的会议: what others convened.
WATCHED = Rule(
    name="opening/watched",
    pattern=r"(?:收听收看|收看收听|收看|收听)(?:了)?[^，。；：\n]{0,8}$",
    make=lambda m: m[0],
    yes={"全镇〔收听收看了市里〕": "收听收看了市里", "〔收看〕": "收看"},
    no=("收看直播后，县里", "观看了短片"),
)
# Characters of the name of a body that a headline tells.
SHORTEST_BODY = 3
# Openings that only name a meeting somebody attended or watched; the higher, the weaker.
ELSEWHERE = {"opening/named-elsewhere": 1, "opening/discussion": 1, "opening/viewed": 2}


def follows(story: Story) -> bool:
    """Whether a meeting was held right behind the one told before it on the page."""
    return AFTERWARDS.match(story.paragraphs[0].text.chars) is not None


def holder(story: Story, surname: str, office: str) -> str | None:
    """The name of whom surname and office tell, 金 and 部长, where one person of the story fits; or None."""
    people = [p for line in story.paragraphs for p in line.people if p.name.startswith(surname)]
    named = {p.name for p in people} - {surname + office}
    for person in people:
        if person.post and person.post.endswith(office[-2:]) and person.name in named:
            return person.name
    return named.pop() if len(named) == 1 else None


def stories(mentions: Mentions) -> tuple[Story, ...]:
    """The meetings of a page, each with its own lines; none where the page reports no meeting that was held."""
    return tuple(
        Story(mentions, one.headlines, one.lines, one.said, one.opening, one.where)
        for one in told(mentions)
        if is_meeting(one)
    )


# What the state convened is only what the meeting here goes back to.
OF_STATE = re.compile(
    r"国家|国务院|中央|中共中央|全国"
    r"|(?:生态环境|环境保护|农业农村|农业|水利|财政|应急管理|教育|民政|自然资源|国土资源|住房和城乡建设|住建|交通运输|公安|司法"
    r"|人力资源和社会保障|人社|文化和旅游|科学技术|科技|商务|工业和信息化|工信)部(?!门)"
)


def _blocks(mentions: Mentions) -> list[tuple[int, int]]:
    """Ranges of paragraphs that each tell of one meeting, a new one where a dated opening follows a report."""
    starts = [0]
    paragraphs = mentions.paragraphs
    speaking = {one.paragraph for one in mentions.statements}
    watched = any(o.rule == "opening/viewed" for p in paragraphs for o in p.openings)
    for i, line in enumerate(paragraphs):
        before = range(starts[-1], i)
        reported = any(paragraphs[k].presences or k in speaking for k in before)
        if not reported or not any(_held(o, paragraphs[k]) for k in before for o in paragraphs[k].openings):
            continue
        if _begins_again(paragraphs[starts[-1] : i], line) or (i in speaking and not watched and _follows(line)):
            starts.append(i)
    return list(zip(starts, [*starts[1:], len(paragraphs)], strict=True))


BULLET = re.compile(r"^[●◆■★▲▶◎○□]")
FURTHER = re.compile(r"^[又另]讯")
RESTART = re.compile(
    r"^(?:本[报网][^，。]{0,12}讯|[^，。]{2,12}讯[ （])"
    r"|^(?:[^，。；]{0,40}，)?(?:20\d\d年)?\d{1,2}月\d{1,2}日"
)


# A meeting held behind another: 会后，市长即刻召开专题会议; 视频会议后，我省召开续会; 在随后召开的我市工作会议上.
AFTERWARDS = re.compile(r"^(?:会后|[^，。]{0,8}会议?(?:结束)?后)，|^在随后召开的我[省市县区旗州]")
LATEST_AFTERWARDS = 60


def _follows(line: Line) -> bool:
    """Whether a paragraph with a statement tells of a meeting that was held behind the one reported."""
    here = [o for o in line.openings if _held(o, line) and o.start < LATEST_AFTERWARDS and o.name not in GENERIC]
    return bool(here) and AFTERWARDS.match(line.text.chars) is not None


def _begins_again(before: tuple[Line, ...], line: Line) -> bool:
    """Whether a paragraph behind the report of a meeting begins with a date, or a bullet, and another one's opening."""
    anew = BULLET.match(line.text.chars) or FURTHER.match(line.text.chars)
    here = [
        o
        for o in line.openings
        if (_held(o, line) or (anew and o.rule == "opening/viewed")) and o.start < 80 and o.name not in GENERIC
    ]
    if anew or not here:
        return bool(here)
    names = {o.name for p in before for o in p.openings}
    return bool(RESTART.match(line.text.chars)) and not any(
        here[0].name in name or name in here[0].name for name in names
    )


# A meeting that another spoke of: 会议强调，4月25日省厅召开推进会.
STATED = Rule(
    name="opening/stated",
    pattern=r"会议(?:还)?(?:强调|指出|认为)[，：](?:\d{1,2}月\d{1,2}日|近日|日前|前不久|[今昨]天)?[上下]?午?，?$",
    make=lambda m: m[0],
    yes={"〔会议强调，4月25日〕": "会议强调，4月25日", "〔会议指出，〕": "会议指出，"},
    no=("按照会议要求，县里", "会议强调，要压实责任。"),
)


def _held(opening: Opening, line: Line) -> bool:
    if EXAMPLE.search(opening.name) or EXAMPLE.match(opening.convener or ""):
        return False
    chars, start = line.text.chars, opening.start
    near = max(0, start - NEAR)
    if STATED.regex.search(chars, near, start):
        return False
    return (
        opening.rule in HELD and not PLANNED.regex.search(chars, near, start) and not MEASURE.search(chars, near, start)
    )


def told(mentions: Mentions) -> tuple[Told, ...]:
    """What each stretch of a page tells, whether it is of a meeting or not."""
    out: list[Told] = []
    meetings = 0
    for first, last in _blocks(mentions):
        headlines = () if meetings else mentions.headlines
        lines = mentions.paragraphs[first:last]
        said = tuple(s for s in mentions.statements if first <= s.paragraph < last)
        out.append(Told(headlines, lines, said, *_opening(headlines, lines)))
        meetings += is_meeting(out[-1])
    return tuple(out)


def _opening(headlines: tuple[Line, ...], lines: tuple[Line, ...]) -> tuple[Opening | None, Line | None]:
    """The opening that names the meeting: the first in the report with a name of its own, else the headline's."""
    candidates = [(o, line) for line in lines for o in line.openings if o.rule in ELSEWHERE or _held(o, line)]
    candidates.sort(key=lambda pair: _elsewhere(*pair))
    named = [pair for pair in candidates if pair[0].name not in GENERIC]
    held = [pair for pair in named if pair[0].rule in HELD and not _elsewhere(*pair)]
    in_headline = [(o, line) for line in headlines for o in line.openings if o.name not in GENERIC]
    for pool in (held, in_headline, named, candidates):
        if pool:
            return _local(pool[0][0], candidates) or _of_headline(pool, headlines) or pool[0]
    return None, None


def _of_headline(pool: list[tuple[Opening, Line]], headlines: tuple[Line, ...]) -> tuple[Opening, Line] | None:
    """Where a report begins with a meeting from above: the one of the body that the headline is about."""
    told = [(pair, (pair[0].convener or "")) for pair in pool]
    about = [line.text.chars for line in headlines]
    if not told[0][1] or any(told[0][1] in chars for chars in about):
        return None
    return next(
        (pair for pair, body in told[1:] if len(body) >= SHORTEST_BODY and any(body in chars for chars in about)), None
    )


def _elsewhere(opening: Opening, line: Line) -> int:
    """How weakly an opening names the meeting of the report: 0 where it is said to be held here."""
    watched = WATCHED.regex.search(line.text.chars, max(0, opening.start - NEAR), opening.name_start)
    return ELSEWHERE["opening/viewed"] if watched else ELSEWHERE.get(opening.rule, 0)


# What the body itself held behind a meeting from above: 会后，省政府随即召开会议.
RIGHT_BEHIND = Rule(
    name="opening/right-behind",
    pattern=r"(?:会后|会议?(?:结束)?之?后)，$",
    make=lambda m: m[0],
    yes={"作了讲话。〔会后，〕": "会后，", "〔会议结束后，〕": "会议结束后，"},
    no=("会后，省政府", "此后，"),
)


def _local(first: Opening, openings: list[tuple[Opening, Line]]) -> tuple[Opening, Line] | None:
    """Where the report goes back to a meeting of the state: the opening of a local body, that is held behind it."""
    if not OF_STATE.match(first.convener or ""):
        return None
    return next(
        (
            (opening, line)
            for opening, line in openings
            if opening.convener
            and not OF_STATE.match(opening.convener)
            and (RESTART.match(line.text.chars) or RIGHT_BEHIND.regex.search(line.text.chars, 0, opening.start))
        ),
        None,
    )
