"""What makes an incident doubtful: keys of `model.incident.DOUBTS`, for who decides what to look at first.

Takes the tellings of one incident and what was made of them. That accounts differ is no doubt
but a contradiction, and told apart.
"""

from collections.abc import Iterator, Sequence

from aftermath.link.spot import WIDE_KM
from aftermath.link.telling import Telling
from aftermath.model import Place
from aftermath.model.filing import Days
from aftermath.model.incident import Voice

WEEK = 7


def doubts(tellings: Sequence[Telling], voices: Sequence[Voice], days: Days, place: Place | None) -> tuple[str, ...]:
    """The doubts about an incident, in the order of the table."""
    return tuple(_doubts(tellings, voices, days, place))


def _doubts(tellings: Sequence[Telling], voices: Sequence[Voice], days: Days, place: Place | None) -> Iterator[str]:
    if all(telling.claim.stance != "asserted" for telling in tellings):
        yield "unconfirmed"
    if len(voices) <= 1:
        yield "alone"
    if place is None or place.lat is None:
        yield "unplaced"
    elif place.precision in ("country", "province", "region") or (place.radius_km or 0) > WIDE_KM:
        yield "area"
    start, end = days
    if start is None or end is None:
        yield "undated"
    elif (end - start).days >= WEEK:
        yield "long"
    if any(all(slot in telling.claim.inferred for telling in tellings) for slot in ("where", "when")):
        yield "carried"
