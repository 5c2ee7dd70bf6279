"""Web archives (WARC): every page that was archived with success is a report.

Takes a stream of an unpacked archive; gives the reports of its HTML responses and resources,
one at a time, whatever the archive's size. Other media are passed over; responses that were
no success are counted in a closing problem that is not fatal. An archive that is cut short or
broken gives what came before, then a fatal problem.
"""

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from typing import Any

from aftermath.acquire.characters import line
from aftermath.acquire.draft import lost, noted
from aftermath.acquire.origin import Origin
from aftermath.acquire.packed import CutShortError, Unpacked
from aftermath.acquire.page import read_page
from aftermath.acquire.settings import Settings, megabytes
from aftermath.acquire.sniff import HEAD, kind_of
from aftermath.acquire.warc_records import Archive, BrokenArchiveError, check_whole, hushed, records
from aftermath.model import Problem, Report

_PACKINGS = frozenset(("", "identity", "gzip", "x-gzip", "deflate"))


@dataclass(slots=True)
class _Tally:
    """What was met in an archive besides reports."""

    pages: int = 0
    failures: Counter[str] = field(default_factory=Counter)


def read_warc(stream: io.BufferedReader, origin: Origin, settings: Settings) -> Iterator[Report | Problem]:
    """The reports of an archive, in its order, then what is to be said of the archive.

    A report is held back until the next record was reached: broken gzip data come to light
    only behind the page that they garble.
    """
    archive, tally = Archive(stream), _Tally()
    held: Report | Problem | None = None
    broken = ""
    try:
        for record in records(archive):
            if held:
                yield held
            held = None
            if held := _read(record, origin, settings, tally):
                tally.pages += 1
    except (BrokenArchiveError, OSError) as error:
        broken = line(str(error), limit=200) or type(error).__name__
        if isinstance(stream.raw, Unpacked) and not isinstance(error, CutShortError):
            held = lost(origin.name, "the last page before the fault may be garbled and was not read") if held else None
    if held:
        yield held
    yield from _closing(origin, tally, archive, broken)


def _closing(origin: Origin, tally: _Tally, archive: Archive, broken: str) -> Iterator[Problem]:
    """The problems of an archive as a whole."""
    if tally.failures:
        listed = ", ".join(f"{count} with status {status}" for status, count in sorted(tally.failures.items()))
        yield noted(origin.name, f"responses that were no success were passed over: {listed}")
    if broken:
        yield lost(origin.name, f"the archive is broken or cut short ({broken}): what came before was read")
    elif not archive.ends_well():
        yield noted(origin.name, "the archive's records do not end where they should: some may be cut short")
    if not tally.pages and not broken:
        yield lost(origin.name, "the archive holds no HTML page: there is nothing to read")


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
    with hushed() as said:
        body = _body(record, settings.max_page + 1)
    if said.getvalue():
        return lost(part.name, f"the page's compressed data are broken ({line(said.getvalue())})")
    if len(body) > settings.max_page:
        return lost(part.name, f"the page is larger than {megabytes(settings.max_page)}, the limit for one page")
    check_whole(record)
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
