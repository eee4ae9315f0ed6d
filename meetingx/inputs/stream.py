"""One stream of bytes with its name, and the packing taken off it: .gz, .bz2, .xz, .zst."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import shutil
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import PurePath
from typing import IO, Any, BinaryIO, NamedTuple

from meetingx.extras import load
from meetingx.items import Failure

HEAD = 8192
"""Bytes that are looked at to tell what a stream holds."""

LARGEST = 64 * 2**20
"""Bytes that one page may have: what is larger is no page, and would not be read at constant memory."""


class DamagedError(Exception):
    """Bytes that are not those of their packing or archive, or that end too soon."""


DAMAGED = (DamagedError, EOFError, zlib.error, lzma.LZMAError)
"""What is raised where a stream is damaged: by this module, and by libraries that unpack by themselves."""


class Asked(NamedTuple):
    """What the user said of the input: its kind, its encoding, the names of its fields."""

    kind: str | None = None
    encoding: str | None = None
    fields: Mapping[str, str] = {}


class PassedOver(NamedTuple):
    """A part of a directory, an archive or a crawl that is no page by its name or its type."""

    name: str


class Stream(NamedTuple):
    """Bytes with the name that messages call them by, their path in records, and the suffix of their name."""

    name: str
    file: io.BufferedReader
    path: str | None = None
    suffix: str = ""

    def head(self) -> bytes:
        """The first bytes, which stay to be read."""
        return self.file.peek(HEAD)[:HEAD]

    def whole(self) -> bytes | None:
        """All bytes of a page; None where they are more than a page may have."""
        data = self.file.read(LARGEST + 1)
        return data if len(data) <= LARGEST else None

    def failure(self, why: str, stage: str = "read") -> Failure:
        """What is told where the stream cannot be read."""
        return Failure(self.name, f"{self.name}: {why}", path=self.path, stage=stage)


class Packing(NamedTuple):
    """A way to make a stream smaller: what its names end with, what its bytes begin with, how it is undone."""

    suffix: str
    magic: bytes
    opened: Callable[[IO[bytes], str], Any]


def _zst(file: IO[bytes], name: str) -> Any:
    zstandard = load("zstandard", extra="zstd", name=name)
    return zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)


PACKINGS = (
    Packing(".gz", b"\x1f\x8b", lambda file, _: gzip.GzipFile(fileobj=file)),
    Packing(".bz2", b"BZh", lambda file, _: bz2.BZ2File(file)),
    Packing(".xz", b"\xfd7zXZ\x00", lambda file, _: lzma.LZMAFile(file)),  # noqa: SIM115
    Packing(".zst", b"\x28\xb5\x2f\xfd", _zst),
)
SHORT = {".tgz": ".tar", ".tbz2": ".tar", ".tbz": ".tar", ".txz": ".tar", ".tzst": ".tar"}
"""One suffix for an archive and its packing."""


class _AsTheyCome(io.RawIOBase):
    """Bytes of a file as it gives them, so that what stands before a damage is not lost with it."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._file.read1(len(buffer))
        except Exception as error:
            if not _is_damage(error):
                raise
            raise DamagedError(str(error) or type(error).__name__) from error
        buffer[: len(data)] = data
        return len(data)


def _is_damage(error: Exception) -> bool:
    """Whether what was raised tells of damaged bytes; libraries that are not always loaded are told by their names."""
    if isinstance(error, OSError):  # bz2 and gzip raise them, without the number that one of the system has
        return error.errno is None
    return isinstance(error, DAMAGED) or type(error).__module__.partition(".")[0] in {"zipfile", "tarfile", "zstandard"}


def buffered(file: object) -> io.BufferedReader:
    """A file object that can be looked into before it is read."""
    return file if isinstance(file, io.BufferedReader) else io.BufferedReader(_AsTheyCome(file), HEAD * 8)


def shown(name: str) -> str:
    r"""A name as it is told and kept in records: bytes of it that are not UTF-8 are written as escapes.

    >>> shown("会议.txt"), shown("a\udcff.txt")
    ('会议.txt', 'a\\xff.txt')
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def suffix_of(name: str) -> str:
    """The suffix that tells what a file holds, without that of its packing.

    >>> suffix_of("a.JSONL.gz"), suffix_of("crawl.tgz"), suffix_of("readme")
    ('.jsonl', '.tar', '')
    """
    path = PurePath(name)
    suffix = path.suffix.lower()
    if suffix in {packing.suffix for packing in PACKINGS}:
        suffix = PurePath(path.stem).suffix.lower()
    return SHORT.get(suffix, suffix)


def unpacked(stream: Stream) -> Stream:
    """The stream without its packing, told by its bytes whatever its name says.

    Raises MeetingxError where the library of the packing is missing.
    """
    head = stream.head()
    for packing in PACKINGS:
        if head.startswith(packing.magic):
            return unpacked(stream._replace(file=buffered(packing.opened(stream.file, stream.name))))
    return stream


@contextmanager
def seekable(file: BinaryIO) -> Iterator[IO[bytes]]:
    """The file itself where it can be read at any place, else a temporary copy of it."""
    try:
        able = file.seekable()
    except AttributeError:  # a member of a TAR archive that is read as it comes cannot say
        able = False
    if able:
        yield file
        return
    from tempfile import TemporaryFile  # noqa: PLC0415  loads only for what is kept in a file

    with TemporaryFile() as copy:
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        yield copy


@contextmanager
def as_text(file: BinaryIO, encoding: str, ends: str = "\n") -> Iterator[io.TextIOWrapper]:
    """A file as text, whose lines end as they are said to; what is not in its encoding becomes U+FFFD."""
    wrapped = io.TextIOWrapper(file, encoding, errors="replace", newline=ends)
    try:
        yield wrapped
    finally:
        if not file.closed:  # as it is where nobody wants the rest
            wrapped.detach()
