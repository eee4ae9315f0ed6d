"""html: one file to look at and to send, with the meetings, their pages and every value where it was read.

The file has all it needs and loads nothing: its policy lets only its own script run. Records and pages stand in it
as data, with every < written so that no page can end it, and the script sets them as text.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from importlib.resources import files
from typing import IO

from meetingx.outputs.writer import Wanted, Writer

HEAD = """<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '{hash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>meetingx</title>
<style>
{css}</style>
</head>
<body>
<header><h1 id="title"></h1><button id="show-meetings"></button><button id="show-tasks"></button>
<input id="search" type="search"><select id="kind"></select><input id="from" type="date"><input id="to" type="date">
<button id="with-tasks"></button></header>
<div id="charts"><div id="timeline"></div><div id="places"></div></div>
<main><ul id="list"></ul><section id="detail"></section><section id="tasks" hidden></section></main>
"""
ESCAPES = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def _part(name: str) -> str:
    return files("meetingx.outputs").joinpath(name).read_text("utf-8")


class _Viewer:
    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._script = "\n" + _part("page.js")
        digest = b64encode(hashlib.sha256(self._script.encode()).digest()).decode()
        file.write(HEAD.replace("{hash}", f"sha256-{digest}").replace("{css}", _part("page.css")))

    def write(self, record: str, page: str | None = None) -> None:
        shown = None if page is None else json.dumps(page, ensure_ascii=False)
        data = f'{{"meeting":{record},"page":{shown or "null"}}}'.translate(ESCAPES)
        self._file.write(f'<script type="application/json" class="meeting">{data}</script>\n')

    def close(self) -> None:
        self._file.write(f"<script>{self._script}</script>\n</body>\n</html>\n")


def viewer(file: IO[str], wanted: Wanted) -> Writer:
    """Writes the file; a record whose page is not given is shown without it."""
    return _Viewer(file)
