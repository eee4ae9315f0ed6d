"""Noise as real pages have it, laid over clean text: it must change nothing of a record but spans, noise and sha256."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

import opencc

# Characters that the machines which make traditional pages leave as they are.
STAY = frozenset("并后干于里范复台松郁")
# Enough to stand in brackets behind the characters that reports are full of.
SPELLED = {
    "会议县市区委书记长主持强调要求各级部门工作领导出席参加讲话": (
        "huì yì xiàn shì qū wěi shū jì zhǎng zhǔ chí qiáng diào yào qiú gè jí bù mén gōng zuò lǐng dǎo chū xí cān jiā "
        "jiǎng huà"
    ),
    "度办镇乡街道局党组环境保护污染防治安全生产责任落实检查": (
        "dù bàn zhèn xiāng jiē dào jú dǎng zǔ huán jìng bǎo hù wū rǎn fáng zhì ān quán shēng chǎn zé rèn luò shí "
        "jiǎn chá"
    ),
}
SIMPLIFIED = {
    char: syllable for chars, line in SPELLED.items() for char, syllable in zip(chars, line.split(), strict=True)
}
TO_TRADITIONAL = opencc.OpenCC("s2t")
TO_SIMPLIFIED = opencc.OpenCC("t2s")
PINYIN = SIMPLIFIED | {TO_TRADITIONAL.convert(char): syllable for char, syllable in SIMPLIFIED.items()}
NAVIGATION = ("首页 > 新闻中心 > 政务要闻", "字体：【大 中 小】 打印本页 关闭窗口", "点击数：1286")
FOOTER = ("上一篇：没有了", "• 下一篇文章： 没有了", "版权所有 未经许可不得转载")


def traditional(text: str, rng: random.Random) -> str:
    """Machine-made traditional script, with what such machines leave; what has no way back stays as well."""
    whole = TO_TRADITIONAL.convert(text)
    back = TO_SIMPLIFIED.convert(whole)
    if not len(whole) == len(back) == len(text):
        return text
    return "".join(
        old if old in STAY or old != again else new for old, new, again in zip(text, whole, back, strict=True)
    )


def lost_bytes(text: str, rng: random.Random) -> str:
    """The first byte of 。 lost before 縣, so that A1A3 BF68 reads as ?h."""
    return text.replace("。縣", "?h")


def pinyin(text: str, rng: random.Random) -> str:
    """Pinyin in brackets behind half of the characters that have one here."""
    return "".join(f"{char}({PINYIN[char]})" if char in PINYIN and rng.random() < 0.5 else char for char in text)


def doubled_marks(text: str, rng: random.Random) -> str:
    """A comma behind a third of the marks."""
    return re.sub("[，、。；]", lambda mark: mark[0] + ("," if rng.random() < 0.3 else ""), text)


def repeated_body(text: str, rng: random.Random) -> str:
    """The whole text a second time."""
    return f"{text.rstrip()}\n{text.strip()}\n"


def navigation(text: str, rng: random.Random) -> str:
    """Lines of a site before and after the text."""
    return "\n".join([*NAVIGATION, text.strip(), *FOOTER, ""])


def wide_blanks(text: str, rng: random.Random) -> str:
    """Indents of wide blanks, blanks that are not broken, and such as have no width."""
    text = re.sub(r"(?m)^(?=.)", lambda _: rng.choice(["\u3000\u3000", "\u00a0\u00a0", "    "]), text)
    return re.sub("(?<=。)", lambda _: rng.choice(["", "\u200b", "\ufeff"]), text)


def spaced_numbers(text: str, rng: random.Random) -> str:
    """Blanks around the numbers of dates: 2 月 5 日."""
    return re.sub(r"(\d+)([年月日])", r"\1 \2", text)


def ascii_marks(text: str, rng: random.Random) -> str:
    """Commas, colons and brackets of ASCII."""
    return re.sub(r"(?<=[\u4e00-\u9fff])([，：；])(?=[\u4e00-\u9fff])", lambda mark: ASCII[mark[0]], text)


def entities(text: str, rng: random.Random) -> str:
    """Quotes as entities that lost their first byte, and as whole ones."""
    lost = rng.random() < 0.5
    for mark, name in (("“", "ldquo"), ("”", "rdquo")):
        text = text.replace(mark, f"？{name}；" if lost else f"&{name};")
    return text


def escaped(text: str, rng: random.Random) -> str:
    """Paragraphs as a script holds them: tags with their brackets and slashes escaped."""
    return re.sub(r"(?m)^(.+)$", r"\\u003Cp\\u003E\1\\u003C\\u002Fp\\u003E", text)


ASCII = {"，": ",", "：": ":", "；": ";"}

# In the order in which they come about: what the text says first, then script, then what is put into it, then the page.
NOISES: dict[str, Callable[[str, random.Random], str]] = {
    "spaced-numbers": spaced_numbers,
    "ascii-marks": ascii_marks,
    "traditional": traditional,
    "lost-bytes": lost_bytes,
    "doubled-marks": doubled_marks,
    "pinyin": pinyin,
    "wide-blanks": wide_blanks,
    "entities": entities,
    "escaped": escaped,
    "repeated-body": repeated_body,
    "navigation": navigation,
}


def lay(text: str, kinds: list[str], seed: int = 0) -> str:
    """The text with these kinds of noise over it.

    >>> lay("县政府召开会议，部署工作。", ["traditional", "pinyin"], seed=3)
    '縣(xiàn)政府召開會議(yì)，部署工作(zuò)。'
    """
    rng = random.Random(seed)
    for kind, noise in NOISES.items():
        if kind in kinds:
            text = noise(text, rng)
    return text
