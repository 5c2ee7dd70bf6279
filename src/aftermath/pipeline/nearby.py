"""Incidents near another in place and time, and how alike the linker finds them: what a reviewer looks at for doubles.

Takes a store and an incident, gives the nearest with the distance in kilometres and days, and
of each the pair of claims that is most alike, compared as linking compares.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, product

from aftermath.link import LINK, Comparison, Telling, compare, telling
from aftermath.link.spot import Spot, distance_km
from aftermath.model.incident import Incident
from aftermath.store import Query, Store

LOOKED_AT = 300
"""Incidents within reach that are looked at."""

CLAIMS = 8
"""Claims of an incident that are compared, the first published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far to look, and how many to give at most."""

    km: float = 25.0
    days: int = 7
    most: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """An incident near another; `km` and `days` are None where one of the two has no place or day."""

    incident: Incident
    km: float | None
    days: int | None
    likeness: Comparison | None = None


BAR = LINK
"""The sum from which two claims speak for one incident."""


def nearby(store: Store, name: str, reach: Reach) -> list[Near]:
    """Incidents near one, the nearest first; one that has neither place nor day is near to none."""
    own = store.incident(name)[0]
    query = _query(own, reach)
    if query is None:
        return []
    found = [_near(own, other) for other in store.incidents(query) if other.id != own.id]
    found.sort(key=lambda near: (near.km is None, near.km or 0.0, near.days or 0, near.incident.id))
    return list(_compared(store, own, found[: reach.most]))


def _query(own: Incident, reach: Reach) -> Query | None:
    """What to look for: by place and day, or by the one of them that is known and the kind of event."""
    spot = _spot(own)
    if spot is None and own.start is None:
        return None
    return Query(
        near=(spot.lat, spot.lon, reach.km) if spot else None,
        since=own.start - timedelta(days=reach.days) if own.start else None,
        until=own.end + timedelta(days=reach.days) if own.end else None,
        events=() if spot and own.start else (own.event,),
        limit=LOOKED_AT,
    )


def _near(own: Incident, other: Incident) -> Near:
    one, two = _spot(own), _spot(other)
    km = distance_km(one, two) if one and two else None
    return Near(incident=other, km=None if km is None else round(km, 1), days=_days(own, other))


def _spot(incident: Incident) -> Spot | None:
    place = incident.place
    if place is None or place.lat is None or place.lon is None:
        return None
    return Spot(place.lat, place.lon, place.radius_km or 0.0)


def _days(one: Incident, other: Incident) -> int | None:
    """Days between two incidents, 0 where they may have been on one."""
    if not (one.start and one.end and other.start and other.end):
        return None
    return max(0, _between(one.end, other.start), _between(other.end, one.start))


def _between(first: date, second: date) -> int:
    return (second - first).days


def _compared(store: Store, own: Incident, found: Sequence[Near]) -> Iterator[Near]:
    """The same, each with its pair of claims that is most alike."""
    names = {near.incident.id: near.incident.claims[:CLAIMS] for near in found} | {own.id: own.claims[:CLAIMS]}
    with store.shelf() as shelf:
        accounts = shelf.accounts([claim for claims in names.values() for claim in claims])
    by_claim = {account.claim.id: telling(account) for account in accounts}
    ours = [by_claim[claim] for claim in names[own.id]]
    for near in found:
        theirs = [by_claim[claim] for claim in names[near.incident.id]]
        yield Near(incident=near.incident, km=near.km, days=near.days, likeness=_likest(ours, theirs))


def _likest(ours: Sequence[Telling], theirs: Sequence[Telling]) -> Comparison:
    pairs = islice((compare(one, other) for one, other in product(ours, theirs)), CLAIMS * CLAIMS)
    return max(pairs, key=lambda compared: (not compared.is_barred, compared.total))
