"""A feed asked for what is new: politely, and only for what changed since the last time.

Takes a feed's address and what its server said of its last state, gives its entries, or why
there are none to be read; then, entry by entry, the report that each one makes. What was read
before is for the caller to know.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from urllib.parse import urljoin

from aftermath.acquire.draft import Draft, finish
from aftermath.acquire.feed import Entry, contents, from_summary
from aftermath.acquire.fetch import Fetched, Missed
from aftermath.acquire.link import among_strangers, linked_draft
from aftermath.acquire.manners import LaterError, Manners
from aftermath.acquire.origin import Origin
from aftermath.acquire.settings import Settings
from aftermath.acquire.sniff import HEAD, kind_of
from aftermath.model import Problem, Report
from aftermath.model.raw import Raw

LONGEST = 500
"""Letters of a validator that is sent back; servers' are below 100."""

_NAMED = re.compile(
    r"<link\b[^<>]*\btype\s*=\s*[\"']?application/(?:(?:rss|atom)\+xml|feed\+json)[^<>]*>", re.IGNORECASE
)
_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?([0-9]{1,10})(?![0-9])")
_SECONDS = re.compile(r"[0-9]{1,10}")
_HREF = re.compile(r"\bhref\s*=\s*[\"']?([^\"'\s<>]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server said of a feed's state, "" where nothing; sent back, it says whether that changed."""

    etag: str = ""
    modified: str = ""

    @property
    def asking(self) -> Mapping[str, str]:
        """The headers by which a request is conditional."""
        said = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """A feed that was read: its entries, its bytes, where it moved to for good ("" if nowhere).

    `rest` are the seconds for which it stays as it is, by itself or its server.
    """

    origin: Origin
    raw: Raw
    validators: Validators
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]
    is_sound: bool
    moved: str = ""
    rest: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A feed that gave nothing: `unchanged`, `waiting`, `refused`, `gone` or `failed`.

    `wait` are the seconds that its server asked for, `rest` those for which an unchanged feed stays so.
    """

    status: str
    why: str = ""
    wait: float = 0.0
    rest: float = 0.0


def poll(address: str, validators: Validators, settings: Settings, manners: Manners) -> Polled | Unread:
    """A feed as it is now."""
    manners.start(settings)
    if later := manners.closed(address):
        return Unread(status="waiting", why=str(later), wait=later.seconds)
    try:
        found = manners.get(address, settings, validators.asking)
    except LaterError as later:
        return Unread(status="failed", why=str(later), wait=later.seconds)
    if isinstance(found, Missed):
        known: dict[int, str] = {HTTPStatus.NOT_MODIFIED: "unchanged", HTTPStatus.GONE: "gone"}
        status = "refused" if found.refused else known.get(found.status, "failed")
        if status == "unchanged":
            return Unread(status=status, rest=_fresh(found.headers))
        return Unread(status=status, why=found.why)
    kind = kind_of(found.body[:HEAD], "", found.media)
    if kind.name != "feed":
        return Unread(status="failed", why=_no_feed(found, kind.what or _called(kind.name)))
    polled = _polled(address, found)
    if not polled.entries and not polled.is_sound:
        return Unread(status="failed", why=polled.problems[0].message)
    return polled


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What an entry gave; `settled` where trying again would give the same."""

    item: Report | Problem
    settled: bool


def taken(entry: Entry, polled: Polled, settings: Settings, manners: Manners, *, last: bool) -> Taken:
    """The report of an entry; raises `LaterError`.

    Its summary will do where its page fails at the `last` try, or is not to be had at any.
    """
    if entry.is_full:
        return Taken(item=finish(entry.draft, settings), settled=True)
    hopeless = last

    def get(address: str, limits: Settings) -> Fetched | Missed:
        nonlocal hopeless
        found = manners.get(address, limits)
        hopeless |= isinstance(found, Missed) and (found.refused or found.status == HTTPStatus.GONE)
        return found

    page = linked_draft(entry.draft, polled.origin, among_strangers(settings, polled.origin.url), get)
    if isinstance(page, Draft):
        return Taken(item=finish(page, settings), settled=True)
    return Taken(item=from_summary(entry.draft, page, settings) if hopeless else page, settled=hopeless)


def _polled(address: str, found: Fetched) -> Polled:
    origin = Origin(
        name=address, key=address, media=found.media, charset=found.charset, url=found.url, exchange=found.exchange
    )
    inside = contents(found.body, origin)
    seen: dict[str, Entry] = {}
    for entry in inside.entries:
        seen.setdefault(entry.digest, entry)
    return Polled(
        origin=origin,
        raw=replace(origin.raw(found.body), uri=found.url),
        validators=Validators(
            etag=_sendable(found.headers.get("etag", "")), modified=_sendable(found.headers.get("last-modified", ""))
        ),
        entries=tuple(seen.values()),
        problems=inside.problems,
        is_sound=inside.is_sound,
        moved=found.url if found.moved else "",
        rest=max(inside.rest, _fresh(found.headers)),
    )


def _fresh(headers: Mapping[str, str]) -> float:
    """For how many seconds more an answer is as good as a new one (RFC 9111), 0 where its server does not say."""
    said = headers.get("cache-control", "").lower()
    longest = _MAX_AGE.search(said)
    if longest is None or "no-cache" in said or "no-store" in said:
        return 0.0
    age = headers.get("age", "").strip()
    return max(0.0, float(longest[1]) - (float(age) if _SECONDS.fullmatch(age) else 0.0))


def _sendable(value: str) -> str:
    """A validator that can be sent back as it came, "" for others."""
    return value if value.isascii() and value.isprintable() and len(value) <= LONGEST else ""


def _called(kind: str) -> str:
    return {"html": "a web page", "text": "a text", "empty": "nothing at all"}.get(kind, kind)


def _no_feed(found: Fetched, what: str) -> str:
    """What is at the address instead of a feed; of a page, the feeds that it names."""
    head = found.body[:HEAD].decode("utf-8", "replace")
    named = [urljoin(found.url, href[1]) for tag in _NAMED.findall(head) if (href := _HREF.search(tag))]
    hint = f"; the page names as its feeds: {', '.join(named[:5])}" if named else ""
    return f"at this address is no RSS, Atom or JSON feed but {what}{hint}"
