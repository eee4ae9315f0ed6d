"""What the writers of all formats share: what was asked for, and the file that is written beside and renamed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked of the output: a table, fields, and how indented JSON is shown."""

    table: str = "meetings"
    fields: tuple[str, ...] = ()
    shown: Callable[[str], str] = str


class Writer(Protocol):
    """Writes records as they come; nothing is whole before it is closed."""

    def write(self, record: str, page: str | None = None) -> None:
        """Writes one record, given as a line of JSON, with the text of its page where the format asks for it."""

    def close(self) -> None:
        """Ends the output."""


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A path beside `path` that takes its place when all went well, and is gone when not.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> with beside(folder / "a.txt") as made:
    ...     _ = made.write_text("whole")
    >>> [(one.name, one.read_text()) for one in folder.iterdir()]
    [('a.txt', 'whole')]
    """
    made = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield made
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)
