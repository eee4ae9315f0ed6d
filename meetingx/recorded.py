"""Records that were extracted before, from files of JSON Lines or JSON, packed or not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from meetingx.inputs.kinds import BOM
from meetingx.inputs.stream import DAMAGED, Stream, buffered, unpacked
from meetingx.items import Failure
from meetingx.records import Meeting
from meetingx.source import MeetingxError


def read_records(paths: Iterable[str]) -> Iterator[str | Failure]:
    """Each record as a line of JSON, as `meetingx extract` writes it; a Failure for what is none."""
    for path in paths:
        try:
            if path == "-":
                yield from _of(Stream("standard input", buffered(sys.stdin.buffer)))
            else:
                with Path(path).open("rb") as file:
                    yield from _of(Stream(path, file, path))
        except OSError as error:
            why = f"cannot be read ({error.strerror or error}): check the path"
            yield Failure(path, f"{path}: {why}", path=path, stage="open")
        except MeetingxError as error:
            yield Failure(path, str(error), path=path)
        except DAMAGED as error:
            yield Failure(path, f"{path}: is damaged or cut short ({error}): make it anew", path=path)


def _of(stream: Stream) -> Iterator[str | Failure]:
    stream = unpacked(stream)
    head = stream.head().removeprefix(BOM).lstrip()
    if head and not head.startswith((b"{", b"[")):
        remedy = "give the .jsonl or .json that meetingx extract writes"
        yield stream.failure(f"is {_kind(head)}, no JSON: {remedy}")
        return
    if head.startswith(b"["):
        try:
            array = json.loads(stream.file.read().removeprefix(BOM))
        except (ValueError, RecursionError) as error:
            yield stream.failure(f"is broken JSON ({error}): make it with meetingx extract")
            return
        for number, one in enumerate(array, 1):
            yield _record(json.dumps(one, ensure_ascii=False), f"{stream.name}, entry {number}", stream)
        return
    empty = True
    for number, line in enumerate(stream.file, 1):
        if line.strip():
            empty = False
            told = line.removeprefix(BOM) if number == 1 else line
            yield _record(told.decode("utf-8", "replace"), f"{stream.name}, line {number}", stream)
    if empty and stream.path is None:  # a file may be that of a run that found no meeting, a pipe has gone wrong
        yield stream.failure("is empty: give records, as meetingx extract writes them")


def _kind(head: bytes) -> str:
    """What a file seems to be that has no records."""
    told = {b"SQLite format 3": "a SQLite data base", b"PK": "a ZIP archive", b"PAR1": "a Parquet file"}
    return next((kind for magic, kind in told.items() if head.startswith(magic)), "text or binary")


def _record(line: str, where: str, stream: Stream) -> str | Failure:
    try:
        return Meeting.model_validate_json(line).model_dump_json()
    except ValidationError as error:
        first = error.errors()[0]
        what = ".".join(map(str, first["loc"])) or "JSON"
        why = f"is no record ({what}: {first['msg']}): make it with meetingx extract --format jsonl"
        return Failure(where, f"{where}: {why}", path=stream.path)
