"""Tables of tasks on a page: rows under a heading that names the task, who is responsible and by when.

Step three sets their lines aside; step five makes orders of them. Cells are parted by tabs, as the text of a page in
HTML has them, or by bars.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from meetingx import patterns as re
from meetingx.source import Text

PARTED = re.compile(r"[\t|｜]")
# Bars at both ends are the table's edges, no empty cells.
EDGES = re.compile(r"\s*[|｜](?P<cells>.*)[|｜]\s*")
# The task's column, the most telling heading first.
TASKS = (
    re.compile(r"(?:整改|工作|主要|具体|落实)?(?:措施|举措)(?!.*效)"),
    re.compile(r"(?:工作|任务|主要|具体)内容"),
    re.compile(r"(?:工作|重点|主要|目标|整改|具体)?任务(?!.*编号)"),
    re.compile(r"(?:交办|议定|落实|督办|重点)?事项"),
)
BODIES = re.compile(r"(?:牵头|责任|主办|承办|实施|落实|主体)(?:单位|部门|领导|人|主体|科室|股室|处室)")
DEADLINES = re.compile(r"(?:完成|整改|办结|办理|落实)?(?:时限|期限)|(?:完成|办结|整改)(?:时间|日期)")
TELLS_DAY = re.compile(r"\d|[一二三四五六七八九十]月|[年月季]底|季度|前$")
SHORTEST_TASK = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns of a table of tasks; `named` is the cell over the tasks."""

    named: Text
    task: int
    bodies: tuple[int, ...]
    deadline: int | None
    width: int


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task with the bodies that have to do it and the day, as printed in a table whose heading is `named`."""

    whole: Text
    named: Text
    task: Text
    bodies: tuple[Text, ...]
    deadline: Text | None


def heading(line: Text, page: str) -> Heading | None:
    r"""The columns that a line names, where it heads a table of tasks.

    >>> page = "序号\t工作任务\t责任单位\t完成时限"
    >>> found = heading(Text.read(page), page)
    >>> found and (found.named.chars, found.task, found.bodies, found.deadline)
    ('工作任务', 1, (2,), 3)
    """
    cells = list(_cells(line, page))
    told = [cell.chars.replace(" ", "") for cell in cells]
    bodies = tuple(i for i, one in enumerate(told) if BODIES.fullmatch(one))
    tasks = [i for kind in TASKS for i, one in enumerate(told) if kind.fullmatch(one)]
    if not bodies or not tasks:
        return None
    deadline = next((i for i, one in enumerate(told) if DEADLINES.fullmatch(one)), None)
    return Heading(cells[tasks[0]], tasks[0], bodies, deadline, len(cells))


def task_row(line: Text, page: str, under: Heading) -> TaskRow | None:
    """The task of a line under a heading; a cell that goes over several rows stands in the first of them alone."""
    cells = list(_cells(line, page))
    left_out = under.width - len(cells)
    columns = [i - left_out for i in (under.task, *under.bodies)]
    if left_out < 0 or min(columns) < 0 or len(cells[columns[0]]) < SHORTEST_TASK:
        return None
    task, *bodies = (cells[i] for i in columns)
    by = cells[under.deadline - left_out] if under.deadline is not None else None
    deadline = by if by is not None and TELLS_DAY.search(by.chars) else None
    return TaskRow(line, under.named, task, tuple(one for one in bodies if one.chars), deadline)


def is_parted(line: Text, page: str) -> bool:
    """Whether a line of the page consists of cells."""
    return PARTED.search(line.span(0, len(line)).of(page)) is not None


def _cells(line: Text, page: str) -> Iterator[Text]:
    """The cells of a line as passages of the cleaned text, empty ones too; what parts them was cleaned away."""
    whole = line.span(0, len(line))
    chars = whole.of(page)
    outer = EDGES.fullmatch(chars)
    at, end = outer.span("cells") if outer else (0, len(chars))
    edges = [at, *(match.end() for match in PARTED.finditer(chars, at, end)), end + 1]
    for start, stop in pairwise(edges):
        low = bisect_left(line.starts, whole.start + start)
        yield line.slice(low, bisect_left(line.starts, whole.start + stop - 1)).strip(" |｜")
