"""Gzip unpacked piece by piece: what comes before a fault is given, then the fault is raised.

The standard library's reader throws away what it has in hand when it meets a fault; in an
archive of pages that would lose whole pages.
"""

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_PIECE = 65_536
_GZIP = 31  # zlib's window bits for a gzip header and checksum


class PackedError(OSError):
    """Gzip data that are broken: what came last before this may be garbled."""


class CutShortError(PackedError):
    """Gzip data that end too early: all that came before this is sound."""


class Unpacked(io.RawIOBase):
    """The contents of a gzip stream of any number of members; what follows the last is left alone."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._unpacker = zlib.decompressobj(_GZIP)
        self._held = b""  # packed bytes that were read and not yet unpacked
        self._begun = False

    def readable(self) -> bool:
        """Yes: `io.BufferedReader` asks."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Fill a part of the buffer with the next contents; 0 at the end."""
        view = memoryview(buffer).cast("B")
        piece = self._next_piece(len(view))
        view[: len(piece)] = piece
        return len(piece)

    def _next_piece(self, size: int) -> bytes:
        """At most `size` bytes of contents, b"" only at the end."""
        piece = b""
        while not piece:
            if (self._unpacker.eof or not self._begun) and not self._next_member():
                break
            packed = self._held or self._stream.read(_PIECE)
            piece = self._unpack(packed, size)
            if not packed and not piece:
                raise CutShortError("the gzip data end too early")
        return piece

    def _next_member(self) -> bool:
        """Whether another member begins; null bytes between members are padding, as on tape."""
        held = self._unpacker.unused_data
        while not held.strip(b"\0") and (more := self._stream.read(_PIECE)):
            held = more
        self._held = held.lstrip(b"\0")
        self._unpacker = zlib.decompressobj(_GZIP)
        self._begun = self._held.startswith(b"\x1f")
        return self._begun

    def _unpack(self, packed: bytes, size: int) -> bytes:
        """At most `size` bytes of contents."""
        try:
            piece = self._unpacker.decompress(packed, size)
        except zlib.error as error:
            raise PackedError(f"the gzip data are broken ({error})") from error
        self._held = self._unpacker.unconsumed_tail
        return piece
