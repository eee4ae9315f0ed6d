"""Starting up: what is kept beside the byte code, what a run loads, and that neither changes what comes out."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import typing
from pathlib import Path

import jieba
import jieba.posseg
import pytest

import meetingx
from meetingx import patterns, plain, prebuild, records
from meetingx.catalogue import all_rules
from meetingx.clean.traditional import fold
from meetingx.firsts import first
from meetingx.kept import MADE_BY, Shelf, fingerprint
from meetingx.lexicon import DATA
from meetingx.patterns import Pattern
from meetingx.plain import line
from meetingx.rarely import without
from meetingx.resolve.words import first_verb
from meetingx.rules import examples
from meetingx.starts import hints

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
REPORT = "8月8日，县政府召开防汛工作会议，县长李明主持会议。李明强调，各乡镇要加强巡查，年底前完成率达到95%以上。"


def run(code: str, **env: str) -> str:
    told = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | env
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120, env=told, cwd=ROOT
    )
    return ran.stdout.strip()


def test_a_filled_shelf_leaves_nothing_to_be_made(tmp_path: Path) -> None:
    """Counted, not timed: with what the build makes, reading the seeds compiles no pattern and parses no table."""
    run("from meetingx.prebuild import fill; fill()", PYTHONPYCACHEPREFIX=str(tmp_path))
    assert list(tmp_path.rglob("kept.*.bin"))
    code = (
        "import pathlib, meetingx, meetingx.kept as kept\n"
        "for path in sorted(pathlib.Path('seeds').glob('*.txt')): meetingx.extract(path.read_bytes())\n"
        "print(kept.shelf().grown)"
    )
    assert run(code, PYTHONPYCACHEPREFIX=str(tmp_path)) == "False"


def test_a_first_run_fills_the_shelf_and_reads_the_same(tmp_path: Path) -> None:
    code = f"import meetingx; print([m.model_dump_json() for m in meetingx.extract({REPORT!r})])"
    runs = [run(code, PYTHONPYCACHEPREFIX=str(tmp_path)) for _ in range(2)]
    assert list(tmp_path.rglob("kept.*.bin"))
    assert runs[0] == runs[1] == str([meeting.model_dump_json() for meeting in meetingx.extract(REPORT)])


def test_no_shelf_is_written_where_no_byte_code_is(tmp_path: Path) -> None:
    run(
        f"import meetingx; meetingx.extract({REPORT!r})", PYTHONPYCACHEPREFIX=str(tmp_path), PYTHONDONTWRITEBYTECODE="1"
    )
    assert not list(tmp_path.rglob("*"))


def test_extracting_loads_only_what_a_page_of_text_needs() -> None:
    heavy = ("click", "rich", "jieba", "opencc", "selectolax", "charset_normalizer", "asyncio", "concurrent.futures")
    used = f"import sys; from meetingx.many import outcome; outcome({{'text': {REPORT!r}}})"
    assert run(f"{used}; print([name for name in {(*heavy, 'pydantic')} if name in sys.modules])") == "[]"


def test_the_command_loads_no_models_of_its_own_accord() -> None:
    used = "import sys; import meetingx.cli.extract, meetingx.inputs, meetingx.many, meetingx.runs"
    heavy = ("pydantic", "email.utils", "socket", "sqlite3", "importlib.resources")
    assert run(f"{used}; print([name for name in {heavy} if name in sys.modules])") == "[]"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "folder" / "kept.bin"
    shelf = Shelf(file, "mark")
    assert shelf.get("kind", "会", lambda: ("会", 1)) == ("会", 1)
    shelf.get("kind", "议", lambda: {"议": [1.5, None, frozenset("议")]})
    shelf.write()
    return file


def never() -> str:
    raise AssertionError("made again")


def test_what_is_kept_is_made_once(file: Path) -> None:
    again = Shelf(file, "mark")
    assert again.get("kind", "会", never) == ("会", 1)
    assert again.get("kind", "议", never) == {"议": [1.5, None, frozenset("议")]}
    assert not again.grown
    assert again.get("other", "会", lambda: "made") == "made"
    assert again.grown


def test_writing_keeps_what_others_have_written(file: Path) -> None:
    other = Shelf(file, "mark")
    other.get("kind", "长", lambda: "长")
    other.write()
    both = Shelf(file, "mark")
    assert both.get("kind", "会", never) == ("会", 1)
    assert both.get("kind", "长", never) == "长"
    assert list(file.parent.iterdir()) == [file]


def test_what_was_made_from_other_files_is_not_used(file: Path) -> None:
    assert Shelf(file, "other mark").get("kind", "会", lambda: "anew") == "anew"


@pytest.mark.parametrize("cut", [0, 5, 40, -1])
def test_a_broken_file_is_not_used(file: Path, cut: int) -> None:
    file.write_bytes(file.read_bytes()[:cut])
    shelf = Shelf(file, "mark")
    assert shelf.get("kind", "会", lambda: "anew") == "anew"
    shelf.write()
    assert Shelf(file, "mark").get("kind", "会", never) == "anew"


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    Shelf(tmp_path / "file" / "kept.bin", "mark").write()
    Shelf(None, "mark").write()


def test_the_fingerprint_tells_when_words_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint()
    for name in MADE_BY:
        (tmp_path / f"{name}.py").write_bytes((ROOT / "meetingx" / f"{name}.py").read_bytes())
    (tmp_path / "data").mkdir()
    for table in [*DATA.glob("*.tsv"), *DATA.glob("*.txt")]:
        (tmp_path / "data" / table.name).write_bytes(table.read_bytes())
    monkeypatch.setattr("meetingx.kept.HERE", tmp_path)
    assert fingerprint() == before
    with (tmp_path / "data" / "posts.tsv").open("a") as posts:
        posts.write("总督\thead\n")
    assert fingerprint() != before


def all_patterns() -> list[str]:
    found = {v.pattern for module in prebuild.modules() for v in vars(module).values() if isinstance(v, Pattern)}
    return sorted(found | {rule.regex.pattern for rule in all_rules()})


def test_every_pattern_matches_what_re_matches() -> None:
    """Also where it is tried only at some places, or asked first for a word that a match holds."""
    whole = "".join(path.read_text(encoding="utf-8") for path in SEEDS)
    told = [text for rule in all_rules() for text, *_ in examples(rule)]
    texts = [whole, "", *whole.split("\n"), *told, "\n".join(told)]
    assert len(all_patterns()) > 100
    for source in all_patterns():
        ours, theirs = patterns.compile(source), re.compile(source)
        assert (ours.groupindex, ours.flags) == (dict(theirs.groupindex), theirs.flags)
        for text in texts:
            assert [m.span() for m in ours.finditer(text)] == [m.span() for m in theirs.finditer(text)], source
        for text in texts[2:]:
            assert (first := ours.search(text)) is None or first.span() == theirs.search(text).span(), source  # type: ignore[union-attr]
            assert (first is None) == (theirs.search(text) is None), source
        window = (len(whole) // 3, len(whole) // 2)
        assert [m.span() for m in ours.finditer(whole, *window)] == [m.span() for m in theirs.finditer(whole, *window)]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("(?:^|(?<=[，。]))(?P<who>[张王]涛)", (None, ("张涛", "王涛"))),
        (r"(?:(?<=，)|^).{2,9}(?:召开|举行)", (("[，]", True), ("举行", "召开"))),
        (r"(?<!\d)(?:\d|十){1,2}月(?!底)", (None, ("月",))),
        ("[^，]{2}(?=会议)", (None, ("会议",))),
        ("(?:张涛)?主持", (None, ("主持",))),
        ("(?:张涛)*", (None, ())),
        (".会?", (None, ())),
        ("(?:会议|.)长", (None, ("长",))),
        ("(?i:icp)备", (None, ("备",))),
    ],
)
def test_where_a_pattern_can_match_is_told_from_its_tree(source: str, told: object) -> None:
    from re import _parser

    assert hints(_parser.parse(source)) == told


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("(?:^|(?<=[，。]))(?P<who>[张王]涛)", "张王"),
        ("(?:张涛)?主持", "主张"),
        ("(?:张|(?=[李王])[王赵]|[^\u0000-涚涜-\U0010ffff])会", "张涛王"),
        ("(?:张涛)*|主持", None),
        ("(?:^|(?<=，)).{2,9}(?:召开|举行)", None),
        ("(?:会议|.)长", None),
        ("(?i:a)会", None),
    ],
)
def test_what_a_pattern_begins_with_is_told_from_its_tree(source: str, told: str | None) -> None:
    from re import _parser

    found = first(_parser.parse(source))
    assert (found and {chr(code) for low, high in found for code in range(low, high + 1)}) == (told and set(told))


def test_a_pattern_does_without_the_branches_that_need_a_rare_character() -> None:
    from re import _parser

    tree = _parser.parse("(?P<name>张涛|(?P<dotted>艾力·买买提|艾(?=.·).))主持")
    rest = without(tree)
    assert first(tree) is not None
    assert [chr(low) for low, _ in first(tree) or ()] == ["张", "艾"]
    assert [chr(low) for low, _ in first(rest) or ()] == ["张"]
    assert without(_parser.parse("张涛|[·艾]力|(?:·)?李海")) is None
    found = patterns.compile("(?P<name>张涛|艾力·买买提)主持").search("艾力·买买提主持会议")
    assert found is not None and found["name"] == "艾力·买买提"


def test_patterns_compile_where_the_interpreter_has_other_instructions(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = (0, b"\0\0\0\0", 0, {}, (None,), (None, ()))
    monkeypatch.setattr("meetingx.patterns._instructions", lambda source, flags, lacking: broken)
    monkeypatch.setattr("meetingx.patterns.shelf", lambda: Shelf(None, "of this test alone"))
    found = patterns.compile("(?P<name>张[涛海])(?#of this test alone)").search("县长张涛")
    assert found is not None and found["name"] == "张涛"


def test_an_error_in_a_pattern_is_that_of_re() -> None:
    with pytest.raises(re.error, match="unterminated"):
        patterns.compile("(张").search("张")


def test_plain_values_have_the_keys_of_the_models_in_their_order() -> None:
    models = [m for m in vars(records).values() if isinstance(m, type) and issubclass(m, records.Record)]
    for model in set(models) - {records.Record}:
        theirs = typing.get_type_hints(getattr(plain, model.__name__))
        assert list(theirs) == list(model.model_fields), model


@pytest.mark.parametrize(
    "page",
    [
        *(path.read_text(encoding="utf-8") for path in SEEDS),
        REPORT,
        REPORT.replace("95", "9" * 20),
        REPORT.replace("95", "0.00001"),
    ],
)
def test_a_line_is_what_the_model_dumps(page: str) -> None:
    trace = meetingx.explain(page)
    assert [line(record) for record in trace.records] == [m.model_dump_json() for m in trace.meetings] != []


def test_a_window_is_cut_as_jieba_cuts_it() -> None:
    tokenizer = jieba.Tokenizer(dictionary=str(DATA / "words.txt"))
    tokenizer.initialize()
    tagged = jieba.posseg.POSTokenizer(tokenizer)
    text = "".join(path.read_text(encoding="utf-8") for path in SEEDS)
    windows = [clause[i : i + 24] for clause in re.split("[，。；\n]", text) for i in (0, 3, 7)]
    for window in windows:
        theirs = next((p.word for p in tagged.cut(window, HMM=False) if p.flag[0] == "v" and len(p.word) > 1), None)
        assert first_verb(window)[0] == theirs, window


def test_what_is_not_folded_is_what_opencc_does_not_change() -> None:
    import opencc

    converter = opencc.OpenCC("t2s")
    kept = {char for char in (DATA / "traditional.txt").read_text(encoding="utf-8") if char != "\n"}
    han = [chr(code) for block in ((0x3400, 0xA000), (0xF900, 0xFB00), (0x20000, 0x31350)) for code in range(*block)]
    changed = [char for char in han if converter.convert(char) != char]
    assert set(changed) <= kept
    assert fold("深沈的答覆，毛坏、英哩") == converter.convert("深沈的答覆，毛坏、英哩")
