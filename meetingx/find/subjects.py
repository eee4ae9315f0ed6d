"""Whom a clause orders: the body or the people with which it begins, with a word of order behind them or a bare verb.

With 要 a subject may be any noun that heads a body. Without it the subject must end where a predicate begins: behind
各街道 of 各街道对照清单倒查, not inside 部门联动机制.
"""

from __future__ import annotations

from meetingx import patterns as re
from meetingx.dictionary import ADVERBS, NO_SUBJECTS, PREDICATES, VERBAL_NOUNS, VERBS, tag
from meetingx.lexicon import word_set
from meetingx.rules import Rule, expand

# 要 inside a word orders nothing: 主要领导, 重要, 要求, 纲要.
NO_ORDER = r"要(?=求|素|闻(?!令)|害|点|件|么|道|职|领导|负责|情|务)|(?<=[主需重紧首概纲摘提扼次必])要"
NO_ORDER_AT = re.compile(NO_ORDER)
BODIES = (
    r"(?:[^，。；：\n要必是]|(?<=特别)是|(?<=尤其)是|"
    + NO_ORDER
    + (
        r"|必(?!须)){0,70}?(?:<<body_head>>|<<han>>(?<!动)员|[委工]委会?|<<han>>[工委]会"
        r"|(?:[省市区县镇州旗乡道院局校]|系统|战线|集团|公司|企业|机关)上下|上下(?=一[定心])|“?一把手”?|(?:督查|监察|研究|办公)室|[两三四五六七八九](?:方|家|级)|(?:双|[工业施甲乙监建]|与会|参会|施工|业主|建设|监理|属地)方)"
        r"(?:（[^（）\n]{1,16}）)?(?:等)?"
    )
)
LIST_OF_BODIES = BODIES + r"(?:(?:、|和|与|及|以及|，特别是|，尤其是)" + BODIES + r")*"
# What may stand between a subject and its order.
BETWEEN = (
    r"(?:在[^，。；：\n]{1,20}[时中上下]|会后|回去后|即日起|[^，。；：\n要]{1,8}?(?:之前|前|日内|月底|年底)|也|都|均|还|更|又|则|同样|首先|今后|下一步|一定|坚决|进一步|切实|立即|尽快|迅速"
    r"|继续|认真|严格|积极|主动|全力|全面|充分|真正|共同|一律|始终"
    r"|(?:根据|结合|按照|围绕|对照|针对|对|在)[^，。；：\n]{1,30}，?|作为[^，。；：\n]{1,30}，"
    r"|是[^，。；：\n]{1,16}(?:单位|部门|主体|责任人|力量|主力军|窗口)，|既|不但|不仅|务必|特别|尤其|(?:责任意识|责任|思想|认识"
    r"|站位|工作|作风|措施)(?=要))*"
)
ORDER = (
    r"(?:一[要是]|要(?!求|素|闻(?!令)|害|点|件|么)|必须|务必|须(?!知)|应(?![急对用变收届有付邀])|不得|需(?!求)|严禁|一律|得(?!到|以"
    r"|益|力)|请(?!示|假)|不能|负责(?!人|同志)|一定|坚决"
    r"|务求)"
)
CONNECTED = (
    r"(?:期盼|祝愿|倡议|恳请|因此|为此|所以|另外|此外|同时|最后|下一步|特别是|尤其是|对此|希望|目前|当前|请)?，?"
)

ORDERED = (
    CONNECTED
    + r"(?P<span>(?P<subject>(?!<<never_first>>)(?:"
    + LIST_OF_BODIES
    + r")(?="
    + BETWEEN
    + ORDER
    + r")|(?:各(?![项类种方个])|全体|广大|所有"
    r"|任何(?=单位|部门|个?人|企业|组织|干部|乡镇|一[名个位])|全[市县区省镇]广大)"
    r"[^，。；：\n要必是的]{1,20}?(?=[都均]?(?:一定)?(?:(?<!主)要|必须|务必))"
    # who has yet to do it: 未完成改造的地区要
    r"|[^，。；：\n要]{2,24}的(?:地区|地方|单位|乡镇|部门|企业|[区县村])(?=[也都均]?(?:要(?!求)|必须))))"
    r"(?=" + BETWEEN + ORDER + r")"
)
SUBJECT = Rule(
    name="demand/subject",
    pattern=r"(?:^|(?<=[，：。；、是.）求\n]))" + ORDERED,
    make=lambda m: m["subject"],
    yes={
        "〔各级各部门〕要提高认识": "各级各部门",
        "因此，〔各县区〕要加快": "各县区",
        "〔各乡镇（街道）、责任部门〕要按照": "各乡镇（街道）、责任部门",
        "〔各县（市、区）主要领导〕要亲自上手": "各县（市、区）主要领导",
        "〔宣传部门〕要做好解读": "宣传部门",
        "〔市水利局〕作为牵头单位，要抓好": "市水利局",
        "，〔未完成改造的地区〕要倒排工期": "未完成改造的地区",
        "，〔施工方〕要做好围挡": "施工方",
    },
    no=("要加强部门协作", "加强组织领导", "必须落实单位责任"),
)
# The same where a clause is known to begin.
SUBJECT_AT = re.compile(expand(ORDERED))
# A clause that is only a subject, its order in the clause behind it: 村两委成员，分片进行宣讲.
ONLY_SUBJECT = re.compile(
    expand(
        r"(?:特别是|尤其是|希望)?(?P<subject>(?!<<never_first>>)"
        r"(?:各|全[省市县区镇州旗]|有关|相关|市|县|区|省|镇|村|街道|社区|责任|牵头)(?:[^，。；：\n以把将为到第要]|"
        + NO_ORDER
        + r"){0,40}?<<sure_body>>"
        r"(?:（[^（）\n]{1,16}）)?)"
        r"(?:作为[^，]{1,24})?$"
    )
)
# Any list of bodies, where 要 stands behind the comma: 各部门以及乡镇执法队，要联手办案.
SUBJECT_ALONE = re.compile(
    expand(
        r"(?:包括(?=[^，。；：\n]{2,20}$))?(?P<subject>(?:凡|所有)[^，。；：\n要]{2,24}的[^，。；：\n的]{0,6}<<sure_body>>|(?![^，。；：\n]{0,40}[的并至])(?!<<never_first>>|<<imperative>>|发现)(?:"
        + LIST_OF_BODIES
        + r"))"
    )
)
# What a subject without a word of order may end with; those of one character must be the end of a longer name.
HEADS = re.compile(
    expand(
        r"(?:<<sure_body>>|(?<=[省市区县镇州旗乡街])上下"
        r"|(?<=<<han>>)(?:[局厅委办院所站处科室股组镇乡村州旗]|大?队|中心|[省市区县]|(?<![全内外])部|员|两级|(?<![增延成生特擅周])长)"
        r"|派出所|分公司|企业主|村两委|[两三四五六七八九](?:方|家))(?:（[^（）\n]{1,16}）)?等?"
    )
)
# A head of one character behind a verb makes one name of both: 督查办, 工作队员, 检查组.
NAMED_BY_VERB = re.compile(r"队员|专班|小组|中心|办(?![理结好公])|组(?![织建成])|[队站所室股科员]")
# People and bodies told by what they are for, which begin as a verb does: 值守人员, 分管同志, 施工单位.
TOLD_BY_DUTY = Rule(
    name="subject/by-duty",
    pattern=(
        r"(?:分管|包抓|包联|包保|值守|值班|带班|施工|监理|派出|承办|责任|执法|监管|主管|牵头|驻村|管护|养护|作业|救援|医护|经营|运营"
        r"|帮扶|联系|挂钩|挂点|用工|用水|主要|一般|建设|设计|生产)(?:[省市区县乡镇村]?领导|同志|干部|单位|人员|部门|队伍|科室|责任人|负责人|负责同志|机构)"
    ),
    make=lambda m: m[0],
    yes={"〔值守人员〕到岗": "值守人员", "〔分管同志〕抓": "分管同志"},
    no=("人员到岗", "值守到位"),
)
# These need a word before them, 各 or a name: alone they rather begin a compound, 企业发展环境.
WEAK = re.compile(
    r"(?:企业|社区|学校|单位|部门|机构|街道|园区|公司|行业|系统|人员|政府|乡镇|医院|科室|主体|干部|党员)$"
)
STRONG = re.compile(
    r"(?:各|有关|相关|全[省市县区镇州旗体]|所有|每个|被|职能|主管|责任|牵头|成员|[省市区县镇乡村]|其余|其他|沿线|任何|广大)"
)
JOINED = re.compile(r"、|和|与|及(?!时)|以及|，特别是|，尤其是")
# A word that begins a predicate, where the tagged words know none.
BEGINS = re.compile(
    expand(
        r"把|将|对(?!象|口|外)|以(?!及|上|下)|从|在|于|按|向|给|就|每|也|都|均|则|再|即|不(?!同|良)|一(?:周|月|季|旬|天|律|手|次)"
        r"|两(?:周|月|天)|三(?:天|日)|今[晚天年]|明[天年]|本[月周]|当[天日晚]|[下上]周|\d|天天|人人|层层|包(?!括|含|装)"
        r"|[一二两三四五六七八九十半]{1,3}个?(?:分钟|小时|天|日|周|月|季度)之?内"
        r"|逐[条项](?!目)|具体|亲自|先(?!进|后|行|期|锋|导|生)|多|少|既|可|能|争取|自行|盯|守|抓|报(?!告|纸|名)|查|管(?!理)|(?:<<imperative>>)"
    )
)
WORD_BEFORE_HEAD = re.compile(
    r"的|了|着|过|是|没有|可以|能够|[把将为给]|以(?!上|下|及)|对(?!外|口)|至少|每(?!个|位|名|条)"
)


def bare_subject(chars: str, low: int, high: int) -> tuple[int, int, int] | None:
    """Where the order of a clause without a word of order begins, and its subject, as [start, end); or None.

    >>> def subject(clause):
    ...     found = bare_subject(clause, 0, len(clause))
    ...     return found and clause[found[1] : found[2]]
    >>> subject("各街道对照交办清单倒查原因"), subject("旗水利局把石料运到险工段")
    ('各街道', '旗水利局')
    >>> subject("加强部门协作"), subject("企业发展环境持续优化"), subject("镇政府办公室牵头")
    (None, None, '镇政府办公室')
    >>> subject("扫码设备由区住建局负责")
    '区住建局'
    """
    start = low
    lead = LEADS.match(chars, low, high)
    if lead:
        start = lead.end()
    if NOT_SUBJECT.match(chars, start) or _begins_otherwise(chars, start):
        return None
    listed = start
    for head in HEADS.finditer(chars, start, min(high, start + 60)):
        end = head.end()
        if WORD_BEFORE_HEAD.search(chars, listed, end) or not _is_head(chars, listed, end, head):
            continue
        joint = JOINED.match(chars, end, high)
        if joint:
            listed = joint.end()
            continue
        head_behind = HEADS.match(chars, end, high)
        longer = head_behind and (head_behind.end() > end + 2 or tag(chars[end : end + 2]) not in VERBS)
        if longer or not _predicate_at(chars, end, high, chars[start:end]):
            continue
        end = _end_named_by_verb(chars, end, high)
        return start, behind_by(chars, start, end), end
    return _each(chars, start, high)


def behind_by(chars: str, start: int, end: int) -> int:
    """Where a subject begins whose matter stands before it: 区住建局 of 抓拍设备由区住建局."""
    return max(start, chars.rfind("由", start, end) + 1)


# 各 makes a subject of any short noun: 各校, 各库点, 各窗口.
EACH = re.compile(r"各(?![项类种方个有自])")
LONGEST_OF_EACH = 6


def _each(chars: str, start: int, high: int) -> tuple[int, int, int] | None:
    if EACH.match(chars, start):
        other = chars.find("各", start + 1, high)
        for end in range(start + 2, min(start + LONGEST_OF_EACH, high if other < 0 else other)):
            if _predicate_at(chars, end, high, chars[start:end]):
                return start, start, end
    return None


LEADS = re.compile(CONNECTED + r"请?")
# What tells of itself orders nobody: 我厅将认真吃透会议精神.
NOT_SUBJECT = re.compile(
    expand(r"<<never_first>>|按|(?:我|本[市县区省]|<<imperative>>|今年|去年|上半年)(?!<<of_office>>)")
)


def _begins_otherwise(chars: str, start: int) -> bool:
    """Whether a clause begins with a verb, an adverb or an adjective, so that no subject stands there."""
    return (
        tag(chars[start : start + 2]) in NO_SUBJECTS
        and not HEADS.match(chars, start)
        and not TOLD_BY_DUTY.regex.match(chars, start)
    )


def _is_head(chars: str, start: int, end: int, head: re.Match[str]) -> bool:
    """Whether a head ends a noun of its own: not the 员 of 动员, the 村 of 农村."""
    word = chars[head.start() : end]
    return len(word) > 1 or (head.start() > start and chars[head.start() - 1 : end] not in word_set("no_head"))


def _end_named_by_verb(chars: str, at: int, high: int) -> int:
    """Where a subject ends, behind the verb at `at` if that is a part of its name: 县委督查办每日通报."""
    head = NAMED_BY_VERB.match(chars, at + 2, high)
    return head.end() if head and _predicate_at(chars, head.end(), high, chars[at : head.end()]) else at


def _predicate_at(chars: str, at: int, high: int, subject: str) -> bool:
    """Whether a predicate of two characters or more begins at `at`."""
    if high - at < 2 or NO_ORDER_AT.match(chars, at):
        return False
    word = chars[at : at + 2]
    if (found := tag(word)) in VERBAL_NOUNS:
        return not (WEAK.search(subject) and not STRONG.match(subject))
    if WEAK.fullmatch(subject) and BEGINS.match(chars, at) is None:
        return found in ADVERBS
    return found in PREDICATES or tag(chars[at : at + 3]) in PREDICATES or BEGINS.match(chars, at) is not None


def split_list(words: str) -> tuple[str, ...]:
    """The parts of a printed list of bodies; 、 inside brackets divides nothing.

    >>> split_list("吕梁、阳泉、忻州等市")
    ('吕梁', '阳泉', '忻州等市')
    >>> split_list("各县（市、区）、责任部门")
    ('各县（市、区）', '责任部门')
    """
    parts, at, depth = [], 0, 0
    for i, char in enumerate(words):
        depth += (char == "（") - (char == "）")
        if char in "、，" and depth == 0:
            parts.append(words[at:i])
            at = i + 1
    parts.append(words[at:])
    return tuple(part.removeprefix("特别是") for part in parts if part)
