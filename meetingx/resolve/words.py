"""Segmentation of a short window with jieba and a small dictionary of our own, loaded on first use."""

from __future__ import annotations

import logging
from functools import cache
from importlib.resources import as_file, files
from typing import Any

WINDOW = 24


@cache
def _tokenizer() -> Any:
    import jieba  # noqa: PLC0415
    import jieba.posseg  # noqa: PLC0415

    jieba.setLogLevel(logging.ERROR)
    with as_file(files("meetingx") / "data" / "words.txt") as path:
        tokenizer = jieba.Tokenizer(dictionary=str(path))
        tokenizer.initialize()
    return jieba.posseg.POSTokenizer(tokenizer)


def first_verb(clause: str) -> tuple[str | None, str | None]:
    """The first verb of a clause and what follows it, or None for either.

    >>> first_verb("镇村两级签订责任书")
    ('签订', '责任书')
    """
    at = 0
    for pair in _tokenizer().cut(clause[:WINDOW], HMM=False):
        end = at + len(pair.word)
        if pair.flag.startswith("v") and len(pair.word) > 1:
            return pair.word, clause[end:] or None
        at = end
    return None, None
