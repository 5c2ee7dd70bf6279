"""Sources, actors and places as tables."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi import Query as Param

from aftermath.api.answer import Paged, Paging, answer, numbered, only, page
from aftermath.api.desk import AtDesk, Desk
from aftermath.api.people import Shelf
from aftermath.api.shown import Shown, listed
from aftermath.store import Query, Store
from aftermath.store.browse import counts, state
from aftermath.store.registers import Registers, Row, registers

router = APIRouter(tags=["registers"])


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of a table is asked for."""

    paging: Paging
    q: str
    kind: str


async def _asked(
    paging: Paged,
    q: Annotated[str, Param(max_length=200, description="Part of the name")] = "",
    kind: Annotated[str, Param(max_length=100, description="Only of this kind")] = "",
) -> Asked:
    return Asked(paging, q.lower(), kind)


Wanted = Annotated[Asked, Depends(_asked)]


@router.get("/sources")
def sources(request: Request, shelf: Shelf, desk: AtDesk, asked: Wanted) -> Response:
    """Who says what happened: how many claims, and in how many incidents they agreed with or differed from others."""
    return _table(request, desk, shelf, asked, ("table of sources", lambda tables: tables.sources))


@router.get("/actors")
def actors(request: Request, shelf: Shelf, desk: AtDesk, asked: Wanted) -> Response:
    """Known parties that claims name."""
    return _table(request, desk, shelf, asked, ("table of actors", lambda tables: tables.actors))


@router.get("/places")
def places(request: Request, shelf: Shelf, desk: AtDesk, asked: Wanted) -> Response:
    """Places of incidents."""
    return _table(request, desk, shelf, asked, ("table of places", lambda tables: tables.places))


Table = tuple[str, Callable[[Registers], tuple[Row, ...]]]


def _table(request: Request, desk: Desk, shelf: Store, asked: Asked, table: Table) -> Response:
    """A page of a table, and what the whole table counts."""
    name, rows_of = table
    start, size = numbered(asked.paging.cursor) or 0, desk.limit(asked.paging.limit)

    def made() -> tuple[Any, Shown]:
        rows = rows_of(_counted(desk, shelf))
        found = [row for row in rows if asked.q in row.name.lower() and asked.kind in ("", row.kind)]
        following = (str(start + size),) if len(found) > start + size else None
        forms = only(asked.paging.fields, map(asdict, found[start : start + size]))
        events = [row["value"] for row in counts(shelf, Query(), "event")]
        return page(forms, following, total=len(found)), listed(name, events=events, kinds={row.kind for row in rows})

    return answer(request, desk, shelf, made)


def _counted(desk: Desk, shelf: Store) -> Registers:
    """The tables of a store, counted again only when it changed."""
    key = (shelf.name, state(shelf))
    found = desk.counted.get(key)
    if found is None:
        found = registers(shelf)
        desk.counted = {key: found}
    return found
