"""A store: reports with their claims, people's judgements, and the incidents made of them.

Takes and gives values of the model. Every method is one transaction: what a killed run leaves
is whole. Reports and judgements are only ever added. What each does in the tables is said in
`reports`, `judgements` and `incidents`.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import func, select

from aftermath.model import Record
from aftermath.model.filing import Account, Extent
from aftermath.model.incident import Incident
from aftermath.model.judgement import Judgement
from aftermath.store import chain, incidents, judgements, linking, reports, rereading, tables, verify
from aftermath.store.archive import Archive, Holding
from aftermath.store.chain import Deed, Entry
from aftermath.store.database import Database
from aftermath.store.finding import Finding
from aftermath.store.linking import Linking
from aftermath.store.query import Query
from aftermath.store.reports import Keeping
from aftermath.store.shelf import Shelf

UNSAID = Keeping()
"""How records are kept where nothing is said of it."""


class Store:
    """An open store; close it, or use it as a context. `database` is for the modules of this package alone."""

    def __init__(self, database: Database, archive: Archive | None) -> None:
        """`archive` is where bytes are kept, None where nobody said where for a store on a server."""
        self.database = database
        self.name = database.name
        self.file = database.address.file
        self.archive = archive

    @property
    def own(self) -> frozenset[Path]:
        """Files and folders of its own, which may lie in a folder that is collected."""
        files = (
            [self.file.with_name(self.file.name + end) for end in ("", "-wal", "-shm", "-feeds")] if self.file else []
        )
        return frozenset(path.resolve() for path in (*files, *([self.archive.folder] if self.archive else [])))

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database and the archive."""
        if self.archive:
            self.archive.close()
        self.database.close()

    def kept(self, names: Sequence[str]) -> dict[str, str]:
        """Those of these reports that are kept, with the hash of their bytes."""
        with self.database.reading() as connection:
            return reports.kept(connection, names)

    def keep(self, records: Iterable[Record], keeping: Keeping = UNSAID) -> int:
        """Add records whose reports are not kept yet; returns how many were new."""
        with self.database.writing() as connection:
            return reports.keep(connection, records, keeping)

    def records(self, names: Sequence[str]) -> list[Record]:
        """The records of these reports, in the order in which they were kept."""
        with self.database.reading() as connection:
            chosen = select(tables.reports).where(tables.reports.c.id.in_(names))
            return list(reports.records_in(connection, chosen))

    def outdated(self, reader: str | None) -> list[str]:
        """The reports that another version of the reader read; all where None is given."""
        with self.database.reading() as connection:
            return rereading.outdated(connection, reader)

    def reread(self, records: Iterable[Record], keeping: Keeping) -> int:
        """Put newer readings in the place of those before, which stay; returns how many differ. Link anew after it."""
        with self.database.writing() as connection:
            return rereading.put(connection, records, keeping)

    def bereft(self) -> tuple[tuple[Judgement, tuple[str, ...]], ...]:
        """Judgements that name claims which no reading finds any more, with those claims."""
        with self.database.reading() as connection:
            return tuple(rereading.bereft(connection))

    def holdings(self, digests: Sequence[str]) -> dict[str, Holding]:
        """Where in the archive the bytes with these digests lie, of those that are kept."""
        with self.database.reading() as connection:
            return reports.holdings(connection, digests)

    def log(self, *deeds: Deed) -> None:
        """Enter something into the audit log that adds no row of its own, such as a sign-in."""
        with self.database.writing() as connection:
            chain.append(connection, deeds)

    def verify(self, roots: Path | None = None) -> Iterator[Finding]:
        """What is wrong with the store and its archive; `roots` are certificates of those who gave timestamps."""
        with self.database.reading() as connection:
            yield from verify.findings(connection, self.archive, roots)

    def head(self) -> Entry | None:
        """The last entry of the audit log, whose hash stands for all before it; None where there is none."""
        with self.database.reading() as connection:
            return chain.head(connection)

    def judge(self, judgement: Judgement) -> None:
        """Add a person's judgement; `Misuse` where it is a rule's or names claims that no incident has."""
        with self.database.writing() as connection:
            judgements.judge(connection, judgement)

    def judgements(self) -> list[Judgement]:
        """People's judgements in the order in which they were made."""
        with self.database.reading() as connection:
            return judgements.all_judgements(connection)

    @contextmanager
    def linking(self, at_hand: dict[str, Account] | None = None) -> Iterator[Linking]:
        """A transaction in which a piece of what waits is linked; `at_hand` are accounts read in those before."""
        with self.database.writing() as connection:
            yield Linking(connection, at_hand)

    @contextmanager
    def shelf(self) -> Iterator[Shelf]:
        """The claims as linking asks for them, without changing any."""
        with self.database.reading() as connection:
            yield Shelf(connection)

    def linker(self) -> str | None:
        """The version of the linker that linked it, "" where none is known, None where nothing is linked."""
        with self.database.reading() as connection:
            return linking.linker_of(connection)

    def waiting(self) -> int:
        """How many reports wait for linking."""
        with self.database.reading() as connection:
            return linking.waiting_reports(connection)

    def link_anew(self, linker: str, by: str, *, forget: bool) -> None:
        """Let all reports wait for this version of the linker; `forget` throws away what linking made before."""
        with self.database.writing() as connection:
            if forget:
                linking.forget(connection)
            linking.let_all_wait(connection, linker, by)

    def made(self) -> dict[str, str]:
        """Of every incident a digest of what it says, by its id."""
        with self.database.reading() as connection:
            return dict(incidents.digests(connection))

    def incidents(self, query: Query) -> list[Incident]:
        """The incidents that a query asks for, in its order; the campaigns they lie in are not looked for."""
        return [found for found, _ in self.matching(query)]

    def matching(self, query: Query) -> list[tuple[Incident, Extent | None]]:
        """The incidents that a query asks for, in its order, with what they extend over."""
        with self.database.reading() as connection:
            return incidents.matching(connection, query)

    def count(self, query: Query) -> int:
        """How many incidents a query asks for, on all its pages."""
        with self.database.reading() as connection:
            return incidents.count(connection, query)

    def extent(self, name: str) -> Extent | None:
        """What the incident of an id extends over, None where no claim tells a day."""
        with self.database.reading() as connection:
            return incidents.extent(connection, name)

    def campaigns_about(self, first: int, last: int) -> list[Extent]:
        """The extents of campaigns that touch these days, given as ordinals."""
        with self.database.reading() as connection:
            return incidents.campaigns_about(connection, first, last)

    def incident(self, name: str) -> tuple[Incident, list[Record]]:
        """The incident of an id or of its first letters, and the records of its claims; `Misuse` where not one."""
        with self.database.reading() as connection:
            return incidents.one(connection, name)

    def size(self) -> tuple[int, int, int]:
        """How many reports, claims and incidents there are."""
        with self.database.reading() as connection:
            counts = (
                connection.scalar(select(func.count()).select_from(table))
                for table in (tables.reports, tables.claims, tables.incidents)
            )
            reports_kept, claims_linked, found = (count or 0 for count in counts)
        return reports_kept, claims_linked, found
