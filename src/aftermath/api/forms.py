"""Incidents, judgements and summaries as plain JSON values.

Reports and claims have the public form of `export`; what is added here is where they belong.
"""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from aftermath.export import claim_form, head_form, problem_form, record_form
from aftermath.export.reasons import PROBLEMS, READINGS, steps_told, told
from aftermath.link import standing
from aftermath.model import EVENTS, Problem, Record
from aftermath.model.incident import DOUBTS, Incident, Review, Toll
from aftermath.model.judgement import Judgement
from aftermath.store.browse import Told

Json = dict[str, Any]


def incident_form(incident: Incident) -> Json:
    """An incident whole, with what its event is called elsewhere; its review is `desk_form`'s."""
    form: Json = plain(asdict(incident))
    del form["review"]
    event = EVENTS[incident.event]
    _tell_reasons(form)
    return form | {
        "label": event.label,
        "event_type": event.acled_type,
        "sub_event_type": event.acled,
        "plover": event.plover,
        "type_of_violence": event.ucdp,
        "country": (incident.place.country or None) if incident.place else None,
        "doubts": [{"code": code, "says": DOUBTS[code]} for code in incident.doubts],
        "fatalities": _killed(incident),
    }


def _tell_reasons(form: Json) -> None:
    """Beside each sentence of a rule, its code and values, for readers of other languages."""
    for grade in filter(None, (form["grade"], form["grade"]["proposed"])):
        grade["reasons_told"] = list(map(told, grade["reasons"]))
    for toll in form["tolls"]:
        toll["why_told"] = steps_told(toll["why"])
    for position in (*form["positions"], *(p for differ in form["contradictions"] for p in differ["positions"])):
        position.update(told(position["says"]))


def incident_summary(incident: Incident) -> Json:
    """An incident in a list: what happened, where, when, harm, and how sure it is."""
    place = incident.place
    return {
        "id": incident.id,
        "event": incident.event,
        "label": EVENTS[incident.event].label,
        "scope": incident.scope,
        "start": day(incident.start),
        "end": day(incident.end),
        "place": place.name if place else None,
        "admin": list(place.admin) if place else [],
        "country": (place.country or None) if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "precision": place.precision if place else None,
        "radius_km": place.radius_km if place else None,
        "fatalities": _killed(incident),
        "tolls": [_toll(toll) for toll in incident.tolls],
        "grade": incident.grade.grade,
        "voices": len(incident.voices),
        "claims": len(incident.claims),
        "contested": sorted({contradiction.about for contradiction in incident.contradictions}),
        "doubts": list(incident.doubts),
        "status": incident.review.status,
        "assigned": incident.review.assigned or None,
        "awaiting": incident.review.awaiting is not None,
    }


def _killed(incident: Incident) -> Json | None:
    return next((_toll(t) for t in incident.tolls if (t.kind, t.group) == ("killed", "people")), None)


def _toll(toll: Toll) -> Json:
    bounds = {"low": toll.low.value, "best": toll.best.value, "high": toll.high.value}
    return {"kind": toll.kind, "group": toll.group, **bounds}


def report_summary(record: Record) -> Json:
    """A report in a list."""
    return {**head_form(record.report), "claims": len(record.claims), "problems": len(record.problems)}


def report_form(record: Record, incidents: dict[str, str]) -> Json:
    """A report whole, each claim with its incident and the codes of its reasons, each problem with its own."""
    form = record_form(record)
    for claim in form["claims"]:
        claim["incident"] = incidents.get(claim["id"])
        claim["told"] = claim_reasons(claim)
    return form | {"problems": list(map(trouble_form, record.problems))}


def claim_reasons(claim: Json) -> Json:
    """The reasons of a claim's values as steps with codes, by the sentence that has them."""
    given = [thing for thing in (claim["when"], *claim["where"]) if thing]
    given += [party["actor"] for party in (*claim["attackers"], *claim["sources"]) if party["actor"]]
    sentences = {*claim["why"].values(), *claim["inferred"].values(), *(thing["why"] for thing in given)}
    return {sentence: steps_told(sentence, READINGS) for sentence in sorted(filter(None, sentences))}


def trouble_form(problem: Problem) -> Json:
    """A problem of a report, with the code and values of its message."""
    found = told(problem.message, PROBLEMS)
    return problem_form(problem) | {name: found[name] for name in ("reason_code", "reason_values")}


def told_form(told: Told) -> Json:
    """A claim with its incident and what is known of its report."""
    return claim_form(told.claim) | {"incident": told.incident, "report": report_summary(told.record)}


def judgement_form(judgement: Judgement) -> Json:
    """A judgement with all it says."""
    form: Json = plain(asdict(judgement))
    return {"id": judgement.id} | form


def desk_form(review: Review, people: Sequence[Judgement]) -> Json:
    """How far an incident's review is, the grade that still takes a second person, and the comments."""
    comments = [judgement_form(judgement) for judgement in standing(list(people)) if judgement.verdict == "comment"]
    return {
        "status": review.status,
        "assigned": review.assigned or None,
        "awaiting": judgement_form(review.awaiting) if review.awaiting else None,
        "comments": comments,
    }


def day(value: date | None) -> str | None:
    """A day as JSON has it."""
    return value.isoformat() if value else None


def plain(value: Any) -> Any:
    """A value of dictionaries and tuples as JSON has it."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
