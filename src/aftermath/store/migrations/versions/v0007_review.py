"""Incidents by country, review and doubt, reports by their words, tokens with an end; all is linked anew."""

import json

import sqlalchemy as sa
from alembic import op

from aftermath.store.wording import different

revision = "0007"
down_revision = "0006"

MADE = ("texts", "tolls", "campaigns", "incidents", "filed", "claims", "waiting")
TOLD = ("title", "outlet", "author", "url", "id", "text")
AT_ONCE = 200


def upgrade() -> None:
    """Add the columns, throw away what linking made, let all reports wait for it, and index them."""
    for table in MADE:
        op.execute(f"DELETE FROM {table}")  # noqa: S608 - our own words
    for name in ("country", "admin1", "status", "assigned"):
        op.add_column("incidents", sa.Column(name, sa.String, nullable=False, server_default=""))
    for name in ("disputed", "doubtful"):
        op.add_column("incidents", sa.Column(name, sa.Integer, nullable=False, server_default="0"))
        op.create_index(f"incidents_{name}", "incidents", [name, "id"])
    op.add_column("incidents", sa.Column("awaiting", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_index("incidents_status", "incidents", ["status", "newest", "id"])
    op.add_column("tokens", sa.Column("role", sa.String, nullable=False, server_default=""))
    op.add_column("tokens", sa.Column("ends", sa.DateTime))
    _let_all_wait()
    _index_reports()


def _let_all_wait() -> None:
    published = {
        "sqlite": "json_extract(record, '$.report.published')",
        "postgresql": "record::json -> 'report' ->> 'published'",
    }[op.get_bind().dialect.name]
    every = f"SELECT number, coalesce({published}, ''), id FROM reports"  # noqa: S608 - our own words
    op.execute(f"INSERT INTO waiting (number, published, report) {every}")


def _index_reports() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE report_texts USING fts5(words, content='', detail=none)")
        told = ":told"
    else:
        op.execute("CREATE TABLE report_texts (rowid INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX report_texts_words ON report_texts USING gin (words)")
        told = "array_to_tsvector(string_to_array(:told, ' '))"
    into = sa.text(f"INSERT INTO report_texts (rowid, words) VALUES (:number, {told})")  # noqa: S608 - our own words
    page = sa.text("SELECT number, record FROM reports WHERE number > :last ORDER BY number LIMIT :most")
    last = -1
    while some := connection.execute(page, {"last": last, "most": AT_ONCE}).all():
        last = some[-1].number
        for row in some:
            report = json.loads(row.record)["report"]
            words = different(" ".join(report.get(name) or "" for name in TOLD))
            connection.execute(into, {"number": row.number, "told": words})
