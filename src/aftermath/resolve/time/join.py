"""A day and its hour as one: "dawn on Wednesday", "at 5 p.m. on 3 May"; the day of an hour that stands alone."""

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
_BREAK = re.compile(r"\n|==")  # a new paragraph, or a heading of wiki text
_OF_OCCASION = re.compile(rf"{GAP}of{GAP}(?:the|his|her|its|their|an?){GAP}(?!\d)[a-z]")
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
    told = {p.sentence: p.found.days for p in reversed(pieces) if p.rule in TOLD and p.found.days}
    last: Piece | None = None
    main: Piece | None = None
    news: Piece | None = None
    for piece in pieces:
        if piece.rule != "clock":
            yield piece
        elif _is_time(text, piece):
            before = last if last and not _BREAK.search(text, last.end, piece.start) else news or main or last
            near = before.found.days if before else None
            if before and piece.start - before.end >= _NEAR and is_news(near, published):
                near = None
            stamp = text[: piece.start].endswith("\n") or piece.start == 0  # "8.15am: Good morning"
            if before and near and _MORNING.search(text, piece.start, piece.end):
                near = _after_dark(text[before.start : before.end], near, published)
            found = _hour_of(text[piece.start : piece.end], told.get(piece.sentence), near, published, stamp=stamp)
            yield replace(piece, found=found)
        told_then = last is not None and _SPEAKING.search(text, max(0, piece.start - 24), piece.start)
        last = piece if piece.rule in TOLD and piece.found.days and not told_then else last
        main = last if last and not last.back else main
        news = last if last and is_news(last.found.days, published) else news


_SPEAKING = re.compile(r"\b(?:said|says|told|reported|announced|added|confirmed)(?: (?:late|early))?(?: on)? $")
"""Behind these words a day is when somebody spoke, and "before dawn" does not count from it if there is another."""
_DARK = re.compile(r"night|evening|midnight|dusk|sunset", re.IGNORECASE)
_MORNING = re.compile(r"dawn|daybreak|sunrise|first light|morning", re.IGNORECASE)


def _after_dark(words: str, near: Days, published: date | None) -> Days:
    """The day whose morning follows: the next one behind "Saturday night"."""
    next_day = near.end + timedelta(1)
    if not _DARK.search(words) or (published is not None and next_day > published):
        return near
    return Days(next_day, next_day, near.precision)


def _day_at_hour(text: str, last: Piece, piece: Piece) -> Piece | None:
    """A time of day and the day beside it as one."""
    if (last.rule == "clock") == (piece.rule == "clock") or not _TO_CLOCK.fullmatch(text, last.end, piece.start):
        return None
    day, clock = (piece, last) if last.rule == "clock" else (last, piece)
    if day.rule not in _DAYS:
        return None
    found = _at_hour(day.found, text[clock.start : clock.end])
    return Piece(last.start, piece.end, DAY_AT_HOUR, found, day.sentence)


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
    return Piece(last.start, piece.end, DAY_AT_HOUR, found, piece.sentence)


DAY_AT_HOUR = "day at an hour"
_DAYS = frozenset(
    ("iso", "figures", "day_month", "month_day", "weekday", "near_day", "next_day", "that_day", "holiday")
)


TOLD = _DAYS | {DAY_AT_HOUR}
HOURS = frozenset({"clock", DAY_AT_HOUR})
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
    if _OF_OCCASION.match(text, piece.end):
        return False  # "on the morning of the election"
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
