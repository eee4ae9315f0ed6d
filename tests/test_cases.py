"""Pages without a meeting give no record; known failures fail, so that whoever mends one has to move it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from meetingx.evaluate import evaluate
from meetingx.pipeline import extract

CASES = Path(__file__).parent / "cases"
NEGATIVES = sorted((CASES / "negatives").glob("*.txt"))
FAILURES = sorted((CASES / "known_failures").glob("*.json"))


@pytest.mark.parametrize("path", NEGATIVES, ids=lambda path: path.stem)
def test_no_meeting_no_record(path: Path) -> None:
    assert extract(path.read_bytes()) == []


def failure(path: Path) -> object:
    reason = json.loads(path.read_text(encoding="utf-8"))["reason"]
    return pytest.param(path, id=path.stem, marks=pytest.mark.xfail(reason=reason, strict=True))


@pytest.mark.parametrize("path", [failure(path) for path in FAILURES])
def test_known_failure(path: Path) -> None:
    gold = json.loads(path.read_text(encoding="utf-8"))
    assert gold["id"] == path.stem
    page = path.with_suffix(".txt").read_text(encoding="utf-8")
    records = [meeting.model_dump(mode="json") for meeting in extract(page, url=gold.get("url"))]
    assert [str(one) for one in evaluate([gold], {gold["id"]: records}, {gold["id"]: page}).normalised.wrong] == []


@pytest.mark.parametrize("folder", ["reports", "negatives", "known_failures"])
def test_every_folder_says_how_to_add_a_case(folder: str) -> None:
    assert "To add a case" in (CASES / folder / "README.md").read_text(encoding="utf-8")


def test_every_known_failure_is_a_pair() -> None:
    texts = {path.stem for path in (CASES / "known_failures").glob("*.txt")}
    assert texts == {path.stem for path in FAILURES}
