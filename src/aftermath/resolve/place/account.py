"""Say what a choice means: the place with its precision, areas, alternatives and a reason that an analyst can read."""

from collections.abc import Sequence
from dataclasses import replace

from aftermath.model import Place
from aftermath.resolve.gazetteer.entry import Entry, moved
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.place.resolution import Choice
from aftermath.resolve.place.words import bearings

PRECISION = {"spot": "exact"}
"""Precisions by level, where they are not called the same."""
KINDS = {"spot": "site"}
SURE = 0.8
"""Belief above which a choice is called plain."""
SITE_KM = 12.0
"""How far an airport or a prison may lie from the town it is named after; air bases of our table lie 2 to 12 km off."""


def place_of(choice: Choice, context: Sequence[Entry], gazetteer: Gazetteer) -> Place:
    """The place that a spot was taken to mean; named but not placed where there is none."""
    if choice.entry is None:
        return _in_city(choice, choice.city, gazetteer) if choice.city else _unplaced(choice, gazetteer)
    place = _placed(choice, choice.entry, context, gazetteer)
    if choice.spot.sense == "site" and choice.entry.level == "town":
        return _site(choice, place)
    whole = choice.spot.part and any(entry.ref == choice.entry.ref for entry in gazetteer.named(choice.spot.text))
    return _part(choice, choice.entry, place) if choice.spot.part and not whole else place


def _unplaced(choice: Choice, gazetteer: Gazetteer) -> Place:
    name = choice.spot.name
    if choice.others:
        known = tuple(described(other, gazetteer) for other in choice.others)
        return Place(
            name=name,
            alternatives=known,
            why=f"the places called “{name}” that are known lie in countries of which the report does not speak",
        )
    return Place(
        name=name,
        why=f"no place called “{name}” in the gazetteer, nor one spelled alike where the report's other places are",
    )


def _placed(choice: Choice, entry: Entry, context: Sequence[Entry], gazetteer: Gazetteer) -> Place:
    precision = "district" if entry.feature in {"PPLX", "PPLH"} else PRECISION.get(entry.level, entry.level)
    return Place(
        name=_shown(entry, choice), lat=round(entry.lat, 5), lon=round(entry.lon, 5), precision=precision,
        radius_km=round(entry.radius_km, 1), id=entry.ref, country=entry.country, admin=gazetteer.admin(entry),
        feature=entry.feature, why=_reason(choice, entry, context, gazetteer),
        alternatives=tuple(described(other, gazetteer) for other in choice.others),
    )  # fmt: skip


def _in_city(choice: Choice, city: Entry, gazetteer: Gazetteer) -> Place:
    """A place that the gazetteer lacks, at the point of the city it is part of."""
    return Place(
        name=choice.spot.text, lat=round(city.lat, 5), lon=round(city.lon, 5), precision="town",
        radius_km=round(max(5.0, city.radius_km), 1),
        country=city.country, admin=(*gazetteer.admin(city), city.name), feature=choice.spot.kind,
        why=f"“{choice.spot.text}” is not in the gazetteer; part of {described(city, gazetteer)}, named with it",
    )  # fmt: skip


def _site(choice: Choice, place: Place) -> Place:
    """A base, prison or airport known only by the town it is named after."""
    radius = round((place.radius_km or 0.0) + SITE_KM, 1)
    why = f"{choice.spot.kind} named after the town, at the town's own point; {place.why}"
    return replace(
        place, name=choice.spot.text, precision="relative", radius_km=radius, id=None, feature=choice.spot.kind, why=why
    )


def _part(choice: Choice, entry: Entry, place: Place) -> Place:
    """Part of a place: of a country, a quarter of its extent off its middle; of less, the middle itself.

    Atlases and coders put "southern Idlib" at Idlib's own middle, and so does this: the
    error is within the province's radius, which stands.
    """
    part = choice.spot.part
    bearing = bearings().get(part)
    if entry.level != "country" or bearing is None or entry.box is None:
        return replace(
            place,
            name=f"{part} {place.name}",
            precision=place.precision if entry.level == "town" else "region",
            why=f"the {part} part of it, placed at its middle; {place.why}",
        )
    lat, lon = moved(entry.lat, entry.lon, entry.radius_km / 2, bearing)
    south, west, north, east = entry.box
    lat, lon = min(max(lat, south), north), min(max(lon, west), east)
    return replace(
        place, name=f"{part} {place.name}", lat=round(lat, 2), lon=round(lon, 2), precision="region",
        radius_km=round(entry.radius_km / 2, 1), id=None,
        why=f"the {part} part of the country, half-way to its edge; {place.why}",
    )  # fmt: skip


def _shown(entry: Entry, choice: Choice) -> str:
    """The name to show: provinces with their word of kind, transcriptions in the report's spelling."""
    if entry.level == "province" and choice.spot.kind and choice.spot.sense == "place":
        return f"{entry.name} {choice.spot.kind}"
    if not entry.name.isascii() and choice.likeness == 100 and not choice.spot.adjectival:
        return choice.spot.name  # "Hama" rather than "Ḩamāh"
    return entry.name


def described(entry: Entry, gazetteer: Gazetteer) -> str:
    """A place in a few words: "Paris (town, Texas, United States)"."""
    return f"{entry.name} ({', '.join([KINDS.get(entry.level, entry.level), *reversed(gazetteer.admin(entry))])})"


def _reason(choice: Choice, entry: Entry, context: Sequence[Entry], gazetteer: Gazetteer) -> str:
    """Why this place: how the name was found, what else bears it, and what in the report speaks for it."""
    parts = [_found(choice, entry, gazetteer)]
    if choice.spot.adjectival:
        return parts[0]
    if not choice.others:
        return f"{parts[0]}; the only place of that name known"
    support = _support(entry, context)
    count = len(choice.others)
    number = f"{count}{' or more' if count > 4 else ''} other place{'s' * (count > 1)}"
    parts.append(
        f"chosen over {number} of that name " + (f"since {support}" if support else "as the likeliest by size")
    )
    if choice.belief < SURE:
        parts.append(f"not sure: {described(choice.others[0], gazetteer)} is possible")
    return "; ".join(parts)


def _found(choice: Choice, entry: Entry, gazetteer: Gazetteer) -> str:
    what = described(entry, gazetteer)
    if choice.spot.adjectival:
        return f"“{choice.spot.text}” is the word for what is of {entry.name}"
    if choice.likeness < 100:
        return f"“{choice.spot.name}” read as another spelling of {what}, likeness {choice.likeness:.0f} of 100"
    return f"“{choice.spot.text}” is {what}"


def _support(entry: Entry, context: Sequence[Entry]) -> str:
    """The strongest thing in the report that speaks for a place: an area named that holds it, or a near place."""
    holders = [other for other in context if other.holds(entry)]
    if holders:
        return f"the report names {min(holders, key=lambda other: (other.radius_km, other.ref)).name}"
    near = [
        (entry.distance_to(other), other.ref, other)
        for other in context
        if other.ref != entry.ref and not other.is_area
    ]
    km, _, closest = min(near, default=(NEARBY_KM, "", entry))
    return f"it lies {km:.0f} km from {closest.name}, also named" if km < NEARBY_KM else ""


NEARBY_KM = 150.0
"""Distance up to which another place named speaks for a choice, in the reason's words."""
