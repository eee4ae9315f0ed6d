#!/usr/bin/env python3
"""How fast pages are read, beside jieba.cut of the same pages in the same run; nothing is asserted.

    python bench/speed.py                    # every part, on 1,000 composed pages
    python bench/speed.py --pages 10000      # on as many as you like
    python bench/speed.py --only start-up    # steps, start-up, memory or workers alone

Every figure is a median. What is compared runs in turn, A B A B, and its ratio is the median of the ratios of the
pairs, so that a machine whose speed drifts does not tell for either.
"""

from __future__ import annotations

import argparse
import json
import logging
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

import jieba  # noqa: E402
from generator import compose  # noqa: E402
from noise import NOISES, lay  # noqa: E402

from meetingx.build import build  # noqa: E402
from meetingx.clean import clean  # noqa: E402
from meetingx.find.mentions import find  # noqa: E402
from meetingx.many import extract_many, outcome  # noqa: E402
from meetingx.plain import line  # noqa: E402
from meetingx.read import read  # noqa: E402
from meetingx.resolve import resolve  # noqa: E402
from meetingx.segment import segment  # noqa: E402

BATCH = 50
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def corpus(pages: int) -> dict[str, list[str]]:
    """The seeds, and composed pages without and with noise."""
    plain = [compose(seed).text for seed in range(pages // 2)]
    kinds = list(NOISES)
    noisy = [lay(text, kinds[seed % len(kinds) :][:3], seed) for seed, text in enumerate(plain)]
    return {"seeds": [path.read_text(encoding="utf-8") for path in SEEDS], "composed": plain, "with noise": noisy}


def timed(step: Callable[[Any], Any], inputs: Sequence[Any]) -> tuple[float, list[Any]]:
    """How long a step takes for all inputs, and what it gives for each."""
    start = perf_counter()
    outputs = [step(one) for one in inputs]
    return perf_counter() - start, outputs


def one_core(sets: dict[str, list[str]], rounds: int) -> None:
    """Text in, record out as a line of JSON, beside jieba.cut, batch by batch."""
    print(
        f"{'one core':12} {'pages':>6} {'chars/page':>10} {'pages/s':>8} {'chars/s':>9} {'jieba.cut':>9} {'times':>6}"
    )
    for name, pages in sets.items():
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(rounds):
            for at in range(0, len(pages), BATCH):
                batch = pages[at : at + BATCH]
                ours.append(timed(lambda page: outcome({"text": page}), batch)[0] / len(batch))
                theirs.append(timed(lambda page: list(jieba.cut(page)), batch)[0] / len(batch))
        chars = sum(map(len, pages)) / len(pages)
        times = median(b / a for a, b in zip(ours, theirs, strict=True))
        speed, other = 1 / median(ours), 1 / median(theirs)
        print(f"{name:12} {len(pages):6} {chars:10.0f} {speed:8.0f} {speed * chars:9.0f} {other:9.0f} {times:6.2f}")


def steps(pages: Sequence[str], rounds: int) -> None:
    """Where the time goes, step by step."""
    spent: dict[str, list[float]] = {}
    named: tuple[tuple[str, Callable[[Any], Any]], ...] = (
        ("read", read),
        ("clean", clean),
        ("segment", segment),
        ("find", find),
        ("resolve", lambda found: (found.page, resolve(found))),
        ("build", lambda made: [build(draft, made[0]) for draft in made[1]]),
        ("JSON", lambda records: list(map(line, records))),
    )
    for _ in range(rounds):
        values: Sequence[Any] = pages
        for name, step in named:
            seconds, values = timed(step, values)
            spent.setdefault(name, []).append(seconds)
    total = sum(map(median, spent.values()))
    print(f"\n{'step':12} {'ms/page':>8} {'share':>6}")
    for name, seconds in spent.items():
        print(f"{name:12} {median(seconds) / len(pages) * 1000:8.3f} {median(seconds) / total:6.0%}")


def start_up(runs: int) -> None:
    """Whole processes, beside `python -c "import click, pydantic"`."""
    command = [sys.executable, "-m", "meetingx"]
    processes = {
        "import click, pydantic": [sys.executable, "-c", "import click, pydantic"],
        "meetingx extract SEED": [*command, "extract", str(SEEDS[0])],
        "meetingx --help": [*command, "--help"],
    }
    spent: dict[str, list[float]] = {name: [] for name in processes}
    for _ in range(runs):
        for name, arguments in processes.items():
            run = lambda what: subprocess.run(what, check=True, stdout=subprocess.DEVNULL)  # noqa: E731
            spent[name].append(timed(run, [arguments])[0])
    beside = spent["import click, pydantic"]
    print(f"\n{'start-up':24} {'ms':>6} {'times':>6}")
    for name, seconds in spent.items():
        times = median(a / b for a, b in zip(seconds, beside, strict=True))
        print(f"{name:24} {median(seconds) * 1000:6.0f} {times:6.2f}")


def memory(pages: Sequence[str], count: int) -> None:
    """Peak memory, and its growth from the first thousand pages to the last of a stream of JSON Lines."""
    if not Path("/proc/self/status").exists():
        print("\nmemory: this system does not tell")
        return
    with tempfile.TemporaryDirectory() as folder:
        stream = Path(folder) / "pages.jsonl"
        with stream.open("w", encoding="utf-8") as out:
            out.writelines(json.dumps({"text": page}) + "\n" for page in islice(cycle(pages), count))
        code = (
            "import json, sys; from meetingx.many import outcome\n"
            # the peak of this program alone; what getrusage tells counts the process that started it as well
            "rows = lambda: open('/proc/self/status').read().splitlines()\n"
            "peak = lambda: next(int(row.split()[1]) for row in rows() if row.startswith('VmHWM'))\n"
            "for number, told in enumerate(open(sys.argv[1], encoding='utf-8')):\n"
            "    outcome(json.loads(told))\n"
            "    if number == min(1000, int(sys.argv[2]) // 2): first = peak()\n"
            "print(first / 1024, peak() / 1024)"
        )
        arguments = [sys.executable, "-c", code, str(stream), str(count)]
        told = subprocess.run(arguments, check=True, capture_output=True, text=True).stdout
    first, last = map(float, told.split())
    print(f"\nmemory: {last:.0f} MB at most over {count:,} pages, {last - first:.1f} MB more than at the beginning")


def workers(pages: Sequence[str], rounds: int) -> None:
    """How many times faster several processes are than one."""
    items = [{"text": page} for page in pages]
    spent: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(rounds):
        for number, seconds in spent.items():
            seconds.append(timed(lambda number: sum(1 for _ in extract_many(items, workers=number)), [number])[0])
    times = median(a / b for a, b in zip(spent[1], spent[2], strict=True))
    print(f"\n2 processes: {times:.2f} times as fast as one, on {len(items)} pages")


def machine() -> Iterator[str]:
    """What ran this: processor, Python."""
    told = Path("/proc/cpuinfo")
    models = (
        [row.split(": ")[1] for row in told.read_text().splitlines() if "model name" in row] if told.exists() else []
    )
    yield f"{len(models) or '?'} × {models[0] if models else 'processor unknown'}"
    yield f"Python {sys.version.split()[0]}, jieba {jieba.__version__}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000, help="composed pages, half of them with noise")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--stream", type=int, default=10000, help="pages of the stream whose memory is told")
    parser.add_argument("--only", choices=["steps", "start-up", "memory", "workers"])
    told = parser.parse_args()
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    sets = corpus(told.pages)
    pages = [page for some in sets.values() for page in some]
    timed(lambda page: outcome({"text": page}), pages[:20])
    print(", ".join(machine()))
    if told.only in {None, "steps"}:
        one_core(sets, told.rounds)
        steps(pages[:500], told.rounds)
    if told.only in {None, "start-up"}:
        start_up(5 * told.rounds)
    if told.only in {None, "memory"}:
        memory(pages, told.stream)
    if told.only in {None, "workers"}:
        workers(pages, told.rounds)


if __name__ == "__main__":
    main()
