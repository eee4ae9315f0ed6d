"""Every span of every record points at the words that its value was read from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from gate import SETS, Case, cases
from hypothesis import given
from hypothesis import strategies as st

from meetingx.clean import clean
from meetingx.divisions import find_names, named, parents
from meetingx.evaluate import plain
from meetingx.pipeline import explain, extract
from meetingx.records import Attendee, Chair, Meeting, Passage, Place
from meetingx.source import MeetingxError, Source
from meetingx.townships import townships_named

CASES = [pytest.param(case, id=case.id) for name in SETS for case in cases(name)]


@cache
def read(case: Case) -> tuple[str, list[Meeting]]:
    """The page text of a case, and its records."""
    trace = explain(case.path.read_bytes(), url=case.url)
    return trace.source.page, list(trace.meetings)


@cache
def readable(page: str) -> tuple[str, ...]:
    """The page's characters without furniture, lost bytes repaired: only the page around them tells of both."""
    chars = list(page)
    trace = explain(page)
    for furniture in trace.page.furniture:  # the number of a paragraph, on a line of its own
        start, end = furniture.span
        chars[start:end] = [""] * (end - start)
    for edit in trace.cleaned.edits:
        if edit.cleaner == "lost-bytes":  # ??h has one character more than 。縣
            size = edit.span.end - edit.span.start
            assert len(edit.new) <= size
            chars[edit.span.start : edit.span.end] = [*edit.new, *[""] * (size - len(edit.new))]
    return tuple(chars)


def canonical(page: str, span: Passage) -> str:
    """The words at a span, cleaned: simplified, without pinyin, marks, blanks and furniture."""
    return plain(clean(Source("".join(readable(page)[span.start : span.end]))).text.chars)


def values(meeting: Meeting) -> Iterator[tuple[str, str | None, Passage]]:
    """Every printed value of a record, with the span that it claims."""
    if meeting.chair:
        yield "chair", meeting.chair.name, meeting.chair.span
    for i, one in enumerate(meeting.attendees):
        yield f"attendees[{i}]", one.text, one.span
    for i, directive in enumerate(meeting.directives):
        yield f"directives[{i}]", directive.text, directive.span
    for i, task in enumerate(meeting.tasks):
        yield f"tasks[{i}]", task.text, task.span
    printed = {"date": meeting.date_text, "name": meeting.name, "organizer": meeting.organizer, "time": meeting.time}
    for field, value in printed.items():
        for span in meeting.evidence.get(field, ())[:1]:
            yield field, value, span


def every_span(meeting: Meeting) -> Iterator[Passage]:
    yield from (span for _, _, span in values(meeting))
    yield from (span for spans in meeting.evidence.values() for span in spans)


@pytest.mark.parametrize("case", CASES)
def test_cleaning_the_passage_gives_the_value(case: Case) -> None:
    page, meetings = read(case)
    wrong = [
        (field, value, page[span.start : span.end])
        for meeting in meetings
        for field, value, span in values(meeting)
        if plain(value) != canonical(page, span)
    ]
    assert wrong == []


@pytest.mark.parametrize("case", CASES)
def test_spans_lie_in_the_page(case: Case) -> None:
    page, meetings = read(case)
    for meeting in meetings:
        assert all(0 <= span.start < span.end <= len(page) for span in every_span(meeting))


@pytest.mark.parametrize("case", CASES)
def test_parts_lie_in_their_whole(case: Case) -> None:
    """A name and a person's span, a task and its directive, an assignee and its task."""
    for meeting in read(case)[1]:
        for one in meeting.attendees:
            assert one.kind == "group" or plain(one.name) in plain(one.text)
        for task in meeting.tasks:
            directive = meeting.directives[task.directive]
            assert directive.span.start <= task.span.start
            assert task.span.end <= directive.span.end
            assert plain(task.text) in plain(directive.text)
            assert task.deadline is None or task.deadline.text in task.text
            assert all(target.text in task.text for target in task.targets)
            assert all(plain(one) in plain(directive.text) for one in task.assignees)


def words(meeting: Meeting) -> Iterator[tuple[str, str | None]]:
    """Every value of a record that is printed somewhere on its page."""
    yield from {"name": meeting.name, "organizer": meeting.organizer, "time": meeting.time}.items()
    yield from (("byline", one) for one in meeting.source.byline)
    people: list[Attendee | Chair] = [*meeting.attendees, *([meeting.chair] if meeting.chair else [])]
    for one in people:
        yield from {"person": one.name, "title": one.title, "organization": one.organization}.items()
    yield from (("verb", directive.verb) for directive in meeting.directives)
    for task in meeting.tasks:
        yield from {"action": task.action, "object": task.object}.items()
        yield from (("assignee", one) for one in task.assignees)
    if meeting.place:
        yield "venue", meeting.place.venue


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_invented(case: Case) -> None:
    page, meetings = read(case)
    printed = plain(clean(Source(page)).text.chars)
    wrong = [
        (field, value)
        for meeting in meetings
        for field, value in words(meeting)
        if value is not None and (not plain(value) or plain(value) not in printed)
    ]
    assert wrong == []


def tells(words: str, place: Place) -> bool:
    """Whether words name a place, in full or in short, or a division inside it."""
    named_here = [division for _, _, name in find_names(words) for division in named(name)]
    enclosing = {one.name for division in named_here for one in parents(division)}
    return words in place.name or place.name[:2] in words or place.name in enclosing


def lies_in(township: str, place: Place) -> bool:
    """Whether a township of that name lies in the place."""
    return any(one.code.startswith(place.adcode or "-") for one in townships_named(township))


@pytest.mark.parametrize("case", CASES)
def test_place_is_told_by_its_evidence(case: Case) -> None:
    page, meetings = read(case)
    for meeting in meetings:
        if meeting.place and meeting.place.basis in {"text", "title"}:
            told = [canonical(page, span) for span in meeting.evidence["place"]]
            assert any(tells(one, meeting.place) or lies_in(one, meeting.place) for one in told), (
                meeting.place.name,
                told,
            )


@pytest.mark.parametrize("case", CASES)
def test_evidence_is_told(case: Case) -> None:
    """What was read in the text has a span to show for it."""
    for meeting in read(case)[1]:
        if meeting.name:
            assert meeting.evidence.get("name")
        if meeting.date_basis == "text":
            assert meeting.evidence.get("date")
        if meeting.place and meeting.place.basis in {"text", "title"}:
            assert meeting.evidence.get("place")


# Pieces of reports, so that what Hypothesis makes of them gets past the first step.
PIECES = st.sampled_from(
    re.split(
        r"\|",
        "8月8日，|县政府召开|防汛工作会议|，|。|县委书记|王亚军|李海、|主持|并讲话|出席|会议强调，要|各乡镇|务必|完成|10月底前"
        "|調(diào)度會|?h委書記|,,|(shui)|责任编辑：|发布时间：2021-08-25|（|）|一是|二是|他指出，|等|代表|2 月 5 日"
        "|\n|\u3000|\u200b",
    )
)
REPORT = st.lists(PIECES | st.text(max_size=4), max_size=40).map("".join)


def accept(page: str | bytes) -> None:
    try:
        meetings = extract(page)
    except MeetingxError:
        return
    text = explain(page).source.page
    for meeting in meetings:
        assert Meeting.model_validate_json(meeting.model_dump_json()) == meeting
        assert all(0 <= span.start <= span.end <= len(text) for span in every_span(meeting))


@given(st.text())
def test_any_text_is_read_or_refused(page: str) -> None:
    accept(page)


@given(st.binary())
def test_any_bytes_are_read_or_refused(page: bytes) -> None:
    accept(page)


@given(REPORT)
def test_any_pieces_of_a_report_are_read(page: str) -> None:
    accept(page)


@given(REPORT, st.sampled_from(["utf-8", "gb18030", "utf-16"]), st.integers(0, 60))
def test_any_cut_bytes_of_a_report_are_read_or_refused(page: str, encoding: str, cut: int) -> None:
    accept(page.encode(encoding, "ignore")[cut:])


TAGS = st.sampled_from(["<p>", "</p>", "<br>", "<div>", "<script>", "</script>", "&nbsp;", "<", "&"])


@given(st.lists(TAGS | PIECES))
def test_any_html_is_read_or_refused(pieces: list[str]) -> None:
    accept("<html><body>" + "".join(pieces))
