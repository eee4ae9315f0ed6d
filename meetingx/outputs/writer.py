"""What the writers of all formats share: what was asked for, and the file that is written beside and renamed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Protocol


class Wanted(NamedTuple):
    """What was asked of the output: a table and which of its rows and columns, or fields; how indented JSON is shown.

    Where rows are added to a head, and to others, `last` is the number of the last meeting there is, or 0.
    """

    table: str | None = None
    columns: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    shown: Callable[[str], str] = str
    kept: Callable[[Mapping[str, Any]], bool] | None = None
    last: int | None = None


class Writer(Protocol):
    """Writes records as they come; nothing is whole before it is closed."""

    def write(self, record: str, page: str | None = None) -> None:
        """Writes one record, given as a line of JSON, with the text of its page where the format asks for it."""

    def close(self) -> None:
        """Ends the output."""


def is_in_place(path: Path) -> bool:
    """Whether a path can only be written where it is: a device, a pipe, or what stdout and stderr go to.

    >>> is_in_place(Path("/dev/null")), is_in_place(Path("no such folder", "a.jsonl"))
    (True, False)
    """
    if not path.exists():
        return False
    return not path.is_file() or any(_is_open_as(number, path) for number in (1, 2))


def is_read_only(path: Path) -> bool:
    """Whether a file is there that nobody may write, as its owner wants it; renaming another over it would succeed."""
    return path.is_file() and not (path.stat().st_mode & 0o222 and os.access(path, os.W_OK))


def _is_open_as(number: int, path: Path) -> bool:
    """Whether a path is the file that a descriptor writes to, as /dev/stdout and links to it are."""
    try:
        return os.path.samestat(os.fstat(number), path.stat())
    except OSError:
        return False


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A path beside `path` that takes its place when all went well, and is gone when not; links are followed.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> with beside(folder / "a.txt") as made:
    ...     _ = made.write_text("whole")
    >>> [(one.name, one.read_text()) for one in folder.iterdir()]
    [('a.txt', 'whole')]
    """
    path = path.resolve()
    made = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield made
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)
