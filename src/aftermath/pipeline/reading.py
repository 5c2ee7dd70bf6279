"""Reading as a Python call: text or sources in, records out that show themselves.

The models behind it are loaded once and kept for the calls that follow.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from aftermath import acquire
from aftermath.export.html import html_table
from aftermath.model import Misuse, Record
from aftermath.pipeline.run import read_sources
from aftermath.pipeline.settings import Settings
from aftermath.pipeline.stages import Reader


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Reading(Record):
    """A record that shows itself as a table in notebooks and in a line elsewhere."""

    def __repr__(self) -> str:
        """Which report, and how much was read from it."""
        problems = f", {_counted(len(self.problems), 'problem')}" if self.problems else ""
        return f"<Reading of {self.report.id}: {_counted(len(self.claims), 'claim')}{problems}>"

    def _repr_html_(self) -> str:
        return html_table(self)


def read_text(text: str, settings: Settings, *, title: str = "", outlet: str = "", name: str = "") -> Reading:
    """The record of one text; raises `Misuse` for a text that cannot be read at all."""
    report = acquire.report_from_text(text, published=settings.published, title=title, outlet=outlet, id=name)
    return _reading(_reader(replace(settings, published=None)).read(report))


def read_each(sources: Iterable[str | Path], settings: Settings, jobs: int) -> Iterator[Reading]:
    """The record of every report of every source, in order."""
    return map(_reading, read_sources(map(str, sources), settings, jobs))


@lru_cache(maxsize=2)
def _reader(settings: Settings) -> Reader:
    return Reader(settings)


def _reading(record: Record) -> Reading:
    return Reading(**{field.name: getattr(record, field.name) for field in fields(record)})


def as_day(day: date | str | None, name: str = "published") -> date | None:
    """A date, given as one or as ISO text; raises `Misuse`, with the option's name, where the text is none."""
    if not isinstance(day, str):
        return day
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise Misuse(f"{name} {day!r} is not a date like 2019-03-14") from error


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
