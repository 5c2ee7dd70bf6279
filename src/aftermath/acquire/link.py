"""The page that an entry of a feed links to: which links are followed, and what is taken from them.

Takes the draft that the entry itself makes, gives that of the page, with what only the feed
knew (date, title, author) filled in. Everything here comes from a stranger's feed.
"""

import ipaddress
from collections.abc import Callable
from dataclasses import replace
from urllib.request import getproxies

from aftermath.acquire.draft import Draft, lost
from aftermath.acquire.fetch import Fetched, Missed, fetch
from aftermath.acquire.origin import Origin
from aftermath.acquire.page import host_of, page_draft
from aftermath.acquire.settings import Settings
from aftermath.acquire.sniff import HEAD, kind_of
from aftermath.model import Problem

Get = Callable[[str, Settings], Fetched | Missed]
"""How a page is fetched: `fetch`, or with the manners of one who comes again and again."""


def linked_draft(entry: Draft, feed: Origin, settings: Settings, get: Get = fetch) -> Draft | Problem:
    """The draft of an entry's page, or the problem that kept it from being read."""
    if refusal := _refusal(entry.url, feed.url):
        return lost(entry.name, refusal)
    found = get(entry.url, settings)
    if isinstance(found, Missed):
        return lost(entry.name, found.why)
    if refusal := _refusal(found.url, feed.url):  # where redirects led
        return lost(entry.name, refusal)
    kind = kind_of(found.body[:HEAD], "", found.media)
    if kind.name != "html":
        return lost(entry.name, f"the link leads to no page but to {kind.what or kind.name}")
    origin = Origin(
        name=entry.name, key=entry.key, media=found.media, charset=found.charset, url=found.url, exchange=found.exchange
    )
    page = page_draft(found.body, origin)
    return page if isinstance(page, Problem) else _completed(page, entry)


def _refusal(link: str, feed: str) -> str:
    """Why a link is not followed, "" where it may be."""
    if not link:
        return "the entry has neither content nor a link"
    if not link.lower().startswith(("http://", "https://")):
        return f"the entry's link is no web address: {link[:100]}"
    if feed and is_private(link) and not is_private(feed):
        return f"the entry's link leads into a private network: {link[:100]}"
    return ""


def among_strangers(settings: Settings, source: str) -> Settings:
    """Settings for addresses that a source names: none of private networks, unless it lies in one itself.

    Where a proxy does the fetching, it looks the names up, and only what they say is checked.
    """
    by_proxy = not getproxies().keys().isdisjoint({"http", "https", "all"})
    return settings if by_proxy or is_private(source) else replace(settings, public_only=True)


def is_private(address: str) -> bool:
    """Whether an address names a machine of this network or this machine itself."""
    host = host_of(address)
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith((".localhost", ".local", ".internal")) or "." not in host


def _completed(page: Draft, entry: Draft) -> Draft:
    """The page's draft with the feed's word where the page is silent."""
    return replace(
        page,
        title=page.title or entry.title,
        author=page.author or entry.author,
        published=page.published or entry.published,
    )
