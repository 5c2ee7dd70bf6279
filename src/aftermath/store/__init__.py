"""Where reports, claims, judgements and incidents are kept: a SQLite file, or PostgreSQL. All SQL is here."""

from aftermath.store.opening import open_store
from aftermath.store.query import Query
from aftermath.store.store import Store

__all__ = ["Query", "Store", "open_store"]
