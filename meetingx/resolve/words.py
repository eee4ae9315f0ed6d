"""Segmentation of a short window with a small dictionary, for what grammar leaves open.

jieba cuts the same words (a test holds the two together); it loads a dictionary of 349,000 words for the tags of
ours, which takes a second, and of all that it does the window needs the likeliest path alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from math import log

from meetingx import patterns as re
from meetingx.kept import kept
from meetingx.lexicon import DATA

WINDOW = 24
HAN = re.compile("[\u4e00-\u9fd5]+")


@kept
def dictionary(name: str) -> dict[str, tuple[int, str]]:
    """The words of a dictionary in jieba's format with how often each occurs and its tag.

    >>> dictionary("words")["签订"]
    (3272, 'v')
    """
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return {word: (int(count), tag) for word, count, tag in (line.split(" ") for line in lines)}


@cache
def _total() -> float:
    return log(sum(count for count, _ in dictionary("words").values()))


def cut(chars: str) -> Iterator[str]:
    """The words of a run of Han characters along the likeliest path; what no word begins at stands alone.

    >>> list(cut("镇村两级签订责任书"))
    ['镇', '村', '两', '级', '签订', '责任', '书']
    """
    known = dictionary("words")
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(chars) + 1)
    for at in range(len(chars) - 1, -1, -1):
        ends = [end for end in range(at + 1, min(at + 4, len(chars)) + 1) if chars[at:end] in known] or [at + 1]
        best[at] = max(
            (log(known[chars[at:end]][0] if chars[at:end] in known else 1) - _total() + best[end][0], end)
            for end in ends
        )
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
            if len(word) > 1 and dictionary("words").get(word, (0, ""))[1].startswith("v"):
                return word, clause[end:] or None
    return None, None
