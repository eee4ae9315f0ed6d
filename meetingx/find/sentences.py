"""Where sentences begin and end, for readings that must not reach across them."""

from __future__ import annotations

import re

SENTENCE_END = re.compile(r"[。！？；\n]")


def sentence_start(chars: str, at: int) -> int:
    """Where the sentence, or the part of one that a ； ends, around `at` begins.

    >>> sentence_start("会议指出，要落实。会议强调，要整改。", 12)
    9
    """
    return max(chars.rfind(mark, 0, at) for mark in "。！？；\n") + 1
