"""How a report says that a meeting was held: its name, who convened it, and that it was by video."""

from __future__ import annotations

from typing import NamedTuple

from meetingx import patterns as re
from meetingx.lexicon import rows
from meetingx.rules import Rule, apply, expand


class Opening(NamedTuple):
    """A meeting said to be held at [start, end) of a paragraph, its name at [name_start, name_end)."""

    name: str
    convener: str | None
    start: int
    end: int
    name_start: int
    name_end: int
    rule: str


# The name of a meeting: up to its last word for a meeting, without the verbs that follow one.
NAME = (
    r"(?P<name>(?![了）])(?:(?!传达学习|传达贯彻|听取|研究部署|专题研究|安排部署|主持召开|召开|强调|指出|出席|的通知"
    r"|收听收看|收看|分会场|主会场|会后|主持)(?:[^，。；：:！？\n《“【】$_]"
    r"|《[^》\n]{1,30}》|“[^”\n]{1,30}”)){0,64}?"
    r"(?:会商会|协商会|会议|(?<![社机协商委学])(?<!(?<![施复竣])工)(?<!委员)会|(?<=次)(?:常委|全委|党委|党组|主任|理事|执委)会(?:会议|议)?|集体学习)(?:（(?:扩大|视频|电视电话|现场|务虚)）(?:会议|会)?)?)"
)
HELD_AFTER = (
    r"(?![室场期员同长展商客谈见面社计费籍所徽址员标]|议室|议期间|议精神|精神|堂|务[^会]|议的?通知|议纪要|议议程|前"
    r"|诊|演|工作[^，。；：\n]{0,6}会)"
)
NAME_GOES_ON = (
    r"(?:暨[^，。；：\n]{2,50}?(?:会议|(?<![社机协商委学])(?<!(?<![施复竣])工)(?<!委员)会|仪式|活动)(?:（扩大）(?:会议)?)?"
    + HELD_AFTER
    + r")*"
)
WHEN = (
    r"(?:(?:<<year>>年)?<<day>>月<<day>>日(?:[上下]午)?|(?:于|在)[^，。；：\n]{2,20}[日午时分]，|以视频[^，。；]{0,4}(?:形式|方式)|组织[^，。；召]{4,60}?|召集[^。；召]{4,120}?|立即|迅速|随即|随后|紧接着"
    r"|紧接|紧急|及时|连夜|又|再次|还|也|组织|专题|专门"
    r"|分别|同步|接着|相继|继续|第一时间|于?(?:<<day>>日)?(?:[上下]午|晚上?|今天|昨天|近日|日前)|在[^，。；召]{2,24}"
    r"|视频|先后|通过视频(?:方式|形式)?|以视频(?:方式|形式)"
    r"|线上|就地)*"
)

# What leads to the time of a meeting is no part of its convener: 市环保局于9月21日召开.
WHEN_LEAD = re.compile(r"(?<=[\u3400-\u9fff]{3})(?:于|在|定于)$")
OPENINGS: tuple[Rule[tuple[str, str | None]], ...] = (
    Rule(
        name="opening/convened",
        pattern=(
            r"(?:(?<=[，。；\n ）日午晚—])|^)"
            r"(?P<span>(?P<convener>(?!由|各|记者|分头|于\d|在|为|对|就|将(?!乐)|根据|按照|随后|之后|接着|最后)(?:"
            r"(?!主持|\d日|[前内]要)[^，。；：|—\n]){2,30}?)"
        )
        + WHEN
        + (
            r"(?:召开|举行|组织召开|套开|主持开|进行(?=[^，。；：\n]{2,20}会议)"
            r"|(?:联合)?(?:开展|举办)(?=[^，。；：\n]{2,40}会议[。，]))了?(?:一次)?“?"
        )
        + NAME
        + HELD_AFTER
        + NAME_GOES_ON
        + r")",
        make=lambda m: (m["name"], WHEN_LEAD.sub("", m["convener"])),
        yes={
            "10月26日，〔武陟县立即召开污染防治工作周调度会〕，": ("污染防治工作周调度会", "武陟县"),
            "8月8日，〔某市召开空气质量落后县（市）约谈会议〕，对": ("空气质量落后县（市）约谈会议", "某市"),
            "5月14日，〔某镇召开“交通安全推进会〕”。": ("交通安全推进会", "某镇"),
            "5月14日，〔某镇召开安全施工会〕，再次": ("安全施工会", "某镇"),
            "6月17日，〔市、区燃安办联合开展知识培训会议〕。": ("知识培训会议", "市、区燃安办"),
        },
        no=("召开座谈会", "会议室召开", "武陟县开展检查", "某镇召开工会，"),
    ),
    Rule(
        name="opening/organized",
        pattern=(
            r"(?:(?<=[，。日午\n])|^)由(?P<span>(?P<convener>[^，。；：\n]{2,40}?)(?:联合|共同)?(?:组织(?:召开)?|主办|举办|召开)的"
            + NAME
            + r"(?:[于在昨今][^，。；：\n]{0,24}?)?(?:召开|举行|开幕))"
        ),
        make=lambda m: (m["name"], m["convener"]),
        yes={
            "10月9日，由〔市经信委、市统计局联合组织的全市形势分析会议在甲山宾馆召开〕。": (
                "全市形势分析会议",
                "市经信委、市统计局",
            ),
        },
        no=("由市经信委组织的培训", "由县长主持召开的会议"),
    ),
    Rule(
        name="opening/bare",
        pattern=r"(?P<span>(?:(?:主持)?(?:召开|举行|套开)(?!的一次)|主持开|(?:场|村|镇)开了)了?(?:一次)?“?"
        + NAME
        + HELD_AFTER
        + NAME_GOES_ON
        + r")",
        make=lambda m: (m["name"], None),
        yes={
            "厅长王明〔主持召开上半年重点工作调度会〕。": ("上半年重点工作调度会", None),
            "，〔召开推进会〕，": ("推进会", None),
        },
        no=("召开新闻发布", "会议召开"),
    ),
    Rule(
        name="opening/held",
        pattern=r"(?:(?<=[，。；\n 日午晚讯）】：:])|^)(?P<span>(?!在|由)“?"
        + NAME
        + HELD_AFTER
        + NAME_GOES_ON
        + (
            r"”?"
            r"(?:，(?:顺利|圆满|在)?完成[^，。；：\n]{0,20}，)?(?:(?:[于在今昨近日前\d]|如期|通过|以|采)[^，。；：\n]{0,30}?)?(?:顺利|隆重|胜利|正式|圆满|如期|成功)?"
            r"(?:[^。；：\n]{0,16}，?圆满)?(?:召开|举行|开幕|闭幕|闭会|由[^，。；：\n]{2,30}?主持(?:召开)?))"
        ),
        make=lambda m: (m["name"], None),
        yes={
            "11月20日，〔全市大气污染防治专题调度会议召开〕。": ("全市大气污染防治专题调度会议", None),
            "〔全县安全生产会议在县会议中心召开〕": ("全县安全生产会议", None),
            "9月19日下午，〔“甲市督导动员会”在门诊楼举行〕": ("甲市督导动员会", None),
            "〔政协甲县第十届委员会第四次会议，圆满完成各项议程，在县城闭幕〕": (
                "政协甲县第十届委员会第四次会议",
                None,
            ),
        },
        no=("会议指出", "在会议室召开"),
    ),
    Rule(
        name="opening/summons",
        pattern=(
            r"(?P<span>(?:(?:(?<=[，。日午\n])|^)(?P<convener>(?:(?!对|召集|因|召开|约谈|调度)[^，。；：\n]){2,18}?"
            r"(?:部|厅|局|办|办公室|委|政府|支队|大队))(?:今天|昨天|昨日|日前|近日)?"
            r"(?:(?:对|召集)[^，。；\n]{4,90}?(?:进行|开展)了?)?)?"
            r"(?P<name>(?:公开|集中|集体|警示){1,2}约谈|约谈(?=了)|(?<=进行)约谈(?=[，。])|(?<!工作进行)(?:专题|集中|视频)调度))"
            r"(?!会|制度|办法|机制|工作|通报)"
        ),
        make=lambda m: (m["name"], m["convener"]),
        yes={
            "〔省环境厅今天对甲县、乙区主要负责同志进行约谈〕，": ("约谈", "省环境厅"),
            "对八个县政府主要负责同志进行〔集中约谈〕。": ("集中约谈", None),
            "〔市治污办约谈〕了三个镇": ("约谈", "市治污办"),
        },
        no=("召开集中约谈会", "建立约谈制度", "召开专题调度会", "，对整治工作进行集中调度。"),
    ),
    Rule(
        name="opening/chaired",
        pattern=(
            r"主持(?P<span>(?P<name>(?!召开|会议|了|并|第)[^，。；：\n]{2,24}?(?:会议|座谈会|推进会|调度会|例会)))"
            r"(?=[，。；]|并)"
        ),
        make=lambda m: (m["name"], None),
        yes={"副县长李明主持〔督查会议〕，各局参加": ("督查会议", None)},
        no=("李明主持会议，", "主持召开推进会，"),
    ),
    Rule(
        name="opening/chaired-at",
        pattern=r"在(?P<span>[^，。；：\n]{2,24}主持(?:召开)?的"
        + NAME
        + r"上)(?=，|[^，。；：\n]{2,60}(?:汇报|指出|强调|介绍))",
        make=lambda m: (m["name"], None),
        yes={"在〔县委副书记马林主持的帮扶座谈会上〕，县长汇报了": ("帮扶座谈会", None)},
        no=("在主持的会议室，", "传达在李明主持的座谈会上的讲话"),
    ),
    Rule(
        name="opening/discussion",
        pattern=r"(?P<span>在?(?P<name>座谈)(?=听取|时，|中，))",
        make=lambda m: (m["name"], None),
        yes={"〔在座谈〕听取各县区汇报后": ("座谈", None)},
        no=("座谈会召开", "开展座谈交流"),
    ),
    Rule(
        name="opening/viewed",
        pattern=r"(?P<span>(?:收听收看|收看|收听)了?" + NAME + r")(?=[，。；]|后)",
        make=lambda m: (m["name"], None),
        yes={"我县组织〔收听收看全省防汛电视电话会议〕。": ("全省防汛电视电话会议", None)},
        no=("收听收看新闻", "组织收听收看。", "收看电视节目，"),
    ),
    Rule(
        name="opening/then-held",
        pattern=(
            r"(?P<span>(?:在|(?<=记者)从)(?:随后|接着|其后|之后|紧接着|[当今昨][日天]|<<day>>月<<day>>日)?(?:[上下]午|晚上)?(?:召开|举行)的(?:一次)?"
            + NAME
            + r"上)(?![的所])"
        ),
        make=lambda m: (m["name"], None),
        yes={
            "〔在随后召开的督办会上〕，县长指出": ("督办会", None),
            "记者〔从5月21日召开的健身座谈会上〕获悉": ("健身座谈会", None),
        },
        no=("在随后召开的会议室", "传达市长在昨天召开的推进会上的讲话"),
    ),
    Rule(
        name="opening/named-elsewhere",
        pattern=r"(?P<span>(?:在|出席了?|参加了?)(?!(?:随后|接着)?(?:召开|举行)的)"
        + NAME
        + r"(?:上|并讲话|并作|。|，))",
        make=lambda m: (m["name"], None),
        yes={
            "王东〔在全市生态环境保护工作推进会上〕指出": ("全市生态环境保护工作推进会", None),
            "市长李明〔出席全市防汛工作会议并讲话〕": ("全市防汛工作会议", None),
        },
        no=("在会议室", "参加检查"),
    ),
)
# How a body is called further on is no part of its name: 市文化局（以下简称市局）.
ABBREVIATED = re.compile(r"（(?:以下)?简称[^（）]*）")
GENERIC = frozenset(
    {"会议", "大会", "会", "此次会议", "本次会议", "这次会议", "全会", "此会", "该会议", "会议会", "会上"}
)
# For whom a meeting was held is no part of its name: 由机关干部参加的推进会.
HELD_FOR = re.compile(r"由[^，。；]{4,60}(?:参加|出席)的")
DATE_LEAD = re.compile(
    expand(
        r"^(?:(?:<<year>>年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚|凌晨)?|[今昨]天(?:[上下]午)?|近日|日前"
        r"|[^，。；：]{0,24}讯 ?|本报讯|"
        r"(?:<<han>>{2,6})讯|讯)[，, ]?"
    )
)
GOES_ON = re.compile(expand(NAME_GOES_ON))
VIDEO_NAME = re.compile(r"视频|视讯|电视电话|电视会议|线上|网络会议")
ORGAN_OF_PLENARY = re.compile(
    r"^(?P<body>[^，。]{2,24}?(?:委|会|组|办|部|党组|局|联席会议))(?:<<year>>年)?"
    r"(?:第[一二三四五六七八九十\d]+次)?全体".replace("<<year>>", r"(?:\d{4})")
)


def openings(chars: str) -> list[Opening]:
    """The meetings that a paragraph says were held, in order.

    >>> [(o.name, o.convener) for o in openings("10月26日，某县召开污染防治工作周调度会，部署工作。")]
    [('污染防治工作周调度会', '某县')]
    """
    found = []
    for one in apply(OPENINGS, chars):
        name, convener = one.value[0], ABBREVIATED.sub("", one.value[1] or "") or None
        at = chars.index(name, one.start)
        if name.startswith("的"):
            name, at = name[1:], at + 1
        lead = HELD_FOR.match(name) or (DATE_LEAD.match(name) if one.rule != "opening/bare" else None)
        if lead:
            name, at = name[lead.end() :], at + lead.end()
        end = _end_of_name(chars, at + len(name), one.end)
        found.append(Opening(chars[at:end], convener, one.start, one.end, at, end, one.rule))
    # what was held before is told by 后: 市政府召开动员会议后，县委召开会议
    here = [one for one in found if not chars.startswith("后", one.end)]
    return here or found


def _end_of_name(chars: str, name_end: int, end: int) -> int:
    """Where a name that goes on with 暨 ends."""
    match = GOES_ON.match(chars, name_end, end)
    return match.end() if match else name_end


def kind(name: str) -> str | None:
    """The controlled word for the kind of a meeting, from the longest ending of its name that has one.

    >>> kind("全市大气污染防治专题调度会议"), kind("碰头")
    ('调度会', None)
    """
    endings = {row[0]: row[1] for row in rows("kinds")}
    for start in range(len(name)):
        if name[start:] in endings:
            return endings[name[start:]]
    inside = [word for word in endings if word in name and len(word) > 2]
    return endings[max(inside, key=len)] if inside else None


def plenary_organ(name: str) -> str | None:
    """The organ whose plenary session a name tells: 某区生态委全体人员会议 is the session of 某区生态委.

    >>> plenary_organ("某区生态委全体人员会议")
    '某区生态委'
    """
    match = ORGAN_OF_PLENARY.match(name)
    return match["body"] if match else None
