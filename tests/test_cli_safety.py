"""Nothing that a user has is lost: files that are read or written, data sent to a pipe, runs that are ended."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import shown

MEETINGX = [sys.executable, "-m", "meetingx"]
REPORT = "8月8日，县政府召开防汛工作会议，县长李明主持会议。李明强调，各乡镇要加强巡查。"
ENVIRONMENT = {**os.environ, "MEETINGX_LANG": "en", "PYTHONWARNINGS": "error"}

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def ran(*args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*MEETINGX, *args],
            cwd=tmp_path,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            env=ENVIRONMENT,
            timeout=120,
            check=False,
        )

    return ran


def pages(tmp_path: Path, count: int = 1, name: str = "in.jsonl") -> str:
    text = "".join(json.dumps({"id": str(at), "text": REPORT}) + "\n" for at in range(count))
    (tmp_path / name).write_text(text, encoding="utf-8")
    return text


def ids(text: str) -> list[str]:
    return [json.loads(line)["source"]["id"] for line in text.splitlines()]


def on_a_terminal(tmp_path: Path, *args: str, stdout: int | None = None) -> str:
    """What a run shows on a terminal of 60 columns, which its stdout is too where it goes nowhere else."""
    environment = {**ENVIRONMENT, "TERM": "xterm", "COLUMNS": "60", "NO_COLOR": "1"}
    told, code = shown([*MEETINGX, *args], tmp_path, environment, stdout=stdout)
    assert code == 0
    return told


def test_data_goes_to_its_file_while_a_terminal_shows_progress(tmp_path: Path) -> None:
    pages(tmp_path, 3)
    with (tmp_path / "out.jsonl").open("wb") as file:
        shown = on_a_terminal(tmp_path, "extract", "in.jsonl", stdout=file.fileno())
    assert ids((tmp_path / "out.jsonl").read_text(encoding="utf-8")) == ["0", "1", "2"]
    assert "3/?" in shown
    assert "防汛" not in shown


def test_data_on_a_terminal_is_neither_wrapped_nor_amid_a_bar(tmp_path: Path) -> None:
    pages(tmp_path, 3)
    shown = on_a_terminal(tmp_path, "extract", "in.jsonl", "--format", "jsonl")
    assert ids("\n".join(shown.splitlines()[:3])) == ["0", "1", "2"]
    assert shown.splitlines()[3:] == ["meetingx: 3 read · 3 meetings"]


@pytest.mark.parametrize("format", ["jsonl", "csv", "sqlite"])
def test_links_are_written_through(run: Run, tmp_path: Path, format: str) -> None:
    pages(tmp_path)
    (tmp_path / "inner").mkdir()
    link, target = tmp_path / f"link.{format}", tmp_path / "inner" / "out"
    link.symlink_to("inner/out")
    for _ in range(2):  # the file that the link names is made, and then replaced
        assert run("extract", "in.jsonl", "-o", link.name).returncode == 0
        assert link.is_symlink()
        assert target.stat().st_size > 100
        assert sorted(one.name for one in (tmp_path / "inner").iterdir()) == ["out"]
        target.write_bytes(b"old")
    run("extract", "in.jsonl", "-o", "records.jsonl")
    assert run("convert", "records.jsonl", "-o", link.name).returncode == 0
    assert link.is_symlink()
    assert target.stat().st_size > 100


def test_a_pipe_behind_a_link_is_written_and_stays(tmp_path: Path) -> None:
    pages(tmp_path, 2)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("pipe")
    ran = subprocess.Popen([*MEETINGX, "extract", "in.jsonl", "-o", "link"], cwd=tmp_path, env=ENVIRONMENT)
    text = (tmp_path / "pipe").read_text(encoding="utf-8")
    assert ran.wait(timeout=60) == 0
    assert ids(text) == ["0", "1"]
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "link").is_symlink()


def test_what_stdout_goes_to_is_written_where_it_is(tmp_path: Path) -> None:
    pages(tmp_path, 2)
    (tmp_path / "link").symlink_to("out")
    with (tmp_path / "out").open("wb") as file:
        before = os.fstat(file.fileno()).st_ino
        command = [*MEETINGX, "extract", "in.jsonl", "-o", "link"]
        assert subprocess.run(command, cwd=tmp_path, stdout=file, env=ENVIRONMENT, check=False).returncode == 0
    assert (tmp_path / "out").stat().st_ino == before
    assert ids((tmp_path / "out").read_text(encoding="utf-8")) == ["0", "1"]


CLASHES = [
    ("extract", "in.jsonl", "--errors", "in.jsonl"),
    ("extract", "in.jsonl", "-o", "link.jsonl"),
    ("extract", "in.jsonl", "-o", "new.jsonl", "--errors", "new.jsonl"),
    ("extract", "in.jsonl", "-o", "new.jsonl", "--errors", "new.jsonl.done"),
    ("extract", "a.jsonl.part", "-o", "a.jsonl"),
    ("convert", "in.jsonl", "-o", "./link.jsonl"),
]


@pytest.mark.parametrize("command", CLASHES, ids=" ".join)
def test_no_file_is_both_read_and_written(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    text = pages(tmp_path)
    assert pages(tmp_path, name="a.jsonl.part") == text
    (tmp_path / "link.jsonl").symlink_to("in.jsonl")
    before = sorted(one.name for one in tmp_path.iterdir())
    ran = run(*command)
    assert ran.returncode == 2
    assert "is both read and written" in ran.stderr or "would be written twice" in ran.stderr
    assert sorted(one.name for one in tmp_path.iterdir()) == before
    assert (tmp_path / "in.jsonl").read_text(encoding="utf-8") == text
    assert (tmp_path / "a.jsonl.part").read_text(encoding="utf-8") == text


def test_what_standard_input_comes_from_is_not_written(tmp_path: Path) -> None:
    text = pages(tmp_path)
    with (tmp_path / "in.jsonl").open("rb") as file:
        command = [*MEETINGX, "extract", "-", "--errors", "in.jsonl"]
        assert subprocess.run(command, cwd=tmp_path, stdin=file, env=ENVIRONMENT, check=False).returncode == 2
    assert (tmp_path / "in.jsonl").read_text(encoding="utf-8") == text


def test_a_glob_leaves_out_what_is_written(run: Run, tmp_path: Path) -> None:
    pages(tmp_path, 2)
    for _ in range(2):
        assert run("extract", "*.jsonl", "-o", "out.jsonl").returncode == 0
    assert ids((tmp_path / "out.jsonl").read_text(encoding="utf-8")) == ["0", "1"]


def test_where_nothing_could_be_read_the_output_stays_as_it_was(run: Run, tmp_path: Path) -> None:
    (tmp_path / "keep.jsonl").write_text("old\n", encoding="utf-8")
    ran = run("extract", "nosuch", "-o", "keep.jsonl")
    assert ran.returncode == 1
    assert "nothing was read: keep.jsonl is not written" in ran.stderr
    assert (tmp_path / "keep.jsonl").read_text(encoding="utf-8") == "old\n"
    assert [one.name for one in tmp_path.iterdir()] == ["keep.jsonl"]
    pages(tmp_path)
    assert run("extract", "nosuch", "in.jsonl", "-o", "keep.jsonl").returncode == 1
    assert ids((tmp_path / "keep.jsonl").read_text(encoding="utf-8")) == ["0"]


def children(parent: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)
    return [int(one) for one in listed.stdout.split()]


def is_running(process: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return bool(state.stdout.strip()) and not state.stdout.startswith("Z")


@pytest.mark.skipif(sys.platform != "linux", reason="ps is asked as on Linux")
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGKILL, -9), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
)
def test_workers_end_with_the_run(tmp_path: Path, number: signal.Signals, code: int) -> None:
    pages(tmp_path, 4000)
    command = [*MEETINGX, "extract", "in.jsonl", "-o", "out.jsonl", "--workers", "2"]
    ran = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    done, end = tmp_path / "out.jsonl.done", time.monotonic() + 60
    while not (done.exists() and done.stat().st_size > 3000) and time.monotonic() < end:
        time.sleep(0.01)
    workers = children(ran.pid)
    assert len(workers) == 2
    ran.send_signal(number)
    assert ran.wait(timeout=60) == code
    while any(map(is_running, workers)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(is_running, workers))


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_workers_end_where_a_run_is_ended_while_it_writes(tmp_path: Path) -> None:
    pages(tmp_path, 400)
    code = """
import os, signal, sys
from meetingx.__main__ import main
from meetingx.runs import Journal

add = Journal.add

def hung_up(journal, outcome):
    add(journal, outcome)
    if outcome.name.endswith("line 90"):
        os.kill(os.getpid(), signal.SIGHUP)

Journal.add = hung_up
sys.argv = ["meetingx", "extract", "in.jsonl", "-o", "out.jsonl", "--workers", "2"]
main()
"""
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 129
    assert ran.stderr.rstrip().endswith("the same command with --resume goes on from there")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_terminated_it_tells_how_to_go_on(tmp_path: Path, number: signal.Signals, code: int) -> None:
    pages(tmp_path, 4000)
    command = [*MEETINGX, "extract", "in.jsonl", "-o", "out.jsonl"]
    ran = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, env=ENVIRONMENT)
    done, end = tmp_path / "out.jsonl.done", time.monotonic() + 60
    while not (done.exists() and done.stat().st_size > 3000) and time.monotonic() < end:
        time.sleep(0.01)
    ran.send_signal(number)
    _, told = ran.communicate(timeout=60)
    assert ran.returncode == code
    assert told.rstrip().endswith("the same command with --resume goes on from there")


def ended(tmp_path: Path, *options: str) -> None:
    """A run that was killed amid its pages."""
    pages(tmp_path, 4000)
    command = [*MEETINGX, "extract", "in.jsonl", "-o", "out.jsonl", *options]
    ran = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    done, end = tmp_path / "out.jsonl.done", time.monotonic() + 60
    while not (done.exists() and done.stat().st_size > 3000) and time.monotonic() < end:
        time.sleep(0.01)
    ran.kill()
    assert ran.wait(timeout=60) == -signal.SIGKILL


def test_a_run_that_was_ended_is_not_thrown_away_without_a_word(run: Run, tmp_path: Path) -> None:
    ended(tmp_path)
    before = (tmp_path / "out.jsonl.part").read_bytes()
    ran = run("extract", "in.jsonl", "-o", "out.jsonl")
    assert ran.returncode == 2
    assert "go on with --resume, or remove" in ran.stderr
    assert (tmp_path / "out.jsonl.part").read_bytes() == before
    pages(tmp_path, 2)
    (tmp_path / "out.jsonl.done").unlink()
    assert run("extract", "in.jsonl", "-o", "out.jsonl").returncode == 0


def test_there_is_nothing_to_go_on_with_behind_a_run_that_was_ended_well(run: Run, tmp_path: Path) -> None:
    pages(tmp_path, 2)
    assert run("extract", "in.jsonl", "-o", "out.jsonl", "--resume").returncode == 0
    (tmp_path / "in.jsonl").write_text("", encoding="utf-8")
    ran = run("extract", "in.jsonl", "-o", "out.jsonl", "--resume")
    assert ran.returncode == 2
    assert "there is nothing to go on with: out.jsonl is whole" in ran.stderr
    assert ids((tmp_path / "out.jsonl").read_text(encoding="utf-8")) == ["0", "1"]


@pytest.mark.skipif(sys.platform == "win32", reason="files are locked by fcntl")
@pytest.mark.parametrize("options", [(), ("--resume",)])
def test_two_runs_do_not_write_one_file(run: Run, tmp_path: Path, options: tuple[str, ...]) -> None:
    from meetingx.runs import Journal

    pages(tmp_path)
    journal = Journal(tmp_path / "out.jsonl", [])
    journal.begin(resume=False)
    before = (tmp_path / "out.jsonl.done").read_bytes()
    ran = run("extract", "in.jsonl", "-o", "out.jsonl", *options)
    assert ran.returncode == 1
    assert "out.jsonl: is being written by another run: wait for it, or give another file" in ran.stderr
    assert (tmp_path / "out.jsonl.done").read_bytes() == before
    journal.close()


def test_a_refused_run_leaves_the_errors_as_they_were(run: Run, tmp_path: Path) -> None:
    ended(tmp_path, "--errors", "e.jsonl")
    (tmp_path / "e.jsonl").write_text("old\n", encoding="utf-8")
    command = ("extract", "in.jsonl", "-o", "out.jsonl", "--errors", "e.jsonl", "--resume", "--limit", "3")
    assert run(*command).returncode == 1
    assert (tmp_path / "e.jsonl").read_text(encoding="utf-8") == "old\n"


@pytest.mark.parametrize("output", [(), ("-o", "out.jsonl")])
def test_the_page_that_ends_a_strict_run_is_among_the_errors(run: Run, tmp_path: Path, output: tuple[str, ...]) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": 5}\n{"text": 6}\n', encoding="utf-8")
    (tmp_path / "e.jsonl").write_text("old\n", encoding="utf-8")
    ran = run("extract", "in.jsonl", "--strict", "--errors", "e.jsonl", *output)
    assert (ran.returncode, ran.stderr.count("line 1: its text is no string")) == (1, 1)
    [line] = (tmp_path / "e.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["name"] == "in.jsonl, line 1"


def test_errors_may_go_to_a_device(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    command = [*MEETINGX, "extract", "nosuch", "--errors", "pipe"]
    ran = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    text = (tmp_path / "pipe").read_text(encoding="utf-8")
    assert ran.wait(timeout=60) == 1
    assert json.loads(text)["name"] == "nosuch"


def test_a_file_that_fails_is_not_called_a_write_error() -> None:
    from meetingx.cli import _told

    told = _told(PermissionError(errno.EACCES, "Permission denied", "a.jsonl"))
    assert told == "a.jsonl: Permission denied: check the file, its permissions and its disk"
    assert _told(OSError(errno.ENOSPC, "No space left on device")).startswith("cannot write: No space left on device")


@pytest.mark.parametrize("format", ["jsonl", "sqlite", "csv", "tsv"])
def test_what_comes_twice_in_a_run_is_added_once(run: Run, tmp_path: Path, format: str) -> None:
    text = pages(tmp_path, 2)
    (tmp_path / "in.jsonl").write_text(text * 2, encoding="utf-8")
    for skipped in (2, 4):
        ran = run("extract", "in.jsonl", "-o", f"out.{format}", "--append")
        assert (ran.returncode, f"{skipped} already there" in ran.stderr) == (0, True)
    run("extract", "in.jsonl", "-o", "out.jsonl", "--append")
    assert ids((tmp_path / "out.jsonl").read_text(encoding="utf-8")) == ["0", "1"]


def test_a_data_base_that_is_in_use_is_told(run: Run, tmp_path: Path) -> None:
    import sqlite3

    pages(tmp_path)
    run("extract", "in.jsonl", "-o", "out.sqlite")
    base = sqlite3.connect(tmp_path / "out.sqlite", isolation_level=None)
    base.execute("BEGIN EXCLUSIVE")
    ran = run("extract", "in.jsonl", "-o", "out.sqlite", "--append")
    base.close()
    assert ran.returncode == 1
    assert "out.sqlite: is in use by another program (database is locked): end that first" in ran.stderr


@pytest.mark.parametrize("name", ["out.jsonl", "out.sqlite", "out.duckdb"])
def test_a_read_only_output_is_not_replaced(run: Run, tmp_path: Path, name: str) -> None:
    pages(tmp_path)
    run("extract", "in.jsonl", "-o", "records.jsonl")
    (tmp_path / name).write_bytes(b"old")
    (tmp_path / name).chmod(0o444)
    before = sorted(one.name for one in tmp_path.iterdir())
    for command in (("extract", "in.jsonl"), ("convert", "records.jsonl"), ("extract", "in.jsonl", "--resume")):
        ran = run(*command, "-o", name)
        assert ran.returncode == 2
        assert f"{name} is read-only: give another file, or let it be written (chmod u+w)." in ran.stderr
    assert (tmp_path / name).read_bytes() == b"old"
    assert sorted(one.name for one in tmp_path.iterdir()) == before


def test_a_run_that_ignores_a_closed_terminal_goes_on(tmp_path: Path) -> None:
    text = pages(tmp_path, 1)
    command = ["nohup", *MEETINGX, "extract", "-", "-o", "out.jsonl"]
    ran = subprocess.Popen(command, cwd=tmp_path, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    end = time.monotonic() + 60
    while not (tmp_path / "out.jsonl.done").exists() and time.monotonic() < end:
        time.sleep(0.01)
    ran.send_signal(signal.SIGHUP)
    ran.communicate(text.encode(), timeout=60)
    assert ran.returncode == 0
    assert ids((tmp_path / "out.jsonl").read_text(encoding="utf-8")) == ["0"]


def test_a_strict_run_that_read_nothing_leaves_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": 5}\n{"text": 6}\n', encoding="utf-8")
    ran = run("extract", "in.jsonl", "--strict", "-o", "out.jsonl")
    assert ran.returncode == 1
    assert "--strict: the run ends here" in ran.stderr
    assert "is kept beside" not in ran.stderr
    assert [one.name for one in tmp_path.iterdir()] == ["in.jsonl"]
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": REPORT}) + '\n{"text": 6}\n', encoding="utf-8")
    assert "is kept beside out.jsonl" in run("extract", "in.jsonl", "--strict", "-o", "out.jsonl").stderr
    assert (tmp_path / "out.jsonl.done").exists()


def test_convert_leaves_the_output_as_it_was_where_nothing_could_be_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "keep.csv").write_text("old\n", encoding="utf-8")
    ran = run("convert", "-", "-o", "keep.csv")
    assert ran.returncode == 1
    assert ran.stderr == (
        "meetingx: standard input: is empty: give records, as meetingx extract writes them\n"
        "meetingx: nothing was read: keep.csv is not written\n"
    )
    assert (tmp_path / "keep.csv").read_text(encoding="utf-8") == "old\n"
    assert [one.name for one in tmp_path.iterdir()] == ["keep.csv"]
