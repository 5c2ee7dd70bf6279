"""What people decided: which pairs of claims are of one incident, and what they said of incidents.

Takes judgements in the order in which they were made, gives what stands of them: the last
word on a pair, and nothing that was withdrawn. Rules' own judgements are no input.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from aftermath.model.judgement import ANSWERS, Judgement

Pair = frozenset[str]

SAYING = ("grade", "propose", *ANSWERS, "status", "assign")
"""Judgements that say something of an incident and leave its claims where they are."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """Pairs of claims that people put together and kept apart, and by claim what they said, with its number."""

    joined: frozenset[Pair] = field(default_factory=frozenset)
    parted: frozenset[Pair] = field(default_factory=frozenset)
    said: Mapping[str, Sequence[tuple[int, Judgement]]] = field(default_factory=dict)

    def about(self, claims: Iterable[str]) -> list[Judgement]:
        """What people said of any of these claims, in their order."""
        found = dict(pair for name in claims for pair in self.said.get(name, ()))
        return [found[number] for number in sorted(found)]


def standing(judgements: Sequence[Judgement]) -> list[Judgement]:
    """People's judgements that nobody took back, in their order; withdrawals themselves are left out."""
    kept: list[Judgement] = []
    gone: set[str] = set()
    for judgement in reversed(judgements):  # a withdrawal comes after what it takes back
        if not judgement.is_human or (gone and judgement.id in gone):
            continue
        if judgement.verdict == "withdraw":
            gone.add(judgement.withdraws)
        else:
            kept.append(judgement)
    return kept[::-1]


def ruling(judgements: Iterable[Judgement]) -> Ruling:
    """What people's judgements settle; a later one outweighs an earlier one."""
    joined: set[Pair] = set()
    parted: set[Pair] = set()
    said: dict[str, list[tuple[int, Judgement]]] = defaultdict(list)
    for number, judgement in enumerate(standing(list(judgements))):
        if judgement.verdict in SAYING:
            for name in judgement.named:
                said[name].append((number, judgement))
        joined = (joined - judgement.parted) | judgement.joined
        parted = (parted - judgement.joined) | judgement.parted
    return Ruling(frozenset(joined), frozenset(parted), said)
