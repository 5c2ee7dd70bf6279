"""Opening a store: made, brought to this version, or refused with what is wrong with it."""

from pathlib import Path

from sqlalchemy import text

from aftermath.model import Misuse
from aftermath.store.address import address_of
from aftermath.store.archive import Archive
from aftermath.store.database import Database
from aftermath.store.migrate import settle
from aftermath.store.store import Store


def open_store(where: str | Path, *, create: bool = False, archive: Path | None = None, pooled: bool = False) -> Store:
    """The store in a file or at a `postgresql://` address; with `create` it is made where there is none.

    `archive` is the folder of the bytes that reports came in. Beside a file it is one named
    like it; for a store on a server somebody has to say which. `pooled` keeps connections for
    who serves many at once, and never forks. `Misuse` where there is no
    store, `UnusableStore` where it is none, of a newer version, or cannot be reached.
    """
    address = address_of(where)
    if address.file and not create and not address.file.is_file():
        raise Misuse(f"{address.name}: there is no store; `aftermath collect` makes one")
    database = Database(address, pooled=pooled)
    try:
        if not database.on_server:
            _let_others_read(database)
        settle(database, create=create)
    except BaseException:
        database.close()
        raise
    folder = archive or (address.file and address.file.with_name(f"{address.file.stem}-archive"))
    return Store(database, Archive(folder) if folder else None)


def _let_others_read(database: Database) -> None:
    """SQLite's write-ahead log: others read while one writes."""
    with database.plain() as connection:
        connection.execute(text("PRAGMA journal_mode = WAL"))
