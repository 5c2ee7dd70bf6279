"""The records of a web archive, one after the other, until it ends or breaks.

Takes a stream of an unpacked archive, gives warcio's records. What is wrong with an archive
comes out one way, whether warcio prints it, raises it or passes it over. Knows nothing of
pages.
"""

import contextlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from warcio.archiveiterator import ArchiveIterator

from aftermath.acquire.sniff import HEAD

_END = b"\r\n\r\n"  # of every record, and so of a whole archive


class BrokenArchiveError(Exception):
    """An archive that cannot be read any further; the text says why."""


@dataclass(slots=True)
class Archive:
    """An archive's stream as warcio reads it, remembering what was odd about it.

    One read gives what one read of the source gives: where the source breaks in the middle of
    a longer read, what came before would be lost.
    """

    stream: io.BufferedReader
    tail: bytes = b""
    complained: bool = False

    def read(self, size: int = HEAD) -> bytes:
        """The next bytes, as many as one read of the source gives."""
        piece = self.stream.read1(size)
        self.tail = (self.tail + piece)[-len(_END) :]
        return piece

    def ends_well(self) -> bool:
        """Whether every record that was read ended where it should, and the archive with it."""
        return not self.complained and self.tail == _END


def records(archive: Archive) -> Iterator[Any]:
    """The archive's records; raises an error after the last one where that is cut short.

    What warcio says on standard error is kept from the terminal and noted.
    """
    iterator = iter(ArchiveIterator(archive))
    last = None
    while True:
        with hushed() as said:
            record = _next(iterator)
        archive.complained |= bool(said.getvalue())
        if record is None:
            break
        yield record
        last = record
    if last is not None:
        check_whole(last)


def _next(iterator: Iterator[Any]) -> Any:
    """The next record, None at the end."""
    try:
        return next(iterator, None)
    except OSError:
        raise
    except Exception as error:  # warcio raises its own errors, but AttributeError too for a head cut short
        raise BrokenArchiveError(f"{type(error).__name__}: {error}") from error


def hushed() -> contextlib.redirect_stderr[io.StringIO]:
    """A block in which what warcio prints on standard error is kept as text."""
    return contextlib.redirect_stderr(io.StringIO())


def check_whole(record: Any) -> None:
    """Read a record to its end; raise an error where the archive ends before it."""
    while record.raw_stream.read(HEAD):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise BrokenArchiveError("it ends in the middle of a record")
