"""Under which few keys a store files a claim, and where it seeks those that a claim may meet.

Takes tellings, gives `Filed` to keep and `Sought` to look for. Whoever meets in `block.Blocks`
is found here, and some more: `Blocks` has the last word. A claim is filed once a place and once
a name or target, not under every day and cell that it touches, so that a store stays small;
days and distances are ranges, which an index narrows.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from math import cos, floor, radians

from aftermath.link.block import COARSE_DEGREES, FINE_DEGREES, KM_A_DEGREE, LONGEST_DAYS, REACH_KM, periods
from aftermath.link.spot import WIDE_KM, Spot
from aftermath.link.telling import Telling
from aftermath.model.filing import Filed, Sought

CELL_DEGREES = 2.0
"""Places are filed by cells of this size; areas, which are few and reach far, by their days alone."""

TIGHT_DAYS = 3
"""Most claims allow no more days: they are filed apart from loose ones, which are sought farther back."""

APART_DAYS = 10
"""Two seekings under one key are made one where no more days lie between them."""

SPANS = {"tight": TIGHT_DAYS + 1, "loose": LONGEST_DAYS + 1}
"""By how much the last day of a claim of each kind can lie behind the first."""


def filed(telling: Telling) -> list[Filed]:
    """What to file a claim under; nothing where neither day nor publication is known."""
    days = periods(telling)
    if not days:
        return []
    first, last = days[0], days[-1]
    head = f"{telling.claim.scope} {_kind(telling, last - first)}"
    placed = "placed" if telling.spots else "unplaced"
    marks = [Filed(f"{head} {placed} {mark}", first, last) for mark in _marks(telling)]
    points = [Filed(f"{head} {_area(spot)}", first, last, spot.lat, spot.lon, *_size(spot)) for spot in telling.spots]
    return points + marks


def sought(tellings: Iterable[Telling]) -> list[Sought]:
    """Where to seek the claims that these may meet; neighbouring days of one key are sought at once."""
    by_key: dict[str, list[Sought]] = defaultdict(list)
    for telling in tellings:
        for one in _sought(telling):
            by_key[one.key].append(one)
    return [merged for _, wanted in sorted(by_key.items()) for merged in _merged(wanted)]


def _sought(telling: Telling) -> Iterator[Sought]:
    days = periods(telling)
    if not days:
        return
    first, last = days[0], days[-1]
    for kind in ("total",) if telling.claim.scope == "campaign" else SPANS:
        earliest = first - SPANS[kind] if kind in SPANS else 0
        head = f"{telling.claim.scope} {kind}"
        for placed, mark in product(("unplaced",) if telling.spots else ("unplaced", "placed"), _marks(telling)):
            yield Sought(f"{head} {placed} {mark}", earliest, first, last)
        for spot in telling.spots:
            tall, broad = _size(spot)
            box = (spot.lat - tall, spot.lat + tall, spot.lon - broad, spot.lon + broad)
            yield from (Sought(f"{head} {area}", earliest, first, last, *box) for area in _areas(spot))


def _merged(wanted: list[Sought]) -> Iterator[Sought]:
    """Seekings of one key, those of neighbouring days made one."""
    ordered = sorted(wanted, key=lambda one: (one.first, one.last))
    whole = ordered[0]
    for one in ordered[1:]:
        if one.first > whole.last + APART_DAYS:
            yield whole
            whole = one
            continue
        whole = Sought(
            whole.key,
            min(whole.earliest, one.earliest),
            whole.first,
            max(whole.last, one.last),
            min(whole.south, one.south),
            max(whole.north, one.north),
            min(whole.west, one.west),
            max(whole.east, one.east),
        )
    yield whole


def _kind(telling: Telling, span: int) -> str:
    if telling.claim.scope == "campaign":
        return "total"
    return "tight" if span <= SPANS["tight"] else "loose"


def _marks(telling: Telling) -> list[str]:
    return [f"name {name}" for name in sorted(telling.names)] + [f"target {word}" for word in sorted(telling.targets)]


def _area(spot: Spot) -> str:
    return "wide" if spot.is_wide else f"cell {_cell(spot.lat)} {_cell(spot.lon)}"


def _areas(spot: Spot) -> Iterator[str]:
    """Areas in which those lie that reach this one."""
    tall, broad = _size(spot)
    far, stretch = _size(Spot(min(89.0, abs(spot.lat) + tall + 1.0), 0.0, WIDE_KM))
    yield "wide"
    rows = range(_cell(spot.lat - tall - far), _cell(spot.lat + tall + far) + 1)
    columns = range(_cell(spot.lon - broad - stretch), _cell(spot.lon + broad + stretch) + 1)
    yield from (f"cell {row} {column}" for row, column in product(rows, columns))


def _size(spot: Spot) -> tuple[float, float]:
    """How far it reaches north and east, with its share of the cells that `Blocks` rounds to.

    Two places share a fine cell, an area and any other a coarse cell.
    """
    rounding = COARSE_DEGREES - FINE_DEGREES / 2 if spot.is_wide else FINE_DEGREES / 2
    reach = (spot.slack_km + REACH_KM) / KM_A_DEGREE
    return reach + rounding, reach / max(0.1, cos(radians(spot.lat))) + rounding


def _cell(degrees: float) -> int:
    return floor(degrees / CELL_DEGREES)
