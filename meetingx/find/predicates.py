"""The verbs that a list of people is the subject of, over the commas and 并 that carry the subject on."""

from __future__ import annotations

from collections.abc import Iterator

from meetingx import patterns as re
from meetingx.find.frames import CHAIR
from meetingx.find.roles import CONVENES, PRESIDES_LATER, ROLES, SIGNS, TOURS
from meetingx.rules import Found, expand

TAIL = re.compile(
    r"(?:等?(?:\d{1,2}|[两三四五六七八九十])[位名](?:同志|领导|代表)(?=分别|先后|依次|[作做出参]))"
    r"|等?(?:[、，]?等?(?:市|县|区|州|旗|省|镇|街道|局|厅|乡|党政|处级|县级|在家|有关|相关|分管|班子|厅级|校|院|公司"
    r"|中心|委|部|集团){0,3}"
    r"(?:领导|同志|常委(?:[及和]委员)?)(?:同志|成员)?(?=[出参列在到分一陪也共应，]|结合|围绕|就))?"
)


# Behind a comma or 并 the subject of the verb before goes on, unless a new subject comes first.
GOES_ON = re.compile(
    r"[，、]?(?:并|又|还|也|同时|且|及|和)|[，、](?=(?:就|对|传达|通报|宣读|总结|安排|部署|分析|指出|强调|要求|提出"
    r"|讲话|作|做|听取|进行|发表|带领|主持|出席|参加|解读|汇报|介绍"
    r"|点评|学习|深入|回顾|明确|希望|表示|围绕|结合|代表|最后|随后))|[，、]"
)


# Behind people a list may go on with groups; the verb at its end is theirs too.
WITH_GROUPS = re.compile(
    expand(
        r"(?:等|、|，|和|及|与|以及)[^。；！？\n]{0,260}?"
        r"(?:<<group_end>>|等|，各[^，。；]{2,24}?|<<suffix_head>><<han>>{2,4}(?:、<<han>>{2,4}){0,6}?)(?:（[^（）]{1,20}）)?(?:等)?"
        r"(?:共?\d+余?[人名])?"
        r"(?=<<adverbial>>(?:<<attend_lead>>)?(?:<<attend>>|<<testify>>|(?<=分别)(?:<<report>>|作)))"
    )
)


def predicates(chars: str, at: int, limit: int) -> Iterator[Found[str]]:
    """The verbs between the end of a list and `limit` that the list is the subject of."""
    at += chars.startswith(" ", at)
    tail = TAIL.match(chars, at, limit)
    window = chars[:limit]
    found = _first(window, tail.end() if tail else at)
    if found is None:
        groups_too = WITH_GROUPS.match(window, at)
        found = _first(window, groups_too.end()) if groups_too else None
    convened = CONVENES.at(window, at) if found is None else None
    convenes = convened is not None
    if convened is not None:
        yield convened
        found = _next(window, convened.end)
    elif found is None and TOURED.match(window, at):
        toured = TOURS.at(window, at)
        if toured is not None:
            yield toured
        found = _next(window, at)
    elif found is None:
        found = PRESIDES_LATER.at(window, at)
    convenes = convenes or (
        found is not None and found.value == CHAIR and window.startswith(("召开", "举行"), found.end)
    )
    while found is not None:
        if convenes and found.rule in DONE_BY_MEETINGS and not OWN_ACT.search(window[: found.start]):
            return
        yield found
        # what follows a verb of saying is what was said
        found = _next(window, found.end) if found.rule != "speaker/says" else None


def _first(window: str, at: int) -> Found[str] | None:
    # what a role is told by stands behind words that take long to read: it is looked for first
    best = [
        found for rule in (*ROLES, SIGNS) if rule.may_hold(window, at) and (found := rule.at(window, at)) is not None
    ]
    return min(best, key=lambda one: (one.start, -one.end), default=None)


def _next(window: str, at: int) -> Found[str] | None:
    """The next verb of the same subject: behind a 并 or a comma, with no new subject between."""
    for joint in GOES_ON.finditer(window, at):
        found = _first(window, joint.end())
        if OTHER_SUBJECT.search(window, at, joint.end() + 3):
            return None
        if (
            found is not None
            and found.start - joint.end() < 60
            and (ABOUT.match(window, joint.end()) or not NEW_SUBJECT.search(window, joint.end(), found.start))
        ):
            return found
    return None


# A chair who convened gave orders of its own where that is said; else the meeting did: 主持召开常务会议，部署工作.
DONE_BY_MEETINGS = frozenset({"speaker/orders", "reporter/reports"})


OWN_ACT = re.compile(r"[并上中][作做进]?$")


# What a person may do before it presides: 深入…察看，并主持召开.
TOURED = re.compile(
    r"(?:一行)?(?:(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?|凌晨|清晨|中午)?)?(?:先后|随后|实地|一同)?(?:深入|前往|带队|率|实地|来到|到|调研|检查|察看|听取|传达|赴|督导|走进|结合"
    r"|逐|深刻|全面|代表|充分肯定|高度评价|高度肯定|分析|回顾|梳理|剖析)"
)


OTHER_SUBJECT = re.compile(
    r"[，。；](?:会议|大会|会上|各[^项类种方个环]|全[市县区省镇]"
    r"|[^，。；]{0,20}(?:书记|[市县区州旗镇乡局厅]长|主任|主席)(?=出席|主持|讲话|指出|强调|要求)"
    r"|[^，。；]{0,6}(?:分管|有关|相关|各)[^，。；]{0,8}(?:同志|领导|人员|单位|部门)|[^，。；]{1,14}(?:局|办|中心|委|大队|院|公司|街道|镇|乡)(?=汇报|通报|介绍|传达|作了))"
)


# What is spoken about is no new subject: ，并对下一步各村的清淤重点进行了部署.
ABOUT = re.compile(r"[对就][^，。；：\n]{2,40}?(?:作|做|进行|提|强调)")


NEW_SUBJECT = re.compile(
    r"(?:书记|[市县区州旗镇乡局厅]长|主任|主席)$|会议(?!精神|要求|部署|议题)|大会|各[^项类种方个环]|全[市县区省镇]|(?:部门|单位|乡镇|局|办)(?=[^，。]{0,4}(?:通|汇|介|作|表))"
)
