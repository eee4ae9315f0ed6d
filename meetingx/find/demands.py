"""Demands: the imperative units of a statement, each with the subject it orders.

A statement is cut at 。；; and at enumeration heads; a unit is a demand where it orders (要, 必须, a bare
verb behind an earlier 要), and a subject that changes inside it opens a unit of its own.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from meetingx import patterns as re
from meetingx.find.subjects import ONLY_SUBJECT, SUBJECT, SUBJECT_ALONE, SUBJECT_AT, bare_subject, behind_by, split_list
from meetingx.rules import Rule, expand


class Demand(NamedTuple):
    """A unit at [start, end) of a statement; `assignees` are printed subjects, parts of a list apart."""

    start: int
    end: int
    assignees: tuple[str, ...]
    rule: str


UNIT_END = re.compile(r"(?:[。；！\n]|？(?![a-zA-Z；）ù]))+|;")
HEAD = (
    r"(?:（?[一二三四五六七八九十]{1,2}）?(?:是|要|、|，)|（[一二三四五六七八九十]{1,2}）"
    r"|（\d{1,2}）|第[一二三四五六七八九十]{1,2}[，、：]?|\d{1,2}[.、](?!\d)|[①-⑨]"
    r"|其[一二三四五六]是?[，、]?|首先，?|其次，?|再次，?)"
)
ENUMERATION = re.compile(
    rf"(?<=[，、：。；\n])(?=(?:[一二三四五六七八九十]{{1,2}}(?:是|要)|（[一二三四五六七八九十]）"
    rf"|第[一二三四五六七八九]，)|(?<=[：。；\n])\d{1, 2}[.、](?!\d))"
)
HEAD_AT = re.compile(HEAD)
CONNECTIVE = re.compile(
    r"(?:因此|为此|所以|另外|此外|同时|最后|其次|首先|下一步|下步|接下来|今后|当前|目前|现阶段|尤其|特别是|对此|总之"
    r"|与此同时|具体来说|再次|随后|希望|务请|请|即(?![将使便时日可])|总的)[，,]?(?:还|也)?"
    r"|(?:这就)?要求(?=各|全|街道|有关|相关|大家|广大|与会|参会)|"
    r"(?:还|也)(?=要)"
)

MODAL = (
    r"(?:要(?!求|素|闻(?!令)|害|点|件|么)|必须|务必|须(?!知)|应当|应该|应(?![急对用变收届有付邀])|都要|均要|不得|严禁|不能"
    r"|决不|绝不|禁止|不要|不可|一定|需要|需(?!求)|坚决|切实|务求"
    r"|一律|请|力争|确保)"
)

# What a bare verb at the beginning of a unit orders, once an order was given before it.
BARE = re.compile(
    expand(
        r"(?:也|还|再|更|既|又|就|同时|并|并且|重点|尤其|特别是|特别|各自|一是|首先|切实地|真正地)*(?:<<imperative>>)"
    )
)
PREPOSITION = re.compile(
    r"(?:对|面对|把|将|以|按照|按|围绕|根据|结合|针对|依托|通过|聚焦|紧盯|坚持|本着|立足|从|抓住|利用|充分|于|用|为|随着"
    r"|一旦|遇(?!难|险)|凡|未经|确需|除|就|自|沿着|参照|比照|严格按照|特别对|依据|依法"
    r"|在[^，。；]{1,16}(?:前|内|中|上|基础上|同时|过程中)$)"
)
ASSESSMENT = re.compile(
    r"已(?!知|任)|(?:户数|数量|面|难度|欠账|压力|基数|范围|矛盾|问题|风险)[较很更]?(?:多|大|广|重|高|复杂|突出|分散)(?:、|$)"
    r"|^[^，。；要]{2,10}是[^，。；]{1,10}工程(?:、[^，。]{1,8}工程)?$|[来容]不得|责任重大|使命光荣|任重道远|的[^，。]{0,6}(?:一年|之年)$|工作是|(?:根基|关键|根本)所在|(?:十分|非常|极其|尤为|至关|极为)(?:关键|重要|必要|紧要|紧迫)$"
    r"|是[^，。]{1,14}的一[项个场件道]|(?<!为)了(?![解断事])|是一[项场个件]|取得了?|得到了|成效(?:显著|明显)|明显"
    r"(?:改善|提升|好转)|今年以来|去年以来|近年来|上半年以来|以来，|已经|已有|已完成|形势(?:依然|十分|严峻)|仍在|充分(?:表明|体现|说明|证明)|"
    r"依然(?:严峻|艰巨)|任务(?:依然|十分|艰巨|繁重)"
    r"|值得肯定|充分肯定|予以肯定|要(?:清醒)?看到|有(?:所)?(?:提升|改善|好转|提高)|得益于|具有重要意义"
    r"|具有[^，。]{0,8}(?:意义|作用)|^(?:也|就|更|既)是|正是|是必须|意义(?:重大|深远|非凡)|事关|关乎|将会(?!议|场|商|审)|有待|至关重要|存在[^，。；]{0,20}(?:问题|差距"
    r"|不足)|还有[^，。；]{0,8}差距|是[^，。；]{2,40}的(?:前提|保障|重要|必然|关键|根本|具体|基础|有力|迫切|战略|重大"
    r"|内在|硬性任务|硬任务|重大任务|任务|工程|战役)"
)
FORETELLS = re.compile(r"[\u3400-\u9fff]{1,6}将(?!军|要)")
MODAL_AT = re.compile(MODAL)
MODAL_IN = re.compile(
    r"(?<![主需重紧首概纲摘提扼次必纪机险显简])要(?!求|素|闻(?!令)|害|点|件|么|道|职|领导|负责|情|务|事|义|领|的)|必须"
    r"(?![^，。；]{1,16}的一)|务必(?![^，。；]{1,16}的)|(?<!容)不得"
    r"|严禁|(?<!反)应当|应该|一定要|须(?!知)"
)
LEADING = re.compile(
    expand(
        r"(?:在[^，。；：]{1,30}?(?:前|内|中|期间|上)|(?:对|对于|以|将|把|从|按|按照|由|用|通过|围绕|根据|结合|针对"
        r"|聚焦|依托)[^，。；：]{1,40}?|尽快|更要|更|还|也|再"
        r"|都|均)(?=(?:<<imperative>>))"
    )
)
# A clause that is only the subject of the next one: 抓好清淤，是…的前提.
NOMINAL = re.compile(
    r"，(?:既?是|就是|关系|事关|关乎|具有|对于?[^，。]{2,30}(?:具有|(?:十分|非常|极其|尤为|至关|很|极为)?(?:关键|重要|必要|紧要)(?=[，。；])))"
)
FIELD_LEAD = re.compile(r"在[^，。；：]{1,20}(?:方面|上|领域|工作中|过程中)$")
ADDRESSEE = re.compile(
    expand(
        r"(?P<to>[^，。；：\n]{1,40}(?:<<body_head>>|员|上下))(?:[^，。；：\n]{0,18})："
        r"|(?P<all>(?:全体|各位?|全[市县区镇乡街][上各])[^，。；：\n要]{1,20}(?:<<body_head>>|员|干部|同志|方))，"
    )
)
# Whom the items below are for: 全区各级各部门——.
ADDRESSED = re.compile(
    expand(r"(?P<to>(?:全体|各|全[市县区镇乡街])[^，。；：\n要—]{1,24}(?:<<body_head>>|员|干部|同志))—+")
)
FIRM = frozenset({"要求", "明确", "决定", "责成", "部署", "安排", "叮嘱", "号召", "明确要求", "提出", "提醒"})
# What tells rather than orders, where an order needs no verb that is known as one.
TELLS = re.compile(
    r"^[（，,\d]|^[\u3400-\u9fff]{1,5}$|（[^）]*$|我[市县区省镇厅局]|处[在于]|相继|现在|目前|眼下|去年|近年|近来|是|有(?!力|效|序)"
    r"|得以|可以|将|会(?!同|商|议)|已|正|了|过(?!程)|没|无|易|胜于|在于|关键|根本|最|越|更是|意味|标志|意义|形势|习近平"
    r"|总书记|重要讲话|任务|才能|作用|以来|存在|离不开|关乎|关系|事关|紧、|顺利|良好|前一阶段|显著|不容|值得|不断|难度|酿成|[?？]"
)
TELLS_WHOM = frozenset({"要求", "希望", "号召", "叮嘱", "提醒", "鼓励", "勉励"})
TALKS = frozenset({"指出", "认为", "表示", "说", "坦言", "称"})


def demands(chars: str, verb: str) -> list[Demand]:
    """The demands of a statement made with `verb`, in order, none overlapping.

    >>> chars = "当前形势严峻，各级各部门要提高认识；加大排查力度。成绩来之不易。"
    >>> [(chars[d.start:d.end], d.assignees) for d in demands(chars, "指出")]
    [('各级各部门要提高认识', ('各级各部门',)), ('加大排查力度', ())]
    """
    found: list[Demand] = []
    addressee = ADDRESSEE.match(chars)
    given = split_list(addressee["to"] or addressee["all"]) if addressee else ()
    addressed_at_once = TOLD.match(chars) if addressee is None and verb in TELLS_WHOM else None
    if addressed_at_once:
        given = (addressed_at_once["to"],)
    ordered, listed = verb not in TALKS, False
    for start, end, head in _units(chars, addressee.end() if addressee and addressee["to"] else 0):
        below = ADDRESSED.fullmatch(chars, start, end)
        given = split_list(below["to"]) if below else given
        listed = listed or head
        firm = verb in FIRM or (bool(found) and (listed or _same_sentence(chars, found[-1].end, start)))
        parts = list(_parts(chars, start, end, ordered or head, firm))
        if head and parts and _is_whole(chars, start, parts[0]):
            parts[0] = parts[0]._replace(start=start)
        if addressed_at_once and not found and parts and SAME_CLAUSES.fullmatch(chars, 0, parts[0].start):
            parts[0] = parts[0]._replace(start=0)
        found += (
            Demand(part.start, part.end, part.assignees or given, part.rule)
            for part in parts
            if part.end - part.start > 3
        )
        ordered = ordered or bool(parts)
    return found


# What falls short is told before it is ordered to be made good.
FALLS_SHORT = re.compile(r"不足|不够|不到位|滞后|薄弱|缺乏|欠缺|不力|不实|不强|偏|差距|问题|困难|短板")
LONGEST_PHRASE = 12


def _is_whole(chars: str, start: int, first: Demand) -> bool:
    """Whether an item of a list orders from its beginning, a short phrase without a verb: 一是划段包干，层层负责."""
    before = chars[start : first.start]
    short = 0 < len(before) <= LONGEST_PHRASE and before.endswith("，") and not first.assignees
    return short and not _assesses(before) and not FALLS_SHORT.search(before) and not CONDITION.regex.match(before[:-1])


SAME_CLAUSES = re.compile(r"[^。；！？\n]{2,40}")
SAME_SENTENCE = re.compile(r"[；;，、]*")


def _same_sentence(chars: str, end: int, start: int) -> bool:
    """Whether only a ； parts a unit from the demand before it."""
    return SAME_SENTENCE.fullmatch(chars, end, start) is not None


def _units(chars: str, at: int) -> Iterator[tuple[int, int, bool]]:
    """The units of a statement, without the enumeration heads, and whether each had one."""
    cuts = {at, len(chars)}
    for match in UNIT_END.finditer(chars, at):
        cuts.update(match.span())
    for match in ENUMERATION.finditer(chars, at):
        cuts.add(match.start())
    edges = sorted(cuts)
    for start, end in itertools.pairwise(edges):
        if UNIT_END.fullmatch(chars, start, end):
            continue
        low, head = start, False
        while chars[low:end].startswith((" ", "”")):
            low += 1
        numbered = HEAD_AT.match(chars, low, end)
        if numbered:
            head = True
            low = numbered.end() - (1 if numbered[0].endswith("要") and not numbered[0].startswith("（") else 0)
        connective = CONNECTIVE.match(chars, low, end)
        if connective and connective.end() < end:
            low = connective.end()
        while low < end and chars[low] in "，：、 ":
            low += 1
        high = _trim(chars, low, end)
        if high - low >= 4:
            yield low, high, head


def _clauses(chars: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of a unit, cut at commas outside quotes and brackets."""
    out, at, depth = [], start, 0
    for i in range(start, end):
        if chars[i] in "“（《":
            depth += 1
        elif chars[i] in "”）》":
            depth = max(0, depth - 1)
        elif chars[i] in "，：" and depth == 0:
            out.append((at, i))
            at = i + 1
    out.append((at, end))
    return [(i, j) for i, j in out if j > i]


# What before a subject belongs to its demand: whom it is done to, and by when.
KEPT_LEAD = re.compile(r"(?:特别)?对|在?[^，。；]{1,16}(?:之前|以前|前)，|一旦|遇|凡|未经|确需")
# When something else is to be done: 遇到强降雨，值守人员先处置.
CONDITION = Rule(
    name="demand/condition",
    pattern=r"(?:一旦|遇到?(?!难|险)|如[遇有果]|若|倘若|凡(?![^，]*要)|未经)[^，要]*$|[^，。要]{2,14}(?:前夕|期间|来临前)$",
    make=lambda m: m[0],
    yes={"〔一旦发现险情〕": "一旦发现险情", "〔国庆期间〕": "国庆期间"},
    no=("遇难的", "一旦要转移"),
)
# What somebody is going to do is no order: 将对照清单，加快收尾.
ANNOUNCES = Rule(
    name="demand/announced",
    pattern=(
        r"(?:在[^，。]{1,16}，|(?:下一步|今后|会后|接下来)，?)?将(?![^，。]{2,20}?(?:落实|压实|贯穿|摆在|作为|列入|纳入|融入|传达"
        r"|传导|延伸|细化|分解|打造|转化|转变|[抓做落]|到(?!期|位|场)|[成为给]))(?:<<imperative>>|进一步|继续|全力|持续|严格|严肃|认真|按照|对照|坚决"
        r"|积极|会同|联合|陆续|全面|系统(?:摸|推|梳|总))"
    ),
    make=lambda m: m[0],
    yes={"〔将对照〕清单": "将对照", "〔下一步，将加强〕巡查": "下一步，将加强"},
    no=("将责任落实到人", "加强巡查"),
)
# A topic with its own 要, behind a subject with one: 资金上要保持专款专用.
TOPIC = re.compile(
    expand(
        r"(?!(?:<<never_first>>|<<imperative>>|<<demand_start>>|既|也|还|更|又|都|就|不|主动|尤其|特别|重点|下一步"
        r"|接下来|同时|工作中"
        r"|此外))<<han>>{2,8}?(?:上|方面)?要(?!求|素|闻(?!令)|害|点|件|么|道|职|领导|负责)"
    )
)


@dataclass(slots=True)
class _Open:
    """The demand that is being read; only `_parts` holds one."""

    start: int
    assignees: tuple[str, ...]
    rule: str


def _parts(chars: str, start: int, end: int, ordered: bool, firm: bool) -> Iterator[Demand]:
    """The demands of one unit: one for each ordering subject, from the first clause that orders."""
    mute = not ordered and not MODAL_IN.search(chars, start, end) and not MODAL_AT.search(chars, start, end)
    if mute or ANNOUNCES.regex.match(chars, start, end):
        return
    opened: _Open | None = None
    lead: int | None = None
    waiting: tuple[int, tuple[str, ...]] | None = None
    for low, high in _clauses(chars, start, end):
        told = ordered or opened is not None or _orders_later(chars, low, high, end)
        reached = opened is not None and SHARED_OUT.regex.search(chars, opened.start, low)
        subject = None if reached else _subject(chars, low, high, told)
        only = ONLY_SUBJECT.fullmatch(chars, low, high) or (
            SUBJECT_ALONE.fullmatch(chars, low, high) if SUBJECT_GOES_ON.match(chars, high) else None
        )
        if only and subject is None and high < end:
            waiting = waiting or (low, ())
            waiting = (waiting[0], (*waiting[1], *split_list(only["subject"])))
            continue
        going_on = ordered or opened is not None or waiting is not None
        orders = subject is not None or (
            not (high < end and CONDITION.regex.match(chars, low, high)) and _orders(chars, low, high, going_on, firm)
        )
        if (subject is not None or waiting is not None) and orders:
            begin = subject[0] if subject else low
            words = subject[1] if subject else ()
            if waiting is not None:
                begin, words = waiting[0], (*waiting[1], *words)
            if opened is not None and _only_leads(chars, opened, low):
                lead, opened = opened.start, None
            if lead is not None and KEPT_LEAD.match(chars, lead):
                begin = min(lead, begin)
            if opened is not None:
                yield Demand(opened.start, _trim(chars, opened.start, begin), opened.assignees, opened.rule)
            opened, lead, waiting = _Open(begin, words, SUBJECT.name), None, None
        elif opened is not None and opened.rule == SUBJECT.name and TOPIC.match(chars, low, high):
            yield Demand(opened.start, _trim(chars, opened.start, low), opened.assignees, opened.rule)
            opened = _Open(low, (), SUBJECT.name)
        elif opened is None and orders:
            opened, lead = _Open(low if lead is None else lead, (), "demand/verb"), None
        elif opened is None:
            keeps = (
                high < end
                and PREPOSITION.match(chars, low, high)
                and not FIELD_LEAD.match(chars, low, high)
                and not _assesses(chars[low:high])
            )
            lead = (lead if lead is not None else low) if keeps else None
    if opened is not None:
        yield Demand(opened.start, _trim(chars, opened.start, end), opened.assignees, opened.rule)


def _orders_later(chars: str, low: int, high: int, end: int) -> bool:
    """Whether a clause about all of some bodies leads to an order: 各单位消除侥幸心理，要客观分析."""
    return chars.startswith(("各", "全体"), low) and MODAL_AT.match(chars, high + 1, end) is not None


def _only_leads(chars: str, opened: _Open, low: int) -> bool:
    """Whether what was opened is only a prepositional clause before the subject at `low`: 按照…任务，各级要."""
    before = chars[opened.start : low].rstrip("，").split("，")
    return opened.rule == "demand/verb" and all(PREPOSITION.match(one) or FIELD_LEAD.match(one) for one in before)


# What joins a demand to the next one, and belongs to neither: 各乡镇要算好水账，特别是….
JOINT = re.compile(r"，(?:特别是|尤其是|同时|另外|并)$")


def _trim(chars: str, start: int, end: int) -> int:
    while end > start and chars[end - 1] in "，：、 ；。":
        end -= 1
    joint = JOINT.search(chars, start, end)
    return joint.start() if joint else end


def _subject(chars: str, low: int, high: int, ordered: bool) -> tuple[int, tuple[str, ...]] | None:
    """The ordering subject with which a clause begins."""
    match = SUBJECT_AT.match(chars, low)
    if match is None and (led := LED_BY.match(chars, low, high)):
        return low, split_list(led["subject"])
    if match is None and ordered and not _assesses(chars[low:high]) and not HOW_DONE.match(chars, low, high):
        found = bare_subject(chars, low, high)
        if found is None or chars[found[1] : found[2]] in NOBODY:
            return None
        return found[0], split_list(chars[found[1] : found[2]])
    if match is None or not match["subject"] or match.end("subject") > high + 30:
        return None
    start, end = match.span("subject")
    return start, split_list(chars[behind_by(chars, start, end) : end])


# Behind a subject alone: its order, or who is one of them: 施工人员，包括管护人员，要.
SUBJECT_GOES_ON = re.compile(r"，(?:包括[^，。；：\n要]{2,20}，)?要")
# Who leads, or answers for, what is ordered: 由县水利局牵头，抓好整改.
LED_BY = re.compile(
    expand(
        r"由(?P<subject>(?:(?!<<say>>|会议)[^，。；：\n由]){2,30}?(?:<<body_head>>|员|长|[局办委厅院]))(?:具体)?(?:牵头|负责|主抓|统筹)"
    )
)
# Who does what is what is to be reached, and nobody is told: 要做到主要领导亲自管，分管领导带头管.
SHARED_OUT = Rule(
    name="demand/shared-out",
    pattern=r"(?:做到|实现|形成|确保|实行|落实)由?(?:党政)?(?:主要|班子|“?一把手)[^；。]*$",
    make=lambda m: m[0],
    yes={"要〔做到主要领导亲自管〕": "做到主要领导亲自管"},
    no=("主要领导要亲自管", "做到心中有数"),
)
# Kinds of people and bodies that are the matter of an order where nothing tells which: 人员到岗到位.
NOBODY = frozenset({"人员", "部门", "单位", "干部", "群众", "企业", "领导", "队伍"})
# Who is told, right behind the verb: 要求企业端正态度.
TOLD = re.compile(
    expand(
        r"(?P<to>大家|企业|学校|商户|业主|群众|家长|师生|职工|广大<<han>>{2,6}|(?:与会|参会)<<han>>{2,4})(?=[要必应]|<<imperative>>|端正|统一|结合|对照|把|以|从|在)"
    )
)
# How something is to be done, and what: no subject begins so.
HOW_DONE = re.compile(
    expand(
        r"(?:重点|全面|切实|继续|持续|及时|认真|坚决|严格|进一步|大力|扎实|全力|着力|尽快|抓紧|深入|积极|主动)(?:<<imperative>>)"
        r"|[赶抢]在"
    )
)


@lru_cache(maxsize=8)
def _assesses(clause: str) -> bool:
    """Whether a clause says how things are or will be; the same one is asked about for its subject and its verb."""
    return ASSESSMENT.search(clause) is not None or FORETELLS.match(clause) is not None


def _orders(chars: str, low: int, high: int, ordered: bool, firm: bool = False) -> str | None:
    """By which rule a clause without a subject orders, or None."""
    clause = chars[low:high]
    if MODAL_AT.match(clause) and not (clause.startswith("确保") and NOMINAL.match(chars, high)):
        return "demand/modal"
    if MODAL_IN.search(clause) and not _assesses(clause):
        return "demand/modal-inside"
    if ordered and not _assesses(clause) and not NOMINAL.match(chars, high):
        leading = LEADING.match(clause)
        if BARE.match(clause, leading.end() if leading else 0):
            return "demand/bare-verb"
    if firm and not TELLS.search(clause) and not _assesses(clause) and not NOMINAL.match(chars, high):
        return "demand/in-order"
    return None
