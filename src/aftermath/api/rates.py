"""How often callers come: counted in memory, for one process serves."""

from collections import OrderedDict
from threading import Lock
from time import monotonic

CALLERS = 10_000
"""Callers whose rate is remembered; of more, those who have not called for longest are forgotten."""

MINUTE = 60.0


class Rates:
    """How often each caller came in the minute that runs."""

    def __init__(self, a_minute: int) -> None:
        self._a_minute = a_minute
        self._seen: OrderedDict[str, tuple[float, int]] = OrderedDict()
        self._lock = Lock()

    def is_too_often(self, caller: str) -> bool:
        """Count a request; whether it is one too many."""
        with self._lock:
            now = monotonic()
            began, count = self._seen.pop(caller, (now, 0))
            if now - began >= MINUTE:
                began, count = now, 0
            self._seen[caller] = (began, count + 1)
            while len(self._seen) > CALLERS:
                self._seen.popitem(last=False)
            return count >= self._a_minute
