"""The same pages in every container that meetingx reads: name of the container → files written."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import documents

Write = Callable[[Path, Sequence[str]], str]


def html(text: str, charset: str = "utf-8") -> str:
    lines = "".join(f"<p>{line}</p>\n" for line in text.split("\n"))
    return f'<!DOCTYPE html>\n<html><head><meta charset="{charset}"></head>\n<body>{lines}</body></html>'


def _files(folder: Path, texts: Sequence[str], suffix: str, made: Callable[[str], bytes]) -> str:
    folder = folder / "pages"
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number}{suffix}").write_bytes(made(text))
    return "pages"


def _written(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return name


def json_lines(texts: Sequence[str], key: str = "text") -> bytes:
    return "".join(json.dumps({key: text}, ensure_ascii=False) + "\n" for text in texts).encode()


def table(texts: Sequence[str], delimiter: str = ",", head: str = "text") -> str:
    out = io.StringIO()
    rows = csv.writer(out, delimiter=delimiter)
    rows.writerows([["n", head], *([number, text] for number, text in enumerate(texts))])
    return out.getvalue()


def _record(number: int, kind: str, content_type: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:036}>\r\n"
        f"WARC-Target-URI: http://www.example.org/{number}\r\nWARC-Date: 2022-01-01T00:00:00Z\r\n"
        f"Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def response(number: int, body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    http = "\r\n".join((f"HTTP/1.1 {status}", *headers, "", "")).encode()
    return _record(number, "response", "application/http; msgtype=response", http + body)


def warc(texts: Sequence[str], *, packed: bool = True, coded: bool = True) -> bytes:
    """A crawl with a picture and a redirect before the pages, which are in GBK though they say UTF-8."""
    records = [
        _record(97, "warcinfo", "application/warc-fields", b"software: test\r\n"),
        response(98, b"\x89PNG\r\n", "Content-Type: image/png"),
        response(99, b"<html>moved</html>", "Content-Type: text/html", status="301 Moved"),
    ]
    for number, text in enumerate(texts):
        body = html(text, "utf-8").encode("gb18030")
        headers = ["Content-Type: text/html; charset=GBK"]
        if coded and number % 2:
            body = b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n"
            headers.append("Transfer-Encoding: chunked")
        elif coded:
            body = gzip.compress(body)
            headers.append("Content-Encoding: gzip")
        records.append(response(number, body, *headers))
    return b"".join(map(gzip.compress, records) if packed else records)


def wet(texts: Sequence[str]) -> bytes:
    return b"".join(_record(number, "conversion", "text/plain", text.encode()) for number, text in enumerate(texts))


def _zip(folder: Path, texts: Sequence[str]) -> str:
    with zipfile.ZipFile(folder / "pages.zip", "w") as archive:
        archive.writestr("notes.png", b"\x89PNG")
        archive.writestr("__MACOSX/._0.txt", b"\x00")
        for number, text in enumerate(texts):
            archive.writestr(f"网页/{number}.txt", text.encode("gb18030"))
    return "pages.zip"


def _tar(folder: Path, texts: Sequence[str], mode: str, name: str) -> str:
    with tarfile.open(folder / name, mode) as archive:
        for number, text in enumerate(texts):
            data = text.encode()
            info = tarfile.TarInfo(f"./pages/{number}.txt")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return name


def _zst(data: bytes) -> bytes:
    import zstandard

    half = len(data) // 2
    return b"".join(zstandard.ZstdCompressor().compress(part) for part in (data[:half], data[half:]))


def _parquet(folder: Path, texts: Sequence[str]) -> str:
    import pyarrow
    import pyarrow.parquet

    pyarrow.parquet.write_table(
        pyarrow.table({"body": list(texts), "n": list(range(len(texts)))}), folder / "p.parquet"
    )
    return "p.parquet"


def _docx(text: str) -> bytes:
    return documents.docx("".join(map(documents.paragraph, text.split("\n"))))


CONTAINERS: dict[str, Write] = {
    "txt": lambda at, texts: _files(at, texts, ".txt", str.encode),
    "txt-gb18030": lambda at, texts: _files(at, texts, ".txt", lambda text: text.encode("gb18030")),
    "txt-bom": lambda at, texts: _files(at, texts, ".txt", lambda text: text.encode("utf-8-sig")),
    "txt-utf16": lambda at, texts: _files(at, texts, ".txt", lambda text: text.encode("utf-16")),
    "txt.gz": lambda at, texts: _files(at, texts, ".txt.gz", lambda text: gzip.compress(text.encode())),
    "txt.bz2": lambda at, texts: _files(at, texts, ".txt.bz2", lambda text: bz2.compress(text.encode())),
    "txt.xz": lambda at, texts: _files(at, texts, ".txt.xz", lambda text: lzma.compress(text.encode())),
    "txt.zst": lambda at, texts: _files(at, texts, ".txt.zst", lambda text: _zst(text.encode())),
    "html": lambda at, texts: _files(at, texts, ".html", lambda text: html(text).encode()),
    "html-wrongly-declared": lambda at, texts: _files(at, texts, ".htm", lambda text: html(text).encode("gb18030")),
    "html-utf8-called-gbk": lambda at, texts: _files(at, texts, ".htm", lambda text: html(text, "gb2312").encode()),
    "jsonl": lambda at, texts: _written(at, "p.jsonl", json_lines(texts)),
    "jsonl-html": lambda at, texts: _written(at, "p.jsonl", json_lines([html(text) for text in texts], "html")),
    "jsonl-utf16": lambda at, texts: _written(at, "p.jsonl", json_lines(texts).decode().encode("utf-16")),
    "jsonl.gz": lambda at, texts: _written(at, "p.jsonl.gz", gzip.compress(json_lines(texts))),
    "jsonl.zst": lambda at, texts: _written(at, "p.jsonl.zst", _zst(json_lines(texts))),
    "jsonl-unnamed": lambda at, texts: _written(at, "dump", bz2.compress(json_lines(texts))),
    "json": lambda at, texts: _written(at, "p.json", json.dumps([{"text": text} for text in texts]).encode()),
    "csv": lambda at, texts: _written(at, "p.csv", table(texts).encode("utf-8-sig")),
    "csv-gbk-semicolons": lambda at, texts: _written(at, "p.csv", table(texts, ";", "正文").encode("gb18030")),
    "csv.xz": lambda at, texts: _written(at, "p.csv.xz", lzma.compress(table(texts).encode())),
    "csv-unnamed": lambda at, texts: _written(at, "p.data", table(texts).encode()),
    "tsv": lambda at, texts: _written(at, "p.tsv", table(texts, "\t").encode()),
    "parquet": _parquet,
    "docx": lambda at, texts: _files(at, texts, ".docx", _docx),
    "warc.gz": lambda at, texts: _written(at, "crawl.warc.gz", warc(texts)),
    "warc": lambda at, texts: _written(at, "crawl.warc", warc(texts, packed=False)),
    "wet": lambda at, texts: _written(at, "crawl.wet", wet(texts)),
    "zip": _zip,
    "tar": lambda at, texts: _tar(at, texts, "w", "pages.tar"),
    "tar.gz": lambda at, texts: _tar(at, texts, "w:gz", "pages.tar.gz"),
    "tgz": lambda at, texts: _tar(at, texts, "w:gz", "pages.tgz"),
}
