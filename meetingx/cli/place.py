"""`meetingx place`: names of divisions and townships looked up, with their codes then and now."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from meetingx.cli.localized import command, text
from meetingx.cli.output import on_terminal

if TYPE_CHECKING:
    from meetingx.lookup import Candidate

DATE = re.compile(r"(?P<year>\d{4})(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
NOT_FOUND = 1


class Day(click.ParamType[str]):
    """A date as 2009, 2009-05 or 2009-05-31, in the years of the table or later."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Checks the date; the table tells the years alone."""
        from meetingx.divisions import FIRST

        match = DATE.fullmatch(value)
        if match is None:
            self.fail(text("place.no-date", value=value), param, ctx)
        if int(match["year"]) < FIRST:
            self.fail(text("place.too-early", value=value, first=FIRST), param, ctx)
        return value


@command("place")
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@click.option("--on", "day", metavar="DATE", type=Day())
def place(names: tuple[str, ...], day: str | None) -> int:
    """Looks names of places up."""
    from meetingx.lookup import look_up

    missing = 0
    for name in _names(names):
        found = look_up(name, year=int(day[:4]) if day else None)
        if not found:
            missing += 1
            click.echo(f"meetingx: {text('place.unknown', name=name)}", err=True)
        if on_terminal():
            _draw(name, day, found)
        else:
            told = {"name": name, "on": day, "candidates": [asdict(one) for one in found]}
            click.echo(json.dumps(told, ensure_ascii=False, separators=(",", ":")))
    return NOT_FOUND if missing else 0


def _names(names: tuple[str, ...]) -> Iterator[str]:
    """The names given, those of standard input for a -."""
    for name in names:
        if name == "-":
            yield from filter(None, (line.strip() for line in sys.stdin))
        else:
            yield name


def _draw(name: str, day: str | None, found: tuple[Candidate, ...]) -> None:
    from rich.console import Console

    from meetingx.cli.places_view import candidates

    if found:
        Console(highlight=False).print(candidates(name, day, found))
