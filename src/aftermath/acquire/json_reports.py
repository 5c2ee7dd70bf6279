"""Reports in JSON: one object, a list of objects, or an object a line.

The keys read are those of the gold files and of `aftermath read --format jsonl`: `text`, which
must be there, `id`, `title`, `outlet`, `author`, `url`, `published` and `language`. Other keys
are left alone, unless one looks like a misspelt key. The text is kept to the letter: somebody's
annotations may point into it.
"""

import difflib
import json
from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from aftermath.acquire.characters import line
from aftermath.acquire.dates import parse_date
from aftermath.acquire.draft import Draft, finish, lost
from aftermath.acquire.encoding import decode
from aftermath.acquire.origin import Origin
from aftermath.acquire.settings import Settings, megabytes
from aftermath.model import Problem, Report
from aftermath.model.raw import Raw

KEYS = ("id", "title", "outlet", "author", "url", "published", "language", "text")
_SHAPE = 'expected an object with the key "text" (and id, title, outlet, published), a list of such, or one a line'


def read_json(raw: bytes, origin: Origin, settings: Settings) -> Iterator[Report | Problem]:
    """The reports of one JSON document: an object, or a list of objects."""
    try:
        value = json.loads(decode(raw).text)
    except (ValueError, RecursionError) as error:
        yield lost(origin.name, f"this is not JSON that can be read: {_cause(error)}")
        return
    if not isinstance(value, list):
        yield _report(value, origin, origin.raw(raw), settings)
        return
    if not value:
        yield lost(origin.name, "the JSON list is empty: there is nothing to read")
    whole = origin.raw(raw)
    for number, item in enumerate(value, 1):
        yield _report(item, origin.part(f"item {number}"), whole, settings)


def read_lines(stream: BinaryIO, origin: Origin, settings: Settings) -> Iterator[Report | Problem]:
    """The reports of a file of JSON lines; each line stands alone, blank ones are skipped."""
    limit = settings.max_page
    found = False
    for number, raw in enumerate(_lines(stream, limit), 1):
        part = origin.part(f"line {number}")
        if raw.strip():
            found = True
            yield _too_long(part, limit) if len(raw) > limit else _from_line(raw, part, settings)
    if not found:
        yield lost(origin.name, "the file holds no line of JSON: there is nothing to read")


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """Lines, cut just past the limit; the rest of a longer line is passed over unread."""
    while raw := stream.readline(limit + 1):
        yield raw
        while len(raw) > limit and not raw.endswith(b"\n"):
            raw = stream.readline(limit + 1)


def _too_long(part: Origin, limit: int) -> Problem:
    """A line beyond the limit is one lost report."""
    return lost(part.name, f"the line is longer than {megabytes(limit)}, the limit for one report")


def _from_line(raw: bytes, part: Origin, settings: Settings) -> Report | Problem:
    """The report of one line."""
    try:
        value = json.loads(decode(raw).text)
    except (ValueError, RecursionError) as error:
        return lost(part.name, f"this line is not JSON that can be read: {_cause(error)}")
    return _report(value, part, part.raw(raw), settings)


def _cause(error: Exception) -> str:
    """Why JSON was refused, in words."""
    return "brackets are nested too deeply" if isinstance(error, RecursionError) else str(error)


def _report(value: object, origin: Origin, raw: Raw, settings: Settings) -> Report | Problem:
    """The report that one object of JSON describes."""
    if not isinstance(value, dict):
        return lost(origin.name, f"{_SHAPE}, found {_kind(value)}")
    if not isinstance(value.get("text"), str):
        has = "a text that is no string" if "text" in value else f"the keys {_listed(value)}"
        return lost(origin.name, f"{_SHAPE}, found {has}")
    published, notes = _published(value.get("published"))
    draft = Draft(
        name=origin.name,
        key=origin.key,
        raw=raw,
        text=value["text"],
        id=_id(value.get("id")),
        title=line(value.get("title"), limit=1000),
        outlet=line(value.get("outlet")),
        author=line(value.get("author")),
        url=line(value.get("url"), limit=2000),
        published=published,
        language=line(value.get("language")),
        notes=(*notes, *_misspelt(value), *_unread(value)),
    )
    return finish(draft, settings)


def _id(value: object) -> str:
    """The report's own id; whole numbers are taken as they are printed."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else line(value)


def _published(value: object) -> tuple[date | None, tuple[str, ...]]:
    """The date under `published`, with a note where something stands there that is no date."""
    if value in (None, ""):
        return None, ()
    published = parse_date(value) if isinstance(value, str) else None
    shown = json.dumps(value)[:60]
    return published, () if published else (f"published is {shown}, which is no date: write it as 2019-03-14",)


def _misspelt(value: dict[str, object]) -> Iterator[str]:
    """A note for each unknown key that is nearly a known one, where that one is missing."""
    for key in value:
        close = difflib.get_close_matches(key.lower(), KEYS, n=1, cutoff=0.8)
        if key not in KEYS and close and close[0] not in value:
            yield f"the key {key!r} is not known and was left out: is {close[0]!r} meant?"


def _unread(value: dict[str, object]) -> Iterator[str]:
    """A note for each value of metadata that is no text."""
    for key in ("title", "outlet", "author", "url", "language"):
        if not isinstance(value.get(key, ""), str | None):
            yield f"{key} is {_kind(value[key])}, not text, and was left out"


def _kind(value: object) -> str:
    """What a JSON value is, in words."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _listed(value: dict[str, object]) -> str:
    """The first keys of an object, for a message."""
    return ", ".join(repr(key[:30]) for key in list(value)[:8]) or "none"
