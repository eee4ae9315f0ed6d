"""Who took part: mentions of one person joined, the fullest post, all roles; groups; the byline."""

from __future__ import annotations

from dataclasses import dataclass, field

from meetingx import patterns as re
from meetingx.find.frames import SERVING
from meetingx.find.mentions import Line
from meetingx.find.names import Person
from meetingx.find.presence import Presence, Titled
from meetingx.find.sentences import sentence_start
from meetingx.lexicon import word_set
from meetingx.resolve.draft import Participant, Warned
from meetingx.resolve.stories import Story, holder
from meetingx.resolve.watched import is_above, watching_level
from meetingx.rules import Rule, expand
from meetingx.source import Span, Text

ROLE_ORDER = ("chair", "speaker", "reporter", "invited", "observer", "attendee")
GENERIC_POST = re.compile(
    r"^(?:书记|市长|县长|区长|局长|厅长|主任|部长|镇长|主席|副市长|副县长|副区长|副局长|委员"
    r"|常委)$"
)


OF_MANY = re.compile(r"^[^、]{0,14}领导(?:同志)?$")
PASSING = re.compile(r"总结|点评|回顾|[作做进][^，。；]{0,12}(?:总结|点评|回顾)|带领")
# What a chair passes on at the beginning of its own speech: 传达了…精神，深入分析形势，安排部署下步工作.
PRELUDE = re.compile(r"传达(?:(?!通报|汇报)[^。；])*，(?:(?!通报|汇报)[^。；])*(?:安排部署|部署了?(?=[下近今当全]))")


# Who sums up one year and lays out the next reports, where nothing else that was said is told.
ONLY_ORDERS = "speaker/orders"


@dataclass(slots=True)
class _Known:
    """What was read of one person so far; only this module holds one."""

    name: str
    mentions: list[tuple[Line, Person]] = field(default_factory=list)
    roles: dict[str, str] = field(default_factory=dict)
    present: bool = False
    passing: bool = False
    quoted: bool = False


def participants(story: Story, speakers: list[tuple[str, str]]) -> tuple[list[Participant], list[Warned]]:
    """Everybody who took part, in the order printed; `speakers` are names with statements, and their rules.

    Who spoke only at a meeting above, which the body here watched, is left out with a warning.
    """
    known = _known(story)
    cited = word_set("cited")
    bystanders = frozenset(byline(story))
    for name, rule in speakers:
        if name in known:
            known[name].roles.setdefault("speaker", rule)
            known[name].present = known[name].quoted = True
    _chair_by_post(story, known)
    _presidium(known)
    groups = _groups(story, known)
    level = watching_level(story)
    found = [
        one
        for one in known.values()
        if one.present and one.name not in cited and not (one.name in bystanders and not _posted(one))
    ]
    above = [one.name for one in found if level and _elsewhere(one, level)]
    message = "of a higher level than the body that watched: no participants here"
    warnings = [Warned("only-watched", f"{'、'.join(above)}: {message}")] if above else []
    return [_participant(one) for one in found if one.name not in above] + groups, warnings


def _elsewhere(one: _Known, level: int) -> bool:
    """Whether somebody is of a higher level than the body that only watched the meeting."""
    posts = [person.post for _, person in one.mentions if person.post]
    return bool(posts) and all(is_above(post, level) for post in posts)


def _posted(one: _Known) -> bool:
    return any(person.post for _, person in one.mentions)


def _known(story: Story) -> dict[str, _Known]:
    known: dict[str, _Known] = {}
    for line in (*story.paragraphs, *story.headlines):
        vouched = not line.headline or _tells_roles(line, known)
        for person in line.people:
            if not vouched and person.name not in known:
                continue
            known.setdefault(person.name, _Known(person.name)).mentions.append((line, person))
        for presence in line.presences:
            one = known.get(presence.person.name)
            if one is not None and (vouched or one.present):
                _did(one, presence, line)
    for line in story.paragraphs:
        for named in line.titled:
            one = known.get(holder(story, named.surname, named.office) or "")
            if one is not None:
                _did(one, named, line)
    return known


def _tells_roles(line: Line, known: dict[str, _Known]) -> bool:
    """Whether a headline only says what several people did, some of whom the report names: 甲讲话 乙主持 丙、丁出席."""
    names = {person.name for person in line.people}
    acted = {one.person.name for one in line.presences}
    return len(names) > 1 and names == acted and any(name in known for name in names)


def _did(one: _Known, did: Presence | Titled, line: Line) -> None:
    """Notes what a person did, and whether it reported only to pass on, or to sum up."""
    if did.role == "reporter":
        own = PRELUDE if "chair" in one.roles else PASSING
        passing = bool(PASSING.match(line.text.chars, did.at) or own.match(line.text.chars, did.at))
        one.passing = passing and (one.passing or "reporter" not in one.roles)
    before = line.text.chars[sentence_start(line.text.chars, did.at) : did.at]
    role = "attendee" if did.role == "chair" and BEFORE_MEETING.regex.match(before) else did.role
    one.roles.setdefault(role, did.rule)
    one.present = True


# What was presided over before the meeting is another: 会前，王明主持召开见面会.
BEFORE_MEETING = Rule(
    name="meeting/before",
    pattern=r"(?:会前|(?:会议|动员会|大会)(?:召开)?前)，",
    make=lambda m: m[0],
    yes={"〔会前，〕": "会前，", "〔会议召开前，〕": "会议召开前，"},
    no=("会上，", "会后，"),
)
# Presided over by a post whose holder is named elsewhere: 会议由镇党委书记主持.
BY_POST = Rule(
    name="chair/by-post",
    pattern=r"由(?P<span>[^，。；：由\n]{2,16}?(?:书记|[省市县区州旗镇乡局厅部]长|主任|主席))主持",
    make=lambda m: m["span"],
    yes={"会议由〔镇党委书记〕主持": "镇党委书记"},
    no=("会议由镇党委书记李明主持", "由办公室主持"),
)


def _chair_by_post(story: Story, known: dict[str, _Known]) -> None:
    """Gives the chair to the one person whose post is printed as the chair's."""
    if any("chair" in one.roles for one in known.values()):
        return
    for line in story.paragraphs:
        post = next((found.value for found in BY_POST.all(line.text.chars)), None)
        holders = [
            one
            for one in known.values()
            if post and any(person.post and person.post.endswith(post) for _, person in one.mentions)
        ]
        if len(holders) == 1:
            holders[0].roles.setdefault("chair", BY_POST.name)
            holders[0].present = True


def _presidium(known: dict[str, _Known]) -> None:
    """Who sits on a presidium (大会执行主席由…担任) presides only where nobody is said to."""
    chairs = [one for one in known.values() if "chair" in one.roles]
    if any(one.roles["chair"] != SERVING.name for one in chairs):
        for one in chairs:
            if one.roles["chair"] == SERVING.name:
                one.roles["attendee"] = one.roles.pop("chair")


def _participant(one: _Known) -> Participant:
    line, person = max(one.mentions, key=lambda pair: _fullness(pair[1], pair[0]))
    first_line, first = one.mentions[0]
    if person.post is None:
        line, person = first_line, first
    start = person.start if not person.shared else person.name_start
    roles = tuple(role for role in ROLE_ORDER if role in _roles(one)) or ("attendee",)
    return Participant(
        kind="person",
        name=one.name,
        post=person.post,
        roles=roles,
        text=line.text.chars[start : person.end],
        span=line.text.span(start, person.end),
        name_span=line.text.span(person.name_start, person.name_end),
        rules=(person.rule, *one.roles.values()),
    )


def _roles(one: _Known) -> set[str]:
    """The roles of a person; who presides or is quoted, and passes on, or sums up, is no reporter for it."""
    roles = set(one.roles)
    speaks = one.quoted or one.roles.get("speaker", ONLY_ORDERS) != ONLY_ORDERS
    if "reporter" in roles and one.passing and ("chair" in roles or speaks):
        roles.discard("reporter")
    return roles


def _fullness(person: Person, line: Line) -> tuple[int, int, int]:
    """How much a mention tells of a post: printed, more than a bare office, long."""
    if person.post is None:
        return (0, 0, 0)
    kind = 1 if line.headline else 2 if OF_MANY.match(person.post) else 3 if GENERIC_POST.match(person.post) else 4
    return (kind, 0, len(person.post))


def _groups(story: Story, known: dict[str, _Known]) -> list[Participant]:
    """The groups, without a post that is that of somebody named elsewhere: 镇党委副书记、镇长出席并讲话."""
    found = []
    holders = {person.post: one for one in known.values() for _, person in one.mentions if person.post}
    seen: set[str] = set()
    for line in story.paragraphs:
        for group in line.groups:
            chars = line.text.chars[group.start : group.end]
            if chars in seen:
                continue
            seen.add(chars)
            if chars in holders:
                holders[chars].roles.setdefault("attendee", group.rule)
                holders[chars].present = True
                continue
            span = line.text.span(group.start, group.end)
            found.append(Participant("group", None, chars, ("attendee",), chars, span, span, (group.rule,)))
    return found


def byline(story: Story) -> list[str]:
    """The reporters and editors named, in the order printed."""
    names: list[str] = []
    for text in story.mentions.page.byline:
        names += (name for name in _credited(text) if name not in names)
    return names


CREDIT = re.compile(
    r"(?:本[报网台刊]|[\u3400-\u9fff]{2,10}(?:日报|晚报|电视台|融媒体中心|融媒体|新闻网|网))|全媒体|首席|见习|实习生"
    r"|实习|特约|记者|通讯员|供稿人?|撰稿人?|撰文|作者|责任编辑"
    r"|责编|编辑|编审|主编|校对|审核人?|终审|初审|复审|[一二三]审|监制|摄影|图片|文字|(?<![\u3400-\u9fff])[文图]"
    r"(?=[：:/／])|(?<=[/／])[文图]|来源|稿源|报道|摄|整理"
    r"|录入|统筹|策划|签发"
)
CREDITED = re.compile(expand(r"(?:<<surname>>|<<surname_compound>>)<<han>>{1,2}|<<han>>{2,4}·<<han>>{2,6}"))


def _credited(text: Text) -> list[str]:
    chars = CREDIT.sub(" ", text.chars)
    chars = re.sub(r"[（）()【】\[\]：:/／、，,|丨·]+", " ", chars)
    pieces: list[str] = []
    for piece in chars.split():
        if len(piece) == 1 and pieces and len(pieces[-1]) == 1:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return [piece for piece in pieces if CREDITED.fullmatch(piece)]


def span_of(participant: Participant) -> Span:
    """Where the participant's name is printed."""
    return participant.name_span
