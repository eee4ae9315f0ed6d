"""Tables of data in HTML: the text of each row in one line, its cells parted by tabs and under their headings.

A cell that goes over several rows is printed once: the later ones have 〃 in its place, or nothing where its own row
holds no data. Of one that goes over several columns those behind the first are empty.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import count, islice
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from meetingx.html.blocks import BLANKS, home

ABOVE = "〃"
# fmt: off
PLAIN = frozenset((
    "p", "br", "b", "strong", "font", "span", "em", "i", "u", "a", "sup", "sub", "th", "td", "-text",
))
LAYOUT = frozenset((
    "table", "h1", "h2", "h3", "form", "input", "article", "aside", "nav", "header", "footer", "main", "section",
))
# fmt: on
"""What any cell of data may have inside, and what makes a cell a part of the page's layout in any table."""

NAMES_COLUMN = re.compile(r"(?:序号|任务|措施|内容|事项|项目|要求|单位|部门|责任人|时限|期限)(?:[（(].*)?$")

LONGEST_PLAIN = 300
LONGEST_HEADING = 80
LONGEST_CELL = 2000
LONGEST_SECTION = 60
"""Characters of a cell that tells data by itself, of a heading with its blanks, of a cell under one, of a row's only
cell."""

MOST_PARAGRAPHS = 3
MOST_LINKS = 2
MOST_COLUMNS = 40
"""Of a cell that tells data by itself, of any cell, and of a table."""


class _Over(NamedTuple):
    """A cell that goes over so many rows more, and what stands there in its place."""

    rows: int
    mark: str


def rows(table: LexborNode) -> Iterator[tuple[LexborNode, str]]:
    """The rows of a table that hold data, each with its line; none of a table that only lays out the page."""
    own = list(_own_rows(table))
    if len(own) < 2:
        return
    group = 0
    headed = False
    below: dict[int, _Over] = {}
    for row in own:
        within = row.parent.mem_id if row.parent else 0
        if within != group:  # no cell goes on from the head of a table into its body
            group, below = within, {}
        cells = list(_cells(row))
        covered = {column: over.mark for column, over in below.items()}
        below = {column: over._replace(rows=over.rows - 1) for column, over in below.items() if over.rows > 1}
        placed = list(_placed(cells, covered))
        is_data = _is_data(cells, len(cells) + len(covered), headed=headed)
        headed = headed or (is_data and _is_heading(cells))
        # Above the headings a row that is none only lays out the page.
        if is_data or headed:
            below |= _overs(placed, ABOVE if is_data else "")
        if is_data:
            line = covered | {column: "" for _, columns in placed for column in columns}
            line |= {columns[0]: _text(cell) for cell, columns in placed}
            yield row, "\t".join(line.get(column, "") for column in range(max(line) + 1))


def _overs(placed: list[tuple[LexborNode, list[int]]], mark: str) -> dict[int, _Over]:
    """The columns whose cells go over rows below."""
    over = ((columns, _number(cell, "rowspan") - 1) for cell, columns in placed)
    return {column: _Over(rows, mark) for columns, rows in over if rows for column in columns if column < MOST_COLUMNS}


def _own_rows(table: LexborNode) -> Iterator[LexborNode]:
    for part in table.iter():
        if part.tag == "tr":
            yield part
        elif part.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in part.iter() if row.tag == "tr")


def _cells(row: LexborNode) -> Iterator[LexborNode]:
    return (node for node in row.iter() if node.tag in {"td", "th"})


def _placed(cells: list[LexborNode], covered: Container[int]) -> Iterator[tuple[LexborNode, list[int]]]:
    """Each cell with the columns that it goes over; those that a cell above goes over are passed by."""
    free = (column for column in count() if column not in covered)
    for cell in cells:
        yield cell, list(islice(free, _number(cell, "colspan")))


def _number(cell: LexborNode, name: str) -> int:
    """How many columns or rows a cell goes over; a rowspan of 0 goes to the end of the table."""
    told = (cell.attributes.get(name) or "1").strip()
    number = int(told[:6]) if told.isdecimal() else 1
    if name == "colspan":
        return min(max(number, 1), MOST_COLUMNS)
    return number or 10**6


def _is_data(cells: list[LexborNode], width: int, *, headed: bool) -> bool:
    """Whether a row holds data: several short plain cells, or whatever may be under the headings of a table."""
    if not cells or sum(_number(cell, "colspan") for cell in cells) + width - len(cells) > MOST_COLUMNS:
        return False
    if width < 2:
        return headed and _number(cells[0], "colspan") > 1 and _is_plain(cells[0], LONGEST_SECTION)
    if all(_is_plain(cell, LONGEST_PLAIN) for cell in cells):
        return True
    return (headed or _is_heading(cells)) and all(_is_roomy(cell) for cell in cells)


def _is_heading(cells: list[LexborNode]) -> bool:
    """Whether a row is that of the headings: short cells, one of which names what tables of data have."""
    if len(cells) < 2 or any(len(cell.text()) > LONGEST_HEADING for cell in cells):
        return False
    return any(NAMES_COLUMN.search(_text(cell).replace(" ", "")) for cell in cells)


def _inside(cell: LexborNode) -> Iterator[LexborNode]:
    return (node for node in cell.traverse(include_text=True) if node.mem_id != cell.mem_id)


def _is_plain(cell: LexborNode, longest: int) -> bool:
    paragraphs = 0
    for node in _inside(cell):
        paragraphs += node.tag == "p"
        if node.tag not in PLAIN or paragraphs > MOST_PARAGRAPHS:
            return False
    return len(cell.text()) <= longest


def _is_roomy(cell: LexborNode) -> bool:
    """Whether a cell is no part of the page's layout: no headings inside, no list of links, of tables a small one."""
    links = tables = 0
    for node in _inside(cell):
        links += node.tag == "a"
        tables += node.tag == "table"
        is_layout = node.tag in LAYOUT and node.tag != "table"
        if is_layout or tables > 1 or links > MOST_LINKS or (node.tag == "tr" and _is_heading(list(_cells(node)))):
            return False
    return len(cell.text()) <= (LONGEST_PLAIN if tables else LONGEST_CELL)


def _text(cell: LexborNode) -> str:
    """The text of a cell in one line, a blank for what parts its lines, none for what only looks different."""
    pieces: list[str] = []
    block = cell.mem_id
    for node in _inside(cell):
        if node.tag == "br":
            pieces.append(" ")
        elif node.tag == "-text":
            here = home(node, cell)[0].mem_id
            pieces += [" "] * (here != block)
            pieces.append(node.text(deep=False) or "")
            block = here
    return BLANKS.sub(" ", "".join(pieces)).strip()
