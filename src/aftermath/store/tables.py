"""The tables of a store. Records, incidents and judgements lie in them as JSON text.

`reports`, `judgements`, `archived` and `audit` are what cannot be made again: rows are added,
never changed.
`incidents` and `claims` are made from them by linking and may be thrown away at any time;
their columns are what incidents are looked for by.
"""

from sqlalchemy import Boolean, Column, Date, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

VERSION = "0003"
"""Of the tables: the last step in `migrations/versions`. A store of a newer one is refused."""

metadata = MetaData()

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("sha256", String, nullable=False),
    Column("record", Text, nullable=False),
    Column("reader", String, nullable=False, server_default=""),
)
"""`reader` is the version of what read it, "" where that was before versions were kept."""

superseded = Table(
    "superseded",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", ForeignKey("reports.id"), nullable=False, index=True),
    Column("reader", String, nullable=False),
    Column("until", String, nullable=False),
    Column("record", Text, nullable=False),
)
"""Readings that a newer reader's took the place of, with who read them and until when they stood."""

archived = Table(
    "archived",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("file", String, nullable=False),
    Column("offset", Integer, nullable=False),
    Column("length", Integer, nullable=False),
    Column("packed", String, nullable=False),
    Column("record", String, nullable=False),
)
"""Where the bytes of reports lie; a report's are those with its `sha256`. See `archive.Holding`."""

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("time", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("previous", String, nullable=False, unique=True),
    Column("hash", String, nullable=False),
    Index("audit_by_subject", "action", "subject"),
)
"""The audit log, a chain of hashes: see `chain`."""

judgements = Table(
    "judgements",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("judgement", Text, nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("id", String, primary_key=True),
    Column("event", String, nullable=False),
    Column("scope", String, nullable=False),
    Column("first", Date),
    Column("last", Date),
    Column("lat", Float),
    Column("lon", Float),
    Column("grade", String, nullable=False),
    Column("killed", Integer),
    Column("contested", Boolean, nullable=False),
    Column("words", Text, nullable=False),
    Column("incident", Text, nullable=False),
    Index("incidents_by_day", "first"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("incident", ForeignKey("incidents.id"), nullable=False),
    Column("report", ForeignKey("reports.id"), nullable=False),
    Index("claims_by_incident", "incident"),
)

linked = Table(
    "linked",
    metadata,
    Column("reports", Integer, nullable=False),
    Column("judgements", Integer, nullable=False),
)
"""One row: the last report and judgement that the incidents were made from."""
