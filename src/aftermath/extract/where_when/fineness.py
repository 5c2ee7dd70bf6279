"""How fine a place is, which of two lies in the other, and which of two accounts tells more exactly.

A distance or direction from a place is an area. Nothing here asks what an event is.
"""

from aftermath.model import Place, PlaceMention, TimeMention
from aftermath.model.globe import great_circle_km

PRECISION = {
    "exact": 0,
    "relative": 1,
    "town": 1,
    "district": 2,
    "unknown": 2,
    "province": 3,
    "region": 4,
    "country": 5,
}
COARSE = 3
"""From this rank of `PRECISION` on a place is an area that other places lie in."""


def rank(mention: PlaceMention) -> int:
    """How fine a place is, 0 the finest; a distance or direction from a place is an area, "the east" a region."""
    if mention.place.precision == "unknown" and mention.place.name.startswith("the "):
        return PRECISION["region"]
    if mention.place.precision == "relative" and not mention.text.lower().startswith(
        ("near", "around", "outside", "on ")
    ):
        return COARSE
    return PRECISION.get(mention.place.precision, 2)


def lies_in(inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether a place is part of a country or province, by its country and its areas."""
    one, two = inner.place, outer.place
    if one.lat is None or rank(inner) >= rank(outer) or rank(outer) < COARSE:
        return False
    if two.precision == "country":
        return one.country == two.country
    return bool(two.admin) and one.country == two.country and bool(set(one.admin[1:]) & {two.name, *two.admin[1:]})


def distance_km(one: Place, two: Place) -> float:
    """How far apart two places are; infinitely, where one is not on the map."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return float("inf")
    return great_circle_km(one.lat, one.lon, two.lat, two.lon)


def finer_place(told: list[PlaceMention], again: list[PlaceMention]) -> list[PlaceMention]:
    """Of an event's places in two accounts, the finer one where it is known to lie in the other."""
    if not told or not again:
        return told or again
    return again if lies_in(again[0], told[0]) else told


def closer_time(told: list[TimeMention], again: list[TimeMention]) -> list[TimeMention]:
    """Of an event's times in two accounts, those of the account that tells the shorter interval within the other's."""
    if not told or not again:
        return told or again
    one, two = told[0].time, again[0].time
    if one.start is None or two.start is None or one.end is None or two.end is None:
        return told
    within = one.start <= two.start and two.end <= one.end
    return again if within and (two.end - two.start) < (one.end - one.start) else told
