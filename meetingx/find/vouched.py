"""People of a whole page: a name that a post vouches for in one line is that of a person in all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from meetingx import patterns as re
from meetingx.find.names import BARE, Person
from meetingx.find.people import people, told_alone, with_comrade
from meetingx.lexicon import by_beginning, occurrences, places_of


def people_on_page(texts: Sequence[str]) -> list[list[Person]]:
    """The people of each text of a page; what vouches for a name in one of them vouches for it in all.

    >>> found = people_on_page(["县长张涛主持会议。", "其间张涛一行还察看了现场。"])
    >>> [(p.name, p.rule) for here in found for p in here]
    [('张涛', 'person/post-name'), ('张涛', 'person/known')]
    """
    seeds = [told_alone(chars) for chars in texts]
    found = [people(chars, seeds=alone) for chars, alone in zip(texts, seeds, strict=True)]
    beginnings = by_beginning(_vouched(texts, found))
    firsts = frozenset(begins[0] for begins in beginnings)
    known = [_known(chars, beginnings, firsts) for chars in texts]
    return [
        here if _all_within(here, vouched) else people(chars, vouched, alone)
        for chars, alone, here, vouched in zip(texts, seeds, found, known, strict=True)
    ]


def _vouched(texts: Sequence[str], found: Sequence[Sequence[Person]]) -> frozenset[str]:
    """Names that a post, or a list that one opens, vouches for anywhere on the page."""
    names = {
        chars[person.name_start : person.name_end]
        for chars, here in zip(texts, found, strict=True)
        for person in here
        if person.rule != BARE.name
    }
    return frozenset(name for name in names if len(name) > 1 and not re.search(r"\s", name))


def _known(chars: str, beginnings: Mapping[str, Sequence[str]], firsts: frozenset[str]) -> list[Person]:
    """The people of a text whose names, given by their first two characters and by the first, are vouched for."""
    starts = sorted(at for char in firsts.intersection(chars) for at in places_of(char, chars))
    return [
        Person(name, None, start, with_comrade(chars, end), start, end, "person/known")
        for start, end, name in occurrences(chars, beginnings, starts)
    ]


def _all_within(found: Sequence[Person], known: Sequence[Person]) -> bool:
    """Whether vouched names stand only where people are read without them, so that they add nobody."""
    taken = {at for one in found for at in range(one.name_start, one.name_end)}
    return all(one.name_start in taken for one in known)
