"""What the labels of an address may stand for: the names and initials of divisions, with what is written around them.

Sites of governments are called after their division: wuzhi.gov.cn, sdjunan (山东 and 莒南), haqjp (the initials of 淮安
and 清江浦), gyx (those of 高邑县), and sites of papers likewise: jinriziyang, yxxww. Mirror domains tell nothing, so a
label counts only where all of it is a division and such additions.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from meetingx import divisions
from meetingx import patterns as re
from meetingx.divisions import Division
from meetingx.evidence import WEIGHTS
from meetingx.lexicon import word_set, words
from meetingx.resolve.url import host_and_path

# A domain under gov.cn is of one body; the path tells less than any domain.
OFFICIAL = 2.6
PATH = 1.0
# What letters behind the name of a division say of its kind.
KINDS = {
    "qu": "区",
    "q": "区旗",
    "xian": "县",
    "x": "县",
    "shi": "市",
    "s": "市",
    "zhou": "州",
    "z": "州",
    "meng": "盟",
    "m": "盟",
    "diqu": "区",
    "dq": "区",
    "qi": "旗",
}
SHORTEST_LABEL = 2
# Parts of a path that may tell a division, and those that may only where the address spells what encloses it.
SHALLOW = 3
DEEPEST = 6
# Labels of a host that are looked at, from its end.
MOST_LABELS = 8
# What letters behind the name of a division say of its zone, the longest first.
ZONES = {
    "gxjskfq": "高新技术开发区",
    "jjkfq": "经济开发区",
    "jkq": "经开区",
    "gxq": "高新区",
    "kfq": "开发区",
    "xcq": "新城区",
}
SHORTEST_NAME = 3
# Domains of provinces under .cn, and how their names are spelled: dfrd.js.cn is in Jiangsu.
PROVINCES = {
    "bj": "beijing", "tj": "tianjin", "he": "hebei", "sx": "shanxi", "nm": "neimenggu", "ln": "liaoning", "jl": "jilin",
    "hl": "heilongjiang", "sh": "shanghai", "js": "jiangsu", "zj": "zhejiang", "ah": "anhui", "fj": "fujian",
    "jx": "jiangxi", "sd": "shandong", "ha": "henan", "hb": "hubei", "hn": "hunan", "gd": "guangdong", "gx": "guangxi",
    "hi": "hainan", "cq": "chongqing", "sc": "sichuan", "gz": "guizhou", "yn": "yunnan", "xz": "xizang",
    "sn": "shaanxi", "gs": "gansu", "qh": "qinghai", "nx": "ningxia", "xj": "xinjiang",
}  # fmt: skip
# Initials of so many letters stand for few divisions, mostly one.
SURE_INITIALS = 3


class Manner(IntEnum):
    """How a label writes a division, the surest first."""

    NAME = 0
    """All of its name, in pinyin."""
    LETTERS = 1
    """Its initials behind its province's or prefecture's letters, or three and more of them."""
    INITIALS = 2
    """Its two initials, which are those of others too."""


class Reading(NamedTuple):
    """A division that a label may stand for."""

    division: Division
    manner: Manner
    within: bool
    """Whether what encloses the division is written in the label, too."""


class Label(NamedTuple):
    """A part of an address that may tell a division.

    `registered` is the one right before gov.cn, `deep` one far inside the path.
    """

    chars: str
    weight: float
    registered: bool = False
    deep: bool = False

    @property
    def readings(self) -> tuple[Reading, ...]:
        """What it may stand for."""
        return read_label(self.chars)


def labels(url: str | None) -> Iterator[Label]:
    """The labels of an address that may tell a division: of the domain from its end, then of the path.

    >>> [one.chars for one in labels("http://www.sdjunan.gov.cn/hdjl/57213.html")]
    ['sdjunan', 'hdjl']
    """
    host, path = host_and_path(url)
    official = host.endswith(".gov.cn")
    names = host.removesuffix(".gov.cn").split(".")[: -MOST_LABELS - 1 : -1]
    if official:
        yield from (Label(one, OFFICIAL, registered=True) for one in _letters(names.pop(0).split("-")))
    province = PROVINCES.get(names[1]) if names[:1] == ["cn"] and len(names) > 2 else None
    if province is not None:
        yield Label(province, WEIGHTS["place/url"])
    weight = OFFICIAL if official else WEIGHTS["place/url"]
    inner = re.split("[/_.-]", path.lower())
    for parts, told, deep in (
        (re.split("[.-]", ".".join(names)), weight, False),
        (inner[:SHALLOW], PATH, False),
        (inner[SHALLOW:DEEPEST], PATH, True),
    ):
        yield from (Label(one, told, deep=deep) for one in _letters(parts) if one not in word_set("site_other"))


def names_in(url: str | None) -> Iterator[str]:
    """The names of divisions in the characters of an address.

    >>> list(names_in("http://www.example.com/wiki/%E6%B5%B7%E5%AE%89%E5%8E%BF"))
    ['海安县']
    """
    if url and (not url.isascii() or "%E" in url.upper()):
        from urllib.parse import unquote  # noqa: PLC0415  loads only for the few addresses with characters

        for _, _, name in divisions.find_names(unquote(host_and_path(url)[1])):
            yield name


def zone_in(url: str | None) -> tuple[Division, str] | None:
    """The development zone that an official domain spells, and the division around it.

    >>> zone_in("http://www.aygxq.gov.cn/1.html")[1]
    '安阳高新区'
    """
    for one in labels(url):
        letters = next((tail for tail in ZONES if one.registered and one.chars.endswith(tail)), None)
        if letters is not None:
            around = one.chars.removesuffix(letters)
            told = [read.division for read in read_label(around) if not read.division.last] if around else []
            cities = [division for division in told if division.level == "prefecture"] or told
            if len(cities) == 1:
                return cities[0], cities[0].name.removesuffix("市") + ZONES[letters]
    return None


def _letters(parts: list[str]) -> Iterator[str]:
    for part in parts:
        label = part.rstrip("0123456789")
        if len(label) >= SHORTEST_LABEL and label.isascii() and label.isalpha():
            yield label


@lru_cache(maxsize=4096)
def read_label(label: str) -> tuple[Reading, ...]:
    """The divisions that a label may stand for, the surest manner first, each once.

    >>> [(one.division.name, one.manner.name) for one in read_label("haqjp")]
    [('清江浦区', 'LETTERS')]
    """
    found: dict[Division, Reading] = {}
    for body, by_name in _bodies(label):
        for start in range(len(body) - 1):
            head, rest = body[:start], body[start:]
            for core, letters in _cores(rest):
                for one in _read(head, core, letters, whole=core == label):
                    known = found.get(one.division)
                    surer = known is None or (one.manner, not one.within) < (known.manner, not known.within)
                    if surer and (one.manner < Manner.INITIALS or not by_name):
                        found[one.division] = one
    return tuple(sorted(found.values(), key=lambda one: (one.manner, one.division.adcode)))


def _bodies(label: str) -> Iterator[tuple[str, bool]]:
    """A label, and what is left of it without a site's word; whether that can only be a name."""
    yield label, False
    for tails, by_name in ((words("site_tail"), False), (words("site_name_tail"), True)):
        for tail in tails:
            if label.endswith(tail):
                yield label.removesuffix(tail), by_name


def bodies(label: str) -> Iterator[str]:
    """What a label may be called after: the whole of it, and what is left without a site's word.

    >>> list(bodies("gyctnews"))
    ['gyctnews', 'gyct']
    """
    return (body for body, by_name in _bodies(label) if not by_name)


def _cores(rest: str) -> Iterator[tuple[str, str]]:
    """What is left of a name without the letters for its kind, and those letters."""
    yield rest, ""
    for letters in KINDS:
        if rest.endswith(letters) and len(rest) - len(letters) >= SHORTEST_LABEL:
            yield rest.removesuffix(letters), letters


def _read(head: str, core: str, letters: str, *, whole: bool) -> Iterator[Reading]:
    """The divisions that `core` is the name or initials of, behind nothing, a site's word or what encloses them."""
    for division in divisions.spelled(core):
        if len(core) < SHORTEST_NAME and not (whole and division.level == "province"):
            continue
        within = _encloses(head, division)
        known = not head or head in word_set("site_head") or head in word_set("site_name_head")
        if (within or known) and _is_kind(division, letters):
            yield Reading(division, Manner.NAME, within)
    for division in divisions.lettered(core):
        within = _encloses(head, division)
        if (within or not head or head in word_set("site_head")) and _is_kind(division, letters):
            sure = within or len(letters) > 1 or _are_many(core, division)
            yield Reading(division, Manner.LETTERS if sure else Manner.INITIALS, within)


def _is_kind(division: Division, letters: str) -> bool:
    return not letters or division.name[-1] in KINDS[letters]


def _are_many(letters: str, division: Division) -> bool:
    """Whether these are three initials and more, none of which may stand for its kind: tja, not gzx (甘孜县)."""
    return len(letters) >= SURE_INITIALS and division.name[-1] not in KINDS.get(letters[-1], "")


def _encloses(head: str, division: Division) -> bool:
    """Whether letters stand for what encloses a division: its province, its prefecture or both."""
    if not head:
        return False
    before = {""}
    for parent in divisions.parents(division):
        forms = (*parent.pinyin, *divisions.initials(parent))
        before |= {outer + form for outer in before for form in forms}
    return head in before
