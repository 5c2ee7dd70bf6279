"""Readings that a newer reader's took the place of."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "superseded",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("report", sa.String, sa.ForeignKey("reports.id"), nullable=False),
        sa.Column("reader", sa.String, nullable=False),
        sa.Column("until", sa.String, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_index("ix_superseded_report", "superseded", ["report"])
