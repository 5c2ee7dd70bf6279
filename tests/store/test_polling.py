"""Feeds asked again and again: nothing twice, nothing lost, and nobody pestered."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.feeding import Answer, Outlet, item, outlet, packed, rss, words

from aftermath.acquire.manners import Manners
from aftermath.model import Problem, Record, Report
from aftermath.model.feed import FeedRun
from aftermath.pipeline import Settings
from aftermath.pipeline.collect import collect
from aftermath.pipeline.polling import Round, ask, due
from aftermath.pipeline.visit import TRIES
from aftermath.store import Store
from aftermath.store.feed_runs import runs_of
from aftermath.store.feeds import add_feed, all_feeds
from store.reading import reading

NOON = datetime(2026, 11, 26, 12)


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[Outlet]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with outlet() as running:
        yield running


def asked(store: Store, url: str, at: datetime = NOON, read: Any = reading) -> FeedRun:
    """One run of the feed at an address, put on the list where it is not."""
    feeds = [feed for feed in all_feeds(store) if feed.url == url]
    feed = feeds[0] if feeds else add_feed(store, url, every=1800, by="ana")
    around = Round(store=store, settings=Settings(), read=read, manners=Manners(0), by="ana", clock=lambda: at)
    (run,) = ask([feed], around)
    assert runs_of(store, limit=1) == [run]
    return run


def counts(run: FeedRun) -> tuple[str, int, int, int, int]:
    return run.status, run.new, run.known, run.failed, run.waiting


def due_in(store: Store) -> timedelta | None:
    (feed,) = all_feeds(store)
    return feed.due - NOON if feed.due else None


def test_what_is_new_is_collected_once(store: Store, wire: Outlet) -> None:
    wire.publish(3, etag='"a"')
    first = asked(store, wire.url + "/feed")
    assert counts(first) == ("new", 3, 0, 0, 0)
    assert wire.paths == ["/feed", "/0", "/1", "/2"]
    assert due_in(store) == timedelta(minutes=30)
    wire.asked.clear()
    second = asked(store, wire.url + "/feed")
    assert counts(second) == ("unchanged", 0, 0, 0, 0)
    assert [(path, headers.get("If-None-Match")) for path, headers in wire.asked] == [
        ("/robots.txt", None),
        ("/feed", '"a"'),
    ]
    wire.publish(4, etag='"b"')
    wire.asked.clear()
    assert counts(asked(store, wire.url + "/feed")) == ("new", 1, 3, 0, 0)
    assert wire.paths == ["/feed", "/3"]
    assert store.size()[0] == 4


@pytest.mark.parametrize(
    ("headers", "minutes"),
    [
        pytest.param({"Cache-Control": "public, max-age=7200"}, 120, id="longer than asked for"),
        pytest.param({"Cache-Control": "max-age=7200", "Age": "1800"}, 90, id="on the way for half an hour"),
        pytest.param({"Cache-Control": "max-age=60"}, 30, id="shorter"),
        pytest.param({"Cache-Control": "no-cache, max-age=7200"}, 30, id="to be asked for anew"),
        pytest.param({"Cache-Control": "s-maxage=7200"}, 30, id="for shared caches"),
        pytest.param({"Cache-Control": "max-age=31536000"}, 1440, id="a day at most"),
        pytest.param({"Cache-Control": "max-age=soon"}, 30, id="nonsense"),
    ],
)
def test_a_feed_is_left_alone_for_as_long_as_it_stays(
    store: Store, wire: Outlet, headers: dict[str, str], minutes: int
) -> None:
    wire.publish(1, etag='"a"', **headers)
    assert asked(store, wire.url + "/feed").status == "new"
    assert due_in(store) == timedelta(minutes=minutes)


def test_a_feed_says_itself_how_long_it_stays(store: Store, wire: Outlet) -> None:
    wire.publish(1)
    body = rss(item(wire.url + "/0")).replace(b"<channel>", b"<channel><ttl>45</ttl>")
    wire.answers["/feed"] = Answer(body, headers={"Content-Type": "application/rss+xml"})
    asked(store, wire.url + "/feed")
    assert due_in(store) == timedelta(minutes=45)


def test_a_json_feed_is_collected(store: Store, wire: Outlet) -> None:
    wire.publish(2)
    items = [{"id": f"{number}", "url": f"{wire.url}/{number}"} for number in range(2)]
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Wire", "items": items}).encode()
    wire.answers["/feed"] = Answer(body, headers={"Content-Type": "application/feed+json"})
    assert counts(asked(store, wire.url + "/feed")) == ("new", 2, 0, 0, 0)
    assert counts(asked(store, wire.url + "/feed")) == ("nothing new", 0, 2, 0, 0)


def test_its_bytes_and_its_pages_are_archived(store: Store, wire: Outlet) -> None:
    wire.publish(2)
    run = asked(store, wire.url + "/feed")
    assert store.archive
    held = store.holdings([run.sha256])[run.sha256]
    assert store.archive.read(held).startswith(b"<?xml")
    assert list(store.verify()) == []
    path = store.archive.folder / held.file
    path.write_bytes(b"x" + path.read_bytes()[1:])
    assert [found.about for found in store.verify()] == [f"archive, bytes of feed run {run.number}"]


def test_the_day_of_the_last_change_is_sent_back(store: Store, wire: Outlet) -> None:
    day = "Wed, 12 Jun 2024 08:00:00 GMT"
    wire.publish(1, **{"Last-Modified": day})
    asked(store, wire.url + "/feed")
    asked(store, wire.url + "/feed")
    assert [headers.get("If-Modified-Since") for path, headers in wire.asked if path == "/feed"] == [None, day]


@pytest.mark.parametrize("etag", ['"Ø"', '"' + "a" * 600 + '"'])
def test_a_validator_that_cannot_be_sent_back_is_not(store: Store, wire: Outlet, etag: str) -> None:
    wire.publish(1, etag=etag)
    asked(store, wire.url + "/feed")
    assert counts(asked(store, wire.url + "/feed")) == ("nothing new", 0, 1, 0, 0)


def test_a_page_that_changes_with_every_request_is_read_once(store: Store, wire: Outlet) -> None:
    wire.publish(1)
    body = wire.answers["/0"].body  # type: ignore[union-attr]
    wire.answers["/0"] = lambda handler: Answer(body + b"<!-- %d -->" % len(wire.asked))
    for _ in range(3):
        asked(store, wire.url + "/feed")
    assert store.size()[0] == 1
    assert wire.paths.count("/0") == 1


def test_an_entry_that_changes_is_read_again(store: Store, wire: Outlet) -> None:
    full = [f"<p>{words(n)}</p>" for n in (1, 2)]
    wire.answers["/feed"] = Answer(rss(item("https://example.org/1", content=full[0])))
    assert asked(store, wire.url + "/feed").new == 1
    wire.answers["/feed"] = Answer(rss(item("https://example.org/1", content=full[1])))
    assert asked(store, wire.url + "/feed").new == 1


def test_an_entry_in_two_feeds_is_fetched_once(store: Store, wire: Outlet) -> None:
    wire.publish(2)
    wire.answers["/other"] = wire.answers["/feed"]
    asked(store, wire.url + "/feed")
    assert counts(asked(store, wire.url + "/other")) == ("nothing new", 0, 2, 0, 0)
    assert wire.paths.count("/0") == 1


def test_what_was_collected_by_hand_is_known(store: Store, wire: Outlet) -> None:
    wire.publish(2)
    collect([wire.url + "/feed"], store, Settings(), reading)
    assert counts(asked(store, wire.url + "/feed")) == ("nothing new", 0, 2, 0, 0)


def test_an_item_that_fails_is_named_and_tried_again(store: Store, wire: Outlet) -> None:
    wire.publish(3, etag='"a"')
    good = wire.answers["/1"]
    wire.answers["/1"] = Answer(status=500)
    run = asked(store, wire.url + "/feed")
    assert counts(run) == ("partial", 2, 0, 1, 0)
    (failure,) = run.failures
    assert wire.url + "/1" in failure.item
    assert (failure.cause, failure.tries, failure.given_up) == (
        "the server answered 500 Internal Server Error",
        1,
        False,
    )
    wire.answers["/1"] = good
    wire.asked.clear()
    assert counts(asked(store, wire.url + "/feed")) == ("new", 1, 2, 0, 0)
    assert wire.paths == ["/feed", "/1"]
    assert asked(store, wire.url + "/feed").status == "unchanged"


def test_at_the_last_try_the_summary_will_do_and_without_one_it_is_given_up(store: Store, wire: Outlet) -> None:
    summary = "Shells hit a market in Kassala, Sudan, killing nine people, residents said."
    links = [wire.url + path for path in ("/gone", "/lost")]
    wire.answers["/feed"] = Answer(
        rss(item(links[0], summary=summary), item(links[1], summary="")), headers={"ETag": "e"}
    )
    for number in range(1, TRIES):
        run = asked(store, wire.url + "/feed")
        assert [failure.tries for failure in run.failures] == [number, number]
    run = asked(store, wire.url + "/feed")
    assert counts(run) == ("new", 1, 0, 1, 0)
    assert run.failures[0].given_up
    wire.asked.clear()
    assert counts(asked(store, wire.url + "/feed")) == ("nothing new", 0, 2, 0, 0)
    assert wire.paths == ["/feed"]


def test_what_another_try_cannot_help_is_given_up_at_once(store: Store, wire: Outlet) -> None:
    arabic = "<p>" + "قال سكان إن قذائف أصابت سوقا في مدينة الأبيض وقتلت تسعة أشخاص. " * 12 + "</p>"
    wire.answers["/feed"] = Answer(rss(item("https://example.org/ar", content=arabic)))
    run = asked(store, wire.url + "/feed")
    assert counts(run) == ("nothing new", 0, 0, 1, 0)
    assert "Arabic" in run.failures[0].cause
    assert run.failures[0].given_up
    assert counts(asked(store, wire.url + "/feed")) == ("nothing new", 0, 1, 0, 0)


@pytest.mark.parametrize(
    ("answer", "status", "message", "wait"),
    [
        (Answer(status=500), "failed", "500 Internal Server Error", timedelta(hours=1)),
        (Answer(status=429, headers={"Retry-After": "7200"}), "failed", "asks to wait 7,200 s", timedelta(hours=2)),
        (Answer(status=503, headers={"Retry-After": "60"}), "failed", "asks to wait 60 s", timedelta(hours=1)),
        (Answer(status=429, headers={"Retry-After": "soon"}), "failed", "429 Too Many", timedelta(hours=1)),
        (Answer(status=429, headers={"Retry-After": "9" * 30}), "failed", "asks to wait", timedelta(days=7)),
        (Answer(status=410), "gone", "410 Gone", None),
        (
            Answer(b"<html><body><p>Hello</p></body></html>"),
            "failed",
            "no RSS, Atom or JSON feed but a web page",
            timedelta(hours=1),
        ),
        (Answer(b"Ten people were killed."), "failed", "but a text", timedelta(hours=1)),
        (Answer(b""), "failed", "nothing at all", timedelta(hours=1)),
        (Answer(b"%PDF-1.7"), "failed", "but a PDF document", timedelta(hours=1)),
        (Answer(b"<rss version='2.0'><chan"), "failed", "no entries that can be read", timedelta(hours=1)),
        (Answer(b"<rss>" + b"a" * 11_000_000), "failed", "larger than 10 MB", timedelta(hours=1)),
        (Answer(status=302, headers={"Location": "/feed"}), "failed", "more than 5 redirects", timedelta(hours=1)),
    ],
)
def test_a_feed_that_gives_nothing(
    store: Store, wire: Outlet, answer: Answer, status: str, message: str, wait: timedelta | None
) -> None:
    wire.answers["/feed"] = answer
    run = asked(store, wire.url + "/feed")
    assert counts(run) == (status, 0, 0, 0, 0)
    assert message in run.error
    assert due_in(store) == wait
    wire.publish(1)
    assert asked(store, wire.url + "/feed", NOON + timedelta(days=8)).status == "new"
    assert all_feeds(store)[0].misses == 0


def test_an_empty_feed_is_no_failure(store: Store, wire: Outlet) -> None:
    wire.answers["/feed"] = Answer(rss())
    run = asked(store, wire.url + "/feed")
    assert counts(run) == ("nothing new", 0, 0, 0, 0)
    assert "no entries" in run.note


def test_a_page_names_its_feeds(store: Store, wire: Outlet) -> None:
    link = b"<link rel='alternate' type='application/rss+xml' href='/feed'>"
    wire.answers["/"] = Answer(b"<!doctype html><html><head>" + link + b"</head></html>")
    assert f"the page names as its feeds: {wire.url}/feed" in asked(store, wire.url + "/").error


def test_packed_feeds_are_read(store: Store, wire: Outlet) -> None:
    wire.publish(1)
    wire.answers["/feed"] = packed(rss(item(wire.url + "/0")))
    assert asked(store, wire.url + "/feed").new == 1
    assert list(store.verify()) == []


def test_a_feed_that_moved_for_good_is_read_and_says_so(store: Store, wire: Outlet) -> None:
    wire.publish(1)
    wire.answers["/old"] = Answer(status=301, headers={"Location": "/feed"})
    run = asked(store, wire.url + "/old")
    assert counts(run) == ("new", 1, 0, 0, 0)
    assert f"moved for good to {wire.url}/feed" in run.note
    wire.answers["/now"] = Answer(status=302, headers={"Location": "/feed"})
    assert asked(store, wire.url + "/now").note == ""


def test_a_malformed_feed_is_asked_for_in_full_again(store: Store, wire: Outlet) -> None:
    """It may have been cut short on the way: what stood behind must not be taken for seen."""
    wire.publish(2, etag='"a"')
    whole = rss(item(wire.url + "/0"), item(wire.url + "/1"))
    wire.answers["/feed"] = Answer(whole[: whole.index(b"<item>", 250)] + b"<item><title>Cu", headers={"ETag": '"a"'})
    assert asked(store, wire.url + "/feed").new == 1
    wire.publish(2, etag='"a"')
    assert counts(asked(store, wire.url + "/feed")) == ("new", 1, 1, 0, 0)


@pytest.mark.parametrize(
    ("robots", "feed", "pages"),
    [
        (Answer(b"User-agent: *\nDisallow: /feed"), "refused", 0),
        (Answer(b"User-agent: aftermath\nDisallow: /\n\nUser-agent: *\nDisallow:"), "refused", 0),
        (Answer(b"User-agent: *\nDisallow: /0"), "new", 1),
        (Answer(b"User-agent: other\nDisallow: /"), "new", 2),
        (Answer(b"<html>nothing here</html>"), "new", 2),
        (Answer(status=404), "new", 2),
        (Answer(status=403), "new", 2),
        (Answer(status=500), "failed", 0),
        (Answer(status=429, headers={"Retry-After": "60"}), "failed", 0),
        (Answer(b"User-agent: *\nCrawl-delay: 3600"), "failed", 0),
        (Answer(b"User-agent: *\nCrawl-delay: 0.01\nRequest-rate: 0/0"), "new", 2),
    ],
)
def test_robots_are_asked(store: Store, wire: Outlet, robots: Answer, feed: str, pages: int) -> None:
    wire.publish(2)
    wire.answers["/robots.txt"] = robots
    run = asked(store, wire.url + "/feed")
    assert run.status == feed
    assert len([path for path in wire.paths if path != "/feed"]) == pages
    assert [path for path, _ in wire.asked].count("/robots.txt") == 1
    if feed == "refused":
        assert "/feed" not in wire.paths
        assert "robots.txt" in run.error


@pytest.mark.parametrize("answer", [Answer(status=410), None])
def test_where_a_page_is_not_to_be_had_the_summary_is_read_at_once(
    store: Store, wire: Outlet, answer: Answer | None
) -> None:
    summary = "Shells hit a market in Kassala, Sudan, killing nine people, residents said."
    wire.answers["/feed"] = Answer(rss(item(wire.url + "/0", summary=summary), item(wire.url + "/00", summary="")))
    wire.answers |= {"/0": answer, "/00": answer} if answer else {}
    wire.answers["/robots.txt"] = Answer(b"" if answer else b"User-agent: *\nDisallow: /0")
    run = asked(store, wire.url + "/feed")
    assert counts(run) == ("new", 1, 0, 1, 0)
    assert run.failures[0].given_up
    assert counts(asked(store, wire.url + "/feed")) == ("nothing new", 0, 2, 0, 0)


def test_a_server_that_asks_for_patience_in_the_middle_gets_it(store: Store, wire: Outlet) -> None:
    wire.publish(4, etag='"a"')
    wire.answers["/1"] = Answer(status=429, headers={"Retry-After": "7200"})
    run = asked(store, wire.url + "/feed")
    assert counts(run) == ("partial", 1, 0, 0, 3)
    assert wire.paths == ["/feed", "/0", "/1"]
    assert {failure.tries for failure in run.failures} == {0}
    assert due_in(store) == timedelta(hours=2)
    wire.answers["/other"] = Answer(rss(item(wire.url + "/3", title="Another")))
    wire.asked.clear()
    assert asked(store, wire.url + "/other", NOON + timedelta(minutes=1)).status == "waiting"
    assert wire.paths == []
    wire.publish(4, etag='"a"')
    assert counts(asked(store, wire.url + "/feed", NOON + timedelta(hours=3))) == ("new", 3, 1, 0, 0)


def test_a_run_that_is_cut_off_is_made_up_for(store: Store, wire: Outlet) -> None:
    """Reading ends after one batch, as when somebody presses Ctrl-C."""
    wire.publish(30, etag='"a"')

    def stopped(items: Iterable[Report | Problem]) -> Iterator[Record]:
        for number, record in enumerate(reading(items)):
            if number == 21:
                return
            yield record

    run = asked(store, wire.url + "/feed", read=stopped)
    assert (run.status, run.new) == ("interrupted", 21)
    assert run.waiting == 9
    wire.asked.clear()
    again = asked(store, wire.url + "/feed")
    assert counts(again) == ("new", 9, 21, 0, 0)
    assert len(wire.paths) == 10
    assert store.size()[0] == 30


class Killed(BaseException):
    """As if the process were gone."""


@pytest.mark.parametrize("after", [0, 1, 20, 21, 29])
def test_a_run_that_is_killed_is_made_up_for(store: Store, wire: Outlet, after: int) -> None:
    """What changes with each request is not doubled: items are remembered with their reports."""
    wire.publish(30, etag='"a"')
    for number in range(30):
        body = wire.answers[f"/{number}"].body  # type: ignore[union-attr]
        wire.answers[f"/{number}"] = lambda _, body=body: Answer(body + b"<!-- %d -->" % len(wire.asked))  # type: ignore[misc]

    def killed(items: Iterable[Report | Problem]) -> Iterator[Record]:
        for number, record in enumerate(reading(items)):
            if number == after:
                raise Killed
            yield record

    with pytest.raises(Killed):
        asked(store, wire.url + "/feed", read=killed)
    assert runs_of(store)[0].status == "running"
    assert asked(store, wire.url + "/feed").status == "new"
    assert [run.status for run in runs_of(store)] == ["new", "interrupted"]
    assert store.size()[0] == 30
    assert list(store.verify()) == []


def test_a_page_on_which_acquisition_fails_stops_nothing(
    store: Store, wire: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aftermath.acquire import link

    wire.publish(2)
    made: Callable[..., Any] = link.page_draft

    def broken(raw: bytes, origin: Any) -> Any:
        if b"Shelling 0" in raw:
            raise RecursionError("too deep")
        return made(raw, origin)

    monkeypatch.setattr(link, "page_draft", broken)
    run = asked(store, wire.url + "/feed")
    assert counts(run) == ("partial", 1, 0, 1, 0)
    assert run.failures[0].cause == "RecursionError: too deep"


def test_a_public_feed_leads_into_no_private_network(
    store: Store, wire: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    from aftermath.acquire import link

    monkeypatch.setattr(link, "is_private", lambda address: "127.0.0.1" not in address)  # as if the outlet were public
    monkeypatch.setattr(link, "getproxies", lambda: {"no": "127.0.0.1"})
    wire.publish(1)
    run = asked(store, wire.url + "/feed")
    assert run.failed == 1
    assert "port" in run.failures[0].cause or "private" in run.failures[0].cause
    assert "/0" not in wire.paths
    wire.answers["/away"] = Answer(status=302, headers={"Location": wire.url + "/feed"})
    wire.asked.clear()
    assert asked(store, wire.url + "/away").status == "failed"
    assert wire.paths == ["/away"]


def test_who_is_due(store: Store) -> None:
    feeds = [add_feed(store, f"https://example.org/{n}", every=1800, by="ana") for n in range(3)]
    moment = max(feed.due for feed in feeds if feed.due)
    assert due(feeds, moment) == feeds
    assert due(feeds, moment - timedelta(hours=1)) == []
