"""Records and pages drawn for a terminal with rich; only `show` on a terminal loads this."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from meetingx.cli.localized import text
from meetingx.cli.sections import Section, marked, marks, sections
from meetingx.cli.width import wrap

if TYPE_CHECKING:
    from meetingx.pipeline import Trace
    from meetingx.records import Meeting

NARROW = 76
"""Columns below which a table of three or more columns becomes a list."""

MOST = 26
"""Columns of a table's column that is not its widest."""

STYLES = {
    "directives": "italic",
    "tasks": "underline",
    "name": "bold magenta",
    "organizer": "magenta",
    "mode": "magenta",
    "date": "black on cyan",
    "place": "black on green",
    "attendees": "bold blue",
    "chair": "black on yellow",
}
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def record(meeting: Meeting, columns: int) -> RenderableType:
    """The record in one panel for the facts and a table for each list."""
    facts, *tables = sections(meeting)
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold", no_wrap=True)
    grid.add_column(overflow="fold")
    for label, value in facts.rows:
        grid.add_row(label, _safe(value))
    panel = Panel(grid, title=Text(facts.title, "bold"), title_align="left", border_style="blue")
    return Group(panel, *(_table(one) if columns >= NARROW else _list(one, columns) for one in tables))


def _table(section: Section) -> Table:
    """The widest column takes what the others leave."""
    table = Table(title=Text(section.title, "bold"), title_justify="left", box=box.SIMPLE_HEAD, expand=True)
    widest = max(range(len(section.heads)), key=lambda i: sum(len(row[i]) for row in section.rows))
    shown = [i for i in range(len(section.heads)) if any(row[i] for row in section.rows)]
    for i in shown:
        most = None if i == widest else MOST
        table.add_column(section.heads[i], overflow="fold", ratio=1 if i == widest else None, max_width=most)
    for row in section.rows:
        table.add_row(*(_safe(row[i]) for i in shown))
    return table


def _list(section: Section, columns: int) -> RenderableType:
    """The rows of a table one below the other, for a narrow window."""
    lines = [Text(f"\n{section.title}", "bold")]
    for row in section.rows:
        for i, line in enumerate(wrap(CONTROL.sub("�", "  ".join(filter(None, row))), columns - 2)):
            lines.append(Text(f"{'• ' if i == 0 else '  '}{line}"))
    return Group(*lines)


def page(trace: Trace, columns: int, *, coloured: bool) -> RenderableType:
    """The page as it was read, values in the colour of their field; without colour, in brackets."""
    found = marks(trace.meetings)
    if not coloured:
        plain = CONTROL.sub("�", marked(trace.source.page, found))
        shown = Text("\n".join(line for row in plain.split("\n") for line in wrap(row, columns - 2)))
        return Panel(shown, title=text("label.page"), title_align="left", box=box.HORIZONTALS)
    shown = _safe(trace.source.page)
    for field, style in STYLES.items():
        for one in found:
            if one.field == field:
                shown.stylize(style, one.start, one.end)
    present = [field for field in STYLES if any(one.field == field for one in found)]
    legend = Text("  ").join(Text(text(f"label.{field}"), STYLES[field]) for field in present)
    return Panel(Group(legend, Text(""), shown), title=text("label.page"), title_align="left", box=box.HORIZONTALS)


def _safe(chars: str) -> Text:
    """Text in which no control character reaches the terminal; offsets stay."""
    return Text(CONTROL.sub("�", chars), overflow="fold")
