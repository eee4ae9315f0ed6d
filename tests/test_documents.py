"""PDF and Word go in: their text as it is read, lines put together, and clear words for what has none."""

from __future__ import annotations

import importlib
import io
import json
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from documents import ENCODINGS, LOCKED, docx, paragraph, pdf, table

from meetingx.inputs import Asked, Inputs
from meetingx.items import Failure, Item
from meetingx.many import Reading, outcome

HEAD = "饶阳县召开安全生产工作会议"
TEXT = (
    "　　3月5日，饶阳县召开安全生产工作会议，县长陆明主持会议并讲话，县应急管理局局长祁雪参加会议。"
    "陆明强调，各乡镇要在2024年11月底前完成散煤排查；要加强执法检查，压实工作责任，把各项措施落到实处。"
)
NEXT = "　　会议要求，各部门要密切配合，形成工作合力，确保全年不发生较大事故。"
WIDTH = 20


def read(name: str, data: bytes, asked: Asked | None = None) -> Item | Failure:
    Path(name).write_bytes(data)
    [item] = Inputs([name], asked or Asked())
    return item


def shown(name: str, data: bytes) -> str:
    """The text of the page as spans count in it."""
    found = outcome(read(name, data), Reading(pages=True))
    assert found.failure is None, found.failure
    assert found.page is not None
    return found.page


def zipped(*members: str | bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in zip(members[::2], members[1::2], strict=True):
            archive.writestr(str(name), data)
    return out.getvalue()


def lines(*paragraphs: str) -> list[str]:
    return [text[at : at + WIDTH] for text in paragraphs for at in range(0, len(text), WIDTH)]


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_fonts_of_any_encoding_are_read(encoding: str) -> None:
    assert shown("a.pdf", pdf([[HEAD, TEXT.strip()]], encoding)) == f"{HEAD}\n{TEXT.strip()}"


def test_lines_that_reach_the_edge_are_put_together() -> None:
    assert shown("a.pdf", pdf([[HEAD, *lines(TEXT, NEXT)]])) == f"{HEAD}\n{TEXT.strip()}\n{NEXT.strip()}"


def test_text_goes_on_behind_the_number_of_a_page() -> None:
    broken = lines(TEXT, NEXT)
    for first, second in (("— 1 —", "— 2 —"), ("1", "2"), ("第 1 页", "第 2 页"), ("1 / 2", "2 / 2")):
        document = pdf([[HEAD, *broken[:3], first], [*broken[3:], second]])
        assert shown("a.pdf", document) == f"{HEAD}\n{TEXT.strip()}\n{NEXT.strip()}"


def test_lines_of_their_own_stay_so() -> None:
    listed = ["县城概况", "今日要闻", HEAD, "2024年3月6日"]
    document = pdf([[*listed, TEXT.strip(), NEXT.strip()]])
    assert shown("a.pdf", document).split("\n") == [*listed, TEXT.strip(), NEXT.strip()]


def test_word_has_what_was_put_in_and_not_what_was_taken_out() -> None:
    body = (
        paragraph(HEAD)
        + f"<w:sdt><w:sdtContent>{paragraph(TEXT.strip())}</w:sdtContent></w:sdt>"
        + "<w:p><w:r><w:t>会议要求，</w:t></w:r><w:ins><w:r><w:t>各部门</w:t></w:r></w:ins>"
        + "<w:del><w:r><w:delText>各单位</w:delText></w:r></w:del><w:r><w:t>要密切配合。&lt;b&gt;</w:t></w:r></w:p>"
    )
    wanted = f"{HEAD}\n{TEXT.strip()}\n会议要求，各部门要密切配合。<b>"
    assert shown("a.docx", docx(body)) == wanted
    assert shown("unnamed", docx(body, first="_rels/.rels")) == wanted


def test_a_table_of_word_is_read_as_one_of_html() -> None:
    rows = [["工作任务", "牵头单位"], ["散煤排查", "县生态环境局"]]
    assert shown("a.docx", docx(paragraph(TEXT.strip()) + table(rows))).split("\n")[1:] == ["\t".join(r) for r in rows]


@pytest.mark.parametrize(("name", "data"), [("a.pdf", pdf([[HEAD, *lines(TEXT)]])), ("a.docx", docx(paragraph(TEXT)))])
def test_values_point_at_the_text(name: str, data: bytes) -> None:
    [record] = (json.loads(line) for line in outcome(read(name, data)).records)
    page = shown(name, data)
    assert (record["chair"]["name"], record["source"]["path"]) == ("陆明", name)
    assert page[record["chair"]["span"]["start"] : record["chair"]["span"]["end"]] == "陆明"
    assert record["tasks"][0]["deadline"]["date"] == "2024-11-30"


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.zip"])
def test_archives_may_hold_documents_and_archives(name: str, tmp_path: Path) -> None:
    made = {"a.docx": docx(paragraph(TEXT)), "a.pdf": pdf([[TEXT]]), "a.zip": zipped("a.txt", TEXT.encode())}
    (tmp_path / "all.zip").write_bytes(zipped(name, made[name]))
    with tarfile.open(tmp_path / "all.tar.gz", "w:gz") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(made[name])
        archive.addfile(info, io.BytesIO(made[name]))
    for container in ("all.zip", "all.tar.gz"):
        [item] = Inputs([container])
        [record] = (json.loads(line) for line in outcome(item).records)
        assert record["chair"]["name"] == "陆明"
        assert record["source"]["path"].startswith(f"{container}/{name}")


def test_an_archive_with_a_folder_named_word_is_no_document(tmp_path: Path) -> None:
    item = read("a.zip", zipped("word/document.xml", b"x", "a.txt", TEXT.encode()))
    assert outcome(item).name == "a.zip/a.txt"


OCR = "make it searchable first (ocrmypdf -l chi_sim)"
WITHOUT_TEXT = {
    "a scan": ("a.pdf", pdf([[], []]), f"has no text on its 2 pages, they are pictures: {OCR}"),
    "fonts that tell nothing": (
        "a.pdf",
        pdf([[TEXT]], "Identity-H", told=False),
        f"has fonts that do not tell their characters: {OCR}",
    ),
    "locked": ("a.pdf", pdf([[TEXT]], tail=LOCKED), "is protected with a password: save it without one"),
    "no pdf": ("a.pdf", b"%PDF-1.7\n" + b"\0" * 50, "is damaged (Failed to load document (PDFium: Data format error"),
    "no docx": (
        "a.docx",
        b"\xd0\xcf\x11\xe0" + b"\0" * 50,
        "is no .docx, or damaged (File is not a zip file): save it",
    ),
    "broken docx": ("a.docx", docx("<w:p>"), "is no .docx, or damaged ("),
    "empty docx": ("a.docx", docx("<w:p/>"), "has no text, only pictures perhaps: read those with OCR first"),
}


@pytest.mark.parametrize("case", WITHOUT_TEXT)
def test_what_has_no_text_is_told_with_the_remedy(case: str) -> None:
    name, data, message = WITHOUT_TEXT[case]
    failure = read(name, data)
    assert isinstance(failure, Failure)
    assert failure.message.startswith(f"{name}: {message}")


@pytest.mark.parametrize(("module", "data"), [("pdf", pdf([[TEXT]])), ("word", docx(paragraph(TEXT) * 40))])
def test_a_document_larger_than_a_page_is_none(module: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    limited = 2**10 if module == "pdf" else len(data) + 1  # Word's are counted unpacked
    monkeypatch.setattr(importlib.import_module("meetingx.inputs.stream"), "LARGEST", limited)
    monkeypatch.setattr(importlib.import_module(f"meetingx.inputs.{module}"), "LARGEST", limited)
    failure = read("a", data)
    assert isinstance(failure, Failure)
    assert failure.message == "a: is larger than 0 MB, no page: take it apart"


@pytest.mark.parametrize(
    ("name", "library", "data"), [("a.pdf", "pypdfium2", pdf([[TEXT]])), ("a.docx", "mammoth", docx(paragraph(TEXT)))]
)
def test_the_extra_is_named(name: str, library: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    failure = read(name, data)
    assert isinstance(failure, Failure)
    assert failure.message == f"{name}: needs {library}: pip install 'meetingx[{name.partition('.')[2]}]'"
