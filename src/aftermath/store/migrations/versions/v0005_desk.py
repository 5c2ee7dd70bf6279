"""Corrections of reports by people, and the accounts of a team."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make their tables."""
    op.create_table(
        "amendments",
        sa.Column("report", sa.String, sa.ForeignKey("reports.id"), primary_key=True),
        sa.Column("judgement", sa.Integer, sa.ForeignKey("judgements.number"), primary_key=True),
    )
    op.create_table(
        "accounts",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("password", sa.String, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("locked_until", sa.DateTime),
    )
    op.create_table(
        "sessions",
        sa.Column("secret", sa.String, primary_key=True),
        sa.Column("account", sa.String, sa.ForeignKey("accounts.name"), nullable=False),
        sa.Column("csrf", sa.String, nullable=False),
        sa.Column("ends", sa.DateTime, nullable=False),
    )
    op.create_table(
        "tokens",
        sa.Column("secret", sa.String, primary_key=True),
        sa.Column("account", sa.String, sa.ForeignKey("accounts.name"), nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("made", sa.DateTime, nullable=False),
    )
