"""What people did at a meeting, by the verbs behind them: presided, spoke, reported, attended, came along.

To add a verb: a line in data/verbs.tsv; to add a phrasing: a row here.
"""

from __future__ import annotations

from meetingx.find.frames import ATTENDEE, CHAIR, REPORTER, SPEAKER
from meetingx.rules import Rule

ROLES: tuple[Rule[str], ...] = (
    Rule(
        name="chair/presides",
        pattern=(r"<<adverbial>>(?P<span>主持(?!人|制定|编|研|开展|日常|全面|[^，。；]{0,8}工作[，。、）的]))"),
        make=lambda m: CHAIR,
        yes={
            "〔主持〕会议并讲话": CHAIR,
            "在会上〔主持〕召开推进会": CHAIR,
            "〔主持〕第一次全体会议": CHAIR,
        },
        no=("主持日常工作", "主持制定方案", "出席会议"),
    ),
    Rule(
        name="speaker/speaks",
        pattern=(
            r"<<adverbial>>(?P<span>(?:发表|作|做|进行|致)?了?"
            r"(?:题为 ?(?:“[^”\n]{0,60}”|[^，。；]{0,40})的)?(?:重要|动员|总结|主题|主旨"
            r"|即席|专题|书面|工作|大会|开幕|闭幕|会议)*"
            r"(?:讲了?话|致[辞词]|致(?:欢迎|开幕|闭幕|贺)[辞词])(?!精神|的|要求|中|指出|稿|为|和|、(?!<<han>>{2,10}(?:书记|长|主任|常委|主席))|时|提出|强调))"
        ),
        make=lambda m: SPEAKER,
        yes={
            "〔讲话〕。": SPEAKER,
            "在会上〔作动员讲话〕": SPEAKER,
            "〔发表重要讲话〕": SPEAKER,
            "就抓好落实〔作了讲话〕": SPEAKER,
        },
        no=("讲话精神", "讲话要求", "主持会议"),
    ),
    Rule(
        name="speaker/orders",
        pattern=(
            r"<<adverbial>>(?P<span>(?:(?:作|做|进行|作出|做出|提|提出|讲|发表|明确|谈)[了出]?(?:任务"
            r"|[一二三四五六七八九十两几]点|(?:重要|明确|具体|全面|详细|周密|周到|细致|逐项|逐条"
            r"|进一步|相关|工作|动员|再|专题|严格|系统|以下|如下)*)(?:的)?"
            r"(?:安排部署|工作部署|(?:组织)?布置|部署|安排|要求|意见|建议|指示|动员|强调|发言要求|(?:会议|大会)总结"
            r"|[^，。；]{0,16}小结|总结要求|总结(?![^，。；]{0,4}发言))|安排部署"
            r"|进行[^，。；]{0,4}部署|[作做进][行了]?[^，。；]{2,30}工作(?:部署|安排)|总结部署|安排(?=了[^，。；]{2,30}(?:工作|任务))|[部布][署置](?=[了。，]|[^，。]{0,14}工作(?!会))|作指示|发言(?=并|指出|强调)))"
        ),
        make=lambda m: SPEAKER,
        yes={
            "〔作安排部署〕": SPEAKER,
            "就下步工作〔提出四点要求〕": SPEAKER,
            "对防汛工作〔进行了部署〕": SPEAKER,
            "〔作出指示〕：": SPEAKER,
        },
        no=("部署会议", "要求各乡镇"),
    ),
    Rule(
        name="speaker/says",
        pattern=r"<<adverbial>>(?P<span>(?!宣布(?:[^。；]{0,60}(?:开幕|闭幕|开始|结束)|[^。；，：]{0,60}(?:任命|任职|名单|决定|分工|通知)))<<say>>)(?!的|下|会议|会[，。]|后)",
        make=lambda m: SPEAKER,
        yes={"〔指出〕，": SPEAKER, "在会上〔强调〕，": SPEAKER, "最后〔要求〕，": SPEAKER},
        no=("要求的任务", "部署会议", "宣布巡察组组长任职及任务分工"),
    ),
    Rule(
        name="reporter/reports",
        pattern=(
            r"<<adverbial>>(?P<span>(?!宣布[^。；]{0,60}(?:开幕|闭幕|开始|结束))(?:<<report>>)(?!的|后|会|工作会|材料|学习(?!了)|贯彻|落实)|(?:带领|组织"
            r"|领)[^，。；]{0,16}学习|(?:作"
            r"|做)了?题为 ?“[^”\n]{2,60}”的[^，。；]{0,10}(?:报告|汇报|发言|辅导|授课)|(?:作"
            r"|做)[了的]?关于[^。；\n]{2,90}?(?:报告|汇报|说明)(?=[。；，]|$)|(?:作|做|进行)了?"
            r"(?:[^，。；的会]{0,16})(?:报告|汇报|通报|介绍|说明|点评|解读|回顾"
            r"|发言|总结|交流(?!发言)|宣讲|授课|辅导|讲解|反馈|分析|剖析|讲评)(?!会)"
            r"|[作做][^。；，\n]{2,70}?(?:工作报告|情况的?报告)(?=[。；，（]|$)"
            r"|提出了?[^，。；]{0,8}意见和?建议|谈了[^，。；]{0,12}(?:思路|体会|打算|想法|看法|认识)|(?:交流|表态|典型|大会|先后|汇报|讨论)发言|领学|发言(?=[。，；、]|$))"
        ),
        make=lambda m: REPORTER,
        yes={
            "〔通报〕了全市情况": REPORTER,
            "〔作工作报告〕": REPORTER,
            "分别〔作了表态发言〕": REPORTER,
            "〔传达〕了省会议精神": REPORTER,
        },
        no=("通报会", "出席会议"),
    ),
    Rule(
        name="attendee/attends",
        pattern=r"<<adverbial>>(?:<<attend_lead>>)?(?P<span>(?!到会(?:讲话|致|作|并)|与会(?:人员|者|同志|代表|领导|干部))<<attend>>)",
        make=lambda m: ATTENDEE,
        yes={"〔出席会议〕": ATTENDEE, "在主会场〔参加会议〕": ATTENDEE, "一同〔列席〕": ATTENDEE},
        no=("主持会议", "发表讲话"),
    ),
)


# Who signed what the meeting laid down took part.
SIGNS = Rule(
    name="attendee/signs",
    pattern=(
        r"<<adverbial>>(?P<span>(?:分别)?(?:与|同|和|向)[^，。；\n]{2,30}?(?:签订|签署|签|递交)了?[^，。；\n]{0,16}"
        r"(?:责任书|责任状|承诺书|协议)"
        r"|下达了?[^，。；\n]{0,8}(?:令|任务书)|(?:亲切)?会见了?[^，。；\n]{2,24}(?:代表|个人|人员|单位))"
    ),
    make=lambda m: ATTENDEE,
    yes={
        "〔与各镇签订了责任书〕": ATTENDEE,
        "〔下达开工令〕": ATTENDEE,
        "〔会见了受表彰的单位代表〕": ATTENDEE,
        "代表县政府〔与各镇主要负责人签订责任书〕": ATTENDEE,
    },
    no=("与各镇座谈", "签订仪式"),
)


# Who convened a meeting was there, whoever presided.
CONVENES = Rule(
    name="attendee/convenes",
    pattern=r"<<adverbial>>(?P<span>(?:(?:等(?:领导|同志))?(?:一行)?(?:\d+余?人)?(?:深入|赴|前往|来到|莅临|到)[^，。；]{2,14}?)?(?:即刻|组织|召集(?:[^。；]{4,120}?)?)?召开(?!的|后|前)|召集$|约谈了|专题(?:研究|听取)(?!了?会))",
    make=lambda m: ATTENDEE,
    yes={
        "〔即刻召开〕专题会议，": ATTENDEE,
        "〔深入甲山乡召开〕推进会，": ATTENDEE,
        "〔等领导一行50余人莅临甲市场召开〕推进会": ATTENDEE,
        "〔组织召开〕会商会": ATTENDEE,
        "〔专题研究〕城市管理工作": ATTENDEE,
    },
    no=("召开的会议", "召开前", "约谈的对象"),
)


# Whatever somebody did before: 王明以河长身份到沿岸踏勘并主持召开座谈会.
PRESIDES_LATER = Rule(
    name="chair/presides-later",
    pattern=r"(?!<<say>>)[^，。；：、！？\n]{2,60}?并(?P<span>主持(?:召开|会议))",
    make=lambda m: CHAIR,
    yes={"以河长身份到沿岸踏勘并〔主持召开〕座谈会": CHAIR},
    no=("主持召开座谈会", "，并主持会议"),
)


# A tour that the meeting ended: those who made it took part.
TOURS = Rule(
    name="attendee/tours",
    pattern=(
        r"<<adverbial>>(?P<span>(?:赴|深入|带队|率队|前往|来到|到)[^，。；\n]{2,40}?(?:调研|督导|检查|察看|走访|视察"
        r"|督查|指导)|[^。；\n]{2,60}?进行"
        r"(?:了)?(?:调研|督导|检查))"
    ),
    make=lambda m: ATTENDEE,
    yes={"〔赴武清调研〕，并举行座谈会": ATTENDEE},
    no=("赴任", "调研报告"),
)
