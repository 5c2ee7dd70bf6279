"""Claims grouped by how well every claim of a group goes with every other.

Takes the sums of compared pairs, gives groups. Groups grow by average link: the two whose
claims go together best on average are merged first, until no average reaches the threshold.
So one loose claim cannot chain two incidents together, and the order of claims is of no
account: equals are settled by the least ids. A barred pair keeps its groups apart for good.

Sums stand in a square of numbers, a row a group, and the best partner of each row is kept:
so a merge costs about what a row has, and a thousand claims that hang together a fraction of
a second.
"""

from typing import Any

import numpy as np

from aftermath.link.compare import LINK, UNMET
from aftermath.link.ties import Places, Ties
from aftermath.link.weighing import NEVER


def clusters(size: int, ties: Ties, joined: Places, parted: Places) -> list[list[int]]:
    """Groups of so many claims, by their places in order of their ids; a pair whose sum is `NEVER` is barred.

    `joined` and `parted` are what people said of pairs, a row each; they have the last word.
    """
    if size == 1:
        return [[0]]
    groups = _Groups(size)
    groups.fill(ties)
    groups.bar(joined, barred=False)
    groups.bar(parted, barred=True)
    for one, other in sorted(sorted(pair) for pair in joined.tolist()):
        groups.join(one, other)
    groups.grow()
    return sorted(sorted(members) for members in groups.members if members)


class _Groups:
    """Groups by the number of their first claim: members, sums of their pairs with others, and who is barred."""

    def __init__(self, size: int) -> None:
        self.members = [[i] for i in range(size)]
        self._sizes = np.ones(size)
        self._sums = np.full((size, size), UNMET)
        self._barred = np.eye(size, dtype=bool)

    def fill(self, ties: Ties) -> None:
        """Enter the sums of pairs; of whom a bar keeps apart the sum counts as if they had never met."""
        barred = ties.total == NEVER
        for one, other in ((ties.one, ties.other), (ties.other, ties.one)):
            self._sums[one, other] = np.where(barred, UNMET, ties.total)
            self._barred[one, other] = barred

    def bar(self, pairs: Places, *, barred: bool) -> None:
        """Say of pairs that they are barred, or not."""
        self._barred[pairs[:, 0], pairs[:, 1]] = self._barred[pairs[:, 1], pairs[:, 0]] = barred

    def join(self, one: int, other: int) -> None:
        """Merge the groups of two claims, as a person wants, whatever speaks against it."""
        keep, gone = sorted(next(i for i, of_it in enumerate(self.members) if it in of_it) for it in (one, other))
        if keep != gone:
            self._merge(keep, gone)

    def grow(self) -> None:
        """Merge the best two until none reach the threshold; among equals the first."""
        means: Any = np.where(self._barred, NEVER, np.round(self._sums / np.outer(self._sizes, self._sizes), 9))
        partner = means.argmax(axis=1)
        best = means.max(axis=1)
        while best.size and best[keep := int(best.argmax())] >= LINK:
            gone = int(partner[keep])  # greater than `keep`, whose row is the first of the two
            self._merge(keep, gone)
            row = np.where(self._barred[keep], NEVER, np.round(self._sums[keep] / (self._sizes[keep] * self._sizes), 9))
            means[gone] = means[:, gone] = best[gone] = NEVER
            partner[gone] = gone
            means[keep] = means[:, keep] = row
            stale = np.flatnonzero((partner == keep) | (partner == gone))
            stale = np.append(stale, keep)
            better = (row > best) | ((row == best) & (keep < partner))
            best[better], partner[better] = row[better], keep
            partner[stale] = means[stale].argmax(axis=1)
            best[stale] = means[stale, partner[stale]]

    def _merge(self, keep: int, gone: int) -> None:
        self.members[keep] += self.members[gone]
        self.members[gone] = []
        self._sizes[keep] += self._sizes[gone]
        self._sums[keep] += self._sums[gone]
        self._sums[:, keep] = self._sums[keep]
        self._barred[keep] |= self._barred[gone]
        self._barred[:, keep] = self._barred[keep]
        self._barred[gone] = self._barred[:, gone] = True
        self._barred[keep, keep] = True
