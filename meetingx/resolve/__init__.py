"""Step five, Mentions → Drafts: what the mentions of a page say together.

One module for each question: was there a meeting, when, where, who, what was said. A value that the
page does not tell stays None, and what was inferred carries a warning.
"""

from __future__ import annotations

from meetingx.find.mentions import Mentions
from meetingx.resolve.draft import Draft
from meetingx.resolve.stories import follows, stories
from meetingx.resolve.story import dated_like, resolve_story


def resolve(mentions: Mentions) -> tuple[Draft, ...]:
    """The meetings that a page reports, in order."""
    drafts: list[Draft] = []
    for story in stories(mentions):
        draft = resolve_story(story)
        if draft is None:
            continue
        if drafts and drafts[-1].dated.edtf and draft.dated.edtf is None and follows(story):
            draft = dated_like(draft, drafts[-1])
        drafts.append(draft)
    return tuple(drafts)
