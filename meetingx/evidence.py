"""The orders of evidence: what tells the year of a meeting and where its body is, and what counts before what.

Of the year, the first row that gives one which the publication does not contradict decides. Of the place, every row
that applies gives a division its weight, and that with the most weight is taken. Weights that phrases of the report
give are those of the rules `place/…` of `find/place_phrases.py`; here are the others. `meetingx rules` prints both.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Sample(NamedTuple):
    """A page that a kind of evidence decides."""

    text: str
    url: str | None = None
    published: str | None = None


class Evidence(NamedTuple):
    """A kind of evidence: what it is, its weight (None where the order decides), and pages with what it tells there."""

    name: str
    tells: str
    weight: float | None
    yes: Mapping[Sample, str]


HELD = "召开防汛工作会议。{}李明主持会议。会议强调，要压实责任。"
COUNTY = "7月8日，县政府" + HELD.format("县长")
PLACED = "2021年7月8日，县政府" + HELD.format("县长")
DATED = "2021年7月8日，武陟县" + HELD.format("")

YEAR_EVIDENCE: tuple[Evidence, ...] = (
    Evidence("year/printed", "the date of the meeting has its year", None, {Sample(DATED): "2021-07-08"}),
    Evidence(
        "year/name",
        "the name of the meeting",
        None,
        {Sample("7月8日，县政府召开2019年防汛工作会议。县长李明主持会议。"): "2019-07-08"},
    ),
    Evidence(
        "year/headline",
        "a headline that names the meeting",
        None,
        {Sample("武陟县召开2019年防汛工作会议\n" + COUNTY): "2019-07-08"},
    ),
    Evidence(
        "year/other-headline",
        "a headline of another matter, behind the periods that the report looks back on",
        None,
        {Sample("武陟县部署2019年防汛\n" + COUNTY): "2019-07-08"},
    ),
    Evidence(
        "year/published",
        "the day of publication, given or in the page's meta tags: the year in which the day last came before it",
        None,
        {Sample(COUNTY, published="2020-01-04"): "2019-07-08"},
    ),
    Evidence(
        "year/header",
        "the same, printed in the header",
        None,
        {Sample("防汛\n发布时间：2020-01-04 09:21\n" + COUNTY): "2019-07-08"},
    ),
    Evidence(
        "year/url",
        "the same, in the address",
        None,
        {Sample(COUNTY, url="http://www.example.com/2019/0709/1.html"): "2019-07-08"},
    ),
    Evidence(
        "year/document",
        "the number of a document in the sentence",
        None,
        {Sample("7月8日，县政府召开防汛工作会议，学习县政发〔2019〕36号文件。县长李明主持会议。"): "2019-07-08"},
    ),
    Evidence(
        "year/period",
        "a period that the report looks back on or ahead to",
        None,
        {Sample(COUNTY + "会议通报了2019年上半年工作情况。"): "2019-07-08"},
    ),
    Evidence(
        "year/same-day",
        "the same day, printed with its year elsewhere",
        None,
        {Sample(COUNTY + "据悉，2019年7月8日晚有雨。"): "2019-07-08"},
    ),
)
"""What tells the year, the first first."""

PLACE_EVIDENCE: tuple[Evidence, ...] = (
    Evidence(
        "place/site-code",
        "the 网站标识码 of the footer, or of the page's meta tags",
        4.0,
        {Sample(PLACED + "\n网站标识码：4108230001"): "武陟县"},
    ),
    Evidence(
        "place/known-site",
        "the site of the address, where it is known whose it is",
        3.5,
        {Sample(PLACED.replace("县", "市"), url="http://epaper.jzrb.com/html/1.html"): "焦作市"},
    ),
    Evidence(
        "place/site",
        "the name of the site or paper in header, dateline, byline or footer",
        2.5,
        {Sample("武陟新闻网讯 " + PLACED): "武陟县"},
    ),
    Evidence(
        "place/site-zone",
        "the development zone that the header says the page is from",
        2.5,
        {
            Sample(
                "防汛\n来源：合肥经济技术开发区 发布时间：2021-07-09 09:21\n2021年7月8日，我区"
                + HELD.format("管委会主任"),
            ): "合肥经济技术开发区"
        },
    ),
    Evidence(
        "place/paper",
        "a paper or news site in header, dateline, byline or footer that is not called after its place",
        2.5,
        {Sample("皖西日报讯 2021年7月8日，市委" + HELD.format("市委书记")): "六安市"},
    ),
    Evidence(
        "place/url-zone",
        "a development zone that the official domain spells: its division, and jkq, gxq, kfq",
        2.0,
        {
            Sample(
                "2021年7月8日，区工委" + HELD.format("区工委书记、管委会主任"), url="http://www.zbgxq.gov.cn/1.html"
            ): "淄博高新区"
        },
    ),
    Evidence(
        "place/url",
        "a label of the domain that spells the division; 2.6 in an official one",
        2.0,
        {Sample(PLACED, url="http://www.wuzhi.com/a.html"): "武陟县"},
    ),
    Evidence(
        "place/url-letters",
        "the letters of province and division in an official domain",
        2.0,
        {Sample(PLACED.replace("县", "区"), url="http://www.tjnhq.gov.cn/a.html"): "宁河区"},
    ),
    Evidence(
        "place/site-address",
        "where whoever runs the site has its seat, in the footer",
        1.8,
        {Sample(PLACED + "\n地址：武陟县朝阳路1号 邮编：454950"): "武陟县"},
    ),
    Evidence(
        "place/phone",
        "the area code of the number of an editor, or of an office on duty",
        1.8,
        {Sample(PLACED.replace("县", "市") + "\n新闻热线：0391-8220000"): "焦作市"},
    ),
    Evidence(
        "place/url-namesake",
        "a site that is called as the government of a division calls its own, whose letters do not tell it",
        1.8,
        {Sample(PLACED.replace("县", "区"), url="http://bbs.cqtnw.com/a.html"): "潼南区"},
    ),
    Evidence(
        "place/given-by",
        "who gave the page to the site, in a line of source",
        1.8,
        {Sample(PLACED + "\n信息来源：武陟县农业农村局"): "武陟县"},
    ),
    Evidence(
        "place/column",
        "the column of the site that the page's meta tags name, where it is named after a place",
        1.8,
        {Sample(f"<html><meta name='ColumnName' content='武陟要闻'><body><p>{PLACED}</p></body></html>"): "武陟县"},
    ),
    Evidence(
        "place/url-around",
        "two initials in an official domain, of the one such division in a province or prefecture that the page names",
        1.8,
        {Sample(PLACED + "会上，焦作气象专家作了讲解。", url="http://www.wzx.gov.cn/a.html"): "武陟县"},
    ),
    Evidence(
        "place/url-named",
        "a division's name in Chinese characters in the address",
        1.5,
        {Sample(PLACED, url="http://www.example.com/wiki/%E6%AD%A6%E9%99%9F"): "武陟县"},
    ),
    Evidence(
        "place/url-initials",
        "a label that begins with the initials of a division that the page names, too",
        1.5,
        {
            Sample(
                "2021年7月8日，市政府" + HELD.format("市长") + "邯郸市水利专家到会。", url="http://www.hdrb.com/1.html"
            ): "邯郸市"
        },
    ),
    Evidence(
        "place/url-province",
        "the province that the address spells, for a division in it that the page names",
        1.2,
        {Sample(PLACED + "会上，武陟气象专家作了讲解。", url="http://henan.example.com/1.html"): "武陟县"},
    ),
    Evidence(
        "place/url-phone",
        "the area code that the name of the site begins with: 0391xw.cn",
        1.2,
        {Sample(PLACED.replace("县", "市"), url="http://www.0391xw.cn/a.html"): "焦作市"},
    ),
    Evidence(
        "place/named",
        "a name with nothing behind it that tells more; a zone's or township's counts 2",
        1.0,
        {Sample(PLACED + "会上，武陟气象专家作了讲解。"): "武陟县"},
    ),
    Evidence(
        "place/townships",
        "where nothing else tells: the county of the report's kind that most of the townships named lie in",
        1.0,
        {Sample(PLACED + "会后，与会人员到大封镇、嘉应观乡察看。"): "武陟县"},
    ),
    Evidence(
        "place/township-alone",
        "where nothing else tells: the only township named by a report that speaks of one as its own",
        1.0,
        {Sample("2021年7月8日，镇党委" + HELD.format("镇长") + "会后，与会人员察看了嘉应观乡、大封镇水闸。"): "大封镇"},
    ),
    Evidence(
        "place/township-of",
        "where that is not enough: a township named, for a county around it that something else tells",
        1.0,
        {Sample(PLACED + "会上，与会人员察看了嘉应观乡水闸。\n上一篇：温县开展义诊\n下一篇：武陟县建成书屋"): "武陟县"},
    ),
    Evidence(
        "place/links",
        "the site's other headlines",
        0.9,
        {Sample(PLACED + "\n上一篇：武陟县开展义诊\n下一篇：武陟县建成书屋"): "武陟县"},
    ),
    Evidence(
        "place/encloses",
        "the division of the kind that the report speaks of (县, 市), by a place in it",
        0.6,
        {Sample("2021年7月8日，市委" + HELD.format("市委书记") + "武陟县、博爱县、修武县负责人参加会议。"): "焦作市"},
    ),
)
"""What else tells the place, by weight."""

WEIGHTS = {one.name: one.weight or 0.0 for one in PLACE_EVIDENCE}
"""The weight of each kind of evidence for a place."""
