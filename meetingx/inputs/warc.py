"""WARC and WET, as crawlers write them: the page of each response, read as they come.

warcio reads thousands of records a second, many times what extraction takes, and raises for what is damaged.
FastWARC 2.0 is faster, but given a stream with chunked responses it ended after a few of them in silence.
"""

from __future__ import annotations

from typing import Any

from meetingx.extras import load
from meetingx.inputs.kinds import Pages
from meetingx.inputs.stream import LARGEST, Asked, PassedOver, Stream
from meetingx.items import Failure, Item

TEXTS = ("text/html", "application/xhtml+xml", "text/plain")


def items(stream: Stream, asked: Asked) -> Pages:
    """The page of each response or converted text; pictures, redirects and the like are passed over."""
    archive = load("warcio.archiveiterator", extra="warc", name=stream.name)
    errors = load("warcio.exceptions", extra="warc", name=stream.name)
    number = 0
    try:
        for record in archive.ArchiveIterator(stream.file):
            number += 1
            if record.rec_type in {"response", "conversion", "resource"}:
                yield _page(record, f"{stream.name}, record {number}", stream, asked)
    except errors.ArchiveLoadFailed as error:
        why = str(error).splitlines()[0]
        yield stream.failure(f"is damaged after record {number} ({why}): what stands before that was read")


def _page(record: Any, where: str, stream: Stream, asked: Asked) -> Item | Failure | PassedOver:
    headers = record.rec_headers
    content_type = _content_type(record)
    url = headers.get_header("WARC-Target-URI")
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not content_type.startswith(TEXTS) or not status.startswith("2"):
        return PassedOver(where)
    told: dict[str, Any] = {"url": url, "id": headers.get_header("WARC-Record-ID"), "path": stream.path}
    data = record.content_stream().read(LARGEST + 1)
    if len(data) > LARGEST:
        return Failure(where, f"{where}: is larger than {LARGEST // 2**20} MB, no page", **told)
    if _is_cut_short(record):
        return Failure(where, f"{where}: is cut short: get the file anew", **told)
    key = "html" if "html" in content_type else "text"
    item = {key: data, "name": where, "charset": _charset(content_type), "encoding": asked.encoding, **told}
    return {name: value for name, value in item.items() if value is not None}


def _is_cut_short(record: Any) -> bool:
    """Whether the file ended before the record did; warcio tells nobody."""
    record.raw_stream.read()
    return bool(record.raw_stream.limit > 0)


def _content_type(record: Any) -> str:
    headers = record.http_headers or record.rec_headers
    return (headers.get_header("Content-Type") or "").strip().lower()


def _charset(content_type: str) -> str | None:
    """The charset that a server said its page is in.

    >>> _charset('text/html; charset="gb2312"')
    'gb2312'
    """
    return content_type.partition("charset=")[2].strip(" \"';") or None
