"""iCalendar: an event for each meeting whose day is known, and one for each deadline of its tasks."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import IO, Any
from urllib.parse import quote

from meetingx.edtf import days
from meetingx.extras import load
from meetingx.outputs.writer import Wanted, Writer

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//meetingx//meetingx//ZH\r\nCALSCALE:GREGORIAN\r\n"

UNPRINTED = re.compile(r"[\x00-\x20\x7f]")
"""What no address may have, and would end the line of a calendar."""


class _Calendar:
    def __init__(self, file: IO[str]) -> None:
        self._icalendar = load("icalendar", extra="ics", name="ics")
        self._file = file
        file.write(HEAD)

    def write(self, record: str, page: str | None = None) -> None:
        value = json.loads(record)
        covered = days(value["date"])
        if covered:
            told = [value["title"], *(f"{one['speaker']}{one['verb']}：{one['text']}" for one in value["directives"])]
            name = value["name"] or value["title"] or value["id"]
            self._event(value, value["id"], "MEETING", name, covered=covered, told=told)
        for at, task in enumerate(value["tasks"]):
            due = days((task["deadline"] or {}).get("date"))
            if due:
                to = f"{'、'.join(task['assignees'])}：" if task["assignees"] else ""
                summary = f"截止 {to}{task['object'] or task['text']}"
                day, told = (due[1], due[1]), [task["text"], value["name"]]
                self._event(value, f"{value['id']}-{at}", "DEADLINE", summary, covered=day, told=told)

    def _event(
        self,
        record: Mapping[str, Any],
        key: str,
        category: str,
        summary: str,
        *,
        covered: tuple[date, date],
        told: list[str | None],
    ) -> None:
        """An event of whole days; `key` is the same for every page with the same report.

        Its stamp is its first day, so that the same records give the same bytes.
        """
        event = self._icalendar.Event()
        event.add("uid", f"{key}@meetingx")
        event.add("dtstamp", datetime(*covered[0].timetuple()[:3], tzinfo=UTC))
        event.add("dtstart", covered[0])
        event.add("dtend", covered[1] + timedelta(days=1))
        event.add("summary", summary)
        event.add("description", "\n".join(filter(None, told)))
        event.add("categories", [category])
        event.add("transp", "TRANSPARENT")
        place = record["place"] or {}
        where = "".join(filter(None, (place.get("province"), place.get("prefecture"), place.get("county"))))
        if place:
            event.add("location", where or place["name"])
        if record["source"]["url"]:
            event.add("url", UNPRINTED.sub(lambda match: quote(match[0]), record["source"]["url"]))
        self._file.write(event.to_ical().decode("utf-8"))

    def close(self) -> None:
        self._file.write("END:VCALENDAR\r\n")


def calendar(file: IO[str], wanted: Wanted) -> Writer:
    """Writes a calendar; meetings and deadlines whose day is not known are not in it."""
    return _Calendar(file)
