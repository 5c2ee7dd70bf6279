"""Pairs of claims with their sums as columns of numbers, and who is brought together by pairs.

Takes the places of claims in a list, gives columns and labels. A busy town has a hundred
thousand pairs; they are sifted here all at once.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.intp]


class Ties(NamedTuple):
    """Pairs: the places of the two claims, and their sum."""

    one: Places
    other: Places
    total: NDArray[np.float64]

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int, float]]) -> "Ties":
        """The columns of these pairs."""
        table: NDArray[Any] = np.fromiter(pairs, dtype=np.dtype((np.float64, 3)))
        return cls(table[:, 0].astype(np.intp), table[:, 1].astype(np.intp), table[:, 2])

    def where(self, wanted: NDArray[np.bool_] | Places | slice) -> "Ties":
        """Those of the rows that are wanted."""
        return Ties(self.one[wanted], self.other[wanted], self.total[wanted])

    def moved(self, to: Places) -> "Ties":
        """The pairs of claims that have a new place, which is told for each old one; -1 where there is none."""
        one, other = to[self.one], to[self.other]
        kept = (one >= 0) & (other >= 0)
        return Ties(one[kept], other[kept], self.total[kept])


def joined(tables: Iterable[Ties]) -> Ties:
    """All pairs of these."""
    columns = zip(Ties.of(()), *tables, strict=True)
    return Ties(*(np.concatenate(column) for column in columns))


def together(size: int, one: Places, other: Places) -> Places:
    """A label for each of so many claims: the least place among all that pairs bring together with it."""
    label = np.arange(size)
    while True:
        least = np.minimum(label[one], label[other])
        lower = label.copy()
        # Whoever a label points to is told as well, so that chains grow short at once.
        for places in (one, other, label[one], label[other]):
            np.minimum.at(lower, places, least)
        lower = lower[lower]
        if np.array_equal(lower, label):
            return label
        label = lower
