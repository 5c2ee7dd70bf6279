"""A store taken out whole, and another filled with records and incidents as they are given."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select

from aftermath.model import Record
from aftermath.model.filing import Account, Change, Fresh, Made
from aftermath.model.incident import Incident
from aftermath.store import tables
from aftermath.store.form import from_text
from aftermath.store.reports import records_in
from aftermath.store.store import Store


def whole(store: Store) -> tuple[list[Record], list[Incident]]:
    """All records and incidents of one state of the store."""
    with store.database.reading() as connection:
        records = list(records_in(connection, select(tables.reports)))
        forms = connection.scalars(select(tables.incidents.c.incident))
        return records, [from_text(Incident, form) for form in forms]


def fill(
    store: Store, records: Iterable[Record], incidents: Sequence[Incident], accounts: Mapping[str, Account]
) -> None:
    """Put records and incidents into an empty store as they are, without linking; `accounts` are their claims."""
    store.keep(records)
    made = tuple(Made(i, tuple(accounts[claim] for claim in i.claims), None) for i in incidents)
    fresh = tuple(Fresh(accounts[claim]) for incident in incidents for claim in incident.claims)
    knots = {claim: incident.id for incident in incidents for claim in incident.claims}
    with store.linking() as linking:
        linking.take(len(knots) + 1_000_000_000)  # nothing is to wait for linking
        linking.change(Change(fresh=fresh, gone=frozenset(), knots=knots, made=made))
