"""The kind of division that a report speaks of as its own: 我县, 县委, 市长 and who else came."""

from __future__ import annotations

from collections import Counter

from meetingx import divisions
from meetingx import patterns as re
from meetingx.find.places import PARTS_OF_TOWNS
from meetingx.resolve.draft import Participant
from meetingx.resolve.stories import Story
from meetingx.resolve.watched import met_behind
from meetingx.rules import Rule

OWN = re.compile(
    r"(?:我|本|该(?=镇|乡|街道))(?P<own>自治区|省|市|县|区|州|盟|旗|镇|乡|街道)(?!直|级)|(?<![安健完])全(?P<all>省|市|县|区|州|盟|旗|镇|乡|街道?)"
    r"(?!面|体|国)"
    r"|(?<![\u3400-\u9fff])(?P<org>自治区|省|市(?!监(?!委))|县|区|州|盟|旗|镇|乡|街道|地(?=委|区行署))(?!场)(?:委|区行署|政府"
    r"|人大|政协|长|领导|直|纪委|党工委|办事处"
    r"|[\u3400-\u9fff]{0,8}(?:局|厅|办|委))"
    r"|(?<![\u3400-\u9fff])(?P<office>行署)(?=党组|召开|专员|副专员|办|机关)"
)
# The region convened: 自治区召开, 自治区政府召开.
OF_REGION = re.compile(
    r"(?:^|[，。\s日午])自治区(?:党委|人民政府|政府)?(?:召开|举行)|(?<![族治])自治区[\u3400-\u9fff]{2,8}厅"
)
POST = re.compile(
    r"^(?:中共|原|副|代|常务副)*(?:[\u3400-\u9fff]{2,8}?)??(?P<own>自治区|新区|省|市(?!监(?!委))|县|区|州|盟|旗|镇|乡|街道|办事处(?=副?主任)|地(?=委))(?!场)"
    r"(?:(?<=办事处)副?主任|委|政府|人大|政协|长|领导|纪委|监委|党工委|办事处|党委|人民|党政|[\u3400-\u9fff]{1,14}(?:局|厅|办|委|会|院))"
)
# How much 我县 says of whose meeting it is: in a headline, in the first paragraph; less in the statements.
OWN_IN_HEADLINE = 6
OWN_IN_OPENING = 4
# Whose meeting it is by its name, where it is said to be convened and not to be watched: 全市现场推进会.
NAMED_FOR = Rule(
    name="place/named-for",
    pattern=r"^全(?P<span>省|市|州|盟|县|区|旗|镇|乡|街道)(?=[\u3400-\u9fff])",
    make=lambda m: m["span"],
    yes={"全〔市〕安全生产会议": "市", "全〔县〕防汛会": "县"},
    no=("全体会议", "市安全生产会议"),
)
# A post in a zone that is told with the province or city around it: 甲省乙山新区社会事务局局长.
IN_ZONE = re.compile(r"[\u3400-\u9fff]{2,8}?[省市][\u3400-\u9fff]{2,4}?(?:新区|开发区|高新区|经开区|示范区)")
CONVENED = frozenset({"opening/convened", "opening/organized", "opening/held", "opening/bare"})
OWN_IN_NAME = 3
# The kind of the place that the convener is called after, where the meeting is not called after another.
OWN_CONVENED = 4
# The same of a name that begins with a division's, where nobody else convened: 黔南布依族苗族自治州建州六十周年座谈会.
OWN_CALLED = 9
# A convener that may be of a township, or went there: 甲县乙镇林场, 县委常委李明深入乙镇.
BELOW = re.compile(r"[镇乡]|街道|深入|[前赴到]")
# Kinds that are called by another word.
CALLED = {"新区": "区", "办事处": "街道"}
# Kinds that may stand before the name of what they enclose: 四川省成都市水务局局长.
AROUND_OTHERS = frozenset({"省", "自治区", "市", "州", "盟"})
# A city that a division of the 兵团 governs: its body is both, 师市党委.
CORPS = re.compile(r"(?<!教)(?<!老)师市(?=党委|安|各|领导|机关|生态|[\u3400-\u9fff]{0,8}(?:局|办|委))")
KINDS = frozenset("省市县区州盟旗地")
OF_TOWNSHIP = re.compile(
    r"[\u3400-\u9fff]{2}(?P<kind>镇|乡|街道)(?:办事处|党工委|党委|人民政府|政府|教育系统|卫生院|[\u3400-\u9fff]{0,8}(?:中心|所|站|办|小学|学校))?$|[\u3400-\u9fff]{2}(?P<office>街)办$"
)


def own_letter(story: Story, people: list[Participant]) -> str | None:
    """The kind of division that the report speaks of as its own: 县, 市, 区, 省, 镇 …, or None."""
    if any(CORPS.search(line.text.chars) for line in (*story.headlines, *story.paragraphs)):
        return "师市"
    behind = met_behind(story)
    if behind is not None:
        return behind
    votes: Counter[str] = Counter()
    hosts = _hosts(story)
    for one in people:
        if any((one.post or "").startswith(name) for name in hosts):
            continue
        match = (
            POST.match(re.split("[、，]", one.post or "")[-1]) or POST.match(one.post or "")
            if one.kind == "person"
            else None
        )
        if match:
            own = "区" if IN_ZONE.match(match.string) else _kind(match.string) if match["own"] in AROUND_OTHERS else ""
            own = own or CALLED.get(match["own"], match["own"])
            votes[own] += 4 if {"chair", "speaker"} & set(one.roles) else 1
    opening = story.paragraphs[0] if story.paragraphs else None
    for line in (*story.headlines, *story.paragraphs):
        for match in OWN.finditer(line.text.chars):
            if match["own"]:
                # what is said of the place around it is said in the statements: 我省扬尘治理
                votes[match["own"]] += OWN_IN_HEADLINE if line.headline else OWN_IN_OPENING if line is opening else 2
            else:
                votes[
                    "地"
                    if match["office"]
                    else (match["all"] or match["org"]).replace("街道", "街").replace("街", "街道")
                ] += 1
    named = NAMED_FOR.regex.match(story.opening.name) if story.opening and story.opening.rule in CONVENED else None
    votes.update({named["span"]: OWN_IN_NAME} if named else {})
    convener = story.opening.convener or "" if story.opening else ""
    alone = named is None and not BELOW.search(convener)
    votes.update({_kind(convener): OWN_CONVENED if alone else 2})
    by_nobody = story.opening is not None and not story.opening.convener and story.opening.rule in CONVENED
    called = _kind(story.opening.name, whole=True) if story.opening is not None and by_nobody else ""
    votes.update({called: OWN_CALLED})
    votes.pop("", None)
    best = votes.most_common(1)[0][0] if votes else None
    # 全区 in an autonomous region is all of it
    region = any((one.post or "").startswith("自治区") for one in people) or any(
        OF_REGION.search(line.text.chars) for line in (*story.headlines, *story.paragraphs[:1])
    )
    return "自治区" if best in {"区", None} and region else best


def _hosts(story: Story) -> frozenset[str]:
    """The places where the meeting of another body was held, by all their names: their leaders only welcome it."""
    lines = (*story.headlines, *story.paragraphs)
    held = {one.name for line in lines for one in line.places if one.rule == "place/held-in"}
    return frozenset(d.name for name in held for d in divisions.named(name))


def _kind(convener: str, *, whole: bool = False) -> str:
    """The kind of the division by whose name, its `whole` one, a body or a meeting is called: 台州市机关事务管理局."""
    township = OF_TOWNSHIP.search(convener)
    if township is not None:
        return township["kind"] or "街道"
    called, at = "", 0
    for start, end, name in divisions.find_names(convener):
        if start != at:
            break
        called, at = name, end
    kinds = {
        one.name.removesuffix("区")[-1] if one.name.endswith("地区") else one.name[-1]
        for one in divisions.named(called)
        if not whole or (one.name == called and called not in PARTS_OF_TOWNS)
    }
    return kinds.pop() if len(kinds) == 1 and kinds <= KINDS else ""
