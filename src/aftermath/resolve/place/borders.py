"""Places told by a border: "near the Turkish border", "the Iraq-Syria border", "the border with Jordan".

A border is placed at its point nearest to the towns named in the same sentence, else at the
middle of the stretch. The second country is the one that the report is most about, of those
that share a border with the first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aftermath.model import Place
from aftermath.model.globe import great_circle_km
from aftermath.model.words import Span
from aftermath.resolve.gazetteer.entry import Entry
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.place.resolution import Choice

_BORDER = re.compile(
    r"\b(?:borders?|frontier)\b(?! (?:town|village|crossing|city|post|guards?|police|control|security|patrol)s?\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"[\s–'’/-]{0,2}s?[\s]?(?:and |with |between |the |of |own )*", re.IGNORECASE)
REACH_KM = 150.0
"""How far a town of the same sentence may lie from a border that it is to place."""
NEAR_RADIUS_KM = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """A border named in the text: its words, the choices that named its countries, and where it is."""

    span: Span
    parts: tuple[int, ...]
    place: Place


def borders(text: str, choices: Sequence[Choice], sentences: Sequence[Span], gazetteer: Gazetteer) -> list[Border]:
    """Borders named in the text, in its order."""
    out = []
    for match in _BORDER.finditer(text):
        sentence = next((s for s in sentences if s[0] <= match.start() < s[1]), None)
        parts = _countries(text, match.span(), choices) if sentence else []
        if sentence is None or not parts:
            continue
        found = _place(parts, sentence, choices, gazetteer)
        if found:
            start = min(match.start(), *(choices[i].spot.span[0] for i in parts))
            end = max(match.end(), *(choices[i].spot.span[1] for i in parts))
            out.append(Border(span=(start, end), parts=tuple(parts), place=found))
    return out


def _countries(text: str, word: Span, choices: Sequence[Choice]) -> list[int]:
    """The countries named right beside the word "border", by the number of their choice."""
    found = []
    start, end = word
    for i, choice in reversed(list(enumerate(choices))):
        if choice.spot.span[1] <= start and _joins(text, choice.spot.span[1], start) and _is_country(choice):
            found.append(i)
            start = choice.spot.span[0]
    for i, choice in enumerate(choices):
        if choice.spot.span[0] >= end and _joins(text, end, choice.spot.span[0]) and _is_country(choice):
            found.append(i)
            end = choice.spot.span[1]
    return sorted(found)


def _joins(text: str, start: int, end: int) -> bool:
    """Whether the words between are only such as join a country to its border."""
    return end - start < 16 and _BESIDE.fullmatch(text[start:end]) is not None


def _is_country(choice: Choice) -> bool:
    return choice.entry is not None and choice.entry.level == "country"


def _place(parts: list[int], sentence: Span, choices: Sequence[Choice], gazetteer: Gazetteer) -> Place | None:
    """Where the border of these countries is meant."""
    named = list(dict.fromkeys(choices[i].entry.country for i in parts if choices[i].entry))  # type: ignore[union-attr]
    pair = tuple(named[:2]) if len(named) > 1 else _with_neighbour(named[0], choices, gazetteer)
    points = gazetteer.border(*pair) if len(pair) == 2 else ()
    if not points:
        return None
    one, two = (gazetteer.country(code) for code in pair)
    towns = [c.entry for c in choices if c.entry and not c.entry.is_area and not c.spot.adjectival]
    here = [c.entry for c in choices if c.entry and not c.entry.is_area and sentence[0] <= c.spot.span[0] < sentence[1]]
    near = _nearest(points, here)
    lat, lon = near or _nearest(points, towns) or points[len(points) // 2]
    radius = NEAR_RADIUS_KM if near else max(great_circle_km(lat, lon, *point) for point in points)
    name = f"border of {one.name if one else pair[0]} and {two.name if two else pair[1]}"
    how = (
        "at its point nearest to the towns named beside it"
        if near
        else "which part of it is not told; the radius covers it all"
    )
    return Place(
        name=name, lat=lat, lon=lon, precision="relative", radius_km=round(radius, 1), country=pair[0], feature="BDR",
        admin=(one.name,) if one else (), why=f"the {name}, {how}",
    )  # fmt: skip


def _with_neighbour(country: str, choices: Sequence[Choice], gazetteer: Gazetteer) -> tuple[str, ...]:
    """A country and that of its neighbours which the report names most."""
    count: dict[str, int] = {}
    for choice in choices:
        if choice.entry and choice.entry.country and choice.entry.country != country:
            count[choice.entry.country] = count.get(choice.entry.country, 0) + 1
    neighbours = [code for code in count if gazetteer.border(country, code)]
    return (country, max(neighbours, key=lambda code: (count[code], code))) if neighbours else (country,)


def _nearest(points: Sequence[tuple[float, float]], towns: Sequence[Entry]) -> tuple[float, float] | None:
    """The point of a border nearest to any of some towns, None where all are far."""
    pairs = [(great_circle_km(*point, town.lat, town.lon), point) for town in towns for point in points]
    km, point = min(pairs, default=(REACH_KM, (0.0, 0.0)))
    return point if km < REACH_KM else None
