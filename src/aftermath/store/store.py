"""A store on disk: reports with their claims, people's judgements, and the incidents made of them.

Takes and gives values of the model; all SQL is here. One SQLite file in WAL mode, so that
others can read while one writes. Reports and judgements are only ever added. Every method
that writes is one transaction: what a killed run leaves is whole.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, delete, func, insert, select, text
from sqlalchemy.exc import DatabaseError

from aftermath.model import Misuse, Record
from aftermath.model.errors import UnusableStore
from aftermath.model.incident import Incident
from aftermath.model.judgement import Judgement
from aftermath.store.form import from_text, to_text
from aftermath.store.query import Query, conditions
from aftermath.store.rows import incident_row
from aftermath.store.tables import claims, incidents, judgements, linked, reports

CHUNK = 500
"""Rows and parameters of one statement; SQLite's oldest limit is 999 parameters."""

Linker = Callable[[Iterable[Record], Iterable[Judgement]], list[Incident]]


class Store:
    """An open store; close it, or use it as a context."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.path = path

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        """A transaction that holds the right to write from its start."""
        with self._telling(), self._engine.connect() as connection:
            connection.execute(text("BEGIN IMMEDIATE"))
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._telling(), self._engine.connect() as connection:
            connection.execute(text("BEGIN"))
            yield connection
            connection.rollback()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Faults of the file as an error for users."""
        try:
            yield
        except DatabaseError as error:
            raise UnusableStore(f"{self.path}: {error.orig}") from error

    def kept(self, names: Sequence[str]) -> dict[str, str]:
        """Those of these reports that are kept, with the hash of their bytes."""
        found: dict[str, str] = {}
        with self._reading() as connection:
            for start in range(0, len(names), CHUNK):
                wanted = reports.c.id.in_(names[start : start + CHUNK])
                found.update((row.id, row.sha256) for row in connection.execute(select(reports).where(wanted)))
        return found

    def keep(self, records: Iterable[Record]) -> int:
        """Add records whose reports are not kept yet; returns how many were new."""
        new = 0
        with self._writing() as connection:
            for record in records:
                row = {"id": record.report.id, "sha256": record.report.sha256, "record": to_text(record)}
                new += connection.execute(insert(reports).prefix_with("OR IGNORE").values(row)).rowcount
        return new

    def judge(self, judgement: Judgement) -> None:
        """Add a person's judgement; `Misuse` where it is a rule's or names claims that no incident has."""
        if not judgement.is_human:
            raise Misuse("a judgement to be kept needs the name of the person who made it")
        with self._writing() as connection:
            named = {*judgement.claims, *judgement.together, *judgement.apart}
            known = set(connection.scalars(select(claims.c.id).where(claims.c.id.in_(named))))
            if unknown := sorted(named - known):
                raise Misuse(f"no such claim: {', '.join(unknown)}")
            connection.execute(insert(judgements).values(judgement=to_text(judgement)))

    def judgements(self) -> list[Judgement]:
        """People's judgements in the order in which they were made."""
        with self._reading() as connection:
            return _judgements(connection)

    def relink(self, link: Linker) -> bool:
        """Make the incidents anew where reports or judgements came; returns whether it was needed."""
        with self._writing() as connection:
            state = (_last(connection, reports.c.number), _last(connection, judgements.c.number))
            if connection.execute(select(linked)).one_or_none() == state:
                return False
            found = link(_records(connection, select(reports)), _judgements(connection))
            report_of = {
                claim.id: record.report.id
                for record in _records(connection, select(reports))
                for claim in record.claims
            }
            for table in (claims, incidents, linked):
                connection.execute(delete(table))
            _insert(connection, incidents, map(incident_row, found))
            of_incident = ((name, made.id) for made in found for name in made.claims)
            _insert(connection, claims, ({"id": c, "incident": i, "report": report_of[c]} for c, i in of_incident))
            connection.execute(insert(linked).values(reports=state[0], judgements=state[1]))
        return True

    def incidents(self, query: Query) -> list[Incident]:
        """The incidents that a query asks for, by day; those without one last."""
        chosen = select(incidents.c.incident).where(*conditions(query))
        chosen = chosen.order_by(incidents.c.first.is_(None), incidents.c.first, incidents.c.id)
        with self._reading() as connection:
            return [from_text(Incident, form) for form in connection.scalars(chosen)]

    def incident(self, name: str) -> tuple[Incident, list[Record]]:
        """The incident of an id or of its first letters, and the records of its claims; `Misuse` where not one."""
        with self._reading() as connection:
            rows = connection.execute(
                select(incidents.c.id, incidents.c.incident)
                .where(incidents.c.id.startswith(name, autoescape=True))
                .limit(2)
            ).all()
            if len(rows) != 1:
                raise Misuse(f"{'several incidents have' if rows else 'no incident has'} an id that begins {name!r}")
            of_it = select(claims.c.report).where(claims.c.incident == rows[0].id)
            records = list(_records(connection, select(reports).where(reports.c.id.in_(of_it))))
        return from_text(Incident, rows[0].incident), records

    def size(self) -> tuple[int, int, int]:
        """How many reports, claims and incidents there are."""
        with self._reading() as connection:
            counts = (
                connection.scalar(select(func.count()).select_from(table)) for table in (reports, claims, incidents)
            )
            reports_kept, claims_linked, found = (count or 0 for count in counts)
        return reports_kept, claims_linked, found


def _last(connection: Connection, column: Any) -> int:
    return connection.scalar(select(func.coalesce(func.max(column), 0))) or 0


def _records(connection: Connection, chosen: Select[Any]) -> Iterator[Record]:
    for row in connection.execute(chosen.order_by(reports.c.number)):
        yield from_text(Record, row.record)


def _judgements(connection: Connection) -> list[Judgement]:
    rows = connection.scalars(select(judgements.c.judgement).order_by(judgements.c.number))
    return [from_text(Judgement, form) for form in rows]


def _insert(connection: Connection, table: Any, rows: Iterable[dict[str, Any]]) -> None:
    held = list(rows)
    for start in range(0, len(held), CHUNK):
        connection.execute(insert(table), held[start : start + CHUNK])
