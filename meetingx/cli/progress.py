"""What is told on stderr while a run goes on, and the line at its end."""

from __future__ import annotations

import json
import os
import re
import stat
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from meetingx.cli.localized import text

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from meetingx.items import Failure
    from meetingx.many import Outcome

NAMED = 3
"""How many pages without a meeting the last line names."""

ALIKE = 3
"""How many pages of a file are told of that were not read for the same reason; the others are counted."""

PART = re.compile(r"^(.+), (?:line|entry|row|record) \d+")
"""A page of a file that has many, as messages name it: the file."""

PARTICULAR = re.compile(r"\(.*\)|\d+|“.*?”")
"""What in a message may differ from page to page."""


@dataclass(slots=True)
class Tally:
    """What became of the pages, for the line at the end."""

    read: int = 0
    meetings: int = 0
    failed: int = 0
    without: int = 0
    skipped: int = 0
    named: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Counts one page; one whose meetings were all left out by a condition is not without a meeting."""
        if outcome.failure is not None:
            self.failed += 1
            return
        self.read += 1
        self.meetings += len(outcome.records)
        if not outcome.found:
            self.without += 1
            if len(self.named) < NAMED:
                self.named.append(outcome.name)

    def skip(self) -> None:
        """Counts a page that is in the output already."""
        self.skipped += 1

    def line(self, passed_over: int, *, always: bool) -> str:
        """`1000 read · 812 meetings · 3 not read`; nothing where all gave records, unless it is wanted always."""
        if not (always or self.failed or self.without or self.skipped or passed_over):
            return ""
        parts = [text("line.read", count=self.read)]
        parts.append(text("line.meeting" if self.meetings == 1 else "line.meetings", count=self.meetings))
        if self.without:
            more = ", …" if self.without > len(self.named) else ""
            parts.append(text("line.without", count=self.without, names=", ".join(self.named) + more))
        if self.skipped:
            parts.append(text("line.skipped", count=self.skipped))
        if self.failed:
            parts.append(text("line.failed", count=self.failed))
        if passed_over:
            parts.append(text("line.passed-over", count=passed_over))
        return " · ".join(parts)


@dataclass(slots=True)
class Teller:
    """Tells on stderr what goes on: a bar on a terminal, failures as they come, each page where asked for."""

    verbose: bool = False
    errors: IO[str] | None = None
    bar: Bar | None = None
    tally: Tally = field(default_factory=Tally)
    alike: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, outcome: Outcome, *, again: bool = False) -> None:
        """Tells of one page; one that was told of before a run was ended is only counted."""
        self.tally.add(outcome)
        if outcome.failure is not None:
            self.note(outcome.failure)
            if not again and self._is_new(outcome.failure):
                self.say(outcome.failure.message)
        elif self.verbose and not again:
            key = "told.meeting" if len(outcome.records) == 1 else "told.meetings"
            self.say(text(key, name=outcome.name, count=len(outcome.records)))
        if self.bar is not None:
            told = self.tally
            meetings = text("line.meetings", count=told.meetings)
            failed = f" · {text('line.failed', count=told.failed)}" if told.failed else ""
            self.bar.update(self.bar.task_ids[0], advance=1, told=f"{meetings}{failed}")

    def _is_new(self, failure: Failure) -> bool:
        """Whether a failure is to be told of: not where so many pages of the file were not read for the same reason."""
        part = PART.match(failure.name)
        if part is None:
            return True
        why = PARTICULAR.sub("", failure.message.removeprefix(failure.name))
        self.alike[part[1], why] += 1
        return self.alike[part[1], why] <= ALIKE

    def rest(self) -> None:
        """Counts the failures that were not told of, once."""
        for (name, _), count in self.alike.items():
            if count > ALIKE:
                self.say(text("told.alike", name=name, count=count - ALIKE))
        self.alike.clear()

    def begin(self) -> None:
        """Empties the file of failures: what stood in it stays until a run is sure to go on."""
        if self.errors is not None and stat.S_ISREG(os.fstat(self.errors.fileno()).st_mode):
            self.errors.truncate(0)

    def note(self, failure: Failure) -> None:
        """Writes a failure to the file of failures, if there is one."""
        if self.errors is not None:
            told = {key: value for key, value in failure._asdict().items() if value is not None}
            self.errors.write(json.dumps({"id": failure.id, **told}, ensure_ascii=False) + "\n")
            self.errors.flush()

    def say(self, message: str) -> None:
        """One line on stderr, above the bar where there is one."""
        if self.bar is not None:
            self.bar.console.print(f"meetingx: {message}", markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(f"meetingx: {message}", err=True)


@contextmanager
def telling(*, bar: bool, verbose: bool, errors: Path | None, total: int | None) -> Iterator[Teller]:
    """A teller, with a bar if wanted, where stderr is a terminal."""
    file = None
    if errors is not None:
        try:
            file = errors.open("a", encoding="utf-8")
        except OSError as error:
            raise click.UsageError(text("cannot-write", path=errors, why=error.strerror)) from None
    try:
        with _bar() if bar and sys.stderr.isatty() else nullcontext() as shown:
            if shown is not None:
                shown.add_task("", total=total, told="")
            teller = Teller(verbose, file, shown)
            try:
                yield teller
            finally:
                teller.rest()
    finally:
        if file is not None:
            file.close()


def _bar() -> Bar:
    """done, meetings, errors, rate, time left."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    class Rate(TextColumn):
        """Pages a second."""

        def __init__(self) -> None:
            super().__init__("{task.speed}")

        def render(self, task: object) -> object:  # type: ignore[override]
            from rich.text import Text

            speed = getattr(task, "speed", None)
            return Text(f"{speed:.0f}/s" if speed else "")

    return Progress(
        SpinnerColumn(),
        MofNCompleteColumn(),
        BarColumn(bar_width=24),
        Rate(),
        TextColumn("{task.fields[told]}"),
        TimeRemainingColumn(compact=True),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=False,  # data is not for the console, which would take it off its file and wrap it
    )
