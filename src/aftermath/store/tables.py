"""The tables of a store. Records, claims, incidents and judgements lie in them as JSON text.

`reports`, `judgements`, `archived` and `audit` are what cannot be made again: rows are added,
never changed.
All others are made from them by linking and may be thrown away at any time; their columns are
what linking and people look for. `waiting` lists what has come and was not linked yet.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

VERSION = "0008"
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

judged = Table(
    "judged",
    metadata,
    Column("claim", String, primary_key=True),
    Column("judgement", Integer, primary_key=True),
)
"""Which judgements name a claim."""

waiting = Table(
    "waiting",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("published", String, nullable=False),
    Column("report", String),
    Column("judgement", Integer),
    Index("waiting_by_day", "published", "number"),
)

incidents = Table(
    "incidents",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("event", String, nullable=False),
    Column("scope", String, nullable=False),
    Column("first", Date),
    Column("last", Date),
    Column("oldest", Integer, nullable=False),
    Column("newest", Integer, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", String, nullable=False),
    Column("admin1", String, nullable=False),
    Column("grade", String, nullable=False),
    Column("killed", Integer),
    Column("deadliest", Integer, nullable=False),
    Column("contested", Boolean, nullable=False),
    Column("disputed", Integer, nullable=False),
    Column("doubtful", Integer, nullable=False),
    Column("status", String, nullable=False),
    Column("assigned", String, nullable=False),
    Column("awaiting", Boolean, nullable=False),
    Column("extent", Text),
    Column("incident", Text, nullable=False),
    Index("incidents_oldest", "oldest", "id"),
    Index("incidents_newest", "newest", "id"),
    Index("incidents_deadliest", "deadliest", "id"),
    Index("incidents_disputed", "disputed", "id"),
    Index("incidents_doubtful", "doubtful", "id"),
    Index("incidents_place", "lat", "lon"),
    Index("incidents_status", "status", "newest", "id"),
)
"""`oldest`, `newest` and `deadliest` have a number where day or toll is unknown too, so that those come last.

`country` is ISO 3166 alpha-2 and `admin1` a plain name, "" where unknown; `disputed` and
`doubtful` count matters on which accounts differ, and doubts.
"""

tolls = Table(
    "tolls",
    metadata,
    Column("incident", ForeignKey("incidents.number"), primary_key=True),
    Column("kind", String, primary_key=True),
    Column("people", String, primary_key=True),
    Column("best", Integer, nullable=False),
    Index("tolls_by_number", "kind", "people", "best"),
)

campaigns = Table(
    "campaigns",
    metadata,
    Column("incident", ForeignKey("incidents.number"), primary_key=True),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    Index("campaigns_by_day", "last", "first"),
)
"""Over which days the campaigns among the incidents extend."""

claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("report", ForeignKey("reports.id"), nullable=False),
    Column("newsroom", String, nullable=False),
    Column("published", Date),
    Column("knot", String, nullable=False),
    Column("incident", String, nullable=False),
    Column("claim", Text, nullable=False),
    Index("claims_by_report", "report"),
    Index("claims_by_knot", "knot"),
    Index("claims_by_incident", "incident"),
)

compared = Table(
    "compared",
    metadata,
    Column("claim", ForeignKey("claims.number"), primary_key=True),
    Column("linker", String, nullable=False),
    Column("day", Integer),
    Column("sums", LargeBinary, nullable=False),
)
"""What comparing a claim with those linked before it came to, and by which version of the linker: see `sums`."""

filed = Table(
    "filed",
    metadata,
    Column("key", String, primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("claim", ForeignKey("claims.number"), primary_key=True),
    Column("part", Integer, primary_key=True),
    Column("last", Integer, nullable=False),
    Column("lat", Float, nullable=False),
    Column("lon", Float, nullable=False),
    Column("tall", Float, nullable=False),
    Column("broad", Float, nullable=False),
    Index("filed_by_claim", "claim"),
    sqlite_with_rowid=False,
)
"""Under which keys and days claims are filed, so that those that may meet are found (`model/filing.py`)."""

TEXTS = ("places", "actors", "sources", "words")
"""Columns of the table `texts`, which SQLite's FTS5 or PostgreSQL's text search keeps by incident."""

texts = Table("texts", MetaData(), Column("rowid", Integer, primary_key=True), *(Column(n, Text) for n in TEXTS))
"""Not among `metadata`: on SQLite it is a virtual table."""

report_texts = Table("report_texts", MetaData(), Column("rowid", Integer, primary_key=True), Column("words", Text))
"""The words of reports by their numbers, to be sought: on SQLite a virtual table, on PostgreSQL a tsvector."""

amendments = Table(
    "amendments",
    metadata,
    Column("report", ForeignKey("reports.id"), primary_key=True),
    Column("judgement", ForeignKey("judgements.number"), primary_key=True),
)
"""Which judgements correct or add claims of a report, or take that back."""

accounts = Table(
    "accounts",
    metadata,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("password", String, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", DateTime),
)
"""Who may sign in; `password` is a hash."""

sessions = Table(
    "sessions",
    metadata,
    Column("secret", String, primary_key=True),
    Column("account", ForeignKey("accounts.name"), nullable=False),
    Column("csrf", String, nullable=False),
    Column("ends", DateTime, nullable=False),
)

tokens = Table(
    "tokens",
    metadata,
    Column("secret", String, primary_key=True),
    Column("account", ForeignKey("accounts.name"), nullable=False),
    Column("label", String, nullable=False),
    Column("made", DateTime, nullable=False),
    Column("role", String, nullable=False),
    Column("ends", DateTime),
)
"""Of sessions and tokens only the hash of the secret is kept. A token without an end lasts until it is revoked."""

feeds = Table(
    "feeds",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("url", String, nullable=False),
    Column("every", Integer, nullable=False),
    Column("added", DateTime, nullable=False),
    Column("added_by", String, nullable=False),
    Column("removed", DateTime),
    Column("due", DateTime),
    Column("patience", DateTime),
    Column("misses", Integer, nullable=False),
    Column("etag", String, nullable=False),
    Column("modified", String, nullable=False),
)
"""See `model.feed.Feed`. One that was removed stays, for the sake of its runs; names are unique among the others."""

feed_runs = Table(
    "feed_runs",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("feed", ForeignKey("feeds.number"), nullable=False),
    Column("started", DateTime, nullable=False),
    Column("finished", DateTime),
    Column("status", String, nullable=False),
    Column("new", Integer, nullable=False),
    Column("known", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("waiting", Integer, nullable=False),
    Column("bytes", BigInteger, nullable=False),
    Column("error", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("sha256", String, nullable=False),
    Column("failures", Text, nullable=False),
    Index("feed_runs_by_feed", "feed", "number"),
)

feed_items = Table(
    "feed_items",
    metadata,
    Column("digest", String, primary_key=True),
    Column("run", ForeignKey("feed_runs.number"), nullable=False),
    Column("report", String, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("cause", Text, nullable=False),
)
"""Items of all feeds; `run` is the last that asked for it, `report` what it became, "" where it failed."""
