"""`meetingx rules`: the rules with their examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from meetingx.cli.localized import command, text
from meetingx.cli.output import coloured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from meetingx.evidence import Evidence
    from meetingx.rules import Rule


@command("rules")
@click.argument("field", required=False, metavar="[FIELD]")
@click.option("--patterns", is_flag=True)
def rules(field: str | None, patterns: bool) -> None:
    """Lists the rules with their examples."""
    from meetingx.catalogue import FIELDS, all_rules, evidence_for, rules_for

    found = all_rules() if field is None else rules_for(field)
    evidence = evidence_for(field)
    if not found and not evidence:
        families = {rule.name.split("/")[0] for rule in all_rules()}
        known = sorted(families | {name for name in FIELDS if rules_for(name)})
        raise click.UsageError(text("unknown-field", field=field, known=", ".join(known)))
    for rule in found:
        for row in _rows(rule, patterns):
            click.echo(row)
    for one in evidence:
        for row in _evidence(one):
            click.echo(row)


def _evidence(one: Evidence) -> Iterator[str]:
    """A row of an order of evidence: in the order that counts, with what it is and what it tells on a page."""
    yield _head(one.name)
    yield f"  # {one.tells}" + (f" ({one.weight})" if one.weight is not None else "")
    for sample, value in one.yes.items():
        given = "".join(f" [{key}: {told}]" for key, told in sample._asdict().items() if told and key != "text")
        yield f"  + {sample.text}{given} → {value}".replace("\n", "⏎")


def _head(name: str) -> str:
    return click.style(name, bold=True) if coloured() else name


def _rows(rule: Rule[object], patterns: bool) -> Iterator[str]:
    yield _head(rule.name)
    if patterns:
        yield f"  = {rule.pattern}"
    for example, value in rule.yes.items():
        yield f"  + {example} → {_value(value)}".replace("\n", "⏎")
    for example in rule.no:
        yield f"  - {example}".replace("\n", "⏎")


def _value(value: object) -> str:
    """A value as an example shows it: a word bare, several joined, of a dataclass only what it tells."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return ", ".join(map(_value, value))
    told = getattr(value, "__dataclass_fields__", None)
    if told is not None:
        return ", ".join(f"{key}={getattr(value, key)}" for key in told if getattr(value, key) not in (None, False))
    return str(value)
