"""JSON Feed (jsonfeed.org, versions 1 and 1.1): taken apart into the form in which feedparser gives RSS and Atom.

Takes the bytes of a feed, gives its title and entries. What is in the entries is for `feed`.
"""

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from feedparser import FeedParserDict

from aftermath.acquire.encoding import decode


def parsed(raw: bytes) -> FeedParserDict:
    """The feed; `ValueError` where it is none, an odd item as its `bozo_exception`."""
    feed = json.loads(decode(raw).text)
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise ValueError("a JSON feed is an object with a list of items")
    whole = [item for item in items if isinstance(item, dict)]
    found: dict[str, Any] = {"feed": {"title": _text(feed, "title")}, "entries": [_entry(item) for item in whole]}
    if len(whole) < len(items):
        found["bozo_exception"] = ValueError(f"{len(items) - len(whole)} of its items are no objects")
    return FeedParserDict(found)


def _entry(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item by feedparser's names, what it lacks left out."""
    texts = [_text(item, "content_html"), _as_html(_text(item, "content_text"))]
    said = {
        "id": _text(item, "id"),
        "link": _text(item, "url") or _text(item, "external_url"),
        "title": _text(item, "title"),
        "author": ", ".join(_authors(item)),
        "published": _text(item, "date_published"),
        "updated": _text(item, "date_modified"),
        "summary": _as_html(_text(item, "summary")),
        "content": [{"value": text} for text in texts if text],
    }
    return {name: value for name, value in said.items() if value}


def _authors(item: Mapping[str, Any]) -> Iterator[str]:
    """Their names; version 1 had one author."""
    listed = item.get("authors")
    for author in listed if isinstance(listed, list) else [item.get("author")]:
        if isinstance(author, dict) and (name := _text(author, "name")):
            yield name


def _text(item: Mapping[str, Any], key: str) -> str:
    """What stands under a key; an id may be a number."""
    value = item.get(key)
    return value if isinstance(value, str) else str(value) if isinstance(value, int | float) else ""


def _as_html(text: str) -> str:
    """Plain text as the paragraphs that it has."""
    parts = (part.strip() for part in text.split("\n\n"))
    return "".join(f"<p>{escape(part)}</p>" for part in parts if part)
