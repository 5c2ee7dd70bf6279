"""Opening a store: made, brought to this version, or refused with what is wrong with it."""

from pathlib import Path

from sqlalchemy import text

from aftermath.model import Misuse
from aftermath.store.address import address_of
from aftermath.store.database import Database
from aftermath.store.migrate import settle
from aftermath.store.store import Store


def open_store(where: str | Path, *, create: bool = False) -> Store:
    """The store in a file or at a `postgresql://` address; with `create` it is made where there is none.

    `Misuse` where there is none, `UnusableStore` where it is no store, of a newer version, or
    cannot be reached.
    """
    address = address_of(where)
    if address.file and not create and not address.file.is_file():
        raise Misuse(f"{address.name}: there is no store; `aftermath collect` makes one")
    database = Database(address)
    try:
        if not database.on_server:
            _let_others_read(database)
        settle(database, create=create)
    except BaseException:
        database.close()
        raise
    return Store(database)


def _let_others_read(database: Database) -> None:
    """SQLite's write-ahead log: others read while one writes."""
    with database.plain() as connection:
        connection.execute(text("PRAGMA journal_mode = WAL"))
