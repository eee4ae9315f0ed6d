"""What is made from the package's own files and takes long to make, kept beside the byte code of its modules.

Turning word lists into patterns, and patterns into what `re` runs, takes most of a second; reading it back takes a
few milliseconds. So it is kept as Python keeps byte code: in a file of `__pycache__` that belongs to one version of
Python and holds only while the files that it was made from are the same. The file is made when the package is built
(setup.py), or else at the end of a process, where Python would write byte code. Without it everything works, and
starts more slowly.
"""

from __future__ import annotations

import atexit
import contextlib
import marshal
import os
import sys
from collections.abc import Callable
from functools import cache, wraps
from hashlib import blake2b, sha256
from importlib.util import cache_from_source
from itertools import accumulate, pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TypeVar

Value = TypeVar("Value")

HERE = Path(__file__).parent
MADE_BY = ("kept", "patterns", "firsts", "rarely", "starts", "rules", "lexicon", "dictionary", "grammar", "divisions")
"""The modules that make what is kept."""


def path() -> Path | None:
    """Where the values are kept, or None where this Python keeps no byte code."""
    try:
        return Path(cache_from_source(__file__)).with_suffix(".bin")
    except NotImplementedError:
        return None


def fingerprint() -> str:
    """A checksum of the files that kept values are made from, and of the version of Python."""
    told = sha256(sys.version.encode())
    for name in MADE_BY:
        told.update((HERE / f"{name}.py").read_bytes())
    for file in sorted((HERE / "data").glob("*.t[sx][vt]")):
        told.update(file.read_bytes())
    return told.hexdigest()


class Shelf:
    """The values of one file by key, each unpacked when it is first asked for; `grown` where there are new ones.

    The file is eight bytes that tell the length of its head; the head, which tells the fingerprint and where each
    value lies; and the values.
    """

    def __init__(self, file: Path | None, mark: str) -> None:
        self.file = file
        self.mark = mark
        self.packed: dict[bytes, bytes | memoryview] = self._read()
        self.grown = False

    def _read(self) -> dict[bytes, bytes | memoryview]:
        """What the file holds, or nothing where none was made from the same files."""
        try:
            if self.file is None:
                return {}
            with self.file.open("rb") as opened:
                view = memoryview(mmap(opened.fileno(), 0, access=ACCESS_READ))
            head = 8 + int.from_bytes(view[:8])
            mark, size, places = marshal.loads(view[8:head])
        except (OSError, EOFError, ValueError, TypeError):
            return {}
        if (mark, head + size) != (self.mark, len(view)):
            return {}
        return {key: view[head + start : head + end] for key, (start, end) in places.items()}

    def get(self, kind: str, key: str, make: Callable[[], Value]) -> Value:
        """The value kept under `key`, made where there is none; it consists of what `marshal` writes."""
        mark = blake2b(f"{kind} {key}".encode(), digest_size=16).digest()
        packed = self.packed.get(mark)
        if packed is not None:
            value: Value = marshal.loads(packed)
            return value
        value = make()
        self.packed[mark] = marshal.dumps(value)  # type: ignore[arg-type]
        self.grown = True
        return value

    def write(self) -> None:
        """Writes the file whole or not at all; a folder that cannot be written is no error."""
        if self.file is None:
            return
        values = {**self._read(), **self.packed}
        ends = [0, *accumulate(map(len, values.values()))]
        head = marshal.dumps((self.mark, ends[-1], dict(zip(values, pairwise(ends), strict=True))))
        unfinished = self.file.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(b"".join([len(head).to_bytes(8), head, *values.values()]))
            unfinished.replace(self.file)


@cache
def shelf() -> Shelf:
    """The shelf of this package, written at the end where it has grown and byte code is written."""
    made = Shelf(path(), fingerprint())
    if not sys.dont_write_bytecode:
        atexit.register(lambda: made.write() if made.grown else None)
    return made


def kept(make: Callable[[str], Value]) -> Callable[[str], Value]:
    """A function of a name whose values are kept; within a process each is made, or unpacked, once.

    >>> @kept
    ... def doubled(name: str) -> str:
    ...     return name * 2
    >>> doubled("会")
    '会会'
    """
    key = f"{make.__module__}.{make.__qualname__}"

    @cache
    @wraps(make)
    def given(name: str) -> Value:
        return shelf().get(key, name, lambda: make(name))

    return given
