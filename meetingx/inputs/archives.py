"""Archives of many files, .zip and .tar: each member is read as a file of its own would be."""

from __future__ import annotations

import io
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from operator import itemgetter
from typing import IO, Self

from meetingx.inputs import word
from meetingx.inputs.kinds import Pages, is_known, kind_of, pages_of
from meetingx.inputs.stream import DAMAGED, HEAD, Asked, PassedOver, Stream, buffered, seekable, suffix_of
from meetingx.items import Failure

OFFICE = "is an Office document, no text: save it as text or HTML first"

NOT_UNPACKED = "cannot be unpacked ({}): unpack it first, or get it anew"

UTF8_NAMES = 0x800
"""The flag of a member of a ZIP archive whose name is in UTF-8."""

ENCRYPTED = 0x1
"""The flag of one that needs a password."""


def items(stream: Stream, asked: Asked) -> Pages:
    """The pages of all members; those that are no pages by their names are passed over."""
    is_zip = kind_of(stream, asked).name == "zip"
    inner = Asked(None if asked.kind in {"zip", "tar"} else asked.kind, asked.encoding, asked.fields)
    empty = True
    for found in _zip(stream) if is_zip else _tar(stream):
        empty = False
        if isinstance(found, Stream) and found.suffix == ".docx" and found.name == stream.name:  # not a member
            yield from word.items(found, asked)
        elif isinstance(found, Stream):
            yield from pages_of(found, inner)
        else:
            yield found
    if empty:
        yield stream.failure("is an archive without files: give one with pages")


def _zip(stream: Stream) -> Iterator[Stream | PassedOver | Failure]:
    """The members of a ZIP archive, sorted by name."""
    try:
        with seekable(stream.file) as file, zipfile.ZipFile(file) as archive:
            members = [(_name(info), info) for info in archive.infolist() if not info.is_dir()]
            names = {name for name, _ in members}
            if "[Content_Types].xml" in names:
                yield _document(stream, file) if word.BODY in names else stream.failure(OFFICE)
                return
            for name, info in sorted(members, key=itemgetter(0)):  # several may have one name
                yield from _zipped(archive, info, name, stream)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, struct.error) as error:
        yield stream.failure(NOT_UNPACKED.format(error))


def _zipped(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, stream: Stream
) -> Iterator[Stream | PassedOver | Failure]:
    """One member of a ZIP archive; one that cannot be opened is told, and the others are read all the same."""
    where = f"{stream.name}/{name}"
    if not is_known(name):
        yield PassedOver(where)
    elif info.flag_bits & ENCRYPTED:
        yield Failure(where, f"{where}: is encrypted: unpack the archive first", path=stream.path)
    else:
        try:
            with archive.open(info) as member:
                yield _member(stream, name, buffered(member))
        except (zipfile.BadZipFile, NotImplementedError) as error:
            yield Failure(where, f"{where}: {NOT_UNPACKED.format(error)}", path=stream.path)


def _document(stream: Stream, file: IO[bytes]) -> Stream:
    """The archive itself, which is a Word document, from its beginning."""
    file.seek(0)
    return stream._replace(file=buffered(file), suffix=".docx")


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a member; one that does not say it is UTF-8 is that, or in GBK, as Windows writes in China."""
    if info.flag_bits & UTF8_NAMES:
        return info.filename
    return _decoded(info.filename.encode("cp437"))


def _decoded(name: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return name.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name.decode("utf-8", "backslashreplace")


class _Header(tarfile.TarInfo):
    """The head of a member; tarfile takes one that is damaged or cut short for the end of the archive."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        """The head in a block; ReadError for what is neither one nor the block of zeros that ends an archive."""
        try:
            return super().frombuf(buf, encoding, errors)
        except tarfile.HeaderError as error:
            if len(buf) == tarfile.BLOCKSIZE and not buf.strip(b"\0"):
                raise
            raise tarfile.ReadError(str(error) if buf else "has no mark of its end") from None


class _Told:
    """A member that keeps whether it was cut short, which is then told of it and not once more of its archive."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.is_damaged = False

    def read1(self, size: int) -> bytes:
        """Some bytes."""
        try:
            return self._file.read(min(size, HEAD))  # a piece that is cut short is lost as a whole
        except (tarfile.TarError, *DAMAGED):
            self.is_damaged = True
            raise


def _tar(stream: Stream) -> Iterator[Stream | PassedOver | Failure]:
    """The members of a TAR archive as they come."""
    told = None
    try:
        # in single blocks, so that no member is lost that stands whole before a damage
        with tarfile.open(fileobj=stream.file, mode="r|", bufsize=tarfile.BLOCKSIZE, tarinfo=_Header) as archive:
            for info in archive:
                if not info.isfile():
                    continue
                name = _decoded(info.name.encode("utf-8", "surrogateescape")).removeprefix("./")
                member = archive.extractfile(info) if is_known(name) else None
                if member is None:
                    yield PassedOver(f"{stream.name}/{name}")
                else:
                    told = _Told(member)
                    yield _member(stream, name, buffered(told))
        _to_the_end(stream.file)
    except (tarfile.TarError, *DAMAGED) as error:
        if told is None or not told.is_damaged:
            yield stream.failure(f"cannot be unpacked ({error}): get it anew; what stands before that was read")


def _to_the_end(file: io.BufferedReader) -> None:
    """Reads what stands behind the first of the two blocks of zeros that end an archive; its packing is then checked.

    Raises ReadError where that is no end.
    """
    if file.read(tarfile.BLOCKSIZE).strip(b"\0"):
        raise tarfile.ReadError("has the mark of its end amid its members")
    while file.read(HEAD):
        pass


def _member(archive: Stream, name: str, file: io.BufferedReader) -> Stream:
    path = None if archive.path is None else f"{archive.path}/{name}"
    return Stream(f"{archive.name}/{name}", file, path, suffix_of(name))
