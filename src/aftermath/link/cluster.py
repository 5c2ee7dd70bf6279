"""Claims grouped by how well every claim of a group goes with every other.

Takes the sums of compared pairs, gives groups. Groups grow by average link: the two whose
claims go together best on average are merged first, until no average reaches the threshold.
So one loose claim cannot chain two incidents together, and the order of claims is of no
account: equals are settled by the least ids. A barred pair keeps its groups apart for good.

Sums stand in a square of numbers, a row a group, and the best partner of each row is kept:
so a merge costs about what a row has, and a thousand claims that hang together a fraction of
a second.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from aftermath.link.compare import LINK, UNMET
from aftermath.link.ruling import Pair, Ruling

NEVER = -np.inf


def clusters(
    ids: Iterable[str], totals: Mapping[Pair, float], barred: frozenset[Pair] | set[Pair], ruled: Ruling
) -> list[tuple[str, ...]]:
    """Groups of the claims, each sorted, in the order of their least ids."""
    names = sorted(ids)
    if len(names) == 1:
        return [(names[0],)]
    at = {name: i for i, name in enumerate(names)}
    groups = _Groups(len(names))
    groups.fill(_places(totals, at), list(totals.values()))
    groups.bar(_places([pair for pair in (barred - ruled.joined) | ruled.parted if pair <= at.keys()], at))
    for one, other in sorted(sorted(at[name] for name in pair) for pair in ruled.joined if pair <= at.keys()):
        groups.join(one, other)
    groups.grow()
    return sorted(tuple(names[i] for i in sorted(members)) for members in groups.members if members)


def _places(pairs: Iterable[Pair], at: Mapping[str, int]) -> NDArray[np.intp]:
    """Rows and columns of pairs, two lists."""
    return np.array([[at[name] for name in pair] for pair in pairs], dtype=np.intp).reshape(-1, 2).T


class _Groups:
    """Groups by the number of their first claim: members, sums of their pairs with others, and who is barred."""

    def __init__(self, size: int) -> None:
        self.members = [[i] for i in range(size)]
        self._sizes = np.ones(size)
        self._sums = np.full((size, size), UNMET)
        self._barred = np.eye(size, dtype=bool)

    def fill(self, places: NDArray[np.intp], totals: Sequence[float]) -> None:
        self._sums[places[0], places[1]] = self._sums[places[1], places[0]] = totals

    def bar(self, places: NDArray[np.intp]) -> None:
        self._barred[places[0], places[1]] = self._barred[places[1], places[0]] = True

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
