"""The kinds of input, one row each: what names end with, what bytes begin with, which module reads them.

To add a kind: a module with `items(stream, asked)`, which yields an item for each page of a stream, and
its row in `KINDS`. The module is imported when the first stream of its kind is met.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple, TypeAlias

from meetingx.inputs.fields import FIELDS
from meetingx.inputs.stream import DAMAGED, PACKINGS, Asked, PassedOver, Stream, suffix_of, unpacked
from meetingx.items import Failure, Item
from meetingx.source import MeetingxError

Pages: TypeAlias = Iterator[Item | Failure | PassedOver]

BOM = b"\xef\xbb\xbf"
OBJECT = re.compile(rb'\s*\{\s*"')
ARRAY = re.compile(rb"\s*\[\s*\{")
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Kind(NamedTuple):
    """A kind of input; `sure` bytes tell it whatever the name says, `likely` ones where the name says nothing.

    A name does not tell a kind that has sure bytes, unless files of that kind may be without them: `by_name`.
    """

    name: str
    suffixes: tuple[str, ...]
    module: str
    sure: Callable[[bytes], object] | None = None
    likely: Callable[[bytes], object] | None = None
    by_name: bool = False


def _is_table(head: bytes) -> bool:
    """Whether the first line is the header of a table: several short names, one of them that of a page."""
    line = re.split(b"[\r\n]", head, maxsplit=1)[0]
    try:
        names = line.decode("utf-8")
    except UnicodeDecodeError:
        names = line.decode("gb18030", "replace")
    cells = [cell.strip("\"' \r").lower() for cell in re.split("[,;\t]", names)]
    known = {*FIELDS["text"], *FIELDS["html"]}
    return len(cells) > 1 and max(map(len, cells)) < 40 and not known.isdisjoint(cells)


KINDS = (
    Kind("warc", (".warc", ".wet"), "warc", sure=lambda head: head.startswith(b"WARC/")),
    Kind("parquet", (".parquet", ".pq"), "parquet", sure=lambda head: head.startswith(b"PAR1")),
    Kind("pdf", (".pdf",), "pdf", sure=lambda head: head.startswith(b"%PDF-")),
    Kind("zip", (".zip",), "archives", sure=lambda head: head.startswith((b"PK\x03\x04", b"PK\x05\x06"))),
    # those of the old format have no mark, and a damaged one may have lost it: its reader tells
    Kind("tar", (".tar",), "archives", sure=lambda head: head[257:262] == b"ustar", by_name=True),
    Kind("jsonl", (".jsonl", ".ndjson"), "json_lines", likely=OBJECT.match),
    Kind("json", (".json",), "json_values", likely=ARRAY.match),
    Kind("csv", (".csv",), "tables", likely=_is_table),
    Kind("tsv", (".tsv", ".tab"), "tables"),
    # an archive by its bytes: what it holds tells it, see archives
    Kind("docx", (".docx",), "word"),
    Kind("html", (".html", ".htm", ".shtml", ".xhtml"), "one_page"),
    Kind("text", (".txt", ".text"), "one_page"),
)
"""In the order in which they are tried."""

NAMES = tuple(kind.name for kind in KINDS)
_BY_NAME = {kind.name: kind for kind in KINDS}
_BY_SUFFIX = {suffix: kind for kind in KINDS for suffix in kind.suffixes}
SUFFIXES = tuple(sorted(_BY_SUFFIX))


def is_known(name: str) -> bool:
    """Whether a file of that name is read where a directory or an archive has it.

    >>> is_known("a.html"), is_known("a.html.gz"), is_known("a.gz"), is_known("a.png"), is_known(".a.txt")
    (True, True, True, False, False)
    """
    path = PurePath(name)
    packed_only = path.suffix.lower() in {packing.suffix for packing in PACKINGS} and not suffix_of(name)
    return not path.name.startswith(".") and (packed_only or suffix_of(name) in _BY_SUFFIX)


def kind_named(name: str) -> str | None:
    """The kind that the name of a file tells, if it tells one."""
    kind = _BY_SUFFIX.get(suffix_of(name))
    return kind.name if kind else None


def kind_of(stream: Stream, asked: Asked) -> Kind:
    """The kind of an unpacked stream: as it was asked for, else by its bytes, its suffix, its first line."""
    head = stream.head().removeprefix(BOM)
    if head.startswith(UTF16):
        head = head.decode("utf-16", "ignore").encode()
    if asked.kind:
        return _BY_NAME[asked.kind]
    for kind in KINDS:
        if kind.sure and kind.sure(head):
            return kind
    named = _BY_SUFFIX.get(stream.suffix)
    if named is not None and (named.sure is None or named.by_name):
        return named
    return next((kind for kind in KINDS if kind.likely and kind.likely(head)), _BY_NAME["text"])


def pages_of(stream: Stream, asked: Asked) -> Pages:
    """The pages of a stream of any kind, packed or not; what cannot be read is a `Failure`."""
    try:
        stream = unpacked(stream)
        kind = kind_of(stream, asked)
        yield from import_module(f"meetingx.inputs.{kind.module}").items(stream, asked)
    except MeetingxError as error:
        yield Failure(stream.name, str(error), path=stream.path)
    except DAMAGED as error:
        why = str(error) or type(error).__name__
        yield stream.failure(f"is damaged or cut short ({why}): what stands before that was read, get the rest anew")
