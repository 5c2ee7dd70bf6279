"""Pairs of claims weighed: the sums that comparing finds, many at once and without its sentences.

Takes a telling and those that it meets, gives a sum for each, `NEVER` where the two may not link.
What a feature finds rests on a small part of a claim: its day, its target, its toll. Claims of one
town share these parts, so a feature is asked once for two parts and its score remembered; only
wordings, of which hardly two are the same, are compared for each pair. `compare` has the last word:
the sum is what it finds, to the last digit.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from math import inf
from typing import Any

from aftermath.link import setting, substance, telling_apart
from aftermath.link.compare import FEATURES, Feature, compare
from aftermath.link.telling import Telling

NEVER = -inf
"""The sum of two claims that may not link."""

PARTS: dict[Feature, Callable[[Telling], Hashable]] = {
    setting.place: lambda telling: (telling.spots, telling.names),
    setting.day: lambda telling: (telling.claim.scope, telling.days, None if telling.days else telling.published),
    setting.hour: lambda telling: telling.hours,
    substance.event: lambda telling: telling.claim.event,
    substance.actors: lambda telling: (telling.actors, telling.actor_ids),
    substance.targets: lambda telling: (telling.targets, telling.target_kinds),
    substance.weapons: lambda telling: telling.weapons,
    substance.harm: lambda telling: tuple((harm.kind, harm.low or harm.high) for harm in telling.claim.harm),
    telling_apart.further: lambda telling: telling.is_further,
}
"""All that a feature looks at in claims of different reports. One that is not here is asked for every pair."""

Score = Callable[[Telling, Telling], float]

MOST = 500_000
"""After so many pairs what was remembered is forgotten: some 100 MB where claims share little."""


class Weighing:
    """A memory of scores by parts; forget it where a claim of an id may be another than before."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self.forget()

    def __call__(self, one: Telling, others: Iterable[Telling]) -> list[float]:
        """The sum of this telling with each of the others."""
        if self._weighed >= self._most:
            self.forget()
        rows = [trait.row(one) for trait in self._traits]
        found = [self._sum(one, rows, other) for other in others]
        self._weighed += len(found)
        return found

    def forget(self) -> None:
        """Remember nothing."""
        self._traits = [_Trait(feature, weight) for feature, weight in FEATURES]
        self._values: dict[str, list[Any]] = {}
        self._weighed = 0

    def _sum(self, one: Telling, rows: list[Any], other: Telling) -> float:
        if one.report == other.report or one.claim.scope != other.claim.scope:
            return weighed(one, other)
        values = self._values.get(other.id)
        if values is None:
            values = self._values[other.id] = [trait.value(other) for trait in self._traits]
        total = 0.0
        for row, value in zip(rows, values, strict=True):
            total += row[value]  # what bars is minus infinity, and stays it
        return round(total, 6)


def weighed(one: Telling, other: Telling) -> float:
    """The sum of one pair, `NEVER` where the two may not link."""
    found = compare(one, other)
    return NEVER if found.is_barred else found.total


class _Trait:
    """A feature with the parts that were seen, numbered, and an example of each."""

    def __init__(self, feature: Feature, weight: float) -> None:
        self._score = _scored(feature, weight)
        self._part = PARTS.get(feature)
        self._numbers: dict[Hashable, int] = {}
        self._examples: list[Telling] = []
        self._rows: dict[int, _Row] = {}

    def value(self, telling: Telling) -> Any:
        """By what a row is asked: the number of the telling's part, or the telling where it has none."""
        if self._part is None:
            return telling
        number = self._numbers.setdefault(self._part(telling), len(self._examples))
        if number == len(self._examples):
            self._examples.append(replace(telling, report="another"))
        return number

    def row(self, telling: Telling) -> "_Row | _Asked":
        """The scores of a telling with others, by their values."""
        if self._part is None:
            return _Asked(self._score, telling)
        number = self.value(telling)
        if number not in self._rows:
            self._rows[number] = _Row(self._score, replace(telling, report="one"), self._examples)
        return self._rows[number]


class _Row(dict[int, float]):
    """Scores of a part by the numbers of others, found when they are missing.

    Examples stand for claims of different reports, whatever reports they come from.
    """

    def __init__(self, score: Score, one: Telling, examples: list[Telling]) -> None:
        super().__init__()
        self._score = score
        self._one = one
        self._examples = examples

    def __missing__(self, number: int) -> float:
        score = self[number] = self._score(self._one, self._examples[number])
        return score


class _Asked:
    """Scores of a telling with others that are not remembered."""

    def __init__(self, score: Score, one: Telling) -> None:
        self._score = score
        self._one = one

    def __getitem__(self, other: Telling) -> float:
        return self._score(self._one, other)


def _scored(feature: Feature, weight: float) -> Score:
    def score(one: Telling, other: Telling) -> float:
        finding = feature(one, other)
        if finding is None:
            return 0.0
        return NEVER if finding.bars else finding.score * weight

    return score
