"""What people decided: which pairs of claims are of one incident, and how incidents are graded.

Takes judgements in the order in which they were made, gives what stands of them: the last
word on a pair, and nothing that was withdrawn. Rules' own judgements are no input.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from aftermath.model.incident import Grade
from aftermath.model.judgement import Judgement

Pair = frozenset[str]


@dataclass(frozen=True, slots=True)
class Ruling:
    """Pairs of claims that people put together and kept apart, and their standing grades in order."""

    joined: frozenset[Pair] = field(default_factory=frozenset)
    parted: frozenset[Pair] = field(default_factory=frozenset)
    grades: tuple[Judgement, ...] = ()

    def graded(self, claims: Sequence[str], proposed: Grade) -> Grade:
        """The grade of an incident: a person's last word on the one that its claims found, else the rule's.

        A grade was given to certain claims; where they are not those of now, that is said.
        """
        of = set(claims)
        judged = next((judgement for judgement in reversed(self.grades) if judgement.claims[0] in of), None)
        if judged is None:
            return proposed
        then = set(judged.claims)
        counts = (("claims came to it since", of - then), ("claims were taken out of it since", then - of))
        reasons = (judged.reason, *(f"{what}: {len(claims)}" for what, claims in counts if claims))
        return Grade(grade=judged.grade, reasons=reasons, by=judged.by, proposed=proposed)


def standing(judgements: Sequence[Judgement]) -> list[Judgement]:
    """People's judgements that nobody took back, in their order; withdrawals themselves are left out."""
    kept: list[Judgement] = []
    gone: set[str] = set()
    for judgement in reversed(judgements):  # a withdrawal comes after what it takes back
        if not judgement.is_human or judgement.id in gone:
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
    grades: list[Judgement] = []
    for judgement in standing(list(judgements)):
        if judgement.verdict == "grade":
            grades.append(judgement)
        joined = (joined - judgement.parted) | judgement.joined
        parted = (parted - judgement.joined) | judgement.parted
    return Ruling(frozenset(joined), frozenset(parted), tuple(grades))
