"""The work that a page asks for grows with its length and no faster, whatever stands on it; calls are counted."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from itertools import count

import pytest

import meetingx

OPENING = "8月8日，县政府召开防汛工作会议，县长李明主持会议。"
ORDERS = "各乡镇要加强日常巡查，落实防控措施，严肃追责问责。"


def names(number: int) -> list[str]:
    rng = random.Random(number)
    return [rng.choice("王李张刘陈") + rng.choice("建文志国晓") + rng.choice("涛芳军磊勇") for _ in range(number)]


PAGES: dict[str, Callable[[int], str]] = {
    "sentences": lambda size: OPENING * (size // len(OPENING)),
    "orders": lambda size: f"{OPENING}李明强调，" + ORDERS * (size // len(ORDERS)),
    "statements": lambda size: OPENING + "李明指出，要抓好落实。" * (size // 11),
    "of the meeting": lambda size: OPENING + "会议指出，要抓好落实。" * (size // 11),
    "paragraphs": lambda size: "\n".join(f"{OPENING}李明强调，第{i}号通知要落实。" for i in range(size // 40)),
    "people": lambda size: OPENING + "".join(f"副县长{name}出席会议。" for name in names(size // 11)),
    "names in lists": lambda size: (
        OPENING + "".join(f"县领导{'、'.join(names(100))}出席。" for _ in range(size // 400))
    ),
    "names alone": lambda size: OPENING + "县领导" + "、".join(names(size // 4)) + "出席会议。",
    "no marks": lambda size: f"{OPENING}李明强调要" + "加强日常巡查落实防控措施" * (size // 12),
    "brackets": lambda size: OPENING + "（" * (size // 2) + "会" + "）" * (size // 2),
    "quotes": lambda size: OPENING + "“会议" * (size // 3),
    "nested quotes": lambda size: OPENING + ("“" * 200 + "会" + "”" * 200 + "。") * (size // 402),
    "blanks": lambda size: OPENING + " " * size + "会",
    "lines": lambda size: OPENING + "\n" * size,
    "marks": lambda size: OPENING + "，。" * (size // 2),
    "dates": lambda size: OPENING + "8月8日，" * (size // 5),
    "people and places": lambda size: "".join(f"武陟县召开会议，县长{name}到场。" for name in names(size // 15)),
    "places": lambda size: "武陟县召开会议。" * (size // 8),
    "pinyin": lambda size: OPENING + "会(huì)" * (size // 6),
    "traditional": lambda size: "縣長張濤主持會議，" * (size // 9),
    "copy guards": lambda size: OPENING + "9 v# C4 " * (size // 8),
    "rows": lambda size: f"{OPENING}\n工作任务\t责任单位\n" + "改造老城区管网\t县住建局\n" * (size // 13),
    "cells over rows": lambda size: (
        f"<html><p>{OPENING}<table><tr><td>工作任务<td>责任单位<tr><td>改造老城区管网<td rowspan={size}>县住建局"
        + "<tr><td>改造新城区管网" * (size // 15)
    ),
    "a task over rows": lambda size: (
        f"<html><p>{OPENING}<table><tr><td>工作任务<td>责任单位<tr><td rowspan={size}>改造老城区管网<td>县住建局"
        + "".join(f"<tr><td>第{i}公司" for i in range(size // 15))
    ),
    "containers in containers": lambda size: (
        "<html>" + "<div class=TRS_Editor><p>各乡镇要加强巡查。</p>" * (size // 40) + f"<p>{OPENING}</p>"
    ),
    "bodies of a cell": lambda size: f"{OPENING}\n工作任务\t责任单位\n改造老城区管网\t" + "县 住建 局；" * (size // 6),
    "enumeration": lambda size: f"{OPENING}李明强调，" + "一是抓落实。二要抓好。" * (size // 11),
}


def calls(page: str) -> int:
    """How many functions, of Python and of C, are called to read a page."""
    counter = count()
    sys.setprofile(lambda *_: next(counter) and None)
    try:
        meetingx.explain(page)
    finally:
        sys.setprofile(None)
    return next(counter)


@pytest.mark.parametrize("kind", PAGES)
def test_four_times_the_page_is_four_times_the_work(kind: str) -> None:
    page = PAGES[kind]
    meetingx.explain(page(400))
    assert calls(page(12000)) <= 5 * calls(page(3000))
