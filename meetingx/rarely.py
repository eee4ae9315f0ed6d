"""Patterns without the branches that a rare character alone makes possible: names with a dot in them, 艾力·买买提.

A name may begin with any Han character where a dot may follow; on a page without that dot, which is nearly every one,
it begins with a surname, and `re` can pass over all other characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

RARE = "·"
"""The character that few pages have and that long branches of patterns need."""

Tree: TypeAlias = Sequence[tuple[Any, Any]]


def without(tree: Any, char: str = RARE) -> Any | None:
    """A parsed pattern without the branches that need `char`; None where there are none.

    It matches what the whole pattern matches in a text that has no such character.

    >>> from re import _parser
    >>> without(_parser.parse("(?:张涛|艾.·买.)主持"))
    [(BRANCH, (None, [[(LITERAL, 24352), (LITERAL, 28059)]])), (LITERAL, 20027), (LITERAL, 25345)]
    >>> without(_parser.parse("张涛|李海"))
    """
    kept = _kept(tree, ord(char))
    return None if kept is tree or needs(tree, ord(char)) else kept


def needs(tree: Tree, code: int) -> bool:
    """Whether every match of a tree has a character of this code somewhere, in it or where it looks ahead."""
    return any(_needs(str(op), value, code) for op, value in tree)


def _needs(name: str, value: Any, code: int) -> bool:
    if name == "BRANCH":
        return all(needs(branch, code) for branch in value[1])
    if name in {"SUBPATTERN", "ASSERT"} or (name in {"MAX_REPEAT", "MIN_REPEAT"} and value[0] > 0):
        return needs(value[-1], code)
    return name == "LITERAL" and value == code


def _kept(tree: Any, code: int) -> Any:
    """A tree without what needs the character; the tree itself where nothing does."""
    parts = [(op, _kept_of_one(str(op), value, code)) for op, value in tree]
    if all(new is old for (_, new), (_, old) in zip(parts, tree, strict=True)):
        return tree
    return type(tree)(tree.state, parts)


def _kept_of_one(name: str, value: Any, code: int) -> Any:
    if name == "BRANCH":
        branches = [_kept(branch, code) for branch in value[1] if not needs(branch, code)]
        if branches and [*map(id, branches)] != [*map(id, value[1])]:
            return value[0], branches
    elif name in {"SUBPATTERN", "ASSERT", "ASSERT_NOT", "MAX_REPEAT", "MIN_REPEAT"}:
        inner = _kept(value[-1], code)
        if inner is not value[-1]:
            return (*value[:-1], inner)
    return value
