"""What incidents are looked for by. Every part narrows; what is None or "" asks nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import cos, radians

from sqlalchemy import Column, ColumnElement, Select, and_, or_, select

from aftermath.model import HARM_KINDS, Misuse
from aftermath.model.incident import GROUPS, Incident
from aftermath.store.rows import order_row
from aftermath.store.seeking import told
from aftermath.store.tables import incidents, tolls
from aftermath.store.wording import plain

KM_A_DEGREE = 111.2

ORDERS: dict[str, tuple[Column[int], bool]] = {
    "oldest": (incidents.c.oldest, True),
    "newest": (incidents.c.newest, False),
    "deadliest": (incidents.c.deadliest, False),
    "disputed": (incidents.c.disputed, False),
    "doubtful": (incidents.c.doubtful, False),
}
"""By what incidents are put in order, and whether the least come first. Those without a day come last.

Those disputed differ on most matters, those doubtful have most doubts.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Incidents that may have been on or after `since` and on or before `until`, and so on.

    `near` is latitude, longitude and kilometres; distances are of a flat map about the point,
    which within a few hundred kilometres errs by less than places do. `box` is south, west,
    north and east; where west lies east of east it crosses the line of date. `countries` are
    ISO 3166 alpha-2 codes, `admin1` names of first-level areas; of these and of `events` any
    will do. `harm` is a kind, and `least` how many by the best figure of all people (or of `people`). `place`, `actor`
    and `source` are words in names of places, of attackers and parties that speak, and of who
    says so; `words` may be in any of them or in the words of claims. All words must be there,
    the beginning of one is enough. `status` and `assigned` are of the review, and `awaiting`
    asks for those with a grade that takes a second person.

    `order` is a key of `ORDERS`; `limit` the most to give; `after` the `cursor` of the last
    incident of the page before.
    """

    since: date | None = None
    until: date | None = None
    events: tuple[str, ...] = ()
    scope: str = ""
    grade: str = ""
    killed: int | None = None
    harm: str = ""
    least: int = 1
    people: str = "people"
    contested: bool = False
    near: tuple[float, float, float] | None = None
    box: tuple[float, float, float, float] | None = None
    countries: tuple[str, ...] = ()
    admin1: tuple[str, ...] = ()
    place: str = ""
    actor: str = ""
    source: str = ""
    words: str = ""
    status: str = ""
    assigned: str = ""
    awaiting: bool = False
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
        if not all(map(plain, self.admin1)):
            raise Misuse("admin1 has a name without letters to look for")
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
    yield from (column == wanted for column, wanted in _same(query) if wanted)
    yield from (column.in_(wanted) for column, wanted in _any(query) if wanted)
    if query.killed is not None:
        yield row.killed >= query.killed
    if query.harm:
        harmed = (tolls.c.kind == query.harm, tolls.c.people == query.people, tolls.c.best >= query.least)
        yield row.number.in_(select(tolls.c.incident).where(*harmed))
    if query.contested:
        yield row.contested.is_(True)
    if query.awaiting:
        yield row.awaiting.is_(True)
    if query.near:
        yield from _near(*query.near)
    if query.box:
        yield _box(*query.box)
    sought = {"places": query.place, "actors": query.actor, "sources": query.source, "": query.words}
    yield from (told(column, asked) for column, asked in sought.items() if asked)


def _same(query: Query) -> tuple[tuple[Column[str], str], ...]:
    """Columns that have one value."""
    row = incidents.c
    return (
        (row.scope, query.scope),
        (row.grade, query.grade),
        (row.status, query.status),
        (row.assigned, query.assigned),
    )


def _any(query: Query) -> tuple[tuple[Column[str], tuple[str, ...]], ...]:
    """Columns that have one of some values."""
    areas = tuple(plain(name) for name in query.admin1)
    row = incidents.c
    return ((row.event, query.events), (row.country, query.countries), (row.admin1, areas))


def _near(lat: float, lon: float, km: float) -> Iterator[ColumnElement[bool]]:
    scale = KM_A_DEGREE * cos(radians(lat))
    yield incidents.c.lat.between(lat - km / KM_A_DEGREE, lat + km / KM_A_DEGREE)
    north, east = (incidents.c.lat - lat) * KM_A_DEGREE, (incidents.c.lon - lon) * scale
    yield north * north + east * east <= km * km


def _box(south: float, west: float, north: float, east: float) -> ColumnElement[bool]:
    lon = incidents.c.lon
    across = lon.between(west, east) if west <= east else or_(lon >= west, lon <= east)
    return and_(incidents.c.lat.between(south, north), across)
