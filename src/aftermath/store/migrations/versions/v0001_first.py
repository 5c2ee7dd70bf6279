"""The first tables: reports, judgements, and the incidents made of them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make them."""
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
    )
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("judgement", sa.Text, nullable=False),
    )
    _make_incidents()
    op.create_table(
        "linked",
        sa.Column("reports", sa.Integer, nullable=False),
        sa.Column("judgements", sa.Integer, nullable=False),
    )


def _make_incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("event", sa.String, nullable=False),
        sa.Column("scope", sa.String, nullable=False),
        sa.Column("first", sa.Date),
        sa.Column("last", sa.Date),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("grade", sa.String, nullable=False),
        sa.Column("killed", sa.Integer),
        sa.Column("contested", sa.Boolean, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("incident", sa.Text, nullable=False),
    )
    op.create_index("incidents_by_day", "incidents", ["first"])
    op.create_table(
        "claims",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("incident", sa.String, sa.ForeignKey("incidents.id"), nullable=False),
        sa.Column("report", sa.String, sa.ForeignKey("reports.id"), nullable=False),
    )
    op.create_index("claims_by_incident", "claims", ["incident"])
