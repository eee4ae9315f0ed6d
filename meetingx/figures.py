"""Precision, recall and F1 by field: the counts of an evaluation, and what was wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

FIELDS = (
    "is_meeting",
    "meeting",
    "date",
    "place",
    "adcode",
    "video",
    "organizer",
    "chair",
    "people",
    "titles",
    "roles",
    "groups",
    "directives",
    "tasks",
    "assignees",
    "deadlines",
    "bystanders",
)
# The six fields that the tool exists for; place, chair and people stand for place, chair and attendees.
CORE = ("date", "place", "chair", "people", "directives", "tasks")


@dataclass(slots=True)
class Tally:
    """True positives, false positives and false negatives of one field."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was said that is right; None where nothing was said."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """The share of what there is to say that was said; None where there is nothing."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where nothing was counted.

        >>> Tally(3, 1, 1).f1, Tally().f1
        (0.75, None)
        """
        whole = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / whole if whole else None

    def add(self, other: Tally) -> None:
        """Count what `other` counted as well."""
        self.tp, self.fp, self.fn = self.tp + other.tp, self.fp + other.fp, self.fn + other.fn


@dataclass(frozen=True, slots=True, order=True)
class Wrong:
    """One thing that is wrong: `+` said but not so, `-` so but not said, `≠` said otherwise."""

    field: str
    document: str
    sign: str
    what: str

    def __str__(self) -> str:
        return f"{self.field} {self.document} {self.sign} {self.what}"


@dataclass(slots=True)
class Figures:
    """The tallies of all documents by one yardstick, and everything that is wrong."""

    by_document: dict[str, dict[str, Tally]] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)

    @property
    def tallies(self) -> dict[str, Tally]:
        """For each field that was counted, the counts of all documents together."""
        pooled = {name: Tally() for name in FIELDS}
        for tallies in self.by_document.values():
            for name, tally in tallies.items():
                pooled[name].add(tally)
        return {name: tally for name, tally in pooled.items() if tally.f1 is not None}

    def f1(self, name: str) -> float | None:
        """F1 of one field over all counts together; of `core`, the mean of the fields that the tool exists for."""
        figures = {field_: tally.f1 for field_, tally in self.tallies.items()}
        return _mean(figures.get(core) for core in CORE) if name == "core" else figures.get(name)

    def macro(self, name: str) -> float | None:
        """F1 of one field as the mean of the documents in which it was counted."""
        return _mean(tallies[name].f1 for tallies in self.by_document.values() if name in tallies)

    @property
    def micro_all(self) -> float | None:
        """F1 over the counts of all fields together."""
        whole = Tally()
        for tally in self.tallies.values():
            whole.add(tally)
        return whole.f1

    @property
    def macro_all(self) -> float | None:
        """F1 as the mean of the fields."""
        return _mean(tally.f1 for tally in self.tallies.values())


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None
