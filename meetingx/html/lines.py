"""The text of a part of a page, one line for each block; a row of a table is one line, its cells parted by tabs."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborNode

from meetingx.html.blocks import BLANKS, BLOCKS, home
from meetingx.html.grid import rows


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
    data: dict[int, Line] = {}
    told: set[int] = set()

    def end() -> None:
        text = "".join(pieces).strip()
        if text:
            found.append(Line(text, block, linked))
        pieces.clear()

    for node in root.traverse(include_text=True):
        if node.mem_id in told:
            continue
        if node.tag in BLOCKS:
            end()
            block, linked = node, 0
            if node.tag == "table":
                data |= {row.mem_id: _line(row, text, node) for row, text in rows(node)}
            elif node.mem_id in data:
                found.append(data[node.mem_id])
                told |= {inner.mem_id for inner in node.traverse(include_text=True)}
        elif node.tag == "-text":
            inside, is_link = home(node, root)
            if inside.mem_id != block.mem_id:
                end()
                block, linked = inside, 0
            text = BLANKS.sub(" ", node.text(deep=False) or "")
            pieces.append(text)
            linked += len(text.strip()) if is_link else 0
    end()
    return [line for line in found if line.text.strip()]


def _line(row: LexborNode, text: str, table: LexborNode) -> Line:
    """The line of a row of data; the block that it stands in is the table."""
    return Line(text, table, sum(len(link.text().strip()) for link in row.css("a")))
