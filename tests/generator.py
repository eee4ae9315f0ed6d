"""Annotated reports composed from the genre's grammar, with invented names: the text, and what it says, from a seed.

A report is made slot by slot: how the place is told, the date, the headline, the opening, who presides, who speaks, who
is there, who reports, the statements with their demands, the byline. Each slot has several constructions, each a method
that writes text and notes its facts at once, so that the two cannot disagree. `compose` picks one for every slot;
`picks` fixes some, `without` rules some out. The facts are in the format of tests/gold.

To add a construction: a method marked with `@construction("slot/what")`.
"""

from __future__ import annotations

import itertools
import random
import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeAlias

from meetingx.dictionary import is_common
from meetingx.divisions import OLDEST_ON_PAGES
from meetingx.evaluate import plain
from meetingx.lexicon import rows

Facts: TypeAlias = dict[str, Any]
CONSTRUCTIONS: dict[str, dict[str, Callable[[Composer], Any]]] = {}

SURNAMES = "王李张刘陈杨赵黄周吴徐孙朱胡郭何林罗郑梁谢宋唐韩曹许邓萧冯曾程蔡彭潘袁董余苏叶吕魏蒋杜成高安常"
# Second characters of given names, and third ones; none that is also a common word behind a person.
MIDDLE = "建文志国晓海春永玉金秀德立红小云俊振庆成宏景少光学兴东世家雪丽桂淑"
LAST = "涛芳军磊勇敏杰超刚辉斌鹏华伟峰娟霞艳玲燕洋波龙飞松柏林山泉祥福贵荣武康宁琴梅兰瑞"
WORD_NAMES = ("梁枫", "石磊", "高峰", "马达", "江河", "田野", "高原", "常青", "任重", "金星")
QUALITIES = ("严明", "温和")
DOTTED = ("艾力·买买提", "阿不都·热西提", "古丽·阿迪力", "努尔·艾合买提", "扎西·达瓦")
MONGOLIAN = ("那日松巴图", "阿拉坦仓", "巴音朝鲁", "呼和巴特尔", "格日勒图", "斯琴高娃")
TIBETAN = ("洛桑江村", "索南才让", "扎西顿珠", "次仁多吉", "丹增平措")
REPORTERS = ("江晓彤", "罗心怡", "顾小曼", "沈立言", "程一帆", "苏文静")

# Counties whose names hold 日, 为, 和, 部, 暨, 乡: words of the grammar as well.
HARD_TO_OPEN = (("达日县", "632624", "dari"), ("犍为县", "511123", "qianwei"))
HARD_BEFORE_POSTS = (
    ("永和县", "141032", "yonghe"), ("迭部县", "623024", "diebu"), ("诸暨市", "330681", "zhuji"),
    ("武乡县", "140429", "wuxiang"), ("仁和区", "510411", "renhe"),
    ("固镇县", "340323", "guzhen"),
)  # fmt: skip

SUBJECTS = (
    "大气污染防治",
    "安全生产",
    "防汛抗旱",
    "森林防火",
    "秸秆禁烧",
    "河湖长制",
    "疫情防控",
    "脱贫攻坚",
    "乡村振兴",
    "食品安全",
    "水污染防治",
    "扬尘治理",
    "城市创建",
    "项目建设",
    "土壤污染防治",
    "农村人居环境整治",
)
KINDS = ("推进会", "调度会", "工作会议", "动员大会", "座谈会", "现场会", "专题会议", "电视电话会议", "约谈会", "部署会")
DO = (
    "压实属地责任", "完善应急预案", "加强日常巡查", "加大执法力度", "加快工程进度", "做好物资储备", "细化工作方案",
    "开展隐患排查", "强化宣传引导", "健全长效机制", "提高思想认识", "严肃追责问责", "突出工作重点", "抓好问题整改",
    "强化督导检查", "严格值班值守", "落实防控措施", "加强协调配合", "加强源头管控", "严守质量底线", "夯实基层基础",
    "畅通举报渠道", "规范审批流程", "提升服务水平", "整合各方力量", "盯紧薄弱环节", "优化力量配置", "推进网格管理",
    "推广先进经验", "堵塞管理漏洞", "保障资金投入", "紧盯重点区域", "全面摸清底数", "严把质量关口",
)  # fmt: skip
# Verbs that are seldom in demands.
DO_SELDOM = (
    "充实巡查队伍", "厘清职责边界", "擦亮生态底色", "攥紧责任链条", "延伸监管触角", "锤炼过硬作风", "绷紧安全之弦",
    "扛牢主体责任",
)  # fmt: skip
# What only assesses: no task.
STATES = (
    "今年以来各项工作取得明显成效", "当前形势依然复杂严峻", "前一阶段工作开局良好、进展顺利", "存在的问题不容忽视",
    "这项工作事关群众切身利益",
)  # fmt: skip
OFFICES = ("生态环境局", "水利局", "公安局", "应急管理局", "交通运输局", "农业农村局", "住房和城乡建设局", "卫生健康委")
DEADLINES = ("9月30日前", "年底前", "本周五前", "10月底前", "6月15日前")
NUMERALS = "一二三四五六"


def construction(name: str) -> Callable[[Callable[[Composer], Any]], Callable[[Composer], Any]]:
    """Enter a method among the constructions of its slot."""
    slot, what = name.split("/")

    def enter(method: Callable[[Composer], Any]) -> Callable[[Composer], Any]:
        CONSTRUCTIONS.setdefault(slot, {})[what] = method
        return method

    return enter


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A report, its facts, and the constructions that it is made of."""

    text: str
    url: str | None
    gold: Facts
    used: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Person:
    """Somebody with a post, its organisation included, and roles."""

    name: str
    title: str | None
    roles: list[str] = field(default_factory=list)
    printed: str = ""

    def did(self, *roles: str) -> Person:
        self.roles += [role for role in roles if role not in self.roles]
        return self


@cache
def known() -> tuple[tuple[str, ...], ...]:
    """The lines of the divisions whose names are looked for on pages: those that went before are not."""
    return tuple(row for row in rows("divisions") if not row[7] or row[7] >= OLDEST_ON_PAGES)


@cache
def places() -> tuple[tuple[str, str, str], ...]:
    """Divisions that are there and whose name and address no other one has: name, adcode, pinyin."""
    lines = [row for row in known() if not row[7]]
    stem = re.compile("(?:qu|xian|shi)$")
    times = Counter(word for row in known() for word in {row[1], *(stem.sub("", one) for one in row[4].split("|"))})
    found = [(row[1], row[0], row[4]) for row in lines if times[row[1]] == times[stem.sub("", row[4])] == 1]
    # Left out are those whose bodies are not called 县委, 市政府 …; the hard ones have constructions of their own.
    without = ("地区", *(one[0] for one in (*HARD_TO_OPEN, *HARD_BEFORE_POSTS)))
    found = [one for one in found if one[0][-1] in "县市区旗州省" and "自治" not in one[0]]
    return tuple(one for one in found if not one[0].endswith(without))


@cache
def shorts() -> frozenset[str]:
    return frozenset(short for row in known() for short in row[2].split("|"))


def is_word(begins: str) -> bool:
    """Whether two characters are a word or the short name of a division: a name cannot begin with them unmarked."""
    return is_common(begins) or begins in shorts()


@cache
def names_of_places() -> tuple[str, ...]:
    """Names of persons that are those of divisions as well: 罗山, 高明, 方正."""
    ends = LAST + "明正康云"
    return tuple(sorted(one for one in shorts() if len(one) == 2 and one[0] in "江罗黄唐萧高周方安" and one[1] in ends))


@cache
def surnames_of_counties() -> str:
    """Surnames that make the name of a county with the post behind them: 叶县长."""
    singles = [one for one in surnames("single") if "长" + one not in shorts()]
    return "".join(row[1][0] for row in known() if len(row[1]) == 2 and row[1][0] in singles)


@cache
def surnames(kind: str) -> tuple[str, ...]:
    return tuple(surname for surname, of in rows("surnames") if of == kind)


class Composer:
    """One report in the making."""

    def __init__(self, seed: int, picks: Mapping[str, str], without: Collection[str]) -> None:
        self.rng = random.Random(seed)
        self.used: list[str] = []
        self.picks, self.without = picks, frozenset(without)
        self.people: list[Person] = []
        self.groups: list[str] = []
        self.directives: list[Facts] = []
        self.tasks: list[Facts] = []
        self.byline: list[str] = []
        self.not_present: list[str] = []
        self.organizer: str | None = None
        self.url: str | None = None
        self.header = ""
        self.headline = ""
        self.names = ""
        self.deck: list[str] = []
        self.leader: Person | None = None
        self.place, self.adcode, self.pinyin = self.rng.choice(places())
        self.unit = self.place[-1]
        self.subject = self.rng.choice(SUBJECTS)
        self.year, self.month, self.day = self.rng.randint(2013, 2024), self.rng.randint(1, 12), self.rng.randint(2, 27)
        self.meeting = ""

    # What all constructions share.

    def pick(self, slot: str) -> Any:
        """Run one construction of a slot."""
        return CONSTRUCTIONS[slot][self.choose(slot)](self)

    def choose(self, slot: str) -> str:
        """Choose a construction of a slot, and note that it is used."""
        allowed = [what for what in CONSTRUCTIONS[slot] if f"{slot}/{what}" not in self.without]
        what = self.picks.get(slot) or self.rng.choice(allowed)
        self.used.append(f"{slot}/{what}")
        return what

    def name(self) -> str:
        """A name that nobody else on the page has; the first, and some more, of the kind that `name` says."""
        common = CONSTRUCTIONS["name"]["common"]
        for tries in itertools.count():
            plain_one = self.people and "name" not in self.picks and self.rng.random() < 0.6
            # some kinds have too few names for a page
            name = str((common if plain_one or tries > 30 else CONSTRUCTIONS["name"][self.names])(self))
            if all(plain(name) not in plain(one.name) and plain(one.name) not in plain(name) for one in self.people):
                return name
        raise AssertionError

    def someone(self, title: str | None, *roles: str) -> Person:
        """A new person with a post."""
        printed = self.name()
        one = Person(re.sub(r"\s", "", printed), title, list(roles), printed)
        self.people.append(one)
        return one

    def do(self, count: int = 2) -> str:
        """Some things to be done, as one clause; none comes twice before all have come."""
        if len(self.deck) < count:
            self.deck = self.rng.sample(DO, len(DO))
        return "，".join(self.deck.pop() for _ in range(count))

    def task(self, text: str, *, assignee: str | None = None, deadline: str | None = None) -> str:
        """Note a demand; the text, as it is."""
        words = plain(text)
        self.tasks.append({"first": words[:8], "last": words[-8:], "assignee": assignee, "deadline": deadline})
        return text

    def says(self, speaker: str, verb: str, body: str) -> str:
        """Note a statement; its text, as it is."""
        words = plain(body)
        self.directives.append({"speaker": speaker, "verb": verb, "first": words[:8], "last": words[-8:]})
        return body

    def head(self) -> str:
        """What the first man of the unit is called: 县长."""
        return f"{self.unit}长"

    # Names.

    @construction("name/common")
    def name_common(self) -> str:
        while True:
            begins = self.rng.choice(SURNAMES) + self.rng.choice(MIDDLE)
            if not is_word(begins) and begins[0] not in surnames_of_counties():
                return begins + self.rng.choice(LAST)

    @construction("name/surname-of-a-county")
    def name_county(self) -> str:
        while True:
            begins = self.rng.choice(surnames_of_counties()) + self.rng.choice(MIDDLE)
            if not is_word(begins):
                return begins + self.rng.choice(LAST)

    @construction("name/place-with-the-post-before")
    def name_place_with_post(self) -> str:
        heads = [one for one in surnames("single") if "长" + one in shorts()]
        return self.rng.choice(heads) + self.rng.choice(MIDDLE) + self.rng.choice(LAST)

    @construction("name/begins-with-word")
    def name_begins(self) -> str:
        both = [one + two for one in SURNAMES for two in MIDDLE if is_common(one + two)]
        return self.rng.choice(both) + self.rng.choice(LAST)

    @construction("name/begins-with-place")
    def name_begins_place(self) -> str:
        both = [one + two for one in surnames("single") for two in MIDDLE if one + two in shorts()]
        return self.rng.choice(both) + self.rng.choice(LAST)

    @construction("name/two")
    def name_two(self) -> str:
        while True:
            name = self.rng.choice(SURNAMES) + self.rng.choice(LAST)
            if name not in names_of_places() and not is_common(name):
                return name

    @construction("name/any-surname")
    def name_any(self) -> str:
        while True:
            begins = self.rng.choice(surnames("single")) + self.rng.choice(MIDDLE)
            if "长" + begins[0] in shorts():
                continue
            if not is_word(begins) and begins[0] not in surnames_of_counties():
                return begins + self.rng.choice(LAST)

    @construction("name/rare-surname")
    def name_rare(self) -> str:
        heads = [one for one in surnames("rare") if "长" + one not in shorts()]
        return self.rng.choice(heads) + self.rng.choice(MIDDLE) + self.rng.choice(LAST)

    @construction("name/compound-surname")
    def name_compound(self) -> str:
        return self.rng.choice([one for one in surnames("compound") if one not in shorts()]) + self.rng.choice(LAST)

    @construction("name/compound-surname-like-a-place")
    def name_compound_place(self) -> str:
        return self.rng.choice([one for one in surnames("compound") if one in shorts()]) + self.rng.choice(LAST)

    @construction("name/word")
    def name_word(self) -> str:
        return self.rng.choice(WORD_NAMES)

    @construction("name/word-of-quality")
    def name_quality(self) -> str:
        return self.rng.choice(QUALITIES)

    @construction("name/dotted")
    def name_dotted(self) -> str:
        return self.rng.choice(DOTTED)

    @construction("name/mongolian")
    def name_mongolian(self) -> str:
        return self.rng.choice(MONGOLIAN)

    @construction("name/tibetan")
    def name_tibetan(self) -> str:
        return self.rng.choice(TIBETAN)

    @construction("name/like-a-place")
    def name_place(self) -> str:
        return self.rng.choice(names_of_places())

    @construction("name/spaced")
    def name_spaced(self) -> str:
        name = self.name_two()
        return name[0] + self.rng.choice(["  ", " ", "\u3000"]) + name[1]

    # The meeting's name.

    @construction("meeting/whole-unit")
    def meeting_whole(self) -> str:
        return f"全{self.unit}{self.subject}{self.rng.choice(KINDS)}"

    @construction("meeting/bare")
    def meeting_bare(self) -> str:
        return f"{self.subject}{self.rng.choice(KINDS)}"

    @construction("meeting/with-another")
    def meeting_with(self) -> str:
        other = self.rng.choice([one for one in SUBJECTS if one != self.subject])
        return f"全{self.unit}{self.subject}暨{other}{self.rng.choice(KINDS)}"

    @construction("meeting/numbered")
    def meeting_numbered(self) -> str:
        return f"{self.subject}领导小组第{self.rng.choice(NUMERALS)}次会议"

    # Dates: what is printed, and what it says.

    @construction("date/day")
    def date_day(self) -> tuple[str, str | None]:
        return f"{self.month}月{self.day}日", f"XXXX-{self.month:02}-{self.day:02}"

    @construction("date/with-year")
    def date_year(self) -> tuple[str, str | None]:
        return f"{self.year}年{self.month}月{self.day}日", f"{self.year}-{self.month:02}-{self.day:02}"

    @construction("date/header")
    def date_header(self) -> tuple[str, str | None]:
        self.header = f"发布时间：{self.year}-{self.month:02}-{self.day + 1:02} 09:21"
        return f"{self.month}月{self.day}日上午", f"{self.year}-{self.month:02}-{self.day:02}"

    @construction("date/evening")
    def date_evening(self) -> tuple[str, str | None]:
        return f"{self.month}月{self.day}日晚7点半", f"XXXX-{self.month:02}-{self.day:02}"

    @construction("date/range")
    def date_range(self) -> tuple[str, str | None]:
        first, last = (f"XXXX-{self.month:02}-{day:02}" for day in (self.day, self.day + 1))
        return f"{self.month}月{self.day}日至{self.day + 1}日", f"{first}/{last}"

    @construction("date/today")
    def date_today(self) -> tuple[str, str | None]:
        self.header = f"发布时间：{self.year}-{self.month:02}-{self.day:02}"
        return "今天上午", f"{self.year}-{self.month:02}-{self.day:02}"

    @construction("date/yesterday")
    def date_yesterday(self) -> tuple[str, str | None]:
        self.header = f"{self.year}年{self.month:02}月{self.day:02}日 浏览次数：315"
        return "昨天下午", f"{self.year}-{self.month:02}-{self.day - 1:02}"

    @construction("date/dateline")
    def date_dateline(self) -> tuple[str, str | None]:
        return f"本报{self.month}月{self.day + 1}日讯 {self.day}日上午", f"XXXX-{self.month:02}-{self.day:02}"

    @construction("date/recently")
    def date_recently(self) -> tuple[str, str | None]:
        return "近日", None

    # How the place is told; the place that the record must have.

    @construction("place/opening")
    def place_opening(self) -> str | None:
        return self.place

    @construction("place/headline")
    def place_headline(self) -> str | None:
        return self.place

    @construction("place/source")
    def place_source(self) -> str | None:
        return self.place

    @construction("place/address")
    def place_address(self) -> str | None:
        self.url = f"http://www.{self.pinyin}.gov.cn/xwzx/zwyw/content_3381.html"
        return self.place

    @construction("place/official")
    def place_official(self) -> str | None:
        return self.place

    @construction("place/opening-hard")
    def place_opening_hard(self) -> str | None:
        return self.put(HARD_TO_OPEN)

    @construction("place/official-hard")
    def place_official_hard(self) -> str | None:
        return self.put(HARD_BEFORE_POSTS)

    def put(self, among: Sequence[tuple[str, str, str]]) -> str:
        self.place, self.adcode, self.pinyin = self.rng.choice(among)
        self.unit = self.place[-1]
        return self.place

    @construction("place/nowhere")
    def place_nowhere(self) -> str | None:
        return None

    # Openings.

    @construction("opening/unit")
    def opening_unit(self) -> str:
        self.organizer = f"{self.unit}政府"
        return f"{self.organizer}召开{self.meeting}。"

    @construction("opening/held")
    def opening_held(self) -> str:
        return f"{self.meeting}召开。"

    @construction("opening/hall")
    def opening_hall(self) -> str:
        return f"{self.meeting}在{self.unit}委会议室召开。"

    @construction("opening/both")
    def opening_both(self) -> str:
        self.organizer = f"{self.unit}委、{self.unit}政府"
        return f"{self.organizer}组织召开{self.meeting}，安排部署{self.subject}工作。"

    # Who presides.

    def official(self, title: str, *roles: str) -> Person:
        """A leader of the unit; where the place is told by posts alone, it stands before this one."""
        if any(one.startswith("place/official") for one in self.used) and self.leader is None:
            title = self.place + title.removeprefix(self.unit) if title.startswith(self.unit) else self.place + title
        one = self.someone(title, *roles)
        self.leader = self.leader or one
        return one

    @construction("chair/presides")
    def chair_presides(self) -> str:
        one = self.official(f"{self.unit}委副书记、{self.head()}", "chair")
        return f"{one.title}{one.printed}主持会议。"

    @construction("chair/presides-and-speaks")
    def chair_speaks(self) -> str:
        one = self.official(f"{self.unit}委书记", "chair", "speaker")
        return f"{one.title}{one.printed}主持会议并讲话。"

    @construction("chair/by")
    def chair_by(self) -> str:
        one = self.official(f"{self.unit}委常委、常务副{self.head()}", "chair")
        return f"会议由{one.title}{one.printed}主持。"

    @construction("chair/convenes")
    def chair_convenes(self) -> str:
        here = self.place if any(one.startswith("place/opening") for one in self.used) else ""
        one = self.official(f"{here}副{self.head()}", "chair")
        return f"{one.title}{one.printed}主持召开{self.meeting}。"

    @construction("chair/two-sentences")
    def chair_after(self) -> str:
        speaker = self.official(f"{self.unit}委书记", "speaker", "attendee")
        one = self.someone(f"{self.unit}委副书记、{self.head()}", "chair")
        return f"{speaker.title}{speaker.printed}出席会议并讲话，{one.title}{one.printed}主持会议。"

    @construction("chair/comrade")
    def chair_comrade(self) -> str:
        one = self.official(f"{self.unit}委副书记", "chair")
        return f"会议由{one.title}{one.printed}同志主持。"

    @construction("chair/commas-in-posts")
    def chair_commas(self) -> str:
        one = self.official(f"{self.unit}委常委、副{self.head()}、{self.unit}总工会主席", "chair")
        return f"{one.title.replace('、', '，') if one.title else ''}{one.printed}主持会议。"

    @construction("chair/none")
    def chair_none(self) -> str:
        one = self.official(f"{self.unit}委书记", "speaker", "attendee")
        return f"{one.title}{one.printed}出席会议并讲话。"

    # Who is there.

    @construction("presence/shared-head")
    def presence_shared(self) -> str:
        head = f"{self.unit}领导"
        return f"{head}{self.some(head)}出席会议。"

    @construction("presence/shared-post")
    def presence_post(self) -> str:
        head = f"副{self.head()}"
        return f"{head}{self.some(head)}参加会议。"

    @construction("presence/head-behind")
    def presence_behind(self) -> str:
        head = f"{self.unit}领导"
        return f"{self.some(head)}等{head}参加会议。"

    @construction("presence/repeated-posts")
    def presence_repeated(self) -> str:
        titles = [f"{self.unit}人大常委会副主任", f"副{self.head()}", f"{self.unit}政协副主席"]
        said = [title + self.someone(title, "attendee").printed for title in titles]
        return f"{'，'.join(said)}参加会议。"

    @construction("presence/several-posts")
    def presence_several(self) -> str:
        first = self.someone(f"{self.unit}委常委、{self.unit}纪委书记", "attendee")
        second = self.someone(f"{self.unit}政协副主席、{self.unit}{self.rng.choice(OFFICES)[:-1]}局长", "attendee")
        return f"{first.title}{first.printed}，{second.title}{second.printed}列席会议。"

    @construction("presence/post-behind")
    def presence_post_behind(self) -> str:
        return self.behind(*self.rng.sample([one for one in OFFICES if one.endswith("局") and "和" not in one], 2))

    @construction("presence/post-behind-office-with-and")
    def presence_post_behind_and(self) -> str:
        return self.behind("公安局", "住房和城乡建设局")

    def behind(self, *offices: str) -> str:
        said = [
            self.unit + office + self.someone(self.unit + office + post, "attendee").printed + post
            for office, post in zip(offices, ("局长", "副局长"), strict=True)
        ]
        return f"{'、'.join(said)}参加会议。"

    @construction("presence/comrades")
    def presence_comrades(self) -> str:
        return f"{self.some(None)}同志出席会议。"

    @construction("presence/groups")
    def presence_groups(self) -> str:
        self.groups += [f"{self.unit}直有关部门主要负责同志", "各乡镇（街道）分管负责人"]
        return f"{'，'.join(self.groups)}参加会议。"

    @construction("presence/people-and-groups")
    def presence_people_groups(self) -> str:
        head = f"{self.unit}领导"
        people, group = self.some(head), f"{self.unit}直各单位主要负责人"
        self.groups.append(group)
        return f"{head}{people}，{group}在主会场参加会议。"

    @construction("presence/nobody")
    def presence_nobody(self) -> str:
        return ""

    def some(self, title: str | None) -> str:
        """Two to four persons of one post, as a list."""
        return "、".join(self.someone(title, "attendee").printed for _ in range(self.rng.randint(2, 4)))

    # Who reports, and procedure.

    @construction("report/person")
    def report_person(self) -> str:
        one = self.someone(f"{self.unit}{self.rng.choice(OFFICES[:-1])}局长".replace("局局", "局"), "reporter")
        return f"会上，{one.title}{one.printed}通报了{self.subject}工作情况。"

    @construction("report/reads")
    def report_reads(self) -> str:
        one = self.someone(f"副{self.head()}", "reporter")
        return f"会上，{one.title}{one.printed}宣读了《{self.subject}工作实施方案》。"

    @construction("report/bureaus")
    def report_bureaus(self) -> str:
        first, second = self.rng.sample(OFFICES, 2)
        return f"会上，{self.unit}{first}、{self.unit}{second}作了表态发言。"

    @construction("report/procedure")
    def report_procedure(self) -> str:
        return f"会议听取了{self.subject}工作情况汇报，审议了有关文件。"

    @construction("report/cited")
    def report_cited(self) -> str:
        self.not_present.append("习近平")
        return "会议传达学习了习近平总书记重要讲话精神。"

    @construction("report/nothing")
    def report_nothing(self) -> str:
        return ""

    # Statements: each one paragraph.

    def statement(self, before: str, speaker: str, verb: str, mark: str = "，") -> str:
        return f"{before}{verb}{mark}{self.says(speaker, verb, self.demands())}"

    @construction("statement/meeting")
    def statement_meeting(self) -> str:
        return self.statement("会议", "会议", self.rng.choice(["指出", "强调", "要求", "明确"]))

    @construction("statement/person")
    def statement_person(self) -> str:
        one = self.speaker()
        return self.statement(one.name, one.name, self.rng.choice(["指出", "强调", "要求", "表示"]))

    @construction("statement/colon")
    def statement_colon(self) -> str:
        one = self.speaker()
        return self.statement(f"{one.name}在讲话中", one.name, "指出", "：")

    @construction("statement/on")
    def statement_on(self) -> str:
        one = self.speaker()
        return self.statement(f"就做好{self.subject}工作，{one.name}", one.name, "强调")

    @construction("statement/comrade")
    def statement_comrade(self) -> str:
        one = self.speaker()
        return self.statement(f"{one.name}同志", one.name, "要求")

    @construction("statement/he")
    def statement_he(self) -> str:
        one = self.speaker()
        first = self.statement(one.name, one.name, "指出")
        return first + self.statement("他", one.name, "强调")

    @construction("statement/surname")
    def statement_surname(self) -> str:
        one = self.speaker()
        post = plain(one.title)[-2:]
        surname = one.name[:2] if one.name[:2] in surnames("compound") else one.name[0]
        others = [other.name for other in self.people if other is not one]
        taken = surname in surnames_of_counties() and self.names != "surname-of-a-county"
        if taken or len(one.name) > 3 or any(name.startswith(surname) for name in others):
            return self.statement_person()
        return self.statement(f"{surname}{post}", one.name, "强调")

    @construction("statement/last")
    def statement_last(self) -> str:
        one = self.speaker()
        return self.statement(f"最后，{one.name}", one.name, "强调")

    @construction("statement/also")
    def statement_also(self) -> str:
        return self.statement("会议", "会议", "指出") + self.statement("会议还", "会议", "要求")

    @construction("statement/gives")
    def statement_gives(self) -> str:
        one = self.speaker()
        body = "".join(self.task(f"{NUMERALS[i]}是{self.do()}。") for i in range(3))
        return f"{one.name}就做好{self.subject}工作提出三点要求：{self.says(one.name, '提出', body)}"

    @construction("statement/addressees")
    def statement_addressees(self) -> str:
        body = "".join(self.task(f"{NUMERALS[i]}要{self.do()}。", assignee="各乡镇、各部门") for i in range(2))
        return f"会议要求各乡镇、各部门：{self.says('会议', '要求', body)}"

    def speaker(self) -> Person:
        """The one who speaks, first of all the leader."""
        one = self.leader or self.official(f"{self.unit}委书记")
        return one.did("speaker")

    # Demands: what is said, one to three sentences.

    def demands(self) -> str:
        """Some sentences of demands, of which a list comes alone."""
        first = str(self.pick("demand"))
        return first + (str(self.pick("demand")) if self.rng.random() < 0.4 else "")

    @construction("demand/must")
    def demand_must(self) -> str:
        return self.task(f"要{self.do(self.rng.randint(2, 3))}。")

    @construction("demand/bound")
    def demand_bound(self) -> str:
        return self.task(f"必须{self.do()}。") + self.task(f"要坚决{self.rng.choice(['守住', '筑牢'])}安全底线。")

    @construction("demand/all")
    def demand_all(self) -> str:
        who = self.rng.choice(["各级各部门", "各乡镇", "各有关部门", "各乡镇、各部门", f"{self.unit}直各单位"])
        return self.task(f"{who}要{self.do()}。", assignee=who)

    @construction("demand/numbered")
    def demand_numbered(self) -> str:
        mark = self.rng.choice("；。")
        said = [self.task(f"{NUMERALS[i]}要{self.do(self.rng.randint(1, 2))}") for i in range(self.rng.randint(2, 4))]
        return mark.join(said) + "。"

    @construction("demand/listed")
    def demand_listed(self) -> str:
        said = [self.task(f"{NUMERALS[i]}是{self.do(self.rng.randint(1, 2))}") for i in range(self.rng.randint(2, 4))]
        return "；".join(said) + "。"

    @construction("demand/assess-then-order")
    def demand_assess(self) -> str:
        who = self.rng.choice(["各级各部门", "各乡镇", "各有关部门"])
        return f"{self.rng.choice(STATES)}，" + self.task(f"{who}要{self.do()}。", assignee=who)

    @construction("demand/assess-and-stop")
    def demand_no(self) -> str:
        return f"{self.rng.choice(STATES)}。" + self.task(f"要{self.do()}。")

    @construction("demand/other-subject-after-semicolon")
    def demand_subjects(self) -> str:
        offices = self.rng.sample(OFFICES, 2)
        said = [self.task(f"{self.unit}{one}要{self.do()}", assignee=f"{self.unit}{one}") for one in offices]
        return "；".join(said) + "。"

    @construction("demand/other-subject-after-comma")
    def demand_subjects_comma(self) -> str:
        who = ("带班领导", "值班人员")
        return "，".join(self.task(f"{one}要{self.do(1)}", assignee=one) for one in who) + "。"

    @construction("demand/lead-office")
    def demand_lead(self) -> str:
        one = self.unit + self.rng.choice(OFFICES)
        return self.task(f"{one}作为牵头单位，要{self.do()}。", assignee=one)

    @construction("demand/therefore")
    def demand_therefore(self) -> str:
        return self.task(f"因此，各乡镇要{self.do()}。", assignee="各乡镇")

    @construction("demand/deadline")
    def demand_deadline(self) -> str:
        when = self.rng.choice(DEADLINES)
        return self.task(f"各乡镇要在{when}完成整改任务，{self.do(1)}。", assignee="各乡镇", deadline=when)

    @construction("demand/bare-after")
    def demand_bare(self) -> str:
        return self.task(f"要{self.do()}。") + self.task(f"{self.do()}。")

    @construction("demand/seldom-verbs")
    def demand_seldom(self) -> str:
        return self.task(f"要{'，'.join(self.rng.sample(DO_SELDOM, 2))}。")

    @construction("demand/listed-seldom-verbs")
    def demand_listed_seldom(self) -> str:
        said = [self.task(f"{NUMERALS[i]}是{deed}。") for i, deed in enumerate(self.rng.sample(DO_SELDOM, 3))]
        return "".join(said)

    # Bylines.

    @construction("byline/brackets")
    def byline_brackets(self) -> tuple[str, str]:
        return "", f"（{' '.join(self.reporters(2))}）"

    @construction("byline/reporter-in-front")
    def byline_front(self) -> tuple[str, str]:
        return f"（记者 {self.reporters(1)[0]}）", ""

    @construction("byline/editor")
    def byline_editor(self) -> tuple[str, str]:
        return "", f"\n编辑：{self.reporters(1)[0]}"

    @construction("byline/none")
    def byline_none(self) -> tuple[str, str]:
        return "", ""

    def reporters(self, count: int) -> list[str]:
        self.byline += self.rng.sample(REPORTERS, count)
        return self.byline

    # All together.

    def compose(self) -> Report:
        """The report, slot by slot."""
        self.names = self.choose("name")
        place = self.pick("place")
        told = self.used[-1].removeprefix("place/").removesuffix("-hard")
        self.meeting = self.pick("meeting")
        printed, date = self.pick("date")
        if told == "headline":
            self.headline = f"{self.place}召开{self.meeting}"
        if told == "source":
            self.header = f"{self.header} 来源：{self.place}人民政府网".strip()
        before, after = self.pick("byline")
        if told == "opening":
            self.organizer, opening = self.place, f"{self.place}召开{self.meeting}。"
        else:
            opening = self.pick("opening")
        chair = self.pick("chair")
        if self.used[-1] == "chair/convenes":
            opening, chair, self.organizer = "", f"{chair}", None
        if self.organizer is None and self.headline:
            self.organizer = self.place
        presence = self.pick("presence")
        report = self.pick("report")
        first = f"{before}{printed}，{opening}{chair}"
        behind = self.rng.random() < 0.4
        body = [first + ("" if behind else presence), report]
        body += [self.pick("statement") for _ in range(self.rng.randint(1, 3))]
        body += [presence if behind else ""]
        paragraphs = [self.headline or f"{self.meeting}召开", self.header, *body]
        text = "\n".join(one for one in paragraphs if one) + f"{after}\n"
        return Report(text, self.url, self.facts(date, place), tuple(dict.fromkeys(self.used)))

    def facts(self, date: str | None, place: str | None) -> Facts:
        """What the report says, in the format of tests/gold."""
        return {
            "id": "generated",
            "url": self.url,
            "noise": [],
            "is_meeting": True,
            "meeting": self.meeting,
            "date": date,
            "place": place,
            "adcode": self.adcode if place else None,
            "video": "电视电话" in self.meeting,
            "organizer": self.organizer,
            "chair": [one.name for one in self.people if "chair" in one.roles],
            "people": [{"name": one.name, "title": one.title, "roles": one.roles} for one in self.people],
            "groups": self.groups,
            "directives": self.directives,
            "tasks": self.tasks,
            "not_present": self.not_present,
            "byline": self.byline,
        }


def compose(seed: int, *, picks: Mapping[str, str] | None = None, without: Collection[str] = ()) -> Report:
    """The report of a seed: the same in every run.

    >>> report = compose(1, picks={"place": "opening", "chair": "by"})
    >>> report.text == compose(1, picks={"place": "opening", "chair": "by"}).text
    True
    >>> report.gold["chair"][0] in report.text.replace(" ", "")
    True
    """
    return Composer(seed, picks or {}, without).compose()


def every_construction() -> list[str]:
    """The names of all constructions, slot/what."""
    return [f"{slot}/{what}" for slot, methods in CONSTRUCTIONS.items() for what in methods]
