"""Where reports' bytes lie, the version of what read them, and the audit log.

What an older store holds enters the log here, as it is found: from now on a change shows.
"""

import sqlalchemy as sa
from alembic import op

from aftermath.store.chain import Deed, append

revision = "0002"
down_revision = "0001"

AT_ONCE = 1000


def upgrade() -> None:
    """Make them."""
    op.add_column("reports", sa.Column("reader", sa.String, nullable=False, server_default=""))
    op.create_table(
        "archived",
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("file", sa.String, nullable=False),
        sa.Column("offset", sa.Integer, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("packed", sa.String, nullable=False),
        sa.Column("record", sa.String, nullable=False),
    )
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("time", sa.String, nullable=False),
        sa.Column("actor", sa.String, nullable=False),
        sa.Column("action", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("previous", sa.String, nullable=False, unique=True),
        sa.Column("hash", sa.String, nullable=False),
    )
    op.create_index("audit_by_subject", "audit", ["action", "subject"])
    _enter("report", "SELECT number, id, record FROM reports WHERE number > :after ORDER BY number LIMIT :most")
    _enter(
        "judgement",
        "SELECT number, number, judgement FROM judgements WHERE number > :after ORDER BY number LIMIT :most",
    )


def _enter(action: str, query: str) -> None:
    """Enter the rows of a table into the log, some at a time: there may be very many."""
    connection, after = op.get_bind(), 0
    while rows := connection.execute(sa.text(query), {"after": after, "most": AT_ONCE}).all():
        append(
            connection,
            (Deed(actor="upgrade", action=action, subject=str(row[1]), payload=row[2]) for row in rows),
        )
        after = rows[-1][0]
