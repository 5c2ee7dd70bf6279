"""Names that nobody has, tried to sign in with: locked like accounts, so that failing does not tell which names exist.

In memory, for one process serves; of too many names those that were tried longest ago are forgotten.
"""

from collections import OrderedDict
from datetime import datetime
from threading import Lock

from aftermath.store.accounts import FAILURES, LOCKED, now

NAMES = 10_000


class Strangers:
    """How often each name failed, and until when it is locked."""

    def __init__(self) -> None:
        self._failed: OrderedDict[str, tuple[int, datetime | None]] = OrderedDict()
        self._lock = Lock()

    def is_locked(self, name: str) -> bool:
        """Whether it failed too often, as an account would have."""
        until = self._failed.get(name, (0, None))[1]
        return until is not None and until > now()

    def note(self, name: str) -> None:
        """Count a failure."""
        with self._lock:
            failures = self._failed.pop(name, (0, None))[0] + 1
            self._failed[name] = (0, now() + LOCKED) if failures >= FAILURES else (failures, None)
            while len(self._failed) > NAMES:
                self._failed.popitem(last=False)
