"""Claims kept with what they were compared with, so that new ones can be added.

Takes tellings, a few or all at once, and people's judgements; gives the groups of claims
that are of one incident. Added in pieces or in one go, in any order, the groups are the
same: a new claim changes only the knot of claims that it hangs together with.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from aftermath.link.block import Blocks
from aftermath.link.cluster import clusters
from aftermath.link.compare import LINK, Comparison, compare
from aftermath.link.knots import knots
from aftermath.link.ruling import Pair, Ruling
from aftermath.link.telling import Telling
from aftermath.link.weighing import Weigh, weighed


@dataclass(slots=True)
class Links:
    """All tellings known, the sums of those that were compared, and the groups they fall into."""

    ruled: Ruling = field(default_factory=Ruling)
    weigh: Weigh = weighed
    tellings: dict[str, Telling] = field(default_factory=dict)
    _blocks: Blocks = field(default_factory=Blocks)
    _totals: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    _barred: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _knots: dict[str, set[str]] = field(default_factory=dict)
    _groups: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def add(self, tellings: Iterable[Telling]) -> set[tuple[str, ...]]:
        """Take in new tellings; returns the groups that are new or changed. Known ids are left alone."""
        fresh = [self._compared(telling) for telling in tellings if telling.id not in self.tellings]
        joined = self._joined()
        met = {other for name in fresh for other in (*self._strong(name), *joined.get(name, ()))}
        touched = {name: self.tellings[name] for other in (*fresh, *met) for name in self._knots.get(other, (other,))}
        changed: set[tuple[str, ...]] = set()
        for knot in knots(touched.values(), self._totals, joined):
            changed |= self._regroup(knot)
        return changed

    def groups(self) -> list[tuple[str, ...]]:
        """The groups, each sorted, in the order of their least ids."""
        return sorted(set(self._groups.values()))

    def knots(self) -> list[set[str]]:
        """The sets of claims that hang together, of which groups are parts."""
        return list({id(knot): knot for knot in self._knots.values()}.values())

    def comparison(self, one: str, other: str) -> Comparison:
        """How two known claims compare, with the reasons."""
        return compare(self.tellings[one], self.tellings[other])

    def compared(self, name: str) -> dict[str, float]:
        """The claims that this one was compared with and is not barred from, with the sums."""
        return dict(self._totals.get(name, {}))

    def _compared(self, telling: Telling) -> str:
        for name in self._blocks.near(telling):
            total, is_barred = self.weigh(telling, self.tellings[name])
            if is_barred:
                self._barred[telling.id].add(name)
                self._barred[name].add(telling.id)
            else:
                self._totals[telling.id][name] = self._totals[name][telling.id] = total
        self.tellings[telling.id] = telling
        self._blocks.file(telling)
        return telling.id

    def _strong(self, name: str) -> Iterator[str]:
        """The claims that this one may link to."""
        return (other for other, total in self._totals.get(name, {}).items() if total >= LINK)

    def _joined(self) -> dict[str, set[str]]:
        """Whom people put together with whom, among the claims known."""
        found: dict[str, set[str]] = defaultdict(set)
        for one, other in map(sorted, self.ruled.joined):
            if one in self.tellings and other in self.tellings:
                found[one].add(other)
                found[other].add(one)
        return found

    def _regroup(self, knot: set[str]) -> set[tuple[str, ...]]:
        self._knots.update(dict.fromkeys(knot, knot))
        before = {self._groups[name] for name in knot if name in self._groups}
        after = set(clusters(knot, *self._pairs(knot), _within(self.ruled, knot)))
        self._groups.update({name: group for group in after for name in group})
        return after - before

    def _pairs(self, knot: set[str]) -> tuple[dict[Pair, float], set[Pair]]:
        totals = {
            frozenset((name, other)): total
            for name in knot
            for other, total in self._totals.get(name, {}).items()
            if name < other and other in knot
        }
        barred = {frozenset((name, other)) for name in knot for other in self._barred.get(name, set()) & knot}
        return totals, barred


def _within(ruled: Ruling, knot: set[str]) -> Ruling:
    """The part of a ruling that is about these claims."""
    if not ruled.joined and not ruled.parted:
        return ruled
    joined = frozenset(pair for pair in ruled.joined if pair <= knot)
    return Ruling(joined, frozenset(pair for pair in ruled.parted if pair <= knot))
