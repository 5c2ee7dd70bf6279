"""Values of a claim's slots as a person gives them: words of the report, and what they stand for.

Takes a slot, its words and plain JSON values, gives the model's value; `Misuse` where it cannot be.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aftermath.model import (
    HARM_KINDS,
    Harm,
    Misuse,
    Party,
    Place,
    PlaceMention,
    Quantity,
    Source,
    Target,
    Time,
    TimeMention,
    Weapon,
    Words,
)
from aftermath.model.codes import SOURCE_KINDS

CODES = ("event", "scope", "stance")
"""Slots that hold a code, not words."""

WHY = "given by a person"
PRECISIONS = ("exact", "town", "district", "province", "country", "region", "relative", "unknown")

Given = Mapping[str, Any]


def filler(slot: str, words: Words, given: Any) -> Any:
    """A value of a slot, with its words."""
    if slot not in MADE:
        raise Misuse(f"slot {slot}: it is one of {', '.join((*CODES, *MADE))}")
    if not isinstance(given, dict):
        raise Misuse("`value` must be an object with the slot's values")
    return MADE[slot](words, given)


def _when(words: Words, given: Given) -> TimeMention:
    start, end = _day(given.get("start")), _day(given.get("end"))
    if (start is None) != (end is None) or (start and end and start > end):
        raise Misuse("a time has `start` and `end`, the one not after the other")
    precision = _one_of(given.get("precision", "day"), ("hour", "day", "week", "month", "year", "unknown"), "precision")
    return TimeMention(text=words.text, span=words.span, time=Time(start=start, end=end, precision=precision, why=WHY))


def _where(words: Words, given: Given) -> PlaceMention:
    lat, lon = _number(given.get("lat"), 90, "lat"), _number(given.get("lon"), 180, "lon")
    if (lat is None) != (lon is None):
        raise Misuse("a place has `lat` and `lon`, or neither")
    placed = lat is not None
    place = Place(
        name=_text(given.get("name", words.text), "name"),
        lat=lat,
        lon=lon,
        precision=_one_of(given.get("precision", "town" if placed else "unknown"), PRECISIONS, "precision"),
        radius_km=_number(given.get("radius_km", 5 if placed else None), 20_040, "radius_km"),
        id=_text(given["id"], "id") if given.get("id") else None,
        country=_text(given.get("country") or "", "country"),
        admin=tuple(_text(name, "admin") for name in given.get("admin") or ()),
        feature=_text(given.get("feature") or "", "feature"),
        why=WHY,
    )
    return PlaceMention(text=words.text, span=words.span, place=place)


def _harm(words: Words, given: Given) -> Harm:
    low, high = _bounds(given)
    kind = _one_of(given.get("kind"), HARM_KINDS, "kind")
    who = _text(given.get("who", "people"), "who")
    return Harm(text=words.text, span=words.span, kind=kind, who=who, low=low, high=high)


def _count(words: Words, given: Given) -> Quantity:
    low, high = _bounds(given)
    return Quantity(text=words.text, span=words.span, low=low, high=high)


def _source(words: Words, given: Given) -> Source:
    return Source(text=words.text, span=words.span, kind=_one_of(given.get("kind", "other"), SOURCE_KINDS, "kind"))


def _party(words: Words, _: Given) -> Party:
    return Party(text=words.text, span=words.span)


def _target(words: Words, given: Given) -> Target:
    return Target(text=words.text, span=words.span, kind=_text(given.get("kind") or "", "kind"))


def _weapon(words: Words, given: Given) -> Weapon:
    return Weapon(text=words.text, span=words.span, kind=_text(given.get("kind") or "", "kind"))


MADE = {
    "when": _when,
    "where": _where,
    "harm": _harm,
    "count": _count,
    "sources": _source,
    "attackers": _party,
    "targets": _target,
    "weapons": _weapon,
}
"""How a value of each slot is made."""


def _bounds(given: Given) -> tuple[int | None, int | None]:
    low, high = given.get("low"), given.get("high")
    for bound in (low, high):
        if bound is not None and (not isinstance(bound, int) or not 0 <= bound <= 10_000_000):
            raise Misuse("`low` and `high` are whole numbers, or null where the bound is open")
    if low is not None and high is not None and low > high:
        raise Misuse("`low` is above `high`")
    return low, high


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(value) if value is not None else None
    except (TypeError, ValueError) as error:
        raise Misuse(f"{value!r}: give a day such as 2019-03-14") from error


def _number(value: Any, most: float, name: str) -> float | None:
    if value is not None and (not isinstance(value, int | float) or not abs(value) <= most):
        raise Misuse(f"{name} is a number of at most {most}")
    return value


def _text(value: Any, name: str) -> str:
    if not isinstance(value, str) or len(value) > 500:
        raise Misuse(f"{name} is a text of at most 500 letters")
    return value


def _one_of(value: Any, known: tuple[str, ...], name: str) -> str:
    if value not in known:
        raise Misuse(f"{name} {value}: it is one of {', '.join(known)}")
    return str(value)
