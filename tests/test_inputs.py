"""Pages go in as they are: the same records whatever the container, damage told, memory constant."""

from __future__ import annotations

import gzip
import importlib
import io
import json
import random
import re
import subprocess
import sys
import tarfile
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from time import process_time
from types import SimpleNamespace
from typing import Any

import pytest
from containers import CONTAINERS, html, json_lines, response, table, warc

from meetingx.cli.options import FIELDS as OPTION_FIELDS
from meetingx.cli.options import KINDS as OPTION_KINDS
from meetingx.inputs import NAMES, Asked, Inputs, fields, kinds
from meetingx.inputs.stream import HEAD
from meetingx.inputs.warc import IS_HTML
from meetingx.items import Failure, Item
from meetingx.many import outcome, read_item

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
# HTML has no blank lines and no blanks around its lines, so that spans can only be the same without them.
TEXTS = [
    "\n".join(line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()) for path in SEEDS
]
REPORT = "8月8日，县政府召开防汛工作会议，县长李明主持会议。李明强调，各乡镇要加强巡查。"
HARD_BODY = "县城北街的排水管网改造进度偏慢，"


def read(path: str, asked: Asked | None = None) -> list[Item | Failure]:
    return list(Inputs([path], asked or Asked()))


def records(items: list[Item | Failure]) -> list[dict[str, Any]]:
    found = []
    for item in items:
        one = outcome(item)
        assert one.failure is None, one.failure
        found += [{**json.loads(record), "source": None} for record in one.records]
    return found


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def wanted() -> list[dict[str, Any]]:
    return records([{"text": text} for text in TEXTS])


@pytest.mark.parametrize("container", CONTAINERS)
def test_records_are_the_same_in_every_container(container: str, tmp_path: Path, wanted: list[dict[str, Any]]) -> None:
    assert len(wanted) == 5
    assert records(read(CONTAINERS[container](tmp_path, TEXTS))) == wanted


@pytest.mark.parametrize("container", CONTAINERS)
def test_standard_input_is_told_by_its_bytes(
    container: str, tmp_path: Path, wanted: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / CONTAINERS[container](tmp_path, TEXTS)
    given = sorted(path.iterdir())[0] if path.is_dir() else path

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=Pipe(given.read_bytes())))
    asked = Asked("tsv") if container == "tsv" else Asked()
    assert records(read("-", asked)) == wanted[: 1 if path.is_dir() else 5]


def test_a_path_may_be_a_glob(tmp_path: Path, wanted: list[dict[str, Any]]) -> None:
    CONTAINERS["txt"](tmp_path, TEXTS)
    assert records(read("pages/[0-2].txt")) == wanted[:3]
    assert records(read("**/*.txt")) == wanted
    (tmp_path / "pages" / "[1].txt").write_text(TEXTS[4], encoding="utf-8")
    assert records(read("pages/[1].txt")) == wanted[4:]  # a file of that name goes before a glob


def test_what_is_no_page_is_passed_over_and_counted(tmp_path: Path) -> None:
    for container, passed_over in (("zip", 2), ("warc.gz", 2), ("txt", 0)):
        inputs = Inputs([CONTAINERS[container](tmp_path, TEXTS)])
        assert len(list(inputs)) == 5
        assert inputs.passed_over == passed_over


def test_members_are_named_by_archive_and_path(tmp_path: Path) -> None:
    item = read(CONTAINERS["zip"](tmp_path, TEXTS))[1]
    assert isinstance(item, dict)
    assert (item["name"], item["path"]) == ("pages.zip/网页/1.txt",) * 2


def test_names_in_gbk_are_read_as_windows_wrote_them(tmp_path: Path) -> None:
    name = "会议.txt".encode("gb18030").decode("cp437")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        info = zipfile.ZipInfo("x" * len(name))
        archive.writestr(info, REPORT)
    data = (tmp_path / "a.zip").read_bytes().replace(b"x" * len(name), name.encode("cp437"))
    (tmp_path / "a.zip").write_bytes(data)
    [item] = read("a.zip")
    assert isinstance(item, dict)
    assert item["path"] == "a.zip/会议.txt"


def test_warc_gives_address_and_id_of_each_record(tmp_path: Path) -> None:
    item = read(CONTAINERS["warc"](tmp_path, TEXTS))[0]
    assert isinstance(item, dict)
    assert item["url"] == "http://www.example.org/0"
    assert str(item["id"]).startswith("<urn:uuid:")


NAMED = [
    ("p.csv", "正文,网址,发布日期,编号\r\n{text},http://e.cn/1,2021-08-09,7\r\n"),
    ("p.csv", "Content,Link,PubDate,DOC_ID\n{text},http://e.cn/1,2021-08-09,7\n"),
    ("p.jsonl", '{{"content": "{text}", "link": "http://e.cn/1", "pub_date": "2021-08-09", "doc_id": 7}}\n'),
]


@pytest.mark.parametrize(("name", "content"), NAMED)
def test_usual_names_of_fields_are_known(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content.format(text=REPORT), encoding="utf-8")
    [record] = (json.loads(line) for item in read(name) for line in outcome(item).records)
    assert (record["date"], record["source"]["url"], record["source"]["id"]) == ("2021-08-08", "http://e.cn/1", "7")


def test_fields_may_be_named(tmp_path: Path) -> None:
    (tmp_path / "p.tsv").write_text(f"a\tb\ttext\n{REPORT}\t2021-08-09\tno\n", encoding="utf-8")
    [item] = read("p.tsv", Asked(fields={"text": "a", "published": "b"}))
    assert isinstance(item, dict)
    assert (item["text"], item["published"]) == (REPORT, "2021-08-09")


@pytest.mark.parametrize("name", ["p.csv", "p.jsonl", "p.parquet"])
def test_fields_that_are_not_there_are_told_with_those_that_are(tmp_path: Path, name: str) -> None:
    if name == "p.parquet":
        import pyarrow
        import pyarrow.parquet

        pyarrow.parquet.write_table(pyarrow.table({"a": ["x"], "b": ["y"]}), name)
    else:
        (tmp_path / name).write_text("a,b\nx,y\n" if name == "p.csv" else '{"a": "x", "b": "y"}\n', encoding="utf-8")
    [failure] = read(name)
    assert isinstance(failure, Failure)
    assert "has no field with the text of a page (it has: a, b): name it with --text-field" in failure.message
    [failure] = read(name, Asked(fields={"html": "c"}))
    assert isinstance(failure, Failure)
    assert "has no field c (it has: a, b): give another name to --html-field" in failure.message


def test_a_date_of_parquet_is_written_as_in_iso(tmp_path: Path) -> None:
    import datetime

    import pyarrow
    import pyarrow.parquet

    at = datetime.datetime(2021, 8, 8, 16, 30, tzinfo=datetime.UTC)
    for times in ([datetime.date(2021, 8, 9)], [at], pyarrow.array([at], pyarrow.timestamp("ns", "Europe/Berlin"))):
        pyarrow.parquet.write_table(pyarrow.table({"text": [REPORT], "published": times}), "p.parquet")
        [line] = outcome(read("p.parquet")[0]).records
        assert json.loads(line)["published"] == "2021-08-09"


def cut(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def office() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "")
    return out.getvalue()


DAMAGED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "cut gz": ("p.jsonl.gz", lambda: cut(gzip.compress(json_lines(TEXTS))), "p.jsonl.gz: is damaged or cut short"),
    "no gz": ("p.txt.gz", lambda: b"\x1f\x8b" + b"\0" * 50, "p.txt.gz: is damaged or cut short"),
    "no xz": ("p.txt.xz", lambda: b"\xfd7zXZ\x00" + b"\1" * 50, "p.txt.xz: is damaged or cut short"),
    "no bz2": ("p.txt.bz2", lambda: b"BZh9" + b"\1" * 50, "p.txt.bz2: is damaged or cut short"),
    "no zst": ("p.txt.zst", lambda: b"\x28\xb5\x2f\xfd" + b"\xff" * 50, "p.txt.zst: is damaged or cut short"),
    "no zip": ("p.zip", lambda: b"PK\x03\x04" + b"\0" * 50, "p.zip: cannot be unpacked (File is not a zip file)"),
    "no tar": ("p.tar", lambda: cut(b"\0" * 257 + b"ustar" + b"\1" * 600), "p.tar: cannot be unpacked"),
    "no parquet": ("p.parquet", lambda: b"PAR1" + b"\0" * 50, "p.parquet: cannot be read as Parquet"),
    "cut warc": (
        "p.warc",
        lambda: warc(TEXTS, packed=False, coded=False)[:-400],
        "p.warc, record 8: is cut short: get the file anew",
    ),
    "damaged warc": (
        "p.warc",
        lambda: warc(TEXTS[:1], packed=False) + b"nonsense\r\n",
        "p.warc: is damaged after record 4",
    ),
    "xlsx": ("p.zip", office, "p.zip: is an Office document, no text: save it as text or HTML first"),
    "empty csv": ("p.csv", lambda: b"", "p.csv: is empty: give a header, and a page to a row"),
    "empty zip": ("p.zip", lambda: b"PK\x05\x06" + b"\0" * 18, "p.zip: is an archive without files"),
}


@pytest.mark.parametrize("case", DAMAGED)
def test_damage_is_told_and_what_stands_before_it_is_read(case: str, tmp_path: Path) -> None:
    name, data, message = DAMAGED[case]
    (tmp_path / name).write_bytes(data())
    *before, failure = read(name)
    assert isinstance(failure, Failure)
    assert failure.message.startswith(message)
    if case.startswith("cut"):
        assert len(before) >= 2
        assert not any(isinstance(item, Failure) for item in before)


@pytest.mark.parametrize("packed", ["not", "records", "whole"])
def test_a_crawl_that_was_cut_anywhere_gives_what_stands_before_and_one_failure(packed: str, tmp_path: Path) -> None:
    data = warc([REPORT] * 3, packed=packed == "records")
    data = gzip.compress(data) if packed == "whole" else data
    whole = len(read(_written(tmp_path, "whole.warc", data)))
    before = 0
    for length in range(90, len(data) - 30, 7):
        found = read(_written(tmp_path, "cut.warc", data[:length]))
        failures = [one for one in found if isinstance(one, Failure)]
        if {b"WARC/", b"\x1f\x8b\x08"} & {data[length + at :][:size] for at in range(5) for size in (3, 5)}:
            continue  # between two records, which nobody can tell from an end
        assert len(failures) == 1, (length, found)
        assert "cut short" in failures[0].message or "is damaged" in failures[0].message
        assert before <= len(found) - 1 <= whole
        before = len(found) - 1
    assert before >= 1


def _written(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return name


PACKED = gzip.compress(html(REPORT).encode())
TYPE = "Content-Type: text/html"
BODIES: list[tuple[list[str], bytes, str]] = [
    ([TYPE, "Content-Encoding: gzip"], PACKED, ""),
    ([TYPE, "Content-Encoding: gzip"], html(REPORT).encode(), ""),
    ([TYPE, "Content-Encoding: gzip"], PACKED[:-40], "its body is cut short: get it anew"),
    ([TYPE, "Content-Encoding: gzip"], PACKED[:20] + b"\xff" * 40 + PACKED[60:], "its body is damaged (Error -3 while"),
    ([TYPE, "Content-Encoding: deflate"], zlib.compress(html(REPORT).encode()), ""),
    ([TYPE, "Content-Encoding: deflate"], zlib.compress(html(REPORT).encode())[2:-4], ""),
    ([TYPE, "Content-Encoding: br"], html(REPORT).encode(), ""),
    ([TYPE, "Content-Encoding: br"], b"\x0b\xff\x81\xfe" * 50, "is packed with brotli: pip install brotli"),
    ([TYPE, "Content-Encoding: zstd"], b"\x28\xb5\x2f\xfd\xff" * 50, "is packed with zstd, which is not known: get it"),
    ([], html(REPORT).encode(), ""),
    (["Content-Type: application/octet-stream"], b"<!-- x -->\n" + html(REPORT).encode(), ""),
    ([], REPORT.encode(), "passed over"),
]


@pytest.mark.parametrize(("headers", "body", "wanted"), BODIES, ids=map(str, range(len(BODIES))))
def test_the_body_of_a_response_is_read_or_told(
    headers: list[str], body: bytes, wanted: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    given = Inputs([_written(tmp_path, "a.warc", response(1, body, *headers))])
    for item in given:
        if isinstance(item, Failure):
            assert item.message.startswith(f"a.warc, record 1: {wanted}")
            assert (wanted, item.url) != ("", "http://www.example.org/1")
        else:
            assert (wanted, len(outcome(item).records)) == ("", 1)
    assert given.passed_over == (wanted == "passed over")


@pytest.mark.parametrize("piece", [b"<!---->", b"<!-- - -- -> -->\n", b"<?xml?>", b" ", b"<!-- -- "], ids=repr)
def test_what_stands_before_html_is_passed_in_linear_time(piece: bytes) -> None:
    before = (piece * HEAD)[:HEAD]
    began = process_time()
    assert IS_HTML.match(before) is None
    assert process_time() - began < 1
    ended = piece if piece != b"<!-- -- " else b"<!-- -- -->"
    assert IS_HTML.match(ended * 25 + b"<html>")
    assert not IS_HTML.match(ended * 25 + b"<p>")


def test_what_warcio_has_to_say_is_told_in_our_words(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    whole = response(1, html(REPORT).encode(), TYPE).replace(b"example.org/1", b"example.org/ 1")
    length = int(re.findall(rb"\r\nContent-Length: (\d+)", whole)[0])
    longer = whole.replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length - 7))
    *pages, failure = read(_written(tmp_path, "a.warc", longer + whole))
    assert len(pages) == 2
    assert isinstance(failure, Failure)
    assert failure.message == (
        "a.warc: has records that are longer than they say (1): get the file anew; what they say was read"
    )
    assert capfd.readouterr() == ("", "")


def test_a_quote_that_is_never_closed_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f'text,id\n{REPORT},1\n"{REPORT},2\n{REPORT},3\n', encoding="utf-8")
    item, failure = read("a.csv")
    assert isinstance(item, dict)
    assert isinstance(failure, Failure)
    assert failure.message.startswith("a.csv, line 3: has a quote that is never closed, and all that follows stands in")
    (tmp_path / "a.csv").write_text(f'"text,id\n{REPORT},1\n', encoding="utf-8")
    assert "a.csv, line 1: has a quote that is never closed" in read("a.csv")[0].message  # type: ignore[union-attr]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_a_table_may_end_its_lines_as_any_system_does(end: str, encoding: str, tmp_path: Path) -> None:
    lines = ["", '"text","id"', f'"{REPORT}",1', f'"{REPORT}{end}",2', f"{REPORT},3", ""]
    (tmp_path / "a.csv").write_bytes(end.join(lines).encode(encoding))
    found = read("a.csv")
    names = ["a.csv, line 3", "a.csv, line 4", "a.csv, line 6"]
    assert [(one["id"], one["name"]) for one in found] == list(zip("123", names, strict=True))  # type: ignore[index]


def sources(path: str, asked: Asked | None = None) -> list[tuple[str | None, list[str]]]:
    """The encoding of each page of a file that was read, and the warnings of loss."""
    found = [json.loads(line) for item in read(path, asked) for line in outcome(item).records]
    warned = [[one["message"] for one in record["warnings"] if one["code"] == "characters-lost"] for record in found]
    return [(record["source"]["encoding"], warnings) for record, warnings in zip(found, warned, strict=True)]


def test_a_table_tells_how_each_row_was_decoded(tmp_path: Path) -> None:
    rows = [f"text,id\n{REPORT},1\n".encode(), f"{REPORT},2\n".encode("gbk"), REPORT.encode() + b"\xff\xff,3\n"]
    (tmp_path / "a.csv").write_bytes(b"".join(rows))
    lost = ["2 of the page's characters could not be decoded as utf-8"]
    assert sources("a.csv") == [("utf-8", []), ("gb18030", []), ("utf-8", lost)]
    (tmp_path / "a.csv").write_bytes(f"text,id\n{REPORT},1\n".encode("gbk") + f"{REPORT},2\n".encode())
    assert sources("a.csv") == [("gb18030", []), ("utf-8", [])]
    (tmp_path / "a.csv").write_text(f"id,text\né,{REPORT}\né,é\n", encoding="utf-8")  # é in GBK is 茅
    assert [one["text"] for one in read("a.csv")] == [REPORT, "é"]  # type: ignore[index]
    (tmp_path / "a.csv").write_bytes(b"text,id\n" + b"\x81\xff\xfe\x80" * 50 + b",1\n")
    [failure] = read("a.csv")
    assert isinstance(failure, Failure)
    assert failure.message.startswith("a.csv: cannot be decoded as text")


def test_a_row_with_more_cells_than_headings_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,text\n1,{REPORT},{REPORT}\n2,{REPORT},,\n", encoding="utf-8")
    failure, item = read("a.csv")
    assert isinstance(failure, Failure)
    assert failure.message == ("a.csv, line 2: has 3 cells under 2 headings: put what has a delimiter in it in quotes")
    assert not isinstance(item, Failure)


@pytest.mark.parametrize("said", ["sep=;", '"sep=;"', "SEP=;\r"])
def test_a_table_may_say_what_parts_its_cells(tmp_path: Path, said: str) -> None:
    (tmp_path / "a.csv").write_bytes(f"{said}\nid;text\n7;8月8日，县政府召开防汛工作会议，会期半天。\n".encode())
    [item] = Inputs([str(tmp_path / "a.csv")])
    assert not isinstance(item, Failure)
    assert (item["id"], item["text"]) == ("7", "8月8日，县政府召开防汛工作会议，会期半天。")


def test_rows_that_stand_in_a_cell_for_want_of_a_quote_are_told(tmp_path: Path) -> None:
    lines = ["id,text", f'1,"{REPORT}', f"2,{REPORT}", f'3,"{REPORT}"', f'4,"{REPORT}"', f'5,"他说"好"{REPORT}"']
    (tmp_path / "a.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    failure, *others = read("a.csv")
    assert isinstance(failure, Failure)
    assert failure.message.startswith("a.csv, line 2 to 4: is no row of a table (")
    assert [one["id"] for one in others] == ["4", "5"]  # type: ignore[index]


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.jsonl", "a.json"])
def test_a_forced_encoding_that_loses_most_of_a_page_fails(tmp_path: Path, name: str) -> None:
    given = {"a.txt": REPORT, "a.csv": table([REPORT]), "a.jsonl": json_lines([REPORT]).decode()}
    given["a.json"] = json.dumps([{"text": REPORT}], ensure_ascii=False)
    (tmp_path / name).write_bytes(given[name].encode("gb18030"))
    [item] = read(name, Asked(encoding="utf-8"))
    failure = outcome(item).failure
    assert failure is not None
    assert "is not in utf-8, " in failure.message
    assert failure.message.endswith("of its characters were lost: leave out --encoding, or give another one")
    data = given[name].encode("gb18030").replace(b"\xc0\xee", b"\xff\xff", 1)  # 李
    (tmp_path / name).write_bytes(data)
    assert sources(name, Asked(encoding="gbk"))[0][1]


def test_records_are_no_pages_and_told_once(tmp_path: Path) -> None:
    lines = [line for item in [{"text": REPORT}] * 3 for line in outcome(item).records]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "a.json").write_text(f"[{','.join(lines)}]", encoding="utf-8")
    for name in ("a.jsonl", "a.json"):
        [failure] = read(name)
        assert isinstance(failure, Failure)
        assert failure.message.startswith(f"{name}: has records that meetingx wrote, no pages: give it to meetingx con")


@pytest.mark.parametrize("encoding", [None, "utf-8"])
def test_a_line_larger_than_a_page_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, encoding: str | None
) -> None:
    monkeypatch.setattr("meetingx.inputs.json_lines.LARGEST", 2**20)
    line = json_lines([REPORT])
    large = json_lines(["x" * 3 * 2**20])
    (tmp_path / "a.jsonl").write_bytes(large + line + large[:-1])
    first, item, last = read("a.jsonl", Asked(encoding=encoding))
    assert isinstance(first, Failure)
    assert isinstance(last, Failure)
    assert first.message == "a.jsonl, line 1: is larger than 1 MB, no page: take it apart"
    assert last.name == "a.jsonl, line 3"
    assert item["text"] == REPORT  # type: ignore[index]


def test_names_that_are_not_in_utf8_are_told_with_escapes(tmp_path: Path) -> None:
    import os

    (tmp_path / "d").mkdir()
    for name in (b"\xbb\xe1.txt", b"z.txt", b"\xff.jsonl"):
        (tmp_path / "d" / os.fsdecode(name)).write_bytes(REPORT.encode())
    with tarfile.open(tmp_path / "a.tar", "w", encoding="gb18030") as archive:
        archive.add(tmp_path / "d" / "z.txt", "会.txt")
    found = read("d") + read("a.tar")
    assert [one.path if isinstance(one, Failure) else one["path"] for one in found] == [
        "d/z.txt",
        "d/\\xbb\\xe1.txt",
        "d/\\xff.jsonl",
        "a.tar/会.txt",
    ]
    command = [sys.executable, "-m", "meetingx", "extract", "d", "nosuch\udcff", "-o", "o.jsonl", "--errors", "e.jsonl"]
    ran = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "MEETINGX_LANG": "en"}, check=False
    )
    assert (ran.returncode, len((tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines())) == (1, 2)
    assert "nosuch\\xff: no such file or directory" in ran.stderr
    assert len((tmp_path / "e.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    import os

    (tmp_path / "d").mkdir()
    os.mkfifo(tmp_path / "d" / "a.txt")
    (tmp_path / "d" / "b.txt").write_text(REPORT, encoding="utf-8")
    code = "from meetingx.inputs import Inputs; given = Inputs(['d']); print(len(list(given)), given.passed_over)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout == "1 1\n"


GIVEN: list[tuple[dict[str, object], str]] = [
    ({"_id": {"$oid": "65e7"}}, "65e7"),
    ({"id": 7.0, "page": 3}, "7"),
    ({"id": "\ud800a"}, "\ufffda"),
    ({"id": "a", "published": 1709683200}, "a"),
    ({"id": "a", "published": 1709683200.5}, "a"),
    ({"id": "a", "published": "1709683200000"}, "a"),
    ({"id": "a", "published": {"$date": "2024-03-06T08:00:00Z"}}, "a"),
    ({"id": "a", "published": {"$date": {"$numberLong": "1709683200000"}}}, "a"),
    ({"id": "a", "published": 20240306}, "a"),
    ({"id": "a", "published": "20240306101500"}, "a"),
    ({"id": "a", "published": "Wed, 06 Mar 2024 08:00:00 +0800"}, "a"),
    ({"id": "a", "published": "Tue, 05 Mar 2024 16:00:00 GMT"}, "a"),
    ({"id": "a", "published": "Wed Mar 06 08:00:00 CST 2024"}, "a"),
    ({"id": "a", "published": "2024-03-05T16:00:00Z"}, "a"),
    ({"id": "a", "published": "2024-03-05 16:00:00.123456+00:00"}, "a"),
    ({"id": "a", "published": {"$date": "2024-03-05T16:00:00.000Z"}}, "a"),
    ({"id": ["a"], "published": ["2024 03 06"]}, "a"),
    ({"id": "a", "url": float("nan"), "published": "２０２４-０３-０６"}, "a"),
    ({"id": "a", "url": [], "date": "2024/03/06"}, "a"),
]


@pytest.mark.parametrize(("told", "name"), GIVEN, ids=[json.dumps(told) for told, _ in GIVEN])
def test_what_is_given_with_a_page_may_have_any_usual_type(told: dict[str, object], name: str, tmp_path: Path) -> None:
    text = "3月5日，县政府召开防汛工作会议，县长李明主持会议。"
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "", "content": text, **told}) + "\n", encoding="utf-8")
    [item] = read("a.jsonl")
    [line] = outcome(item).records
    record = json.loads(line)
    assert record["source"]["id"] == name
    assert (record["date"], record["published"]) == (
        ("2024-03-05", "2024-03-06") if told.keys() & {"published", "date"} else ("XXXX-03-05", None)
    )


@pytest.mark.parametrize("nothing", [float("nan"), [], {}, "", " ", None], ids=repr)
def test_what_says_nothing_is_nothing(nothing: object, tmp_path: Path) -> None:
    told = dict.fromkeys(("id", "url", "published", "title"), nothing)
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": [REPORT], **told}) + "\n", encoding="utf-8")
    [line] = outcome(read("a.jsonl")[0]).records
    record = json.loads(line)
    assert (record["source"]["id"], record["source"]["url"], record["published"]) == (None, None, None)
    assert "field-not-understood" not in {one["code"] for one in record["warnings"]}


@pytest.mark.parametrize(("published", "year"), [("2024-03", 2024), ("2024", 2024), (2024, 2024), ("2024-09", 2024)])
def test_a_publication_may_be_a_month_or_a_year(published: object, year: int) -> None:
    [line] = outcome({"text": REPORT, "published": published}).records
    record = json.loads(line)
    assert record["published"] == str(published)
    assert record["date"] == ("2023-08-08" if published == "2024-03" else f"{year}-08-08")


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
def test_an_empty_field_is_told_with_the_id_of_its_page(name: str, tmp_path: Path) -> None:
    data = {"a.jsonl": '{"id": "x", "text": null}\n', "a.json": '[{"id": "x", "text": ""}]', "a.csv": "id,text\nx,\n"}
    (tmp_path / name).write_text(data[name], encoding="utf-8")
    failure = outcome(read(name)[0]).failure
    assert failure is not None
    assert (failure.id, failure.message.partition(": ")[2]) == (
        "x",
        "its text is empty: give the text or HTML of a report",
    )


def test_a_page_in_a_field_of_another_name_is_told_with_its_id(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": 7, "link": "http://e.cn/1", "words": "x"}\n', encoding="utf-8")
    [failure] = read("a.jsonl")
    assert isinstance(failure, Failure)
    assert (failure.id, failure.url) == ("7", "http://e.cn/1")


TITLE = "饶阳县召开防汛工作会议"


@pytest.mark.parametrize("name", ["title", "headline", "标题"])
def test_a_title_stands_above_its_text(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": REPORT, name: f" {TITLE}\n"}) + "\n", encoding="utf-8")
    [item] = read("a.jsonl")
    [line] = outcome(item).records
    record = json.loads(line)
    assert read_item(item).source.page == f"{TITLE}\n{REPORT}"
    assert (record["title"], record["place"]["name"]) == (TITLE, "饶阳县")
    assert record["chair"]["span"]["start"] == len(TITLE) + 1 + REPORT.index("李明")
    for text in (f"{TITLE}\n{REPORT}", f"首页 > 要闻\n饶阳县召开 防汛工作会议\n{REPORT}"):
        [line], [again] = (outcome({"text": text, **more}).records for more in ({}, {"title": TITLE}))
        assert line == again


def test_a_title_is_the_headline_of_html_that_tells_none() -> None:
    page = f"<html><head>%s</head><body><div id=zoom><p>{REPORT}</p></div></body></html>"
    for head, title in (("", TITLE), ('<meta name="ArticleTitle" content="县政府开会">', "县政府开会")):
        [line] = outcome({"html": page % head, "title": TITLE}).records
        assert json.loads(line)["title"] == title


def test_an_archive_with_a_damaged_member_gives_the_others(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("1.jsonl.gz", b"\x1f\x8b" + b"\0" * 50)
        archive.writestr("2.txt", REPORT)
    failure, item = read("a.zip")
    assert isinstance(failure, Failure)
    assert failure.message.startswith("a.zip/1.jsonl.gz: is damaged")
    assert not isinstance(item, Failure)


def test_a_damaged_member_of_a_zip_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("1.txt", REPORT)
        archive.writestr("2.txt", REPORT + HARD_BODY)
        archive.writestr("3.txt", REPORT)
        archive.writestr("4.txt.bz2", b"BZh9" + b"\1" * 50)
        archive.writestr("5.txt", REPORT)
    data = (tmp_path / "a.zip").read_bytes()
    second = data.index(b"PK\x03\x04", 10)
    third = data.index(b"PK\x03\x04", second + 10)
    data = data.replace(HARD_BODY.encode(), b"\0" * len(HARD_BODY.encode()), 1)
    (tmp_path / "a.zip").write_bytes(data[:third] + b"nono" + data[third + 4 :])
    (tmp_path / "b.txt").write_text(REPORT, encoding="utf-8")
    found = list(Inputs(["a.zip", "b.txt"]))
    assert [one.message.partition(" (")[0] if isinstance(one, Failure) else one["name"] for one in found] == [
        "a.zip/1.txt",
        "a.zip/2.txt: is damaged or cut short",
        "a.zip/3.txt: cannot be unpacked",
        "a.zip/4.txt.bz2: is damaged or cut short",
        "a.zip/5.txt",
        "b.txt",
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_a_tar_that_was_cut_anywhere_gives_what_stands_before_and_one_failure(packed: bool, tmp_path: Path) -> None:
    hard = random.Random(0)  # what cannot be packed, so that a cut leaves members before it
    CONTAINERS["tar"](tmp_path, [REPORT + f"{hard.getrandbits(4000):x}" for _ in range(4)])
    data = (tmp_path / "pages.tar").read_bytes()
    end = data.rindex(REPORT.encode()) + 1500
    data = gzip.compress(data) if packed else data
    before = 0
    for length in range(300, len(data) - 8 if packed else end + 1, 5 if packed else 59):
        found = read(_written(tmp_path, "cut.tar", data[:length]), Asked("tar"))
        failures = [one for one in found if isinstance(one, Failure)]
        assert len(failures) == 1, (length, found)
        assert before <= len(found) - 1 <= 4
        before = len(found) - 1
    assert before >= 2
    assert len(read(_written(tmp_path, "whole.tar", data))) == 4


@pytest.mark.parametrize("damage", [1, 0])
def test_a_damaged_header_in_a_tar_is_told(damage: int, tmp_path: Path) -> None:
    CONTAINERS["tar"](tmp_path, [REPORT] * 3)
    data = (tmp_path / "pages.tar").read_bytes()
    head = data.index(b"./pages/1.txt")
    *before, failure = read(_written(tmp_path, "a.tar", data[:head] + bytes([damage]) * 512 + data[head + 512 :]))
    assert [one["name"] for one in before] == ["a.tar/pages/0.txt"]  # type: ignore[index]
    assert isinstance(failure, Failure)
    assert failure.message.startswith("a.tar: cannot be unpacked (")


def test_a_page_larger_than_a_page_is_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("stream", "one_page"):
        monkeypatch.setattr(importlib.import_module(f"meetingx.inputs.{module}"), "LARGEST", 2**20)
    (tmp_path / "a.txt").write_bytes(b" " * 2**20 + b"!")
    [failure] = read("a.txt")
    assert isinstance(failure, Failure)
    assert failure.message == "a.txt: is larger than 1 MB, no page: name its kind with --from"


def test_kinds_may_be_forced(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(json_lines([REPORT]) * 2)
    assert len(read("a.txt")) == 1
    assert len(read("a.txt", Asked("jsonl"))) == 2
    (tmp_path / "b").write_text(f"<!-- x --><b>{REPORT}", encoding="utf-8")
    [item] = read("b", Asked("html"))
    assert "<b>" not in json.loads(outcome(item).records[0])["directives"][0]["text"]


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.jsonl", "a.warc"])
def test_encodings_may_be_forced(tmp_path: Path, name: str) -> None:
    if name == "a.warc":
        data = warc([REPORT], packed=False)
    else:
        data = {"a.txt": REPORT, "a.csv": table([REPORT]), "a.jsonl": json_lines([REPORT]).decode()}[name].encode(
            "gb18030"
        )
    (tmp_path / name).write_bytes(data)
    [record] = (json.loads(line) for item in read(name, Asked(encoding="gbk")) for line in outcome(item).records)
    assert record["chair"]["name"] == "李明"


def test_lost_characters_are_counted(tmp_path: Path) -> None:
    data = (REPORT + HARD_BODY).encode()
    (tmp_path / "a.txt").write_bytes(data[:-1] + b"\xff")
    [line] = outcome(read("a.txt")[0]).records
    assert json.loads(line)["warnings"][0] == {
        "code": "characters-lost",
        "message": "2 of the page's characters could not be decoded as utf-8",
    }


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.warc"])
def test_memory_is_constant(tmp_path: Path, name: str, packed: bool) -> None:
    made: dict[str, Callable[[list[str]], bytes]] = {
        "a.jsonl": json_lines,
        "a.csv": lambda texts: table(texts).encode(),
        "a.warc": lambda texts: warc(texts, packed=False, coded=False),
    }
    data = made[name]([REPORT * 20] * 4000)
    (tmp_path / name).write_bytes(gzip.compress(data, 1) if packed else data)
    size = len(data)
    del data
    next(iter(Inputs([name])))
    tracemalloc.start()
    count = sum(not isinstance(item, Failure) for item in Inputs([name]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 4000
    assert peak < max(size / 8, 10**6)


def test_extras_that_are_missing_are_named_with_their_command(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1")
    code = """
import sys
sys.modules["pyarrow"] = sys.modules["warcio"] = sys.modules["zstandard"] = None
from meetingx.inputs import Inputs
for path in ("a.parquet", "a.warc", "a.zst"):
    print(*(one.message for one in Inputs([path])))
"""
    (tmp_path / "a.warc").write_bytes(b"WARC/1.0")
    (tmp_path / "a.zst").write_bytes(b"\x28\xb5\x2f\xfd")
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == [
        "a.parquet: needs pyarrow: pip install 'meetingx[parquet]'",
        "a.warc: needs warcio: pip install 'meetingx[warc]'",
        "a.zst: needs zstandard: pip install 'meetingx[zstd]'",
    ]


def test_the_table_of_kinds_agrees_with_the_options_and_its_modules() -> None:
    assert sorted(OPTION_KINDS) == sorted(NAMES)
    assert set(OPTION_FIELDS) == fields.FIELDS.keys() - {"path"}
    for kind in kinds.KINDS:
        assert callable(importlib.import_module(f"meetingx.inputs.{kind.module}").items)
    suffixes = [suffix for kind in kinds.KINDS for suffix in kind.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_html_of_a_field_need_not_look_like_it() -> None:
    [line] = outcome({"html": f"<!-- x --><span>{REPORT}</span>"}).records
    assert json.loads(line)["chair"]["span"]["start"] == REPORT.index("李明")


def _old_tar(texts: list[str]) -> bytes:
    """An archive without the mark that newer formats have, as `tar --format=v7` writes it."""
    data = bytearray()
    for number, text in enumerate(texts):
        info = tarfile.TarInfo(f"{number}.txt")
        info.size = len(text.encode())
        head = bytearray(info.tobuf(tarfile.USTAR_FORMAT))
        head[148:156], head[257:265] = b" " * 8, bytes(8)
        head[148:156] = b"%06o\0 " % sum(head)
        data += head + text.encode() + bytes(-info.size % tarfile.BLOCKSIZE)
    return bytes(data) + bytes(tarfile.RECORDSIZE)


def test_an_archive_of_the_old_format_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(_old_tar([REPORT, REPORT]))
    assert [one["name"] for one in read("a.tar")] == ["a.tar/0.txt", "a.tar/1.txt"]  # type: ignore[index]
    (tmp_path / "a.tar.gz").write_bytes(gzip.compress(_old_tar([REPORT])))
    assert [one["name"] for one in read("a.tar.gz")] == ["a.tar.gz/0.txt"]  # type: ignore[index]


@pytest.mark.parametrize("data", [b"", REPORT.encode(), b"x" * 20 + _old_tar([REPORT])], ids=["empty", "text", "moved"])
def test_what_is_called_an_archive_and_is_none_is_told(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.tar").write_bytes(data)
    [failure] = read("a.tar")
    assert isinstance(failure, Failure)
    assert failure.message.startswith("a.tar: cannot be unpacked (")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_one_name_are_all_read(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for text in (REPORT, REPORT * 2):
            archive.writestr("a.txt", text)
    found = [(one["name"], len(one["text"])) for one in map(dict, read("a.zip"))]  # type: ignore[arg-type,call-overload]
    assert found == [("a.zip/a.txt", len(REPORT.encode())), ("a.zip/a.txt", 2 * len(REPORT.encode()))]


def test_the_number_of_a_page_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"id,page,content\n1,3,\n2,4,{REPORT}\n", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text('{"id": 1, "page": "3", "content": ""}\n', encoding="utf-8")
    failure, item = read("a.csv")
    for one in (failure, *read("a.jsonl")):
        assert isinstance(one, Failure)
        assert one.message.endswith("its content is empty: give the text or HTML of a report")
    assert isinstance(item, dict)
    assert (item["text"], "html" in item) == (REPORT, False)
    (tmp_path / "a.csv").write_text(f"id,page\n1,<p>{REPORT}\n", encoding="utf-8")
    assert read("a.csv")[0]["html"] == f"<p>{REPORT}"  # type: ignore[index]
    (tmp_path / "a.csv").write_text(f"page,text\n<p>{REPORT},\n", encoding="utf-8")
    assert read("a.csv", Asked(fields={"html": "page"}))[0]["html"] == f"<p>{REPORT}"  # type: ignore[index]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-be"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_table_may_be_in_a_wide_encoding_that_is_told(encoding: str, mark: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(f"{mark}text,id\r\n{REPORT},1\r\n{REPORT}上,2\r\n".encode(encoding))
    found = read("a.csv", Asked(encoding=encoding))
    assert [(one["text"], one["id"]) for one in found] == [(REPORT, "1"), (REPORT + "上", "2")]  # type: ignore[index]
