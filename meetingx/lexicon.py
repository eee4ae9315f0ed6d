"""Word lists: reads and checks data/*.tsv once, and turns a list into a pattern, longest word first.

A list is named in the second column of a file `word<TAB>list`; to add a word is to add a line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from meetingx.kept import kept

DATA = Path(__file__).with_name("data")
WORD_FILES = ("bodies", "names", "posts", "sites", "verbs")


@kept
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of data/`name`.tsv, without its header line and comments.

    >>> ("欧阳", "compound") in rows("surnames")
    True
    """
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines[1:] if not line.startswith("#"))


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    lists: dict[str, set[str]] = defaultdict(set)
    for name in WORD_FILES:
        for word, where in rows(name):
            lists[where].add(word)
    for surname, kind in rows("surnames"):
        lists[f"surname_{kind}"].add(surname)
    lists["paper"] = {name for name, _ in rows("papers")}
    return {where: tuple(sorted(found, key=lambda word: (-len(word), word))) for where, found in lists.items()}


@kept
def words(name: str) -> tuple[str, ...]:
    """The words of the list `name`, longest first.

    >>> "县长" in words("head")
    True
    """
    try:
        return _lists()[name]
    except KeyError:
        raise KeyError(f"no lexicon list named {name}") from None


@kept
def word_set(name: str) -> frozenset[str]:
    """The words of the list `name`, for asking whether a word is one of them."""
    return frozenset(words(name))


@kept
def hole(name: str) -> str:
    """A group that matches one word of the list `name`: a character class where all words are single characters."""
    found = words(name)
    if all(len(word) == 1 for word in found):
        return f"[{''.join(sorted(found))}]"
    return f"(?:{'|'.join(map(re.escape, found))})"


def by_beginning(found: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words of two characters or more, longest first, by their first two.

    >>> by_beginning(["会议", "会议室", "会场"])
    {'会议': ('会议室', '会议'), '会场': ('会场',)}
    """
    groups: dict[str, list[str]] = defaultdict(list)
    for word in sorted(set(found), key=lambda word: (-len(word), word)):
        groups[word[:2]].append(word)
    return {begins: tuple(group) for begins, group in groups.items()}


def places_of(word: str, chars: str) -> Iterator[int]:
    """Where a word stands in `chars`.

    >>> list(places_of("会", "会议室开会"))
    [0, 4]
    """
    at = chars.find(word)
    while at >= 0:
        yield at
        at = chars.find(word, at + 1)


def occurrences(
    chars: str, beginnings: Mapping[str, Sequence[str]], starts: Iterable[int]
) -> Iterator[tuple[int, int, str]]:
    """Where words stand in `chars`, leftmost and longest, of all places at which one may start.

    >>> list(occurrences("会议室开会议", by_beginning(["会议", "会议室"]), range(6)))
    [(0, 3, '会议室'), (4, 6, '会议')]
    """
    behind = 0
    for start in starts:
        if start >= behind:
            for word in beginnings.get(chars[start : start + 2], ()):
                if chars.startswith(word, start):
                    behind = start + len(word)
                    yield start, behind, word
                    break


def names() -> tuple[str, ...]:
    """The names of all lists."""
    return tuple(sorted(_lists()))
