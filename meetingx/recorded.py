"""Records that were extracted before, from files of JSON Lines or JSON, packed or not."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pydantic import ValidationError

from meetingx.inputs.stream import DAMAGED, Stream, buffered, unpacked
from meetingx.items import Failure
from meetingx.records import Meeting
from meetingx.source import MeetingxError


def read_records(paths: Iterable[str]) -> Iterator[str | Failure]:
    """Each record as a line of JSON, as `meetingx extract` writes it; a Failure for what is none.

    Raises MeetingxError for a file that cannot be read.
    """
    for path in paths:
        try:
            if path == "-":
                yield from _of(Stream("standard input", buffered(sys.stdin.buffer)))
            else:
                with Path(path).open("rb") as file:
                    yield from _of(Stream(path, file, path))
        except OSError as error:
            raise MeetingxError(f"{path}: cannot be read ({error.strerror or error}): check the path") from None
        except DAMAGED as error:
            yield Failure(path, f"{path}: is damaged or cut short ({error}): make it anew", path=path)


def _of(stream: Stream) -> Iterator[str | Failure]:
    stream = unpacked(stream)
    if stream.head().lstrip().startswith(b"["):
        try:
            array = json.load(stream.file)
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
            yield _record(line.decode("utf-8", "replace"), f"{stream.name}, line {number}", stream)
    if empty and stream.path is None:  # a file may be that of a run that found no meeting, a pipe has gone wrong
        yield stream.failure("is empty: give records, as meetingx extract writes them")


def _record(line: str, where: str, stream: Stream) -> str | Failure:
    try:
        return Meeting.model_validate_json(line).model_dump_json()
    except ValidationError as error:
        first = error.errors()[0]
        what = ".".join(map(str, first["loc"])) or "JSON"
        why = f"is no record ({what}: {first['msg']}): make it with meetingx extract --format jsonl"
        return Failure(where, f"{where}: {why}", path=stream.path)
