"""`meetingx clean`: the page without its noise, the page as it was read, or what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from meetingx.cli.localized import command, text
from meetingx.cli.options import input_options
from meetingx.cli.width import pad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from meetingx.inputs import Asked
    from meetingx.segment import Page
    from meetingx.source import Span


@command("clean")
@input_options
@click.argument("file", metavar="FILE", type=click.Path(allow_dash=True, readable=False))
@click.option("--raw", is_flag=True)
@click.option("--dropped", is_flag=True)
@click.option("--line", metavar="N", type=click.IntRange(min=1))
def clean(file: str, raw: bool, dropped: bool, line: int | None, asked: Asked) -> None:
    """Prints a page without its noise."""
    from meetingx.cli.page import one_page

    trace = one_page(file, line, asked)
    if raw:
        click.echo(trace.source.page, nl=False)
    elif dropped:
        for row in _dropped(trace.page):
            click.echo(row)
    else:
        for kept in _kept(trace.page):
            click.echo(kept)


def _kept(page: Page) -> Iterator[str]:
    """All of the page that is no furniture, in the order of the page."""
    parts = [part for part in (*page.headlines, *page.header, *page.paragraphs, *page.byline) if part.chars]
    for part in sorted(parts, key=lambda part: part.starts[0]):
        yield part.chars


def _dropped(page: Page) -> Iterator[str]:
    """Furniture, then edits, each with its place in the page."""
    read = page.cleaned.source.page
    if page.furniture:
        yield f"# {text('dropped.furniture')}"
        for one in sorted(page.furniture, key=lambda one: one.span):
            yield _row(one.span, one.reason, _line(one.span.of(read)))
    if page.cleaned.edits:
        yield f"# {text('dropped.edits')}"
        for edit in sorted(page.cleaned.edits, key=lambda edit: edit.span):
            yield _row(edit.span, edit.cleaner, f"{_line(edit.old)} → {_line(edit.new)}".rstrip())


def _row(span: Span, reason: str, what: str) -> str:
    return f"{pad(f'{span.start}-{span.end}', 11)} {pad(reason, 14)} {what}"


def _line(chars: str) -> str:
    return chars.replace("\n", "⏎")
