"""Reports with their claims in the tables: rows are added, never changed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Select, insert, select

from aftermath.model import Record
from aftermath.store.form import from_text, to_text
from aftermath.store.tables import reports

CHUNK = 500
"""Rows and parameters of one statement; SQLite's oldest limit is 999 parameters."""


def kept(connection: Connection, names: Sequence[str]) -> dict[str, str]:
    """Those of these reports that are kept, with the hash of their bytes."""
    found: dict[str, str] = {}
    for start in range(0, len(names), CHUNK):
        chosen = select(reports.c.id, reports.c.sha256).where(reports.c.id.in_(names[start : start + CHUNK]))
        found.update((row.id, row.sha256) for row in connection.execute(chosen))
    return found


def keep(connection: Connection, records: Iterable[Record]) -> int:
    """Add records whose reports are not kept yet; returns how many were new."""
    given = list(records)
    there = set(kept(connection, [record.report.id for record in given]))
    new = 0
    for record in given:
        if record.report.id not in there:
            there.add(record.report.id)
            row = {"id": record.report.id, "sha256": record.report.sha256, "record": to_text(record)}
            connection.execute(insert(reports).values(row))
            new += 1
    return new


def records_in(connection: Connection, chosen: Select[Any]) -> Iterator[Record]:
    """The records of the rows of `reports` that were chosen, in the order in which they were kept."""
    for row in connection.execute(chosen.order_by(reports.c.number)):
        yield from_text(Record, row.record)
