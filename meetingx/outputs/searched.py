"""Full-text search of Chinese with what any SQLite has: what a cell is found by.

Chinese has no blanks between words, and SQLite takes all that stands between two marks for one word, in a search as in
a cell; its trigrams find nothing for words of two characters, as most are. So the index has each word that somebody may
look for: all that stands between two marks, and all parts of it up to a length.
"""

from __future__ import annotations

import re

LONGEST = 10
"""Characters of the longest part that is found: each one more makes the index some 5 % larger."""

INSIDE = ".%‰/-·"
"""Marks that stand inside words: PM2.5, 3%, 1-6月, 艾力·买买提."""

RUN = re.compile(rf"[^\W_{re.escape(INSIDE)}](?:[^\W_]|[{re.escape(INSIDE)}])*")


def parts(text: str | None) -> str | None:
    """What a text is found by, each word once, with blanks between.

    >>> parts("散煤，PM")
    '散 散煤 煤 P PM M'
    """
    if text is None:
        return None
    found: dict[str, None] = {}
    for run in RUN.findall(text):
        size = len(run)
        found |= dict.fromkeys(run[at:end] for at in range(size) for end in range(at + 1, min(at + LONGEST, size) + 1))
        found[run] = None
    return " ".join(found)
