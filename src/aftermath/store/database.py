"""One database, whichever it is: transactions that read, transactions that write, and its faults in words.

Takes an address, gives connections in a transaction. A transaction that writes holds the
right to write from its start, on SQLite by `BEGIN IMMEDIATE`, on PostgreSQL by an advisory
lock; so writers come one after the other, and rows are numbered in the order in which they
were committed. Others read meanwhile what was committed before they began.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DataError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool, QueuePool

from aftermath.model import Misuse
from aftermath.model.errors import UnusableStore
from aftermath.store.address import Address

WAIT_SECONDS = 60
"""How long to wait for another writer, who may be linking, before giving up."""

CACHE_KIB = 64 * 1024
"""Pages of a SQLite file that a transaction keeps in memory, at most; by default 2 MB.

Linking writes keys that fall all over an index of gigabytes. Pooled connections are many, and keep the default.
"""

WRITING = 7_202_611
"""The advisory lock of those who write to a store on PostgreSQL: any number that no one else uses."""


TODO = (
    ("database is locked", "others have been writing to it for {seconds} seconds ({said}); try again"),
    ("readonly database", "it may only be read ({said}); to write, have the right to write the file and its folder"),
    ("database or disk is full", "the disk is full ({said}): make room and try again; what was kept is whole"),
    ("disk I/O error", "the disk takes no more ({said}): look at its room and health, and try again"),
    ("No space left", "the server's disk is full ({said}): make room and try again; what was kept is whole"),
    (
        "server closed the connection",
        "the server went away ({said}); try again when it is back: what was kept is whole",
    ),
    ("terminating connection", "the server went away ({said}); try again when it is back: what was kept is whole"),
    ("connection failed", "the server cannot be reached ({said}); see whether it runs, and try again"),
    ("connection is bad", "the server cannot be reached ({said}); see whether it runs, and try again"),
)
"""What to do, by a part of what the database says is wrong."""


IDLE = 20
"""Connections kept open between transactions of a pooled database; more are made when more work at once."""


class Database:
    """An address with its engine.

    Connections are made for each transaction, unless they are `pooled`: none that lies idle
    may be carried into a forked reader, so only who never forks pools them.
    """

    def __init__(self, address: Address, *, pooled: bool = False) -> None:
        self.address = address
        self.name = address.name
        self.on_server = address.file is None
        pool: dict[str, Any] = {"poolclass": NullPool}
        if pooled:
            pool = {"poolclass": QueuePool, "pool_size": IDLE, "max_overflow": -1, "pool_pre_ping": self.on_server}
        self._engine = _on_server(address, pool) if self.on_server else _in_file(address, pool)

    def close(self) -> None:
        """Let go of it."""
        self._engine.dispose()

    @contextmanager
    def plain(self) -> Iterator[Connection]:
        """A connection outside any transaction, for what SQLite does only there."""
        with self._telling(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the store."""
        with self._telling(), self._engine.connect() as connection:
            if self.on_server:
                connection.execution_options(isolation_level="REPEATABLE READ")
            else:
                connection.execute(text("BEGIN"))
            yield connection
            connection.rollback()

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the right to write; all of it is kept, or nothing."""
        with self._telling(), self._engine.connect() as connection:
            if self.on_server:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITING})
            else:
                connection.execute(text("BEGIN IMMEDIATE"))
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Faults of the database as an error for users."""
        try:
            yield
        except DataError as error:  # PostgreSQL holds no null character and no number above its columns'
            raise Misuse(f"a value was given that the database does not take: {error.orig}") from error
        except DBAPIError as error:
            raise UnusableStore(f"{self.name}: {_in_words(error)}") from error


def _in_words(error: DBAPIError) -> str:
    """What the database says is wrong, in one line; where others write for too long, that."""
    said = " ".join(str(error.orig).split())
    if "lock timeout" in said:
        said = f"database is locked: {said}"
    todo = next((todo for part, todo in TODO if part in said), "")
    return todo.format(said=said, seconds=WAIT_SECONDS) if todo else said


def _in_file(address: Address, pool: dict[str, Any]) -> Engine:
    # One thread at a time has a connection; with a pool not always the one that opened it.
    options = {"timeout": WAIT_SECONDS, "check_same_thread": False}
    engine = create_engine(address.url, connect_args=options, **pool)
    event.listen(engine, "connect", _prepare)
    if pool["poolclass"] is NullPool:
        event.listen(engine, "connect", _keep_pages)
    return engine


def _prepare(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # transactions are begun by hand: sqlite3 would begin them too late
    connection.execute("PRAGMA foreign_keys = ON")


def _keep_pages(connection: Any, _: Any) -> None:
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")


def _on_server(address: Address, pool: dict[str, Any]) -> Engine:
    options = {"connect_timeout": 10, "options": f"-c lock_timeout={WAIT_SECONDS}s -c timezone=UTC"}
    try:
        return create_engine(address.url, connect_args=options, **pool)
    except (ModuleNotFoundError, NoSuchModuleError) as error:
        raise Misuse("a store on PostgreSQL needs psycopg: pip install 'aftermath[postgres]'") from error
