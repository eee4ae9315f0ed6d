"""What is left of HTML in a text: entities and tags, whole or with a byte lost: 部署？ldquo；十二五？rdquo；、br />."""

from __future__ import annotations

from collections.abc import Iterator

from meetingx import patterns as re
from meetingx.source import Edit, Text

ENTITIES = {
    "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "quot": "”", "middot": "·", "mdash": "—",
    "hellip": "…", "nbsp": " ", "ensp": " ", "emsp": " ", "amp": "", "lt": "", "gt": "",
}  # fmt: skip
# Letters that a converter took for halves of Han characters: &濒诲辩耻辞; is &ldquo;.
GARBLED = dict(zip("补产肠诲别蹿驳丑颈箩办濒尘苍辞辫辩谤蝉迟耻惫飞虫测锄", "abcdefghijklmnopqrstuvwxyz", strict=True))
GARBLED_ENTITY = re.compile(rf"[&＆](?P<name>[{''.join(GARBLED)}]{{2,7}})[;；]")
ENTITY = re.compile(rf"[&＆?？]?(?P<name>{'|'.join(ENTITIES)})[;；]")
# The mark before a line break lost its second byte and took the bracket of the tag with it: 。<br /> is 、br />.
BROKEN_BREAK = re.compile(r"[、。，；](?:br|BR) ?/?[>＞]")
BREAK = re.compile(r"<(?:br ?/?|/?p|/?div|/?tr|/?li)(?: [^<>\n]{0,120})?>", re.IGNORECASE)
TAG = re.compile(r"</?(?:span|font|strong|b|em|i|u|a|td|table|tbody|img|o:p)(?: [^<>\n]{0,400})?/?>", re.IGNORECASE)


def edits(text: Text) -> Iterator[Edit]:
    r"""Entities as their characters, breaks as line breaks, other tags as nothing.

    >>> old = Text.read("部署？ldquo；十二五？rdquo；防治工作、br />县长<b>张涛</b>出席会议")
    >>> old.edit(edits(old)).chars
    '部署“十二五”防治工作。\n县长张涛出席会议'
    """
    for match in ENTITY.finditer(text.chars):
        yield Edit(*match.span(), ENTITIES[match["name"]])
    for match in GARBLED_ENTITY.finditer(text.chars):
        name = "".join(GARBLED[char] for char in match["name"])
        if name in ENTITIES:
            yield Edit(*match.span(), ENTITIES[name])
    for match in BROKEN_BREAK.finditer(text.chars):
        yield Edit(*match.span(), "。\n")
    for match in BREAK.finditer(text.chars):
        yield Edit(*match.span(), "\n")
    for match in TAG.finditer(text.chars):
        yield Edit(*match.span(), "")
