"""A stream that is one page: text or HTML."""

from __future__ import annotations

from meetingx.inputs.kinds import Pages, kind_of
from meetingx.inputs.stream import LARGEST, Asked, Stream


def items(stream: Stream, asked: Asked) -> Pages:
    """The one page of a stream."""
    data = stream.whole()
    if data is None:
        yield stream.failure(f"is larger than {LARGEST // 2**20} MB, no page: name its kind with --from")
        return
    key = "html" if kind_of(stream, asked).name == "html" and asked.kind else "text"
    yield given({key: data, "name": stream.name}, stream, asked)


def given(item: dict[str, object], stream: Stream, asked: Asked) -> dict[str, object]:
    """An item with the path of its stream, and the encoding that was asked for."""
    if stream.path is not None:
        item.setdefault("path", stream.path)
    if asked.encoding is not None:
        item["encoding"] = asked.encoding
    return item
