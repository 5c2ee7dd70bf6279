"""A server's robots.txt: what it asks programs that come again and again to leave alone, and how long to wait.

Takes a server's address, gives its rules after RFC 9309: without such a file all is allowed; a
server that cannot say (an error of its own, or no answer) is left alone until it can.
"""

from dataclasses import dataclass, replace
from http import HTTPStatus
from math import isfinite

from protego import Protego

from aftermath.acquire.fetch import Missed, fetch
from aftermath.acquire.settings import Settings

MOST = 500_000
"""Bytes of a robots.txt; crawlers must read this much of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What a server allows one program; `size` is how many bytes it took to know."""

    parsed: Protego
    agent: str
    size: int = 0

    def allow(self, address: str) -> bool:
        """Whether an address may be fetched."""
        return bool(self.parsed.can_fetch(address, self.agent))

    @property
    def pause(self) -> float:
        """The seconds that the server wants between two requests, 0 where it says nothing."""
        rate = self.parsed.request_rate(self.agent)
        asked = (
            self.parsed.crawl_delay(self.agent) or 0,
            rate.seconds / rate.requests if rate and rate.requests else 0,
        )
        return max(float(pause) if isfinite(pause) else 0.0 for pause in asked)


def rules_of(server: str, settings: Settings) -> Rules | Missed:
    """The rules of a server, given as scheme and host; what was missed where it cannot say."""
    agent = settings.user_agent.partition("/")[0]
    found = fetch(f"{server}/robots.txt", replace(settings, max_page=MOST))
    if isinstance(found, Missed):
        absent = 400 <= found.status < 500 and found.status != HTTPStatus.TOO_MANY_REQUESTS
        return Rules(parsed=Protego.parse(""), agent=agent) if absent else found
    return Rules(parsed=Protego.parse(found.body.decode("utf-8", "replace")), agent=agent, size=len(found.body))
