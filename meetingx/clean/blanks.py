"""Blanks inside words: 2 月 5 日, 会 议, blanks beside marks; one blank between Han words is kept.

A blank between two Han characters may stand between two names, so it is folded to one, and the
grammar of names decides: 李 海 is one person, 王长新 张淑怡 are two.
"""

from __future__ import annotations

from collections.abc import Iterator

from meetingx import patterns as re
from meetingx.source import Edit, Text

HAN = "\u3400-\u9fff"
INSIDE = re.compile(
    r"(?<=\d) +(?=[年月日时点分号届次个名家项万亿元%])"
    r"|(?<=[年月第至到和日]) +(?=\d)"
    r"|(?<=[，、。；：！？“‘（《]) +"
    r"|(?<=\S) +(?=[，、。；：！？”’）》])"
)
# The word before a list in minutes, set as wide as the others: 出 席：.
LABEL = re.compile(r"(?:(?<=\n[出列缺])|(?<=^[出列缺])) +(?=席 ?[：:])|(?:(?<=\n主)|(?<=^主)) +(?=持 ?[：:])")
MANY = re.compile(r" {2,}")
SPACED_OUT = re.compile(rf"(?<![{HAN}])[{HAN}](?: +[{HAN}]){{3,}}(?![{HAN}])")


def edits(text: Text) -> Iterator[Edit]:
    """Deletions of blanks that divide nothing, and longer blanks made one.

    >>> old = Text.read("2 月 5 日 ，李  海、王芳出席")
    >>> old.edit(edits(old)).chars
    '2月5日，李 海、王芳出席'
    """
    taken: set[int] = set()
    for match in LABEL.finditer(text.chars):
        taken.update(range(*match.span()))
        yield Edit(match.start(), match.end(), "")
    for match in SPACED_OUT.finditer(text.chars):
        for blank in re.finditer(" +", match[0]):
            start, end = match.start() + blank.start(), match.start() + blank.end()
            taken.update(range(start, end))
            yield Edit(start, end, "")
    for match in INSIDE.finditer(text.chars):
        if not taken.intersection(range(match.start(), match.end())):
            taken.update(range(match.start(), match.end()))
            yield Edit(match.start(), match.end(), "")
    for match in MANY.finditer(text.chars):
        if not taken.intersection(range(match.start(), match.end())):
            yield Edit(match.start(), match.end(), " ")
