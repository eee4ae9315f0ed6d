"""Each format, read back with its own tool, holds the same values; the same records give the same bytes."""

from __future__ import annotations

import csv
import datetime
import importlib
import io
import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

import meetingx
from meetingx.cli.writing import FORMATS as OPTION_FORMATS
from meetingx.cli.writing import TABLES as OPTION_TABLES
from meetingx.edtf import days
from meetingx.outputs import FORMATS, Wanted, arrow_tables, into_file, named, schemas
from meetingx.outputs.fields import chosen, parsed
from meetingx.outputs.tables import TABLES, Cell, rows
from meetingx.source import MeetingxError
from meetingx.where import condition, conditions

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
OWN = (
    "3月5日，饶阳县召开安全生产工作会议，县长陆明主持会议。陆明强调，各乡镇要在2024年11月底前完成排查，"
    "投诉量同比下降3%以上；=1+1要加强执法检查。"
)
HARD = '8月8日，县政府召开防汛\x0b工作会议，县长李明主持会议。李明强调，要“加强\t巡查”,"严守"底线。'


def recorded() -> list[str]:
    given = [(path.read_bytes(), {"path": path.name}) for path in SEEDS]
    given += [(OWN.encode(), {"published": "2024-03-06", "url": "http://www.example.org/a?b=1&c=2"})]
    given += [(HARD.encode(), {"id": "=cmd"})]
    return [meeting.model_dump_json() for page, told in given for meeting in meetingx.explain(page, **told).meetings]


RECORDS = recorded()
FIGURES = json.loads(RECORDS[5]) | {
    "tasks": [
        json.loads(RECORDS[5])["tasks"][0]
        | {"text": "艾力·买买提要抓好1-6月PM2.5浓度下降3%", "assignees": ["生态环境保护委员会办公室"]}
    ]
}
WANTED = {
    table: [row for number, one in enumerate(RECORDS, 1) for row in rows(TABLES[table], json.loads(one), number)]
    for table in TABLES
}


def made(tmp_path: Path, format: str, *, append: bool = False, records: list[str] = RECORDS, **wanted: Any) -> Path:
    path = tmp_path / f"out.{format}"
    with into_file(named(format), path, Wanted(**wanted), append=append) as writer:
        for record in records:
            writer.write(record, None)
    return path


def plain(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def test_there_is_something_in_every_column() -> None:
    assert len(RECORDS) == 7
    empty = {
        f"{name}.{column.name}"
        for name, table in TABLES.items()
        for at, column in enumerate(table.columns)
        if all(row[at] is None for row in WANTED[name])
    }
    assert empty <= {"meetings.site", "meetings.township", "meetings.time"}


def test_json_and_json_lines(tmp_path: Path) -> None:
    lines = made(tmp_path, "jsonl").read_text(encoding="utf-8")
    assert lines.splitlines() == RECORDS
    assert json.loads(made(tmp_path, "json").read_text(encoding="utf-8")) == [json.loads(line) for line in RECORDS]
    assert made(tmp_path, "json", records=[]).read_text(encoding="utf-8") == "[]\n"


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(("format", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_csv_and_tsv(tmp_path: Path, table: str, format: str, delimiter: str) -> None:
    data = made(tmp_path, format, table=table).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") == (format == "csv")  # Excel takes it for UTF-8 by that
    head, *found = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter)
    assert tuple(head) == TABLES[table].names
    guard = "'" if format == "csv" else ""
    assert found == [
        [guard * str(cell).startswith(("=", "+", "-", "@")) + plain(cell) for cell in row] for row in WANTED[table]
    ]
    assert format == "tsv" or any("'=cmd" in row for row in found) == (table == "meetings")


@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_a_cell_with_a_lone_cr_is_quoted(tmp_path: Path, format: str) -> None:
    records = [json.dumps({**json.loads(RECORDS[0]), "title": "a\rb"})] * 2
    data = made(tmp_path, format, records=records, fields=("title", "date")).read_bytes()
    assert data.endswith(
        b'"a\rb"' + (b"," if format == "csv" else b"\t") + json.loads(RECORDS[0])["date"].encode() + b"\n"
    )
    assert b"\r\n" not in data


@pytest.mark.parametrize("table", TABLES)
def test_sqlite(tmp_path: Path, table: str) -> None:
    base = sqlite3.connect(made(tmp_path, "sqlite"))
    found = [list(row) for row in base.execute(f"SELECT * FROM {table}")]
    assert found == [
        [one.isoformat() if isinstance(one, datetime.date) else one for one in row] for row in WANTED[table]
    ]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    keys = {row[2] for row in base.execute(f"PRAGMA foreign_key_list({table})")}
    assert keys == {"meetings": set(), "tasks": {"meetings", "directives"}}.get(table, {"meetings"})
    base.close()


SEARCH = "SELECT t.text FROM tasks_fts f JOIN tasks t ON t.rowid = f.rowid WHERE tasks_fts MATCH ?"


@pytest.mark.parametrize(
    "asked",
    ["执法检查", "执法", "检查", "查", "加强执法检查", "要 执法", "要加强执法检查", '"执法检查"', "text:执法"],
)
def test_sqlite_finds_words_of_any_length(tmp_path: Path, asked: str) -> None:
    base = sqlite3.connect(made(tmp_path, "sqlite", records=RECORDS[5:]))
    assert ("=1+1要加强执法检查",) in base.execute(SEARCH, (asked,)).fetchall()
    base.close()


def test_sqlite_finds_words_with_figures_and_names_with_a_point(tmp_path: Path) -> None:
    base = sqlite3.connect(made(tmp_path, "sqlite", records=[json.dumps(FIGURES, ensure_ascii=False)]))
    for asked in ("PM2.5浓度", "pm2.5", "1-6月", "艾力·买买提", "买买提", "生态环境保护委员会办公室", "3%"):
        assert len(base.execute(SEARCH, (f'"{asked}"',)).fetchall()) == 1, asked
    assert base.execute(SEARCH, ("散煤",)).fetchall() == []
    base.close()


def test_sqlite_uses_its_indexes(tmp_path: Path) -> None:
    base = sqlite3.connect(made(tmp_path, "sqlite"))
    plan = base.execute("EXPLAIN QUERY PLAN SELECT * FROM meetings WHERE adcode = '131124'").fetchall()
    assert "meetings_adcode" in plan[0][3]
    base.close()


@pytest.mark.parametrize("asked", ["_search=执法", "_search=加强执法检查", "_search=检查+执法", "_search_text=执法"])
def test_datasette_finds_words(tmp_path: Path, asked: str) -> None:
    path = made(tmp_path, "sqlite", records=RECORDS[5:])
    [row] = json.loads(datasette(path, f"/out/tasks.json?_shape=array&{asked}"))
    assert row["text"] == "=1+1要加强执法检查"


@pytest.mark.parametrize("table", ["meetings", "directives", "tasks"])
def test_datasette_shows_a_search_box(tmp_path: Path, table: str) -> None:
    assert 'name="_search"' in datasette(made(tmp_path, "sqlite"), f"/out/{table}")


def datasette(path: Path, address: str) -> str:
    command = [sys.executable, "-W", "ignore", "-m", "datasette", str(path), "--get", quote(address, safe="/?=&+")]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout


def test_sqlite_of_an_older_version_is_added_to(tmp_path: Path) -> None:
    path = made(tmp_path, "sqlite", records=RECORDS[:3])
    base = sqlite3.connect(path)
    base.executescript("DELETE FROM tasks WHERE record = 2; DROP TABLE tasks_fts;")
    base.execute("CREATE VIRTUAL TABLE tasks_fts USING fts5 (text, content='tasks', tokenize='trigram')")
    base.close()
    made(tmp_path, "sqlite", records=RECORDS[3:], append=True)
    base = sqlite3.connect(path)
    wanted = base.execute("SELECT text FROM tasks WHERE text LIKE '%加强%'").fetchall()
    assert sorted(base.execute(SEARCH, ("加强",)).fetchall()) == sorted(wanted)
    assert len(wanted) > 1
    base.close()


def test_sqlite_is_added_to(tmp_path: Path) -> None:
    path = made(tmp_path, "sqlite", records=RECORDS[:3])
    made(tmp_path, "sqlite", records=RECORDS[3:], append=True)
    base = sqlite3.connect(path)
    assert [list(row) for row in base.execute("SELECT record, id FROM meetings ORDER BY record")] == [
        row[:2] for row in WANTED["meetings"]
    ]
    base.close()


@pytest.mark.parametrize("table", TABLES)
def test_parquet(tmp_path: Path, table: str) -> None:
    parquet = importlib.import_module("pyarrow.parquet")
    found = parquet.read_table(made(tmp_path, "parquet", table=table))
    assert found.schema.equals(arrow_tables.schema(TABLES[table]))
    assert [list(row.values()) for row in found.to_pylist()] == WANTED[table]


def test_parquet_without_records_has_its_schema(tmp_path: Path) -> None:
    parquet = importlib.import_module("pyarrow.parquet")
    found = parquet.read_table(made(tmp_path, "parquet", records=[], table="tasks"))
    assert (found.num_rows, found.schema) == (0, arrow_tables.schema(TABLES["tasks"]))


@pytest.mark.parametrize("table", TABLES)
def test_duckdb(tmp_path: Path, table: str) -> None:
    duckdb = importlib.import_module("duckdb")
    with duckdb.connect(str(made(tmp_path, "duckdb")), read_only=True) as base:
        found = [list(row) for row in base.execute(f"SELECT * FROM {table} ORDER BY record, 2").fetchall()]
        assert found == sorted(WANTED[table], key=lambda row: (row[0], row[1]))
        types = {row[0]: row[1] for row in base.execute(f"DESCRIBE {table}").fetchall()}
    kinds = {"text": "VARCHAR", "integer": "INTEGER", "date": "DATE"}
    assert types == {one.name: kinds[one.type] for one in TABLES[table].columns}


@pytest.mark.parametrize("table", TABLES)
def test_xlsx(tmp_path: Path, table: str) -> None:
    openpyxl = importlib.import_module("openpyxl")
    book = openpyxl.load_workbook(made(tmp_path, "xlsx"))
    assert book.sheetnames == list(TABLES)
    sheet = book[table]
    head, *found = sheet.iter_rows()
    assert tuple(one.value for one in head) == TABLES[table].names
    wanted = [[one.replace("\x0b", "\ufffd") if isinstance(one, str) else one for one in row] for row in WANTED[table]]
    shown = [[one.value.date() if one.is_date else one.value for one in row] for row in found]
    assert shown == wanted
    assert not any(one.data_type == "f" for row in found for one in row)  # =1+1 stays text
    assert sheet.auto_filter.ref == f"A1:{head[-1].column_letter}{len(wanted) + 1}"
    assert sheet.freeze_panes == "A2"


def test_xlsx_cuts_what_no_cell_can_hold(tmp_path: Path) -> None:
    openpyxl = importlib.import_module("openpyxl")
    long = {**json.loads(RECORDS[0]), "name": "会" * 40000}
    book = openpyxl.load_workbook(made(tmp_path, "xlsx", records=[json.dumps(long)], fields=("name",)))
    assert book["meetings"]["A2"].value == "会" * 32766 + "…"


def test_an_address_with_a_line_break_is_quoted_in_a_calendar(tmp_path: Path) -> None:
    import icalendar

    records = [
        json.dumps({**json.loads(RECORDS[0]), "source": {**json.loads(RECORDS[0])["source"], "url": "h://a/\r\nb c"}})
    ]
    calendar = icalendar.Calendar.from_ical(made(tmp_path, "ics", records=records).read_bytes())
    assert calendar.walk("VEVENT")[0]["url"] == "h://a/%0D%0Ab%20c"


def test_a_last_line_that_was_not_ended_is_before_more_is_added(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    for before in ("", RECORDS[0], RECORDS[0] + "\n"):
        path.write_text(before, encoding="utf-8")
        made(tmp_path, "jsonl", append=True, records=RECORDS[1:3])
        assert path.read_text(encoding="utf-8").splitlines() == ([RECORDS[0]] if before else []) + RECORDS[1:3]


def test_ics(tmp_path: Path) -> None:
    icalendar = importlib.import_module("icalendar")
    calendar = icalendar.Calendar.from_ical(made(tmp_path, "ics").read_bytes())
    events = {str(one["uid"]): one for one in calendar.walk("VEVENT")}
    assert len(events) == len(calendar.walk("VEVENT"))
    values = [json.loads(one) for one in RECORDS]
    for value in values:
        covered = days(value["date"])
        event = events.pop(f"{value['id']}@meetingx", None)
        assert (event is None) == (covered is None)
        if event is not None and covered is not None:
            assert event["dtstart"].dt == covered[0]
            assert event["dtend"].dt == covered[1] + datetime.timedelta(days=1)
            assert str(event["summary"]) == value["name"]
    due = [one["deadline"]["date"] for value in values for one in value["tasks"] if (one["deadline"] or {}).get("date")]
    last = [covered[1] for covered in map(days, due) if covered]
    assert sorted(event["dtstart"].dt for event in events.values()) == sorted(last)
    assert any("各乡镇：排查" in str(event["summary"]) for event in events.values())


def told_at(tmp_path: Path, time: str | None, date: str = "2024-03-05") -> Any:
    """The event of a meeting at a time of day, and the calendar it stands in."""
    value = json.loads(RECORDS[5])
    value |= {"time": time, "date": date, "place": {**value["place"], "venue": "县政府三楼会议室"}}
    calendar = importlib.import_module("icalendar").Calendar.from_ical(
        made(tmp_path, "ics", records=[json.dumps(value)]).read_bytes()
    )
    return calendar.walk("VEVENT")[0], calendar


@pytest.mark.parametrize(
    ("time", "hour", "minute"),
    [
        ("下午3时", 15, 0),
        ("上午9:30", 9, 30),
        ("晚上8点", 20, 0),
        ("晚7点半", 19, 30),
        ("19:30", 19, 30),
        ("中午12点", 12, 0),
    ],
)
def test_a_meeting_whose_hour_is_told_begins_then(tmp_path: Path, time: str, hour: int, minute: int) -> None:
    event, calendar = told_at(tmp_path, time)
    begin = event["dtstart"].dt
    assert begin.replace(tzinfo=None) == datetime.datetime(2024, 3, 5, hour, minute)
    assert begin.utcoffset() == datetime.timedelta(hours=8)
    assert event["dtstart"].params["TZID"] == calendar.walk("VTIMEZONE")[0]["tzid"] == "Asia/Shanghai"
    assert "dtend" not in event


@pytest.mark.parametrize(
    ("time", "date"),
    [("上午", "2024-03-05"), (None, "2024-03-05"), ("晚上12点", "2024-03-05"), ("下午3时", "2024-03-05/2024-03-06")],
)
def test_any_other_meeting_takes_its_days(tmp_path: Path, time: str | None, date: str) -> None:
    event, _ = told_at(tmp_path, time, date)
    assert event["dtstart"].dt == datetime.date(2024, 3, 5)
    assert event["dtend"].dt == datetime.date(2024, 3, 7 if "/" in date else 6)


def test_an_event_is_where_the_meeting_was(tmp_path: Path) -> None:
    event, calendar = told_at(tmp_path, "下午3时")
    assert event["location"] == "河北省衡水市饶阳县 县政府三楼会议室"
    assert calendar.walk("VEVENT")[1]["location"] == "河北省衡水市饶阳县"  # of a deadline


@pytest.mark.parametrize("format", [one.name for one in FORMATS if one.name not in {"duckdb", "labelstudio"}])
def test_the_same_records_give_the_same_bytes(tmp_path: Path, format: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = made(tmp_path, format).read_bytes()
    if format == "xlsx":
        import time

        time.sleep(2.1)  # the times in a ZIP archive have two seconds
    assert made(tmp_path, format).read_bytes() == first


def test_the_published_schemas_are_those_of_the_outputs(tmp_path: Path) -> None:
    base, told = sqlite3.connect(made(tmp_path, "sqlite")), sqlite3.connect(":memory:")
    told.executescript(schemas.sql())
    listed = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    assert base.execute(listed).fetchall() == told.execute(listed).fetchall()
    base.close()
    told.close()
    shown = "".join(f"# {name}\n{arrow_tables.schema(table).to_string()}\n" for name, table in TABLES.items())
    assert schemas.arrow() == shown


@pytest.mark.parametrize("format", ["csv", "tsv", "xlsx", "jsonl", "json"])
def test_fields_are_chosen(tmp_path: Path, format: str) -> None:
    fields = parsed("date,place.name,tasks.text")
    path = made(tmp_path, format, fields=fields)
    if format in {"json", "jsonl"}:
        text = path.read_text(encoding="utf-8")
        found = json.loads(text) if format == "json" else [json.loads(line) for line in text.splitlines()]
        assert list(found[0]) == ["date", "place", "tasks"]
        assert found[0]["tasks"] == [{"text": one["text"]} for one in json.loads(RECORDS[0])["tasks"]]
        return
    head, *found = sheet(path)
    assert tuple(head) == fields
    values = [json.loads(one) for one in RECORDS]
    assert [row[0].removesuffix(" 00:00:00") for row in found] == [value["date"] or "" for value in values]
    assert [row[2] for row in found] == ["；".join(one["text"] for one in value["tasks"]) for value in values]


@pytest.mark.parametrize("format", ["csv", "tsv", "xlsx"])
def test_the_nth_of_each_cell_belong_together(tmp_path: Path, format: str) -> None:
    tasks = [
        {"text": text, "assignees": assignees, "deadline": deadline and {"text": deadline, "date": deadline}}
        for text, assignees, deadline in (("甲", ["A", "B"], None), ("乙", [], "2024-11"), ("丙", ["C"], None))
    ]
    record = json.dumps({**json.loads(RECORDS[5]), "tasks": tasks})
    fields = ("tasks.text", "tasks.assignees", "tasks.deadline.date", "tasks.deadline")
    path = made(tmp_path, format, records=[record, RECORDS[6]], fields=fields)
    [_, row, other] = sheet(path)
    assert row[:3] == ["甲；乙；丙", "A、B；；C", "；2024-11；"]
    assert row[3] == '；{"text": "2024-11", "date": "2024-11"}；'
    assert other[2:] == ["", ""]  # nothing told is an empty cell, no row of semicolons


def sheet(path: Path) -> list[list[str]]:
    """The rows of a csv, tsv or xlsx file, the head first."""
    if path.suffix == ".xlsx":
        [found] = importlib.import_module("openpyxl").load_workbook(path).worksheets
        return [[plain(one) for one in row] for row in found.iter_rows(values_only=True)]
    data = io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")
    return list(csv.reader(data, delimiter="," if path.suffix == ".csv" else "\t"))


COLUMNS = ("text", "assignees", "deadline_day", "record")
PICKED = [[plain(row[TABLES["tasks"].names.index(one)]) for one in COLUMNS] for row in WANTED["tasks"]]


@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_columns_of_a_table_are_chosen(tmp_path: Path, format: str) -> None:
    head, *found = sheet(made(tmp_path, format, table="tasks", columns=COLUMNS))
    assert tuple(head) == COLUMNS
    assert [[one.lstrip("'") for one in row] for row in found] == PICKED


def test_columns_of_a_sheet_are_chosen(tmp_path: Path) -> None:
    path = made(tmp_path, "xlsx", table="tasks", columns=COLUMNS)
    head, *found = sheet(path)
    assert tuple(head) == COLUMNS
    assert [[one.removesuffix(" 00:00:00") for one in row] for row in found] == PICKED
    book = importlib.import_module("openpyxl").load_workbook(path)
    assert (book.sheetnames, book["tasks"].auto_filter.ref) == (["tasks"], f"A1:D{len(PICKED) + 1}")


def test_columns_of_parquet_are_chosen(tmp_path: Path) -> None:
    found = importlib.import_module("pyarrow.parquet").read_table(
        made(tmp_path, "parquet", table="tasks", columns=COLUMNS)
    )
    assert tuple(found.column_names) == COLUMNS
    assert [[plain(one) for one in row.values()] for row in found.to_pylist()] == PICKED


def test_chosen_fields_of_a_sheet_that_are_days_are_dates(tmp_path: Path) -> None:
    undated = {**json.loads(RECORDS[5]), "date": "2024-03", "published": "XXXX-03-05"}
    records, fields = [RECORDS[5], json.dumps(undated)], ("date", "published", "tasks.deadline.date")
    path = made(tmp_path, "xlsx", records=records, fields=fields)
    _, dated, other = importlib.import_module("openpyxl").load_workbook(path)["meetings"].iter_rows()
    assert [one.value.date() for one in dated[:2]] == [datetime.date(2024, 3, 5), datetime.date(2024, 3, 6)]
    assert dated[0].number_format == "yyyy-mm-dd"
    assert [one.value for one in other] == ["2024-03", "XXXX-03-05", "2024-11-30；"]


def test_a_field_of_nothing_is_nothing() -> None:
    record = json.dumps({**json.loads(RECORDS[0]), "place": None})
    assert chosen(record, ("place.name", "evidence")) == json.dumps(
        {"place": None, "evidence": json.loads(record)["evidence"]}, separators=(",", ":")
    )
    with pytest.raises(MeetingxError, match=r"name\.first: no record has that: name has no fields"):
        parsed("name.first")


CONDITIONS = {
    "place.adcode>=130000": True,
    "place.adcode<130000": False,
    "date=2024": True,
    "date=2024-03": True,
    "date=2024-03-05": True,
    "date>=2024-03-05": True,
    "date>2024-03-05": False,
    "date<2024-04": True,
    "date<=2024-03-05": True,
    "date<2024-03-05": False,
    "date!=2023": True,
    "date ^= 2024": True,
    "published>=2024-03-06": True,
    "tasks.deadline.date=2024-11": True,
    "place.adcode^=1311": True,
    "place.adcode=1311": False,
    "chair.name=陆明": True,
    "chair.name!=陆明": False,
    "chair.name~明": True,
    "attendees.name=陆明": True,
    "kind=工作会": True,
    "tasks": True,
    "!tasks": False,
    "mode": False,
    "!mode": True,
    "tasks.targets.value<=-3": True,
    "tasks.targets.value<-3": False,
    "evidence": True,
    "place=饶阳县": True,
    "place!=饶阳县": False,
    "chair=陆明": True,
    "chair~张": False,
    "attendees=陆明": True,
    "published!=2023": True,
}


@pytest.mark.parametrize("told", CONDITIONS)
def test_conditions(told: str) -> None:
    assert condition(told)(json.loads(RECORDS[5])) is CONDITIONS[told]


def test_a_date_without_a_year_meets_no_condition() -> None:
    undated = {**json.loads(RECORDS[5]), "date": "XXXX-03-05"}
    assert not any(condition(f"date{how}2024")(undated) for how in ("=", "!=", "<", ">", "<=", ">="))
    assert not any(condition(f"published{how}2024")({"published": None}) for how in ("=", "!=", "<", ">"))


def test_one_known_date_of_several_is_enough_to_be_another() -> None:
    record = {"tasks": [{"deadline": {"date": date}} for date in ("XXXX-09-28", "2024-11")] + [{"deadline": None}]}
    assert condition("tasks.deadline.date!=2023")(record)
    assert not condition("tasks.deadline.date!=2024")(record)


@pytest.mark.parametrize(
    ("told", "remedy"),
    [
        ("tasks>1", "tasks is no word, number or date: compare one of its fields (tasks.text, "),
        ("tasks=0", "tasks is no word, number or date: compare one of its fields (tasks.text, "),
        (
            "tasks.deadline<2024",
            r"tasks.deadline is no word, number or date: compare one of its fields (tasks.deadline.",
        ),
        ("source~gov", "or ask for source or !source alone"),
        ("evidence=1", "evidence is no word, number or date: ask for evidence or !evidence alone"),
    ],
)
def test_what_has_fields_is_not_compared(told: str, remedy: str) -> None:
    with pytest.raises(MeetingxError, match=re.escape(remedy)):
        condition(told)


def test_what_is_asked_of_attendees_is_asked_of_their_rows() -> None:
    _, of_row = conditions(["attendees=陆明"], "attendees")
    assert of_row is not None
    assert [of_row({"attendees": [{"name": name}]}) for name in ("陆明", "祁雪", None)] == [True, False, False]


def test_nothing_is_left_where_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("before", encoding="utf-8")
    with pytest.raises(KeyError), into_file(named("jsonl"), tmp_path / "out.jsonl", Wanted()) as writer:
        writer.write(RECORDS[0], None)
        raise KeyError
    assert [(one.name, one.read_text(encoding="utf-8")) for one in tmp_path.iterdir()] == [("out.jsonl", "before")]


def test_the_table_of_formats_agrees_with_the_options_and_its_modules() -> None:
    assert tuple(format.name for format in FORMATS) == OPTION_FORMATS
    assert tuple(TABLES) == OPTION_TABLES
    suffixes = [suffix for format in FORMATS for suffix in format.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_a_missing_extra_is_named_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OWN, encoding="utf-8")
    for extra, module in {"xlsx": "openpyxl", "duckdb": "duckdb", "parquet": "pyarrow", "ics": "icalendar"}.items():
        code = f"import sys; sys.modules['{module}'] = None; from meetingx.cli import main; "
        command = [sys.executable, "-c", f"{code}main(['extract', 'a.txt', '-o', 'a.{extra}'])"]
        ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60)
        assert (ran.returncode, ran.stderr) == (
            1,
            f"meetingx: {extra}: needs {module}: pip install 'meetingx[{extra}]'\n",
        )
        assert sorted(one.name for one in tmp_path.iterdir()) == ["a.txt"]


@pytest.mark.parametrize("told", ["kind>=5", "name<3", "source.id>7", "place.adcode>=abc"])
def test_an_order_that_can_never_hold_is_no_condition(told: str) -> None:
    with pytest.raises(MeetingxError, match="only dates and numbers have an order"):
        condition(told)
