"""People of a whole page: a name that a post vouches for in one line is that of a person in all."""

from __future__ import annotations

from collections.abc import Sequence

from meetingx import patterns as re
from meetingx.find.people import BARE, Person, known_in, people, told_alone


def people_on_page(texts: Sequence[str]) -> list[list[Person]]:
    """The people of each text of a page; what vouches for a name in one of them vouches for it in all.

    >>> found = people_on_page(["县长张涛主持会议。", "其间张涛一行还察看了现场。"])
    >>> [(p.name, p.rule) for here in found for p in here]
    [('张涛', 'person/post-name'), ('张涛', 'person/known')]
    """
    seeds = [told_alone(chars) for chars in texts]
    found = [people(chars, seeds=alone) for chars, alone in zip(texts, seeds, strict=True)]
    known = _vouched(texts, found)
    return [
        here if _all_within(here, list(known_in(chars, known))) else people(chars, known, alone)
        for chars, alone, here in zip(texts, seeds, found, strict=True)
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


def _all_within(found: Sequence[Person], known: Sequence[Person]) -> bool:
    """Whether vouched names stand only where people are read without them, so that they add nobody."""
    taken = {at for one in found for at in range(one.name_start, one.name_end)}
    return all(one.name_start in taken for one in known)
