"""Feeds asked for what is new, one after the other: acquired, read, stored and linked, every run recorded.

Takes feeds of a store, gives a run for each. An item that was collected is not fetched again,
whatever else the feed changes; one that fails is tried again in later runs, a few times. What
its server said of a feed's state is kept only when all that the feed named was collected, so
that a run which was cut off is made up for by the next.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from aftermath import acquire
from aftermath.acquire.manners import Manners
from aftermath.acquire.page import host_of
from aftermath.acquire.poll import Unread, Validators, poll
from aftermath.model.feed import Feed, FeedItem, FeedRun
from aftermath.pipeline.archiving import Arrivals
from aftermath.pipeline.collect import Read, take_in
from aftermath.pipeline.linking import link_waiting
from aftermath.pipeline.reader_version import reader_version
from aftermath.pipeline.schedule import after
from aftermath.pipeline.settings import Settings
from aftermath.pipeline.visit import Visit
from aftermath.store import Holding, Keeping, Store
from aftermath.store.alone import asking_feeds
from aftermath.store.feed_runs import begin_run, end_cut_off, end_run, known_items
from aftermath.store.feeds import all_feeds


def now() -> datetime:
    """The time in UTC, as the store holds it."""
    return datetime.now(UTC).replace(tzinfo=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What all feeds that are asked one after the other have in common; `by` is who asks, for the audit log."""

    store: Store
    settings: Settings
    read: Read
    manners: Manners
    by: str = "aftermath"
    clock: Callable[[], datetime] = now


def due(feeds: Iterable[Feed], moment: datetime) -> list[Feed]:
    """Those feeds that are to be asked by now, the longest due first."""
    waiting = [(feed.due, feed.name, feed) for feed in feeds if feed.due and feed.due <= moment]
    return [feed for *_, feed in sorted(waiting, key=lambda entry: entry[:2])]


def ask(feeds: Iterable[Feed], around: Round) -> Iterator[FeedRun]:
    """Ask feeds one after the other; `Misuse` where another process asks this store's feeds."""
    arrivals = Arrivals(around.store)
    with asking_feeds(around.store):
        end_cut_off(around.store, around.clock())
        _leave_alone(around)
        for feed in feeds:
            yield _asked(feed, around, arrivals)


def _leave_alone(around: Round) -> None:
    """The hosts that asked for patience in a run before, in whichever feed."""
    moment = around.clock()
    feeds = [(feed.patience, feed) for feed in all_feeds(around.store) if feed.patience and feed.patience > moment]
    for until, feed in sorted(feeds, key=lambda entry: entry[0]):
        host = host_of(feed.url)
        why = f"{host} asked not to be asked before {until:%Y-%m-%d %H:%M} UTC"
        around.manners.close(host, why, (until - moment).total_seconds())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Result:
    """A run as it ended, its items, and where its bytes lie.

    `wait` are the seconds that its server asked for, `rest` those for which the feed is said to stay as it is.
    """

    run: FeedRun
    wait: float = 0.0
    rest: float = 0.0
    items: tuple[FeedItem, ...] = ()
    held: Holding | None = None


def _asked(feed: Feed, around: Round, arrivals: Arrivals) -> FeedRun:
    """One run of one feed."""
    run = begin_run(around.store, feed, around.clock())
    settings = acquire.Settings(published=around.settings.published, keep=arrivals.note)
    found = poll(feed.url, Validators(etag=feed.etag, modified=feed.modified), settings, around.manners)
    if isinstance(found, Unread):
        run = replace(run, status=found.status, error=found.why, bytes=around.manners.received)
        return _ended(feed, _Result(run=run, wait=found.wait, rest=found.rest), around)
    held = arrivals.held(found.raw)
    known = known_items(around.store, [entry.digest for entry in found.entries])
    visit = Visit(polled=found, settings=settings, manners=around.manners, known=known)
    new = _take_in(visit, run, around, arrivals) if visit.fresh else 0
    run = replace(visit.closed(run, around.store, new), bytes=around.manners.received)
    if run.is_complete and found.is_sound:
        feed = replace(feed, etag=found.validators.etag, modified=found.validators.modified)
    rest = found.rest if run.is_complete else 0.0
    return _ended(feed, _Result(run=run, wait=visit.wait, rest=rest, items=visit.outcomes, held=held), around)


def _take_in(visit: Visit, run: FeedRun, around: Round, arrivals: Arrivals) -> int:
    """Read and keep the fresh items of a feed, and link them; returns how many reports were new."""
    keeping = Keeping(by=around.by, reader=reader_version(around.settings.pipeline), run=run.number)
    done = take_in(
        visit.items(),
        around.store,
        arrivals,
        lambda items: visit.watched(around.read(items)),
        lambda records: replace(keeping, items=visit.became(records)),
    )
    link_waiting(around.store)
    return done.new


def _ended(feed: Feed, result: _Result, around: Round) -> FeedRun:
    """Keep how a run ended."""
    moment = around.clock()
    run = replace(result.run, finished=moment)
    end_run(around.store, run, after(feed, run.status, moment, result.wait, result.rest), result.items, result.held)
    return run
