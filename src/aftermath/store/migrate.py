"""Bringing a store's tables to this version, and refusing what cannot be brought there.

The steps are Alembic's, in `migrations/versions`, numbered 0001, 0002 and on. Which one a
store is at stands in its table `aftermath_version`; stores of the first version have none
and say 1 in SQLite's `user_version`. Alembic is loaded only where there is a step to take.
"""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from aftermath.model import Misuse
from aftermath.model.errors import UnusableStore
from aftermath.store.database import Database
from aftermath.store.tables import VERSION, metadata

MIGRATIONS = Path(__file__).with_name("migrations")
VERSION_TABLE = "aftermath_version"
BEFORE_ALEMBIC = "0001"
"""The version of the stores that say 1 in `user_version` and no more."""


def settle(database: Database, *, create: bool) -> None:
    """Make the tables of an empty database, or bring a store's to this version.

    `Misuse` where there is no store and none is to be made, `UnusableStore` where it is of a
    newer version or another program's. All steps are one transaction.
    """
    with database.reading() as connection:  # without the right to write, for which others may make one wait
        if _version(connection) == VERSION:
            return
    with database.writing() as connection:
        found = _version(connection)
        if found == VERSION:
            return
        if not found:
            _refuse_foreign(connection, database.name)
            if not create and database.on_server:
                raise Misuse(f"{database.name}: there is no store; `aftermath collect` makes one")
        elif found > VERSION:
            raise UnusableStore(f"{database.name} is of version {int(found)}, this is {int(VERSION)}: update aftermath")
        _upgrade(connection, found)


def _version(connection: Connection) -> str:
    """The version that a store says it is of, "" where nothing says any."""
    if inspect(connection).has_table(VERSION_TABLE):
        return str(connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")) or "")  # noqa: S608 - our own name
    if connection.dialect.name == "sqlite" and (number := connection.scalar(text("PRAGMA user_version"))):
        return f"{number:04}"
    return ""


def _refuse_foreign(connection: Connection, name: str) -> None:
    """Refuse a file with another program's tables; on a server, only one with tables named like ours."""
    there = set(inspect(connection).get_table_names())
    if there & set(metadata.tables) if connection.dialect.name != "sqlite" else there:
        raise UnusableStore(f"{name} is another program's database")


def _upgrade(connection: Connection, found: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    if found and not inspect(connection).has_table(VERSION_TABLE):
        command.stamp(config, BEFORE_ALEMBIC)
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        # Aftermath of the first version looks here, and refuses.
        connection.execute(text(f"PRAGMA user_version = {int(VERSION)}"))
