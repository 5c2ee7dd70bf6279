"""Whether the archive is as it was left: all bytes that the store refers to, and how its files end.

Takes a connection and an archive, gives a finding for each thing that is not as it should be.
Changes nothing.
"""

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, func, select

from aftermath.store.archive import Archive, BrokenHoldingError, Holding
from aftermath.store.finding import Finding
from aftermath.store.tables import archived, feed_runs, reports
from aftermath.store.tails import half_record

AT_ONCE = 200
"""Rows held in memory at once."""


def findings(connection: Connection, archive: Archive) -> Iterator[Finding]:
    """Archived bytes that are missing or not as they were, a holding a finding with the reports it was for."""
    chosen = select(archived).order_by(archived.c.file, archived.c.offset)
    for row in connection.execute(chosen.execution_options(yield_per=AT_ONCE)):
        try:
            archive.read(Holding(**row._mapping))
        except BrokenHoldingError as error:
            yield Finding(about=f"archive, bytes of {_whose(connection, row.sha256)}", says=str(error))
    yield from _tails(connection, archive.folder)
    unheld = reports.outerjoin(archived, archived.c.sha256 == reports.c.sha256)
    without = list(
        connection.scalars(select(reports.c.id).select_from(unheld).where(archived.c.sha256.is_(None)).limit(4))
    )
    if without:
        named = ", ".join(without[:3]) + (" and others" if without[3:] else "")
        yield Finding(about="archive", says=f"of some reports no bytes were kept: {named}", is_note=True)


def _tails(connection: Connection, folder: Path) -> Iterator[Finding]:
    """Files whose end is half a record, to which nothing refers: no fault of the store, but of use to know."""
    ends = select(archived.c.file, func.max(archived.c.offset + archived.c.length).label("end")).group_by(
        archived.c.file
    )
    known = {row.file: row.end for row in connection.execute(ends)}
    for path in sorted(folder.glob("*.warc.gz")):
        try:
            start = half_record(path, known.get(path.name, 0))
        except OSError as error:
            yield Finding(about=f"archive, {path}", says=f"it cannot be read ({error.strerror})")
            continue
        if start is not None:
            says = (
                f"from byte {start:,} on it is half a record, which a run that was cut off left, or one at work is "
                "writing; the store refers to nothing in it, and what it was to hold is collected again. To let other "
                f"programs read the file, when no run is at work: truncate -s {start} '{path}'"
            )
            yield Finding(about="archive", says=f"{path}: {says}", is_note=True)


def _whose(connection: Connection, digest: str) -> str:
    """The reports, or else the runs of a feed, that came in bytes of a digest."""
    for what, table, column in (("report", reports, reports.c.id), ("feed run", feed_runs, feed_runs.c.number)):
        found = list(map(str, connection.scalars(select(column).where(table.c.sha256 == digest).limit(4))))
        if found:
            return f"{what} {', '.join(found[:3])}" + (" and others" if found[3:] else "")
    return "nothing that the store knows"
