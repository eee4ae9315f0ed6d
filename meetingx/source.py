"""Where a text comes from: `Span`, `Text` whose characters know their origin, `Source`, `Failure` codes.

Nothing here knows Chinese; everything above builds on it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple


class MeetingxError(Exception):
    """An input that cannot be read; the message names the input and the remedy.

    >>> raise MeetingxError("empty.txt: is empty: give a file with the text of a report")
    Traceback (most recent call last):
    ...
    meetingx.source.MeetingxError: empty.txt: is empty: give a file with the text of a report
    """


class Span(NamedTuple):
    """Half-open character offsets into the page text as it was read.

    >>> Span(2, 5).of("在收听收看后")
    '听收看'
    """

    start: int
    end: int

    def of(self, page: str) -> str:
        """The characters of `page` that the span covers."""
        return page[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span.

        >>> Span(0, 9).covers(Span(2, 9)), Span(0, 9).covers(Span(2, 10))
        (True, False)
        """
        return self.start <= other.start and other.end <= self.end


class Edit(NamedTuple):
    """Replaces the characters [start, end) of a `Text` by `new`; an empty `new` deletes them."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """Characters that each know their origin: a cleaned text, or a passage of one.

    >>> text = Text.read("調(diào)度會")
    >>> clean = text.edit([Edit(1, 7, ""), Edit(0, 1, "调"), Edit(8, 9, "会")])
    >>> clean.chars, clean.span(0, 3)
    ('调度会', Span(start=0, end=9))
    """

    chars: str
    starts: array[int]
    ends: array[int]

    @classmethod
    def read(cls, page: str) -> Text:
        """The text of a page before any edit: each character is its own origin."""
        return cls(page, array("I", range(len(page))), array("I", range(1, len(page) + 1)))

    def __len__(self) -> int:
        return len(self.chars)

    def edit(self, edits: Iterable[tuple[int, int, str]]) -> Text:
        """This text with non-overlapping edits applied.

        A replacement as long as what it replaces keeps the origin of each character; any other one
        has the whole replaced passage as its origin.
        """
        in_order = sorted(edits)
        if not in_order:
            return self
        pieces: list[str] = []
        at = 0
        for start, end, new in in_order:
            if start < at or end > len(self.chars):
                raise ValueError(f"edit ({start}, {end}, {new!r}) overlaps another or leaves the text")
            pieces += self.chars[at:start], new
            at = end
        pieces.append(self.chars[at:])
        return Text("".join(pieces), *self._origins(in_order))

    def _origins(self, edits: Iterable[tuple[int, int, str]]) -> tuple[array[int], array[int]]:
        """Where the characters begin and end that this text has after some edits, given in order."""
        other = [(start, end, len(new)) for start, end, new in edits if len(new) != end - start]
        if not other:
            return self.starts, self.ends
        starts, ends = array("I"), array("I")
        at = 0
        for start, end, length in other:
            starts += self.starts[at:start]
            ends += self.ends[at:start]
            if length:
                low, high = self.origin(start, end)
                starts.extend([low] * length)
                ends.extend([high] * length)
            at = end
        starts += self.starts[at:]
        ends += self.ends[at:]
        return starts, ends

    def origin(self, i: int, j: int) -> tuple[int, int]:
        """Where on the page [i, j) begins and ends; for nothing, the point between its neighbours."""
        if i < j:
            return self.starts[i], self.ends[j - 1]
        point = self.ends[i - 1] if i else 0
        return (min(point, self.starts[i]) if i < len(self.chars) else point), point

    def span(self, i: int, j: int) -> Span:
        """The passage of the page from which the characters [i, j) were read."""
        return Span(*self.origin(i, j))

    def slice(self, i: int, j: int) -> Text:
        """The characters [i, j) as a text of their own.

        >>> Text.read("县长张涛主持").slice(2, 4).span(0, 2)
        Span(start=2, end=4)
        """
        return Text(self.chars[i:j], self.starts[i:j], self.ends[i:j])

    def strip(self, chars: str = " \t\n") -> Text:
        """This text without `chars` at both ends."""
        left = len(self.chars) - len(self.chars.lstrip(chars))
        return self.slice(left, max(left, len(self.chars.rstrip(chars))))

    def lines(self) -> Iterator[Text]:
        r"""The lines of this text, without their line breaks.

        >>> [line.chars for line in Text.read("会议指出\n会议要求").lines()]
        ['会议指出', '会议要求']
        """
        at = 0
        for line in self.chars.split("\n"):
            yield self.slice(at, at + len(line))
            at += len(line) + 1

    @staticmethod
    def join(texts: Iterable[Text], glue: str = "\n") -> Text:
        """The texts one after the other; the glue has the end of the text before it as origin."""
        chars: list[str] = []
        starts, ends = array("I"), array("I")
        for text in texts:
            if chars:
                point = ends[-1] if ends else 0
                chars.append(glue)
                starts.extend([point] * len(glue))
                ends.extend([point] * len(glue))
            chars.append(text.chars)
            starts += text.starts
            ends += text.ends
        return Text("".join(chars), starts, ends)


class Source(NamedTuple):
    """One page as it was read: its text, and what came with it.

    `published` is what was given and `stamped` what its own tags tell; `lost` counts characters that could not be
    decoded, and `misfits` tell of what was given and not understood.
    """

    page: str
    encoding: str | None = None
    sha256: str | None = None
    id: str | None = None
    path: str | None = None
    url: str | None = None
    published: str | None = None
    stamped: str | None = None
    site: str | None = None
    site_code: str | None = None
    headline: str | None = None
    column: str | None = None
    lost: int = 0
    misfits: tuple[str, ...] = ()
