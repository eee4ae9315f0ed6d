"""The pages of records that were extracted before, found again in the files that the records name."""

from __future__ import annotations

import hashlib
import json
import pickle
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Any, NamedTuple

from meetingx.given import LONE_SURROGATE
from meetingx.inputs import Inputs
from meetingx.items import Failure, Item
from meetingx.read import read
from meetingx.source import MeetingxError

HELD = 4
"""Files that are kept open: records of several files may come in turn."""

IN_MEMORY = 2**20
"""Bytes of a file's pages that are kept in memory; more of them go to the disk."""


class Kept(NamedTuple):
    """A page as its file has it: what tells how it was read stands in its record."""

    page: str | bytes
    is_html: bool


class Pages:
    """Finds the pages of records; a file is read once, as far as needed, in whatever order its records come."""

    def __init__(self) -> None:
        self._files: dict[Path, _File] = {}

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        while self._files:
            self._files.popitem()[1].close()

    def of(self, record: str) -> str | None:
        """The text of the page of a record, where its file is still there and still has the same page."""
        source = json.loads(record)["source"]
        path = _file_of(source["path"])
        found = self._file(path).find(source["sha256"]) if path is not None and source["sha256"] else None
        if found is None:
            return None
        try:
            return read(found.page, name=str(path), encoding=source["encoding"], html=found.is_html).page
        except MeetingxError:
            return None

    def _file(self, path: Path) -> _File:
        """A file that is open already, or is opened in the place of that which was opened first."""
        if path not in self._files:
            if len(self._files) == HELD:
                self._files.pop(next(iter(self._files))).close()
            self._files[path] = _File(path)
        return self._files[path]


def _file_of(path: str | None) -> Path | None:
    """The file that a record was read from: what is in an archive has the path of the archive before its own."""
    told = Path(path or "")
    return next((one for one in (told, *told.parents) if one.is_file()), None)


class _File:
    """The pages of one file by their checksums; those that were passed on the way to another one are kept."""

    def __init__(self, path: Path) -> None:
        self._items = iter(Inputs([str(path.absolute())]))
        self._passed: Any = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed with the file
        self._places: dict[str, int] = {}

    def find(self, sha256: str) -> Kept | None:
        """The page with that checksum."""
        while sha256 not in self._places:
            item = next(self._items, None)
            if item is None:
                return None
            if not isinstance(item, Failure):
                self._keep(item)
        self._passed.seek(self._places[sha256])
        return Kept(*pickle.load(self._passed))

    def _keep(self, item: Item) -> None:
        page, digest = page_in(item), checksum(item)
        if digest is None or digest in self._places:
            return
        self._places[digest] = self._passed.seek(0, 2)
        pickle.dump((page, item.get("text") is None), self._passed)

    def close(self) -> None:
        """Lets go of the file and of what was kept."""
        self._passed.close()


def page_in(item: Item) -> object:
    """What an item has for a page."""
    return item.get("text") if item.get("text") is not None else item.get("html")


def checksum(item: Item) -> str | None:
    """The checksum that the records of an item's page have; None for what is no page.

    >>> checksum({"text": "会议"}) == checksum({"html": "会议".encode()})
    True
    """
    page = page_in(item)
    raw = LONE_SURROGATE.sub("\ufffd", page).encode() if isinstance(page, str) else page
    return hashlib.sha256(raw).hexdigest() if isinstance(raw, bytes) else None
