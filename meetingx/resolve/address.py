"""What an address tells of the division: whole names, letters, initials of a division that the page names."""

from __future__ import annotations

from collections.abc import Iterator

from meetingx import divisions
from meetingx.divisions import Division
from meetingx.evidence import WEIGHTS
from meetingx.resolve.site import OFFICIAL
from meetingx.resolve.votes import SUBORDINATE, Vote, enclosing, meant, of_kind

Spellings = dict[str, float]
"""The labels of an address that may spell a place, each with its weight."""


def from_spellings(
    raw: list[Vote], spellings: Spellings, letter: str | None, year: int | None, context: frozenset[str]
) -> Iterator[Vote]:
    """What the address tells: whole names for themselves, initials only for a division that the page names."""
    for spelling, weight in spellings.items():
        spelled, sure = _spelled(spelling, spellings, letter, year, context)
        if len(spelled) == 1 and letter not in SUBORDINATE:
            yield _vote(spelled[0], weight + sure, "place/url")
        if weight >= OFFICIAL:
            lettered = divisions.corps_lettered(spelling) if letter == "师市" else divisions.lettered(spelling)
            fits = [d for d in lettered if not d.last and letter is not None and of_kind(d, letter)]
            if len(fits) == 1:
                yield _vote(fits[0], WEIGHTS["place/url-letters"], "place/url-letters")
    for division in _in_path(spellings, letter):
        yield _vote(division, WEIGHTS["place/url-letters"], "place/url-letters")
    near = {d.adcode: d for one in raw for d in (*enclosing(one.name, letter), *meant(one.name, letter, year, context))}
    yield from _of_named(list(near.values()), spellings)


def _vote(division: Division, weight: float, rule: str) -> Vote:
    return Vote(division.name, division.level, "url", weight, (), rule, division)


def _spelled(
    spelling: str, spellings: Spellings, letter: str | None, year: int | None, context: frozenset[str]
) -> tuple[list[Division], float]:
    """The divisions that a label spells, narrowed by what else is told; and 1 where their parent is spelled too."""
    options = [d for d in divisions.spelled(spelling) if letter is None or of_kind(d, letter) or letter in SUBORDINATE]
    options = [d for d in options if d.until is None or (year is not None and year <= d.until)]
    if spellings[spelling] >= OFFICIAL:
        options = [d for d in options if not _spells_another_prefecture(d, spelling)]
    if len(options) > 1:
        options = (
            [d for d in options if d.adcode[:4] in context]
            or [d for d in options if d.adcode[:2] in context]
            or [d for d in options if _province_before(d, spelling, spellings)]
            or options
        )
    if len(options) > 1 and letter is None:
        options = [d for d in options if d.level == "prefecture"]
    under = [d for d in options if _parent_spelled(d, spellings)]
    if len(options) > 1 and len(under) == 1:
        options = under
    return options, 1.0 if under else 0.0


def _of_named(near: list[Division], spellings: Spellings) -> Iterator[Vote]:
    """What initials, or the name of their province, say of divisions that the page names."""
    provinces = {
        d.adcode[:2]
        for spelling in spellings
        for d in divisions.spelled(spelling)
        if d.level == "province" and len(spelling) > 3
    }
    for division in near:
        shorts = divisions.initials(division)
        if any(one.startswith(short) and len(one) - len(short) <= 4 for short in shorts for one in spellings):
            yield _vote(division, WEIGHTS["place/url-initials"], "place/url-initials")
        if division.adcode[:2] in provinces and division.level != "province":
            yield _vote(division, WEIGHTS["place/url-province"], "place/url-province")


def _spells_another_prefecture(division: Division, spelling: str) -> bool:
    """Whether the spelling of a county is that of a prefecture elsewhere: tongchuan is 铜川市 rather than 通川区."""
    return division.level == "county" and any(
        one.level == "prefecture" and one.adcode[:4] != division.adcode[:4] for one in divisions.spelled(spelling)
    )


def _province_before(division: Division, spelling: str, spellings: Spellings) -> bool:
    """Whether the letters of its province stand before a spelling: sxjiaxian is 佳县 of 陕西, not 郏县 of 河南."""
    [province, *_] = divisions.parents(division) or (division,)
    return any(short + spelling in spellings for short in divisions.initials(province))


def _in_path(spellings: Spellings, letter: str | None) -> Iterator[Division]:
    """The divisions whose initials an official address of their prefecture has: tongchuan.gov.cn/qxdt/yzq is 耀州区."""
    around = {
        d.adcode[:4]
        for spelling, weight in spellings.items()
        for d in divisions.spelled(spelling)
        if weight >= OFFICIAL and d.level == "prefecture" and not d.last
    }
    if len(around) != 1 or letter not in END_LETTERS:
        return
    [prefecture] = around
    for spelling, weight in spellings.items():
        if weight < OFFICIAL and spelling.endswith(END_LETTERS[letter]):
            short = spelling.removesuffix(END_LETTERS[letter])
            found = [d for d in divisions.below(prefecture) if short in divisions.initials(d) and of_kind(d, letter)]
            if len(found) == 1:
                yield found[0]


END_LETTERS = {"区": "q", "县": "x", "市": "s", "旗": "q"}


def _parent_spelled(division: Division, spellings: Spellings) -> bool:
    """Whether the address spells what encloses a division too: huaibei.example.com/suixi/."""
    return any(
        len(spelling) > 3 and spelling in parent.pinyin
        for parent in divisions.parents(division)
        for spelling in spellings
    )
