"""How and where a meeting was held: by video or on site, and in which hall."""

from __future__ import annotations

from meetingx import patterns as re
from meetingx.find.openings import VIDEO_NAME
from meetingx.resolve.draft import Reading
from meetingx.resolve.stories import Story
from meetingx.rules import Rule

VIDEO = Rule(
    name="mode/video",
    pattern=(
        r"(?:以|采取|采用|通过)[^，。；]{0,10}(?:视频|视讯|电视电话|电视)[^，。；]{0,8}(?:形式|方式|召开|举行|连线|会议)?"
        r"|视频(?:形式|方式|连线)[^，。；]{0,6}(?:召开|举行|进行|参加)|线上(?:召开|举行|形式)"
    ),
    make=lambda m: "video",
    yes={
        "会议〔以视频形式召开〕": "video",
        "会议〔以电视电话会议的形式召开〕": "video",
        "会议〔视频连线举行〕": "video",
    },
    no=("观看警示教育视频", "线上办理"),
)
ONSITE = Rule(
    name="mode/onsite",
    pattern=r"现场(?:会|推进会|办公会|观摩|调度会|协调会)",
    make=lambda m: "onsite",
    yes={"全市农村改厕〔现场会〕": "onsite"},
    no=("会议现场", "现场检查"),
)
VENUE = Rule(
    name="venue/hall",
    pattern=(
        r"在(?P<span>[^，。；：、在]{2,24}?(?:会议室|会议中心|礼堂|大会堂|报告厅|宾馆|酒店|会堂|大厦|办公楼|活动中心"
        r"|主会场|影剧院|剧院|指挥中心|广场|会议厅))"
    ),
    make=lambda m: m["span"],
    yes={"会议在〔县行政中心三楼会议室〕召开": "县行政中心三楼会议室"},
    no=("在会议室召开", "在全县开展"),
)
VIDEO_MEETING = re.compile(r"(?:视频|视讯|电视电话|电视)[^，。；]{0,4}会")
# A meeting that was only watched was held elsewhere.
WATCHED = Rule(
    name="video/watched",
    pattern=r"收听|收看|观看",
    make=lambda m: m[0],
    yes={"组织〔收看〕直播": "收看"},
    no=("组织学习",),
)


def mode(story: Story, name: str | None) -> tuple[str | None, Reading | None]:
    """By video or on site: what the meeting's own name says, or how the report says it was held."""
    opening, line = story.opening, story.opening_line
    if opening is not None and line is not None:
        found = VIDEO_NAME.search(opening.name)
        if found:
            at = opening.name_start + found.start()
            return "video", Reading("mode", "video", (line.text.span(at, at + len(found[0])),), "mode/video-name")
    for headline in story.headlines:
        named = VIDEO_MEETING.search(headline.text.chars)
        if named and not WATCHED.regex.search(headline.text.chars):
            return "video", Reading("mode", "video", (headline.text.span(*named.span()),), "mode/video-name")
    for other in (*story.headlines, *story.paragraphs):
        for one in other.openings:
            if name and VIDEO_NAME.search(one.name) and name in VIDEO_NAME.sub("", one.name) and len(name) > 4:
                return "video", Reading("mode", "video", (other.text.span(one.start, one.end),), "mode/video-name")
        said = next(VIDEO.all(other.text.chars), None)
        if said and not WATCHED.regex.search(other.text.chars[max(0, said.start - 30) : said.end + 8]):
            return "video", Reading("mode", "video", (other.text.span(said.start, said.end),), VIDEO.name)
    if name and opening is not None and line is not None:
        for shown in ONSITE.all(name):
            at = opening.name_start + shown.start
            return "onsite", Reading("mode", "onsite", (line.text.span(at, at + shown.end - shown.start),), ONSITE.name)
    return None, None


def venue(story: Story) -> tuple[str | None, Reading | None]:
    """The hall or building in which the meeting was held."""
    for line in story.paragraphs:
        hall = next(VENUE.all(line.text.chars), None)
        if hall and not WATCHED.regex.search(line.text.chars[max(0, hall.start - 20) : hall.end + 12]):
            return hall.value, Reading("venue", hall.value, (line.text.span(hall.start, hall.end),), VENUE.name)
    return None, None
