"""What people decided about pairs of claims; the last word on a pair stands.

Takes judgements in the order in which they were made, gives the pairs that must and must
not be of one incident. Rules' own judgements are no input.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from aftermath.model.judgement import Judgement

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Ruling:
    """Pairs of claims that people put together and kept apart."""

    joined: frozenset[Pair] = field(default_factory=frozenset)
    parted: frozenset[Pair] = field(default_factory=frozenset)


def ruling(judgements: Iterable[Judgement]) -> Ruling:
    """The pairs that people's judgements settle; a later one outweighs an earlier one."""
    joined: set[Pair] = set()
    parted: set[Pair] = set()
    for judgement in judgements:
        if not judgement.is_human:
            continue
        joined = (joined - judgement.parted) | judgement.joined
        parted = (parted - judgement.joined) | judgement.parted
    return Ruling(frozenset(joined), frozenset(parted))
