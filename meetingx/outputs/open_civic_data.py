"""Open Civic Data: an event to a line, with the keys that pupa writes and reads.

The record itself stands whole in `extras`: statements and tasks have no place of their own in an event.
"""

from __future__ import annotations

import json
from typing import IO

from meetingx.outputs.interchange import Entry, Record, dumped, told, unique, when, where
from meetingx.outputs.writer import Wanted, Writer


def event(record: Record) -> Entry:
    """The event of a meeting that was held."""
    first, last = when(record["date"])
    source = record["source"]
    of_page = told(url=source["url"], note=source["path"] or source["id"] or source["site"] or source["sha256"])
    return told(
        _type="event",
        _id=f"ocd-event/{unique(record['id'])}",
        pupa_id=record["id"],
        name=record["name"] or record["title"],
        description=record["title"],
        classification=record["kind"],
        status="passed",
        start_date=first,
        end_date=last,
        location=_location(record),
        participants=_participants(record),
        sources=[of_page or {"note": record["id"]}],
        extras={"meetingx": record},
    )


def _location(record: Record) -> Entry:
    place = record["place"]
    return told(name=where(place), note=place["venue"]) if place else {}


def _participants(record: Record) -> list[Entry]:
    """Who took part: persons, the bodies that groups are of, and the body that convened; a group of no body is none."""
    found = []
    for one in record["attendees"]:
        name = one["name"] if one["kind"] == "person" else one["organization"]
        if name:
            kind = "person" if one["kind"] == "person" else "organization"
            found.append(told(name=name, entity_type=kind, note=", ".join(one["roles"])))
    if record["organizer"]:
        found.append({"name": record["organizer"], "entity_type": "organization", "note": "organizer"})
    return found


class _Events:
    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, record: str, page: str | None = None) -> None:
        self._file.write(dumped(event(json.loads(record))) + "\n")

    def close(self) -> None:
        pass


def events(file: IO[str], wanted: Wanted) -> Writer:
    """Writes an event to a line."""
    return _Events(file)
