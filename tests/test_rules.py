"""Every rule is tested by its own examples: each `yes` is read once, at its marked span; each `no` is not read."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from dataclasses import dataclass
from typing import Any

import pytest

import meetingx
from meetingx.rules import HOLE, Found, Rule, examples, expand

# These are read where another reading ended, so their examples begin at the place where they are tried.
ANCHORED = {"BEHIND", "NEXT_IN_LIST", "ROLES", "PERSON_SAYS", "PERSON_GIVES"}


@dataclass(frozen=True)
class Table:
    """A table of rules, or a rule that stands alone, and whether it is tried at one place only."""

    name: str
    rules: tuple[Rule[Any], ...]
    anchored: bool

    def read(self, rule: Rule[Any], chars: str) -> list[Found[Any]]:
        if not self.anchored:
            return list(rule.all(chars))
        found = rule.at(chars, 0)
        return [] if found is None else [found]


def tables() -> list[Table]:
    """All tables of the program, each once, under the first module that has it."""
    found: dict[int, Table] = {}
    tabled: set[int] = set()
    single: dict[int, Table] = {}
    for info in pkgutil.walk_packages(meetingx.__path__, "meetingx."):
        if info.name.startswith("meetingx.cli"):
            continue
        module = importlib.import_module(info.name)
        for name, value in vars(module).items():
            rules = (value,) if isinstance(value, Rule) else value
            if not isinstance(rules, tuple | list) or not rules or not all(isinstance(rule, Rule) for rule in rules):
                continue
            table = Table(f"{info.name.removeprefix('meetingx.')}.{name}", tuple(rules), name in ANCHORED)
            if isinstance(value, Rule):
                single.setdefault(id(value), table)
            else:
                found.setdefault(id(value), table)
                tabled.update(map(id, rules))
    return [*found.values(), *(table for key, table in single.items() if key not in tabled)]


TABLES = tables()
RULES = [(table, rule) for table in TABLES for rule in table.rules]
YES = [
    pytest.param(table, rule, text, start, end, value, id=f"{rule.name}-{marked}")
    for table, rule in RULES
    for marked, (text, start, end, value) in zip(rule.yes, examples(rule), strict=True)
]
NO = [pytest.param(table, rule, text, id=f"{rule.name}-{text}") for table, rule in RULES for text in rule.no]
EACH = [pytest.param(rule, id=rule.name) for _, rule in RULES]


def test_tables_are_found() -> None:
    names = {table.name.rpartition(".")[2] for table in TABLES}
    assert names >= {"ROLES", "DATES", "BARE"}
    assert names >= ANCHORED, "a name in ANCHORED is no table any more"


def test_names_are_unique() -> None:
    assert [name for name, count in Counter(rule.name for _, rule in RULES).items() if count > 1] == []


@pytest.mark.parametrize("rule", EACH)
def test_rule_has_a_name_a_yes_and_a_no(rule: Rule[Any]) -> None:
    field, _, what = rule.name.partition("/")
    assert field
    assert what
    assert rule.yes
    assert rule.no
    assert all(marked.count("〔") == marked.count("〕") == 1 for marked in rule.yes)
    assert len(set(rule.no)) == len(rule.no)


@pytest.mark.parametrize("rule", EACH)
def test_holes_are_known(rule: Rule[Any]) -> None:
    assert not HOLE.search(expand(rule.pattern))


def test_unknown_hole_is_an_error() -> None:
    with pytest.raises(KeyError, match="no lexicon list named no_such_list"):
        expand("<<no_such_list>>")


@pytest.mark.parametrize(("table", "rule", "text", "start", "end", "value"), YES)
def test_yes_is_read_once_at_its_span(
    table: Table, rule: Rule[Any], text: str, start: int, end: int, value: object
) -> None:
    read = [(text[one.start : one.end], one.start, one.end, one.value) for one in table.read(rule, text)]
    assert read == [(text[start:end], start, end, value)]


@pytest.mark.parametrize(("table", "rule", "text"), NO)
def test_no_is_not_read(table: Table, rule: Rule[Any], text: str) -> None:
    assert [(text[one.start : one.end], one.value) for one in table.read(rule, text)] == []


@pytest.mark.parametrize(("table", "rule", "text", "start", "end", "value"), YES)
def test_yes_is_claimed_by_its_rule_alone(
    table: Table, rule: Rule[Any], text: str, start: int, end: int, value: object
) -> None:
    """Of overlapping readings the earlier, then the longer, wins: no other rule may read the example so, or as well."""
    others = [other for other in table.rules if other.name != rule.name]
    read = [one for other in others for one in table.read(other, text) if one.start < end and start < one.end]
    assert [(one.rule, text[one.start : one.end]) for one in read if (one.start, -one.end) <= (start, -end)] == []
