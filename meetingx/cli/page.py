"""One page for the commands that look at one page."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import click

from meetingx.cli.localized import text
from meetingx.inputs import Asked, Inputs
from meetingx.items import Failure
from meetingx.many import read_item
from meetingx.source import MeetingxError

if TYPE_CHECKING:
    from meetingx.pipeline import Trace


PARTS = ("line", "entry", "row", "record")
"""What the pages of a file are counted in."""


def one_page(path: str, line: int | None, asked: Asked) -> Trace:
    """The trace of the page at `path`, or of the page on that line of it; MeetingxError where it cannot be read."""
    if line is not None:
        items = [
            item for item in Inputs([path], asked) if _named(item).endswith(tuple(f", {what} {line}" for what in PARTS))
        ]
        if not items:
            raise click.UsageError(text("no-line", name=path, line=line))
    else:
        items = list(islice(Inputs([path], asked), 2))
    if len(items) > 1:
        raise click.UsageError(text("several", name=path))
    if isinstance(items[0], Failure):
        raise MeetingxError(items[0].message)
    return read_item(items[0])


def _named(item: object) -> str:
    return item.name if isinstance(item, Failure) else str(item["name"])  # type: ignore[index]
