"""Compiles meetingx/data/words.txt, the small segmentation dictionary, from the dictionary that jieba ships (MIT).

    python bench/compile_words.py > meetingx/data/words.txt

Kept are the words of two to four Han characters that are common enough to divide a clause of a report:
verbs from 60 occurrences on, nouns, adverbs and adjectives from 600 on. A line is word, count, tag.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.resources import files

LEAST = {"v": 60, "n": 600, "d": 600, "a": 600}
HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")


def kept() -> Iterator[str]:
    """The lines of the small dictionary, in the order of jieba's."""
    for line in (files("jieba") / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split(" ")
        common = tag[0] in LEAST and int(count) >= LEAST[tag[0]]
        if HAN.fullmatch(word) and common and tag not in {"nr", "ns", "nt", "nz"}:
            yield line


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in kept()))
