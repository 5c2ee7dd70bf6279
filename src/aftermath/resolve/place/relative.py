"""Places told by way of other places: distances, directions, surroundings, borders, stretches between.

Takes choices and the text, gives for some of them a wider stretch of words and another
place. Patterns are matched right before a name, never across a sentence's end. A rule's
docstring is the reason that an analyst reads.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from aftermath.model import Place
from aftermath.model.words import Span
from aftermath.resolve.gazetteer.entry import distance, moved
from aftermath.resolve.place.words import bearings

_DIRECTION = "(?:north|south|east|west)(?:[ -]?(?:north|south|east|west)){0,2}(?:ern)?"
_LEAD = r"(?:the )?(?:[\w-]+ )?(?:(?:city|town|village|port|capital|province|airport) of )?(?:the )?"
"""What may stand between the telling words and the name: "the besieged town of"."""
KM_PER_MILE = 1.609
UNITS = {"k": 1.0, "m": KM_PER_MILE}
VAGUE_KM = 15.0
"""How far "near X" reaches: the median distance in the field's coding rules, which call 25 km the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A relative place: the words that tell it and where it is."""

    span: Span
    place: Place


Rule = Callable[[re.Match[str], Place], Place]


def _far(match: re.Match[str], place: Place) -> Place:
    """so far from it, in the direction told"""
    number = float(match["number"].replace(",", "."))
    km = number * UNITS[match["unit"][0].lower()]
    bearing = _bearing(match["direction"])
    if bearing is None:
        return _at(place, km + (place.radius_km or 0.0), "within that distance of it, no direction being told")
    lat, lon = moved(place.lat or 0.0, place.lon or 0.0, km, bearing)
    return replace(_at(place, max(2.0, km * 0.3), f"{km:.0f} km from it on bearing {bearing:.0f}°"), lat=round(lat, 5), lon=round(lon, 5))


def _direction(match: re.Match[str], place: Place) -> Place:
    """on that side of it, how far not being told; its own point stands"""
    return _at(place, (place.radius_km or 0.0) + VAGUE_KM, f"{match['direction']} of it, how far is not told, so its own point stands")


def _near(match: re.Match[str], place: Place) -> Place:
    """near it, how far and where not being told; its own point stands"""
    return _at(place, (place.radius_km or 0.0) + VAGUE_KM, f"“{match['near'].strip()}” it, so its own point stands")


def _surroundings(match: re.Match[str], place: Place) -> Place:
    """its surroundings; its own point stands"""
    return _at(place, (place.radius_km or 0.0) + VAGUE_KM, f"its {match['around']}, so its own point stands")


def _at(place: Place, radius: float, how: str) -> Place:
    return replace(place, precision="relative", radius_km=round(radius, 1), why=f"{how}; {place.why}", id=place.id)


BEFORE: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(rf"\b{pattern}\s{_LEAD}$", re.IGNORECASE), rule)
    for pattern, rule in (
        (
            r"(?P<number>\d+(?:[.,]\d+)?)[ -]?(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi)\b(?: \([^)]{1,20}\))?"
            rf"(?: to the)?(?: (?P<direction>{_DIRECTION}))? (?:of|from|outside)",
            _far,
        ),
        (rf"(?:(?:just|immediately|to the) )?(?P<direction>{_DIRECTION}) of", _direction),
        (
            rf"(?:the )?(?:{_DIRECTION} )?(?P<around>countryside|suburbs?|outskirts|edges?|vicinity|surroundings|hinterland)"
            r" (?:of|around)",
            _surroundings,
        ),
        (r"(?P<near>near|close to|just outside|outside|around|not far from)", _near),
    )
)
"""What may stand before a name, the most telling first."""

AFTER = re.compile(
    rf"(?:['’]s)? (?:(?:{_DIRECTION}) )?(?P<around>countryside|suburbs?|outskirts|hinterland|surroundings)\b", re.IGNORECASE
)


def told(text: str, span: Span, place: Place, sentence: Span) -> Told | None:
    """The relative place that the words around a name tell, None where they tell none."""
    if place.lat is None:
        return None
    lead = text[sentence[0] : span[0]]
    for pattern, rule in BEFORE:
        if match := pattern.search(lead):
            return Told(span=(sentence[0] + match.start(), span[1]), place=rule(match, place))
    if match := AFTER.match(text[span[1] : sentence[1]]):
        return Told(span=(span[0], span[1] + match.end()), place=_surroundings(match, place))
    return None


def between(one: Place, two: Place) -> Place | None:
    """The middle of the stretch between two places, None where either is unplaced."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    apart = distance(one.lat, one.lon, two.lat, two.lon)
    return replace(
        one, name=f"between {one.name} and {two.name}", lat=round((one.lat + two.lat) / 2, 5), lon=round((one.lon + two.lon) / 2, 5),
        precision="relative", radius_km=round(max(2.0, apart / 2), 1), id=None, feature="", alternatives=(),
        why=f"the middle of the {apart:.0f} km between them; {one.why}; {two.why}",
    )  # fmt: skip


def _bearing(direction: str | None) -> float | None:
    if not direction:
        return None
    word = re.sub(r"ern$", "", direction.lower()).replace(" ", "-")
    return bearings().get(word) if word in bearings() else bearings().get(word.replace("-", ""))
