"""Fetching as a good guest, for what is fetched again and again without a person watching.

Takes addresses and gives what `fetch` gives: but robots.txt is asked first, at every redirect
too; between two requests to one host there is a pause; a host that asks for patience is left
alone for the rest of the run; and there is an end to how long and how much one feed may take.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from aftermath.acquire.fetch import NO_HEADERS, Fetched, Missed, fetch_here
from aftermath.acquire.link import among_strangers
from aftermath.acquire.page import host_of
from aftermath.acquire.robots import Rules, rules_of
from aftermath.acquire.settings import Settings

PATIENCE = 60.0
"""Seconds that are waited between two requests at most; who asks for more is asked once a run."""

TIME = 900.0
"""Seconds after which the rest of a feed waits for the next run."""

FOR_GOOD = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)


class LaterError(Exception):
    """Something that is to be asked for another time, `seconds` from now or later; the text says why."""

    def __init__(self, why: str, seconds: float = 0.0) -> None:
        """Why, and for how long."""
        super().__init__(why)
        self.seconds = seconds


@dataclass(slots=True)
class Manners:
    """What is known of hosts within one run, and what is left of one feed's share of it."""

    pause: float
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    received: int = 0
    _left: int = 0
    _ends: float = 0.0
    _asked: dict[str, float] = field(default_factory=dict)
    _rules: dict[str, Rules | Missed] = field(default_factory=dict)
    _closed: dict[str, tuple[str, float]] = field(default_factory=dict)

    def start(self, settings: Settings) -> None:
        """Begin with another feed."""
        self.received, self._left, self._ends = 0, settings.max_fetches + 1, self.clock() + TIME

    def close(self, host: str, why: str, seconds: float) -> None:
        """Leave a host alone for this run."""
        self._closed[host] = (why, seconds)

    def closed(self, address: str) -> LaterError | None:
        """Why the host of an address is left alone, None where it is not."""
        found = self._closed.get(host_of(address))
        return LaterError(*found) if found else None

    def get(self, address: str, settings: Settings, asking: Mapping[str, str] = NO_HEADERS) -> Fetched | Missed:
        """What is at an address; raises `LaterError` where it is not the time to ask."""
        if self._left <= 0:
            raise LaterError(f"only {settings.max_fetches} links of a feed are followed in one run")
        self._left -= 1
        here, moved = address, True
        for hop in range(settings.max_redirects + 1):
            limits = among_strangers(settings, address) if hop else settings
            found = self._ask(here, limits, asking)
            if isinstance(found, Fetched):
                return replace(found, moved=hop > 0 and moved)
            if not found.location:
                return found
            here, moved = found.location, moved and found.status in FOR_GOOD
        return Missed(why=f"the address leads through more than {settings.max_redirects} redirects")

    def _ask(self, address: str, settings: Settings, asking: Mapping[str, str]) -> Fetched | Missed:
        host = host_of(address)
        if later := self.closed(address):
            raise later
        rules = self._rules_for(address, settings)
        if isinstance(rules, Missed):
            return Missed(why=f"{host} was not asked, since its robots.txt could not be: {rules.why}")
        if not rules.allow(address):
            return Missed(why=f"{host} asks programs in its robots.txt to leave this address alone", refused=True)
        self._wait(host, max(self.pause, rules.pause))
        found = fetch_here(address, settings, asking)
        self.received += len(found.exchange.body) if isinstance(found, Fetched) and found.exchange else 0
        if isinstance(found, Missed):
            self._heed(address, found)
        return found

    def _rules_for(self, address: str, settings: Settings) -> Rules | Missed:
        """The rules of an address's server, asked for once."""
        parts = urlsplit(address)
        server = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        if server not in self._rules:
            self._wait(host_of(address), self.pause)
            found = self._rules[server] = rules_of(server, settings)
            if isinstance(found, Missed):
                self._heed(address, found)
            else:
                self.received += found.size
        return self._rules[server]

    def _wait(self, host: str, pause: float) -> None:
        """Let the pause since the last request to a host pass."""
        now = self.clock()
        rest = self._asked.get(host, now - pause) + pause - now
        if rest > PATIENCE:
            raise LaterError(f"{host} wants {pause:g} s between two requests")
        if now + max(rest, 0.0) > self._ends:
            raise LaterError(f"the time for one run of a feed, {TIME / 60:g} minutes, is over")
        if rest > 0:
            self.sleep(rest)
        self._asked[host] = self.clock()

    def _heed(self, address: str, missed: Missed) -> None:
        """Where a host asks for patience, leave it alone."""
        seconds = wanted_patience(missed.headers)
        if missed.status == HTTPStatus.TOO_MANY_REQUESTS or seconds:
            asks = f", and asks to wait {seconds:,.0f} s" if seconds else ""
            self.close(host_of(address), f"{missed.why}{asks}", seconds)
            raise LaterError(f"{missed.why}{asks}", seconds)


def wanted_patience(headers: Mapping[str, str]) -> float:
    """The seconds that a response asks to wait by Retry-After, 0 where it does not or in no known form."""
    said = headers.get("retry-after", "").strip()
    if said.isdecimal():
        return float(said[:10])
    try:
        until = parsedate_to_datetime(said)
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max(0.0, (until - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
