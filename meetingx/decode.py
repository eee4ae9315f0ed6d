"""Bytes → text: the encoding a page says it has, the one it really has, and how much of it was lost."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from meetingx.source import MeetingxError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
BINARY = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\xd0\xcf\x11\xe0": "an Office document",
    b"\x1f\x8b": "a gzip archive",
}
SUPERSETS = {
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
"""Pages that say they are in the one are often in the other, which has all its characters."""

PLAUSIBLE = 0.8
"""The share of everyday characters above which Chinese text is taken for what it seems; wrong decodings have half."""

MOST_LOST = 0.05
"""The share of characters that a page may lose and still be read."""

TOO_MANY_LOST = 0.5
"""The share of characters beyond ASCII above which it was no encoding of the page that was forced on it."""

MARKS = re.compile("[\x00-\x7f\u00a0-\u00bf\u2000-\u206f\u2460-\u24ff\u3000-\u303f\uff00-\uffef\ufffd]+")


class Decoded(NamedTuple):
    """A text, the encoding it was read in (None if it came as text), and how many characters were lost by that."""

    text: str
    encoding: str | None
    lost: int = 0


def decode(data: bytes, name: str = "input", *, charset: str | None = None, forced: str | None = None) -> Decoded:
    """The text of `data` in `forced`, or in the encoding that it has.

    Byte order mark, strict UTF-8, then what the server (`charset`) or the page declares, GB18030 and Big5:
    the first that gives everyday Chinese without a loss, else the one that loses least. A guess alone takes
    short GB2312 texts for Big5, and much Big5 is valid GB18030, so that what comes out decides.

    Raises MeetingxError, naming `name`, for what is no text.

    >>> decode("县政府召开会议".encode("gbk"))
    Decoded(text='县政府召开会议', encoding='gb18030', lost=0)
    >>> decode("縣政府召開防汛工作會議".encode("big5")).encoding
    'big5hkscs'
    >>> decode("县政府召开防汛工作会议，县长李明主持会议。".encode()[:-1]).lost
    1
    """
    if forced is not None:
        return whole_enough(_forced(data, forced), name)
    for magic, what in BINARY.items():
        if data.startswith(magic):
            raise MeetingxError(f"{name}: is {what}, no text: extract its text first")
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return replaced(data, encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    found = None if b"\x00" in data[:1000] else _best(data, [*_declared(data, charset), "gb18030", "big5hkscs"])
    found = found or _guessed(data)
    if found is None:
        raise MeetingxError(f"{name}: cannot be decoded as text: convert it to UTF-8, or give its encoding")
    return found


def _forced(data: bytes, encoding: str) -> Decoded:
    for bom, known in BOMS:
        if data.startswith(bom) and codecs.lookup(encoding).name in {known, "utf-8"}:
            return replaced(data, known)
    return replaced(data, encoding)


def is_mostly_lost(decoded: Decoded) -> bool:
    """Whether most of what is not ASCII was lost."""
    return decoded.lost > 0 and decoded.lost > TOO_MANY_LOST * sum(not char.isascii() for char in decoded.text)


def whole_enough(decoded: Decoded, name: str) -> Decoded:
    """What was decoded; MeetingxError where most of its characters were lost."""
    if not is_mostly_lost(decoded):
        return decoded
    why = f"is not in {decoded.encoding}, {decoded.lost} of its characters were lost"
    raise MeetingxError(f"{name}: {why}: leave out --encoding, or give another one")


def replaced(data: bytes, encoding: str) -> Decoded:
    """What cannot be read becomes U+FFFD and is counted; characters of that kind that the page has are not."""
    text = data.decode(encoding, "replace")
    try:
        had = data.count("\ufffd".encode(encoding.removesuffix("-sig")))
    except UnicodeEncodeError:
        had = 0
    return Decoded(text, encoding.removesuffix("-sig"), max(0, text.count("\ufffd") - had))


def _declared(data: bytes, charset: str | None) -> Iterator[str]:
    """The encodings that the server and the page say, as Python calls them."""
    told = DECLARED.search(data[:4096])
    for one in (charset, told[1].decode() if told else None):
        if one is not None:
            encoding = SUPERSETS.get(one.lower(), one.lower())
            try:
                if codecs.lookup(encoding).name not in {"utf-8", "iso8859-1", "ascii"}:
                    yield encoding
            except LookupError:
                continue


def _best(data: bytes, encodings: Iterable[str]) -> Decoded | None:
    """The first decoding without a loss that gives everyday Chinese, else the one that loses least."""
    lossy: list[Decoded] = []
    for encoding in dict.fromkeys((*encodings, "utf-8")):
        found = replaced(data, encoding)
        if everyday(found.text) < PLAUSIBLE:
            continue
        if not found.lost:
            return found
        lossy.append(found)
    best = min(lossy, key=lambda one: one.lost, default=None)
    return best if best and best.lost <= max(1, MOST_LOST * len(best.text)) else None


def _guessed(data: bytes) -> Decoded | None:
    """What charset-normalizer makes of the rest, if there is any Chinese in it."""
    from charset_normalizer import from_bytes

    guess = None if b"\x00" in data[:1000] else from_bytes(data).best()
    if guess is None or not re.search(r"[\u4e00-\u9fff]", str(guess)):
        return None
    return Decoded(str(guess), guess.encoding)


def everyday(text: str) -> float:
    """The share of everyday characters among those of a text that are no marks; 0 where it has none.

    >>> everyday("县政府召开会议。")
    1.0
    >>> everyday("縣政府召開防汛工作會議".encode("big5").decode("gb18030", "replace")) < 0.6
    True
    """
    letters = MARKS.sub("", text[:20000])
    known = _everyday()
    return sum(char in known for char in letters) / len(letters) if letters else 0.0


@cache
def _everyday() -> frozenset[str]:
    """The everyday characters of both scripts: level 1 of GB 2312 and of Big5."""
    simplified = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    cells = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = (bytes((row, cell)) for row in range(0xA4, 0xC7) for cell in cells)
    return frozenset(
        [
            *(one.decode("gb2312", "ignore") for one in simplified),
            *(one.decode("big5", "ignore") for one in traditional),
        ]
    )
