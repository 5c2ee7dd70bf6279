"""Incidents in the tables: made from reports and judgements, looked for, and thrown away."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

from aftermath.model import Misuse, Record
from aftermath.model.incident import Incident
from aftermath.model.judgement import Judgement
from aftermath.store.form import from_text
from aftermath.store.judgements import all_judgements
from aftermath.store.query import Query, conditions
from aftermath.store.reports import CHUNK, records_in
from aftermath.store.rows import incident_row
from aftermath.store.tables import claims, incidents, judgements, linked, reports

Linker = Callable[[Iterable[Record], Iterable[Judgement]], list[Incident]]


def relink(connection: Connection, link: Linker) -> bool:
    """Make the incidents anew where reports or judgements came; returns whether it was needed."""
    state = (_last(connection, reports.c.number), _last(connection, judgements.c.number))
    if connection.execute(select(linked)).one_or_none() == state:
        return False
    found = link(records_in(connection, select(reports)), all_judgements(connection))
    report_of = {
        claim.id: record.report.id for record in records_in(connection, select(reports)) for claim in record.claims
    }
    for table in (claims, incidents, linked):
        connection.execute(delete(table))
    _insert(connection, incidents, map(incident_row, found))
    of_incident = ((name, made.id) for made in found for name in made.claims)
    _insert(connection, claims, ({"id": c, "incident": i, "report": report_of[c]} for c, i in of_incident))
    connection.execute(insert(linked).values(reports=state[0], judgements=state[1]))
    return True


def matching(connection: Connection, query: Query) -> list[Incident]:
    """The incidents that a query asks for, by day; those without one last."""
    chosen = select(incidents.c.incident).where(*conditions(query))
    chosen = chosen.order_by(incidents.c.first.is_(None), incidents.c.first, incidents.c.id)
    return [from_text(Incident, form) for form in connection.scalars(chosen)]


def one(connection: Connection, name: str) -> tuple[Incident, list[Record]]:
    """The incident of an id or of its first letters, and the records of its claims; `Misuse` where not one."""
    chosen = select(incidents.c.id, incidents.c.incident).where(incidents.c.id.startswith(name, autoescape=True))
    rows = connection.execute(chosen.limit(2)).all()
    if len(rows) != 1:
        raise Misuse(f"{'several incidents have' if rows else 'no incident has'} an id that begins {name!r}")
    of_it = select(claims.c.report).where(claims.c.incident == rows[0].id)
    records = list(records_in(connection, select(reports).where(reports.c.id.in_(of_it))))
    return from_text(Incident, rows[0].incident), records


def _last(connection: Connection, column: Any) -> int:
    return connection.scalar(select(func.coalesce(func.max(column), 0))) or 0


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    held = list(rows)
    for start in range(0, len(held), CHUNK):
        connection.execute(insert(table), held[start : start + CHUNK])
