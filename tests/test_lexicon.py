"""The word lists of meetingx/data are linted: a list in code once lost a comma, and two words never matched again."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

import meetingx
from meetingx import lexicon
from meetingx.grammar import FRAGMENTS

PACKAGE = Path(meetingx.__file__).parent
FILES = sorted((PACKAGE / "data").glob("*.tsv"))
# Columns other than the first that may be blank.
MAY_BE_BLANK = {"divisions": {"short", "pinyin", "letters", "since", "until", "successor"}}
# What a file is sorted by, and in which no two lines agree; the first column where it is not told.
KEYS = {"divisions": ("adcode", "since", "name"), **dict.fromkeys(lexicon.WORD_FILES, ("word", "list"))}
# Holes of patterns, and lists asked for by name.
USES = re.compile(r"<<([a-z_]+)>>|\b(?:words|hole|word_set)\(\s*\"([a-z_]+)\"")


def table(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    """The header of a file and its lines by column; comments, which begin with #, left out."""
    header, *lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    columns = header.split("\t")
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    assert [row for row in rows if len(row) != len(columns)] == [], "lines with too few or too many tabs"
    return columns, [dict(zip(columns, row, strict=True)) for row in rows]


def test_files_are_found() -> None:
    assert {"divisions", "surnames", *lexicon.WORD_FILES} <= {path.stem for path in FILES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_well_formed(path: Path) -> None:
    data = path.read_bytes()
    assert data.endswith(b"\n")
    assert not data.endswith(b"\n\n")
    assert b"\r" not in data
    assert not data.startswith(b"\xef\xbb\xbf")
    columns, rows = table(path)
    assert len(columns) >= 2
    assert all(re.fullmatch(r"[a-z_]+", name) for name in columns)
    assert rows


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_blanks(path: Path) -> None:
    columns, rows = table(path)
    may = MAY_BE_BLANK.get(path.stem, set())
    assert [row for row in rows for name in columns if not row[name] and name not in may] == []
    assert [row for row in rows for cell in row.values() if re.search(r"\s", cell)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sorted_without_doubles(path: Path) -> None:
    columns, rows = table(path)
    names = KEYS.get(path.stem, (columns[0],))
    keys = [tuple(row[name] for name in names) for row in rows]
    assert [(one, two) for one, two in pairwise(keys) if one == two] == [], "doubles"
    assert [(one, two) for one, two in pairwise(keys) if one > two] == [], "not sorted"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_is_described(path: Path) -> None:
    described = (PACKAGE / "data" / "README.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {path.name}\n(.*?)(?=^## |\Z)", described, re.MULTILINE | re.DOTALL)
    assert section, f"no section for {path.name} in data/README.md"
    for heading in ("What", "Source", "Licence", "Date"):
        assert f"**{heading}.**" in section[1], f"data/README.md does not tell the {heading.lower()} of {path.name}"


def used_lists() -> set[str]:
    """Every list and fragment that a pattern has a hole for, or that a module asks for."""
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")]
    return {name for source in sources for groups in USES.findall(source) for name in groups if name}


def test_every_list_is_used() -> None:
    assert sorted(set(lexicon.names()) - used_lists()) == []


def test_every_fragment_is_used() -> None:
    assert sorted(set(FRAGMENTS) - used_lists()) == []


def test_no_list_hides_behind_a_fragment() -> None:
    assert sorted(set(lexicon.names()) & set(FRAGMENTS)) == []


@pytest.mark.parametrize("name", lexicon.names())
def test_longest_word_first(name: str) -> None:
    words = lexicon.words(name)
    assert words
    assert list(words) == sorted(set(words), key=lambda word: (-len(word), word))
    assert all(re.fullmatch(lexicon.hole(name), word) for word in words)
