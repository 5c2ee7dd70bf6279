"""Reports and claims: lists, and a report whole with its text."""

from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from fastapi import Query as Param

from aftermath.api.answer import Paged, answer, from_cursor, numbered, only, page
from aftermath.api.desk import AtDesk
from aftermath.api.filters import MAX_WORDS, About, Asked
from aftermath.api.forms import report_form, report_summary, told_form
from aftermath.api.people import Shelf
from aftermath.api.problems import Absent
from aftermath.api.shown import Shown, read
from aftermath.store.browse import claims_page, incidents_of, record_of, reports_page

router = APIRouter(tags=["reports"])
Name = Annotated[str, Param(max_length=300)]


@router.get("/reports")
def reports(
    request: Request,
    shelf: Shelf,
    desk: AtDesk,
    query: About,
    paging: Paged,
    q: Annotated[str, Param(max_length=MAX_WORDS, description="Words of the report")] = "",
) -> Response:
    """Reports, those kept last first, without their texts; with filters those that tell of such incidents."""
    size, before = desk.limit(paging.limit), numbered(paging.cursor)

    def made() -> tuple[Any, Shown]:
        found = reports_page(shelf, q, before, size + 1, query)
        following = (str(found[size - 1][0]),) if len(found) > size else None
        records = [record for _, record in found[:size]]
        forms = only(paging.fields, map(report_summary, records))
        return page(forms, following), read("reports listed", records=records)

    return answer(request, desk, shelf, made)


@router.get("/reports/{name:path}")
def report(request: Request, shelf: Shelf, desk: AtDesk, name: str) -> Response:
    """A report as read: its text, and every claim with the spans of its words and its incident."""

    def made() -> tuple[Any, Shown]:
        record = record_of(shelf, name)
        if record is None:
            raise Absent("no report has that id")
        return report_form(record, incidents_of(shelf, name)), read(f"report {name}", records=[record])

    return answer(request, desk, shelf, made)


@router.get("/claims")
def claims(
    request: Request,
    shelf: Shelf,
    desk: AtDesk,
    query: Asked,
    paging: Paged,
    report: Name = "",
    incident: Name = "",
) -> Response:
    """Claims of the incidents wanted, by id, each with its report and incident."""
    size, key = desk.limit(paging.limit), from_cursor(paging.cursor, 1)

    def made() -> tuple[Any, Shown]:
        found = claims_page(shelf, query, (report, incident), (key[0] or "") if key else "", size + 1)
        following = (found[size - 1].claim.id,) if len(found) > size else None
        forms = only(paging.fields, map(told_form, found[:size]))
        of = ", ".join(sorted({told.incident for told in found[:size]}))
        return page(forms, following), read(f"claims of {of}", records=[told.record for told in found[:size]])

    return answer(request, desk, shelf, made)
