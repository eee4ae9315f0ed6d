"""The text of a part of a page, one line for each block; a row of a table is one line, its cells parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborNode

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
))
PLAIN_CELL = frozenset((
    "p", "br", "b", "strong", "font", "span", "em", "i", "u", "a", "sup", "sub", "th", "td", "-text",
))
# fmt: on
"""What a cell of data has inside; one with more is a part of the page's layout."""

LONGEST_CELL = 300
BLANKS = re.compile(r"[ \t\r\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page: its text, the block it stands in, how many of its characters are links."""

    text: str
    block: LexborNode
    linked: int


def lines(root: LexborNode) -> list[Line]:
    """The lines of a node that have text, in order."""
    found: list[Line] = []
    pieces: list[str] = []
    block, linked = root, 0
    row: int | None = None

    def end() -> None:
        text = "".join(pieces).strip()
        if text:
            found.append(Line(text, block, linked))
        pieces.clear()

    for node in root.traverse(include_text=True):
        if node.tag in BLOCKS:
            end()
            block, linked = node, 0
            if node.tag == "tr" and _is_row(node):
                row = node.mem_id
                found.append(_row(node))
        elif node.tag == "-text":
            inside, is_link = _home(node, root)
            if row is not None and _is_within(inside, row):
                continue
            if inside.mem_id != block.mem_id:
                end()
                block, linked = inside, 0
            text = BLANKS.sub(" ", node.text(deep=False) or "")
            pieces.append(text)
            linked += len(text.strip()) if is_link else 0
    end()
    return [line for line in found if line.text.strip()]


def _home(node: LexborNode, root: LexborNode) -> tuple[LexborNode, bool]:
    """The block that a text stands in, and whether it is a link."""
    is_link = False
    above = node.parent
    while above is not None and above.mem_id != root.mem_id and above.tag not in BLOCKS:
        is_link = is_link or above.tag == "a"
        above = above.parent
    return above or root, is_link


def _is_within(node: LexborNode | None, row: int) -> bool:
    """Whether a block is part of a row: a cell of it, or a paragraph of one."""
    for _ in range(4):
        if node is None or node.mem_id == row:
            return node is not None
        node = node.parent
    return False


def _row(row: LexborNode) -> Line:
    """The cells of a row in one line."""
    return Line("\t".join(BLANKS.sub(" ", cell.text(separator=" ")).strip() for cell in _cells(row)), row, 0)


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    for node in row.iter():
        if node.tag in {"td", "th"}:
            yield node


def _is_row(row: LexborNode) -> bool:
    """Whether a row holds data: several short cells without blocks of their own, in a table of several rows."""
    cells = list(_cells(row))
    if len(cells) < 2 or row.parent is None or len([one for one in row.parent.iter() if one.tag == "tr"]) < 2:
        return False
    return all(_is_plain(cell) for cell in cells)


def _is_plain(cell: LexborNode) -> bool:
    inner = [node.tag for node in cell.traverse(include_text=True)]
    return set(inner) <= PLAIN_CELL and inner.count("p") <= 3 and len(cell.text()) <= LONGEST_CELL
