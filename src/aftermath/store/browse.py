"""Pages and counts of what a store holds, for many readers at once.

Takes an open store and what is wanted, gives values of the model, rows of columns, and counts.
Pages go by key, not by number, so that none is skipped or shown twice while others add.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, RowMapping, and_, func, or_, select

from aftermath.model import Claim, Record
from aftermath.model.incident import Incident
from aftermath.store.form import from_text
from aftermath.store.query import Query, conditions
from aftermath.store.store import Store
from aftermath.store.tables import claims, incidents, reports

Key = tuple[date | None, str]
"""Where a page of incidents ended: the day of its last one, and its id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which incidents: a query, any of some events, within a box of west, south, east, north."""

    query: Query = field(default_factory=Query)
    events: tuple[str, ...] = ()
    box: tuple[float, float, float, float] | None = None


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    yield from conditions(wanted.query)
    if wanted.events:
        yield incidents.c.event.in_(wanted.events)
    if wanted.box:
        west, south, east, north = wanted.box
        yield incidents.c.lat.between(south, north)
        inside = and_(incidents.c.lon >= west, incidents.c.lon <= east)
        # A box across the date line has its west east of its east.
        yield inside if west <= east else or_(incidents.c.lon >= west, incidents.c.lon <= east)


def incidents_page(store: Store, wanted: Wanted, after: Key | None, limit: int) -> list[Incident]:
    """The newest incidents after a key, those without a day last."""
    row = incidents.c
    chosen = select(row.incident).where(*_conditions(wanted))
    if after:
        day, name = after
        newest = day.toordinal() if day else 0
        chosen = chosen.where(or_(row.newest < newest, and_(row.newest == newest, row.id > name)))
    chosen = chosen.order_by(row.newest.desc(), row.id).limit(limit)
    with store._database.reading() as connection:
        return [from_text(Incident, form) for form in connection.scalars(chosen)]


def count(store: Store, wanted: Wanted) -> int:
    """How many incidents are wanted."""
    with store._database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(incidents).where(*_conditions(wanted))) or 0


def points(store: Store, wanted: Wanted, limit: int) -> Sequence[RowMapping]:
    """Columns of placed incidents for a map, the newest first."""
    row = incidents.c
    columns = (row.id, row.lon, row.lat, row.first, row.last, row.event, row.scope, row.grade, row.killed)
    chosen = select(*columns, row.contested).where(row.lat.is_not(None), *_conditions(wanted))
    with store._database.reading() as connection:
        found = connection.execute(chosen.order_by(row.newest.desc(), row.id).limit(limit))
        return found.mappings().all()


COUNTED = ("event", "grade", "scope", "contested", "first")
"""Columns that incidents are counted by."""


def counts(store: Store, wanted: Wanted, by: str) -> Sequence[RowMapping]:
    """How many incidents, and how many killed by best figures, for each value of a column."""
    column = incidents.c[by]
    chosen = select(
        column.label("value"), func.count().label("incidents"), func.sum(incidents.c.killed).label("killed")
    )
    with store._database.reading() as connection:
        found = connection.execute(chosen.where(*_conditions(wanted)).group_by(column).order_by(column))
        return found.mappings().all()


def reports_page(store: Store, words: str, before: int | None, limit: int) -> list[tuple[int, Record]]:
    """Reports with their numbers, those kept last first; `words` must all stand in the record."""
    chosen = select(reports.c.number, reports.c.record).order_by(reports.c.number.desc()).limit(limit)
    if before is not None:
        chosen = chosen.where(reports.c.number < before)
    for word in words.lower().split():
        chosen = chosen.where(func.lower(reports.c.record).contains(word, autoescape=True))
    with store._database.reading() as connection:
        return [(row.number, from_text(Record, row.record)) for row in connection.execute(chosen)]


def record_of(store: Store, name: str) -> Record | None:
    """The record of a report, None where it is not kept."""
    with store._database.reading() as connection:
        form = connection.scalar(select(reports.c.record).where(reports.c.id == name))
    return from_text(Record, form) if form else None


def incidents_of(store: Store, name: str) -> dict[str, str]:
    """The incident of each claim of a report."""
    chosen = select(claims.c.id, claims.c.incident).where(claims.c.report == name)
    with store._database.reading() as connection:
        return {row.id: row.incident for row in connection.execute(chosen)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim with its report and its incident."""

    record: Record
    claim: Claim
    incident: str


def claims_page(store: Store, wanted: Wanted, names: tuple[str, str], after: str, limit: int) -> list[Told]:
    """Claims of wanted incidents by id, after one; `names` are a report's and an incident's, or ""."""
    report, incident = names
    chosen = select(claims).where(claims.c.id > after).order_by(claims.c.id).limit(limit)
    if wanted != Wanted():
        chosen = chosen.where(claims.c.incident.in_(select(incidents.c.id).where(*_conditions(wanted))))
    if report:
        chosen = chosen.where(claims.c.report == report)
    if incident:
        chosen = chosen.where(claims.c.incident == incident)
    with store._database.reading() as connection:
        rows = connection.execute(chosen).all()
        of_them = select(reports.c.id, reports.c.record).where(reports.c.id.in_({row.report for row in rows}))
        records = {row.id: from_text(Record, row.record) for row in connection.execute(of_them)}
    by_id = {claim.id: claim for record in records.values() for claim in record.claims}
    return [Told(record=records[row.report], claim=by_id[row.id], incident=row.incident) for row in rows]


def state(store: Store) -> tuple[int, int]:
    """The numbers of the last report and of the last judgement: what is new has higher ones."""
    from aftermath.store.tables import judgements

    with store._database.reading() as connection:
        found = (connection.scalar(select(func.max(table.c.number))) for table in (reports, judgements))
        one, other = (number or 0 for number in found)
    return one, other
