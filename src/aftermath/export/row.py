"""A claim as one flat row: the columns of the CSV file and the properties of a map feature.

Takes a record and one of its claims, gives columns by name in a fixed order. Several fillers
of one slot are joined by "; " and stand in the same order in every column of that slot. The
full record, with spans and reasons, is the JSON form; a row is for tables and maps.
"""

from collections.abc import Iterable

from aftermath.export.toll import toll
from aftermath.model import EVENTS, Actor, Claim, Harm, PlaceMention, Record, TimeMention
from aftermath.model.codes import HARM_KINDS

Value = str | int | float | None
Row = dict[str, Value]


def row(record: Record, claim: Claim) -> Row:
    """The claim's columns; None is an empty cell."""
    return {
        **_report(record),
        **_codes(claim),
        "sources": _joined(source.text for source in claim.sources),
        "source_kinds": _joined(source.kind for source in claim.sources),
        **_when(claim.when),
        **_where(claim.where),
        "attackers": _joined(party.text for party in claim.attackers),
        "attacker_names": _actors([party.actor for party in claim.attackers], "name"),
        "attacker_kinds": _actors([party.actor for party in claim.attackers], "kind"),
        "targets": _joined(target.text for target in claim.targets),
        "target_kinds": _joined(target.kind for target in claim.targets),
        "weapons": _joined(weapon.text for weapon in claim.weapons),
        "weapon_kinds": _joined(weapon.kind for weapon in claim.weapons),
        "count_low": claim.count.low if claim.count else None,
        "count_high": claim.count.high if claim.count else None,
        **_harm(claim.harm),
        "quotes": _joined((quote.text for quote in claim.quotes), " … "),
        "inferred": _joined(f"{slot}: {whence}" for slot, whence in sorted(claim.inferred.items())),
    }


def _report(record: Record) -> Row:
    report = record.report
    return {
        "report_id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "published": report.published.isoformat() if report.published else None,
        "url": report.url,
    }


def _codes(claim: Claim) -> Row:
    event = EVENTS.get(claim.event)
    return {
        "claim_id": claim.id,
        "event": claim.event,
        "acled_sub_event_type": event.acled if event else None,
        "plover": event.plover if event else None,
        "ucdp_type_of_violence": event.ucdp if event else None,
        "scope": claim.scope,
        "stance": claim.stance,
    }


def _when(when: TimeMention | None) -> Row:
    time = when.time if when else None
    return {
        "when_words": when.text if when else None,
        "date_start": time.start.isoformat() if time and time.start else None,
        "date_end": time.end.isoformat() if time and time.end else None,
        "date_precision": time.precision if time else None,
    }


def _where(where: tuple[PlaceMention, ...]) -> Row:
    """The first place in full, the others by name."""
    place = where[0].place if where else None
    return {
        "where_words": _joined(mention.text for mention in where),
        "place": place.name if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "place_precision": place.precision if place else None,
        "radius_km": place.radius_km if place else None,
        "country": (place.country or None) if place else None,
        "admin": _joined(place.admin, " > ") if place else None,
        "place_id": place.id if place else None,
        "other_places": _joined(mention.place.name for mention in where[1:]),
    }


def _harm(harm: tuple[Harm, ...]) -> Row:
    columns: Row = {}
    for kind in HARM_KINDS:
        columns[f"{kind}_low"], columns[f"{kind}_high"] = toll(harm, kind)
    return {**columns, "harm_words": _joined(entry.text for entry in harm)}


def _actors(actors: list[Actor | None], part: str) -> str | None:
    return _joined(getattr(actor, part) if actor else "" for actor in actors)


def _joined(values: Iterable[str], by: str = "; ") -> str | None:
    """Values in one cell, "?" for one that is not known among others; None where there is none."""
    found = list(values)
    return by.join(value or "?" for value in found) if any(found) else None


def columns() -> tuple[str, ...]:
    """The names of the columns, in order."""
    from aftermath.model import Report

    nothing = Claim(id="", event="", scope="", stance="", quotes=())
    return tuple(row(Record(report=Report(id="", text=""), claims=()), nothing))
