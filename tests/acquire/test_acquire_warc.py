"""Web archives: plain and packed, whole, cut short and broken."""

import gzip
import io
import re
import zlib
from collections.abc import Sequence

import pytest
from found import Read, problem
from pages import STRIKE, article
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from aftermath.acquire import acquire
from aftermath.model import Problem, Report

PAGE = article().encode()
HTML = ("Content-Type", "text/html; charset=utf-8")


def archive(
    responses: Sequence[tuple[str, bytes, tuple[tuple[str, str], ...]]], *, packed: bool = False, kind: str = "response"
) -> bytes:
    """An archive of responses, each a status, a body and headers."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("test.warc", {"software": "a test"}))
    for number, (status, body, headers) in enumerate(responses):
        http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1") if kind == "response" else None
        url = f"https://example.org/{number}"
        record = writer.create_warc_record(
            url, kind, io.BytesIO(body), http_headers=http, warc_content_type="text/html" if kind == "resource" else ""
        )
        writer.write_record(record)
    return out.getvalue()


def pages(count: int, *, packed: bool = False) -> bytes:
    """An archive of pages whose titles are numbered."""
    return archive([("200 OK", article(title=f"Report {i}").encode(), (HTML,)) for i in range(count)], packed=packed)


def titles(found: list[Report | Problem]) -> list[str]:
    return [each.title for each in found if isinstance(each, Report)]


def messages(found: list[Report | Problem], *, fatal: bool) -> list[str]:
    return [each.message for each in found if isinstance(each, Problem) and each.fatal == fatal]


@pytest.mark.parametrize(
    "raw",
    [pages(3), pages(3, packed=True), gzip.compress(pages(3)), pages(3, packed=True) + b"\0" * 512],
    ids=["plain", "packed by record", "packed as a whole", "padded"],
)
def test_every_page_of_an_archive_is_a_report(read: Read, raw: bytes) -> None:
    found = read(raw, "crawl.warc.gz")
    assert titles(found) == ["Report 0", "Report 1", "Report 2"]
    assert len(found) == 3
    first = found[0]
    assert isinstance(first, Report)
    assert first.url == "https://example.org/0"
    assert first.text == "\n\n".join(STRIKE)


def test_an_id_does_not_depend_on_the_archive(read: Read) -> None:
    assert read(pages(2), "a.warc") == read(pages(2, packed=True), "b.warc.gz")


def test_other_media_are_passed_over_and_failures_counted(read: Read) -> None:
    found = read(
        archive(
            [
                ("200 OK", b"\x89PNG\r\n\x1a\n", (("Content-Type", "image/png"),)),
                ("200 OK", PAGE, (HTML,)),
                ("404 Not Found", PAGE, (HTML,)),
                ("301 Moved", b"", (("Location", "/x"),)),
                ("404 Not Found", PAGE, (HTML,)),
                ("200 OK", PAGE, ()),
                ("200 OK", b"plain words", ()),
            ]
        ),
        "a.warc",
    )
    assert len(titles(found)) == 2
    assert messages(found, fatal=True) == []
    assert messages(found, fatal=False) == [
        "responses that were no success were passed over: 1 with status 301, 2 with status 404"
    ]


def test_a_page_without_an_article_does_not_stop_the_others(read: Read) -> None:
    found = read(archive([("200 OK", b"<html><body>Hi</body></html>", (HTML,)), ("200 OK", PAGE, (HTML,))]), "a.warc")
    assert isinstance(found[0], Problem)
    assert found[0].report.endswith("a.warc, https://example.org/0")
    assert isinstance(found[1], Report)


@pytest.mark.parametrize(
    ("body", "header"),
    [
        (gzip.compress(PAGE), ("Content-Encoding", "gzip")),
        (zlib.compress(PAGE), ("Content-Encoding", "deflate")),
        (b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE), ("Transfer-Encoding", "chunked")),
    ],
    ids=["gzip", "deflate", "chunked"],
)
def test_packed_and_chunked_bodies_are_unpacked(read: Read, body: bytes, header: tuple[str, str]) -> None:
    assert len(titles(read(archive([("200 OK", body, (HTML, header))]), "a.warc"))) == 1


@pytest.mark.parametrize(
    ("body", "header", "cause"),
    [
        (b"abc", ("Content-Encoding", "br"), "packed with 'br'"),
        (gzip.compress(b"a" * 40_000_000), ("Content-Encoding", "gzip"), "larger than 10 MB"),
    ],
    ids=["brotli", "bomb"],
)
def test_bodies_that_cannot_be_read_are_problems(read: Read, body: bytes, header: tuple[str, str], cause: str) -> None:
    found = read(archive([("200 OK", body, (HTML, header)), ("200 OK", PAGE, (HTML,))]), "a.warc")
    assert cause in messages(found, fatal=True)[0]
    assert len(titles(found)) == 1


def test_a_broken_packed_body_is_a_problem_and_says_nothing_on_the_terminal(
    read: Read, capfd: pytest.CaptureFixture[str]
) -> None:
    noise = "".join(f"<p>{i * 7919 % 10007} {i * 104729 % 99991}</p>" for i in range(8000)).encode()
    packed = bytearray(gzip.compress(PAGE + noise))
    packed[40_000:40_020] = b"\xff" * 20
    found = read(
        archive([("200 OK", bytes(packed), (HTML, ("Content-Encoding", "gzip"))), ("200 OK", PAGE, (HTML,))]), "a.warc"
    )
    assert "compressed data are broken" in messages(found, fatal=True)[0]
    assert len(titles(found)) == 1
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("missing", [30, 500, 1500])
def test_what_came_before_a_cut_is_kept(read: Read, packed: bool, missing: int) -> None:
    found = read(pages(4, packed=packed)[:-missing], "a.warc.gz")
    assert titles(found)[:3] == ["Report 0", "Report 1", "Report 2"][: len(titles(found))]
    assert len(titles(found)) >= 2
    assert "what came before was read" in messages(found, fatal=True)[-1]


def test_an_archive_cut_in_a_records_head_is_noted(read: Read) -> None:
    raw = pages(3)
    cut = [found.start() for found in re.finditer(rb"WARC/1", raw)][-1] + 40
    found = read(raw[:cut], "a.warc")
    assert titles(found) == ["Report 0", "Report 1"]
    assert "cut short" in "".join(messages(found, fatal=False) + messages(found, fatal=True))


def test_an_archive_broken_in_the_middle_keeps_what_came_before(read: Read) -> None:
    raw = bytearray(pages(200, packed=True))
    middle = len(raw) // 2
    raw[middle : middle + 3000] = b"\xff" * 3000
    found = read(bytes(raw), "a.warc.gz")
    assert 80 < len(titles(found)) < 110
    assert "what came before was read" in messages(found, fatal=True)[-1]
    assert {each.text for each in found if isinstance(each, Report)} == {"\n\n".join(STRIKE)}


@pytest.mark.parametrize(("short", "kept", "said"), [(3, 3, "do not end where they should"), (300, 1, "is broken")])
def test_a_wrong_length_is_said(
    read: Read, capfd: pytest.CaptureFixture[str], short: int, kept: int, said: str
) -> None:
    """A line left over is passed over; several cannot be told from the head of the next record."""
    raw = pages(3)
    length = re.findall(rb"Content-Length: \d+", raw)[1]
    wrong = b"Content-Length: %d" % (int(length.split()[1]) - short)
    found = read(raw.replace(length, wrong, 1), "a.warc")
    assert len(titles(found)) == kept
    assert said in "".join(messages(found, fatal=kept < 3))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    "raw",
    [
        archive([]),
        archive([("200 OK", b"\x89PNG", (("Content-Type", "image/png"),))]),
        b"WARC/1.0\r\n\r\n",
        b"WARC/1.0\r\nrubbish",
    ],
    ids=["no record", "no page", "head only", "rubbish"],
)
def test_an_archive_without_pages_is_a_problem(read: Read, raw: bytes) -> None:
    assert len(messages(read(raw, "a.warc"), fatal=True)) == 1


def test_resources_are_pages_too(read: Read) -> None:
    assert len(titles(read(archive([("", PAGE, ())], kind="resource"), "a.warc"))) == 1


def test_reports_come_before_the_archive_is_read_to_its_end(read: Read, tmp_path: object) -> None:
    """An archive of any size is streamed: the first report is there while the rest is still unread."""
    read_so_far = 0

    class Counting(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            nonlocal read_so_far
            piece = super().read(size)
            read_so_far += len(piece)
            return piece

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            piece = self.read(len(buffer))
            buffer[: len(piece)] = piece
            return len(piece)

    from aftermath.acquire.origin import Origin
    from aftermath.acquire.route import read_stream
    from aftermath.acquire.settings import Settings

    raw = pages(400)
    first = next(read_stream(Counting(raw), Origin(name="a", key="a"), Settings()))
    assert isinstance(first, Report)
    assert read_so_far < len(raw) / 2
    assert problem(list(acquire("no-such.warc")))
