"""The door: from what a person names to reports."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from aftermath.acquire.draft import Draft, finish, lost
from aftermath.acquire.files import read_path
from aftermath.acquire.origin import Origin
from aftermath.acquire.route import read_stream
from aftermath.acquire.settings import Settings
from aftermath.model import Misuse, Problem, Report

_STDIN = Origin(name="standard input", key="stdin")


def acquire(source: str | Path, settings: Settings | None = None) -> Iterator[Report | Problem]:
    """The reports that a file, folder, URL, feed or web archive holds; "-" is standard input.

    Yields as it reads. A `Problem` stands for a report that was lost; what was merely odd is
    in the report's own `problems`. Bad input never raises.
    """
    settings = settings or Settings()
    name = str(source)
    if source == "":  # as a path it would name the folder one stands in
        yield lost("", "no source was named: give a file, a folder, a web address or -")
    elif name == "-":
        yield from _read_stdin(settings)
    elif isinstance(source, str) and "://" in name:
        yield from _read_address(name, settings)
    else:
        yield from read_path(Path(source), settings)


def _read_stdin(settings: Settings) -> Iterator[Report | Problem]:
    """The reports on standard input, which a detached process may lack."""
    if sys.stdin is None or sys.stdin.closed:
        yield lost(_STDIN.name, "standard input is closed: there is nothing to read")
    else:
        yield from read_stream(sys.stdin.buffer, _STDIN, settings)


def _read_address(address: str, settings: Settings) -> Iterator[Report | Problem]:
    """The reports at a URL, which must be one of the web."""
    scheme = address.partition("://")[0].lower()
    if scheme not in {"http", "https"}:
        yield lost(address, f"addresses that begin with {scheme}:// are not read: give http, https or a file")
        return
    from aftermath.acquire.fetch import read_url  # httpx takes 110 ms to load

    yield from read_url(address, settings)


def report_from_text(
    text: str,
    *,
    published: date | None = None,
    title: str = "",
    outlet: str = "",
    id: str = "",  # noqa: A002 - the report's own word for it
) -> Report:
    """A report made of a text at hand; spans will refer to this very text.

    Raises `Misuse` for what `acquire` would yield a fatal problem for: an empty text, one in
    another language, one beyond the limit.
    """
    raw = text.encode("utf-8", "surrogatepass")
    origin = Origin(name=id or title or "text", key="")
    draft = Draft(name=origin.name, raw=origin.raw(raw), text=text, id=id, title=title, outlet=outlet)
    found = finish(draft, Settings(published=published))
    if isinstance(found, Problem):
        raise Misuse(f"{found.report}: {found.message}")
    return found
