"""Runs of feeds in the tables: begun, and ended with what they brought and the feed's new state, in one transaction."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import Row, Select, func, insert, select, update

from aftermath.model.feed import CUT_OFF, RUNNING, Failure, Feed, FeedItem, FeedRun
from aftermath.store import feed_rows
from aftermath.store.archive import Holding
from aftermath.store.form import from_text, to_text
from aftermath.store.reports import hold
from aftermath.store.store import Store
from aftermath.store.tables import feed_runs, feeds


def begin_run(store: Store, feed: Feed, now: datetime) -> FeedRun:
    """Note that a feed is being asked."""
    row = {"feed": feed.number, "started": now, "status": RUNNING, "error": "", "note": "", "sha256": ""}
    row |= dict.fromkeys(("new", "known", "failed", "waiting", "bytes"), 0) | {"failures": "[]"}
    with store.database.writing() as connection:
        number = connection.scalar(insert(feed_runs).values(row).returning(feed_runs.c.number))
    return FeedRun(number=number or 0, feed=feed.name, started=now)


def end_run(store: Store, run: FeedRun, feed: Feed, items: Sequence[FeedItem], held: Holding | None) -> None:
    """Keep how a run ended, the feed's state after it, what became of its items, and where its bytes lie."""
    row = asdict(run) | {"failures": to_text(run.failures)}
    state = {name: getattr(feed, name) for name in ("due", "patience", "misses", "etag", "modified")}
    with store.database.writing() as connection:
        if held:
            hold(connection, [held])
        feed_rows.put(connection, run.number, items)
        wanted = {name: row[name] for name in row if name not in {"number", "feed"}}
        connection.execute(update(feed_runs).where(feed_runs.c.number == run.number).values(wanted))
        connection.execute(update(feeds).where(feeds.c.number == feed.number).values(state))


def end_cut_off(store: Store, now: datetime) -> None:
    """Say of runs that were never ended that they were cut off; for whoever knows that none is at work."""
    with store.database.writing() as connection:
        ended = {"status": "interrupted", "finished": now, "error": CUT_OFF}
        connection.execute(update(feed_runs).where(feed_runs.c.status == RUNNING).values(ended))


def known_items(store: Store, digests: Sequence[str]) -> dict[str, FeedItem]:
    """What became of those of these items that were met before, in any feed."""
    with store.database.reading() as connection:
        return feed_rows.known(connection, digests)


def runs_of(store: Store, name: str = "", limit: int = 100) -> list[FeedRun]:
    """The last runs, the newest first, of all feeds or of those that have or had a name."""
    chosen = _with_names().order_by(feed_runs.c.number.desc()).limit(limit)
    with store.database.reading() as connection:
        rows = connection.execute(chosen.where(feeds.c.name == name) if name else chosen)
        return [_run(row) for row in rows]


def last_runs(store: Store) -> dict[int, FeedRun]:
    """The last run of each feed that had one, by the feed's number."""
    last = select(func.max(feed_runs.c.number)).group_by(feed_runs.c.feed)
    with store.database.reading() as connection:
        rows = connection.execute(_with_names().where(feed_runs.c.number.in_(last)))
        return {row.number_of_feed: _run(row) for row in rows}


def _with_names() -> Select[tuple[object, ...]]:
    columns = [feed_runs.c[name] for name in FeedRun.__dataclass_fields__ if name != "feed"]
    chosen = select(*columns, feeds.c.name.label("feed"), feeds.c.number.label("number_of_feed"))
    return chosen.join(feeds, feeds.c.number == feed_runs.c.feed)


def _run(row: Row[tuple[object, ...]]) -> FeedRun:
    plain = {name: row._mapping[name] for name in FeedRun.__dataclass_fields__}
    return FeedRun(**plain | {"failures": from_text(tuple[Failure, ...], plain["failures"])})
