"""CSV and TSV: a header, then a page to a row; in any encoding, as spreadsheets write them, read as they come."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from meetingx.decode import decode
from meetingx.inputs.fields import columns, item, missing
from meetingx.inputs.kinds import Pages
from meetingx.inputs.stream import LARGEST, Asked, Stream, text_lines
from meetingx.items import Failure

DELIMITERS = ",\t;"


def items(stream: Stream, asked: Asked) -> Pages:
    """The pages of a table, each named by the line that its row begins on."""
    csv.field_size_limit(LARGEST)
    lines = _Counted(_lines(stream, asked))
    header = next((line for line in lines if line.strip()), None)
    if header is None:
        yield stream.failure("is empty: give a header, and a page to a row")
        return
    delimiter = "\t" if asked.kind == "tsv" or stream.suffix in {".tsv", ".tab"} else _delimiter(header)
    rows = _rows(csv.reader(chain([header], lines), delimiter=delimiter), lines, stream)
    head = next(rows)
    if isinstance(head, Failure):
        yield head
        return
    names = head[1]
    why = missing(names, asked)
    if why is not None:
        yield stream.failure(why)
        return
    found = columns(names, asked)
    for one in rows:
        if isinstance(one, Failure):
            yield one
        elif any(one[1]):
            made = {**item(dict(zip(names, one[1], strict=False)), found), "name": f"{stream.name}, line {one[0]}"}
            yield {"path": stream.path, **made} if stream.path else made


class _Counted:
    """Lines that are counted as they are taken; `ended` is whether more were asked for than there are."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self.count = 0
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = next(self._lines)
        except StopIteration:
            self.ended = True
            raise
        self.count += 1
        return line


def _rows(table: Iterator[list[str]], lines: _Counted, stream: Stream) -> Iterator[tuple[int, list[str]] | Failure]:
    """Each row with the line that it begins on, the header first; a Failure for what is no row."""
    line = lines.count
    while True:
        where = f"{stream.name}, line {line}"
        try:
            row = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            yield Failure(where, f"{where}: is no row of a table ({error}): check its quotes", path=stream.path)
        else:
            if lines.ended:  # a row that took all lines there were, and would have taken more
                why = "has a quote that is never closed, and all that follows stands in it: close it, or double it"
                yield Failure(where, f"{where}: {why}", path=stream.path)
                return
            yield line, row
        line = lines.count + 1


def _delimiter(header: str) -> str:
    """What parts the names of a header.

    >>> _delimiter("id;text,html;url")
    ';'
    """
    return max(DELIMITERS, key=header.count)


def _lines(stream: Stream, asked: Asked) -> Iterator[str]:
    """The lines of a table as text; one that is not in the encoding of the first ones is decoded by itself."""
    head = stream.head()
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        yield from text_lines(stream.file, "utf-16")
        return
    encoding = asked.encoding or _encoding(head)
    # as old spreadsheets of the Mac end lines; Latin-1 has every byte
    marks = b"\n" not in head and b"\r" in head
    ended: Iterable[bytes] = (one.encode("latin-1") for one in text_lines(stream.file, "latin-1", ends="\r"))
    for number, line in enumerate(ended if marks else stream.file):
        data = line.removeprefix(codecs.BOM_UTF8) if number == 0 else line
        yield _decoded(data, encoding)


def _encoding(head: bytes) -> str:
    """The encoding of the first bytes, up to the end of a line."""
    data = head[: head.rfind(b"\n") + 1] or re.sub(rb"[\x80-\xff]{1,4}$", b"", head)
    return decode(data).encoding or "utf-8" if data.strip() else "utf-8"


def _decoded(line: bytes, encoding: str) -> str:
    for one in (encoding, "utf-8", "gb18030"):
        try:
            return line.decode(one)
        except UnicodeDecodeError:
            continue
    return line.decode(encoding, "replace")
