"""With which characters matches of a pattern begin, as `re` passes over what a pattern cannot begin with.

`re` does so of itself where a pattern opens with a literal or a class. Most patterns here open with a look-behind, a
group or the words of a list; it then tries the whole pattern at every character of a page.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import Any, TypeAlias

FEW = 2000
"""With how many Han characters a match may begin so that it pays to pass over the others."""

Ranges: TypeAlias = tuple[tuple[int, int], ...]
"""Characters by their codes: ranges in order, both ends among them, none touching the next."""

Tree: TypeAlias = Sequence[tuple[Any, Any]]

HAN: Ranges = ((0x4E00, 0x9FFF),)
INFO_PREFIX, INFO_CHARSET = 1, 4
"""Bits of the third instruction: `re` looks for a literal first, or for a class."""


def first(tree: Any) -> Ranges | None:
    """The characters with which a match of a parsed pattern begins, or None where they are not told or too many.

    >>> from re import _parser
    >>> [chr(low) for low, _ in first(_parser.parse("(?:^|(?<=，))(?=张|王)(?P<name>[张王李]涛)"))]
    ['张', '王']
    >>> first(_parser.parse("(?<=，)[^，]涛"))
    """
    found = None if tree.getwidth()[0] == 0 else begins(tree)
    return None if found is None or count(both(found, HAN)) > FEW else found


def looks_first(code: Sequence[int]) -> bool:
    """Whether `re` looks for a literal or a class of itself before it tries the pattern with these instructions."""
    return bool(code[2] & (INFO_PREFIX | INFO_CHARSET))


def passing_over(code: Sequence[int], ranges: Ranges) -> list[int]:
    """The instructions of a pattern with the class that `re` looks for before it tries the pattern.

    They open with what is known of all matches: the length of that, bits, least and greatest width, and the class.
    """
    from re import _compiler, _constants  # type: ignore[attr-defined]  # noqa: PLC0415

    listed, _ = _compiler._optimize_charset([(_constants.RANGE, span) for span in ranges])
    told: list[int] = []
    _compiler._compile_charset(listed, 0, told)
    return [code[0], code[1] + len(told), code[2] | INFO_CHARSET, *code[3:5], *told, *code[5:]]


def begins(tree: Tree) -> Ranges | None:
    """What a match of a tree begins with, or None where that is not told."""
    found: Ranges = ()
    only: Ranges | None = None
    for op, value in tree:
        if str(op) == "ASSERT" and value[0] > 0 and value[1].getwidth()[0] and not found:
            ahead = begins(value[1])
            only = ahead if only is None or ahead is None else both(only, ahead)
        told, least = of_one(op, value)
        if told is None:
            return only
        found = united((*found, *told))
        if least:
            return found if only is None else both(found, only)
    return found


def of_one(op: Any, value: Any) -> tuple[Ranges | None, int]:
    """What one part of a tree begins with, and how many characters it has at least."""
    name = str(op)
    if name in {"AT", "ASSERT", "ASSERT_NOT"}:
        return (), 0
    if name == "SUBPATTERN":
        # one with flags of its own, (?i:…), is left to `re`
        return None if value[1] else begins(value[-1]), value[-1].getwidth()[0]
    if name == "BRANCH":
        told = [begins(branch) for branch in value[1]]
        known = [one for one in told if one is not None]
        least = min(branch.getwidth()[0] for branch in value[1])
        return united(chain.from_iterable(known)) if len(known) == len(told) else None, least
    if name in {"MAX_REPEAT", "MIN_REPEAT"}:
        return begins(value[2]), value[0] and value[2].getwidth()[0]
    return of_class(name, value), 1


def of_class(name: str, value: Any) -> Ranges | None:
    """The characters of a literal or a class."""
    if name == "LITERAL":
        return ((value, value),)
    if name == "NOT_LITERAL":
        return others(((value, value),))
    if name != "IN":
        return None
    listed: list[tuple[int, int]] = []
    negated = False
    for kind, what in value:
        if str(kind) == "NEGATE":
            negated = True
        elif str(kind) == "LITERAL":
            listed.append((what, what))
        elif str(kind) == "RANGE":
            listed.append(what)
        elif str(kind) == "CATEGORY" and str(what) in {"CATEGORY_SPACE", "CATEGORY_DIGIT"}:
            listed += of_category(str(what))
        else:
            return None
    return others(united(listed)) if negated else united(listed)


@cache
def of_category(name: str) -> Ranges:
    r"""What \s and \d stand for."""
    belongs = str.isspace if name == "CATEGORY_SPACE" else str.isdecimal
    return united((code, code) for code in range(sys.maxunicode + 1) if belongs(chr(code)))


def united(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """All characters of some ranges.

    >>> united([(7, 9), (1, 3), (4, 5), (8, 12)])
    ((1, 5), (7, 12))
    """
    out: list[tuple[int, int]] = []
    for low, high in sorted(ranges):
        if out and low <= out[-1][1] + 1:
            out[-1] = out[-1][0], max(high, out[-1][1])
        else:
            out.append((low, high))
    return tuple(out)


def others(ranges: Ranges) -> Ranges:
    """All characters but these.

    >>> others(((0, 3), (5, 1114111)))
    ((4, 4),)
    """
    edges = [-1, *chain.from_iterable(ranges), sys.maxunicode + 1]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return tuple((end + 1, start - 1) for end, start in gaps if end + 1 < start)


def both(some: Ranges, other: Ranges) -> Ranges:
    """The characters that are in both.

    >>> both(((1, 5), (8, 9)), ((4, 8),))
    ((4, 5), (8, 8))
    """
    return others(united((*others(some), *others(other))))


def count(ranges: Ranges) -> int:
    """How many characters they are."""
    return sum(high - low + 1 for low, high in ranges)
