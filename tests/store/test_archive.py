"""Bytes as they came: kept once, found again, and known when they are altered."""

import http.server
import json
from collections.abc import Iterator
from gzip import compress, decompress
from hashlib import sha256
from pathlib import Path

import pytest
from tests.serving import serving
from warcio.archiveiterator import ArchiveIterator

from aftermath.model import Record
from aftermath.model.errors import UnusableStore
from aftermath.model.raw import Raw
from aftermath.pipeline import Settings
from aftermath.pipeline.collect import BATCH, collect
from aftermath.store import Archive, Store
from aftermath.store.archive import BrokenHoldingError
from link.making import DAY
from store.reading import reading

TEXT = "Shells hit the market of El Obeid on Tuesday, residents said. It was the {}th attack since May."


def raw(text: str) -> Raw:
    body = text.encode()
    return Raw(body=body, sha256=sha256(body).hexdigest(), uri="file:r.txt")


def kinds(archive: Archive) -> list[tuple[str, str]]:
    """The type and address of every record of an archive."""
    found = []
    for path in sorted(archive.folder.iterdir()):
        with path.open("rb") as file:
            found += [(r.rec_type, r.rec_headers.get_header("WARC-Target-URI")) for r in ArchiveIterator(file)]
    return found


def kept_bytes(store: Store, name: str) -> bytes:
    assert store.archive
    digest = store.kept([name])[name]
    return store.archive.read(store.holdings([digest])[digest])


def test_what_is_held_is_read_again(tmp_path: Path) -> None:
    with Archive(tmp_path / "a") as archive:
        holdings = [archive.hold(raw(TEXT.format(i))) for i in range(9)]
        archive.sync()
        assert [archive.read(holding).decode() for holding in holdings] == [TEXT.format(i) for i in range(9)]
        assert archive.hold(raw(TEXT.format(3))) == holdings[3]
        assert len(kinds(archive)) == 9


def test_full_files_are_left_and_each_archive_has_its_own(tmp_path: Path) -> None:
    with Archive(tmp_path / "a", full=1000) as one, Archive(tmp_path / "a") as other:
        holdings = [archive.hold(raw(f"{i} {TEXT}")) for i in range(9) for archive in (one, other)]
        for archive in (one, other):
            archive.sync()
        assert len({holding.file for holding in holdings}) > 2
        assert all(one.read(holding) for holding in holdings)


@pytest.mark.parametrize("part", ["first", "middle", "last"])
def test_one_altered_byte_is_known(tmp_path: Path, part: str) -> None:
    with Archive(tmp_path / "a") as archive:
        holding = archive.hold(raw(TEXT))
    path = archive.folder / holding.file
    whole = bytearray(path.read_bytes())
    whole[{"first": 4, "middle": len(whole) // 2, "last": -1}[part]] ^= 1
    path.write_bytes(whole)
    with pytest.raises(BrokenHoldingError, match=rf"{holding.file}, bytes 0 to \d+: they were altered"):
        archive.read(holding)
    path.write_bytes(whole[:-5])
    with pytest.raises(BrokenHoldingError, match="the file ends before them"):
        archive.read(holding)
    path.unlink()
    with pytest.raises(BrokenHoldingError, match=f"{holding.file} is missing"):
        archive.read(holding)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file", "utf-8")
    with Archive(tmp_path / "a") as archive, pytest.raises(UnusableStore, match="cannot be written"):
        archive.hold(raw(TEXT))


def test_files_lines_and_lists(store: Store, tmp_path: Path) -> None:
    """Of a file its bytes are kept, of JSON lines the line, of a JSON list the whole once."""
    forms = [json.dumps({"id": f"r{i}", "text": TEXT.format(i)}) for i in range(BATCH + 3)]
    lists = [json.dumps({"id": f"s{i}", "text": TEXT.format(i)}) for i in range(BATCH + 3)]
    text, lines, listed = tmp_path / "a.txt", tmp_path / "b.jsonl", tmp_path / "c.json"
    text.write_text(TEXT, "utf-8")
    lines.write_text("\n".join(forms), "utf-8")
    listed.write_text(f"[{','.join(lists)}]", "utf-8")
    done = collect(map(str, (text, lines, listed)), store, Settings(published=DAY), reading)
    assert done.new == 2 * BATCH + 7
    assert store.archive
    assert len(kinds(store.archive)) == BATCH + 3 + 2
    assert kept_bytes(store, "r5") == forms[5].encode() + b"\n"
    assert kept_bytes(store, f"s{BATCH + 2}") == listed.read_bytes()
    assert list(store.verify()) == []
    collect(map(str, (text, lines, listed)), store, Settings(published=DAY), reading)
    assert len(kinds(store.archive)) == BATCH + 3 + 2


PAGE = f"<html><head><title>Market hit</title></head><body><article><p>{TEXT} {TEXT}</p></article></body></html>"
FEED = f"""<rss version="2.0"><channel><title>Paper</title>
<item><guid>full</guid><title>One</title><description>{"<![CDATA[<p>" + TEXT * 9 + "</p>]]>"}</description></item>
<item><guid>linked</guid><title>Two</title><link>http://127.0.0.1:PORT/page</link></item></channel></rss>"""


@pytest.fixture
def site() -> Iterator[str]:
    """A server with a page, packed with gzip, and a feed."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = self.path == "/page"
            port = str(self.server.server_address[1])
            body = compress(PAGE.encode()) if page else FEED.replace("PORT", port).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html" if page else "application/rss+xml")
            self.send_header("Content-Length", str(len(body)))
            if page:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with serving(Handler) as address:
        yield address


def test_fetched_pages_with_request_and_response(store: Store, site: str) -> None:
    done = collect([f"{site}/page"], store, Settings(published=DAY), reading)
    assert (done.new, done.lost) == (1, 0)
    assert store.archive
    assert kinds(store.archive) == [("response", f"{site}/page"), ("request", f"{site}/page")]
    (path,) = store.archive.folder.iterdir()
    with path.open("rb") as file:
        response, request = ((r.http_headers, r.raw_stream.read()) for r in ArchiveIterator(file))
    assert response[0].get_statuscode() == "200"
    assert response[0].get_header("Content-Encoding") == "gzip"
    assert decompress(response[1]) == PAGE.encode()
    assert (request[0].protocol, request[0].statusline) == ("GET", "/page HTTP/1.1")
    assert list(store.verify()) == []
    (name,) = [record.report.id for record in records_of(store)]
    assert kept_bytes(store, name) == PAGE.encode()


def test_feeds_keep_the_feed_the_entry_and_the_page(store: Store, site: str) -> None:
    done = collect([f"{site}/feed"], store, Settings(published=DAY), reading)
    assert (done.new, done.lost) == (2, 0)
    assert store.archive
    assert sorted(kind for kind, _ in kinds(store.archive)) == [
        "request",
        "request",
        "resource",
        "response",
        "response",
    ]
    assert list(store.verify()) == []


def records_of(store: Store) -> list[Record]:
    from aftermath.store import Query

    return [record for made in store.incidents(Query()) for record in store.incident(made.id)[1]]


def test_the_archive_in_a_collected_folder_is_not_collected(tmp_path: Path, store: Store) -> None:
    (tmp_path / "r.txt").write_text(TEXT, "utf-8")
    for expected in (1, 0):
        done = collect([str(tmp_path)], store, Settings(published=DAY), reading)
        assert (done.new, done.lost) == (expected, 0)
