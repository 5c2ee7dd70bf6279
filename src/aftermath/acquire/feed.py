"""RSS, Atom and JSON feeds: every entry is a report, from its full content or from the page it links to.

Takes the bytes of a feed, gives its entries, or a report or a problem an entry. Where an entry has no full
content its link is fetched; where that fails its summary is read, with a note. Links lead to
pages and texts of the web, never to files or further feeds, nor from a public feed to an
address inside a private network.
"""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from email.utils import parsedate_to_datetime
from hashlib import sha256
from typing import Any

import feedparser

from aftermath.acquire import json_feed
from aftermath.acquire.characters import line
from aftermath.acquire.dates import parse_date
from aftermath.acquire.draft import Draft, finish, lost, noted
from aftermath.acquire.link import linked_draft
from aftermath.acquire.origin import Origin
from aftermath.acquire.page import fragment_text, host_of
from aftermath.acquire.settings import Settings
from aftermath.model import Problem, Report

# Summaries are a sentence or two, of at most 500 characters in the feeds of large outlets; what
# is longer is taken for the article. What stands under `content` is meant as the article, but
# some outlets put their summary there too.
_FULL_SUMMARY = 600
_FULL_CONTENT = 250
_TTL_DIGITS = 6
_CUT = ("…", "...", "[…]", "[...]", "[&hellip;]")
_HARMLESS = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a feed as the draft that it makes; `is_full` where that is the whole article.

    `digest` is of all that the feed says in it, and changes when any of that does.
    """

    draft: Draft
    digest: str
    is_full: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The entries of a feed in its order, and what is wrong with it, fatal where it has none.

    `is_sound` where the feed is well-formed, as an empty one may be. `rest` are the seconds for which
    it says that it stays as it is (`ttl`).
    """

    entries: Iterator[Entry]
    problems: tuple[Problem, ...] = ()
    is_sound: bool = False
    rest: float = 0.0


def contents(raw: bytes, origin: Origin) -> Contents:
    """What is in a feed."""
    nothing: Iterator[Entry] = iter(())
    try:
        feed = json_feed.parsed(raw) if _is_json(raw) else feedparser.parse(io.BytesIO(raw), sanitize_html=False)
    except Exception as error:  # noqa: BLE001 - a hostile feed may raise anything in the parser
        why = f"this feed could not be taken apart ({type(error).__name__}: {line(str(error))})"
        return Contents(entries=nothing, problems=(lost(origin.name, why),))
    fault = _fault(feed)
    if not feed.entries:
        why = f"the feed has no entries{f' that can be read ({fault})' if fault else ''}"
        return Contents(entries=nothing, problems=(lost(origin.name, why),), is_sound=not fault, rest=_rest(feed))
    why = f"the feed is not well-formed ({fault}): {len(feed.entries)} entries were found"
    problems = (noted(origin.name, why),) if fault else ()
    return Contents(entries=_entries(feed, origin), problems=problems, is_sound=not fault, rest=_rest(feed))


def _is_json(raw: bytes) -> bool:
    """Whether it is JSON; in the form of XML nothing stands before the first tag."""
    return raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _rest(feed: Any) -> float:
    minutes = str(feed.feed.get("ttl") or "").strip()
    return 60.0 * int(minutes) if minutes.isascii() and minutes.isdecimal() and len(minutes) <= _TTL_DIGITS else 0.0


def _entries(feed: Any, origin: Origin) -> Iterator[Entry]:
    outlet = line(feed.feed.get("title")) or host_of(origin.url)
    for number, entry in enumerate(feed.entries, 1):
        draft = _entry_draft(entry, replace(origin.part(f"entry {number}"), url=_link(entry)), outlet)
        yield Entry(draft=draft, digest=_digest(entry), is_full=_is_full(entry, draft.text))


def _digest(entry: Any) -> str:
    names = ("id", "link", "title", "author", "published", "updated")
    said = [str(entry.get(name) or "") if name in entry else "" for name in names]  # feedparser gives one for another
    texts = [str(content.get("value") or "") for content in _contents(entry)]
    return sha256(json.dumps([said, texts]).encode()).hexdigest()


def read_feed(raw: bytes, origin: Origin, settings: Settings) -> Iterator[Report | Problem]:
    """The reports of a feed, in its order."""
    found = contents(raw, origin)
    yield from found.problems
    for number, entry in enumerate(found.entries, 1):
        if entry.is_full:
            yield finish(entry.draft, settings)
        else:
            yield _read_linked(entry.draft, origin, settings, follow=number <= settings.max_fetches)


def _fault(feed: Any) -> str:
    """What is wrong with the feed's form, "" where nothing of weight is."""
    fault = feed.get("bozo_exception")
    return line(str(fault)) or type(fault).__name__ if fault and not isinstance(fault, _HARMLESS) else ""


def _link(entry: Any) -> str:
    """The address of an entry's page."""
    return line(entry.get("link"), limit=2000)


def _entry_draft(entry: Any, part: Origin, outlet: str) -> Draft:
    """The draft that an entry itself makes, of its content or its summary.

    The digest is of the content alone: the feed around it changes from hour to hour.
    """
    html = max((str(content.get("value") or "") for content in _contents(entry)), key=len)
    key = line(entry.get("id"), limit=2000) or part.url or part.key
    return Draft(
        name=f"{part.name} ({part.url})" if part.url else part.name,
        key=key,
        raw=part.raw(html.encode("utf-8", "surrogatepass")),
        text=fragment_text(html),
        title=line(entry.get("title"), limit=1000),
        outlet=outlet,
        author=line(entry.get("author")),
        url=part.url,
        published=_published(entry),
    )


def _contents(entry: Any) -> list[Any]:
    """What an entry gives of its text: contents and the summary."""
    return [*entry.get("content", ()), {"value": entry.get("summary")}]


def _published(entry: Any) -> date | None:
    """The day an entry was published, in the time zone it was published in."""
    words = entry.get("published") or entry.get("updated") or ""
    try:
        return parsedate_to_datetime(words).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return parse_date(words) if isinstance(words, str) else None


def _is_full(entry: Any, text: str) -> bool:
    """Whether an entry's own text is the whole article."""
    return len(text) >= (_FULL_CONTENT if entry.get("content") else _FULL_SUMMARY) and not text.endswith(_CUT)


def _read_linked(draft: Draft, feed: Origin, settings: Settings, *, follow: bool) -> Report | Problem:
    """The report of an entry without full content: that of its page, else of its summary."""
    if follow:
        page = linked_draft(draft, feed, settings)
    else:
        page = lost(draft.name, f"only the first {settings.max_fetches} links of a feed are followed")
    if isinstance(page, Draft):
        return finish(page, settings)
    return from_summary(draft, page, settings)


def from_summary(draft: Draft, page: Problem, settings: Settings) -> Report | Problem:
    """The report of an entry's summary where its page could not be read; that problem where it has none."""
    if not draft.text:
        return page
    return finish(replace(draft, notes=(f"only the feed's summary was read: {page.message}",)), settings)
