"""Fills the shelf of kept values with all that reading pages asks for; the build of the package runs it."""

from __future__ import annotations

import contextlib
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import meetingx
from meetingx import lexicon
from meetingx.catalogue import all_rules
from meetingx.kept import shelf
from meetingx.patterns import Pattern
from meetingx.pipeline import explain
from meetingx.resolve.words import first_verb
from meetingx.rules import examples

REPORT = """武陟县生态环境局召开大气污染防治攻坚推进会
8月8日上午，武陟县生态环境局召开大气污染防治攻坚推进会，县委书记张涛出席会议并讲话，县生态环境局局长李明主持会议。
张涛强调，一要提高认识。各乡镇要加强巡查，9月底前完成整改，达标率达到95%以上。二要签订责任书，镇村两级签订责任书。
副县长王芳，各乡镇（街道）主要负责同志参加会议。
（记者 赵一 通讯员 孙晓）
"""
"""What makes every step look something up."""


def modules() -> Iterator[ModuleType]:
    """The modules of the package that can be imported where its dependencies may be missing."""
    for found in pkgutil.walk_packages(meetingx.__path__, "meetingx."):
        if not found.name.startswith(("meetingx.cli", "meetingx.__main__")):
            with contextlib.suppress(ImportError):
                yield import_module(found.name)


def patterns_in(value: object) -> Iterator[Pattern[str]]:
    """The patterns that a value of a module is, or holds in a table."""
    if isinstance(value, Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from patterns_in(one)


def fill() -> None:
    """Compiles every pattern and reads every table, and writes them where they are looked for."""
    for module in modules():
        for value in vars(module).values():
            for pattern in patterns_in(value):
                pattern.search("")
    for rule in all_rules():
        rule.regex.search("")
        next(rule.all(""), None)
    for table in sorted(lexicon.DATA.glob("*.tsv")):
        lexicon.rows(table.stem)
    for name in lexicon.names():
        lexicon.words(name)
        lexicon.word_set(name)
    first_verb("镇村两级签订责任书")
    with contextlib.suppress(ImportError):
        explain(
            "\n".join(text for rule in all_rules() for text, *_ in examples(rule)), url="http://www.wuzhi.gov.cn/1/"
        )
        explain(REPORT)
    shelf().write()


if __name__ == "__main__":
    fill()
