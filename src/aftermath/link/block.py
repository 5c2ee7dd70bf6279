"""Which claims are worth comparing: those that share place, day and family of event.

Takes tellings, files each under keys and finds the others that one should be compared with.
Areas and places without a point have keys of their own, so that a claim about a province
meets those in it without all claims of the province meeting each other. The cost grows with
the claims of a day and place, not with all claims.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import ceil, cos, floor, radians

from aftermath.link.family import FAMILIES, families
from aftermath.link.setting import LOOK_BACK_DAYS
from aftermath.link.spot import Spot
from aftermath.link.telling import Telling

Key = tuple[object, ...]

FINE_DEGREES = 0.25
COARSE_DEGREES = 2.0
KM_A_DEGREE = 111.2
REACH_KM = 12.5
"""Half of `setting.FAR_KM`: two points that one incident may have fall into a common cell."""

LONGEST_DAYS = 40
"""A single incident dated more loosely than this meets only claims of its own report."""

MONTH_DAYS = 30


Entry = tuple[int, int, int, str]
"""First and last period, the families as bits, and the id."""


class Blocks:
    """Tellings filed by place and, within it, by day; those with as many days lie together, so that few are passed."""

    def __init__(self) -> None:
        self._reports: dict[Key, list[str]] = defaultdict(list)
        self._filed: dict[Key, dict[int, list[Entry]]] = defaultdict(dict)

    def file(self, telling: Telling) -> None:
        """Make the telling known to those that come later."""
        self._reports[_report(telling)].append(telling.id)
        entry = _entry(telling)
        if entry:
            size = (entry[1] - entry[0]).bit_length()
            for where in _where(telling, own=True):
                insort(self._filed[telling.claim.scope, *where].setdefault(size, []), entry)

    def near(self, telling: Telling) -> set[str]:
        """Ids of the filed tellings to compare with, its own not among them."""
        found = set(self._reports.get(_report(telling), ()))
        entry = _entry(telling)
        if entry:
            for where in _where(telling, own=False):
                for size, entries in self._filed.get((telling.claim.scope, *where), {}).items():
                    found.update(_meeting(entry, entries, 1 << size))
        found.discard(telling.id)
        return found


def _report(telling: Telling) -> Key:
    return telling.report, telling.claim.scope


def _entry(telling: Telling) -> Entry | None:
    """None where no day or no family is known: such a claim meets only those of its report."""
    days, kinds = periods(telling), _families(telling.claim.event)
    return (days[0], days[-1], kinds, telling.id) if days and kinds else None


@cache
def _families(event: str) -> int:
    return sum(1 << list(FAMILIES).index(family) for family in families(event))


def _meeting(entry: Entry, entries: list[Entry], longest: int) -> Iterator[str]:
    """Those that share a day and a family with the entry; they are in order and none is longer than that."""
    first, last, kinds, _ = entry
    nearby = entries[bisect_left(entries, (first - longest,)) : bisect_left(entries, (last + 1,))]
    return (name for _, end, theirs, name in nearby if end >= first and theirs & kinds)


def periods(telling: Telling) -> Sequence[int]:
    """The days on which it may have been, and one more; months for campaigns."""
    if telling.days is None:
        if telling.published is None:
            return ()
        last = telling.published.toordinal()
        first = last - LOOK_BACK_DAYS
    else:
        first, last = telling.days
    if telling.claim.scope == "campaign":
        return range(first // MONTH_DAYS, last // MONTH_DAYS + 1)
    # One day more on one side is enough for neighbours to meet.
    return range(first, last + 2) if last - first <= LONGEST_DAYS else ()


def _where(telling: Telling, *, own: bool) -> Iterator[Key]:
    # Who has no point is found, and finds, by the names of its place and by what was hit.
    marks = [("name", name) for name in telling.names] + [("target", word) for word in telling.targets]
    for mark in marks:
        if own or not telling.spots:
            yield mark
        if own is not bool(telling.spots):
            yield "unplaced", *mark
    for spot in telling.spots:
        coarse = _cells(spot, COARSE_DEGREES)
        if spot.is_wide:
            yield from ((kind, cell) for kind in (("wide",) if own else ("wide", "point")) for cell in coarse)
            continue
        yield from (("fine", cell) for cell in _cells(spot, FINE_DEGREES))
        yield from (("point" if own else "wide", cell) for cell in coarse)


@lru_cache(maxsize=10_000)
def _cells(spot: Spot, degrees: float) -> list[tuple[int, int]]:
    """The cells that the spot's reach touches, numbered from the south-west of the map."""
    reach = (spot.slack_km + REACH_KM) / KM_A_DEGREE
    across = reach / max(0.1, cos(radians(spot.lat)))
    rows = range(floor((spot.lat - reach) / degrees), ceil((spot.lat + reach) / degrees))
    columns = range(floor((spot.lon - across) / degrees), ceil((spot.lon + across) / degrees))
    return [(row, column) for row in rows for column in columns]
