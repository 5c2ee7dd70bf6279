"""The judgement: a decision about which claims are of one incident, and its reason.

Rules make them ("link", "unlink") and people do ("merge", "split", "move"). A person's
outweighs every rule and is never changed: who thinks otherwise appends another.
"""

from dataclasses import dataclass
from itertools import combinations, product

VERDICTS = ("link", "unlink", "merge", "split", "move")

RULE = "rule"
"""Who judges where no person did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`claims` belong together with each of `together`, and with none of `apart`.

    A merge names the claims of two incidents as `claims` and `together`, a split those to be
    taken out as `claims` and those left as `apart`; a move has both. `claims` themselves
    belong together. `by` is "rule" or the name of a person.
    """

    verdict: str
    claims: tuple[str, ...]
    together: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    reason: str
    by: str = RULE

    @property
    def is_human(self) -> bool:
        """Whether a person made it."""
        return self.by != RULE

    @property
    def joined(self) -> frozenset[frozenset[str]]:
        """Pairs of claims that it puts into one incident."""
        own = sorted({*self.claims, *self.together})
        return frozenset(frozenset(pair) for pair in combinations(own, 2))

    @property
    def parted(self) -> frozenset[frozenset[str]]:
        """Pairs of claims that it keeps in different incidents."""
        return frozenset(frozenset(pair) for pair in product(self.claims, self.apart) if pair[0] != pair[1])
