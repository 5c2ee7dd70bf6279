"""A store: reports with their claims, people's judgements, and the incidents made of them.

Takes and gives values of the model. Every method is one transaction: what a killed run leaves
is whole. Reports and judgements are only ever added. What each does in the tables is said in
`reports`, `judgements` and `incidents`.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select

from aftermath.model import Record
from aftermath.model.incident import Incident
from aftermath.model.judgement import Judgement
from aftermath.store import incidents, judgements, reports, tables
from aftermath.store.database import Database
from aftermath.store.incidents import Linker
from aftermath.store.query import Query


class Store:
    """An open store; close it, or use it as a context."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.name = database.name
        self.file = database.address.file

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def kept(self, names: Sequence[str]) -> dict[str, str]:
        """Those of these reports that are kept, with the hash of their bytes."""
        with self._database.reading() as connection:
            return reports.kept(connection, names)

    def keep(self, records: Iterable[Record]) -> int:
        """Add records whose reports are not kept yet; returns how many were new."""
        with self._database.writing() as connection:
            return reports.keep(connection, records)

    def judge(self, judgement: Judgement) -> None:
        """Add a person's judgement; `Misuse` where it is a rule's or names claims that no incident has."""
        with self._database.writing() as connection:
            judgements.judge(connection, judgement)

    def judgements(self) -> list[Judgement]:
        """People's judgements in the order in which they were made."""
        with self._database.reading() as connection:
            return judgements.all_judgements(connection)

    def relink(self, link: Linker) -> bool:
        """Make the incidents anew where reports or judgements came; returns whether it was needed."""
        with self._database.writing() as connection:
            return incidents.relink(connection, link)

    def incidents(self, query: Query) -> list[Incident]:
        """The incidents that a query asks for, by day; those without one last."""
        with self._database.reading() as connection:
            return incidents.matching(connection, query)

    def incident(self, name: str) -> tuple[Incident, list[Record]]:
        """The incident of an id or of its first letters, and the records of its claims; `Misuse` where not one."""
        with self._database.reading() as connection:
            return incidents.one(connection, name)

    def size(self) -> tuple[int, int, int]:
        """How many reports, claims and incidents there are."""
        with self._database.reading() as connection:
            counts = (
                connection.scalar(select(func.count()).select_from(table))
                for table in (tables.reports, tables.claims, tables.incidents)
            )
            reports_kept, claims_linked, found = (count or 0 for count in counts)
        return reports_kept, claims_linked, found
