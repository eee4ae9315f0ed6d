"""Was there a meeting? What speaks for one that was held and what against, in points.

A page gives a record where its clues add up to `ENOUGH`; `explain` prints them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from meetingx import patterns as re
from meetingx.find.frames import LABEL_OF_CHAIR
from meetingx.find.groups import RETINUE
from meetingx.find.mentions import Line
from meetingx.find.openings import Opening
from meetingx.find.statements import Statement
from meetingx.rules import Rule
from meetingx.segment import LABELLED

ENOUGH = 3
HELD = frozenset(
    {
        "opening/convened",
        "opening/organized",
        "opening/bare",
        "opening/held",
        "opening/summons",
        "opening/chaired",
        "opening/chaired-at",
        "opening/then-held",
    }
)
"""Openings that say that a meeting was held; the others only name one."""

# A speech speaks to its hearers; a rule is issued; a notice calls people to what is still to come.
FIRST_PERSON = re.compile(
    r"(?:同志们|各位领导|各位代表|各位委员|各位来宾|朋友们)[：，！]|^现在开会|下面，我|(?:今天|这次)，?我们(?:在[^，。]{0,10}|集中|专门|隆重|再次)?(?:召开|举行)|我再?[讲强谈提][一二三四五几]?[点调]|"
    r"(?:请|让)我们(?:以|用|共同)|决定召开这次会议"
)
ISSUED = re.compile(r"现(?:予|将)?[^，。]{0,20}印发|印发给你们|请[^，。]{0,10}遵照执行|特此(?:通知|公告)|第一条")
SUMMONED = re.compile(
    r"现将[^，。]{0,16}(?:通知|公告|公示)如下|(?:经研究|研究)，?(?:决定|定于|拟)[^。]{0,20}召开"
    r"|请[^，。；]{0,16}(?:准时|按时|提前)[^，。；]{0,6}(?:参会|参加|到会|入场|出席)|不得(?:请假|缺席)|参会回执|派员参[会加](?!了)"
)
# When a meeting is to be; minutes name who presided behind it.
FIELD_OF_TIME = re.compile(r"会议时间(?:、|与|和|及|：)")
SPEECH_TITLE = re.compile(r"^(?:——)?在[^，。]{4,40}会议?上的(?:讲话|报告|发言|致辞)")
SPEECH = re.compile(
    r"^这次会议的(?:主要)?任务是|^现在(?:开会|开始)|^(?:尊敬的)?(?:各位|同志们|同志：)[^。]{0,30}[：！]"
)
CHRONICLE = re.compile(r"大事记(?:（[^）]*）)?$|大事记\n")
DIARY = re.compile(r"^\d{1,2}日[ 　]")
TOUR = re.compile(r"调研|督导|督查|检查|走访|慰问|视察|暗访|巡查|察看|踏勘|看望|巡河|夜查|观摩")
# In the report itself only the act counts, not 专项检查问题整改, 督导组, 督查反馈.
TOURED = re.compile(
    r"(?<!专项)(?:调研|督导|督查|检查|走访|慰问|视察|暗访|巡查|察看|踏勘|看望|巡河|夜查|观摩)(?!组|反馈|问题|整改|通报|会|情况通报)"
    r"|(?:深入|前往|赴|来到)[^，。；\n]{2,20}?(?:现场|实地)?调度(?!会|室|中心)"
)
NOTICE = re.compile(
    r"的?(?:通知|通告|公告|公示|方案|办法|规定|条例|意见|细则|批复|函|预案|制度|职责|总结|计划|大事记|简历|名单|讲话稿?|主持词|心得"
    r"|范文|致辞|发言稿|倡议书|报告)(?:（[^）]*）)?$"
)
# A day that the report does not tell, though it tells of one.
LATELY = re.compile(r"近日|日前|近期|[今昨][天日]")
REPORTS = re.compile(r"^[^\u3400-\u9fff]{0,2}(?:会上|会议(?!室|中心)|[\u3400-\u9fff]{0,3}谈会上?)")


# What only a meeting does: 会议传达了…, of a report whose beginning is lost; 区委书记王明专题研究…工作.
TAKES_UP = Rule(
    name="meeting/takes-up",
    pattern=r"(?:^|(?<=[。\n]))会议(?:首先|还|集中|专题|传达学习)*(?:传达|听取|审议|研究|通报|学习|讨论)了",
    make=lambda m: m[0],
    yes={"〔会议首先传达了〕上级精神": "会议首先传达了", "。〔会议研究了〕项目工作": "会议研究了"},
    no=("上次会议研究了", "会议要求", "会议研究室"),
)
LEADER_TAKES_UP = Rule(
    name="meeting/leader-takes-up",
    pattern=r"(?:书记|[省市县区州旗镇乡]长|主任|主席)<<any_surname>><<han>>{1,2}专题(?:研究|听取)(?=[^。；\n]{2,40}(?:工作|情况|汇报))",
    make=lambda m: m[0],
    yes={"区委〔书记王明专题研究〕城市管理工作": "书记王明专题研究"},
    no=("书记专题研究", "书记王明专题调研城市管理工作"),
)


def _takes_up(line: Line) -> bool:
    return TAKES_UP.regex.search(line.text.chars) is not None


def _leader_takes_up(line: Line) -> bool:
    return LEADER_TAKES_UP.regex.search(line.text.chars) is not None


@dataclass(frozen=True)
class Told:
    """What a stretch of a page tells: its lines, its statements, and the opening that names its meeting."""

    headlines: tuple[Line, ...]
    lines: tuple[Line, ...]
    said: tuple[Statement, ...]
    opening: Opening | None
    where: Line | None

    @cached_property
    def roles(self) -> frozenset[str]:
        """What people did, without the tours that they made."""
        return frozenset(p.role for line in self.lines for p in line.presences if p.rule != "attendee/tours")

    @cached_property
    def minuted(self) -> bool:
        """Whether a field of minutes names who presided."""
        return any(p.rule == LABEL_OF_CHAIR.name for line in self.lines for p in line.presences)

    @cached_property
    def meeting_says(self) -> bool:
        """Whether a statement is the meeting's own: 会议指出."""
        return any(one.speaker.endswith("会") or one.speaker == "会议" for one in self.said)

    @cached_property
    def held(self) -> bool:
        """Whether the opening says that a meeting was held."""
        return self.opening is not None and self.opening.rule in HELD

    @cached_property
    def held_here(self) -> bool:
        """Whether it says so in the report itself, not in the headline alone."""
        return self.held and self.where in self.lines

    @cached_property
    def attended(self) -> bool:
        """Whether groups attended, and did not only come along on a tour."""
        return any(one.rule != RETINUE.name for line in self.lines for one in line.groups)

    @cached_property
    def listed(self) -> bool:
        """Whether groups attended, or a line begins as reports of meetings do: 会上，."""
        return self.attended or self.begins

    @cached_property
    def begins(self) -> bool:
        """Whether a line begins as lines of such reports do: 会上，."""
        return any(REPORTS.match(line.text.chars) for line in self.lines)

    @cached_property
    def headline(self) -> str:
        """The headlines, joined."""
        return "".join(one.text.chars for one in self.headlines)

    def first(self, lines: int, chars: int = 10_000) -> str:
        """The first lines, each up to so many characters, joined."""
        return "".join(line.text.chars[:chars] for line in self.lines[:lines])


def _alone(told: Told) -> bool:
    where = told.where
    dated = (
        told.held_here
        and where is not None
        and (any(one.when.day for one in where.dates) or LATELY.search(where.text.chars))
    )
    return not (told.roles or told.said or dated or told.listed)


def _toured(told: Told) -> bool:
    headed = TOUR.search(told.headline)
    if headed is None and told.held:
        return _tour_that_heard_of_a_meeting(told)
    return bool(headed or TOURED.search(told.first(1, 120))) and not (told.meeting_says or told.held_here)


def _tour_that_heard_of_a_meeting(told: Told) -> bool:
    """Whether a report begins with a tour and only tells further on that a body visited had convened a meeting."""
    opening = told.opening
    begins_so = opening is not None and opening.convener and told.lines and told.where is not told.lines[0]
    at_meeting = "chair" in told.roles or told.meeting_says or told.listed
    return bool(begins_so and not at_meeting and TOURED.search(told.first(1, 60)))


def _called(told: Told) -> bool:
    begins = told.first(6)
    return bool(SUMMONED.search(begins) or (FIELD_OF_TIME.search(begins) and not told.minuted))


def _headed_as_notice(told: Told) -> bool:
    return not told.held_here and bool(
        NOTICE.search(told.headline) or (told.headlines and NOTICE.search(told.headlines[0].text.chars))
    )


def _speech(told: Told) -> bool:
    return any(SPEECH.match(line.text.chars) for line in told.lines[:3]) or any(
        SPEECH_TITLE.match(line.text.chars) for line in told.headlines
    )


CLUES: tuple[tuple[str, int, Callable[[Told], bool]], ...] = (
    ("a meeting is said to have been held", 3, lambda told: told.held),
    ("a meeting is named", 2, lambda told: told.opening is not None and not told.held),
    ("somebody presided", 2, lambda told: "chair" in told.roles),
    ("the meeting itself states", 2, lambda told: told.meeting_says),
    ("the meeting itself hears or takes up something", 2, lambda told: any(map(_takes_up, told.lines))),
    (
        "it begins inside a meeting",
        1,
        lambda told: bool(told.said and told.lines and REPORTS.match(told.lines[0].text.chars)),
    ),
    (
        "it is set out as minutes are",
        3,
        lambda told: sum(bool(LABELLED.at(one.text.chars, 0)) for one in told.lines) > 1,
    ),
    ("a leader takes up a matter", 1, lambda told: any(map(_leader_takes_up, told.lines[:2]))),
    ("somebody attended", 1, lambda told: "attendee" in told.roles),
    ("a statement is made", 1, lambda told: bool(told.said)),
    ("several make statements", 1, lambda told: len({one.speaker for one in told.said}) > 1),
    ("groups attended", 1, lambda told: told.attended),
    ("a line begins as in reports of meetings", 1, lambda told: told.begins),
    ("nobody did or said anything", -3, _alone),
    ("a speaker addresses the hearers", -5, lambda told: bool(FIRST_PERSON.search(told.first(4)))),
    ("a document is issued", -5, lambda told: bool(ISSUED.search(told.first(2, 200)))),
    ("people are called to a meeting to come", -5, _called),
    ("it is headed, or begins, as speeches are", -6, _speech),
    ("its headline is that of a document", -4, _headed_as_notice),
    ("its headline is that of a chronicle", -8, lambda told: bool(CHRONICLE.search(told.headline))),
    ("it is a diary", -8, lambda told: sum(bool(DIARY.match(one.text.chars)) for one in told.lines) >= 4),
    ("it is a tour of inspection", -4, _toured),
)
"""What speaks for a meeting and what against: the clue in words, its points, and how it is seen."""


def clues(told: Told) -> Iterator[tuple[str, int]]:
    """The clues that hold, each with its points; none where there is nothing to read."""
    if told.lines:
        for words, points, holds in CLUES:
            if holds(told):
                yield words, points


def is_meeting(told: Told) -> bool:
    """Whether what speaks for a meeting that was held is enough."""
    return sum(points for _, points in clues(told)) >= ENOUGH
