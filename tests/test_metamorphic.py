"""Noise over a clean report changes nothing of its record but spans, the list of noise and the checksum."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import pytest
from gate import Case, cases
from noise import NOISES, lay

from meetingx.pipeline import extract

# What the noise generator lays on; a page that has it already is no clean page.
NOISY = {"traditional", "pinyin", "mojibake", "duplicate", "double-punct", "spam", "forum-junk"}
CLEAN = [case for case in cases("reports") if not NOISY & set(case.gold["noise"])]
MIXES = 4

# Case and kind of noise → why the record is another one, in every mix with that kind. A fix must take its line out.
KNOWN = {
    ("dom-07", "repeated-body"): "the text is cut short, so the breadcrumb of its second copy reads as the next item",
}


def without_origin(value: Any) -> Any:
    """A record without what noise may change."""
    if isinstance(value, dict):
        return {key: without_origin(one) for key, one in value.items() if key not in {"span", "noise", "sha256"}}
    return [without_origin(one) for one in value] if isinstance(value, list) else value


def told(page: str, url: str | None) -> list[dict[str, Any]]:
    """The records of a page, of their evidence only which values have some."""
    records = [without_origin(meeting.model_dump(mode="json")) for meeting in extract(page, url=url)]
    return [record | {"evidence": sorted(record["evidence"])} for record in records]


@cache
def expected(case: Case) -> list[dict[str, Any]]:
    return told(case.text, case.url)


def differences(one: Any, two: Any, where: str = "") -> list[str]:
    """What differs between two values, with its path."""
    if isinstance(one, dict) and isinstance(two, dict):
        keys = sorted(one.keys() | two.keys())
        return [line for key in keys for line in differences(one.get(key), two.get(key), f"{where}.{key}")]
    if isinstance(one, list) and isinstance(two, list) and len(one) == len(two):
        pairs = enumerate(zip(one, two, strict=True))
        return [line for i, pair in pairs for line in differences(*pair, f"{where}[{i}]")]
    return [] if one == two else [f"{where}: {one!r} became {two!r}"]


def mixes(case: Case) -> list[list[str]]:
    """Some mixes of noise for a case, always the same."""
    rng = random.Random(case.id)
    return [["traditional", "lost-bytes"], *(rng.sample(list(NOISES), rng.randint(2, 6)) for _ in range(MIXES))]


def params() -> list[Any]:
    found = []
    for case in CLEAN:
        for kinds in [[kind] for kind in NOISES] + mixes(case):
            known = [KNOWN[case.id, kind] for kind in kinds if (case.id, kind) in KNOWN]
            marks = [pytest.mark.xfail(reason="; ".join(known), strict=True)] if known else []
            found.append(pytest.param(case, kinds, id=f"{case.id}-{'+'.join(sorted(kinds))}", marks=marks))
    return found


def test_there_are_clean_cases() -> None:
    assert len(CLEAN) >= 40


@pytest.mark.parametrize(("case", "kinds"), params())
def test_noise_changes_nothing(case: Case, kinds: list[str]) -> None:
    noisy = lay(case.text, kinds, seed=sum(map(ord, case.id)))
    assert differences(expected(case), told(noisy, case.url)) == []
