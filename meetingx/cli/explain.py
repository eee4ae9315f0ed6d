"""`meetingx explain`: which rule took which words, what was inferred, what no rule read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from meetingx.cli.localized import command, text
from meetingx.cli.options import input_options
from meetingx.cli.output import coloured
from meetingx.cli.width import pad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from meetingx.account import Account, Unread, Value
    from meetingx.inputs import Asked

FIELDS = ("name", "organizer", "mode", "date", "place", "chair", "attendees", "directives", "tasks")
LONGEST = 60
"""Characters of a passage that are printed; what is longer loses its middle."""


@command("explain")
@input_options
@click.argument("file", metavar="FILE", type=click.Path(allow_dash=True, readable=False))
@click.option("--field", type=click.Choice(FIELDS), metavar="FIELD")
@click.option("--line", metavar="N", type=click.IntRange(min=1))
def explain(file: str, field: str | None, line: int | None, asked: Asked) -> None:
    """Tells which rule read each value."""
    from meetingx.account import accounts, judged, unread
    from meetingx.cli.page import one_page

    trace = one_page(file, line, asked)
    read = trace.source.page
    for account in accounts(trace):
        for row in _account(account, field, read):
            click.echo(row)
    if not trace.meetings:
        click.echo(f"meetingx: {text('no-meeting', name=file)}", err=True)
        for words, points in judged(trace):
            click.echo(f"  {points:+d} {words}")
    if field is None:
        for row in _unread(unread(trace)):
            click.echo(row)


def _account(account: Account, field: str | None, read: str) -> Iterator[str]:
    meeting = account.meeting
    yield _head(f"{meeting.id}  {meeting.name or ''}".rstrip())
    last = None
    for value in account.values:
        if field in {None, value.field}:
            yield from _value(value, read, value.field != last)
            last = value.field
    if meeting.warnings and field is None:
        yield _head(text("explain.inferred"))
        for warning in meeting.warnings:
            yield f"  {warning.code}: {warning.message}"


def _value(value: Value, read: str, first: bool) -> Iterator[str]:
    """The value, and under it each passage with the rules that read it."""
    yield f"  {pad(value.field if first else '', 11)} {_short(value.value)}{f'  ({value.note})' if value.note else ''}"
    rules = _faint(" ".join(value.rules))
    for span in value.spans:
        yield f"  {'':11}   {span.start}-{span.end} {rules}  “{_short(span.of(read))}”"
    if not value.spans:
        yield f"  {'':11}   {rules}"


def _unread(sentences: tuple[Unread, ...]) -> Iterator[str]:
    if sentences:
        yield _head(text("explain.unread"))
    for one in sentences:
        yield f"  {one.span.start}-{one.span.end} {_short(one.chars)}"


def _short(chars: str) -> str:
    line = chars.replace("\n", "⏎")
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 15]} … {line[-12:]}"


def _head(chars: str) -> str:
    return click.style(chars, bold=True) if coloured() else chars


def _faint(chars: str) -> str:
    return click.style(chars, fg="cyan") if coloured() else chars
