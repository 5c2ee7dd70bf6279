"""The time expressions of a report, and the days they mean.

Our own rules find the expressions (`time_calendar`, `time_relative`) and work out their
days; here they are put in order of the text, joined where two make one ("dawn on
Wednesday", "from Monday to Thursday"), and bent by the words before them ("since",
"until"). No date is ever searched for outside of the rules, so "May" the verb, "Sunday
Times" and ages make no dates.

What is relative needs the report's date; without it such expressions are found, with no
days. Hours are not kept: a clock time gives the day it falls on, with precision "hour".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from aftermath.model import Parse, Time, TimeMention
from aftermath.resolve.sheet import GAP, any_of
from aftermath.resolve.time import calendar, relative
from aftermath.resolve.time.days import Days
from aftermath.resolve.time.quote import spoken_on
from aftermath.resolve.time.tense import is_future, is_ongoing
from aftermath.resolve.time.words import CLOCK_PART, Context, Found, Rule, words_of

_BEFORE = r"(?<![\w$€£#])(?<!\w[-./:])"
_CLOCK = Rule(
    "clock",
    rf"(?:\d{{1,2}}[:.]\d\d(?:{GAP}?(?i:[ap]\.?m\b\.?))?|\d{{1,2}}{GAP}?(?i:[ap]\.?m\b\.?|o['’]clock)|[012]\d[0-5]\d(?={GAP}?(?:hours|hrs|GMT|UTC|local)))"
    rf"(?:{GAP}?(?:hours\b|hrs\b|GMT|UTC|EDT|EST|BST|CET|local{GAP}time|\([^()\n]{{2,20}}\b(?:GMT|UTC)\)))*"
    rf"|(?:the{GAP})?{CLOCK_PART}",
    lambda _match, _ctx: None,
)
RULES = (*calendar.RULES[:-1], *relative.RULES, calendar.RULES[-1], _CLOCK)
"""In the order in which they are tried at each word; a bare year and a clock time come last."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """An expression as found: where it stands, by which rule, and what it means."""

    start: int
    end: int
    rule: str
    found: Found
    sentence: int = -1


def times(parse: Parse, published: date | None) -> tuple[TimeMention, ...]:
    """All time expressions of a report in order, none overlapping, seen from its date."""
    text = parse.text
    pieces = _ranges(text, _with_clocks(text, list(_pieces(parse, published)), published))
    mentions: list[TimeMention] = []
    for piece in pieces:
        mentions.append(_mention(text, piece, published, mentions))
    return tuple(mentions)


@cache
def _scanner() -> tuple[re.Pattern[str], dict[str, tuple[Rule, re.Pattern[str]]]]:
    """One expression that finds them all, and each rule's own."""
    bare = [re.sub(r"\(\?P<\w+>", "(?:", rule.pattern) for rule in RULES]
    parts = "|".join(f"(?P<{rule.name}>{pattern})" for rule, pattern in zip(RULES, bare, strict=True))
    return re.compile(f"{_BEFORE}(?:{parts})"), {r.name: (r, re.compile(r.pattern)) for r in RULES}


def _pieces(parse: Parse, published: date | None) -> Iterator[_Piece]:
    """What each rule finds, with its meaning in its place."""
    text = parse.text
    scanner, rules = _scanner()
    sentences = _Sentences(parse)
    previous: Days | None = None
    previous_day: Days | None = None
    year, year_paragraph = None, -1
    at = 0
    while match := scanner.search(text, at):
        at = match.end()
        rule, own = rules[match.lastgroup or ""]
        exact = own.match(text, match.start())
        if exact is None or _is_name(text, match.start(), match.end()):
            continue
        if rule is _CLOCK:
            yield _Piece(*match.span(), "clock", Found(None, "a time of day"), sentences.around(match.start())[0])
            continue
        start, end, paragraph = sentences.around(match.start())
        told = year if paragraph == year_paragraph else None
        spoken = None
        if published and rule.name in _FROM_TODAY:
            spoken = spoken_on(text, start, end, match.start(), published)
        ctx = Context(
            published=spoken or published,
            previous=previous,
            previous_day=previous_day,
            recent_year=told,
            future=is_future(text, start, end, *match.span()),
            ongoing=is_ongoing(text, start, end),
        )
        found = rule.meaning(exact, ctx)
        if found is None:
            at = match.start() + 1 if exact.end() == match.start() else _next_word(text, match.start())
            continue
        if spoken and found.days:
            found = found._replace(why=f"said in a quotation of {spoken}; for it, {found.why}")
        yield _Piece(*match.span(), rule.name, found, start)
        if found.days and found.kind != "duration":
            previous = found.days
            previous_day = found.days if found.days.start == found.days.end else previous_day
            if found.anchor is not None and found.anchor == published:
                year_paragraph = -1
            elif rule.name in _FULL and not _SINCE.search(text, max(0, match.start() - 60), match.start()):
                year, year_paragraph = found.days.start.year, paragraph


# What the speaker of a quotation counts from the day of speaking.
_FROM_TODAY = frozenset(("near_day", "ago"))
_FULL = frozenset(("day_month", "month_day", "month_year", "iso"))
# A year named in passing is not the year that the paragraph tells of.
_SINCE = re.compile(r"\b(?:since|began|started|founded|created|formed|until|after|before)\b[^.]*$", re.IGNORECASE)


def _next_word(text: str, at: int) -> int:
    """Where the next word begins."""
    match = re.compile(r"\w+\W*").match(text, at)
    return match.end() if match else at + 1


class _Sentences:
    """Which sentence a character stands in: its bounds in the text and its paragraph."""

    def __init__(self, parse: Parse) -> None:
        filled = [s for s in parse.sentences if s.end > s.start]
        self._bounds = [(parse.starts[s.start], parse.ends[s.end - 1], s.paragraph) for s in filled]
        self._all = (0, len(parse.text), 0)
        self._last = 0

    def around(self, at: int) -> tuple[int, int, int]:
        """Bounds and paragraph; asked for from the front of the text to its end."""
        while self._last + 1 < len(self._bounds) and self._bounds[self._last + 1][0] <= at:
            self._last += 1
        return self._bounds[self._last] if self._bounds else self._all


@cache
def _traps() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?:{GAP}|-)(?:{any_of(words_of('trap', 'after'))})\b"),
        re.compile(rf"(?<!\w)(?:{any_of(words_of('trap', 'before'))}){GAP}$"),
    )


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a date is part of a name: "April 6 Movement", "Bloody Sunday"."""
    behind, before = _traps()
    return bool(text[start:end][:1].isupper() or text[start].isdigit()) and bool(
        behind.match(text, end) or before.search(text, max(0, start - 16), start)
    )


_TO_CLOCK = re.compile(
    rf"(?:,(?={GAP}(?:at|around|about){GAP}))?{GAP}?"
    rf"(?:(?i:at|around|about|in{GAP}the|before|after|on|of|the|just|shortly|this|late|early){GAP}?){{0,3}}"
)
_ALONE = re.compile(
    rf"\b(?i:at|before|after|around|since|until|by|in|from|during|about|near|toward|towards)(?:{GAP}the)?{GAP}$"
)
_GENERIC = re.compile(r"(?i:at|by)\s+night$")


def _with_clocks(text: str, pieces: list[_Piece], published: date | None) -> list[_Piece]:
    """Times of day joined to the day beside them, or given the day of their sentence."""
    joined: list[_Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if (
            last
            and "clock" in (piece.rule, last.rule)
            and last.rule != piece.rule
            and _TO_CLOCK.fullmatch(text, last.end, piece.start)
        ):
            day = piece if last.rule == "clock" else last
            clock = last if last.rule == "clock" else piece
            if day.rule in _DAYS:
                found = _at_hour(day.found, text[clock.start : clock.end])
                joined[-1] = _Piece(last.start, piece.end, _DAY_AT_HOUR, found, day.sentence)
                continue
        joined.append(piece)
    told = {p.sentence: p.found.days for p in reversed(joined) if p.rule in _TOLD and p.found.days}
    return [kept for piece in joined if (kept := _lone_clock(text, piece, told.get(piece.sentence), published))]


_DAY_AT_HOUR = "day at an hour"
_DAYS = frozenset(
    ("iso", "figures", "day_month", "month_day", "weekday", "near_day", "next_day", "that_day", "holiday")
)


_TOLD = _DAYS | {_DAY_AT_HOUR}


def _at_hour(found: Found, clock: str) -> Found:
    days = found.days
    if days and any(c.isdigit() for c in clock):
        days = days._replace(precision="hour")
    return found._replace(days=days)


def _lone_clock(text: str, piece: _Piece, told: Days | None, published: date | None) -> _Piece | None:
    """A time of day without a day beside it: its sentence's day, else the report's or the one before."""
    if piece.rule != "clock":
        return piece
    words = text[piece.start : piece.end]
    if not words[0].isdigit() and (
        not (_ALONE.search(text, max(0, piece.start - 16), piece.start) or words.lower().startswith("the "))
        or _GENERIC.search(text[max(0, piece.start - 6) : piece.end])
    ):
        return None
    if re.fullmatch(r"\d{1,2}\.\d\d", words):
        return None  # a decimal, unless a day stands beside it
    precision = "hour" if words[0].isdigit() else "day"
    if told:
        found = Found(told._replace(precision=precision), "a time of day, on the day that its sentence names")
        return replace(piece, found=found)
    if published is None:
        return replace(piece, found=Found(None, "a time of day, and the report has no date"))
    days = Days(published - timedelta(1), published, precision)
    why = "a time of day, on the day of the report or the one before"
    return replace(piece, found=Found(days, why, anchor=published))


_FIRST = re.compile(rf"\b(?i:between|from){GAP}(?:the{GAP})?(?:(?i:early|late|mid){GAP})?$")
_TO = re.compile(
    rf"{GAP}?(?:-|–|—){GAP}?|,?{GAP}(?i:to|and|until|till|through|into|up{GAP}to)(?:{GAP}(?:the|on|early|late))?{GAP}"
)


def _ranges(text: str, pieces: list[_Piece]) -> list[_Piece]:
    """Two times with "to" or "and" between them as one, where they make a range."""
    out: list[_Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        link = _TO.fullmatch(text, last.end, piece.start) if last else None
        opening = _FIRST.search(text, max(0, last.start - 24), last.start) if last else None
        plain = link is not None and "and" not in link[0].lower()
        if last and link and (opening or plain) and last.found.days and piece.found.days:
            days = _from_to(last.found.days, piece.found.days)
            if days:
                start = opening.start() if opening else last.start
                found = Found(days, f"from the first to the last: {last.found.why}", "span", piece.found.anchor)
                out[-1] = _Piece(start, piece.end, "range", found)
                continue
        out.append(piece)
    return out


def _from_to(first: Days, last: Days) -> Days | None:
    if first.start > last.end:
        try:
            first = first._replace(start=first.start.replace(year=first.start.year - 1))
        except ValueError:  # 29 February
            return None
    return Days(first.start, last.end, last.precision) if first.start <= last.end else None


_BEGAN = (
    rf"(?:began|begun|started|erupted|broke{GAP}out|flared|was{GAP}launched|came{GAP}into{GAP}force|took{GAP}effect"
    r"|resumed)"
)
_OPENS = r"since|after|following|until|till|before"
_LEADS = re.compile(
    # "since the uprising began in", "which began in"
    rf"\b(?:(?:(?P<op>(?i:{_OPENS}))(?:{GAP}(?!(?:{_OPENS})\b)[\w’'-]+){{1,6}}?{GAP}{_BEGAN}|(?P<which>(?i:which|that)){GAP}{_BEGAN})"
    rf"|(?P<plain>(?i:{_OPENS}|prior{GAP}to|by|as{GAP}of))(?:{GAP}(?:at{GAP}least|as{GAP}early{GAP}as|late))?"
    rf"|(?i:on|in|at|during|throughout|over|for|within|around|about|late{GAP}on|early{GAP}on|dated|from))"
    rf"(?:{GAP}(?:in|on|the{GAP}month{GAP}of|the|about|around))?{GAP}$"
)
# Behind these, a date says when something else was, and "after" is about that something.
_BELONGS = re.compile(r"['’]s?\b|\s+(?!and\b|but\b|when\b|with\b|in\b|at\b|by\b|on\b|as\b|the\b|a\b)[a-z]")


# A piece that begins with a preposition of its own takes no other.
_OWN_LEAD = re.compile(r"(?i:for|in|within|over|during|after|on|at|lasting|lasted)\b")


def _mention(text: str, piece: _Piece, published: date | None, before: list[TimeMention]) -> TimeMention:
    """The mention that a piece makes with the words that lead up to it."""
    found, start = piece.found, piece.start
    lead = _LEADS.search(text, max(0, start - 90), start)
    if lead and piece.rule != "range" and not _OWN_LEAD.match(text, piece.start):
        floor = before[-1].span[1] if before else 0
        if lead.start() >= floor:
            start = lead.start()
            word = "since" if lead["which"] else (lead["op"] or lead["plain"] or "").lower()
            if word not in ("after", "following", "before") or not _BELONGS.match(text, piece.end):
                found = _bent(found, word, published, before)
    days = found.days
    return TimeMention(
        text=text[start : piece.end],
        span=(start, piece.end),
        kind=found.kind,
        time=Time(
            start=days.start if days else None,
            end=days.end if days else None,
            precision=days.precision if days else "unknown",
            anchor=found.anchor,
            why=found.why,
        ),
    )


def _bent(found: Found, lead: str, published: date | None, before: list[TimeMention]) -> Found:
    """What "since", "after", "until" and "before" make of days."""
    days = found.days
    if not lead or days is None or found.kind == "duration":
        return found
    open_after = lead in ("after", "following") and days.precision in ("month", "year")
    if lead == "since" or open_after:
        if published is None or days.start > published:
            return found._replace(
                days=None, why=f"{lead}: from then to the report's day, which is not known", kind="span"
            )
        days = Days(days.start, published, days.precision)
        return found._replace(days=days, kind="span", why=f"from then to the report's day; {found.why}")
    if lead in ("until", "till"):
        known = [m.time.start for m in before if m.time.start and m.time.start < days.start]
        days = days._replace(start=known[-1]) if known else days
        return found._replace(days=days, kind="span", why=f"up to then, from the time named before; {found.why}")
    if lead.startswith(("before", "prior")):
        return found._replace(days=None, kind="span", why=f"before {found.why}: no first day is said")
    return found
