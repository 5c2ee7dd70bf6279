"""Feeds, each time that one was asked, and the items that they gave."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make their tables."""
    op.create_table(
        "feeds",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("url", sa.String, nullable=False),
        sa.Column("every", sa.Integer, nullable=False),
        sa.Column("added", sa.DateTime, nullable=False),
        sa.Column("added_by", sa.String, nullable=False),
        sa.Column("removed", sa.DateTime),
        sa.Column("due", sa.DateTime),
        sa.Column("patience", sa.DateTime),
        sa.Column("misses", sa.Integer, nullable=False),
        sa.Column("etag", sa.String, nullable=False),
        sa.Column("modified", sa.String, nullable=False),
    )
    op.create_table(
        "feed_runs",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("feed", sa.Integer, sa.ForeignKey("feeds.number"), nullable=False),
        sa.Column("started", sa.DateTime, nullable=False),
        sa.Column("finished", sa.DateTime),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("new", sa.Integer, nullable=False),
        sa.Column("known", sa.Integer, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("waiting", sa.Integer, nullable=False),
        sa.Column("bytes", sa.BigInteger, nullable=False),
        sa.Column("error", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("failures", sa.Text, nullable=False),
    )
    op.create_index("feed_runs_by_feed", "feed_runs", ["feed", "number"])
    op.create_table(
        "feed_items",
        sa.Column("digest", sa.String, primary_key=True),
        sa.Column("run", sa.Integer, sa.ForeignKey("feed_runs.number"), nullable=False),
        sa.Column("report", sa.String, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
    )
