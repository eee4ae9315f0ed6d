"""What a page says of itself: its meta tags, its JSON-LD, its only heading of the first rank, its title."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from meetingx.given import understood

# For each field the names that tell it, best first; those of government sites are set by GB/T rules on their pages.
META = {
    "published": ("PubDate", "publishdate", "article:published_time", "og:release_date", "ld:datePublished"),
    "site": ("SiteName", "og:site_name", "ld:publisher", "title:site", "ContentSource"),
    "headline": ("ArticleTitle", "ld:headline", "og:title", "h1", "title:headline"),
    "site_code": ("SiteIDCode",),
    "column": ("ColumnName",),
}
TITLE = re.compile(r"\s*[-_|—–]+\s*")
IS_SITE = re.compile(r"(?:政府|网站?|门户|新闻|日报|晚报|局|厅|委员会|频道|在线|信息港|发布|客户端)$")
HAN = re.compile("[\u3400-\u9fff]")
SHORTEST_HEADLINE = 6
ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T ].*")
ARTICLES = frozenset({"Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "WebPage"})


def told(tree: LexborHTMLParser) -> dict[str, str]:
    """What a page says of its publication, its site, its headline and its site's code.

    >>> page = '<title>县政府召开会议-饶阳县人民政府</title><meta name="pubdate" content="2021-08-25 09:00">'
    >>> told(LexborHTMLParser(page))
    {'published': '2021-08-25', 'site': '饶阳县人民政府', 'headline': '县政府召开会议'}
    """
    values: dict[str, str] = {}
    for key, value in (*_tags(tree), *_linked_data(tree), *_first_heading(tree), *_title(tree)):
        if value.strip():
            values.setdefault(key.lower(), re.sub(r"\s+", " ", value).strip())
    found: dict[str, str] = {}
    for field, keys in META.items():
        known = next((values[key.lower()] for key in keys if key.lower() in values), None)
        if known is not None:
            found[field] = ISO.sub(r"\1", understood(field, known) or "") if field == "published" else known
    return found


def _tags(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css("meta"):
        key = node.attributes.get("name") or node.attributes.get("property")
        if key:
            yield key, node.attributes.get("content") or ""


def _linked_data(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            value = json.loads(node.text())
        except (ValueError, RecursionError):
            continue
        for one in _articles(value):
            publisher = one.get("publisher")
            name = publisher.get("name") if isinstance(publisher, Mapping) else publisher
            pairs = (
                ("headline", one.get("headline")),
                ("datePublished", one.get("datePublished")),
                ("publisher", name),
            )
            yield from ((f"ld:{key}", found) for key, found in pairs if isinstance(found, str))


def _articles(value: Any) -> Iterator[Mapping[str, Any]]:
    """The articles that JSON-LD tells of, one, in a list, or in a graph."""
    if isinstance(value, list):
        for one in value:
            yield from _articles(one)
    elif isinstance(value, Mapping):
        kinds = value.get("@type")
        if not ARTICLES.isdisjoint(kinds if isinstance(kinds, list) else [kinds]):
            yield value
        yield from _articles(value.get("@graph"))


def _first_heading(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """The heading of the first rank, where there is one and it is not the name of the site."""
    texts = [node.text().strip() for node in tree.css("h1")]
    if len(texts) == 1 and len(HAN.findall(texts[0])) >= SHORTEST_HEADLINE and not IS_SITE.search(texts[0]):
        yield "h1", texts[0]


def _title(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """The headline and the site in the title of the window, where a mark parts them and the last part is a site."""
    node = tree.css_first("title")
    parts = [part for part in TITLE.split(node.text().strip()) if part] if node else []
    if len(parts) > 1 and IS_SITE.search(parts[-1]):
        yield "title:site", parts[-1]
        yield "title:headline", parts[0]
