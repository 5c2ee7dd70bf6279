"""An incident as rows: the columns by which it is looked for, and the whole as JSON text."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from aftermath.model import EVENTS, Place
from aftermath.model.filing import Account, Made
from aftermath.model.incident import Incident
from aftermath.store.form import to_text
from aftermath.store.wording import plain

LAST_OF_ALL = date.max.toordinal()
"""The day of incidents without one, where the earliest come first."""


def incident_row(made: Made) -> dict[str, Any]:
    """The row of an incident in `tables.incidents`, but for its number."""
    incident = made.incident
    return {
        "id": incident.id,
        "event": incident.event,
        "scope": incident.scope,
        "first": incident.start,
        "last": incident.end,
        "lat": incident.place.lat if incident.place else None,
        "lon": incident.place.lon if incident.place else None,
        "country": incident.place.country if incident.place else "",
        "admin1": admin1(incident.place) if incident.place else "",
        "grade": incident.grade.grade,
        "killed": _killed(incident),
        "contested": bool(incident.contradictions),
        "status": incident.review.status,
        "assigned": incident.review.assigned,
        "awaiting": incident.review.awaiting is not None,
        "extent": to_text(made.extent) if made.extent else None,
        "incident": to_text(incident),
    } | order_row(incident)


def admin1(place: Place) -> str:
    """The plain name of the first-level area that a place lies in or is."""
    own = place.name if place.precision == "province" else ""
    return plain(place.admin[1] if len(place.admin) > 1 else own)


def order_row(incident: Incident) -> dict[str, int]:
    """The columns by which incidents are put in order."""
    killed = _killed(incident)
    return {
        "oldest": incident.start.toordinal() if incident.start else LAST_OF_ALL,
        "newest": incident.start.toordinal() if incident.start else 0,
        "deadliest": -1 if killed is None else killed,
        "disputed": len({contradiction.about for contradiction in incident.contradictions}),
        "doubtful": len(incident.doubts),
    }


def _killed(incident: Incident) -> int | None:
    """How many people were killed by the best figure, None where nobody gives one."""
    tolls = (toll for toll in incident.tolls if (toll.kind, toll.group) == ("killed", "people"))
    return next((toll.best.value for toll in tolls), None)


def toll_rows(number: int, incident: Incident) -> Iterator[dict[str, Any]]:
    """The rows in `tables.tolls`: best figures by kind and group."""
    for toll in incident.tolls:
        if toll.best.value is not None:
            yield {"incident": number, "kind": toll.kind, "people": toll.group, "best": toll.best.value}


def campaign_rows(number: int, made: Made) -> Iterator[dict[str, Any]]:
    """The row in `tables.campaigns`, for a campaign of which days are known."""
    if made.incident.scope == "campaign" and made.extent:
        yield {"incident": number, "first": made.extent.first, "last": made.extent.last}


def text_row(made: Made) -> dict[str, str]:
    """The row in `tables.texts`: all names and words by which an incident may be sought, spelt plainly."""
    claims = [account.claim for account in made.accounts]
    places = [place for claim in claims for place in claim.where]
    parties = [party for claim in claims for party in claim.attackers]
    speakers = [source for claim in claims for source in claim.sources]
    actors = [a for a in (*(party.actor for party in parties), *(source.actor for source in speakers)) if a]
    columns = {
        "places": [*(p.text for p in places), *(n for p in places for n in (p.place.name, *p.place.admin))],
        "actors": [*(party.text for party in parties), *(word for a in actors for word in (a.id, a.name))],
        "sources": [*(source.text for source in speakers), *(account.newsroom for account in made.accounts)],
        "words": [EVENTS[made.incident.event].label, *_told(made.accounts)],
    }
    return {name: plain(" ".join(dict.fromkeys(found))) for name, found in columns.items()}


def _told(accounts: Iterable[Account]) -> Iterator[str]:
    for account in accounts:
        yield from (quote.text for quote in account.claim.quotes)
        yield from (words.text for words in (*account.claim.targets, *account.claim.weapons))
