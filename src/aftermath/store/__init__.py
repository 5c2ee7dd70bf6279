"""Where reports, claims, judgements and incidents are kept: a SQLite file, or PostgreSQL. All SQL is here."""

from aftermath.store.archive import Archive, Holding
from aftermath.store.chain import Deed
from aftermath.store.opening import open_store
from aftermath.store.query import Query
from aftermath.store.reports import Keeping
from aftermath.store.store import Store
from aftermath.store.verify import Finding

__all__ = ["Archive", "Deed", "Finding", "Holding", "Keeping", "Query", "Store", "open_store"]
