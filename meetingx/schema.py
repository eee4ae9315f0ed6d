"""The JSON Schema of a record, made from the models; meeting.schema.json beside this file is a copy of it."""

from __future__ import annotations

import json

from meetingx.records import Meeting

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> str:
    """The JSON Schema of one record, indented; every key is required, as a record has them all.

    >>> json.loads(schema())["title"]
    'Meeting'
    """
    made = Meeting.model_json_schema(mode="serialization")
    for model in (made, *made["$defs"].values()):
        model["required"] = list(model["properties"])  # pydantic leaves out what has a default
    whole = {"$schema": DIALECT, **made}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
