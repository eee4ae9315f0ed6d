"""Deadlines against the day of the meeting, and that every date we print is EDTF to others."""

from __future__ import annotations

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

import meetingx
from meetingx.find.dates import When
from meetingx.find.deadlines import deadline
from meetingx.resolve.due import due
from meetingx.resolve.when import edtf

HELD = "2021-07-21"  # a Wednesday
CASES = {
    "10月底前": "2021-10-31",
    "今年9月底": "2021-09-30",
    "十一月底前": "2021-11-30",
    "到9月底": "2021-09-30",
    "9月10日18时之前": "2021-09-10",
    "8月中旬前": "2021-08-20",
    "6月底前": "2022-06-30",
    "明年2月底前": "2022-02-28",
    "2023年底": "2023-12-31",
    "2024年2月底前": "2024-02-29",
    "年底前": "2021-12-31",
    "今年年底前": "2021-12-31",
    "明年底前": "2022-12-31",
    "年内": "2021-12-31",
    "今年": "2021-12-31",
    "下半年": "2021-12-31",
    "三季度": "2021-09-30",
    "第四季度末": "2021-12-31",
    "明年一季度": "2022-03-31",
    "月底前": "2021-07-31",
    "本月内": "2021-07-31",
    "25日前": "2021-07-25",
    "20日前": None,
    "本周五前": "2021-07-23",
    "本周五17：00前": "2021-07-23",
    "下周三前": "2021-07-28",
    "本周内": "2021-07-25",
    "3天内": "2021-07-24",
    "两周内": "2021-08-04",
    "一个月内": "2021-08-21",
    "48小时内": "2021-07-23",
    "2小时内": None,
    "3个工作日内": None,
    "1.5个月内": None,
    "半个月内": None,
    "1.5年内": None,
    "三年内": None,
    "2023年内": "2023-12-31",
    "12.5天内": None,
    "国庆节前": "2021-09-30",
    "五一前": "2022-04-30",
    "中秋、国庆节前": None,
    "春节前": None,
    "采暖季前": None,
    "主汛期前": None,
    "9月31日前": None,
    "13月底前": None,
    "2021-12-31": "2021-12-31",
    "2021.9.5": "2021-09-05",
    "2021/12/31前": "2021-12-31",
    "2021.12": "2021-12-31",
    "2021-12底前": "2021-12-31",
    "2021年": "2021-12-31",
    "12.31": "2021-12-31",
    "9.30前": "2021-09-30",
    "10.8—10.31": "2021-10-31",
    "完成8.5公里": None,
    "11月20日—11月30日": "2021-11-30",
    "11月20日-30日": "2021-11-30",
    "11月20日至30日": "2021-11-30",
    "11月-12月": "2021-12-31",
    "11-12月": "2021-12-31",
    "2022年3月1日~5月31日": "2022-05-31",
    "2022年11—12月": "2022-12-31",
    "2021.11.20-2022.1.10": "2022-01-10",
    "2021年11月—1月": "2022-01-31",
    "2021.8-2021.12": "2021-12-31",
    "2021-8-2021-12": "2021-12-31",
    "2021.8-12": "2021-12-31",
    "11.20-30": "2021-11-30",
    "9/30": "2021-09-30",
    "20211231": "2021-12-31",
    "2022年1季度": "2022-03-31",
    "2021-12-31 18:00": "2021-12-31",
    "2021年8-12月": "2021-12-31",
    "即日起至12月底": "2021-12-31",
    "9月30日前落实到位": "2021-09-30",
}


@pytest.mark.parametrize(("text", "told"), CASES.items())
def test_deadline_against_the_day_of_the_meeting(text: str, told: str | None) -> None:
    assert due(text, HELD) == told


@pytest.mark.parametrize(
    ("text", "held", "told"),
    [
        ("10月底前", "XXXX-07-21", "XXXX-10-31"),
        ("2月底前", "XXXX-01-21", None),
        ("9月30日前", None, "XXXX-09-30"),
        ("年底前", "XXXX-07-21", "XXXX-12-31"),
        ("三季度末", "2021-07", "2021-09-30"),
        ("本周五前", "XXXX-07-21", None),
        ("本周五前", "2021-07", None),
        ("月底前", "2021-07", "2021-07-31"),
        ("本月底前", None, None),
        ("3月底前", "2021-12-30/2021-12-31", "2022-03-31"),
        ("2023年9月底前", None, "2023-09-30"),
    ],
)
def test_what_is_not_known_of_the_meeting_is_not_guessed(text: str, held: str | None, told: str | None) -> None:
    assert due(text, held) == told


@pytest.mark.parametrize("told", sorted({one for one in CASES.values() if one} | {"XXXX-10-31"}))
def test_due_days_are_edtf(told: str) -> None:
    assert str(parse_edtf(told)) == told


@pytest.mark.parametrize(
    "when",
    [
        When(2021, 7, 24),
        When(None, 9, 28),
        When(2021, 7),
        When(2021, 7, 24, 7, 25),
        When(2021, 9, 30, 10, 2),
        When(None, 9, 20, 9, 21),
        When(2020, 2, 29),
    ],
)
def test_dates_are_edtf(when: When) -> None:
    told = edtf(when)
    assert told is not None
    assert str(parse_edtf(told)) == told


def test_the_oracle_refuses_what_is_none() -> None:
    with pytest.raises(EDTFParseException):
        parse_edtf("2021-07-24至25")


@pytest.mark.parametrize(
    ("unit", "text"),
    [
        ("各乡镇要在10月底前完成整改", "10月底前"),
        ("今年9月底完成整治任务", "今年9月底"),
        ("县财政局三季度要拨付资金", "三季度"),
        ("确保三季度建成投用", "三季度"),
        ("各镇要于明年底前建成", "明年底前"),
        ("县住建局要在采暖季前完成改造", "采暖季前"),
        ("截至9月底完成投资3亿元的项目要加快", None),
        ("总结前三季度工作经验", None),
        ("各镇要于2021.12.31前建成", "2021.12.31前"),
        ("县住建局要在12.31前完成改造", "12.31前"),
        ("要在1.5个月内完成", "1.5个月内"),
        ("要在15天内完成", "15天内"),
        ("按2.1.5天内容完成", None),
        ("要完成改造12.31公里，占3.5成", None),
    ],
)
def test_deadlines_of_units(unit: str, text: str | None) -> None:
    found = deadline(unit)
    assert (unit[found[0] : found[1]] if found else None) == text


def test_deadlines_of_records_go_by_the_date_of_the_meeting() -> None:
    page = "12月30日，县政府召开供热工作会议，县长李明主持会议。李明要求，县住建局要在3月底前完成改造。"
    [meeting] = meetingx.extract(page, published="2022-01-04")
    assert meeting.date == "2021-12-30"
    assert [task.deadline.date for task in meeting.tasks if task.deadline] == ["2022-03-31"]
