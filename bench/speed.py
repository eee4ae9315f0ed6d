#!/usr/bin/env python3
"""Pages per second over the seeds and our own reports, as a whole and by step; nothing is asserted.

    python bench/speed.py [ROUNDS]

Each step is timed on what the step before it gave, the fastest of all rounds counts. The first page of a
process also pays for the word lists and patterns, which are read once; that is told apart.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from time import perf_counter
from typing import Any

from gate import SETS, cases

from meetingx.build import build
from meetingx.clean import clean
from meetingx.find.mentions import find
from meetingx.pipeline import extract
from meetingx.read import read
from meetingx.resolve import resolve
from meetingx.segment import segment


def timed(step: Callable[..., Any], inputs: list[Any]) -> tuple[float, list[Any]]:
    """How long a step takes for all inputs, and what it gives for each."""
    start = perf_counter()
    outputs = [step(one) for one in inputs]
    return perf_counter() - start, outputs


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    pages = [(case.path.read_bytes(), case.url) for name in SETS for case in cases(name)]
    first, _ = timed(lambda page: extract(page[0], url=page[1]), pages[:1])
    best: dict[str, float] = {}
    for _ in range(rounds):
        values: list[Any] = pages
        steps: dict[str, Callable[..., Any]] = {
            "read": lambda page: read(page[0], url=page[1]),
            "clean": clean,
            "segment": segment,
            "find": find,
        }
        for name, step in steps.items():
            seconds, values = timed(step, values)
            best[name] = min(seconds, best.get(name, seconds))
        mentions = values
        seconds, drafts = timed(resolve, mentions)
        best["resolve"] = min(seconds, best.get("resolve", seconds))
        told = zip(mentions, drafts, strict=True)
        to_build = [partial(build, draft, one.page) for one, found in told for draft in found]
        seconds, _ = timed(lambda make: make(), to_build)
        best["build"] = min(seconds, best.get("build", seconds))
        seconds, _ = timed(lambda page: extract(page[0], url=page[1]), pages)
        best["all six steps"] = min(seconds, best.get("all six steps", seconds))
    megabytes = sum(len(page) for page, _ in pages) / 1e6
    print(f"{len(pages)} pages, {megabytes:.2f} MB, fastest of {rounds} rounds; the first page took {first:.2f} s")
    print(f"{'step':14} {'pages/s':>9} {'MB/s':>7} {'ms/page':>8} {'share':>6}")
    for name, seconds in best.items():
        share = seconds / best["all six steps"]
        print(
            f"{name:14} {len(pages) / seconds:9.0f} {megabytes / seconds:7.2f} "
            f"{seconds / len(pages) * 1000:8.2f} {share:6.0%}"
        )


if __name__ == "__main__":
    main()
