"""Who did what at the meeting: presided, spoke, reported, attended.

Each person, or list of persons, is followed by what they did; the rules of `ROLES` are read right behind
the list, and again behind every 并 and comma that carries the same subject on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from meetingx import patterns as re
from meetingx.find.frames import ATTENDEE, CHAIR, FRAMES, HEARD, LISTED, MARKED, WHAT_WAS_HEARD
from meetingx.find.names import Person
from meetingx.find.predicates import predicates
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
PASSED_ON = re.compile(r"(?:宣读|传达|学习|领学|贯彻|转达|落实|领会|重温|聆听)了?[^，。；]{0,40}$")


WORDS_PASSED_ON = re.compile(r"(?!主持|出席|指出|强调|要求，)[^，。；：]{0,40}的?(?:批示|指示|讲话|精神|问候)")


CITED_BEHIND = re.compile(
    expand(
        r"(?:、[\u3400-\u9fff]{2,8})?(?:同志)?(?:近期|近日|最近)?(?:关于|的?(?:重要)?(?:讲话|批示|指示)(?:精神|要求|和)"
        r"|在[^，。；]{2,16}(?:上|时|期间)的(?:重要|主要)?(?:讲话|发言|批示|指示)|<<in_writing>>|在(?:全国|全省"
        r"|全市)[^，。；]{2,24}上的)"
    )
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
        readings = [*predicates(chars, chain[-1].end, limit), *_framed(chars, chain)]
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
        for reading in predicates(chars, one.end, stop.start() if stop else len(chars)):
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
CUT_OFF = re.compile(
    r"(?:[、，]?[\u3400-\u9fff]{0,3}|(?:及|和|以及)[\u3400-\u9fff]{2,12}|(?:[、，][\u3400-\u9fff]{0,12}){1,3})$"
)


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
