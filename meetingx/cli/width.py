"""Text on a terminal, where a Han character takes two columns."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import combining, east_asian_width

from meetingx import patterns as re

PIECE = re.compile(r"[\u1100-\u9fff\uf900-\ufaff\uff00-\uffee]|[^\s\u1100-\u9fff\uf900-\ufaff\uff00-\uffee]+|\s+")
NOT_FIRST = "，。；：、！？）》」』”’,.;:!?)"


def width(chars: str) -> int:
    """The columns that `chars` takes.

    >>> width("县长 Li")
    7
    """
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in chars)


def pad(chars: str, columns: int) -> str:
    """`chars` with blanks up to `columns`.

    >>> pad("县长", 6) + "|"
    '县长  |'
    """
    return chars + " " * max(0, columns - width(chars))


def wrap(chars: str, columns: int) -> list[str]:
    """`chars` in lines of at most `columns`: broken at blanks and between Han characters, not before a mark.

    >>> wrap("会议由县长主持。 read it", 10)
    ['会议由县长', '主持。', 'read it']
    >>> wrap("他主持会议。", 10)
    ['他主持会', '议。']
    """
    lines, line = [], ""
    for piece in _pieces(chars, columns):
        if line and width(line) + width(piece.rstrip()) > columns:
            carried = line[-1] if piece[0] in NOT_FIRST and len(line) > 1 else ""
            lines.append(line[: len(line) - len(carried)].rstrip())
            line = carried + piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(chars: str, columns: int) -> Iterator[str]:
    """What a line may be broken between; what is wider than a line is cut."""
    for match in PIECE.finditer(chars):
        for at in range(0, len(match[0]), max(1, columns)):
            yield match[0][at : at + max(1, columns)]
