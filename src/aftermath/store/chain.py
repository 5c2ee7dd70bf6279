"""The audit log: who did what to the store and when, each entry bound to the one before by its hash.

Entries are only ever added, in the transaction of what they tell of, by whoever holds the
right to write; so the chain has no branches. `digest` is of what was added (a record, a
judgement), so that a row that was altered or taken out afterwards shows.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from aftermath.store.tables import audit

FIRST = "0" * 64
"""What stands for the hash before the first entry's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What somebody does to a store; `payload` is the text of what is added, of which the log keeps a digest."""

    actor: str
    action: str
    subject: str
    payload: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the log; its hash is of all before it in this order."""

    number: int
    time: str
    actor: str
    action: str
    subject: str
    digest: str
    previous: str
    hash: str

    @property
    def is_sound(self) -> bool:
        """Whether its hash is that of its contents."""
        return self.hash == hash_of(*astuple(self)[:-1])


def digest_of(payload: str) -> str:
    """The digest by which the log remembers what was added."""
    return hashlib.sha256(payload.encode("utf-8", "surrogatepass")).hexdigest()


def hash_of(*parts: int | str) -> str:
    """The hash of an entry: SHA-256 of its other fields as a JSON list in UTF-8."""
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def append(connection: Connection, deeds: Iterable[Deed]) -> None:
    """Add what is done, in a transaction that holds the right to write."""
    last = head(connection)
    number, previous = (last.number, last.hash) if last else (0, FIRST)
    time = datetime.now(UTC).isoformat(timespec="microseconds")
    rows = []
    for number, deed in enumerate(deeds, number + 1):  # noqa: B020 - counts on from the last
        parts = (number, time, deed.actor, deed.action, deed.subject, digest_of(deed.payload), previous)
        row = Entry(**dict(zip(Entry.__dataclass_fields__, (*parts, hash_of(*parts)), strict=True)))  # type: ignore[arg-type]
        rows.append(dict(zip(Entry.__dataclass_fields__, astuple(row), strict=True)))
        previous = row.hash
    if rows:
        connection.execute(insert(audit), rows)


def head(connection: Connection) -> Entry | None:
    """The last entry, None where there is none."""
    row = connection.execute(select(audit).order_by(audit.c.number.desc()).limit(1)).one_or_none()
    return Entry(**row._mapping) if row else None


def entry(connection: Connection, number: int) -> Entry | None:
    """The entry of a number, None where there is none."""
    row = connection.execute(select(audit).where(audit.c.number == number)).one_or_none()
    return Entry(**row._mapping) if row else None


def entries(connection: Connection) -> Iterator[Entry]:
    """All entries in their order."""
    for row in connection.execute(select(audit).order_by(audit.c.number).execution_options(yield_per=1000)):
        yield Entry(**row._mapping)
