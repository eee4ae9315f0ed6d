"""What there is to read: files, directories, standard input, JSON Lines, each page as an item for the library."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from meetingx.many import Failure, Item

LINES = frozenset({".jsonl", ".ndjson", ".json"})
PAGES = frozenset({".txt", ".text", ".html", ".htm", ".shtml", ".xhtml"})
BOM = b"\xef\xbb\xbf"
OPENS_OBJECT = re.compile(rb'^\s*\{\s*"')
KEYS = ("text", "html", "id", "url", "published", "path")
NO_FILE = "no such file or directory: check the path"
NOT_ALLOWED = "may not be read: check its permissions"


@dataclass(slots=True)
class Inputs:
    """The pages of some paths, in the order given; `passed_over` counts files of a directory that are no pages."""

    paths: Iterable[str]
    output: Path | None = None
    passed_over: int = 0

    def __iter__(self) -> Iterator[Item | Failure]:
        for path in self.paths:
            if path == "-":
                yield from _stream(sys.stdin.buffer, "standard input")
            elif Path(path).is_dir():
                yield from self._directory(path)
            else:
                yield from _file(Path(path))

    def _directory(self, top: str) -> Iterator[Item | Failure]:
        """The pages under a directory, in sorted order."""
        denied: list[OSError] = []
        found = False
        for folder, inner, files in os.walk(top, onerror=denied.append):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            yield from _denied(denied)
            for name in sorted(files):
                path = Path(folder, name)
                if self._is_output(path) or name.startswith("."):
                    continue
                if path.suffix.lower() not in LINES | PAGES:
                    self.passed_over += 1
                    continue
                found = True
                yield from _file(path)
        if denied:
            yield from _denied(denied)
        elif not found:
            known = " ".join(sorted(LINES | PAGES))
            yield _failure(top, f"is a directory with nothing to read: give one with files named {known}")

    def _is_output(self, path: Path) -> bool:
        return self.output is not None and self.output.exists() and path.samefile(self.output)


def _denied(errors: list[OSError]) -> Iterator[Failure]:
    while errors:
        error = errors.pop()
        yield _failure(str(error.filename), _why(error))


def _failure(path: str, why: str) -> Failure:
    return Failure(path, f"{path}: {why}", path=path)


def _why(error: OSError) -> str:
    """What went wrong with a file, and the remedy."""
    if isinstance(error, FileNotFoundError):
        return NO_FILE
    if isinstance(error, PermissionError):
        return NOT_ALLOWED
    return f"cannot be read: {error.strerror or error}"


def _file(path: Path) -> Iterator[Item | Failure]:
    """The pages of one file; its path is kept in their records."""
    try:
        with path.open("rb") as stream:
            for item in _stream(stream, str(path), path.suffix.lower()):
                yield item if isinstance(item, Failure) else {"path": path.as_posix(), **item}
    except OSError as error:
        yield _failure(str(path), _why(error))


def _stream(stream: BinaryIO, name: str, suffix: str = "") -> Iterator[Item | Failure]:
    """The pages of a stream: JSON Lines by their suffix or their first line, else one page."""
    if suffix in PAGES:
        yield {"text": stream.read(), "name": name}
        return
    head = list(_head(stream))
    if suffix != ".json" and (suffix in LINES or (head and OPENS_OBJECT.match(head[-1].removeprefix(BOM)))):
        yield from _lines(chain(head, stream), name)
        return
    whole = b"".join((*head, stream.read()))
    if suffix == ".json":
        yield from _json(whole, name)
    else:
        yield {"text": whole, "name": name}


def _head(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream up to the first that is not blank."""
    for line in stream:
        yield line
        if line.removeprefix(BOM).strip():
            return


def _json(whole: bytes, name: str) -> Iterator[Item | Failure]:
    """The pages of a .json file: one object, an array of them, or one to a line."""
    try:
        value = json.loads(whole.removeprefix(BOM))
    except (ValueError, RecursionError):
        yield from _lines(whole.splitlines(keepends=True), name)
        return
    if isinstance(value, list):
        for number, one in enumerate(value, 1):
            yield _item(one, f"{name}, entry {number}")
    else:
        yield _item(value, name)


def _lines(lines: Iterable[bytes], name: str) -> Iterator[Item | Failure]:
    """The pages of JSON Lines, each named by its line."""
    empty = True
    for number, line in enumerate(lines, 1):
        text = (line.removeprefix(BOM) if number == 1 else line).strip()
        if not text:
            continue
        empty = False
        where = f"{name}, line {number}"
        try:
            value = json.loads(text.decode("utf-8"))
        except UnicodeDecodeError:
            yield Failure(where, f"{where}: is not UTF-8, as JSON must be: convert the file first", path=name)
        except (ValueError, RecursionError) as error:
            why = _broken(error)
            yield Failure(where, f"{where}: is broken JSON ({why}): give one JSON object to a line", path=name)
        else:
            yield _item(value, where)
    if empty:
        yield _failure(name, "is empty: give one JSON object to a line")


def _broken(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    return str(error)


def _item(value: object, where: str) -> Item | Failure:
    """An item from a JSON value."""
    if not isinstance(value, dict):
        return Failure(where, f'{where}: is no JSON object: give {{"text": "…"}}')
    return {**{key: value[key] for key in KEYS if value.get(key) is not None}, "name": where}
