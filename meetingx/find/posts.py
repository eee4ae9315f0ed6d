"""The posts of people, read back to their beginning: 、 joins those of one person."""

from __future__ import annotations

from meetingx import patterns as re
from meetingx.find.names import Person
from meetingx.find.no_names import PLURAL_POST
from meetingx.rules import Rule, expand

# What a post consists of, read backwards from its end, since that is where one is known to be.
POST_BACKWARDS = re.compile(r"(?:[\u3400-\u9fffA-Za-z0-9·/—]|）[^（）\n]{1,14}（|”[^“”\n]{1,16}“){0,44}")
CUT = re.compile(
    expand(
        r".*(?:会议由|第[一二三四五]项|[一二三四五六七八九]是|(?<!自)由|的(?!士)|了|听取|邀请到?|参加|出席|列席|召开"
        r"|陪同|带领|率领|召集(?!人)|主持(?![^（）]{0,8}工作)|会议?上|\d[日号]|[上下]午|当[日天晚]|今[天日]|昨[天日]|近日|日前"
        r"|传达|贯彻|学习|按照|根据|随后|然后|接着|再安排|再部署|再动员|其间|期间|该|[流议]程是|在(?![线职])|还有|以及|连同|特邀|应邀|后(?=<<han>>{0,8}(?:书记"
        r"|市长|县长|区长))|邀(?!请)|(?:领导|人员|嘉宾)(?:还|分别)?[有为]|负责(?:人|同志)[及和与]|(?<![永仁泰政平兴太共云诸嘉])[和与及暨](?=(?:我"
        r"|本)?[省市县区州旗镇乡厅局委处](?:委|政|人大|纪|领|长|直|级|城|经|水|公|财|教|交|农|住|应|生|发|自))"
        r"|<<surname>><<han>>{1,2}[和与及]|人员有|最后|代表(?=[省市县区州旗镇乡街][委政]))"
        r"|(?:请|经(?!$|[开济信管贸委发侦营纪])|有(?!限|关)|受|和(?![田县平顺政静硕布龙林])|与|及|是|并|暨|还|兼(?!职)|因|等|最后|[两三四五六七八九]位)"
    )
)
BARE_POST = re.compile(expand(r"(?:<<head>>)(?:<<paren>>)?$"))


def with_post(chars: str, person: Person, floor: int) -> Person:
    """`person` with its post read back to its beginning, over the 、 that join posts of one person."""
    head_end = person.start + len(person.post or "")
    start = _joined_start(chars, floor, _post_start(chars, floor, head_end))
    levels = OF_LEVELS.regex.search(chars, floor, start) if LEADERS.match(chars, start) else None
    start = levels.start() if levels else start
    charge = IN_CHARGE.regex.search(chars, floor, start)
    start = charge.start("span") if charge else start
    return person._replace(post=chars[start:head_end], start=start)


# What somebody answers for, before the post: 分管食品安全的副乡长.
IN_CHARGE = Rule(
    name="post/in-charge",
    pattern=r"(?:^|[，。；、\n由])(?P<span>(?:分管|主管|负责)[^，。；：、\n]{2,14}的)$",
    make=lambda m: m["span"],
    yes={"，〔分管食品安全的〕": "分管食品安全的"},
    no=("由食品安全", "，分管食品安全"),
)


def _joined_start(chars: str, floor: int, start: int) -> int:
    """Where the posts begin that 、 joins to the one at `start`."""
    joints = "、兼" if LEADERS.match(chars, start) else "、，兼"
    while start - 1 > floor and chars[start - 1] in joints:
        before = _post_start(chars, floor, start - 1)
        piece = chars[before : start - 1]
        if not piece or not BARE_POST.search(piece) or PLURAL_POST.search(piece):
            break
        if chars[start - 1] == "，" and before > floor and chars[before - 1] not in "，。；、：！？\n ”由":
            break
        start = before
    return start


# Leaders of two levels that share one head: 市、县领导.
OF_LEVELS = Rule(
    name="post/of-levels",
    pattern=r"(?<![\u3400-\u9fff])(?:[省市县区州旗镇]、)+$",
    make=lambda m: m[0],
    yes={"〔市、县、〕": "市、县、", "，〔镇、〕": "镇、"},
    no=("全市、", "市县"),
)
LEADERS = re.compile(r"(?:[省市县区州旗镇乡校院局厅]|园区|新区|集团)领导")


def _post_start(chars: str, floor: int, end: int) -> int:
    """Where the post that ends at `end` begins."""
    low = max(floor, end - 60)
    window = chars[low:end]
    run = POST_BACKWARDS.match(window[::-1])
    start = len(window) - (run.end() if run else 0)
    cut = CUT.match(window, start, len(window) - 1) if start < len(window) else None
    while cut and cut.end() > start and cut.end() < len(window):
        start = cut.end()
        cut = CUT.match(window, start, len(window) - 1)
    return low + start
