"""Names that only say where another name is: "Paris, Texas", "Syria's Idlib", "Talbiseh, north of Homs".

Such names are context and no places of their own: they become adjectival, or go into the
name that they explain. A name that no gazetteer has is placed by the words beside it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from aftermath.model import Place, PlaceMention
from aftermath.model.globe import great_circle_km
from aftermath.resolve.gazetteer.entry import Entry
from aftermath.resolve.place.resolution import Choice
from aftermath.resolve.place.spot import HELD

POSSESSIVE = frozenset({"'s", "’s", ""})
COUNTY = ("County ", "Co. ", "Province of ")
"""How areas begin that the gazetteer may lack: "Aughnacloy, County Tyrone"."""


def merely_holding(choices: Sequence[Choice], text: str) -> list[Choice]:
    """The choices, those adjectival that do no more than say where the name beside them is."""
    holding = {
        inner.spot.holder
        for inner in choices
        if inner.spot.holder is not None and _explains(choices[inner.spot.holder], inner, text)
    }
    return [
        replace(choice, spot=replace(choice.spot, adjectival=True)) if i in holding else choice
        for i, choice in enumerate(choices)
    ]


def _explains(outer: Choice, inner: Choice, text: str) -> bool:
    """Whether the outer place holds the inner, by the map and the words: "X, Y", "X (Y)"; a country's, "Y's X"."""
    one, two = sorted((outer.spot.span, inner.spot.span))
    between = text[one[1] : two[0]].strip()
    if outer.entry is None:
        return between == "," and outer.spot.text.startswith(COUNTY)
    explains = one == inner.spot.span and bool(between) and HELD.fullmatch(text[one[1] : two[0]])
    if not explains and not (outer.entry.level == "country" and between in POSSESSIVE):
        return False
    if inner.entry is None:
        return inner.city is not None and inner.city.ref == outer.entry.ref
    return outer.entry.holds(inner.entry) or _is_quarter(inner.entry, outer.entry)


def _is_quarter(inner: Entry, outer: Entry) -> bool:
    """Whether a neighbourhood lies in the town behind it: "Ardoyne, north Belfast"."""
    return outer.level == "town" and inner.feature == "PPLX" and inner.distance_to(outer) <= max(15, outer.radius_km)


def beside(mentions: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """The mentions, less those that only tell where the name before them is ("X, 10 km north of Y")."""
    out: list[PlaceMention] = []
    for mention in mentions:
        last = out[-1] if out else None
        told = last and mention.place.precision == "relative" and _adjoins(last, text[last.span[1] : mention.span[0]])
        if last is None or not told or last.adjectival or last.place.precision == "relative":
            out.append(mention)
        elif last.place.lat is None:
            why = f"not in the gazetteer; placed by the words beside it: {mention.place.why}"
            out[-1] = replace(last, place=replace(mention.place, name=last.place.name, id=None, why=why))
        elif last.place.precision not in {"town", "exact", "district"}:
            out.append(mention)
    return out


def _adjoins(last: PlaceMention, between: str) -> bool:
    """Whether words stand right behind a name: after a comma, or after a name that has no place of its own."""
    return between == ", " or (between == " " and last.place.lat is None and not last.adjectival)


WITHIN = re.compile(r"(?: (?!and |or |but )[a-z]+){0,2},? in (?:the )?(?:(?:city|town|village|district) of )?|, ")
"""What stands between a place and the town that the report puts it in: "the Oxford Street bus station in Belfast"."""
LOCAL = frozenset({"town", "district", "exact"})
FAR_KM = 50.0
"""Distance at which a place of that name cannot be the one that lies in the town."""


def inside(mentions: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """The mentions, those that the gazetteer lacks or has only far off at the town "in" which they are said to be.

    Quarters told together are of one town: "the Miraflores and La Victoria districts of Lima".
    """
    out = list(mentions)
    for n in reversed(range(len(mentions) - 1)):
        one, two = mentions[n], out[n + 1]
        if _shares_kind(one, mentions[n + 1], text) and two.place.lat is not None:
            if one.place.lat is None or (one.place.precision in LOCAL and _far(one.place, two.place)):
                out[n] = replace(one, place=_at(one.place, two.place))
            continue
        between = WITHIN.fullmatch(text[one.span[1] : two.span[0]]) or _part_of(one, text[one.span[1] : two.span[0]])
        town = two.place
        if between is None or one.adjectival or two.adjectival or town.precision != "town" or town.lat is None:
            continue
        comma = between[0] == ", "
        if one.place.lat is None or (not comma and _is_local(one) and _far(one.place, town)):
            out[n] = replace(one, place=_at(one.place, town))
    return out


QUARTERS = ("quarter", "district", "neighbourhood", "neighborhood", "suburb")
PLURAL = tuple(f"{word}s" for word in QUARTERS)


def _shares_kind(one: PlaceMention, two: PlaceMention, text: str) -> bool:
    """Whether the word of kind behind a name is that of the name before it too: "A and B districts"."""
    between = text[one.span[1] : two.span[0]]
    return between in {" and ", ", "} and two.text.endswith(PLURAL) and not (one.adjectival or two.adjectival)


def _part_of(quarter: PlaceMention, between: str) -> re.Match[str] | None:
    """What stands between a quarter and its town: "the Rawda quarter of Marib"."""
    is_quarter = quarter.text.endswith(QUARTERS + PLURAL)
    return re.fullmatch(r" of (?:the )?(?:city of )?", between) if is_quarter else None


def _is_local(mention: PlaceMention) -> bool:
    """Whether a place is a spot: a town, a quarter, or a site that was put at the town it is named after."""
    site = bool(mention.place.feature) and mention.text.endswith(f" {mention.place.feature}")
    return mention.place.precision in LOCAL or (mention.place.precision == "relative" and site)


def _far(place: Place, town: Place) -> bool:
    if place.lat is None or place.lon is None or town.lat is None or town.lon is None:
        return False
    return great_circle_km(place.lat, place.lon, town.lat, town.lon) > FAR_KM


def _at(place: Place, town: Place) -> Place:
    """A place at the point of the town that holds it, as the gold guide puts districts."""
    why = f"not in the gazetteer there; placed at {town.name}, in which the report says it lies"
    return replace(town, name=place.name, id=None, feature="", why=why, alternatives=())


def as_before(mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The mentions; a bare name that was a quarter's before is that quarter: "Creggan district" ... "the Creggan"."""
    quarters: dict[str, Place] = {}
    out = []
    for mention in mentions:
        bare, _, kind = mention.text.rpartition(" ")
        if kind.endswith(QUARTERS + PLURAL) and mention.place.lat is not None:
            quarters.setdefault(bare, mention.place)
        told = quarters.get(mention.text)
        elsewhere = told is not None and (mention.place.lat is None or _far(mention.place, told))
        fine = mention.place.precision in LOCAL | {"unknown"}
        out.append(replace(mention, place=told) if told is not None and elsewhere and fine else mention)
    return out
