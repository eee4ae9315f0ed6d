"""Step three, Cleaned → Page: headline, header, paragraphs and byline told apart from furniture.

Nothing is dropped silently: what is no report (navigation, disclaimers, a body printed again) is kept
as furniture with a reason.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from meetingx import patterns as re
from meetingx.clean import Cleaned
from meetingx.furniture import HEADER, furniture_of, sentences
from meetingx.rules import Rule, expand
from meetingx.source import Span, Text
from meetingx.tables import Tables, TaskRow, Unread


class Furniture(NamedTuple):
    """A passage of the page that is no part of the report, and why."""

    span: Span
    reason: str


class Page(NamedTuple):
    """What a page consists of; `paragraphs` are the report, without bylines and datelines' brackets.

    `tasks` are the rows of its tables of tasks, `unread` what of such tables gave none.
    """

    cleaned: Cleaned
    headlines: tuple[Text, ...]
    header: tuple[Text, ...]
    paragraphs: tuple[Text, ...]
    byline: tuple[Text, ...]
    furniture: tuple[Furniture, ...]
    tasks: tuple[TaskRow, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def noise(self) -> tuple[str, ...]:
        """The kinds of noise on the page, sorted."""
        kinds = {NOISE_OF[f.reason] for f in self.furniture if f.reason in NOISE_OF}
        if self.paragraphs and not self.paragraphs[-1].chars.rstrip().endswith(tuple("。！？；”）")):
            kinds.add("truncated")
        return tuple(sorted({*self.cleaned.noise, *kinds}))


NOISE_OF = {
    "repeated": "duplicate",
    "abstract": "duplicate",
    "navigation": "navigation",
    "disclaimer": "boilerplate",
    "related": "navigation",
    "table": "boilerplate",
    "footer": "boilerplate",
}

DATE_LINE = re.compile(r"^[^。]{0,30}(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}[^。]{0,40}$")
ORIGINAL_TITLE = re.compile(r"^(?:原标题|标题)[：:]\s*")
CREDIT_WORD = (
    r"(?:(?:本[报网台刊]|[\u3400-\u9fff]{0,8}?(?:日报|晚报|晨报|时报|电视台|融媒体中心|融媒体|融媒|新闻网|广播电视台"
    r"|报社|网))?(?:全媒体|首席|见习|实习|特约|融媒体|报业"
    r"|驻[\u3400-\u9fff]{2})?(?:记者|通讯员|实习生|特约记者|特约通讯员)"
    r"|供稿人?|撰稿人?|撰文|作者|责任编辑|责编|编辑|编审|主编|编校|校对|校审|审核人?|审签|审稿|终审|初审|复审|一审"
    r"|二审|三审|监制|摄影|图[/／]?文|文[/／]?图|图片|来源|信息来源|稿源|供图"
    r"|文字|报送|报道|录入|值班编辑|策划|统筹|发布|值班总编|制作|总编|排版|投稿|信息员|签发|责任校对)"
)
CREDIT = re.compile(rf"^[\s（(【\[]*{CREDIT_WORD}[：: ／/丨|]?[^，。；]{{0,70}}[\s）)】\]]*$")
NAMES_ONLY = re.compile(r"^[（(\[【][\u3400-\u9fff·]{2,4}(?:[ 、/][\u3400-\u9fff·]{2,4}){0,4}[）)\]】]$")
TAIL_CREDIT = re.compile(
    rf"(?<=[。！？”）;；])\s*(?P<credit>[（(【\[]?(?:文|图)?[:：]?{CREDIT_WORD}[：: ／/]?[^，。；]{{1,60}}[）)】\]]?"
    rf"|[（(\[【][\u3400-\u9fff·]{{2,4}}(?:[ 、/，][\u3400-\u9fff·]{{2,4}}){{0,4}}[）)\]】])\s*$"
)
LEAD_CREDIT = re.compile(
    rf"[（(【](?=[^（）()]{{0,12}}{CREDIT_WORD})[^（）()\n]{{2,60}}[）)】]|^{CREDIT_WORD}[：: ]?"
    rf"(?:[\u3400-\u9fff·]{{2,4}}[ 、]?){{1,4}}[ ）)]+"
)
OPENING_DATE = re.compile(
    r"(?<=[^\s，。；：、“《]) (?=(?:\d{4}年)?\d{1,2}月\d{1,2}日|本[报网]讯|近日，|日前，|[今昨]天|为)"
)
# How often the page was read, glued to the date behind it: 浏览次数：4268月23日.
COUNTER = Rule(
    name="line/counter",
    pattern=(
        r"^[^，。；\n]{0,12}(?:浏览|点击|阅读|访问|查看)(?:次数|量|数|率)?[：:] ?"
        r"\d{1,6}?(?=(?:1[0-2]|[1-9])月\d{1,2}日)"
    ),
    make=lambda m: m[0],
    yes={"〔浏览次数：426〕8月23日下午，": "浏览次数：426", "〔点击：57〕12月3日，": "点击：57"},
    no=("浏览次数：426 次", "8月23日点击：426"),
)
ENDS = tuple("。！？；：”…")
SENTENCE = re.compile(r"[^。！？\n]+[。！？]?")


@dataclass(slots=True)
class _Draft:
    """What the lines gave so far; only `segment` holds one."""

    headlines: list[Text] = field(default_factory=list)
    header: list[Text] = field(default_factory=list)
    paragraphs: list[Text] = field(default_factory=list)
    byline: list[Text] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    tables: Tables = field(default_factory=Tables)
    said: str = ""

    def add(self, paragraph: Text) -> None:
        self.paragraphs.append(paragraph)
        self.said += _key(paragraph.chars)

    def page(self, cleaned: Cleaned) -> Page:
        return Page(
            cleaned,
            tuple(self.headlines),
            tuple(self.header),
            tuple(self.paragraphs),
            tuple(self.byline),
            (*self.furniture, *(Furniture(line.span(0, len(line)), "section") for line in self.tables.left)),
            self.tables.tasks,
            self.tables.unread,
        )

    def drop(self, line: Text, reason: str) -> None:
        self.furniture.append(Furniture(line.span(0, len(line)), reason))


def segment(cleaned: Cleaned) -> Page:
    r"""The parts of a cleaned page.

    >>> from meetingx.clean import clean
    >>> from meetingx.source import Source
    >>> report = "8月8日，县政府召开安全生产会议，县长李明主持会议。(王芳)"
    >>> page = segment(clean(Source("首页 > 要闻\n县政府召开安全生产会议\n" + report)))
    >>> [p.chars for p in page.paragraphs], [h.chars for h in page.headlines]
    (['8月8日，县政府召开安全生产会议，县长李明主持会议。'], ['县政府召开安全生产会议'])
    """
    lines = [line.strip() for raw in cleaned.text.lines() for line in _unglue(raw.strip())]
    lines = [line for line in lines if line.chars]
    keys = [_key(line.chars) for line in lines]
    in_order = sorted((key, i) for i, key in enumerate(keys))
    before: set[str] = set()
    draft = _Draft()
    state = ""
    for i, (line, key) in enumerate(zip(lines, keys, strict=True)):
        if draft.tables.take(line, cleaned.source.page):
            continue
        reason, state = furniture_of(line.chars, state, bool(draft.paragraphs))
        if reason and not (reason == "disclaimer" and sentences(line.chars) > 3 and "会议" in line.chars):
            draft.drop(line, reason)
        elif len(key) >= 6 and key in before:
            draft.drop(line, "repeated")
        elif len(key) >= 24 and _is_abstract(key, i, in_order):
            draft.drop(line, "abstract")
        elif len(key) >= 40 and _said_before(line.chars, draft.said):
            draft.drop(line, "repeated")
        else:
            _place(line, draft)
        before.add(key)
    return draft.page(cleaned)


MARKS = re.compile(r"[^\u3400-\u9fff0-9A-Za-z]+")


def _key(chars: str) -> str:
    """What a line says, without marks and blanks, to compare lines by."""
    return MARKS.sub("", chars)


def _unglue(line: Text) -> Iterator[Text]:
    """A line, cut where a headline runs into the first sentence."""
    counter = COUNTER.regex.match(line.chars)
    if counter:
        yield line.slice(0, counter.end())
        line = line.slice(counter.end(), len(line))
    match = OPENING_DATE.search(line.chars, 0, 140)
    if match and "。" not in line.chars[: match.start()] and match.start() >= 8 and len(line) - match.end() > 40:
        yield line.slice(0, match.start())
        yield line.slice(match.end(), len(line))
    else:
        yield line


def _is_abstract(key: str, at: int, in_order: list[tuple[str, int]]) -> bool:
    """Whether a later line begins with the line at `at` and goes on: an abstract, cut short, before the body."""
    key = ABSTRACT.sub("", key)
    head = key[: max(24, len(key) - 2)]
    for place in range(bisect_left(in_order, (head, 0)), len(in_order)):
        other, where = in_order[place]
        if not other.startswith(head):
            return False
        if where > at and len(other) > len(key):
            return True
    return False


ABSTRACT = re.compile(r"^(?:核心提示|内容(?:摘要|提要|提示)|摘要|导读|提要)")


def _said_before(chars: str, said: str) -> bool:
    """Whether all sentences of a line were printed before: stand in `said`, the key of what was."""
    pieces = [_key(s) for s in SENTENCE.findall(chars)]
    pieces = [p for p in pieces if len(p) >= 8]
    return (
        bool(pieces)
        and all(piece in said for piece in pieces[:-1])
        and (pieces[-1] in said or (not chars.endswith(ENDS) and said.find(pieces[-1][:20]) >= 0))
    )


# Minutes in labels: 会议时间：…, 主持人：…, 与会人员：….
LABELLED = Rule(
    name="line/labelled",
    pattern=r"(?:会议(?:时间|地点|主持人?|出席|议题|内容)|主持人|记录人|参会(?:人员|领导|单位)|与会(?:人员|领导|单位)|出席(?:人员|领导)?|列席(?:人员)?)：",
    make=lambda m: m[0],
    yes={"〔会议时间：〕5月3日": "会议时间：", "〔主持人：〕李明": "主持人：", "〔记录人：〕李明": "记录人："},
    no=("会议时间定于5月3日", "主持人李明"),
)


def _is_dated_header(chars: str) -> bool:
    """Whether a line only tells when and by whom the page was published."""
    if len(chars) >= 160 or "。" in chars:
        return False
    if PAPER_DAY.fullmatch(chars):
        return True
    if FULL_DATE.search(chars) and (HEADER_FIELD.match(chars) or not re.search(r"召开|主持|会议", chars)):
        return True
    return bool(DATED.search(chars) and HEADER.search(chars) and not BODY_WORD.search(chars))


def _place(line: Text, draft: _Draft) -> None:
    """Puts a line that is no furniture where it belongs."""
    chars = line.chars
    original = ORIGINAL_TITLE.match(chars)
    if original:
        draft.headlines.append(line.slice(original.end(), len(line)))
    elif LABELLED.regex.match(chars):
        draft.add(line)
    elif _is_dated_header(chars):
        draft.header.append(line)
    elif (CREDIT.match(chars) and "。" not in chars and not re.search(r"召开|主持", chars)) or NAMES_ONLY.match(chars):
        draft.byline.append(line)
    elif (
        len(chars) < 160
        and "。" not in chars
        and HEADER.search(chars)
        and (not BODY_WORD.search(chars) or DATE_LINE.match(chars))
    ):
        draft.header.append(line)
    elif _is_body(chars, bool(draft.paragraphs)):
        draft.add(_without_credits(line, draft))
    elif draft.paragraphs and (CAPTION.regex.match(chars) or LISTED.regex.match(chars)):
        draft.add(line)
    elif not draft.paragraphs and len(chars) >= 6:
        draft.headlines.append(line)
    else:
        draft.drop(line, "fragment")


# Where a paper broke the report off: （上接第一版）.
OTHER_PAGE = Rule(
    name="line/other-page",
    pattern=r"^[（(【\[](?:紧?上接|接)[^（）()]{0,10}[版面页][^（）()]{0,6}[）)】\]]|[（(【\[]下转[^（）()]{0,10}[版面页][^（）()]{0,6}[）)】\]]$",
    make=lambda m: m[0],
    yes={"〔（上接第一版）〕会议强调": "（上接第一版）", "坚决克服松〔（下转第三版）〕": "（下转第三版）"},
    no=("（接受采访）会议强调", "会议（上接第一版）强调"),
)
# Under a picture, who did what: 镇党委副书记李海主持会议.
CAPTION = Rule(
    name="line/caption",
    pattern=(
        r"[^，。；：！？\n]{1,24}<<suffix_head>><<any_surname>><<han>>{1,2}(?:同志)?(?:在会上)?"
        r"(?:主持|[作做致]|发表|讲话|致辞|发言|部署|通报|传达|宣读|汇报)[^，。；：！？\n]{0,14}$"
    ),
    make=lambda m: m[0],
    yes={"〔镇党委副书记李海主持会议〕": "镇党委副书记李海主持会议"},
    no=("李海主持会议", "镇党委副书记李海主持会议，并讲话"),
)
# Who came, where the page breaks off behind it: 县领导王明、李海、张涛.
LISTED = Rule(
    name="line/listed",
    pattern=r"^(?:(?:[省市县区州盟旗镇乡]|街道|与会)(?:委)?领导(?:同志)?：?[\u3400-\u9fff·]{2,4}(?:、[\u3400-\u9fff·]{2,4}?(?=[、及和等]|$)){2}"
    r"|(?:[\u3400-\u9fff]{2,10}、)*[\u3400-\u9fff]{0,8}<<suffix_head>><<any_surname>><<han>>{1,2}，(?=[\u3400-\u9fff]))",
    make=lambda m: m[0],
    yes={
        "〔县领导王明、李海、张涛〕": "县领导王明、李海、张涛",
        "〔市委副书记、市长王明，〕市": "市委副书记、市长王明，",
    },
    no=("县领导王明、李海", "县长王明"),
)
FULL_DATE = re.compile(r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d\d\.\d\d\.20\d\d|^\d{1,2}-\d{1,2} \d{1,2}[:：]\d\d")
# A paper and its day: 甲州日报 2022年03月23日.
PAPER_DAY = re.compile(r"[\u3400-\u9fff]{2,10}[报网台刊] ?(?:19|20)\d\d年\d{1,2}月\d{1,2}日")
HEADER_FIELD = re.compile(r"^(?:公开|发布|成文|生成|发文|印发)(?:日期|时间)")
DATED = re.compile(r"(?:19|20)\d\d ?[-年/.] ?\d{1,2} ?[-月/.] ?\d{1,2}")
BODY_WORD = re.compile(expand(r"指出，|强调，|要求，|主持会议|出席会议|参加会议"))
# What somebody said, though the page breaks off in it.
BROKEN_OFF = re.compile(r"[\u3400-\u9fff·]{2,8}(?:同志)?(?:指出|强调|要求)[，：][\u3400-\u9fff]{3}")
# A short line that only names who speaks or attended, or a short heading that orders, is prose too.
SAYS_NEXT = re.compile(expand(r"(?:<<say>>)(?:[：，]|—+)?$|(?:<<attend>>)了?(?:[^，。]{0,6}会议?)?$"))
# The same where it opens a page that lost its beginning, or that breaks the line behind it.
MEETING_SAYS = Rule(
    name="line/meeting-says",
    pattern=r"(?<![\u3400-\u9fff])会议(?:指出|强调|要求|提出|认为|明确|决定)[：，]?(?![\u3400-\u9fff])",
    make=lambda m: m[0],
    yes={"〔会议强调〕": "会议强调", "〔会议要求：〕": "会议要求："},
    no=("会议强调要抓好落实", "工作会议强调"),
)
ORDERS = re.compile(r"^[？?·●◆]? ?(?:要|必须|务必)[\u3400-\u9fff]")
ENUMERATED = re.compile(expand(r"^(?:（?<<num>>）?[、是要，]|（<<num>>）|第<<num>>|\d+[.、])"))


def _is_body(chars: str, begun: bool) -> bool:
    """Whether a line is prose rather than a headline or a scrap."""
    if chars.endswith(ENDS) and ("，" in chars or len(chars) > 16 or begun):
        return True
    if "。" in chars and len(chars) > 20:
        return True
    if chars.count("，") >= 2 and len(chars) > 50:
        return True
    if MEETING_SAYS.regex.fullmatch(chars) or (
        begun and (SAYS_NEXT.search(chars) or ORDERS.match(chars) or BROKEN_OFF.match(chars))
    ):
        return True
    return begun and (len(chars) > 40 or bool(ENUMERATED.match(chars)) or ("，" in chars and len(chars) > 20))


def _without_credits(line: Text, draft: _Draft) -> Text:
    """A paragraph without the reporters named in brackets at its beginning or behind its end, and where it goes on."""
    line = line.edit([(*match.span(), "") for match in OTHER_PAGE.regex.finditer(line.chars)])
    tail = TAIL_CREDIT.search(line.chars)
    if tail:
        draft.byline.append(line.slice(tail.start("credit"), tail.end("credit")))
        line = line.slice(0, tail.start())
    lead = LEAD_CREDIT.search(line.chars, 0, 80)
    if lead:
        draft.byline.append(line.slice(*lead.span()))
        line = line.edit([(lead.start(), lead.end(), "")])
    return line.strip()
