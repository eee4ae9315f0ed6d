"""CSV and TSV: a header, then a page to a row; in any encoding, as spreadsheets write them, read as they come."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from meetingx.decode import PLAUSIBLE, Decoded, decode, everyday, is_mostly_lost, replaced
from meetingx.inputs.fields import columns, lost, missing, page
from meetingx.inputs.kinds import Pages
from meetingx.inputs.stream import LARGEST, Asked, Stream, as_text
from meetingx.items import Failure, Item
from meetingx.source import MeetingxError

DELIMITERS = ",\t;"
SAID = re.compile(r'"?sep=(?P<delimiter>[^\s"]|\t)"?\s*', re.IGNORECASE)
"""The line with which spreadsheets say what parts the cells."""


@dataclass(frozen=True, slots=True)
class _Row:
    """The cells of a row, the line it begins on, and how its lines were decoded."""

    line: int
    cells: list[str]
    encoding: str | None
    lost: int


def items(stream: Stream, asked: Asked) -> Pages:
    """The pages of a table, each named by the line that its row begins on."""
    csv.field_size_limit(LARGEST)
    lines = _Counted(_lines(stream, asked))
    header = next((line for line in lines if line.strip()), None)
    said = SAID.fullmatch(header) if header is not None else None
    if said:
        lines.begin()
        header = next((line for line in lines if line.strip()), None)
    if header is None:
        yield stream.failure("is empty: give a header, and a page to a row")
        return
    tabs = asked.kind == "tsv" or stream.suffix in {".tsv", ".tab"}
    delimiter = said["delimiter"] if said else "\t" if tabs else _delimiter(header)
    rows = _rows(header, lines, delimiter, stream)
    head = next(rows)
    if isinstance(head, Failure):
        yield head
        return
    why = missing(head.cells, asked)
    if why is not None:
        yield stream.failure(why)
        return
    found = columns(head.cells, asked)
    for one in rows:
        if isinstance(one, Failure):
            yield one
        elif any(one.cells[len(head.cells) :]):
            where = f"{stream.name}, line {one.line}"
            why = (
                f"has {len(one.cells)} cells under {len(head.cells)} headings: put what has a delimiter in it in quotes"
            )
            yield Failure(where, f"{where}: {why}", path=stream.path)
        elif any(one.cells):
            yield _page(dict(zip(head.cells, one.cells, strict=False)), found, one, stream)


def _page(cells: dict[str, str], found: dict[str, str], row: _Row, stream: Stream) -> Item | Failure:
    """The item of a row, with how it was decoded."""
    made = page(cells, found, f"{stream.name}, line {row.line}", stream)
    if not isinstance(made, Failure):
        made |= {"encoding": row.encoding, "lost": lost(made) if row.lost else 0}
    return made


class _Counted:
    """Lines that are counted as they are taken; `ended` is whether more were asked for than there are.

    `first`, `encoding` and `lost` are of the lines that were taken since `begin`.
    """

    def __init__(self, lines: Iterator[Decoded]) -> None:
        self._lines = lines
        self.count = 0
        self.ended = False
        self.begin()

    def begin(self) -> None:
        """Begins a row."""
        self.first: str | None = None
        self.encoding: str | None = None
        self.lost = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            line = next(self._lines)
        except StopIteration:
            self.ended = True
            raise
        self.count += 1
        self.first = line.text if self.first is None else self.first
        self.encoding = line.encoding if self.encoding is None or not line.text.isascii() else self.encoding
        self.lost += line.lost
        return line.text


def _rows(header: str, lines: _Counted, delimiter: str, stream: Stream) -> Iterator[_Row | Failure]:
    """Each row, the header first; a Failure for what is no row.

    A quote amid a row of one line stands for itself; in a row of several lines it was to open a cell of the next one,
    and those before it were taken for one cell.
    """
    table = csv.reader(chain([header], lines), delimiter=delimiter, strict=True)
    line, lines.first = lines.count, header
    while True:
        where = f"{stream.name}, line {line}"
        try:
            row = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            if lines.ended:
                why = "has a quote that is never closed, and all that follows stands in it: close it, or double it"
                yield Failure(where, f"{where}: {why}", path=stream.path)
                return
            alone = _alone(lines.first, delimiter) if lines.count == line else None
            if alone is not None:
                yield _Row(line, alone, lines.encoding, lines.lost)
            else:
                to = f" to {lines.count}" if lines.count > line else ""
                yield Failure(where, f"{where}{to}: is no row of a table ({error}): check its quotes", path=stream.path)
        else:
            yield _Row(line, row, lines.encoding, lines.lost)
        line = lines.count + 1
        lines.begin()


def _alone(line: str | None, delimiter: str) -> list[str] | None:
    """The cells of a line whose quotes are not doubled; None where it is no row either way."""
    try:
        return next(csv.reader([line or ""], delimiter=delimiter))
    except csv.Error:
        return None


def _delimiter(header: str) -> str:
    """What parts the names of a header.

    >>> _delimiter("id;text,html;url")
    ';'
    """
    return max(DELIMITERS, key=header.count)


def _lines(stream: Stream, asked: Asked) -> Iterator[Decoded]:
    """The lines of a table as text; one that is not in the encoding of the first ones is decoded by itself."""
    head = stream.head()
    wide = "utf-16" if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else asked.encoding
    if wide is not None and "\n".encode(wide) != b"\n":
        with as_text(stream.file, wide) as file:
            for text in file:
                yield Decoded(text.removeprefix("\ufeff"), wide, text.count("\ufffd"))
        return
    encoding = asked.encoding or _encoding(head, stream.name)
    known = (encoding,) if asked.encoding else tuple(dict.fromkeys((encoding, "utf-8", "gb18030")))
    for number, line in enumerate(_ended(stream, head)):
        yield _decoded(line.removeprefix(codecs.BOM_UTF8) if number == 0 else line, known)


def _ended(stream: Stream, head: bytes) -> Iterator[bytes]:
    """The lines of a file, also where they end as old spreadsheets of the Mac end them."""
    if b"\n" in head or b"\r" not in head:
        yield from stream.file
        return
    with as_text(stream.file, "latin-1", ends="\r") as file:  # Latin-1 has every byte
        for line in file:
            yield line.encode("latin-1")


def _encoding(head: bytes, name: str) -> str:
    """The encoding of the first bytes, up to the end of a line; UTF-8 where their lines are in several."""
    data = head[: head.rfind(b"\n") + 1] or re.sub(rb"[\x80-\xff]{1,4}$", b"", head)
    if not data.strip():
        return "utf-8"
    try:
        return decode(data, name).encoding or "utf-8"
    except MeetingxError:
        lines = [_decoded(line, ("utf-8", "gb18030")) for line in data.splitlines()]
        whole = Decoded("".join(line.text for line in lines), "utf-8", sum(line.lost for line in lines))
        if b"\0" in data or is_mostly_lost(whole):
            raise
        return "utf-8"


def _decoded(line: bytes, encodings: Iterable[str]) -> Decoded:
    """A line in the first encoding that it is UTF-8 or everyday Chinese in, else in the one that loses least."""
    found: list[Decoded] = []
    for encoding in encodings:
        one = replaced(line, encoding)
        if not one.lost and (encoding == "utf-8" or one.text.isascii() or everyday(one.text) >= PLAUSIBLE):
            return one
        found.append(one)
    return min(found, key=lambda one: one.lost)
