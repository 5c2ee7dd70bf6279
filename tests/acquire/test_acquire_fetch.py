"""Addresses: what is read, and that no server can hold a run."""

import asyncio
import socket
import time
from collections.abc import Iterator

import pytest
from found import problem, report
from pages import STRIKE
from server import Server, serving

from aftermath.acquire import Settings, acquire
from aftermath.model import Problem, Report

TEXT = "\n\n".join(STRIKE)
HASTY = Settings(timeout=0.4, deadline=1.0)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def got(address: str, settings: Settings = HASTY) -> list[Report | Problem]:
    return list(acquire(address, settings))


@pytest.mark.parametrize("path", ["/page", "/moved", "/gzip", "/latin", "/untyped", "/bad-type"])
def test_a_page_is_read(server: Server, path: str) -> None:
    found = report(got(server.url + path))
    assert found.text == TEXT
    assert found.title == "Air strike kills ten in Qarya"
    assert found.url == server.url + ("/page" if path == "/moved" else path)


def test_a_text_is_read(server: Server) -> None:
    found = report(got(server.url + "/text"))
    assert found.text == "Ten people were killed, the army said."
    assert found.url == server.url + "/text"


@pytest.mark.parametrize(
    ("path", "cause"),
    [
        ("/404", "the server answered 404 Not Found"),
        ("/500", "the server answered 500 Internal Server Error"),
        ("/999", "the server answered 999"),
        ("/204", "empty"),
        ("/loop", "more than 5 redirects"),
        ("/endless", "more than 5 redirects"),
        ("/to-file", "no web address"),
        ("/to-nowhere", "could not be fetched"),
        ("/huge-says-so", "larger than 10 MB"),
        ("/bomb", "larger than 10 MB"),
        ("/gzip-cut", "end too early"),
        ("/gzip-broken", "broken compressed data"),
        ("/brotli", "'br' encoding"),
        ("/cut", "could not be fetched"),
        ("/rubbish", "could not be fetched"),
        ("/pdf", "PDF"),
    ],
)
def test_what_servers_do_wrong_is_a_problem(server: Server, path: str, cause: str) -> None:
    found = problem(got(server.url + path, Settings(timeout=5, deadline=20)))
    assert cause in found.message
    assert found.report == server.url + path


def test_a_redirect_to_a_file_never_opens_it(server: Server) -> None:
    assert "localhost" not in problem(got(server.url + "/to-file")).message


@pytest.mark.parametrize("path", ["/hang", "/slow-headers", "/slow-body"])
def test_a_server_that_hangs_or_trickles_is_given_up(server: Server, path: str) -> None:
    start = time.monotonic()
    message = problem(got(server.url + path)).message
    assert "within 0.4 s" in message or "longer than 1 s" in message
    assert time.monotonic() - start < 2.0


def test_only_the_deadline_ends_a_trickle(server: Server) -> None:
    """Each byte comes within the time-out; the total deadline is what ends it."""
    for path in ("/slow-headers", "/slow-body"):
        assert "longer than 1 s" in problem(got(server.url + path)).message


def test_an_endless_body_is_not_read_beyond_the_limit(server: Server) -> None:
    server.sent = 0
    assert "larger than 10 MB" in problem(got(server.url + "/huge", Settings(deadline=20))).message
    assert server.sent < 60_000_000


def test_a_port_where_nobody_listens_is_a_problem() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "could not be fetched" in problem(got(f"http://127.0.0.1:{port}/")).message


@pytest.mark.parametrize(
    "address", ["ftp://example.org/x", "file:///etc/hosts", "gopher://x", "data://text", "javascript://x"]
)
def test_other_schemes_are_refused(address: str) -> None:
    assert "give http, https or a file" in problem(got(address)).message


@pytest.mark.parametrize(
    "address", ["http://", "https://[::1", "http://exa mple\n.org/", "http://\ud800/", "http://" + "a" * 70 + "/"]
)
def test_addresses_that_are_none_are_problems(address: str) -> None:
    assert problem(got(address)).message


def test_it_works_where_an_event_loop_runs_already(server: Server) -> None:
    """As in a notebook."""

    async def cell() -> list[Report | Problem]:
        return got(server.url + "/page")

    assert report(asyncio.run(cell())).text == TEXT


def test_scheme_and_case(server: Server) -> None:
    assert report(got(server.url.replace("http", "HTTP") + "/page")).text == TEXT
