"""Where reports, claims, judgements and incidents are kept: one SQLite file. All SQL is here."""

from aftermath.store.opening import open_store
from aftermath.store.query import Query
from aftermath.store.store import Store

__all__ = ["Query", "Store", "open_store"]
