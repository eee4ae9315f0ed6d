"""The library: what it exports, what importing it costs, and many pages over processes."""

from __future__ import annotations

import datetime
import json
import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import meetingx
from meetingx import Failure, Meeting, MeetingxError, many

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
REPORT = "8月{day}日，县政府召开防汛工作会议，县长李明主持会议。李明强调，各乡镇要加强巡查。"


def python(code: str) -> str:
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return ran.stdout.strip()


def reports(count: int) -> list[dict[str, object]]:
    return [{"id": str(day), "text": REPORT.format(day=day % 28 + 1)} for day in range(count)]


def test_import_loads_no_heavy_module() -> None:
    heavy = ("click", "rich", "jieba", "pydantic", "opencc", "selectolax")
    assert python(f"import sys, meetingx; print([name for name in {heavy} if name in sys.modules])") == "[]"


def test_extracting_loads_neither_click_nor_rich() -> None:
    used = f"import sys, meetingx; meetingx.extract({REPORT.format(day=8)!r})"
    code = f"{used}; print('click' in sys.modules, 'rich' in sys.modules)"
    assert python(code) == "False False"


@pytest.mark.parametrize("name", meetingx.__all__)
def test_public_names_are_there(name: str) -> None:
    assert name in dir(meetingx)
    assert callable(getattr(meetingx, name))


def test_clean_stays_a_function_whatever_is_imported_first() -> None:
    code = "import meetingx.clean, meetingx.pipeline, meetingx; print(meetingx.clean('縣長張濤').text.chars)"
    assert python(code) == "县长张涛"
    assert python("from meetingx.clean import CLEANERS; from meetingx import clean; print(clean.__name__)") == "clean"


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrakt'"):
        meetingx.extrakt  # noqa: B018


def test_version_is_that_of_the_distribution() -> None:
    from importlib.metadata import version

    assert meetingx.__version__ == version("meetingx")


def test_extract_takes_text_html_and_bytes() -> None:
    text = REPORT.format(day=8)
    html = f"<html><body><h1>县政府召开防汛会</h1><p>{text}</p></body></html>"
    for page in (text, text.encode("gbk"), html, html.encode()):
        [meeting] = meetingx.extract(page, published="2021-08-09")
        assert isinstance(meeting, Meeting)
        assert (meeting.date, meeting.chair and meeting.chair.name) == ("2021-08-08", "李明")


def test_what_is_no_text_is_an_error_that_names_the_remedy() -> None:
    with pytest.raises(MeetingxError, match=r"empty: give"):
        meetingx.extract("")


def test_explain_gives_each_step() -> None:
    trace = meetingx.explain(REPORT.format(day=8))
    assert trace.source.page.startswith("8月8日")
    assert len(trace.drafts) == len(trace.meetings) == 1


def test_many_is_lazy() -> None:
    def endless() -> Iterator[dict[str, object]]:
        while True:
            yield {"text": REPORT.format(day=8)}

    found = meetingx.extract_many(endless())
    assert isinstance(next(found), Meeting)


@pytest.mark.parametrize("workers", [2, 3])
def test_many_gives_the_same_for_any_number_of_workers(workers: int) -> None:
    items = [*reports(19), {"id": "bad", "text": 5}, *({"text": seed.read_bytes()} for seed in SEEDS), *reports(3)]
    assert list(meetingx.extract_many(items, workers=workers)) == list(meetingx.extract_many(items))


def test_many_agrees_with_extract() -> None:
    [meeting] = meetingx.extract(REPORT.format(day=8), id="7", url="http://www.example.cn/a.html")
    item = {"text": REPORT.format(day=8), "id": 7, "url": "http://www.example.cn/a.html", "other": [1]}
    assert list(meetingx.extract_many([item])) == [meeting]


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ({}, "input: has neither text nor html: give one of them"),
        ({"path": "a.txt", "text": b""}, "a.txt: is empty: give the text or HTML of a report"),
        ({"id": "7", "html": ["x", "y"]}, "7: its html is no string: give the text or HTML of a report"),
        ({"name": "line 3", "text": b"\x89PNG\r\n\x1a\n"}, "line 3: is a PNG picture, no text: extract its text first"),
    ],
)
def test_what_cannot_be_read_is_a_failure(item: dict[str, object], message: str) -> None:
    [failure] = meetingx.extract_many([item])
    assert isinstance(failure, Failure)
    assert failure.message == message


def test_a_failure_among_the_items_is_handed_on() -> None:
    failure = Failure("a.txt", "a.txt: no such file")
    assert next(meetingx.extract_many([failure, *reports(1)])) is failure


def test_html_without_a_document_is_html() -> None:
    [meeting] = meetingx.extract_many([{"html": f"<!-- x --><span>{REPORT.format(day=8)}</span>"}])
    assert isinstance(meeting, Meeting)
    assert meeting.chair is not None
    assert meeting.chair.span.start == REPORT.format(day=8).index("李明")


def test_half_a_surrogate_pair_harms_nothing() -> None:
    [meeting] = meetingx.extract_many([{"text": "\ud83d" + REPORT.format(day=8)}])
    assert isinstance(meeting, Meeting)
    assert json.loads(meeting.model_dump_json())["chair"]["name"] == "李明"


def test_a_fault_of_the_program_is_a_failure_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("nothing")

    monkeypatch.setattr(many, "explain", broken)
    [failure] = meetingx.extract_many([{"id": "7", "text": "会"}])
    assert isinstance(failure, Failure)
    assert failure.message.startswith("7: was not read because of a fault in meetingx (KeyError: 'nothing')")


def test_no_worker_is_an_error_at_once() -> None:
    with pytest.raises(ValueError, match="at least 1"):
        meetingx.extract_many([], workers=0)


@pytest.mark.skipif(multiprocessing.get_start_method() != "fork", reason="the fault is planted by fork")
def test_a_page_that_ends_its_process_loses_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    parent, honest = os.getpid(), many.explain

    def deadly(page: str, **told: object) -> object:
        if told["id"] == "11" and os.getpid() != parent:
            os._exit(9)
        return honest(page, **told)  # type: ignore[arg-type]

    items = reports(40)
    alone = list(meetingx.extract_many(items))
    monkeypatch.setattr(many, "explain", deadly)
    found = list(meetingx.extract_many(items, workers=2))
    failure = found[11]
    assert isinstance(failure, Failure)
    assert failure.message.startswith("11: was not read, its process ended")
    assert [one for one in found if one != failure] == [*alone[:11], *alone[12:]]


WRONG: list[tuple[object, dict[str, object], str]] = [
    (None, {}, "input: is no text but NoneType: give str, or the bytes of a file"),
    (Path("a.txt"), {}, "input: is no text but PosixPath"),
    ("县政府召开会议。", {"encoding": "nope"}, "input: there is no encoding of text named nope"),
    (b"x", {"encoding": "hex"}, "input: there is no encoding of text named hex"),
]


@pytest.mark.parametrize(("page", "told", "message"), WRONG, ids=[message for *_, message in WRONG])
def test_what_is_of_a_wrong_type_is_told(page: object, told: dict[str, object], message: str) -> None:
    with pytest.raises(meetingx.MeetingxError) as raised:
        meetingx.extract(page, **told)  # type: ignore[arg-type]
    assert str(raised.value).startswith(message)


def test_what_is_said_of_a_page_and_not_understood_is_told_in_its_record() -> None:
    told = {"url": ["a", "b"], "published": True, "id": 7.5, "title": {"a": 1}}
    [meeting] = meetingx.extract(REPORT.format(day=8), **told)  # type: ignore[arg-type]
    assert (meeting.source.url, meeting.source.id, meeting.published) == (None, None, None)
    left = "given with the page is not understood, and left out"
    assert [one.message for one in meeting.warnings if one.code == "field-not-understood"] == [
        f"the url {left}: ['a', 'b']",
        f"the published {left}: True",
        f"the title {left}: {{'a': 1}}",
        f"the id {left}: 7.5",
    ]


@pytest.mark.parametrize("told", ["Mar 6, 2024", "24-03-06", "昨天", "2024-99-99"])
def test_a_publication_that_is_not_understood_is_told_and_that_of_the_page_is_taken(told: str) -> None:
    head = '<meta name="PubDate" content="2021-08-09">'
    for page, known in ((f"<html>{head}<p>{REPORT.format(day=8)}</html>", "2021-08-09"), (REPORT.format(day=8), None)):
        [meeting] = meetingx.extract(page, published=told)
        assert meeting.published == known
        [warning] = [one for one in meeting.warnings if one.code == "field-not-understood"]
        assert warning.message == f"the published given with the page is not understood, and left out: {told}"


def test_usual_types_are_taken() -> None:
    page = "3月5日，县政府召开防汛工作会议，县长李明主持会议。\ud800"
    told = {"published": datetime.date(2024, 3, 6), "id": 7}
    for given in (page, memoryview(page.replace("\ud800", "").encode()), bytearray(page[:-1].encode())):
        [meeting] = meetingx.extract(given, **told)  # type: ignore[arg-type]
        assert (meeting.date, meeting.source.id) == ("2024-03-05", "7")
        assert meeting.model_dump_json().encode()
    [failure] = meetingx.extract_many([None])  # type: ignore[list-item]
    assert isinstance(failure, meetingx.Failure)
    assert failure.message == "input: is no mapping but NoneType: give {'text': …}"
