"""`meetingx extract` and the frame of the command line: streams, exit codes, bad input, pipes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
MEETINGX = [sys.executable, "-m", "meetingx"]
REPORT = "8月8日，县政府召开防汛工作会议，县长李明主持会议。李明强调，各乡镇要加强巡查。\n"
NONE = "今天天气很好，大家都去公园散步。\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command in an empty directory, as a shell would."""

    def ran(*args: str, stdin: str | bytes = "", **variables: str) -> subprocess.CompletedProcess[str]:
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        environment = {**os.environ, "MEETINGX_LANG": "en", "PYTHONWARNINGS": "error", **variables}
        environment.pop("NO_COLOR", None)
        done = subprocess.run(
            [*MEETINGX, *args], cwd=tmp_path, input=data, capture_output=True, env=environment, timeout=120, check=False
        )
        return subprocess.CompletedProcess(args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return ran


def records(ran: subprocess.CompletedProcess[str]) -> list[Any]:
    return [json.loads(line) for line in ran.stdout.splitlines()]


def test_a_file_gives_a_line_and_nothing_else(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    ran = run("extract", "a.txt")
    [record] = records(ran)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (record["chair"]["name"], record["source"]["path"]) == ("李明", "a.txt")


def test_a_line_is_what_the_library_dumps(run: Run, tmp_path: Path) -> None:
    import meetingx

    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    [meeting] = meetingx.explain(REPORT.encode(), path="a.txt").meetings
    assert run("extract", "a.txt").stdout == meeting.model_dump_json() + "\n"


def test_seeds_are_read_alike_in_any_run_order_and_number_of_workers(run: Run) -> None:
    seeds = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
    whole = run("extract", str(ROOT / "seeds"))
    assert (whole.returncode, whole.stderr, len(records(whole))) == (0, "", 5)
    assert run("extract", *seeds, PYTHONHASHSEED="1").stdout == whole.stdout
    backwards = run("extract", *reversed(seeds), PYTHONHASHSEED="2")
    assert backwards.stdout.splitlines() == whole.stdout.splitlines()[::-1]
    assert run("extract", *seeds * 3, "--workers", "2").stdout == whole.stdout * 3


def test_a_directory_is_read_in_sorted_order_with_all_below(run: Run, tmp_path: Path) -> None:
    for name in ("b/2.html", "b/1.txt", "a.txt", "c/x.jsonl"):
        path = tmp_path / "d" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        line = json.dumps({"text": REPORT}) if name.endswith("jsonl") else REPORT
        path.write_text(f"<html><p>{REPORT}</p></html>" if name.endswith("html") else line, encoding="utf-8")
    (tmp_path / "d" / "notes.png").write_bytes(b"\x89PNG")
    (tmp_path / "d" / ".hidden.txt").write_text(REPORT, encoding="utf-8")
    ran = run("extract", "d")
    assert [record["source"]["path"] for record in records(ran)] == [
        "d/a.txt",
        "d/b/1.txt",
        "d/b/2.html",
        "d/c/x.jsonl",
    ]
    assert "1 passed over" in ran.stderr
    assert ran.returncode == 0


def test_standard_input_is_a_page_or_json_lines(run: Run) -> None:
    assert [one["source"]["path"] for one in records(run("extract", "-", stdin=REPORT))] == [None]
    assert len(records(run("extract", stdin=REPORT.encode("gbk")))) == 1
    lines = (
        "\ufeff\n" + json.dumps({"id": "a", "text": REPORT}) + "\r\n\n" + json.dumps({"id": 2, "html": REPORT}) + "\n"
    )
    assert [one["source"]["id"] for one in records(run("extract", stdin=lines))] == ["a", "2"]


def test_json_lines_carry_url_and_publication(run: Run, tmp_path: Path) -> None:
    item = {"text": REPORT, "url": "http://www.example.gov.cn/a.html", "published": "2021-08-09", "else": 1}
    (tmp_path / "a.ndjson").write_text(json.dumps(item), encoding="utf-8")
    [record] = records(run("extract", "a.ndjson"))
    assert (record["date"], record["source"]["url"]) == ("2021-08-08", item["url"])


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("many", [True, False])
def test_a_json_file_may_hold_an_array_or_an_object(run: Run, tmp_path: Path, indent: int | None, many: bool) -> None:
    value = [{"text": REPORT}, {"text": REPORT}] if many else {"text": REPORT}
    (tmp_path / "a.json").write_text(json.dumps(value, indent=indent), encoding="utf-8")
    assert len(records(run("extract", "a.json"))) == (2 if many else 1)


def test_format_json_is_one_array(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "none.txt").write_text(NONE, encoding="utf-8")
    ran = run("extract", "a.txt", "a.txt", "--format", "json")
    assert json.loads(ran.stdout) == records(run("extract", "a.txt", "a.txt"))
    assert json.loads(run("extract", "none.txt", "--format", "json").stdout) == []


def test_output_goes_to_a_file_that_a_directory_does_not_read_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    wanted = run("extract", "a.txt").stdout
    for _ in range(2):
        ran = run("extract", ".", "-o", "out.jsonl")
        assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
        assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == wanted


def test_a_page_without_a_meeting_is_no_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text(NONE, encoding="utf-8")
    ran = run("extract", "none.txt")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr == "meetingx: 1 read · 0 meetings · 1 without a meeting (none.txt)\n"
    assert run("extract", "-q", "none.txt").stderr == ""


BAD = {
    "no.txt": (None, "no.txt: no such file or directory: check the path"),
    "empty.txt": (b" \n", "empty.txt: is empty: give the text or HTML of a report"),
    "empty.jsonl": (b"\n", "empty.jsonl: is empty: give one JSON object to a line"),
    "pic.png": (PNG, "pic.png: is a PNG picture, no text: extract its text first"),
    "odd.txt": (
        b"\xff\x00\x81\x00\xff\xff\x00",
        "odd.txt: cannot be decoded as text: convert it to UTF-8, or give its encoding",
    ),
    "list.jsonl": (b"[1]\n", 'list.jsonl, line 1: is no JSON object: give {"text": "…"}'),
    "cut.jsonl": (b'{"text": "\n', "cut.jsonl, line 1: is broken JSON (Unterminated string"),
    "gbk.jsonl": ('{"text": "会"}'.encode("gbk"), "gbk.jsonl, line 1: is not UTF-8, as JSON must be: convert"),
    "deep.jsonl": (b"[" * 99999, "deep.jsonl, line 1: is broken JSON"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_clear_line_and_the_others_go_on(run: Run, tmp_path: Path, name: str) -> None:
    content, message = BAD[name]
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ran = run("extract", "-q", "a.txt", name, "a.txt")
    assert ran.returncode == 1
    assert len(records(ran)) == 2
    assert ran.stderr.startswith(f"meetingx: {message}")
    assert ran.stderr.count("\n") == 1


def test_a_directory_with_nothing_to_read_is_bad_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d" / "e").mkdir(parents=True)
    ran = run("extract", "-q", "d")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith(
        "meetingx: d: is a directory with nothing to read: give one with files named .csv .docx "
    )


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_bad_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    assert run("extract", "-q", "a.txt").stderr == "meetingx: a.txt: may not be read: check its permissions\n"


def test_whether_a_file_may_be_read_is_not_asked_before_the_others_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from click.testing import CliRunner

    from meetingx.cli import cli

    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.setattr("click.types.os.access", lambda *_: False)  # as for any but root where a file has mode 000
    done = CliRunner().invoke(cli, ["extract", "-q", str(tmp_path / "a.txt")])
    assert (done.exit_code, len(done.stdout.splitlines())) == (0, 1)


def test_what_is_wrong_in_the_same_way_in_a_whole_file_is_told_a_few_times(run: Run, tmp_path: Path) -> None:
    line = json.dumps({"words": REPORT}) + "\n"
    (tmp_path / "a.jsonl").write_text(line * 5 + "nonsense\n" + line, encoding="utf-8")
    ran = run("extract", "-q", "a.jsonl", "--errors", "e.jsonl")
    why = "has no field with the text of a page (it has: words): name it with --text-field or --html-field"
    assert ran.stderr.splitlines() == [
        *(f"meetingx: a.jsonl, line {at}: {why}" for at in (1, 2, 3)),
        "meetingx: a.jsonl, line 6: is broken JSON (Expecting value at character 1): give one JSON object to a line",
        "meetingx: a.jsonl: 3 more were not read for the same reason",
    ]
    assert len((tmp_path / "e.jsonl").read_text(encoding="utf-8").splitlines()) == 7


@pytest.mark.parametrize(
    ("data", "what"),
    [
        ("SQLite format 3\n\n\n", "a SQLite data base"),
        ("PK\n\n\n", "a ZIP archive"),
        ("a,b\n1,2\n", "text or binary"),
    ],
)
def test_what_has_no_records_is_told_once_and_the_others_are_converted(
    run: Run, tmp_path: Path, data: str, what: str
) -> None:
    (tmp_path / "a").write_text(data, encoding="utf-8")
    (tmp_path / "b.txt").write_text(REPORT, encoding="utf-8")
    run("extract", "b.txt", "-o", "b.jsonl")
    ran = run("convert", "-q", "nosuch", "a", "b.jsonl")
    assert (ran.returncode, len(records(ran))) == (1, 1)
    assert ran.stderr.splitlines() == [
        "meetingx: nosuch: cannot be read (No such file or directory): check the path",
        f"meetingx: a: is {what}, no JSON: give the .jsonl or .json that meetingx extract writes",
    ]
    (tmp_path / "c.csv").write_text("kept", encoding="utf-8")
    assert run("convert", "-q", "a", "-o", "c.csv").stderr.endswith("nothing was read: c.csv is not written\n")
    assert (tmp_path / "c.csv").read_text(encoding="utf-8") == "kept"


def test_a_broken_line_is_told_by_its_number_and_the_others_are_read(run: Run) -> None:
    line = json.dumps({"text": REPORT})
    ran = run("extract", stdin=f'{line}\n{{"text"\n{line}\n{{"id": "x"}}\n')
    assert (ran.returncode, len(records(ran))) == (1, 2)
    told = ran.stderr.splitlines()
    assert told[0].startswith("meetingx: standard input, line 2: is broken JSON")
    no_text = "has no field with the text of a page (it has: id): name it with --text-field or --html-field"
    assert told[1] == f"meetingx: standard input, line 4: {no_text}"
    assert told[2] == "meetingx: 2 read · 2 meetings · 2 not read"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["extract", "--workers", "0", "a.txt"], "0 is not in the range"),
        (["extract", "--format", "xml", "a.txt"], "'xml' is not one of"),
        (["extract", "a.jsonl", "-o", "./a.jsonl"], "a.jsonl is both read and written"),
        (["extract", "a.txt", "-o", "a.xslx"], "a.xslx: its suffix tells no format: give --format, or one of .jsonl"),
        (
            ["extract", "a.txt", "-o", "a.sqlite.gz"],
            "a.sqlite.gz: sqlite is not written packed: leave .gz off its name",
        ),
        (["extract", "a.txt", "-o", "-", "--resume"], "--resume and --append need an output file"),
        (["extract", "a.txt", "--format", "xlsx"], "xlsx needs a file: give one with -o."),
        (
            ["extract", "a.txt", "--format", "ics", "--fields", "id"],
            "--fields goes with json, jsonl, csv",
        ),
        (["extract", "a.txt", "--table", "tasks"], "--table goes with csv, tsv, xlsx and parquet, not with jsonl"),
        (
            ["extract", "a.txt", "--table", "tasks", "--fields", "town", "--format", "csv"],
            "town: the table tasks has",
        ),
        (
            ["extract", "a.txt", "-o", "a.parquet", "--fields", "date"],
            "parquet has the columns of a table: give",
        ),
        (["extract", "a.txt", "--fields", "place.town"], "place.town: no record has that: place has name, adcode"),
        (["extract", "a.txt", "--where", "date>soon"], "date>soon: soon is no date: give 2021, 2021-07 or 2021-07-24"),
        (["extract", "a.txt", "--where", "name<b"], "name<b: only dates and numbers have an order"),
        (["extract", "a.txt", "--where", "a b"], "a b: is no condition"),
        (["extract", "a.txt", "--where", "tasks=0"], "tasks=0: tasks is no word, number or date: compare one of its"),
        (["extract", "a.txt", "--fields", ""], "--fields: names no field: give some, as date,place.name"),
        (["extract", "a.txt", "--resume"], "--resume and --append need an output file"),
        (["extract", "a.txt", "--append", "-o", "a.xlsx"], "--append adds whole records to jsonl and sqlite"),
        (["extract", "a.txt", "--append", "-o", "a.csv", "--table", "tasks"], "no other table"),
        (["extract", "a.txt", "--append", "-o", "a.csv", "--fields", "date"], "no chosen fields"),
        (
            ["extract", "a.txt", "--append", "-o", "a.csv", "--table", "meetings", "--fields", "date"],
            "no chosen fields",
        ),
        (["extract", "a.txt", "--encoding", "klingon"], "there is no encoding named klingon."),
        (["extract", "a.txt", "--errors", "no/where", "-o", "b.jsonl"], "no/where cannot be written"),
        (["convert", "a.jsonl", "-o", "a.jsonl"], "a.jsonl is both read and written"),
        (["extract", "a.txt", "-o", "no/where"], "no/where cannot be written"),
        (["translate"], "No such command 'translate'"),
        (["rules", "nothing"], "No rules for nothing. Known: "),
        (["show"], "Missing argument 'FILE'"),
        (["explain", "a.txt", "--field", "weather"], "'weather' is not one of"),
        (["clean", "two.jsonl"], "two.jsonl holds several pages: choose one with --line N."),
        (["clean", "two.jsonl", "--line", "3"], "two.jsonl has no line 3."),
    ],
)
def test_wrong_usage(run: Run, tmp_path: Path, args: list[str], message: str) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": REPORT}), encoding="utf-8")
    (tmp_path / "two.jsonl").write_text((json.dumps({"text": REPORT}) + "\n") * 2, encoding="utf-8")
    ran = run(*args)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert message in ran.stderr
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == REPORT


@pytest.mark.parametrize("more", ["", "--workers 2"])
def test_a_reader_that_leaves_ends_it_quietly(tmp_path: Path, more: str) -> None:
    (tmp_path / "a.jsonl").write_text((json.dumps({"text": REPORT}) + "\n") * 400, encoding="utf-8")
    command = f"set -o pipefail; {sys.executable} -m meetingx extract a.jsonl {more} | head -n 1"
    ran = subprocess.run(
        ["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["chair"]["name"] == "李明"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    ran = run("extract", "a.txt", "-o", "/dev/full")
    assert ran.returncode == 1
    assert ran.stderr == "meetingx: cannot write: No space left on device: free some space, or write elsewhere\n"


def test_json_is_utf8_whatever_the_locale(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    assert run("extract", "a.txt", PYTHONIOENCODING="gbk").stdout == run("extract", "a.txt").stdout


def test_help_comes_without_the_library() -> None:
    code = """
import sys
from meetingx.cli import main
try:
    main(["extract", "--help"])
except SystemExit:
    print([name for name in ("rich", "jieba", "pydantic", "meetingx.pipeline") if name in sys.modules])
"""
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_extract_does_not_load_rich(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    code = """
import sys
from meetingx.cli import main
try:
    main(["extract", "a.txt"])
except SystemExit:
    print("rich" in sys.modules)
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout.splitlines()[-1] == "False"
