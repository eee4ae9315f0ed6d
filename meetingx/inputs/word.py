"""Word's .docx: its paragraphs and tables as HTML, which is then read like any other page.

mammoth has what stands in insertions, content controls and text boxes, which python-docx 1.2 leaves out of a
paragraph's text, and leaves out what was deleted.
"""

from __future__ import annotations

import io
import zipfile
from xml.parsers.expat import ExpatError

from meetingx.extras import load
from meetingx.inputs.kinds import Pages
from meetingx.inputs.one_page import given
from meetingx.inputs.stream import LARGEST, Asked, Stream

BODY = "word/document.xml"
"""The part that makes an archive a Word document."""


def items(stream: Stream, asked: Asked) -> Pages:
    """The text of a document as one page; a Failure for one without text, and for what is no document."""
    mammoth = load("mammoth", extra="docx", name=stream.name)
    data = stream.whole()
    if data is None or _unpacked(data) > LARGEST:
        yield stream.failure(f"is larger than {LARGEST // 2**20} MB, no page: take it apart")
        return
    try:
        html = mammoth.convert_to_html(io.BytesIO(data), convert_image=lambda image: []).value
    except (zipfile.BadZipFile, ExpatError, OSError, KeyError) as error:  # OSError: has no part with text
        remedy = "save it as .docx, without a password"
        yield stream.failure(f"is no .docx, or damaged ({str(error) or type(error).__name__}): {remedy}")
        return
    if not html:
        yield stream.failure("has no text, only pictures perhaps: read those with OCR first")
        return
    yield given({"html": f"<body>{html}</body>", "name": stream.name}, stream, asked)


def _unpacked(data: bytes) -> int:
    """How many bytes a document has unpacked; 0 for what is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(info.file_size for info in archive.infolist() if info.filename.endswith(".xml"))
    except zipfile.BadZipFile:
        return 0
