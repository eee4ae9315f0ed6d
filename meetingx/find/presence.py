"""Who did what at the meeting: presided, spoke, reported, attended.

Each person, or list of persons, is followed by what they did; the rules of `ROLES` are read right behind
the list, and again behind every 并 and comma that carries the same subject on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from meetingx import patterns as re
from meetingx.find.frames import ATTENDEE, CHAIR, FRAMES, HEARD, LISTED, MARKED, REPORTER, SPEAKER, WHAT_WAS_HEARD
from meetingx.find.people import Person
from meetingx.find.sentences import SENTENCE_END, sentence_start
from meetingx.rules import Found, Rule, expand


class Titled(NamedTuple):
    """What somebody did who is printed by surname and office: 金部长宣读了…; `resolve` tells who that is."""

    surname: str
    office: str
    role: str
    rule: str
    at: int


class Presence(NamedTuple):
    """What a person of a paragraph did, by which rule, and where its verb stands."""

    person: Person
    role: str
    rule: str
    at: int


ROLES: tuple[Rule[str], ...] = (
    Rule(
        name="chair/presides",
        pattern=(r"<<adverbial>>(?P<span>主持(?!人|制定|编|研|开展|日常|全面|[^，。；]{0,8}工作[，。、）的]))"),
        make=lambda m: CHAIR,
        yes={
            "〔主持〕会议并讲话": CHAIR,
            "在会上〔主持〕召开推进会": CHAIR,
            "〔主持〕第一次全体会议": CHAIR,
        },
        no=("主持日常工作", "主持制定方案", "出席会议"),
    ),
    Rule(
        name="speaker/speaks",
        pattern=(
            r"<<adverbial>>(?P<span>(?:发表|作|做|进行|致)?了?"
            r"(?:题为 ?(?:“[^”\n]{0,60}”|[^，。；]{0,40})的)?(?:重要|动员|总结|主题|主旨"
            r"|即席|专题|书面|工作|大会|开幕|闭幕|会议)*"
            r"(?:讲了?话|致[辞词]|致(?:欢迎|开幕|闭幕|贺)[辞词])(?!精神|的|要求|中|指出|稿|为|和|、(?!<<han>>{2,10}(?:书记|长|主任|常委|主席))|时|提出|强调))"
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
            r"|[一二三四五六七八九十两几]点|(?:重要|明确|具体|全面|详细|周密|周到|细致|逐项|逐条"
            r"|进一步|相关|工作|动员|再|专题|严格|系统|以下|如下)*)(?:的)?"
            r"(?:安排部署|工作部署|(?:组织)?布置|部署|安排|要求|意见|建议|指示|动员|强调|发言要求|(?:会议|大会)总结"
            r"|[^，。；]{0,16}小结|总结要求|总结(?![^，。；]{0,4}发言))|安排部署"
            r"|进行[^，。；]{0,4}部署|[作做进][行了]?[^，。；]{2,30}工作(?:部署|安排)|总结部署|安排(?=了[^，。；]{2,30}工作)|[部布][署置](?=[了。，]|[^，。]{0,14}工作(?!会))|作指示|发言(?=并|指出|强调)))"
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
        pattern=r"<<adverbial>>(?P<span>(?!宣布[^。；]{0,60}(?:开幕|闭幕|开始|结束))<<say>>)(?!的|下|会议|会[，。]|后)",
        make=lambda m: SPEAKER,
        yes={"〔指出〕，": SPEAKER, "在会上〔强调〕，": SPEAKER, "最后〔要求〕，": SPEAKER},
        no=("要求的任务", "部署会议"),
    ),
    Rule(
        name="reporter/reports",
        pattern=(
            r"<<adverbial>>(?P<span>(?!宣布[^。；]{0,60}(?:开幕|闭幕|开始|结束))(?:<<report>>)(?!的|后|会|工作会|材料|学习(?!了)|贯彻|落实)|(?:带领|组织"
            r"|领)[^，。；]{0,16}学习|(?:作"
            r"|做)了?题为 ?“[^”\n]{2,60}”的[^，。；]{0,10}(?:报告|汇报|发言|辅导|授课)|(?:作"
            r"|做)[了的]?关于[^。；\n]{2,90}?(?:报告|汇报|说明)(?=[。；，]|$)|(?:作|做|进行)了?"
            r"(?:[^，。；的会]{0,16})(?:报告|汇报|通报|介绍|说明|点评|解读|回顾"
            r"|发言|总结|交流(?!发言)|宣讲|授课|辅导|讲解|反馈|分析|剖析|讲评)(?!会)"
            r"|[作做][^。；，\n]{2,70}?(?:工作报告|情况的?报告)(?=[。；，（]|$)"
            r"|提出了?[^，。；]{0,8}意见和?建议|谈了[^，。；]{0,12}(?:思路|体会|打算|想法|看法|认识)|(?:交流|表态|典型|大会|先后|汇报|讨论)发言|领学|发言(?=[。，；、]|$))"
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
        pattern=r"<<adverbial>>(?:<<attend_lead>>)?(?P<span>(?!到会(?:讲话|致|作|并)|与会(?:人员|者|同志|代表|领导|干部))<<attend>>)",
        make=lambda m: ATTENDEE,
        yes={"〔出席会议〕": ATTENDEE, "在主会场〔参加会议〕": ATTENDEE, "一同〔列席〕": ATTENDEE},
        no=("主持会议", "发表讲话"),
    ),
)
# Who signed what the meeting laid down took part.
SIGNS = Rule(
    name="attendee/signs",
    pattern=(
        r"<<adverbial>>(?P<span>(?:分别)?(?:与|同|和|向)[^，。；\n]{2,30}?(?:签订|签署|签|递交)了?[^，。；\n]{0,16}"
        r"(?:责任书|责任状|承诺书|协议))"
    ),
    make=lambda m: ATTENDEE,
    yes={"〔与各镇签订了责任书〕": ATTENDEE, "代表县政府〔与各镇主要负责人签订责任书〕": ATTENDEE},
    no=("与各镇座谈", "签订仪式"),
)
# Who convened a meeting was there, whoever presided.
CONVENES = Rule(
    name="attendee/convenes",
    pattern=r"<<adverbial>>(?P<span>(?:(?:一行)?(?:深入|赴|前往|来到|到)[^，。；]{2,14}?)?(?:即刻|组织|召集(?:[^。；]{4,120}?)?)?召开(?!的|后|前)|召集$|约谈了)",
    make=lambda m: ATTENDEE,
    yes={"〔即刻召开〕专题会议，": ATTENDEE, "〔深入甲山乡召开〕推进会，": ATTENDEE, "〔组织召开〕会商会": ATTENDEE},
    no=("召开的会议", "召开前", "约谈的对象"),
)
# Whatever somebody did before: 王明以河长身份到沿岸踏勘并主持召开座谈会.
PRESIDES_LATER = Rule(
    name="chair/presides-later",
    pattern=r"(?!<<say>>)[^，。；：、！？\n]{2,60}?并(?P<span>主持(?:召开|会议))",
    make=lambda m: CHAIR,
    yes={"以河长身份到沿岸踏勘并〔主持召开〕座谈会": CHAIR},
    no=("主持召开座谈会", "，并主持会议"),
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
# One of a list whose name was not read, behind a post: ，副州长某某某、.
UNREAD = r"(?:[，、][^，。；：！？\n]{0,20}?<<suffix_head>><<han>>{2,6}(?:、<<han>>{2,6}){0,4}){1,3}[，、]"
CHAINED = re.compile(
    expand(
        r"(?:等(?:(?!参|出席|列席|到会)[^，。；]){0,8})?(?:[、，和及与]|以及|，以及)(?:[^，。；]{0,14}的|其他)?"
        r"(?:[^。；！？\n]{1,200}?"
        r"(?:<<group_end>>|等)(?:（[^（）]{1,20}）)?(?:等)?(?:[、，和及与]|以及|，以及))?(?:在?[^，。；]{0,3}$)?$"
        rf"|{UNREAD}"
    )
)
NOT_HERE = re.compile(
    r"(?:受|陪同|贯彻|落实|传达|学习|按照|根据|(?<![家人业户者众员党民村协记])代表(?![、以和及])|遵照|因|原定由|宣读|转达|向|给|率领)(?:了|好|学习|落实"
    r"|贯彻)?[^，。；：]{0,6}$|[^，。；]{0,4}同志关于$"
)


# Words of several people that are read out: 宣读了书记王明、市长李海对耕地保护工作的批示.
PASSED_ON = re.compile(r"(?:宣读|传达|学习|贯彻|转达|落实|领会|重温|聆听)了?[^，。；]{0,40}$")
WORDS_PASSED_ON = re.compile(r"(?!主持|出席|指出|强调|要求，)[^，。；：]{0,40}的?(?:批示|指示|讲话|精神|问候)")
CITED_BEHIND = re.compile(
    r"(?:、[\u3400-\u9fff]{2,8})?(?:同志)?(?:近期|近日|最近)?(?:关于|的?(?:重要)?(?:讲话|批示|指示)(?:精神|要求|和)"
    r"|在(?:全国|全省"
    r"|全市)[^，。；]{2,24}上的)"
)


# Of whom another speaks: what is done behind that is the other's: 对李海副局长莅临指导表示欢迎，并作了强调.
SPOKEN_OF = re.compile(r"(?:书记|[长任席员])[\u3400-\u9fff]{2,3}(?:同志)?对$")
# A name inside the title of a document: 《副省长庞春晖同志在会上的讲话》.
IN_TITLE = re.compile(r"[^《》。；\n]{0,60}》")


def presences(chars: str, people: list[Person]) -> list[Presence]:
    """What the people of a paragraph did, each role once for each person.

    >>> from meetingx.find.people import people
    >>> chars = "市委书记王明出席会议并讲话，市长李海主持会议，市领导张一、赵二参加。"
    >>> [(p.person.name, p.role) for p in presences(chars, people(chars))]
    [('王明', 'attendee'), ('王明', 'speaker'), ('李海', 'chair'), ('张一', 'attendee'), ('赵二', 'attendee')]
    """
    found: dict[tuple[int, str], Presence] = {}
    present: set[int] = set()
    ends = [0, *(person.end for person in people)]
    here = [person for person, after in zip(people, ends, strict=False) if not _cited(chars, person, after)]
    for person in people:
        if marked := MARKED.at(chars, person.name_end):
            found[person.name_start, CHAIR] = Presence(person, CHAIR, MARKED.name, marked.start)
    listed = False
    for chain, limit in _chains(chars, here):
        readings = [*_predicates(chars, chain[-1].end, limit), *_framed(chars, chain)]
        listed = any(one.rule == LISTED.name for one in readings) or (listed and _goes_on(chars, chain))
        if not readings and LIST_GOES_ON.match(chars, chain[-1].end):
            readings.append(Found(limit, limit, LIST_GOES_ON_RULE, ATTENDEE))
        if listed or (not readings and len(chain) > 1 and _cut_off(chars, chain)):
            readings.append(Found(len(chars), len(chars), LISTED.name if listed else "attendee/cut-off", ATTENDEE))
        if SPOKEN_OF.search(chars, 0, chain[0].start):
            readings = [one for one in readings if one.value == ATTENDEE]
        for one in readings:
            for person in _who(chars, chain, one, readings):
                found.setdefault((person.name_start, one.value), Presence(person, one.value, one.rule, one.start))
                present.add(person.name_start)
        for person in chain if readings else ():
            if person.name_start not in present:
                present.add(person.name_start)
                found[person.name_start, ATTENDEE] = Presence(person, ATTENDEE, "attendee/in-list", readings[0].start)
    return sorted(found.values(), key=lambda p: (p.person.name_start, p.at))


def _framed(chars: str, chain: list[Person]) -> Iterator[Found[str]]:
    """What the words before a list, and those behind it, say that its people did."""
    at = chain[0].start
    before = chars[sentence_start(chars, at) : at]
    for rule, behind in FRAMES:
        match = rule.regex.search(before)
        if match and (behind is None or behind.match(chars, chain[-1].end)):
            yield Found(at, at, rule.name, rule.make(match))


def _goes_on(chars: str, chain: list[Person]) -> bool:
    """Whether a list goes on behind a ；."""
    return chars[chain[0].start - 1 : chain[0].start] == "；"


def _cut_off(chars: str, chain: list[Person]) -> bool:
    """Whether the page breaks off at the end of a list, each with a post."""
    return CUT_OFF.match(chars, chain[-1].end) is not None and all(one.post for one in chain)


def _who(chars: str, chain: list[Person], one: Found[str], readings: list[Found[str]]) -> list[Person]:
    """Those of a list whom a reading is about: all who attended, or did something one after another, else the last."""
    if one.rule in FRAMED:
        return _leading(chars, chain)
    together = SEVERALLY.search(chars, chain[-1].end, max(one.end, chain[-1].end)) is not None
    second = readings[0].value == ATTENDEE and len(readings) > 1 and one is readings[1]
    return chain if one.value == ATTENDEE or together or second else _subjects(chars, chain)


def _leading(chars: str, chain: list[Person]) -> list[Person]:
    """Those at the head of a list: up to the first comma."""
    stop = next(
        (
            i
            for i in range(1, len(chain))
            if not 0 < chain[i].start - chain[i - 1].end <= 2 or "，" in chars[chain[i - 1].end : chain[i].start]
        ),
        len(chain),
    )
    return chain[:stop]


FRAMED = frozenset(rule.name for rule, _ in FRAMES if rule is not LISTED)
SEVERALLY = re.compile(r"先后|分别|依次|相继|共同|逐一")


BY_SURNAME = Rule(
    name="attendee/by-surname",
    pattern=(
        r"(?:^|(?<=[，。；、！？\n上由]))(?P<span>(?P<surname><<any_surname>>|<<surname_compound>>)"
        r"(?P<office>副?<<suffix_head>>))(?:同志)?(?=<<adverbial>>(?:主持|讲话|<<report>>|<<attend>>|[作做])|就|对)"
    ),
    make=lambda m: (m["surname"], m["office"]),
    yes={"会上，〔金部长〕宣读了文件": ("金", "部长"), "〔欧阳副县长〕作了讲话": ("欧阳", "副县长")},
    no=("会上，市长宣读了文件", "县委书记主持会议"),
)


def titled(chars: str) -> list[Titled]:
    """What a paragraph says of those printed by surname and office.

    >>> [(one.surname + one.office, one.role) for one in titled("会上，金部长宣读了文件，并作了讲话。")]
    [('金部长', 'reporter'), ('金部长', 'speaker')]
    """
    found = []
    for one in BY_SURNAME.all(chars):
        stop = SENTENCE_END.search(chars, one.end)
        for reading in _predicates(chars, one.end, stop.start() if stop else len(chars)):
            found.append(Titled(*one.value, reading.value, reading.rule, reading.start))
    return found


LIST_GOES_ON_RULE = "attendee/goes-on"
# A list with one verb at its end, whatever parts it: 县法院院长甲，县检察院检察长乙；各局局长列席会议.
LIST_GOES_ON = re.compile(
    expand(
        r"(?=[；，、])(?:(?!<<say>>|<<report>>|主持|召开|举行|讲话|由|(?<!主)要(?!负责|领导))[^。！？\n]){2,400}?"
        r"(?:(?:<<group_end>>|等|全体|[席记长员])(?:共计?)?(?:\d+余?[人名])?<<adverbial>>(?:<<attend_lead>>)?<<attend>>"
        r"(?:了|本次|此次)*(?:会议|大会)?(?=[。；]|$)|(?:出席|参加|列席)了?(?:会议|大会|活动)(?=[。；，]|$))"
    )
)
# Behind a list that the page breaks off: what its people did was they attended.
CUT_OFF = re.compile(r"(?:[、，]?[\u3400-\u9fff]{0,3}|(?:[、，][\u3400-\u9fff]{0,12}){1,3})$")


def _cited(chars: str, person: Person, after: int) -> bool:
    """Whether a person is only somebody whose words are passed on: 传达了张书记的讲话精神."""
    start = max(sentence_start(chars, person.start), after)
    before = chars[start : person.start]
    if before.rfind("《") > before.rfind("》") and IN_TITLE.match(chars, person.end):
        return True
    if HEARD.regex.search(before) and WHAT_WAS_HEARD.match(chars, person.end):
        return False
    if PASSED_ON.search(chars[sentence_start(chars, person.start) : person.start]) and WORDS_PASSED_ON.match(
        chars, person.end
    ):
        return True
    return NOT_HERE.search(before) is not None or CITED_BEHIND.match(chars, person.end) is not None


def _chains(chars: str, people: list[Person]) -> Iterator[tuple[list[Person], int]]:
    """Lists of people that share what follows them, each with where that ends."""
    chain: list[Person] = []
    for i, person in enumerate(people):
        chain.append(person)
        after = people[i + 1].start if i + 1 < len(people) else len(chars)
        stop = SENTENCE_END.search(chars, person.end, after)
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
    r"|逐|深刻|全面|代表|充分肯定|高度评价|高度肯定)"
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
