"""JSON Lines: an object to a line, read as they come."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable, Iterable, Iterator
from typing import AnyStr

from meetingx.given import bare
from meetingx.inputs.fields import FIELDS, columns, lost, missing, not_read, page
from meetingx.inputs.kinds import BOM, Pages
from meetingx.inputs.stream import HEAD, LARGEST, Asked, Stream, as_text
from meetingx.items import Failure, Item

PAGES = frozenset({*FIELDS["text"], *FIELDS["html"]})
"""The names of fields that hold a page."""

RECORD = frozenset({"schema_version", "directives", "tasks"})
"""Keys that records have, and crawls do not."""

RECORDS = "has records that meetingx wrote, no pages: give it to meetingx convert, or the pages to meetingx extract"


def items(stream: Stream, asked: Asked) -> Pages:
    """The pages of JSON Lines, each named by its line."""
    return of_lines(_lines(stream, asked), stream, asked)


def _lines(stream: Stream, asked: Asked) -> Iterator[bytes]:
    """Lines in UTF-8: those of another encoding, if it was asked for or has a byte order mark, are converted."""
    utf16 = stream.head().startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = asked.encoding or ("utf-16" if utf16 else None)
    if encoding is None:
        yield from _bounded(stream.file.readline, b"\n")
        return
    with as_text(stream.file, encoding) as file:
        for line in _bounded(file.readline, "\n"):
            yield line.encode("utf-8", "surrogatepass")


def _bounded(readline: Callable[[int], AnyStr], end: AnyStr) -> Iterator[AnyStr]:
    """Lines; one that is longer than a page may be is cut right behind that."""
    while line := readline(LARGEST + 1):
        yield line
        rest = line
        while len(rest) > HEAD and not rest.endswith(end):
            rest = readline(HEAD + 1)


def of_lines(lines: Iterable[bytes], stream: Stream, asked: Asked) -> Pages:
    """The page of each line that is not blank."""
    empty = True
    for number, line in enumerate(lines, 1):
        text = (line.removeprefix(BOM) if number == 1 else line).strip()
        if not text:
            continue
        where = f"{stream.name}, line {number}"
        if len(line) > LARGEST:
            empty = False
            yield _failure(where, f"is larger than {LARGEST // 2**20} MB, no page: take it apart", stream)
            continue
        try:
            value = json.loads(text.decode("utf-8"))
        except UnicodeDecodeError:
            yield _failure(where, "is not UTF-8, as JSON must be: convert the file, or give --encoding", stream)
        except (ValueError, RecursionError) as error:
            yield _failure(where, f"is broken JSON ({broken(error)}): give one JSON object to a line", stream)
        else:
            if empty and is_record(value):
                yield stream.failure(RECORDS)
                return
            yield of_value(value, where, stream, asked)
        empty = False
    if empty:
        yield stream.failure("is empty: give one JSON object to a line")


def broken(error: Exception) -> str:
    """Where JSON is broken, and how."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    return str(error)


def is_record(value: object) -> bool:
    """Whether a JSON value is what meetingx writes, which has no page."""
    return isinstance(value, dict) and value.keys() >= RECORD


def of_value(value: object, where: str, stream: Stream, asked: Asked) -> Item | Failure:
    """The item of a JSON value; `where` names it."""
    if not isinstance(value, dict):
        return _failure(where, 'is no JSON object: give {"text": "…"}', stream)
    names = list(value)
    found = columns([name for name in names if _may_be(name, value[name])], asked)
    if not found.keys() & {"text", "html"}:
        found = columns(names, asked)
    why = missing(names, asked) if asked.fields or not found.keys() & {"text", "html"} else None
    if why is not None:
        return not_read(value, found, where, why, stream)
    made = page(value, found, where, stream)
    if asked.encoding is not None and not isinstance(made, Failure):
        made |= {"encoding": asked.encoding, "lost": lost(made)}
    return made


def _may_be(name: str, value: object) -> bool:
    """Whether a value can be what its name says: a page is no number, as `page` may be, and not blank."""
    told = bare(value)
    return name.strip().lower() not in PAGES or (isinstance(told, str) and not told.strip().isdecimal())


def _failure(where: str, why: str, stream: Stream) -> Failure:
    return Failure(where, f"{where}: {why}", path=stream.path)
