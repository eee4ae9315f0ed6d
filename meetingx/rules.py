"""Rules as rows: a pattern with lexicon holes, what it makes, and the examples that are its tests.

There is no Chinese here: words come from the lexicon, grammar from the tables of `find`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Generic, NamedTuple, TypeVar

from meetingx import patterns as re
from meetingx.grammar import FRAGMENTS
from meetingx.kept import kept
from meetingx.lexicon import hole

T = TypeVar("T")
HOLE = re.compile(r"<<([a-z_]+)>>")


@kept
def expand(pattern: str) -> str:
    """`pattern` with every `<<word>>` replaced by the fragment or word list of that name.

    >>> expand("<<surname_compound>>海").startswith("(?:")
    True
    >>> expand("<<no_such_list>>")
    Traceback (most recent call last):
    ...
    KeyError: 'no lexicon list named no_such_list'
    """
    return HOLE.sub(lambda match: _fragment(match[1]), pattern)


@cache
def _fragment(name: str) -> str:
    return f"(?:{expand(FRAGMENTS[name])})" if name in FRAGMENTS else hole(name)


@dataclass(frozen=True)
class Rule(Generic[T]):
    """One phrasing: `pattern` finds it, `make` turns the match into a value.

    `yes` maps an example, its passage marked with 〔 and 〕, to the value expected; `no` are texts in
    which the rule must find nothing. A group named `span` in the pattern narrows the passage.
    """

    name: str
    pattern: str
    make: Callable[[re.Match[str]], T]
    yes: Mapping[str, object] = field(default_factory=dict)
    no: Sequence[str] = ()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(expand(self.pattern))

    def at(self, chars: str, pos: int) -> Found[T] | None:
        """What this rule reads at exactly `pos`."""
        match = self.regex.match(chars, pos)
        return None if match is None else self._found(match)

    @cached_property
    def _words(self) -> re.Pattern[str] | None:
        words = re.needed(self.regex)
        return re.compile("|".join(map(re.escape, words))) if words else None

    def may_hold(self, chars: str, pos: int) -> bool:
        """Whether one of the words that every reading holds, as far as they are told, stands behind `pos`."""
        return self._words is None or self._words.search(chars, pos) is not None

    def all(self, chars: str) -> Iterator[Found[T]]:
        """What this rule reads anywhere in `chars`."""
        return map(self._found, self.regex.finditer(chars))

    def _found(self, match: re.Match[str]) -> Found[T]:
        start, end = match.span("span") if "span" in match.re.groupindex else match.span()
        return Found(start, end, self.name, self.make(match))


class Found(NamedTuple, Generic[T]):
    """A value that the rule named `rule` read at [start, end) of the characters it was given."""

    start: int
    end: int
    rule: str
    value: T


def apply(table: Sequence[Rule[T]], chars: str) -> list[Found[T]]:
    """What the rules of a table read, in order; of overlapping readings the earlier, then the longer, wins."""
    found = [one for rule in table for one in rule.all(chars)]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Found[T]] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def first_at(table: Sequence[Rule[T]], chars: str, pos: int) -> Found[T] | None:
    """What the first rule of a table that fits reads at exactly `pos`."""
    for rule in table:
        found = rule.at(chars, pos)
        if found is not None:
            return found
    return None


def examples(rule: Rule[T]) -> Iterator[tuple[str, int, int, object]]:
    """The marked examples of a rule as (text, start, end, value)."""
    for marked, value in rule.yes.items():
        start, end = marked.index("〔"), marked.index("〕") - 1
        yield marked.replace("〔", "").replace("〕", ""), start, end, value
