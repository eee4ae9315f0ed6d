"""A bound on how long one page may take, so that none hangs the run."""

from __future__ import annotations

import faulthandler
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from types import FrameType
from typing import TextIO

GRACE = 5.0
"""Seconds after which a process that did not hear the alarm is ended."""

SOON = 1e-6
"""Seconds after which an alarm rings that is overdue; 0 would put it off."""


class TookTooLong(BaseException):
    """The alarm rang; no `except Exception` on the way up takes it for its own."""


@contextmanager
def at_most(seconds: float | None) -> Iterator[None]:
    """Raises TookTooLong in what it holds after so many seconds; None sets no bound.

    An alarm that was set before rings when it should have, or behind what this holds. Only the main thread of a
    Unix process has an alarm; elsewhere nothing is bounded.
    """
    if seconds is None or not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    began = monotonic()
    left, interval = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if left:
            signal.setitimer(signal.ITIMER_REAL, max(left - (monotonic() - began), SOON), interval)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise TookTooLong


@contextmanager
def or_end_the_process(seconds: float | None) -> Iterator[None]:
    """Ends the whole process some seconds after the alarm: for code that hears none, in a process of its own."""
    if seconds is None:
        yield
        return
    faulthandler.dump_traceback_later(seconds + GRACE, exit=True, file=_nowhere())
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


_NOWHERE: list[TextIO] = []


def _nowhere() -> TextIO:
    """A file for the traceback that nobody reads, opened once in a process."""
    if not _NOWHERE:
        _NOWHERE.append(open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - open as long as the process
    return _NOWHERE[0]
