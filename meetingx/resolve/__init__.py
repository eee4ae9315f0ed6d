"""Step five, Mentions → Drafts: what the mentions of a page say together.

One module for each question: was there a meeting, when, where, who, what was said. A value that the
page does not tell stays None, and what was inferred carries a warning.
"""

from __future__ import annotations

from meetingx.find.mentions import Mentions
from meetingx.resolve.draft import Draft
from meetingx.resolve.stories import stories
from meetingx.resolve.story import resolve_story


def resolve(mentions: Mentions) -> tuple[Draft, ...]:
    """The meetings that a page reports, in order."""
    drafts = (resolve_story(story) for story in stories(mentions))
    return tuple(draft for draft in drafts if draft is not None)
