"""Who calls from where, and how often: counted in memory, for one process serves."""

from collections import OrderedDict
from ipaddress import IPv6Address, IPv6Network, ip_address
from threading import Lock
from time import monotonic

from starlette.types import Scope

CALLERS = 10_000
"""Callers whose rate is remembered; of more, those who have not called for longest are forgotten."""

MINUTE = 60.0


def address_of(scope: Scope) -> str:
    """Whom a request is counted for: its address, or the network of 64 bits that somebody on IPv6 has to themselves."""
    address = (scope.get("client") or ("",))[0]
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return str(address)
    if isinstance(found, IPv6Address) and not found.ipv4_mapped:
        return str(IPv6Network((found, 64), strict=False))
    return str(getattr(found, "ipv4_mapped", None) or found)


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
