"""What `--append` adds to an output: the pages that are not in it yet."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from meetingx.given import understood
from meetingx.inputs.stream import DAMAGED
from meetingx.items import Failure, Item
from meetingx.outputs import Format
from meetingx.outputs.delimited import meetings
from meetingx.outputs.packed import opened
from meetingx.pages import checksum
from meetingx.source import MeetingxError

Key = tuple[str | None, str | None, str | None]


def only_new(items: Iterator[Item | Failure], known: set[Key], skipped: Callable[[], None]) -> Iterator[Item | Failure]:
    """The items whose page is not known, nor came before: the same bytes under the same id and address."""
    for item in items:
        if isinstance(item, Failure):
            yield item
        elif (key := _key(item)) not in known:
            known.add(key)
            yield item
        else:
            skipped()


def _key(item: Item) -> Key:
    told = (understood(key, item.get(key)) for key in ("id", "url"))
    return (checksum(item), *told)  # type: ignore[return-value]


@dataclass(slots=True)
class There:
    """What an output has: the pages its records are of, and the greatest number of a record.

    The number is 0 where there is a head alone, None where there is no head, or records have no numbers.
    """

    pages: set[Key] = field(default_factory=set)
    last: int | None = None


def there(format: Format, output: Path) -> There:
    """What an output has already; MeetingxError for one that cannot be added to."""
    if not output.exists():
        return There()
    if format.name == "sqlite":
        return There(_in_base(output))
    if format.name == "jsonl":
        return There(_in_lines(output))
    return _in_rows(format, output)


def _in_base(output: Path) -> set[Key]:
    import sqlite3  # noqa: PLC0415  loads only where records are read from one

    base = sqlite3.connect(f"file:{output}?mode=ro", uri=True)
    try:
        return set(base.execute("SELECT sha256, source_id, url FROM meetings"))
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            raise MeetingxError(f"{output}: is in use by another program ({error}): end that first") from None
        raise MeetingxError(f"{output}: is no output of meetingx ({error}): give another file") from None
    finally:
        base.close()


def _in_lines(output: Path) -> set[Key]:
    from meetingx.recorded import read_records  # noqa: PLC0415  pydantic loads only where records are read

    known: set[Key] = set()
    for record in read_records([str(output)]):
        if isinstance(record, Failure):
            raise MeetingxError(f"{record.message}, or give another file than {output}")
        source = json.loads(record)["source"]
        known.add((source["sha256"], source["id"], source["url"]))
    return known


def _in_rows(format: Format, output: Path) -> There:
    found = There()
    try:
        with opened(output) as packed, io.TextIOWrapper(packed, format.encoding, newline="") as file:
            for number, row in meetings(file, format.name):
                found.last = max(found.last or 0, number)
                if row is not None:
                    found.pages.add((row["sha256"], row["source_id"], row["url"]))
    except (ValueError, csv.Error, *DAMAGED) as error:
        why = f"{output}: is no table of meetings as meetingx writes it ({error})"
        raise MeetingxError(f"{why}: give another file, or write it anew without --append") from None
    return found
