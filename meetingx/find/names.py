"""Names of people as they are printed: behind a post or before one, in a list, before a verb that only a person takes.

To add a phrasing: a row here, and its use in find/people.py.
"""

from __future__ import annotations

from typing import NamedTuple

from meetingx import patterns as re
from meetingx.rules import Rule


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


def printed_name(match: re.Match[str]) -> str:
    """The name that a match of one of these rules found, without the blank inside it."""
    return (match["name"] or match["listed"]).replace(" ", "")


POST_THEN_NAME = Rule(
    name="person/post-name",
    pattern=(
        r"(?P<head><<head>>|副总(?![田河林湖路指队工干经监裁编规]))"
        r"(?P<rank><<paren>>)?(?:(?:还?有|是|为)?(?:（[按以][^（）]{0,16}）)?[：:]|——)?"
        r"(?<!主席(?=台|团)) ?(?P<span>(?P<name><<name>>))"
        r"<<mark>>(?:同志|(?:常务)?副?<<suffix_head>>(?!<<any_surname>><<han>>))?"
    ),
    make=printed_name,
    yes={
        "县委副书记、县长〔张涛〕主持会议": "张涛",
        "市委书记〔王亚军〕指出": "王亚军",
        "副局长（主持工作）〔李 海〕参加": "李海",
        "自治区主席〔艾力·买买提〕出席": "艾力·买买提",
        "旗长〔那日松巴图〕主持": "那日松巴图",
        "区长〔欧阳文〕、副区长": "欧阳文",
        "市长〔王明〕作重要讲话": "王明",
        "县长〔李国强〕就防汛工作提出要求": "李国强",
    },
    no=(
        "副局长（主持工作）参加",
        "江阴市长泾镇召开",
        "班子成员要主动参加",
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
    make=printed_name,
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
    make=lambda m: (printed_name(m), m["post"]),
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
    make=printed_name,
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
    make=printed_name,
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
    make=printed_name,
    yes={"。〔宁文斌〕强调，要抓好": "宁文斌"},
    no=("。各方要求，", "。省政府要求，", "。推进会强调，"),
)
# Behind a field of minutes: 主持人：王明.
LABELLED_NAME = Rule(
    name="person/field",
    pattern=(
        r"(?:^|(?<=[。；\n 　（]))(?:会议)?(?:主持人?|记录人?|汇报人|报告人|发言人)："
        r"(?P<span>(?P<name>(?!<<not_name>>)<<any_surname>>(?:<<given_mid>>)?<<given_last>>))(?=$|[\s；。，、（）])"
    ),
    make=printed_name,
    yes={"主持人：〔黄炳坤〕": "黄炳坤", "会议主持：〔王明〕 记录": "王明"},
    no=("主持人：各镇书记", "主持人王明"),
)
# Posts in brackets behind a name: 出席会议的有：王明（市委常委）、李海（副市长）.
NAME_THEN_BRACKET = Rule(
    name="person/name-bracket",
    pattern=(r"(?:^|(?<=[，。；：、\n ]))(?P<span>(?P<name><<sure_name>>)（(?P<post>[^（）\n]{0,30}<<head>>)）)"),
    make=lambda m: (printed_name(m), m["post"]),
    yes={"出席的有：〔王明（市委常委、组织部部长）〕、": ("王明", "市委常委、组织部部长")},
    no=("王明（女）、", "各乡镇（街道）书记"),
)
# Names before 等 and a word for leaders need no post before them: 王明、李海等市领导.
BEFORE_LEADERS = Rule(
    name="person/before-leaders",
    pattern=(
        r"(?:^|(?<=[。，；！？\n]))(?P<span>(?P<name><<sure_name>>|<<transcription>>{4,6}(?=、)))(?=(?:、<<han>>{2,7})*等<<han>>{0,6}(?:领导|常委(?:及委员|和委员)?|政协委员|代表)(?:同志)?(?:[，出参列]|结合|围绕|先后|分别))"
    ),
    make=printed_name,
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
    make=printed_name,
    yes={"。〔普穷〕、次仁旺扎、李春霖等自治区领导出席会议": "普穷"},
    no=("。乡镇、街道、部门等单位领导出席", "。普穷、李春霖参加会议"),
)
# An office may stand for the post: 市司法局罗光明、市河长办杨秋平等同志; the name must be plain.
OFFICE_THEN_NAME = Rule(
    name="person/office-name",
    pattern=(
        r"(?:(?<=[，。；：、\n ])|^)(?P<office>(?![一二三四五六七八九]是)<<han>>{2,12}(?:局|办|委|厅|中心|公司|院"
        r"|[部处科股室站所])) ?"
        r"(?P<span>(?P<name>(?!长)(?:<<surname>>|<<surname_compound>>)<<given_mid>><<given_last>>))"
        r"(?:同志)?(?=）|（第|（全程|主持(?:会议|召开)|(?:总结|通报|汇报|介绍|传达|宣读|点评|解读)了|(?:、<<han>>{2,4})*等?同志(?:<<adverbial>>)?(?:讲话|<<attend>>|<<report>>))"
    ),
    make=printed_name,
    yes={
        "，市河长办〔杨秋平〕、路遥等同志到会指导": "杨秋平",
        "（汇报人：市司法局〔罗光明〕）": "罗光明",
        "，体卫艺股〔杨秋平〕主持会议": "杨秋平",
        "。市后勤处〔杨秋平〕总结了上半年情况": "杨秋平",
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
    make=printed_name,
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
    make=printed_name,
    yes={"州委副书记〔降忠勇〕传达了": "降忠勇", "常务副市长〔陈议〕出席会议": "陈议"},
    no=("市长再次强调，", "主任会议指出，要"),
)
