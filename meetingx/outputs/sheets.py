"""xlsx: a sheet for each table, or one of chosen fields, with filters and real dates."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from meetingx.edtf import days
from meetingx.extras import load
from meetingx.outputs.fields import DATES
from meetingx.outputs.fields import cell as of_field
from meetingx.outputs.tables import TABLES, Cell, Table, narrowed, rows
from meetingx.outputs.writer import Wanted, Writer
from meetingx.source import MeetingxError

MOST_ROWS = 1_048_576
MOST_CHARS = 32_767
CUT = "…"
"""What a cell ends with whose text is longer than a cell of Excel can be."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
WIDTHS = {"integer": 8.0, "date": 12.0, "text": 16.0}
WIDE = {"text": 60.0, "name": 28.0, "title": 40.0, "meeting": 28.0, "assignees": 24.0, "object": 28.0}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
EPOCH = datetime(1980, 1, 1)
TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


class _Sheets:
    def __init__(self, path: Path, wanted: Wanted) -> None:
        self._openpyxl = load("openpyxl", extra="xlsx", name="xlsx")
        self._path = path
        self._wanted = wanted
        self._book = self._openpyxl.Workbook(write_only=True)
        self._count = 0
        self._sheets: dict[str, Any] = {}
        self._filled: dict[str, int] = {}
        self._widths: dict[str, int] = {}
        self._tables = _tables(wanted)
        if wanted.fields:
            self._open("meetings", [(field, WIDE.get(field.rsplit(".", 1)[-1], 16.0)) for field in wanted.fields])
        for table in self._tables:
            self._open(table.name, [(one.name, WIDE.get(one.name, WIDTHS[one.type])) for one in table.columns])

    def _open(self, name: str, columns: list[tuple[str, float]]) -> None:
        """A sheet whose first row stays in sight."""
        sheet = self._book.create_sheet(name)
        letter = load("openpyxl.utils", extra="xlsx", name="xlsx").get_column_letter
        for at, (_, width) in enumerate(columns, 1):
            sheet.column_dimensions[letter(at)].width = width
        sheet.freeze_panes = "A2"
        self._sheets[name], self._filled[name] = sheet, 0
        self._widths[name] = len(columns)
        self._append(name, [column for column, _ in columns], bold=True)

    def write(self, record: str, page: str | None = None) -> None:
        self._count += 1
        value = json.loads(record)
        if self._wanted.fields:
            self._append("meetings", [_real(value, field) for field in self._wanted.fields])
        for table in self._tables:
            for row in rows(table, value, self._count, self._wanted.kept):
                self._append(table.name, row)

    def _append(self, name: str, row: list[Any], *, bold: bool = False) -> None:
        self._filled[name] += 1
        if self._filled[name] > MOST_ROWS:
            raise MeetingxError(f"xlsx: a sheet has {MOST_ROWS} rows at most, {name} has more: write sqlite or parquet")
        self._sheets[name].append([self._cell(self._sheets[name], one, bold) for one in row])

    def _cell(self, sheet: Any, value: Cell, bold: bool) -> Any:
        """A cell; text stays text, even where it begins like a formula."""
        if isinstance(value, str):
            value = FORBIDDEN.sub("\ufffd", value)
            value = value if len(value) <= MOST_CHARS else value[: MOST_CHARS - 1] + CUT
        made = self._openpyxl.cell.WriteOnlyCell(sheet, value=value)
        if isinstance(value, str):
            made.data_type = "s"
        elif isinstance(value, date):
            made.number_format = "yyyy-mm-dd"
        if bold:
            made.font = self._openpyxl.styles.Font(bold=True)
        return made

    def close(self) -> None:
        letter = load("openpyxl.utils", extra="xlsx", name="xlsx").get_column_letter
        for name, sheet in self._sheets.items():
            sheet.auto_filter.ref = f"A1:{letter(self._widths[name])}{self._filled[name]}"
        self._book.save(self._path)
        _without_time(self._path)


def _tables(wanted: Wanted) -> tuple[Table, ...]:
    """The tables that have a sheet: the one that was asked for, else all; none where fields were chosen."""
    if wanted.fields:
        return ()
    return (narrowed(wanted.table, wanted.columns),) if wanted.table else tuple(TABLES.values())


def _real(record: Mapping[str, Any], field: str) -> Cell:
    """The value of a field in one cell; a day is a real date."""
    value = of_field(record, field)
    covered = days(value) if field in DATES and value is not None and DAY.fullmatch(value) else None
    return covered[0] if covered else value


def _without_time(path: Path) -> None:
    """Takes the time of writing out of a file, so that the same records give the same bytes."""
    made = path.with_name(f"{path.name}.timeless")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            plain = zipfile.ZipInfo(info.filename, EPOCH.timetuple()[:6])
            plain.compress_type = zipfile.ZIP_DEFLATED
            with old.open(info) as source, new.open(plain, "w", force_zip64=info.file_size > 2**31) as target:
                while block := source.read(2**20):
                    if info.filename == "docProps/core.xml":
                        block = TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", block)
                    target.write(block)
    made.replace(path)


def book(path: Path, wanted: Wanted) -> Writer:
    """Writes a workbook."""
    return _Sheets(path, wanted)
