"""Step one, bytes → Source: encoding, HTML → page text, and what came with the page."""

from __future__ import annotations

import hashlib
import re

from meetingx.decode import Decoded, decode
from meetingx.given import LONE_SURROGATE, given
from meetingx.source import MeetingxError, Source

IS_HTML = re.compile(r"^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|div|meta|p)\b", re.IGNORECASE)


def read(
    page: str | bytes,
    *,
    name: str = "input",
    url: str | None = None,
    published: str | None = None,
    id: str | None = None,
    path: str | None = None,
    encoding: str | None = None,
    charset: str | None = None,
    html: bool = False,
) -> Source:
    """The page as text, with its encoding and all that its own meta tags tell.

    `encoding` forces how bytes are decoded, `charset` is what their server said; `html` is for a page that is
    HTML though it does not begin like it. Raises MeetingxError, naming `name` and the remedy, for what is no text.

    >>> read("<html><body><p>县政府召开会议</p></body></html>").page
    '县政府召开会议'
    """
    beside, encoding = _given(name, url=url, published=published, id=id, path=path), _known(encoding, name)
    page = _page(page, name)
    raw = page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page
    decoded = Decoded(page, None) if isinstance(page, str) else decode(page, name, charset=charset, forced=encoding)
    text = decoded.text
    if not text.strip():
        raise MeetingxError(f"{name}: is empty: give the text or HTML of a report")
    text, told = _from_html(text, html=html)
    return Source(
        page=text,
        encoding=decoded.encoding,
        lost=decoded.lost,
        sha256=hashlib.sha256(raw).hexdigest(),
        id=beside["id"],
        path=beside["path"],
        url=beside["url"],
        published=beside["published"] or told.get("published"),
        site=told.get("site"),
        site_code=told.get("site_code"),
        headline=told.get("headline"),
        column=told.get("column"),
    )


def _from_html(text: str, *, html: bool) -> tuple[str, dict[str, str]]:
    """The text of a page in HTML with what its meta tags tell; any other text as it is."""
    if not (html or IS_HTML.match(text[:2000])):
        return text, {}
    from meetingx.html import from_html  # noqa: PLC0415  loads only for HTML

    return from_html(text)


def _page(page: object, name: str) -> str | bytes:
    """A page as text or bytes; lone surrogates, which nothing can write, become U+FFFD."""
    if isinstance(page, str):
        return LONE_SURROGATE.sub("\ufffd", page)
    if isinstance(page, bytes | bytearray | memoryview):
        return bytes(page)
    raise MeetingxError(f"{name}: is no text but {type(page).__name__}: give str, or the bytes of a file")


def _given(name: str, **told: object) -> dict[str, str | None]:
    try:
        return {key: given(key, value) for key, value in told.items()}
    except ValueError as error:
        raise MeetingxError(f"{name}: {error}") from None


def _known(encoding: str | None, name: str) -> str | None:
    """The encoding that was asked for; MeetingxError where there is none of that name, or it is none of text."""
    try:
        "x".encode(encoding or "utf-8")
    except (LookupError, ValueError, TypeError):
        raise MeetingxError(f"{name}: there is no encoding of text named {encoding}: give gb18030, big5 …") from None
    return encoding
