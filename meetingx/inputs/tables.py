"""CSV and TSV: a header, then a page to a row; in any encoding, as spreadsheets write them, read as they come."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator

from meetingx.decode import decode
from meetingx.inputs.fields import columns, item, missing
from meetingx.inputs.kinds import Pages
from meetingx.inputs.stream import LARGEST, Asked, Stream, text_lines
from meetingx.items import Failure

DELIMITERS = ",\t;"


def items(stream: Stream, asked: Asked) -> Pages:
    """The pages of a table, each named by the line that its row begins on."""
    csv.field_size_limit(LARGEST)
    lines = _lines(stream, asked)
    header = next((line for line in lines if line.strip()), None)
    if header is None:
        yield stream.failure("is empty: give a header, and a page to a row")
        return
    delimiter = "\t" if asked.kind == "tsv" or stream.suffix in {".tsv", ".tab"} else _delimiter(header)
    names = next(csv.reader([header], delimiter=delimiter))
    why = missing(names, asked)
    if why is not None:
        yield stream.failure(why)
        return
    rows = csv.reader(lines, delimiter=delimiter)
    found = columns(names, asked)
    line = 2
    while True:
        where = f"{stream.name}, line {line}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield Failure(where, f"{where}: is no row of a table ({error}): check its quotes", path=stream.path)
        else:
            if any(row):
                made = item(dict(zip(names, row, strict=False)), found)
                yield {"path": stream.path, **made, "name": where} if stream.path else {**made, "name": where}
        line = rows.line_num + 2


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
    for number, line in enumerate(stream.file):
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
