"""Whether a store is as it was left: the audit log, the rows it tells of, the words, the archived bytes.

Takes a connection and an archive, gives a finding for each thing that is not as it should be,
naming exactly what. Changes nothing.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row, String, Table, cast, func, select

from aftermath.model import Record, Words
from aftermath.store import chain, feed_rows, timestamps, verify_archive
from aftermath.store.archive import Archive, Holding
from aftermath.store.finding import Finding
from aftermath.store.form import from_text
from aftermath.store.reports import holdings, payload_of
from aftermath.store.tables import archived, audit, feed_runs, feeds, judgements, reports, superseded

READ = ("report", "reread")
"""Actions that tell of a reading of a report."""

AT_ONCE = 200
"""Rows held in memory at once."""


def findings(connection: Connection, archive: Archive | None, roots: Path | None = None) -> Iterator[Finding]:
    """All that is wrong, then what is only to be known."""
    yield from _chain(connection)
    yield from _reports(connection)
    yield from _superseded(connection)
    yield from _judgements(connection)
    yield from _gone(connection, "report", reports, reports.c.id)
    yield from _gone(connection, "judgement", judgements, judgements.c.number)
    yield from _feeds(connection)
    yield from _gone(connection, "feed", feeds, feeds.c.number)
    if archive:
        yield from verify_archive.findings(connection, archive)
        yield from timestamps.findings(archive.folder, lambda number: chain.entry(connection, number), roots)


def _chain(connection: Connection) -> Iterator[Finding]:
    """Entries that are missing, altered, or not bound to the one before."""
    number, previous = 0, chain.FIRST
    for entry in chain.entries(connection):
        about = f"audit log, entry {entry.number}"
        if entry.number != number + 1:
            yield Finding(about=about, says=f"it follows entry {number}: what stood between is missing")
        elif entry.previous != previous:
            yield Finding(about=about, says="it is not bound to the entry before, which was altered or exchanged")
        if not entry.is_sound:
            yield Finding(about=about, says="it was altered: its hash is not that of its contents")
        number, previous = entry.number, entry.hash


def _reports(connection: Connection) -> Iterator[Finding]:
    """Reports that are not as the log remembers them, and claims whose words do not stand in the text."""
    last = select(audit.c.subject, func.max(audit.c.number).label("number")).where(audit.c.action.in_(READ))
    latest = last.group_by(audit.c.subject).subquery()
    joined = reports.outerjoin(latest, latest.c.subject == reports.c.id)
    joined = joined.outerjoin(audit, audit.c.number == latest.c.number)
    joined = joined.outerjoin(archived, archived.c.sha256 == reports.c.sha256)
    chosen = select(reports.c.id, reports.c.sha256, reports.c.record, audit.c.digest, *_of_holding())
    for row in connection.execute(chosen.select_from(joined).execution_options(yield_per=AT_ONCE)):
        about = f"report {row.id}"
        if row.digest is None:
            yield Finding(about=about, says="the audit log knows nothing of it")
        elif row.digest != chain.digest_of(payload_of(row.record, _holding(row))):
            yield Finding(about=about, says="its record, or where its bytes lie, was altered after it was kept")
        try:
            record = from_text(Record, row.record)
        except (ValueError, TypeError, KeyError) as error:
            yield Finding(about=about, says=f"its record cannot be read ({error})")
            continue
        if (record.report.id, record.report.sha256) != (row.id, row.sha256):
            yield Finding(about=about, says="its row and its record differ in id or digest")
        yield from _words(record)


def _of_holding() -> Iterator[Any]:
    return (getattr(archived.c, field.name).label(f"held_{field.name}") for field in fields(Holding))


def _holding(row: Row[Any]) -> Holding | None:
    if row.held_sha256 is None:
        return None
    return Holding(**{field.name: getattr(row, f"held_{field.name}") for field in fields(Holding)})


def _words(record: Record) -> Iterator[Finding]:
    """Words of claims that do not stand in the report's text where they say."""
    text = record.report.text
    for claim in record.claims:
        for words in _words_in(claim):
            if text[words.span[0] : words.span[1]] != words.text:
                start, end = words.span
                says = f"the text from {start} to {end} is not {words.text[:80]!r}"
                yield Finding(about=f"report {record.report.id}, claim {claim.id}", says=says)


def _words_in(value: Any) -> Iterator[Words]:
    """All words in a value of the model."""
    if isinstance(value, Words):
        yield value
    if is_dataclass(value):
        for field in fields(value):
            yield from _words_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _words_in(item)


def _superseded(connection: Connection) -> Iterator[Finding]:
    """Readings before the last that were altered or taken out; the log tells of each."""
    again = select(audit.c.subject).where(audit.c.action == "reread").distinct().order_by(audit.c.subject)
    for name in connection.scalars(again):
        told = select(audit.c.digest).where(audit.c.subject == name, audit.c.action.in_(READ)).order_by(audit.c.number)
        kept = select(superseded.c.record).where(superseded.c.report == name)
        current = select(reports.c.record, reports.c.sha256).where(reports.c.id == name)
        row = connection.execute(current).one_or_none()
        if row is None:
            continue  # said of the report itself
        held = holdings(connection, [row.sha256]).get(row.sha256)
        there = {chain.digest_of(payload_of(form, held)) for form in (row.record, *connection.scalars(kept))}
        if missing := set(connection.scalars(told)) - there:
            says = f"{len(missing)} of its readings that the audit log tells of were altered or taken out"
            yield Finding(about=f"report {name}", says=says)


def _judgements(connection: Connection) -> Iterator[Finding]:
    """Judgements that are not as the log remembers them."""
    chosen = select(audit.c.subject, audit.c.digest).where(audit.c.action == "judgement")
    told = {row.subject: row.digest for row in connection.execute(chosen)}
    for row in connection.execute(select(judgements)):
        about = f"judgement {row.number}"
        if str(row.number) not in told:
            yield Finding(about=about, says="the audit log knows nothing of it")
        elif told[str(row.number)] != chain.digest_of(row.judgement):
            yield Finding(about=about, says="it was altered after it was made")


def _feeds(connection: Connection) -> Iterator[Finding]:
    """Feeds that are not as the log remembers them, and runs whose bytes are nowhere."""
    chosen = select(audit.c.subject, audit.c.digest).where(audit.c.action == "feed")
    told = {row.subject: row.digest for row in connection.execute(chosen)}
    for feed in map(feed_rows.feed_in, connection.execute(select(*feed_rows.COLUMNS))):
        if told.get(str(feed.number)) != chain.digest_of(feed_rows.payload_of(feed)):
            yield Finding(about=f"feed {feed.name}", says="it was added or altered without the audit log")
    joined = feed_runs.outerjoin(archived, archived.c.sha256 == feed_runs.c.sha256)
    chosen = select(feed_runs.c.number).select_from(joined)
    for number in connection.scalars(chosen.where(feed_runs.c.sha256 != "", archived.c.sha256.is_(None))):
        yield Finding(about=f"feed run {number}", says="the store does not know any more where its feed's bytes lie")


def _gone(connection: Connection, action: str, table: Table, column: Any) -> Iterator[Finding]:
    """What the log tells of and the store no longer has."""
    joined = audit.outerjoin(table, cast(column, String) == audit.c.subject)
    told = select(audit.c.subject).select_from(joined).where(audit.c.action == action, column.is_(None))
    for subject in connection.scalars(told.order_by(audit.c.number)):
        yield Finding(about=f"{action} {subject}", says=f"the audit log tells of it, and the {table.name} lack it")
