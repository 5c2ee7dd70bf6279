"""Which claims hang together, so that they are grouped at once: by day first, then across days.

Takes the days of claims and the pairs that may link, gives knots. Grouping looks at nothing outside a knot,
so what may be one incident must be in one; and a knot must not grow with a war. In a city that
is told of every day, claims that are alike as pairs hang together from the first day to the last.
So pairs tie in three ways:

- Claims of one and the same day tie by every pair that may link.
- All that hangs together on a day ties to another day by its best pair alone: accounts of one
  incident may put it on two days.
- A claim that allows several days, or tells none, ties to the dated claim that it goes best with;
  only where there is none, to others like itself. It follows, and brings no two days together.

Each picks by its own pairs, so the order of claims is of no account, and a new claim changes no
knots but those that it has a pair with. Equals are settled by a digest of their ids: by the ids,
which may follow the days, each day would pick the one before, and a war be one knot again.
"""

from collections.abc import Sequence
from zlib import crc32

import numpy as np

from aftermath.link.ties import Places, Ties, together

LOOSE = -1
"""The day of a claim that tells none, or several."""


def knots(names: Sequence[str], day: Places, ties: Ties, joined: Places) -> Places:
    """A label for each claim, the same for all of a knot; people's `joined` pairs, a row each, tie as well.

    `ties` are the pairs that may link.
    """
    first, second = day[ties.one], day[ties.other]
    same = (first == second) & (first != LOOSE)
    of_a_day = together(len(names), ties.one[same], ties.other[same])
    picks = _picks(names, ties.where(first != second), day, of_a_day)
    free = day == LOOSE
    free[[chooser for chooser, *_ in picks]] = False
    tied = same | (free[ties.one] & free[ties.other])
    pairs = np.array([pick[1:] for pick in picks], dtype=np.intp).reshape(-1, 2)
    edges = np.concatenate((np.stack((ties.one[tied], ties.other[tied]), axis=1), pairs, joined))
    return together(len(names), edges[:, 0], edges[:, 1])


def _picks(names: Sequence[str], ties: Ties, day: Places, of_a_day: Places) -> list[tuple[int, int, int]]:
    """Of each loose claim and of each set of a day the best pair with a dated claim of another day."""
    ways = [(ties.one, ties.other), (ties.other, ties.one)]
    rows = np.concatenate([np.flatnonzero(day[partner] != LOOSE) for _, partner in ways])
    choosers = np.concatenate([of_a_day[chooser[day[partner] != LOOSE]] for chooser, partner in ways])
    best = np.full(len(names), -np.inf)
    np.maximum.at(best, choosers, ties.total[rows])
    picks: dict[int, tuple[int, str, str, int, int]] = {}
    for place in np.flatnonzero(ties.total[rows] == best[choosers]):
        row, chooser = rows[place], int(choosers[place])
        (one, i), (other, j) = sorted((names[k], int(k)) for k in (ties.one[row], ties.other[row]))
        pick = (crc32(f"{one} {other}".encode()), one, other, i, j)
        picks[chooser] = min(picks.get(chooser, pick), pick)
    return [(chooser, i, j) for chooser, (*_, i, j) in picks.items()]
