"""Archives of many files, .zip and .tar: each member is read as a file of its own would be."""

from __future__ import annotations

import io
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from meetingx.inputs import word
from meetingx.inputs.kinds import Pages, is_known, kind_of, pages_of
from meetingx.inputs.stream import Asked, PassedOver, Stream, buffered, seekable, suffix_of
from meetingx.items import Failure

OFFICE = "is an Office document, no text: save it as text or HTML first"

UTF8_NAMES = 0x800
"""The flag of a member of a ZIP archive whose name is in UTF-8."""


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
            names = {_name(info): info for info in archive.infolist() if not info.is_dir()}
            if "[Content_Types].xml" in names:
                yield _document(stream, file) if word.BODY in names else stream.failure(OFFICE)
                return
            for name, info in sorted(names.items()):
                if not is_known(name):
                    yield PassedOver(f"{stream.name}/{name}")
                elif info.flag_bits & 0x1:
                    where = f"{stream.name}/{name}"
                    yield Failure(where, f"{where}: is encrypted: unpack the archive first", path=stream.path)
                else:
                    with archive.open(info) as member:
                        yield _member(stream, name, buffered(member))
    except (zipfile.BadZipFile, NotImplementedError) as error:
        yield stream.failure(f"cannot be unpacked ({error}): unpack it first, or get it anew")


def _document(stream: Stream, file: IO[bytes]) -> Stream:
    """The archive itself, which is a Word document, from its beginning."""
    file.seek(0)
    return replace(stream, file=buffered(file), suffix=".docx")


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


def _tar(stream: Stream) -> Iterator[Stream | PassedOver | Failure]:
    """The members of a TAR archive as they come."""
    try:
        with tarfile.open(fileobj=stream.file, mode="r|") as archive:
            for info in archive:
                if not info.isfile():
                    continue
                name = _decoded(info.name.encode("utf-8", "surrogateescape")).removeprefix("./")
                member = archive.extractfile(info) if is_known(name) else None
                if member is None:
                    yield PassedOver(f"{stream.name}/{name}")
                else:
                    yield _member(stream, name, buffered(member))
    except tarfile.TarError as error:
        yield stream.failure(f"cannot be unpacked ({error}): get it anew; what stands before that was read")


def _member(archive: Stream, name: str, file: io.BufferedReader) -> Stream:
    path = None if archive.path is None else f"{archive.path}/{name}"
    return Stream(f"{archive.name}/{name}", file, path, suffix_of(name))
