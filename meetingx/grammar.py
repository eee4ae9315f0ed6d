"""Named fragments of the genre's grammar, for the holes of rules: names, posts, adverbials, dates.

A hole `<<name>>` in a rule is looked up here first, then among the word lists of the lexicon.
"""

from __future__ import annotations

HAN = "[\u3400-\u9fff]"
NUMBER = "[一二三四五六七八九十百]"

FRAGMENTS = {
    "han": HAN,
    # A name ends where something that may follow a person begins; the longest name that does, wins.
    "name": (
        r"(?!<<word_not_name>>|<<any_surname>><<suffix_head>>)(?:"
        r"(?:<<surname_compound>>(?:<<given>>{2}|<<given>>)|<<any_surname>><<given_mid>><<given_last>>)(?=<<after_name>>)"
        r"|<<any_surname>><<given_mid>><<weak_last>>(?=<<after_weak>>)"
        r"|(?:<<any_surname>>[ ]?<<given>>|<<dotted_name>>|<<any_surname>><<given>>?\ufffd<<given>>?"
        r"|<<transcription>>{4,7}?|<<transcription>>{1,3}[坚建]参(?!加))(?=<<after_name>>)"
        r"|<<transcription>>{2,3}(?=<<after_weak>>|分别|先后|依次|要求|<<report>>|作)"
        r")"
    ),
    # Where words stand that somebody only wrote, and others read out.
    "in_writing": r"在(?:批示|贺信|贺电|来信|书面讲话)[中里]",
    # What makes an office of a verb: 宣传部, 督导组; not 组织, 关心.
    "of_office": r"(?:部门|单位|机构|局(?!部)|部(?![分署])|组(?!织)|关(?![心注于爱系键]))",
    # Words with which no subject begins, but for those that only look so: 应急部门, 会宁县, 教育、卫健等部门.
    "never_first": (
        r"(?!<<opens_subject>>|(?:教育|宣传|组织|规划|统计)、<<department>>)<<not_subject>>(?!<<of_office>>)"
    ),
    # A word is no name, but may begin one of three characters: 黄金伟、, 高明成出席.
    "word_not_name": (
        r"(?:<<not_name>>|要<<imperative>>)(?!(?=<<han>>)[^站所科办中队院园校会厅局部处室组员长和及与以副总代第]"
        r"(?:[、，。；）]|及(?!其|时)|以及|召开|出席|主持|参加|列席|等|同志|讲话|分别|作|<<report>>|指出|强调|要求|<<suffix_head>>))"
    ),
    # A name that stands alone: its surname must be one that is seldom a word.
    "sure_name": r"(?=<<surname>>|<<surname_compound>>|<<han>>{1,6}·)<<name>>",
    # In a list of names one that no surname list knows is a name by its place.
    "listed_name": (
        r"(?!<<not_name>>|<<any_surname>><<suffix_head>>)<<given>>(?:<<given>>{2}|<<given>>)(?=[、，。；）]|等|<<attend>>"
        r"|在)"
    ),
    # What goes on a list whose first name is judged by itself.
    "listed_next": (
        r"(?!<<word_not_name>>)(?:<<surname>>(?:<<given_mid>>|[ ])?<<given>>|<<surname_compound>><<given>>{1,2}"
        r"|<<han>>{1,6}·<<han>>{1,7})(?=<<after_name>>)"
    ),
    "listed_first": r"(?!<<not_name>>)<<any_surname>><<given_mid>><<given>>?(?=、)",
    "any_surname": "(?:<<surname_single>>|<<surname_rare>>)",
    # One surname of one character; the rare ones are words first, so they need a post before them.
    "surname": "<<surname_single>>",
    "given": r"(?!<<not_given>>)<<han>>",
    "given_mid": r"(?!<<not_mid>>)<<han>>",
    "given_last": r"(?!<<not_given>>|<<weak_last>>|针对|围绕|立足)<<han>>",
    "dotted_name": (
        r"(?!<<not_given>>|会)(?:(?!主任|书记|主席|委员|领导|[省市县区州旗局厅部乡镇]长)<<han>>){1,6}(?:·(?:(?!的|和(?:副|秘|市|县|区|州|省|自治|其他|有关)|出席|主持|指出|强调|要求|参加|表示|讲话|同志|通报|传达|副[局县市区州旗厅部处科主书]|等|[作做就对在向]|汇报"
        r"|宣读|列席|陪同)<<han>>){1,7})+"
    ),
    "after_weak": (
        r"$|[，、。；：！？）（\s》|]|一行|主持(?!人)|出席|到会|等|同志|参加|列席|充分|高度|带领|率领|首先|召集|以书面|指出|强调|讲话|通报|传达|宣读"
        r"|汇报|作(?:了|题为|关于|[^，。；\n]{0,8}(?:报告|讲话|发言))|<<say>>(?!的)|(?<=[强亲和])(?:常务)?(?:副|代)?<<suffix_head>>|(?<=[强和])(?:全面|就|认真)|(?<=强)(?:对|围绕|针对|结合|向|在|从|率|代表|深入|现场|实地|全程)"
        r"|(?<!以)及|以及|[和与](?=[^，。；\n]{2,14}(?:长|书记|主任|主席|负责人|负责同志))"
    ),
    "after_name": (
        r"$|[，、。；：！？）（\s“”《》|]"
        r"|等|同志|一行|主持(?!人)|<<attend>>|讲话|发言|致辞|<<say>>|<<report>>"
        r"|[作做]的关于|(?:作|做)(?=[^，。；\n]{1,26}(?:发言|报告|汇报|介绍|讲话|部署|说明|点评|强调|通报|总结|宣讲|解读|培训|辅导|授课|讲座))|为(?=[^，。；\n]{1,40}(?:作|做|进行|提出))|(?:作|做)"
        r"(?:了|出|题|重要|讲|动员|总结|工作|表态|典型|交流|部署|安排|经验|专题|主题|主旨|具体|强调|通报|汇报|报告|说明|指示|批示|点评|辅导|发言|廉政|述职)"
        r"|就|对|针对|在|向|围绕|结合|按照|根据|代表|受|率|带领|带队|分别|逐[一项个条]|首先|最后|同时|还|也|并|亲自|应邀|一同|共同|先后|随后|深刻|着重|重点|特别|详细|客观|系统|扼要|进一步|再次|反复|具体|全面|深入"
        r"|现场|随机|全文|则(?=[就对在])|召集|关于|书面|常务|从(?!事)|再三|当场|当即|听[后完取]|充分|介绍|(?=\d{1,2}月\d{1,2}日)|(?=(?:\d{1,2}|[两三四五六七八九十])[位名]同志)|把|因公|主讲|宣布|发表|致辞|听取|审议|签[订署]|组织|调度|部署|督促|前往|来到|走进|赴|简要|表态|指导|参与|随同|亲临|召开|召集|即刻|点评|反馈|回顾|分析|剖析|梳理|阐述|研判|陪同|结合|说|讲(?!台)|提出|提要求"
        r"|进行|开展|当选"
        r"|主要|严肃|明确|认真|立即|迅速|随即|紧急|连夜|当即|第一时间|率先|专程|一一|依次|强烈|郑重|高度|要求|安排|布置|会上|现场|动员|致|发布|颁发|揭牌|宣读|受邀|接着|一起|再|深情|围绕|逐一"
        r"|专题(?=研究|听取|调研)|聚焦|着眼|紧扣|日前|近日|携(?!手|带)|约谈|会见|莅临|来(?=[^，。；：\n]{2,14}(?:调研|调度|检查|督导|督查|指导|视察|察看|走访|慰问))|深化|全程|带头|当场|调研(?!员|组|室)|视察|走访|慰问|检查(?!组|站)"
        r"|和(?!一行)|与|及|以及|暨|任(?!务)|担任|安排|到|以|通过|随|因|的(?:主持|带领|陪同|讲话|见面|沟通|会谈|座谈)"
        r"|(?:常务)?(?:副|代)?<<suffix_head>>"
    ),
    # Words between a person and its verb: where, about what, on whose behalf, how.
    "adverbial": (
        r"(?:(?:在|于)[^，。；：\n]{0,36}?"
        r"|就[^。；：\n]{1,90}?(?=[，作做提进讲讲发谈指强通汇介传宣])|(?:对|围绕|结合|针对|从)[^。；：\n]{1,70}?|代表(?![、，和与参出列在分也])[^，。；：\n]{1,30}?"
        r"|受[^，。；：\n]{1,30}?"
        r"|为[^，。；：\n]{1,40}?(?=作|做|进行|提出)|以[^，。；：\n]{1,16}?(?:形式|方式|身份)|通过[^，。；：\n]{1,16}?(?:形式|方式)?"
        r"|向[^，。；：\n]{1,16}?|以“[^”\n]{1,40}”为[题主]题?|当即|立即|迅速|随即|连夜|紧急|接着|受邀|然后|当场|再|高度|一起|分别|逐[一项个条][的地]?|首先|最后|同时|还"
        r"|也|又|并|亲自|应邀|一同|共同|先后|随后|深刻|着重|重点|特别|详细|扼要|全文|则|进一步|再次|反复|具体|全面|深入|现场|充分|主要|一并|当场|依次|集中|专门|简要|严肃|郑重|明确|传达时|会上|列席并|主持会议[时中]|(?:总结)?讲话[时中]"
        r"|日前|近日|因此|全程|书面|线上|到会|(?:<<year>>年)?\d{1,2}月\d{1,2}日(?:[上下]午|晚上?|凌晨|清晨|中午)?|以《[^。；]{1,60}》为题|到[^，。；：\n]{2,20}?(?=主持)|出席会议并|出席并|主持会议并|要|，){0,5}?"
    ),
    "day": r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})",
    "year": r"(?:(?:19|20)\d\d|二[〇○零ＯO]?[〇○零一二三四五六七八九]{2,3})",
    # What the name of a kind of attendees ends with: a word of the list, an office, whoever is 员.
    "group_end": r"(?:<<group_head>>|）长|(?<=<<han>>)(?<![增延成生特擅周])长|(?<![人动复定成委])员)",
    "num": NUMBER,
    "paren": r"（[^（）\n]{1,14}）",
    # What stands in brackets behind a name: （女，蒙古族）, （前排左二）, （挂职）, （第1项）.
    "mark": (
        r"(?:（(?:[男女]|主持|[^（）\n]{1,6}族|[^（）\n]{0,4}[左右中前后][^（）\n]{0,3}|兼|挂[职任]|援[藏疆青]|全程|第\d[^（）\n]{0,8})"
        r"(?:[，、][^（）\n]{1,8})?）)?"
    ),
}
