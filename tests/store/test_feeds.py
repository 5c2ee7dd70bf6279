"""Feeds in the store: the list, the runs, their items, and what the audit log knows of them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from aftermath.model import Misuse
from aftermath.model.feed import CUT_OFF, Failure, FeedItem
from aftermath.store import Store, open_store
from aftermath.store.address import address_of
from aftermath.store.alone import asking_feeds
from aftermath.store.feed_runs import begin_run, end_cut_off, end_run, known_items, last_runs, runs_of
from aftermath.store.feeds import add_feed, all_feeds, feeds_named, remove_feed
from aftermath.store.form import to_text
from aftermath.store.migrate import MIGRATIONS, VERSION_TABLE
from aftermath.store.reports import Keeping
from aftermath.store.tables import VERSION
from linking_keys import keyed

URL = "https://news.example.org/rss"
NOON = datetime(2026, 11, 26, 12)
RECORDS = keyed().records[:3]


def test_the_list(store: Store) -> None:
    made = add_feed(store, URL, every=1800, by="ana")
    other = add_feed(store, URL + "2", every=300, by="ana")
    assert (made.name, other.name) == ("news.example.org", "news.example.org-2")
    assert all_feeds(store) == [made, other]
    assert feeds_named(store, [other.name, made.name, other.name]) == [other, made]
    assert remove_feed(store, made.name, by="omar") == made
    assert all_feeds(store) == [other]
    again = add_feed(store, URL, name="wire", every=1800, by="omar")
    assert again.number not in {made.number, other.number}
    assert list(store.verify()) == []


@pytest.mark.parametrize(
    ("url", "name", "every", "message"),
    [
        ("file:///etc/hosts", "", 1800, "http:// or https://"),
        ("https://", "", 1800, "http:// or https://"),
        ("https://a b/", "", 1800, "no spaces"),
        ("https://ana:secret@h.org/", "", 1800, "leave it out"),
        (URL, "x" * 101, 1800, "100 letters"),
        (URL, "--all", 1800, "does not begin with -"),
        (URL, "", 299, "every 5 minutes at most"),
        (URL + "/there", "", 1800, "is the feed there already"),
        (URL, "there", 1800, "a feed there already"),
    ],
)
def test_what_is_no_feed(store: Store, url: str, name: str, every: int, message: str) -> None:
    add_feed(store, URL + "/there", name="there", every=1800, by="ana")
    with pytest.raises(Misuse, match=message) as raised:
        add_feed(store, url, name=name, every=every, by="ana")
    assert "secret" not in str(raised.value)
    assert len(all_feeds(store)) == 1


def test_names_that_are_not_there(store: Store) -> None:
    with pytest.raises(Misuse, match="no feed wire"):
        remove_feed(store, "wire", by="ana")
    with pytest.raises(Misuse, match="no feed wire, web"):
        feeds_named(store, ["wire", "web"])


def test_a_run(store: Store) -> None:
    feed = add_feed(store, URL, name="wire", every=1800, by="ana")
    run = begin_run(store, feed, NOON)
    assert last_runs(store) == {feed.number: run}
    failure = Failure(item="entry 2", cause="the server answered 500", tries=1)
    items = [FeedItem(digest="a", report="r"), FeedItem(digest="b", tries=1, cause=failure.cause)]
    ended = replace(run, finished=NOON, status="partial", new=1, failed=1, bytes=3_000_000_000, failures=(failure,))
    after = replace(feed, due=datetime(2026, 11, 27), misses=2, etag='"x"', modified="then")
    end_run(store, ended, after, items, None)
    assert runs_of(store) == runs_of(store, "wire") == [ended]
    assert runs_of(store, "web") == []
    assert all_feeds(store) == [after]
    assert known_items(store, ["a", "b", "c"]) == {item.digest: item for item in items}
    again = replace(items[1], tries=2)
    end_run(store, begin_run(store, feed, NOON), after, [again], None)
    assert known_items(store, ["b"]) == {"b": again}
    remove_feed(store, "wire", by="ana")
    assert len(runs_of(store, "wire")) == 2


def test_a_run_that_was_cut_off_is_said_to_be(store: Store) -> None:
    feed = add_feed(store, URL, name="wire", every=1800, by="ana")
    begin_run(store, feed, NOON)
    end_cut_off(store, NOON)
    (run,) = runs_of(store)
    assert (run.status, run.error, run.finished) == ("interrupted", CUT_OFF, NOON)
    assert all_feeds(store) == [feed]


def test_items_are_kept_with_their_reports_or_not_at_all(store: Store) -> None:
    feed = add_feed(store, URL, name="wire", every=1800, by="ana")
    run = begin_run(store, feed, NOON)
    many = [FeedItem(digest=f"d{n}", report=RECORDS[0].report.id) for n in range(1500)]
    store.keep(RECORDS, Keeping(items=many, run=run.number))
    assert len(known_items(store, [item.digest for item in many])) == 1500
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        store.keep(keyed().records[3:5], Keeping(items=[FeedItem(digest="e")], run=99))
    assert store.size()[0] == len(RECORDS)


def test_only_one_asks_at_a_time(address: str, tmp_path: Path) -> None:
    with open_store(address, create=True) as one, open_store(address) as other:
        with asking_feeds(one):  # noqa: SIM117 - only the second is to fail
            with pytest.raises(Misuse, match="another `aftermath feed run` is at work"), asking_feeds(other):
                pass
        with asking_feeds(other):
            add_feed(one, URL, every=1800, by="ana")


def test_a_feed_altered_behind_the_logs_back_is_found(address: str, tmp_path: Path) -> None:
    with open_store(address, create=True, archive=tmp_path / "a") as store:
        add_feed(store, URL, name="wire", every=1800, by="ana")
        engine = create_engine(address_of(address).url)
        with engine.begin() as connection:
            connection.execute(text("UPDATE feeds SET url = 'https://elsewhere.example.org/'"))
        assert [str(found.about) for found in store.verify()] == ["feed wire"]
        with engine.begin() as connection:
            connection.execute(text("DELETE FROM feeds"))
        assert [found.about for found in store.verify()] == ["feed 1"]
        engine.dispose()


@pytest.mark.parametrize("step", [f"{number:04}" for number in range(2, int(VERSION))])
def test_a_store_of_every_version_before_is_brought_up(new_address: Callable[[], str], step: str) -> None:
    """Its reports and their entries in the log are there afterwards, and feeds can be added."""
    address = new_address()
    engine = create_engine(address_of(address).url)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, step)
        assert connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")) == step
        for record in RECORDS:
            row = {"id": record.report.id, "sha256": record.report.sha256, "record": to_text(record)}
            connection.execute(text("INSERT INTO reports (id, sha256, record) VALUES (:id, :sha256, :record)"), row)
    with open_store(address) as store:
        assert store.kept([record.report.id for record in RECORDS]).keys() == {r.report.id for r in RECORDS}
        add_feed(store, URL, every=1800, by="ana")
    with engine.connect() as connection:
        assert connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")) == VERSION
    engine.dispose()
