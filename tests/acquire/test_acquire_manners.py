"""How hosts are treated: pauses between requests, an end to patience, and what they ask for."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from server import Server, serving

from aftermath.acquire import Settings
from aftermath.acquire.fetch import Fetched, Missed
from aftermath.acquire.manners import PATIENCE, LaterError, Manners, wanted_patience


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving() as running:
        running.answers["/robots.txt"] = lambda handler: handler.reply(b"", status=404)
        yield running


class Clock:
    """A time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.time = 100.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.time += seconds

    def now(self) -> float:
        return self.time


def guest(pause: float = 2.0, settings: Settings | None = None) -> tuple[Manners, Clock]:
    clock = Clock()
    manners = Manners(pause, sleep=clock.sleep, clock=clock.now)
    manners.start(settings or Settings())
    return manners, clock


def test_there_is_a_pause_between_two_requests_to_a_host(server: Server) -> None:
    manners, clock = guest()
    for _ in range(3):
        assert isinstance(manners.get(server.url + "/page", Settings()), Fetched)
    assert clock.slept == [2, 2, 2]  # robots.txt was the first request
    assert server.seen == ["/robots.txt", "/page", "/page", "/page"]


def test_redirects_wait_too_and_are_told_from_moves(server: Server) -> None:
    manners, clock = guest()
    found = manners.get(server.url + "/moved", Settings())
    assert isinstance(found, Fetched)
    assert (found.url, found.moved) == (server.url + "/page", True)
    assert clock.slept == [2, 2]


def test_the_longer_pause_counts(server: Server) -> None:
    server.answers["/robots.txt"] = lambda handler: handler.reply(b"User-agent: *\nCrawl-delay: 7\nRequest-rate: 1/9s")
    manners, clock = guest()
    manners.get(server.url + "/page", Settings())
    manners.get(server.url + "/page", Settings())
    assert clock.slept == [9, 9]


def test_who_wants_very_long_pauses_is_left_for_later(server: Server) -> None:
    server.answers["/robots.txt"] = lambda handler: handler.reply(
        f"User-agent: *\nCrawl-delay: {PATIENCE + 1}".encode()
    )
    manners, clock = guest()
    with pytest.raises(LaterError, match="wants 61 s between two requests"):
        manners.get(server.url + "/page", Settings())
    assert clock.slept == []


def test_a_feed_has_only_so_many_requests_and_so_much_time(server: Server) -> None:
    settings = Settings(max_fetches=1)
    manners, clock = guest(settings=settings)
    manners.get(server.url + "/page", settings)
    manners.get(server.url + "/page", settings)
    with pytest.raises(LaterError, match="only 1 links"):
        manners.get(server.url + "/page", settings)
    manners.start(settings)
    clock.time += 901
    with pytest.raises(LaterError, match="15 minutes, is over"):
        manners.get(server.url + "/page", settings)


def test_a_redirect_to_a_place_that_robots_may_not_see_is_not_followed(server: Server) -> None:
    server.answers["/robots.txt"] = lambda handler: handler.reply(b"User-agent: *\nDisallow: /page")
    manners, _ = guest(0)
    found = manners.get(server.url + "/moved", Settings())
    assert isinstance(found, Missed)
    assert found.refused
    assert server.seen == ["/robots.txt", "/moved"]


@pytest.mark.parametrize("path", ["/loop", "/endless"])
def test_circles_end(server: Server, path: str) -> None:
    manners, _ = guest(0)
    found = manners.get(server.url + path, Settings())
    assert isinstance(found, Missed)
    assert "more than 5 redirects" in found.why


def test_a_huge_robots_file_leaves_the_host_alone(server: Server) -> None:
    server.answers["/robots.txt"] = lambda handler: handler.reply(b"#" * 600_000)
    manners, _ = guest(0)
    found = manners.get(server.url + "/page", Settings())
    assert isinstance(found, Missed)
    assert "robots.txt" in found.why
    assert "larger than 0.5 MB" in found.why


@given(st.text(max_size=40) | st.integers().map(str) | st.floats().map(str))
def test_whatever_a_server_says_of_patience_is_a_number_of_seconds(said: str) -> None:
    assert 0 <= wanted_patience({"retry-after": said}) < float("inf")


def test_patience_as_a_number_and_as_a_date() -> None:
    assert wanted_patience({"retry-after": "120"}) == 120
    until = format_datetime(datetime.now(UTC) + timedelta(seconds=100), usegmt=True)
    assert 95 < wanted_patience({"retry-after": until}) <= 100
    assert wanted_patience({"retry-after": "Wed, 12 Jun 2024 08:00:00 GMT"}) == 0
    assert wanted_patience({}) == 0
