"""From what was read to a report: the checks and findings that all sources share.

Takes a `Draft` (text and metadata as a file, page or feed gave them) and gives a `Report`, or
a fatal `Problem` where there is nothing that can be read.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from aftermath.acquire.characters import safe
from aftermath.acquire.dateline import report_date
from aftermath.acquire.language import language_of, name_of
from aftermath.acquire.settings import Settings, megabytes
from aftermath.model import Problem, Report
from aftermath.model.raw import Raw

STAGE = "acquire"
_NO_DATE = "no date was found: relative dates (yesterday, on Friday) stay unresolved; give the date with --published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text as found, with what came with it.

    `name` is what problems call it and `key` the part of the name that is the same on every
    machine (a file's name without its folder). `published` is the date that metadata give.
    `raw` are the bytes it was found in; their digest ties the report to the archive.
    `id` and `language` are set where the source states them.
    """

    name: str
    raw: Raw
    text: str
    key: str = ""
    id: str = ""
    title: str = ""
    outlet: str = ""
    author: str = ""
    url: str = ""
    published: date | None = None
    language: str = ""
    notes: tuple[str, ...] = ()


def lost(name: str, message: str) -> Problem:
    """The problem of a report from which nothing could be read."""
    return Problem(report=_printable(name), stage=STAGE, message=_printable(message), fatal=True)


def noted(name: str, message: str) -> Problem:
    """The problem of a report that was read with less than was hoped for."""
    return Problem(report=_printable(name), stage=STAGE, message=_printable(message))


def _printable(words: str) -> str:
    """Words that any terminal and file can take: names of files and servers may hold anything."""
    return safe(words.replace("\n", " "))[0]


def finish(draft: Draft, settings: Settings) -> Report | Problem:
    """The report that a draft makes: safe text, language, date and id."""
    text, notes = safe(draft.text)
    if not text.strip():
        return lost(draft.name, "the text is empty: there is nothing to read")
    if (size := len(text)) > settings.max_text:
        limit = megabytes(settings.max_text)
        return lost(draft.name, f"the text is {megabytes(size)} long, the limit for one report is {limit}: split it")
    language = language_of(text, settings.language or draft.language)
    if language.code != "en":
        return lost(draft.name, f"not read yet: {name_of(language.code)}")
    dated = report_date(text, draft.published, settings.published)
    told = (*draft.notes, *notes, *language.notes, *dated.notes, *(() if dated.value else (_NO_DATE,)))
    key = draft.id or derived_id(draft.key or draft.name, draft.raw.sha256)
    report = Report(
        id=key,
        text=text,
        title=settings.title or draft.title,
        outlet=settings.outlet or draft.outlet,
        author=draft.author,
        url=draft.url,
        published=dated.value,
        language=language.code,
        sha256=draft.raw.sha256,
        problems=tuple(noted(key, note) for note in (*told, *_outweighed(draft, settings))),
    )
    if settings.keep:
        settings.keep(report, draft.raw)
    return report


def _outweighed(draft: Draft, settings: Settings) -> Iterator[str]:
    """Notes of what the source says of itself where the person who gave it says otherwise."""
    for what, found, given in (("title", draft.title, settings.title), ("outlet", draft.outlet, settings.outlet)):
        if found and given and found != given:
            yield f"the {what} is the one that was given; the source's own is “{found}”"


def derived_id(key: str, sha256: str) -> str:
    """An id that is the same on every machine: words of the name, and a digest of name and bytes."""
    words = re.sub(r"[^a-z0-9]+", "-", key.lower().rpartition("/")[2].partition(".")[0]).strip("-")[:40]
    digest = hashlib.sha256(f"{key}\0{sha256}".encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return f"{words or 'report'}-{digest}"
