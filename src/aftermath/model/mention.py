"""Places, times and quantities as a report words them, with the values they stand for."""

from dataclasses import dataclass
from datetime import date

from aftermath.model.words import Words

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words lie on the map, how surely, and why.

    `precision`: exact, town, district, province, country, region, relative, or unknown
    (named but not placed: `lat` and `lon` are None). `radius_km` says how far the true
    place may lie from the point. `admin` runs from country downwards. `alternatives` are
    names of other places that the words could mean. `country` is ISO 3166 alpha-2 or "".
    """

    name: str
    lat: float | None = None
    lon: float | None = None
    precision: str = "unknown"
    radius_km: float | None = None
    id: str | None = None
    country: str = ""
    admin: tuple[str, ...] = ()
    feature: str = ""
    why: str = ""
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention(Words):
    """Words that name a place, and the place. `adjectival` for "Syrian", "Damascene"."""

    place: Place
    adjectival: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """First and last day that words can mean; both None where they could not be resolved.

    `precision`: hour, day, week, month, year or unknown. `anchor` is the day from which a
    relative expression was counted, None where it needs none.
    """

    start: date | None = None
    end: date | None = None
    precision: str = "unknown"
    anchor: date | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention(Words):
    """Words that say when, and the days they mean.

    `kind`: "point" (on Wednesday, last month), "span" (since February, in ten days: an
    aggregate's interval), "duration" (for three hours: no date in itself).
    """

    time: Time
    kind: str = "point"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Words):
    """Words of number and the numbers they allow; None is an open bound."""

    low: int | None
    high: int | None
