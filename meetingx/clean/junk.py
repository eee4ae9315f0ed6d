"""Junk that forums and counterfeit sites put into a text: `9 v# C4 P1 E%`, censor substitutions, empty pictures."""

from __future__ import annotations

from collections.abc import Iterator

from meetingx import patterns as re
from meetingx.source import Edit, Text

HAN = "\u3400-\u9fff"
# Four or more short tokens of ASCII letters, digits and symbols, at least one symbol: the copy guard of Discuz forums.
# At most 61, so that a text of nothing else is not read to its end from each of them.
GUARD = re.compile(
    rf"(?<=[{HAN}，。、；：\n ])(?=[^\n{HAN}]{{0,40}}[#$%^&*@!~`'\"{{}}\\+=<>_])"
    rf"[!-~]{{1,2}}(?: [!-~]{{1,3}}){{2,60}}(?= ?(?![年月日])[{HAN}“\n]| \d{{1,4}}[年月]|$)"
)
# What is left of blanks that a conversion lost, at the beginning of a paragraph: ??? 会议指出.
LOST_BLANKS = re.compile(r"(?:^|(?<=\n))[ 　]*[?？]{2,8}[ 　]+(?=[\u3400-\u9fff“（\d])")
# The bars of a table of one cell, in which a page set its whole text.
BARS = re.compile(r"(?:^|(?<=\n)) *(?P<open>\| *)(?=[^|\n]{40})[^|\n]*。[^|\n]*?(?P<close> *\|)? *(?=\n|$)")
# A stroke that hides a word from a censor: 副市\\长.
STROKE = re.compile(rf"(?<=[{HAN}])\\(?=[{HAN}])")
SUBSTITUTES = {
    "县正府": "县政府",
    "市正府": "市政府",
    "区正府": "区政府",
    "镇正府": "镇政府",
    "當卫": "党委",
    "当卫": "党委",
    "党卫书记": "党委书记",
    "县ZF": "县政府",
    "市ZF": "市政府",
    "区ZF": "区政府",
    "镇ZF": "镇政府",
    "ZF": "政府",
    "zf部门": "政府部门",
}
SUBSTITUTE = re.compile("|".join(SUBSTITUTES))


def edits(text: Text) -> Iterator[Edit]:
    """Deletions of copy guards, lost blanks and strokes inside words, and the words that a substitution stands for.

    >>> old = Text.read("县正府召开会议，9 v# C4 P1 E% 李明主持")
    >>> old.edit(edits(old)).chars
    '县政府召开会议， 李明主持'
    """
    for match in GUARD.finditer(text.chars):
        yield Edit(match.start(), match.end(), "")
    for match in LOST_BLANKS.finditer(text.chars):
        yield Edit(match.start(), match.end(), "")
    for match in BARS.finditer(text.chars):
        yield from (Edit(*match.span(bar), "") for bar in ("open", "close") if match[bar])
    for match in STROKE.finditer(text.chars):
        yield Edit(match.start(), match.end(), "")
    for match in SUBSTITUTE.finditer(text.chars):
        yield Edit(match.start(), match.end(), SUBSTITUTES[match[0]])
