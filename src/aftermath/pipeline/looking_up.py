"""What words of a report may mean, looked up for a person who puts a claim right: places and days.

Takes a reader, words and the record that they are of; gives values that a correction takes.
"""

from dataclasses import dataclass
from datetime import date

from aftermath import lang
from aftermath.model import Place, Record, TimeMention
from aftermath.pipeline.stages import Reader
from aftermath.resolve import time
from aftermath.resolve.gazetteer.nearest import Candidate, candidates

PRECISION = {"spot": "exact"}
"""Precisions by the level of a place, where they are not called the same."""

WIDE = ("country", "province", "region")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A place that words may name; `km` is how far it is from the report's nearest other place, None without one."""

    place: Place
    population: int
    likeness: float
    km: float | None


def places_named(reader: Reader, words: str, record: Record | None, most: int) -> list[Named]:
    """The places that words may name, those near the report's other places first."""
    return [_named(one) for one in candidates(reader.gazetteer, words, _points(record), most)]


def _points(record: Record | None) -> list[tuple[float, float]]:
    """Where the report's claims are, areas left out where there is anything finer."""
    found = [mention.place for claim in (record.claims if record else ()) for mention in claim.where]
    placed = [(place.lat, place.lon, place.precision) for place in found if place.lat is not None]
    fine = [one for one in placed if one[2] not in WIDE] or placed
    return [(lat, lon) for lat, lon, _ in fine if lon is not None]


def _named(one: Candidate) -> Named:
    entry = one.entry
    place = Place(
        name=entry.name,
        lat=round(entry.lat, 5),
        lon=round(entry.lon, 5),
        precision=PRECISION.get(entry.level, entry.level),
        radius_km=round(entry.radius_km, 1),
        id=entry.ref,
        country=entry.country,
        admin=one.admin,
        feature=entry.feature,
    )
    return Named(place=place, population=entry.population, likeness=one.likeness, km=one.km)


def days_meant(reader: Reader, words: str, published: date | None) -> tuple[TimeMention, ...]:
    """The expressions of time in words, and the days they mean seen from a report's date; () where there is none."""
    return time.times(lang.parse(words, pipeline=reader.settings.pipeline), published)
