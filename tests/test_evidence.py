"""The orders of evidence: every row decides its own samples, and counts in the order in which it stands."""

from __future__ import annotations

from collections import Counter

import pytest

from meetingx.account import accounts
from meetingx.catalogue import evidence_for
from meetingx.evidence import PLACE_EVIDENCE, YEAR_EVIDENCE, Evidence, Sample
from meetingx.pipeline import explain

YEARS = [pytest.param(one, sample, told, id=one.name) for one in YEAR_EVIDENCE for sample, told in one.yes.items()]
PLACES = [pytest.param(one, sample, told, id=one.name) for one in PLACE_EVIDENCE for sample, told in one.yes.items()]
MONTH_DAY = "7月8日，县政府召开{}防汛工作会议。县长李明主持会议。"


def rules_of(sample: Sample, field: str) -> tuple[str | None, tuple[str, ...]]:
    """The value of a field of the only meeting of a page, and the rules and evidence that told it."""
    trace = explain(sample.text, url=sample.url, published=sample.published)
    [account] = accounts(trace)
    [value] = [one for one in account.values if one.field == field]
    return (
        account.meeting.date if field == "date" else account.meeting.place and account.meeting.place.name
    ), value.rules


@pytest.mark.parametrize(("one", "sample", "told"), YEARS)
def test_evidence_of_the_year_decides_its_sample(one: Evidence, sample: Sample, told: str) -> None:
    value, rules = rules_of(sample, "date")
    assert (value, rules[-1]) == (told, one.name)


@pytest.mark.parametrize(("one", "sample", "told"), PLACES)
def test_evidence_of_the_place_decides_its_sample(one: Evidence, sample: Sample, told: str) -> None:
    value, rules = rules_of(sample, "place")
    assert (value, rules) == (told, (one.name,))


def test_rows_are_named_once_and_have_samples() -> None:
    rows = evidence_for(None)
    assert [name for name, count in Counter(one.name for one in rows).items() if count > 1] == []
    assert all(one.yes and one.tells for one in rows)


def test_places_stand_by_their_weight() -> None:
    weights = [one.weight or 0 for one in PLACE_EVIDENCE]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("text", "published", "first"),
    [
        ("武陟县召开2018年防汛工作会议\n" + MONTH_DAY.format("2019年"), "2020-01-04", "year/name"),
        ("武陟县召开2019年防汛工作会议\n" + MONTH_DAY.format(""), "2019-07-09", "year/headline"),
        (MONTH_DAY.format("") + "会议通报了2018年上半年情况。", "2020-01-04", "year/published"),
        ("防汛\n发布时间：2019-07-09 09:21\n" + MONTH_DAY.format(""), "2020-01-04", "year/published"),
    ],
)
def test_what_stands_first_decides(text: str, published: str, first: str) -> None:
    value, rules = rules_of(Sample(text, None, published), "date")
    assert (value, rules[-1]) == ("2019-07-08", first)
