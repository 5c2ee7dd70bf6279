"""Places that words may name, for a person to choose from: those near where the report already is come first."""

from collections.abc import Sequence
from dataclasses import dataclass

from aftermath.model.globe import great_circle_km
from aftermath.resolve.gazetteer.entry import Entry
from aftermath.resolve.gazetteer.lookup import Gazetteer

FEW = 5
"""Where fewer places have the very name, those spelled alike are given too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place with the areas that hold it, how alike its name is (0 to 100), and how far it is from the nearest point.

    `km` is None where there is no point to measure from.
    """

    entry: Entry
    admin: tuple[str, ...]
    likeness: float
    km: float | None


def candidates(
    gazetteer: Gazetteer, name: str, around: Sequence[tuple[float, float]], most: int = 20
) -> list[Candidate]:
    """Places of a name, then of names spelled alike; near to far, without points to measure from the largest first."""
    found = {entry.ref: (100.0, entry) for entry in gazetteer.named(name)}
    if len(found) < FEW:
        for likeness, entry in gazetteer.sounding(name):
            found.setdefault(entry.ref, (likeness, entry))
    made = [_candidate(gazetteer, entry, likeness, around) for likeness, entry in found.values()]
    made.sort(key=lambda one: (one.likeness < 100, one.km or 0.0, -one.entry.population, one.entry.ref))
    return made[:most]


def _candidate(gazetteer: Gazetteer, entry: Entry, likeness: float, around: Sequence[tuple[float, float]]) -> Candidate:
    away = [great_circle_km(entry.lat, entry.lon, *point) for point in around]
    km = round(min(away), 1) if away else None
    return Candidate(entry=entry, admin=gazetteer.admin(entry), likeness=round(likeness, 1), km=km)
