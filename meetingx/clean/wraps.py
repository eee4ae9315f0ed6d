"""Lines broken at a fixed width, in the middle of a sentence or a word: put together again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from meetingx import patterns as re
from meetingx.source import Edit, Text

LINE = re.compile(r"[^\n]+")
ENDS = tuple("。！？；：”…）)】]>|")
# A line of running text has the mark of a sentence inside it, or begins with one that belongs to the line before.
RUNNING = re.compile(r"^[，、。；：,;]|[。；；][^\n]*[\u3400-\u9fff，,]$")
# No line begins with a mark that ends a clause: 7月11日\n，某县召开.
BEFORE_MARK = re.compile(r"(?<=[\u3400-\u9fff\d”）])\n(?:(?=[，、；。])|(?P<half>[,;])(?=[\u3400-\u9fff]))")
FULL = {",": "，", ";": "；"}
# The cells of a table's row, whose tabs are blanks by now.
CELLS = re.compile(r"[^\n ]+(?: [^\n ]+){2,}")
SHORTEST, LONGEST = 24, 90
"""Characters of a line that may have been broken at a fixed width."""

MOST_APART = 14
"""By how much the lines of one width differ, a break being put before a word or a number."""

FEWEST = 3
"""Lines in a row that are broken in mid-sentence before that is taken for a width."""


def edits(text: Text) -> Iterator[Edit]:
    r"""Deletions of breaks before a mark, and in runs of at least three lines of one width, two of them running text.

    >>> line = "会议指出当前形势依然严峻。各级各部门要压实责任抓紧整改各项问题切实做好各项工"
    >>> old = Text.read(f"{line}\n{line}\n{line}\n作。")
    >>> "\n" in old.edit(edits(old)).chars
    False
    """
    for match in BEFORE_MARK.finditer(text.chars):
        yield Edit(*match.span(), FULL.get(match["half"], ""))
    lines = [match.span() for match in LINE.finditer(text.chars)]
    broken = [(end, _broken(text.chars[start:end])) for start, end in lines]
    at = 0
    for is_broken, group in groupby(broken, key=lambda one: one[1]):
        count = len(list(group))
        run = lines[at : at + count]
        if is_broken and _of_one_width(text.chars, run):
            for _, end in run:
                after = text.chars[end + 1 : end + 2]
                if text.chars[end : end + 1] == "\n" and after != "\n" and BEFORE_MARK.match(text.chars, end) is None:
                    yield Edit(end, end + 1, "")
        at += count


def _broken(chars: str) -> bool:
    """Whether a line is as long as one that was broken, and does not end where a sentence may."""
    return SHORTEST <= len(chars) <= LONGEST and not chars.endswith(ENDS)


def _of_one_width(chars: str, run: list[tuple[int, int]]) -> bool:
    """Whether these lines are the beginnings of running text broken at one width."""
    lengths = [end - start for start, end in run]
    running = sum(RUNNING.search(chars[start:end]) is not None for start, end in run)
    if all(CELLS.fullmatch(chars, start, end) for start, end in run):
        return False
    return len(run) >= FEWEST and max(lengths) - min(lengths) <= MOST_APART and running >= FEWEST - 1
