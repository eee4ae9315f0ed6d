"""One story → Draft: the answers to all questions about one meeting, put together."""

from __future__ import annotations

from meetingx import patterns as re
from meetingx.find.openings import plenary_organ
from meetingx.resolve.draft import Draft, Participant, Reading
from meetingx.resolve.held import mode, venue
from meetingx.resolve.said import WRITTEN, orders, said
from meetingx.resolve.stories import Story
from meetingx.resolve.tables import tasks_of_tables, unread_tables
from meetingx.resolve.when import publication, resolve_date
from meetingx.resolve.where import resolve_place
from meetingx.resolve.who import byline, participants
from meetingx.source import Span


def resolve_story(story: Story) -> Draft | None:
    """The draft of one meeting."""
    statements, speaker_warnings = said(story)
    spoken = [one for one in statements if one.rule != WRITTEN.name]
    speakers = [(name, one.rule) for one in spoken for name in one.speaker.split("、")]
    people, people_warnings = participants(story, speakers)
    dated, date_warnings = resolve_date(story)
    placed, place_warnings = resolve_place(story, people, _year(dated.edtf))
    chair = next((one for one in people if "chair" in one.roles), None)
    name, name_reading = _name(story)
    organizer, organizer_reading = _organizer(story, chair)
    way, way_reading = mode(story, name)
    title, title_reading = _title(story)
    issued, issued_reading, issued_warnings = publication(story)
    hall, hall_reading = venue(story)
    tabled, tabled_orders = tasks_of_tables(story, len(statements))
    readings = (name_reading, title_reading, dated.time, issued_reading, hall_reading, way_reading, organizer_reading)
    return Draft(
        name=name,
        title=title,
        organizer=organizer,
        dated=dated,
        published=issued,
        place=placed,
        venue=hall,
        mode=way,
        participants=tuple(people),
        chair=chair,
        said=(*statements, *tabled),
        orders=(*orders(statements), *tabled_orders),
        byline=tuple(byline(story)),
        readings=tuple(filter(None, readings)),
        warnings=(
            *(*issued_warnings, *date_warnings, *place_warnings),
            *(*people_warnings, *speaker_warnings, *unread_tables(story)),
        ),
    )


def dated_like(draft: Draft, before: Draft) -> Draft:
    """The draft of a meeting held right behind another, on the day of that one."""
    dated = before.dated._replace(time=None, rule="date/right-behind")
    return draft._replace(dated=dated, warnings=tuple(one for one in draft.warnings if one.code != "date-unknown"))


def _year(edtf: str | None) -> int | None:
    return int(edtf[:4]) if edtf and edtf[:4].isdigit() else None


def _name(story: Story) -> tuple[str | None, Reading | None]:
    opening, line = story.opening, story.opening_line
    if opening is None or line is None or opening.name in {"会", "会上"}:
        return None, None
    span = line.text.span(opening.name_start, opening.name_end)
    return opening.name, Reading("name", opening.name, (span,), opening.rule)


def _title(story: Story) -> tuple[str | None, Reading | None]:
    """The headline: the one that the page's tags name, else one that tells of the meeting, else the first.

    Where none of the lines is the headline that the tags name, and that tells of a meeting, they are other pages'.
    """
    source = story.mentions.page.cleaned.source
    meta = source.headline
    lines = sorted((h.text for h in story.headlines), key=lambda text: not OF_MEETING.search(text.chars))
    named = [text for text in lines if meta and _same_headline(text.span(0, len(text)).of(source.page), meta)]
    if lines and (named or not (meta and OF_MEETING.search(meta))):
        text = (named or lines)[0]
        return text.chars, Reading("title", text.chars, (text.span(0, len(text)),), "title/headline")
    return meta, Reading("title", meta, (), "title/meta") if meta else None


def _same_headline(line: str, meta: str) -> bool:
    """Whether a line is the headline that a page's tags name, or one of the two is a part of the other."""
    shorter, longer = sorted(("".join(line.split()), "".join(meta.split())), key=len)
    return shorter == longer or (len(shorter) > SHORTEST_PART and shorter in longer)


# Fewer characters of a headline may stand in many.
SHORTEST_PART = 8
OF_MEETING = re.compile(r"会议|会(?!同)|召开|约谈")
NOT_BODY = re.compile(
    r"^(?:紧接着?|我[市县区省州旗镇]|全[市县区省]|会议|大会|他|她|并|随后|近日|日前|当日|同时|[^，。]{0,4}日|.*[了着过])$"
    r"|[的，。；—]|主持|根据|按照|^为|下午|上午|今天|昨天|[余多\d]人$"
)


# 全市…全体会议, 第三次全体会议 name no organ.
NO_ORGAN = re.compile(r"全[市县区省]|第")


def _organizer(story: Story, chair: Participant | None) -> tuple[str | None, Reading | None]:
    """The body that convened the meeting: the subject of 召开, the organ of a plenary, the chair's own body."""
    opening, line = story.opening, story.opening_line
    if opening is None or line is None:
        return None, None
    at = line.text.chars.find(opening.convener or "", opening.start)
    person = any(p.start < at + len(opening.convener or "") and p.end > at for p in line.people)
    if opening.convener and not person and not NOT_BODY.search(opening.convener):
        span = line.text.span(at, at + len(opening.convener))
        return opening.convener, Reading("organizer", opening.convener, (span,), opening.rule)
    convened = _headline_convener(story)
    if convened is not None:
        return convened.value, convened
    organ = plenary_organ(opening.name)
    if organ and not NO_ORGAN.match(organ):
        span = line.text.span(opening.name_start, opening.name_start + len(organ))
        return organ, Reading("organizer", organ, (span,), "organizer/plenary")
    if chair is not None and chair.post:
        organization = split_post(chair.post)[0]
        if organization and line.text.chars[max(0, opening.start - 1) : opening.end].find("主持召开") >= 0:
            return organization, Reading(
                "organizer", organization, (_part(story, chair, organization),), "organizer/chair"
            )
    return None, None


def _headline_convener(story: Story) -> Reading | None:
    """Who convened the meeting as the headline says, where the report only says 我镇 or tells the chair."""
    for line in story.headlines:
        for opening in line.openings:
            if opening.rule == "opening/convened" and opening.convener and not NOT_BODY.search(opening.convener):
                at = line.text.chars.find(opening.convener, opening.start)
                span = line.text.span(at, at + len(opening.convener))
                return Reading("organizer", opening.convener, (span,), opening.rule)
    return None


def _part(story: Story, person: Participant, words: str) -> Span:
    """Where the first `words` of a person's post are printed."""
    for line in story.paragraphs:
        for one in line.people:
            if line.text.span(one.start, one.end) == person.span:
                return line.text.span(one.start, one.start + len(words))
    return person.span


BODY = re.compile(
    r"^(?P<body>[\u3400-\u9fff（）]{1,24}?(?:厅|局|委员会|办公室|公司|集团|中心|管委会|街道|镇|乡|大队|支队|医院|学校"
    r"|总队|法院|检察院|办事处|专员办|办|园区|新区|开发区"
    r"|协会|总会|工会|指挥部|领导小组|院|所|站|部(?!长)|委(?!书记|副|常|员)|组(?!长|织)|会(?!长|计))"
    r"(?:[\u3400-\u9fff]{1,4}[科股站](?=副?[科股站]长))?)"
    r"(?P<title>(?![县市区旗州])"
    r"(?:党组|党委|党工委|党支部|分党组|机关党委|纪检|副|常务|书记|局长|主任|厅长|总|第一|原|代|一级|二级"
    r"|三级|四级|正|组长|成员|委员|[\u3400-\u9fff]{0,6}长"
    r"|监察专员|巡视员|调研员|经理|董事).*)$"
)


def split_post(post: str | None) -> tuple[str | None, str | None]:
    """A printed post as organization and title; the organization None for posts of a committee or government.

    >>> split_post("省生态环境厅党组书记、厅长"), split_post("县委副书记、县长")
    (('省生态环境厅', '党组书记、厅长'), (None, '县委副书记、县长'))
    >>> split_post("副局长"), split_post("市公安局副局长")
    ((None, '副局长'), ('市公安局', '副局长'))
    >>> split_post("固镇县副县长")
    (None, '固镇县副县长')
    >>> split_post("县政府办综合科科长")
    ('县政府办综合科', '科长')
    """
    if not post:
        return None, None
    match = BODY.match(post)
    if match and len(match["body"]) > 1 and not re.match(r"^(?:[市县区省州旗]?委?|[副正原代].{0,3})$", match["body"]):
        return match["body"], match["title"]
    return None, post
