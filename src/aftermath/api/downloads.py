"""The record taken away, in every format that there is."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Query as Param
from fastapi.responses import StreamingResponse

from aftermath.api.filters import Asked
from aftermath.api.people import Shelf
from aftermath.api.shown import Shown
from aftermath.export import FORMATS
from aftermath.model import Misuse
from aftermath.store.browse import records_wanted

router = APIRouter(tags=["downloads"])

MEDIA = {
    "jsonl": "application/x-ndjson",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
}
"""Media types of the formats that have one; others are sent as bytes."""


@router.get("/download")
def download(
    request: Request,
    shelf: Shelf,
    query: Asked,
    shape: Annotated[str, Param(alias="format", max_length=20)] = "csv",
) -> StreamingResponse:
    """The claims of the incidents wanted, with their reports, as a file."""
    if shape not in FORMATS:
        raise Misuse(f"format {shape}: it is one of {', '.join(FORMATS)}")
    request.state.shown = (Shown(what=shape, action="downloaded", payload=repr(query)),)
    pieces: Iterator[str] = FORMATS[shape](records_wanted(shelf, query))
    name = f"aftermath.{shape}"
    return StreamingResponse(
        (piece.encode("utf-8", "backslashreplace") for piece in pieces),
        media_type=MEDIA.get(shape, "application/octet-stream"),
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"},
    )
