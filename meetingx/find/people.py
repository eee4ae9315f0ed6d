"""People as they are printed: a post and a name, a name and its post, names that share one post.

A name alone is too little evidence in Chinese, so a person is read where grammar vouches for it: behind
a post, before one, in a list that a person opens, or before a verb that only a person takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from meetingx import patterns as re
from meetingx.find.no_names import PLURAL_POST, has_word, is_office, is_phrase, is_prepositional, is_word, joins
from meetingx.rules import Rule, expand


class Person(NamedTuple):
    """A person at [start, end) of a paragraph, the name at [name_start, name_end), the post as printed or None.

    `shared` is true where the post was printed once for a whole list, `rule` says which rule read the name.
    """

    name: str
    post: str | None
    start: int
    end: int
    name_start: int
    name_end: int
    rule: str
    shared: bool = False


def _name(match: re.Match[str]) -> str:
    return (match["name"] or match["listed"]).replace(" ", "")


POST_THEN_NAME = Rule(
    name="person/post-name",
    pattern=(
        r"(?P<head><<head>>|副总(?![田河林湖路指队工干经监裁编规]))"
        r"(?P<rank><<paren>>)?(?:(?:还?有|是|为)?(?:（[按以][^（）]{0,16}）)?[：:]|——)?"
        r"(?<!主席(?=台|团)) ?(?P<span>(?P<name><<name>>))"
        r"<<mark>>(?:同志|(?:常务)?副?<<suffix_head>>(?!<<any_surname>><<han>>))?"
    ),
    make=_name,
    yes={
        "县委副书记、县长〔张涛〕主持会议": "张涛",
        "市委书记〔王亚军〕指出": "王亚军",
        "副局长（主持工作）〔李 海〕参加": "李海",
        "自治区主席〔艾力·买买提〕出席": "艾力·买买提",
        "旗长〔那日松巴图〕主持": "那日松巴图",
        "区长〔欧阳文〕、副区长": "欧阳文",
        "市长〔王明〕作重要讲话": "王明",
    },
    no=(
        "副局长（主持工作）参加",
        "江阴市长泾镇召开",
        "市委书记强调",
        "县长主持会议",
        "在主席台前排就座",
        "区委书记和区长出席",
    ),
)
# Four to six characters that hold no word, between a post and a mark: 副县长沙马伍各，.
UNKNOWN_OF_FOUR = Rule(
    name="person/unknown-of-four",
    pattern=(
        r"(?<=[委记长任席员])(?=(?:（[^（）\n]{1,8}）)?<<han>>{4,6}[，、。])(?:（[^（）\n]{1,8}）)?"
        r"(?P<span>(?P<name>(?!<<not_name>>|<<suffix_head>>|[办室局会组部处院团队科们和及与])<<given>>{3,5}<<han>>)(?=[，、。]))"
    ),
    make=_name,
    yes={
        "副县长〔沙马伍各〕，": "沙马伍各",
        "副县长（挂职）〔沙马伍各〕，": "沙马伍各",
        "副州长〔华登贡东智〕、": "华登贡东智",
    },
    no=("副县长张涛，", "书记和主任、"),
)
NAME_THEN_POST = Rule(
    name="person/name-post",
    pattern=(
        r"(?:^|(?<=[，。；：、！？\n ”）由局厅委办院镇乡会部处市县区科股室队所站组校上后人大府协日午])"
        r"|(?<=[长任记席][和与及])|(?<=同时|消防|武警|交警|海事|气象|税务|城管|供电|水务|环保|国土))"
        r"(?P<name><<sure_name>>|<<transcription>>{4,6}"
        r"|(?!<<any_surname>><<han>><<suffix_head>>)<<any_surname>><<given_mid>><<given_last>>(?<![站局办所科股院校队厅委处部会组室])(?=(?:副|代)?<<suffix_head>>(?:主持|讲话|指出|强调|要求|传达|通报)))(?P<post>(?:常务)?(?:副"
        r"|代)?<<suffix_head>>)(?!(?!应邀|强调)<<any_surname>><<han>>{1,2}(?:[、，和及]|出席|主持|参加|通报|同志))"
    ),
    make=lambda m: (_name(m), m["post"]),
    yes={
        "〔李健局长〕要求": ("李健", "局长"),
        "市公安局〔鞠伟副局长〕汇报": ("鞠伟", "副局长"),
        "〔明学勤厅长〕主持召开": ("明学勤", "厅长"),
    },
    no=("常务副市长", "党委书记主持", "有关企业代表"),
)
NEXT_IN_LIST = Rule(
    name="person/list",
    pattern=(
        r"(?:[、，]| |和|与|及|以及|、?以及) ?(?!<<han>>{1,2}(?![及和与])<<han>><<suffix_head>><<any_surname>><<han>>)"
        r"(?!<<han>>{2,3}（[^（）\n]{0,30}<<head>>）)(?P<span>"
        r"(?P<name><<name>>)|"
        r"(?<=、)(?P<listed><<listed_name>>|<<han>>{0,3}<<name_end>>(?=[、，。；）]|等|<<attend>>)"
        r"|<<surname>><<han>>(?=、<<surname>>(?:<<han>>|[ ])?<<han>>(?:、|等|<<attend>>|同志))))<<mark>>"
    ),
    make=_name,
    yes={"、〔李海〕、": "李海", "和〔诸葛明〕出席": "诸葛明"},
    no=("、副市长", "，全县上下"),
)
BARE = Rule(
    name="person/bare",
    pattern=(
        r"(?:^|(?<=[，。；：！？”\n ）])|(?<=由))(?P<span>(?P<name><<sure_name>>))"
        r"(?=(?:同志)?(?:<<say>>|<<report>>|主持|<<attend>>|讲话|[、，]<<listed_next>>|在|就|对|等|作|做|最后|还"
        r"|代表|受))"
    ),
    make=_name,
    yes={"〔王亚军〕指出，": "王亚军", "会议由〔宋文〕主持": "宋文", "〔李海〕、王芳、赵一出席": "李海"},
    no=("会议指出", "全市上下要", "各乡镇要"),
)
# At the beginning of a sentence, before a verb that only a person takes: surnames that are words as well will do.
SPEAKS = Rule(
    name="person/speaks",
    pattern=(
        r"(?:^|(?<=[。！？\n]))(?P<span>(?P<name>(?!<<not_name>>|<<any_surname>><<suffix_head>>)"
        r"<<any_surname>><<given_mid>><<given_last>>))"
        r"(?=(?:强调|指出|要求|表示)(?:指出)?(?:[，：]|要|各|全))"
    ),
    make=_name,
    yes={"。〔宁文斌〕强调，要抓好": "宁文斌"},
    no=("。各方要求，", "。省政府要求，", "。推进会强调，"),
)
# Posts in brackets behind a name: 出席会议的有：王明（市委常委）、李海（副市长）.
NAME_THEN_BRACKET = Rule(
    name="person/name-bracket",
    pattern=(r"(?:^|(?<=[，。；：、\n ]))(?P<span>(?P<name><<sure_name>>)（(?P<post>[^（）\n]{0,30}<<head>>)）)"),
    make=lambda m: (_name(m), m["post"]),
    yes={"出席的有：〔王明（市委常委、组织部部长）〕、": ("王明", "市委常委、组织部部长")},
    no=("王明（女）、", "各乡镇（街道）书记"),
)
# Names before 等 and a word for leaders need no post before them: 王明、李海等市领导.
BEFORE_LEADERS = Rule(
    name="person/before-leaders",
    pattern=(
        r"(?:^|(?<=[。，；！？\n]))(?P<span>(?P<name><<sure_name>>|<<transcription>>{4,6}(?=、)))(?=(?:、<<han>>{2,7})*等<<han>>{0,6}(?:领导|常委(?:及委员|和委员)?|政协委员|代表)(?:同志)?(?:[，出参列]|结合|围绕|先后|分别))"
    ),
    make=_name,
    yes={"。〔王明〕、李海等市领导出席会议": "王明"},
    no=("乡镇、街道等单位领导", "王明、李海参加"),
)
# Before 等 and the leaders of a place stand names, whatever they are made of: 普穷、次仁旺扎、李春霖等自治区领导.
LEADERS_OF = Rule(
    name="person/leaders-of",
    pattern=(
        r"(?:^|(?<=[。；！？\n]))(?P<span>(?P<name>(?!<<not_name>>)<<given>><<han>>{1,4}))"
        r"(?=(?:、<<han>>{2,6}){2,}等(?:省|市|县|区|州|盟|旗|镇|乡|自治[区州县]|党政|四大?班子|在家|有关|相关)*(?:领导|领导同志|常委)"
        r"(?:同志|干部)?(?:[，出参列]|结合|围绕|先后|分别))"
    ),
    make=_name,
    yes={"。〔普穷〕、次仁旺扎、李春霖等自治区领导出席会议": "普穷"},
    no=("。乡镇、街道、部门等单位领导出席", "。普穷、李春霖参加会议"),
)
# An office may stand for the post: 市司法局罗光明、市河长办杨秋平等同志; the name must be plain.
OFFICE_THEN_NAME = Rule(
    name="person/office-name",
    pattern=(
        r"(?:(?<=[，。；：、\n ])|^)(?P<office>(?![一二三四五六七八九]是)<<han>>{2,12}(?:局|办|委|厅|中心|公司|院"
        r"|[部处科股室站所])) ?(?P<span>(?P<name>(?:<<surname>>|<<surname_compound>>)<<given_mid>><<given_last>>))"
        r"(?:同志)?(?=）|（第|（全程|主持(?:会议|召开)|(?:、<<han>>{2,4})*等?同志(?:<<adverbial>>)?(?:讲话|<<attend>>|<<report>>))"
    ),
    make=_name,
    yes={
        "，市河长办〔杨秋平〕、路遥等同志到会指导": "杨秋平",
        "（汇报人：市司法局〔罗光明〕）": "罗光明",
        "，体卫艺股〔杨秋平〕主持会议": "杨秋平",
    },
    no=("市水利局高标准推进", "市司法局局长罗光明出席"),
)
# Three names or more, at the beginning of a sentence whose verb tells of presence, need no post.
BARE_LIST = Rule(
    name="person/bare-list",
    pattern=(
        r"(?:^|(?<=[。！？；，\n]))(?P<span>(?P<name><<listed_first>>|<<transcription>>{4,6}(?=、)))(?=(?:、<<han>>{2,7}){2,}(?:等|[，]|\d+[名位]|同志|领导"
        r"|分别|一同"
        r"|也)?[^。；\n]{0,14}?(?:<<attend>>|带领|率领|深入|[^。；\n]{0,8}发言))"
    ),
    make=_name,
    yes={"。〔谈冬梅〕、史志明、田世荣、乐天参加会议。": "谈冬梅"},
    no=("各级、各部门、各单位参加", "县直部门、乡镇、社区参加"),
)
# A name that no list of surnames knows, between a post and a verb that only a person takes.
UNKNOWN_SURNAME = Rule(
    name="person/unknown-surname",
    pattern=(
        r"(?<=[委记长任席员])(?=<<han>>{2,4}?(?:主持|出席|传达|通报|汇报|宣读|介绍|作|指出|强调|要求))"
        r"(?P<span>(?P<name>(?!<<not_name>>|<<suffix_head>>|[办室局会组部处院团队科们])(?:<<given>><<given>>{1,3}|<<surname>><<han>>)))(?=主持"
        r"(?:召开|会议)|出席"
        r"(?:会议|并)|传达了|通报了|汇报了|宣读了|介绍了|作了?(?:重要)?讲话|指出，|强调，|要求，)"
    ),
    make=_name,
    yes={"州委副书记〔降忠勇〕传达了": "降忠勇", "常务副市长〔陈议〕出席会议": "陈议"},
    no=("市长再次强调，", "主任会议指出，要"),
)
POST_AFTER_LIST = re.compile(
    expand(
        r"等?(?:(?:\d+|[一二三四五六七八九十]+)[名位])?(?:在家的)?(?P<post>(?:<<han>>{0,12}(?:班子成员|组成(?:人员|成员))|<<han>>{0,12}领导|<<han>>{0,6}常委(?:[及和]委员)?)(?:同志)?)"
        r"(?=<<adverbial>><<attend>>|[、，]|结合|围绕)"
    )
)
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
SHAREABLE = re.compile(
    r"[局办委厅院部处科]$|中心$|领导|老同志|副|常委|委员|成员|巡视员|调研员|代表|主任科员|负责|干部|专家|助理|秘书长|主席|书记|长$"
)


def people(chars: str, vouched: Sequence[Person] = (), seeds: Sequence[Person] | None = None) -> list[Person]:
    """The people printed in a paragraph, in order, none overlapping; `vouched` are those whom the page vouches for.

    `seeds` is what `told_alone` finds in the paragraph, where that was asked before.

    >>> [(p.name, p.post) for p in people("县委副书记、县长张涛主持会议，县领导吕学梅、李海等出席会议。")]
    [('张涛', '县委副书记、县长'), ('吕学梅', '县领导'), ('李海', '县领导')]
    """
    taken: list[Person] = []
    found = [*(told_alone(chars) if seeds is None else seeds), *vouched]
    for person in sorted(found, key=lambda p: (p.name_start, p.rule != POST_THEN_NAME.name)):
        if taken and person.name_start < taken[-1].name_end:
            continue
        floor = taken[-1].end if taken else 0
        taken.append(_with_post(chars, person, floor) if person.rule == POST_THEN_NAME.name else person)
        taken += _list_after(chars, taken[-1])
    return _with_later_post(chars, taken)


def told_alone(chars: str) -> list[Person]:
    """People that open a list or stand alone, posts not yet read to their beginning."""
    return [*_behind_posts(chars), *_before_posts(chars), *_alone(chars)]


def _behind_posts(chars: str) -> Iterator[Person]:
    """People right behind their post."""
    for match in POST_THEN_NAME.regex.finditer(chars):
        name = match["name"]
        if MANY.search(chars, max(0, match.start() - 8), match.start()) or (
            len(name) == 3 and JOINED_BEFORE_POST.match(chars, match.start("name"))
        ):
            continue
        if not (is_word(name) or joins(name, match["head"]) or is_phrase(name) or is_prepositional(name)) and (
            name[0] not in "要连" or PERSON_ALONE.match(chars, match.end("name"))
        ):
            rank = "" if IN_ORDER.match(match["rank"] or "") else match["rank"] or ""
            head = match["head"] + rank
            yield Person(_name(match), head, match.start(), match.end(), *match.span("name"), POST_THEN_NAME.name)
    posted = {match.end() for match in NAME_THEN_POST.regex.finditer(chars)}
    for match in (*UNKNOWN_SURNAME.regex.finditer(chars), *UNKNOWN_OF_FOUR.regex.finditer(chars)):
        if match.start("name") in posted:  # what somebody did: 史元县长逐件过堂，
            continue
        head_before = HEAD_BEFORE.search(chars, max(0, match.start("name") - 18), match.start("name"))
        if head_before and not has_word(match["name"]):
            start, name = head_before.start(), match.span("name")
            yield Person(_name(match), head_before[0], start, match.end(), *name, POST_THEN_NAME.name)


def _before_posts(chars: str) -> Iterator[Person]:
    """People with their post behind them, in brackets or not."""
    for match in NAME_THEN_POST.regex.finditer(chars):
        if is_prepositional(match["name"]) or is_office(match["name"]):
            continue
        start, post = match.start(), match["post"]
        org = ORG_BEFORE.search(chars, max(0, start - 24), start)
        if org:
            joined = PARTY_POST.search(chars, max(0, org.start("org") - 18), org.start("org"))
            start = joined.start("post") if joined else org.start("org")
            post = chars[start : match.start()] + post
        welcomed = WELCOMES.match(post)
        if welcomed:
            start, post = start + welcomed.end(), post[welcomed.end() :]
        yield Person(_name(match), post, start, match.end(), *match.span("name"), NAME_THEN_POST.name)
    for match in NAME_THEN_BRACKET.regex.finditer(chars):
        yield Person(_name(match), match["post"], *match.span(), *match.span("name"), NAME_THEN_BRACKET.name)


def _alone(chars: str) -> Iterator[Person]:
    """People without a post of their own, whom what stands around them vouches for."""
    for match in BARE.regex.finditer(chars):
        if is_prepositional(match["name"]):
            continue
        end = with_comrade(chars, match.end("name"))
        yield Person(_name(match), None, match.start("name"), end, *match.span("name"), BARE.name)
    for match in BARE_LIST.regex.finditer(chars):
        yield Person(_name(match), None, *match.span("name"), *match.span("name"), BARE_LIST.name)
    for rule in (SPEAKS, BEFORE_LEADERS, LEADERS_OF, OFFICE_THEN_NAME):
        for match in rule.regex.finditer(chars):
            # a list of several vouches for names that hold a word: 戴建平、孙雨等常委
            if rule is BEFORE_LEADERS or rule is LEADERS_OF or not has_word(match["name"]):
                start, post = match.start("name"), None
                if rule is OFFICE_THEN_NAME:
                    start, post = match.start("office"), match["office"]
                yield Person(_name(match), post, start, match.end(), *match.span("name"), rule.name)


TITLE_BEHIND = re.compile(expand(r"<<mark>>同志|(?=（)<<mark>>|(?:常务)?(?:副|代)?<<suffix_head>>"))


def with_comrade(chars: str, end: int) -> int:
    """Behind the 同志, or the post, that may follow a name."""
    match = TITLE_BEHIND.match(chars, end)
    return match.end() if match else end


HEAD_BEFORE = re.compile(expand(r"<<head>>(?:<<paren>>)?$"))


# A kind of people before a verb, no post before a name: 百名机关干部包院落.
MANY = re.compile(r"(?:[十百千万]名|广大)[^，。；、]{0,4}$")
# How a list is ordered is no part of a post: 市领导（按姓氏笔画为序）.
IN_ORDER = re.compile(r"（(?:按|以|排名)")
# What follows a person, whose surname is a word of order.
PERSON_ALONE = re.compile(r"同志|主持|出席|列席|参加|指出|强调|讲话|传达|通报|[，、。]")


ORG_BEFORE = re.compile(
    r"(?:^|[，。；：、！？\n ]|由|会上)(?:[^，。；：、]{0,12}由)?"
    r"(?P<org>(?:(?!由|会议|了|传达|宣读)[\u3400-\u9fff]){1,18}(?:局|厅|委|办|院|镇|乡|街道|公司|中心|大队|支队"
    r"|县|市|区|会|部|处|组|股|科|站|办公室|科室|人大|政府|政协|联络人|联))$"
)


# Two names, each before its post: 陶谦副县长和尹文副县长.
JOINED_BEFORE_POST = re.compile(expand(r"[和与及]<<any_surname>><<han>>(?:副|代)?<<suffix_head>>"))
# Who speaks to another is no part of that one's post: 镇党委书记王建国对区信访局李海副局长表示欢迎.
WELCOMES = re.compile(expand(r"[^，。；：、]{0,12}<<suffix_head>><<any_surname>><<han>>{1,2}[对向与]"))
# A post in the party that stands before another of the same person: 厅党组成员、省防办涂志坚主任.
PARTY_POST = re.compile(
    r"(?:^|[，。；：、！？\n])(?P<post>[^，。；：、\n]{0,8}(?:党(?:组|委|工委)(?:成员|委员|副?书记)|常委))、$"
)


def _with_post(chars: str, person: Person, floor: int) -> Person:
    """`person` with its post read back to its beginning, over the 、 that join posts of one person."""
    head_end = person.start + len(person.post or "")
    start = _joined_start(chars, floor, _post_start(chars, floor, head_end))
    levels = OF_LEVELS.search(chars, floor, start) if LEADERS.match(chars, start) else None
    start = levels.start() if levels else start
    charge = IN_CHARGE.search(chars, floor, start)
    start = charge.start("charge") if charge else start
    return person._replace(post=chars[start:head_end], start=start)


# What somebody answers for, before the post: 分管食品安全的副乡长.
IN_CHARGE = re.compile(r"(?:^|[，。；、\n由])(?P<charge>(?:分管|主管|负责)[^，。；：、\n]{2,14}的)$")


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
OF_LEVELS = re.compile(r"(?<![\u3400-\u9fff])(?:[省市县区州旗镇]、)+$")
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


def _list_after(chars: str, head: Person) -> list[Person]:
    """The names that follow `head` in a list and share its post."""
    found: list[Person] = []
    at = head.end
    while True:
        match = NEXT_IN_LIST.regex.match(chars, at) or _among_names(chars, at, head)
        if match is None or (match[0][0] in "， " and not _goes_on(chars, match.end(), bool(found))):
            return found
        post = head.post if head.rule not in {NAME_THEN_POST.name, NAME_THEN_BRACKET.name} else None
        shared = post is not None and SHAREABLE.search(post) is not None
        start, end = match.span("span")
        name = _name(match)
        at = match.end()
        own = OWN_POST.match(chars, at) if head.rule == NAME_THEN_POST.name else None
        at = own.end() if own else at
        told = own["post"] if own else post if shared else None
        found.append(Person(name, told, start, at, start, end, NEXT_IN_LIST.name, shared))


# What stands among names is one, whatever it is made of; of leaders, up to 等: 普穷、次仁旺扎、李春霖等自治区领导.
AMONG_NAMES = re.compile(
    expand(
        r"、(?P<span>(?P<name>(?!<<not_name>>|<<han>>{0,4}?<<head>>)<<han>>{2,6}(?<![局办委厅院镇乡村县市区街室站所队司科股处部组会长员等任记席者]))(?P<listed>)?)(?=(?P<next>、)|等)"
    )
)


def _among_names(chars: str, at: int, head: Person) -> re.Match[str] | None:
    """An item of a list that is a name by those around it, or None."""
    match = AMONG_NAMES.match(chars, at)
    if match is None or head.rule == LEADERS_OF.name:
        return match
    return match if match["next"] and NEXT_IN_LIST.regex.match(chars, match.end()) else None


# In a list that a name with its post behind it opens, the others have theirs behind them: 许明局长和孙文副局长.
OWN_POST = re.compile(expand(r"(?P<post>(?:常务)?[副代]?<<suffix_head>>)(?=<<after_name>>)"))
GOES_ON = re.compile(
    expand(
        r"[、， ](?=<<surname>>)|，(?=<<any_surname>><<given_mid>>?<<given>>，)"
        r"|，(?=[^，。；、\n]{1,16}(?:、[^，。；、\n]{1,16})?<<head>><<any_surname>><<han>>{1,2}(?:[，、]|<<attend>>))"
        r"|等|<<attend>>|和|及|以及|在[^，。]{0,12}会场|分别|一同|共同|也"
    )
)


# A list parted by commas goes on with groups: 姚旺，花彬，卞振，各乡镇主要负责人.
ENDS_LIST = re.compile(r"，(?:各|[市县区]直|有关|相关|以及|全体)")


def _goes_on(chars: str, end: int, listed: bool) -> bool:
    """Whether a name behind a comma belongs to the list before it: a list or presence goes on behind it."""
    return GOES_ON.match(chars, end) is not None or (listed and ENDS_LIST.match(chars, end) is not None)


def _with_later_post(chars: str, found: list[Person]) -> list[Person]:
    """Names that the post after their list belongs to: A、B、C等市领导出席."""
    out = list(found)
    for i, person in enumerate(out):
        match = POST_AFTER_LIST.match(chars, person.end)
        if match is None:
            continue
        first = _first_of_the_same(chars, out, i)
        out[first : i + 1] = [one._replace(post=match["post"], shared=True) for one in out[first : i + 1]]
    return out


# A post that one person holds: 区政协主席 of 区政协主席李海以及王芳、赵一等区领导 is not that of those behind him.
OF_ONE = re.compile(r"(?<!副)(?:书记|主席|主任|[省市县区州旗镇乡局]长)$")


def _first_of_the_same(chars: str, found: list[Person], last: int) -> int:
    """Where the list begins that ends with `last` and has its post behind it; behind `last` if there is none.

    A post before 以及 is not that of those behind it: 副市长王明以及李海、赵一等区领导.
    """
    first = last + 1
    for i in range(last, -1, -1):
        one = found[i]
        if not (one.post is None or one.shared) or (i < last and one.end + 1 < found[i + 1].start):
            break
        if chars.endswith("以及", 0, one.start):
            return i
        first = i if first == i + 1 and (one.post is None or OF_ONE.search(one.post)) else first
    return first
