"""Where reports, claims, judgements and incidents are kept: one SQLite file or PostgreSQL. All SQL is here."""

from aftermath.store.archive import Archive, Holding
from aftermath.store.chain import Deed
from aftermath.store.finding import Finding
from aftermath.store.linking import Linking
from aftermath.store.opening import open_store
from aftermath.store.query import ORDERS, Query
from aftermath.store.reports import Keeping
from aftermath.store.shelf import Shelf
from aftermath.store.store import Store

__all__ = [
    "ORDERS",
    "Archive",
    "Deed",
    "Finding",
    "Holding",
    "Keeping",
    "Linking",
    "Query",
    "Shelf",
    "Store",
    "open_store",
]
