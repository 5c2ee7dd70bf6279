"""Say what a choice means: the place with its precision, areas, alternatives and a reason that an analyst can read."""

from aftermath.model import Place
from aftermath.resolve.gazetteer.entry import Entry
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.place.resolution import Choice

PRECISION = {"country": "country", "province": "province", "district": "district", "region": "region", "town": "town", "spot": "exact"}
KINDS = {"country": "country", "province": "province", "district": "district", "region": "region", "town": "town", "spot": "site"}
SURE = 0.8  # belief above which the choice is called plain


def place_of(choice: Choice, context: list[Entry], gazetteer: Gazetteer) -> Place:
    """The place that a spot was taken to mean; named but not placed where there is none."""
    entry = choice.entry
    if entry is None:
        return Place(name=choice.spot.name, why=f"no place called “{choice.spot.name}” in the gazetteer, nor one spelled alike in the report's countries")
    precision = "district" if entry.feature in {"PPLX", "PPLH"} else PRECISION[entry.level]
    return Place(
        name=shown(entry, choice), lat=round(entry.lat, 5), lon=round(entry.lon, 5), precision=precision,
        radius_km=round(entry.radius_km, 1), id=entry.ref, country=entry.country, admin=gazetteer.admin(entry),
        feature=entry.feature, why=reason(choice, context, gazetteer),
        alternatives=tuple(described(other, gazetteer) for other in choice.others),
    )  # fmt: skip


def shown(entry: Entry, choice: Choice) -> str:
    """The name to show: with the word of kind for provinces, in the report's spelling where the gazetteer's is a transcription."""
    if entry.level == "province" and choice.spot.kind:
        return f"{entry.name} {choice.spot.kind}"
    if not entry.name.isascii() and choice.likeness == 100 and not choice.spot.adjectival:
        return choice.spot.name  # "Hama" rather than "Ḩamāh"
    return entry.name


def described(entry: Entry, gazetteer: Gazetteer) -> str:
    """A place in a few words: "Paris (town, Texas, United States)"."""
    return f"{entry.name} ({', '.join([KINDS[entry.level], *reversed(gazetteer.admin(entry))])})"


def reason(choice: Choice, context: list[Entry], gazetteer: Gazetteer) -> str:
    """Why this place: how the name was found, what else bears it, and what in the report speaks for it."""
    entry, spot = choice.entry, choice.spot
    assert entry is not None  # noqa: S101 - only placed choices have a reason
    parts = [_found(choice, entry, gazetteer)]
    if spot.adjectival:
        return parts[0]
    if choice.others:
        support = _support(entry, context)
        number = f"{len(choice.others)}{' or more' if len(choice.others) > 4 else ''} other place{'s' * (len(choice.others) > 1)}"
        parts.append(f"chosen over {number} of that name " + (f"since {support}" if support else "as the largest"))
        if choice.belief < SURE:
            parts.append(f"not sure: {described(choice.others[0], gazetteer)} is possible")
    else:
        parts.append("the only place of that name known")
    return "; ".join(parts)


def _found(choice: Choice, entry: Entry, gazetteer: Gazetteer) -> str:
    what = described(entry, gazetteer)
    if choice.spot.adjectival:
        return f"“{choice.spot.text}” is the word for what is of {entry.name}"
    if choice.likeness < 100:
        return f"“{choice.spot.name}” read as another spelling of {what}, likeness {choice.likeness:.0f} of 100"
    return f"“{choice.spot.text}” is {what}"


def _support(entry: Entry, context: list[Entry]) -> str:
    """The strongest thing in the report that speaks for a place: an area named that holds it, or a near place."""
    holders = [other for other in context if other.ref != entry.ref and other.holds(entry)]
    if holders:
        smallest = min(holders, key=lambda other: (other.radius_km, other.ref))
        return f"the report names {smallest.name}"
    near = [(entry.distance_to(other), other) for other in context if other.ref != entry.ref and not other.is_area]
    if near:
        km, other = min(near, key=lambda pair: (pair[0], pair[1].ref))
        if km < 150:
            return f"it lies {km:.0f} km from {other.name}, also named"
    return ""
