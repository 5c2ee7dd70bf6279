"""Which claims hang together, so that they are grouped at once: by day first, then across days.

Takes claims with the sums of their pairs, gives knots. Grouping looks at nothing outside a knot,
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

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from zlib import crc32

from aftermath.link.compare import LINK
from aftermath.link.telling import Telling

Ties = Mapping[str, list[tuple[str, float]]]
"""Of each claim those that it may link to, with the sums."""

Pick = tuple[float, int, str, str]
"""A pair with its sum made negative and a digest: of several, the least is the best."""


def knots(
    tellings: Iterable[Telling], totals: Mapping[str, Mapping[str, float]], joined: Mapping[str, Set[str]]
) -> list[set[str]]:
    """The knots of claims that tie to none but each other; people's `joined` pairs tie as well."""
    day = {telling.id: telling.day for telling in tellings}
    ties = {name: [pair for pair in totals.get(name, {}).items() if pair[1] >= LINK and pair[0] in day] for name in day}
    sets = _Sets(day)
    for name, other, _ in _toward_dated(ties, day):
        if day[name] == day[other]:
            sets.join(name, other)
    picks = _picks(ties, day, sets)
    for *_, name, other in picks.values():
        sets.join(name, other)
    free = {name for name in day if day[name] is None and name not in picks}
    for name in free:
        for other, _ in ties[name]:
            if other in free:
                sets.join(name, other)
    for name in day:
        for other in joined.get(name, set()) & day.keys():
            sets.join(name, other)
    return sets.all()


def _toward_dated(ties: Ties, day: Mapping[str, int | None]) -> Iterator[tuple[str, str, float]]:
    return ((name, other, total) for name, found in ties.items() for other, total in found if day[other] is not None)


def _picks(ties: Ties, day: Mapping[str, int | None], sets: "_Sets") -> dict[str, Pick]:
    """The best pair with a dated claim of another day, of each loose claim and of each set of a day."""
    picks: dict[str, Pick] = {}
    for name, other, total in _toward_dated(ties, day):
        if day[name] != day[other]:
            one, two = sorted((name, other))
            chooser, pick = sets.head(name), (-total, crc32(f"{one} {two}".encode()), one, two)
            picks[chooser] = min(picks.get(chooser, pick), pick)
    return picks


class _Sets:
    """Sets of claims that grow together, each with a head."""

    def __init__(self, names: Iterable[str]) -> None:
        self._above = {name: name for name in names}

    def head(self, name: str) -> str:
        while (above := self._above[name]) != name:
            self._above[name] = name = self._above[above]
        return name

    def join(self, one: str, other: str) -> None:
        self._above[self.head(one)] = self.head(other)

    def all(self) -> list[set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name in self._above:
            found[self.head(name)].add(name)
        return list(found.values())
