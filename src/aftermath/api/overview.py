"""The record from above: points for a map, counts for a timeline, and search."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from fastapi import Query as Param

from aftermath.api.answer import Limit, answer
from aftermath.api.desk import AtDesk
from aftermath.api.filters import MAX_WORDS, Asked
from aftermath.api.forms import incident_summary, report_summary
from aftermath.api.people import Anyone, Shelf, note_listed, note_read
from aftermath.model import Misuse
from aftermath.store import Query
from aftermath.store.browse import COUNTED, counts, incidents_page, points, reports_page

router = APIRouter(tags=["overview"])


@router.get("/points")
def map_points(
    request: Request,
    shelf: Shelf,
    desk: AtDesk,
    caller: Anyone,
    query: Asked,
    shape: Annotated[str, Param(alias="format", pattern="^(geojson|columns)$")] = "geojson",
) -> Response:
    """Placed incidents for a map that clusters them itself, as GeoJSON or as columns, which are a third as long."""
    rows = points(shelf, query, desk.settings.max_points)
    note_listed(desk, caller, "points of a map", events=(row["event"] for row in rows))
    if shape == "columns":
        return answer(request, {name: [_cell(row[name]) for row in rows] for name in (rows[0] if rows else ())})
    return answer(request, {"type": "FeatureCollection", "features": [_feature(row) for row in rows]})


def _feature(row: Any) -> dict[str, Any]:
    columns = {name: _cell(value) for name, value in row.items()}
    point = [columns.pop("lon"), columns.pop("lat")]
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": point}, "properties": columns}


def _cell(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@router.get("/statistics")
def statistics(
    request: Request, shelf: Shelf, query: Asked, by: Annotated[str, Param(max_length=20)] = "day"
) -> Response:
    """Incidents and killed (best figures) counted by day, event, grade, scope, country, area or dispute."""
    column = {"day": "first"}.get(by, by)
    if column not in COUNTED:
        raise Misuse(f"by {by}: it is one of day, event, grade, scope, contested, country, admin1")
    rows = counts(shelf, query, column)
    data = [{"value": _cell(row["value"]), "incidents": row["incidents"], "killed": row["killed"] or 0} for row in rows]
    return answer(request, {"by": by, "data": data})


@router.get("/search")
def search(
    request: Request,
    shelf: Shelf,
    desk: AtDesk,
    caller: Anyone,
    q: Annotated[str, Param(min_length=1, max_length=MAX_WORDS)],
    limit: Limit = None,
) -> Response:
    """Incidents by names of places and sources, and reports by their words."""
    size = min(desk.limit(limit), 50)
    query = Query(words=q, order="newest", limit=size)
    incidents, reports = incidents_page(shelf, query), [record for _, record in reports_page(shelf, q, None, size)]
    note_listed(desk, caller, "incidents listed", events=(incident.event for incident in incidents))
    note_read(desk, caller, "reports listed", reports)
    found = {
        "incidents": [incident_summary(incident) for incident in incidents],
        "reports": [report_summary(record) for record in reports],
    }
    return answer(request, found)
