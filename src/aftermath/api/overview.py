"""The record from above: points for a map, counts for a timeline, and search."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from fastapi import Query as Param

from aftermath.api.answer import Limit, answer
from aftermath.api.desk import AtDesk
from aftermath.api.filters import MAX_WORDS, Asked
from aftermath.api.forms import incident_summary, report_summary
from aftermath.api.people import Shelf
from aftermath.api.shown import Shown, listed, read
from aftermath.model import Misuse
from aftermath.store import Query, Store
from aftermath.store.browse import COUNTED, count, counts, incidents_page, points, reports_page

router = APIRouter(tags=["overview"])


@router.get("/points")
def map_points(
    request: Request,
    shelf: Shelf,
    desk: AtDesk,
    query: Asked,
    shape: Annotated[str, Param(alias="format", pattern="^(geojson|columns)$")] = "geojson",
) -> Response:
    """Placed incidents for a map that clusters them itself, as GeoJSON or as columns, which are a third as long."""

    def made() -> tuple[Any, Shown]:
        rows = points(shelf, query, desk.settings.max_points)
        shown = listed("points of a map", events={row["event"] for row in rows})
        left = _left_out(shelf, query, len(rows)) if len(rows) == desk.settings.max_points else {}
        if shape == "geojson":
            return {"type": "FeatureCollection", "features": list(map(_feature, rows))} | left, shown
        columns = zip(rows[0], zip(*(row.values() for row in rows), strict=True), strict=True) if rows else ()
        return {name: _column(values) for name, values in columns} | left, shown

    return answer(request, desk, shelf, made)


def _left_out(shelf: Store, query: Query, shown: int) -> dict[str, Any]:
    """How many placed incidents are older than those that a map may have; nothing where none is."""
    left = count(shelf, query, placed=True) - shown
    return {"left_out": left} if left else {}


def _feature(row: Any) -> dict[str, Any]:
    columns = {name: _cell(value) for name, value in row.items()}
    point = [columns.pop("lon"), columns.pop("lat")]
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": point}, "properties": columns}


def _column(values: Sequence[Any]) -> list[Any]:
    return list(map(_cell, values)) if any(isinstance(value, date) for value in values) else list(values)


def _cell(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@router.get("/statistics")
def statistics(
    request: Request, shelf: Shelf, desk: AtDesk, query: Asked, by: Annotated[str, Param(max_length=20)] = "day"
) -> Response:
    """Incidents and killed (best figures) counted by day, event, grade, scope, country, area or dispute."""
    column = {"day": "first"}.get(by, by)
    if column not in COUNTED:
        raise Misuse(f"by {by}: it is one of day, event, grade, scope, contested, country, admin1")

    def made() -> tuple[Any, Shown]:
        shown = listed("statistics", events=(row["value"] for row in counts(shelf, query, "event")))
        return {"by": by, "data": list(map(_counted, counts(shelf, query, column)))}, shown

    return answer(request, desk, shelf, made)


def _counted(row: Any) -> dict[str, Any]:
    return {"value": _cell(row["value"]), "incidents": row["incidents"], "killed": row["killed"] or 0}


@router.get("/search")
def search(
    request: Request,
    shelf: Shelf,
    desk: AtDesk,
    q: Annotated[str, Param(min_length=1, max_length=MAX_WORDS)],
    limit: Limit = None,
) -> Response:
    """Incidents by names of places and sources, and reports by their words."""
    size = min(desk.limit(limit), 50)
    query = Query(words=q, order="newest", limit=size)

    def made() -> tuple[Any, Shown, Shown]:
        incidents = incidents_page(shelf, query)
        reports = [record for _, record in reports_page(shelf, q, None, size)]
        found = {"incidents": list(map(incident_summary, incidents)), "reports": list(map(report_summary, reports))}
        events = (incident.event for incident in incidents)
        return found, listed("incidents listed", events=events), read("reports listed", records=reports)

    return answer(request, desk, shelf, made)
