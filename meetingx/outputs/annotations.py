"""W3C Web Annotation: one list with an annotation for each value on each passage where it was read.

Positions count characters (Unicode code points) of the text of the page, as the specification wants it; the quote,
with what stands around it, finds the passage again in the page as a browser has it.
"""

from __future__ import annotations

import json
from typing import IO

from meetingx.outputs.interchange import Entry, Listed, Mark, Record, address, marks, told, unique
from meetingx.outputs.writer import Wanted, Writer

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Characters before and behind a quote, which tell it from others of the same words."""


def annotation(record: Record, mark: Mark, page: str | None) -> Entry:
    """The annotation of one value on one passage; without a quote where the text of the page is not there."""
    selectors = [{"type": "TextPositionSelector", "start": mark.start, "end": mark.end}]
    if page is not None:
        selectors.append(_quote(page, mark))
    source = told(id=address(record), type="Text", label=record["source"]["path"])
    return {
        "@context": CONTEXT,
        "id": unique(address(record), record["id"], mark.key).urn,
        "type": "Annotation",
        "motivation": "identifying",
        "body": [
            {"type": "TextualBody", "value": mark.field, "purpose": "tagging"},
            {"type": "TextualBody", "value": mark.value, "purpose": "identifying", "format": "text/plain"},
        ],
        "target": {"source": source, "selector": selectors},
    }


def _quote(page: str, mark: Mark) -> Entry:
    before, behind = page[max(mark.start - AROUND, 0) : mark.start], page[mark.end : mark.end + AROUND]
    return {"type": "TextQuoteSelector", "exact": page[mark.start : mark.end], **told(prefix=before, suffix=behind)}


class _Annotations:
    def __init__(self, file: IO[str]) -> None:
        self._listed = Listed(file)

    def write(self, record: str, page: str | None = None) -> None:
        value = json.loads(record)
        for mark in marks(value):
            self._listed.add(annotation(value, mark, page))

    def close(self) -> None:
        self._listed.close()


def listed(file: IO[str], wanted: Wanted) -> Writer:
    """Writes the list."""
    return _Annotations(file)
