"""doctor, demo and completion."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from meetingx.cli import cli, doctor
from meetingx.cli.demo import REPORT
from meetingx.extras import EXTRAS

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def invoked(*args: str, given: str = "") -> tuple[int, str]:
    done = CliRunner(env={"MEETINGX_LANG": "en"}).invoke(cli, args, input=given, standalone_mode=False)
    assert done.exception is None
    return done.return_value or 0, done.stdout


def test_doctor_finds_all_well_here() -> None:
    code, told = invoked("doctor")
    assert code == 0
    lines = told.splitlines()
    assert "ok self-test      the built-in report is read as it should be" in lines
    assert {line.split()[1] for line in lines} >= {f"[{extra}]" for extra in EXTRAS}
    assert any(line.startswith("ok divisions.tsv") for line in lines)


def test_doctor_tells_what_is_missing_and_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("meetingx.extras.find_spec", lambda name: None)
    monkeypatch.setattr(doctor, "WANTED", ("another",))
    code, told = invoked("doctor")
    assert code == 1
    assert "-- [xlsx]         pip install 'meetingx[xlsx]'" in told.splitlines()
    assert "!! self-test      the built-in report gives [('大气污染防治工作推进会'" in told
    monkeypatch.setattr(doctor, "LIBRARIES", ("no-such-library",))
    assert "!! no-such-library is missing: pip install meetingx" in invoked("doctor")[1]


def test_demo_shows_the_report_of_the_readme() -> None:
    assert f"```text report.txt\n{REPORT}```" in README
    code, told = invoked("demo")
    assert code == 0
    assert "〔chair " in told
    assert invoked("demo", "--text") == (0, REPORT)
    assert json.loads(invoked("extract", "-", given=REPORT)[1])["chair"]["name"] == "陆明远"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_that_the_shell_takes(shell: str, tmp_path: Path) -> None:
    code, script = invoked("completion", shell)
    assert code == 0
    assert "_MEETINGX_COMPLETE" in script
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    (tmp_path / "script").write_text(script, encoding="utf-8")
    subprocess.run([shell, "-n", tmp_path / "script"], check=True)


@pytest.mark.parametrize(("words", "wanted"), [("meetingx ex", "extract"), ("meetingx extract --fo", "--format")])
def test_completion_completes(words: str, wanted: str) -> None:
    environment = {
        **os.environ,
        "_MEETINGX_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    code = "from meetingx.cli import main; main()"
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)
    assert f"plain,{wanted}" in ran.stdout.splitlines()
