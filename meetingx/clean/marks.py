"""Marks: ASCII ones between Han made Chinese, doubled ones folded to the strongest."""

from __future__ import annotations

from collections.abc import Iterator

from meetingx import patterns as re
from meetingx.source import Edit, Text

WIDE = str.maketrans(",;:!?()", "，；：！？（）")
HAN = "\u3400-\u9fff\U00020000-\U0003134f"
# Not in numbers (1,000), times (19:30), addresses, or file names.
NARROW = re.compile(
    rf"(?<=[{HAN}》”’）」\]\d%A-Za-z，。、；：,;:)]) ?[,;:!?] ?(?=[{HAN}《“‘（「(“\"'，。、；：,;:\n]|$)|"
    rf"(?<=[{HAN}》”’）」，。、；：,]) ?[,;:!?]"
)
PAREN = re.compile(rf"\((?=[^()\n]*[{HAN}][^()\n]*\))|(?<=[{HAN}])\((?=[^()\n]*\))")
RUN = re.compile(r"[，、。；：！？]\s?(?:[，、。；：！？](?![：:])\s?)*[，、。；：！？]")
STRENGTH = {mark: i for i, mark in enumerate("，、：；！？。")}


def wide_edits(text: Text) -> Iterator[Edit]:
    """ASCII marks beside Han as Chinese ones; numbers, times and addresses keep theirs.

    >>> old = Text.read("8月8日,市政府(办公室)开会:投资1,000万元,19:30结束;散会")
    >>> old.edit(wide_edits(old)).chars
    '8月8日，市政府（办公室）开会：投资1,000万元，19:30结束；散会'
    """
    for match in NARROW.finditer(text.chars):
        mark = match[0].strip()
        yield Edit(match.start(), match.end(), mark.translate(WIDE))
    for match in PAREN.finditer(text.chars):
        close = text.chars.index(")", match.end())
        yield Edit(match.start(), match.end(), "（")
        yield Edit(close, close + 1, "）")


def doubled_edits(text: Text) -> Iterator[Edit]:
    """Runs of marks folded to the strongest one.

    >>> old = Text.read("出席会议，，副书记、，镇长参加，。")
    >>> old.edit(doubled_edits(old)).chars
    '出席会议，副书记、镇长参加。'
    """
    for match in RUN.finditer(text.chars):
        run = match[0].replace(" ", "")
        if "\n" in run or len(run) < 2 or (len(set(run)) == 1 and run[0] in "！？。"):
            continue
        yield Edit(match.start(), match.end(), max(run, key=STRENGTH.__getitem__))
