"""How records are written: JSON Lines, or one JSON array, indented, coloured on a terminal."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import IO

import click

SPAN = re.compile(r'\{\s*"start": (\d+),\s*"end": (\d+)\s*\}')
TOKEN = re.compile(r'(?P<string>"(?:[^"\\]|\\.)*")(?P<colon>:)?|(?P<other>\b(?:true|false|null)\b|-?\d[\d.eE+-]*)')


def on_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout.isatty()


def coloured() -> bool:
    """Whether stdout takes colour: a terminal that is not dumb, and no NO_COLOR."""
    return on_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def pretty(record: str) -> str:
    """A JSON line, indented; a span keeps to its line.

    >>> print(pretty('{"name":"张涛","span":{"start":3,"end":5}}'))
    {
      "name": "张涛",
      "span": {"start": 3, "end": 5}
    }
    """
    return SPAN.sub(r'{"start": \1, "end": \2}', json.dumps(json.loads(record), ensure_ascii=False, indent=2))


def colour(indented: str) -> str:
    """JSON with its keys and values coloured."""
    return TOKEN.sub(_styled, indented)


def _styled(match: re.Match[str]) -> str:
    if match["colon"]:
        return click.style(match["string"], fg="blue", bold=True) + ":"
    if match["string"]:
        return click.style(match["string"], fg="green")
    return click.style(match["other"], fg="cyan" if match["other"] != "null" else "bright_black")


class Writer:
    """Writes records as they come; `close` ends an array."""

    def __init__(self, format: str, file: IO[str] | None) -> None:
        self._array = format == "json"
        self._file = file
        self._colour = file is None and coloured()
        self._begun = False

    def write(self, record: str) -> None:
        """Writes one record, given as a line of JSON."""
        if not self._array:
            self._echo(record)
            return
        indented = pretty(record).replace("\n", "\n  ")
        shown = colour(indented) if self._colour else indented
        self._echo(f"{',' if self._begun else '['}\n  {shown}", nl=False)
        self._begun = True

    def close(self) -> None:
        """Ends an array; one without records is empty."""
        if self._array:
            self._echo("\n]" if self._begun else "[]")

    def _echo(self, chars: str, nl: bool = True) -> None:
        click.echo(chars, file=self._file, nl=nl, color=self._colour or None)
