"""What `--profile` tells at the end: how long each step of reading took."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from meetingx.cli.localized import text

if TYPE_CHECKING:
    from meetingx.many import Outcome


class Profile:
    """Adds up how many seconds each step took, in all processes, while the clock of the run goes on."""

    def __init__(self) -> None:
        self._began = perf_counter()
        self._pages = 0
        self._seconds: dict[str, float] = {}

    def add(self, outcome: Outcome) -> None:
        """Adds the steps of one page; a page that could not be read has none."""
        self._pages += bool(outcome.seconds)
        for step, seconds in outcome.seconds.items():
            self._seconds[step] = self._seconds.get(step, 0.0) + seconds

    def of(self, found: Iterator[Outcome]) -> Iterator[Outcome]:
        """The pages as they come, each added."""
        for one in found:
            self.add(one)
            yield one

    def lines(self) -> Iterator[str]:
        """A line for each step: seconds, milliseconds a page, share of all steps; the last has the clock's seconds."""
        whole = sum(self._seconds.values())
        yield text("profile.head", pages=self._pages)
        for step, seconds in self._seconds.items():
            yield f"{step:8} {seconds:9.3f} s {seconds / self._pages * 1000:9.3f} ms {seconds / whole:6.1%}"
        yield text("profile.run", seconds=f"{perf_counter() - self._began:.3f}")
