"""The page that an entry of a feed links to: which links are followed, and what is taken from them.

Takes the draft that the entry itself makes, gives that of the page, with what only the feed
knew (date, title, author) filled in. Everything here comes from a stranger's feed.
"""

import ipaddress
from dataclasses import replace

from aftermath.acquire.draft import Draft, lost
from aftermath.acquire.fetch import fetch
from aftermath.acquire.origin import Origin
from aftermath.acquire.page import host_of, page_draft
from aftermath.acquire.settings import Settings
from aftermath.acquire.sniff import HEAD, kind_of
from aftermath.model import Problem


def linked_draft(entry: Draft, feed: Origin, settings: Settings) -> Draft | Problem:
    """The draft of an entry's page, or the problem that kept it from being read."""
    if refusal := _refusal(entry.url, feed.url):
        return lost(entry.name, refusal)
    found = fetch(entry.url, settings)
    if isinstance(found, str):
        return lost(entry.name, found)
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
    if feed and _is_private(link) and not _is_private(feed):
        return f"the entry's link leads into a private network: {link[:100]}"
    return ""


def _is_private(address: str) -> bool:
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
