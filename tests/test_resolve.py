"""What is told of a meeting by what stands elsewhere on its page, and what must not be."""

from __future__ import annotations

import pytest

from meetingx import extract

HELD = "2021年7月8日，大封镇召开防汛工作会议。{post}李明参加会议。\n{speaker}指出，各村要加强巡查。"
TWO = (
    "{day}，武陟县召开防汛工作会议。县委书记李明主持会议。李明强调，各乡镇要加强巡查。\n"
    "会后，县长王涛即刻召开防汛专题会议。王涛要求，各乡镇要立即排查。"
)


@pytest.mark.parametrize(
    ("post", "speaker", "told"),
    [
        ("镇长", "镇长", "李明"),
        ("镇长", "该镇长", "李明"),
        ("副镇长", "镇长", "镇长"),
        ("镇长王涛、镇长", "镇长", "镇长"),
    ],
)
def test_a_post_is_told_by_its_only_holder(post: str, speaker: str, told: str) -> None:
    [record] = extract(HELD.format(post=post, speaker=speaker))
    assert {one.speaker for one in record.directives} == {told}


@pytest.mark.parametrize(("day", "date"), [("2021年7月8日", "2021-07-08"), ("近日", None)])
def test_a_meeting_right_behind_another_has_its_day_or_is_told_to_have_none(day: str, date: str | None) -> None:
    for record in extract(TWO.format(day=day)):
        assert record.date == date
        assert ("date-unknown" in {one.code for one in record.warnings}) == (date is None)


def test_links_in_a_list_are_no_items_of_a_list_that_was_cut_off() -> None:
    page = (
        "8月8日，县政府召开防汛工作会议。县长李明强调，一要压实责任，逐库包保；二要广泛发动，\n\n"
        "  • 上一篇文章：\n  • 下一篇文章： 没有了\n"
    )
    [meeting] = extract(page)
    assert "上一篇" not in "".join(task.text for task in meeting.tasks)


@pytest.mark.parametrize(
    ("unit", "ordered"),
    [
        ("将会议精神传达到每个村", True),
        ("推动政策惠及更多群众", True),
        ("近期大风将会影响供电", False),
        ("创建事关长远", False),
    ],
)
def test_what_tells_how_things_will_be_is_no_demand(unit: str, ordered: bool) -> None:
    page = f"8月8日，县政府召开防汛工作会议，县长李明主持会议。李明强调，要压实责任；{unit}。"
    [meeting] = extract(page)
    assert any(unit in task.text for task in meeting.tasks) == ordered
