"""An account of a record: which rule took which words for each value, what was inferred, what no rule read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from meetingx.pipeline import Trace
from meetingx.records import Meeting
from meetingx.resolve.draft import Draft, Participant
from meetingx.resolve.evidence import clues
from meetingx.resolve.stories import told
from meetingx.segment import Page
from meetingx.source import Span

SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*")
HAN = re.compile("[\u3400-\u9fff]")


class Value(NamedTuple):
    """One value of a record with the passages it was read in and the rules that read them."""

    field: str
    value: str
    spans: tuple[Span, ...]
    rules: tuple[str, ...]
    note: str | None = None


class Unread(NamedTuple):
    """A sentence of the report that gave no value: its passage and its cleaned words."""

    span: Span
    chars: str


class Account(NamedTuple):
    """All values of one meeting, in the order of the record."""

    meeting: Meeting
    values: tuple[Value, ...]


def accounts(trace: Trace) -> tuple[Account, ...]:
    """The account of each meeting of a page.

    >>> from meetingx.pipeline import explain
    >>> [one] = accounts(explain("8月8日，县政府召开防汛工作会议，县长李明主持会议。"))
    >>> [value.rules for value in one.values if value.field == "chair"]
    [('chair/presides', 'person/post-name')]
    """
    return tuple(
        Account(meeting, tuple(_values(draft, meeting)))
        for draft, meeting in zip(trace.drafts, trace.meetings, strict=True)
    )


def _values(draft: Draft, meeting: Meeting) -> Iterator[Value]:
    readings = {reading.field: reading for reading in draft.readings}
    for field in ("name", "title", "published", "organizer", "venue", "mode", "time"):
        if field in readings:
            read = readings[field]
            yield Value(field, read.value, read.spans, (read.rule,), read.inferred)
    dated, placed = draft.dated, draft.place
    if dated.text is not None or dated.edtf is not None:
        note = f"from: {dated.basis}" if dated.basis not in {None, "text"} else None
        yield Value("date", dated.edtf or "?", dated.spans, tuple(filter(None, (dated.rule, dated.evidence))), note)
    if placed is not None:
        whole = "".join(filter(None, (placed.province, placed.prefecture, placed.county, placed.township)))
        value = placed.name if whole in {"", placed.name} else f"{placed.name} ({whole})"
        yield Value("place", value, placed.spans, (placed.rule,), f"from: {placed.basis}")
    if draft.chair is not None and meeting.chair is not None:
        yield _person("chair", draft.chair, frozenset({"chair", "person"}))
    for one in draft.participants:
        yield _person("attendees", one)
    for said in draft.said:
        span = said.text.span(0, len(said.text))
        yield Value("directives", f"{said.speaker} {said.verb}：{said.text.chars}", (span,), (said.rule,))
    for order, task in zip(draft.orders, meeting.tasks, strict=False):
        span = order.text.span(0, len(order.text))
        to = f"{'、'.join(order.assignees)}：" if order.assignees else ""
        by = f"by {task.deadline.date or task.deadline.text}" if task.deadline else None
        yield Value("tasks", f"{to}{order.text.chars}", (span,), (order.rule,), by)


def _person(field: str, one: Participant, families: frozenset[str] | None = None) -> Value:
    """A participant with the rules of the families asked for, those of its role before those of its name."""
    rules = [rule for rule in one.rules if families is None or rule.split("/")[0] in families]
    rules.sort(key=lambda rule: rule.startswith("person/"))
    post = "" if one.post is None or one.kind == "group" else f"，{one.post}"
    note = None if field == "chair" else " ".join(one.roles)
    return Value(field, f"{one.name or one.text}{post}", (one.span,), tuple(dict.fromkeys(rules)), note)


def judged(trace: Trace) -> tuple[tuple[str, int], ...]:
    """What speaks for a meeting on the page, and what against, each with its points.

    >>> from meetingx.pipeline import explain
    >>> judged(explain("今天天气很好，大家都去公园散步。"))
    (('nobody did or said anything', -3),)
    """
    return tuple(clue for one in told(trace.mentions) for clue in clues(one))


def unread(trace: Trace) -> tuple[Unread, ...]:
    """The sentences of the report that gave no value to any record, in order."""
    taken = sorted({span for one in accounts(trace) for value in one.values for span in value.spans})
    return tuple(one for one in _sentences(trace.page) if not any(_meet(one.span, span) for span in taken))


def _sentences(page: Page) -> Iterator[Unread]:
    for text in page.paragraphs:
        for match in SENTENCE.finditer(text.chars):
            if HAN.search(match[0]):
                yield Unread(text.span(*match.span()), match[0].strip())


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
