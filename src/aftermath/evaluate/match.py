"""Which read claim answers which gold claim.

Takes two lists of answers on one report and gives pairs of indices. Two claims can pair
when their quotes overlap and their events are of one family; of all that can, those that
share most are taken first, each claim at most once.
"""

from collections.abc import Sequence

from aftermath.evaluate.agreement import SLOTS, agreed
from aftermath.evaluate.answer import Answer, Stretch

LEAST_OVERLAP = 0.3
"""Share of the shorter quote that must be common to both (gold guide's scorer)."""

FAMILIES = (
    frozenset(
        "air_strike shelling explosion suicide_bombing chemical_attack armed_clash killing attack destruction".split()
    ),
    frozenset({"territory_taken", "armed_clash"}),
    frozenset({"abduction", "arrest"}),
    frozenset({"agreement", "violation"}),
    frozenset({"siege", "attack"}),
)
"""Events that analysts may reasonably code one for another: still a match, with a wrong event."""

COMPARED_STANCES = frozenset({"asserted", "denied", "unconfirmed"})
"""The gold leaves plans and threats out, so read claims of that stance are not counted."""


def comparable(answers: Sequence[Answer]) -> list[Answer]:
    """The answers whose stance the gold knows."""
    return [answer for answer in answers if set(answer.stance) & COMPARED_STANCES]


def pairs(gold: Sequence[Answer], read: Sequence[Answer]) -> dict[int, int]:
    """For each gold claim that is answered, its index and that of the claim that answers it."""
    candidates = [
        (likeness, i, j)
        for i, asked in enumerate(gold)
        for j, given in enumerate(read)
        if (likeness := _likeness(asked, given)) is not None
    ]
    candidates.sort(key=lambda candidate: (-candidate[0], candidate[1], candidate[2]))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def _likeness(gold: Answer, read: Answer) -> float | None:
    """Agreeing fillers plus the quotes' overlap; None where the two cannot pair."""
    share = overlap(gold.stretches, read.stretches)
    if share < LEAST_OVERLAP or not one_family(gold.event, read.event):
        return None
    return share + sum(agreed(gold, read, slot) for slot in SLOTS)


def one_family(gold: tuple[str, ...], read: tuple[str, ...]) -> bool:
    """Whether two events are the same or are readily taken one for the other."""
    return gold == read or any(family.issuperset(gold + read) for family in FAMILIES if gold and read)


def overlap(gold: Sequence[Stretch], read: Sequence[Stretch]) -> float:
    """The largest stretch that two quotes share, as a share of the shorter of the two."""
    return max((_shared(one, other) for one in gold for other in read), default=0.0)


def _shared(one: Stretch, other: Stretch) -> float:
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(common, 0) / min(one[1] - one[0], other[1] - other[0])
