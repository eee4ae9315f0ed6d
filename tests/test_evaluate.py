"""The figures count what they say they count."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from meetingx.evaluate import evaluate, plain
from meetingx.figures import CORE, FIELDS, Tally
from meetingx.gold import load_gold, load_records, load_texts
from meetingx.source import MeetingxError

PAGE = (
    "8月8日，縣政府召開防汛工作會議(yì)，縣委副書記、縣長李明主持會議。記者王芳。"
    "會議強調，各鄉鎮要在9月底前完成排查；縣水利局要備足物資。一要壓實責任。"
)
GOLD: dict[str, Any] = {
    "id": "a",
    "is_meeting": True,
    "meeting": "防汛工作会议",
    "date": "XXXX-08-08",
    "place": None,
    "video": False,
    "organizer": "县政府",
    "chair": ["李明"],
    "people": [{"name": "李明", "title": "县委副书记、县长", "roles": ["chair"]}],
    "groups": ["各乡镇负责人"],
    "directives": [{"speaker": "会议", "verb": "强调", "first": "各乡镇要", "last": "压实责任"}],
    "tasks": [
        {"first": "各乡镇要", "last": "完成排查", "assignee": "各乡镇", "deadline": "9月底前"},
        {"first": "县水利局", "last": "备足物资", "assignee": "县水利局", "deadline": None},
        {"first": "一要压实", "last": "压实责任", "assignee": None, "deadline": None, "optional": True},
    ],
    "byline": ["王芳"],
}
SAID: dict[str, Any] = {
    "name": "防汛工作会议",
    "date": "XXXX-08-08",
    "place": None,
    "mode": None,
    "organizer": "县政府",
    "chair": {"name": "李明", "title": "县委副书记、县长", "organization": None},
    "attendees": [
        {"kind": "person", "name": "李明", "title": "县委副书记、县长", "organization": None, "roles": ["chair"]},
        {"kind": "group", "name": None, "text": "各乡镇负责人"},
    ],
    "directives": [
        {"speaker": "会议", "verb": "强调", "text": "各乡镇要在9月底前完成排查；县水利局要备足物资。一要压实责任。"}
    ],
    "tasks": [
        {"text": "各乡镇要在9月底前完成排查", "assignees": ["各乡镇"], "deadline": {"text": "9月底前"}},
        {"text": "县水利局要备足物资", "assignees": ["县水利局"], "deadline": None},
    ],
}


def wrong(*, exact: bool = False, gold: dict[str, Any] | None = None, **change: Any) -> list[str]:
    """What is wrong with a record that is right but for a change."""
    result = evaluate([GOLD | (gold or {})], {"a": [SAID | change]}, {"a": PAGE})
    return [f"{one.field} {one.sign}" for one in (result.exact if exact else result.normalised).wrong]


def test_a_right_record_has_nothing_wrong() -> None:
    result = evaluate([GOLD], {"a": [SAID]}, {"a": PAGE})
    for figures in (result.normalised, result.exact):
        assert figures.wrong == []
        assert {tally.f1 for tally in figures.tallies.values()} == {1.0}
        assert figures.micro_all == figures.macro_all == figures.f1("core") == figures.macro("tasks") == 1.0
    assert set(result.normalised.tallies) == set(FIELDS) - {"place", "adcode"}
    assert set(CORE) < set(FIELDS)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"name": "安全生产培训"}, ["meeting ≠"]),
        ({"date": "2020-08-08"}, ["date ≠"]),
        ({"place": {"name": "武陟县", "adcode": "410823"}}, ["place +"]),
        ({"mode": "video"}, ["video ≠"]),
        ({"organizer": None}, ["organizer ≠"]),
        ({"chair": None, "attendees": SAID["attendees"][1:]}, ["chair -", "people -"]),
        ({"attendees": [*SAID["attendees"], {"kind": "person", "name": "王芳"}]}, ["people +", "bystanders ≠"]),
        ({"attendees": SAID["attendees"][:1]}, ["groups ≠"]),
        ({"directives": []}, ["directives -"]),
        ({"directives": [SAID["directives"][0] | {"speaker": "李明"}]}, ["directives +", "directives -"]),
        ({"directives": [SAID["directives"][0] | {"verb": "要求"}]}, ["directives +", "directives -"]),
        ({"tasks": SAID["tasks"][:1]}, ["tasks -"]),
        ({"tasks": [SAID["tasks"][0] | {"assignees": []}, SAID["tasks"][1]]}, ["assignees ≠"]),
        ({"tasks": [SAID["tasks"][0] | {"deadline": None}, SAID["tasks"][1]]}, ["deadlines ≠"]),
        ({"tasks": [*SAID["tasks"], {"text": "县委副书记、县长李明主持会议"}]}, ["tasks +"]),
        ({"tasks": [*SAID["tasks"], {"text": "一要压实责任"}]}, []),
    ],
)
def test_what_is_wrong_is_listed(change: dict[str, Any], expected: list[str]) -> None:
    assert wrong(**change) == expected


def test_exact_is_to_the_letter() -> None:
    cut = SAID["tasks"][1] | {"text": "县水利局要备足"}
    near: dict[str, Any] = {"organizer": "县人民政府", "tasks": [SAID["tasks"][0], cut]}
    assert wrong(**near) == []
    assert sorted(wrong(exact=True, **near)) == ["organizer ≠", "tasks +", "tasks -"]


def test_other_right_answers_are_accepted() -> None:
    assert wrong(date="2021-08-08", gold={"date_accept": ["2021-08-08"]}) == []
    place = {"name": "武陟县", "adcode": "410823"}
    assert wrong(place=place, gold={"place": "焦作市", "place_accept": ["武陟县"]}) == []


def test_no_meeting() -> None:
    gold = {"id": "a", "is_meeting": False}
    assert evaluate([gold], {}, {"a": PAGE}).normalised.tallies == {"is_meeting": Tally(tp=1)}
    assert [one.field for one in evaluate([gold], {"a": [SAID]}, {"a": PAGE}).normalised.wrong] == ["is_meeting"]


def test_second_meeting_is_held_against_the_second_record() -> None:
    gold = GOLD | {"second": GOLD | {"date": "XXXX-08-09"}}
    result = evaluate([gold], {"a": [SAID, SAID | {"date": "XXXX-08-09"}]}, {"a": PAGE})
    assert result.normalised.wrong == []
    result = evaluate([gold], {"a": [SAID]}, {"a": PAGE})
    assert {one.document for one in result.normalised.wrong} == {"a/2"}


def test_macro_is_the_mean_of_documents() -> None:
    golds = [GOLD, GOLD | {"id": "b", "chair": []}]
    result = evaluate(golds, {"a": [SAID], "b": [SAID]}, {"a": PAGE, "b": PAGE}).normalised
    assert result.macro("chair") == 0.5
    assert result.f1("chair") == pytest.approx(2 / 3)


def test_a_record_without_a_text_is_told() -> None:
    result = evaluate([GOLD], {"a": [SAID]}, {})
    assert (result.documents, result.unread) == ((), ("a",))


def test_plain_keeps_letters_and_digits() -> None:
    assert plain("PM2.5（㎡） 會(huì)議①") == "pm25会议"
    assert plain(None) == ""


def test_files_are_loaded(tmp_path: Path) -> None:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (tmp_path / "a.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD) + "\n\n", encoding="utf-8")
    record = SAID | {"source": {"id": None, "path": str(tmp_path / "a.txt")}}
    (tmp_path / "said.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    said = load_records(tmp_path / "said.jsonl")
    assert list(said) == ["a"]
    assert load_gold(folder) == load_gold(tmp_path / "gold.jsonl") == [GOLD]
    assert load_texts([GOLD], {}, [tmp_path]) == load_texts([GOLD], said, []) == {"a": PAGE}
    assert load_texts([GOLD], {}, []) == {}


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"{", "is no JSON"), (b"[1]", "is no"), (b"\xff\xfe", "is not in UTF-8"), (None, "cannot be read")],
    ids=["broken", "no record", "not UTF-8", "missing"],  # unescaped ids cannot be made of bytes
)
def test_bad_files_are_told(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "a.jsonl"
    if content is not None:
        path.write_bytes(content)
    for load in (load_gold, load_records):
        with pytest.raises(MeetingxError, match=message):
            load(path)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(MeetingxError, match="has no gold records"):
        load_gold(tmp_path)
