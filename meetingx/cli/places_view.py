"""The places that bear a name, drawn for a terminal with rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table
from rich.text import Text

from meetingx.cli.localized import text

if TYPE_CHECKING:
    from meetingx.lookup import Candidate

LEVELS = {
    "province": "level.province",
    "prefecture": "level.prefecture",
    "county": "level.county",
    "township": "level.township",
}
COLUMNS = ("place", "level", "then", "now", "years", "became")


def candidates(name: str, day: str | None, found: tuple[Candidate, ...]) -> Table:
    """One row for each place: with what encloses it, its codes, its years, what became of it."""
    title = f"{name}  {day}" if day else name
    table = Table(title=Text(title, "bold"), title_justify="left", box=box.SIMPLE_HEAD)
    shown = [key for key in COLUMNS if key != "then" or day]
    for key in shown:
        table.add_column(text(f"label.{key}"), overflow="fold", no_wrap=key in {"then", "now", "years"})
    for one in found:
        cells = _cells(one)
        table.add_row(*(cells[key] for key in shown), style=None if one.now or one.then else "dim")
    return table


def _cells(one: Candidate) -> dict[str, str]:
    around = [level for level in (one.province, one.prefecture, one.county) if level and level != one.name]
    return {
        "place": "".join((*around, one.name)),
        "level": text(LEVELS[one.level]),
        "then": one.then or "–",
        "now": one.now or "–",
        "years": f"{one.since or '…'}–{one.until or ''}" if one.level != "township" else "",
        "became": "、".join(f"{other.adcode} {other.name}" for other in one.became),
    }
