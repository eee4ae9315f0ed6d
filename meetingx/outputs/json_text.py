"""JSON Lines, or one indented JSON array."""

from __future__ import annotations

import json
import re
from typing import IO

from meetingx.outputs.fields import chosen
from meetingx.outputs.writer import Wanted, Writer

SPAN = re.compile(r'\{\s*"start": (\d+),\s*"end": (\d+)\s*\}')


def pretty(record: str) -> str:
    """A JSON line, indented; a span keeps to its line.

    >>> print(pretty('{"name":"张涛","span":{"start":3,"end":5}}'))
    {
      "name": "张涛",
      "span": {"start": 3, "end": 5}
    }
    """
    return SPAN.sub(r'{"start": \1, "end": \2}', json.dumps(json.loads(record), ensure_ascii=False, indent=2))


class _Lines:
    def __init__(self, file: IO[str], wanted: Wanted) -> None:
        self._file = file
        self._wanted = wanted

    def write(self, record: str, page: str | None = None) -> None:
        self._file.write(chosen(record, self._wanted.fields) + "\n")

    def close(self) -> None:
        pass


class _Array:
    def __init__(self, file: IO[str], wanted: Wanted) -> None:
        self._file = file
        self._wanted = wanted
        self._begun = False

    def write(self, record: str, page: str | None = None) -> None:
        indented = pretty(chosen(record, self._wanted.fields)).replace("\n", "\n  ")
        self._file.write(f"{',' if self._begun else '['}\n  {self._wanted.shown(indented)}")
        self._begun = True

    def close(self) -> None:
        self._file.write("\n]\n" if self._begun else "[]\n")


def lines(file: IO[str], wanted: Wanted) -> Writer:
    """Writes a record to a line."""
    return _Lines(file, wanted)


def array(file: IO[str], wanted: Wanted) -> Writer:
    """Writes one array, indented; `[]` without records."""
    return _Array(file, wanted)
