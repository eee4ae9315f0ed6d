"""A .json file: one object, or an array of them; it is read whole, so that large crawls are better in JSON Lines."""

from __future__ import annotations

import json

from meetingx.inputs.json_lines import RECORDS, is_record, of_lines, of_value
from meetingx.inputs.kinds import BOM, Pages
from meetingx.inputs.stream import Asked, Stream


def items(stream: Stream, asked: Asked) -> Pages:
    """The pages of a JSON value, each named by its place in it; a file with one object to a line is JSON Lines."""
    data = stream.file.read()
    if asked.encoding is not None:
        data = data.decode(asked.encoding, "replace").encode("utf-8")
    try:
        value = json.loads(data.removeprefix(BOM))
    except (ValueError, RecursionError):
        yield from of_lines(data.splitlines(keepends=True), stream, asked)
        return
    if is_record(value[0] if isinstance(value, list) and value else value):
        yield stream.failure(RECORDS)
    elif isinstance(value, list):
        for number, one in enumerate(value, 1):
            yield of_value(one, f"{stream.name}, entry {number}", stream, asked)
    else:
        yield of_value(value, stream.name, stream, asked)
