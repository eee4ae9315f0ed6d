"""Deadlines: by when a demand is to be done, as printed; `resolve` tells the day."""

from __future__ import annotations

from meetingx.rules import Rule

YEAR = r"(?:今|明|本|20\d\d)年"
MONTH = r"(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?"
CLOCK = r"(?:\d{1,2}(?:[时点]|[：:]\d\d))?"
# What a word of time is set against: the deed that is to be done by then, or the order to do it.
DEED = (
    r"(?=[^，。；\n]{0,14}(?:完成|完工|竣工|实现|达到|达标|建成|投产|投用|开工|见效|到位|消除|清零|结束|要|必须|务必|确保"
    r"|力争|基本|全部|全面|见底|销号|上报|报送|拿出|取缔|关停|淘汰|整改))"
)
# No deadline, but a time since which, or of which, something is told.
NOT_BEHIND = r"(?<![前上从自第去])(?<!截至)(?<!截止)(?<!去年)(?<!同期)"
# Behind these a time is a deadline whatever is to be done.
RESOLVED = r"(?:(?<=确保)|(?<=力争)|(?<=确保到)|(?<=力争到)|(?<=确保在)|(?<=力争在))"
BEFORE = (
    r"(?:之前|以前|前)(?!期|后|来|进|往|提|列|所|移|段|三|不|述|两|一|沿|方|景|置|瞻|几|去|述|年|夕|言|身|端"
    r"|辈|景|面|头|线|台|途|行|赴)"
)

DEADLINES: tuple[Rule[str], ...] = (
    Rule(
        name="deadline/date",
        pattern=(
            rf"(?P<span>(?:{YEAR})?(?:(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})月(?:\d{{1,2}}[日号]{CLOCK}|份)?"
            rf"|\d{{1,2}}[日号]{CLOCK})(?:上旬|中旬|下旬|底|末)?{BEFORE})"
        ),
        make=lambda m: m["span"],
        yes={
            "〔9月30日前〕完成": "9月30日前",
            "〔今年10月底前〕完成": "今年10月底前",
            "〔9月10日18时之前〕报送": "9月10日18时之前",
        },
        no=("当前形势", "前期工作", "提前完成"),
    ),
    Rule(
        name="deadline/figures",
        pattern=(
            r"(?<![\dA-Za-z.])(?P<span>(?:20\d\d[-./](?:1[0-2]|0?[1-9])(?:[-./](?:3[01]|[12]\d|0?[1-9])日?|月?底)?"
            rf"|(?:1[0-2]|0?[1-9])\.(?:3[01]|[12]\d|0?[1-9])日?){BEFORE})"
        ),
        make=lambda m: m["span"],
        yes={
            "〔2023-12-31前〕完成": "2023-12-31前",
            "〔2023.9底前〕建成": "2023.9底前",
            "在〔12.31之前〕报送": "12.31之前",
        },
        no=("增长3.5个百分点", "12.31公里", "2023-12-31完成", "比3.5前进一步", "GB12.31前"),
    ),
    Rule(
        name="deadline/end-of-month",
        pattern=rf"{NOT_BEHIND}(?P<span>到?(?:{YEAR})?{MONTH}(?:底|末))(?!之前|以前|前|以来)(?:，|{DEED})",
        make=lambda m: m["span"],
        yes={
            "〔今年9月底〕完成整治": "今年9月底",
            "〔到9月底〕，问题全部整改": "到9月底",
            "〔五月底〕完工": "五月底",
        },
        no=("截至9月底，完成投资3亿元", "9月底前完成", "从9月底开始"),
    ),
    Rule(
        name="deadline/on-day",
        pattern=(
            rf"(?:(?<=[要须应]在)|(?<=[要须应]于)|(?<=务必[在于])|(?<=必须[在于])|(?<=确保[在于])|(?<=力争[在于]))"
            rf"(?P<span>(?:{YEAR})?{MONTH}(?:(?:3[01]|[12]\d|[1-9])[日号]|[上中下]旬))"
            r"(?=(?:全面|全部|按时|如期|基本)?(?:完成|完工|竣工|建成|投产|投用|开工|到位|上报|报送|清零|销号))"
        ),
        make=lambda m: m["span"],
        yes={
            "要在〔2013年1月中旬〕完成核实": "2013年1月中旬",
            "须于〔2月3日〕报送": "2月3日",
            "确保在〔明年5月10日〕全部建成": "明年5月10日",
        },
        no=("要在5月3日召开会议", "已在2月3日完成", "要在1月中旬前完成"),
    ),
    Rule(
        name="deadline/end-of-year",
        pattern=(
            rf"{NOT_BEHIND}(?P<span>到?(?:(?:今|明|本|20\d\d)年(?:年)?底|年底|(?<![\d一二三四五六七八九十])月底|本月底)(?:{BEFORE})?)"
            rf"(?:(?<=前)|{DEED})"
        ),
        make=lambda m: m["span"],
        yes={
            "〔年底前〕完成": "年底前",
            "〔2023年底〕全部建成": "2023年底",
            "〔明年底前〕投产": "明年底前",
            "〔月底前〕上报": "月底前",
        },
        no=("去年底完成投资", "年底考核工作"),
    ),
    Rule(
        name="deadline/resolved",
        pattern=(
            rf"{RESOLVED}(?P<span>(?:{YEAR})?(?:{MONTH}(?:底|末)|年?底|[上下]半年|第?[一二三四]季度(?:末|底)?)|今年)"
            r"(?!之前|以前|前|以来)"
        ),
        make=lambda m: m["span"],
        yes={
            "确保〔下半年〕项目有新的突破": "下半年",
            "力争〔三季度〕如期交付": "三季度",
            "确保到〔2023年底〕更新比例达六成": "2023年底",
        },
        no=("确保年度目标", "下半年项目", "确保年底前建成"),
    ),
    Rule(
        name="deadline/named",
        pattern=(
            rf"(?P<span>(?:(?:中秋|元旦|春节|五一|国庆)(?:节)?、)?(?:(?:本|这|下)?周[一二三四五六日末]{CLOCK}"
            r"|季度末|第?[一二三四]季度(?:末|底)|春节|国庆节?|中秋(?:节)?(?:、国庆节?)?|元旦|五一|主汛期|汛期|入汛"
            r"|(?:采暖|供暖|取暖)(?:季|期)|冬季|冬季来临|入冬|上冻|雨季|两会|本周|本月|本周内|开学|春耕|麦收|三夏|高考"
            r"|年关)(?:到来|来临|开始)?(?:之前|以前|前)(?!后|夕|期|的))"
        ),
        make=lambda m: m["span"],
        yes={
            "〔本周五前〕整改": "本周五前",
            "在〔中秋、国庆节前〕排查": "中秋、国庆节前",
            "〔采暖季前〕完成": "采暖季前",
            "〔本周五17：00前〕报送": "本周五17：00前",
            "〔三季度末前〕办结": "三季度末前",
        },
        no=("目前形势", "春节期间"),
    ),
    Rule(
        name="deadline/within",
        pattern=(
            r"(?P<span>(?:年内|本月内|本周内|今年内|(?:(?<![\d.])\d+(?:\.\d+)?|[一二两三四五六七八九十]+)个?(?:日|天|周|月|工作日|小时)"
            r"(?:之内|以内|内)))(?=[^部]|$)"
        ),
        make=lambda m: m["span"],
        yes={"〔年内〕完成": "年内", "〔3个工作日内〕整改": "3个工作日内", "〔1.5个月内〕完成": "1.5个月内"},
        no=("市内各单位", "24小时值班"),
    ),
    Rule(
        name="deadline/period",
        pattern=(
            rf"{NOT_BEHIND}(?:(?<=[，。；])|^)(?P<span>(?:今年)?(?:[上下]半年|今年))"
            r"(?=，?(?:要|必须|完成(?!了)|[^，。；]{0,12}(?:要|必须))|[^，。；]{0,6}(?:完成|实现|建成|投产|开工)(?!了))"
        ),
        make=lambda m: m["span"],
        yes={"〔下半年〕要认清": "下半年", "，〔今年〕必须建成": "今年"},
        no=("去年要求", "上半年完成了"),
    ),
    Rule(
        name="deadline/quarter",
        pattern=(
            rf"{NOT_BEHIND}(?P<span>(?:{YEAR})?第?[一二三四]季度(?:末|底)?)(?![末底]?(?:之前|以前|前))"
            r"(?=，?(?:要|必须|务必|确保|力争|完成|实现|全部|建成|开工)|[^，。；]{0,6}(?:要|必须|务必|全部))"
        ),
        make=lambda m: m["span"],
        yes={
            "县财政局〔三季度〕要拨付": "三季度",
            "各镇〔三季度末〕完成": "三季度末",
            "，〔今年第四季度〕必须建成": "今年第四季度",
        },
        no=("前三季度完成投资", "上季度要求", "三季度工作安排"),
    ),
)


def deadline(chars: str) -> tuple[int, int, str] | None:
    """The first deadline of a unit: start, end and the rule that read it.

    >>> deadline("各乡镇要在10月底前完成整改")
    (5, 10, 'deadline/date')
    """
    found = [(one.start, one.end, one.rule) for rule in DEADLINES for one in rule.all(chars)]
    return min(found, key=lambda one: (one[0], -one[1]), default=None)
