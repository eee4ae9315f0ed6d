"""What stands around people and says what they did: 参加会议的有…, 听取了…的汇报, 在…的主持下."""

from __future__ import annotations

from meetingx import patterns as re
from meetingx.rules import Rule

CHAIR, SPEAKER, REPORTER, ATTENDEE = "chair", "speaker", "reporter", "attendee"

LISTED = Rule(
    name="attendee/listed",
    pattern=(
        r"(?:<<attend>>|主席台就座|[前后]排就座)[^。；：，]{0,24}?(?:的(?:<<han>>{0,6}领导|同志|人员|嘉宾|单位)?(?:还|分别|包括)?"
        r"(?:有|是|为)?[：，]?|(?:有|是|为)[：，]?|：)$"
    ),
    make=lambda m: ATTENDEE,
    yes={"〔参加会议的领导有：〕": ATTENDEE, "〔出席会议：〕": ATTENDEE, "〔应邀出席的区领导还有：〕": ATTENDEE},
    no=("参加会议。", "主持会议的是"),
)
HEARD = Rule(
    name="reporter/heard",
    pattern=r"听取了?(?:[^，。；：]{0,6}|[^。；]{4,120}(?:汇报|报告|说明|介绍)》?[、和，])$",
    make=lambda m: REPORTER,
    yes={"会议〔听取了〕": REPORTER, "〔听取了市水利局〕": REPORTER},
    no=("听取意见，随后", "听取了各县区和各有关部门"),
)
WHAT_WAS_HEARD = re.compile(
    r"(?:同志)?(?:(?:关于|对|就|从|(?:分别)?所?作的?)[^。；]{2,90}?(?:汇报|报告|通报|说明|介绍)"
    r"|(?:等)?(?:(?:及|和|以及)[^，。；]{0,24})?的(?:工作|情况|专题)?(?:汇报|介绍|发言|报告|说明|意见))"
)
CONVENED_BY = Rule(
    name="chair/convenes",
    pattern=r"由$",
    make=lambda m: CHAIR,
    yes={"会议〔由〕": CHAIR},
    no=("会议由局长",),
)
CALLED = Rule(
    name="attendee/called",
    pattern=r"召集(?:了)?$",
    make=lambda m: ATTENDEE,
    yes={"党工委书记〔召集〕": ATTENDEE},
    no=("召集会议，",),
)
AT_MEETING = Rule(
    name="attendee/of-meeting",
    pattern=r"(?:大会|会议|开幕会)的$",
    make=lambda m: ATTENDEE,
    yes={"本次〔大会的〕": ATTENDEE},
    no=("大会，", "会议精神的"),
)
PRESIDING = Rule(
    name="chair/is-named",
    pattern=r"主持[^，。；：]{0,4}(?:会议|大会|座谈|会)的(?:领导|同志)?(?:是|有|为|：)$",
    make=lambda m: CHAIR,
    yes={"〔主持当天会议的是〕": CHAIR, "〔主持会议的有〕": CHAIR},
    no=("主持会议，", "参加会议的有"),
)
UNDER = Rule(
    name="chair/under",
    pattern=r"在$",
    make=lambda m: CHAIR,
    yes={"会议〔在〕": CHAIR},
    no=("会议在县",),
)
SERVING = Rule(
    name="chair/serves",
    pattern=r"(?:执行主席|主持人)[^，。；：]{0,4}由$",
    make=lambda m: CHAIR,
    yes={"开幕会的〔执行主席由〕": CHAIR},
    no=("会议由", "执行主席"),
)
LABEL_OF_CHAIR = Rule(
    name="chair/label",
    pattern=r"(?:主持人|会议主持)：(?:<<han>>{2,8} )?$",
    make=lambda m: CHAIR,
    yes={"〔主持人：〕": CHAIR},
    no=("主持会议：", "主持人"),
)
LABEL_OF_REPORTER = Rule(
    name="reporter/label",
    pattern=r"（?(?:汇报人|报告人|发言人)：(?:<<han>>{2,10} )?$",
    make=lambda m: REPORTER,
    yes={"方案〔（汇报人：〕": REPORTER, "〔（汇报人：市司法局 〕": REPORTER},
    no=("汇报人员", "听取汇报："),
)
MARKED = Rule(
    name="chair/marked",
    pattern=r"(?<=<<han>>)（主持）",
    make=lambda m: CHAIR,
    yes={"办事处主任李海〔（主持）〕": CHAIR},
    no=("（主持人）", "主持会议"),
)
"""What stands in brackets behind the name of who presided."""

FRAMES: tuple[tuple[Rule[str], re.Pattern[str] | None], ...] = (
    (LISTED, None),
    (AT_MEETING, None),
    (CALLED, None),
    (HEARD, WHAT_WAS_HEARD),
    (CONVENED_BY, re.compile(r"(?:负责)?(?:组织|召集|牵头)(?:召开|并主持)")),
    (SERVING, re.compile(r"(?:同志)?担任")),
    (PRESIDING, None),
    (UNDER, re.compile(r"(?:同志)?的?主持下")),
    (LABEL_OF_CHAIR, None),
    (LABEL_OF_REPORTER, None),
)
"""What stands right before a list of people, and what must stand right behind it."""
