"""`re` for the patterns of this package: compiled when first used, from code that is kept beside the byte code.

    from meetingx import patterns as re

Many patterns hold long word lists; compiling them all takes half a second, and loading what came out a few
milliseconds.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from re import IGNORECASE, Match, escape
from typing import TYPE_CHECKING, Any, TypeAlias

from meetingx.firsts import first, looks_first, passing_over
from meetingx.kept import shelf
from meetingx.rarely import RARE, without
from meetingx.starts import Hints, finder, hints, searcher

__all__ = [
    "IGNORECASE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "finditer",
    "fullmatch",
    "match",
    "needed",
    "search",
    "split",
    "sub",
]

Code: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], Hints]
"""What is made of a pattern: flags, instructions, number of groups, groups by name, names by group, hints."""

if TYPE_CHECKING:
    Pattern = re.Pattern
else:

    class Pattern:
        """A pattern that is compiled when something of it other than its text is first asked for."""

        __slots__ = (
            "_flags",
            "findall",
            "finditer",
            "flags",
            "fullmatch",
            "groupindex",
            "match",
            "pattern",
            "search",
            "split",
            "sub",
        )

        def __init__(self, source: str, flags: int) -> None:
            self.pattern, self._flags = source, flags

        def __getattr__(self, name: str) -> Any:
            if name not in Pattern.__slots__:
                raise AttributeError(name)
            found = _seeking(self.pattern, self._flags, name) if name in SEEKING else None
            setattr(self, name, found or getattr(_load(self.pattern, self._flags)[0], name))
            return getattr(self, name)


SEEKING = {"finditer": finder, "search": searcher}
"""What looks for matches anywhere in a text, and so gains from what is told of them."""


@lru_cache(maxsize=1024)
def compile(source: str, flags: int = 0) -> Pattern[str]:
    """The pattern with this text, compiled when it is first used.

    >>> compile("(?P<name>张.)主持").match("张涛主持会议")["name"]
    '张涛'
    """
    return Pattern(source, int(flags))  # type: ignore[call-arg]


def _seeking(source: str, flags: int, name: str) -> Callable[..., Any]:
    """As `finditer` or `search` of a compiled pattern, trying it only where a match can be."""
    whole = cache(lambda: SEEKING[name](*_load(source, flags), _loaded))
    if RARE not in source or (rest := _made(source, flags, RARE)) is None:
        return whole()
    mostly = SEEKING[name](*rest, _loaded)
    # a window of a longer text is not asked first: one text with many windows would be read again for each
    return lambda chars, *bounds: (whole() if bounds or RARE in chars else mostly)(chars, *bounds)


@cache
def _load(source: str, flags: int) -> tuple[re.Pattern[str], Hints]:
    """The compiled pattern, and where its matches can be.

    Where this Python keeps a pattern's instructions in another way, `re` compiles it.
    """
    return _made(source, flags, "") or (re.compile(source, flags), (None, ()))


def _made(source: str, flags: int, lacking: str) -> tuple[re.Pattern[str], Hints] | None:
    """A pattern assembled from instructions, for texts without the character `lacking`; None where there are none."""
    try:
        from _sre import CODESIZE, MAGIC  # type: ignore[import-not-found]  # noqa: PLC0415
        from _sre import compile as assemble  # noqa: PLC0415

        kind = f"pattern {MAGIC} {CODESIZE} {flags} {lacking}"
        kept = shelf().get(kind, source, lambda: _instructions(source, flags, lacking))
        if kept is None:
            return None
        told, code, groups, index, names, begins = kept
        loaded: re.Pattern[str] = assemble(source, told, array("I", code).tolist(), groups, index, names)
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return None
    return loaded, begins


@lru_cache(maxsize=1024)
def _loaded(source: str) -> re.Pattern[str]:
    """The compiled pattern as `re` runs it."""
    return _load(source, 0)[0]


def _instructions(source: str, flags: int, lacking: str) -> Code | None:
    """What `re.compile` makes before it makes a pattern of it; None where a pattern needs no character `lacking`."""
    from re import _compiler, _parser  # type: ignore[attr-defined]  # noqa: PLC0415

    parsed = _parser.parse(source, flags)
    index: dict[str, int] = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, group in index.items():
        names[group] = name
    tree = without(parsed, lacking) if lacking else parsed
    if tree is None:
        return None
    instructions = _compiler._code(tree, flags)
    told: Hints = (None, ())
    if not (flags or parsed.state.flags & re.MULTILINE or looks_first(instructions)):
        told, begins = hints(tree), first(tree)
        if begins is not None:
            instructions = passing_over(instructions, begins)
    packed = array("I", instructions).tobytes()
    return flags | int(parsed.state.flags), packed, parsed.state.groups - 1, index, tuple(names), told


def needed(pattern: Pattern[str]) -> tuple[str, ...]:
    """Words of which every match of a pattern holds one, () where none are told.

    >>> needed(compile("[^，]{2}(?=会议)"))
    ('会议',)
    """
    return _load(pattern.pattern, pattern._flags)[1][1]  # type: ignore[attr-defined]


def search(source: str, chars: str) -> Match[str] | None:
    """As `re.search`."""
    return compile(source).search(chars)


def match(source: str, chars: str) -> Match[str] | None:
    """As `re.match`."""
    return compile(source).match(chars)


def fullmatch(source: str, chars: str) -> Match[str] | None:
    """As `re.fullmatch`."""
    return compile(source).fullmatch(chars)


def finditer(source: str, chars: str) -> Iterator[Match[str]]:
    """As `re.finditer`."""
    return compile(source).finditer(chars)


def split(source: str, chars: str) -> list[str | Any]:
    """As `re.split`."""
    return compile(source).split(chars)


def sub(source: str, new: str, chars: str) -> str:
    """As `re.sub`."""
    return compile(source).sub(new, chars)
