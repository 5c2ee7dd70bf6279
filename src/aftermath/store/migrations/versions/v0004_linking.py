"""Linking in pieces and looking incidents up: what is made of reports is made anew, and filed by more keys."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

TEXTS = ("places", "actors", "sources", "words")


def upgrade() -> None:
    """Throw away what linking made, make tables that hold more, and let all reports wait for linking."""
    for table in ("claims", "incidents", "linked"):
        op.drop_table(table)
    _make_incidents()
    _make_claims()
    op.create_table(
        "judged",
        sa.Column("claim", sa.String, primary_key=True),
        sa.Column("judgement", sa.Integer, primary_key=True),
    )
    op.create_table(
        "waiting",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("published", sa.String, nullable=False),
        sa.Column("report", sa.String),
        sa.Column("judgement", sa.Integer),
    )
    op.create_index("waiting_by_day", "waiting", ["published", "number"])
    _let_all_wait()


def _make_incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("event", sa.String, nullable=False),
        sa.Column("scope", sa.String, nullable=False),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
        sa.Column("oldest", sa.Integer, nullable=False),
        sa.Column("newest", sa.Integer, nullable=False),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("grade", sa.String, nullable=False),
        sa.Column("killed", sa.Integer),
        sa.Column("deadliest", sa.Integer, nullable=False),
        sa.Column("contested", sa.Boolean, nullable=False),
        sa.Column("extent", sa.Text),
        sa.Column("incident", sa.Text, nullable=False),
    )
    for name, columns in (
        ("incidents_oldest", ["oldest", "id"]),
        ("incidents_newest", ["newest", "id"]),
        ("incidents_deadliest", ["deadliest", "id"]),
        ("incidents_place", ["lat", "lon"]),
    ):
        op.create_index(name, "incidents", columns)
    op.create_table(
        "tolls",
        sa.Column("incident", sa.Integer, sa.ForeignKey("incidents.number"), primary_key=True),
        sa.Column("kind", sa.String, primary_key=True),
        sa.Column("people", sa.String, primary_key=True),
        sa.Column("best", sa.Integer, nullable=False),
    )
    op.create_index("tolls_by_number", "tolls", ["kind", "people", "best"])
    op.create_table(
        "campaigns",
        sa.Column("incident", sa.Integer, sa.ForeignKey("incidents.number"), primary_key=True),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
    )
    op.create_index("campaigns_by_day", "campaigns", ["last", "first"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"CREATE VIRTUAL TABLE texts USING fts5({', '.join(TEXTS)})")
        return
    op.create_table(
        "texts",
        sa.Column("rowid", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in TEXTS),
    )
    for name in TEXTS:
        op.execute(f"CREATE INDEX texts_{name} ON texts USING gin (to_tsvector('simple', {name}))")


def _make_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("report", sa.String, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("newsroom", sa.String, nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("knot", sa.String, nullable=False),
        sa.Column("incident", sa.String, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
    )
    for column in ("report", "knot", "incident"):
        op.create_index(f"claims_by_{column}", "claims", [column])
    op.create_table(
        "filed",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("first", sa.Integer, primary_key=True),
        sa.Column("claim", sa.Integer, sa.ForeignKey("claims.number"), primary_key=True),
        sa.Column("part", sa.Integer, primary_key=True),
        sa.Column("last", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Float, nullable=False) for name in ("lat", "lon", "tall", "broad")),
        sqlite_with_rowid=False,
    )
    op.create_index("filed_by_claim", "filed", ["claim"])


def _let_all_wait() -> None:
    published = {
        "sqlite": "json_extract(record, '$.report.published')",
        "postgresql": "record::json -> 'report' ->> 'published'",
    }[op.get_bind().dialect.name]
    every = f"SELECT number, coalesce({published}, ''), id FROM reports"  # noqa: S608 - our own words
    op.execute(f"INSERT INTO waiting (number, published, report) {every}")
    _file_judgements()


def _file_judgements() -> None:
    """By which claims each judgement is found."""
    connection = op.get_bind()
    for number, judgement in connection.execute(sa.text("SELECT number, judgement FROM judgements")).all():
        form = json.loads(judgement)
        for claim in {*form["claims"], *form["together"], *form["apart"]}:
            connection.execute(
                sa.text("INSERT INTO judged (claim, judgement) VALUES (:claim, :number)"),
                {"claim": claim, "number": number},
            )
