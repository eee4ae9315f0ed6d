"""PDF and Word documents made by hand, as the programs of editors write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

ENCODINGS = {"UniGB-UTF16-H": "utf-16-be", "UniGB-UCS2-H": "utf-16-be", "GBK-EUC-H": "gbk", "Identity-H": ""}
LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"00" * 32 + b"> /U <" + b"00" * 32 + b"> >>"


def pdf(
    pages: Sequence[Sequence[str]],
    encoding: str = "UniGB-UTF16-H",
    *,
    told: bool = True,
    justified: int = 0,
    tail: bytes = b"",
) -> bytes:
    """A document with lines of 12 points on pages that are wide enough; `told`: Identity-H says what its glyphs are.

    Lines of nearly as many characters as `justified` are set as wide as that.
    """
    glyphs = {char: at for at, char in enumerate(sorted({*"".join("".join(page) for page in pages)}), 1)}

    def shown(line: str) -> str:
        coded = ENCODINGS[encoding]
        return line.encode(coded).hex() if coded else "".join(f"{glyphs[char]:04x}" for char in line)

    def set_(line: str) -> str:
        scale = 100 * justified / len(line) if justified and len(line) > 0.8 * justified else 100
        return f"{scale} Tz <{shown(line)}> Tj T*\n"

    ordering = "Identity" if encoding == "Identity-H" else "GB1"
    rows = "".join(f"<{at:04x}> <{char.encode('utf-16-be').hex()}>\n" for char, at in glyphs.items())
    table = f"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange {len(glyphs)} beginbfchar\n{rows}"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 4 0 R /CIDSystemInfo "
        f"<< /Registry (Adobe) /Ordering ({ordering}) /Supplement 2 >> >>",
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
        f"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /{encoding} /DescendantFonts [3 0 R] "
        f"{'/ToUnicode 6 0 R' if told and encoding == 'Identity-H' else ''} >>",
        _stream(f"{table}endbfchar endcmap"),
    ]
    kids = []
    for page in pages:
        objects.append(_stream("BT /F 12 Tf 72 9000 Td 20 TL\n" + "".join(map(set_, page)) + "ET"))
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 14000 9100] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F 5 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    return _file([one.encode() for one in objects], tail)


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"


def _file(objects: list[bytes], tail: bytes) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for at, one in enumerate(objects, 1):
        places.append(b"%010d 00000 n \n" % len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (at, one)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(places)
    head = b"/Size %d /Root 1 0 R /ID [<00> <00>] " % (len(objects) + 1)
    return out + table + b"trailer << " + head + tail + b" >>\nstartxref\n%d\n%%%%EOF\n" % len(out)


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(rows: Sequence[Sequence[str]]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def docx(body: str, *, first: str = "[Content_Types].xml") -> bytes:
    """A document with that body, its parts in an order that begins with `first`."""
    office = "http://schemas.openxmlformats.org"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types">'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument/2006/relationships/officeDocument" '
        f'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{office}/wordprocessingml/2006/main"><w:body>{body}</w:body>'
        "</w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: name != first):
            archive.writestr(name, parts[name])
    return out.getvalue()
