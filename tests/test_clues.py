"""Each clue for and against a meeting has a page that shows it; a row of CLUES without one fails."""

from __future__ import annotations

import pytest

from meetingx import explain, extract
from meetingx.account import judged
from meetingx.resolve.evidence import CLUES

HELD = "8月8日，县政府召开防汛工作会议。"
SHOWS = {
    "a meeting is said to have been held": HELD,
    "a meeting is named": "县长李明在全市防汛工作会议上指出，要抓好落实。",
    "somebody presided": "8月8日上午，县长李明主持会议，部署防汛工作。",
    "the meeting itself states": "会议指出，要抓好落实。",
    "the meeting itself hears or takes up something": "会议首先传达了上级防汛工作精神，通报了情况。",
    "it begins inside a meeting": "会上，李明指出，要抓好落实。",
    "it is set out as minutes are": "会议时间：2023年9月12日\n主持人：黄炳坤\n会议内容：要加大排查频次，抓好消防工作。",
    "a leader takes up a matter": "8月8日，区委书记李明专题研究防汛工作。他强调，要抓好落实。",
    "somebody attended": "8月8日上午，县长李明出席会议，部署防汛工作。",
    "a statement is made": "会议指出，要抓好落实。",
    "several make statements": "县长李明指出，要抓好落实。副县长王芳强调，要压实责任。",
    "groups attended": "8月8日上午，各乡镇主要负责同志参加会议，听取情况。",
    "a line begins as in reports of meetings": "会上，县水利局通报了情况。",
    "nobody did or said anything": "今天天气很好，大家都去公园散步。",
    "a speaker addresses the hearers": "同志们：下面，我讲三点意见。",
    "a document is issued": "现将方案印发给你们，请遵照执行。",
    "people are called to a meeting to come": "县政府召开防汛工作会议，请各单位准时参会。",
    "it is headed, or begins, as speeches are": "这次会议的主要任务是，总结经验，部署防汛工作。",
    "its headline is that of a document": "关于防汛工作的通知\n各乡镇要高度重视防汛工作，压实责任，抓好落实。",
    "its headline is that of a chronicle": "2023年3月大事记\n3月8日，县长李明主持召开县防汛工作会议，部署防汛工作。",
    "it is a diary": "\n".join(
        f"{day}日 参加了县里的防汛工作会议，会后去河边看了水位，晚上写了总结材料。" for day in range(1, 5)
    ),
    "it is a tour of inspection": "8月8日，县长李明深入各乡镇调研防汛工作。",
}


def test_every_clue_has_a_page() -> None:
    assert {words for words, _, _ in CLUES} == set(SHOWS)


@pytest.mark.parametrize(("words", "points"), [(words, points) for words, points, _ in CLUES])
def test_clue_is_seen(words: str, points: int) -> None:
    assert (words, points) in judged(explain(SHOWS[words]))


def test_who_only_spoke_above_is_left_out_with_a_warning() -> None:
    above = "全省防汛电视电话会议召开，副省长王明出席会议并讲话。"
    [meeting] = extract(f"8月8日，我县组织收听收看全省防汛电视电话会议。{above}会后，县长李海主持召开县防汛工作会议。")
    assert [one.name for one in meeting.attendees] == ["李海"]
    assert [one.message for one in meeting.warnings if one.code == "only-watched"] == [
        "王明: of a higher level than the body that watched: no participants here"
    ]
