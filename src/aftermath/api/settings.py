"""What the server is told from outside: one frozen value, built at the door, passed down."""

import re
from dataclasses import dataclass

from aftermath.model import Misuse

LOOPBACK = ("127.0.0.1", "::1", "localhost")

TILES = re.compile(r"(https://[A-Za-z0-9.-]+(?::\d{1,5})?|http://(?:localhost|127\.0\.0\.1)(?::\d{1,5})?)/[!-~]*")
"""The address of a map style, and its origin; nothing that would end a directive of the policy."""

MODES = ("local", "team", "public")
"""One person on their own machine; people with accounts; everybody, who may only read what is released."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeSettings:
    """How the record is served.

    `hosts` are the names under which browsers may call; any other `Host` is refused, because a
    page elsewhere could point its own name at a loopback address. `tiles` is the address of an
    online map style, "" for the map that is shipped. `secure` marks cookies for HTTPS only.
    """

    mode: str = "local"
    user: str = "local"
    hosts: tuple[str, ...] = LOOPBACK
    tiles: str = ""
    secure: bool = False
    page: int = 50
    max_page: int = 500
    max_points: int = 200_000
    max_upload: int = 10_000_000
    requests_a_minute: int = 1200
    """Of one caller; a map that is dragged about asks for a few a second."""

    token_requests_a_minute: int = 600
    sign_ins_a_minute: int = 20

    max_listeners: int = 200
    max_listeners_each: int = 12
    """Streams of events of one caller: a browser has six connections to a server for all its tabs."""

    def __post_init__(self) -> None:
        """Refuse a map style that no browser could be let fetch, or that would open more than its own host."""
        if self.tiles and not TILES.fullmatch(self.tiles):
            raise Misuse(f"{self.tiles}: the address of a map style begins with https:// and the name of a host")

    @property
    def tiles_origin(self) -> str:
        """The one origin beside our own that browsers may ask, "" where there is none."""
        found = TILES.fullmatch(self.tiles)
        return found[1] if found else ""
