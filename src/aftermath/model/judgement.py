"""The judgement: a decision about which claims are of one incident, or how it is graded, and its reason.

Rules make them ("link", "unlink") and people do ("merge", "split", "move", "grade",
"withdraw"). A person's outweighs every rule and is never changed: who thinks otherwise
appends another, and who takes one back appends its withdrawal.
"""

from dataclasses import dataclass, fields
from hashlib import sha256
from itertools import combinations, product

VERDICTS = (
    "link",
    "unlink",
    "merge",
    "split",
    "move",
    "grade",
    "propose",
    "second",
    "reject",
    "withdraw",
    "comment",
    "status",
    "assign",
    "correct",
    "add",
)

GROUPING = ("link", "unlink", "merge", "split", "move")
"""Those that say which claims are of one incident."""

ANSWERS = ("second", "reject")
"""What another person than the one who proposed a grade says to it."""

STATUSES = ("unreviewed", "in_review", "needs_help", "confirmed", "rejected")
"""How far an incident's review is."""

RULE = "rule"
"""Who judges where no person did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`claims` belong together with each of `together`, and with none of `apart`.

    A merge names the claims of two incidents as `claims` and `together`, a split those to be
    taken out as `claims` and those left as `apart`; a move has both. `claims` themselves
    belong together. A grade names the claims of the incident that it is about, the founding
    one first; a withdrawal names those of the judgement that it takes back, by its id. `by`
    is "rule" or the name of a person, `at` the time in UTC as ISO 8601 writes it.

    A grade that takes two people is a proposal until another person seconds it; who seconds or
    rejects names the proposal's id as `value`.

    A comment, a status and an assignment name the claims of their incident, with the status or
    the assigned person as `value`. A correction names the claim corrected, then the others of
    its incident, with the slot and its new value as JSON text; an addition the new claim, as
    `value`.
    """

    verdict: str
    claims: tuple[str, ...]
    together: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    grade: str = ""
    withdraws: str = ""
    slot: str = ""
    value: str = ""
    reason: str
    by: str = RULE
    at: str = ""

    @property
    def id(self) -> str:
        """A name made of all it says, so that it can be withdrawn."""
        told = tuple(getattr(self, field.name) for field in fields(self))
        return "j-" + sha256(repr(told).encode()).hexdigest()[:12]

    @property
    def is_human(self) -> bool:
        """Whether a person made it."""
        return self.by != RULE

    @property
    def named(self) -> tuple[str, ...]:
        """All claims that it names, each once, in its order."""
        return tuple(dict.fromkeys((*self.claims, *self.together, *self.apart)))

    @property
    def joined(self) -> frozenset[frozenset[str]]:
        """Pairs of claims that it puts into one incident."""
        if self.verdict not in GROUPING:
            return frozenset()
        own = sorted({*self.claims, *self.together})
        return frozenset(frozenset(pair) for pair in combinations(own, 2))

    @property
    def parted(self) -> frozenset[frozenset[str]]:
        """Pairs of claims that it keeps in different incidents."""
        return frozenset(frozenset(pair) for pair in product(self.claims, self.apart) if pair[0] != pair[1])
