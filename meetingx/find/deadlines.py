"""Deadlines: by when a demand is to be done, as printed; `resolve` tells the day."""

from __future__ import annotations

from meetingx.rules import Rule

DEADLINES: tuple[Rule[str], ...] = (
    Rule(
        name="deadline/date",
        pattern=(
            r"(?P<span>(?:(?:今|明|本|20\d\d)年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}[日号]"
            r"(?:\d{1,2}[时点])?|份)?"
            r"|\d{1,2}[日号](?:\d{1,2}[时点])?)(?:上旬|中旬|下旬|底)?"
            r"(?:之前|以前|前)(?!期|后|来|进|往|提|列|所|移|段|三|不|述|两|一|沿|方|景|置|瞻|几|去|述|年|夕|言|身|端"
            r"|辈|景|面|头|线|台|途|行|赴))"
        ),
        make=lambda m: m["span"],
        yes={"〔9月30日前〕完成": "9月30日前", "〔今年10月底前〕完成": "今年10月底前"},
        no=("当前形势", "前期工作", "提前完成"),
    ),
    Rule(
        name="deadline/named",
        pattern=(
            r"(?P<span>(?:(?:中秋|元旦|春节|五一|国庆)(?:节)?、)?(?:(?:本|这|下)?周[一二三四五六日末]|年底|今年底"
            r"|本月底|月底|季度末|春节|国庆节?|中秋(?:节)?"
            r"(?:、国庆节?)?|元旦|五一|汛期|主汛期|采暖季|供暖季|冬季来临|入冬|雨季来临|两会|本周|本月|本周内|开学"
            r"|春耕|麦收|三夏|今年年底|高考)(?:到来|来临|开始)?(?:之前|以前|前)"
            r"(?!后|夕|期))"
        ),
        make=lambda m: m["span"],
        yes={"〔本周五前〕整改": "本周五前", "〔年底前〕完成": "年底前", "在〔中秋、国庆节前〕排查": "中秋、国庆节前"},
        no=("目前形势", "春节期间"),
    ),
    Rule(
        name="deadline/within",
        pattern=(
            r"(?P<span>(?:年内|本月内|本周内|今年内|(?:\d+|[一二两三四五六七八九十]+)个?(?:日|天|周|月|工作日|小时)"
            r"(?:之内|以内|内)))(?=[^部]|$)"
        ),
        make=lambda m: m["span"],
        yes={"〔年内〕完成": "年内", "〔3个工作日内〕整改": "3个工作日内"},
        no=("市内各单位", "24小时值班"),
    ),
    Rule(
        name="deadline/period",
        pattern=(
            r"(?:^|(?<=[，。；]))(?P<span>(?:今年)?(?:下半年|第?[一二三四]季度|今年))(?=[，]?(?:要|必须|完成"
            r"|[^，。；]{0,12}(?:要|必须)))"
            r"|(?<=确保)(?P<until>(?:今年)?(?:下半年|第?[一二三四]季度|今年))(?=[^，。；]{0,6}(?:完成|实现|建成|投产"
            r"|开工))"
        ),
        make=lambda m: m["span"] or m["until"],
        yes={"〔下半年〕要认清": "下半年", "，〔今年〕必须建成": "今年"},
        no=("去年要求", "上半年完成了"),
    ),
)


def deadline(chars: str) -> tuple[int, int, str] | None:
    """The first deadline of a unit: start, end and the rule that read it.

    >>> deadline("各乡镇要在10月底前完成整改")
    (5, 10, 'deadline/date')
    """
    found = [(one.start, one.end, one.rule) for rule in DEADLINES for one in rule.all(chars)]
    return min(found, key=lambda one: (one[0], -one[1]), default=None)
