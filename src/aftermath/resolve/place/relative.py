"""Places told by way of other places: distances, directions, surroundings, borders, stretches between.

Takes choices and the text, gives for some of them a wider stretch of words and another
place. Patterns are matched right before a name, never across a sentence's end. A rule's
docstring is the reason that an analyst reads.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from aftermath.model import Place
from aftermath.model.globe import great_circle_km
from aftermath.model.words import Span
from aftermath.resolve.gazetteer.entry import moved
from aftermath.resolve.place.words import bearings
from aftermath.resolve.quantity.numerals import table, value
from aftermath.resolve.sheet import any_of

_DIRECTION = "(?:north|south|east|west)(?:[ -]?(?:north|south|east|west)){0,2}(?:ern)?"
_WORD = any_of(table()["number"])
_NUMBER = rf"\d+(?:[.,]\d+)?|{_WORD}(?:[ -]{_WORD})?"
_LEAD = (
    r"(?:(?:the|its) )?(?:[\w-]+ )?(?:(?:[\w-]+ ){0,2}"
    r"(?:city|town|village|port|capital|province|airport) (?:of )?)?(?:the )?"
    r"(?:(?:capital|city|town),? )?"
)
"""What may stand between the telling words and the name: "the besieged town of", "the Somali capital, "."""
KM_PER_MILE = 1.609
UNITS = {"k": 1.0, "m": KM_PER_MILE, "n": 1.852}
VAGUE_KM = 15.0
"""How far "near X" reaches: the median distance in the field's coding rules, which call 25 km the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A relative place: the words that tell it and where it is."""

    span: Span
    place: Place


Rule = Callable[[re.Match[str], Place], Place]


def _far(match: re.Match[str], place: Place) -> Place:
    """So far from it, in the direction told; where none is told, somewhere within that distance."""
    number = match["number"]
    count = float(number.replace(",", ".")) if number[0].isdigit() else value(number) or 0
    km = count * UNITS[match["unit"][0].lower()]
    bearing = _bearing(match["direction"])
    if bearing is None or place.lat is None or place.lon is None:
        return _at(place, km + (place.radius_km or 0.0), f"within {km:.0f} km of it, in no direction told")
    lat, lon = moved(place.lat, place.lon, km, bearing)
    point = replace(place, lat=round(lat, 5), lon=round(lon, 5), id=None)
    return _at(point, max(2.0, km * 0.3), f"{km:.0f} km from it on bearing {bearing:.0f}°")


def _direction(match: re.Match[str], place: Place) -> Place:
    """On that side of it, how far not being told; its own point stands."""
    return _at(place, (place.radius_km or 0.0) + VAGUE_KM, f"{match['direction']} of it, how far is not told")


def _near(match: re.Match[str], place: Place) -> Place:
    """Near it, how far and where not being told; its own point stands."""
    return _at(place, (place.radius_km or 0.0) + VAGUE_KM, f"{match['near'].lower()} it, how far is not told")


def _surroundings(match: re.Match[str], place: Place) -> Place:
    """Its surroundings; its own point stands."""
    return _at(place, (place.radius_km or 0.0) + VAGUE_KM, f"the {match['around'].lower()} of it, at its own point")


def _at(place: Place, radius: float, how: str) -> Place:
    return replace(place, precision="relative", radius_km=round(radius, 1), why=f"{how}; {place.why}")


BEFORE: tuple[tuple[re.Pattern[str], Rule], ...] = tuple(
    (re.compile(rf"\b{pattern}\s{_LEAD}$", re.IGNORECASE), rule)
    for pattern, rule in (
        (
            rf"(?P<number>{_NUMBER})[ -]?"
            r"(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi|nautical miles?)\b(?: \([^)]{1,20}\))?"
            rf"(?: to the)?(?: (?P<direction>{_DIRECTION}))? (?:of|from|outside|off)",
            _far,
        ),
        (rf"(?:(?:just|immediately|to the) )?(?P<direction>{_DIRECTION}) of", _direction),
        (
            rf"(?:the )?(?:{_DIRECTION} )?(?P<around>countryside|suburbs|outskirts|edges?|vicinity|hinterland)"
            r" (?:of|around)",
            _surroundings,
        ),
        (r"(?P<near>near|close to|just outside(?: of)?|outside(?: of)?|around|not far from)", _near),
    )
)
"""What may stand before a name, the most telling first."""

AFTER = re.compile(
    rf"(?:['’]s)? (?:(?:{_DIRECTION}) )?(?P<around>countryside|suburbs|outskirts|hinterland|surroundings)\b",
    re.IGNORECASE,
)


def told(text: str, span: Span, place: Place, sentence: Span) -> Told | None:
    """The relative place that the words around a name tell, None where they tell none."""
    if place.lat is None or place.precision in {"country", "region"} or text[span[1] : span[1] + 1] == "-":
        return None
    lead = text[sentence[0] : span[0]]
    for pattern, rule in BEFORE:
        if match := pattern.search(lead):
            return _told(text, (sentence[0] + match.start(), span[1]), rule(match, place))
    if match := AFTER.match(text[span[1] : sentence[1]]):
        return _told(text, (span[0], span[1] + match.end()), _surroundings(match, place))
    return None


def _told(text: str, span: Span, place: Place) -> Told:
    """The place under the words that tell it, so that nobody takes it for the named place itself."""
    return Told(span=span, place=replace(place, name=text[span[0] : span[1]]))


def between(one: Place, two: Place) -> Place | None:
    """The middle of the stretch between two places, None where either is unplaced."""
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return None
    apart = great_circle_km(one.lat, one.lon, two.lat, two.lon)
    return replace(
        one, name=f"between {one.name} and {two.name}",
        lat=round((one.lat + two.lat) / 2, 5), lon=round((one.lon + two.lon) / 2, 5),
        precision="relative", radius_km=round(max(2.0, apart / 2), 1), id=None, feature="", alternatives=(),
        why=f"the middle of the {apart:.0f} km between them; {one.why}; {two.why}",
    )  # fmt: skip


def _bearing(direction: str | None) -> float | None:
    if not direction:
        return None
    word = re.sub(r"ern$", "", direction.lower()).replace(" ", "-")
    return bearings().get(word) if word in bearings() else bearings().get(word.replace("-", ""))
