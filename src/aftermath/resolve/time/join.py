"""Two expressions that make one: a day and its hour, the ends of a range.

"Dawn on Wednesday", "at 5 p.m. on 3 May"; "from Monday to Thursday", "between March and
June 2014".
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from aftermath.resolve.sheet import GAP
from aftermath.resolve.time.days import Days, is_news
from aftermath.resolve.time.find import Piece
from aftermath.resolve.time.words import Found

_TO_CLOCK = re.compile(
    rf"(?:,(?={GAP}(?:at|around|about){GAP}))?{GAP}?"
    rf"(?:(?i:at|around|about|in{GAP}the|before|after|on|of|the|just|shortly|this|late|early){GAP}?){{0,3}}"
)
_ALONE = re.compile(
    rf"\b(?i:at|before|after|around|since|until|by|in|from|during|about|near|toward|towards)(?:{GAP}the)?{GAP}$"
)
_GENERIC = re.compile(r"(?i:at|by)\s+night$")


def with_clocks(text: str, pieces: list[Piece], published: date | None) -> list[Piece]:
    """Times of day joined to the day beside them, or given the day of their sentence."""
    joined: list[Piece] = []
    for piece in pieces:
        one = _day_at_hour(text, joined[-1], piece) or _night(text, joined[-1], piece, published) if joined else None
        if one:
            joined[-1] = one
        else:
            joined.append(piece)
    return list(_with_days(text, joined, published))


def _with_days(text: str, pieces: list[Piece], published: date | None) -> Iterator[Piece]:
    """The pieces, with a day for each time of day that stands alone; some of these are no times at all."""
    told = {p.sentence: p.found.days for p in reversed(pieces) if p.rule in _TOLD and p.found.days}
    last: Piece | None = None
    news: Piece | None = None
    for piece in pieces:
        if piece.rule != "clock":
            yield piece
        elif _is_time(text, piece):
            before = last if last and "\n" not in text[last.end : piece.start] else news or last
            near = before.found.days if before and piece.start - before.end < _NEAR else None
            stamp = text[: piece.start].endswith("\n") or piece.start == 0  # "8.15am: Good morning"
            found = _hour_of(text[piece.start : piece.end], told.get(piece.sentence), near, published, stamp=stamp)
            yield replace(piece, found=found)
        last = piece if piece.rule in _TOLD and piece.found.days else last
        news = last if last and is_news(last.found.days, published) else news


def _day_at_hour(text: str, last: Piece, piece: Piece) -> Piece | None:
    """A time of day and the day beside it as one."""
    if (last.rule == "clock") == (piece.rule == "clock") or not _TO_CLOCK.fullmatch(text, last.end, piece.start):
        return None
    day, clock = (piece, last) if last.rule == "clock" else (last, piece)
    if day.rule not in _DAYS:
        return None
    found = _at_hour(day.found, text[clock.start : clock.end])
    return Piece(last.start, piece.end, _DAY_AT_HOUR, found, day.sentence)


_TO_NIGHT = re.compile(rf",?{GAP}(?:(?P<end>(?i:into|to)){GAP}(?:early{GAP})?|(?i:on|of){GAP})?")


def _night(text: str, last: Piece, piece: Piece, published: date | None) -> Piece | None:
    """The word overnight and a day: the night that follows it, or "into" it the night before."""
    nights = [text[p.start : p.end].lower() == "overnight" for p in (last, piece)]
    link = _TO_NIGHT.fullmatch(text, last.end, piece.start)
    day = (piece if nights[0] else last).found.days
    if nights[0] == nights[1] or not link or day is None or day.start != day.end:
        return None
    first = day.start - timedelta(1) if link["end"] else day.start
    end = first + timedelta(1)
    if published and first <= published < end:
        end = published
    found = Found(Days(first, end, "day"), "a night between two days", anchor=published)
    return Piece(last.start, piece.end, _DAY_AT_HOUR, found, piece.sentence)


_DAY_AT_HOUR = "day at an hour"
_DAYS = frozenset(
    ("iso", "figures", "day_month", "month_day", "weekday", "near_day", "next_day", "that_day", "holiday")
)


_TOLD = _DAYS | {_DAY_AT_HOUR}
HOURS = frozenset({"clock", _DAY_AT_HOUR})
"""Rules of pieces that name a time of day."""


def _at_hour(found: Found, clock: str) -> Found:
    days = found.days
    if days and any(c.isdigit() for c in clock):
        days = days._replace(precision="hour")
    return found._replace(days=days)


# A day named further back than this, in characters, has little to do with "after nightfall".
_NEAR = 1000
_BY_DAY = re.compile(
    r"dawn|daybreak|sunrise|first light|early hours|small hours|morning|noon|midday|lunch|rush", re.IGNORECASE
)
_PAST_MIDNIGHT = re.compile(r"midnight|early hours|small hours", re.IGNORECASE)


def _is_time(text: str, piece: Piece) -> bool:
    """Whether a time of day without a day beside it says when something was."""
    words = text[piece.start : piece.end]
    if words[0].isdigit():
        return not re.fullmatch(r"\d{1,2}\.\d\d", words)  # a decimal, unless a day stands beside it
    if _GENERIC.search(text[max(0, piece.start - 6) : piece.end]):
        return False
    return words.lower().startswith("the ") or bool(_ALONE.search(text, max(0, piece.start - 16), piece.start))


def _hour_of(words: str, told: Days | None, near: Days | None, published: date | None, *, stamp: bool) -> Found:
    """The day of a time of day: its sentence's, for "dawn" the one named before it, else the report's or the last."""
    figures = words[0].isdigit()
    precision = "hour" if figures else "day"
    if told:
        return Found(told._replace(precision=precision), "a time of day, on the day that its sentence names")
    if published is None:
        return Found(None, "a time of day, and the report has no date")
    if figures and (stamp or near is None or near.start != near.end):
        return Found(Days(published, published, precision), "a time of day, on the day of the report", anchor=published)
    if near is None or near.start != near.end:
        if _BY_DAY.search(words):
            day = Days(published, published, precision)
            return Found(day, "a time of day, on the day of the report", anchor=published)
        days = Days(published - timedelta(1), published, precision)
        return Found(days, "a time of day, on the day of the report or the one before", anchor=published)
    end = near.end + timedelta(1) if _PAST_MIDNIGHT.search(words) and near.end < published else near.end
    return Found(Days(near.start, end, precision), "a time of day, on the day named before it", anchor=near.start)


_FIRST = re.compile(rf"\b(?i:between|from){GAP}(?:the{GAP})?(?:(?i:early|late|mid){GAP})?$")
_TO = re.compile(
    rf"{GAP}?(?:-|–|—){GAP}?|,?{GAP}(?i:to|and|until|till|through|into|up{GAP}to)(?:{GAP}(?:the|on|early|late))?{GAP}"
)


def ranges(text: str, pieces: list[Piece]) -> list[Piece]:
    """Two times with "to" or "and" between them as one, where they make a range."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        link = _TO.fullmatch(text, last.end, piece.start) if last else None
        opening = _FIRST.search(text, max(0, last.start - 24), last.start) if last else None
        plain = link is not None and ("and" not in link[0].lower() or (last is not None and _adjoin(last, piece)))
        if last and link and (opening or plain) and last.found.days and piece.found.days:
            days = _from_to(last.found.days, piece.found.days, may_shift=last.rule in _YEARLESS)
            if days:
                start = opening.start() if opening else last.start
                found = Found(days, f"from the first to the last: {last.found.why}", "span", piece.found.anchor)
                out[-1] = Piece(start, piece.end, "range", found)
                continue
        out.append(piece)
    return out


def _adjoin(last: Piece, piece: Piece) -> bool:
    """Whether two days follow one another: "on Tuesday and Wednesday"."""
    one, two = last.found.days, piece.found.days
    if one is None or two is None or last.rule not in _TOLD or piece.rule not in _TOLD:
        return False
    return one.start == one.end and two.start == two.end and two.start - one.end == timedelta(1)


# Only these can have been given the wrong year: "from December to March 2014".
_YEARLESS = frozenset(("day_month", "month_day", "month"))


def _from_to(first: Days, last: Days, *, may_shift: bool) -> Days | None:
    if first.start > last.end and may_shift:
        # The 29th of February is taken as the 28th of a year without one.
        day = min(first.start.day, 28) if first.start.month == 2 else first.start.day
        first = first._replace(
            start=first.start.replace(year=last.end.year - (first.start.month > last.end.month), day=day)
        )
    return Days(first.start, last.end, last.precision) if first.start <= last.end else None
