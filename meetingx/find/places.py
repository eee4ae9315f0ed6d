"""Names of places, and what each says about where the meeting's body is: 武陟县召开, 衡水市委书记, 本报武陟讯."""

from __future__ import annotations

from typing import NamedTuple

from meetingx import patterns as re
from meetingx.dictionary import VERBAL_NOUNS, VERBS, is_common, tag
from meetingx.divisions import find_names, named, parents
from meetingx.evidence import WEIGHTS
from meetingx.rules import Found, Rule, first_at
from meetingx.townships import townships_named


class PlaceMention(NamedTuple):
    """A place's name at [start, end) of a line; `weight` is how strongly it says that its body met.

    `within` are the divisions printed right before a township's name, the last first.
    """

    name: str
    start: int
    end: int
    level: str
    weight: float
    rule: str
    within: tuple[str, ...] = ()


BEGINS = r"(?:^|(?<=[，。；：、“”（）】》\s由在的日午讯到：丨|｜])|(?<=召开))"
# What a zone is for is no name: 农业园区, 高新技术产业开发区.
KIND_OF_ZONE = (
    r"(?:农业|工业|产业|科技|物流|旅游|生态|经济|技术|高新|文化|创业|食品|化工|循环|现代|特色|国家级|省级|综合)+"
)
ZONE = Rule(
    name="place/zone",
    pattern=(
        BEGINS
        + r"(?P<span>(?![全各该本我等是县市区省]|推进|研究|听取|审议|讨论|支持|加快|深入|前往|助力|服务|支撑|打造"
        + r"|创建|建设|对接)(?!"
        + KIND_OF_ZONE
        + r"(?:园区|开发区|示范区|试验区|集聚区))"
        r"(?:(?:(?!会议|了)<<han>>){2,8}?)(?:经济技术开发区"
        r"|高新技术产业开发区|高新技术开发区|经济开发区|高新区|经开区|开发区|新区|示范区|工业园区|产业园区|园区|度假区"
        r"|风景区|保税区|综保区|综合保税区|保税港区|经济区|投资区|工业区|科技园|科创园|产业园|自贸区|产业集聚区|集聚区|管理区|实验区|试验区|风景名胜区|生态区|科技城"
        r"|新城))(?=(?:（[^）]{1,6}）)?(?:党工委|管委会|管委|(?:组织|立即|迅速|紧急)*(?:召开|举行)|党委|党政|领导|工委|<<han>>{0,14}会议|<<han>>{0,10}(?:座谈|推进|调度|动员|例)会(?=[在于召举])|生态|安委|大气|贯彻|传达|落实|部署|安排|启动|：(?=<<han>>)))"
    ),
    make=lambda m: m["span"],
    yes={"〔甲山高新区〕召开会议": "甲山高新区", "近日，〔乙水新区〕管委会": "乙水新区"},
    no=("全区召开会议", "到开发区考察", "本开发区召开", "长青办事处、农业园区管委会负责人", "，推进开发区安全生产"),
)
TOWNSHIP = Rule(
    name="place/township",
    pattern=(
        BEGINS[:-1]
        + r"|(?<=组织)|(?<=[县市区旗]))(?P<span>(?![全各该本我等是])中?(?:(?!召开|主持|组织|要求|强调|指出|书记|主席"
        r"|主任|会议|我|该|由|等|中|在)<<han>>){1,5}?(?:街道(?!办?各|和|社区|主任)|镇(?!街|江|长|原|海|巴|宁|赉|雄|远|平|坪|康"
        r"|安|党政|区|村|[（(]街)|(?<!城)乡(?!村|镇|宁|城"
        r"|亲|长|里)|苏木))(?=党工委|党委|办事处|人民政府|政府|召开|举行|召集|动员|组织|领导|工委|党政|人大|纪委|主持|会议|机关"
        r"|上下|辖区|在|于|迅速|立即|全体|按照|根据|针对|结合|紧急|将|以|对|各|“"
        r"|(?:中心|第[一二三四五])?(?:中学|小学|学校|幼儿园|卫生院|派出所|司法所|学区)"
        r"|[\u3400-\u9fff“”]{0,20}?(?:召开|举行|开展<<han>>{2,12}会议)|[\u3400-\u9fff“”]{2,24}?会议?(?=在|于|召开|(?<=会议)，))"
    ),
    make=lambda m: m["span"],
    yes={"〔甲家镇〕召开会议": "甲家镇", "组织〔丙水乡〕党委": "丙水乡", "，〔丁桥街道〕办事处": "丁桥街道"},
    no=("全镇召开会议", "镇江召开会议", "乡村振兴会议", "各街道召开"),
)
# A street called by its office alone: 南澳办事处召开.
OFFICE = Rule(
    name="place/street-office",
    pattern=BEGINS
    + r"(?P<span>(?![全各该本我等是])<<han>>{2,4}?)(?=(?:街道)?办事处(?:党工委|召开|举行|组织|机关|主任|书记|全体)"
    r"|街办(?:召开|举行|组织|主任|<<han>>{2,24}会)|街(?=党工委|(?:在[^，。；]{2,16}?)?(?:组织)?(?:召开|举行)))",
    make=lambda m: m["span"],
    yes={
        "近日，〔甲山〕办事处召开会议": "甲山",
        "〔乙山〕街办清淤工作动员会": "乙山",
        "，〔丙市〕街在二楼会议室组织召开": "丙市",
    },
    no=("各办事处召开会议", "到甲山办事处调研"),
)
STREET_OFFICE = re.compile(r"(?:街道)?办事处|街办?")
# A town called by its name alone, or its school or hospital, that meets: 麻涌召开, 溱潼人民医院召开.
SHORT = Rule(
    name="place/short-name",
    pattern=(
        r"(?:^|(?<=[，。；\n 日午]))(?P<span>(?![全各该本我等是]|[一二三四五六七八九十]+[团师连])<<han>>{2,3}?)"
        r"(?=(?:人民医院|中心小学|卫生院|中学|小学)?(?:立即|迅速|及时|紧急|组织|在[^，。；]{2,16})*(?:召开|举行))"
    ),
    make=lambda m: m["span"],
    yes={"8月17日，〔甲涌〕召开现场会": "甲涌", "上午，〔乙潼〕人民医院召开培训会": "乙潼"},
    no=("我县召开现场会", "各地召开会议"),
)
# What stands behind a place that met, and how strongly it says so; the first that fits counts.
BEHIND: tuple[Rule[float], ...] = (
    Rule(
        name="place/convened",
        pattern=r"(?:立即|随即|迅速|及时|紧急|组织|专题|在[^，。；]{1,16})*(?:召开|举行|召集)",
        make=lambda _: 6.0,
        yes={"〔召开〕全会": 6.0, "〔紧急召开〕全会": 6.0},
        no=("派员参加会议", "将于下周召开"),
    ),
    Rule(
        name="place/bureau-convened",
        pattern=(
            r"(?:(?!召开|举行|会议|关于|分局)<<han>>){2,14}?(?:局|委|委员会|办|办公室|协会|厅|院|中心|支队|大队|总队)(?:党组|党委|党总支|机关)?"
            r"(?:组织|立即|迅速|及时|紧急|专题)*(?:召开|举行)"
        ),
        make=lambda _: 6.0,
        yes={"〔档案局党组召开〕": 6.0, "〔教育体育局召开〕": 6.0, "〔公安局交警大队组织召开〕": 6.0},
        no=("档案局参加", "召开档案局会议", "生态环境局甲山分局召开"),
    ),
    Rule(
        name="place/company",
        pattern=r"(?:(?!召开|有关)[\u3400-\u9fff]){0,10}?(?:集团|公司)(?:有限公司)?(?:在[^，。；]{2,24})?(?=召开|举行|党委|董事长)",
        make=lambda _: 2.0,
        yes={"〔生态投资集团〕召开": 2.0, "〔水务公司〕党委": 2.0},
        no=("企业和公司负责人参加", "召开集团会议"),
    ),
    Rule(
        name="place/official",
        pattern=(
            r"(?:人民)?(?:县|市|区|州|盟|旗|省|自治区)?(?:委|政府|人大|政协|纪委|党工委|管委会|工委)?(?:常委会|办公室)?(?:党组)?"
            r"(?:副)?(?:书记|市长|县长|区长|州长|旗长|盟长|主席|主任|领导|党委书记|政协副主席|常委)"
        ),
        make=lambda _: 5.0,
        yes={"〔县委书记〕李明": 5.0, "〔副市长〕李明": 5.0},
        no=("各乡镇书记", "召开书记办公会"),
    ),
    Rule(
        name="place/organ",
        pattern=(
            r"(?:县|市|区|州|盟|旗|省|自治区)?(?:委|党委|政府|人民政府|人大|政协|党工委|管委会|自治区党委)|(?:生态环境"
            r"|环境保护|环保|住建|住房和城乡建设|城管|水利|水务|农业农村|教育"
            r"|卫健|卫生健康|交通运输|自然资源|应急管理|市场监管|公安|民政|财政|发改|工信|林业|安监|国土|商务)(?:厅|局|委"
            r"|分局)|(?:安委|防汛|环委|河长|生态|食安)[会办]"
        ),
        make=lambda _: 3.0,
        yes={"〔市政府〕要求": 3.0, "〔生态环境局〕组织": 3.0, "〔安委办〕通报": 3.0},
        no=("的政府", "各局"),
    ),
    Rule(
        name="place/watched",
        pattern=r"(?:组织|集中|准时)?(?:收听收看|收看收听|收看|收听)",
        make=lambda _: 4.0,
        yes={"〔组织收听收看〕直播": 4.0, "〔收听收看〕直播": 4.0},
        no=("要组织群众收看", "设分会场"),
    ),
    Rule(
        name="place/branch",
        pattern=r"(?:县|市|区)?分局(?=(?:立即|迅速|及时|紧急)*(?:召开|举行|组织|开展|传达|学习|专题|党组|党委|党总支|党支部))",
        make=lambda _: 6.0,
        yes={"〔分局〕组织召开": 6.0, "〔市分局〕党组": 6.0},
        no=("各分局", "局长", "分局、"),
    ),
    Rule(
        name="place/institution",
        pattern=(
            r"(?:<<han>>{0,10}(?:中学|小学|学校|医院|卫生院|林场|农场|公司|法院|检察院|供电所|税务局|烟草局|公安局))校?"
            r"(?=(?:立即|迅速|及时)?(?:于[^，。；]{2,40}?)?(?:召开|举行|组织))"
        ),
        make=lambda _: 2.5,
        yes={"〔第二中学校〕组织全校班主任学习": 2.5, "〔人民医院〕组织职工学习": 2.5},
        no=("第二中学校参加会议", "医院要组织排查"),
    ),
    Rule(
        name="place/session",
        pattern=r"[^，。；：\n]{0,30}?(?:会议|推进会|调度会|部署会|工作会|动员会|大会|例会|约谈会)",
        make=lambda _: 3.0,
        yes={"〔防汛工作会〕在市里": 3.0},
        no=("的河流，会议", "防汛工作"),
    ),
    Rule(
        name="place/local",
        pattern=r"主会场|分会场|讯[ （]|电[ （]|各级|上下|全[县市区]",
        make=lambda _: 2.0,
        yes={"〔讯（〕记者": 2.0, "〔各级〕干部": 2.0},
        no=("通讯员", "电视台"),
    ),
    Rule(
        name="place/document",
        pattern=r"(?:<<han>>|[\d—、（）〔〕“”-]){2,40}?(?:方案|规划|办法|意见|细则|预案|计划|规定|制度|规则|条例|清单|报告|要点|通知|请示|汇报|决定|纪要|草案|总结|名单)(?:（[^）》]{1,16}）)?》",
        make=lambda _: 1.8,
        yes={"〔第二轮环境保护督察整改方案》〕": 1.8, "〔2021年重点项目计划（草案）》〕": 1.8},
        no=("的方案", "志》", "整改方案的通知"),
    ),
    Rule(
        name="place/zone-of",
        pattern=r"(?:经济|高新)?(?:技术)?(?:产业)?开发区|经开区|高新区|工业园区|新区",
        make=lambda _: 1.0,
        yes={"〔经济开发区〕党工委书记": 1.0, "〔高新区〕": 1.0},
        no=("和开发区",),
    ),
)
# What a report wishes for its own place: 展现九江作为, 结合定远实际, 和谐双鸭山, 推动英山高质量发展.
OWN: tuple[Rule[float], ...] = (
    Rule(
        name="place/own",
        pattern=(
            r"(?:展现|符合|反映|体现|凸显|突出|具有|扮靓|关系|结合|立足|彰显|贡献|作出|做出|书写|谱写|擦亮|打造|唱响|讲好|贡献出)(?P<span><<han>>{2,6}?)"
            r"(?=的?(?:[市县区旗州]情|特色|实际|特点)|作为|贡献|担当|智慧|力量|样板|篇章|答卷|品牌|经验|特色|故事|高质量|新(?:篇|样|答|局|名)|<<han>>{0,4}(?:特点|名片|招牌|大局)|今后|未来|长远|赶超|崛起)"
        ),
        make=lambda _: 3.0,
        yes={
            "为建设美丽长江展现〔甲江〕作为": 3.0,
            "要结合〔乙远〕实际": 3.0,
            "擦亮〔丙靖〕生态名片": 3.0,
            "立足〔丁昌〕赶超进位": 3.0,
        },
        no=("要结合实际", "展现新作为", "立足本职"),
    ),
    Rule(
        name="place/own-virtue",
        pattern=(
            r"(?:(?:人间|水墨|康养|灵秀|秀美|锦绣|诗画|壮美|技能|人才|创新|开放|工业|旅游|信用|质量|创业|无废|智能|低碳|和谐|美丽|幸福|平安|法治|富强|文明|魅力|活力|绿色|大美|健康|清洁|清廉|生态|现代化|诚信"
            r"|宜居|宜业|富裕|繁荣|和美|红色|文化|智慧|数字|实力|品质)[、的新]?)+"
            r"(?P<span><<han>>{2,6}?)(?=[，。；、”]|建设|大地|山水|碧水|蓝天|好[水山家生]|作出|做出|贡献|而)"
        ),
        make=lambda _: 3.0,
        yes={"为建设和谐〔丙山〕、": 3.0, "助力平安〔甲河〕建设": 3.0},
        no=("建设和谐社会的要求", "生态环境局"),
    ),
    Rule(
        name="place/own-rise",
        pattern=(
            r"(?:推[动进]|对|事关|关系|关乎)(?P<span><<han>>{2,6}?)(?=今后|未来|长远|(?:经济社会|经济|城市)?(?:高质量|跨越)?(?:式)?(?:发展|振兴|转型|崛起|品质))"
        ),
        make=lambda _: 3.0,
        yes={"推动〔丁山〕高质量发展": 3.0, "关乎〔丁山〕今后的生态": 3.0, "关系〔乙水〕城市品质": 3.0},
        no=("推动发展", "振兴乡村", "助力丁山发展"),
    ),
    Rule(
        name="place/own-epithet",
        pattern=r"(?:“|(?<=<<han>>)、)<<han>>{2}(?P<span>(?!<<han>>[县市区州旗])<<han>>{2,3})(?=”)",
        make=lambda _: 2.0,
        yes={"建成“粮油大县、山水〔甲库〕”": 2.0, "打造“书香〔乙沽〕”": 2.0},
        no=("“甲库”", "打造书香乙沽", "“城建富县”"),
    ),
    Rule(
        name="place/own-offered",
        pattern=r"(?:为|让)(?P<span><<han>>{2,3})(?=(?<=让<<han>><<han>>)(?:成为|变成|更美|更好)|(?<=让<<han>><<han>><<han>>)(?:成为|变成|更美|更好)|献|添|争光|代言|[^，。；、]{2,20}(?:力量|智慧|贡献|动能|保障|支撑)(?:[，。；]|$))",
        make=lambda _: 2.0,
        yes={"“我为〔丙峰〕献一策”": 2.0, "为〔丁水〕添彩": 2.0, "合力让〔丁水〕变成福地": 2.0},
        no=("为民献策", "丙峰献策"),
    ),
)
# What a place gives itself, whatever stands before it: 打造群防甲江样板, 献出甲江力量.
WISHED = re.compile(r"(?:力量|样板|答卷|担当|智慧|作为|篇章|经验|实践|方案)(?=[，。；、”]|$)")
WISHED_WEIGHT = 2.0
# A place that is told what to do, or reports, or is called to account, is not the one whose body met.
TOLD = re.compile(
    r"(?:等[县市区]?)?(?:要|须|必须|相关|有关|主要|负责|分别|作[了出]?(?:表态|交流|典型|汇报|发言)|汇报)|、|三市"
    r"|(?:人民)?(?:政府|委)(?:、[\u3400-\u9fff]{2,7}(?:政府|委))+|两[县市]|[\u3400-\u9fff]{2,8}局、[\u3400-\u9fff]{1,4}[县市区旗]"
)
# Where something happened of which a meeting heard: 通报了甲山县两起事故.
OF_ACCIDENT = Rule(
    name="place/of-accident",
    pattern=r"[^，。；：\n会]{0,24}(?:事故|火灾|爆燃|爆炸|坍塌|泄漏|命案|惨案|教训|”(?:特大|极端)?(?:暴雨|洪灾|洪水|地震))(?![\u3400-\u9fff]{0,4}(?:应急|防范|防控|隐患|预防|预案|处置))",
    make=lambda m: m[0],
    yes={
        "〔两起事故〕": "两起事故",
        "〔“1·17”重大火灾〕": "“1·17”重大火灾",
        "〔“7·20”特大暴雨〕灾害": "“7·20”特大暴雨",
    },
    no=("部署安全生产", "事故应急处置"),
)
# A bureau whose branch it is that met: 甲山市生态环境局乙河分局.
BRANCH_BEHIND = re.compile(r"[\u3400-\u9fff]{2,10}[局厅][\u3400-\u9fff]{2,5}分局")
# A town, a village, a road or a company that is called so: 长岭镇, 临洮街; a word of praise: 长寿之市.
OF_ANOTHER = re.compile(
    r"之[市县乡都城]|(?:煤业|煤矿|矿业|化工|纸业|水泥|焦化|钢铁|药业|酒业|食品|地产|置业|物业)(?!协会)|岛|镇(?!江|长)|街|村(?!镇)|乡(?!村|镇)|社区|大道|路(?![由过])|巷"
)
OBJECT = re.compile(r"对[^，。；]{0,20}(?:的)?$|约谈[^，。；]{0,8}$|赴$|前往$|听取了?$")


def _own_name(chars: str, start: int, end: int, divisions: list[PlaceMention]) -> tuple[int, tuple[str, ...]]:
    """Where a township's name begins behind the divisions printed before it, and those: 南康区唐江镇 is 唐江镇.

    What goes before a name that the list of townships has is no part of it: 组织冯屯镇.
    """
    within: tuple[str, ...] = ()
    for one in divisions if not townships_named(chars[start:end]) else ():
        if one.start == start and one.end <= end - 2 and one.name.endswith(("省", "市", "县", "区", "州", "旗")):
            start, within = one.end, (one.name, *within)
    if not within:
        within = tuple(one.name for one in divisions if one.end == start)
    if not townships_named(chars[start:end]):
        start = next((at for at in range(start + 1, end - 2) if townships_named(chars[at:end])), start)
    return start, within


def _own_zone(chars: str, start: int, end: int, divisions: list[PlaceMention]) -> tuple[int, tuple[str, ...]]:
    """Where a zone's name begins behind the province printed before its city: 山东济南高新区 is 济南高新区."""
    names = {one.start: one for one in divisions if one.end <= end}
    first = names.get(start)
    if first is not None and first.level == "province" and first.end in names:
        return first.end, ()
    return start, ()


# A place to which, or of which, something is told says little; one that is told what to do hardly anything.
AT_MOST_REPORTED_ON = 2.0
AT_MOST_TOLD = 0.3
AT_MOST_BEFORE_ZONE = 0.6
# What is told some way behind a name, so that it is of the last of several: 甲市乙区丙街道工作会议.
OF_LAST = frozenset({"place/session", "place/company", "place/institution", "place/bureau-convened"})
TOWN_ALONE = 3.0
BELOW_NAMED = 2.0
# Who leads the division around a zone leads its meeting as that: 甲山新区管委会副主任、区委书记.
HELD_BESIDES = re.compile(r"[^，。；、]{2,10}、(?:县|区|市)(?:委书记|长)")
# Inspectors from above meet with the body of the place that they inspect.
INSPECTORS = re.compile(r"(?:督[察导查]|巡[视察]|考[核评]|检查)组在$")
# Where it was held may be told with what encloses it: 在甲山省乙水市召开.
HELD_IN = re.compile(r"在(?:[\u3400-\u9fff]{2,7}?(?:省|自治区|市|自治州|盟|地区)){0,2}$")


def _stands_alone(chars: str, start: int, name: str, rule: str | None) -> bool:
    """Whether a short name is a place and no part of another word: 资源 of 自然资源局, 长武 of 副县长武磊."""
    before = chars[start - 1 : start]
    if name == "和县" and before and before not in "，。：；\n省市日午由":  # 县委和县政府
        return False
    if (
        before
        and "\u3400" <= before <= "\u9fff"
        and before not in "在到赴来、和与及研往由的省市从自于对"
        and not (
            tag(chars[max(0, start - 2) : start]) in VERBS | VERBAL_NOUNS
            and not is_common(chars[start - 1 : start + 1])
        )
    ):
        return False
    after = chars[start + len(name) : start + len(name) + 1]
    if (
        before
        and before in "、和与及"
        and rule is None
        and "\u3400" <= after <= "\u9fff"
        and after not in "等和与及市县区三两四五"
    ):
        return False
    sure = {"place/official", "place/convened", "place/local", "place/branch"}
    return rule in sure or not is_common(name)


REPORTED_ON = re.compile(r"(?:到|赴|在|从|与|和|及|、|前往|来自|学习|借鉴)$")


def places(chars: str) -> list[PlaceMention]:
    """The places that a line names, with how strongly each says that its body met.

    >>> [(m.name, m.weight) for m in places("衡水市召开约谈会议，武陟县委书记张涛出席。")]
    [('衡水市', 6.0), ('武陟县', 5.0)]
    """
    own = {(one.start, one.end): one for rule in OWN for one in rule.all(chars)}
    found: list[PlaceMention] = []
    before, at = "", -1
    for start, end, name in find_names(chars):
        one = _division(chars, start, name, own, follows=start == at and _encloses(before, name))
        before, at = name, end
        if one is not None:
            found.append(one)
    below = [_below(chars, one, "zone", found) for one in ZONE.all(chars)]
    below += [_below(chars, one, "township", found) for one in TOWNSHIP.all(chars)]
    streets = [_street(chars, one, found) for one in OFFICE.all(chars) if townships_named(one.value + "街道")]
    towns = [_town(one) for one in SHORT.all(chars) if not named(one.value) and _whole(one.value)]
    begun = {one.start for one in streets}
    zones = {one.start for one in below if one.level == "zone"}
    kept = [_before_zone(one) if one.start in zones else one for one in found if one.start not in begun]
    starts = {one.start for one in (*kept, *below)}
    kept = [_before_another(one) if one.end in starts and one.rule in OF_LAST else one for one in kept]
    return sorted([*kept, *below, *streets, *towns], key=lambda one: one.start)


def _whole(short: str) -> str | None:
    """The name of the only kind of township that is called so for short."""
    names = [short + kind for kind in ("镇", "乡", "街道") if townships_named(short + kind)]
    return names[0] if len(names) == 1 else None


def _town(one: Found[str]) -> PlaceMention:
    """A town called by its name alone, as a mention."""
    return PlaceMention(_whole(one.value) or one.value, one.start, one.end, "township", TOWN_ALONE, SHORT.name)


def _before_another(one: PlaceMention) -> PlaceMention:
    """A place that only encloses the one printed right behind it: what stands behind tells of the last."""
    return one._replace(weight=min(one.weight, WEIGHTS["place/named"]), rule="place/named")


def _before_zone(one: PlaceMention) -> PlaceMention:
    """A place by whose name a zone is called: what stands behind tells of the zone."""
    return one._replace(weight=min(one.weight, AT_MOST_BEFORE_ZONE), rule="place/zone-of")


def _encloses(around: str, name: str) -> bool:
    """Whether a name is that of what encloses a division of another name: 黑龙江 of 伊春."""
    codes = {one.adcode for one in named(around)}
    return any(parent.adcode in codes for one in named(name) for parent in parents(one))


def _street(chars: str, one: Found[str], found: list[PlaceMention]) -> PlaceMention:
    """A street that is called by its office, by the name that the list of townships has."""
    office = STREET_OFFICE.match(chars, one.end)
    behind = one._replace(end=office.end() if office else one.end)
    return _below(chars, behind, "township", found)._replace(name=one.value + "街道", start=one.start, end=one.end)


def _division(
    chars: str, start: int, name: str, own: dict[tuple[int, int], Found[float]], *, follows: bool
) -> PlaceMention | None:
    """A name of divisions as a mention, None where it is part of another word; `follows` one at once."""
    end = start + len(name)
    wished = own.get((start, end))
    if wished is not None:
        return PlaceMention(name, start, end, named(name)[0].level, wished.value, wished.rule)
    if WISHED.match(chars, end) and not is_common(name):
        return PlaceMention(name, start, end, named(name)[0].level, WISHED_WEIGHT, OWN[0].name)
    whole = any(name == division.name for division in named(name))
    if not whole and OF_ANOTHER.match(chars, end):
        return None
    behind = first_at(BEHIND, chars, end)
    if (start and chars[start - 1] in "全各本") or (behind is None and OF_ACCIDENT.regex.match(chars, end)):
        return None
    rule, weight = (behind.rule, behind.value) if behind else ("place/named", WEIGHTS["place/named"])
    doubtful = len(name) == 2 or not whole or is_common(name[1:])  # 眼下城区
    branch = rule == "place/branch" and chars[start - 1 : start] in {"局", "厅"}
    if (
        doubtful
        and not follows
        and not branch
        and not _stands_alone(chars, start, name, behind.rule if behind else None)
    ):
        return None
    if start and REPORTED_ON.search(chars[max(0, start - 3) : start]) and not INSPECTORS.search(chars[:start]):
        weight = min(weight, AT_MOST_REPORTED_ON)
    if TOLD.match(chars, end) or BRANCH_BEHIND.match(chars, end) or OBJECT.search(chars[max(0, start - 24) : start]):
        weight = AT_MOST_TOLD
    before = chars[max(0, start - 12) : start]
    if rule == "place/convened" and HELD_IN.search(before) and not INSPECTORS.search(before):
        rule, weight = "place/held-in", AT_MOST_REPORTED_ON
    return PlaceMention(name, start, end, named(name)[0].level, weight, rule)


def _below(chars: str, one: Found[str], level: str, found: list[PlaceMention]) -> PlaceMention:
    """A zone or township as a mention."""
    behind = first_at(BEHIND, chars, one.end)
    own = _own_name if level == "township" else _own_zone
    start, within = own(chars, one.start, one.end, found)
    weight = behind.value if behind else BELOW_NAMED
    if level == "zone" and HELD_BESIDES.match(chars, one.end):
        behind, weight = None, AT_MOST_TOLD
    rule = f"place/{level}-{behind.rule.removeprefix('place/') if behind else 'named'}"
    before = chars[max(0, start - 12) : start]
    if rule.endswith("-convened") and HELD_IN.search(before) and not INSPECTORS.search(before):
        rule, weight = f"place/{level}-held-in", AT_MOST_REPORTED_ON
    return PlaceMention(chars[start : one.end], start, one.end, level, weight, rule, within)
