"""The copy of the record that the public reads: a store of its own that holds nothing hidden.

Because the copy never had what the rules hide, no search, filter, count, export or error over
it can tell it. It is made anew, beside the one in use, when the record or the day changed.
"""

import tempfile
from datetime import date
from pathlib import Path
from threading import Lock
from time import monotonic

from aftermath.export.release import release_rules, released
from aftermath.link import accounts
from aftermath.store import Store, open_store
from aftermath.store.browse import state
from aftermath.store.filling import fill, whole

LOOKED = 5.0
"""Seconds for which the copy is taken to be up to date."""


class Released:
    """Keeps the copy of a store."""

    def __init__(self, store: Store, today: date | None = None) -> None:
        self._store, self._today = store, today
        self._folder = tempfile.TemporaryDirectory(prefix="aftermath-released-")
        self._lock = Lock()
        self._copy: Store | None = None
        self._copies: list[Store] = []
        self._made_of: object = None
        self._looked = 0.0
        self._number = 0

    def copy(self) -> Store:
        """The copy as of now; while one makes it anew, others go on with the last."""
        if self._copy and monotonic() - self._looked < LOOKED:
            return self._copy
        if not self._lock.acquire(blocking=self._copy is None):
            assert self._copy  # noqa: S101 - who does not wait has one
            return self._copy
        try:
            return self._renewed()
        finally:
            self._lock.release()

    def close(self) -> None:
        """Throw the copies away."""
        self._drop(keep=0)
        self._folder.cleanup()

    def _drop(self, keep: int) -> None:
        while len(self._copies) > keep:
            old = self._copies.pop(0)
            old.close()
            for path in old.own:
                if path.is_file():
                    path.unlink()

    def _renewed(self) -> Store:
        today = self._today or date.today()
        now = (state(self._store), today)
        self._looked = monotonic()
        if self._copy is None or now != self._made_of:
            self._number += 1
            made = open_store(Path(self._folder.name) / f"{self._number}.sqlite", create=True, pooled=True)
            records, incidents = released(*whole(self._store), release_rules(), today)
            fill(made, records, incidents, {a.claim.id: a for record in records for a in accounts(record)})
            self._copies.append(made)
            self._copy, self._made_of = made, now
            self._drop(keep=2)  # some may still read the one before
        return self._copy
