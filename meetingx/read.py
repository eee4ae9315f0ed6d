"""Step one, bytes → Source: encoding, HTML → page text, and what came with the page."""

from __future__ import annotations

import hashlib
import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from meetingx.decode import Decoded, decode
from meetingx.source import MeetingxError, Source

IS_HTML = re.compile(r"^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|div|meta|p)\b", re.IGNORECASE)
DROPPED = "script, style, noscript, template, svg, select, button, iframe"
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "ul",
    ]
)
META = {
    "published": ("PubDate", "publishdate", "article:published_time"),
    "site": ("SiteName", "og:site_name"),
    "headline": ("ArticleTitle", "og:title"),
    "site_code": ("SiteIDCode",),
}


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
    HTML though it does not begin like it.

    Raises MeetingxError, naming `name` and the remedy, for what is no text.

    >>> read("<html><body><p>县政府召开会议</p></body></html>").page
    '县政府召开会议'
    >>> read(b"")
    Traceback (most recent call last):
    ...
    meetingx.source.MeetingxError: input: is empty: give the text or HTML of a report
    """
    raw = page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page
    decoded = Decoded(page, None) if isinstance(page, str) else decode(page, name, charset=charset, forced=encoding)
    text = decoded.text
    if not text.strip():
        raise MeetingxError(f"{name}: is empty: give the text or HTML of a report")
    told: dict[str, str] = {}
    if html or IS_HTML.match(text[:2000]):
        text, told = from_html(text)
    return Source(
        page=text,
        encoding=decoded.encoding,
        lost=decoded.lost,
        sha256=hashlib.sha256(raw).hexdigest(),
        id=id,
        path=path,
        url=url,
        published=published or told.get("published"),
        site=told.get("site"),
        site_code=told.get("site_code"),
        headline=told.get("headline"),
    )


def from_html(html: str) -> tuple[str, dict[str, str]]:
    r"""The text of an HTML page, block by block, and what its meta tags tell.

    >>> from_html('<head><meta name="PubDate" content="2021-08-25 09:00"></head><body><p>甲</p><p>乙</p></body>')
    ('甲\n乙', {'published': '2021-08-25 09:00'})
    """
    tree = LexborHTMLParser(html)
    told = _meta(tree)
    for node in tree.css(DROPPED):
        node.decompose()
    root = tree.body or tree.root
    lines = [] if root is None else _lines(root)
    return "\n".join(lines), told


def _meta(tree: LexborHTMLParser) -> dict[str, str]:
    told: dict[str, str] = {}
    values: dict[str, str] = {}
    for node in tree.css("meta"):
        key = node.attributes.get("name") or node.attributes.get("property")
        content = node.attributes.get("content")
        if key and content and content.strip():
            values.setdefault(key.lower(), content.strip())
    for field, keys in META.items():
        for key in keys:
            if key.lower() in values:
                told.setdefault(field, values[key.lower()])
    return told


def _lines(root: LexborNode) -> list[str]:
    """The text of a node, one line for each block that has text of its own."""
    lines: list[str] = [""]
    for node in root.traverse(include_text=True):
        if node.tag in BLOCKS:
            lines.append("")
        elif node.tag == "-text":
            lines[-1] += re.sub(r"[ \t\r\n]+", " ", node.text(deep=False) or "")
    return [line.strip() for line in lines if line.strip()]
