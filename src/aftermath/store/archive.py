"""The archive: bytes as they came, in WARC files in a folder, only ever added to.

Takes `Raw` bytes and gives a `Holding`: in which file they are, from where to where. Each
`Archive` writes a file of its own and begins another when that is full, so collectors never
share one, and a file that a killed run left with half a record is never written to again. A
holding is handed on only after `sync`, so nothing kept refers to bytes that are not on disk.

Fetched bytes are kept as response and request; those of a file, a line of one, or an entry of
a fetched feed as a resource. What is read again is compared with its digests, byte for byte.
"""

import contextlib
import hashlib
import io
import os
import secrets
import threading
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from aftermath.model.errors import UnusableStore
from aftermath.model.raw import Exchange, Raw

if TYPE_CHECKING:
    from warcio.warcwriter import WARCWriter

FULL = 500_000_000
"""Bytes after which another file is begun: small enough for any file system and for a mail of a few."""

REMEMBERED = 1_000
"""Digests and exchanges whose place is remembered, so that what repeats within a run is written once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Where the bytes with a digest lie: `length` bytes of a file, with the digest `packed` of their own.

    `record` is the id of the WARC record whose content the bytes are; beside it there may be
    the request, and the response it is a part of.
    """

    sha256: str
    file: str
    offset: int
    length: int
    packed: str
    record: str


class BrokenHoldingError(Exception):
    """Bytes that are not what they were; the text says how."""


class Archive:
    """A folder of WARC files; close it, or use it as a context."""

    def __init__(self, folder: Path, full: int = FULL) -> None:
        """Nothing is made before there is something to keep."""
        self.folder = folder
        self._full = full
        self._lock = threading.Lock()
        self._file: IO[bytes] | None = None
        self._held: dict[str, Holding] = {}
        self._exchanged: dict[int, tuple[Exchange, str]] = {}

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._file:
            self._file.close()
        self._file = None

    def hold(self, raw: Raw) -> Holding:
        """Keep bytes; they are safe after the next `sync`. The same bytes are written once."""
        with self._lock:
            if known := self._held.get(raw.sha256):
                return known
            try:
                holding = self._written(raw)
            except OSError as error:
                raise self._unwritten(error) from error
            _remember(self._held, raw.sha256, holding)
            return holding

    def sync(self) -> None:
        """See to it that all that is held is on the disk."""
        if self._file:
            try:
                self._file.flush()
                os.fsync(self._file.fileno())
            except OSError as error:
                raise self._unwritten(error) from error

    def _written(self, raw: Raw) -> Holding:
        from warcio.warcwriter import WARCWriter  # warcio takes 90 ms to load

        file = self._open()
        start = file.tell()
        record = _write(WARCWriter(file, gzip=True), raw, self._exchanged)
        length = file.tell() - start
        file.seek(start)
        packed = hashlib.sha256(file.read(length)).hexdigest()
        return Holding(
            sha256=raw.sha256, file=Path(file.name).name, offset=start, length=length, packed=packed, record=record
        )

    def _open(self) -> IO[bytes]:
        """The file to write to: a new one where there is none yet, or where it is full."""
        if self._file and self._file.tell() >= self._full:
            self.sync()
            self.close()
            self._exchanged.clear()
        if not self._file:
            self.folder.mkdir(parents=True, exist_ok=True)
            name = f"{datetime.now(UTC):%Y%m%dT%H%M%SZ}-{os.getpid()}-{secrets.token_hex(3)}.warc.gz"
            self._file = (self.folder / name).open("x+b")
            os.fsync(folder := os.open(self.folder, os.O_RDONLY))
            os.close(folder)
        return self._file

    def _unwritten(self, error: OSError) -> UnusableStore:
        """Let go of a file that could not be written, whose end may be half a record."""
        name = self._file.name if self._file else self.folder
        with contextlib.suppress(OSError):  # what is buffered cannot be written either
            self.close()
        self._file = None
        self._held.clear()
        self._exchanged.clear()
        return UnusableStore(
            f"{name}: the archive cannot be written ({error.strerror or error}): nothing was kept of "
            "these reports; make room, or see who may write there, and try again"
        )

    def read(self, holding: Holding) -> bytes:
        """The bytes of a holding; `BrokenHoldingError` where they are not as they were."""
        path = self.folder / holding.file
        try:
            with path.open("rb") as file:
                file.seek(holding.offset)
                packed = file.read(holding.length)
        except FileNotFoundError as error:
            raise BrokenHoldingError(f"{path} is missing") from error
        except OSError as error:
            raise BrokenHoldingError(f"{path} cannot be read ({error.strerror})") from error
        where = f"{path}, bytes {holding.offset:,} to {holding.offset + holding.length:,}"
        if len(packed) < holding.length:
            raise BrokenHoldingError(f"{where}: the file ends before them")
        if hashlib.sha256(packed).hexdigest() != holding.packed:
            raise BrokenHoldingError(f"{where}: they were altered")
        body = _content(packed, holding.record)
        if body is None or hashlib.sha256(body).hexdigest() != holding.sha256:
            raise BrokenHoldingError(f"{where}: record {holding.record} is not what was kept")
        return body


def _write(writer: "WARCWriter", raw: Raw, exchanged: dict[int, tuple[Exchange, str]]) -> str:
    """Write the records of some bytes; returns the id of the one whose content they are."""
    response = ""
    if raw.exchange:
        response = exchanged.get(id(raw.exchange), (raw.exchange, ""))[1] or _write_exchange(writer, raw.exchange)
        _remember(exchanged, id(raw.exchange), (raw.exchange, response))  # holding it keeps its id its own
        if raw.is_whole:
            return response
    within = {"WARC-Concurrent-To": response} if response else {}
    media = raw.media or "application/octet-stream"
    record = writer.create_warc_record(
        raw.uri, "resource", io.BytesIO(raw.body), len(raw.body), warc_content_type=media, warc_headers_dict=within
    )
    writer.write_record(record)
    return _id(record)


def _write_exchange(writer: "WARCWriter", exchange: Exchange) -> str:
    """Write response and request; returns the id of the response."""

    def made(kind: str, message: bytes) -> Any:
        return writer.create_warc_record(exchange.url, kind, io.BytesIO(message), len(message))

    response = made("response", exchange.answered + b"\r\n\r\n" + exchange.body)
    writer.write_request_response_pair(made("request", exchange.asked + b"\r\n\r\n"), response)
    return _id(response)


def _id(record: Any) -> str:
    return str(record.rec_headers.get_header("WARC-Record-ID"))


def _content(packed: bytes, wanted: str) -> bytes | None:
    """The unpacked content of one of some records, None where it is not among them."""
    from warcio.archiveiterator import ArchiveIterator

    for record in ArchiveIterator(io.BytesIO(packed)):
        if _id(record) == wanted:
            return bytes(record.content_stream().read())
    return None


def _remember(memory: dict[Any, Any], key: object, value: object) -> None:
    """Put something into a memory of bounded size; the oldest is forgotten."""
    memory[key] = value
    if len(memory) > REMEMBERED:
        del memory[next(iter(memory))]
