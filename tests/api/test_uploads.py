"""What somebody means ill with is refused in words: bombs, depths, names that lead elsewhere; the server goes on."""

import gzip
import io
from collections.abc import Callable, Iterator

import pytest
from fastapi.testclient import TestClient
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from aftermath.api import ServeSettings, create_app
from aftermath.store import open_store

DEEP = 100_000


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with open_store(tmp_path_factory.mktemp("uploads") / "s.sqlite", create=True) as store:
        app = create_app(store, ServeSettings())
        made = TestClient(app, base_url="http://localhost/api/v1", raise_server_exceptions=False)
        made.headers["X-CSRF-Token"] = made.get("/session").json()["csrf"]
        yield made


def bomb() -> bytes:
    """An archive with a page of 60 million bytes packed into 60 thousand."""
    page = gzip.compress(b"<html><p>" + b"a " * 30_000_000)
    head = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], protocol="HTTP/1.1"
    )
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=False)
    writer.write_record(
        writer.create_warc_record("http://example.org/", "response", payload=io.BytesIO(page), http_headers=head)
    )
    return out.getvalue()


FILES: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    ("deep.json", lambda: b"[" * DEEP + b"]" * DEEP, "not JSON that can be read"),
    ("deep.jsonl", lambda: b'{"text":' * DEEP, "not JSON that can be read"),
    ("tags.html", lambda: b"<div>" * 300_000, "tags"),
    ("bomb.warc", bomb, "larger"),
    ("../../etc/deep.json", lambda: b"[" * DEEP, "not JSON that can be read"),
)


@pytest.mark.parametrize(("name", "body", "says"), FILES, ids=[name for name, _, _ in FILES])
def test_files(client: TestClient, name: str, body: Callable[[], bytes], says: str) -> None:
    answered = client.post("/reports/file?keep=false", files={"file": (name, body())})
    assert answered.status_code == 201, answered.text
    form = answered.json()
    assert form["reports"] == []
    assert says in form["problems"][0]["message"]
    assert form["problems"][0]["report"].startswith(name.rpartition("/")[2])
    assert "/tmp" not in answered.text


def test_what_is_packed_is_refused_unread(client: TestClient) -> None:
    answered = client.post("/reports/file", files={"file": ("a.txt", gzip.compress(b"a" * 1_000_000))})
    assert answered.status_code == 400
    assert "unpack it first" in answered.json()["detail"]


@pytest.mark.parametrize("value", ["[" * DEEP + "]" * DEEP, "1e999", '"\\ud800"', "9" * 10_000])
def test_odd_bodies(client: TestClient, value: str) -> None:
    body = f'{{"verdict": "grade", "reason": "x", "incident": "i-", "version": "x", "value": {value}}}'
    answered = client.post("/judgements", content=body, headers={"content-type": "application/json"})
    assert 400 <= answered.status_code < 500, answered.text
    assert answered.headers["content-type"] == "application/problem+json"


INSIDE = (
    "http://[::ffff:127.0.0.1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0/",
    "http://ana:secret@127.0.0.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://localhost:8350/api/v1/session",
    "http://localhost./",
)


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_of_this_network(client: TestClient, address: str) -> None:
    form = client.post("/reports?keep=false", json={"url": address}).json()
    assert form["reports"] == []
    message = form["problems"][0]["message"]
    assert "private network" in message or "port 8350" in message or "no address" in message


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "/etc/passwd"])
def test_addresses_that_are_none(client: TestClient, address: str) -> None:
    assert client.post("/reports", json={"url": address}).status_code == 400
