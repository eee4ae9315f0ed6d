"""Pinyin in brackets behind the character it spells: 調(diào)度會, 水(shui)(shui)利(li), 會(huì )議."""

from __future__ import annotations

from collections.abc import Iterator

from meetingx import patterns as re
from meetingx.source import Edit, Text

HAN = "\u3400-\u9fff\U00020000-\U0003134f"
# A syllable as sites print it, with or without its tone mark; never capitals or digits: (PM2.5) stays.
SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"[aāáǎàeēéěèiīíǐìoōóǒòuūúǔùüǖǘǚǜvɑ]{1,3}(?:ng|n|r|ń|ň|ǹ)?|[ḿńňǹ]g?|(?:h|)ng"
)
BRACKETED = re.compile(rf"(?<=[{HAN}，。、；：,;:!?？！”“\")）])\s?[（(]\s*(?:{SYLLABLE})\s*(?:[)）]|(?=\n|$))")
# A page whose extraction was cut ends in an open bracket: 水(shui)(shui)(
CUT = re.compile(rf"(?<=[{HAN})])[（(]\s*[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{{0,6}}\s*$")


def edits(text: Text) -> Iterator[Edit]:
    """One deletion per bracketed syllable; brackets with Han, capitals or digits stay.

    >>> noisy = Text.read("水(shuǐ)利(li )(湖)會(huì)議(PM2.5)調(diào")
    >>> noisy.edit(edits(noisy)).chars
    '水利(湖)會議(PM2.5)調'
    """
    at = 0
    for match in BRACKETED.finditer(text.chars):
        yield Edit(match.start(), match.end(), "")
        at = match.end()
    cut = CUT.search(text.chars, at)
    if cut:
        yield Edit(cut.start(), cut.end(), "")
