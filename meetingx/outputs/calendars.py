"""iCalendar: an event for each meeting whose day is known, and one for each deadline of its tasks.

A meeting of which an hour is told begins then, in the time of China; when it ended is not told. All else takes days.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import IO, Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from meetingx.edtf import days
from meetingx.extras import load
from meetingx.outputs.interchange import where
from meetingx.outputs.writer import Wanted, Writer

HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//meetingx//meetingx//ZH\r\nCALSCALE:GREGORIAN\r\n"

ZONE = "Asia/Shanghai"
RULES = (
    f"BEGIN:VTIMEZONE\r\nTZID:{ZONE}\r\nBEGIN:STANDARD\r\nDTSTART:19920101T000000\r\nTZOFFSETFROM:+0800\r\n"
    "TZOFFSETTO:+0800\r\nTZNAME:CST\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)
"""China has had no summer time since 1992."""

CLOCK = re.compile(
    r"(?P<part>\D*)(?P<hour>\d{1,2})(?:[：:](?P<minutes>\d\d)|[时点](?:(?P<minute>\d{1,2})分|(?P<half>半))?)"
)
AFTER_NOON = ("下午", "傍晚", "晚", "夜间")

UNPRINTED = re.compile(r"[\x00-\x20\x7f]")
"""What no address may have, and would end the line of a calendar."""


class _Calendar:
    def __init__(self, file: IO[str]) -> None:
        self._icalendar = load("icalendar", extra="ics", name="ics")
        self._file = file
        file.write(HEAD + RULES)

    def write(self, record: str, page: str | None = None) -> None:
        value = json.loads(record)
        covered = days(value["date"])
        if covered:
            told = [value["title"], *(f"{one['speaker']}{one['verb']}：{one['text']}" for one in value["directives"])]
            name = value["name"] or value["title"] or value["id"]
            at = clock(value["time"]) if covered[0] == covered[1] else None
            self._event(value, value["id"], "MEETING", name, covered=covered, told=told, at=at)
        for number, task in enumerate(value["tasks"]):
            due = days((task["deadline"] or {}).get("date"))
            if due:
                to = f"{'、'.join(task['assignees'])}：" if task["assignees"] else ""
                summary = f"截止 {to}{task['object'] or task['text']}"
                day, told = (due[1], due[1]), [task["text"], value["name"]]
                self._event(value, f"{value['id']}-{number}", "DEADLINE", summary, covered=day, told=told)

    def _event(
        self,
        record: Mapping[str, Any],
        key: str,
        category: str,
        summary: str,
        *,
        covered: tuple[date, date],
        told: list[str | None],
        at: time | None = None,
    ) -> None:
        """An event of whole days, or one that begins at an hour; `key` is the same for every page with the same report.

        Its stamp is its first day, so that the same records give the same bytes.
        """
        event = self._icalendar.Event()
        event.add("uid", f"{key}@meetingx")
        event.add("dtstamp", datetime(*covered[0].timetuple()[:3], tzinfo=UTC))
        if at is not None:
            event.add("dtstart", datetime.combine(covered[0], at, ZoneInfo(ZONE)))
        else:
            event.add("dtstart", covered[0])
            event.add("dtend", covered[1] + timedelta(days=1))
        event.add("summary", summary)
        event.add("description", "\n".join(filter(None, told)))
        event.add("categories", [category])
        event.add("transp", "TRANSPARENT")
        place = record["place"]
        if place:
            venue = place["venue"] if category == "MEETING" else None
            event.add("location", " ".join(filter(None, (where(place), venue))))
        if record["source"]["url"]:
            event.add("url", UNPRINTED.sub(lambda match: quote(match[0]), record["source"]["url"]))
        self._file.write(event.to_ical().decode("utf-8"))

    def close(self) -> None:
        self._file.write("END:VCALENDAR\r\n")


def clock(told: str | None) -> time | None:
    """The hour that a time of day tells; None where it tells none, or one that may be of another day.

    >>> clock("下午3时"), clock("上午9:30"), clock("晚8点半"), clock("19：30"), clock("中午12点")
    (datetime.time(15, 0), datetime.time(9, 30), datetime.time(20, 30), datetime.time(19, 30), datetime.time(12, 0))
    >>> clock("上午") is clock("晚上12点") is clock("25:00") is clock(None) is None
    True
    """
    match = CLOCK.fullmatch(told or "")
    if match is None:
        return None
    hour, minute = int(match["hour"]), 30 if match["half"] else int(match["minutes"] or match["minute"] or 0)
    part = match["part"]
    if part.startswith(("晚", "夜间")) and hour % 12 < 5:
        return None  # 晚12点, 晚1点: at midnight and behind it
    if hour < 12 and (part.startswith(AFTER_NOON) or (part == "中午" and hour < 10)):
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def calendar(file: IO[str], wanted: Wanted) -> Writer:
    """Writes a calendar; meetings and deadlines whose day is not known are not in it."""
    return _Calendar(file)
