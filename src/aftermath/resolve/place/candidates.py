"""The places that a spot may mean, each with how likely it is before the report is considered.

Likelihoods are in natural-log units, so that they add up with what the context says.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from aftermath.resolve.gazetteer.entry import ABBREVIATION, DEMONYM, OTHER, OWN, Entry
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.place.spot import Spot

MOST = 24
"""Candidates kept of one name: "San Antonio" has 300, and a dump of the world has 2,000."""
LEVEL = {"country": 9.0, "province": 6.5, "region": 7.0, "district": 3.6, "spot": 5.0}
"""How likely an area is, on the scale of a town's log population: a province counts as a town of 700,000."""
OTHER_NAME = -2.0
SEAT = 5.0
"""What a province loses where its own seat has its name: "Idlib" alone is the city, more often than not."""
SEAT_PEOPLE = 5000
METROPOLIS = 1_000_000
"""People from which a city has parts that reports speak of: "western Aleppo" is in the city, "northern Hama" is not."""
UNCOUNTED = 2000
"""People in a town of a table without populations, such as OCHA's: the median of Syria's in GeoNames."""
MISFIT = -5.0
"""What a place of another size than the words allow loses: "Deraa province" is hardly the town of Deraa."""
CURATED = 1.0
"""What a place of our own table of war places gains: it is there because reports speak of it."""
CAPITAL = 1.5
STEEP, TOWN = 5.0, 1.6
"""A town's likelihood grows by a natural log unit for every fivefold of its people; 10,000 make 4.1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that the words may mean; `likeness` is 100 for the name itself, less for another spelling of it."""

    entry: Entry
    prior: float
    likeness: float = 100.0


def candidates(spot: Spot, gazetteer: Gazetteer, near: Sequence[Entry] = ()) -> list[Candidate]:
    """Places of the spot's name, likeliest first; where its words tell a size, others count for less.

    Of more than `MOST`, those nearest to the places `near` are kept with the likeliest, half and half.
    """
    entries = _named(spot, gazetteer)
    found = [Candidate(entry=entry, prior=prior(entry) + by_words(spot, entry, entries)) for entry in entries]
    found.sort(key=lambda candidate: (-candidate.prior, candidate.entry.ref))
    if len(found) <= MOST or not near:
        return found[:MOST]
    likely, rest = found[: MOST // 2], found[MOST // 2 :]
    rest.sort(key=lambda candidate: min(candidate.entry.distance_to(other) for other in near))
    return likely + rest[: MOST - len(likely)]


def _named(spot: Spot, gazetteer: Gazetteer) -> list[Entry]:
    """Entries of the spot's whole words, and of its bare name where that can be meant."""
    whole = gazetteer.named(spot.text) if spot.text != spot.name else ()
    if spot.part and spot.kind:  # "the south of the Central African Republic"
        whole = (*whole, *gazetteer.named(f"{spot.name} {spot.kind}"))
    bare = gazetteer.named(spot.name) if spot.sense not in {"whole", "line"} else ()
    entries = [entry for entry in (*whole, *bare) if _name_fits(spot, entry)]
    entries = entries or unmarked_possessive(spot.name, gazetteer)
    return list({entry.ref: entry for entry in entries}.values())


def unmarked_possessive(name: str, gazetteer: Gazetteer) -> list[Entry]:
    """Areas and great cities whose possessive was printed without its apostrophe ("Syrias northwest")."""
    if not name.endswith("s") or len(name) < 5:
        return []
    return [e for e in gazetteer.named(name[:-1]) if e.rank == OWN and (e.is_area or e.population >= METROPOLIS)]


def by_words(spot: Spot, entry: Entry, entries: list[Entry]) -> float:
    """What the words beside the name add or take: "Deraa province" is no town, "northern Hama" hardly the city."""
    if misfit(spot, entry):
        return MISFIT
    if spot.levels:
        return 0.0
    if spot.part:
        return MISFIT if entry.level == "town" and entry.population < METROPOLIS else 0.0
    return -SEAT if _has_seat(entry, entries) else 0.0


def misfit(spot: Spot, entry: Entry) -> bool:
    """Whether a place is of another size than the words want; of "Hama airport", the town of Hama will do."""
    if spot.sense in {"site", "city"} and entry.level == "town":
        return False
    return bool(spot.levels) and entry.level not in spot.levels


def _has_seat(area: Entry, entries: list[Entry]) -> bool:
    """Whether a province or district holds a town of its own name, which the bare name then means first."""
    return area.level in {"province", "district"} and any(
        town.level == "town" and (town.population >= SEAT_PEOPLE or not town.population) and area.holds(town)
        for town in entries
    )


def _name_fits(spot: Spot, entry: Entry) -> bool:
    """Whether a name of this rank can be meant: a demonym is no place, and "In" is no short form of Indiana."""
    if entry.rank == DEMONYM:
        return spot.adjectival
    if entry.rank == ABBREVIATION:
        return spot.text.endswith(".") or spot.text.isupper()
    return not spot.adjectival or entry.level in {"country", "region", "province"} or entry.population >= METROPOLIS


def prior(entry: Entry) -> float:
    """How likely a place is to be meant, from its size and the rank of its name."""
    score = LEVEL.get(entry.level, 0.0)
    if entry.level == "town":
        score = math.log(max(entry.population or UNCOUNTED, 100), STEEP) - TOWN + CAPITAL * (entry.feature == "PPLC")
    return score + OTHER_NAME * (entry.rank == OTHER) + CURATED * entry.ref.startswith("aftermath:")
