"""Rows of feeds, and of their items: what became of each, by the digest of what the feed said in it."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection, Row, delete, insert, select

from aftermath.model.feed import Feed, FeedItem
from aftermath.store.form import to_text
from aftermath.store.tables import feed_items, feeds

CHUNK = 500
"""Parameters of one statement; SQLite's oldest limit is 999."""

COLUMNS = [feeds.c[name] for name in Feed.__dataclass_fields__]


def feed_in(row: Row[tuple[object, ...]]) -> Feed:
    """The feed of a row of `COLUMNS`."""
    return Feed(**row._mapping)


def payload_of(feed: Feed) -> str:
    """What the audit log keeps a digest of: what a person decided."""
    return to_text((feed.name, feed.url, str(feed.every), feed.added.isoformat(), feed.added_by))


def put(connection: Connection, run: int, items: Sequence[FeedItem]) -> None:
    """Say what became of items in a run, in the place of what was said of them before."""
    rows = {item.digest: {**asdict(item), "run": run} for item in items}
    digests = list(rows)
    for start in range(0, len(digests), CHUNK):
        some = digests[start : start + CHUNK]
        connection.execute(delete(feed_items).where(feed_items.c.digest.in_(some)))
        connection.execute(insert(feed_items), [rows[digest] for digest in some])


def known(connection: Connection, digests: Sequence[str]) -> dict[str, FeedItem]:
    """What became of those of these items that were met before."""
    found: dict[str, FeedItem] = {}
    columns = (feed_items.c.digest, feed_items.c.report, feed_items.c.tries, feed_items.c.cause)
    for start in range(0, len(digests), CHUNK):
        chosen = select(*columns).where(feed_items.c.digest.in_(digests[start : start + CHUNK]))
        found.update((row.digest, FeedItem(**row._mapping)) for row in connection.execute(chosen))
    return found
