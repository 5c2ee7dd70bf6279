"""Pages and counts of what a store holds, for many readers at once.

Takes an open store and what is wanted, gives values of the model, rows of columns, and counts.
Pages go by key, not by number, so that none is skipped or shown twice while others add.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import RowMapping, func, select

from aftermath.model import Claim, Record
from aftermath.model.incident import Incident
from aftermath.store.amend import as_amended
from aftermath.store.form import from_text
from aftermath.store.linking import LINKED
from aftermath.store.query import Query, conditions, ordered
from aftermath.store.reports import records_in
from aftermath.store.seeking import written
from aftermath.store.store import Store
from aftermath.store.tables import audit, claims, incidents, judgements, reports, superseded, waiting


def incidents_page(store: Store, query: Query) -> list[Incident]:
    """The incidents of a page, in the query's order."""
    chosen = select(incidents.c.incident).where(*conditions(query))
    with store.database.reading() as connection:
        return [from_text(Incident, row.incident) for row in connection.execute(ordered(chosen, query))]


def count(store: Store, query: Query, *, placed: bool = False) -> int:
    """How many incidents are wanted; `placed` counts those on the map alone."""
    chosen = select(func.count()).select_from(incidents).where(*conditions(query))
    with store.database.reading() as connection:
        return connection.scalar(chosen.where(incidents.c.lat.is_not(None)) if placed else chosen) or 0


def points(store: Store, query: Query, limit: int) -> Sequence[RowMapping]:
    """Columns of placed incidents for a map, the newest first."""
    row = incidents.c
    columns = (row.id, row.lon, row.lat, row.first, row.last, row.event, row.scope, row.grade, row.killed)
    chosen = select(*columns, row.contested).where(row.lat.is_not(None), *conditions(query))
    with store.database.reading() as connection:
        found = connection.execute(chosen.order_by(row.newest.desc(), row.id).limit(limit))
        return found.mappings().all()


COUNTED = ("event", "grade", "scope", "contested", "first", "country", "admin1")
"""Columns that incidents are counted by."""


def counts(store: Store, query: Query, by: str) -> Sequence[RowMapping]:
    """How many incidents, and how many killed by best figures, for each value of a column."""
    column = incidents.c[by]
    chosen = select(
        column.label("value"), func.count().label("incidents"), func.sum(incidents.c.killed).label("killed")
    )
    with store.database.reading() as connection:
        found = connection.execute(chosen.where(*conditions(query)).group_by(column).order_by(column))
        return found.mappings().all()


def reports_page(
    store: Store, words: str, before: int | None, limit: int, about: Query | None = None
) -> list[tuple[int, Record]]:
    """Reports with their numbers, those kept last first; `words` must all begin some of theirs.

    With `about` only those that tell of the incidents wanted.
    """
    chosen = select(reports.c.number, reports.c.record).order_by(reports.c.number.desc()).limit(limit)
    if before is not None:
        chosen = chosen.where(reports.c.number < before)
    if words:
        chosen = chosen.where(written(words))
    if about and (narrowing := tuple(conditions(about))):
        of_them = select(claims.c.report).where(claims.c.incident.in_(select(incidents.c.id).where(*narrowing)))
        chosen = chosen.where(reports.c.id.in_(of_them))
    with store.database.reading() as connection:
        found = [(row.number, from_text(Record, row.record)) for row in connection.execute(chosen)]
        records = as_amended(connection, (record for _, record in found))
        return [(number, record) for (number, _), record in zip(found, records, strict=True)]


def record_of(store: Store, name: str) -> Record | None:
    """The record of a report, None where it is not kept."""
    with store.database.reading() as connection:
        return next(records_in(connection, select(reports).where(reports.c.id == name)), None)


def incidents_of(store: Store, name: str) -> dict[str, str]:
    """The incident of each claim of a report."""
    chosen = select(claims.c.id, claims.c.incident).where(claims.c.report == name)
    with store.database.reading() as connection:
        return {row.id: row.incident for row in connection.execute(chosen)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim with its report and its incident."""

    record: Record
    claim: Claim
    incident: str


def claims_page(store: Store, query: Query, names: tuple[str, str], after: str, limit: int) -> list[Told]:
    """Claims of wanted incidents by id, after one; `names` are a report's and an incident's, or ""."""
    report, incident = names
    chosen = select(claims).where(claims.c.id > after).order_by(claims.c.id).limit(limit)
    if narrowing := tuple(conditions(query)):
        chosen = chosen.where(claims.c.incident.in_(select(incidents.c.id).where(*narrowing)))
    if report:
        chosen = chosen.where(claims.c.report == report)
    if incident:
        chosen = chosen.where(claims.c.incident == incident)
    with store.database.reading() as connection:
        rows = connection.execute(chosen).all()
        of_them = select(reports).where(reports.c.id.in_({row.report for row in rows}))
        records = {record.report.id: record for record in records_in(connection, of_them)}
    by_id = {claim.id: claim for record in records.values() for claim in record.claims}
    return [Told(record=records[row.report], claim=by_id[row.id], incident=row.incident) for row in rows]


def records_wanted(store: Store, query: Query) -> Iterator[Record]:
    """Records with those of their claims that are of wanted incidents, one state of the store."""
    of_them = select(claims.c.id).where(claims.c.incident.in_(select(incidents.c.id).where(*conditions(query))))
    with store.database.reading() as connection:
        names = set(connection.scalars(of_them))
        for record in records_in(connection, select(reports)):
            if kept := tuple(claim for claim in record.claims if claim.id in names):
                yield replace(record, claims=kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What tells a record that changed from one that did not: it never comes back to a state that it left.

    The numbers of the last report, judgement and reading put aside, that of the audit log's
    last word on who links, and how much still waits for linking.
    """

    reports: int
    judgements: int
    readings: int
    linker: int
    waiting: int


def state(store: Store) -> State:
    """The state that a record is in."""
    parts = {
        "reports": select(func.max(reports.c.number)),
        "judgements": select(func.max(judgements.c.number)),
        "readings": select(func.max(superseded.c.number)),
        "linker": select(func.max(audit.c.number)).where(audit.c.action == LINKED),
        "waiting": select(func.count()).select_from(waiting),
    }
    asked = select(*(part.scalar_subquery().label(name) for name, part in parts.items()))
    with store.database.reading() as connection:
        row = connection.execute(asked).one()
    return State(**{name: number or 0 for name, number in row._mapping.items()})
