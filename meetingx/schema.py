"""The JSON Schema of a record, made from the models; meeting.schema.json beside this file is a copy of it."""

from __future__ import annotations

import json

from meetingx.records import Meeting


def schema() -> str:
    """The JSON Schema of one record, indented.

    >>> json.loads(schema())["title"]
    'Meeting'
    """
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Meeting.model_json_schema(mode="serialization"),
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"
