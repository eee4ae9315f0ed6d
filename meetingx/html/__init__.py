"""HTML → the text of the page that spans count in, and what the page says of itself.

The text is that of the report's container, as the editors of government sites name it, else of the part that has
nearly all the prose; before it the headline and the line of date and source, behind it the lines that tell the
editor and the site. Where no part stands out, it is the text of the whole page.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from meetingx.html.lines import Line, lines
from meetingx.html.meta import told

__all__ = ["from_html"]

DROPPED = "script, style, noscript, template, svg, select, button, iframe, rt, rp, [hidden]"
UNSEEN = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)
CONTAINERS = (
    # UCAP, TRS WCM and its editors
    *("#UCAPCONTENT", ".TRS_Editor", ".TRS_UEDITOR", ".trs_editor_view", ".trs_paper_default"),
    # Boda (vsb), easysite, hanweb
    *("#vsb_content", ".v_news_content", ".easysite-news-text", "#zoom", "#Zoom", ".zoom", "#zoomcon", ".bt_content"),
    # gov.cn and what copied it
    *(".pages_content", "#articleContent", "#article_content", ".article-content", ".article_content", "#NewsContent"),
    *(".news_content", ".newsContent", "#content_body", "#contentText", "#mainText", ".xl_content", ".xlcontent"),
    # WeChat, schema.org, HTML5
    *("#js_content", ".rich_media_content", '[itemprop="articleBody"]', "article"),
)
SENTENCE = re.compile("[。；！？]")
HAN = re.compile("[\u3400-\u9fff]")
LEAST_PROSE = 60
"""Han characters of prose that a part needs to be taken for the report, where its name does not tell."""

CARD = "article"
"""What no editor names, and sites use for each line of a side list, too: it needs as much prose."""

NEARLY_ALL = 0.9
"""The share of a page's prose that its part must have, where no container is known by its name."""

HEADINGS = frozenset({"h1", "h2", "h3"})
TITLE_NAME = re.compile(r"title|tit\b|biaoti|\bbt\b|headline", re.IGNORECASE)
PUBLISHED = re.compile(
    r"(?:时间|日期|来源|作者|发布|编辑|浏览).*\d{4}[-年/.]\d{1,2}|\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}.*(?:来源|作者|浏览|字体)"
    r"|^\D{0,6}\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s*(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?$|^(?:信息|文章|稿件)?来源[：:]"
)
FOOT = re.compile(
    r"责任编辑|责编|编辑[：:]|记者|通讯员|审核|来源[：:]|主办|承办|版权所有|网站标识码|标识码|ICP备|备案号|Copyright",
    re.IGNORECASE,
)


class Part(NamedTuple):
    """A part of a page: how many others it stands in, and how much prose it has."""

    node: LexborNode
    depth: int
    prose: int


def from_html(html: str, title: str | None = None) -> tuple[str, dict[str, str]]:
    r"""The text of an HTML page, and what its meta tags tell; `title` is its headline where they tell none.

    >>> from_html('<head><meta name="PubDate" content="2021-08-25 09:00"></head><body><p>甲</p>乙<p>丙</p></body>')
    ('甲\n乙\n丙', {'published': '2021-08-25'})
    >>> from_html("<table><tr><td>任务<td>时限<tr><td>排查<td>10月底</table>")[0]
    '任务\t时限\n排查\t10月底'
    """
    tree = LexborHTMLParser(html)
    known = told(tree)
    if title is not None:
        known.setdefault("headline", title)
    for node in tree.css(DROPPED):
        node.decompose()
    root = tree.body or tree.root
    if root is None:
        return "", known
    _drop_unseen(tree, root)
    whole = lines(root)
    parts = _parts(whole, root)
    part = _container(tree, parts) or _densest(root, parts)
    kept = whole if part is None else _around(whole, part, known.get("headline"))
    return "\n".join(line.text for line in kept), known


def _drop_unseen(tree: LexborHTMLParser, root: LexborNode) -> None:
    """Takes out what a style hides; a part with most of the prose is the report, which a script shows."""
    unseen = [node for node in tree.css("[style]") if UNSEEN.search(node.attributes.get("style") or "")]
    if not unseen:
        return
    found = lines(root)
    held = _parts(found, root)
    whole = held[root.mem_id].prose
    inside: set[int] = set()
    dropped: list[LexborNode] = []
    for node in unseen:  # in the order of the page, so that what is inside of another comes behind it
        most = node.mem_id in held and held[node.mem_id].prose * 2 > whole
        if node.mem_id not in inside and node.mem_id != root.mem_id and not most:
            inside.update(one.mem_id for one in node.traverse(include_text=False))
            dropped.append(node)
    for node in dropped:
        node.decompose()


def _prose(found: list[Line]) -> int:
    """The Han characters of lines with sentences that are no links."""
    prose = (one.text for one in found if SENTENCE.search(one.text) and one.linked * 3 < len(one.text))
    return sum(len(HAN.findall(text)) for text in prose)


def _container(tree: LexborHTMLParser, parts: dict[int, Part]) -> LexborNode | None:
    """The part with most prose among those whose name says that they hold an article; the inner one of two alike.

    A single sentence is enough: a report may be shorter than what stands beside it.
    """
    named = (parts[node.mem_id] for node in tree.css(", ".join(CONTAINERS)) if node.mem_id in parts)
    held = [one for one in named if one.prose >= (LEAST_PROSE if one.node.tag == CARD else 1)]
    best = max(held, key=lambda one: (one.prose, one.depth), default=None)
    return best.node if best else None


def _densest(root: LexborNode, parts: dict[int, Part]) -> LexborNode | None:
    """The innermost part that has nearly all the prose; None where that is the whole page or there is little."""
    whole = parts[root.mem_id].prose
    if whole < LEAST_PROSE:
        return None
    dense = (one for one in parts.values() if one.prose >= NEARLY_ALL * whole and one.node.mem_id != root.mem_id)
    inner = [one for one in dense if one.node.tag not in {"p", "br", "tr", "table"}]
    return max(inner, key=lambda one: one.depth).node if inner else None


def _parts(found: list[Line], root: LexborNode) -> dict[int, Part]:
    """The parts of a page, itself the first, in order; those that stand in one another cost no more than others."""
    prose: dict[int, int] = {}
    for line in found:
        prose[line.block.mem_id] = prose.get(line.block.mem_id, 0) + _prose([line])
    depths = {root.mem_id: 0}
    above: dict[int, int] = {}
    nodes = [root, *(node for node in root.traverse(include_text=False) if node.mem_id != root.mem_id)]
    for node in nodes[1:]:
        above[node.mem_id] = node.parent.mem_id if node.parent else root.mem_id
        depths[node.mem_id] = depths[above[node.mem_id]] + 1
    for inner in reversed(above):
        prose[above[inner]] = prose.get(above[inner], 0) + prose.get(inner, 0)
    return {node.mem_id: Part(node, depths[node.mem_id], prose.get(node.mem_id, 0)) for node in nodes}


def _around(whole: list[Line], part: LexborNode, headline: str | None) -> list[Line]:
    """The lines of a part, with the headline and publication before it, and behind it its tables and the credits."""
    inside = {node.mem_id for node in part.traverse(include_text=False)} | {part.mem_id}
    kept: list[Line] = []
    within = adjoins = False
    for line in whole:
        adjoins = line.block.mem_id in inside or (adjoins and _is_row(line))
        if adjoins:
            within = True
            kept.append(line)
        elif _is_link_list(line):
            continue
        elif within:
            kept += [line] if len(line.text) < 120 and FOOT.search(line.text) else []
        elif _is_headline(line, headline) or (len(line.text) < 200 and PUBLISHED.search(line.text)):
            kept.append(line)
    return kept


def _is_row(line: Line) -> bool:
    """Whether a line is a row of data."""
    return line.block.tag == "table" and "\t" in line.text and not _is_link_list(line)


def _is_link_list(line: Line) -> bool:
    return line.linked * 2 > len(line.text)


def _is_headline(line: Line, headline: str | None) -> bool:
    if headline and (line.text == headline or (len(line.text) > 8 and line.text in headline)):
        return True
    if len(HAN.findall(line.text)) < 6:
        return False
    names = " ".join(filter(None, (line.block.attributes.get("class"), line.block.attributes.get("id"))))
    return line.block.tag in HEADINGS or bool(TITLE_NAME.search(names))
