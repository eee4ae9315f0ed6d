"""What there is to read, in any container: files, directories, globs, standard input; each page as an item.

>>> import json, tempfile
>>> from pathlib import Path
>>> with tempfile.TemporaryDirectory() as folder:
...     _ = Path(folder, "a.jsonl").write_text(json.dumps({"id": "7", "text": "县政府召开会议。"}), encoding="utf-8")
...     [(item["id"], item["text"]) for item in Inputs([folder])]
[('7', '县政府召开会议。')]
"""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from meetingx.inputs.kinds import NAMES, SUFFIXES, is_known, kind_named, pages_of
from meetingx.inputs.stream import Asked, PassedOver, Stream, buffered, shown, suffix_of
from meetingx.items import Failure, Item

__all__ = ["NAMES", "Asked", "Inputs"]

NO_FILE = "no such file or directory: check the path"
NOT_ALLOWED = "may not be read: check its permissions"


@dataclass(slots=True)
class Inputs:
    """The pages of some paths, in the order given; a path that is no file may be a glob, `-` is standard input.

    `leave_out` are files that a directory or a glob does not give: what is being written. `passed_over` counts what a
    directory, an archive or a crawl has that is no page.
    """

    paths: Iterable[str]
    asked: Asked = field(default_factory=Asked)
    leave_out: tuple[Path, ...] = ()
    passed_over: int = 0

    def total(self) -> int | None:
        """How many pages there are, where that is known before they are read: files of one page each, no archives."""
        count = 0
        for path in self.paths:
            names = [path] if not Path(path).is_dir() else (name for _, _, files in os.walk(path) for name in files)
            for name in names:
                if kind_named(name) in {"text", "html", "pdf", "docx"}:
                    count += 1
                elif is_known(name) or name == "-" or not Path(path).is_dir():
                    return None
        return count

    def __iter__(self) -> Iterator[Item | Failure]:
        for found in self._all():
            if isinstance(found, PassedOver):
                self.passed_over += 1
            else:
                yield found

    def _all(self) -> Iterator[Item | Failure | PassedOver]:
        for path in self.paths:
            if path == "-":
                yield from pages_of(Stream("standard input", buffered(sys.stdin.buffer)), self.asked)
                continue
            several = not os.path.lexists(path) and sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - of any root
            for one in [one for one in several if not self._is_left_out(Path(one))] if several else [path]:
                yield from self._directory(one) if Path(one).is_dir() else self._file(Path(one))

    def _directory(self, top: str) -> Iterator[Item | Failure | PassedOver]:
        """The pages under a directory, in sorted order."""
        denied: list[OSError] = []
        found = False
        for folder, inner, files in os.walk(top, onerror=denied.append):
            inner[:] = sorted(name for name in inner if not name.startswith("."))
            yield from _denied(denied)
            for name in sorted(files):
                path = Path(folder, name)
                if name.startswith(".") or self._is_left_out(path):
                    continue
                if not is_known(name) or (path.exists() and not path.is_file()):  # a pipe would be waited for
                    yield PassedOver(str(path))
                    continue
                found = True
                yield from self._file(path)
        if denied:
            yield from _denied(denied)
        elif not found:
            known = " ".join(SUFFIXES)
            yield _failure(top, f"is a directory with nothing to read: give one with files named {known}")

    def _is_left_out(self, path: Path) -> bool:
        return any(one.exists() and path.samefile(one) for one in self.leave_out)

    def _file(self, path: Path) -> Iterator[Item | Failure | PassedOver]:
        """The pages of one file; its path is kept in their records."""
        try:
            with path.open("rb") as file:
                name, kept = shown(str(path)), shown(path.as_posix())
                yield from pages_of(Stream(name, file, kept, suffix_of(path.name)), self.asked)
        except OSError as error:
            yield _failure(str(path), _why(error))


def _denied(errors: list[OSError]) -> Iterator[Failure]:
    while errors:
        error = errors.pop()
        yield _failure(str(error.filename), _why(error))


def _failure(path: str, why: str) -> Failure:
    path = shown(path)
    return Failure(path, f"{path}: {why}", path=path, stage="open")


def _why(error: OSError) -> str:
    """What went wrong with a file, and the remedy."""
    if isinstance(error, FileNotFoundError):
        return NO_FILE
    if isinstance(error, PermissionError):
        return NOT_ALLOWED
    return f"cannot be read: {error.strerror or error}"
