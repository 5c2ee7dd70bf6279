"""A province and its seat of one name: which of them the bare name means, and what "the provincial capital" is.

Takes choices and the text, gives choices. A bare name is the city first of all ("Idlib"); where the report has
told of the province by its word of kind and never of the city by its own, it goes on to mean the province.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from aftermath.resolve.gazetteer.entry import Entry
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.place.resolution import Choice
from aftermath.resolve.place.spot import Spot

_SEAT = re.compile(
    r"\b[Tt]he (?:provincial|regional|state|governorate['’]s|province['’]s) capital\b(?!,? [A-Z]| of [A-Z])"
)
OFTEN = 2
"""How often a report tells of a province by its word of kind before it leaves that out."""
_SEATS = frozenset({"PPLA", "PPLC"})


def as_province(choices: Sequence[Choice]) -> list[Choice]:
    """The choices, with the province for bare names behind its own, where the report never tells of the city."""
    told: dict[str, list[Choice]] = {}
    for choice in choices:
        if choice.entry is not None and choice.spot.kind:
            told.setdefault(choice.spot.name, []).append(choice)
    areas = {
        name: of_kind[OFTEN - 1] for name, of_kind in told.items() if len(of_kind) >= OFTEN and _are_areas(of_kind)
    }
    return [_widened(c, areas[c.spot.name]) if c.spot.name in areas else c for c in choices]


def _are_areas(choices: Sequence[Choice]) -> bool:
    """Whether words of kind beside a name are a province's alone."""
    return all(choice.entry is not None and choice.entry.level == "province" for choice in choices)


def _widened(choice: Choice, area: Choice) -> Choice:
    """The province for a bare name behind its own."""
    entry, spot = choice.entry, choice.spot
    bare = not (spot.levels or spot.kind or spot.part or spot.adjectival) and spot.span > area.spot.span
    if entry is None or area.entry is None or entry.level != "town" or not bare or not area.entry.holds(entry):
        return choice
    return replace(choice, entry=area.entry, others=(entry, *choice.others))


def seats(choices: Sequence[Choice], text: str, gazetteer: Gazetteer) -> list[Choice]:
    """A choice for each "the provincial capital" that no name stands beside: the seat of the province named last."""
    out = []
    for match in _SEAT.finditer(text):
        before = (c.entry for c in reversed(choices) if c.spot.span[1] <= match.start() and c.entry is not None)
        area = next((entry for entry in before if entry.level == "province"), None)
        city = None if area is None else _seat(area, gazetteer)
        if city is not None:
            out.append(Choice(spot=Spot(text=match[0], span=match.span(), name=city.name), entry=city, belief=1.0))
    return out


def _seat(area: Entry, gazetteer: Gazetteer) -> Entry | None:
    """The seat of a province that bears its name."""
    towns = (entry for entry in gazetteer.named(area.name) if entry.level == "town" and area.holds(entry))
    return max(towns, key=lambda entry: (entry.feature in _SEATS, entry.population, entry.ref), default=None)
