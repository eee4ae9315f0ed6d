"""What was said and ordered: pronouns resolved to names, demands with their subjects."""

from __future__ import annotations

from meetingx.find.demands import demands
from meetingx.find.mentions import Line
from meetingx.find.names import Person
from meetingx.find.statements import Statement
from meetingx.resolve.draft import Order, Said, Warned
from meetingx.resolve.stories import Story, holder
from meetingx.rules import Rule


def said(story: Story) -> tuple[list[Said], list[Warned]]:
    """The statements of a meeting, each with a name, or 会议, as its speaker."""
    found: list[Said] = []
    warnings: list[Warned] = []
    last: str | None = None
    for statement in story.statements:
        speaker = _speaker(statement, story, last)
        if speaker is None:
            warnings.append(Warned("speaker-unknown", f"the page does not tell who {statement.speaker} is"))
            speaker = statement.speaker
        elif statement.rule != "statement/meeting":
            last = speaker
        found.append(Said(speaker, statement.verb, statement.text, _rule(statement, story)))
    return found, warnings


# Who wrote what was read out was not there for it: 县委书记王明在批示中指出.
WRITTEN = Rule(
    name="statement/written",
    pattern=r"(?P<span><<in_writing>>)(?=指出|强调|要求|表示|说)",
    make=lambda m: m["span"],
    yes={"县委书记王明〔在批示中〕指出，": "在批示中"},
    no=("在讲话中指出，", "在批示中签名"),
)
LONGEST_LEAD = 40


def _rule(statement: Statement, story: Story) -> str:
    """The rule that tells of a statement: another one where it was only written, as is told before its verb."""
    chars = story.mentions.page.paragraphs[statement.paragraph].chars
    verb = chars.find(statement.verb, statement.start, statement.start + LONGEST_LEAD)
    written = verb >= 0 and WRITTEN.regex.search(chars, statement.start, verb + len(statement.verb))
    return WRITTEN.name if written else statement.rule


def _speaker(statement: Statement, story: Story, last: str | None) -> str | None:
    if statement.speaker in {"他", "她", "他们"}:
        return _last_named(statement, story) or last
    if statement.rule in {"statement/post", "statement/post-later"}:
        return _holder_of(statement.speaker, story)
    if not statement.rule.startswith("statement/pronoun"):
        return statement.speaker
    return holder(story, statement.speaker[0], statement.speaker[1:])


def _holder_of(post: str, story: Story) -> str:
    """The only person of the story whose post ends so, or else the post as printed: 镇长 is no 副镇长."""
    told = post.removeprefix("该")
    posts = [(one.name, one.post) for line in story.paragraphs for one in line.people if one.post]
    names = {name for name, held in posts if held.endswith(told) and not held.endswith(f"副{told}")}
    return names.pop() if len(names) == 1 else post


def _is_subject(line: Line | None, person: Person) -> bool:
    """Whether a sentence begins with a person, so that 他 in the next one is that person."""
    if line is None:
        return False
    before = line.text.chars[: person.start]
    return not before or before.endswith(("。", "！", "\n", "上，", "后，", "最后", "随后", "接着", "时，"))


def _last_named(statement: Statement, story: Story) -> str | None:
    """The person that 他 stands for: the last subject of a predicate before it."""
    name = None
    paragraph = next(
        (p for p in story.paragraphs if p.text is story.mentions.page.paragraphs[statement.paragraph]), None
    )
    nearest = [
        p for p in (paragraph.people if paragraph else ()) if p.end <= statement.start and _is_subject(paragraph, p)
    ]
    if nearest:
        return nearest[-1].name
    for line in story.paragraphs:
        here = line.text is story.mentions.page.paragraphs[statement.paragraph]
        for presence in line.presences:
            if here and presence.person.start >= statement.start:
                return name
            if presence.role != "attendee" or name is None:
                name = presence.person.name
        if here:
            return name
    return name


def orders(statements: list[Said]) -> list[Order]:
    """The demands of the statements, in order."""
    return [
        Order(statement.text.slice(one.start, one.end), one.assignees, i, one.rule)
        for i, statement in enumerate(statements)
        for one in demands(statement.text.chars, statement.verb)
    ]
