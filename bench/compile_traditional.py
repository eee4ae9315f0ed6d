"""Compiles meetingx/data/traditional.txt, the characters that OpenCC's t2s may change, from the tables it ships.

    python bench/compile_traditional.py > meetingx/data/traditional.txt

They are the characters that it changes alone, and those that it changes in some words only (答覆, but not 覆盖).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import opencc

SHIPPED = Path(opencc.__file__).parent / "clib"
TABLES = ("TSPhrases", "TSCharactersExt", "TSCharacters", "CJK_Compatibility_Ideographs")


def rows(table: str) -> Iterator[tuple[str, str]]:
    """The words of a table of OpenCC with what it turns each into."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / table
        source = SHIPPED / "share" / "opencc" / f"{table}.ocd2"
        tool = SHIPPED / "bin" / "opencc_dict"
        subprocess.run([tool, "-i", source, "-o", out, "-f", "ocd2", "-t", "text"], check=True, stdout=sys.stderr)
        for line in out.read_text(encoding="utf-8").splitlines():
            old, new = line.split("\t")
            yield old, new.split(" ")[0]


def changed() -> set[str]:
    """The characters that stand at a place where some word, or the character itself, is changed."""
    return {
        was
        for table in TABLES
        for old, new in rows(table)
        for was, becomes in zip(old, new, strict=False)
        if was != becomes
    }


if __name__ == "__main__":
    found = "".join(sorted(changed()))
    sys.stdout.write("".join(f"{found[i : i + 60]}\n" for i in range(0, len(found), 60)))
