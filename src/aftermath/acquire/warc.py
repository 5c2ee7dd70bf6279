"""Web archives (WARC): every page that was archived with success is a report.

Takes a stream of an unpacked archive; gives the reports of its HTML responses and resources,
one at a time, whatever the archive's size. Other media are passed over; responses that were
no success are counted in a closing problem that is not fatal. An archive that is cut short or
broken gives what came before, then a fatal problem.
"""

import contextlib
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from aftermath.acquire.characters import line
from aftermath.acquire.draft import lost, noted
from aftermath.acquire.origin import Origin
from aftermath.acquire.packed import CutShortError, Unpacked
from aftermath.acquire.page import read_page
from aftermath.acquire.settings import Settings, megabytes
from aftermath.acquire.sniff import HEAD, kind_of
from aftermath.model import Problem, Report

_PACKINGS = frozenset(("", "identity", "gzip", "x-gzip", "deflate"))
_END = b"\r\n\r\n"


class _BrokenArchiveError(Exception):
    """An archive that cannot be read any further; the text says why."""


@dataclass(slots=True)
class _Pieces:
    """The archive's stream as warcio reads it, remembering how it ended.

    One read gives what one read of the source gives: where the source breaks in the middle of
    a longer read, what came before would be lost.
    """

    stream: io.BufferedReader
    tail: bytes = b""

    def read(self, size: int = HEAD) -> bytes:
        """The next bytes, as many as one read of the source gives."""
        piece = self.stream.read1(size)
        self.tail = (self.tail + piece)[-len(_END) :]
        return piece


@dataclass(slots=True)
class _Tally:
    """What was met in an archive besides reports."""

    pages: int = 0
    failures: Counter[str] = field(default_factory=Counter)
    warnings: bool = False


def read_warc(stream: io.BufferedReader, origin: Origin, settings: Settings) -> Iterator[Report | Problem]:
    """The reports of an archive, in its order, then what is to be said of the archive.

    A report is held back until the next record was reached: broken gzip data come to light
    only behind the page that they garble.
    """
    pieces, tally = _Pieces(stream), _Tally()
    held: Report | Problem | None = None
    broken = ""
    try:
        for record in _records(pieces, tally):
            if held:
                yield held
            held = None
            if held := _read(record, origin, settings, tally):
                tally.pages += 1
    except (_BrokenArchiveError, OSError) as error:
        broken = line(str(error), limit=200) or type(error).__name__
        if isinstance(stream.raw, Unpacked) and not isinstance(error, CutShortError):
            held = lost(origin.name, "the last page before the fault may be garbled and was not read") if held else None
    if held:
        yield held
    yield from _closing(origin, tally, pieces.tail, broken)


def _closing(origin: Origin, tally: _Tally, tail: bytes, broken: str) -> Iterator[Problem]:
    """The problems of an archive as a whole."""
    if tally.failures:
        listed = ", ".join(f"{count} with status {status}" for status, count in sorted(tally.failures.items()))
        yield noted(origin.name, f"responses that were no success were passed over: {listed}")
    if broken:
        yield lost(origin.name, f"the archive is broken or cut short ({broken}): what came before was read")
    elif tally.warnings or tail != _END:
        yield noted(origin.name, "the archive's records do not end where they should: some may be cut short")
    if not tally.pages and not broken:
        yield lost(origin.name, "the archive holds no HTML page: there is nothing to read")


def _records(pieces: _Pieces, tally: _Tally) -> Iterator[Any]:
    """The archive's records; raises an error after the last one where that is cut short.

    What warcio says on standard error is kept from the terminal, and counted.
    """
    iterator = iter(ArchiveIterator(pieces))
    last = None
    while True:
        with _hushed() as said:
            record = _next(iterator)
        tally.warnings |= bool(said.getvalue())
        if record is None:
            break
        yield record
        last = record
    if last is not None:
        _check_whole(last)


def _next(iterator: Iterator[Any]) -> Any:
    """The next record, None at the end."""
    try:
        return next(iterator, None)
    except OSError:
        raise
    except Exception as error:  # warcio raises its own errors, but AttributeError too for a head cut short
        raise _BrokenArchiveError(f"{type(error).__name__}: {error}") from error


def _hushed() -> contextlib.redirect_stderr[io.StringIO]:
    """A block in which what warcio prints on standard error is kept as text."""
    return contextlib.redirect_stderr(io.StringIO())


def _check_whole(record: Any) -> None:
    """Read a record to its end; raise an error where the archive ends before it."""
    while record.raw_stream.read(HEAD):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise _BrokenArchiveError("it ends in the middle of a record")


def _read(record: Any, origin: Origin, settings: Settings, tally: _Tally) -> Report | Problem | None:
    """The report of one record; None where it is no page."""
    if record.rec_type not in {"response", "resource"}:
        return None
    status = _status(record)
    if not status.startswith("2"):
        tally.failures[status] += 1
        return None
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    declared = Message()
    declared["content-type"] = headers.get_header("Content-Type") or ""
    media = declared.get_content_type() if declared["content-type"] else ""
    if media and "html" not in media:
        return None
    url = line(record.rec_headers.get_header("WARC-Target-URI"), limit=2000)
    charset = str(declared.get_param("charset", ""))
    part = Origin(name=f"{origin.name}, {url}", key=url or origin.key, media=media, charset=charset, url=url)
    return _page(record, part, settings)


def _status(record: Any) -> str:
    """The status of a response; a resource was no response and counts as success."""
    if record.rec_type == "resource":
        return "200"
    return (record.http_headers.get_statuscode() if record.http_headers else "") or "unknown"


def _page(record: Any, part: Origin, settings: Settings) -> Report | Problem | None:
    """The report on the page that a record holds; None where undeclared content is no page."""
    packing = (record.http_headers.get_header("Content-Encoding") if record.http_headers else "") or ""
    if packing.strip().lower() not in _PACKINGS:
        return lost(part.name, f"the page is packed with {packing!r}, which is not read yet")
    with _hushed() as said:
        body = _body(record, settings.max_page + 1)
    if said.getvalue():
        return lost(part.name, f"the page's compressed data are broken ({line(said.getvalue())})")
    if len(body) > settings.max_page:
        return lost(part.name, f"the page is larger than {megabytes(settings.max_page)}, the limit for one page")
    _check_whole(record)
    if not part.media and kind_of(body[:HEAD]).name != "html":
        return None
    return read_page(body, part, settings)


def _body(record: Any, limit: int) -> bytes:
    """The unpacked body of a record, at most `limit` bytes."""
    stream = record.content_stream()
    body = bytearray()
    while len(body) < limit and (piece := stream.read(min(HEAD, limit - len(body)))):
        body += piece
    return bytes(body)
