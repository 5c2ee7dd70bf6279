"""An outlet on this machine: a feed and its pages, with whatever the test wants to go wrong."""

import gzip
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

TOWNS = ("El Obeid", "Omdurman", "Kassala", "Port Sudan", "Wad Madani", "Dongola")


@dataclass
class Answer:
    """What a path is answered with."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Outlet:
    """Its address, what it answers (404 elsewhere), and what it was asked, with the headers."""

    url: str = ""
    answers: dict[str, Answer | Callable[[Any], Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        """What was asked for, robots.txt aside."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def publish(self, count: int, etag: str = "", first: int = 0, **headers: str) -> None:
        """A feed of reports, each with a page of its own."""
        for number in range(first, first + count):
            self.answers[f"/{number}"] = Answer(page(number), headers={"Content-Type": "text/html"})
        links = [f"{self.url}/{number}" for number in range(first, first + count)]
        headers = {"Content-Type": "application/rss+xml", **({"ETag": etag} if etag else {}), **headers}
        body = rss(*map(item, links))

        def answer(handler: Any) -> Answer:
            unchanged = etag and handler.headers.get("If-None-Match") == etag
            return Answer(status=304) if unchanged else Answer(body, headers=headers)

        self.answers["/feed"] = answer


def words(number: int) -> str:
    """The report of a number: long enough to be an article."""
    town = TOWNS[number % len(TOWNS)]
    return (
        f"Shells hit a market in {town}, Sudan, on Tuesday, killing {number + 3} people, residents said. "
        f"The army denied that it had fired at the town of {town}, and said that its soldiers were far from it. "
        "Aid workers said that the wounded were taken to a clinic, where nurses worked through the night."
    )


def page(number: int) -> bytes:
    return (
        f"<!doctype html><html><head><title>Shelling {number}</title>"
        '<meta property="article:published_time" content="2024-06-12"></head><body><article>'
        f"<h1>Shelling {number}</h1><p>{words(number)}</p></article></body></html>"
    ).encode()


def item(link: str, title: str = "Shelling", content: str = "", summary: str = "Shells hit a market.") -> str:
    more = f"<content:encoded>{escape(content)}</content:encoded>" if content else ""
    return (
        f"<item><title>{title}</title><link>{escape(link)}</link><guid>{escape(link)}</guid>"
        f"<pubDate>Wed, 12 Jun 2024 08:00:00 GMT</pubDate><description>{escape(summary)}</description>{more}</item>"
    )


def rss(*items: str) -> bytes:
    head = (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    )
    return f"{head}<channel><title>The Wire</title>{''.join(items)}</channel></rss>".encode()


def packed(body: bytes) -> Answer:
    return Answer(gzip.compress(body), headers={"Content-Type": "application/rss+xml", "Content-Encoding": "gzip"})


@contextmanager
def outlet() -> Iterator[Outlet]:
    """A running outlet with a port of its own."""
    made = Outlet()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append((self.path, dict(self.headers.items())))
            found = made.answers.get(self.path, Answer(status=404))
            answer = found(self) if callable(found) else found
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        made.url = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield made
        server.shutdown()
