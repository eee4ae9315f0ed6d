"""`meetingx doctor`: what is installed, whether the word lists are whole, whether a report is read as it should be."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

import click

from meetingx.cli.localized import command, text

LIBRARIES = ("click", "jieba", "opencc", "pydantic", "regex", "rich", "selectolax", "ahocorasick_rs")
WANTED = ("大气污染防治工作推进会", "2023-11-08", "131124", "陆明远", 2)
"""What the record of the demo says: name, date, code of the place, chair, number of tasks."""

FTS5 = (3, 9)
"""The SQLite from which there is the full-text search of the sqlite output."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is well, whether anything fails without it, what was found."""

    name: str
    well: bool
    needed: bool
    told: str


@command("doctor")
def doctor() -> int:
    """Prints what was found; 1 where something that is needed is not well."""
    findings = list(_findings())
    for one in findings:
        mark = "ok" if one.well else "!!" if one.needed else "--"
        click.echo(f"{mark} {one.name:<14} {one.told}")
    return 1 if any(one.needed and not one.well for one in findings) else 0


def _findings() -> Iterator[Finding]:
    from importlib.metadata import PackageNotFoundError, version

    yield Finding("meetingx", True, True, version("meetingx"))
    yield Finding("python", True, True, f"{platform.python_version()} {platform.system()} {platform.machine()}")
    for name in LIBRARIES:
        try:
            yield Finding(name, True, True, version(name))
        except PackageNotFoundError:
            yield Finding(name, False, True, text("doctor.missing", command="pip install meetingx"))
    well = sqlite3.sqlite_version_info >= FTS5
    yield Finding("sqlite", well, False, sqlite3.sqlite_version if well else text("doctor.old-sqlite"))
    yield from _extras()
    yield from _words()
    yield _reads()


def _extras() -> Iterator[Finding]:
    from importlib.metadata import version

    from meetingx.extras import EXTRAS, installed

    for extra, modules in EXTRAS.items():
        told = f"{modules[0]} {version(modules[0])}" if installed(extra) else f"pip install 'meetingx[{extra}]'"
        yield Finding(f"[{extra}]", installed(extra), False, told)


def _words() -> Iterator[Finding]:
    """Whether the word lists can be read and have something in them."""
    from importlib.resources import files

    for path in sorted(files("meetingx").joinpath("data").iterdir(), key=lambda path: path.name):
        if path.name.endswith((".tsv", ".txt")):
            lines = sum(1 for line in path.read_text("utf-8").splitlines() if line.strip())
            yield Finding(path.name, lines > 0, True, text("doctor.lines", count=lines))


def _reads() -> Finding:
    """Whether the built-in report is read as it should be."""
    from meetingx.cli.demo import REPORT
    from meetingx.pipeline import extract

    said = [
        (one.name, one.date, one.place and one.place.adcode, one.chair and one.chair.name, len(one.tasks))
        for one in extract(REPORT)
    ]
    well = said == [WANTED]
    return Finding("self-test", well, True, text("doctor.reads") if well else text("doctor.misreads", said=said))
