"""From bytes of any kind to reports: looks what they are and hands them to the reader for it.

Takes a stream and where it comes from, gives reports and problems. Streams of many reports
(web archives, JSON lines) are never held in memory; all else is read up to its limit.
"""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, cast

from aftermath.acquire.characters import plain
from aftermath.acquire.draft import Draft, finish, lost
from aftermath.acquire.encoding import decode, mended
from aftermath.acquire.json_reports import read_json, read_lines
from aftermath.acquire.origin import Origin
from aftermath.acquire.packed import PackedError, Unpacked
from aftermath.acquire.settings import Settings, megabytes
from aftermath.acquire.sniff import HEAD, kind_of
from aftermath.model import Problem, Report


def read_bytes(raw: bytes, origin: Origin, settings: Settings) -> Iterator[Report | Problem]:
    """The reports in some bytes that are already at hand."""
    return read_stream(io.BytesIO(raw), origin, settings)


def read_stream(stream: BinaryIO, origin: Origin, settings: Settings) -> Iterator[Report | Problem]:
    """The reports in a stream; an unreadable one becomes a problem, never an exception."""
    buffered = _buffered(stream)
    try:
        yield from _read(buffered, origin, settings, packed=False)
    except OSError as error:
        yield lost(origin.name, f"reading failed: {error.strerror or error}")
    finally:
        buffered.detach()  # the caller closes what the caller opened


def _buffered(stream: io.IOBase | BinaryIO) -> io.BufferedReader:
    """The stream with a look ahead; typeshed asks for a raw stream, a buffered one serves as well."""
    return io.BufferedReader(cast(Any, stream), HEAD)


def _read(stream: io.BufferedReader, origin: Origin, settings: Settings, *, packed: bool) -> Iterator[Report | Problem]:
    """Look at the first bytes and hand the stream on; `packed` if it is already unpacked once."""
    kind = kind_of(stream.peek(HEAD), origin.key, origin.media)
    match kind.name:
        case "empty":
            yield lost(origin.name, "the file is empty: there is nothing to read")
        case "binary":
            yield lost(origin.name, f"this is {kind.what}, not text: turn it into text or HTML first")
        case "gzip" if packed:
            yield lost(origin.name, "this is packed twice with gzip: unpack it first")
        case "gzip":
            yield from _unpacked(stream, origin, settings)
        case "warc":
            from aftermath.acquire.warc import read_warc  # warcio takes 90 ms to load

            yield from read_warc(stream, origin, settings)
        case "jsonl":
            yield from read_lines(stream, origin, settings)
        case other:
            yield from _whole(other, stream, origin, settings)


def _unpacked(stream: io.BufferedReader, origin: Origin, settings: Settings) -> Iterator[Report | Problem]:
    """The reports inside a gzip stream, unpacked as they are read."""
    inner = _buffered(Unpacked(stream))
    found = 0
    try:
        part = replace(origin, key=origin.key.removesuffix(".gz"), media="", charset="", is_whole=False)
        for found, each in enumerate(_read(inner, part, settings, packed=True), 1):  # noqa: B007 - counted for the message
            yield each
    except PackedError as error:
        yield lost(origin.name, f"{error}: " + ("what came before was read" if found else "nothing of it was read"))


def _whole(kind: str, stream: io.BufferedReader, origin: Origin, settings: Settings) -> Iterator[Report | Problem]:
    """The reports of a source that is read as a whole, if it keeps within its limit."""
    limit = {"json": settings.max_list, "feed": settings.max_list, "text": settings.max_text}.get(
        kind, settings.max_page
    )
    raw = read_up_to(stream, limit + 1)
    if len(raw) > limit:
        yield lost(
            origin.name, f"this is larger than {megabytes(limit)}, the limit for {_called(kind)}: {_remedy(kind)}"
        )
    elif kind == "json":
        yield from read_json(raw, origin, settings)
    elif kind == "feed":
        from aftermath.acquire.feed import read_feed  # feedparser takes 50 ms to load

        yield from read_feed(raw, origin, settings)
    elif kind == "html":
        from aftermath.acquire.page import read_page  # trafilatura takes 280 ms to load

        yield read_page(raw, origin, settings)
    else:
        yield read_text(raw, origin, settings)


def read_up_to(stream: BinaryIO, limit: int) -> bytes:
    """At most `limit` bytes; fewer only at the end of the stream."""
    parts, left = [], limit
    while left > 0 and (part := stream.read(min(left, HEAD))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _called(kind: str) -> str:
    """What a limit is for, in words."""
    return {"json": "a JSON list", "feed": "a feed", "text": "one report's text"}.get(kind, "one page")


def _remedy(kind: str) -> str:
    """What to do about a source that is too large."""
    return "write one object a line, which has no limit" if kind == "json" else "split it"


def read_text(raw: bytes, origin: Origin, settings: Settings) -> Report | Problem:
    """The report in a plain text."""
    decoded = mended(decode(raw, origin.charset))
    draft = Draft(
        name=origin.name,
        key=origin.key,
        raw=origin.raw(raw),
        text=plain(decoded.text),
        url=origin.url,
        notes=decoded.notes,
    )
    return finish(draft, settings)
