"""Reports and claims: lists, and a report whole with its text."""

from typing import Annotated

from fastapi import APIRouter, Request, Response
from fastapi import Query as Param

from aftermath.api.answer import Cursor, Fields, Limit, answer, from_cursor, numbered, only, page
from aftermath.api.desk import AtDesk
from aftermath.api.filters import MAX_WORDS, Asked
from aftermath.api.forms import report_form, report_summary, told_form
from aftermath.api.people import Anyone, Shelf, note_read
from aftermath.api.problems import Absent
from aftermath.store.browse import claims_page, incidents_of, record_of, reports_page

router = APIRouter(tags=["reports"])
Name = Annotated[str, Param(max_length=300)]


@router.get("/reports")
def reports(
    request: Request,
    shelf: Shelf,
    desk: AtDesk,
    caller: Anyone,
    q: Annotated[str, Param(max_length=MAX_WORDS, description="Words of the report")] = "",
    limit: Limit = None,
    cursor: Cursor = "",
    fields: Fields = "",
) -> Response:
    """Reports, those kept last first, without their texts."""
    size = desk.limit(limit)
    found = reports_page(shelf, q, numbered(cursor), size + 1)
    following = (str(found[size - 1][0]),) if len(found) > size else None
    note_read(desk, caller, "reports listed", [record for _, record in found[:size]])
    return answer(request, page(only(fields, (report_summary(record) for _, record in found[:size])), following))


@router.get("/reports/{name:path}")
def report(request: Request, shelf: Shelf, desk: AtDesk, caller: Anyone, name: str) -> Response:
    """A report as read: its text, and every claim with the spans of its words and its incident."""
    record = record_of(shelf, name)
    if record is None:
        raise Absent("no report has that id")
    note_read(desk, caller, f"report {name}", [record])
    return answer(request, report_form(record, incidents_of(shelf, name)))


@router.get("/claims")
def claims(
    request: Request,
    shelf: Shelf,
    desk: AtDesk,
    caller: Anyone,
    query: Asked,
    report: Name = "",
    incident: Name = "",
    limit: Limit = None,
    cursor: Cursor = "",
    fields: Fields = "",
) -> Response:
    """Claims of the incidents wanted, by id, each with its report and incident."""
    size = desk.limit(limit)
    key = from_cursor(cursor, 1)
    found = claims_page(shelf, query, (report, incident), (key[0] or "") if key else "", size + 1)
    following = (found[size - 1].claim.id,) if len(found) > size else None
    note_read(
        desk, caller, "claims of " + ", ".join(sorted({one.incident for one in found})), [t.record for t in found]
    )
    return answer(request, page(only(fields, map(told_form, found[:size])), following))
