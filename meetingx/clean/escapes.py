r"""Escapes of a text that was cut out of a script: \u003Cp\u003E and \" are <p> and "."""

from __future__ import annotations

from collections.abc import Iterator

from meetingx import patterns as re
from meetingx.source import Edit, Text

# Without an escaped tag a backslash is what the page prints.
TELLS = "\\u003c"
ESCAPE = re.compile(r"\\(?:u(?P<code>00[0-9A-Fa-f]{2})|(?P<char>[\"/n]))")


def edits(text: Text) -> Iterator[Edit]:
    r"""Escapes as the characters they stand for, where the text has escaped tags.

    >>> old = Text.read('\\u003Cp\\u003E近日，某市召开\\"防汛\\"会议。\\u003C\\u002Fp\\u003E')
    >>> print(old.edit(edits(old)).chars)
    <p>近日，某市召开"防汛"会议。</p>
    """
    if TELLS not in text.chars.lower():
        return
    for match in ESCAPE.finditer(text.chars):
        char = chr(int(match["code"], 16)) if match["code"] else match["char"]
        yield Edit(*match.span(), "\n" if char == "n" else char)
