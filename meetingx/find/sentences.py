"""Where sentences begin and end, for readings that must not reach across them."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from meetingx import patterns as re

SENTENCE_END = re.compile(r"[。！？；\n]")


def sentence_start(chars: str, at: int) -> int:
    """Where the sentence, or the part of one that a ； ends, around `at` begins.

    >>> sentence_start("会议指出，要落实。会议强调，要整改。", 12)
    9
    """
    ends = _ends(chars)
    before = bisect_left(ends, at)
    return ends[before - 1] + 1 if before else 0


@lru_cache(maxsize=1)
def _ends(chars: str) -> list[int]:
    """Where the marks stand that end sentences; a text is asked for many places, one text after the other."""
    return [match.start() for match in SENTENCE_END.finditer(chars)]
