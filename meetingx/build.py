"""Step six, Draft → Meeting: ids, evidence, targets and deadlines, as plain values."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from functools import cache

from meetingx import patterns as re
from meetingx.find.deadlines import deadline
from meetingx.find.openings import kind
from meetingx.find.targets import targets
from meetingx.lexicon import hole, rows
from meetingx.plain import (
    Attendee,
    Chair,
    Deadline,
    Directive,
    Meeting,
    Origin,
    Passage,
    Place,
    Target,
    Task,
    Warn,
)
from meetingx.resolve.draft import Draft, Order, Participant
from meetingx.resolve.due import due
from meetingx.resolve.story import split_post
from meetingx.resolve.verbs import action_and_object
from meetingx.segment import Page
from meetingx.source import Source, Span


def build(draft: Draft, page: Page) -> Meeting:
    """The record of one meeting."""
    directives = [
        Directive(speaker=s.speaker, verb=s.verb, text=s.text.chars, span=_whole(s.text.span(0, len(s.text))))
        for s in draft.said
    ]
    tasks = [_task(order, draft) for order in draft.orders]
    source = page.cleaned.source
    return Meeting(
        schema_version="1.0",
        id=_identity(draft),
        name=draft.name,
        title=draft.title,
        kind=kind(draft.name) if draft.name else None,
        topics=topics("".join(filter(None, (draft.name, draft.title))) or ""),
        date=draft.dated.edtf,
        date_text=draft.dated.text,
        date_basis=draft.dated.basis,  # type: ignore[typeddict-item]
        time=draft.dated.time.value if draft.dated.time else None,
        published=draft.published,
        place=_place(draft),
        mode=draft.mode,  # type: ignore[typeddict-item]
        organizer=draft.organizer,
        chair=_chair(draft.chair),
        attendees=[_attendee(one) for one in draft.participants],
        directives=directives,
        tasks=tasks,
        source=Origin(
            id=source.id,
            path=source.path,
            url=source.url,
            site=source.site,
            encoding=source.encoding,
            sha256=source.sha256,
            byline=list(draft.byline),
            noise=list(page.noise),
        ),
        evidence=_evidence(draft),
        warnings=[*_of_source(source), *(Warn(code=w.code, message=w.message) for w in draft.warnings)],
    )


def _of_source(source: Source) -> list[Warn]:
    """What is told of characters that could not be decoded, and of what was given and not understood."""
    message = f"{source.lost} of the page's characters could not be decoded as {source.encoding}"
    lost = [Warn(code="characters-lost", message=message)] if source.lost else []
    return lost + [Warn(code="field-not-understood", message=one) for one in source.misfits]


def _whole(span: Span) -> Passage:
    return Passage(start=span.start, end=span.end)


def _identity(draft: Draft) -> str:
    """An id that the same report gets on any machine: from what it says, not from where it lies."""
    told = [draft.name, draft.dated.text, [s.text.chars for s in draft.said], [p.text for p in draft.participants]]
    digest = hashlib.sha256(json.dumps(told, ensure_ascii=False).encode("utf-8")).hexdigest()
    return f"m-{digest[:16]}"


def topics(chars: str) -> list[str]:
    """The topics that a passage names, in the order of the first word for each.

    >>> topics("全市大气污染防治暨安全生产会议")
    ['大气', '生态环境', '安全生产']
    """
    found: dict[str, int] = {}
    beginnings = _topics()
    for at in range(len(chars) - 1):
        for word, topic in beginnings.get(chars[at : at + 2], ()):
            if topic not in found and chars.startswith(word, at):
                found[topic] = at
    return sorted(found, key=lambda topic: (found[topic], topic))


@cache
def _topics() -> dict[str, list[tuple[str, str]]]:
    """The words of topics with their topics, by their first two characters."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for word, topic in rows("topics"):
        found[word[:2]].append((word, topic))
    return found


def _place(draft: Draft) -> Place | None:
    placed = draft.place
    if placed is None:
        return None
    return Place(
        name=placed.name,
        adcode=placed.adcode,
        level=placed.level,  # type: ignore[typeddict-item]
        province=placed.province,
        prefecture=placed.prefecture,
        county=placed.county,
        township=placed.township,
        basis=placed.basis,  # type: ignore[typeddict-item]
        venue=draft.venue,
    )


def _chair(one: Participant | None) -> Chair | None:
    if one is None or one.name is None:
        return None
    organization, title = split_post(one.post)
    return Chair(name=one.name, title=title, organization=organization, span=_whole(one.name_span))


GROUP_HEAD = re.compile(rf"{hole('group_head')}(?:等)?$")


def _attendee(one: Participant) -> Attendee:
    if one.kind == "group":
        head = GROUP_HEAD.search(one.text)
        organization: str | None = (one.text[: head.start()] or None) if head else None
        title: str | None = head[0] if head else one.text
    else:
        organization, title = split_post(one.post)
    return Attendee(
        kind=one.kind,  # type: ignore[typeddict-item]
        name=one.name,
        title=title,
        organization=organization,
        roles=list(one.roles),  # type: ignore[arg-type]
        text=one.text,
        span=_whole(one.span),
    )


def _task(order: Order, draft: Draft) -> Task:
    chars = order.text.chars
    by = _by_when(order, draft.dated.edtf)
    action, what = action_and_object(chars, order.assignees)
    return Task(
        text=chars,
        assignees=list(order.assignees),
        action=action,
        object=what,
        deadline=by,
        targets=[
            Target(text=text, indicator=_indicator(chars, start), comparator=how, value=value, unit=unit)  # type: ignore[typeddict-item]
            for start, _, (how, text, value, unit) in targets(chars)
        ],
        topics=topics(chars),
        directive=order.directive,
        span=_whole(order.text.span(0, len(order.text))),
    )


def _by_when(order: Order, held: str | None) -> Deadline | None:
    """The deadline of an order: a table's cell, else what the words tell."""
    if order.deadline is not None:
        return Deadline(text=order.deadline.chars, date=due(order.deadline.chars, held))
    found = deadline(order.text.chars)
    if found is None:
        return None
    words = order.text.chars[found[0] : found[1]]
    return Deadline(text=words, date=due(words, held))


INDICATOR = re.compile(r"(?P<what>[\u3400-\u9fffA-Za-z0-9.]{2,20}?)(?:要|力争|确保|同比|较去年|必须)*$")


def _indicator(chars: str, end: int) -> str | None:
    """What the figure that begins at `end` is a figure of: the words right before it."""
    before = re.split(r"[，。；：、]", chars[:end])[-1]
    match = INDICATOR.search(before)
    return match["what"] if match and len(match["what"]) >= 2 else None


def _evidence(draft: Draft) -> dict[str, list[Passage]]:
    found: dict[str, list[Passage]] = {}
    if draft.dated.spans:
        found["date"] = [_whole(span) for span in draft.dated.spans]
    if draft.place is not None and draft.place.spans:
        found["place"] = [_whole(span) for span in draft.place.spans]
    for reading in draft.readings:
        if reading.spans:
            found[reading.field] = [_whole(span) for span in reading.spans]
    return found
