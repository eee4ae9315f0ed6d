"""Characters that only look different: full-width letters and digits, odd blanks, look-alike dots.

NFKC would turn ， into a comma and ① into 1; this table keeps every mark that grammar reads.
"""

from __future__ import annotations

from collections.abc import Iterator

from meetingx import patterns as re
from meetingx.source import Edit, Text

FOLDS = {
    **{chr(0xFF10 + i): chr(0x30 + i) for i in range(10)},
    **{chr(0xFF21 + i): chr(0x41 + i) for i in range(26)},
    **{chr(0xFF41 + i): chr(0x61 + i) for i in range(26)},
    **dict.fromkeys("\u00a0\u3000\t\x0b\x0c\u2002\u2003\u2009\u202f\u205f", " "),
    **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad\r", ""),
    **dict.fromkeys("•‧・∙⋅･", "·"),
    "％": "%",
    "～": "~",
    "﹑": "、",
    "﹐": "，",
    "﹔": "；",
    "﹕": "：",
    "﹙": "（",
    "﹚": "）",
    "｡": "。",
    "､": "、",
    "﹒": ".",
    "㈠": "（一）",
    "㈡": "（二）",
    "㈢": "（三）",
    "㈣": "（四）",
    "㈤": "（五）",
}
ODD = re.compile("[" + "".join(map(re.escape, FOLDS)) + "]")


def edits(text: Text) -> Iterator[Edit]:
    r"""One edit per odd character.

    >>> odd = Text.read("２０２１年３月\u3000张三•李四\u200b")
    >>> odd.edit(edits(odd)).chars
    '2021年3月 张三·李四'
    """
    for match in ODD.finditer(text.chars):
        yield Edit(match.start(), match.end(), FOLDS[match[0]])
