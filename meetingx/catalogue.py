"""All rules of the program, found in the modules that hold their tables."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from meetingx.evidence import PLACE_EVIDENCE, YEAR_EVIDENCE, Evidence
from meetingx.rules import Rule

HOMES = ("meetingx.find", "meetingx.resolve")
ALONE = ("meetingx.columns",)
"""The packages that have rules in all their modules, and other modules with rules."""

FIELDS = {
    "name": ("opening",),
    "organizer": ("opening", "organizer"),
    "date": ("date",),
    "place": ("place",),
    "mode": ("mode",),
    "venue": ("venue",),
    "chair": ("chair",),
    "attendees": ("person", "group", "attendee", "speaker", "reporter", "invited", "observer"),
    "directives": ("statement",),
    "tasks": ("demand", "deadline", "target", "column"),
}
"""The fields of the record, and the families of rules that read them."""


EVIDENCE_OF = {"date": ("year",), "place": ("place",)}


@cache
def all_rules() -> tuple[Rule[object], ...]:
    """Every rule once, in the order of modules and of rows.

    >>> "chair/presides" in {rule.name for rule in all_rules()}
    True
    """
    found: dict[int, Rule[object]] = {}
    for name in _modules():
        for value in vars(import_module(name)).values():
            for rule in _in(value):
                found.setdefault(id(rule), rule)
    return tuple(found.values())


def rules_for(field: str) -> tuple[Rule[object], ...]:
    """The rules of a field of the record, of a family (`opening`), or of one name; () for an unknown word.

    >>> {"chair/presides", "chair/by-post"} <= {rule.name for rule in rules_for("chair")}
    True
    """
    families = FIELDS.get(field, (field,))
    return tuple(rule for rule in all_rules() if rule.name.split("/")[0] in families or rule.name == field)


def evidence_for(field: str | None) -> tuple[Evidence, ...]:
    """The rows of the orders of evidence for a field, a family (`year`) or one name; without a field all.

    >>> [row.name for row in evidence_for("date")][:3]
    ['year/printed', 'year/name', 'year/headline']
    """
    families = EVIDENCE_OF.get(field or "", (field,))
    rows = (*YEAR_EVIDENCE, *PLACE_EVIDENCE)
    return tuple(row for row in rows if field is None or row.name.split("/")[0] in families or row.name == field)


def _modules() -> Iterator[str]:
    yield from ALONE
    for home in HOMES:
        package = import_module(home)
        yield home
        yield from sorted(found.name for found in pkgutil.walk_packages(package.__path__, f"{home}."))


def _in(value: object) -> Iterator[Rule[object]]:
    """The rules that a value of a module is or holds."""
    if isinstance(value, Rule):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _in(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _in(one)
