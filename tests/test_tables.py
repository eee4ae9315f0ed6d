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


def test_a_table_without_a_meeting_gives_no_record() -> None:
    assert meetingx.extract(html(ROWS).replace(REPORT, "现将任务分解如下。")) == []


def test_each_meeting_has_the_tables_behind_its_report() -> None:
    again = (
        REPORT.replace("7月8日", "8月9日").replace("水污染防治推进会", "森林防火部署会").replace("李明强调", "李明要求")
    )
    page = html(ROWS[:2]).replace("<p></p></div>", f"<p>{again}</p></div>")
    first, second = meetingx.extract(page)
    assert (len(tabled(first)), len(tabled(second))) == (1, 0)
