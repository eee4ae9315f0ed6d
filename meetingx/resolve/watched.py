"""Who spoke at a meeting that the body only watched: officials of a higher level, who were not here.

我县收听收看全省电视电话会议，副省长王明提出要求: 王明 was at the main venue; who of the county watched, took part.
"""

from __future__ import annotations

from itertools import chain

from meetingx import patterns as re
from meetingx.resolve.stories import Story
from meetingx.rules import Rule

WATCHES = Rule(
    name="bystander/watched",
    pattern=(
        r"我(?P<own>省|市|州|盟|县|区|旗|镇|乡|街道)[^，。；：\n]{0,16}?(?:收听收看|收看|收听|设立?了?分会场|设分会场)"
    ),
    make=lambda m: m["own"],
    yes={"〔我县组织收听收看〕全省会议": "县", "〔我市设立分会场〕": "市"},
    no=("各乡镇设分会场", "我县召开会议", "我县高度重视，收看节目"),
)
# A body that met on its own, right behind a meeting from above: 全省会议之后，甲山市随即召开会议.
MET_BEHIND = Rule(
    name="bystander/met-behind",
    pattern=(
        r"(?:^|(?<=[。\n]))(?:(?:全[国省市州]|国家|[省市州]|自治区|视频|电视电话|上级)[^，。；：\n]{0,10}会议?(?:结束)?之?后，"
        r"|会后，(?=[^，。；：\n]{1,8}(?:随即|立即|紧?接着)召开))"
        r"(?P<span>我?[^，。；：\n我]{0,4}?(?P<own>省|市|州|盟|县|区|旗|镇|乡|街道)(?:委|政府)?(?:随即|立即|紧?接着|接续|迅速|及时|马上|也)*召开)"
    ),
    make=lambda m: m["own"],
    yes={
        "全省会议之后，〔甲山市随即召开〕会议": "市",
        "视频会议结束后，〔我县立即召开〕推进会": "县",
        "。会后，〔省政府随即召开〕会议": "省",
    },
    no=("会议结束后，代表们参观了展馆", "全省会议召开之后，各市要抓好"),
)
# A headline that tells who watched: 市教育局组织收看全省会议.
HEADED = Rule(
    name="bystander/headed",
    pattern=r"^(?:我|全)?(?P<own>市|州|盟|县|区|旗|镇|乡|街道)[^，。；：\n]{0,10}?(?:收听收看|收看|收听|设立?分会场)",
    make=lambda m: m["own"],
    yes={"〔市教育局组织收看〕全省会议": "市", "〔县设立分会场〕": "县"},
    no=("我们收看", "全省会议召开，市里收看"),
)
LEVELS = {"省": 1, "市": 2, "州": 2, "盟": 2, "县": 3, "区": 3, "旗": 3, "镇": 4, "乡": 4, "街道": 4}
# Of which level a post is, where its first characters tell; 市场 and 区域 are none.
OF_STATE = re.compile(r"国务院|国务委员|国家|中央|全国")
OF_LEVEL = re.compile(r"(?:副|代|常务副)*(?P<level>省|自治区|市(?!场|直)|州|盟|县|区(?!域)|旗|镇|乡|街道)")


def watching_level(story: Story) -> int | None:
    """The level of the body that only watched the meeting, 1 for a province to 4 for a town; None where none did."""
    for line in (*story.paragraphs, *story.headlines):
        for watched in (*WATCHES.all(line.text.chars), *MET_BEHIND.all(line.text.chars)):
            return LEVELS[watched.value]
    return None


def met_behind(story: Story) -> str | None:
    """The kind of the body that met on its own behind a meeting from above, or watched it: 市 or 县; None for none."""
    headed = (one.value for line in story.headlines for one in HEADED.all(line.text.chars))
    found = (one.value for line in story.paragraphs for one in MET_BEHIND.all(line.text.chars))
    return next(chain(found, headed), None)


def is_above(post: str, level: int) -> bool:
    """Whether a post, all of its parts, is of a higher level than `level`.

    >>> is_above("省委常委、常务副省长", 3), is_above("市委常委、县委书记", 3), is_above("教育局局长", 3)
    (True, False, False)
    """
    levels = [_level(part) for part in re.split("[、，]", post)]
    return all(one is not None and one < level for one in levels)


def _level(part: str) -> int | None:
    if OF_STATE.match(part):
        return 0
    match = OF_LEVEL.match(part)
    return LEVELS.get(match["level"][:1] if match["level"] != "街道" else "街道", 1) if match else None
