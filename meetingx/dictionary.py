"""The words of data/words.txt with how often each occurs and its tag, as jieba gives them.

A page asks for the words that begin with some characters; a table of all would take longer to load than the page
takes to read, so the lines are kept by their first character and read when one is asked for.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from math import log
from operator import itemgetter

from meetingx.kept import kept
from meetingx.lexicon import DATA

VERBS = frozenset({"v"})
ADVERBS = frozenset({"d"})
PREDICATES = frozenset({"v", "d", "ad", "vd"})
"""Tags of words that begin a predicate wherever they stand behind a subject."""

NO_SUBJECTS = PREDICATES | {"a"}
"""Tags of words with which no subject begins: verbs, adverbs, adjectives."""

VERBAL_NOUNS = frozenset({"vn", "an"})
"""Tags of words that begin a predicate behind a full name, and a compound behind a bare one: 发展, 建设, 管理."""


@kept
def _file(name: str) -> tuple[int, dict[str, str]]:
    """How often the words of a dictionary occur together, and its lines by their first character."""
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    by_first = {first: "\n".join(found) for first, found in groupby(sorted(lines), key=itemgetter(0))}
    return sum(int(line.split(" ")[1]) for line in lines), by_first


@cache
def _beginning_with(char: str) -> dict[str, tuple[int, str]]:
    lines = (line.split(" ") for line in _file("words")[1].get(char, "").splitlines())
    return {word: (int(count), tag) for word, count, tag in lines}


@cache
def _total() -> float:
    return log(_file("words")[0])


def weight(word: str) -> float | None:
    """The logarithm of a word's share of all words, or None where it is no word.

    >>> round(weight("签订"), 1), weight("签字订")
    (-8.6, None)
    """
    found = _beginning_with(word[:1]).get(word)
    return log(found[0]) - _total() if found else None


def tag(word: str) -> str | None:
    """The tag of a word: v verb, d adverb, vn verb used as a noun; None where it is no word.

    >>> tag("完成"), tag("发展"), tag("张涛")
    ('v', 'vn', None)
    """
    found = _beginning_with(word[:1]).get(word)
    return found[1] if found else None


def is_common(word: str) -> bool:
    """Whether a word is one of the dictionary.

    >>> is_common("日常"), is_common("张涛")
    (True, False)
    """
    return word in _beginning_with(word[:1])


def unknown() -> float:
    """The weight of a character that is no word, as if it occurred once."""
    return -_total()
