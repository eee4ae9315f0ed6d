#!/usr/bin/env python3
"""Quality gate: the figures of the seeds and of our own reports, held against the floors of floors.toml.

    python bench/gate.py                  figures, and whether a field fell below its floor (exit status 1)
    python bench/gate.py --wrong          and everything that is wrong
    python bench/gate.py --raise          lift the floors to the present figures; never lowers one
    python bench/gate.py main             gains and losses from the revision main to the files as they are
    python bench/gate.py v0.1.0 main      gains and losses between two revisions

Both revisions read the same pages and are measured by the same yardstick: those of the files as they are.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from meetingx.evaluate import Evaluation, evaluate
from meetingx.figures import FIELDS
from meetingx.gold import load_gold
from meetingx.pipeline import extract

ROOT = Path(__file__).resolve().parent.parent
FLOORS = ROOT / "bench" / "floors.toml"
# For each set of pages, where the texts and the gold records are.
SETS = {
    "seeds": (ROOT / "seeds", ROOT / "tests" / "gold"),
    "reports": (ROOT / "tests" / "cases" / "reports" / "text", ROOT / "tests" / "cases" / "reports" / "gold"),
}
# Run in the worktree of another revision, which may know nothing of this file.
READ_ALL = """
import json, pathlib, sys
from meetingx.pipeline import extract
for name, path, url in json.load(sys.stdin):
    meetings = extract(pathlib.Path(path).read_bytes(), url=url, id=name)
    print(json.dumps([name, [json.loads(meeting.model_dump_json()) for meeting in meetings]]))
"""

Records = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A page with its gold record."""

    id: str
    path: Path
    url: str | None
    gold: Mapping[str, Any]

    @property
    def text(self) -> str:
        """The page as it is."""
        return self.path.read_text(encoding="utf-8")


def cases(name: str) -> list[Case]:
    """The pages of a set that have a gold record, in the order of their ids."""
    texts, golds = SETS[name]
    return [Case(gold["id"], texts / f"{gold['id']}.txt", gold.get("url"), gold) for gold in load_gold(golds)]


def records(name: str) -> Records:
    """What the program as it is makes of a set."""
    return {
        case.id: [meeting.model_dump(mode="json") for meeting in extract(case.path.read_bytes(), url=case.url)]
        for case in cases(name)
    }


def measured(name: str, said: Records | None = None) -> Evaluation:
    """The evaluation of a set, from records given or made now."""
    pages = cases(name)
    texts = {case.id: case.text for case in pages}
    return evaluate([case.gold for case in pages], records(name) if said is None else said, texts)


def floors() -> dict[str, dict[str, float]]:
    """For each set, the least F1 of each field that is allowed."""
    return tomllib.loads(FLOORS.read_text(encoding="utf-8"))


def falls(name: str, evaluation: Evaluation) -> list[str]:
    """What of a set is below its floor."""
    figures = {field: evaluation.normalised.f1(field) for field in floors()[name]}
    return [
        f"{name}: {field} is {'not counted' if figure is None else f'{figure:.4f}'}, its floor {floor}"
        for field, floor in floors()[name].items()
        if (figure := figures[field]) is None or figure < floor
    ]


def table(name: str, evaluation: Evaluation) -> str:
    """The figures of a set: by all counts together (micro), by document (macro), and by the letter (exact)."""
    normalised, exact = evaluation.normalised, evaluation.exact
    lines = [
        f"{name}: {len(evaluation.documents)} pages",
        f"  {'field':12} {'P':>6} {'R':>6} {'F1':>6} {'macro':>6} {'exact':>6} {'floor':>6}    tp   fp   fn",
    ]
    for field, tally in normalised.tallies.items():
        shown = (tally.precision, tally.recall, tally.f1, normalised.macro(field), exact.f1(field))
        floor = floors()[name].get(field)
        columns = " ".join(f"{value:6.3f}" if value is not None else f"{'–':>6}" for value in (*shown, floor))
        lines.append(f"  {field:12} {columns} {tally.tp:5} {tally.fp:4} {tally.fn:4}")
    lines.append(
        f"  all fields: micro {normalised.micro_all or 0:.3f}, macro {normalised.macro_all or 0:.3f}; "
        f"mean of date, place, chair, people, directives, tasks: {normalised.f1('core') or 0:.3f}"
    )
    return "\n".join(lines)


def lift(name: str, evaluation: Evaluation) -> list[str]:
    """Raise the floors of a set to the present figures, cut to two digits; tell which went up."""
    told, text = [], FLOORS.read_text(encoding="utf-8")
    before, section, after = _section(text, name)
    for field, floor in floors()[name].items():
        figure = math.floor((evaluation.normalised.f1(field) or 0) * 100 + 1e-9) / 100
        if figure > floor:
            section = re.sub(rf"(?m)^{field} = \S+", f"{field} = {figure:.2f}", section)
            told.append(f"{name}: {field} {floor} → {figure:.2f}")
    FLOORS.write_text(before + section + after, encoding="utf-8")
    return told


def _section(text: str, name: str) -> tuple[str, str, str]:
    start = text.index(f"[{name}]")
    end = text.find("\n[", start)
    end = len(text) if end < 0 else end
    return text[:start], text[start:end], text[end:]


@contextmanager
def worktree(revision: str) -> Iterator[Path]:
    """The files of a revision in a folder of their own, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="meetingx-gate-") as folder:
        path = Path(folder) / "tree"
        try:
            _git("worktree", "add", "--detach", "--quiet", str(path), revision)
        except subprocess.CalledProcessError:
            raise SystemExit(f"{revision}: cannot be checked out: give a commit, branch or tag") from None
        try:
            yield path
        finally:
            _git("worktree", "remove", "--force", str(path))


def _git(*words: str) -> None:
    subprocess.run(["git", "-C", str(ROOT), *words], check=True, stdout=subprocess.DEVNULL)


def records_at(revision: str, name: str) -> Records:
    """What the program of a revision makes of a set."""
    asked = json.dumps([[case.id, str(case.path), case.url] for case in cases(name)])
    with worktree(revision) as tree:
        done = subprocess.run(
            [sys.executable, "-c", READ_ALL],
            input=asked,
            capture_output=True,
            text=True,
            check=False,
            cwd=tree,
            env={**os.environ, "PYTHONPATH": str(tree), "PYTHONIOENCODING": "utf-8"},
        )
    if done.returncode:
        raise SystemExit(f"{revision}: does not run:\n{done.stderr}")
    return dict(json.loads(line) for line in done.stdout.splitlines())


def compare(name: str, old: Evaluation, new: Evaluation) -> str:
    """Gains and losses of a set: what was wrong and is right, what was right and is wrong."""
    lines = [f"{name}:"]
    for field in (*FIELDS, "core"):
        one, two = old.normalised.f1(field), new.normalised.f1(field)
        if one != two:
            lines.append(f"  {field:12} {one or 0:.3f} → {two or 0:.3f}")
    wrong = Counter(map(str, old.normalised.wrong)), Counter(map(str, new.normalised.wrong))
    gains, losses = sorted((wrong[0] - wrong[1]).elements()), sorted((wrong[1] - wrong[0]).elements())
    lines += [f"  {len(gains)} gains (no longer wrong)", *(f"    {one}" for one in gains)]
    lines += [f"  {len(losses)} losses (newly wrong)", *(f"    {one}" for one in losses)]
    return "\n".join(lines)


def main() -> int:
    """Run the gate."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("revisions", nargs="*", metavar="REVISION", help="one or two git revisions to compare")
    parser.add_argument("--wrong", action="store_true", help="list what is wrong")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to the present figures")
    args = parser.parse_args()
    if len(args.revisions) > 2:
        parser.error("at most two revisions can be compared")
    if args.revisions:
        for name in SETS:
            sides = [measured(name, records_at(revision, name)) for revision in args.revisions]
            print(compare(name, sides[0], sides[1] if len(sides) > 1 else measured(name)))
        return 0
    fallen: list[str] = []
    for name in SETS:
        evaluation = measured(name)
        if args.lift:
            print("\n".join(lift(name, evaluation)))
        print(table(name, evaluation))
        if args.wrong:
            print("\n".join(f"    {one}" for one in sorted(evaluation.normalised.wrong)))
        fallen += [*falls(name, evaluation), *(f"{name}: {one} has no text" for one in evaluation.unread)]
    print("\n".join(["", "below the floor:", *fallen] if fallen else ["", "no field is below its floor"]))
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
