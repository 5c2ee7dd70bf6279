"""Claims grouped by how well every claim of a group goes with every other.

Takes the sums of compared pairs, gives groups. Groups grow by average link: the two whose
claims go together best on average are merged first, until no average reaches the threshold.
So one loose claim cannot chain two incidents together, and the order of claims is of no
account: equals are settled by the least ids. A barred pair keeps its groups apart for good.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from aftermath.link.compare import LINK, UNMET
from aftermath.link.ruling import Pair, Ruling


@dataclass(slots=True)
class _Group:
    """Claims so far merged, and the sums of their pairs with each other group that it met."""

    members: tuple[str, ...]
    sums: dict[str, tuple[float, int]] = field(default_factory=dict)
    barred: set[str] = field(default_factory=set)


def clusters(
    ids: Iterable[str], totals: Mapping[Pair, float], barred: frozenset[Pair] | set[Pair], ruled: Ruling
) -> list[tuple[str, ...]]:
    """Groups of the claims, each sorted, in the order of their least ids."""
    groups = {name: _Group((name,)) for name in sorted(ids)}
    _fill(groups, totals, (set(barred) - ruled.joined) | ruled.parted)
    for pair in sorted(map(sorted, ruled.joined)):
        _join_ruled(groups, pair[0], pair[1])
    queue = [entry for name in groups for entry in _offers(groups, name)]
    heapq.heapify(queue)
    while queue:
        _, one, other, sizes = heapq.heappop(queue)
        if one not in groups or other not in groups or sizes != _sizes(groups, one, other):
            continue  # an offer from before one of them grew
        _merge(groups, one, other)
        for entry in _offers(groups, one):
            heapq.heappush(queue, entry)
    return sorted(tuple(sorted(group.members)) for group in groups.values())


def _fill(groups: dict[str, _Group], totals: Mapping[Pair, float], barred: set[Pair]) -> None:
    for pair, total in totals.items():
        one, other = sorted(pair)
        groups[one].sums[other] = groups[other].sums[one] = (total, 1)
    for pair in barred:
        one, other = sorted(pair)
        if one in groups and other in groups:
            groups[one].barred.add(other)
            groups[other].barred.add(one)


def _sizes(groups: Mapping[str, _Group], one: str, other: str) -> tuple[int, int]:
    return len(groups[one].members), len(groups[other].members)


def _offers(groups: Mapping[str, _Group], name: str) -> Iterable[tuple[float, str, str, tuple[int, int]]]:
    """The merges with this group that reach the threshold, best first when sorted."""
    group = groups[name]
    for other, (total, met) in group.sums.items():
        if other in group.barred:
            continue
        pairs = len(group.members) * len(groups[other].members)
        mean = (total + UNMET * (pairs - met)) / pairs
        if mean >= LINK:
            least, most = sorted((name, other))
            yield -round(mean, 9), least, most, _sizes(groups, least, most)


def _merge(groups: dict[str, _Group], keep: str, gone: str) -> None:
    """Let one group take in another; the group's name is its least claim's."""
    taken, group = groups.pop(gone), groups[keep]
    group.members = (*group.members, *taken.members)
    merged: dict[str, tuple[float, int]] = defaultdict(lambda: (0.0, 0))
    for sums in (group.sums, taken.sums):
        for other, (total, met) in sums.items():
            merged[other] = (merged[other][0] + total, merged[other][1] + met)
    group.sums = {other: found for other, found in merged.items() if other not in (keep, gone)}
    group.barred = (group.barred | taken.barred) - {keep, gone}
    for other in taken.sums.keys() | group.sums.keys() | group.barred:
        neighbour = groups.get(other)
        if neighbour is None:
            continue
        neighbour.sums.pop(gone, None)
        if other in group.sums:
            neighbour.sums[keep] = group.sums[other]
        if gone in neighbour.barred or keep in neighbour.barred:
            neighbour.barred = (neighbour.barred - {gone}) | {keep}


def _join_ruled(groups: dict[str, _Group], one: str, other: str) -> None:
    """Merge the groups of two claims, as a person wants, whatever speaks against it."""
    names = sorted(name for name, group in groups.items() if one in group.members or other in group.members)
    if len(names) > 1:
        _merge(groups, names[0], names[1])
