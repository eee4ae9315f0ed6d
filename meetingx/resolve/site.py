"""What the site tells of its place: its name, its source lines, its code, its address."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

from meetingx import divisions
from meetingx import patterns as re
from meetingx.evidence import WEIGHTS
from meetingx.lexicon import rows
from meetingx.resolve.area_codes import of_code
from meetingx.resolve.stories import Story
from meetingx.rules import Rule, expand
from meetingx.source import Span, Text

MEDIA = (
    r"日报|晚报|晨报|时报|新闻网|新闻|要闻|时政|之窗|政府网|门户网|信息港|在线|广播|电视台|传媒|融媒|发布|论坛|社区网|资讯"
    r"|党建|报道|网讯|网|讯"
)
# Bodies that have a site of their own; in the report itself they are bodies.
BODIES = r"人民政府|市政府|县政府|区政府|政府办|生态环境局?|环保局"
# Letters right before or behind are those of a betting shop: 7k博乐网www官方.
NAME = r"(?<![A-Za-z0-9])(?<!中国)(?P<name>[\u3400-\u9fff]{2,16}?)"
SITE = re.compile(rf"{NAME}(?:{MEDIA}|{BODIES})(?![A-Za-z]|官方|平台|娱乐)")
PAPER_OR_SITE = re.compile(rf"{NAME}(?:{MEDIA})(?![A-Za-z]|官方|平台|娱乐)")
# The address of whoever runs the site.
AT_HOME = re.compile(r"地址：(?:中国)?(?P<name>[\u3400-\u9fff]{2,12})")
# Who gave the page to the site: 信息来源：甲县农业局.
GIVEN_BY = re.compile(r"(?:来源|供稿|供稿单位|发布机构|发布单位|信息提供)：(?P<name>[\u3400-\u9fff]{2,16})")
# A development zone that a page is from: 来源：甲山经济开发区.
OF_ZONE = re.compile(
    r"(?:来源|发布(?:机构|单位|部门|者|人)?|单位|机构)：(?:国家级|省级)?(?P<zone>(?!国家|省级)[\u3400-\u9fff]{2,8}?"
    r"(?:经济技术开发区|高新技术产业开发区|经济开发区|高新区|经开区|开发区|新区|工业园区))(?:管委会)?(?=$|[\s丨|])"
)
LONGEST_FURNITURE = 120
LONGEST_LINKS = 200
SHORT_NAME = 2
OF_THE_FOOT = frozenset({"footer", "disclaimer", "fragment", "navigation", "related"})
CODE = re.compile(r"(?:网站标识码[：: ]*|索引号[：:\s|]*(?:11(?=\d{6})|(?=\d{10}[/-])))(?P<code>\d{6})")


# Numbers of whoever sells the site, 联系方式 or 电话 alone, tell nothing.
PHONE = Rule(
    name="site/phone",
    pattern=(
        r"(?:新闻|举报|监督|值班|投诉|报料|爆料|编辑部|总编室|投稿)(?:热线|电话)?(?:电话)?[：: （(]{0,3}"
        r"(?P<span>0(?:10|2\d|[3-9]\d\d))[-—－ ）)]{1,2}[2-8]\d{6,7}(?!\d)"
    ),
    make=lambda m: m["span"],
    yes={"新闻热线：〔0855〕-8220000": "0855", "值班电话:〔010〕-62220000": "010"},
    no=("联系电话：0855-8220000", "新闻热线：855-8220000", "举报电话：12345"),
)

Named: TypeAlias = tuple[str, float, tuple[Span, ...], str]
"""The name of a division, its weight, where it stands, and the row of PLACE_EVIDENCE."""


def site_names(story: Story) -> Iterator[Named]:
    """Names of divisions in the site's name, source lines and code."""
    page = story.mentions.page
    for text in _lines(story):
        yield from _in_line(text, SITE)
    for text in _ends(story):
        yield from _in_line(text, PAPER_OR_SITE)
    yield from _neighbours(story)
    source = page.cleaned.source
    for _, _, name in divisions.find_names(source.site or ""):
        yield name, WEIGHTS["place/site"], (), "place/site"
    for start, _, name in divisions.find_names(source.column or ""):
        if start == 0:
            yield name, WEIGHTS["place/column"], (), "place/column"
    text = page.cleaned.text
    code = CODE.search(text.chars)
    division = divisions.coded(code["code"] if code else (source.site_code or "")[:6])
    if division:
        spans = (text.span(*code.span("code")),) if code else ()
        yield division.name, WEIGHTS["place/site-code"], spans, "place/site-code"
    yield from _by_phone(text)


def _by_phone(text: Text) -> Iterator[Named]:
    """The prefecture whose area code the number of an editor, or of an office on duty, begins with."""
    for one in PHONE.all(text.chars):
        division = of_code(one.value)
        if division is not None:
            yield division.name, WEIGHTS["place/phone"], (text.span(one.start, one.end),), "place/phone"
            return


def _in_line(text: Text, site: re.Pattern[str]) -> Iterator[Named]:
    """What a line of header, dateline, byline or footer names: a site, a paper, a seat, who gave the page."""
    for match in site.finditer(text.chars):
        at = match.start("name")
        found = divisions.find_names(match["name"])
        if not found and not PAPER.search(match[0]) and (whole := _only_division(match["name"])):
            yield whole, WEIGHTS["place/site"], (text.span(*match.span("name")),), "place/site"
        for start, end, name in found:
            if (start == 0 or end == len(match["name"])) and not match["name"].startswith("中国"):
                yield name, WEIGHTS["place/site"], (text.span(at + start, at + end),), "place/site"
    for start, end, adcode in _papers(text.chars):
        paper = divisions.coded(adcode)
        if paper is not None:
            yield paper.name, WEIGHTS["place/paper"], (text.span(start, end),), "place/paper"
    for pattern, rule in ((AT_HOME, "place/site-address"), (GIVEN_BY, "place/given-by")):
        for match in pattern.finditer(text.chars):
            at = match.start("name")
            for start, end, name in divisions.find_names(match["name"])[:2]:
                if start == 0 or rule == "place/site-address":
                    yield name, WEIGHTS[rule], (text.span(at + start, at + end),), rule


def _only_division(word: str) -> str | None:
    """The only division that is called by a word, though the word is a common one, too: 民权 of 民权网."""
    if len(word) != SHORT_NAME:
        return None
    names = [d.name for kind in "县市旗" for d in divisions.named(word + kind) if d.name == word + kind and not d.last]
    return names[0] if len(names) == 1 else None


def _papers(chars: str) -> Iterator[tuple[int, int, str]]:
    """The papers and news sites named that are not called after their place, with the code of that."""
    known = _known_papers()
    for match in PAPER.finditer(chars):
        yield *match.span(), known[match[0]]


# A longer name that one ends is that of another paper.
PAPER = re.compile(expand(r"(?<!<<han>>)<<paper>>"))


@cache
def _known_papers() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("papers")}


def site_zones(story: Story) -> Iterator[tuple[str, Span]]:
    """The development zones that the header says the page is from."""
    for text in story.mentions.page.header:
        for match in OF_ZONE.finditer(text.chars):
            yield match["zone"], text.span(*match.span("zone"))


def _neighbours(story: Story) -> Iterator[Named]:
    """The divisions that the site's other headlines name: a site's links tell of its own place most often."""
    for text in _furniture(story, frozenset({"related", "navigation", "fragment"}), LONGEST_LINKS):
        for start, end, name in divisions.find_names(text.chars)[:4]:
            if any(name == division.name for division in divisions.named(name)):
                yield name, WEIGHTS["place/links"], (text.span(start, end),), "place/links"


def _furniture(story: Story, reasons: frozenset[str], longest: int) -> Iterator[Text]:
    """The lines of the page that are no report, for one of these reasons, without their noise."""
    page = story.mentions.page
    text = page.cleaned.text
    for piece in page.furniture:
        if piece.reason in reasons:
            low, high = bisect_left(text.starts, piece.span.start), bisect_left(text.starts, piece.span.end)
            if 0 < high - low < longest:
                yield text.slice(low, high)


def _lines(story: Story) -> Iterator[Text]:
    """The lines that may name the site: header, byline, headlines, and the furniture of the foot."""
    page = story.mentions.page
    yield from page.header
    yield from page.byline
    for line in story.headlines:
        if len(line.text) < 60:
            yield line.text
    yield from _furniture(story, OF_THE_FOOT, LONGEST_FURNITURE)


def _ends(story: Story) -> Iterator[Text]:
    """The first and the last of the report itself, which may name the site, too: the dateline, the source."""
    for line in story.mentions.paragraphs[:1]:
        yield line.text.slice(0, 40)
    for line in story.mentions.paragraphs[-2:]:
        if not line.presences and not line.openings:
            yield line.text.slice(0, 40)
