"""Output that is packed as the suffix of its file says: .gz, .bz2, .xz, .zst, as the input may be."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from meetingx.extras import load
from meetingx.inputs.stream import Stream, unpacked


def _zst(file: IO[bytes]) -> Any:
    return load("zstandard", extra="zstd", name=".zst").ZstdCompressor().stream_writer(file, closefd=False)


PACKERS: dict[str, Callable[[IO[bytes]], Any]] = {
    # without the time and the name, so that the same records give the same bytes
    ".gz": lambda file: gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0),
    ".bz2": lambda file: bz2.BZ2File(file, "wb"),
    ".xz": lambda file: lzma.LZMAFile(file, "wb"),  # noqa: SIM115
    ".zst": _zst,
}


def is_packed(path: Path) -> bool:
    """Whether a file is packed by its name.

    >>> is_packed(Path("out.jsonl.GZ")), is_packed(Path("out.jsonl"))
    (True, False)
    """
    return path.suffix.lower() in PACKERS


def ready(path: Path) -> None:
    """Raises MeetingxError, with the command that installs it, where the library of a file's packing is missing."""
    if path.suffix.lower() == ".zst":
        load("zstandard", extra="zstd", name=str(path))


def packed(file: IO[bytes], path: Path) -> IO[bytes]:
    """A file that is written packed as the name of `path` says; closing it does not close `file`."""
    made: IO[bytes] = PACKERS[path.suffix.lower()](file)
    return made


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """A file that is there, for reading, without its packing."""
    with path.open("rb") as file, unpacked(Stream(str(path), file)).file as found:
        yield found
