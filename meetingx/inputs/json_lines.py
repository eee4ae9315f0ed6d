"""JSON Lines: an object to a line, read as they come."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator

from meetingx.inputs.fields import FIELDS, columns, item, missing
from meetingx.inputs.kinds import BOM, Pages
from meetingx.inputs.stream import Asked, Stream, text_lines
from meetingx.items import Failure, Item

PAGES = frozenset({*FIELDS["text"], *FIELDS["html"]})
"""The names of fields that hold a page."""


def items(stream: Stream, asked: Asked) -> Pages:
    """The pages of JSON Lines, each named by its line."""
    return of_lines(_lines(stream, asked), stream, asked)


def _lines(stream: Stream, asked: Asked) -> Iterator[bytes]:
    """Lines in UTF-8: those of another encoding, if it was asked for or has a byte order mark, are converted."""
    utf16 = stream.head().startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = asked.encoding or ("utf-16" if utf16 else None)
    if encoding is None:
        yield from stream.file
        return
    for line in text_lines(stream.file, encoding):
        yield line.encode("utf-8", "surrogatepass")


def of_lines(lines: Iterable[bytes], stream: Stream, asked: Asked) -> Pages:
    """The page of each line that is not blank."""
    empty = True
    for number, line in enumerate(lines, 1):
        text = (line.removeprefix(BOM) if number == 1 else line).strip()
        if not text:
            continue
        empty = False
        where = f"{stream.name}, line {number}"
        try:
            value = json.loads(text.decode("utf-8"))
        except UnicodeDecodeError:
            yield _failure(where, "is not UTF-8, as JSON must be: convert the file, or give --encoding", stream)
        except (ValueError, RecursionError) as error:
            yield _failure(where, f"is broken JSON ({broken(error)}): give one JSON object to a line", stream)
        else:
            yield of_value(value, where, stream, asked)
    if empty:
        yield stream.failure("is empty: give one JSON object to a line")


def broken(error: Exception) -> str:
    """Where JSON is broken, and how."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    return str(error)


def of_value(value: object, where: str, stream: Stream, asked: Asked) -> Item | Failure:
    """The item of a JSON value; `where` names it."""
    if not isinstance(value, dict):
        return _failure(where, 'is no JSON object: give {"text": "…"}', stream)
    names = [name for name, one in value.items() if one is not None]
    found = columns([name for name in names if _may_be(name, value[name])], asked)
    if not found.keys() & {"text", "html"}:
        found = columns(names, asked)
    why = missing(names, asked) if asked.fields or not found.keys() & {"text", "html"} else None
    if why is not None:
        return _failure(where, why, stream)
    made = {**item(value, found), "name": where}
    if stream.path is not None:
        made.setdefault("path", stream.path)
    return made


def _may_be(name: str, value: object) -> bool:
    """Whether a value can be what its name says: a page is no number, as `page` may be, and not blank."""
    return name.strip().lower() not in PAGES or (isinstance(value, str) and bool(value.strip()))


def _failure(where: str, why: str, stream: Stream) -> Failure:
    return Failure(where, f"{where}: {why}", path=stream.path)
