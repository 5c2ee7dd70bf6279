"""Feeds that are asked again and again, and what came of each time.

All times are UTC, without a zone, as the store holds them.
"""

from dataclasses import dataclass
from datetime import datetime

RUN_ENDS = {
    "new": "there were new reports, and all that the feed named was collected",
    "nothing new": "all that the feed named was collected before",
    "unchanged": "its server said that nothing had changed",
    "partial": "something is left to try again",
    "waiting": "it was not asked, since its server had asked for patience",
    "refused": "its server's robots.txt asks programs to leave it alone",
    "gone": "its server said that it is no more",
    "failed": "the feed could not be had or read",
    "interrupted": "the run was cut off",
}
"""How a run of a feed ends."""

RUNNING = "running"

CUT_OFF = "cut off before its end: what was kept stays, the rest is left for the next run"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed on the list: its address, by whom it was put there, and what its server said the last time.

    `every` is in seconds. `due` is None where the feed is gone for good. Before `patience` its
    server asked not to be asked again. `misses` are the failures in a row. `etag` and
    `modified` are the server's words for a state of which everything was collected.
    """

    number: int
    name: str
    url: str
    every: int
    added: datetime
    added_by: str
    due: datetime | None
    patience: datetime | None = None
    misses: int = 0
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An item of a feed from which no report came, with the cause; `tries` is 0 where it only has to wait."""

    item: str
    cause: str
    tries: int = 0
    given_up: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedRun:
    """One time that a feed was asked; `status` is `running` or one of `RUN_ENDS`.

    `known` are items that were dealt with before: collected, or given up. `sha256` is of the feed's own bytes, "" where
    none came; `note` is what else there is to say.
    """

    number: int
    feed: str
    started: datetime
    finished: datetime | None = None
    status: str = RUNNING
    new: int = 0
    known: int = 0
    failed: int = 0
    waiting: int = 0
    bytes: int = 0
    error: str = ""
    note: str = ""
    sha256: str = ""
    failures: tuple[Failure, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether all that the feed named was dealt with."""
        return self.status in {"new", "nothing new"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """An item as a feed gave it, by the digest of that: the report it became, or how often it failed and why."""

    digest: str
    report: str = ""
    tries: int = 0
    cause: str = ""
