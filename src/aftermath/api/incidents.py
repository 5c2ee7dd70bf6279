"""Incidents: a list, and one with all it rests on."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Request, Response
from fastapi import Query as Param

from aftermath.api.answer import Cursor, Fields, Json, Limit, answer, from_cursor, only, page
from aftermath.api.desk import AtDesk
from aftermath.api.filters import Asked
from aftermath.api.forms import desk_form, incident_form, incident_summary, judgement_form, told_form
from aftermath.api.people import Anyone, Shelf, note_read
from aftermath.api.problems import Absent
from aftermath.model import Misuse
from aftermath.model.incident import Incident
from aftermath.model.judgement import STATUSES
from aftermath.pipeline.judging import page as incident_page
from aftermath.store import Store
from aftermath.store.browse import Told, Wanted, count, incidents_page
from aftermath.store.desk import said_of, versions

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
    """Incidents in the order asked for; those without a day last."""
    found, following = _some(shelf, wanted, desk.limit(limit), cursor)
    return answer(request, page(only(fields, _summaries(shelf, found)), following, total=count(shelf, wanted)))


@router.get("/queue")
def queue(
    request: Request,
    shelf: Shelf,
    desk: AtDesk,
    wanted: Asked,
    status: Annotated[str, Param(max_length=20)] = "unreviewed",
    assigned: Annotated[str, Param(max_length=100, description="Only those assigned to this person")] = "",
    limit: Limit = None,
    cursor: Cursor = "",
) -> Response:
    """Incidents of a status, to be reviewed; a page may hold fewer than `limit`, or none, and still have a next."""
    if status not in STATUSES:
        raise Misuse(f"status {status}: it is one of {', '.join(STATUSES)}")
    found, following = _some(shelf, wanted, desk.limit(limit), cursor)
    forms = [form for form in _summaries(shelf, found) if form["status"] == status]
    return answer(request, page([form for form in forms if not assigned or form["assigned"] == assigned], following))


def _some(shelf: Store, wanted: Wanted, size: int, cursor: str) -> tuple[list[Incident], tuple[str | None, ...] | None]:
    """The incidents of a page, and where the next begins."""
    key = from_cursor(cursor, 1)
    query = replace(wanted.query, limit=size + 1, after=(key[0] or "") if key else "")
    found = incidents_page(shelf, replace(wanted, query=query))
    following = (query.cursor(found[size - 1]),) if len(found) > size else None
    return found[:size], following


def _summaries(shelf: Store, found: list[Incident]) -> list[Json]:
    said = said_of(shelf, [incident.id for incident in found])
    forms = ((incident_summary(i), desk_form(said.get(i.id, []))) for i in found)
    return [form | {"status": of["status"], "assigned": of["assigned"]} for form, of in forms]


@router.get("/incidents/{name}")
def incident(request: Request, shelf: Shelf, desk: AtDesk, caller: Anyone, name: str) -> Response:
    """An incident with its claims, why they were linked, what people judged, and its version."""
    try:
        found = incident_page(shelf, name)
    except Misuse as error:
        # The id is not repeated: it may be what a rule hides.
        raise Absent("no incident has that id, or several have one that begins so") from error
    made = found.incident
    records = {record.report.id: record for record in shelf.incident(made.id)[1]}
    note_read(desk, caller, f"incident {made.id}", list(records.values()))
    told = (Told(record=records[r.id], claim=c, incident=made.id) for r, c in found.claims)
    version = versions(shelf, [made.id])[made.id]
    form = incident_form(made) | {
        "claims": [told_form(one) | {"linked": found.why.get(one.claim.id, "")} for one in told],
        "judgements": [judgement_form(judgement) for judgement in found.people],
        "desk": desk_form(found.people),
        "version": version,
    }
    return answer(request, form)
