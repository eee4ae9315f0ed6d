"""The commands that look at one page: show, clean, explain, rules."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

import meetingx
from meetingx.account import accounts, unread
from meetingx.catalogue import all_rules, rules_for
from meetingx.cli import cli
from meetingx.cli.output import colour
from meetingx.cli.sections import Mark, marked, marks, sections
from meetingx.cli.view import page, record
from meetingx.cli.width import width
from meetingx.outputs.json_text import pretty
from meetingx.rules import Rule

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
REPORT = (
    "首頁 > 要聞\n縣政府召開防汛工作會議\n連日來雨水偏多,河道水位上漲,天色陰沉。\n"
    "8月8日,縣政府召開防汛工作會議(yì),縣長李明主持會議。"
    "副縣長王芳、縣水利局局長趙海參加會議。李明强調,各鄉鎮要在8月底前完成排查。\n版權所有:某縣人民政府\n"
)

Invoke = Callable[..., Result]


@pytest.fixture
def invoke(tmp_path: Path) -> Invoke:
    path = tmp_path / "a.txt"
    path.write_text(REPORT, encoding="utf-8")

    def invoked(*args: str, lang: str = "en") -> Result:
        done = CliRunner(env={"MEETINGX_LANG": lang}).invoke(cli, [str(path) if arg == "FILE" else arg for arg in args])
        assert done.exit_code == 0, done.output
        return done

    return invoked


def drawn(trace: meetingx.Trace, columns: int, *, coloured: bool) -> str:
    console = Console(file=StringIO(), width=columns, force_terminal=coloured, no_color=not coloured, highlight=False)
    with console.capture() as capture:
        for meeting in trace.meetings:
            console.print(record(meeting, columns))
        console.print(page(trace, columns, coloured=coloured))
    return capture.get()


def test_clean_prints_the_report_without_its_noise(invoke: Invoke) -> None:
    shown = invoke("clean", "FILE").output
    assert "8月8日，县政府召开防汛工作会议，县长李明主持会议。" in shown
    assert "首页" not in shown
    assert "版权" not in shown


def test_clean_raw_is_the_base_of_all_spans(invoke: Invoke) -> None:
    raw = invoke("clean", "FILE", "--raw").output
    assert raw == REPORT
    [meeting] = meetingx.extract(REPORT)
    assert meeting.chair is not None
    assert raw[meeting.chair.span.start : meeting.chair.span.end] == "李明"


def test_clean_dropped_tells_what_and_why(invoke: Invoke) -> None:
    rows = invoke("clean", "FILE", "--dropped").output.splitlines()
    assert rows[0] == "# left out"
    assert "0-7         navigation     首頁 > 要聞" in rows
    assert any(re.fullmatch(r"\d+-\d+ +footer +版權所有:某縣人民政府", row) for row in rows)
    assert any(re.fullmatch(r"\d+-\d+ +pinyin +\(yì\) →", row) for row in rows)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_clean_and_dropped_together_are_the_whole_page(seed: Path) -> None:
    trace = meetingx.explain(seed.read_bytes())
    parts = (*trace.page.headlines, *trace.page.header, *trace.page.paragraphs, *trace.page.byline)
    kept = "".join(part.chars for part in parts)
    kept += "原标题："  # the mark before a headline
    left_out = "".join(one.span.of(trace.source.page) for one in trace.page.furniture)
    whole = set(re.findall("[\u4e00-\u9fff]", trace.cleaned.text.chars))
    assert whole <= set(kept) | set(meetingx.clean(left_out or "无").text.chars)


def test_explain_names_the_rule_and_the_words(invoke: Invoke) -> None:
    shown = invoke("explain", "FILE").output
    assert re.search(r"chair +李明，县长\n +\d+-\d+ chair/presides person/post-name  “縣長李明”", shown)
    assert "year-unknown: " in shown
    assert re.search(
        r"Sentences that gave no value\n(?:.*\n)*  \d+-\d+ 连日来雨水偏多，河道水位上涨，天色阴沉。", shown
    )


def test_explain_says_why_a_page_reports_no_meeting(invoke: Invoke, tmp_path: Path) -> None:
    notice = tmp_path / "notice.txt"
    notice.write_text("8月8日上午，县政府召开防汛工作会议，请各单位准时参会。", encoding="utf-8")
    shown = invoke("explain", str(notice)).output
    assert "+3 a meeting is said to have been held" in shown
    assert "-5 people are called to a meeting to come" in shown


def test_explain_of_one_field_tells_of_no_other(invoke: Invoke) -> None:
    shown = invoke("explain", "FILE", "--field", "chair").output
    assert re.findall(r"(?m)^  (\w+)", shown) == ["chair"]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_an_account_covers_every_value_of_the_record(seed: Path) -> None:
    trace = meetingx.explain(seed.read_bytes())
    for account, meeting in zip(accounts(trace), trace.meetings, strict=True):
        counts = {
            field: sum(one.field == field for one in account.values) for field in ("attendees", "directives", "tasks")
        }
        assert counts == {
            "attendees": len(meeting.attendees),
            "directives": len(meeting.directives),
            "tasks": len(meeting.tasks),
        }
        single = {"name", "organizer", "mode", "date", "place", "chair"}
        given = {field for field in single if getattr(meeting, field) is not None}
        assert given <= {one.field for one in account.values}
        assert all(one.rules for one in account.values)
    read = [span for account in accounts(trace) for one in account.values for span in one.spans]
    assert not [
        one for one in unread(trace) for span in read if one.span.start < span.end and span.start < one.span.end
    ]


def test_rules_are_found_once_each() -> None:
    rules = all_rules()
    assert len(rules) > 20
    assert all(isinstance(rule, Rule) and rule.yes and rule.no for rule in rules)
    assert len({rule.name for rule in rules}) == len(rules)


def test_rules_prints_examples(invoke: Invoke) -> None:
    shown = invoke("rules", "chair").output
    assert "chair/presides\n  + 〔主持〕会议并讲话 → chair\n" in shown
    assert "\n  - 主持日常工作\n" in shown
    assert "\n  = " in invoke("rules", "chair/presides", "--patterns").output
    assert invoke("rules").output.count("\n  + ") >= len(all_rules())
    assert {rule.name.split("/")[0] for rule in rules_for("tasks")} == {"column", "demand", "deadline", "target"}


def test_schema_is_printed(invoke: Invoke) -> None:
    assert json.loads(invoke("schema").output)["title"] == "Meeting"


def test_show_in_a_pipe_has_each_value_on_a_line(invoke: Invoke) -> None:
    shown = invoke("show", "FILE").output
    assert "chair\t李明  县长\n" in shown
    assert "王芳\t副县长\tattendee\n" in shown
    assert "〔attendees 縣長〔chair 李明〕〕主持會議" in shown
    assert "主持人\t李明  县长\n" in invoke("show", "FILE", lang="zh").output


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
@pytest.mark.parametrize("coloured", [True, False])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_show_fits_its_window_and_loses_nothing(seed: Path, columns: int, coloured: bool) -> None:
    trace = meetingx.explain(seed.read_bytes())
    plain = re.sub(r"\x1b\[[0-9;]*m", "", drawn(trace, columns, coloured=coloured))
    assert max(map(width, plain.splitlines())) <= columns
    squeezed = re.sub(r"[\s│─╭╮╰╯•]", "", plain)
    for meeting in trace.meetings:
        words = [meeting.date, *(one.name for one in meeting.attendees)]
        assert all(re.sub(r"\s", "", word) in squeezed for word in words if word)
        tail = trace.source.page.rstrip()[-6:]
        assert re.sub(r"\s", "", tail) in squeezed


def test_show_highlights_each_value_where_it_was_read() -> None:
    shown = drawn(meetingx.explain(REPORT), 100, coloured=True)
    assert "\x1b[1;30;43m李明\x1b[0m" in shown or re.search(r"\x1b\[[0-9;]*43m李明\x1b", shown)
    assert "〔chair" not in shown
    assert "〔chair李明〕" in re.sub(r"\s", "", drawn(meetingx.explain(REPORT), 100, coloured=False))


def test_show_lets_no_control_character_through() -> None:
    trace = meetingx.explain(REPORT.replace("天色", "\x1b]0;x\x07\x9b2J天色"))
    for coloured in (True, False):
        assert not re.search(r"\x1b(?!\[[0-9;]*m)|\x07|\x9b", drawn(trace, 80, coloured=coloured))


def test_sections_leave_out_empty_tables() -> None:
    [meeting] = meetingx.extract("2021年8月8日，县政府召开防汛工作会议，县长李明主持会议。")
    assert "directives" not in [section.title for section in sections(meeting)]


def test_marks_nest() -> None:
    [meeting] = meetingx.extract(REPORT)
    shown = marked(REPORT, marks([meeting]))
    assert shown.count("〔") == shown.count("〕") == len(marks([meeting]))
    assert re.sub(r"〔\w+ |〕", "", shown) == REPORT
    assert marked("甲乙", [Mark(0, 1, "a"), Mark(1, 2, "b")]) == "〔a 甲〕〔b 乙〕"


def test_pretty_json_is_the_same_json_and_colour_only_adds_to_it() -> None:
    [meeting] = meetingx.extract(REPORT.replace("完成排查", '"完成"\\排查'))
    line = meeting.model_dump_json()
    assert json.loads(pretty(line)) == json.loads(line)
    assert re.sub(r"\x1b\[[0-9;]*m", "", colour(pretty(line))) == pretty(line)
    assert '\x1b[34m\x1b[1m"chair"\x1b[0m:' in colour(pretty(line))


def test_eval_prints_figures_and_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    gold = {"id": "a", "is_meeting": True, "date": "XXXX-08-08", "chair": ["李海"]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n", encoding="utf-8")
    [meeting] = meetingx.explain(REPORT, path=str(tmp_path / "a.txt")).meetings
    (tmp_path / "pred.jsonl").write_text(meeting.model_dump_json() + "\n", encoding="utf-8")
    args = ["eval", str(tmp_path / "gold.jsonl"), str(tmp_path / "pred.jsonl")]
    shown = CliRunner(env={"MEETINGX_LANG": "en"}).invoke(cli, args, standalone_mode=False)
    assert shown.return_value == 0
    assert re.search(r"(?m)^date +1.000  1.000  1.000  1.000  1.000     1     0     0$", shown.output)
    assert "chair a + 李明\nchair a - 李海\n" in shown.output
    assert "chair a" not in CliRunner().invoke(cli, [*args, "--figures"]).output


def test_eval_tells_of_pages_without_a_text(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"id": "a", "is_meeting": false}', encoding="utf-8")
    (tmp_path / "pred.jsonl").write_text("", encoding="utf-8")
    args = ["eval", str(tmp_path), str(tmp_path / "pred.jsonl")]
    shown = CliRunner(env={"MEETINGX_LANG": "en"}).invoke(cli, args, standalone_mode=False)
    assert shown.return_value == 1
    assert "meetingx: not counted, the text of the page is missing: a: give its directory with --texts" in shown.output
