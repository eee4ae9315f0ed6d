"""Attributions: who is said to have said something, with which verb, and where the words begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from meetingx import patterns as re
from meetingx.find.names import Person
from meetingx.find.sayings import (
    ATTRIBUTIONS,
    BODY_SAYS,
    GIVES_LATER,
    LATER,
    MEETING_GIVES,
    MEETING_LATER,
    MEETING_LAYS_OUT,
    PERSON_GIVES,
    PERSON_SAYS,
    PERSON_SAYS_ON,
    POST_GIVES,
    POST_LATER,
    POST_SAYS,
    PRONOUN_LATER,
    SPEECH,
)
from meetingx.rules import Found, expand


class Attribution(NamedTuple):
    """An attribution in one paragraph: the words said begin at `body`; `speaker` is as printed."""

    speaker: str
    verb: str
    start: int
    body: int
    rule: str


def attributions(chars: str, people: list[Person]) -> list[Attribution]:
    """The attributions of a paragraph, in order.

    >>> from meetingx.find.people import people
    >>> chars = "市长李明主持会议。李明指出，要抓好落实。会议要求，各乡镇要尽责。"
    >>> [(a.speaker, a.verb, chars[a.body:][:3]) for a in attributions(chars, people(chars))]
    [('李明', '指出', '要抓好'), ('会议', '要求', '各乡镇')]
    """
    found = [
        Attribution(*one.value, start=one.start, body=one.end, rule=one.rule)
        for rule in ATTRIBUTIONS
        for one in rule.all(chars)
    ]
    found += _by_people(chars, people)
    found += _by_bodies(chars)
    found += _by_gift(chars)
    found += _by_meeting(chars, people)
    found += _by_the_same(chars, people, found)
    found.sort(key=lambda one: (one.start, -one.body))
    kept: list[Attribution] = []
    for one in found:
        if not kept or one.start >= kept[-1].body:
            kept.append(_with_verb_behind(chars, one))
    return kept


# A speech is said to have been given, and then what it demanded: 作总结讲话，要求：一是.
VERB_BEHIND = re.compile(r"(?:并|同时)?(?P<verb>要求|强调|指出)(?:[：，]|(?<=要求)|(?=各|全|要(?!求)))")


SPEECHES = frozenset({"讲话", "安排", "部署", "要求"})


def _with_verb_behind(chars: str, one: Attribution) -> Attribution:
    behind = VERB_BEHIND.match(chars, one.body) if one.verb in SPEECHES else None
    return one._replace(verb=behind["verb"], body=behind.end()) if behind else one


def _by_gift(chars: str) -> Iterator[Attribution]:
    """What a meeting laid down: 会议对…作出安排：."""
    for rule in (MEETING_GIVES, MEETING_LAYS_OUT):
        for one in rule.all(chars):
            yield Attribution("会议", one.value, start=one.start, body=one.end, rule=one.rule)


def _by_bodies(chars: str) -> Iterator[Attribution]:
    """What a body, or somebody told by the post alone, is said to have demanded, and not only what others act on."""
    for rule in (BODY_SAYS, POST_SAYS, POST_GIVES, POST_LATER, PRONOUN_LATER):
        for one in rule.all(chars):
            yield Attribution(*one.value, start=one.start, body=one.end, rule=one.rule)


def _by_meeting(chars: str, people: list[Person]) -> Iterator[Attribution]:
    """What a meeting that was convened in the same sentence demanded."""
    for one in MEETING_LATER.all(chars):
        near = people[bisect_left(people, one.start, key=lambda person: person.start) - 1] if people else None
        if near is None or near.start >= one.start or SENTENCE_BREAK.search(chars, near.start, one.start):
            yield Attribution("会议", one.value, one.start, one.end, one.rule)


SENTENCE_BREAK = re.compile(r"[。！？\n]")


def _by_the_same(chars: str, people: list[Person], found: list[Attribution]) -> Iterator[Attribution]:
    """Lists of demands that go on with the speaker before them: …，并对排查工作提出明确要求。一是…."""
    for one in GIVES_LATER.all(chars):
        before = [a for a in found if a.body <= one.start]
        subjects = [p for p in people if p.end <= one.start and _may_open(chars, p)]
        told = any(a.start <= one.start < a.body for a in found) or any(one.start < p.start < one.end for p in people)
        wishes = one.value == "希望" and _goes_on_speaking(before, people, one.start)
        if told or wishes or _inside_list(chars, before, one.start):
            continue
        if before:
            yield Attribution(max(before, key=lambda a: a.start).speaker, one.value, one.start, one.end, one.rule)
        elif subjects:
            yield Attribution(subjects[-1].name, one.value, one.start, one.end, one.rule)
        elif chars.startswith("会上") or OF_MEETING.search(chars, chars.rfind("。", 0, one.start) + 1, one.start):
            yield Attribution("会议", one.value, one.start, one.end, one.rule)


def _goes_on_speaking(before: list[Attribution], people: list[Person], at: int) -> bool:
    """Whether somebody speaks at `at`, so that a 希望 is a part of what is said."""
    last = max((one.body for one in before), default=None)
    return last is not None and not any(last < one.start < at for one in people)


def _inside_list(chars: str, before: list[Attribution], at: int) -> bool:
    """Whether an enumeration that was begun before `at` goes on behind it: 一是要…。要求各级…。二是要…."""
    if not before or NEXT_ITEM.search(chars, at) is None:
        return False
    return FIRST_ITEM.search(chars, min(one.body for one in before), at) is not None


FIRST_ITEM = re.compile(r"(?:^|(?<=[，。；：求]))(?:一[是要]|第一|（一）|其一)")


NEXT_ITEM = re.compile(r"(?<=[。；])(?:[二三四五六][是要]|第[二三四五六]|（[二三四五六]）|其[二三四五六])")


OF_MEETING = re.compile(r"(?:^|(?<=[。\n]))会议")


def _by_people(chars: str, people: list[Person]) -> Iterator[Attribution]:
    """Attributions to the people of a paragraph, right behind them or later in their sentence."""
    for i, person in enumerate(people):
        if not _may_open(chars, person) or LEARNT.search(chars, max(0, person.start - LEARNT_WITHIN), person.start):
            continue
        limit = _next_subject(chars, people, i)
        one = _right_behind(chars, person, limit)
        if one is not None:
            speaker, start = _jointly(chars, people, i)
            yield Attribution(speaker, one.value, start, one.end, one.rule)
        else:
            yield from _later(chars, person, limit)


# Whose words another has all learn says nothing here: 李海领学了县委书记王芳的讲话，并提出要求.
LEARNT = re.compile(r"领学了?[^，。；：\n]*$")
LEARNT_WITHIN = 60


# Whom somebody speaks of is no subject of what follows: 李海对王芳同志的安排表示赞同，要求大家….
SPEAKS_OF = re.compile(r"(?:同志)?[对向与][^，。；：\n]{0,12}|(?:同志)?领学[^，。；：\n]{0,40}")


def _next_subject(chars: str, people: list[Person], i: int) -> int:
    """Where the words about a person end at the latest: at the next one of whom the person is not said to speak."""
    behind = (p for p in people[i + 1 :] if not SPEAKS_OF.fullmatch(chars, people[i].end, p.start))
    return next((p.start for p in behind), len(chars))


def _right_behind(chars: str, person: Person, limit: int) -> Found[str] | None:
    """The verb of saying nearest behind a person, before the next one at `limit`."""
    bare = (PERSON_SAYS_ON,) if person.post or _opens_sentence(chars, person) else ()
    at = person.end + chars.startswith(" ", person.end)
    found = (rule.at(chars, at) for rule in (PERSON_GIVES, PERSON_SAYS, *bare))
    return min((one for one in found if one is not None and one.end <= limit), key=lambda one: one.end, default=None)


def _jointly(chars: str, people: list[Person], i: int) -> tuple[str, int]:
    """The speaker at `i`, with those who say it together: 孟一、谭二指出."""
    first = i
    while (
        first
        and chars[people[first - 1].end : people[first].start] in {"、", "和", "与"}
        and people[first].post is None
    ):
        first -= 1
    if first == i or not _opens_sentence(chars, people[first]):
        return people[i].name, people[i].start
    return "、".join(p.name for p in people[first : i + 1]), people[first].start


def _may_open(chars: str, person: Person) -> bool:
    """Whether a clause, or a list of posts, begins at a person: what is said of it is not inside another's words."""
    before = chars[max(0, person.start - 1) : person.start]
    return (
        before in {"", "。", "，", "；", "：", "”", "\n", "、", "！", "？", "?", " ", "）"}
        or before in "由日天后先次着的上午和与并该是"
    )


def _opens_sentence(chars: str, person: Person) -> bool:
    return SENTENCE_OPENS.search(chars, max(0, person.start - 8), person.start) is not None


SENTENCE_OPENS = re.compile(r"(?:^|[。！？\n]|[。！？\n](?:会上|最后|随后|会议最后)，|^会上，)$")


def _later(chars: str, person: Person, limit: int) -> Iterator[Attribution]:
    """The first verb of saying behind what the person did: X出席会议并强调，…."""
    stop = re.search(r"[；！？\n]|。(?!(?:同时)?(?:并|强调|要求|指出))", chars[person.end : limit])
    end = person.end + (stop.start() if stop else limit - person.end)
    for rule in (LATER, PERSON_GIVES, SPEECH):
        for match in rule.regex.finditer(chars, person.end, min(len(chars), end + 8)):
            if match.start() < end and DID.search(chars, person.end, match.start() + 1):
                yield Attribution(person.name, rule.make(match), person.start, match.end(), rule.name)
                return


DID = re.compile(
    expand(
        r"召开|领学|关注|赞同|欢迎|肯定|分析|剖析|研判|回顾|讲解|宣讲|介绍|解读|汇报|宣读|出席|总结|发言|点评|进行|发表|通过|安排|主持|讲话|参加|到会|作|听取|传达|部署|通报|带队"
    )
)
