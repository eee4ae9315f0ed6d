"""Tables of tasks give tasks: bodies and days by their columns, in HTML and in text, one directive for each table."""

from __future__ import annotations

import pytest

import meetingx
from meetingx import Meeting

REPORT = "2021年7月8日，武陟县召开水污染防治推进会。县长李明主持会议。李明强调，要压实责任。"
ROWS = (
    ("序号", "工作任务", "牵头单位", "责任单位", "完成时限"),
    ("1", "排查入河排污口并建立台账", "县生态环境局", "县水利局、各乡镇政府", "8月底前"),
    ("2", "完成老城区污水管网改造", "县住建局", "县财政局", "2021年12月31日"),
    ("3", "常态化开展河道保洁", "县城管局", "", "长期坚持"),
)
TASKS = [
    ("排查入河排污口并建立台账", ["县生态环境局", "县水利局", "各乡镇政府"], ("8月底前", "2021-08-31")),
    ("完成老城区污水管网改造", ["县住建局", "县财政局"], ("2021年12月31日", "2021-12-31")),
    ("常态化开展河道保洁", ["县城管局"], None),
]


def html(rows: tuple[tuple[str, ...], ...], *, after: str = "") -> str:
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<html><body><div id='zoom'><p>{REPORT}</p><table>{table}</table><p>{after}</p></div></body></html>"


def barred(rows: tuple[tuple[str, ...], ...]) -> str:
    return REPORT + "\n" + "\n".join("| " + " | ".join(cell or "-" for cell in row) + " |" for row in rows)


def tabled(meeting: Meeting) -> list[tuple[str, list[str], tuple[str, str | None] | None]]:
    """Task, bodies and deadline of what tables gave."""
    return [
        (one.text, one.assignees, (one.deadline.text, one.deadline.date) if one.deadline else None)
        for one in meeting.tasks
        if meeting.directives[one.directive].verb == "工作任务"
    ]


def test_each_row_is_a_task_with_its_bodies_and_day() -> None:
    [meeting] = meetingx.extract(html(ROWS, after="各乡镇负责人参加会议。"))
    assert tabled(meeting) == TASKS
    assert [one.speaker for one in meeting.directives] == ["李明", "会议"]
    assert [one.text for one in meeting.attendees if one.kind == "group"] == ["各乡镇负责人"]


def test_bars_part_cells_in_text() -> None:
    rows = (*ROWS[:3],)
    [meeting] = meetingx.extract(barred(rows))
    assert tabled(meeting) == TASKS[:2]


def test_spans_are_the_cells() -> None:
    page = html(ROWS)
    [meeting] = meetingx.extract(page)
    text = meetingx.clean(page).source.page
    assert [text[one.span.start : one.span.end] for one in meeting.tasks[1:]] == [one for one, _, _ in TASKS]


def test_a_cell_over_several_rows_is_left_out_of_the_later_ones() -> None:
    rows = (("类别", *ROWS[0][1:]), ("水", *ROWS[1][1:]), ROWS[2][1:])
    [meeting] = meetingx.extract(html(rows))
    assert tabled(meeting) == TASKS[:2]


def test_measures_go_before_tasks() -> None:
    rows = (("任务", "整改措施", "责任单位"), ("排污口", "封堵排污口三处", "县水利局"))
    [meeting] = meetingx.extract(html(rows))
    assert [(one.text, one.assignees) for one in meeting.tasks[1:]] == [("封堵排污口三处", ["县水利局"])]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((("姓名", "单位"), ("李明", "县水利局")), id="no task"),
        pytest.param((("工作任务", "进度"), ("排查入河排污口", "60%")), id="nobody responsible"),
        pytest.param((ROWS[0],), id="no rows"),
    ],
)
def test_other_tables_give_none(rows: tuple[tuple[str, ...], ...]) -> None:
    [meeting] = meetingx.extract(html(rows))
    assert [one.text for one in meeting.tasks] == ["要压实责任"]


HEADING = ("序号", "工作任务", "责任单位", "完成时限")
FIRST = ("1", "封堵入河排污口", "县水利局", "2021.8.31")
LAST = ("3", "清理河道垃圾", "各乡镇", "12.31")
OF_FIRST = ("封堵入河排污口", ["县水利局"], ("2021.8.31", "2021-08-31"))
OF_LAST = ("清理河道垃圾", ["各乡镇"], ("12.31", "2021-12-31"))


def page(table: str) -> str:
    return html(()).replace("<table></table>", table)


def row(*cells: str, tag: str = "td") -> str:
    """A row of cells; `2x1 words` goes over two rows, `1x2 words` over two columns."""
    made = ""
    for cell in cells:
        size, _, words = cell.rpartition(" ") if cell[:1].isdigit() and "x" in cell[:3] else ("1x1", "", cell)
        down, across = size.split("x")
        made += f"<{tag} rowspan={down} colspan={across}>{words}</{tag}>"
    return f"<tr>{made}</tr>"


def of_table(table: str) -> list[tuple[str, list[str], tuple[str, str | None] | None]]:
    """What a table gives, each task's span being where it is printed."""
    [meeting] = meetingx.extract(page(table))
    text = meetingx.clean(page(table)).source.page
    found = [one for one in meeting.tasks if one.directive]
    assert [text[one.span.start : one.span.end].replace("； ", "；") for one in found] == [one.text for one in found]
    return [
        (one.text, one.assignees, (one.deadline.text, one.deadline.date) if one.deadline else None) for one in found
    ]


TABLES = {
    "head and body of one row each": (
        f"<table><thead>{row(*HEADING, tag='th')}</thead><tbody>{row(*FIRST)}</tbody></table>",
        [OF_FIRST],
    ),
    "pasted from Word": (
        f"<table>{row(*(f'<div><span>{one[:2]}</span>{one[2:]}<o:p></o:p></div>' for one in HEADING))}"
        + row(
            "1",
            "<ul><li>封堵入河</li><li>排污口</li></ul>",
            "<p>县<b>水利</b>局</p><br>县住建局",
            "<img>9月<i>底</i>前",
        )
        + "</table>",
        [("封堵入河 排污口", ["县水利局", "县住建局"], ("9月底前", "2021-09-30"))],
    ),
    "a long cell": (
        f"<table>{row(*HEADING)}{row('1', '逐一排查入河排污口，' * 40, '县水利局', '')}{row(*LAST)}</table>",
        [("逐一排查入河排污口，" * 40, ["县水利局"], None), OF_LAST],
    ),
    "a row that is none": (
        f"<table>{row(*HEADING)}{row(*FIRST)}"
        + row("2", "<table><tr><td>甲</td></tr></table>", "", "")
        + f"{row(*LAST)}</table>",
        [OF_FIRST, OF_LAST],
    ),
    "bodies and days over several rows": (
        f"<table>{row(*HEADING)}{row('1', '封堵入河排污口', '2x1 县水利局', '3x1 2021.8.31')}"
        f"{row('2', '整治黑臭水体')}{row('3', '清理河道垃圾', '各乡镇')}</table>",
        [
            OF_FIRST,
            ("整治黑臭水体", ["县水利局"], ("2021.8.31", "2021-08-31")),
            ("清理河道垃圾", ["各乡镇"], ("2021.8.31", "2021-08-31")),
        ],
    ),
    "a task over several rows": (
        f"<table>{row(*HEADING)}{row('2x1 1', '2x1 封堵入河排污口', '县水利局', '2x1 9月底')}{row('县住建局')}"
        f"{row('2x1 2', '2x1 清理河道垃圾', '各乡镇', '9月底')}{row('县城管局', '10月底')}</table>",
        [
            ("封堵入河排污口", ["县水利局", "县住建局"], ("9月底", "2021-09-30")),
            ("清理河道垃圾", ["各乡镇"], ("9月底", "2021-09-30")),
            ("清理河道垃圾", ["县城管局"], ("10月底", "2021-10-31")),
        ],
    ),
    "a heading of two rows": (
        f"<table>{row('2x1 序号', '2x1 重点工作', '1x2 责任分工', '2x1 时限要求')}{row('配合单位', '牵头单位')}"
        f"{row('1', '封堵入河排污口', '县住建局', '县水利局', '2021-08-31')}</table>",
        [("封堵入河排污口", ["县水利局", "县住建局"], ("2021-08-31", "2021-08-31"))],
    ),
    "a heading of two rows, each with its cells": (
        f"<table>{row('序号', '工作任务', '责任单位', '', '完成时限')}{row('', '', '牵头单位', '协办单位', '')}"
        f"{row('1', '封堵入河排污口', '县水利局', '县住建局', '')}</table>",
        [("封堵入河排污口", ["县水利局", "县住建局"], None)],
    ),
    "headings and values over several columns": (
        f"<table>{row('1x2 工作任务', '牵头单位', '配合单位', '完成时限')}"
        f"{row('2x1 治水', '封堵入河排污口', '1x2 县水利局；县住建局', '9月底')}"
        f"{row('清理河道垃圾', '各乡镇', '无', '/')}"
        f"{row('1x2 淘汰燃煤锅炉', '—', '-', '2021年')}</table>",
        [
            ("封堵入河排污口", ["县水利局", "县住建局"], ("9月底", "2021-09-30")),
            ("清理河道垃圾", ["各乡镇"], None),
            ("淘汰燃煤锅炉", [], ("2021年", "2021-12-31")),
        ],
    ),
    "a title above and sections between": (
        f"<table>{row('1x4 武陟县重点任务分解表')}{row(*HEADING)}{row('1x4 一、治理水体')}{row(*FIRST)}"
        f"{row('1x4 二、清理垃圾。')}{row(*LAST)}</table>",
        [OF_FIRST, OF_LAST],
    ),
    "sections where the tasks stand first": (
        f"<table>{row(*HEADING[1:])}{row('1x3 水体治理方面')}{row(*FIRST[1:])}{row('1x3 合计：1项')}</table>"
        f"<table>{row(*HEADING[1:3])}{row('1x2 一、垃圾')}{row(*LAST[1:3])}</table>",
        [OF_FIRST, (*OF_LAST[:2], None)],
    ),
    "a category over several rows": (
        f"<table>{row('类别', *HEADING, '备注')}{row('2x1 治水', *FIRST, '')}{row(*LAST, '县级')}</table>",
        [OF_FIRST, OF_LAST],
    ),
    "the heading printed again": (
        f"<table>{row(*HEADING)}{row(*FIRST)}{row(*HEADING)}{row(*LAST)}</table>",
        [OF_FIRST, OF_LAST],
    ),
    "goes on in another table": (
        f"<table>{row(*HEADING)}{row(*FIRST)}</table><p>续表</p><table>{row(*LAST)}{row(*LAST)}</table>",
        [OF_FIRST, OF_LAST, OF_LAST],
    ),
    "another table behind": (
        f"<table>{row(*HEADING)}{row(*FIRST)}</table><p>参会名单</p>"
        f"<table>{row('序号', '姓名', '工作单位', '职务')}{row('1', '李明明明', '县水利局', '局长')}</table>",
        [OF_FIRST],
    ),
    "numbered parts in cells": (
        f"<table>{row('任务名称', '工作内容', '责任单位（人）', '责任领导')}"
        f"{row('治水', '1.封堵排污口；<br>2.清理垃圾。', '1.县水利局<br>2.县住建局', '王芳')}</table>",
        [("1.封堵排污口；2.清理垃圾。", ["县水利局", "县住建局"], None)],
    ),
    "a task over those under it": (
        f"<table>{row('主要任务', '重点工作', '责任单位')}{row('2x1 治理水体', '封堵入河排污口', '县水利局')}"
        f"{row('清理河道垃圾', '县水利局')}</table>",
        [("封堵入河排污口", ["县水利局"], None), ("清理河道垃圾", ["县水利局"], None)],
    ),
    "answered for by persons alone": (
        f"<table>{row('工作任务', '责任领导', '时限')}{row('封堵入河排污口', '王芳', '9月底')}</table>",
        [("封堵入河排污口", [], ("9月底", "2021-09-30"))],
    ),
    "broken spans": (
        f"<table>{row(*HEADING).replace('rowspan=1', 'rowspan=-1')}<tr><td colspan=999999>一、治水</td></tr>"
        f"{row(*FIRST).replace('colspan=1', 'colspan=x')}</table>",
        [OF_FIRST],
    ),
    "a row with nothing of its own": (
        f"<table>{row(*HEADING[1:])}{row(*(f'2x1 {one}' for one in FIRST[1:]))}{row('')}{row(*LAST[1:])}</table>",
        [OF_FIRST, OF_LAST],
    ),
    "bodies over several rows, of a row that is none": (
        f"<table>{row(*HEADING)}{row('1', '封堵入河排污口', '2x1 <h3>县水利局</h3>', '2021.8.31')}"
        f"{row('3', '清理河道垃圾', '12.31')}{row(*FIRST)}</table>",
        [("清理河道垃圾", [], OF_LAST[2]), OF_FIRST],
    ),
    "a day where bodies are to stand": (
        f"<table>{row(*HEADING)}{row('1', '封堵入河排污口', '8月底前')}{row(*LAST)}</table>",
        [("封堵入河排污口", [], None), OF_LAST],
    ),
    "short tasks": (
        f"<table>{row(*HEADING)}{row(*FIRST)}{row('2', '禁烧', '县农业局', '12.31')}"
        f"{row('3', '合计', '2个', '')}</table>",
        [OF_FIRST, ("禁烧", ["县农业局"], OF_LAST[2])],
    ),
    "a cell more than there are headings": (
        f"<table>{row(*HEADING)}{row(*FIRST, '重点')}{row(*LAST)}</table>"
        f"<table>{row(*HEADING[1:])}{row(*FIRST[1:], '重点')}{row('治水', *LAST[1:])}</table>",
        [OF_FIRST, OF_LAST, OF_FIRST],
    ),
    "a head that goes over rows of the body": (
        f"<table><thead>{row(*(f'2x1 {one}' for one in HEADING), tag='th')}</thead>"
        f"<tbody>{row(*FIRST)}{row(*LAST)}</tbody></table>",
        [OF_FIRST, OF_LAST],
    ),
    "a table in a cell": (
        f"<table>{row(*HEADING)}"
        f"{row('1', '<table><tr><td>封堵入河排污口</table>', '2x1 <table><tr><td>县水利局</table>', '2021.8.31')}"
        f"{row('3', '清理河道垃圾', '12.31')}</table>",
        [OF_FIRST, ("清理河道垃圾", ["县水利局"], OF_LAST[2])],
    ),
    "cells lacking at the end": (
        f"<table>{row(*HEADING)}{row('1', '封堵入河排污口', '县水利局')}{row(*LAST)}</table>",
        [("封堵入河排污口", ["县水利局"], None), OF_LAST],
    ),
}


@pytest.mark.parametrize(("table", "wanted"), TABLES.values(), ids=TABLES)
def test_tables_of_all_shapes(table: str, wanted: list[tuple[str, list[str], tuple[str, str | None] | None]]) -> None:
    assert of_table(table) == wanted


@pytest.mark.parametrize(
    "named", ["任务名称", "重点工作", "工作要求", "项目名称", "工作任务（内容）", "整改措施", "工作内容"]
)
@pytest.mark.parametrize(
    "body", ["责任单位（人）", "主责部门", "整改责任人", "落实单位", "配合单位", "责任单位及责任人"]
)
@pytest.mark.parametrize("by", ["整改时限", "办理时限", "完成时间节点", "时限要求"])
def test_headings(named: str, body: str, by: str) -> None:
    assert of_table(f"<table>{row('序号', named, body, by)}{row(*FIRST)}</table>") == [OF_FIRST]


@pytest.mark.parametrize(
    ("cell", "bodies"),
    [
        ("县水利局<br>县住建局", ["县水利局", "县住建局"]),
        ("县水利局\n县住建局", ["县水利局", "县住建局"]),
        ("县水利局\u3000县住建局", ["县水利局", "县住建局"]),
        ("县水利局；县住建局，各乡镇", ["县水利局", "县住建局", "各乡镇"]),
        ("县水利局/县住建局", ["县水利局", "县住建局"]),
        ("县生态<br>环境局", ["县生态环境局"]),
        ("李 海<br>王芳芳", ["李海", "王芳芳"]),
        ("各县（市、区）/省水利厅", ["各县（市、区）", "省水利厅"]),
        ("牵头单位：县城管局；配合单位：县交通局", ["县城管局", "县交通局"]),
        ("配合：县交通局、县住建局<br>牵头：县城管局", ["县城管局", "县交通局", "县住建局"]),
        ("县城管局（牵头）、县交通局（配合）", ["县城管局", "县交通局"]),
        ("县城管局牵头，县交通局配合", ["县城管局", "县交通局"]),
        ("责任单位：县城管局 责任领导：王芳", ["县城管局"]),
        ("（1）县水利局（2）县住建局", ["县水利局", "县住建局"]),
        ("——", []),
        ("-", []),
        ("/", []),
        ("无", []),
        *((by, []) for by in ("4月底前", "9月底", "2021年12月31日", "2021年", "第四季度末", "11月-12月", "年底前完成")),
        *((by, []) for by in ("国庆节前", "3个工作日内", "长期坚持")),
        ("县水利局（县住建局配合）", ["县水利局", "县住建局"]),
        ("县水利局（县住建局、各乡镇配合）、县农业局", ["县水利局", "县农业局", "县住建局", "各乡镇"]),
        ("县水利局（配合单位：县住建局、各乡镇）", ["县水利局", "县住建局", "各乡镇"]),
        ("县水利局（协助配合）", ["县水利局（协助配合）"]),
        ("县发改局1个、县财政局2个", ["县发改局", "县财政局"]),
        ("县发改局（3项）", ["县发改局"]),
        ("县二中、月亮湾镇", ["县二中", "月亮湾镇"]),
    ],
)
def test_bodies_of_cells(cell: str, bodies: list[str]) -> None:
    assert of_table(f"<table>{row(*HEADING)}{row('1', '封堵入河排污口', cell, '')}</table>")[0][1] == bodies


def test_a_table_that_gives_no_task_is_told() -> None:
    rows = row("存在问题", "责任单位", "完成时限") + row("排污口未封堵", "县水利局", "8月底")
    [meeting] = meetingx.extract(page(f"<table>{rows}</table>"))
    assert [(one.code, "责任单位" in one.message) for one in meeting.warnings][-1] == ("table-unread", True)
    [meeting] = meetingx.extract(page(f"<table>{row(*HEADING)}{row(*FIRST)}</table>"))
    assert "table-unread" not in {one.code for one in meeting.warnings}


@pytest.mark.parametrize("lost", [("2", "△", "县水利局", ""), ("治水", "2", "清理河道垃圾", "县水利局", "9月底", "")])
def test_a_row_that_gives_no_task_is_told(lost: tuple[str, ...]) -> None:
    [meeting] = meetingx.extract(page(f"<table>{row(*HEADING)}{row(*FIRST)}{row(*lost)}{row(*lost)}</table>"))
    told = [one.message for one in meeting.warnings if one.code == "table-unread"]
    assert len(told) == 1
    assert "县水利局" in told[0]
    [meeting] = meetingx.extract(
        page(f"<table>{row(*HEADING)}{row(*FIRST)}{row('', '合计', '2个', '')}{row(*LAST)}</table>")
    )
    assert "table-unread" not in {one.code for one in meeting.warnings}


TEXTS = {
    "tabs, the last of a line lost": (
        "序号\t工作任务\t牵头单位\t责任单位\n1\t封堵入河排污口\t县水利局\n\t清理河道垃圾\t\t各乡镇\t",
        [("封堵入河排污口", ["县水利局"]), ("清理河道垃圾", ["各乡镇"])],
    ),
    "as above": (
        "工作任务|责任单位\n封堵入河排污口|县水利局\n整治黑臭水体|同上",
        [("封堵入河排污口", ["县水利局"]), ("整治黑臭水体", ["县水利局"])],
    ),
    "all as above": (
        "序号\t工作任务\t责任单位\n1\t封堵入河排污口\t县水利局\n〃\t〃\t〃",
        [("封堵入河排污口", ["县水利局"])],
    ),
    "all as above, between bars": (
        "|工作任务|责任单位|\n|封堵入河排污口|县水利局|\n|〃|〃|",
        [("封堵入河排污口", ["县水利局"])],
    ),
    "Markdown": (
        "|工作任务|责任单位|\n|---|:--|\n|封堵入河排污口|县水利局|",
        [("封堵入河排污口", ["县水利局"])],
    ),
    "rows of one length, with sentences in them": (
        "序号\t工作任务\t责任单位\n"
        + "\n".join(f"{i}\t排查入河排污口。建立工作台账{i}份资料\t县水利局" for i in range(3)),
        [(f"排查入河排污口。建立工作台账{i}份资料", ["县水利局"]) for i in range(3)],
    ),
    "the foot of the page behind": (
        "工作任务|责任单位|时限\n封堵入河排污口|县水利局|9月\n会议还通报了情况。\n"
        "主办：县政府办|承办：县融媒体中心|备案号1\n首页地图|关于我们|联系我们",
        [("封堵入河排污口", ["县水利局"])],
    ),
}


@pytest.mark.parametrize(("table", "wanted"), TEXTS.values(), ids=TEXTS)
def test_tables_in_text(table: str, wanted: list[tuple[str, list[str]]]) -> None:
    [meeting] = meetingx.extract(f"{REPORT}\n{table}")
    assert [(one.text, one.assignees) for one in meeting.tasks if one.directive] == wanted


def test_a_table_before_the_report_is_its_own() -> None:
    [meeting] = meetingx.extract(f"工作任务\t责任单位\n封堵入河排污口\t县水利局\n{REPORT}")
    assert [(one.text, one.assignees) for one in meeting.tasks if one.directive] == [("封堵入河排污口", ["县水利局"])]


def test_a_paragraph_behind_a_tab_is_no_row() -> None:
    [meeting] = meetingx.extract(f"{REPORT}\n工作任务\t责任单位\n改造管网\t县住建局\n\t会议要求，各乡镇要加强巡查。")
    assert [one.text for one in meeting.tasks] == ["要压实责任", "各乡镇要加强巡查", "改造管网"]


def test_a_table_without_a_meeting_gives_no_record() -> None:
    assert meetingx.extract(html(ROWS).replace(REPORT, "现将任务分解如下。")) == []


def test_each_meeting_has_the_tables_behind_its_report() -> None:
    again = (
        REPORT.replace("7月8日", "8月9日").replace("水污染防治推进会", "森林防火部署会").replace("李明强调", "李明要求")
    )
    page = html(ROWS[:2]).replace("<p></p></div>", f"<p>{again}</p></div>")
    first, second = meetingx.extract(page)
    assert (len(tabled(first)), len(tabled(second))) == (1, 0)
