"""How well claims were read: precision, recall and F1 a slot, and the headline.

Takes gold reports and read claims, gives a `Table`. A missed claim costs all its fillers
and a false claim brings all of its own as false alarms, so each slot measures the whole
way from text to record.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from aftermath.evaluate.agreement import SLOTS, agreed, fillers
from aftermath.evaluate.answer import Answer
from aftermath.evaluate.match import comparable, pairs

HEADLINE = ("claim", "event", "stance", "when", "where", "attackers", "targets", "weapons", "sources", "harm")
"""The slots whose mean F1 is the headline."""

ROWS = ("claim", *SLOTS, "harm_report")


@dataclass(frozen=True, slots=True)
class Row:
    """Counts of one slot: fillers that agree, that were read, that the gold has."""

    right: int
    read: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was read that is right."""
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Share of what the gold has that was read right."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A row a slot, over all reports measured."""

    rows: dict[str, Row]

    @property
    def headline(self) -> float:
        """Mean F1 of the headline slots."""
        return sum(self.rows[slot].f1 for slot in HEADLINE) / len(HEADLINE)


@dataclass(frozen=True, slots=True)
class Marked:
    """One report's gold answers and read answers, and which answers which."""

    id: str
    gold: tuple[Answer, ...]
    read: tuple[Answer, ...]
    matched: dict[int, int] = field(default_factory=dict)

    @property
    def extra(self) -> tuple[Answer, ...]:
        """Read claims that answer no gold claim."""
        return tuple(answer for j, answer in enumerate(self.read) if j not in self.matched.values())


def mark(report: str, gold: Sequence[Answer], read: Sequence[Answer]) -> Marked:
    """One report's claims paired."""
    counted = comparable(read)
    return Marked(report, tuple(gold), tuple(counted), pairs(gold, counted))


def measure(reports: Iterable[Marked]) -> Table:
    """The table over reports that were marked."""
    right: Counter[str] = Counter()
    read: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    for report in reports:
        for row, counts in _counts(report).items():
            right[row] += counts.right
            read[row] += counts.read
            gold[row] += counts.gold
    return Table({row: Row(right[row], read[row], gold[row]) for row in ROWS})


def _counts(report: Marked) -> dict[str, Row]:
    """One report's rows: claims, each slot, and harm blind to claims."""
    rows = {"claim": Row(len(report.matched), len(report.read), len(report.gold))}
    for slot in SLOTS:
        right = sum(agreed(report.gold[i], report.read[j], slot) for i, j in report.matched.items())
        rows[slot] = Row(right, _filled(report.read, slot), _filled(report.gold, slot))
    asked, given = _tolls(report.gold), _tolls(report.read)
    rows["harm_report"] = Row(len(asked & given), len(given), len(asked))
    return rows


def _filled(answers: Sequence[Answer], slot: str) -> int:
    return sum(len(fillers(answer, slot)) for answer in answers)


def _tolls(answers: Sequence[Answer]) -> set[tuple[str, int | None, int | None]]:
    return {(toll.kind, toll.low, toll.high) for answer in answers for toll in answer.harm}


def table_form(table: Table) -> dict[str, Any]:
    """A table as plain values for JSON."""
    rows = {
        slot: {"precision": row.precision, "recall": row.recall, "f1": row.f1}
        | {"right": row.right, "read": row.read, "gold": row.gold}
        for slot, row in table.rows.items()
    }
    return rows | {"headline": {"f1": table.headline}}
