"""Libraries that only some formats need: each is imported when it is used, and named where it is missing."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from meetingx.source import MeetingxError

EXTRAS = {
    "docx": ("mammoth",),
    "duckdb": ("duckdb",),
    "ics": ("icalendar",),
    "parquet": ("pyarrow",),
    "pdf": ("pypdfium2",),
    "warc": ("warcio",),
    "xlsx": ("openpyxl",),
    "zstd": ("zstandard",),
}
"""Each extra of the distribution with the modules that it brings."""


def load(module: str, *, extra: str, name: str) -> Any:
    """A module of an extra; MeetingxError, with the command that installs it, where it is missing.

    `name` is what needs it: a file, or a format.

    >>> load("a_module_that_is_not", extra="xlsx", name="out.xlsx")
    Traceback (most recent call last):
    ...
    meetingx.source.MeetingxError: out.xlsx: needs a_module_that_is_not: pip install 'meetingx[xlsx]'
    """
    top = module.partition(".")[0]
    try:
        import_module(top)
    except ModuleNotFoundError as error:
        if error.name != top:
            raise
        raise MeetingxError(f"{name}: needs {top}: pip install 'meetingx[{extra}]'") from None
    return import_module(module)


def installed(extra: str) -> bool:
    """Whether all modules of an extra are there."""
    return all(find_spec(module) is not None for module in EXTRAS[extra])
