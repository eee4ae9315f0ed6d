"""schema.org: one JSON-LD document whose graph has an Event for each meeting.

Tasks and statements are not in it: schema.org has actions, but no way to say that an event demanded them.
"""

from __future__ import annotations

import json
from typing import IO

from meetingx.outputs.interchange import Entry, Listed, Record, address, told, unique, when, where
from meetingx.outputs.writer import Wanted, Writer

HEAD = '{"@context": "https://schema.org", "@graph": ['
SPEAKS = {"speaker", "reporter"}


def event(record: Record) -> Entry:
    """The event of a meeting; those who presided, spoke or reported are its performers as well as attendees."""
    first, last = when(record["date"])
    present = [(one, _present(one)) for one in record["attendees"]]
    performers = [_chair(who) for one, who in present if who and "chair" in one["roles"]]
    performers += [who for one, who in present if who and "chair" not in one["roles"] and SPEAKS & {*one["roles"]}]
    return told(
        at_type="Event",
        at_id=unique(record["id"]).urn,
        identifier=record["id"],
        name=record["name"] or record["title"],
        startDate=first,
        endDate=last,
        keywords=[*filter(None, (record["kind"],)), *record["topics"]],
        location=_location(record["place"]),
        organizer=_organization(record["organizer"]),
        attendee=[who for _, who in present if who],
        performer=performers,
        subjectOf=_report(record),
    )


def _present(one: Record) -> Entry:
    """A person, or the body that a group is of; nothing for a group of no body."""
    if one["kind"] == "group":
        return _organization(one["organization"])
    affiliation = _organization(one["organization"])
    return told(at_type="Person", name=one["name"], jobTitle=one["title"], affiliation=affiliation)


def _chair(who: Entry) -> Entry:
    return {"@type": "Role", "roleName": "chair", "performer": who}


def _organization(name: str | None) -> Entry:
    return {"@type": "Organization", "name": name} if name else {}


def _location(place: Record | None) -> Entry:
    """The hall within the division, or the division itself."""
    if place is None:
        return {}
    code = told(at_type="PropertyValue", propertyID="GB/T 2260", value=place["adcode"]) if place["adcode"] else {}
    area = told(at_type="AdministrativeArea", name=where(place), identifier=code)
    return {"@type": "Place", "name": place["venue"], "containedInPlace": area} if place["venue"] else area


def _report(record: Record) -> Entry:
    """The page that tells of the meeting."""
    source = record["source"]
    authors = [{"@type": "Person", "name": name} for name in source["byline"]]
    return told(
        at_type="NewsArticle",
        at_id=address(record),
        url=source["url"],
        headline=record["title"],
        datePublished=when(record["published"])[0],
        author=authors,
        publisher=_organization(source["site"]),
    )


class _Graph:
    def __init__(self, file: IO[str]) -> None:
        self._listed = Listed(file, HEAD, "]}")

    def write(self, record: str, page: str | None = None) -> None:
        self._listed.add(event(json.loads(record)))

    def close(self) -> None:
        self._listed.close()


def graph(file: IO[str], wanted: Wanted) -> Writer:
    """Writes the document."""
    return _Graph(file)
