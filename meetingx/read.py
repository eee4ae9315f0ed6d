"""Step one, bytes → Source: encoding, HTML → page text, and what came with the page."""

from __future__ import annotations

import hashlib
import re

from meetingx.decode import Decoded, decode, whole_enough
from meetingx.given import LONE_SURROGATE, given
from meetingx.source import MeetingxError, Source

IS_HTML = re.compile(r"^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|div|meta|p)\b", re.IGNORECASE)

FIRST_LINES = 6
LONGEST_HEAD = 400
"""Lines, and characters, in which a title may stand behind navigation."""


def read(
    page: str | bytes,
    *,
    name: str = "input",
    url: str | None = None,
    published: str | None = None,
    title: str | None = None,
    id: str | None = None,
    path: str | None = None,
    encoding: str | None = None,
    charset: str | None = None,
    html: bool = False,
    lost: int = 0,
) -> Source:
    """The page as text, with its encoding and all that its own meta tags tell.

    `encoding` forces how bytes are decoded, `charset` is what their server said; of a text it is what that was decoded
    from, with so many characters `lost`. `html` is for a page that is HTML though it does not begin like it.

    Raises MeetingxError, naming `name` and the remedy, for what is no text.

    >>> read("<html><body><p>县政府召开会议</p></body></html>").page
    '县政府召开会议'
    """
    beside, misfits = _given(url=url, published=published, title=title, id=id, path=path)
    encoding = _known(encoding, name)
    page = _page(page, name)
    raw = page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page
    if isinstance(page, str):
        decoded = whole_enough(Decoded(page, encoding, lost), name)
    else:
        decoded = decode(page, name, charset=charset, forced=encoding)
    text = decoded.text
    if not text.strip():
        raise MeetingxError(f"{name}: is empty: give the text or HTML of a report")
    text, told = _from_html(text, beside["title"], html=html)
    return Source(
        page=text,
        encoding=decoded.encoding,
        lost=decoded.lost,
        sha256=hashlib.sha256(raw).hexdigest(),
        id=beside["id"],
        path=beside["path"],
        url=beside["url"],
        published=beside["published"],
        stamped=told.get("published"),
        site=told.get("site"),
        site_code=told.get("site_code"),
        headline=told.get("headline"),
        column=told.get("column"),
        misfits=misfits,
    )


def _from_html(text: str, title: str | None, *, html: bool) -> tuple[str, dict[str, str]]:
    """The text of a page in HTML with what its meta tags tell; any other text as it is, below its title."""
    if not (html or IS_HTML.match(text[:2000])):
        return _below(title, text), {}
    from meetingx.html import from_html  # noqa: PLC0415  loads only for HTML

    return from_html(text, title)


def _below(title: str | None, text: str) -> str:
    r"""A text with its title as the first line, where none of its first lines has it already.

    >>> _below("县政府开会", "8月8日，县政府开会。"), _below("县政府开会", " 首页\n县政府 开会\n8月8日，…")
    ('县政府开会\n8月8日，县政府开会。', ' 首页\n县政府 开会\n8月8日，…')
    """
    if title is None:
        return text
    first = ("".join(line.split()) for line in text.lstrip()[: LONGEST_HEAD + len(title)].split("\n")[:FIRST_LINES])
    return (
        text if any(line.startswith("".join(title.split())) for line in first) else f"{' '.join(title.split())}\n{text}"
    )


def _page(page: object, name: str) -> str | bytes:
    """A page as text or bytes; lone surrogates, which nothing can write, become U+FFFD."""
    if isinstance(page, str):
        return LONE_SURROGATE.sub("\ufffd", page)
    if isinstance(page, bytes | bytearray | memoryview):
        return bytes(page)
    raise MeetingxError(f"{name}: is no text but {type(page).__name__}: give str, or the bytes of a file")


def _given(**told: object) -> tuple[dict[str, str | None], tuple[str, ...]]:
    """What is said of a page, and what is to be told of that which cannot be said."""
    found: dict[str, str | None] = dict.fromkeys(told)
    misfits = []
    for key, value in told.items():
        try:
            found[key] = given(key, value)
        except ValueError as error:
            misfits.append(str(error))
    return found, tuple(misfits)


def _known(encoding: str | None, name: str) -> str | None:
    """The encoding that was asked for; MeetingxError where there is none of that name, or it is none of text."""
    try:
        "x".encode(encoding or "utf-8")
    except (LookupError, ValueError, TypeError):
        raise MeetingxError(f"{name}: there is no encoding of text named {encoding}: give gb18030, big5 …") from None
    return encoding
