"""The list of feeds in the tables. Adding and removing one is in the audit log; removed ones keep their runs."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from sqlalchemy import Connection, insert, select, update

from aftermath.model import Misuse
from aftermath.model.feed import Feed
from aftermath.store import chain
from aftermath.store.feed_rows import COLUMNS, feed_in, payload_of
from aftermath.store.store import Store
from aftermath.store.tables import feeds

LEAST = 300
"""Seconds between two runs of a feed: news feeds say themselves to be good for five minutes or more."""


def add_feed(store: Store, url: str, *, name: str = "", every: int, by: str) -> Feed:
    """Put a feed on the list; `Misuse` where it is there, its name is taken, or it cannot be asked."""
    _check(url, name, every)
    with store.database.writing() as connection:
        there = _listed(connection)
        for feed in there:
            if feed.url == url:
                raise Misuse(f"that is the feed {feed.name} already")
            if feed.name == name:
                raise Misuse(f"there is a feed {name} already: give this one another name")
        now = datetime.now(UTC).replace(tzinfo=None)
        row = {"name": name or _free_name(url, {feed.name for feed in there}), "url": url, "every": every}
        row |= {"added": now, "added_by": by, "due": now, "misses": 0, "etag": "", "modified": ""}
        number = connection.scalar(insert(feeds).values(row).returning(feeds.c.number))
        made = feed_in(connection.execute(select(*COLUMNS).where(feeds.c.number == number)).one())
        deed = chain.Deed(actor=by, action="feed", subject=str(number), payload=payload_of(made))
        chain.append(connection, [deed])
    return made


def remove_feed(store: Store, name: str, *, by: str) -> Feed:
    """Take a feed off the list; what it brought stays, and so does the record of its runs."""
    with store.database.writing() as connection:
        feed = next((feed for feed in _listed(connection) if feed.name == name), None)
        if feed is None:
            raise Misuse(f"there is no feed {name}")
        removed = datetime.now(UTC).replace(tzinfo=None)
        connection.execute(update(feeds).where(feeds.c.number == feed.number).values(removed=removed))
        chain.append(
            connection,
            [chain.Deed(actor=by, action="feed removed", subject=str(feed.number), payload=removed.isoformat())],
        )
    return feed


def all_feeds(store: Store) -> list[Feed]:
    """The feeds on the list, by name."""
    with store.database.reading() as connection:
        return _listed(connection)


def feeds_named(store: Store, names: list[str]) -> list[Feed]:
    """The feeds of these names, in their order; `Misuse` where there is none of a name."""
    there = {feed.name: feed for feed in all_feeds(store)}
    if unknown := [name for name in names if name not in there]:
        raise Misuse(f"there is no feed {', '.join(unknown)}: `aftermath feed list` lists them")
    return [there[name] for name in dict.fromkeys(names)]


def _listed(connection: Connection) -> list[Feed]:
    chosen = select(*COLUMNS).where(feeds.c.removed.is_(None)).order_by(feeds.c.name)
    return [feed_in(row) for row in connection.execute(chosen)]


def _check(url: str, name: str, every: int) -> None:
    parts = urlsplit(url)
    if parts.scheme.lower() not in {"http", "https"} or not parts.hostname or url != "".join(url.split()):
        raise Misuse(f"{url}: a feed's address begins with http:// or https:// and has no spaces")
    if parts.username or parts.password:
        raise Misuse(
            "the address holds a name or password, which would stand in lists, logs and archives: leave it out"
        )
    if len(name) > 100 or name != name.strip() or not (name.isprintable() and not name.startswith("-")):
        raise Misuse("a feed's name has at most 100 letters, no spaces around it, and does not begin with -")
    if every < LEAST:
        raise Misuse(f"a feed is asked every {LEAST // 60} minutes at most")


def _free_name(url: str, taken: set[str]) -> str:
    """A name made of the host, numbered where that is taken."""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    number = 1
    while (name := host if number == 1 else f"{host}-{number}") in taken:
        number += 1
    return name
