"""Step two, Source → Cleaned: one module per kind of noise, applied in an ordered table.

Every cleaner is a function from a `Text` to the edits it wants; the edits carry the origin of each
character along, so that a span of the cleaned text is a passage of the page. To add a noise: write a
module with `edits`, add its row to `CLEANERS`, and its examples to tests/test_clean.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from meetingx.clean import (
    blanks,
    characters,
    escapes,
    junk,
    lost_bytes,
    marks,
    markup,
    pinyin,
    stacked,
    traditional,
    wraps,
)
from meetingx.source import Edit, Source, Span, Text


class Cleaner(NamedTuple):
    """One kind of noise: `name` is what `source.noise` says of it, None where it is no noise worth a word."""

    name: str
    noise: str | None
    edits: Callable[[Text], Iterable[Edit]]


class Cleaning(NamedTuple):
    """One edit that a cleaner made: the passage of the page, what it was and what it became."""

    cleaner: str
    span: Span
    old: str
    new: str


Change: TypeAlias = tuple[int, int, str, str]
"""Where on the page an edit was made, what stood there and what it became."""


class Cleaned(NamedTuple):
    """A page without the noise inside its lines; `steps` are the changes of each cleaner that made some, in order."""

    source: Source
    text: Text
    noise: tuple[str, ...]
    steps: tuple[tuple[str, tuple[Change, ...]], ...]

    @property
    def edits(self) -> tuple[Cleaning, ...]:
        """All that was changed, put together when it is asked for: most readers of pages do not."""
        return tuple(
            Cleaning(cleaner, Span(start, end), old, new)
            for cleaner, changes in self.steps
            for start, end, old, new in changes
        )


# Bytes are repaired while the characters around them are still as printed; marks are folded before
# doubled ones are counted; pinyin hides doubled marks and traditional runs, so it goes before both.
CLEANERS = (
    Cleaner("characters", None, characters.edits),
    Cleaner("escapes", "markup", escapes.edits),
    Cleaner("markup", "markup", markup.edits),
    Cleaner("junk", "junk", junk.edits),
    Cleaner("lost-bytes", "mojibake", lost_bytes.edits),
    Cleaner("pinyin", "pinyin", pinyin.edits),
    Cleaner("traditional", "traditional", traditional.edits),
    Cleaner("marks", None, marks.wide_edits),
    Cleaner("doubled-marks", "double-punct", marks.doubled_edits),
    Cleaner("blanks", None, blanks.edits),
    Cleaner("wraps", "hard-wrap", wraps.edits),
    Cleaner("stacked", "hard-wrap", stacked.edits),
)


def clean(source: Source) -> Cleaned:
    """The page of `source` without noise, each character still knowing where it was read.

    >>> cleaned = clean(Source("縣委書記(jì)張濤出席會議(yì)并講話,,部署防汛工作。"))
    >>> cleaned.text.chars
    '县委书记张涛出席会议并讲话，部署防汛工作。'
    >>> cleaned.noise
    ('double-punct', 'pinyin', 'traditional')
    """
    text = Text.read(source.page)
    noise: set[str] = set()
    steps: list[tuple[str, tuple[Change, ...]]] = []
    for cleaner in CLEANERS:
        chars = text.chars
        edits = [edit for edit in cleaner.edits(text) if chars[edit.start : edit.end] != edit.new]
        if not edits:
            continue
        if cleaner.noise:
            noise.add(cleaner.noise)
        steps.append((cleaner.name, tuple([(*text.origin(i, j), chars[i:j], new) for i, j, new in edits])))
        text = text.edit(edits)
    return Cleaned(source, text, tuple(sorted(noise)), tuple(steps))
