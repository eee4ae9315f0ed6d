"""PDF: the text of its pages, one below the other, lines put together to paragraphs.

PDFium, of Chrome, knows the encodings of Chinese fonts, also of those that are not embedded, and reads ⽉, the radical
that many fonts tell for 月, as 月: pypdf 7.1 and pdfminer.six 20260107 leave the radical, with which no date
is found, and took ten times as long.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any, NamedTuple

from meetingx.extras import load
from meetingx.inputs.kinds import Pages
from meetingx.inputs.one_page import given
from meetingx.inputs.stream import LARGEST, Asked, Stream

NUMBER = re.compile(r"\s*[-—–－·]*\s*(?:第\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?\s*页?\s*[-—–－·]*\s*")
"""A line that is the number of its page."""

UNTOLD = re.compile("[\x00-\x1f\ufffd\ue000-\uf8ff]")
"""What stands for a character that a font does not tell."""

MOST_UNTOLD = 0.1
"""The share of untold characters above which a text is none."""

LINE = re.compile(r"[^\s](?:[^\r\n]*[^\s])?")

WORDS = re.compile("[A-Za-z]{2}")
"""Letters at the end and the beginning of lines, between which the break stands for a blank."""

GRID = 10
"""Points (1/72 inch) within which the edges of lines count as one."""

FEWEST = 2
"""Lines that end at one place before it is taken for the edge of the text."""

OCR = "make it searchable first (ocrmypdf -l chi_sim)"


class Line(NamedTuple):
    """A line of a page, where it begins and ends, and the size of its characters, in points."""

    text: str
    left: float
    right: float
    size: float


def items(stream: Stream, asked: Asked) -> Pages:
    """The text of a document as one page; a Failure for a scan, for one with a password, for a damaged one."""
    pdfium = load("pypdfium2", extra="pdf", name=stream.name)
    data = stream.whole()
    if data is None:
        yield stream.failure(f"is larger than {LARGEST // 2**20} MB, no page: take it apart")
        return
    try:
        with closing(pdfium.PdfDocument(data)) as document:
            text = "\n".join(_paragraphs(list(_lines(document, pdfium.raw.FPDFText_GetCharIndexFromTextIndex))))
            count = len(document)
    except pdfium.PdfiumError as error:
        needs = "password" in str(error).lower() or "security" in str(error).lower()
        why = "is protected with a password: save it without one" if needs else f"is damaged ({error}): get it anew"
        yield stream.failure(why)
        return
    letters = "".join(text.split())
    if not letters:
        yield stream.failure(f"has no text on its {count} pages, they are pictures: {OCR}")
    elif len(UNTOLD.findall(letters)) > MOST_UNTOLD * len(letters):
        yield stream.failure(f"has fonts that do not tell their characters: {OCR}")
    else:
        yield given({"text": text, "name": stream.name}, stream, asked)


def _lines(document: Any, of_text: Callable[[Any, int], int]) -> Iterator[Line]:
    """The lines of all pages, but for the numbers of pages: text goes on behind those."""
    for page in document:
        shown = page.get_textpage()
        lines = list(_shown(shown, of_text))
        shown.close()
        page.close()
        first, last = 0, len(lines)
        if lines and NUMBER.fullmatch(lines[0].text):
            first = 1
        if last > first and NUMBER.fullmatch(lines[last - 1].text):
            last -= 1
        yield from lines[first:last]


def _shown(shown: Any, of_text: Callable[[Any, int], int]) -> Iterator[Line]:
    """The lines of a page with their edges; `of_text` gives the box that belongs to a place in the text."""
    text = shown.get_text_range()
    for match in LINE.finditer(text):
        first, last = (of_text(shown, at) for at in (match.start(), match.end() - 1))
        left, low, *_ = shown.get_charbox(max(first, 0), loose=True)
        _, _, right, high = shown.get_charbox(max(last, 0), loose=True)
        yield Line(match[0].replace("\ufffe", "-"), left, right, high - low)  # a hyphen at the end of a line


def _paragraphs(lines: list[Line]) -> Iterator[str]:
    """The lines put together: one that reaches the right edge goes on in the next one, unless that is indented."""
    left, right = _edges(lines)
    made: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line.left < left + line.size:
            apart = WORDS.fullmatch(made[-1][-1] + line.text[0])  # no blank within 20|24年
            made += (" ", line.text) if apart else (line.text,)
        else:
            yield from filter(None, ("".join(made),))
            made = [line.text]
        goes_on = abs(line.right - right) < 2 * line.size
    yield "".join(made)


def _edges(lines: list[Line]) -> tuple[float, float]:
    """Where most of the text begins and ends; no line reaches the right edge where only one line ends there.

    Long lines count for more, so that neither a heading nor a list of links moves an edge.

    >>> _edges([Line("县城概况", 70, 118, 12), Line("会" * 36, 94, 526, 12), Line("议" * 38, 70, 526, 12)])
    (70, 530)
    """
    begin, end, ended = Counter[int](), Counter[int](), Counter[int]()
    for line in lines:
        at_left, at_right, width = round(line.left / GRID), round(line.right / GRID), int(line.right - line.left)
        begin[at_left] += width
        end[at_right] += width
        ended[at_right] += 1
    left, right = (max(edge, key=lambda at: edge[at], default=0) for edge in (begin, end))
    return left * GRID, right * GRID if ended[right] >= FEWEST else math.inf
