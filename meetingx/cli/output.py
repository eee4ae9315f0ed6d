"""What a terminal is shown: colour where it takes it, indented JSON in it."""

from __future__ import annotations

import os
import re
import sys
from typing import IO

import click

TOKEN = re.compile(r'(?P<string>"(?:[^"\\]|\\.)*")(?P<colon>:)?|(?P<other>\b(?:true|false|null)\b|-?\d[\d.eE+-]*)')


def on_terminal() -> bool:
    """Whether stdout is a terminal."""
    return sys.stdout.isatty()


def coloured(stream: IO[str] | None = None) -> bool:
    """Whether a stream, or else stdout, takes colour: a terminal that is not dumb, and no NO_COLOR."""
    terminal = (stream or sys.stdout).isatty()
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def colour(indented: str) -> str:
    """JSON with its keys and values coloured."""
    return TOKEN.sub(_styled, indented)


def _styled(match: re.Match[str]) -> str:
    if match["colon"]:
        return click.style(match["string"], fg="blue", bold=True) + ":"
    if match["string"]:
        return click.style(match["string"], fg="green")
    return click.style(match["other"], fg="cyan" if match["other"] != "null" else "bright_black")
