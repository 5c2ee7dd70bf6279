"""A gazetteer file: one SQLite file a source, written once as a whole, then only read.

A file is written beside its final name and renamed when complete, so a reader never sees
half a file, an interrupted import leaves the old one as it was, and where two processes
write the same file at once the last whole one stays.
"""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path

from aftermath.model.errors import MissingData
from aftermath.resolve.gazetteer.entry import DEMONYM, OTHER, OWN, Entry
from aftermath.resolve.gazetteer.names import normal, skeleton, spelling

VERSION = "2"
"""Of the files' form and the code that fills them; to be raised with either, so that old files are made anew."""
SUFFIX = ".gaz"
BATCH = 20_000  # rows a transaction's statement; memory stays flat above this size
_SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (
  id INTEGER PRIMARY KEY, ref TEXT NOT NULL, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
  feature TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT NOT NULL, admin2 TEXT NOT NULL,
  population INTEGER NOT NULL, box TEXT
);
CREATE TABLE name (form TEXT NOT NULL, skeleton TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL);
"""
_INDEXES = """
CREATE INDEX name_form ON name (form, place, rank);
CREATE INDEX name_skeleton ON name (skeleton, place, form);
CREATE INDEX province ON place (admin1) WHERE feature = 'ADM1';
CREATE INDEX district ON place (admin2) WHERE feature IN ('ADM2', 'ADM3');
CREATE INDEX name_place ON name (place);
CREATE INDEX ref ON place (ref);
"""

Named = tuple[Entry, Iterable[tuple[str, int]]]
"""A place and its other names, each with its rank."""


class BrokenGazetteer(MissingData):
    """A gazetteer file is not one, or was written by another version of Aftermath."""


def write(path: Path, places: Iterable[Named], meta: dict[str, str]) -> int:
    """Write a gazetteer file as a whole; returns the number of places."""
    count = 0
    with _temporary(path) as part, closing(_created(part)) as connection:
        rows = enumerate(places, start=1)
        while batch := list(islice(rows, BATCH)):
            connection.executemany(
                "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", (_row(i, e) for i, (e, _) in batch)
            )
            connection.executemany("INSERT INTO name VALUES (?,?,?,?)", _names(batch))
            count += len(batch)
        _finished(connection, meta, count)
    return count


def write_names(
    path: Path, names: Iterable[tuple[int, str]], known: Callable[[int], Entry | None], meta: dict[str, str]
) -> int:
    """Write a file of further names for places that other files hold, by GeoNames id; returns the number of places."""
    with _temporary(path) as part, closing(_created(part)) as connection:
        rows = iter(names)
        while batch := list(islice(rows, BATCH)):
            entries = {number: entry for number in {number for number, _ in batch} if (entry := known(number))}
            connection.executemany(
                "INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", (_row(i, e) for i, e in entries.items())
            )
            forms = {(normal(name), number) for number, name in batch if number in entries}
            connection.executemany(
                "INSERT INTO name VALUES (?,?,?,?)",
                ((form, skeleton(form), number, OTHER) for form, number in sorted(forms) if form),
            )
        count: int = connection.execute("SELECT count(*) FROM place").fetchone()[0]
        _finished(connection, meta, count)
    return count


@contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    """A new file beside `path`, which takes its place if all goes well and is gone if not."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _created(part: Path) -> sqlite3.Connection:
    """An empty gazetteer file; it is worthless until renamed, so it needs no journal of its own."""
    connection = sqlite3.connect(part)
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536;" + _SCHEMA)
    return connection


def respelled(path: Path) -> None:
    """Give a file's names the skeletons that the tables make of them now; they were changed since it was written."""
    with _temporary(path) as part:
        shutil.copyfile(path, part)
        with closing(sqlite3.connect(part)) as connection:
            connection.create_function("skeleton", 1, skeleton, deterministic=True)
            connection.execute("UPDATE name SET skeleton = skeleton(form) WHERE rank < ?", (DEMONYM,))
            connection.execute("UPDATE meta SET value = ? WHERE key = 'spelling'", (spelling(),))
            connection.commit()


def _finished(connection: sqlite3.Connection, meta: dict[str, str], count: int) -> None:
    """Index what was written and say what it is."""
    connection.executescript(_INDEXES)
    connection.executemany(
        "INSERT INTO meta VALUES (?,?)",
        {**meta, "places": str(count), "version": VERSION, "spelling": spelling()}.items(),
    )
    connection.commit()


def _row(number: int, entry: Entry) -> tuple[object, ...]:
    box = " ".join(f"{v:.2f}" for v in entry.box) if entry.box else None
    return (
        number, entry.ref, entry.name, entry.lat, entry.lon, entry.feature, entry.country,
        entry.admin1, entry.admin2, entry.population, box,
    )  # fmt: skip


def _names(batch: Iterable[tuple[int, Named]]) -> Iterator[tuple[str, str, int, int]]:
    """Each form of a place's names once: its own name's, then the others'."""
    for number, (entry, others) in batch:
        seen = set()
        for name, rank in ((entry.name, OWN), *others):
            form = normal(name)
            if form and form not in seen:
                seen.add(form)
                yield form, skeleton(form) if rank < DEMONYM else "", number, rank


@contextmanager
def _reported(path: Path) -> Iterator[None]:
    """Name the file where SQLite finds fault with it."""
    try:
        yield
    except sqlite3.Error as error:
        raise BrokenGazetteer(
            f"{path}: is no gazetteer file, or is damaged ({error}); remove it and add it again"
        ) from error


class File:
    """An open gazetteer file, read-only and memory-mapped."""

    def __init__(self, path: Path) -> None:
        """Open a file; `BrokenGazetteer` where it is none."""
        self.path = path
        with _reported(path):
            self._db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
            self._db.execute(f"PRAGMA mmap_size={1 << 32}")
            self.meta: dict[str, str] = dict(self._db.execute("SELECT key, value FROM meta"))
        if self.meta.get("version") != VERSION:
            raise BrokenGazetteer(f"{path}: was made by another version of Aftermath; remove it and add it again")

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def named(self, form: str) -> list[Entry]:
        """Places with a name of this normal form."""
        return self._entries(
            "SELECT p.*, min(n.rank) FROM name n JOIN place p ON p.id = n.place WHERE n.form = ? GROUP BY p.id", form
        )

    def sounding(self, consonants: str, *, alike: Callable[[str, str], bool]) -> list[tuple[str, Entry]]:
        """Places with a name of this skeleton, each with the normal form of that name.

        Those whose form and country `alike` refuses, most of them, are not even fetched.
        """
        with _reported(self.path):
            rows = self._db.execute(
                "SELECT n.rowid, n.form, p.country FROM name n JOIN place p ON p.id = n.place WHERE n.skeleton = ?",
                (consonants,),
            ).fetchall()
        query = "SELECT p.*, n.rank FROM name n JOIN place p ON p.id = n.place WHERE n.rowid = ?"
        kept = [(form, row) for row, form, country in rows if alike(form, country)]
        return [(form, entry) for form, row in kept for entry in self._entries(query, row)]

    def province(self, code: str) -> Entry | None:
        """The admin area of the first level with this code."""
        found = self._entries(
            "SELECT *, 0 FROM place WHERE admin1 = ? AND admin2 = '' AND feature = 'ADM1' LIMIT 1", code
        )
        return found[0] if found else None

    def district(self, code: str) -> Entry | None:
        """The admin area below the first level with this code."""
        found = self._entries("SELECT *, 0 FROM place WHERE admin2 = ? AND feature IN ('ADM2', 'ADM3') LIMIT 1", code)
        return found[0] if found else None

    def by_ref(self, ref: str) -> Entry | None:
        """The place of this id."""
        found = self._entries("SELECT *, 0 FROM place WHERE ref = ?", ref)
        return found[0] if found else None

    def provinces(self, country: str) -> list[Entry]:
        """The first-level areas of a country."""
        return self._entries("SELECT *, 0 FROM place WHERE country = ? AND feature = 'ADM1' AND admin1 <> ''", country)

    def capital(self, country: str) -> Entry | None:
        """The seat of a country's government."""
        return next(iter(self._entries("SELECT *, 0 FROM place WHERE country = ? AND feature = 'PPLC'", country)), None)

    def names(self, ref: str) -> list[str]:
        """Normal forms of all names of a place, demonyms and short forms left out."""
        with _reported(self.path):
            query = "SELECT n.form FROM place p JOIN name n ON n.place = p.id WHERE p.ref = ? AND n.rank < 2"
            return [str(form) for (form,) in self._db.execute(query, (ref,))]

    def _entries(self, query: str, *values: str | int) -> list[Entry]:
        with _reported(self.path):
            return [self._entry(row) for row in self._db.execute(query, values)]

    def _entry(self, row: Sequence[object]) -> Entry:
        """An entry from a row of `place` and the rank of the name that found it."""
        _, ref, name, lat, lon, feature, country, admin1, admin2, population, box, rank, *_ = row
        sides = tuple(map(float, str(box).split())) if box else None
        return Entry(
            ref=str(ref), name=str(name), lat=float(lat), lon=float(lon), feature=str(feature),  # type: ignore[arg-type]
            country=str(country), admin1=str(admin1), admin2=str(admin2), population=int(population),  # type: ignore[call-overload]
            box=sides, source=self.meta["source"], rank=int(rank),  # type: ignore[arg-type, call-overload]
        )  # fmt: skip
