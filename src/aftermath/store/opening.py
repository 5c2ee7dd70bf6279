"""Opening a store: a file is made, settled, or refused with what is wrong with it."""

from pathlib import Path
from typing import Any

from sqlalchemy import URL, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from aftermath.model import Misuse
from aftermath.model.errors import UnusableStore
from aftermath.store.store import Store
from aftermath.store.tables import VERSION, metadata

WAIT_SECONDS = 60
"""How long to wait for another writer, who may be linking, before giving up."""


def open_store(path: Path, *, create: bool = False) -> Store:
    """The store in a file; with `create` it is made where there is none.

    `Misuse` where there is none, `UnusableStore` where the file is no store or of a newer version.
    """
    if not create and not path.is_file():
        raise Misuse(f"{path}: there is no store; `aftermath collect` makes one")
    # No pool: a connection must not be carried into a forked reader.
    engine = create_engine(
        URL.create("sqlite", database=str(path)), connect_args={"timeout": WAIT_SECONDS}, poolclass=NullPool
    )
    event.listen(engine, "connect", _prepare)
    store = Store(engine, path)
    try:
        _settle(engine, path)
    except DatabaseError as error:
        engine.dispose()
        raise UnusableStore(f"{path}: {error.orig}") from error
    except UnusableStore:
        engine.dispose()
        raise
    return store


def _prepare(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions are begun by hand: sqlite3 would begin them too late
    connection.execute("PRAGMA foreign_keys = ON")


def _settle(engine: Engine, path: Path) -> None:
    """Make the tables of a new file; refuse those of a newer version and files of another kind."""
    with engine.connect() as connection:
        connection.execute(text("PRAGMA journal_mode = WAL"))
        connection.execute(text("BEGIN IMMEDIATE"))
        version = connection.scalar(text("PRAGMA user_version")) or 0
        foreign = version == 0 and connection.scalar(text("SELECT count(*) FROM sqlite_master"))
        if version > VERSION or foreign:
            connection.rollback()
            what = "is another program's database" if foreign else f"is of version {version}, this is {VERSION}: update"
            raise UnusableStore(f"{path} {what}")
        if version == 0:
            metadata.create_all(connection)
            connection.execute(text(f"PRAGMA user_version = {VERSION}"))
        connection.commit()
