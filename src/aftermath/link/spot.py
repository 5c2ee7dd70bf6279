"""A place as linking sees it: a point, how far the truth may lie from it, and its names.

Takes the places of a claim, gives `Spot`s; measures how far two are apart. Places without
coordinates have names only.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from aftermath.link.wording import names
from aftermath.model import PlaceMention
from aftermath.model.globe import great_circle_km

SLACK_KM = {
    "exact": 1.0,
    "town": 4.0,
    "relative": 10.0,
    "district": 15.0,
    "province": 80.0,
    "region": 100.0,
    "country": 500.0,
}
"""How far from its point a place of each precision may truly lie, where no radius is given.

Half the width of a usual town, district, province and country; the windows in which the
field looks for doubles (1 to 5 km) hold for towns.
"""

UNKNOWN_SLACK_KM = 4.0
WIDE_KM = 30.0
"""From here on a place is an area that holds incidents, not where one happened."""


class Spot(NamedTuple):
    """A point in degrees with its slack in kilometres."""

    lat: float
    lon: float
    slack_km: float

    @property
    def is_wide(self) -> bool:
        """Whether it is an area rather than a place."""
        return self.slack_km > WIDE_KM


def spots(mentions: Iterable[PlaceMention]) -> tuple[Spot, ...]:
    """The points of those places that have one, areas left out where there is a place."""
    found = [
        Spot(place.lat, place.lon, place.radius_km or SLACK_KM.get(place.precision, UNKNOWN_SLACK_KM))
        for place in (mention.place for mention in mentions)
        if place.lat is not None and place.lon is not None
    ]
    narrow = tuple(spot for spot in found if not spot.is_wide)
    return narrow or tuple(found)


def place_names(mentions: Iterable[PlaceMention]) -> frozenset[str]:
    """The names in the wordings of places and of what they were resolved to."""
    return frozenset().union(*(names(mention.text) | names(mention.place.name) for mention in mentions))


@lru_cache(maxsize=100_000)
def distance_km(one: Spot, other: Spot) -> float:
    """Great-circle distance of two points."""
    return great_circle_km(one.lat, one.lon, other.lat, other.lon)


def nearest(ones: Sequence[Spot], others: Sequence[Spot]) -> tuple[float, Spot, Spot]:
    """The least distance between two sets of points, neither empty, and the points it lies between."""
    if len(ones) == len(others) == 1:
        return distance_km(ones[0], others[0]), ones[0], others[0]
    pairs = ((distance_km(a, b), a, b) for a in ones for b in others)
    return min(pairs, key=lambda found: (found[0], found[1].slack_km + found[2].slack_km))
