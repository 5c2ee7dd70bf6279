"""Pairs of claims weighed: the sum of what comparing finds and whether it bars, remembered where asked for again.

Takes two tellings. Pieces that follow each other in a store ask for the same pairs, as the claims
that a new one hangs together with are linked anew with it.
"""

from collections.abc import Callable

from aftermath.link.compare import compare
from aftermath.link.telling import Telling

Weighed = tuple[float, bool]
Weigh = Callable[[Telling, Telling], Weighed]

MOST = 500_000
"""Pairs remembered, at most: some 100 MB."""


def weighed(one: Telling, other: Telling) -> Weighed:
    """The sum, and whether the two may not link."""
    found = compare(one, other)
    return found.total, found.is_barred


class Weighing:
    """A memory of pairs by their ids; forget it where a claim of an id may be another than before."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._known: dict[tuple[str, str], Weighed] = {}

    def __call__(self, one: Telling, other: Telling) -> Weighed:
        """What was found, or is found now."""
        pair = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        found = self._known.get(pair)
        if found is None:
            if len(self._known) >= self._most:
                self._known.clear()
            found = self._known[pair] = weighed(one, other)
        return found

    def forget(self) -> None:
        """Remember nothing."""
        self._known.clear()
