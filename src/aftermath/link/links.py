"""Claims kept with what they were compared with, so that new ones can be added.

Takes tellings, a few or all at once, and people's judgements; gives the groups of claims
that are of one incident. Added in pieces or in one go, in any order, the groups are the
same: a new claim changes only the knot of claims that it hangs together with.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field

import numpy as np

from aftermath.link.cluster import clusters
from aftermath.link.compare import LINK, Comparison, compare
from aftermath.link.knots import LOOSE, knots
from aftermath.link.pairs import Pairs
from aftermath.link.ruling import Pair, Ruling
from aftermath.link.telling import Telling
from aftermath.link.ties import Places, Ties, joined
from aftermath.link.weighing import NEVER
from aftermath.model.filing import Hanging

Group = tuple[str, ...]

NOWHERE = -1
"""The place of a claim that is left out."""


@dataclass(slots=True)
class Links:
    """All claims known, the sums of those that were compared, and the groups they fall into."""

    ruled: Ruling = field(default_factory=Ruling)
    pairs: Pairs = field(default_factory=Pairs)
    _names: list[str] = field(default_factory=list)
    _place: dict[str, int] = field(default_factory=dict)
    _days: list[int] = field(default_factory=list)
    _ties: Ties = field(default_factory=lambda: Ties.of(()))
    _knots: dict[str, Group] = field(default_factory=dict)
    _groups: dict[str, Group] = field(default_factory=dict)

    @property
    def tellings(self) -> dict[str, Telling]:
        """The claims as they were told, by their ids."""
        return self.pairs.tellings

    def add(self, tellings: Iterable[Telling]) -> set[Group]:
        """Take in new tellings; returns the groups that are new or changed. Known ids are left alone."""
        fresh = [telling for telling in tellings if telling.id not in self._place]
        for telling in fresh:
            self.pairs.add(telling)
            self._know(telling.id, telling.day)
        self._ties = joined((self._ties, Ties.of(self._weighed(fresh))))
        changed: set[Group] = set()
        for knot, ties in self._touched():
            changed |= self._regroup(knot, ties)
        return changed

    def take(self, linked: Hanging, settled: Set[str], without: Set[str]) -> None:
        """Take in claims that were linked before, but for those `without`, and the knots of them that are `settled`.

        Those of other knots are grouped anew by the next `add`.
        """
        kept = [name not in without for name in linked.ids]
        places = [
            self._know(name, day) if keep else NOWHERE
            for name, day, keep in zip(linked.ids, linked.days, kept, strict=True)
        ]
        ties = Ties(linked.one, linked.other, linked.total)
        self._ties = joined((self._ties, ties.moved(np.array(places, dtype=np.intp))))
        known = [i for i, knot in enumerate(linked.knots) if knot in settled]
        for of_whom, found in ((linked.knots, self._knots), (linked.incidents, self._groups)):
            members: dict[str, list[str]] = defaultdict(list)
            for i in known:
                members[of_whom[i]].append(linked.ids[i])
            for names in map(tuple, map(sorted, members.values())):
                found.update(dict.fromkeys(names, names))

    def groups(self) -> list[Group]:
        """The groups, each sorted, in the order of their least ids."""
        return sorted(set(self._groups.values()))

    def knots(self) -> list[Group]:
        """The claims that hang together, each sorted, of which groups are parts."""
        return sorted(set(self._knots.values()))

    def comparison(self, one: str, other: str) -> Comparison:
        """How two known claims compare, with the reasons."""
        return compare(self.tellings[one], self.tellings[other])

    def compared(self) -> dict[str, dict[str, float]]:
        """For each claim those that it was compared with and is not barred from, with the sums."""
        found: dict[str, dict[str, float]] = defaultdict(dict)
        for i, j, total in zip(*(column.tolist() for column in self._ties), strict=True):
            if total > NEVER:
                one, other = self._names[i], self._names[j]
                found[one][other] = found[other][one] = total
        return found

    def _know(self, name: str, day: int | None) -> int:
        self._place[name] = len(self._names)
        self._names.append(name)
        self._days.append(LOOSE if day is None else day)
        return self._place[name]

    def _weighed(self, fresh: Iterable[Telling]) -> Iterator[tuple[int, int, float]]:
        for telling in fresh:
            for other, total in self.pairs.sums[telling.id].items():
                if other in self._place:
                    yield self._place[telling.id], self._place[other], total

    def _touched(self) -> Iterator[tuple[list[str], Ties]]:
        """The knots, with the pairs in each, of claims that lie in none yet and of all those whose knots they touch."""
        names = sorted({name for close in self._close() for name in self._knots.get(close, (close,))})
        places = np.array([self._place[name] for name in names], dtype=np.intp)
        to = np.full(len(self._names), NOWHERE)
        to[places] = np.arange(len(names))
        ties = self._ties.moved(to)
        joined_by_people = _places(self.ruled.joined, {name: i for i, name in enumerate(names)})
        day = np.array(self._days, dtype=np.intp)[places]
        yield from _parts(names, ties, knots(names, day, ties.where(ties.total >= LINK), joined_by_people))

    def _close(self) -> list[str]:
        """The claims that lie in no knot yet, and those that they may link to or that people put with them."""
        is_close = np.array([name not in self._knots for name in self._names], dtype=bool)
        strong = self._ties.where(self._ties.total >= LINK)
        near = strong.where(is_close[strong.one] | is_close[strong.other])
        is_close[near.one] = is_close[near.other] = True
        pairs = _places(self.ruled.joined, self._place)
        is_close[pairs[is_close[pairs].any(axis=1)]] = True
        return [self._names[i] for i in np.flatnonzero(is_close)]

    def _regroup(self, knot: list[str], ties: Ties) -> set[Group]:
        """The groups of a knot that are new or changed; none where the knot is as it was."""
        if self._knots.get(knot[0]) == tuple(knot):
            return set()
        self._knots.update(dict.fromkeys(knot, tuple(knot)))
        before = {self._groups[name] for name in knot if name in self._groups}
        place = {name: i for i, name in enumerate(knot)}
        said = [_places(pairs, place) for pairs in (self.ruled.joined, self.ruled.parted)]
        after = {tuple(knot[i] for i in group) for group in clusters(len(knot), ties, *said)}
        self._groups.update({name: group for group in after for name in group})
        return after - before


def _places(pairs: Iterable[Pair], place: Mapping[str, int]) -> Places:
    """The places of pairs of which both are known, a row each."""
    found = [sorted(place[name] for name in pair) for pair in pairs if pair <= place.keys()]
    return np.array(found, dtype=np.intp).reshape(-1, 2)


def _parts(names: Sequence[str], ties: Ties, label: Places) -> Iterator[tuple[list[str], Ties]]:
    """The claims of each label, with the pairs among them by their places in that list."""
    order = np.argsort(label, kind="stable")
    labels, starts, sizes = np.unique(label[order], return_index=True, return_counts=True)
    within = np.empty(len(names), dtype=np.intp)
    within[order] = np.arange(len(names)) - np.repeat(starts, sizes)
    ties = ties.where(label[ties.one] == label[ties.other])
    ties = ties.where(np.argsort(label[ties.one], kind="stable"))
    firsts, lasts = (np.searchsorted(label[ties.one], labels, side) for side in ("left", "right"))
    for start, size, first, last in zip(starts, sizes, firsts, lasts, strict=True):
        part = ties.where(slice(first, last))
        yield [names[i] for i in order[start : start + size]], Ties(within[part.one], within[part.other], part.total)
