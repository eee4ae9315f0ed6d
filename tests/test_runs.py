"""Manners of a run: interrupted and gone on with, added to, bounded, told of; nothing is lost and nothing hangs."""

from __future__ import annotations

import csv
import gzip
import json
import multiprocessing
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from terminal import shown

from meetingx import many
from meetingx.inputs.stream import PACKINGS
from meetingx.items import Failure
from meetingx.limit import GRACE, TookTooLong, at_most
from meetingx.many import Reading, outcomes, processors
from meetingx.outputs import Wanted, named
from meetingx.outputs.packed import PACKERS, opened
from meetingx.runs import Journal, sampled
from meetingx.source import MeetingxError

MEETINGX = [sys.executable, "-m", "meetingx"]
REPORT = "{month}月{day}日，县政府召开防汛工作会议，县长李明主持会议。李明强调，各乡镇要在{month}月底前完成排查。"
NONE = "今天天气很好，大家都去公园散步。"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def ran(*args: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "MEETINGX_LANG": "en", "PYTHONWARNINGS": "error"}
        return subprocess.run(
            [*MEETINGX, *args], cwd=tmp_path, capture_output=True, text=True, env=environment, timeout=120, check=False
        )

    return ran


def pages(tmp_path: Path, count: int, name: str = "pages.jsonl") -> None:
    """Some reports, of which every seventh cannot be read and every fifth has no meeting."""
    lines = []
    for at in range(count):
        text = NONE if at % 5 == 4 else REPORT.format(month=at % 12 + 1, day=at % 28 + 1)
        lines.append(json.dumps({"id": f"p{at}", "published": "2021-12-31", "text": 5 if at % 7 == 6 else text}))
    (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def names(tmp_path: Path) -> list[str]:
    return sorted(one.name for one in tmp_path.iterdir())


@pytest.mark.parametrize("format", ["jsonl", "jsonl.gz", "sqlite", "xlsx"])
def test_a_run_that_was_killed_and_resumed_gives_the_same_bytes(run: Run, tmp_path: Path, format: str) -> None:
    pages(tmp_path, 400)
    output = f"out.{format}"
    command = ("extract", "-q", "pages.jsonl", "-o", output, "--errors", "errors.jsonl")
    killed = subprocess.Popen([*MEETINGX, *command], cwd=tmp_path, stderr=subprocess.DEVNULL)
    done = tmp_path / f"{output}.done"
    deadline = time.monotonic() + 60
    while not (done.exists() and done.stat().st_size > 9000) and killed.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    killed.kill()
    assert killed.wait() == -signal.SIGKILL
    assert not (tmp_path / output).exists()
    before = len(done.read_bytes().splitlines())
    assert before > 60
    with done.open("ab") as file:
        file.write(b'{"name": "torn')
    assert run(*command, "--resume", "-v").stderr.count(": 1 meeting\n") < 400 * 24 / 35 - before / 2
    resumed, errors = (tmp_path / output).read_bytes(), (tmp_path / "errors.jsonl").read_bytes()
    assert names(tmp_path) == ["errors.jsonl", output, "pages.jsonl"]
    assert run(*command).returncode == 1
    assert (tmp_path / output).read_bytes() == resumed
    assert (tmp_path / "errors.jsonl").read_bytes() == errors
    assert len(errors.splitlines()) == 57


def test_another_run_is_not_gone_on_with(run: Run, tmp_path: Path) -> None:
    pages(tmp_path, 5)
    journal = Journal(tmp_path / "out.jsonl", ["another"])
    journal.begin(resume=False)
    journal.close()
    ran = run("extract", "pages.jsonl", "-o", "out.jsonl", "--resume")
    assert ran.returncode == 1
    assert "is of a run with other input or options: give those, or leave out --resume" in ran.stderr
    assert run("extract", "pages.jsonl", "-o", "out.jsonl").returncode == 0
    assert names(tmp_path) == ["out.jsonl", "pages.jsonl"]


def test_pages_that_were_others_before_are_told(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "out.jsonl", [])
    journal.begin(resume=False)
    for outcome in outcomes([{"name": "a", "text": NONE}, {"name": "b", "text": NONE}]):
        journal.add(outcome)
    journal.close()
    again = Journal(tmp_path / "out.jsonl", [])
    assert again.begin(resume=True) == 2
    with pytest.raises(MeetingxError, match=r"has read b where c is now: put it back, or remove .*out\.jsonl\.done"):
        list(again.rest(iter([{"name": "a"}, {"name": "c"}]), 2))
    again.finish(named("jsonl"), Wanted())
    assert names(tmp_path) == ["out.jsonl"]


@pytest.mark.parametrize("changed", [{"name": "a", "text": f"{NONE}。"}, {"name": "a", "text": NONE, "url": "x"}])
def test_a_page_that_was_edited_since_it_was_read_is_told(tmp_path: Path, changed: dict[str, object]) -> None:
    items = [{"name": "a", "text": NONE}, {"name": "b", "text": NONE}, {"name": "c", "text": NONE}]
    journal = Journal(tmp_path / "out.jsonl", [])
    journal.begin(resume=False)
    for outcome in outcomes(journal.rest(iter(items[:2]), 0)):
        journal.add(outcome)
    journal.close()
    again = Journal(tmp_path / "out.jsonl", [])
    assert list(again.rest(iter(items), again.begin(resume=True))) == items[2:]
    with pytest.raises(MeetingxError, match=r"^a: has changed since this run read it: put it back"):
        list(again.rest(iter([changed, *items[1:]]), 2))
    with pytest.raises(MeetingxError, match=r"has read b, which is no longer there: put it back"):
        list(again.rest(iter(items[:1]), 2))
    again.drop()


def test_interrupted_it_tells_how_to_go_on(tmp_path: Path) -> None:
    pages(tmp_path, 5000)
    environment = {**os.environ, "MEETINGX_LANG": "en"}
    command = [*MEETINGX, "extract", "pages.jsonl", "-o", "out.jsonl"]
    begun = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=environment)
    done = tmp_path / "out.jsonl.done"
    while not (done.exists() and done.stat().st_size > 5000):
        time.sleep(0.005)
    begun.send_signal(signal.SIGINT)
    _, told = begun.communicate(timeout=60)
    assert begun.returncode == 130
    assert told.rstrip().endswith("beside out.jsonl: the same command with --resume goes on from there")


@pytest.mark.parametrize("format", ["jsonl", "sqlite", "csv", "tsv"])
def test_only_what_is_new_is_added(run: Run, tmp_path: Path, format: str) -> None:
    pages(tmp_path, 8, "a.jsonl")
    pages(tmp_path, 12, "b.jsonl")
    output = f"out.{format}"
    assert run("extract", "a.jsonl", "-o", output, "--append").returncode == 1
    ran = run("extract", "b.jsonl", "-o", output, "--append")
    without = "2 without a meeting (b.jsonl, line 5, b.jsonl, line 10)"
    assert ran.stderr.endswith(f"meetingx: 5 read · 3 meetings · {without} · 6 already there · 1 not read\n")
    both = (tmp_path / output).read_bytes()
    assert run("extract", "b.jsonl", "-o", output, "--append").stderr.count("already there") == 1
    if format == "jsonl":
        assert (tmp_path / output).read_bytes() == both
        ids = [json.loads(line)["source"]["id"] for line in both.decode().splitlines()]
        assert ids == [f"p{at}" for at in range(12) if at % 7 != 6 and at % 5 != 4]


def test_what_was_not_read_is_told_in_a_file(run: Run, tmp_path: Path) -> None:
    pages(tmp_path, 8)
    run("extract", "-q", "pages.jsonl", "no.txt", "-o", "out.jsonl", "--errors", "e.jsonl")
    told = [json.loads(line) for line in (tmp_path / "e.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(one["id"], one["stage"], one["name"]) for one in told] == [
        ("p6", "read", "pages.jsonl, line 7"),
        (None, "open", "no.txt"),
    ]
    assert told[1]["message"] == "no.txt: no such file or directory: check the path"


def test_strict_ends_at_the_first_failure(run: Run, tmp_path: Path) -> None:
    pages(tmp_path, 20)
    ran = run("extract", "pages.jsonl", "--strict")
    assert ran.returncode == 1
    assert len(ran.stdout.splitlines()) == 5
    assert "line 7: its text is no string" in ran.stderr
    assert "--strict: the run ends here" in ran.stderr


def test_limit_sample_and_conditions(run: Run, tmp_path: Path) -> None:
    pages(tmp_path, 40)
    whole = run("extract", "-q", "pages.jsonl").stdout.splitlines()
    assert run("extract", "-q", "pages.jsonl", "--limit", "3").stdout.splitlines() == whole[:3]
    assert run("extract", "-q", "pages.jsonl", "--limit", "0").stdout == ""
    drawn = run("extract", "-q", "pages.jsonl", "--sample", "10").stdout.splitlines()
    assert 0 < len(drawn) < 10
    assert [line for line in whole if line in drawn] == drawn
    assert run("extract", "-q", "pages.jsonl", "--sample", "10").stdout.splitlines() == drawn
    march = run("extract", "-q", "pages.jsonl", "--where", "date=2021-03", "--where", "tasks")
    assert march.stdout.splitlines() == [line for line in whole if json.loads(line)["date"].startswith("2021-03")] != []
    chosen = run("extract", "-q", "pages.jsonl", "--fields", "source.id,tasks.deadline.date", "--limit", "1").stdout
    assert json.loads(chosen) == {"source": {"id": "p0"}, "tasks": [{"deadline": {"date": "2021-01-31"}}]}


def test_sampling_favours_none() -> None:
    counts = [0] * 10
    for start in range(300):
        for one in sampled(iter(range(start, start + 10)), 3):
            counts[one - start] += 1
    assert sampled(iter(range(5)), 9) == [0, 1, 2, 3, 4]
    assert sum(counts) == 900


@pytest.mark.parametrize("format", ["json", "csv", "sqlite", "xlsx"])
def test_convert_gives_what_extract_gives(run: Run, tmp_path: Path, format: str) -> None:
    pages(tmp_path, 30)
    run("extract", "-q", "pages.jsonl", "-o", "records.jsonl")
    run("extract", "-q", "pages.jsonl", "-o", f"a.{format}", "--where", "date>=2021-03", "--limit", "5")
    ran = run("convert", "records.jsonl", "-o", f"b.{format}", "--where", "date>=2021-03", "--limit", "5")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (tmp_path / f"a.{format}").read_bytes() == (tmp_path / f"b.{format}").read_bytes()


def test_convert_takes_arrays_and_packed_files_and_tells_what_is_no_record(run: Run, tmp_path: Path) -> None:
    pages(tmp_path, 6)
    lines = run("extract", "-q", "pages.jsonl").stdout
    run("extract", "-q", "pages.jsonl", "-o", "a.json")
    (tmp_path / "b.gz").write_bytes(gzip.compress(lines.encode()))
    assert run("convert", "a.json", "b.gz").stdout == lines * 2
    (tmp_path / "bad.jsonl").write_text('{"text": "x"}\n' + lines + "{\n", encoding="utf-8")
    ran = run("convert", "bad.jsonl")
    assert (ran.returncode, ran.stdout) == (1, lines)
    assert "bad.jsonl, line 1: is no record (id: Field required): make it with meetingx extract" in ran.stderr
    for given in ((), ("-",)):
        piped = subprocess.run([*MEETINGX, "convert", *given], input=lines.encode(), capture_output=True, check=False)
        assert (piped.returncode, piped.stdout.decode()) == (0, lines)
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    assert run("convert", "none.jsonl").returncode == 0
    assert subprocess.run([*MEETINGX, "convert"], input=b"", capture_output=True, check=False).returncode == 1
    assert run("convert", "no.jsonl").stderr == (
        "meetingx: no.jsonl: cannot be read (No such file or directory): check the path\n"
        "meetingx: 0 read · 0 meetings · 1 not read\n"
    )


def slowly(page: str, **_: object) -> object:
    end = time.monotonic() + 60
    while page == "slow" and time.monotonic() < end:
        sum(range(1000))
    return many_explain(page)


def deafly(page: str, **_: object) -> object:
    if page == "slow":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        time.sleep(60)
    return many_explain(page)


many_explain = many.explain


@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="the fault is planted by fork")
@pytest.mark.parametrize(("explain", "workers"), [(slowly, 1), (slowly, 2), (deafly, 2)])
def test_a_page_that_takes_too_long_is_given_up(
    monkeypatch: pytest.MonkeyPatch, explain: Callable[..., object], workers: int
) -> None:
    monkeypatch.setattr(many, "explain", explain)
    monkeypatch.setattr("meetingx.limit.GRACE", 0.5)
    items = [{"id": str(at), "text": "slow" if at == 3 else NONE} for at in range(12)]
    found = list(outcomes(items, workers=workers, reading=Reading(timeout=0.5)))
    failure = found[3].failure
    assert isinstance(failure, Failure)
    assert (failure.stage, failure.id) == ("timeout", "3")
    assert failure.message.startswith("3: was not read within 0.5 seconds")
    assert [one.name for one in found if one.failure is None] == [str(at) for at in range(12) if at != 3]


def test_an_alarm_that_was_set_before_rings() -> None:
    rung: list[int] = []
    before = signal.signal(signal.SIGALRM, lambda number, _: rung.append(number))
    try:
        signal.setitimer(signal.ITIMER_REAL, 100)
        list(outcomes([{"text": NONE}], reading=Reading(timeout=50)))
        assert 50 < signal.getitimer(signal.ITIMER_REAL)[0] <= 100
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        with at_most(60):
            time.sleep(0.1)
        end = time.monotonic() + 10
        while not rung and time.monotonic() < end:
            time.sleep(0.01)
        assert rung == [signal.SIGALRM]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("workers", [1, 2])
@pytest.mark.parametrize("count", [3, 21])
def test_items_that_fail_give_what_stands_before(workers: int, count: int) -> None:
    def items() -> Iterator[dict[str, object]]:
        yield from ({"text": NONE, "id": str(at)} for at in range(count))
        raise OSError("the disk is gone")

    found = []
    with pytest.raises(OSError, match="the disk is gone"):
        for one in outcomes(items(), workers=workers):
            found.append(one.name)
    assert found == [str(at) for at in range(count)]


def test_there_are_no_more_workers_than_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    pool = many._pool
    monkeypatch.setattr(many, "_pool", lambda workers: begun.append(workers) or pool(workers))  # type: ignore[func-returns-value]
    assert len(list(outcomes([{"text": NONE}] * 20, workers=100_000))) == 20
    assert begun == [max(2, processors())]


def test_the_alarm_is_put_off_when_all_went_well() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with at_most(100):
        assert signal.getitimer(signal.ITIMER_REAL)[0] > 90
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0
    assert signal.getsignal(signal.SIGALRM) == before
    with pytest.raises(TookTooLong), at_most(0.01):
        time.sleep(5)
    assert GRACE > 1


def on_a_terminal(tmp_path: Path, *args: str, **variables: str) -> str:
    """What a run writes to stderr where that is a terminal."""
    environment = {**os.environ, "MEETINGX_LANG": "en", "TERM": "xterm", "COLUMNS": "100", **variables}
    told, code = shown([*MEETINGX, *args], tmp_path, environment, stdout=subprocess.DEVNULL)
    assert code in {0, 1}
    return told


def test_a_terminal_is_shown_progress_and_the_sum(tmp_path: Path) -> None:
    pages(tmp_path, 40)
    told = on_a_terminal(tmp_path, "extract", "pages.jsonl")
    assert "40/?" in told
    assert "pages.jsonl, line 7: its text is no string" in told
    without = "7 without a meeting (pages.jsonl, line 5, pages.jsonl, line 10, pages.jsonl, line 15, …)"
    assert told.endswith(f"meetingx: 35 read · 28 meetings · {without} · 5 not read\r\n")
    (tmp_path / "a.txt").write_text(NONE, encoding="utf-8")
    assert "1/1" in on_a_terminal(tmp_path, "extract", "a.txt")
    assert "\x1b[3" not in on_a_terminal(tmp_path, "extract", "a.txt", NO_COLOR="1")
    assert "/" not in on_a_terminal(tmp_path, "extract", "-q", "a.txt")


@pytest.mark.parametrize(("count", "expected"), [(50, [2]), (20, [])])
def test_other_processes_are_begun_for_many_pages(
    monkeypatch: pytest.MonkeyPatch, count: int, expected: list[int]
) -> None:
    items = [{"text": NONE, "id": str(at)} for at in range(count)]
    begun: list[int] = []
    pool = many._pool
    monkeypatch.setattr(many, "_pool", lambda workers: begun.append(workers) or pool(workers))  # type: ignore[func-returns-value]
    monkeypatch.setattr(many, "processors", lambda: 2)
    assert [one.name for one in outcomes(items, workers=None)] == [str(at) for at in range(count)]
    assert begun == expected


def test_what_a_pipe_brings_is_handed_on_as_it_comes(tmp_path: Path) -> None:
    line = json.dumps({"text": REPORT.format(month=8, day=8)}).encode() + b"\n"
    with subprocess.Popen([*MEETINGX, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as ran:
        assert ran.stdin is not None and ran.stdout is not None
        for count in (60, 1):
            ran.stdin.write(line * count)
            ran.stdin.flush()
            assert all(ran.stdout.readline() for _ in range(count))  # hangs where a page is held back
        ran.stdin.close()
    assert ran.returncode == 0


def test_rows_are_added_to_a_head_alone(run: Run, tmp_path: Path) -> None:
    (tmp_path / "none.txt").write_text(NONE, encoding="utf-8")
    (tmp_path / "a.txt").write_text(REPORT.format(month=8, day=8), encoding="utf-8")
    run("extract", "none.txt", "-o", "out.csv")
    for name in ("a.txt", "a.txt", "none.txt"):
        assert run("extract", name, "-o", "out.csv", "--append").returncode == 0
    rows = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [row.partition(",")[0] for row in rows] == ["record", "1"]


def test_a_table_with_blank_rows_is_added_to_and_one_with_other_numbers_is_not(run: Run, tmp_path: Path) -> None:
    pages(tmp_path, 3, "a.jsonl")
    run("extract", "a.jsonl", "-o", "out.tsv")
    written = (tmp_path / "out.tsv").read_text(encoding="utf-8")
    (tmp_path / "out.tsv").write_text(written + "\n", encoding="utf-8")
    assert "3 already there" in run("extract", "a.jsonl", "-o", "out.tsv", "--append").stderr
    (tmp_path / "out.tsv").write_text(written.replace("\n2\t", "\n2.0\t"), encoding="utf-8")
    told = run("extract", "a.jsonl", "-o", "out.tsv", "--append").stderr
    assert "line 3 has no number in the column record" in told


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_second_interruption_ends_a_run_too(tmp_path: Path) -> None:
    line = json.dumps({"text": REPORT.format(month=8, day=8) * 2000}) + "\n"
    (tmp_path / "a.jsonl").write_text(line * 200, encoding="utf-8")
    ran = subprocess.Popen([*MEETINGX, "extract", "-q", "a.jsonl", "-o", "o.jsonl", "-j", "2"], cwd=tmp_path)
    time.sleep(2)
    for _ in range(2):
        ran.send_signal(signal.SIGINT)
        time.sleep(0.2)
    assert ran.wait(timeout=20) == 130


def test_a_closed_standard_output_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT.format(month=8, day=8), encoding="utf-8")
    command = " ".join([*MEETINGX, "extract", "a.txt", ">&-"])
    ran = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_the_profile_tells_of_each_step(run: Run, tmp_path: Path, workers: str) -> None:
    pages(tmp_path, 12, "a.jsonl")
    told = run("extract", "a.jsonl", "--profile", "-j", workers, "--quiet")
    head, *steps, last = [line for line in told.stderr.splitlines() if not line.startswith("meetingx: ")]
    assert head == "where the time went (pages: 11):"
    assert [step.split()[0] for step in steps] == ["read", "clean", "segment", "find", "resolve", "build", "JSON"]
    assert sum(float(step.split()[-1].rstrip("%")) for step in steps) == pytest.approx(100, abs=0.5)
    assert re.fullmatch(r"the run took \d+\.\d{3} s", last)
    assert run("extract", "a.jsonl", "--quiet").stdout == told.stdout


def test_rows_that_are_added_go_on_with_the_numbers(run: Run, tmp_path: Path) -> None:
    pages(tmp_path, 3, "a.jsonl")
    pages(tmp_path, 4, "b.jsonl")
    run("extract", "a.jsonl", "-o", "out.csv", "--append")
    run("extract", "b.jsonl", "-o", "out.csv", "--append")
    run("extract", "b.jsonl", "-o", "whole.csv")
    added, whole = ((tmp_path / name).read_bytes() for name in ("out.csv", "whole.csv"))
    assert added.replace(b"a.jsonl", b"b.jsonl") == whole
    assert added.count("\ufeff".encode()) == 1


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("format", ["jsonl", "csv", "tsv"])
def test_packed_output_is_packed_and_added_to(run: Run, tmp_path: Path, format: str, suffix: str) -> None:
    pages(tmp_path, 3, "a.jsonl")
    pages(tmp_path, 4, "b.jsonl")
    for output in (f"out.{format}{suffix}", f"out.{format}"):
        run("extract", "a.jsonl", "-o", output, "--append")
        ran = run("extract", "b.jsonl", "-o", output, "--append")
        assert "3 already there" in ran.stderr
    data = (tmp_path / f"out.{format}{suffix}").read_bytes()
    assert data.startswith(next(one.magic for one in PACKINGS if one.suffix == suffix))
    with opened(tmp_path / f"out.{format}{suffix}") as file:
        assert file.read() == (tmp_path / f"out.{format}").read_bytes()


@pytest.mark.parametrize("suffix", PACKERS)
def test_packed_output_has_the_same_bytes_in_every_run(run: Run, tmp_path: Path, suffix: str) -> None:
    pages(tmp_path, 3)
    lines = run("extract", "-q", "pages.jsonl").stdout
    found = []
    for output in (f"a{suffix}", f"b{suffix}"):
        run("extract", "-q", "pages.jsonl", "--format", "jsonl", "-o", output)
        found.append((tmp_path / output).read_bytes())
        with opened(tmp_path / output) as file:
            assert file.read().decode() == lines
    run("convert", f"a{suffix}", "-o", f"c.jsonl{suffix}")
    assert found[0] == found[1] == (tmp_path / f"c.jsonl{suffix}").read_bytes()


def test_a_link_is_packed_as_its_name_says(run: Run, tmp_path: Path) -> None:
    pages(tmp_path, 3)
    (tmp_path / "newest.jsonl.gz").symlink_to("store")
    run("extract", "-q", "pages.jsonl", "-o", "newest.jsonl.gz")
    assert gzip.decompress((tmp_path / "store").read_bytes()).decode() == run("extract", "-q", "pages.jsonl").stdout


def test_what_is_damaged_is_not_added_to(run: Run, tmp_path: Path) -> None:
    pages(tmp_path, 3)
    for output in ("out.csv.gz", "out.jsonl.gz"):
        run("extract", "-q", "pages.jsonl", "-o", output)
        data = (tmp_path / output).read_bytes()[:-20]
        (tmp_path / output).write_bytes(data)
        ran = run("extract", "-q", "pages.jsonl", "-o", output, "--append")
        assert ran.returncode == 1
        assert ran.stderr.startswith(f"meetingx: {output}: is ")
        assert (tmp_path / output).read_bytes() == data


def test_a_dash_is_standard_output(run: Run, tmp_path: Path) -> None:
    pages(tmp_path, 3)
    assert run("extract", "-q", "pages.jsonl", "-o", "-").stdout == run("extract", "-q", "pages.jsonl").stdout
    assert names(tmp_path) == ["pages.jsonl"]
    run("extract", "-q", "pages.jsonl", "-o", "./-", "--format", "csv")
    assert names(tmp_path) == ["-", "pages.jsonl"]


def test_there_is_a_packer_for_each_packing() -> None:
    assert list(PACKERS) == [one.suffix for one in PACKINGS]


def test_a_table_that_was_changed_elsewhere_is_not_added_to(run: Run, tmp_path: Path) -> None:
    pages(tmp_path, 2, "a.jsonl")
    (tmp_path / "out.csv").write_text("record;id;name\n1;m-1;会议\n", encoding="utf-8-sig")
    ran = run("extract", "a.jsonl", "-o", "out.csv", "--append")
    assert ran.returncode == 1
    assert "out.csv: is no table of meetings as meetingx writes it (its columns are record;id;name)" in ran.stderr
    assert (tmp_path / "out.csv").read_text(encoding="utf-8-sig") == "record;id;name\n1;m-1;会议\n"


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_what_is_asked_of_a_table_is_asked_of_its_rows(run: Run, tmp_path: Path, format: str) -> None:
    text = "8月8日，县政府召开防汛工作会议，县长李明主持会议。李明强调，各乡镇要在8月底前完成排查；县水利局要加强值守。"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    for condition, expected in (("!tasks.deadline", ["县水利局"]), ("tasks.deadline", ["各乡镇"]), ("tasks", None)):
        asked = ("--table", "tasks", "--where", condition, "--where", "chair.name=李明")
        run("extract", "a.txt", *asked, "-o", f"out.{format}", "-q")
        if format == "csv":
            read = csv.DictReader((tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines())
            found = [row["assignees"] for row in read]
        else:
            found = pytest.importorskip("pyarrow.parquet").read_table(tmp_path / "out.parquet")["assignees"].to_pylist()
        assert found == (expected or ["各乡镇", "县水利局"])
