"""Who did what at the meeting: presided, spoke, reported, attended; and groups named only by their kind.

Each person, or list of persons, is followed by what they did; the rules of `ROLES` are read right behind
the list, and again behind every 并 and comma that carries the same subject on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from meetingx.find.people import Person
from meetingx.rules import Found, Rule, expand

CHAIR, SPEAKER, REPORTER, ATTENDEE = "chair", "speaker", "reporter", "attendee"


@dataclass(frozen=True, slots=True)
class Presence:
    """What a person of a paragraph did, by which rule, and where its verb stands."""

    person: Person
    role: str
    rule: str
    at: int


@dataclass(frozen=True, slots=True)
class Group:
    """Attendees named only as a kind, at [start, end) of a paragraph."""

    start: int
    end: int


ROLES: tuple[Rule[str], ...] = (
    Rule(
        name="chair/presides",
        pattern=r"<<adverbial>>(?P<span>主持(?!人|制定|编|研|开展|日常|全面|[^，。；]{0,8}工作[，。、）]))",
        make=lambda m: CHAIR,
        yes={"〔主持〕会议并讲话": CHAIR, "在会上〔主持〕召开推进会": CHAIR, "〔主持〕第一次全体会议": CHAIR},
        no=("主持日常工作", "主持制定方案", "出席会议"),
    ),
    Rule(
        name="speaker/speaks",
        pattern=(
            r"<<adverbial>>(?P<span>(?:发表|作|做|进行|致)?了?(?:题为[^，。；]{0,40}的)?(?:重要|动员|总结|主题|主旨"
            r"|即席|专题|书面|工作|大会|开幕|闭幕|会议)*"
            r"(?:讲了?话|致[辞词]|致(?:欢迎|开幕|闭幕|贺)[辞词])(?!精神|的|要求|中|指出|稿|为|和|、|时|提出|强调))"
        ),
        make=lambda m: SPEAKER,
        yes={
            "〔讲话〕。": SPEAKER,
            "在会上〔作动员讲话〕": SPEAKER,
            "〔发表重要讲话〕": SPEAKER,
            "就抓好落实〔作了讲话〕": SPEAKER,
        },
        no=("讲话精神", "讲话要求", "主持会议"),
    ),
    Rule(
        name="speaker/orders",
        pattern=(
            r"<<adverbial>>(?P<span>(?:(?:作|做|进行|作出|做出|提|提出|讲|发表|明确|谈)[了出]?(?:任务"
            r"|[一二三四五六七八九十两几]点|(?:重要|明确|具体|全面|详细"
            r"|进一步|相关|工作|动员|再|专题|严格|系统|以下|如下)*)(?:的)?"
            r"(?:安排部署|工作部署|部署|安排|要求|意见|建议|指示|动员|强调|批示|发言要求|(?:会议|大会)总结"
            r"|[^，。；]{0,16}小结|总结要求|总结(?![^，。；]{0,4}发言))|安排部署"
            r"|部署(?=[了。，]|[^，。]{1,14}工作)|作指示|发言(?=并|指出|强调)))"
        ),
        make=lambda m: SPEAKER,
        yes={
            "〔作安排部署〕": SPEAKER,
            "就下步工作〔提出四点要求〕": SPEAKER,
            "对防汛工作〔进行了部署〕": SPEAKER,
            "〔作出指示〕：": SPEAKER,
        },
        no=("部署会议", "要求各乡镇"),
    ),
    Rule(
        name="speaker/says",
        pattern=r"<<adverbial>>(?P<span><<say>>)(?!的|下|会议|会[，。]|后)",
        make=lambda m: SPEAKER,
        yes={"〔指出〕，": SPEAKER, "在会上〔强调〕，": SPEAKER, "最后〔要求〕，": SPEAKER},
        no=("要求的任务", "部署会议"),
    ),
    Rule(
        name="reporter/reports",
        pattern=(
            r"<<adverbial>>(?P<span>(?:<<report>>)(?!会|工作会|材料|学习|贯彻|落实)|(?:带领|组织"
            r"|领)[^，。；]{0,16}学习|(?:作"
            r"|做)[了的]?关于[^。；\n]{2,90}?(?:报告|汇报|说明)(?=[。；，]|$)|(?:作|做|进行)了?"
            r"(?:[^，。；的会]{0,16})(?:报告|汇报|通报|介绍|说明|点评|解读"
            r"|发言|总结|宣讲|授课|辅导|讲解|反馈)(?!会)"
            r"|(?:交流|表态|典型|大会|先后|汇报|讨论)发言|领学|发言(?=[。，；、]|$))"
        ),
        make=lambda m: REPORTER,
        yes={
            "〔通报〕了全市情况": REPORTER,
            "〔作工作报告〕": REPORTER,
            "分别〔作了表态发言〕": REPORTER,
            "〔传达〕了省会议精神": REPORTER,
        },
        no=("通报会", "出席会议"),
    ),
    Rule(
        name="attendee/attends",
        pattern=r"<<adverbial>>(?:<<attend_lead>>)?(?P<span><<attend>>)",
        make=lambda m: ATTENDEE,
        yes={"〔出席会议〕": ATTENDEE, "在主会场〔参加会议〕": ATTENDEE, "一同〔列席〕": ATTENDEE},
        no=("主持会议", "发表讲话"),
    ),
)
# A tour that the meeting ended: those who made it took part.
TOURS = Rule(
    name="attendee/tours",
    pattern=(
        r"<<adverbial>>(?P<span>(?:赴|深入|带队|率队|前往|来到|到)[^，。；\n]{2,40}?(?:调研|督导|检查|察看|走访|视察"
        r"|督查|指导)|[^。；\n]{2,60}?进行"
        r"(?:了)?(?:调研|督导|检查))"
    ),
    make=lambda m: ATTENDEE,
    yes={"〔赴武清调研〕，并举行座谈会": ATTENDEE},
    no=("赴任", "调研报告"),
)
SENTENCE = re.compile(r"[。！？；\n]")
TAIL = re.compile(
    r"等?(?:[、，]?等?(?:市|县|区|州|旗|省|镇|街道|局|厅|乡|党政|处级|县级|在家|有关|相关|分管|班子|厅级|校|院|公司"
    r"|中心|委|部|集团){0,3}"
    r"(?:领导|同志|常委)(?:同志|成员)?(?=[出参列在到分一陪也共应，]))?"
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
        r"(?:等|、|，|和|及|与|以及)[^。；！？\n]{0,260}?(?:<<group_head>>|等|）长)(?:（[^（）]{1,20}）)?(?:等)?"
        r"(?:共?\d+余?[人名])?"
        r"(?=<<adverbial>>(?:<<attend_lead>>)?(?:<<attend>>|<<testify>>))"
    )
)
CHAINED = re.compile(
    expand(
        r"(?:等(?:(?!参|出席|列席|到会)[^，。；]){0,8})?(?:[、，和及与]|以及|，以及)(?:[^，。；]{0,14}的|其他)?"
        r"(?:[^。；！？\n]{1,200}?"
        r"(?:<<group_head>>"
        r"|等)(?:（[^（）]{1,20}）)?(?:等)?(?:[、，和及与]|以及|，以及))?(?:在?[^，。；]{0,3}$)?$"
    )
)
HEAD_FIRST = re.compile(
    expand(
        r"(?:<<attend>>|主席台就座)[^。；：，]{0,24}?(?:的(?:领导|同志|人员|嘉宾|单位)?(?:还|分别|包括)?(?:有|是"
        r"|为)?[：，]?|(?:有|是|为)[：，]?|：)$"
    )
)
NOT_HERE = re.compile(
    r"(?:受|陪同|贯彻|落实|传达|学习|按照|根据|代表|遵照|宣读|转达|向|给|率领)(?:了|好|学习|落实"
    r"|贯彻)?[^，。；：]{0,6}$|[^，。；]{0,4}同志关于$"
)


CITED_BEHIND = re.compile(
    r"(?:、[\u3400-\u9fff]{2,8})?(?:同志)?(?:近期|近日|最近)?(?:关于|的?(?:重要)?(?:讲话|批示|指示)(?:精神|要求|和)"
    r"|在(?:全国|全省"
    r"|全市)[^，。；]{2,24}上的)"
)


def presences(chars: str, people: list[Person]) -> list[Presence]:
    """What the people of a paragraph did, each role once for each person.

    >>> from meetingx.find.people import people
    >>> chars = "市委书记王明出席会议并讲话，市长李海主持会议，市领导张一、赵二参加。"
    >>> [(p.person.name, p.role) for p in presences(chars, people(chars))]
    [('王明', 'attendee'), ('王明', 'speaker'), ('李海', 'chair'), ('张一', 'attendee'), ('赵二', 'attendee')]
    """
    found: dict[tuple[int, str], Presence] = {}
    ends = [0, *(person.end for person in people)]
    here = [person for person, after in zip(people, ends, strict=False) if not _cited(chars, person, after)]
    for chain, limit in _chains(chars, here):
        start = SENTENCE_START(chars, chain[0].start)
        readings = list(_predicates(chars, chain[-1].end, limit))
        if HEARD.search(chars[start : chain[0].start]) and WHAT_WAS_HEARD.match(chars, chain[-1].end):
            readings.append(Found(chain[0].start, chain[0].start, "reporter/heard", REPORTER))
        if HEAD_FIRST.search(chars[start : chain[0].start]):
            readings.append(Found(chain[0].start, chain[0].start, "attendee/listed", ATTENDEE))
        for one in readings:
            whole = (
                chain
                if one.value == ATTENDEE or (readings[0].value == ATTENDEE and one is readings[1])
                else _subjects(chars, chain)
            )
            for person in whole:
                key = (person.name_start, one.value)
                found.setdefault(key, Presence(person, one.value, one.rule, one.start))
        if readings:
            present = {start for start, _ in found}
            for person in chain:
                if person.name_start not in present:
                    found[person.name_start, ATTENDEE] = Presence(
                        person, ATTENDEE, "attendee/in-list", readings[0].start
                    )
    return sorted(found.values(), key=lambda p: (p.person.name_start, p.at))


def SENTENCE_START(chars: str, at: int) -> int:  # noqa: N802
    """Where the sentence around `at` begins."""
    return max(chars.rfind(mark, 0, at) for mark in "。！？；\n") + 1


# A report that was heard: 听取了林业局局长王明关于…的汇报.
HEARD = re.compile(r"听取了?[^，。；：]{0,6}$")
WHAT_WAS_HEARD = re.compile(r"(?:同志)?(?:关于|对|就|所?作的?)[^。；]{2,90}?(?:汇报|报告|通报|说明|介绍)")


def _cited(chars: str, person: Person, after: int) -> bool:
    """Whether a person is only somebody whose words are passed on: 传达了张书记的讲话精神."""
    start = max(SENTENCE_START(chars, person.start), after)
    if HEARD.search(chars[start : person.start]) and WHAT_WAS_HEARD.match(chars, person.end):
        return False
    return NOT_HERE.search(chars[start : person.start]) is not None or CITED_BEHIND.match(chars, person.end) is not None


def _chains(chars: str, people: list[Person]) -> Iterator[tuple[list[Person], int]]:
    """Lists of people that share what follows them, each with where that ends."""
    chain: list[Person] = []
    for i, person in enumerate(people):
        chain.append(person)
        after = people[i + 1].start if i + 1 < len(people) else len(chars)
        stop = SENTENCE.search(chars, person.end, after)
        if stop is None and i + 1 < len(people) and CHAINED.fullmatch(chars, person.end, after):
            continue
        yield chain, stop.start() if stop else after
        chain = []


def _subjects(chars: str, chain: list[Person]) -> list[Person]:
    """Those of a list whom a verb of the last one belongs to: all joined by 、 or 和, not those behind a comma."""
    start = len(chain) - 1
    while start > 0 and "，" not in chars[chain[start - 1].end : chain[start].start]:
        if len(chars[chain[start - 1].end : chain[start].start]) > 3:
            break
        start -= 1
    return chain[start:]


def _predicates(chars: str, at: int, limit: int) -> Iterator[Found[str]]:
    """The verbs between the end of a list and `limit` that the list is the subject of."""
    tail = TAIL.match(chars, at, limit)
    window = chars[:limit]
    found = _first(window, tail.end() if tail else at)
    if found is None:
        groups_too = WITH_GROUPS.match(window, at)
        found = _first(window, groups_too.end()) if groups_too else None
    if found is None and TOURED.match(window, at):
        toured = TOURS.at(window, at)
        if toured is not None:
            yield toured
        found = _next(window, at)
    while found is not None:
        yield found
        found = _next(window, found.end)


def _first(window: str, at: int) -> Found[str] | None:
    best = [found for rule in ROLES if (found := rule.at(window, at)) is not None]
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
            and not NEW_SUBJECT.search(window, joint.end(), found.start)
        ):
            return found
    return None


# What a person may do before it presides: 深入…察看，并主持召开.
TOURED = re.compile(
    r"(?:一行)?(?:先后|随后|实地|一同)?(?:深入|前往|带队|率|实地|来到|到|调研|检查|察看|听取|传达|赴|督导|走进|结合"
    r"|逐|深刻|全面|代表)"
)
OTHER_SUBJECT = re.compile(r"[，。；](?:会议|大会|会上|各[^项类种方个环]|全[市县区省镇])")
NEW_SUBJECT = re.compile(
    r"会议|大会|各[^项类种方个环]|全[市县区省镇]|(?:部门|单位|乡镇|局|办)(?=[^，。]{0,4}(?:通|汇|介|作|表))"
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
    for verb in GROUP_VERB.finditer(chars):
        start = max(SENTENCE_START(chars, verb.start()), at)
        found += _groups_in(chars, start, verb.start(), people)
        at = verb.end()
    for verb in GROUP_VERB_FIRST.finditer(chars):
        stop = SENTENCE.search(chars, verb.end())
        found += _groups_in(chars, verb.end(), stop.start() if stop else len(chars), people)
    for call in CALLED.finditer(chars):
        found += _pieces(chars, *call.span("span"))
    for report in REPORTING.finditer(chars):
        if not any(p.start < report.end("span") and p.end > report.start("span") for p in people):
            found += _pieces(chars, *report.span("span"))
    return _apart(found)


def _apart(found: list[Group]) -> list[Group]:
    """The groups in order, without those that lie inside another."""
    kept: list[Group] = []
    for group in sorted(set(found), key=lambda g: (g.start, -g.end)):
        if not kept or group.start >= kept[-1].end:
            kept.append(group)
    return kept


GROUP_VERB = re.compile(expand(r"(?<!应)(?:(?:<<attend>>)(?!会议的|的)|<<testify>>)"))
# What may stand between a group and its verb: where and how they attended, how many they were.
HOW_THEY_CAME = re.compile(
    expand(
        r"(?:在[^，。；：\n]{1,30}?会场|(?:在|于)[^，。；：、\n]{1,24}|(?:以|通过)[^，。；：\n]{1,16}(?:形式|方式"
        r"|身份|视频|线上|网络)|分别|依次|一同|共同|一并"
        r"|应邀|受邀|亲自|集中|专门|全程|也|还|均|都"
        r"|<<attend_lead>>|等?(?:共?计?|约|近|总计)?\d+余?[人名]|等)+$"
    )
)
GROUP_VERB_FIRST = re.compile(
    expand(
        r"(?:参会|与会|参加会议)(?:人员|单位|领导)(?:还)?(?:有|是|为|包括)?[：，]|(?:出席|参加|列席"
        r"|参会)[^。；：，]{0,12}的(?:领导|同志|人员)?(?:还)?(?:有|是"
        r"|为)[：，]?"
    )
)
PIECE = re.compile(r"[^，、；]+(?:、[^，、；]+)*")
GROUP_LEAD = re.compile(
    expand(
        r"^(?:由|和|与|及|以及|还有|并|其中|会上|会后|会前|随后|会议由|最后|请|邀请|，|、| |其他|被邀请的)+|^"
        r"(?:\d{1,2}月\d{1,2}日[^，]*)"
    )
)
GROUP_END = re.compile(
    expand(
        r"(?:<<group_head>>|）长|[县市区镇乡州旗局处科站所院校]长|等)(?:（[^（）]{1,24}）)?(?:等)?(?:(?:共计?|约|近"
        r"|总计)?\d+余?[人名])?$"
    )
)
# Bodies that share the head of the group behind them: 市生态环境局、商务局，各区城管局的负责同志.
BODIES_ALONE = re.compile(
    r"[^，。；]{2,14}(?:局|办|委|处|中心|大队|支队|[县市区镇乡]|街道|办事处|公司|院)(?:（[^（）]{1,12}）)?"
    r"(?:、[^，、。；]{2,16}(?:局|办|委|处|中心|大队|支队|镇|乡"
    r"|街道|办事处|公司|院))*"
)
COUNT = re.compile(r"(?:共计?|约|近|总计)?\d+余?[人名]$")
NOT_GROUP = re.compile(
    r"^等|会议$|要(?!负责|领导)|向|^(?:我市|我县|我区)?组织|提高|主持|讲话|指出|强调|要求|召开|《|习近平|^(?:会议"
    r"|大会|他|她|我们)|[。；]"
)


# Those called together: 召集镇直单位负责人、各村书记共计80余人召开…
CALLED = re.compile(r"(?:召集|组织)(?P<span>[^，。；召]{4,120}?)(?:(?:共计?|约)?\d+余?人)?召开")
# A reporter that is named only by its office: 市水利局负责人宣读了…
REPORTING = re.compile(
    expand(
        r"(?P<span>[^，。；：！？\n]{2,60}?(?:负责同志|负责人|主要领导|分管领导|领导))(?:分别|依次|先后|逐一"
        r"|就[^，。；]{2,40}|对[^，。；]{2,40})*"
        r"(?:作了?[^，。；]{0,10}(?:汇报|发言|介绍|通报)|进行了?[^，。；]{0,8}(?:汇报|发言|通报)|汇报|通报|宣读"
        r"|介绍了|解读|传达|部署了|作了?[^，。；]{0,4}说明)"
    )
)


def _groups_in(chars: str, start: int, end: int, people: list[Person]) -> Iterator[Group]:
    """The groups between `start` and the verb at `end`: what is left of the list when people are taken out."""
    cuts = [(p.start, p.end) for p in people if p.start < end and p.end > start]
    at = start
    for cut_start, cut_end in [*cuts, (end, end)]:
        yield from _pieces(chars, at, cut_start)
        at = max(at, cut_end)


def _pieces(chars: str, start: int, end: int) -> Iterator[Group]:
    bodies: int | None = None
    for piece in re.finditer(r"[^，]+", chars[start:end]):
        low, high = start + piece.start(), start + piece.end()
        came = HOW_THEY_CAME.search(chars, max(low, high - 60), high) if high == end else None
        high = came.start() if came else high
        while high > low and chars[high - 1] in "、，和及与 ":
            high -= 1
        lead = GROUP_LEAD.match(chars[low:high])
        if lead:
            low += lead.end()
        body = chars[low:high]
        if BODIES_ALONE.fullmatch(body) and not NOT_GROUP.search(body):
            bodies = low if bodies is None else bodies
            continue
        low, bodies = (low if bodies is None else bodies), None
        body = chars[low:high]
        if (len(body) >= 4 or body in {"委员", "代表"}) and GROUP_END.search(body) and not NOT_GROUP.search(body):
            count = COUNT.search(body)
            yield Group(low, low + count.start() if count else high)
