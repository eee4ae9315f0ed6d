#!/usr/bin/env python3
"""Hold `meetingx/data/divisions.tsv` against another table of divisions, by code and year.

    python bench/check_divisions.py ORACLE.csv              figures, and every disagreement above county level
    python bench/check_divisions.py ORACLE.csv --all        and every disagreement

ORACLE.csv is a table with the columns of areacodes (https://github.com/yescallop/areacodes): 代码, 状态, 启用时间,
变更/弃用时间. Of each year both tables say which codes were in force at its end. Two figures come out: of the pairs of
code and year from 1982 to 2014, and of the codes in force in 2023, how many of those that either table has, both have.
The exit status is 1 where one is below the bar of 99.5 %.
"""

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

DATA = Path(__file__).parent.parent / "meetingx" / "data"
BAR = 0.995
PERIODS = {"1982-2014": range(1982, 2015), "2023": range(2023, 2024)}
ALL_YEARS = range(1982, 2024)

Years = Mapping[str, frozenset[int]]  # of each code, the years at whose end it was in force


def years_of_table(path: Path) -> Years:
    """Read our own table; a blank year is the end of what it tells."""
    years: dict[str, set[int]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            years[row["adcode"]].update(range(int(row["since"] or 1982), int(row["until"] or 2024)))
    return {code: frozenset(found) for code, found in years.items()}


def years_of_oracle(path: Path) -> Years:
    """Read the other table."""
    years: dict[str, set[int]] = defaultdict(set)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            gone = row["变更/弃用时间"] if row["状态"] != "在用" else ""
            years[row["代码"]].update(range(int(row["启用时间"]), int(gone or 2024)))
    return {code: frozenset(found & set(ALL_YEARS)) for code, found in years.items()}


def agreement(ours: Years, theirs: Years, period: range) -> tuple[int, int]:
    """Count the pairs of code and year that both have, and that either has."""
    codes = ours.keys() | theirs.keys()
    pairs = [(ours.get(code, frozenset()), theirs.get(code, frozenset())) for code in codes]
    wanted = frozenset(period)
    return sum(len(a & b & wanted) for a, b in pairs), sum(len((a | b) & wanted) for a, b in pairs)


def disagreements(ours: Years, theirs: Years) -> list[str]:
    """Tell of each code the years that only one table has, as runs."""
    told = []
    for code in sorted(ours.keys() | theirs.keys()):
        a, b = ours.get(code, frozenset()), theirs.get(code, frozenset())
        for who, years in (("only ours", a - b), ("only theirs", b - a)):
            if years:
                told.append(f"{code}  {who:11}  {runs(sorted(years))}")
    return told


def runs(years: list[int]) -> str:
    """Print years as runs.

    >>> runs([1990, 1991, 1992, 2002])
    '1990-1992, 2002'
    """
    ends = [i for i, year in enumerate(years) if i + 1 == len(years) or years[i + 1] > year + 1]
    starts = [0, *(end + 1 for end in ends[:-1])]
    return ", ".join(f"{years[i]}" if i == j else f"{years[i]}-{years[j]}" for i, j in zip(starts, ends, strict=True))


def main() -> int:
    """Print the figures and the disagreements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("oracle", type=Path, metavar="ORACLE.csv")
    parser.add_argument("--table", type=Path, default=DATA / "divisions.tsv", help="another file than our own")
    parser.add_argument("--all", action="store_true", help="list the disagreements of counties, too")
    options = parser.parse_args()
    ours, theirs = years_of_table(options.table), years_of_oracle(options.oracle)
    low = False
    for name, period in PERIODS.items():
        both, either = agreement(ours, theirs, period)
        low |= both < BAR * either
        print(f"{name}: {both} of {either} agree, {both / either:.4%}")
    for line in disagreements(ours, theirs):
        if options.all or line[4:6] == "00":
            print(line)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
