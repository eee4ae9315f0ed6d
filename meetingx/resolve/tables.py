"""What a table of tasks orders: each row a task with its bodies and day, all of them one directive of the meeting."""

from __future__ import annotations

from itertools import groupby

from meetingx.find.subjects import split_list
from meetingx.resolve.draft import Order, Said
from meetingx.resolve.stories import Story
from meetingx.source import Text
from meetingx.tables import TaskRow

RULE = "statement/table"


def tasks_of_tables(story: Story, directives: int) -> tuple[list[Said], list[Order]]:
    """The directives, of which `directives` go before, and the orders that the tables in a story give.

    Nobody is printed as saying them: the speaker is the meeting, the verb the heading over the tasks.
    """
    found: list[Said] = []
    orders: list[Order] = []
    for _, group in groupby(_rows(story), key=lambda row: row.named.span(0, len(row.named))):
        rows = list(group)
        at = directives + len(found)
        found.append(Said("会议", rows[0].named.chars, Text.join(row.whole for row in rows), RULE))
        orders += [Order(row.task, _bodies(row), at, RULE, row.deadline) for row in rows]
    return found, orders


def _rows(story: Story) -> list[TaskRow]:
    """The rows behind the first paragraph of a story, and before the next one's."""
    page = story.mentions.page
    first = story.paragraphs[0].text.starts[0]
    own = {line.text.starts[0] for line in story.paragraphs}
    later = [one.starts[0] for one in page.paragraphs if one.starts[0] > first and one.starts[0] not in own]
    end = min((at for at in later if at > max(own)), default=None)
    return [row for row in page.tasks if row.whole.starts[0] > first and (end is None or row.whole.starts[0] < end)]


def _bodies(row: TaskRow) -> tuple[str, ...]:
    """The bodies of a row, parts of a list apart, each once."""
    return tuple(dict.fromkeys(part for body in row.bodies for part in split_list(body.chars)))
