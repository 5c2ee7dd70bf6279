"""The ends of archive files, behind all that a store refers to: whole records, or half of one.

A run that was killed leaves bytes there that nothing refers to. Whole records harm nobody; half
a record makes other programs stumble. Takes a file and where the store's part ends, gives where
half a record begins. Changes nothing.
"""

import zlib
from pathlib import Path

PIECE = 1_000_000
GZIP = 31
"""zlib's window bits for gzip, of which every record is a member of its own."""


def half_record(path: Path, start: int) -> int | None:
    """The byte at which half a record begins, at `start` or behind it; None where the file ends as it should."""
    with path.open("rb") as file:
        file.seek(start)
        whole, here = start, start
        member = zlib.decompressobj(GZIP)
        while piece := file.read(PIECE):
            here += len(piece)
            while piece:
                try:
                    _run_through(member, piece)
                except zlib.error:
                    return whole
                if not member.eof:
                    break
                piece = member.unused_data
                whole = here - len(piece)
                member = zlib.decompressobj(GZIP)
    return None if whole == here else whole


def _run_through(member: "zlib._Decompress", piece: bytes) -> None:
    """Unpack a piece without keeping what comes out, some at a time: it may be a thousand times as large."""
    member.decompress(piece, PIECE)
    while member.unconsumed_tail and not member.eof:
        member.decompress(member.unconsumed_tail, PIECE)
