"""Tables of tasks on a page: rows under a heading that names the task, who is responsible and by when.

Step three sets their lines aside; step five makes orders of them. Cells are parted by tabs, as the text of a page in
HTML has them, or by bars.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from meetingx import patterns as re
from meetingx.columns import TASKS, column
from meetingx.source import Text

PARTED = re.compile(r"[\t|｜]")
TAB = re.compile(r"\t")
# Bars at both ends are the table's edges, no empty cells.
EDGES = re.compile(r"[ \t]*[|｜](?P<cells>.*)[|｜][ \t]*")
TELLS_DAY = re.compile(r"\d|[一二三四五六七八九十]月|[年月季]底|季度|前$")
# The cell above goes over this one, or is printed once: 〃, 同上.
AS_ABOVE = frozenset({"〃", "同上", "同 上"})
REPEATED = re.compile(" ?〃")
NUMBER = re.compile(r"[（]?\d{1,3}[）.、]?")
# What a cell of bodies ends with, where nothing else tells that a row belongs to a table.
SURE = re.compile(r"[^：:]*[局委办厅院所站处科股镇乡村组队部会校区县市府位门等室司团道心](?:（[^（）]*）)?")
ENUMERATED = re.compile(r"[（(]?[一二三四五六七八九十]+[）)、.]|(?:合计|总计|小计|备注|注|说明)(?:[：:]|$)")
SAYS = re.compile(r"[^\s\-—:：=+|｜]")
TABLE_RULE = re.compile(r"[\s\-—:：=+|｜]*")
# 禁烧: so short a task needs bodies to be one.
SHORT_TASK = re.compile("[\u3400-\u9fff]{2,3}")
SHORTEST_TASK = 4
LONGEST_SECTION = 60
"""Characters of a task, and of a line that parts the rows."""

Cells: TypeAlias = tuple[Text, ...]


class Heading(NamedTuple):
    """The columns of a table of tasks; `named` is the cell over the tasks, `told` what all the cells say.

    A heading may go over several columns: the last of `tasks` that a row fills has its task. Of `bodies` those that
    have to do a task go before those that help.
    """

    named: Text
    told: tuple[str, ...]
    tasks: tuple[int, ...]
    bodies: tuple[int, ...]
    deadline: int | None
    numbered: bool

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.told)


class TaskRow(NamedTuple):
    """A task with the bodies that have to do it and the day, as printed in a table whose heading is `named`.

    Of a task that goes over several rows each row has the passage where it is printed.
    """

    whole: Text
    named: Text
    task: Text
    bodies: Cells
    deadline: Text | None


class Unread(NamedTuple):
    """A line of a table from which no task was read: its heading where `whole`, else a row that names bodies."""

    line: Text
    whole: bool


@dataclass(slots=True)
class _Table:
    """A table that names bodies: the line of its heading, the rows read under it, the first with bodies and no task."""

    line: Text
    rows: list[TaskRow] = field(default_factory=list)
    lost: Text | None = None

    @property
    def unread(self) -> Unread | None:
        """What of the table gave no task."""
        if not self.rows:
            return Unread(self.line, whole=True)
        return Unread(self.lost, whole=False) if self.lost else None


@dataclass(slots=True)
class Tables:
    """The tables of tasks that the lines of a page gave so far; only step three holds one.

    `left` are lines inside them that are no rows: what parts their sections.
    """

    left: list[Text] = field(default_factory=list)
    _tables: list[_Table] = field(default_factory=list)
    _under: Heading | None = None
    _above: Cells = ()
    _apart: bool = False

    @property
    def tasks(self) -> tuple[TaskRow, ...]:
        """The rows of all tables."""
        return tuple(row for table in self._tables for row in table.rows)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """One line of each table that names who is responsible, and from which a row or the whole gave no task."""
        return tuple(lost for table in self._tables if (lost := table.unread))

    def take(self, line: Text, page: str) -> bool:
        """Whether a line belongs to a table of tasks: its heading, a row, which is kept, or what parts the rows."""
        printed = cells(line, page)
        if len(printed) < 2 or (_filled(printed) < 2 and not self._parts_rows(printed)):
            self._apart = self._apart or not TABLE_RULE.fullmatch(line.chars)
            return False
        row = tuple(self._above[i] if _is_above(one, i, self._above) else one for i, one in enumerate(printed))
        told = Counter(column(one.chars) for one in row)
        opened = heading(row) or (self._second_line(row) if told["lead"] or told["helper"] else None)
        self._above = row
        if opened is not None:
            self._open(opened, line)
            return True
        if told["lead"] or told["other"] > 1:
            self._end(line, names_bodies=told["lead"] > 0)
        return self._under is not None and self._row(line, row, self._under)

    def _parts_rows(self, printed: Cells) -> bool:
        """Whether a line of one cell is one of the table all the same: it names a section of it, or one more body.

        A paragraph behind a tab is none.
        """
        told = "".join(one.chars for one in printed)
        fits = self._under is not None and self._under.width <= len(printed) and SAYS.search(told) is not None
        return fits and len(told) <= LONGEST_SECTION and (bool(printed[0].chars) or "。" not in told)

    def _second_line(self, row: Cells) -> Heading | None:
        """A heading of two lines, whose second has the bodies apart and is empty where the first goes on."""
        whole = (below if below.chars else above for above, below in zip(self._above, row, strict=False))
        return heading(tuple(whole)) if len(row) == len(self._above) else None

    def _open(self, opened: Heading, line: Text) -> None:
        """Begins a table; the second line of a heading, or one that is printed again, goes on with the one before."""
        last = self._tables[-1] if self._tables else None
        if last is not None and not last.rows and not self._apart:
            self._tables[-1] = _Table(last.line)
        elif last is None or self._under is None or opened.told != self._under.told:
            self._tables.append(_Table(line))
        else:
            opened = opened._replace(named=self._under.named)
        self._under, self._apart = opened, False

    def _end(self, line: Text, *, names_bodies: bool) -> None:
        """Ends a table where another begins, one that names bodies and no tasks, or one of people."""
        self._under = None
        if names_bodies:
            self._tables.append(_Table(line))
            self._apart = False

    def _row(self, line: Text, row: Cells, under: Heading) -> bool:
        """Whether a line under a heading is a row, parts the rows, or goes on with the heading, which is its task."""
        found = None if _is_section(row) else task_row(line, row, under)
        if found is not None and found.task is under.named:
            return True
        if found is None:
            if self._apart or len(row) < under.width:
                return False
            self.left.append(line)
            if self._tables[-1].lost is None and _loses_bodies(line, row, under):
                self._tables[-1].lost = line
            return True
        if self._apart and not (_is_numbered(row, under) or _is_sure(found)):
            return False
        self._apart = False
        self._tables[-1].rows.append(found)
        return True


def heading(row: Cells) -> Heading | None:
    r"""The columns that a line names, where it heads a table of tasks.

    >>> page = "序号\t工作任务\t配合单位\t牵头单位\t完成时限"
    >>> found = heading(cells(Text.read(page), page))
    >>> found and (found.named.chars, found.tasks, found.bodies, found.deadline)
    ('工作任务', (1,), (3, 2), 4)
    """
    kinds = tuple(column(one.chars) for one in row)
    task = next((kind for kind in TASKS if kind in kinds), None)
    leads, helpers = _columns(row, kinds, "lead"), _columns(row, kinds, "helper")
    if task is None or not (leads or helpers or "leader" in kinds):
        return None
    # Of two alike the later tells more: 主要任务 goes over the rows of several 重点工作.
    at = len(kinds) - 1 - kinds[::-1].index(task)
    deadline = kinds.index("deadline") if "deadline" in kinds else None
    told = tuple(one.chars for one in row)
    return Heading(row[at], told, _under(row, at), leads + helpers, deadline, kinds[0] == "number")


def _columns(row: Cells, kinds: tuple[str | None, ...], kind: str) -> tuple[int, ...]:
    """The columns under headings of a kind."""
    return tuple(column for i, one in enumerate(kinds) if one == kind for column in _under(row, i))


def _under(row: Cells, at: int) -> tuple[int, ...]:
    """The columns that a heading goes over: its own, and those behind it that have none."""
    end = next((i for i in range(at + 1, len(row)) if row[i].chars), len(row))
    return tuple(range(at, end))


def task_row(line: Text, row: Cells, under: Heading) -> TaskRow | None:
    """The task of a line under a heading, if it has one."""
    row = _aligned(row, under)
    task = next((row[i] for i in reversed(under.tasks) if row and row[i].chars), None)
    bodies = tuple(row[i] for i in under.bodies if row and row[i].chars)
    if task is None or not _is_task(task, bodies):
        return None
    by = row[under.deadline] if under.deadline is not None else None
    deadline = by if by is not None and TELLS_DAY.search(by.chars) else None
    whole = _own(line)
    if not SAYS.search(whole.chars):
        return None
    return TaskRow(whole, under.named, task, bodies, deadline)


def _is_task(task: Text, bodies: Cells) -> bool:
    """Whether a cell is long enough for a task; so many characters are one where somebody has to do it."""
    if len(task) >= SHORTEST_TASK:
        return True
    return _filled(bodies) > 0 and SHORT_TASK.fullmatch(task.chars) is not None and not ENUMERATED.match(task.chars)


def _loses_bodies(line: Text, row: Cells, under: Heading) -> bool:
    """Whether a row that is no task names bodies all the same, and not only those of the row above; a sum does not."""
    if any(ENUMERATED.match(one.chars) for one in row):
        return False
    row = _aligned(row, under) or row
    bodies = tuple(row[i] for i in under.bodies if i < len(row))
    return not _is_section(row) and _filled(bodies) > 0 and SAYS.search(_own(line).chars) is not None


def _own(line: Text) -> Text:
    """What a line says by itself, without the cells that are those of the row above."""
    return line.edit([(*one.span(), "") for one in REPEATED.finditer(line.chars)]).strip()


def _aligned(row: Cells, under: Heading) -> Cells:
    """A row with as many cells as its heading has; () where that cannot be.

    In text a cell that goes over several rows stands in the first of them alone, and blanks at the end of a line may be
    lost: a row that begins with its number lacks its last cells, any other its first. One that has a cell more than
    there are headings, such as a remark, begins where they do if its number or its bodies stand under theirs.
    """
    if len(row) > under.width:
        cut, more = row[: under.width], sum(1 for one in row[under.width :] if one.chars)
        return cut if not more or (more == 1 and _fits(cut, under)) else ()
    lacking = (row[0].slice(0, 0),) * (under.width - len(row))
    return row + lacking if _is_numbered(row, under) else lacking + row


def _fits(row: Cells, under: Heading) -> bool:
    """Whether the cells of a row look like what their headings name."""
    bodies = [row[i].chars for i in under.bodies if row[i].chars]
    return _is_numbered(row, under) or (bool(bodies) and all(SURE.fullmatch(one) for one in bodies))


def _is_numbered(row: Cells, under: Heading) -> bool:
    """Whether a row begins with its number, as the heading says."""
    return under.numbered and NUMBER.fullmatch(row[0].chars) is not None


def _is_sure(row: TaskRow) -> bool:
    """Whether a row tells by itself that it is one: its bodies look like some."""
    return bool(row.bodies) and all(SURE.fullmatch(one.chars) for one in row.bodies)


def _is_section(row: Cells) -> bool:
    """Whether a row names what the rows behind it are of, or ends them: its first cell alone says something."""
    return _filled(row) == 1 and bool(row[0].chars) and (len(row) > 2 or ENUMERATED.match(row[0].chars) is not None)


def _filled(row: Cells) -> int:
    """How many cells say something."""
    return sum(1 for one in row if SAYS.search(one.chars))


def _is_above(cell: Text, at: int, above: Cells) -> bool:
    """Whether a cell is that of the row above."""
    return cell.chars in AS_ABOVE and at < len(above)


def cells(line: Text, page: str) -> Cells:
    """The cells of a line as passages of the cleaned text, empty ones too; what parts them was cleaned away."""
    low, high = line.span(0, len(line))
    while low and page[low - 1] in " \t":
        low -= 1
    while page[high : high + 1] in {" ", "\t"}:
        high += 1
    outer = EDGES.fullmatch(page, low, high)
    at, end = outer.span("cells") if outer else (low, high)
    parted = TAB if TAB.search(page, at, end) else PARTED
    edges = [at, *(match.end() for match in parted.finditer(page, at, end)), end + 1]
    return tuple(_cell(line, start, stop - 1) for start, stop in pairwise(edges))


def _cell(line: Text, start: int, end: int) -> Text:
    low, high = bisect_left(line.starts, start), bisect_left(line.starts, end)
    return line.slice(low, high).strip(" |｜")
