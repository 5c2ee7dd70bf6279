"""What a caller may decide about acquisition: dates, limits and manners on the network."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from aftermath.model import Report
from aftermath.model.raw import Raw

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One object, built at the door and passed down.

    `published` is the date of every report read, `title` and `outlet` what it is called and who
    published it, whatever its text or page says, and `language` its language (ISO 639-1),
    whatever its words look like.

    `max_text`, `max_page` and `max_list` limit the bytes of one report's text, of one page or
    response, and of one file of many reports that must be read whole (a JSON list, a feed).
    The longest reports of the field, yearbooks of the UN human-rights commissions, hold about
    1.5 MB of text; news pages rarely exceed 2 MB. A page at the limit takes trafilatura about
    10 s on a laptop. A web archive or a file of JSON lines is streamed and may have any size.

    `timeout` limits each wait for a server and `deadline` a fetch as a whole, in seconds, so
    that a server that sends one byte a second cannot hold a run. `max_fetches` limits the
    links followed from one feed. `public_only` refuses addresses of private networks and of this
    machine, for addresses that a stranger named.

    `keep` is given every report, before it is yielded, with the bytes it was drawn from.
    `passed_over` are folders that are not entered: the archive may lie in one that is read.
    """

    published: date | None = None
    title: str = ""
    outlet: str = ""
    language: str = ""
    max_text: int = 5 * MEGABYTE
    max_page: int = 10 * MEGABYTE
    max_list: int = 200 * MEGABYTE
    timeout: float = 10.0
    deadline: float = 30.0
    max_redirects: int = 5
    max_fetches: int = 200
    keep: Callable[[Report, Raw], None] | None = None
    passed_over: frozenset[Path] = frozenset()
    public_only: bool = False
    user_agent: str = "aftermath/0.1 (reads reports of armed conflict)"


def megabytes(size: int) -> str:
    """A size as people say it: "10 MB", "0.5 MB"."""
    return f"{size / MEGABYTE:.3g} MB"
