"""Each kind of noise has its examples, of what goes and of what stays; a row of CLEANERS without them fails.

To add a noise: a module in meetingx/clean, its row in CLEANERS, its examples here, its generator in noise.py.
"""

from __future__ import annotations

import re

import pytest
from gate import Case, cases
from hypothesis import given
from hypothesis import strategies as st
from noise import NOISES, lay

from meetingx.clean import CLEANERS, clean
from meetingx.source import Source, Text

# A line of running text, broken at a fixed width.
WRAPPED = "会议指出当前形势依然严峻。各级各部门要压实责任抓紧整改各项问题切实做好各项工"
# For each cleaner, a text before and after it alone.
GOES = {
    "characters": {
        "２０２１年３月": "2021年3月",
        "ＺＦ部门": "ZF部门",
        "张涛\u3000王芳\u00a0李海": "张涛 王芳 李海",
        "会\u200b议\ufeff指\u00ad出": "会议指出",
        "艾力•买买提": "艾力·买买提",
        "艾力‧买买提": "艾力·买买提",
        "下降5％": "下降5%",
        "㈠提高认识": "（一）提高认识",
    },
    "junk": {
        "县正府召开会议，9 v# C4 P1 E% 李明主持": "县政府召开会议， 李明主持",
        "， ^& H2 B: ]( q1 r 9月17日，全县": "，  9月17日，全县",
        "镇當卫书记": "镇党委书记",
        "县ZF召开会议": "县政府召开会议",
        "市政\\府副市\\长李明": "市政府副市长李明",
    },
    "escapes": {
        '\\u003Cp\\u003E县政府召开\\"防汛\\"会议\\u003C\\u002Fp\\u003E': '<p>县政府召开"防汛"会议</p>',
        "\\u003cp\\u003e县政府\\n县长": "<p>县政府\n县长",
    },
    "markup": {
        "部署&ldquo;十四五&rdquo;工作": "部署“十四五”工作",
        "部署？ldquo；十四五？rdquo；工作": "部署“十四五”工作",
        "部署&濒诲辩耻辞;十四五&谤诲辩耻辞;工作": "部署“十四五”工作",
        "抓好落实、br />县长<b>张涛</b>出席": "抓好落实。\n县长张涛出席",
        "抓好落实。<br/>会议要求": "抓好落实。\n会议要求",
    },
    "lost-bytes": {
        "空氣質量提升?h委書記張濤出席": "空氣質量提升。縣委書記張濤出席",
        "作出部署,??h領導丁海出席": "作出部署,。縣領導丁海出席",
        "加強對?;瘜W品監管": "加強對危化學品監管",
    },
    "pinyin": {
        "調(diào)度會": "調度會",
        "水(shui)(shui)利(li)": "水利",
        "會(huì )議": "會議",
        "會（huì）議": "會議",
        "水(shui)(shui)(": "水",
        "女(nǚ)性": "女性",
    },
    "traditional": {
        "出席會議并講話": "出席会议并讲话",
        "著力推進，著重檢查會議精神": "着力推进，着重检查会议精神",
        "縣委召開大氣污染防治會議\n李天乾主持会议，乾安县各乡镇参加": (
            "县委召开大气污染防治会议\n李天乾主持会议，乾安县各乡镇参加"
        ),
    },
    "marks": {
        "8月8日,市政府(办公室)召开会议:": "8月8日，市政府（办公室）召开会议：",
        "抓好落实;加强督查": "抓好落实；加强督查",
    },
    "doubled-marks": {
        "出席会议，，副书记、，镇长参加，。": "出席会议，副书记、镇长参加。",
        "会议强调，：要": "会议强调：要",
    },
    "blanks": {
        "2 月 5 日": "2月5日",
        "第 3 次会议": "第3次会议",
        "会议指出 ， 要": "会议指出，要",
        "李  海、王芳": "李 海、王芳",
        "市 委 会 议 室": "市委会议室",
    },
    "wraps": {f"{WRAPPED}\n{WRAPPED}\n{WRAPPED}\n作。": f"{WRAPPED * 3}作。"},
    "stacked": {
        "6月14日上午\n甲山开发区召开\n企业用工\n专题会\n\n主任靳守仁\n出席会议\n各部室\n各企业负责人\n参加会议": (
            "6月14日上午，甲山开发区召开企业用工专题会。主任靳守仁出席会议。各部室、各企业负责人参加会议"
        ),
        "6月21日上午\n县教育局召开\n暑期工作会议\n传达\n上级会议精神\n副局长王芳\n宣读《暑期\n工作方案》": (
            "6月21日上午，县教育局召开暑期工作会议，传达上级会议精神。副局长王芳宣读《暑期工作方案》"
        ),
    },
}
# For each cleaner, texts that only look like its noise.
STAYS = {
    "characters": ("①提高认识", "会议，强调：要", "3㎡"),
    "junk": ("PM2.5 与 PM10 的浓度", "网址 www.example.gov.cn", "市政府召开会议"),
    "escapes": ("路径C:\\new\\text", "\\u4f1a议", '\\"会议\\"'),
    "markup": ("AT&T公司", "a < b", "《br》", "会议<要求>"),
    "lost-bytes": ("是否落实？各级要", "你好?hello", "为什么?A类企业"),
    "pinyin": ("长江(湖)段", "各乡镇(街道)", "(PM2.5)浓度", "（记者王芳）", "市(SHI)"),
    "traditional": ("乾安县召开会议", "李天乾主持会议", "著名专家", "县委召开会议"),
    "marks": ("投资1,000万元", "19:30开会", "http://www.example.gov.cn/a", "3.5万亩"),
    "doubled-marks": ("太好了！！", "会议指出，要", "等等……", "“要落实。”，"),
    "wraps": ("\n".join(["某县召开全县防汛抗旱暨安全生产工作电视电话会议部署工作"] * 4), f"{WRAPPED}\n作。"),
    "stacked": (
        "6月14日\n县委召开防汛会议\n6月13日\n县政府召开环保会议\n6月12日\n县人大召开会议",
        "6月14日上午\n县政府召开防汛会议。\n县长李明\n主持会议",
        "6月14日\n要闻\n图片\n视频\n专题",
    ),
    "blanks": ("王芳 李海", "李 海", "2021-08-25 09:21"),
}
EDITS = {cleaner.name: cleaner.edits for cleaner in CLEANERS}


def after(name: str, page: str) -> str:
    text = Text.read(page)
    return text.edit([edit for edit in EDITS[name](text) if page[edit.start : edit.end] != edit.new]).chars


def test_every_cleaner_has_examples() -> None:
    assert set(EDITS) == set(GOES) == set(STAYS)
    assert len(EDITS) == len(CLEANERS), "two cleaners of one name"


@pytest.mark.parametrize(
    ("name", "old", "new"), [(name, *pair) for name, pairs in GOES.items() for pair in pairs.items()]
)
def test_noise_goes(name: str, old: str, new: str) -> None:
    assert after(name, old) == new


@pytest.mark.parametrize(("name", "page"), [(name, page) for name, pages in STAYS.items() for page in pages])
def test_what_only_looks_like_noise_stays(name: str, page: str) -> None:
    assert after(name, page) == page


@pytest.mark.parametrize("page", ["(PM2.5)浓度", "各乡镇(街道)参加", "(a)", "会议(hui4)"])
def test_brackets_stay_pairs(page: str) -> None:
    text = clean(Source(page)).text.chars
    assert (text.count("("), text.count("（")) == (text.count(")"), text.count("）"))


REPORTS = [pytest.param(case, id=case.id) for name in ("seeds", "reports") for case in cases(name)]


@pytest.mark.parametrize("case", REPORTS)
def test_what_is_clean_is_not_cleaned_again(case: Case) -> None:
    once = clean(Source(case.text)).text.chars
    assert clean(Source(once)).text.chars == once


@pytest.mark.parametrize("case", REPORTS)
def test_the_log_tells_every_edit(case: Case) -> None:
    """What no edit tells of stands in the cleaned text as it stood on the page."""
    cleaned = clean(Source(case.text))
    edited = {at for edit in cleaned.edits for at in range(edit.span.start, edit.span.end)}
    text = cleaned.text
    kept = "".join(text.chars[i] for i in range(len(text)) if text.span(i, i + 1).start not in edited)
    assert kept == "".join(char for at, char in enumerate(case.text) if at not in edited)


@given(st.text(alphabet=st.sampled_from("县委會議(huì)（）?h,;:，。、 \n\u3000\u200b２a#%縣記錄ZF正府"), max_size=60))
def test_cleaning_keeps_the_way_back(page: str) -> None:
    text = clean(Source(page)).text
    spans = [text.span(i, i + 1) for i in range(len(text))]
    assert all(0 <= span.start < span.end <= len(page) for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    assert not re.search("[\u3000\u200b２]", text.chars)


SENTENCES = "8月8日，县政府召开防汛工作会议。县委书记王明出席会议并讲话，县长李海主持会议。会议强调，各乡镇要落实责任。"


@pytest.mark.parametrize("kind", [kind for kind in NOISES if kind not in {"repeated-body", "navigation"}])
@pytest.mark.parametrize("seed", range(5))
def test_noise_of_every_generator_goes(kind: str, seed: int) -> None:
    assert clean(Source(lay(SENTENCES, [kind], seed))).text.chars.strip() == SENTENCES


NAMES = {"traditional": "traditional", "pinyin": "pinyin", "doubled-marks": "double-punct", "lost-bytes": "mojibake"}


@pytest.mark.parametrize(("kind", "name"), NAMES.items())
def test_noise_is_named(kind: str, name: str) -> None:
    noisy = lay(SENTENCES, [kind, "traditional"], seed=1)
    assert name in clean(Source(noisy)).noise
    assert clean(Source(SENTENCES)).noise == ()
