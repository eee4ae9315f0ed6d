"""Targets: the figures that a demand says are to be reached."""

from __future__ import annotations

from meetingx.rules import Rule

TARGETS: tuple[Rule[tuple[str, str, float, str]], ...] = (
    Rule(
        name="target/change",
        pattern=(
            r"(?P<span>(?P<how>同比|较上年|比上年|环比)?(?P<dir>下降|降低|减少|削减|压减|上升|提高|增长|增加|提升)"
            r"(?P<bound>不低于|不少于|至少)?"
            r"(?P<value>\d+(?:\.\d+)?)(?P<unit>%|个百分点|微克/立方米|天|万吨|吨|亿元|万元)(?P<over>以上|左右|以内)?)"
        ),
        make=lambda m: (
            "<=" if m["dir"] in "下降降低减少削减压减" else ">=",
            m["span"],
            (-1.0 if m["dir"] in "下降降低减少削减压减" else 1.0) * float(m["value"]),
            m["unit"],
        ),
        yes={"浓度〔同比下降3%左右〕": ("<=", "同比下降3%左右", -3.0, "%")},
        no=("下降通道", "3%左右"),
    ),
    Rule(
        name="target/level",
        pattern=(
            r"(?P<span>(?P<dir>达到|达|不低于|不少于|控制在|不超过|不高于|低于|高于|完成|确保|超过)(?P<value>\d+"
            r"(?:\.\d+)?)(?P<unit>%|天|微克/立方米|万吨"
            r"|吨|亿元|万元|个|户|亩|万亩|家|公里)(?P<over>以上|以下|以内|左右)?)"
        ),
        make=lambda m: (
            "<=" if m["dir"] in {"控制在", "不超过", "不高于", "低于"} or m["over"] in {"以下", "以内"} else ">=",
            m["span"],
            float(m["value"]),
            m["unit"],
        ),
        yes={"优良天数〔达到300天以上〕": (">=", "达到300天以上", 300.0, "天")},
        no=("达到标准", "300天"),
    ),
)


def targets(chars: str) -> list[tuple[int, int, tuple[str, str, float, str]]]:
    """The figures that a unit says are to be reached."""
    return [(one.start, one.end, one.value) for rule in TARGETS for one in rule.all(chars)]
