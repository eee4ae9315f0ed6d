"""Dates as they are printed, and what they tell: year, month, day, a range, or a day relative to another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from meetingx import patterns as re
from meetingx.rules import Rule, apply


class When(NamedTuple):
    """A printed date: what of year, month and day it tells.

    `last_month` and `last_day` end a range, `days` count back from the page's date, `last` says: of the month before.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    days: int | None = None
    dateline: bool = False
    written: bool = False
    last: bool = False


class DateMention(NamedTuple):
    """A date at [start, end) of a line."""

    when: When
    start: int
    end: int
    rule: str


HAN_DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "Ｏ": 0, "O": 0}


def number(chars: str) -> int:
    """The value of a number in digits or Han numerals up to 99.

    >>> number("26"), number("二十六"), number("十"), number("二〇二一")
    (26, 26, 10, 2021)
    """
    if chars.isdigit() and chars.isascii():
        return int(chars)
    if "十" in chars:
        tens, _, ones = chars.partition("十")
        return (HAN_DIGITS[tens] if tens else 1) * 10 + (HAN_DIGITS[ones] if ones else 0)
    return int("".join(str(HAN_DIGITS[c]) for c in chars))


def _int(match: re.Match[str], group: str) -> int | None:
    if match[group] == "元":  # 元月 is January
        return 1
    return number(match[group]) if match[group] else None


NOT_AFTER = r"(?!度|来|初|底|前|中旬|以来|间|代)"
CLOCK = (
    r"(?P<clock>(?:清晨|早晨|早上|凌晨|上午|中午|下午|傍晚|晚上?|晚间|夜间)?(?:\d{1,2}(?:[：:]\d\d|[时点](?:\d{1,2}分"
    r"|半)?))?)"
)

DATES: tuple[Rule[When], ...] = (
    Rule(
        name="date/range",
        pattern=(
            r"(?<!\d)(?:(?P<y><<year>>)年)?(?P<m><<day>>)月(?P<d><<day>>)[日号]?(?:至|到|—+|-|~|－|(?<=日)[、和])(?:"
            r"(?P<m2><<day>>)月)?"
            r"(?P<d2><<day>>)[日号]"
        ),
        make=lambda m: When(_int(m, "y"), _int(m, "m"), _int(m, "d"), _int(m, "m2") or _int(m, "m"), _int(m, "d2")),
        yes={
            "〔9月20日至21日〕，全省": When(None, 9, 20, 9, 21),
            "〔2021年1月16日-17日〕": When(2021, 1, 16, 1, 17),
            "〔10月29日、30日〕，市人大": When(None, 10, 29, 10, 30),
        },
        no=("1-7月份", "9月20日，"),
    ),
    Rule(
        name="date/day",
        pattern=(
            # a time may stand right before it: 发布时间：08:524月19日上午
            r"(?:(?<![\d-])|(?<=\d:\d\d))(?<!农历)(?<!阴历)(?:(?P<y><<year>>|20\d)年)?(?<![农阴]历\d{4}年)(?P<m><<day>>|元)月份?(?P<d><<day>>)(?:[日号]|(?=[上下]午|晚))(?!至|到|—|-\d|前|之前|以前"
            r"|起|以来|底)"
            r"(?P<line>电|讯)?"
        ),
        make=lambda m: When(
            _int(m, "y") if m["y"] and len(m["y"]) == 4 else None, _int(m, "m"), _int(m, "d"), dateline=bool(m["line"])
        ),
        yes={
            "〔10月26日〕，": When(None, 10, 26),
            "〔2021年7月24日〕": When(2021, 7, 24),
            "〔5月17日讯〕": When(None, 5, 17, dateline=True),
            "〔元月9日〕晚上，": When(None, 1, 9),
            "08:52〔4月19日〕上午": When(None, 4, 19),
        },
        no=("9月30日前", "10月底", "1-7月份", "（农历2021年10月11日）"),
    ),
    Rule(
        name="date/written",
        pattern=(
            r"(?<!\d)(?P<y>(?:19|20)\d\d)(?:[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)|年(?P<m2>\d{1,2})月"
            r"(?P<d2>\d{1,2})(?=\s|$))|(?<!\d)(?P<d3>\d\d)\.(?P<m3>\d\d)\.(?P<y3>20\d\d)"
        ),
        make=lambda m: When(
            int(m["y"] or m["y3"]), int(m["m"] or m["m2"] or m["m3"]), int(m["d"] or m["d2"] or m["d3"]), written=True
        ),
        yes={"发布日期：〔2019-08-09〕 09:21": When(2019, 8, 9, written=True)},
        no=("010-65363056", "2019年8月"),
    ),
    Rule(
        name="date/written-no-year",
        pattern=r"(?:^|(?<=\s))(?P<m>\d{1,2})-(?P<d>\d{1,2})(?= \d{1,2}[:：]\d\d)",
        make=lambda m: When(None, int(m["m"]), int(m["d"]), written=True),
        yes={"〔11-23〕 10:37": When(None, 11, 23, written=True)},
        no=("2019-08-09 09:21", "1-7月份"),
    ),
    Rule(
        name="date/month",
        pattern=r"(?<!\d)(?P<y><<year>>)年(?P<m>\d{1,2})月(?!\d|份|底|初|以|前|之|至|-)",
        make=lambda m: When(int(m["y"]) if m["y"].isdigit() else number(m["y"]), int(m["m"])),
        yes={"〔2021年7月〕，": When(2021, 7)},
        no=("2021年7月24日", "2021年1-7月"),
    ),
    # Only what can be read in one way: of 2022121 nothing tells whether it is in January or December.
    Rule(
        name="date/lost-marks",
        pattern=(
            r"(?:^|(?<=[，。；、：: \n（）讯”》]))(?P<y>20[0-2]\d)(?:(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])"
            r"|(?P<m3>[2-9])(?P<d3>[12]\d|3[01])|(?P<m2>[2-9])(?P<d2>[1-9]))(?=日|[上下]午|晚|[，,](?!\d))"
        ),
        make=lambda m: When(int(m["y"]), int(m["m"] or m["m3"] or m["m2"]), int(m["d"] or m["d3"] or m["d2"])),
        yes={
            "〔20141023〕上午，": When(2014, 10, 23),
            "〔2023825〕日下午": When(2023, 8, 25),
            "〔201336〕，某县": When(2013, 3, 6),
        },
        no=("2022121，", "20141023号文件", "2014，"),
    ),
    Rule(
        name="date/lost-month",
        pattern=(
            r"(?:^|(?<=[，。；、 \n（）讯”》]))(?:(?P<m>0[1-9]|[2-9]|1[0-2])(?P<d>[0-2]\d|3[01])"
            r"(?:日(?=[，上下晚凌中在])|(?=[上下]午))|(?P<m1>(?=3[2-9]|[4-9][1-9])\d)(?P<d1>\d)日(?=[，上下晚凌中在]))"
        ),
        make=lambda m: When(month=int(m["m"] or m["m1"]), day=int(m["d"] or m["d1"])),
        yes={
            "〔1226日〕，我区召开": When(None, 12, 26),
            "〔0419〕下午，": When(None, 4, 19),
            "〔416日〕上午": When(None, 4, 16),
            "，〔912〕上午": When(None, 9, 12),
            "〔93日〕下午，我区召开": When(None, 9, 3),
        },
        no=("111日，", "26日，"),
    ),
    Rule(
        name="date/named-day",
        pattern=r"[今昨]天?（(?P<d>\d{1,2})日?）[日天]?",
        make=lambda m: When(day=int(m["d"])),
        yes={"讯 〔昨（22）日〕，州委": When(day=22), "〔今天（9日）〕上午": When(day=9)},
        no=("昨日（周二）", "（22日）"),
    ),
    Rule(
        name="date/last-month",
        pattern=r"上个?月(?P<d>\d{1,2})日(?=[，上下晚凌中在]|召开)",
        make=lambda m: When(day=int(m["d"]), last=True),
        yes={"讯 〔上月30日〕下午，市公安局": When(day=30, last=True)},
        no=("本月30日下午", "上月底，"),
    ),
    Rule(
        name="date/only-day",
        pattern=r"(?:(?<=[，。；、 \n（）》”讯电：午])|^)(?P<d>[12]?\d|3[01])日(?=[，上下晚凌中在]|召开|[省市县区]|全)",
        make=lambda m: When(day=int(m["d"])),
        yes={"本报讯 〔16日〕，": When(day=16)},
        no=("6月16日，", "16日前"),
    ),
    Rule(
        name="date/relative",
        pattern=r"(?P<w>今[天日晚](?!后|报)|昨[天日晚]|前[天日](?![的期])|当[天日](?!前|下))(?:[上下]午|晚)?",
        make=lambda m: When(days={"今": 0, "昨": 1, "前": 2, "当": 0}[m["w"][0]]),
        yes={"〔昨天下午〕，市长": When(days=1), "〔今日〕，": When(days=0)},
        no=("今后", "目前"),
    ),
)
VAGUE = re.compile(r"近日|日前|近期|最近|连日来")
TIME = re.compile(
    r"[ 日天号，]?(?P<time>(?:清晨|早晨|早上|凌晨|上午|中午|下午|傍晚|晚上|晚|夜间)(?:\d{1,2}(?:[：:]\d\d|[时点]"
    r"(?:\d{1,2}分|半)?))?|\d{1,2}"
    r"(?:[：:]\d\d|[时点](?:\d{1,2}分|半)?))"
)
YEARS = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d\d)(?:[-—~－至/]{1,2}(?P<second>(?:19|20)?\d\d))?年?(?P<what>度)?")


def dates(chars: str) -> list[DateMention]:
    """The dates printed in a line, in order; a date that no calendar has is none.

    >>> [(m.when.month, m.when.day) for m in dates("10月26日，全县；33日")]
    [(10, 26)]
    """
    return [DateMention(one.value, one.start, one.end, one.rule) for one in apply(DATES, chars) if _possible(one.value)]


def _possible(when: When) -> bool:
    month = when.month is None or 1 <= when.month <= 12
    day = when.day is None or 1 <= when.day <= (DAYS[when.month - 1] if when.month and month else 31)
    return month and day


DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def time_after(chars: str, at: int) -> tuple[int, int] | None:
    """Where a time of day is printed right behind a date: 上午, 晚7点半, 19:30."""
    match = TIME.match(chars, at)
    return match.span("time") if match else None


URL_DATES = (
    # a time stamp: 2017070610114530187
    re.compile(r"(?<!\d)(?P<y>20[0-3]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])\d{3,}"),
    re.compile(r"(?<!\d)(?P<y>199[5-9]|20[0-3]\d)[-/_.]?(?P<m>0[1-9]|1[0-2])[-/_.]?(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(r"(?<!\d)(?P<y>199[5-9]|20[0-3]\d)[-/_.](?P<m>[1-9])[-/_.](?P<d>[1-9]|[12]\d|3[01])(?!\d)"),
    # one with a year of two figures, twenty figures in all: 22041811191278500001
    re.compile(
        r"(?<!\d)(?P<y>[012]\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d[0-5]\d\d{8}(?!\d)"
    ),
    # a year of two figures between slashes: 23/0317
    re.compile(r"/(?P<y>[012]\d)/(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])/"),
    # a column between year and day: 2023/sz_0914
    re.compile(r"/(?P<y>20[0-3]\d)/[a-z]{1,6}_?(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)"),
    # no number of a thread: tid=201904
    re.compile(r"(?<!\d)(?<!id=)(?P<y>199[5-9]|20[0-3]\d)[-/_.]?(?P<m>0[1-9]|1[0-2])(?!\d)"),
    re.compile(r"(?<=[/_-])(?P<y>20\d\d)(?=[/_-])"),
)


def url_date(url: str) -> When | None:
    """The date that an address tells: /2024-11/14/, t20201030_…, /202104/.

    >>> told = url_date("http://www.example.gov.cn/art/2024/11/21/art_360.html")
    >>> told and (told.year, told.month, told.day)
    (2024, 11, 21)
    """
    for pattern in URL_DATES:
        match = pattern.search(url)
        if match:
            groups = match.groupdict()
            return When(
                int(groups["y"]) + (2000 if len(groups["y"]) == 2 else 0),
                int(groups["m"]) if groups.get("m") else None,
                int(groups["d"]) if groups.get("d") else None,
                written=True,
            )
    return None


def years(chars: str) -> Iterator[tuple[int, int | None, int, int]]:
    """The years printed in a line: first, second of a span of years, start, end.

    >>> list(years("全市2020-2021年度冬季工作会")), list(years("〔2016〕36号"))
    ([(2020, 2021, 2, 13)], [(2016, None, 1, 5)])
    """
    for match in YEARS.finditer(chars):
        second = match["second"]
        yield (
            int(match["first"]),
            int(second) if second and len(second) == 4 else int(match["first"][:2] + second) if second else None,
            match.start(),
            match.end(),
        )
