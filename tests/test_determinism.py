"""The same bytes out on every run: in another process, with another hash seed, in any order of files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from gate import SETS, cases

from meetingx.pipeline import extract

# Prints the records of the pages named on stdin, in their order.
READ_ALL = """
import json, pathlib, sys
from meetingx.pipeline import extract
for name, path, url in json.load(sys.stdin):
    for meeting in extract(pathlib.Path(path).read_bytes(), url=url, id=name):
        sys.stdout.buffer.write(meeting.model_dump_json().encode("utf-8") + b"\\n")
"""
PAGES = [(case.id, str(case.path), case.url) for name in SETS for case in cases(name)]


def in_another_process(pages: list[tuple[str, str, str | None]], **env: str) -> list[bytes]:
    """The lines that another process prints for some pages."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", READ_ALL],
        input=json.dumps(pages).encode(),
        capture_output=True,
        check=True,
        env=os.environ | env,
    )
    assert done.stderr == b""
    return done.stdout.splitlines()


@cache
def here() -> tuple[bytes, ...]:
    """The lines that this process makes of all pages."""
    return tuple(
        meeting.model_dump_json().encode()
        for name, path, url in PAGES
        for meeting in extract(Path(path).read_bytes(), url=url, id=name)
    )


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_same_bytes_in_another_process(seed: str) -> None:
    assert tuple(in_another_process(PAGES, PYTHONHASHSEED=seed)) == here()


def test_same_bytes_in_another_order() -> None:
    assert sorted(in_another_process(PAGES[::-1], PYTHONHASHSEED="2")) == sorted(here())


def test_same_bytes_in_another_locale() -> None:
    few = PAGES[:12]
    lines = in_another_process(few, LC_ALL="C", PYTHONUTF8="0", TZ="Pacific/Auckland")
    assert lines == list(here()[: len(lines)])
    assert {json.loads(line)["source"]["id"] for line in lines} <= {name for name, _, _ in few}


def test_same_record_twice_in_one_process() -> None:
    name, path, url = PAGES[0]
    first, again = (extract(Path(path).read_bytes(), url=url, id=name) for _ in range(2))
    assert first == again


def test_id_does_not_depend_on_where_the_page_lies() -> None:
    _, path, _ = PAGES[0]
    page = Path(path).read_bytes()
    ids = {meeting.id for extra in ({}, {"path": "a/b.txt"}, {"id": "x"}) for meeting in extract(page, **extra)}
    assert len(ids) == 1
