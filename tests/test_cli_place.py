"""`meetingx place`: names looked up."""

from __future__ import annotations

import json
from io import StringIO
from time import process_time
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from meetingx.cli import cli
from meetingx.cli.places_view import candidates
from meetingx.lookup import look_up


def invoke(*args: str, lang: str = "en", stdin: str | None = None) -> Result:
    return CliRunner(env={"MEETINGX_LANG": lang}).invoke(
        cli, ["place", *args], standalone_mode=False, input=stdin, catch_exceptions=True
    )


def told(*args: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in invoke(*args).stdout.splitlines()]


def test_one_json_object_to_a_name() -> None:
    assert told("崇文区", "--on", "2009-05-31") == [
        {
            "name": "崇文区",
            "on": "2009-05-31",
            "candidates": [
                {
                    "name": "崇文区",
                    "level": "county",
                    "adcode": "110103",
                    "then": "110103",
                    "now": None,
                    "since": None,
                    "until": 2010,
                    "province": "北京市",
                    "prefecture": None,
                    "county": "崇文区",
                    "became": [{"adcode": "110101", "name": "东城区"}],
                }
            ],
        }
    ]


def test_what_is_in_force_on_the_day_comes_first() -> None:
    [then] = told("巢湖", "--on", "2009")
    [now] = told("巢湖")
    assert [one["then"] for one in then["candidates"]] == ["341400", None, None]
    assert [one["now"] for one in now["candidates"]] == ["340181", None, None]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("武陟", ["410823"]),
        ("武陟县", ["410823"]),
        ("410823", ["410823"]),
        ("焦作武陟", ["410823"]),
        ("河南省焦作市武陟县", ["410823"]),
        ("吉林省朝阳区", ["220104"]),
        ("北京市武陟县", []),
        ("浙江织里镇", ["330502100"]),
        ("河南织里镇", []),
        ("奉化市溪口镇", ["330213100"]),
    ],
)
def test_names_may_have_what_encloses_them_before(name: str, codes: list[str]) -> None:
    assert [one.adcode for one in look_up(name) if one.now] == codes


@pytest.mark.parametrize("name", ["无" * 58, "无" * 2000, "河南省焦作市武陟县" * 6, "河南省" * 700, "1" * 5000])
def test_a_name_of_any_length_is_looked_up_at_once(name: str) -> None:
    began = process_time()
    assert look_up(name) == ()
    assert process_time() - began < 5


def test_names_come_from_standard_input() -> None:
    done = invoke("-", stdin="武陟县\n\n崇文区\n")
    assert [json.loads(line)["name"] for line in done.stdout.splitlines()] == ["武陟县", "崇文区"]


def test_an_unknown_name_is_told_and_the_others_go_on() -> None:
    done = invoke("某某县", "武陟县")
    assert done.return_value == 1
    assert "某某县: no division, town or street has this name" in done.stderr
    assert [bool(json.loads(line)["candidates"]) for line in done.stdout.splitlines()] == [False, True]


@pytest.mark.parametrize(
    ("day", "lang", "why"),
    [
        ("5月", "en", "5月 is no date: write 2009"),
        ("2009-13", "en", "2009-13 is no date"),
        ("1949", "en", "1949 is before the lists begin, in 1982"),
        ("1949", "zh", "1949 早于区划表的起始年份 1982 年"),
    ],
)
def test_dates_that_cannot_be_asked_for(day: str, lang: str, why: str) -> None:
    assert why in str(invoke("武陟县", "--on", day, lang=lang).exception)


@pytest.mark.parametrize("columns", [80, 100])
def test_table_shows_all(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("MEETINGX_LANG", "zh")
    console = Console(file=StringIO(), width=columns)
    with console.capture() as capture:
        console.print(candidates("朝阳区", "2009", look_up("朝阳区", year=2009)))
        console.print(candidates("崇文区", None, look_up("崇文区")))
    shown = capture.get()
    for word in ("朝阳区  2009", "北京市朝", "110105", "吉林省长", "220104", "东城区", "…–2010", "当时代码"):
        assert word in shown
    assert shown.count("当时代码") == 1
