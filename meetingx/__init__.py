"""Reads reports of Chinese local-government meetings and gives typed, traceable Meeting records.

>>> import meetingx
>>> [meeting] = meetingx.extract("8月8日，县政府召开防汛工作会议，县长李明主持会议。")
>>> meeting.name, meeting.chair.name
('防汛工作会议', '李明')
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from meetingx.items import Failure
    from meetingx.many import extract_many
    from meetingx.pipeline import Trace, clean, explain, extract
    from meetingx.records import Meeting
    from meetingx.source import MeetingxError

__all__ = ["Failure", "Meeting", "MeetingxError", "Trace", "clean", "explain", "extract", "extract_many"]

_HOME = {
    "Failure": "meetingx.items",
    "Meeting": "meetingx.records",
    "MeetingxError": "meetingx.source",
    "Trace": "meetingx.pipeline",
    "clean": "meetingx.pipeline",
    "explain": "meetingx.pipeline",
    "extract": "meetingx.pipeline",
    "extract_many": "meetingx.many",
}


class _Package(ModuleType):
    """This package, whose public names load when they are first used, so that importing it costs nothing.

    `clean` is a public function and the package of step two: an import of the package would put it in the
    function's place, so that a public name is never set to a module.
    """

    def __getattr__(self, name: str) -> object:
        if name == "__version__":
            return import_module("importlib.metadata").version("meetingx")
        if name not in _HOME:
            raise AttributeError(f"module 'meetingx' has no attribute {name!r}")
        value = getattr(import_module(_HOME[name]), name)
        super().__setattr__(name, value)
        return value

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})


sys.modules[__name__].__class__ = _Package
