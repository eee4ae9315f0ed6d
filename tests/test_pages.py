"""Pages of records are found again in any container, each file read once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from containers import CONTAINERS, html, json_lines

from meetingx import pages
from meetingx.cli import cli
from meetingx.inputs import Inputs
from meetingx.items import Failure, Item
from meetingx.many import Reading, outcome, outcomes
from meetingx.pages import Pages

REPORTS = [
    f"饶阳县召开工作会议\n8月{day}日，县政府召开防汛工作会议，县长李明主持会议。李明强调，各乡镇要加强巡查。"
    for day in range(1, 6)
]


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*args: str) -> Result:
    return CliRunner(env={"MEETINGX_LANG": "en"}).invoke(cli, args)


def recorded(path: str) -> list[tuple[str, str | None]]:
    """The records of a path with their pages, as extract has them."""
    return [
        (record, one.page) for one in outcomes(Inputs([path]), reading=Reading(pages=True)) for record in one.records
    ]


@pytest.mark.parametrize("container", CONTAINERS)
def test_pages_are_found_in_any_container_and_order(tmp_path: Path, container: str) -> None:
    found = recorded(CONTAINERS[container](tmp_path, REPORTS))
    assert len(found) == 5
    for records in (found, found[::-1], found * 2):
        with Pages() as there:
            assert [there.of(record) for record, _ in records] == [page for _, page in records]


def test_a_file_is_read_once_and_no_further_than_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(REPORTS))
    found = recorded("a.jsonl")
    taken: list[Item | Failure] = []

    class Counted(Inputs):
        def __iter__(self) -> Iterator[Item | Failure]:
            for item in super().__iter__():
                taken.append(item)
                yield item

    monkeypatch.setattr(pages, "Inputs", Counted)
    with Pages() as there:
        assert there.of(found[1][0]) == found[1][1]
        assert len(taken) == 2
        assert [there.of(record) for record, _ in found[::-1]] == [page for _, page in found[::-1]]
    assert len(taken) == 5


def test_more_files_than_are_held_are_read_in_turn(tmp_path: Path) -> None:
    for number in range(pages.HELD + 2):
        (tmp_path / f"{number}.jsonl").write_bytes(json_lines(REPORTS))
    found = [recorded(f"{number}.jsonl") for number in range(pages.HELD + 2)]
    with Pages() as there:
        for at in range(5):
            for one in found:
                assert there.of(one[at][0]) == one[at][1]


def test_more_pages_than_memory_holds_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "IN_MEMORY", 100)
    (tmp_path / "a.jsonl").write_bytes(json_lines(REPORTS))
    found = recorded("a.jsonl")[::-1]
    with Pages() as there:
        assert [there.of(record) for record, _ in found] == [page for _, page in found]


def test_what_has_changed_or_gone_is_not_found(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(REPORTS))
    (tmp_path / "b.txt").write_text(html(REPORTS[0]), encoding="utf-8")
    found = recorded("a.jsonl") + recorded("b.txt")
    (tmp_path / "a.jsonl").write_bytes(json_lines([REPORTS[0], REPORTS[1] + "。", *REPORTS[2:]]))
    (tmp_path / "b.txt").unlink()
    with Pages() as there:
        assert [there.of(record) is None for record, _ in found] == [False, True, False, False, False, True]
        assert there.of(json.dumps({"source": {"path": None, "sha256": None, "encoding": None}})) is None
        assert there.of(outcome({"text": REPORTS[0], "path": "a\0b"}).records[0]) is None


def test_a_file_named_like_standard_input_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "-").write_text(REPORTS[0], encoding="utf-8")
    [(record, page)] = recorded("./-")
    with Pages() as there:
        assert there.of(record) == page == REPORTS[0]


TITLES = ["饶阳县召开防汛会议", "饶阳县政府召开全县防汛工作会议安排部署工作", ""]


def titled(folder: Path, name: str, text: str) -> str:
    """The same text under several titles, and under none."""
    if name.endswith(".csv"):
        lines = ["title,text", *(f"{title},{text}" for title in TITLES)]
    else:
        lines = [json.dumps({"title": title, "text": text}, ensure_ascii=False) for title in TITLES]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return name


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_a_page_is_found_with_the_title_it_was_read_with(tmp_path: Path, name: str) -> None:
    found = recorded(titled(tmp_path, name, REPORTS[0].split("\n")[1]))
    assert len({page for _, page in found}) == 3
    for records in (found, found[::-1]):
        with Pages() as there:
            assert [there.of(record) for record, _ in records] == [page for _, page in records]


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
@pytest.mark.parametrize("format", ["webannotation", "html"])
def test_convert_marks_what_extract_marks(tmp_path: Path, name: str, format: str) -> None:
    titled(tmp_path, name, REPORTS[0].split("\n")[1])
    run("extract", "-q", name, "-o", "records.jsonl")
    wanted = run("extract", "-q", name, "--format", format).stdout
    assert len(wanted) > 1000
    assert run("convert", "-q", "records.jsonl", "--format", format).stdout == wanted


def test_a_record_of_another_text_has_no_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORTS[0], encoding="utf-8")
    [(line, _)] = recorded("a.txt")
    record = json.loads(line)
    for one in (*record["directives"], *record["attendees"], *record["tasks"]):
        one["span"] = {key: at - 1 for key, at in one["span"].items()}
    with Pages() as there:
        assert there.of(json.dumps(record)) is None
        record["evidence"]["name"] = [{"start": 0, "end": len(REPORTS[0]) + 1}]
        assert there.of(json.dumps({**record, "directives": [], "attendees": [], "tasks": []})) is None


def test_a_page_in_traditional_script_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "8月8日，縣政府召開防汛會議，縣長張濤主持會議。張濤強調，各鄉鎮要抓緊。", encoding="utf-8"
    )
    [(record, page)] = recorded("a.txt")
    with Pages() as there:
        assert there.of(record) == page is not None


@pytest.mark.parametrize("path", ["长" * 300 + ".txt", "a" * 5000, "a\0b"])
def test_a_path_that_can_be_none_is_not_there(path: str) -> None:
    with Pages() as there:
        assert there.of(outcome({"text": REPORTS[0], "path": path}).records[0]) is None


@pytest.mark.parametrize("format", ["webannotation", "html", "labelstudio"])
def test_convert_finds_pages_under_the_names_they_were_read_by(tmp_path: Path, format: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(REPORTS, "mine"))
    run("extract", "-q", "a.jsonl", "--text-field", "mine", "-o", "records.jsonl")
    wanted = run("extract", "-q", "a.jsonl", "--text-field", "mine", "--format", format).stdout
    found = run("convert", "-q", "records.jsonl", "--text-field", "mine", "--format", format)
    assert (found.stdout, found.stderr) == (wanted, "")
    assert len(wanted) > 1000


@pytest.mark.parametrize("format", ["webannotation", "html", "jsonl"])
def test_pages_that_are_not_found_are_told_once(tmp_path: Path, format: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(json_lines(REPORTS, "mine"))
    run("extract", "-q", "a.jsonl", "--text-field", "mine", "-o", "records.jsonl")
    told = run("convert", "-q", "records.jsonl", "--format", format).stderr
    why = (
        "meetingx: records whose pages were not found: 5; convert them where extract ran, with the options that it had"
    )
    assert told == ("" if format == "jsonl" else f"{why} for its input (--text-field …)\n")
