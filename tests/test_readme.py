"""README.md is true: its sessions are run, its records compared, its links followed, its two commands checked."""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import meetingx

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<file>\S+))?\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = [(match["kind"], match["file"], match["body"]) for match in BLOCK.finditer(README)]
SESSION = re.compile(r"^\$ (?P<command>.*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
SESSIONS = [one.groups() for kind, _, body in BLOCKS if kind == "console" for one in SESSION.finditer(body)]


PATH = f"{{own}}:{os.environ['PATH']}:{Path(sys.executable).parent}"
"""Where commands are found: also those of packages beside this Python, which may not be on the path."""
TOOLS = ("jq", "gzip", "zip", "sqlite3", "datasette", "duckdb", "vd", "tar", "xargs")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the files that README shows, and the seeds."""
    made = tmp_path_factory.mktemp("readme")
    for kind, file, body in BLOCKS:
        if file and kind != "json":
            (made / file).write_text(body, encoding="utf-8")
    shutil.copytree(ROOT / "seeds", made / "seeds")
    return made


def abridged(said: Any, shown: Any) -> Any:
    """What was said, without the keys that README leaves out."""
    if isinstance(shown, dict) and isinstance(said, dict):
        return {key: abridged(said.get(key), value) for key, value in shown.items()}
    if isinstance(shown, list) and isinstance(said, list) and len(said) == len(shown):
        return [abridged(one, other) for one, other in zip(said, shown, strict=True)]
    return said


@pytest.mark.parametrize("block", [block for block in BLOCKS if block[0] == "json"], ids=lambda block: block[1])
def test_records_shown_come_out(place: Path, block: tuple[str, str, str]) -> None:
    shown = json.loads(block[2])
    [meeting] = meetingx.explain((place / block[1]).read_bytes(), path=block[1]).meetings
    assert abridged(meeting.model_dump(mode="json"), shown) == shown


def test_the_first_screen_shows_a_report_and_its_record() -> None:
    first = README[: README.index("\n## ")]
    assert [match["kind"] for match in BLOCK.finditer(first)] == ["text", "json"]


@pytest.mark.parametrize(("command", "output"), SESSIONS, ids=[command[:60] for command, _ in SESSIONS])
def test_sessions_run_as_shown(place: Path, command: str, output: str) -> None:
    missing = [
        tool for tool in TOOLS if re.search(rf"(?:^|[|] ){tool} ", command) and shutil.which(tool, path=PATH) is None
    ]
    if missing:
        pytest.skip(f"not installed: {' '.join(missing)}")
    (place / "bin").mkdir(exist_ok=True)  # a command, no function, so that xargs finds it
    (place / "bin" / "meetingx").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m meetingx "$@"\n', encoding="utf-8")
    (place / "bin" / "meetingx").chmod(0o755)
    shell = command
    environment = {**os.environ, "MEETINGX_LANG": "en", "PATH": PATH.format(own=place / "bin")}
    ran = subprocess.run(
        ["bash", "-c", shell],
        cwd=place,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert sorted(ran.stdout.splitlines()) == sorted(output.splitlines())


def test_python_sessions_run_as_shown(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    code = "\n".join(body for kind, _, body in BLOCKS if kind == "python")
    test = doctest.DocTestParser().get_doctest(code, {}, "README.md", "README.md", 0)
    assert len(test.examples) >= 5
    told: list[str] = []
    doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert "".join(told) == ""


def test_every_session_has_output() -> None:
    assert len(SESSIONS) >= 8
    assert all(output for command, output in SESSIONS if " -o " not in command)


@pytest.mark.parametrize("mark", ["main command", "test command"])
def test_the_two_commands_are_one_line_each(mark: str) -> None:
    [body] = re.findall(rf"<!-- {mark} -->\n\n```sh\n(.*?)```", README, re.DOTALL)
    assert body.count("\n") == 1
    assert body.startswith("python3 -m venv .venv && .venv/bin/pip install ")


def test_links_lead_somewhere() -> None:
    for link in re.findall(r"\]\(([^)]+)\)", README):
        heading = re.search(rf"(?m)^#+ {link[1:].replace('-', ' ')}$", README.lower()) if link.startswith("#") else None
        assert heading or link.startswith("https://") or (ROOT / link).is_file(), link


def test_options_and_commands_named_exist() -> None:
    from meetingx.cli import COMMANDS, cli
    from meetingx.cli.localized import Context

    context = Context(cli)
    flags = {flag for name in COMMANDS for param in cli.get_command(context, name).params for flag in param.opts}
    for name, rest in re.findall(r"meetingx ([a-z]+)((?: [^`|;\n]*)?)", README):
        if name in set(COMMANDS):
            assert set(re.findall(r" (--?[a-z-]+)(?=[ \n]|$)", rest)) <= flags
