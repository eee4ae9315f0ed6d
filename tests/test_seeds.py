"""The figures of the seeds and of our own reports do not fall below the floors of bench/floors.toml."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from gate import FLOORS, SETS, cases, compare, falls, floors, lift, measured, table

from meetingx.evaluate import Evaluation

evaluation = cache(measured)


@pytest.mark.parametrize("name", SETS)
def test_every_page_has_a_gold_record(name: str) -> None:
    texts, golds = SETS[name]
    assert [path.stem for path in sorted(texts.glob("*"))] == [path.stem for path in sorted(golds.glob("*"))]
    assert [case.id for case in cases(name)] == [path.stem for path in sorted(golds.glob("*.json"))]


@pytest.mark.parametrize(("name", "field"), [(name, field) for name, fields in floors().items() for field in fields])
def test_floor(name: str, field: str) -> None:
    figure, floor = evaluation(name).normalised.f1(field), floors()[name][field]
    wrong = [str(one) for one in evaluation(name).normalised.wrong if one.field == field]
    assert figure is not None
    assert figure >= floor, "\n".join(wrong)


@pytest.mark.parametrize("name", SETS)
def test_every_page_is_counted(name: str) -> None:
    assert evaluation(name).unread == ()
    assert evaluation(name).documents == tuple(case.id for case in cases(name))


def test_seeds_have_the_floors_that_were_promised() -> None:
    promised = dict.fromkeys(("date", "place", "chair", "people", "titles", "bystanders"), 1.0)
    promised |= dict.fromkeys(("meeting", "video", "organizer", "roles", "groups", "directives"), 0.95)
    promised |= dict.fromkeys(("tasks", "assignees"), 0.92)
    assert {field: floor for field, floor in promised.items() if floors()["seeds"].get(field, 0) < floor} == {}


def nothing() -> Evaluation:
    """The evaluation of a program that reads no meeting anywhere."""
    return measured("seeds", {})


def test_gate_tells_what_fell() -> None:
    fallen = falls("seeds", nothing())
    assert "seeds: people is 0.0000, its floor 1.0" in fallen
    assert "0.000" in table("seeds", nothing())


def test_gate_tells_gains_and_losses() -> None:
    name = cases("seeds")[0].gold["meeting"]
    gained = compare("seeds", nothing(), evaluation("seeds"))
    assert f"meeting 000_a81f4603e4d5ebfb ≠ None for '{name}'" in gained.split("losses")[0]
    assert "0 gains (no longer wrong)" in compare("seeds", evaluation("seeds"), evaluation("seeds"))


def test_floors_are_only_lifted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "floors.toml"
    copy.write_text(FLOORS.read_text(encoding="utf-8").replace("people = 1.00", "people = 0.50", 1), encoding="utf-8")
    monkeypatch.setattr("gate.FLOORS", copy)
    before = floors()
    assert lift("seeds", nothing()) == []
    assert floors() == before
    assert "seeds: people 0.5 → 1.00" in lift("seeds", evaluation("seeds"))
    assert floors()["seeds"]["people"] == 1.0
    assert floors()["reports"] == before["reports"]
