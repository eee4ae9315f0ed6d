"""No file is both read and written, and none written twice."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click

from meetingx.cli.localized import text


def refuse_clashes(read: Iterable[str], written: Iterable[Path]) -> None:
    """UsageError where a file that would be written is read, or written twice; `-` is standard input."""
    given = [0 if path == "-" else Path(path) for path in read]
    once: list[Path] = []
    for path in written:
        if any(_is_same(path, other) for other in given):
            raise click.UsageError(text("output-is-input", path=path))
        if any(_is_same(path, other) for other in once):
            raise click.UsageError(text("written-twice", path=path))
        once.append(path)


def _is_same(path: Path, other: Path | int) -> bool:
    """Whether a path and another, or an open file, are one file; devices may be both read and written."""
    if isinstance(other, Path) and not path.exists():
        return path.resolve() == other.resolve()
    try:
        return path.is_file() and os.path.samestat(path.stat(), os.stat(other))  # noqa: PTH116 - a descriptor too
    except OSError:
        return False
