"""Machine-made traditional script, folded to simplified paragraph by paragraph.

On simplified text OpenCC turns 乾安县 into 干安县 and 李天乾 into 李天干, so a line is folded only
where its script is traditional; t2s keeps the length, so every character keeps its origin.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from meetingx import patterns as re
from meetingx.lexicon import DATA
from meetingx.source import Edit, Text

if TYPE_CHECKING:
    import opencc

# Characters that stand in simplified text too, so that they prove nothing.
AMBIGUOUS = frozenset("乾著藉夥餘後徵鍾麽瞭摺鬨昇甦託祇崑崙佈迴菸慾閒摀覆噁薑榖僱剷傢")
# A line of a page proven traditional is folded when it has any such character, any other line when
# this share of its characters would change.
SHARE = 0.08
# 著力 and 著重 stay as they are in t2s, and mean 着力, 着重.
LATER = {"著力": "着力", "著重": "着重", "著眼": "着眼", "著手": "着手", "沿著": "沿着", "隨著": "随着", "随著": "随着"}

# Those beyond the first plane as a range: a class of single ones of them is tried one by one.
LISTED = "".join((DATA / "traditional.txt").read_text(encoding="utf-8").split())
MAY_CHANGE = re.compile(f"[{''.join(c for c in LISTED if c < chr(0x10000))}著\U00020000-\U0003ffff]")


def fold(chars: str) -> str:
    """`chars` in simplified script, the same length.

    >>> fold("召開會議"), fold("召开会议")
    ('召开会议', '召开会议')
    """
    if not MAY_CHANGE.search(chars):
        return chars
    folded = _convert(chars)
    return folded if len(folded) == len(chars) else _meant("".join(_one(char) for char in chars))


def _convert(chars: str) -> str:
    return _meant(str(_converter().convert(chars)))


def _meant(folded: str) -> str:
    """Folded characters with the words in their place that t2s leaves as they are."""
    for old, new in LATER.items():
        folded = folded.replace(old, new)
    return folded


@lru_cache(maxsize=4096)
def _one(char: str) -> str:
    folded = str(_converter().convert(char))
    return folded if len(folded) == 1 else char


@cache
def _converter() -> opencc.OpenCC:
    import opencc  # noqa: PLC0415  loads only for a page in traditional script

    return opencc.OpenCC("t2s")


def edits(text: Text) -> Iterator[Edit]:
    r"""One edit per folded run, on traditional lines alone.

    >>> old = Text.read("縣委召開大氣污染防治會議\n李天乾主持会议，乾安县各乡镇参加")
    >>> print(old.edit(edits(old)).chars)
    县委召开大气污染防治会议
    李天乾主持会议，乾安县各乡镇参加
    """
    if not MAY_CHANGE.search(text.chars):
        return
    folded_lines = _lines(text.chars)
    changed = [_changes(line, folded) for line, folded in folded_lines]
    total = sum(map(sum, changed))
    traditional_page = total >= 10 and total > SHARE * len(text.chars) / 2
    at = 0
    for (line, folded), flags in zip(folded_lines, changed, strict=True):
        count = sum(flags)
        if count and (traditional_page or (count >= 2 and count >= SHARE * len(line))):
            yield from _runs(line, folded, at)
        at += len(line) + 1


def _lines(chars: str) -> list[tuple[str, str]]:
    """The lines of a text, each as it was and folded; the converter is asked once where no line changes its length."""
    lines = chars.split("\n")
    folded = _convert(chars).split("\n")
    if list(map(len, lines)) != list(map(len, folded)):
        folded = [fold(line) for line in lines]
    return list(zip(lines, folded, strict=True))


def _changes(line: str, folded: str) -> list[bool]:
    """For each character that folding changes, whether it proves traditional script."""
    if line == folded:
        return []
    return [old not in AMBIGUOUS for old, new in zip(line, folded, strict=True) if old != new]


def _runs(line: str, folded: str, at: int) -> Iterator[Edit]:
    start = None
    for i, (old, new) in enumerate(zip(line, folded, strict=True)):
        if old != new and start is None:
            start = i
        elif old == new and start is not None:
            yield Edit(at + start, at + i, folded[start:i])
            start = None
    if start is not None:
        yield Edit(at + start, at + len(line), folded[start:])
