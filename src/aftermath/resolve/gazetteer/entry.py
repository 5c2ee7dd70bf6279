"""One place as the gazetteer holds it.

Takes nothing, knows no files. Distances are in kilometres on a sphere.
"""

import math
from dataclasses import dataclass, field

from aftermath.model.globe import great_circle_km

KM_PER_DEGREE = 111.2
Box = tuple[float, float, float, float]
"""South, west, north, east, in degrees."""

OWN, OTHER, DEMONYM, ABBREVIATION = range(4)
"""Ranks of name: a place's own, another, the word for what is its ("Syrian"), a short form ("Tex.")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row of the gazetteer.

    `ref` names it for good ("geonames:169389", "pcode:C3871", "iso:SY"); `feature` is a
    GeoNames feature code or one of the conflict table's kinds; `country` is ISO 3166
    alpha-2; `admin1` and `admin2` are codes of admin areas ("SY.12", "SY12"); `box` is an
    area's extent, None for points; `source` is the table it came from; `rank` says under what
    kind of name it was found.
    """

    ref: str
    name: str
    lat: float
    lon: float
    feature: str
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population: int = 0
    box: Box | None = None
    source: str = ""
    rank: int = 0
    level: str = field(init=False, repr=False, compare=False)
    """What size of place it is: country, province, district, region, town or spot."""
    is_area: bool = field(init=False, repr=False, compare=False)
    """Whether it holds towns."""

    def __post_init__(self) -> None:
        """Tell the size, which is asked of each place again and again."""
        level = LEVELS.get(self.feature) or ("town" if self.feature.startswith("P") else "spot")
        object.__setattr__(self, "level", level)
        object.__setattr__(self, "is_area", level in AREAS)

    @property
    def radius_km(self) -> float:
        """How far its parts may lie from its point: half an area's diagonal, or by a town's population."""
        if self.box:
            south, west, north, east = self.box
            if north > south or east > west:
                return max(2.0, great_circle_km(south, west, north, east) / 2)
        if self.is_area:
            return USUAL_RADIUS[self.level]
        # built-up areas: about 1 km for a village, 4 km for 100,000 people, 15 km for 5 million
        return min(20.0, max(1.0, (self.population / 6000) ** 0.5)) if self.level == "town" else 2.0

    def distance_to(self, other: "Entry") -> float:
        """Kilometres between two places' points."""
        return great_circle_km(self.lat, self.lon, other.lat, other.lon)

    def holds(self, other: "Entry") -> bool:
        """Whether this area holds the other place, by code, else by extent."""
        if self.ref == other.ref or not self.is_area:
            return False
        if self.country and other.country and self.country != other.country:
            return False
        if self.level == "country":
            return True
        own = self.admin2 or self.admin1
        theirs = other.admin2 if self.admin2 else other.admin1
        if own and theirs and own.partition(".")[1] == theirs.partition(".")[1]:
            return own == theirs
        if self.box is None or self.box[:2] == self.box[2:]:  # no more is known than a point in it
            same = bool(self.admin1) and self.admin1 == other.admin1
            return same and self.level == "district" and self.distance_to(other) <= self.radius_km
        return within(self.box, other.lat, other.lon)


USUAL_RADIUS = {"country": 400.0, "province": 80.0, "district": 20.0, "region": 50.0}
"""Radii in km of areas whose extent is not known: medians of those that are, rounded."""
AREAS = frozenset({"country", "province", "district", "region"})
"""Sizes of places that hold towns."""
LEVELS = {
    "PCLI": "country", "PCLS": "country", "PCL": "country", "PCLF": "country", "PCLD": "country", "TERR": "country",
    "PCLIX": "country", "PCLH": "country",
    "ADM1": "province", "ADM1H": "province", "ADM2": "district", "ADM2H": "district", "ADM3": "district",
    "ADM4": "district", "ADMD": "district", "ADM3H": "district",
    "RGN": "region", "CONT": "region", "RGNE": "region", "ISL": "region", "ISLS": "region", "AREA": "region",
    "MTS": "region", "VAL": "region", "DSRT": "region", "PEN": "region", "SEA": "region", "GULF": "region",
    "LK": "region", "STM": "region", "OCN": "region", "RGNH": "region",
}  # fmt: skip
"""Sizes of place by GeoNames feature code; populated places are towns, all else spots."""


def within(box: Box, lat: float, lon: float, slack: float = 0.05) -> bool:
    """Whether a point lies in an extent, give or take `slack` degrees (outlines are rounded)."""
    south, west, north, east = box
    return south - slack <= lat <= north + slack and west - slack <= lon <= east + slack


def moved(lat: float, lon: float, km: float, degrees: float) -> tuple[float, float]:
    """The point `km` away from a point on a compass bearing, to two decimals of a kilometre at these ranges."""
    bearing = math.radians(degrees)
    north = km * math.cos(bearing) / KM_PER_DEGREE
    east = km * math.sin(bearing) / (KM_PER_DEGREE * max(0.05, math.cos(math.radians(lat))))
    return lat + north, lon + east
