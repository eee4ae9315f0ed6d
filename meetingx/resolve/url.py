"""The parts of an address that may tell whose page it is."""

from __future__ import annotations


def host_and_path(url: str | None) -> tuple[str, str]:
    """The host in small letters, without its port, and the path, without query and fragment; `http://` may lack.

    >>> host_and_path("http://WWW.wuzhi.gov.cn:80/xwzx/1.html?from=a#top"), host_and_path("epaper.jzrb.com?id=1")
    (('www.wuzhi.gov.cn', 'xwzx/1.html'), ('epaper.jzrb.com', ''))
    """
    address = (url or "").partition("#")[0].partition("?")[0]
    host, _, path = (address.partition("://")[2] or address).partition("/")
    return host.lower().partition(":")[0], path
