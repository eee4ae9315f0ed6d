"""WARC and WET, as crawlers write them: the page of each response, read as they come.

warcio reads thousands of records a second, many times what extraction takes, and raises for what is damaged.
FastWARC 2.0 is faster, but given a stream with chunked responses it ended after a few of them in silence.
"""

from __future__ import annotations

import io
from typing import Any

from meetingx.extras import load
from meetingx.inputs.kinds import Pages
from meetingx.inputs.stream import DAMAGED, LARGEST, Asked, PassedOver, Stream
from meetingx.items import Failure, Item

PAGES = frozenset({"response", "conversion", "resource"})
CUT_SHORT = "is cut short: get the file anew"
BLOCK = 65536
TEXTS = ("text/html", "application/xhtml+xml", "text/plain")


def items(stream: Stream, asked: Asked) -> Pages:
    """The page of each response or converted text; pictures, redirects and the like are passed over."""
    archive = load("warcio.archiveiterator", extra="warc", name=stream.name)
    errors = load("warcio.exceptions", extra="warc", name=stream.name)
    number = 0
    file = _ToItsEnd(stream.file)
    short = False
    try:
        found = archive.ArchiveIterator(file)
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
    if not content_type.startswith(TEXTS) or not status.startswith("2"):
        return PassedOver(where)
    told: dict[str, Any] = {"url": _url(record), "id": headers.get_header("WARC-Record-ID"), "path": stream.path}
    data = record.content_stream().read(LARGEST + 1)
    if len(data) > LARGEST:
        return Failure(where, f"{where}: is larger than {LARGEST // 2**20} MB, no page", **told)
    key = "html" if "html" in content_type else "text"
    item = {key: data, "name": where, "charset": _charset(content_type), "encoding": asked.encoding, **told}
    return {name: value for name, value in item.items() if value is not None}


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
