"""What incidents are looked for by. Every part narrows; what is None or "" asks nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from math import cos, radians

from sqlalchemy import ColumnElement, and_

from aftermath.store.tables import incidents

KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Incidents that may have been on or after `since` and on or before `until`, and so on.

    `near` is latitude, longitude and kilometres; distances are of a flat map about the point,
    which within a few hundred kilometres errs by less than places do. `words` must all be
    found in names of places or of who says so.
    """

    since: date | None = None
    until: date | None = None
    event: str = ""
    scope: str = ""
    grade: str = ""
    killed: int | None = None
    contested: bool = False
    near: tuple[float, float, float] | None = None
    words: str = ""


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
    if query.contested:
        yield row.contested.is_(True)
    if query.near:
        yield _near(*query.near)
    for word in query.words.lower().split():
        yield row.words.contains(word, autoescape=True)


def _near(lat: float, lon: float, km: float) -> ColumnElement[bool]:
    north = (incidents.c.lat - lat) * KM_A_DEGREE
    east = (incidents.c.lon - lon) * KM_A_DEGREE * cos(radians(lat))
    return and_(incidents.c.lat.is_not(None), north * north + east * east <= km * km)
