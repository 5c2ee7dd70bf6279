"""Which claims are worth comparing: those that share place, day and family of event.

Takes tellings, files each under keys and finds the others that one should be compared with.
Areas and places without a point have keys of their own, so that a claim about a province
meets those in it without all claims of the province meeting each other. The cost grows with
the claims of a day and place, not with all claims.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from math import ceil, cos, floor, radians

from aftermath.link.family import families
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


class Blocks:
    """Tellings filed by place, day and family of event."""

    def __init__(self) -> None:
        self._filed: dict[Key, list[str]] = defaultdict(list)

    def file(self, telling: Telling) -> None:
        """Make the telling known to those that come later."""
        for key in _keys(telling, own=True):
            self._filed[key].append(telling.id)

    def near(self, telling: Telling) -> set[str]:
        """Ids of the filed tellings to compare with, its own not among them."""
        found: set[str] = set()
        for key in _keys(telling, own=False):
            found.update(self._filed.get(key, ()))
        found.discard(telling.id)
        return found


def _keys(telling: Telling, *, own: bool) -> Iterator[Key]:
    """The keys to file under (`own`) or to look under; symmetric, so that the order of filing is one."""
    yield "report", telling.report, telling.claim.scope
    times = [(telling.claim.scope, family, day) for family in families(telling.claim.event) for day in periods(telling)]
    for where, when in product(tuple(_where(telling, own=own)), times):
        yield (*where, *when)


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


def _cells(spot: Spot, degrees: float) -> list[tuple[int, int]]:
    """The cells that the spot's reach touches, numbered from the south-west of the map."""
    reach = (spot.slack_km + REACH_KM) / KM_A_DEGREE
    across = reach / max(0.1, cos(radians(spot.lat)))
    rows = range(floor((spot.lat - reach) / degrees), ceil((spot.lat + reach) / degrees))
    columns = range(floor((spot.lon - across) / degrees), ceil((spot.lon + across) / degrees))
    return [(row, column) for row in rows for column in columns]
