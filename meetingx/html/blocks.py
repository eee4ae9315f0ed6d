"""Which elements of HTML begin a line of their own, and which of them a text stands in."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

# fmt: off
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
))
# fmt: on
BLANKS = re.compile(r"[ \t\r\n]+")


def home(node: LexborNode, root: LexborNode) -> tuple[LexborNode, bool]:
    """The block that a text stands in, at most `root`, and whether it is a link."""
    is_link = False
    above = node.parent
    while above is not None and above.mem_id != root.mem_id and above.tag not in BLOCKS:
        is_link = is_link or above.tag == "a"
        above = above.parent
    return above or root, is_link
