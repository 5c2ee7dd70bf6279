"""When feeds are asked again."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from aftermath.model.feed import RUN_ENDS, Feed
from aftermath.pipeline.schedule import MOST_PATIENCE, after

NOW = datetime(2026, 11, 26, 12)
FEEDS = st.builds(
    Feed,
    number=st.just(1),
    name=st.just("wire"),
    url=st.just("https://example.org/rss"),
    every=st.integers(300, 366 * 86_400),
    added=st.just(NOW),
    added_by=st.just("ana"),
    due=st.just(NOW),
    misses=st.integers(0, 5000),
)
WAITS = st.floats(0, 1e12)


@given(FEEDS, st.sampled_from(sorted(RUN_ENDS)), WAITS)
def test_a_feed_is_never_asked_sooner_than_its_server_wants_nor_forgotten(feed: Feed, status: str, wait: float) -> None:
    made = after(feed, status, NOW, wait)
    if status == "gone":
        assert made.due is None
        return
    assert made.due is not None
    if status != "interrupted":
        assert made.due >= NOW + min(timedelta(seconds=min(wait, 1e9)), MOST_PATIENCE)
    assert made.due <= NOW + max(timedelta(seconds=feed.every), MOST_PATIENCE)


@given(FEEDS, st.integers(1, 12))
def test_failures_in_a_row_make_the_pause_longer_and_a_success_ends_that(feed: Feed, times: int) -> None:
    pauses = []
    for _ in range(times):
        feed = after(feed, "failed", NOW)
        assert feed.due
        pauses.append(feed.due - NOW)
    assert pauses == sorted(pauses)
    assert pauses[-1] <= max(timedelta(seconds=feed.every), timedelta(days=1))
    well = after(feed, "unchanged", NOW)
    assert (well.misses, well.due) == (0, NOW + timedelta(seconds=feed.every))


def test_half_an_hour_that_doubles() -> None:
    feed = Feed(number=1, name="a", url="", every=1800, added=NOW, added_by="ana", due=NOW)
    hours = []
    for _ in range(7):
        feed = after(feed, "refused", NOW)
        assert feed.due
        hours.append((feed.due - NOW) / timedelta(hours=1))
    assert hours == [1, 2, 4, 8, 16, 24, 24]


def test_an_interrupted_run_is_due_still() -> None:
    feed = Feed(number=1, name="a", url="", every=1800, added=NOW, added_by="ana", due=NOW)
    assert after(feed, "interrupted", NOW) == feed
