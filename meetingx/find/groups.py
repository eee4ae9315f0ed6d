"""Groups: attendees named only as a kind, such as 各乡镇主要负责同志.

A rule finds the verb or the head of a list; the groups are the parts of that list which are no people.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from meetingx import patterns as re
from meetingx.find.frames import ATTENDEE, REPORTER
from meetingx.find.names import Person
from meetingx.find.sentences import SENTENCE_END, sentence_start
from meetingx.rules import Rule, expand


class Group(NamedTuple):
    """Attendees named only as a kind, at [start, end) of a paragraph, and the rule that found their list."""

    start: int
    end: int
    rule: str


ATTENDING = Rule(
    name="group/attends",
    pattern=(
        r"(?<![应将拟])(?:(?!(?<=全民|社会|群众|公众|共同)参与)(?!参与(?:度|面|率|格局|[^，。；会]{0,10}(?:宣传|活动|整治|创建|比赛|建设|治理|防控)))(?:<<attend>>)(?!会议的|的|同志|人员|代表|单位|(?!活动)了?[^，。；：、会]{0,16}(?:活动|宣传|比赛|服务|演练|劳动|清扫|整治|巡逻|保洁|创建))"
        r"|<<testify>>)"
    ),
    make=lambda m: ATTENDEE,
    yes={"各乡镇主要负责同志〔参加会议〕": ATTENDEE, "市直部门负责人〔列席〕。": ATTENDEE},
    no=("参加会议的领导", "主持会议", "机关干部参加了志愿服务活动", "形成全民参与格局"),
)
HEADED = Rule(
    name="group/headed",
    pattern=(
        r"(?:参会|与会|参加会议)(?:人员|单位|领导)(?:还)?(?:(?:有|是|为|包括)[：，]?|[：，])"
        r"|(?:出席|参加|列席|参会|到会|就座)[^。；：，]{0,12}的(?:领导|同志|人员)?(?:还)?(?:有|是|为)[：，]?"
    ),
    make=lambda m: ATTENDEE,
    yes={
        "〔参会人员：〕各科室负责人": ATTENDEE,
        "〔参加会议的还有〕各镇书记": ATTENDEE,
        "在主席台〔就座的还有〕县人武部领导": ATTENDEE,
    },
    no=("参加会议。", "与会人员认为"),
)
CALLED = Rule(
    name="group/called",
    pattern=(
        r"(?:召集|组织)了?(?P<span>(?:(?!开展|学习|收看|收听|观看|参加|检查|调研|力量|实施|完成|了)[^。；召：\n]){4,140}?)"
        r"(?:等?(?:共?计?|约)?\d+余?[人名])?(?:(?<=[员位委队室人导门镇街道场长记表部工警师])(?:，(?:在[^，。；]{2,24})?)?召开)"
    ),
    make=lambda m: ATTENDEE,
    yes={
        "镇党委召集〔镇直单位负责人、各村书记〕共计80余人召开推进会": ATTENDEE,
        "由河长办组织〔市水利局等成员单位〕，召开河长制例会": ATTENDEE,
        "某镇组织〔班子成员，各村书记〕召开推进会": ATTENDEE,
        "团市委召集〔机关全体干部〕，在二楼召开扩大会议": ATTENDEE,
    },
    no=("召集会议", "组织开展排查，召开会议"),
)
HELD_FOR = Rule(
    name="group/held-for",
    pattern=r"召开(?:了)?由(?P<span>[^，。；：\n]{4,60}?)等?(?:参加|出席)的",
    make=lambda m: ATTENDEE,
    yes={"甲镇召开由〔机关干部、村主任〕参加的推进会": ATTENDEE},
    no=("召开由镇长主持的会议", "参加的人员"),
)
# Who came along on the tour that a meeting ended.
RETINUE = Rule(
    name="group/retinue",
    pattern=r"(?:带领|率领|率)(?P<span>[^。；：\n]{4,100}?(?:负责人|负责同志|人员|领导|部门|单位))(?:等)?(?:一行[^，。；]{0,6})?，?(?=深入|前往|赴|先后|来到|实地|到)",
    make=lambda m: ATTENDEE,
    yes={"县长贺龙带领〔县级相关单位负责人〕一行深入甲镇": ATTENDEE},
    no=("带领群众致富", "率先完成"),
)
CONVENING = Rule(
    name="group/convenes",
    pattern=r"(?:^|(?<=[，。日午]))(?P<span>(?!，|[^，。；]{0,14}[日午]，|[^。；]{0,20}(?:召[开集]|组织))[^。；：\n]{6,160}?)等?共?计?(?:约|近)?\d+余?人(?:在[^，。；]{1,20})?召开",
    make=lambda m: ATTENDEE,
    yes={"6月9日，〔镇主要领导、各村书记、管水员〕等共计50余人召开了推进会": ATTENDEE},
    no=("50余人参加会议", "镇政府召开推进会"),
)
SUMMONED = Rule(
    name="group/summoned",
    pattern=(
        r"约谈了?(?P<span>(?!会|工作|对象)[^。；：\n]{4,140}?(?:负责人|负责同志|主要领导|分管领导|党政领导|法定代表人))(?=[，。；]|就)"
    ),
    make=lambda m: ATTENDEE,
    yes={"公开约谈了〔市水务局、甲区相关负责人〕。": ATTENDEE},
    no=("召开约谈会，相关负责人参加", "约谈工作由负责人主持"),
)
HEARD = Rule(
    name="group/heard",
    pattern=(
        r"听取了?(?P<span>(?!会议|工作|了)[^。；：\n]{2,140}?(?:负责人|负责同志|主要领导|分管领导|代表))(?:同志)?(?:分别)?"
        r"(?:(?:关于|就|对)[^。；\n]{2,60}?)?的?[^，。；]{0,8}(?:汇报|发言|介绍)"
    ),
    make=lambda m: ATTENDEE,
    yes={
        "会议听取了〔各有关科室、直属单位负责人〕汇报": ATTENDEE,
        "听取了〔甲区、乙县等13个区县相关负责人〕关于供水工程的汇报": ATTENDEE,
    },
    no=("听取了各地的汇报", "听取工作汇报，负责人补充"),
)
# Whom a body had watch a meeting from above.
WATCHING = Rule(
    name="group/watches",
    pattern=(
        r"组织了?(?P<span>(?:有关|相关|全体|各|本)[^，。；：\n]{2,60}?(?:负责人|负责同志|人员|领导|干部|职工|同志|党员))"
        r"(?:在[^，。；]{2,24}?)?(?:集中)?(?:收听收看|收看收听|收看|收听)"
    ),
    make=lambda m: ATTENDEE,
    yes={"我市组织〔有关单位负责人〕在市政府会议室收看收听会议": ATTENDEE},
    no=("组织收看会议", "组织有关单位负责人学习"),
)
# A reporter that is named only by its office: 市水利局负责人宣读了…
REPORTING = Rule(
    name="group/reports",
    pattern=(
        r"(?P<span>[^，。；：！？\n]{2,60}?(?:负责同志|负责人|主要领导|分管领导|领导|代表|组长|林长|河长|所长|(?<=被约谈的)[^，。；]{2,8}长|（[县市区]）长(?=先后|分别|依次)"
        r"|(?:成员|委员|职员)(?=分别|依次|先后|逐一)|(?<=各[镇乡村])书记|(?:各|[一二三四五六七八九十\d]个)[^，。；：！？\n]{1,24}?书记))(?:分别|依次|先后|逐一|详细|在(?:会上|[^，。；]{2,8}会场)"
        r"|就[^，。；]{2,40}|对[^，。；]{2,40}|，?围绕[^，。；]{2,40})*"
        r"(?:开展[^，。；]{0,4}(?:座谈|交流)|上台发言|递交了?|讲述|[作做]了?[^，。；]{0,16}(?:汇报|发言|介绍|通报|交流|表态|述职|述责报告|述职报告)|进行了?[^，。；]{0,8}(?:汇报|发言|通报|安排布置|表态|交流)|表示(?=，)|(?:分析)?汇报|通报|宣读"
        r"|介绍了|解读|传达|部署了|[作做]了?[^，。；]{0,4}说明)"
    ),
    make=lambda m: REPORTER,
    yes={
        "〔市水利局负责人〕宣读了方案": REPORTER,
        "〔各镇及市直单位代表〕作经验交流": REPORTER,
        "〔各县区主要领导〕分别作汇报": REPORTER,
        "〔各镇负责人〕在会上递交了责任状": REPORTER,
        "〔20余位青年人才代表〕，围绕科创开展座谈交流": REPORTER,
    },
    no=("市水利局局长宣读了方案", "主要领导要亲自抓"),
)


def groups(chars: str, people: list[Person]) -> list[Group]:
    """The groups that a paragraph says were present, in order.

    >>> chars = "县领导李海，各乡镇主要负责同志，县直有关部门负责人参加会议。"
    >>> from meetingx.find.people import people
    >>> [chars[g.start:g.end] for g in groups(chars, people(chars))]
    ['各乡镇主要负责同志', '县直有关部门负责人']
    """
    found: list[Group] = []
    at = 0
    for verb in ATTENDING.all(chars):
        start = _list_start(chars, verb.start, at)
        found += _groups_in(chars, start, verb.start, people, ATTENDING.name)
        at = verb.end
    for head in HEADED.all(chars):
        found += _groups_in(chars, head.end, _list_end(chars, head.end), people, HEADED.name)
    for rule in (CALLED, HELD_FOR, RETINUE, CONVENING, SUMMONED, HEARD, WATCHING):
        for call in rule.all(chars):
            found += _groups_in(chars, call.start, call.end, people, rule.name)
    for report in REPORTING.all(chars):
        if not _between(people, report.start, report.end):
            found += _pieces(chars, report.start, report.end, REPORTING.name)
    return _apart(found)


# What parts of a list parted by ； do not hold: 县法院院长甲；各乡镇负责人；各局局长列席会议.
VERB = re.compile(
    expand(r"<<attend>>|<<testify>>|<<say>>|<<report>>|主持|召开|举行|讲话|(?<!主)要(?!负责|领导)|由|通过|成立|完成")
)


def _list_start(chars: str, end: int, floor: int) -> int:
    """Where the list before a verb begins: in its sentence, or in a part of it before a ； that has no verb."""
    start = max(sentence_start(chars, end), floor)
    while start > floor and chars[start - 1] == "；":
        before = max(sentence_start(chars, start - 1), floor)
        if VERB.search(chars, before, start - 1):
            break
        start = before
    return start


def _list_end(chars: str, at: int) -> int:
    """Where the list behind its head ends: with the sentence, or with a part of it before one that has a verb."""
    while True:
        stop = SENTENCE_END.search(chars, at)
        if stop is None:
            return len(chars)
        after = SENTENCE_END.search(chars, stop.end())
        if stop[0] != "；" or VERB.search(chars, stop.end(), after.start() if after else len(chars)):
            return stop.start()
        at = stop.end()


def _apart(found: list[Group]) -> list[Group]:
    """The groups in order, without those that lie inside another."""
    kept: list[Group] = []
    for group in sorted(dict.fromkeys(found), key=lambda g: (g.start, -g.end)):
        if not kept or group.start >= kept[-1].end:
            kept.append(group)
    return kept


HOW_MANY = r"(?:共计?|约|近|总计)?(?:\d+|[一二三四五六七八九十百千两]{2,6})[余多]?[人名]"
# What may stand between a group and its verb: where and how they attended, how many they were.
HOW_THEY_CAME = re.compile(
    expand(
        r"(?:[在赴到][^，。；：\n]{1,30}?会场|(?:在(?!家|职|岗|座|编|建|校|册|任|外)|于)[^，。；：、\n]{1,24}|(?:以|通过)[^，。；：\n]{1,16}(?:形式|方式"
        r"|身份|视频|线上|网络)|分别|依次|一同|共同|一并"
        r"|应邀|受邀|亲自|集中|专门|全程|一行|也|还|均|都"
        r"|<<attend_lead>>|等?" + HOW_MANY + r"|等)+$"
    )
)
GROUP_LEAD = re.compile(
    expand(
        r"^(?:由|(?:由)?[^，、。；]{2,12}牵头组织|[一二三四五六七八九]是|其次是?|然后|首先|和|与|及|以及|还有|并|其中|会上|会后|会前|随后|会议首先|会议由|最后|请|邀请"
        r"|，|、| |其他|被邀请的|等(?:领导|同志)?(?:以及|及|和|与|，|、)"
        r"|(?:主持|出席|讲话)(?:会议)?[、，])+|^(?:\d{1,2}月\d{1,2}日[^，]*)"
    )
)
GROUP_END = re.compile(
    expand(
        r"(?:<<group_end>>|等)(?:（[^（）]{1,24}）)?(?:等)?(?:(?:共计?|约|近"
        r"|总计)?\d+余?[人名])?$"
    )
)
# Bodies that share the head of the group behind them: 市生态环境局、商务局，各区城管局的负责同志.
OFFICE = (
    r"(?:局|办|委|处|所|科|站|室|(?<!干)部|联|(?<![议大聚例])会|中心|大队|支队|[县市区镇乡]|街道|办事处|公司|院|行|社|校"
    r"|队|园)(?:（[^（）]{1,12}）)?"
)
BODIES_ALONE = re.compile(rf"[^，。；]{{2,14}}{OFFICE}(?:、[^，、。；]{{2,16}}{OFFICE})*")
# Before a verb of attending 各… is a group whatever it ends with: 各苏木乡镇干部和驻旗农牧场.
EACH = re.compile(r"各(?![项类种方个])[^。；就进对了]{3,40}$")
COUNT = re.compile(rf"{HOW_MANY}$")
JOINT_AT_END = re.compile(r"(?:以及|[、，和及与 ])+$")
NOT_GROUP = re.compile(
    r"^等|^(?:听取|查看|了解|研究|传达|学习|通报)|会议$|(?<!主)要(?!负责|领导)|向|^(?:我市|我县|我区)?组织|提高|主持|讲话|指出|强调|要求|召开|《|习近平|^(?:会议"
    r"|大会(?!主席团|代表)|他|她|我们)|[。；]"
)


def _between(people: list[Person], start: int, end: int) -> list[Person]:
    """The people of whom something stands between `start` and `end`; they are in order and do not overlap."""
    first = bisect_right(people, start, key=lambda person: person.end)
    last = bisect_left(people, end, key=lambda person: person.start)
    return people[first:last]


def _groups_in(chars: str, start: int, end: int, people: list[Person], rule: str) -> Iterator[Group]:
    """The groups between `start` and the verb at `end`: what is left of the list when people are taken out."""
    cuts = [(p.start, p.end) for p in _between(people, start, end)]
    at = start
    for cut_start, cut_end in [*cuts, (end, end)]:
        yield from _pieces(chars, at, cut_start, rule)
        at = max(at, cut_end)


def _pieces(chars: str, start: int, end: int, rule: str) -> Iterator[Group]:
    """The groups among the parts of a list, bodies without a head joined to the head behind them."""
    bodies: int | None = None
    for piece in re.finditer(r"[^，；]+", chars[start:end]):
        low, high = start + piece.start(), start + piece.end()
        came = HOW_THEY_CAME.search(chars, max(low, high - 60), high) if high == end else None
        high = came.start() if came else high
        joint = JOINT_AT_END.search(chars, low, high)
        high = joint.start() if joint else high
        lead = GROUP_LEAD.match(chars[low:high])
        if lead:
            low += lead.end()
        body = chars[low:high]
        if BODIES_ALONE.fullmatch(body) and not NOT_GROUP.search(body):
            bodies = low if bodies is None else bodies
            continue
        low, bodies = (low if bodies is None else bodies), None
        body = chars[low:high]
        whole = GROUP_END.search(body) or (rule in {ATTENDING.name, CALLED.name} and EACH.match(body))
        if (len(body) >= 4 or body in {"委员", "代表"}) and whole and not NOT_GROUP.search(body):
            count = COUNT.search(body)
            yield Group(low, low + count.start() if count else high, rule)
