"""HTML in: which part of a page is its text, and what its tags tell of title, publication, site and place."""

from __future__ import annotations

import json

import pytest

import meetingx
from meetingx.html import CONTAINERS, from_html

BODY = [
    "3月5日，饶阳县召开安全生产工作会议，总结去年工作，安排今年任务。县长陆明主持会议并讲话。",
    "陆明强调，各乡镇要在3月底前完成排查，县直有关部门要加强执法检查，确保不发生事故。",
]
HEAD = "饶阳县召开安全生产工作会议"
STAMP = "发布时间：2024-03-06 来源：县政府办"
ABSTRACTS = "<ul><li><a href=1>安平县召开春耕生产会议</a></li><li><a href=2>深州市开展大走访</a></li></ul>"
FOOT = "<div class=foot><p>主办：饶阳县人民政府办公室</p><p>地址：平安路1号</p></div>"


def page(inner: str, *, head: str = "", title: str = "") -> str:
    title = title or f"<h1>{HEAD}</h1>"
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body><div class=nav><a href=/>首页</a>"
        f"<a href=/x>要闻动态</a></div>{title}<div class=info>{STAMP}</div>{inner}"
        f"<div class=side><h3>热点</h3>{ABSTRACTS}</div>{FOOT}</body></html>"
    )


def paragraphs(lines: list[str] = BODY) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


WANTED = [HEAD, STAMP, *BODY, "主办：饶阳县人民政府办公室"]


@pytest.mark.parametrize("selector", CONTAINERS)
def test_known_containers_hold_the_report(selector: str) -> None:
    if selector.startswith("#"):
        inner = f'<div id="{selector[1:]}">{paragraphs()}</div>'
    elif selector.startswith("."):
        inner = f'<div class="a {selector[1:]}">{paragraphs()}</div>'
    else:
        inner = f'<article itemprop="articleBody">{paragraphs()}</article>'
    aside = "<div><p>本网提醒：请勿轻信谣言，发现问题及时举报，共同维护网络环境，欢迎广大网民监督。</p></div>"
    assert from_html(page(inner + aside))[0].split("\n") == WANTED


@pytest.mark.parametrize("inner", [f"<div><div>{paragraphs()}</div></div>", f"<table><tr><td>{paragraphs()}</table>"])
def test_without_a_known_container_the_prose_tells(inner: str) -> None:
    assert from_html(page(inner))[0].split("\n") == WANTED


def test_where_nothing_stands_out_the_whole_page_is_its_text() -> None:
    halves = f"<div>{paragraphs(BODY[:1])}</div><div>{paragraphs(BODY[1:])}</div>"
    found = from_html(page(halves))[0].split("\n")
    assert [*BODY] == [line for line in found if line in BODY]
    assert "要闻动态" in found[0]
    assert from_html("<body><p>首页</p><p>简讯</p></body>")[0] == "首页\n简讯"


def test_the_container_with_most_prose_is_the_report() -> None:
    short = "<div class=TRS_Editor><p>县情简介：本县位于平原，人口三十万，盛产粮食和蔬菜。</p></div>"
    found = from_html(page(f'{short}<div id="zoom"><div class=TRS_Editor>{paragraphs()}</div></div>'))[0]
    assert found.split("\n") == WANTED


SHORT = "3月5日，县长陆明主持召开安全生产会议。"
SIDE = "".join(
    f"<li><a href={i}>安平县召开春耕生产会议</a><p>3月{i}日，安平县召开春耕生产会议，县长王强主持。</p>" for i in "234"
)


@pytest.mark.parametrize("name", ["id=zoom", "class=TRS_Editor", 'id="vsb_content"'])
def test_a_container_with_one_sentence_is_the_report(name: str) -> None:
    html = page(f"<div><ul>{SIDE}</ul></div><div {name}><p>{SHORT}</p></div><div><ul>{SIDE}</ul></div>")
    assert from_html(html)[0].split("\n") == [HEAD, STAMP, SHORT, "主办：饶阳县人民政府办公室"]
    [meeting] = meetingx.extract(html)
    assert (meeting.title, meeting.chair and meeting.chair.name) == (HEAD, "陆明")


def test_a_card_of_a_side_list_is_no_report() -> None:
    body = "".join(f"<p>{line}</p><div></div>" for line in BODY)
    found = from_html(page(f"<div>{body}</div><article><p>{SHORT}</p></article>"))[0]
    assert [line for line in found.split("\n") if line in BODY] == BODY


NAMED = "饶阳县部署安全生产"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f'<meta name="ArticleTitle" content="{NAMED}">', f"<p>{NAMED}</p>"),
        ("", f"<h1>{NAMED}</h1>"),
        (f"<title>{NAMED}-饶阳县人民政府</title>", f"<div>饶阳县部署<br>{NAMED}</div>"),
    ],
)
def test_the_headline_that_the_tags_name_goes_before_lists(head: str, title: str) -> None:
    inner = f"<ul><li><a href=1>安平县召开春耕生产会议</a></ul>{title}<div>{BODY[0]}</div><p>{BODY[1]}</p>"
    [meeting] = meetingx.extract(f"<html><head>{head}</head><body>{inner}</body></html>")
    assert meeting.title == NAMED


def test_the_headline_that_the_tags_name_need_not_be_a_line() -> None:
    inner = f"<ul><li><a href=1>安平县召开春耕生产会议</a></ul><div>{BODY[0]}</div><p>{BODY[1]}</p>"
    head = f'<meta name="ArticleTitle" content="{HEAD}">'
    [meeting] = meetingx.extract(f"<html><head>{head}</head><body>{inner}</body></html>")
    assert meeting.title == HEAD


@pytest.mark.parametrize("heading", ["饶阳县人民政府", "要闻", f"{HEAD}</h1><h1>安平县召开春耕会议"])
def test_a_heading_that_is_no_headline_tells_nothing(heading: str) -> None:
    assert from_html(f"<body><h1>{heading}</h1></body>")[1] == {}


def test_a_headline_in_a_part_named_so_is_kept() -> None:
    found = from_html(page(f"<div id=zoom>{paragraphs()}</div>", title=f'<div class="art-title">{HEAD}</div>'))[0]
    assert found.split("\n") == WANTED
    tag = f'<meta name="ArticleTitle" content="{HEAD}">'
    found = from_html(page(f"<div id=zoom>{paragraphs()}</div>", head=tag, title=f"<div><b>{HEAD}</b></div>"))[0]
    assert found.split("\n") == WANTED


def test_blocks_end_where_they_end() -> None:
    assert from_html("<div>甲<p>乙</p>丙<br>丁<b>戊</b><div></div>己</div>")[0] == "甲\n乙\n丙\n丁戊\n己"


def test_rows_of_data_are_lines_and_layout_is_not() -> None:
    rows = "<tr><th>任务<th>责任单位</tr><tr><td><p>排查<br>隐患</p><td>应急局</tr>"
    assert from_html(f"<table>{rows}</table>")[0] == "任务\t责任单位\n排查 隐患\t应急局"
    layout = "<table><tr><td><div>甲</div></td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>"
    assert from_html(layout)[0] == "甲\n乙\n丙\t丁"
    assert from_html("<table><tr><td>甲</td><td>乙</td></tr></table>")[0] == "甲\n乙"


@pytest.mark.parametrize("name", ["", "id=zoom"])
def test_a_table_right_behind_the_report_belongs_to_it(name: str) -> None:
    table = "<table><tr><td>任务<td>责任单位</tr><tr><td>排查隐患<td>应急局</tr></table>"
    found = from_html(page(f"<div><div {name}>{paragraphs()}</div>{table}</div><p>上一篇</p>{table}"))[0]
    assert found.split("\n") == [*WANTED[:-1], "任务\t责任单位", "排查隐患\t应急局", WANTED[-1]]


def test_a_column_of_the_page_is_no_cell() -> None:
    head, aside = "<td>首页</td><td>今天是3月6日</td>", "<td><a href=1>返回</a></td>"
    layout = f"<tr>{head}</tr><tr>{aside}<td>{paragraphs(BODY * 4)}</td></tr>"
    assert from_html(f"<table>{layout}</table>")[0].split("\n") == BODY * 4


def test_what_is_not_shown_is_no_text() -> None:
    hidden = "<p>甲</p><script>x</script><style>y</style><p hidden>z</p><select><option>1</select><p>乙</p>"
    assert from_html(hidden)[0] == "甲\n乙"


def test_deep_nesting_harms_nothing() -> None:
    assert from_html(f"{'<div>' * 3000}甲{'</div>' * 3000}")[0] == "甲"


@pytest.mark.parametrize(
    "unseen",
    [
        '<p style="display:none">看不见的字。</p>',
        '<div style="color: red; DISPLAY : none !important"><p style="display:none">看不见的字。</p></div>',
        "<p hidden>看不见的字。</p>",
        '<div hidden=""><p>看不见的字。</p></div>',
    ],
)
def test_what_is_not_seen_is_no_text(unseen: str) -> None:
    assert from_html(page(f"<div id=zoom>{paragraphs()}{unseen}</div>"))[0].split("\n") == WANTED


def test_a_report_that_a_script_shows_is_text() -> None:
    shown = f'<div id=zoom style="display: none">{paragraphs()}</div>'
    assert from_html(page(shown))[0].split("\n") == WANTED
    found = from_html(page(f'<p style="x-display: none">{BODY[0]}</p><p style="display: nonesuch">{BODY[1]}</p>'))[0]
    assert [line for line in found.split("\n") if line in BODY] == BODY


def test_what_tells_how_to_read_a_character_is_no_text() -> None:
    ruby = "陆<ruby>明<rp>（</rp><rt>míng</rt><rp>）</rp></ruby>"
    assert from_html(page(f"<div id=zoom>{paragraphs().replace('陆明', ruby)}</div>"))[0].split("\n") == WANTED


def linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


ARTICLE = {"@type": ["NewsArticle"], "headline": "县政府开会", "datePublished": "2024-03-06T08:00:00+08:00"}
TOLD = [
    ('<meta name="PubDate" content="2024-03-06 10:00">', {"published": "2024-03-06"}),
    ('<meta property="article:published_time" content="2024-03-06T10:00:00+08:00">', {"published": "2024-03-06"}),
    ('<meta property="article:published_time" content="2024-03-05T16:30:00+00:00">', {"published": "2024-03-06"}),
    (linked({"@type": "Article", "datePublished": "2024-03-05T16:30:00Z"}), {"published": "2024-03-06"}),
    (f'<meta name="PubDate" content="{"1" * 5000}">', {"published": "1" * 5000}),
    ('<meta name="sitename" content=" 饶阳县人民政府 ">', {"site": "饶阳县人民政府"}),
    ('<meta name="SiteIDCode" content="1311240001">', {"site_code": "1311240001"}),
    ('<meta name="ContentSource" content="饶阳县融媒体中心">', {"site": "饶阳县融媒体中心"}),
    ('<meta name="SiteName" content="甲网"><meta name="ContentSource" content="乙">', {"site": "甲网"}),
    ('<meta property="og:title" content="县政府开会">', {"headline": "县政府开会"}),
    (
        '<meta name="ArticleTitle" content="县政府开会"><meta property="og:title" content="x">',
        {"headline": "县政府开会"},
    ),
    ("<title>县政府开会_要闻_饶阳县人民政府</title>", {"headline": "县政府开会", "site": "饶阳县人民政府"}),
    ("<title>县政府开会-2024</title>", {}),
    ('<meta name="PubDate" content=" "><meta name="ArticleTitle">', {}),
    (
        linked({**ARTICLE, "publisher": {"name": "饶阳网"}}),
        {"headline": "县政府开会", "published": "2024-03-06", "site": "饶阳网"},
    ),
    (
        linked({"@graph": [{"@type": "Organization", "name": "x"}, ARTICLE]}),
        {"headline": "县政府开会", "published": "2024-03-06"},
    ),
    (linked([{"@type": "BreadcrumbList"}, 5]), {}),
    ('<script type="application/ld+json">{broken</script>', {}),
]


@pytest.mark.parametrize(("head", "wanted"), TOLD)
def test_pages_tell_of_themselves(head: str, wanted: dict[str, str]) -> None:
    assert from_html(f"<html><head>{head}</head><body>甲</body></html>") == ("甲", wanted)


def test_a_record_has_what_the_tags_tell() -> None:
    head = (
        '<meta name="ArticleTitle" content="我县召开安全生产工作会议"><meta name="PubDate" content="2024-03-06 10:00">'
        '<meta name="SiteName" content="饶阳县人民政府"><meta name="SiteIDCode" content="1311240001">'
    )
    body = BODY[0].replace("饶阳县", "我县"), BODY[1]
    html = f"<html><head>{head}</head><body><div id=zoom>{paragraphs(list(body))}</div></body></html>"
    [meeting] = meetingx.extract(html.encode("gb18030"))
    assert (meeting.title, meeting.date, meeting.published) == ("我县召开安全生产工作会议", "2024-03-05", "2024-03-06")
    assert meeting.place is not None
    assert (meeting.place.name, meeting.place.basis, meeting.source.site) == ("饶阳县", "site", "饶阳县人民政府")
    page_text = "\n".join(body)
    assert meeting.chair is not None
    assert page_text[meeting.chair.span.start : meeting.chair.span.end] == "陆明"
