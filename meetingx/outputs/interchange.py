"""What the interchange formats share: values that are told, dates in ISO 8601, addresses, values with their spans.

What a record does not tell is left out there, never null and never made up. Ids come from the id of the record: the
same report on two pages has the same ids in both, so that who imports it has it once.
"""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from typing import IO, Any, NamedTuple
from uuid import UUID, uuid5

from meetingx.edtf import days

Record = Mapping[str, Any]
Entry = dict[str, Any]

NAMESPACE = UUID("4b3d6a1e-6c1f-4d57-9a58-2f0c7f6f2b91")
"""Of all UUIDs that are made here (RFC 9562, version 5)."""


def told(**values: Any) -> Entry:
    """The values that are told, by name; `at_` before a name stands for the @ of JSON-LD.

    >>> told(name="张涛", title=None, roles=[], at_type="Person")
    {'name': '张涛', '@type': 'Person'}
    """
    kept = {name: value for name, value in values.items() if value is not None and value not in ("", [], {})}
    return {f"@{name[3:]}" if name.startswith("at_") else name: value for name, value in kept.items()}


def when(edtf: str | None) -> tuple[str | None, str | None]:
    """The first and, where there is another, the last day or month of a date in ISO 8601; none without its year.

    >>> when("2021-07-24/2021-07-25"), when("2021-07"), when("XXXX-09-28"), when(None)
    (('2021-07-24', '2021-07-25'), ('2021-07', None), (None, None), (None, None))
    """
    if edtf is None or days(edtf) is None:
        return None, None
    first, _, last = edtf.partition("/")
    return first, last or None


def where(place: Record | None) -> str | None:
    """The whole name of a place, from the province down.

    >>> where({"name": "武陟县", "province": "河南省", "prefecture": "焦作市", "county": "武陟县", "township": None})
    '河南省焦作市武陟县'
    """
    if place is None:
        return None
    names = (place[level] for level in ("province", "prefecture", "county", "township", "name"))
    return "".join(dict.fromkeys(filter(None, names)))


def address(record: Record) -> str:
    """What names the page of a record: its address, else its content (RFC 6920), else the record itself.

    >>> address({"id": "m-1", "source": {"url": None, "sha256": "00" * 32}})
    'ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    """
    source = record["source"]
    if source["url"]:
        return str(source["url"])
    if source["sha256"]:
        return "ni:///sha-256;" + urlsafe_b64encode(bytes.fromhex(source["sha256"])).decode().rstrip("=")
    return unique(record["id"]).urn


def unique(*parts: str) -> UUID:
    """The UUID of some words: the same for the same ones, in every run.

    >>> unique("m-3f9c2b17a0d4e865")
    UUID('4ce98f23-a6af-511a-a9b9-e5371f77a20b')
    """
    return uuid5(NAMESPACE, " ".join(parts))


class Mark(NamedTuple):
    """A value with the place on the page where it was read; `key` tells it apart from the others of its record."""

    key: str
    field: str
    value: str
    start: int
    end: int


def marks(record: Record) -> Iterator[Mark]:
    """Each value of a record that has a span, once for each of its spans, in the order of the record."""
    place, chair = record["place"] or {}, record["chair"]
    single = {key: record[key] for key in ("name", "title", "date", "time", "published", "mode", "organizer")}
    single |= {"place": where(record["place"]), "venue": place.get("venue")}
    for field, value in single.items():
        for at, span in enumerate(record["evidence"].get(field, ()) if value else ()):
            yield Mark(f"{field}-{at}", field, value, span["start"], span["end"])
    if chair is not None:
        yield Mark("chair", "chair", chair["name"], chair["span"]["start"], chair["span"]["end"])
    for fields, field in (("attendees", "attendee"), ("directives", "directive"), ("tasks", "task")):
        for at, one in enumerate(record[fields]):
            value = one.get("name") or one["text"]
            yield Mark(f"{fields}-{at}", field, value, one["span"]["start"], one["span"]["end"])


class Listed:
    """A JSON document that is a list, or ends in one: an entry to a line, each written as it comes."""

    def __init__(self, file: IO[str], head: str = "[", tail: str = "]") -> None:
        self._file = file
        self._tail = tail
        self._begun = False
        file.write(head)

    def add(self, entry: Entry) -> None:
        """Writes an entry."""
        self._file.write((",\n" if self._begun else "\n") + dumped(entry))
        self._begun = True

    def close(self) -> None:
        """Ends the document."""
        self._file.write(f"\n{self._tail}\n")


def dumped(entry: Entry) -> str:
    """An entry as a line of JSON."""
    return json.dumps(entry, ensure_ascii=False)
