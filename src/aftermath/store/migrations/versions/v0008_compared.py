"""The sums of compared claims; those linked before have none, and are compared again when they are needed."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make their table."""
    op.create_table(
        "compared",
        sa.Column("claim", sa.Integer, sa.ForeignKey("claims.number"), primary_key=True),
        sa.Column("linker", sa.String, nullable=False),
        sa.Column("day", sa.Integer),
        sa.Column("sums", sa.LargeBinary, nullable=False),
    )
