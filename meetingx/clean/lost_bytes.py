"""One byte lost in GBK: 提升?h委書記 is 提升。縣委書記.

When a byte of a two-byte text is lost, the bytes pair up wrongly until an ASCII byte stops it: 。縣 is
A1A3 BF68; without A1 it reads A3BF 68, ？h. The passage between the `?` and that ASCII letter is turned
back into bytes, and the lost byte is the one that makes the whole read as words of the genre.
"""

from __future__ import annotations

from collections.abc import Iterator

from meetingx import patterns as re
from meetingx.clean.traditional import fold
from meetingx.lexicon import words
from meetingx.source import Edit, Text

HAN = "\u3400-\u9fff"
BROKEN = re.compile(rf"(?<=[{HAN}”）),，])[?？]{{1,2}}([{HAN}，。；：！、;:,!]{{0,4}})([@-Z\[\]^-z{{}}|~])(?=[{HAN}])")
FULLWIDTH = str.maketrans(",;:!?", "，；：！？")
# Sentence ends first: the mark is what is lost most often, because its first byte A1 is shared by all marks.
FIRST = "。，；：、”"


def edits(text: Text) -> Iterator[Edit]:
    """One repair per broken passage whose bytes can be told.

    >>> old = Text.read("空氣質量持續改善提升?h委書記張濤出席；加強對?;瘜W品監管")
    >>> old.edit(edits(old)).chars
    '空氣質量持續改善提升。縣委書記張濤出席；加強對危化學品監管'
    """
    for match in BROKEN.finditer(text.chars):
        repaired = _repair(match[1], match[2], text.chars[match.end() : match.end() + 3].partition("\n")[0])
        if repaired is not None:
            yield Edit(match.start(), match.end(), repaired)


def _repair(middle: str, last: str, after: str) -> str | None:
    """What the passage `?` + middle + last was before a byte was lost, or None."""
    readings: list[str] = []
    for tail in (f"？{middle}{last}", f"{middle}{last}"):
        try:
            data = tail.translate(FULLWIDTH).encode("gb18030")
        except UnicodeEncodeError:
            continue
        if len(data) % 2:
            readings += _readings(data)
    # folded at once: each call of the converter costs as much as some hundred characters
    plain = fold("\n".join(reading + after for reading in readings)).split("\n")
    ranked = sorted(zip(map(_rank, plain), readings, strict=True)) if readings else []
    return ranked[0][1] if ranked and ranked[0][0] < len(FIRST) + 2 else None


def _readings(data: bytes) -> Iterator[str]:
    """Every text that loses its first byte to `data`."""
    for lost in range(0x81, 0xFF):
        try:
            reading = (bytes([lost]) + data).decode("gb18030")
        except UnicodeDecodeError:
            continue
        if all(char in FIRST or "\u4e00" <= char <= "\u9fff" for char in reading):
            yield reading


def _rank(plain: str) -> int:
    """How well a simplified reading fits, least best: a mark before a word that opens a clause, then a known word."""
    if plain[0] in FIRST and plain.startswith(tuple(words("openers")), 1):
        return FIRST.index(plain[0])
    if plain.startswith(tuple(words("byte_words"))):
        return len(FIRST)
    return len(FIRST) + 2
