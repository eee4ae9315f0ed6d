"""The columns of tables of tasks, told by their headings: what is to be done, who has to do it, by when."""

from __future__ import annotations

from meetingx import patterns as re
from meetingx.rules import Rule

TASKS = ("measures", "contents", "tasks", "matters", "demands")
"""The columns that may have the task, the most telling first."""

LONGEST = 30
"""Characters of a heading."""

OFFICE = r"(?:单位|部门|主体|科室|股室|处室|机构)"
LEADS = r"(?:牵头|责任|主责|主办|主管|承办|实施|落实|主体|整改|包保|分工|完成|办理)"
HELPS = r"(?:配合|协办|协同|协助|协作|参与)"
# What a heading has in brackets behind it: 责任单位（人）, 完成时限（2021年）.
ASIDE = re.compile(r"（[^（）]*）| ")


COLUMNS: tuple[Rule[str], ...] = (
    Rule(
        name="column/measures",
        pattern=r"^(?:整改|工作|主要|具体|落实|重点|推进)?(?:措施|举措)$",
        make=lambda m: "measures",
        yes={"〔整改措施〕": "measures", "〔主要举措〕": "measures"},
        no=("措施效果", "整改措施及成效", "措施编号"),
    ),
    Rule(
        name="column/contents",
        pattern=r"^(?:工作|任务|主要|具体|整改|建设)内容$",
        make=lambda m: "contents",
        yes={"〔工作内容〕": "contents", "〔建设内容〕": "contents"},
        no=("内容", "会议内容", "检查内容"),
    ),
    Rule(
        name="column/tasks",
        pattern=r"^(?:(?:工作|重点|主要|目标|整改|具体|年度)*任务(?:名称|分解|清单)?|目标任务|重点工作|(?:工作|任务)要点)$",
        make=lambda m: "tasks",
        yes={"〔工作任务〕": "tasks", "〔任务名称〕": "tasks", "〔年度重点任务〕": "tasks", "〔重点工作〕": "tasks"},
        no=("任务编号", "工作", "任务完成情况"),
    ),
    Rule(
        name="column/matters",
        pattern=r"^(?:交办|议定|落实|督办|重点|工作|具体)*事项(?:名称|内容)?$",
        make=lambda m: "matters",
        yes={"〔议定事项〕": "matters", "〔事项名称〕": "matters"},
        no=("注意事项", "事项类别"),
    ),
    Rule(
        name="column/demands",
        pattern=r"^(?:(?:工作|整改|落实|具体)要求|项目名称|(?:重点)?项目)$",
        make=lambda m: "demands",
        yes={"〔工作要求〕": "demands", "〔项目名称〕": "demands"},
        no=("项目编号", "时限要求", "要求"),
    ),
    Rule(
        name="column/lead",
        pattern=(
            rf"^(?:{LEADS}{{1,2}}(?:{OFFICE}|人员?)(?:(?:及|和|与|、|/)?{LEADS}{{0,2}}(?:{OFFICE}|人员?))?"
            r"|(?:责任|任务)分工)$"
        ),
        make=lambda m: "lead",
        yes={
            "〔责任单位〕": "lead",
            "〔主责部门〕": "lead",
            "〔整改责任人〕": "lead",
            "〔牵头单位及责任人〕": "lead",
            "〔责任分工〕": "lead",
        },
        no=("责任领导", "单位", "参会单位", "工作人员", "责任单位自查情况"),
    ),
    Rule(
        name="column/helper",
        pattern=rf"^{HELPS}(?:责任)?{OFFICE}$",
        make=lambda m: "helper",
        yes={"〔配合单位〕": "helper", "〔协办单位〕": "helper"},
        no=("参与人员", "配合情况"),
    ),
    # A person who answers for a body, and none that has the task.
    Rule(
        name="column/leader",
        pattern=r"^(?:牵头|责任|分管|主管|包保|包联|挂点|挂联)[省市县区]?(?:级)?领导$",
        make=lambda m: "leader",
        yes={"〔责任领导〕": "leader", "〔牵头县领导〕": "leader"},
        no=("领导", "参会领导", "责任单位"),
    ),
    Rule(
        name="column/deadline",
        pattern=(
            r"^(?:(?:计划)?(?:完成|整改|办结|办理|落实|推进|工作|报送|治理)?(?:时限|期限)(?:要求)?"
            r"|(?:计划|要求|预计)?(?:完成|办结|整改|办理|落实|报送)(?:时间|日期|节点|时间节点)|(?:时间|进度)(?:节点|要求))$"
        ),
        make=lambda m: "deadline",
        yes={
            "〔完成时限〕": "deadline",
            "〔整改时限〕": "deadline",
            "〔办理时限〕": "deadline",
            "〔计划完成时间〕": "deadline",
            "〔时间节点〕": "deadline",
        },
        no=("时间", "开工时间", "发布时间", "时限内"),
    ),
    Rule(
        name="column/number",
        pattern=r"^(?:序号|(?:任务)?编号)$",
        make=lambda m: "number",
        yes={"〔序号〕": "number"},
        no=("文号", "序号1"),
    ),
    # Two of these end a table of tasks: it is one of people, or of marks.
    Rule(
        name="column/other",
        pattern=r"^(?:姓名|性别|职务|电话|联系(?:人|电话|方式)|得分|分值|排名|名次|金额|数量|参会人员|手机|邮箱)$",
        make=lambda m: "other",
        yes={"〔姓名〕": "other", "〔得分〕": "other"},
        no=("备注", "李姓名"),
    ),
)


def column(words: str) -> str | None:
    """What a heading says that its column has, by the name of its rule; what stands in brackets tells nothing.

    >>> column("工作任务（内容）"), column("责任单位（人）"), column("备注")
    ('tasks', 'lead', None)
    """
    if len(words) > LONGEST:
        return None
    bare = ASIDE.sub("", words)
    return next((found.value for rule in COLUMNS if (found := rule.at(bare, 0))), None)
