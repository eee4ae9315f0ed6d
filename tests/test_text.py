"""Text that knows where it came from: every edit keeps the way back to the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetingx.source import Edit, Span, Text

PAGE = st.text(alphabet=st.sampled_from("县委书记张涛主持会議(huì)，。、 \n\u3000𠮷A1"), max_size=40)


@st.composite
def edits(draw: st.DrawFn, length: int) -> list[Edit]:
    """Edits of a text that do not overlap: deletions, insertions, replacements as long or not."""
    marks = sorted(draw(st.lists(st.integers(0, length), max_size=12)))
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return [Edit(start, end, draw(st.text(alphabet="甲乙丙", max_size=3))) for start, end in pairs]


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, Text]:
    """A page, and a text made from it by up to three rounds of edits."""
    page = draw(PAGE)
    text = Text.read(page)
    for _ in range(draw(st.integers(0, 3))):
        text = text.edit(draw(edits(len(text))))
    return page, text


@given(PAGE)
def test_a_page_is_its_own_origin(page: str) -> None:
    text = Text.read(page)
    assert text.chars == page
    assert len(text) == len(page)
    assert all(text.span(i, j).of(page) == page[i:j] for i in range(len(page)) for j in range(i + 1, len(page) + 1))


@given(PAGE, st.data())
def test_edit_is_what_a_plain_replacement_gives(page: str, data: st.DataObject) -> None:
    made = data.draw(edits(len(page)))
    chars = page
    for start, end, new in sorted(made, reverse=True):
        chars = chars[:start] + new + chars[end:]
    assert Text.read(page).edit(made).chars == chars


@given(edited())
def test_origins_stay_in_order_and_on_the_page(case: tuple[str, Text]) -> None:
    page, text = case
    spans = [text.span(i, i + 1) for i in range(len(text))]
    assert all(0 <= span.start <= span.end <= len(page) for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    assert [span.end for span in spans] == sorted(span.end for span in spans)


@given(edited())
def test_a_character_of_the_page_stands_where_its_span_says(case: tuple[str, Text]) -> None:
    page, text = case
    for i, char in enumerate(text.chars):
        assert char in "甲乙丙" or text.span(i, i + 1).of(page) == char


@given(edited(), st.data())
def test_span_covers_the_spans_inside(case: tuple[str, Text], data: st.DataObject) -> None:
    _, text = case
    i, j = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    whole = text.span(i, j)
    assert all(whole.covers(text.span(k, k + 1)) for k in range(i, j))
    assert i == j or whole == Span(text.span(i, i + 1).start, text.span(j - 1, j).end)


@given(edited(), st.data())
def test_slice_keeps_origins(case: tuple[str, Text], data: st.DataObject) -> None:
    _, text = case
    i, j = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    part = text.slice(i, j)
    assert part.chars == text.chars[i:j]
    assert [part.span(k, k + 1) for k in range(len(part))] == [text.span(k, k + 1) for k in range(i, j)]


@given(edited())
def test_lines_and_join_are_opposites(case: tuple[str, Text]) -> None:
    _, text = case
    lines = list(text.lines())
    assert [line.chars for line in lines] == text.chars.split("\n")
    assert sum(len(line) for line in lines) + len(lines) - 1 == len(text)
    joined = Text.join(line for line in lines if line.chars)
    assert joined.chars == "\n".join(line.chars for line in lines if line.chars)


@given(st.lists(st.integers(0, 30), min_size=2, max_size=8), PAGE)
def test_join_keeps_origins(marks: list[int], page: str) -> None:
    text, bounds = Text.read(page), sorted(min(mark, len(page)) for mark in marks)
    parts = [text.slice(i, j) for i, j in zip(bounds[::2], bounds[1::2], strict=False) if i < j]
    joined, at = Text.join(parts, glue="；"), 0
    for part in parts:
        at += at > 0
        assert joined.slice(at, at + len(part)).chars == part.chars
        assert joined.span(at, at + len(part)) == part.span(0, len(part))
        at += len(part)
    assert at == len(joined)


@given(edited())
def test_strip_is_that_of_its_characters(case: tuple[str, Text]) -> None:
    _, text = case
    bare = text.strip()
    assert bare.chars == text.chars.strip(" \t\n")
    if bare.chars:
        at = text.chars.index(bare.chars)
        assert bare.span(0, len(bare)) == text.span(at, at + len(bare))


@given(edited())
def test_no_edits_change_nothing(case: tuple[str, Text]) -> None:
    _, text = case
    assert text.edit([]) is text


@given(PAGE.filter(bool))
def test_all_can_be_deleted(page: str) -> None:
    empty = Text.read(page).edit([Edit(0, len(page), "")])
    assert len(empty) == 0
    assert empty.span(0, 0) == Span(0, 0)


def test_longer_and_shorter_replacements_have_the_whole_as_origin() -> None:
    text = Text.read("县ZF召开").edit([Edit(1, 3, "政府部门")])
    assert [text.span(i, i + 1) for i in range(1, 5)] == [Span(1, 3)] * 4
    text = Text.read("ab召开").edit([Edit(0, 2, "县")])
    assert text.span(0, 1) == Span(0, 2)


@pytest.mark.parametrize("made", [[Edit(0, 2, ""), Edit(1, 3, "")], [Edit(0, 9, "")], [Edit(-1, 1, "")]])
def test_edits_that_overlap_or_leave_the_text_are_errors(made: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlaps another or leaves the text"):
        Text.read("县委书记").edit(made)


def test_insertion_between_characters_of_one_origin_keeps_order() -> None:
    text = Text.read("县").edit([Edit(0, 1, "县城")]).edit([Edit(1, 1, "的")])
    assert [text.span(i, i + 1).start for i in range(3)] == [0, 0, 0]
    assert text.span(1, 3) == Span(0, 1)
