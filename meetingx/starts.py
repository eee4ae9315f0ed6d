"""Where matches of a pattern can begin and what they hold, told from its text, so that it is tried there alone.

Most patterns here open with what must stand before them (a mark, the head of a post), and hold one of a few words
(召开 or 举行). `re` sees neither, and tries the pattern at every character of a page. This reads the tree that `re`
parses a pattern to; what it does not understand it leaves to `re`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from meetingx.firsts import first

MOST = 40
"""Behind how many characters a match may stand so that it pays to look for them first."""

RARE = 0.35
"""How often words may be expected in a line so that it pays to look for them first."""

Starts: TypeAlias = tuple[str, bool]
"""A pattern for the character that a match stands right behind, and whether one may be at the very beginning."""

Hints: TypeAlias = tuple[Starts | None, tuple[str, ...]]
"""Where matches can begin, if that is told; words of which a text with a match holds one, () where none are told."""

Tree: TypeAlias = Sequence[tuple[Any, Any]]
Set: TypeAlias = frozenset[str]
"""Characters, as they stand in a class of a pattern; `BEGINNING` for the beginning of the text."""

BEGINNING = "^"
SPACE, DIGIT = r"\s", r"\d"
ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})


def starts(tree: Any) -> Starts | None:
    r"""What a match of a parsed pattern stands behind, or None where that is not told or is too much.

    >>> from re import _parser
    >>> starts(_parser.parse(r"(?:^|(?<=[，。])).涛")), starts(_parser.parse("[^，]+会议"))
    (('[。，]', True), None)
    """
    behind = before(tree)
    if tree.getwidth()[0] == 0 or behind is None or behind == {BEGINNING} or size(behind - {BEGINNING}) > MOST:
        return None
    return f"[{''.join(sorted(behind - {BEGINNING}))}]", BEGINNING in behind


def size(chars: Iterable[str]) -> int:
    """How many characters a set stands for, of those that pages have."""
    return sum({SPACE: 4, DIGIT: 10}.get(one, 1) for one in chars)


def before(tree: Tree) -> Set | None:
    """What must stand before a match: one of these characters, or None where no look-behind tells."""
    for op, value in tree:
        name = str(op)
        if name == "ASSERT" and value[0] < 0:
            return lasts(value[1])
        if name == "AT" and str(value) == "AT_BEGINNING":
            return frozenset({BEGINNING})
        if name == "SUBPATTERN":
            told = before(value[-1])
            if told is not None or value[-1].getwidth()[1]:
                return told
        elif name == "BRANCH":
            told = union(map(before, value[1]))
            if told is not None or any(branch.getwidth()[1] for branch in value[1]):
                return told
        elif name not in ZERO_WIDTH:
            return None
    return None


def lasts(tree: Tree) -> Set | None:
    """What a look-behind may end with."""
    if not len(tree):
        return None
    op, value = tree[-1]
    name = str(op)
    if name == "BRANCH":
        return union(map(lasts, value[1]))
    if name == "SUBPATTERN":
        return lasts(value[-1])
    if name == "AT" and str(value) == "AT_BEGINNING" and len(tree) == 1:
        return frozenset({BEGINNING})
    return one_of(op, value)


def union(sets: Iterable[Set | None]) -> Set | None:
    """The characters of all sets, or None where one is not told."""
    found: Set = frozenset()
    for one in sets:
        if one is None:
            return None
        found |= one
    return found


def one_of(op: Any, value: Any) -> Set | None:
    """The characters of a literal or a class, or None where it is another thing or has too many."""
    if str(op) == "LITERAL":
        return frozenset({re.escape(chr(value))})
    if str(op) != "IN":
        return None
    found: set[str] = set()
    for kind, what in value:
        if str(kind) == "LITERAL":
            found.add(re.escape(chr(what)))
        elif str(kind) == "RANGE" and what[1] - what[0] < MOST:
            found.update(re.escape(chr(code)) for code in range(what[0], what[1] + 1))
        elif str(kind) == "CATEGORY" and str(what) in {"CATEGORY_SPACE", "CATEGORY_DIGIT"}:
            found.add(SPACE if str(what) == "CATEGORY_SPACE" else DIGIT)
        else:
            return None
    return frozenset(found)


def hints(tree: Any) -> Hints:
    """What is told of the matches of a parsed pattern.

    >>> from re import _parser
    >>> hints(_parser.parse("(?:^|(?<=，))(?P<who>[^，]{2,9}?)(?:召开|举行)了"))
    (('[，]', True), ('举行了', '召开了'))
    """
    if tree.getwidth()[0] == 0:
        return None, ()
    words = needed(tree) or frozenset()
    least = sorted(word for word in words if not any(other in word for other in words - {word}))
    return None if first(tree) else starts(tree), tuple(least) if chance(least) < RARE else ()


def chance(words: Iterable[str]) -> float:
    """How likely a line holds one of these words, roughly: each further character makes a word rarer."""
    return sum(0.1 ** len(word) for word in words)


def needed(tree: Tree) -> Set | None:
    """Words of which every match holds one, the rarest such choice, or None where none is told."""
    options: list[Set] = []
    run: Set = frozenset({""})
    for op, value in tree:
        spelled = spellings(op, value)
        longer = product(run, spelled)
        if longer is None:
            options.append(run)
        run = longer or spelled or frozenset({""})
        inner = within(op, value)
        if inner:
            options.append(inner)
    return min((words for words in (*options, run) if "" not in words), key=chance, default=None)


def within(op: Any, value: Any) -> Set | None:
    """Words of which every match of one part holds one; a part with flags of its own, (?i:…), tells none."""
    name = str(op)
    if name == "SUBPATTERN" and value[1]:
        return None
    if name == "BRANCH":
        return union(map(needed, value[1]))
    # what stands before a match is no part of it, though its look-behind asks for it
    if name == "SUBPATTERN" or (name in {"ASSERT", "MAX_REPEAT", "MIN_REPEAT"} and value[0] > 0):
        return needed(value[-1])
    return None


def spellings(op: Any, value: Any) -> Set | None:
    """Every text that one part matches, or None where there are too many."""
    name = str(op)
    if name in ZERO_WIDTH:
        return frozenset({""})
    if name == "LITERAL":
        return frozenset({chr(value)})
    if name == "IN" and all(str(kind) == "LITERAL" for kind, _ in value):
        return frozenset(chr(what) for _, what in value)
    if name == "BRANCH":
        return union(map(spelled_out, value[1]))
    return spelled_out(value[-1]) if name == "SUBPATTERN" and not value[1] else None


def spelled_out(tree: Tree) -> Set | None:
    """Every text that a sequence of parts matches, or None where there are too many."""
    found: Set | None = frozenset({""})
    for op, value in tree:
        found = product(found, spellings(op, value))
    return found


def product(heads: Set | None, tails: Set | None) -> Set | None:
    """Each head with each tail, or None where there are too many."""
    if heads is None or tails is None or len(heads) * len(tails) > MOST:
        return None
    return frozenset(head + tail for head in heads for tail in tails)


Finder: TypeAlias = Callable[..., Iterator[re.Match[str]]]
Compile: TypeAlias = Callable[[str], re.Pattern[str]]
Search: TypeAlias = Callable[..., re.Match[str] | None]


def finder(pattern: re.Pattern[str], told: Hints, compiled: Compile) -> Finder:
    """As `pattern.finditer`, trying only where a match can be; `compiled` compiles what is looked for first."""
    begins, words = told
    if begins is not None:
        return _from(pattern, begins, words, compiled)
    found = pattern.finditer
    if not words:
        return found
    holds = _holds(words, compiled)
    # a window of a longer text is not asked first: one text with many windows would be read again for each
    return lambda chars, *bounds: found(chars, *bounds) if bounds or holds(chars) else NOTHING


NOTHING: Iterator[re.Match[str]] = iter(())
"""What is found nowhere: nothing is ever taken from it."""


def searcher(pattern: re.Pattern[str], told: Hints, compiled: Compile) -> Search:
    """As `pattern.search`, asking first for what a match holds."""
    found = pattern.search
    if not told[1]:
        return found
    holds = _holds(told[1], compiled)
    return lambda chars, *bounds: found(chars, *bounds) if bounds or holds(chars) else None


def _holds(words: Sequence[str], compiled: Compile) -> Callable[[str], object]:
    """Whether a text holds one of these words."""
    if len(words) == 1:
        [only] = words
        return lambda chars: only in chars
    return compiled("|".join(map(re.escape, words))).search


def _from(pattern: re.Pattern[str], begins: Starts, words: Sequence[str], compiled: Compile) -> Finder:
    """As `pattern.finditer`, from the places where a match can begin, up to the last word that one holds."""
    source, at_beginning = begins
    candidates, match = compiled(source).finditer, pattern.match

    def found(chars: str, pos: int, endpos: int, last: int) -> Iterator[re.Match[str]]:
        behind = pos
        if at_beginning and pos == 0 and (one := match(chars, 0, endpos)) is not None:
            yield one
            behind = one.end()
        for before in candidates(chars, max(0, pos - 1), min(endpos, last)):
            at = before.end()
            if at >= behind and (one := match(chars, at, endpos)) is not None:
                yield one
                behind = one.end()

    def finditer(chars: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        if not words or pos or endpos < len(chars):
            return found(chars, pos, endpos, sys.maxsize)
        last = max([chars.rfind(word) for word in words])
        return NOTHING if last < 0 else found(chars, 0, endpos, last)

    return finditer
