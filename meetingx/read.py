"""Step one, bytes → Source: encoding, HTML → page text, and what came with the page."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from meetingx.source import MeetingxError, Source

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
BINARY = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\xd0\xcf\x11\xe0": "an Office document",
    b"\x1f\x8b": "a gzip archive",
}
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
) -> Source:
    """The page as text, with its encoding and all that its own meta tags tell.

    Raises MeetingxError, naming `name` and the remedy, for what is no text.

    >>> read("<html><body><p>县政府召开会议</p></body></html>").page
    '县政府召开会议'
    >>> read(b"")
    Traceback (most recent call last):
    ...
    meetingx.source.MeetingxError: input: is empty: give the text or HTML of a report
    """
    raw = page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page
    text, encoding = (page, None) if isinstance(page, str) else decode(page, name)
    if not text.strip():
        raise MeetingxError(f"{name}: is empty: give the text or HTML of a report")
    told: dict[str, str] = {}
    if IS_HTML.match(text[:2000]):
        text, told = from_html(text)
    return Source(
        page=text,
        encoding=encoding,
        sha256=hashlib.sha256(raw).hexdigest(),
        id=id,
        path=path,
        url=url,
        published=published or told.get("published"),
        site=told.get("site"),
        site_code=told.get("site_code"),
        headline=told.get("headline"),
    )


def decode(data: bytes, name: str = "input") -> tuple[str, str]:
    """The text of `data` and the encoding it was in.

    Byte order mark, strict UTF-8, the declared charset (gb2312 and gbk read as their superset
    gb18030), then a guess; a guess alone takes short GB2312 texts for Big5.

    >>> decode("县政府召开会议".encode("gbk"))
    ('县政府召开会议', 'gb18030')
    """
    for magic, what in BINARY.items():
        if data.startswith(magic):
            raise MeetingxError(f"{name}: is {what}, no text: extract its text first")
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _decode(data, encoding, name), encoding.removesuffix("-sig")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    declared = DECLARED.search(data[:4096])
    for encoding in (_superset(declared[1].decode().lower()) if declared else "gb18030", "gb18030"):
        try:
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    from charset_normalizer import from_bytes  # noqa: PLC0415  loads only where no declaration holds

    guess = from_bytes(data).best()
    if guess is None or b"\x00" in data[:1000] or not re.search(r"[\u4e00-\u9fff]", str(guess)):
        raise MeetingxError(f"{name}: cannot be decoded as text: convert it to UTF-8 first")
    return str(guess), guess.encoding


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise MeetingxError(f"{name}: says it is {encoding}, but is not: convert it to UTF-8 first") from None


def _superset(charset: str) -> str:
    return "gb18030" if charset in {"gb2312", "gbk", "gb18030", "gb_2312-80"} else charset


def from_html(html: str) -> tuple[str, dict[str, str]]:
    r"""The text of an HTML page, block by block, and what its meta tags tell.

    >>> from_html('<head><meta name="PubDate" content="2021-08-25 09:00"></head><body><p>甲</p><p>乙</p></body>')
    ('甲\n乙', {'published': '2021-08-25 09:00'})
    """
    from selectolax.lexbor import LexborHTMLParser  # noqa: PLC0415  loads only for HTML

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
