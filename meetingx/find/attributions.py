"""Attributions: who is said to have said something, with which verb, and where the words begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from meetingx import patterns as re
from meetingx.find.people import Person
from meetingx.rules import Found, Rule, expand


class Attribution(NamedTuple):
    """An attribution in one paragraph: the words said begin at `body`; `speaker` is as printed."""

    speaker: str
    verb: str
    start: int
    body: int
    rule: str


# What may stand between a speaker and its verb of saying.
HOW = (
    r"(?:(?:在[^，。；：\n]{0,44}?(?:时|中|上|后|会场))|在(?:会议|大会|座谈会)?(?:总结|小结|点评|致辞)|听[取完了][^，。；：\n]{1,16}?后|从[^，。；：\n]{1,6}(?:方面|层面|角度)|(?:就|对|围绕|针对|结合)[^。；：\n]{1,60}?|[还最又再也并一同共]?"
    r"(?:后|次|同时|再)?|同时|并|进一步|着重|重点|特别"
    r"|反复|深刻|严肃|明确|首先|随后|一致|就此|用[^，。；：\n]{1,16}?|以“[^”\n]{1,40}”为[^，。；：\n]{1,6}|向[^，。；：\n]{2,14}?|代表[^，。；：]{1,20}|，|因此|主持会议并|讲话时"
    r"|会上|会后|当即|当场|随即|再三|多次|一再|马上|讲话|出席会议并|郑重|现场|分别|直接|最后|主持(?:会议|召开)?[^，。；：\n]{0,12}时|[作做]?(?:会议)?(?:小结|总结|点评|讲评|致辞|表态|汇报)时|总结(?=强调|要求))*?"
)
# What a verb of saying is followed by: a mark, a line break, or at once the words.
THEN = (
    r"(?:了|的是)?(?:(?=[^，。；：\n]{1,30}(?:单位|部门|乡镇|街道|社区|人员|干部|各[县区镇级])[^，。；：\n]{0,10}：)"
    r"|。(?=一[、是]|（一）|1[.、])|[，：:]|—+|\n|$| (?=<<han>>)|(?=“)|(?=要(?!求)"
    r"|必须|所有|每[一位名个]|大家"
    r"|各|全[市县区省镇街乡院局校体旗州]|一[是要、]|(?:<<demand_start>>))"
    # what follows is counted: 强调三点：
    r"|(?:(?<=强调|指出|要求)|(?<=强调了|指出了))(?:以下)?[一二两三四五六七八九十\d]{1,2}(?:点|条|个方面)(?:意见|要求|工作)?[：。]\n?(?=一|第一|首先|1))"
)
# What somebody gave: 提出三点要求：一是.
GIFT = (
    r"(?P<verb>提出|作出|做出|(?<!工)作|做(?=[了出重总动具强]|[^，。；：\n]{2,16}讲话[：，])|提|强调|讲(?!话)|进行|明确|(?<!约)谈|(?<!行)部署(?!落实))了?[^，。；：\n]{0,24}?(?P<noun>要求"
    r"|意见|(?:安排)?部署(?!要求)|指示|希望"
    r"|强调|建议|安排|批示|讲话|看法|体会|设想|思路)[：:，。]?(?:(?!(?:并|同时)?(?:要求|强调|指出)|[^，。；：\n]{0,6}(?:要求|强调|指出)[：:]|[^，。；：\n]{0,4}提出)[^，。；：\n]{0,32}[：:])?\n?[◆●■]?(?=一[是要、，]|各<<han>>{1,8}要"
    r"|第?一[，、：]|（一）|1[.、]|首先|要|(?<=[点条项]要求：)(?=<<han>>{4})|(?<=：)一(?![些个致定直律切同旦方手次])|(?<=[：，。])$)"
)
# A verb of saying that is no noun: 提要求, 按要求, 进行了明确要求, 三点要求.
NO_NOUN = (
    r"(?<![提按的》])(?<!进行了)(?<!了明确)(?<!部署)(?<!具体|有关|相关|[一二三四五六七八几]点|各项|更高|提出)"
    r"(?!(?<=工作)(?:要求|部署|安排|建议|意见|提出))"
)
LEAD = r"(?<![\u3400-\u9fffA-Za-z0-9）])"

PRONOUN = (
    r"(?:同时，?|此外，?|但|最后，|就[^。；：\n]{2,60}，|对于?[^，。；：\n]{2,16}?)?(?:会上，?|最后，?|随后，?|接着，?)?"
    r"(?P<speaker>他们?|她|<<surname>>(?:副?<<suffix_head>>|总(?=[严强指要表说在就最])))"
)

ATTRIBUTIONS: tuple[Rule[tuple[str, str]], ...] = (
    Rule(
        name="statement/meeting",
        pattern=LEAD
        + (
            r"(?P<span>(?:同时，|最后，|就[^。；：\n]{2,60}，)?(?P<speaker>会议|会商会?|大会|全会|约谈会|座谈会|推进会|调度会"
            r"|动员会|现场会|例会|会上|活动|与会(?:人员"
            r"|领导)?|会)(?:并|还|同时|最后|进一步|特别|再次"
            r"|着重|一致|在[^，。；：\n]{2,40}?(?:时|后|中)|就[^。；：\n]{2,40}?|对[^。；：\n]{2,40}?)*(?P<verb>"
            + NO_NOUN
            + r""
            r"(?:<<say>>|决定))"
        )
        + THEN
        + r")",
        make=lambda m: (
            "会议" if m["speaker"] in {"会", "会上", "活动"} else m["speaker"],
            m["verb"],
        ),
        yes={
            "〔会议指出，〕要抓好落实": ("会议", "指出"),
            "〔会议还要求，〕各乡镇": ("会议", "要求"),
            "〔会议强调〕要坚持": ("会议", "强调"),
            "〔会议决定，〕由县水利局": ("会议", "决定"),
            "〔会议在听取汇报后强调，〕要抓好": ("会议", "强调"),
            "〔与会人员认为，〕要尽快": ("与会人员", "认为"),
        },
        no=("会议要求的任务", "会议通报了情况", "会议部署了工作"),
    ),
    Rule(
        name="statement/pronoun",
        pattern=LEAD
        + (r"(?P<span>" + PRONOUN + HOW + r"(?P<verb>" + NO_NOUN + r"(?:<<say>>))(?:" + THEN)
        + r"|(?<=指出|强调)(?![的了过])(?=<<han>>{8})))",
        make=lambda m: (m["speaker"], m["verb"]),
        yes={
            "〔他指出，〕要抓好": ("他", "指出"),
            "〔马书记强调，〕各级": ("马书记", "强调"),
            "〔他同时要求，〕要": ("他", "要求"),
        },
        no=("他要求的任务", "其他强调事项"),
    ),
    Rule(
        name="statement/pronoun-gives",
        pattern=LEAD + r"(?P<span>" + PRONOUN + HOW + GIFT + r")",
        make=lambda m: (m["speaker"], _given(m["verb"], m["noun"])),
        yes={"〔他对各区提出了三点要求：〕一是": ("他", "提出"), "〔马书记作出指示：〕一要": ("马书记", "指示")},
        no=("他提出了具体要求。会议", "其他要求：一是"),
    ),
)
BODY_SAYS = Rule(
    name="statement/body",
    pattern=(
        # the verb ends its clause
        r"(?:^|(?<=[。！；\n，]))(?=[^，。；：\n]{3,48}(?<=要求|强调|指出)[，：])(?P<span>(?P<speaker>(?!会议|大会|按照?|根据|遵照|落实|对照|贯彻|围绕|结合|就|对|在"
        r"|由|把|以|各|并|传达|执行|依据|针对|随后"
        r"|同时)[^，。；：\n]{0,12}?(?:省|市|县|区|州|厅|局)?[\u3400-\u9fff]{0,10}?"
        r"(?:厅|局|委员会|委|办|政府|指挥部|领导小组|联席会议|大队|支队|集团|中心|(?:工作|评估|考核|检查|调研|指导|专家|巡视|巡察|考评)组|督[导察查]组)(?:领导|负责人|负责同志|主要领导)?)"
        r"(?:同时|还|进一步|明确|特别|一致)?(?P<verb>要求|强调|指出)[，：])"
    ),
    make=lambda m: (m["speaker"], m["verb"]),
    yes={"，〔省生态环境厅要求，〕要守牢底线": ("省生态环境厅", "要求")},
    no=("按照省政府要求，抓好", "根据市委要求，各县", "会议要求，各局"),
)
POST_SAYS = Rule(
    name="statement/post",
    pattern=(
        r"(?:^|(?<=[。！\n]))(?P<span>(?:会上，|会议最后，|最后，|随后，)?(?P<speaker>该?(?:[镇乡县区市州旗局]|街道)"
        r"(?:(?:党委|党工委|委|政府)?(?:常务)?副?(?:书记|主任|常委)、){0,2}(?:党委|党工委|委|政府)?"
        r"(?:主要领导|分管领导|(?:常务)?[副代]?(?:书记|主任|[镇乡县区市州旗局]?长)))"
        r"(?:在[^，。；：\n]{1,16})?(?P<verb>要求|强调|指出)[，：])"
    ),
    make=lambda m: (m["speaker"], m["verb"]),
    yes={
        "。〔镇长指出，〕要抓好": ("镇长", "指出"),
        "〔该镇党委书记强调，〕要保供水": ("该镇党委书记", "强调"),
        "〔旗委副书记、代旗长指出，〕要": ("旗委副书记、代旗长", "指出"),
    },
    no=("按照县长要求，抓好", "镇长李明强调，要", "县委书记的要求，"),
)
PRONOUN_LATER = Rule(
    name="statement/pronoun-later",
    pattern=(
        r"(?:^|(?<=[。！\n]))(?P<span>(?:会上，|最后，|随后，)?(?P<speaker>他|她|<<surname>>(?:副?<<suffix_head>>|总))"
        r"(?:全面|系统|简要|认真|深入|客观|充分|详细)*(?:传达|通报|总结|回顾|分析|听取|肯定|充分肯定|进一步强调了|对|就|围绕|结合)[^。；：\n]{2,120}?"
        r"，(?:并|同时)?(?P<verb>明确要求|要求|强调|指出|明确)(?:[，：]|(?=<<han>>{4})))"
    ),
    make=lambda m: (m["speaker"], m["verb"]),
    yes={
        "。〔孙董事长传达了市里的精神，强调〕要完善预案": ("孙董事长", "强调"),
        "。〔他进一步强调了时限和标准，要求〕务必整改到位": ("他", "要求"),
    },
    no=("。他传达了市里的精神。", "孙涛传达了市里的精神，强调要"),
)
POST_LATER = Rule(
    name="statement/post-later",
    pattern=(
        r"(?:^|(?<=[。！\n]))(?P<span>(?:会上，|会议最后，|最后，|随后，)?(?P<speaker>该?[镇乡县区市州旗]领导|(?:该?(?:[镇乡县区市州旗局]|街道))?"
        r"(?:党委|党工委|委|政府)?(?:主要领导|分管领导|(?:常务)?[副代]?(?:书记|主任|[镇乡县区市州旗局]长)))"
        r"(?:根据|就|对|围绕|[作做](?!出)|进行|通报|传达|总结|安排|部署)[^。；：\n]{2,90}?"
        r"，(?:并|同时)?(?P<verb>要求|强调|指出)(?:[，：]|(?=<<han>>{4})))"
    ),
    make=lambda m: (m["speaker"], m["verb"]),
    yes={
        "。〔乡长作工作总体安排，要求〕各村抓好管护": ("乡长", "要求"),
        "〔书记进行总结，强调〕从三个方面": ("书记", "强调"),
    },
    no=("按照县长要求，抓好", "书记李明进行总结，强调，", "会议进行总结，强调从"),
)
PERSON_SAYS = Rule(
    name="statement/person",
    pattern=r"(?:同志|委员)?" + HOW + r"(?P<verb>" + NO_NOUN + r"(?:<<say>>))" + THEN,
    make=lambda m: m["verb"],
    yes={"〔指出，〕要抓好": "指出", "〔在会上强调，〕要": "强调", "〔要求〕各乡镇": "要求"},
    no=("出席会议", "要求的是什么"),
)
PERSON_SAYS_ON = Rule(
    name="statement/person-no-mark",
    pattern=(
        r"(?:同志|委员)?(?:进一步|再次|着重|特别|还|也|同时|最后|明确)*(?P<verb>指出|强调|要求|表示|认为|希望|号召|责成|建议|提醒)(?=(?:<<han>>|20\d\d年)(?:<<han>>|[“、]){3})"
        r"(?!的|了|会|各项|和|是)"
    ),
    make=lambda m: m["verb"],
    yes={"〔指出〕森林资源保护关乎水源涵养": "指出"},
    no=("指出，要抓好", "要求的任务必须按时完成好"),
)
PERSON_GIVES = Rule(
    name="statement/gives",
    pattern=(r"(?:同志)?" + HOW + GIFT),
    make=lambda m: _given(m["verb"], m["noun"]),
    yes={"〔提出三点要求：〕一是": "提出", "〔对节前工作进行了强调：〕一要": "强调", "〔作出指示：〕一是": "指示"},
    no=("提出具体要求。会议", "作重要讲话"),
)
GIVES_LATER = Rule(
    name="statement/gives-later",
    pattern=(
        r"(?:，|。|^)(?P<span>(?:并|同时|随后|最后|还|也|讲话|着重|重点|特别)*(?:代表[^，。；：\n]{1,30}?)?(?:(?P<ask>要求|希望)(?=各|全[市县区省镇体]|<<han>>{2,10}(?:部门"
        r"|单位|乡镇|街道|组|干部|同志))|(?:"
        r"(?:就|对|结合)[^。；：\n]{1,60}?)?(?:[作做]出|进行了?)?(?:(?P<verb>提出)[^，。；：\n]{0,12}(?:要求|意见"
        r"|建议)|(?P<order>安排部署|部署"
        r"|强调)[^，。；：\n]{0,12}(?:工作|任务)?)[：。，](?=一是|一要|一、|1[.、]|(?<=：)$)))"
    ),
    make=lambda m: m["verb"] or m["order"] or m["ask"],
    yes={
        "要保持警觉，〔并对排查工作提出明确要求。〕一是要": "提出",
        "。〔随后安排部署具体工作，〕一是摸清": "安排部署",
    },
    no=("提出具体要求。会议", "安排部署具体工作。"),
)
MEETING_GIVES = Rule(
    name="statement/meeting-gives",
    pattern=LEAD
    + (
        r"(?P<span>会议(?:还|最后|同时)?(?:就|对|围绕)?[^。；：\n]{0,40}?(?P<verb>提出|作出|做出|明确|进行)了?[^。；，：\n]{0,16}?"
        r"(?P<noun>要求|安排部署|安排|部署|分工|措施|意见|“[^”\n]{2,10}”)(?:：|——|[。，](?=一是|一要|一、)))"
    ),
    make=lambda m: _given(m["verb"], m["noun"]),
    yes={
        "〔会议对三秋生产作出安排：〕抓抢收": "安排",
        "〔会议提出三条措施：〕一是": "提出",
        "〔会议就下步工作提出要求，〕一要": "提出",
    },
    no=("会议提出要求。", "会议要求：一是"),
)
MEETING_LATER = Rule(
    name="statement/meeting-later",
    pattern=(
        r"(?:(?:会议|大会|会)(?:在[^，。；\n]{1,20})?(?:随[即后]|立即)?(?:召开|举行)[^。；\n]{0,120}?"
        r"|(?:[我本全][省市县区镇乡]|政府|[委局市县区镇乡]|街道)(?:随[即后]|紧?接着|立即|迅速|连夜|又)?(?:召开|举行)了?"
        r"[^。；，\n]{0,40}?会议?，[^。；\n]{0,160}?"
        r"|(?:^|(?<=[。\n]))会上，?(?:梳理|通报|传达|总结|分析|回顾|学习|观看)[^\n]{2,200}?"
        r"|会议(?:还|首先|集中)?(?:[就对][^，。；]{2,40}进行了|传达|学习|听取|审议|研究|观看|通报|讨论|分析|调度|布置|部署|安排|宣读|总结|回顾"
        r"|解读|总体|一致|原则|同意|赞同)[^\n]{2,200}?)"
        r"(?P<span>[，。；](?:会议)?(?:同时|并)?(?P<verb>(?<!会议)要求|(?<!会议)强调|(?<!会议)指出)(?:"
        + THEN
        + r"|(?=对|要|全|各)|(?<=要求)(?=<<han>>{4})))"
    ),
    make=lambda m: m["verb"],
    yes={
        "我市紧接着召开会议，传达了省里精神〔，要求〕各级部门": "要求",
        "电视电话会议在郑州召开〔，要求〕全省上下": "要求",
        "会议听取了销号情况〔，强调〕对于病险水库": "强调",
    },
    no=("会议召开，部署工作", "按照会议要求，抓好"),
)
LATER = Rule(
    name="statement/later-verb",
    pattern=(
        r"(?:，|并|，并|、|。)(?:同时|还|也|特别|明确(?!要求|提出)|再次|着重|进一步|最后|接着|随后|就[^。；：\n]{1,50}?|对[^。；：\n]{1,50}?"
        r"|在[^，。；：\n]{1,20}?[时中上])?(?P<verb>" + NO_NOUN + r"(?:<<say>>))(?:"
    )
    + THEN
    + r"|(?<=要求|希望)(?=<<han>>{4})|(?<=指出|强调)(?!了|的)(?=<<han>>{8})"
    r"|(?<=表示)(?=(?:我[省市县区镇乡街局厅院校]?|下一步|今后)?(?:将|要|会)))",
    make=lambda m: m["verb"],
    yes={"出席会议〔并强调，〕要": "强调", "主持会议〔，要求〕各乡镇": "要求"},
    no=("出席会议并讲话。", "按照要求，抓好"),
)


def _given(verb: str, noun: str) -> str:
    """The verb of saying that a light verb and its noun make: 进行了强调 is 强调, 提出要求 is 提出."""
    light = {"作出", "做出", "作", "做", "进行", "部署"}
    if verb in light:
        return {"意见": "提出", "要求": "要求", "讲话": "讲话", "安排": "安排", "希望": "希望"}.get(noun, noun)
    return {"讲": "讲", "提": "提出", "谈": "谈"}.get(verb, verb)


def attributions(chars: str, people: list[Person]) -> list[Attribution]:
    """The attributions of a paragraph, in order.

    >>> from meetingx.find.people import people
    >>> chars = "市长李明主持会议。李明指出，要抓好落实。会议要求，各乡镇要尽责。"
    >>> [(a.speaker, a.verb, chars[a.body:][:3]) for a in attributions(chars, people(chars))]
    [('李明', '指出', '要抓好'), ('会议', '要求', '各乡镇')]
    """
    found = [
        Attribution(*one.value, start=one.start, body=one.end, rule=one.rule)
        for rule in ATTRIBUTIONS
        for one in rule.all(chars)
    ]
    found += _by_people(chars, people)
    found += _by_bodies(chars)
    found += _by_gift(chars)
    found += _by_meeting(chars, people)
    found += _by_the_same(chars, people, found)
    found.sort(key=lambda one: (one.start, -one.body))
    kept: list[Attribution] = []
    for one in found:
        if not kept or one.start >= kept[-1].body:
            kept.append(_with_verb_behind(chars, one))
    return kept


# A speech is said to have been given, and then what it demanded: 作总结讲话，要求：一是.
VERB_BEHIND = re.compile(r"(?:并|同时)?(?P<verb>要求|强调|指出)(?:[：，]|(?<=要求)|(?=各|全|要(?!求)))")
SPEECHES = frozenset({"讲话", "安排", "部署", "要求"})


def _with_verb_behind(chars: str, one: Attribution) -> Attribution:
    behind = VERB_BEHIND.match(chars, one.body) if one.verb in SPEECHES else None
    return one._replace(verb=behind["verb"], body=behind.end()) if behind else one


def _by_gift(chars: str) -> Iterator[Attribution]:
    """What a meeting laid down: 会议对…作出安排：."""
    for one in MEETING_GIVES.all(chars):
        yield Attribution("会议", one.value, start=one.start, body=one.end, rule=one.rule)


def _by_bodies(chars: str) -> Iterator[Attribution]:
    """What a body, or somebody told by the post alone, is said to have demanded, and not only what others act on."""
    for rule in (BODY_SAYS, POST_SAYS, POST_LATER, PRONOUN_LATER):
        for one in rule.all(chars):
            yield Attribution(*one.value, start=one.start, body=one.end, rule=one.rule)


def _by_meeting(chars: str, people: list[Person]) -> Iterator[Attribution]:
    """What a meeting that was convened in the same sentence demanded."""
    for one in MEETING_LATER.all(chars):
        near = people[bisect_left(people, one.start, key=lambda person: person.start) - 1] if people else None
        if near is None or near.start >= one.start or SENTENCE_BREAK.search(chars, near.start, one.start):
            yield Attribution("会议", one.value, one.start, one.end, one.rule)


SENTENCE_BREAK = re.compile(r"[。！？\n]")


def _by_the_same(chars: str, people: list[Person], found: list[Attribution]) -> Iterator[Attribution]:
    """Lists of demands that go on with the speaker before them: …，并对排查工作提出明确要求。一是…."""
    for one in GIVES_LATER.all(chars):
        before = [a for a in found if a.body <= one.start]
        subjects = [p for p in people if p.end <= one.start and _may_open(chars, p)]
        told = any(a.start <= one.start < a.body for a in found) or any(one.start < p.start < one.end for p in people)
        wishes = one.value == "希望" and _goes_on_speaking(before, people, one.start)
        if told or wishes or _inside_list(chars, before, one.start):
            continue
        if before:
            yield Attribution(max(before, key=lambda a: a.start).speaker, one.value, one.start, one.end, one.rule)
        elif subjects:
            yield Attribution(subjects[-1].name, one.value, one.start, one.end, one.rule)
        elif OF_MEETING.search(chars, max(chars.rfind("。", 0, one.start) + 1, 0), one.start):
            yield Attribution("会议", one.value, one.start, one.end, one.rule)


def _goes_on_speaking(before: list[Attribution], people: list[Person], at: int) -> bool:
    """Whether somebody speaks at `at`, so that a 希望 is a part of what is said."""
    last = max((one.body for one in before), default=None)
    return last is not None and not any(last < one.start < at for one in people)


def _inside_list(chars: str, before: list[Attribution], at: int) -> bool:
    """Whether an enumeration that was begun before `at` goes on behind it: 一是要…。要求各级…。二是要…."""
    if not before or NEXT_ITEM.search(chars, at) is None:
        return False
    return FIRST_ITEM.search(chars, min(one.body for one in before), at) is not None


FIRST_ITEM = re.compile(r"(?:^|(?<=[，。；：求]))(?:一[是要]|第一|（一）|其一)")
NEXT_ITEM = re.compile(r"(?<=[。；])(?:[二三四五六][是要]|第[二三四五六]|（[二三四五六]）|其[二三四五六])")
OF_MEETING = re.compile(r"(?:^|(?<=[。\n]))会议")


def _by_people(chars: str, people: list[Person]) -> Iterator[Attribution]:
    """Attributions to the people of a paragraph, right behind them or later in their sentence."""
    for i, person in enumerate(people):
        if not _may_open(chars, person):
            continue
        limit = _next_subject(chars, people, i)
        one = _right_behind(chars, person, limit)
        if one is not None:
            speaker, start = _jointly(chars, people, i)
            yield Attribution(speaker, one.value, start, one.end, one.rule)
        else:
            yield from _later(chars, person, limit)


# Whom somebody speaks of is no subject of what follows: 李海对王芳同志的安排表示赞同，要求大家….
SPEAKS_OF = re.compile(r"(?:同志)?[对向与][^，。；：\n]{0,12}")


def _next_subject(chars: str, people: list[Person], i: int) -> int:
    """Where the words about a person end at the latest: at the next one of whom the person is not said to speak."""
    behind = (p for p in people[i + 1 :] if not SPEAKS_OF.fullmatch(chars, people[i].end, p.start))
    return next((p.start for p in behind), len(chars))


def _right_behind(chars: str, person: Person, limit: int) -> Found[str] | None:
    """The verb of saying nearest behind a person, before the next one at `limit`."""
    bare = (PERSON_SAYS_ON,) if person.post or _opens_sentence(chars, person) else ()
    at = person.end + chars.startswith(" ", person.end)
    found = (rule.at(chars, at) for rule in (PERSON_GIVES, PERSON_SAYS, *bare))
    return min((one for one in found if one is not None and one.end <= limit), key=lambda one: one.end, default=None)


def _jointly(chars: str, people: list[Person], i: int) -> tuple[str, int]:
    """The speaker at `i`, with those who say it together: 孟一、谭二指出."""
    first = i
    while (
        first
        and chars[people[first - 1].end : people[first].start] in {"、", "和", "与"}
        and people[first].post is None
    ):
        first -= 1
    if first == i or not _opens_sentence(chars, people[first]):
        return people[i].name, people[i].start
    return "、".join(p.name for p in people[first : i + 1]), people[first].start


def _may_open(chars: str, person: Person) -> bool:
    """Whether a clause, or a list of posts, begins at a person: what is said of it is not inside another's words."""
    before = chars[max(0, person.start - 1) : person.start]
    return (
        before in {"", "。", "，", "；", "：", "”", "\n", "、", "！", "？", "?", " ", "）"}
        or before in "由日天后先次着的上午和与并该是"
    )


def _opens_sentence(chars: str, person: Person) -> bool:
    return SENTENCE_OPENS.search(chars, max(0, person.start - 8), person.start) is not None


SENTENCE_OPENS = re.compile(r"(?:^|[。！？\n]|[。！？\n](?:会上|最后|随后|会议最后)，|^会上，)$")


def _later(chars: str, person: Person, limit: int) -> Iterator[Attribution]:
    """The first verb of saying behind what the person did: X出席会议并强调，…."""
    stop = re.search(r"[；！？\n]|。(?!(?:同时)?(?:并|强调|要求|指出))", chars[person.end : limit])
    end = person.end + (stop.start() if stop else limit - person.end)
    for rule in (LATER, PERSON_GIVES):
        for match in rule.regex.finditer(chars, person.end, min(len(chars), end + 8)):
            if match.start() < end and DID.search(chars, person.end, match.start() + 1):
                yield Attribution(person.name, rule.make(match), person.start, match.end(), rule.name)
                return


DID = re.compile(
    expand(
        r"召开|领学|关注|赞同|欢迎|肯定|分析|剖析|研判|回顾|讲解|宣讲|介绍|解读|汇报|宣读|出席|总结|发言|点评|进行|发表|通过|安排|主持|讲话|参加|到会|作|听取|传达|部署|通报|带队"
    )
)
