"""What incidents are looked for by. Every part narrows; what is None or "" asks nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import cos, radians
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, and_, func, literal_column, or_, select, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler

from aftermath.model import HARM_KINDS, Misuse
from aftermath.model.incident import GROUPS, Incident
from aftermath.store.rows import order_row
from aftermath.store.tables import TEXTS, incidents, texts, tolls
from aftermath.store.wording import words

KM_A_DEGREE = 111.2

ORDERS: dict[str, tuple[Column[int], bool]] = {
    "oldest": (incidents.c.oldest, True),
    "newest": (incidents.c.newest, False),
    "deadliest": (incidents.c.deadliest, False),
}
"""By what incidents are put in order, and whether the least come first. Those without a day come last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Incidents that may have been on or after `since` and on or before `until`, and so on.

    `near` is latitude, longitude and kilometres; distances are of a flat map about the point,
    which within a few hundred kilometres errs by less than places do. `box` is south, west,
    north and east; where west lies east of east it crosses the line of date. `harm` is a kind,
    and `least` how many by the best figure of all people (or of `people`). `place`, `actor`
    and `source` are words in names of places, of attackers and parties that speak, and of who
    says so; `words` may be in any of them or in the words of claims. All words must be there,
    the beginning of one is enough.

    `order` is a key of `ORDERS`; `limit` the most to give; `after` the `cursor` of the last
    incident of the page before.
    """

    since: date | None = None
    until: date | None = None
    event: str = ""
    scope: str = ""
    grade: str = ""
    killed: int | None = None
    harm: str = ""
    least: int = 1
    people: str = "people"
    contested: bool = False
    near: tuple[float, float, float] | None = None
    box: tuple[float, float, float, float] | None = None
    place: str = ""
    actor: str = ""
    source: str = ""
    words: str = ""
    order: str = "oldest"
    limit: int | None = None
    after: str = ""

    def __post_init__(self) -> None:
        """Refuse what no incident can have."""
        _known("order", self.order, tuple(ORDERS))
        _known("harm", self.harm, ("", *HARM_KINDS))
        _known("people", self.people, GROUPS)
        if self.limit is not None and self.limit < 1:
            raise Misuse(f"limit {self.limit}: it is at least 1")
        if self.near and not (abs(self.near[0]) <= 90 and abs(self.near[1]) <= 360 and self.near[2] >= 0):
            raise Misuse("near is latitude, longitude and kilometres, such as 13.2,30.2,25")
        if self.box and not (-90 <= self.box[0] <= self.box[2] <= 90):
            raise Misuse("box is south, west, north and east, south below north")

    def cursor(self, last: Incident) -> str:
        """What the query after this page asks for as `after`."""
        return f"{order_row(last)[self.order]}:{last.id}"


def _known(what: str, asked: str, among: tuple[str, ...]) -> None:
    if asked not in among:
        raise Misuse(f"{what} {asked}: it is one of {', '.join(filter(None, among))}")


def ordered(chosen: Select[tuple[str, ...]], query: Query) -> Select[tuple[str, ...]]:
    """The part of the incidents chosen that this page has, in its order."""
    column, rises = ORDERS[query.order]
    if query.after:
        value, name = _after(query.after)
        beyond = column > value if rises else column < value
        chosen = chosen.where(or_(beyond, and_(column == value, incidents.c.id > name)))
    return chosen.order_by(column if rises else column.desc(), incidents.c.id).limit(query.limit)


def _after(cursor: str) -> tuple[int, str]:
    value, _, name = cursor.partition(":")
    if not value.lstrip("-").isdecimal() or not name:
        raise Misuse(f"after {cursor}: it is no cursor that a page gave")
    return int(value), name


def conditions(query: Query) -> Iterator[ColumnElement[bool]]:
    """The conditions of a query on the table of incidents."""
    row = incidents.c
    if query.since:
        yield row.last >= query.since
    if query.until:
        yield row.first <= query.until
    for column, wanted in ((row.event, query.event), (row.scope, query.scope), (row.grade, query.grade)):
        if wanted:
            yield column == wanted
    if query.killed is not None:
        yield row.killed >= query.killed
    if query.harm:
        told = (tolls.c.kind == query.harm, tolls.c.people == query.people, tolls.c.best >= query.least)
        yield row.number.in_(select(tolls.c.incident).where(*told))
    if query.contested:
        yield row.contested.is_(True)
    if query.near:
        yield from _near(*query.near)
    if query.box:
        yield _box(*query.box)
    sought = {"places": query.place, "actors": query.actor, "sources": query.source, "": query.words}
    yield from (_told(column, asked) for column, asked in sought.items() if asked)


def _near(lat: float, lon: float, km: float) -> Iterator[ColumnElement[bool]]:
    scale = KM_A_DEGREE * cos(radians(lat))
    yield incidents.c.lat.between(lat - km / KM_A_DEGREE, lat + km / KM_A_DEGREE)
    north, east = (incidents.c.lat - lat) * KM_A_DEGREE, (incidents.c.lon - lon) * scale
    yield north * north + east * east <= km * km


def _box(south: float, west: float, north: float, east: float) -> ColumnElement[bool]:
    lon = incidents.c.lon
    across = lon.between(west, east) if west <= east else or_(lon >= west, lon <= east)
    return and_(incidents.c.lat.between(south, north), across)


def _told(column: str, asked: str) -> ColumnElement[bool]:
    """That all words asked for begin some in that column, in any where it is ""."""
    wanted = words(asked)
    if not wanted:
        raise Misuse(f"{asked!r} has no letters to look for")
    in_file = text("texts MATCH :sought").bindparams(
        sought=" ".join(f"{f'{column} : ' if column else ''}{word}*" for word in wanted)
    )
    on_server = (or_(*(_begins(name, word) for name in ((column,) if column else TEXTS))) for word in wanted)
    return _Either(*(incidents.c.number.in_(select(texts.c.rowid).where(*how)) for how in ((in_file,), on_server)))


def _begins(column: str, word: str) -> ColumnElement[bool]:
    """That a word in a column begins so, as PostgreSQL's index has it."""
    simple: ColumnElement[str] = literal_column("'simple'::regconfig")
    vector = func.to_tsvector(simple, texts.c[column])
    return vector.bool_op("@@")(func.to_tsquery(simple, f"{word}:*"))


class _Either(ColumnElement[bool]):
    """A condition that SQLite and PostgreSQL each have words of their own for."""

    inherit_cache = False

    def __init__(self, in_file: ColumnElement[bool], on_server: ColumnElement[bool]) -> None:
        self.in_file = in_file
        self.on_server = on_server


@compiles(_Either, "sqlite")
def _in_file(element: _Either, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.in_file, **options)


@compiles(_Either, "postgresql")
def _on_server(element: _Either, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.on_server, **options)
