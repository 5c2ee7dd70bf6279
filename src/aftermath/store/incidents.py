"""Incidents in the tables: looked for, one with its records, and the campaigns about days."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from aftermath.model import Misuse, Record
from aftermath.model.filing import Extent
from aftermath.model.incident import Incident
from aftermath.store.chain import digest_of
from aftermath.store.form import from_text
from aftermath.store.query import Query, conditions, ordered
from aftermath.store.reports import records_in
from aftermath.store.tables import campaigns, claims, incidents, reports


def matching(connection: Connection, query: Query) -> list[tuple[Incident, Extent | None]]:
    """The incidents that a query asks for in its order, with what they extend over."""
    chosen = select(incidents.c.incident, incidents.c.extent).where(*conditions(query))
    rows = connection.execute(ordered(chosen, query))
    return [(from_text(Incident, row.incident), _extent(row.extent)) for row in rows]


def digests(connection: Connection) -> Iterator[tuple[str, str]]:
    """The id of every incident, and a digest of what it says."""
    chosen = select(incidents.c.id, incidents.c.incident).execution_options(yield_per=1000)
    for row in connection.execute(chosen):
        yield row.id, digest_of(row.incident)[:16]


def count(connection: Connection, query: Query) -> int:
    """How many incidents a query asks for, on all pages."""
    chosen = select(func.count()).select_from(incidents).where(*conditions(query))
    return connection.scalar(chosen) or 0


def campaigns_about(connection: Connection, first: int, last: int) -> list[Extent]:
    """The extents of campaigns that touch these days, given as ordinals."""
    chosen = select(incidents.c.extent).join(campaigns, campaigns.c.incident == incidents.c.number)
    chosen = chosen.where(campaigns.c.last >= first, campaigns.c.first <= last)
    return [from_text(Extent, form) for form in connection.scalars(chosen) if form]


def one(connection: Connection, name: str) -> tuple[Incident, list[Record]]:
    """The incident of an id or of its first letters, and the records of its claims; `Misuse` where not one."""
    chosen = select(incidents.c.id, incidents.c.incident)
    rows = connection.execute(chosen.where(incidents.c.id == name)).all()
    if not rows:
        rows = connection.execute(chosen.where(incidents.c.id.startswith(name, autoescape=True)).limit(2)).all()
    if len(rows) != 1:
        raise Misuse(f"{'several incidents have' if rows else 'no incident has'} an id that begins {name!r}")
    of_it = select(claims.c.report).where(claims.c.incident == rows[0].id)
    records = list(records_in(connection, select(reports).where(reports.c.id.in_(of_it))))
    return from_text(Incident, rows[0].incident), records


def extent(connection: Connection, name: str) -> Extent | None:
    """What the incident of an id extends over, None where no claim tells a day."""
    return _extent(connection.scalar(select(incidents.c.extent).where(incidents.c.id == name)))


def _extent(form: str | None) -> Extent | None:
    return from_text(Extent, form) if form else None
