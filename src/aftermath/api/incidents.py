"""Incidents: a list, and one with all it rests on."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Request, Response
from fastapi import Query as Param

from aftermath.api.answer import Json, Paged, Paging, answer, from_cursor, only, page
from aftermath.api.desk import AtDesk
from aftermath.api.filters import Listed
from aftermath.api.forms import claim_reasons, desk_form, incident_form, incident_summary, judgement_form, told_form
from aftermath.api.people import Shelf
from aftermath.api.problems import Absent
from aftermath.api.shown import Shown, listed, read
from aftermath.export.reasons import counted_told
from aftermath.model import Misuse
from aftermath.model.judgement import STATUSES
from aftermath.pipeline.judging import page as incident_page
from aftermath.store import Query, Store
from aftermath.store.browse import Told, count, incidents_page
from aftermath.store.desk import versions

router = APIRouter(tags=["incidents"])


@router.get("/incidents")
def incidents(request: Request, shelf: Shelf, desk: AtDesk, query: Listed, paging: Paged) -> Response:
    """Incidents in the order asked for; those without a day last."""
    size = desk.limit(paging.limit)
    return answer(request, desk, shelf, lambda: _page(shelf, query, replace(paging, limit=size)))


@router.get("/queue")
def queue(
    request: Request,
    shelf: Shelf,
    desk: AtDesk,
    query: Listed,
    paging: Paged,
    status: Annotated[str, Param(max_length=20, description="unreviewed unless said; any where `awaiting`")] = "",
    assigned: Annotated[str, Param(max_length=100, description="Only those assigned to this person")] = "",
    awaiting: Annotated[bool, Param(description="Only those with a grade that takes a second person")] = False,
) -> Response:
    """Incidents to be reviewed in the order asked for, such as deadliest, disputed, doubtful or newest first."""
    if status and status not in STATUSES:
        raise Misuse(f"status {status}: it is one of {', '.join(STATUSES)}")
    of_status = status or ("" if awaiting else "unreviewed")
    query = replace(query, status=of_status, assigned=assigned, awaiting=awaiting)
    size = desk.limit(paging.limit)
    return answer(request, desk, shelf, lambda: _page(shelf, query, replace(paging, limit=size)))


def _page(shelf: Store, query: Query, paging: Paging) -> tuple[Json, Shown]:
    """A page of incidents, with where the next begins."""
    size, key = paging.limit or 0, from_cursor(paging.cursor, 1)
    asked = replace(query, limit=size + 1, after=(key[0] or "") if key else "")
    found = incidents_page(shelf, asked)
    following = (asked.cursor(found[size - 1]),) if len(found) > size else None
    forms = only(paging.fields, map(incident_summary, found[:size]))
    shown = listed("incidents listed", events=(incident.event for incident in found[:size]))
    return page(forms, following, total=count(shelf, query)), shown


@router.get("/incidents/{name}")
def incident(request: Request, shelf: Shelf, desk: AtDesk, name: str) -> Response:
    """An incident with its claims, why they were linked, what people judged, and its version."""
    return answer(request, desk, shelf, lambda: _whole(shelf, name))


def _whole(shelf: Store, name: str) -> tuple[Json, Shown]:
    try:
        found = incident_page(shelf, name)
    except Misuse as error:
        # The id is not repeated: it may be what a rule hides.
        raise Absent("no incident has that id, or several have one that begins so") from error
    made = found.incident
    told = [told_form(Told(record=found.records[r.id], claim=c, incident=made.id)) for r, c in found.claims]
    form = incident_form(made) | {
        "claims": [one | {"told": claim_reasons(one)} | _linked(found.why.get(one["id"], "")) for one in told],
        "judgements": [judgement_form(judgement) for judgement in found.people],
        "desk": desk_form(made.review, found.people),
        "version": versions(shelf, [made.id])[made.id],
    }
    records = found.records.values()
    return form, read(f"incident {made.id}", records=records, incidents=[made], judgements=found.people)


def _linked(why: str) -> Json:
    """Why a claim was linked, in one line and finding by finding."""
    return {"linked": why, "linked_told": counted_told(why)}
