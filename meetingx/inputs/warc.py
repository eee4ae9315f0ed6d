"""WARC and WET, as crawlers write them: the page of each response, read as they come.

warcio reads thousands of records a second, many times what extraction takes, and raises for what is damaged.
FastWARC 2.0 is faster, but given a stream with chunked responses it ended after a few of them in silence.
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections.abc import Callable
from typing import Any

from meetingx.decode import decode
from meetingx.extras import load
from meetingx.inputs.kinds import Pages
from meetingx.inputs.stream import DAMAGED, HEAD, LARGEST, Asked, PassedOver, Stream
from meetingx.items import Failure, Item
from meetingx.source import MeetingxError

PAGES = frozenset({"response", "conversion", "resource"})
CUT_SHORT = "is cut short: get the file anew"
BLOCK = 65536
TEXTS = ("text/html", "application/xhtml+xml", "text/plain")
UNTOLD = ("", "application/octet-stream")
"""What servers say of a page when they do not know what it is."""

COMMENT = rb"<!--(?:[^-]|-(?!->))*-->"
"""Up to its first end and no other, so that many of them can be read in one way alone."""

IS_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:(?:<\?xml[^>]*>|" + COMMENT + rb")\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE
)


def items(stream: Stream, asked: Asked) -> Pages:
    """The page of each response or converted text; pictures, redirects and the like are passed over."""
    archive = _archives(stream.name)
    errors = load("warcio.exceptions", extra="warc", name=stream.name)
    number = 0
    file = _ToItsEnd(stream.file)
    short = False
    try:
        found = archive(file)
        for record in found:
            number += 1
            where = f"{stream.name}, record {number}"
            page = _page(record, where, stream, asked) if record.rec_type in PAGES else None
            if short := _is_cut_short(record):
                page = Failure(where, f"{where}: {CUT_SHORT}", path=stream.path, url=_url(record))
            if page is not None:
                yield page
    except errors.ArchiveLoadFailed as error:
        why = str(error).splitlines()[0]
        yield stream.failure(f"is damaged after record {number} ({why}): what stands before that was read")
    except (AttributeError, TypeError, ValueError):
        # warcio takes headers that end too soon for whole ones, and then misses what it looks for in them
        yield stream.failure(f"is cut short or damaged after record {number}: get the file anew; the rest was read")
    else:
        # the line that begins a record is left over where the file ends in its head
        if not short and (file.damage is not None or found.next_line or not number):
            yield stream.failure(f"is cut short after record {number}: get the file anew; the rest was read")
        elif not short and found.err_count:
            why = f"has records that are longer than they say ({found.err_count})"
            yield stream.failure(f"{why}: get the file anew; what they say was read")


def _archives(name: str) -> Any:
    """What iterates over the records of a file; what warcio itself has to say of them goes nowhere, we tell it."""
    archive = load("warcio.archiveiterator", extra="warc", name=name)
    log = logging.getLogger("warcio")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
    return type("Archive", (archive.ArchiveIterator,), {"INC_RECORD": ""})


class _ToItsEnd:
    """A file that ends where its packing is damaged, and keeps how: warcio takes what is raised for a good end."""

    def __init__(self, file: io.BufferedReader) -> None:
        self._file = file
        self.damage: Exception | None = None

    def read(self, size: int) -> bytes:
        """Some bytes, as many as are at hand, so that none that stand before a damage are lost with it."""
        try:
            return self._file.read1(size)
        except DAMAGED as error:
            self.damage = error
            return b""


def _page(record: Any, where: str, stream: Stream, asked: Asked) -> Item | Failure | PassedOver:
    headers = record.rec_headers
    content_type = _content_type(record)
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not (content_type.startswith(TEXTS) or content_type in UNTOLD) or not status.startswith("2"):
        return PassedOver(where)
    told: dict[str, Any] = {"url": _url(record), "id": headers.get_header("WARC-Record-ID"), "path": stream.path}
    try:
        data = _body(record)
    except MeetingxError as error:
        return PassedOver(where) if content_type in UNTOLD else Failure(where, f"{where}: {error}", **told)
    if content_type in UNTOLD and not IS_HTML.match(data[:HEAD]):
        return PassedOver(where)
    if len(data) > LARGEST:
        return Failure(where, f"{where}: is larger than {LARGEST // 2**20} MB, no page", **told)
    key = "text" if content_type.startswith("text/plain") else "html"
    item = {key: data, "name": where, "charset": _charset(content_type), "encoding": asked.encoding, **told}
    return {name: value for name, value in item.items() if value is not None}


def _body(record: Any) -> bytes:
    """The bytes of a page without what its server packed them with, no more of them than tell that it is too large.

    MeetingxError where they are damaged, or packed in a way that is not known. Many crawlers keep pages unpacked, and
    the header all the same.
    """
    readers = load("warcio.bufferedreaders", extra="warc", name="")
    headers = record.http_headers
    told = {name: (headers.get_header(name) or "").strip().lower() for name in CODED} if headers else {}
    file = readers.ChunkedDataReader(record.raw_stream) if told.get("transfer-encoding") == "chunked" else None
    data: bytes = (file or record.raw_stream).read(LARGEST + 1)
    coding = told.get("content-encoding", "")
    if coding in {"gzip", "x-gzip"}:
        return _inflated(data, 16 + zlib.MAX_WBITS) if data.startswith(b"\x1f\x8b") else data
    if coding in {"", "identity"} or _is_text(data):
        return data
    if coding == "deflate":
        return _inflated(data, zlib.MAX_WBITS if data[:1] == b"\x78" else -zlib.MAX_WBITS)
    if coding == "br":
        return _unbrotlied(data)
    raise MeetingxError(f"is packed with {coding}, which is not known: get it without")


CODED = ("transfer-encoding", "content-encoding")


def _is_text(data: bytes) -> bool:
    """Whether a page is kept unpacked."""
    try:
        decode(data[:HEAD])
    except MeetingxError:
        return False
    return True


def _inflated(data: bytes, bits: int) -> bytes:
    inflate = zlib.decompressobj(bits)
    try:
        found = inflate.decompress(data, LARGEST + 1)
    except zlib.error as error:
        raise MeetingxError(f"its body is damaged ({error}): get it anew") from None
    if not inflate.eof and len(found) <= LARGEST:
        raise MeetingxError("its body is cut short: get it anew")
    return found


def _unbrotlied(data: bytes) -> bytes:
    try:
        import brotli  # type: ignore[import-not-found]  # noqa: PLC0415  few crawls have it
    except ImportError:
        raise MeetingxError("is packed with brotli: pip install brotli") from None
    unpack: Callable[[bytes], bytes] = brotli.decompress
    try:
        return unpack(data)
    except brotli.error as error:
        raise MeetingxError(f"its body is damaged ({error}): get it anew") from None


def _is_cut_short(record: Any) -> bool:
    """Whether the file ended before the record did; warcio tells nobody."""
    if record.format == "warc" and not (record.rec_headers.get_header("Content-Length") or "").strip():
        return True
    while record.raw_stream.read(BLOCK):
        pass
    return bool(getattr(record.raw_stream, "limit", 0) > 0)


def _url(record: Any) -> str | None:
    url: str | None = record.rec_headers.get_header("WARC-Target-URI")
    return url


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").strip().lower()


def _charset(content_type: str) -> str | None:
    """The charset that a server said its page is in.

    >>> _charset('text/html; charset="gb2312"')
    'gb2312'
    """
    return content_type.partition("charset=")[2].strip(" \"';") or None
