"""Two times that make one stretch: the ends of a range, a run of days and its last, a length within a time.

"From Monday to Thursday", "between March and June 2014"; "for a fifth day on Thursday", "on Thursday for the fifth
day"; "over two days in November".
"""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from aftermath.resolve.sheet import GAP
from aftermath.resolve.time.days import Days
from aftermath.resolve.time.find import Piece
from aftermath.resolve.time.join import DAY_AT_HOUR, TOLD
from aftermath.resolve.time.words import Found

_RUN = re.compile(rf"{GAP}(?:(?i:on){GAP})?")
_RAN = re.compile(rf",?{GAP}(?i:for){GAP}")
_WITHIN = re.compile(rf"{GAP}(?i:in|on){GAP}(?:(?i:early|mid|late)[ -])?")


def runs(text: str, pieces: list[Piece]) -> list[Piece]:
    """A run of days and its last ("for a fifth day on Thursday") as one; a length within a time is that time."""
    out: list[Piece] = []
    for piece in pieces:
        last, days = (out[-1] if out else None), piece.found.days
        if last is None or days is None or last.found.days is None:
            out.append(piece)
        elif last.rule == "nth" and piece.rule == "weekday" and _RUN.fullmatch(text, last.end, piece.start):
            run = Days(days.end - (last.found.days.end - last.found.days.start), days.end, days.precision)
            found = last.found._replace(days=run, why=f"{last.found.why}; the last is {piece.found.why}")
            out[-1] = Piece(last.start, piece.end, "range", found, piece.sentence)
        elif last.rule in TOLD and piece.rule == "nth" and _RAN.fullmatch(text, last.end, piece.start):
            first = last.found.days.end - (days.end - days.start)
            ran = last.found.days._replace(start=first)
            found = piece.found._replace(days=ran, why=f"{piece.found.why}, on that day")
            out[-1] = Piece(last.start, piece.end, "range", found, piece.sentence)
        elif last.rule == "duration" and piece.rule in _SPOKEN_OF and _WITHIN.fullmatch(text, last.end, piece.start):
            out[-1] = replace(piece, start=last.start)
        else:
            out.append(piece)
    return out


_ENDED = r"\b(?:ended|ending|came to an end|finished|died down)(?: (?:late|early))?(?: on)? $"
_THEN_ENDED = re.compile(rf"[^.;:\n]{{0,100}}{_ENDED}")
_TO_ITS_END = re.compile(_ENDED)
_AFTER = re.compile(rf",?{GAP}(?:after{GAP})?")
LASTING = frozenset(("duration", "n_day", "days_of", "for_days"))
"""Rules of lengths of time."""
_DAY = timedelta(1)


def ended(text: str, pieces: list[Piece]) -> list[Piece]:
    """The day on which something ended that had lasted for days as all of these: "a four-day battle that ended
    Saturday", "ended on Saturday after four days of fighting".
    """
    out = list(pieces)
    for n, (one, two) in enumerate(pairwise(pieces)):
        if one.rule in LASTING and two.rule in TOLD and _THEN_ENDED.fullmatch(text, one.end, two.start):
            out[n : n + 2] = _up_to(one, two)
        elif one.rule in TOLD and two.rule in LASTING and _ended_after(text, one, two):
            out[n : n + 2] = reversed(_up_to(two, one))
    return out


def _ended_after(text: str, day: Piece, length: Piece) -> bool:
    """Whether something is said to have ended on a day after some days."""
    behind = _AFTER.fullmatch(text, day.end, length.start) and "after" in text[day.end : length.end]
    return bool(behind) and _TO_ITS_END.search(text, max(0, day.start - 40), day.start) is not None


def _up_to(length: Piece, last: Piece) -> tuple[Piece, Piece]:
    """A length of time that is told by its last day, and that day drawn out over it."""
    lasted, day = length.found.days, last.found.days
    if lasted is None or day is None or lasted.start == lasted.end or day.start != day.end:
        return length, last
    ran = lasted.end - lasted.start - (_DAY if length.rule == "n_day" and lasted.precision == "day" else timedelta(0))
    found = last.found._replace(days=day._replace(start=day.end - ran), why=f"{last.found.why}, and the days up to it")
    return replace(length, found=Found(None, "a length of time up to a day that is named")), replace(last, found=found)


_SPOKEN_OF = frozenset(("month", "month_year", "year", "day_month", "month_day", "weekday"))
"""Rules of times within which a length lies: "over two days in November"."""


_FIRST = re.compile(rf"\b(?i:between|from){GAP}(?:the{GAP})?(?:(?i:early|late|mid){GAP})?$")
_TO = re.compile(
    rf"{GAP}?(?:-|–|—){GAP}?|,?{GAP}(?i:to|and|until|till|through|into|up{GAP}to)(?:{GAP}(?:the|on|early|late))?{GAP}"
)


_NIGHT_OF = re.compile(
    rf"(?i:overnight|(?:in|on|during){GAP}the{GAP}night)(?:{GAP}(?:from|of|between))?{GAP}(?:on{GAP})?$"
)


def _nightly(text: str, start: int) -> int:
    """Where a range begins that is the night between its days: "overnight from Friday to Saturday"."""
    lead = _NIGHT_OF.search(text, max(0, start - 40), start)
    return lead.start() if lead else start


def ranges(text: str, pieces: list[Piece]) -> list[Piece]:
    """Two times with "to" or "and" between them as one, where they make a range."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        link = _TO.fullmatch(text, last.end, piece.start) if last else None
        opening = _FIRST.search(text, max(0, last.start - 24), last.start) if last else None
        plain = link is not None and ("and" not in link[0].lower() or (last is not None and _adjoin(last, piece)))
        if last and link and (opening or plain) and last.found.days and piece.found.days:
            days = _from_to(_week_before(last, piece), piece.found.days, may_shift=last.rule in _YEARLESS)
            if days:
                first = opening.start() if opening else last.start
                start = _nightly(text, first)
                while len(out) > 1 and out[-2].end > start:
                    out.pop(-2)
                night = start < first or "night of" in text[start : last.end].lower()
                kind = "point" if night else "span"
                found = Found(days, f"from the first to the last: {last.found.why}", kind, piece.found.anchor)
                out[-1] = Piece(start, piece.end, "range", found)
                continue
        out.append(piece)
    return out


def _adjoin(last: Piece, piece: Piece) -> bool:
    """Whether two days or months follow one another: "on Tuesday and Wednesday", "in June and July 2015"."""
    one, two = last.found.days, piece.found.days
    if one is not None and two is not None and last.rule == "month" and piece.rule in {"month", "month_year"}:
        return (two.start.month - one.start.month) % 12 == 1
    if one is None or two is None or last.rule not in TOLD or piece.rule not in TOLD:
        return False
    return one.start == one.end and two.start == two.end and two.start - one.end == timedelta(1)


# Only these can have been given the wrong year: "from December to March 2014".
_WEEK = timedelta(7)
_YEARLESS = frozenset(("day_month", "month_day", "month"))


def _week_before(first: Piece, last: Piece) -> Days:
    """The days of the first of two weekdays, a week back where it would lie behind the last ("Monday to Thursday")."""
    days, until = first.found.days, last.found.days
    if days is None or until is None:
        raise ValueError("a range of times without days")
    if {first.rule, last.rule} <= {"weekday", DAY_AT_HOUR} and timedelta(0) < days.start - until.end < _WEEK:
        return days._replace(start=days.start - _WEEK, end=days.end - _WEEK)
    return days


def _from_to(first: Days, last: Days, *, may_shift: bool) -> Days | None:
    if first.start > last.end and may_shift:
        # The 29th of February is taken as the 28th of a year without one.
        day = min(first.start.day, 28) if first.start.month == 2 else first.start.day
        first = first._replace(
            start=first.start.replace(year=last.end.year - (first.start.month > last.end.month), day=day)
        )
    return Days(first.start, last.end, last.precision) if first.start <= last.end else None
