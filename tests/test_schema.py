"""The committed JSON Schema is that of the models, and says what RECORD promises: all keys, always."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import meetingx
from meetingx.schema import schema

COMMITTED = Path(meetingx.__file__).parent / "meeting.schema.json"


def test_the_committed_schema_is_that_of_the_models() -> None:
    assert COMMITTED.read_text(encoding="utf-8") == schema(), "run: meetingx schema > meetingx/meeting.schema.json"


def objects(node: Any) -> Any:
    if isinstance(node, dict):
        if node.get("type") == "object" and "properties" in node:
            yield node
        for value in node.values():
            yield from objects(value)


def test_all_keys_are_required_and_no_other_is_allowed() -> None:
    found = list(objects(json.loads(schema())))
    assert len(found) >= 10
    for one in found:
        assert sorted(one["required"]) == sorted(one["properties"])
        assert one["additionalProperties"] is False


@pytest.mark.parametrize(
    "page", ["8月8日，县政府召开会议，县长李明主持会议。", "县政府召开安全生产会议，会议强调，要抓好落实。"]
)
def test_a_record_has_the_keys_of_the_schema(page: str) -> None:
    [meeting] = meetingx.extract(page)
    assert list(json.loads(meeting.model_dump_json())) == list(json.loads(schema())["properties"])
