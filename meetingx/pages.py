"""The pages of records that were extracted before, found again in the files that the records name."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Any, NamedTuple

from meetingx.clean.traditional import fold
from meetingx.given import LONE_SURROGATE, understood
from meetingx.inputs import Asked, Inputs
from meetingx.items import Failure, Item
from meetingx.read import read
from meetingx.source import MeetingxError

HELD = 4
"""Files that are kept open: records of several files may come in turn."""

IN_MEMORY = 2**20
"""Bytes of a file's pages that are kept in memory; more of them go to the disk."""


class Kept(NamedTuple):
    """A page as its file has it, with its title, which may stand above its text; the rest stands in its record."""

    page: str | bytes
    is_html: bool
    title: str | None


class Pages:
    """Finds the pages of records; a file is read once, as far as needed, in whatever order its records come.

    `asked` is what was said of the input when the records were extracted.
    """

    def __init__(self, asked: Asked | None = None) -> None:
        self._asked = asked or Asked()
        self._files: dict[Path, _File] = {}

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        while self._files:
            self._files.popitem()[1].close()

    def of(self, record: str) -> str | None:
        """The text of the page of a record, where its file is still there and still has the same page."""
        told = json.loads(record)
        source = told["source"]
        path = _file_of(source["path"])
        kept = self._file(path).find(source["sha256"]) if path is not None and source["sha256"] else ()
        pages = (_read(one, str(path), source["encoding"]) for one in kept)
        return next((page for page in pages if page is not None and fits(told, page)), None)

    def _file(self, path: Path) -> _File:
        """A file that is open already, or is opened in the place of that which was opened first."""
        if path not in self._files:
            if len(self._files) == HELD:
                self._files.pop(next(iter(self._files))).close()
            self._files[path] = _File(path, self._asked)
        return self._files[path]


def _file_of(path: str | None) -> Path | None:
    """The file that a record was read from: what is in an archive has the path of the archive before its own."""
    told = Path(path or "")
    return next((one for one in (told, *told.parents) if _is_file(one)), None)


def _is_file(path: Path) -> bool:
    """Whether a file is there; what cannot be the name of one, or not be looked for, is not."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _read(kept: Kept, name: str, encoding: str | None) -> str | None:
    try:
        return read(kept.page, name=name, encoding=encoding, html=kept.is_html, title=kept.title).page
    except MeetingxError:
        return None


def fits(record: Mapping[str, Any], page: str) -> bool:
    """Whether the spans of a record are of that page: what was read at most of them begins and ends as it does there.

    Cleaning takes out what stands amid a value, never its ends; few of those it mends.

    >>> said = {"directives": [{"text": "要抓好。", "span": {"start": 3, "end": 7}}]}
    >>> fits(said, "会议：要抓好。"), fits(said, "县：会议：要抓好。"), fits(said, "会议")
    (True, False, False)
    """
    if any(end > len(page) for end in _ends(record)):
        return False
    values = list(_values(record))
    alike = sum(_alike(value, page[start:end]) for value, start, end in values)
    return 2 * alike >= len(values)


def _ends(value: object) -> Iterator[int]:
    """Where each span in a record ends."""
    if isinstance(value, dict):
        if value.keys() == {"start", "end"}:
            yield value["end"]
        value = list(value.values())
    for one in value if isinstance(value, list) else ():
        yield from _ends(one)


def _values(record: Mapping[str, Any]) -> Iterator[tuple[str, int, int]]:
    """The values of a record that are words of its page, with their spans."""
    for key in ("attendees", "directives", "tasks"):
        for one in record.get(key, ()):
            yield one["text"], one["span"]["start"], one["span"]["end"]
    dates = record.get("evidence", {}).get("date", ())
    if record.get("date_text") and dates:
        yield record["date_text"], dates[0]["start"], dates[0]["end"]


def _alike(value: str, passage: str) -> bool:
    """Whether a value begins and ends as a passage does, which may be in traditional script."""
    ends = zip((value[:1], value[-1:]), (passage[:1], passage[-1:]), strict=True)
    return all(one == there or one == fold(there) for one, there in ends)


class _File:
    """The pages of one file by their checksums; those that were passed on the way to another one are kept."""

    def __init__(self, path: Path, asked: Asked) -> None:
        self._items = iter(Inputs([str(path.absolute())], asked))
        self._passed: Any = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed with the file
        self._places: dict[str, dict[str | None, int]] = {}

    def find(self, sha256: str) -> Iterator[Kept]:
        """The pages with that checksum, one for each title that it has; the file is read on as more are taken."""
        given = 0
        while True:
            places = list(self._places.get(sha256, {}).values())
            for place in places[given:]:
                self._passed.seek(place)
                yield Kept(*pickle.load(self._passed))
            given = len(places)
            item = next(self._items, None)
            if item is None:
                return
            if not isinstance(item, Failure):
                self._keep(item)

    def _keep(self, item: Item) -> None:
        page, digest, title = page_in(item), checksum(item), understood("title", item.get("title"))
        if digest is None or title in self._places.setdefault(digest, {}):
            return
        self._places[digest][title] = self._passed.seek(0, 2)
        pickle.dump((page, item.get("text") is None, title), self._passed)

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
