"""The bytes that a report was drawn from, as they came."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its response. Heads are as sent, without the empty line; `body` is still packed."""

    url: str
    asked: bytes
    answered: bytes
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """Bytes with their digest and where they came from.

    `exchange` is what they were fetched by, whether they are its whole unpacked body or, as a
    line of a fetched file or an entry of a feed, a part of it.
    """

    body: bytes
    sha256: str
    uri: str
    media: str = ""
    exchange: Exchange | None = None
    is_whole: bool = True
