"""How many people a grade takes in a store: one, or two. The audit log remembers who decided so, and when.

The last decision holds for everybody who works on the store, over the API and on the command line.
"""

from sqlalchemy import select

from aftermath.store import chain
from aftermath.store.store import Store
from aftermath.store.tables import audit

TAKES = "grades take"
ONE, TWO = "one person", "two people"


def grades_take_two(store: Store) -> bool:
    """Whether a grade counts only when another person seconded it."""
    last = select(audit.c.subject).where(audit.c.action == TAKES).order_by(audit.c.number.desc()).limit(1)
    with store.database.reading() as connection:
        return connection.scalar(last) == TWO


def let_grades_take(store: Store, *, two: bool, by: str) -> None:
    """Decide it; where it is so already, nothing is entered."""
    if two != grades_take_two(store):
        store.log(chain.Deed(actor=by, action=TAKES, subject=TWO if two else ONE, payload=""))
