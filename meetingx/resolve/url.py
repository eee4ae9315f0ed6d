"""The addresses of a page, and the parts of one that may tell whose page it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from meetingx.rules import Rule
from meetingx.source import Source, Span

# Where a page says that it was taken from: 原文链接：http://www.wuzhi.gov.cn/…
TAKEN_FROM = Rule(
    name="url/taken-from",
    pattern=(
        r"(?:原文(?:链接|地址|网址|出处)?|(?:文章|信息|稿件|内容)?来源|本文(?:链接|地址|网址)|转自|出处)\s*[：:]\s*"
        r"(?P<span>https?://[\w./?=&%:#~-]+)"
    ),
    make=lambda m: m["span"],
    yes={
        "原文链接：〔http://www.example.gov.cn/1〕。": "http://www.example.gov.cn/1",
        "来源: 〔https://example.cn/a_b?c=1〕 ": "https://example.cn/a_b?c=1",
    },
    no=("来源：甲山日报", "详见 http://example.cn/1"),
)


class Address(NamedTuple):
    """An address of a page, and where the page prints it; None where it came with the page."""

    url: str
    span: Span | None


def addresses(source: Source) -> Iterator[Address]:
    """The address that came with a page, and that of the page it says it was taken from.

    >>> page = "县政府召开会议。原文链接：http://www.wuzhi.gov.cn/2021/0724/1.html"
    >>> [one.url for one in addresses(Source(page, url="http://example.com/1"))]
    ['http://example.com/1', 'http://www.wuzhi.gov.cn/2021/0724/1.html']
    """
    if source.url:
        yield Address(source.url, None)
    match = TAKEN_FROM.regex.search(source.page)
    if match and match["span"] != source.url:
        yield Address(match["span"], Span(*match.span("span")))


def host_and_path(url: str | None) -> tuple[str, str]:
    """The host in small letters, without its port, and the path, without query and fragment; `http://` may lack.

    >>> host_and_path("http://WWW.wuzhi.gov.cn:80/xwzx/1.html?from=a#top"), host_and_path("epaper.jzrb.com?id=1")
    (('www.wuzhi.gov.cn', 'xwzx/1.html'), ('epaper.jzrb.com', ''))
    """
    address = (url or "").partition("#")[0].partition("?")[0]
    host, _, path = (address.partition("://")[2] or address).partition("/")
    return host.lower().partition(":")[0], path
