"""Segmentation of a short window with a small dictionary, for what grammar leaves open.

jieba cuts the same words (a test holds the two together); it loads a dictionary of 349,000 words for the tags of
ours, which takes a second, and of all that it does the window needs the likeliest path alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from meetingx import patterns as re
from meetingx.dictionary import tag, unknown, weight

WINDOW = 24
HAN = re.compile("[\u4e00-\u9fd5]+")


def cut(chars: str) -> Iterator[str]:
    """The words of a run of Han characters along the likeliest path; what no word begins at stands alone.

    >>> list(cut("镇村两级签订责任书"))
    ['镇', '村', '两', '级', '签订', '责任', '书']
    """
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(chars) + 1)
    for at in range(len(chars) - 1, -1, -1):
        weights = [(weight(chars[at:end]), end) for end in range(at + 1, min(at + 4, len(chars)) + 1)]
        known = [(found + best[end][0], end) for found, end in weights if found is not None]
        best[at] = max(known) if known else (unknown() + best[at + 1][0], at + 1)
    at = 0
    while at < len(chars):
        yield chars[at : best[at][1]]
        at = best[at][1]


def first_verb(clause: str) -> tuple[str | None, str | None]:
    """The first verb of a clause and what follows it, or None for either.

    >>> first_verb("镇村两级签订责任书")
    ('签订', '责任书')
    """
    for run in HAN.finditer(clause[:WINDOW]):
        end = run.start()
        for word in cut(run[0]):
            end += len(word)
            if len(word) > 1 and (tag(word) or "").startswith("v"):
                return word, clause[end:] or None
    return None, None
