"""A web server on this machine that behaves as badly as the web does."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from pages import article

Answer = Callable[["Handler"], None]
MEGABYTE = b"a" * 1_000_000


class Handler(BaseHTTPRequestHandler):
    """Answers a path by the function of that name, a page by default."""

    protocol_version = "HTTP/1.1"
    server: "Server"

    def do_GET(self) -> None:
        self.server.seen.append(self.path)
        self.close_connection = True
        with suppress(BrokenPipeError, ConnectionResetError):  # the client has had enough: so it should
            self.server.answers.get(self.path.rstrip("x"), page)(self)

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def reply(self, body: bytes, *headers: tuple[str, str], status: int = 200, length: int | None = None) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """The server, with what was asked of it and how much it could send."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: list[str] = []
        self.sent = 0
        self.answers: dict[str, Answer] = dict(ANSWERS)
        self.url = f"http://127.0.0.1:{self.server_port}"


@contextmanager
def serving() -> Iterator[Server]:
    """A running server."""
    server = Server()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def page(handler: Handler) -> None:
    handler.reply(article().encode(), ("Content-Type", "text/html; charset=utf-8"))


def status(code: int) -> Answer:
    return lambda handler: handler.reply(article().encode(), ("Content-Type", "text/html"), status=code)


def redirect(to: str, code: int = 302) -> Answer:
    return lambda handler: handler.reply(b"", ("Location", to), status=code)


def endless_redirects(handler: Handler) -> None:
    handler.reply(b"", ("Location", handler.path + "x"), status=302)


def hang(handler: Handler) -> None:
    time.sleep(3)


def slow_headers(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for letter in "X-Slow: " + "a" * 200:
        handler.wfile.write(letter.encode())
        time.sleep(0.05)


def slow_body(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b"a")
        time.sleep(0.05)


def huge(handler: Handler) -> None:
    """500 MB, its size unsaid."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(500):
        handler.wfile.write(MEGABYTE)
        handler.server.sent += len(MEGABYTE)


def huge_and_says_so(handler: Handler) -> None:
    handler.reply(b"", ("Content-Type", "text/html"), length=500_000_000)


def packed(body: bytes, encoding: str = "gzip") -> Answer:
    return lambda handler: handler.reply(body, ("Content-Type", "text/html"), ("Content-Encoding", encoding))


def cut(handler: Handler) -> None:
    handler.reply(article().encode()[:200], ("Content-Type", "text/html"), length=5000)


def rubbish(handler: Handler) -> None:
    handler.wfile.write(b"\x16\x03\x01 this is no HTTP\r\n\r\n")


ANSWERS: dict[str, Answer] = {
    "/404": status(404),
    "/500": status(500),
    "/999": status(999),
    "/204": lambda handler: handler.reply(b"", status=200),
    "/loop": redirect("/loop"),
    "/endless": endless_redirects,
    "/moved": redirect("/page", 301),
    "/to-file": redirect("file:///etc/hosts"),
    "/to-nowhere": redirect("http://"),
    "/hang": hang,
    "/slow-headers": slow_headers,
    "/slow-body": slow_body,
    "/huge": huge,
    "/huge-says-so": huge_and_says_so,
    "/gzip": packed(gzip.compress(article().encode())),
    "/bomb": packed(gzip.compress(b"a" * 300_000_000, 1)),
    "/gzip-cut": packed(gzip.compress(article().encode())[:-200]),
    "/gzip-broken": packed(b"\x1f\x8b" + b"\xff" * 100),
    "/brotli": packed(b"\x0b\x02\x80abc\x03", "br"),
    "/cut": cut,
    "/rubbish": rubbish,
    "/pdf": lambda handler: handler.reply(b"%PDF-1.7", ("Content-Type", "application/pdf")),
    "/latin": lambda handler: handler.reply(
        article().replace('<meta charset="utf-8">', "").encode("cp1252"), ("Content-Type", "text/html; charset=latin1")
    ),
    "/text": lambda handler: handler.reply(b"Ten people were killed, the army said.", ("Content-Type", "text/plain")),
    "/untyped": lambda handler: handler.reply(article().encode()),
    "/bad-type": lambda handler: handler.reply(article().encode(), ("Content-Type", ';;; =charset="')),
}
