"""People as they are printed: a post and a name, a name and its post, names that share one post.

A name alone is too little evidence in Chinese, so a person is read where grammar vouches for it: behind
a post, before one, in a list that a person opens, or before a verb that only a person takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from meetingx import patterns as re
from meetingx.find.name_lists import list_after, with_later_post
from meetingx.find.names import (
    BARE,
    BARE_LIST,
    BEFORE_LEADERS,
    LABELLED_NAME,
    LEADERS_OF,
    NAME_THEN_BRACKET,
    NAME_THEN_POST,
    OFFICE_THEN_NAME,
    POST_THEN_NAME,
    SPEAKS,
    UNKNOWN_OF_FOUR,
    UNKNOWN_SURNAME,
    Person,
    printed_name,
)
from meetingx.find.no_names import has_word, is_office, is_phrase, is_prepositional, is_word, joins, opens_places
from meetingx.find.posts import with_post
from meetingx.rules import expand


def people(chars: str, vouched: Sequence[Person] = (), seeds: Sequence[Person] | None = None) -> list[Person]:
    """The people printed in a paragraph, in order, none overlapping; `vouched` are those whom the page vouches for.

    `seeds` is what `told_alone` finds in the paragraph, where that was asked before.

    >>> [(p.name, p.post) for p in people("县委副书记、县长张涛主持会议，县领导吕学梅、李海等出席会议。")]
    [('张涛', '县委副书记、县长'), ('吕学梅', '县领导'), ('李海', '县领导')]
    """
    taken: list[Person] = []
    found = [*(told_alone(chars) if seeds is None else seeds), *vouched]
    for person in sorted(found, key=lambda p: (p.name_start, p.rule != POST_THEN_NAME.name)):
        if taken and person.name_start < taken[-1].name_end:
            continue
        floor = taken[-1].end if taken else 0
        taken.append(with_post(chars, person, floor) if person.rule == POST_THEN_NAME.name else person)
        taken += list_after(chars, taken[-1])
    return with_later_post(chars, taken)


def told_alone(chars: str) -> list[Person]:
    """People that open a list or stand alone, posts not yet read to their beginning."""
    return [*_behind_posts(chars), *_before_posts(chars), *_alone(chars)]


def _behind_posts(chars: str) -> Iterator[Person]:
    """People right behind their post."""
    for match in POST_THEN_NAME.regex.finditer(chars):
        name = match["name"]
        if MANY.search(chars, max(0, match.start() - 8), match.start()) or (
            len(name) == 3 and JOINED_BEFORE_POST.match(chars, match.start("name"))
        ):
            continue
        if not (is_word(name) or joins(name, match["head"]) or is_phrase(name) or is_prepositional(name)) and (
            name[0] not in "要连" or PERSON_ALONE.match(chars, match.end("name"))
        ):
            rank = "" if IN_ORDER.match(match["rank"] or "") else match["rank"] or ""
            head = match["head"] + rank
            yield Person(
                printed_name(match), head, match.start(), match.end(), *match.span("name"), POST_THEN_NAME.name
            )
    unknown = [*UNKNOWN_SURNAME.regex.finditer(chars), *UNKNOWN_OF_FOUR.regex.finditer(chars)]
    posted = {match.end() for match in NAME_THEN_POST.regex.finditer(chars)} if unknown else frozenset()
    for match in unknown:
        if match.start("name") in posted:  # what somebody did: 史元县长逐件过堂，
            continue
        head_before = HEAD_BEFORE.search(chars, max(0, match.start("name") - 18), match.start("name"))
        if head_before and not has_word(match["name"]):
            start, name = head_before.start(), match.span("name")
            yield Person(printed_name(match), head_before[0], start, match.end(), *name, POST_THEN_NAME.name)


def _before_posts(chars: str) -> Iterator[Person]:
    """People with their post behind them, in brackets or not."""
    for match in NAME_THEN_POST.regex.finditer(chars):
        if is_prepositional(match["name"]) or is_office(match["name"]):
            continue
        start, post = match.start(), match["post"]
        org = ORG_BEFORE.search(chars, max(0, start - 24), start)
        if org:
            joined = PARTY_POST.search(chars, max(0, org.start("org") - 18), org.start("org"))
            start = joined.start("post") if joined else org.start("org")
            post = chars[start : match.start()] + post
        welcomed = WELCOMES.match(post)
        if welcomed:
            start, post = start + welcomed.end(), post[welcomed.end() :]
        yield Person(printed_name(match), post, start, match.end(), *match.span("name"), NAME_THEN_POST.name)
    for match in NAME_THEN_BRACKET.regex.finditer(chars):
        yield Person(printed_name(match), match["post"], *match.span(), *match.span("name"), NAME_THEN_BRACKET.name)


def _alone(chars: str) -> Iterator[Person]:
    """People without a post of their own, whom what stands around them vouches for."""
    for match in BARE.regex.finditer(chars):
        if is_prepositional(match["name"]) or opens_places(chars, *match.span("name")):
            continue
        end = with_comrade(chars, match.end("name"))
        yield Person(printed_name(match), None, match.start("name"), end, *match.span("name"), BARE.name)
    for match in BARE_LIST.regex.finditer(chars):
        if opens_places(chars, *match.span("name")):
            continue
        yield Person(printed_name(match), None, *match.span("name"), *match.span("name"), BARE_LIST.name)
    for rule in (SPEAKS, BEFORE_LEADERS, LEADERS_OF, OFFICE_THEN_NAME, LABELLED_NAME):
        for match in rule.regex.finditer(chars):
            # a list of several vouches for names that hold a word: 戴建平、孙雨等常委
            if rule is BEFORE_LEADERS or rule is LEADERS_OF or not has_word(match["name"]):
                start, post = match.start("name"), None
                if rule is OFFICE_THEN_NAME:
                    start, post = match.start("office"), match["office"]
                yield Person(printed_name(match), post, start, match.end(), *match.span("name"), rule.name)


TITLE_BEHIND = re.compile(expand(r"<<mark>>同志|(?=（)<<mark>>|(?:常务)?(?:副|代)?<<suffix_head>>"))


def with_comrade(chars: str, end: int) -> int:
    """Behind the 同志, or the post, that may follow a name."""
    match = TITLE_BEHIND.match(chars, end)
    return match.end() if match else end


HEAD_BEFORE = re.compile(expand(r"<<head>>(?:<<paren>>)?$"))
# A kind of people before a verb, no post before a name: 百名机关干部包院落.
MANY = re.compile(r"(?:[十百千万]名|广大)[^，。；、]{0,4}$")
# How a list is ordered is no part of a post: 市领导（按姓氏笔画为序）.
IN_ORDER = re.compile(r"（(?:按|以|排名)")
# What follows a person, whose surname is a word of order.
PERSON_ALONE = re.compile(r"同志|主持|出席|列席|参加|指出|强调|讲话|传达|通报|[，、。]")
ORG_BEFORE = re.compile(
    r"(?:^|[，。；：、！？\n ]|由|会上)(?:[^，。；：、]{0,12}由)?"
    r"(?P<org>(?:(?!由|会议|了|传达|宣读)[\u3400-\u9fff]){1,18}(?:局|厅|委|办|院|镇|乡|街道|公司|中心|大队|支队"
    r"|县|市|区|会|部|处|组|股|科|站|办公室|科室|人大|政府|政协|联络人|联))$"
)
# Two names, each before its post: 陶谦副县长和尹文副县长.
JOINED_BEFORE_POST = re.compile(expand(r"[和与及]<<any_surname>><<han>>(?:副|代)?<<suffix_head>>"))
# Who speaks to another is no part of that one's post: 镇党委书记王建国对区信访局李海副局长表示欢迎.
WELCOMES = re.compile(expand(r"[^，。；：、]{0,12}<<suffix_head>><<any_surname>><<han>>{1,2}[对向与]"))
# A post in the party that stands before another of the same person: 厅党组成员、省防办涂志坚主任.
PARTY_POST = re.compile(
    r"(?:^|[，。；：、！？\n])(?P<post>[^，。；：、\n]{0,8}(?:党(?:组|委|工委)(?:成员|委员|副?书记)|常委))、$"
)
