"""The public form of a record: plain JSON values, in the order that readers expect.

Takes records, gives dictionaries for JSON. What is not known is null where a value was
resolved (a date, a point, an actor, a kind) and "" where it is a report's own label (title,
outlet). Lists are empty, never null. Spans are [start, end] in characters of `text`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from aftermath.model import (
    Actor,
    Claim,
    Harm,
    Party,
    PlaceMention,
    Problem,
    Quantity,
    Record,
    Report,
    Source,
    Target,
    TimeMention,
    Weapon,
    Words,
)

Json = dict[str, Any]


def record_form(record: Record) -> Json:
    """A report as read: what is known of it, its text, its claims and its problems."""
    report = record.report
    return {
        **head_form(report),
        "sha256": report.sha256,
        "text": report.text,
        "claims": [claim_form(claim) for claim in record.claims],
        "problems": [problem_form(problem) for problem in record.problems],
    }


def head_form(report: Report) -> Json:
    """What is known of a report besides its text."""
    return {
        "id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "author": report.author,
        "url": report.url,
        "published": _day(report.published),
        "language": report.language,
    }


def claim_form(claim: Claim) -> Json:
    """One claim, its slots in the order of the design."""
    return {
        "id": claim.id,
        "event": claim.event,
        "scope": claim.scope,
        "stance": claim.stance,
        "sources": [_source(source) for source in claim.sources],
        "when": _when(claim.when),
        "where": [_where(place) for place in claim.where],
        "attackers": [_party(party) for party in claim.attackers],
        "targets": [_kind(target) for target in claim.targets],
        "weapons": [_kind(weapon) for weapon in claim.weapons],
        "count": _count(claim.count),
        "harm": [_harm(harm) for harm in claim.harm],
        "quotes": [_words(quote) for quote in claim.quotes],
        "inferred": _sorted(claim.inferred),
        "why": _sorted(claim.why),
    }


def problem_form(problem: Problem) -> Json:
    """What went wrong, at which stage, and whether the report was lost by it."""
    return {
        "report": problem.report,
        "stage": problem.stage,
        "message": problem.message,
        "fatal": problem.fatal,
    }


def _words(words: Words) -> Json:
    return {"text": words.text, "span": list(words.span)}


def _source(source: Source) -> Json:
    return _words(source) | {"kind": source.kind, "actor": _actor(source.actor)}


def _party(party: Party) -> Json:
    return _words(party) | {"actor": _actor(party.actor)}


def _actor(actor: Actor | None) -> Json | None:
    if actor is None:
        return None
    return {"id": actor.id, "name": actor.name, "kind": actor.kind, "why": actor.why}


def _kind(thing: Target | Weapon) -> Json:
    return _words(thing) | {"kind": thing.kind or None}


def _when(when: TimeMention | None) -> Json | None:
    if when is None:
        return None
    time = when.time
    return _words(when) | {
        "start": _day(time.start),
        "end": _day(time.end),
        "precision": time.precision,
        "anchor": _day(time.anchor),
        "why": time.why,
    }


def _where(mention: PlaceMention) -> Json:
    place = mention.place
    return _words(mention) | {
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
        "radius_km": place.radius_km,
        "id": place.id,
        "country": place.country or None,
        "admin": list(place.admin),
        "feature": place.feature or None,
        "why": place.why,
        "alternatives": list(place.alternatives),
    }


def _count(count: Quantity | None) -> Json | None:
    return None if count is None else _words(count) | {"low": count.low, "high": count.high}


def _harm(harm: Harm) -> Json:
    return {
        "kind": harm.kind,
        "who": harm.who,
        "low": harm.low,
        "high": harm.high,
        "part_of": harm.part_of,
        **_words(harm),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _sorted(reasons: Mapping[str, str]) -> dict[str, str]:
    """Reasons by slot name, so that equal claims are written alike."""
    return dict(sorted(reasons.items()))
