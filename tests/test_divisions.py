"""The table of divisions: that its lines hold together, and that the check of another table against it is right."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from meetingx.divisions import FIRST, LATEST, LEVELS, coded, divisions, ever_named, find_names, named, parents

ROOT = Path(__file__).parent.parent


def test_years_of_a_code_do_not_overlap() -> None:
    lines = sorted(divisions(), key=lambda one: (one.adcode, one.since or FIRST))
    clashes = [
        (one, two)
        for one, two in pairwise(lines)
        if one.adcode == two.adcode and (two.since or FIRST) < (one.until or LATEST + 1)
    ]
    assert clashes == []


def test_years_are_in_order() -> None:
    assert [one for one in divisions() if (one.since or FIRST) > (one.until or LATEST)] == []
    assert [one for one in divisions() if not FIRST <= (one.until or LATEST) <= LATEST] == []


def test_what_is_in_force_has_no_successor_and_successors_are_codes() -> None:
    assert [one for one in divisions() if one.successor and not one.last] == []
    codes = {one.adcode for one in divisions()}
    assert [one for one in divisions() if not codes.issuperset(one.successors)] == []


def test_successors_lived_on() -> None:
    """Who takes over was in force when the division went, or the next year."""
    for one in divisions():
        for code in one.successors:
            assert any(coded(code, year) for year in (one.until, (one.until or 0) + 1)), one


def test_what_is_in_force_has_its_parents() -> None:
    assert {one.level for one in divisions()} == set(LEVELS)
    lone = [one for one in divisions() if not one.last and one.level != "province" and not parents(one)]
    assert lone == []


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("崇文区", 2009, "110103"),
        ("崇文区", 2011, None),
        ("莱芜市", 2018, "371200"),
        ("莱芜市", 2019, None),
        ("余杭区", 2005, "330110"),
        ("襄樊市", 2005, "420600"),
        ("襄阳市", 2005, None),
        ("蛟河市", 1992, "220281"),
        ("济源市", 2000, "419001"),
    ],
)
def test_codes_of_a_year(name: str, year: int, code: str | None) -> None:
    assert [one.adcode for one in ever_named(name) if one.in_force(year)] == ([code] if code else [])


def test_what_became_of_a_division() -> None:
    [one] = named("崇文区")
    assert (one.until, [coded(code).name for code in one.successors]) == (2010, ["东城区"])


@pytest.mark.parametrize(
    ("chars", "found"),
    [
        ("内蒙古自治区乌拉特中旗", ["内蒙古自治区", "乌拉特中旗"]),
        ("承德县和承德", ["承德县", "承德"]),
        ("积石山保安族东乡族撒拉族自治县", ["积石山保安族东乡族撒拉族自治县"]),
        ("积石山县", ["积石山县"]),
        ("武陟县武", ["武陟县"]),
    ],
)
def test_names_are_found_at_their_full_length(chars: str, found: list[str]) -> None:
    assert [name for _, _, name in find_names(chars)] == found


def check(oracle: Path, *options: str) -> subprocess.CompletedProcess[str]:
    script = ROOT / "bench" / "check_divisions.py"
    return subprocess.run(
        [sys.executable, script, oracle, *options], capture_output=True, encoding="utf-8", timeout=60, check=False
    )


def oracle_of(folder: Path, lines: list[str]) -> Path:
    path = folder / "oracle.csv"
    header = "代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码"
    path.write_text("\n".join([header, *lines]) + "\n", encoding="utf-8-sig")
    return path


def as_oracle(code: str) -> list[str]:
    """The lines of a table of others that agrees with ours on a code."""
    return [
        f"{one.adcode},,,{one.name},,{'弃用' if one.last else '在用'},{one.since or FIRST},{one.last},"
        for one in divisions()
        if one.adcode == code
    ]


def test_check_of_a_table_that_agrees(tmp_path: Path) -> None:
    codes = sorted({one.adcode for one in divisions()})
    done = check(oracle_of(tmp_path, [line for code in codes for line in as_oracle(code)]), "--all")
    assert done.stdout.count("100.0000%") == 2
    assert done.stdout.count("\n") == 2
    assert done.returncode == 0


def test_check_tells_what_differs_and_fails_below_the_bar(tmp_path: Path) -> None:
    done = check(oracle_of(tmp_path, ["130000,,,甲省,,在用,1990,,", "999900,,,乙市,,弃用,1983,1990,"]))
    assert "130000  only ours    1982-1989\n" in done.stdout
    assert "999900  only theirs  1983-1989\n" in done.stdout
    assert done.returncode == 1
