"""One construction each: passages that are read wholly, and those not yet (strict xfail, so that a fix tells)."""

from __future__ import annotations

import pytest
from passages import Passage, differences, known, passages

ALL = list(passages())
KNOWN = known()


@pytest.mark.parametrize(
    "passage",
    [
        pytest.param(
            one, id=one["id"], marks=pytest.mark.xfail(reason=one["why"], strict=True) if one["id"] in KNOWN else ()
        )
        for one in ALL
    ],
)
def test_passage_is_read(passage: Passage) -> None:
    assert differences(passage) == []


def test_known_failures_are_passages() -> None:
    assert {one["id"] for one in ALL} >= KNOWN


def test_every_name_stands_in_its_text() -> None:
    for one in ALL:
        spelled = one["text"].replace(" ", "").replace("\u3000", "")
        assert [name for name, *_ in one.get("people", ()) if name.replace(" ", "") not in spelled] == [], one["id"]
