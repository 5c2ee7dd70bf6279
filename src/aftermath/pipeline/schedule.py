"""When a feed is asked again: a pure function of how its last run ended."""

from dataclasses import replace
from datetime import datetime, timedelta

from aftermath.model.feed import Feed

DAY = timedelta(days=1)
"""A feed that fails is asked at least once a day, or as seldom as it is asked anyway."""

MOST_PATIENCE = timedelta(days=7)
"""A server that asks for more patience is asked again after a week."""

MOST_REST = DAY
"""A feed that says it stays as it is for longer is asked after a day: some servers say a year of all they have."""

MISSED = ("failed", "refused")


def after(feed: Feed, status: str, now: datetime, wait: float = 0.0, rest: float = 0.0) -> Feed:
    """The feed as it stands after a run that ended now.

    `wait` are the seconds that its server asked for, `rest` those for which the feed is said to stay as it is.
    """
    patience = now + min(timedelta(seconds=min(wait, 1e9)), MOST_PATIENCE) if wait else None
    if status == "gone":
        return replace(feed, due=None, patience=None, misses=feed.misses + 1)
    if status == "interrupted":
        return replace(feed, patience=patience)
    if status == "waiting":
        return replace(feed, due=patience or now + timedelta(seconds=feed.every), patience=patience)
    misses = feed.misses + 1 if status in MISSED else 0
    pause = _pause(timedelta(seconds=feed.every), misses)
    due = now + max(pause, min(timedelta(seconds=min(rest, 1e9)), MOST_REST))
    return replace(feed, due=max(due, patience or due), patience=patience, misses=misses)


def _pause(every: timedelta, misses: int) -> timedelta:
    """Twice as long after every failure in a row, up to a day."""
    return min(every * (1 << min(misses, 20)), max(every, DAY))
