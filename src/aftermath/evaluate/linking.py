"""How well claims are merged: clusters against the incidents that an analyst keyed.

Takes two partitions as mappings from claim to cluster, gives B-cubed, MUC, CEAF-e and LEA
as precision, recall and F1, and CoNLL F1, the mean of the first three's F1. Only claims in
both partitions count. Figures are those of the published definitions: Bagga and Baldwin
1998, Vilain et al. 1995, Luo 2005 (entity similarity phi-4), Moosavi and Strube 2016.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from aftermath.evaluate.assignment import best_sum

Partition = Mapping[str, Hashable]
Clusters = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall of one measure."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean, 0 where both are 0."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class LinkTable:
    """All measures over one set of claims."""

    claims: int
    incidents: int
    found: int
    measures: Mapping[str, Score]

    @property
    def conll(self) -> float:
        """The mean F1 of B-cubed, MUC and CEAF-e."""
        return sum(self.measures[name].f1 for name in ("b-cubed", "muc", "ceaf-e")) / 3


def measure_links(gold: Partition, found: Partition) -> LinkTable:
    """All measures over the claims that are in both partitions."""
    shared = gold.keys() & found.keys()
    keys, answers = _clusters(gold, shared), _clusters(found, shared)
    scores = {name: Score(recall(answers, keys), recall(keys, answers)) for name, recall in RECALLS.items()}
    return LinkTable(len(shared), len(keys), len(answers), scores | {"ceaf-e": _ceaf(keys, answers)})


def _clusters(partition: Partition, claims: set[str]) -> list[frozenset[str]]:
    found: dict[Hashable, set[str]] = defaultdict(set)
    for claim in sorted(claims):
        found[partition[claim]].add(claim)
    return [frozenset(members) for members in found.values()]


def _overlaps(cluster: frozenset[str], owner: Mapping[str, int]) -> Counter[int]:
    """How many of the cluster's claims lie in which cluster of the other side."""
    return Counter(owner[claim] for claim in cluster)


def _owner(clusters: Clusters) -> dict[str, int]:
    return {claim: i for i, cluster in enumerate(clusters) for claim in cluster}


def _b_cubed(keys: Clusters, answers: Clusters) -> float:
    """For each claim the share of its key cluster that is with it, averaged."""
    owner = _owner(answers)
    total = sum(n * n / len(key) for key in keys for n in _overlaps(key, owner).values())
    claims = sum(map(len, keys))
    return total / claims if claims else 0.0


def _muc(keys: Clusters, answers: Clusters) -> float:
    """The share of the links needed to hold the key clusters together that are there."""
    owner = _owner(answers)
    needed = sum(len(key) - 1 for key in keys)
    return sum(len(key) - len(_overlaps(key, owner)) for key in keys) / needed if needed else 0.0


def _lea(keys: Clusters, answers: Clusters) -> float:
    """For each key cluster the share of its pairs that are together, weighted by size; a single is its own pair."""
    owner = _owner(answers)
    total = 0.0
    for key in keys:
        if len(key) == 1:
            (claim,) = key
            total += float(len(answers[owner[claim]]) == 1)
            continue
        pairs = len(key) * (len(key) - 1) / 2
        total += len(key) * sum(n * (n - 1) / 2 for n in _overlaps(key, owner).values()) / pairs
    claims = sum(map(len, keys))
    return total / claims if claims else 0.0


RECALLS: dict[str, Callable[[Clusters, Clusters], float]] = {"b-cubed": _b_cubed, "muc": _muc, "lea": _lea}
"""Measures whose precision is their recall with the two sides exchanged."""


def _ceaf(keys: Clusters, answers: Clusters) -> Score:
    """The similarity of the best pairing of key with found clusters, over each side's number."""
    if not keys or not answers:
        return Score(0.0, 0.0)
    best = best_sum([[2 * len(key & found) / (len(key) + len(found)) for found in answers] for key in keys])
    return Score(best / len(answers), best / len(keys))
