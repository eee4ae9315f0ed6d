"""Popolo: one document with the persons, organizations, memberships and events of the records.

A person is one for each meeting, and so is an organization: nothing tells that a name on two pages is the same one.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import ExitStack
from typing import IO

from meetingx.outputs.interchange import Entry, Listed, Record, told, when, where
from meetingx.outputs.writer import Wanted, Writer

LISTS = ("persons", "organizations", "memberships", "events")


def entries(record: Record) -> dict[str, list[Entry]]:
    """The entries that a record gives to each list; a membership is of a person whose organization is told."""
    link = told(url=record["source"]["url"], note=record["title"])
    sources = [link] if "url" in link else []
    bodies = _organizations(record)
    persons, memberships = [], []
    for at, one in enumerate(record["attendees"]):
        if one["kind"] != "person":
            continue
        key = f"{record['id']}/person-{at}"
        persons.append(told(id=key, name=one["name"], summary=one["text"], sources=sources))
        body = bodies.get(one["organization"])
        if body is not None:
            told_of = {"person_id": key, "organization_id": body, "role": one["title"], "sources": sources}
            memberships.append(told(id=f"{record['id']}/membership-{at}", **told_of))
    organizations = [told(id=key, name=name, sources=sources) for name, key in bodies.items()]
    event = _event(record, bodies, persons, sources)
    return dict(zip(LISTS, (persons, organizations, memberships, [event]), strict=True))


def _organizations(record: Record) -> dict[str, str]:
    """The id of each body that a record names, once."""
    names = (record["organizer"], *(one["organization"] for one in record["attendees"]))
    found = dict.fromkeys(filter(None, names))
    return {name: f"{record['id']}/organization-{at}" for at, name in enumerate(found)}


def _event(record: Record, bodies: dict[str, str], persons: list[Entry], sources: list[Entry]) -> Entry:
    first, last = when(record["date"])
    return told(
        id=record["id"],
        name=record["name"] or record["title"],
        classification=record["kind"],
        start_date=first,
        end_date=last,
        location=where(record["place"]),
        organization_id=bodies.get(record["organizer"]),
        attendees=[told(id=one["id"], name=one["name"]) for one in persons],
        sources=sources,
    )


class _Document:
    """The lists grow side by side, so all but the first wait in temporary files until it is whole."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._stack = ExitStack()
        self._files = dict(zip(LISTS, (file, *(self._waiting() for _ in LISTS[1:])), strict=True))
        self._lists = {
            name: Listed(made, f'{"{" if made is file else ""}"{name}": [', "]") for name, made in self._files.items()
        }

    def _waiting(self) -> IO[str]:
        made = tempfile.TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - closed with the document
        return self._stack.enter_context(made)

    def write(self, record: str, page: str | None = None) -> None:
        for name, found in entries(json.loads(record)).items():
            for entry in found:
                self._lists[name].add(entry)

    def close(self) -> None:
        with self._stack:
            for name, made in self._files.items():
                self._lists[name].close()
                if made is not self._file:
                    made.seek(0)
                    self._file.write(", ")
                    shutil.copyfileobj(made, self._file)
        self._file.write("}\n")


def document(file: IO[str], wanted: Wanted) -> Writer:
    """Writes the document."""
    return _Document(file)
