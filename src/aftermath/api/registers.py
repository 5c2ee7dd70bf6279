"""Sources, actors and places as tables."""

from dataclasses import asdict, dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi import Query as Param

from aftermath.api.answer import Cursor, Fields, Limit, answer, numbered, only, page
from aftermath.api.desk import AtDesk, Desk
from aftermath.api.people import Anyone, Shelf, note_listed
from aftermath.store import Query, Store
from aftermath.store.browse import counts, state
from aftermath.store.registers import Registers, Row, registers

router = APIRouter(tags=["registers"])
Words = Annotated[str, Param(max_length=200, description="Part of the name")]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of a table is asked for, as the query of the request says."""

    q: Words = ""
    limit: Limit = None
    cursor: Cursor = ""
    fields: Fields = ""


def _tables(desk: Desk, shelf: Store) -> Registers:
    """The tables of a store, counted again only when it changed."""
    key = (shelf.name, state(shelf))
    if key not in desk.counted:
        desk.counted.clear()
        desk.counted[key] = registers(shelf)
    return desk.counted[key]


def _page(request: Request, desk: Desk, rows: tuple[Row, ...], asked: Asked) -> Response:
    found = [row for row in rows if asked.q.lower() in row.name.lower()]
    start, size = numbered(asked.cursor) or 0, desk.limit(asked.limit)
    following = (str(start + size),) if len(found) > start + size else None
    return answer(
        request, page(only(asked.fields, map(asdict, found[start : start + size])), following, total=len(found))
    )


@router.get("/sources")
def sources(
    request: Request, shelf: Shelf, desk: AtDesk, caller: Anyone, asked: Annotated[Asked, Depends()]
) -> Response:
    """Who says what happened: how many claims, and in how many incidents they agreed with or differed from others."""
    rows = _tables(desk, shelf).sources
    note_listed(desk, caller, "table of sources", kinds=(row.kind for row in rows))
    return _page(request, desk, rows, asked)


@router.get("/actors")
def actors(request: Request, shelf: Shelf, desk: AtDesk, asked: Annotated[Asked, Depends()]) -> Response:
    """Known parties that claims name."""
    return _page(request, desk, _tables(desk, shelf).actors, asked)


@router.get("/places")
def places(
    request: Request, shelf: Shelf, desk: AtDesk, caller: Anyone, asked: Annotated[Asked, Depends()]
) -> Response:
    """Places of incidents."""
    events = (row["value"] for row in counts(shelf, Query(), "event"))
    note_listed(desk, caller, "table of places", events=events)
    return _page(request, desk, _tables(desk, shelf).places, asked)
