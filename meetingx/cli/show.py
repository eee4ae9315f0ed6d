"""`meetingx show`: the record as panels and tables, and the page with each value marked where it was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from meetingx.cli.localized import command, text
from meetingx.cli.options import input_options
from meetingx.cli.output import on_terminal

if TYPE_CHECKING:
    from meetingx.inputs import Asked
    from meetingx.pipeline import Trace


@command("show")
@input_options
@click.argument("file", metavar="FILE", type=click.Path(allow_dash=True, readable=False))
@click.option("--line", metavar="N", type=click.IntRange(min=1))
def show(file: str, line: int | None, asked: Asked) -> None:
    """Shows a record and its page."""
    from meetingx.cli.page import one_page

    shown(one_page(file, line, asked), file)


def shown(trace: Trace, name: str) -> None:
    """Shows the records of a page and the page, for a terminal or for a pipe."""
    if on_terminal():
        _on_terminal(trace)
    else:
        _plain(trace)
    if not trace.meetings:
        click.echo(f"meetingx: {text('no-meeting', name=name)}", err=True)


def _on_terminal(trace: Trace) -> None:
    from rich.console import Console

    from meetingx.cli.view import page, record

    console = Console(highlight=False)
    for meeting in trace.meetings:
        console.print(record(meeting, console.width))
    console.print(page(trace, console.width, coloured=console.color_system is not None and not console.no_color))


def _plain(trace: Trace) -> None:
    """For a pipe: one value to a line, the page with its marks."""
    from meetingx.cli.sections import marked, marks, sections

    for meeting in trace.meetings:
        for section in sections(meeting):
            click.echo(f"# {section.title}")
            for row in section.rows:
                click.echo("\t".join(cell.replace("\n", " ") for cell in row))
            click.echo()
    click.echo(f"# {text('label.page')}")
    click.echo(marked(trace.source.page, marks(trace.meetings)))
