"""Reports with their claims in the tables: rows are added, never changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from aftermath.model import Record, Report
from aftermath.model.feed import FeedItem
from aftermath.store import chain, feed_rows
from aftermath.store.amend import as_amended
from aftermath.store.archive import Holding
from aftermath.store.form import from_text, to_text
from aftermath.store.seeking import index
from aftermath.store.tables import archived, reports, waiting

CHUNK = 500
"""Rows and parameters of one statement; SQLite's oldest limit is 999 parameters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """How records come to be kept: by whom, read by which version of the reader, their bytes held where.

    `items` are those of a feed that they were, in its run of that number.
    """

    by: str = "aftermath"
    reader: str = ""
    held: Mapping[str, Holding] = field(default_factory=dict)
    items: Sequence[FeedItem] = ()
    run: int = 0


def kept(connection: Connection, names: Sequence[str]) -> dict[str, str]:
    """Those of these reports that are kept, with the hash of their bytes."""
    found: dict[str, str] = {}
    for start in range(0, len(names), CHUNK):
        chosen = select(reports.c.id, reports.c.sha256).where(reports.c.id.in_(names[start : start + CHUNK]))
        found.update((row.id, row.sha256) for row in connection.execute(chosen))
    return found


def keep(connection: Connection, records: Iterable[Record], keeping: Keeping) -> int:
    """Add records whose reports are not kept yet; returns how many were new."""
    given = {record.report.id: record for record in reversed(list(records))}
    there = kept(connection, list(given))
    rows = [
        {"id": name, "sha256": record.report.sha256, "record": to_text(record), "reader": keeping.reader}
        for name, record in reversed(given.items())
        if name not in there
    ]
    if rows:
        hold(connection, [keeping.held[row["sha256"]] for row in rows if row["sha256"] in keeping.held])
        held = holdings(connection, [row["sha256"] for row in rows])
        connection.execute(insert(reports), rows)
        index(connection, _numbered(connection, given, [row["id"] for row in rows]))
        connection.execute(insert(waiting), [waiting_row(given[row["id"]]) for row in rows])
        chain.append(connection, (_deed(row, held, keeping) for row in rows))
    feed_rows.put(connection, keeping.run, keeping.items)
    return len(rows)


def _numbered(
    connection: Connection, given: Mapping[str, Record], names: Sequence[str]
) -> Iterator[tuple[int, Report]]:
    """The reports just kept, with the numbers that they were given."""
    for start in range(0, len(names), CHUNK):
        chosen = select(reports.c.number, reports.c.id).where(reports.c.id.in_(names[start : start + CHUNK]))
        yield from ((row.number, given[row.id].report) for row in connection.execute(chosen))


def waiting_row(record: Record) -> dict[str, str]:
    """The row by which a report waits for linking."""
    published = record.report.published
    return {"report": record.report.id, "published": published.isoformat() if published else ""}


def _deed(row: Mapping[str, str], held: Mapping[str, Holding], keeping: Keeping) -> chain.Deed:
    payload = payload_of(row["record"], held.get(row["sha256"]))
    return chain.Deed(actor=keeping.by, action="report", subject=row["id"], payload=payload)


def payload_of(record: str, holding: Holding | None) -> str:
    """What the audit log keeps a digest of for a report: its record, and where its bytes lie if they are kept."""
    return f"{record}\n{to_text(holding)}" if holding else record


def holdings(connection: Connection, digests: Sequence[str]) -> dict[str, Holding]:
    """Where the bytes with these digests lie, of those that are kept."""
    found: dict[str, Holding] = {}
    for start in range(0, len(digests), CHUNK):
        chosen = select(archived).where(archived.c.sha256.in_(digests[start : start + CHUNK]))
        found.update((row.sha256, Holding(**row._mapping)) for row in connection.execute(chosen))
    return found


def hold(connection: Connection, given: Sequence[Holding]) -> None:
    """Add where bytes lie; those that another collector kept first stay where they are."""
    by_digest = {holding.sha256: asdict(holding) for holding in given}
    there = holdings(connection, list(by_digest))
    if rows := [row for digest, row in by_digest.items() if digest not in there]:
        connection.execute(insert(archived), rows)


def records_in(connection: Connection, chosen: Select[Any]) -> Iterator[Record]:
    """The records of the rows of `reports` that were chosen, in the order in which they were kept, as amended."""
    rows = connection.execute(chosen.order_by(reports.c.number))
    while some := rows.fetchmany(CHUNK):
        yield from as_amended(connection, [from_text(Record, row.record) for row in some])
