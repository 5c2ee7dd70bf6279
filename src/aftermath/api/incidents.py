"""Incidents: a list, and one with all it rests on."""

from datetime import date

from fastapi import APIRouter, Request, Response

from aftermath.api.answer import Cursor, Fields, Limit, answer, from_cursor, only, page
from aftermath.api.desk import AtDesk, Shelf
from aftermath.api.filters import Asked
from aftermath.api.forms import incident_form, incident_summary, judgement_form, told_form
from aftermath.api.problems import Absent
from aftermath.model import Misuse
from aftermath.pipeline.judging import page as incident_page
from aftermath.store.browse import Key, Told, count, incidents_page

router = APIRouter(tags=["incidents"])


@router.get("/incidents")
def incidents(
    request: Request,
    shelf: Shelf,
    desk: AtDesk,
    wanted: Asked,
    limit: Limit = None,
    cursor: Cursor = "",
    fields: Fields = "",
) -> Response:
    """Incidents, the newest first; those without a day last."""
    size = desk.limit(limit)
    found = incidents_page(shelf, wanted, _key(cursor), size + 1)
    shown = found[:size]
    last = shown[-1] if len(found) > size else None
    following = (last.start.isoformat() if last.start else None, last.id) if last else None
    forms = only(fields, map(incident_summary, shown))
    return answer(request, page(forms, following, total=count(shelf, wanted)))


def _key(cursor: str) -> Key | None:
    found = from_cursor(cursor, 2)
    if not found:
        return None
    day, name = found
    try:
        return (date.fromisoformat(day) if day else None), name or ""
    except ValueError as error:
        raise Misuse("that is no cursor: give `next` of the page before") from error


@router.get("/incidents/{name}")
def incident(request: Request, shelf: Shelf, name: str) -> Response:
    """An incident with its claims, why they were linked, and what people judged."""
    try:
        found = incident_page(shelf, name)
    except Misuse as error:
        raise Absent(str(error)) from error
    records = {report.id: record for record in shelf.incident(found.incident.id)[1] for report in (record.report,)}
    told = (Told(record=records[r.id], claim=c, incident=found.incident.id) for r, c in found.claims)
    form = incident_form(found.incident) | {
        "claims": [told_form(one) | {"linked": found.why.get(one.claim.id, "")} for one in told],
        "judgements": [judgement_form(judgement) for judgement in found.people],
    }
    return answer(request, form)
