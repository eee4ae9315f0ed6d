"""Label Studio: a task for each page, pre-annotated with every value of its meetings, to be corrected there.

Positions count characters (Unicode code points).
"""

from __future__ import annotations

import json
from typing import IO

from meetingx.outputs.interchange import Entry, Listed, Record, marks, told
from meetingx.outputs.writer import Wanted, Writer
from meetingx.source import MeetingxError


def regions(record: Record, page: str) -> list[Entry]:
    """The regions of a record's values, as the tags `<Labels name="label" toName="text">` and `<Text>` show them."""
    return [
        {
            "id": f"{record['id']}-{mark.key}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {
                "start": mark.start,
                "end": mark.end,
                "text": page[mark.start : mark.end],
                "labels": [mark.field],
            },
            "meta": {"text": [mark.value]},
        }
        for mark in marks(record)
    ]


class _Tasks:
    """Meetings of one page come one behind the other: they are one task."""

    def __init__(self, file: IO[str]) -> None:
        self._listed = Listed(file)
        self._source: Record | None = None
        self._held: dict[str, list[Entry]] = {}
        self._page = ""

    def write(self, record: str, page: str | None = None) -> None:
        value = json.loads(record)
        if page is None:
            name = value["source"]["path"] or value["source"]["url"] or value["id"]
            remedy = "use meetingx extract on the page, or convert with the options that it had (--text-field …)"
            raise MeetingxError(f"{name}: labelstudio needs the text of the page: {remedy}")
        if value["source"] != self._source or value["id"] in self._held:
            self._flush()
            self._source, self._page = value["source"], page
        self._held[value["id"]] = regions(value, page)

    def _flush(self) -> None:
        """Writes the task of the page whose meetings are held."""
        if self._source is not None:
            source = told(**{key: self._source[key] for key in ("id", "path", "url")})
            result = [region for found in self._held.values() for region in found]
            prediction = {"model_version": "meetingx", "result": result}
            self._listed.add({"data": {"text": self._page, **source}, "predictions": [prediction]})
        self._held.clear()

    def close(self) -> None:
        self._flush()
        self._listed.close()


def tasks(file: IO[str], wanted: Wanted) -> Writer:
    """Writes a list of tasks; MeetingxError for a record whose page is not given."""
    return _Tasks(file)
