"""What a table of tasks orders: each row a task with its bodies and day, all of them one directive of the meeting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeVar

from meetingx.find.assigned import assigned
from meetingx.resolve.draft import Order, Said, Warned
from meetingx.resolve.stories import Story
from meetingx.source import Text
from meetingx.tables import TaskRow

RULE = "statement/table"
T = TypeVar("T")


def tasks_of_tables(story: Story, directives: int) -> tuple[list[Said], list[Order]]:
    """The directives, of which `directives` go before, and the orders that the tables in a story give.

    Nobody is printed as saying them: the speaker is the meeting, the verb the heading over the tasks.
    """
    found: list[Said] = []
    orders: list[Order] = []
    tasks = _behind(story, story.mentions.page.tasks, lambda row: row.whole)
    for _, group in groupby(tasks, key=lambda row: row.named.span(0, len(row.named))):
        rows = list(group)
        at = directives + len(found)
        found.append(Said("会议", rows[0].named.chars, Text.join(row.whole for row in rows), RULE))
        orders += [Order(of[0].task, _bodies(of), at, RULE, of[0].deadline) for of in _tasks(rows)]
    return found, orders


def unread_tables(story: Story) -> list[Warned]:
    """A warning for each table in a story from which, or from a row of which, no task was read and bodies are named."""
    unread = _behind(story, story.mentions.page.unread, lambda one: one.line)
    return [
        Warned("table-unread", f"no task was read from the {'table under' if whole else 'row'}: {line.chars}")
        for line, whole in unread
    ]


def _behind(story: Story, found: Iterable[T], line: Callable[[T], Text]) -> list[T]:
    """What stands behind the first paragraph of a story, before the page's first too, and before the next story's."""
    paragraphs = [one.starts[0] for one in story.mentions.page.paragraphs]
    own = [one.text.starts[0] for one in story.paragraphs]
    first = own[0] if own[0] != paragraphs[0] else 0
    end = min((at for at in paragraphs if at > own[-1]), default=None)
    return [one for one in found if line(one).starts[0] >= first and (end is None or line(one).starts[0] < end)]


def _tasks(rows: list[TaskRow]) -> Iterator[list[TaskRow]]:
    """The rows of each task: several where its cell goes over them, and one day."""
    for _, group in groupby(rows, key=lambda row: (row.task.starts[0], row.deadline and row.deadline.chars)):
        yield list(group)


def _bodies(rows: list[TaskRow]) -> tuple[str, ...]:
    """The bodies of a task, parts of a list apart, each once."""
    printed = {body.starts[0]: body.chars for row in rows for body in row.bodies}
    return tuple(dict.fromkeys(part for cell in printed.values() for part in assigned(cell)))
