"""The date of a report: as a person gives it, as its own text gives it, or as its metadata do.

Takes a text and what is known of its date; gives the date and notes. Only the head of a text
is searched, and only for dates in the place of a dateline: prose that mentions a date says
when something happened, not when it was written. Nothing depends on today's date.

Which date wins:

1. `--published`.
2. A dateline with a year ("Kyiv, 3 May 2022 —", also as a line of its own, "Published 12 March 2019"): metadata name
   the day a page was archived, changed or syndicated as often as the day it was written.
3. A bare date that opens the text ("10 September 2013 Rights group says …"), unless it lies
   more than 31 days before the metadata's (then it may be the date of what is told) or more
   than a year after.
4. A dateline without a year ("AMMAN, July 19 (Reuters) -"), with the metadata's year, if it
   falls within 31 days before the metadata's date or a day after it (time zones).
5. The metadata's date.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from aftermath.acquire.dates import DATE, Day, day_of

_HEAD = 600
_NEAR = timedelta(days=31)
_ZONES = timedelta(days=1)
_YEAR = timedelta(days=366)
_TOLD = timedelta(days=3)

# Capitalised, or at the start of a line: "a video posted on 3 May" is prose.
_LABEL = re.compile(
    r"(?:(?:^|\s)(?:First published|Published|Posted|Issued)|\n(?:published|posted|date:))"
    rf"(?:\s+(?:on|at))?\s*:?\s+{DATE}"
)
_UPDATED = re.compile(rf"(?:^|\s)(?:Last )?[Uu]pdated(?:\s+(?:on|at))?\s*:?\s+{DATE}")
# "AMMAN, July 19 (Reuters) -", "Kyiv, 3 May 2022 —", "Quito, 4 Mar 87 (EL DIARIO) --". The
# place may be glued to a headline before it, as sloppy scrapers leave it, if it is in capitals.
_PLACE = r"(?:(?:^|\n)\s*[A-Z][^\n,(|]{1,40}|[A-Z]{3,15}[A-Z/ '-]{0,30})(?:,\s*[A-Z][^\n,(|]{1,30}){0,2}"
_CITY = re.compile(rf"{_PLACE},\s*{DATE}\s*(?:\([^)\n]{{2,60}}\)\s*)?(?:--?|–|—|:)\s")
# A dateline on a line of its own: "SANAA, Nov 5, 2023 (Reuters)".
_LINE = re.compile(
    rf"(?:^|\n)\s*[A-Z][^\n,(|.]{{1,40}}(?:,\s*[A-Z][^\n,(|.]{{1,30}}){{0,2}},\s*{DATE}[ \t]*"
    r"(?:\([^)\n]{2,60}\)[ \t]*)?(?=\n|$)"
)
# "ACCRA | Sun Mar 4, 2012 9:12 am EST", "Qarya (Wire) | 3 May 2022".
_BAR = re.compile(rf"(?:^|\n)[^\n|]{{2,60}}\|\s*{DATE}")
_OPENING = re.compile(rf"\A\s*{DATE}")
# "Headline Agency Friday 6 May 2016 At least …": a weekday and a whole date, no preposition.
_MIDDLE = re.compile(rf"(?<!\bon)(?<!\bof)(?<!\bby)(?<!from)(?<!since)(?<!until)(?<!,)\s(?=[A-Z][a-z]+day,?\s){DATE}")
_TIERS = (((_LABEL, _CITY, _LINE, _BAR), True), ((_UPDATED,), True), ((_OPENING, _MIDDLE), False))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A report's date, None where there is none, and what a reader should know of it."""

    value: date | None
    notes: tuple[str, ...] = ()


def report_date(text: str, metadata: date | None, given: date | None = None) -> Dated:
    """The date of a report, by the rules at the head of this module."""
    if given:
        return Dated(value=given.date() if isinstance(given, datetime) else given)
    head = text[:_HEAD]
    for patterns, strong in _TIERS:
        if (day := _first(patterns, head)) and (dated := _weighed(day, metadata, strong=strong)):
            return dated
    return Dated(value=metadata)


def _first(patterns: tuple[re.Pattern[str], ...], head: str) -> Day | None:
    """The date that the earliest match of the patterns names, if it is a date at all."""
    matches = sorted((m for p in patterns for m in p.finditer(head)), key=lambda m: m.start())
    return next((day for m in matches if (day := day_of(m.groupdict()))), None)


def _weighed(day: Day, metadata: date | None, *, strong: bool) -> Dated | None:
    """The dateline's date where it outweighs the metadata's; None where it does not."""
    if day.year is None:
        return _with_year(day, metadata) if strong else None
    value, notes = day.near(metadata)
    if metadata and not strong and not metadata - _NEAR <= value <= metadata + _YEAR:
        return None
    if metadata and abs(value - metadata) > _TOLD:
        notes = (*notes, f"the date is the text's own, {value}; its metadata give {metadata}")
    return Dated(value=value, notes=notes)


def _with_year(day: Day, metadata: date | None) -> Dated | None:
    """A dateline without a year, in the year that puts it nearest before the metadata's date."""
    if metadata is None:
        note = f"the text is dated {day.words} without a year; give the date with --published"
        return Dated(value=None, notes=(note,))
    for year in (metadata.year, metadata.year - 1, metadata.year + 1):
        value = day.in_year(year)
        if value and metadata - _NEAR <= value <= metadata + _ZONES:
            return Dated(value=value)
    return None
