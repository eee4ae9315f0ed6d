"""Statements: who said it, with which verb, and the words, up to the next attribution."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from meetingx import patterns as re
from meetingx.find.attributions import attributions
from meetingx.find.names import Person
from meetingx.rules import expand
from meetingx.source import Text


class Statement(NamedTuple):
    """One attributed statement with its words as a text of their own."""

    speaker: str
    verb: str
    text: Text
    paragraph: int
    start: int
    rule: str


def statements(paragraphs: tuple[Text, ...], people: list[list[Person]], acts: list[list[int]]) -> list[Statement]:
    """The statements of a report, each up to the next attribution or the end of what it says.

    `acts` are, for each paragraph, where the people begin of whom it reports what they did.
    """
    found: list[Statement] = []
    for i, paragraph in enumerate(paragraphs):
        here = attributions(paragraph.chars, people[i])
        for j, one in enumerate(here):
            limit = here[j + 1].start if j + 1 < len(here) else len(paragraph)
            end = _end(paragraph.chars, one.body, limit, acts[i])
            noun = NOUN_LEFT.match(paragraph.chars, one.body, end)
            words = paragraph.slice(noun.end() if noun else one.body, end).strip(" \n，：")
            if j + 1 == len(here) and end == len(paragraph):
                words = _with_following(words, paragraphs, people, acts, i)
            if len(words) >= 4 and not EMPTY.match(words.chars) and not OPENED.match(one.verb + words.chars):
                found.append(Statement(one.speaker, one.verb, words, i, one.start, one.rule))
    return found


# The noun of 提出要求 is no word of what was said.
NOUN_LEFT = re.compile(r"要求(?:[。，：]|$)")
# Who declares a session open says nothing else.
OPENED = re.compile(r"宣布[^。；]{0,60}(?:开幕|闭幕|(?:大会|会议)开始|结束)")
# What stands behind a verb of saying, and says nothing.
EMPTY = re.compile(
    r"并(?!不)|(?:最后|随后)，[^，。]{2,16}作了?[^，。]{0,4}发言。?$|并?(?:提出|作出?|进行)了?[^，。；]{0,10}(?:要求|部署|安排|意见)。?$"
)
# Sentences that report again, so that what was said is over before them.
NARRATION = re.compile(
    expand(
        r"(?<=[。！？])(?=(?:会上|会前|会后|会议期间|会议最后|随后|会议(?:还|书面|集中|首先)*(?:由|以|通报|传达|听取|审议|宣读|观看|学习"
        r"|安排|开始|结束|采取|在|邀请|对|就|研究|表彰|解读|总结|回顾"
        r"|分析|邀|集中|现场(?:观摩|察看|参观)|观摩|参观)"
        r"|[^。；]{2,160}(?:<<group_end>>|等)<<adverbial>>(?:参加(?:了)?(?:会议|活动|座谈|调研|[。，])|列席|出席"
        r"(?:会议|[。，])|参会|与会|收听收看"
        r"|(?:作了?)?(?:表态|交流|典型)发言)|<<han>>{2,24}(?:书记|长|主任|主席|负责人)(?:分别)?(?:通报|汇报|传达|介绍)了"
        r"|(?:最后，)?(?:全体|与会)<<han>>{1,10}(?:签订|参观|观看|签署)了|据悉|据了解|目前，我))"
        # what else the speaker did, told behind the words: ，并就绿化工作进行了安排部署。
        r"|，并(?:就|对)[^，。；：\n]{4,60}(?:进行|作|做)了?(?:具体|详细|全面|认真)?(?:安排|部署|布置|强调)+(?=。|$)"
        r"|，并提出了?[^，。；：\n]{2,40}(?:意见建议|意见|建议)(?=[。，]|$)"
    )
)


def _end(chars: str, start: int, limit: int, acts: list[int]) -> int:
    """Where the words that begin at `start` end: at a sentence that reports again, or at `limit`."""
    stop = NARRATION.search(chars, start, limit)
    end = stop.start() if stop else limit
    for act in acts[bisect_left(acts, start) :]:
        sentence = max(chars.rfind(mark, start, act) for mark in "。！？\n") + 1
        if sentence >= end:
            break
        if start < sentence:
            end = sentence
            break
    lead = TRAILING_LEAD.search(chars, start, end)
    return lead.start("lead") if lead and end < len(chars) else end


# 就…工作， before the next speaker belongs to that speaker's attribution.
TRAILING_LEAD = re.compile(
    r"(?<=[。！？；])(?P<lead>(?:就|在|针对|围绕|关于|对于?)(?:(?!(?<![主需重])要(?![求素点件]))[^。！？；]){2,80}，)$"
)
ENUMERATED = re.compile(
    expand(
        r"^[●◆■★▲▶◇]?(?:（?<<num>>{1,3}）?[是要、，：]|（<<num>>）|第<<num>>|[一二三四五六七八九]、|\d{1,2}[.、]|要|同时，?要"
        r"|其次|最后，?要|必须|其<<num>>[，是]|各<<han>>{1,12}要)"
    )
)


COUNTED = re.compile(r"(?:^|(?<=[。；：，]))(?P<number>[一二三四五六七八])(?P<mark>[是要])")


def _next_number(chars: str) -> str | None:
    """What the next item of an enumeration begins with, behind the mark that ends the one before it.

    >>> _next_number("一要提高认识。"), _next_number("要提高认识。")
    ('。二要', None)
    """
    items = list(COUNTED.finditer(chars))
    return f"。{NUMBERS[NUMBERS.index(items[-1]['number']) + 1]}{items[-1]['mark']}" if items else None


NUMBERS = "一二三四五六七八九"


def _with_following(
    words: Text, paragraphs: tuple[Text, ...], people: list[list[Person]], acts: list[list[int]], at: int
) -> Text:
    """A statement with the paragraphs that go on with it: the items of its list."""
    parts = [words]
    opened = not words.chars
    number = _next_number(words.chars)
    listed = opened and paragraphs[at].chars.endswith("。")
    for i in range(at + 1, len(paragraphs)):
        chars = paragraphs[i].chars
        lead_in = paragraphs[i - 1].chars.endswith(("：", ":", "，", "、", "—")) or opened
        if listed and i == at + 1 and not ENUMERATED.match(chars):
            break
        counted = i == at + 1 and number is not None and number in chars
        if not (ENUMERATED.match(chars) or lead_in or counted) or NARRATION.search("。" + chars[:200]):
            break
        found = attributions(chars, people[i])
        end = _end(chars, 0, found[0].start if found else len(chars), acts[i])
        if any(act < 60 for act in acts[i]):
            break
        if end:
            parts.append(paragraphs[i].slice(0, end).strip())
        if end < len(chars):
            break
    return Text.join(part for part in parts if part.chars)
