"""The right to be the only one at a kind of work on a store, for as long as a process lives.

It goes with the process that has it, however that ends: on PostgreSQL it is an advisory lock
of a session, beside a file a lock on another (empty) SQLite file.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import text

from aftermath.model import Misuse
from aftermath.model.errors import UnusableStore
from aftermath.store.store import Store

FEEDS = 7_202_612
"""The advisory lock of who asks feeds: any number that no one else uses."""


@contextmanager
def asking_feeds(store: Store) -> Iterator[None]:
    """Nobody else asks the feeds of this store meanwhile; `Misuse` where somebody does."""
    busy = Misuse(f"{store.name}: another `aftermath feed run` is at work on it")
    if store.file is None:
        with store.database.plain() as connection:
            if not connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": FEEDS}):
                raise busy
            connection.commit()  # the lock is the session's, which need not stay in a transaction
            yield
        return
    lock = store.file.with_name(store.file.name + "-feeds")
    try:
        held = sqlite3.connect(lock, timeout=0, isolation_level=None)
        held.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise busy from error
        raise UnusableStore(f"{lock}: {error}") from error
    with closing(held):
        yield
