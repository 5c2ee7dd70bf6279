"""What the words before an expression make of it: "since", "until", "after", "on".

They become part of the mention. "Since March" runs to the report's day, "after March" too
where no noun follows; "until March" begins with the time named before it.
"""

import re
from datetime import date

from aftermath.model import Time, TimeMention
from aftermath.resolve.sheet import GAP
from aftermath.resolve.time.days import Days
from aftermath.resolve.time.find import Piece
from aftermath.resolve.time.join import HOURS
from aftermath.resolve.time.words import Found

_BEGAN = (
    rf"(?:began|begun|started|erupted|broke{GAP}out|flared|was{GAP}launched|came{GAP}into{GAP}force|took{GAP}effect"
    rf"|resumed)(?:{GAP}(?:again|anew|afresh))?"
)
_OPENS = r"since|after|following|until|till|before"
_LEADS = re.compile(
    # "since the uprising began in", "which began in"
    rf"\b(?:(?:(?P<op>(?i:{_OPENS}))(?:{GAP}(?!(?:{_OPENS})\b)[\w’'-]+){{1,6}}?{GAP}{_BEGAN}|(?P<which>(?i:which|that)){GAP}{_BEGAN})"
    # "since the rebels took up arms in", "since the offensive was announced in"
    rf"|(?P<point>(?i:since))(?:{GAP}(?!(?:{_OPENS})\b)[\w’'-]+){{1,16}}?{GAP}(?:in|on|of)"
    rf"|(?P<plain>(?i:{_OPENS}|prior{GAP}to|by|as{GAP}of))(?:{GAP}(?:at{GAP}least|as{GAP}early{GAP}as|late))?"
    rf"|(?i:on|in|at|during|throughout|over|for|within|around|about|late{GAP}on|early{GAP}on|dated|from))"
    rf"(?:{GAP}(?:in|on|the{GAP}month{GAP}of|the|about|around))?{GAP}$"
)
# Behind these, a date says when something else was, and "after" is about that something.
_BELONGS = re.compile(r"['’]s?\b|\s+(?!and\b|but\b|when\b|with\b|in\b|at\b|by\b|on\b|as\b|the\b|a\b)[a-z]")


# "the worst attack since 1994" was not since 1994; with ", when 68 died" the date is that of the earlier one.
_RANKED = re.compile(
    r"\b(?i:first|worst|deadliest|bloodiest|fiercest|heaviest|biggest|largest|highest|most\s+(?!of\b)\w+)\b[^.;:]*$"
)
_TOLD = re.compile(r",?\s+when\b")
_ONWARDS = re.compile(rf"{GAP}(?i:onwards?|on)\b")
# A piece that begins with a preposition of its own takes no other.
_OWN_LEAD = re.compile(r"(?i:for|in|within|over|during|after|on|at|lasting|lasted)\b")


def mention_of(text: str, piece: Piece, published: date | None, before: list[TimeMention]) -> TimeMention:
    """The mention that a piece makes with the words that lead up to it."""
    found, start, end = piece.found, piece.start, piece.end
    lead = _LEADS.search(text, max(0, start - 120), start)
    if lead and piece.rule != "range" and not _OWN_LEAD.match(text, piece.start):
        onwards = _ONWARDS.match(text, end) if lead[0].lower().startswith("from") else None
        floor = before[-1].span[1] if before else 0
        if lead.start() >= floor:
            start = lead.start()
            end = onwards.end() if onwards else end
            word = "since" if lead["which"] or onwards else (lead["op"] or lead["point"] or lead["plain"] or "").lower()
            ranked = _RANKED.search(text, max(0, lead.start() - 60), lead.start()) if word == "since" else None
            hour = piece.rule in HOURS and word in ("before", "after", "by")  # "before dawn on Sunday" is Sunday
            if ranked:
                found = _ranked(found, told=_TOLD.match(text, piece.end) is not None)
            elif not hour and (word not in ("after", "following", "before") or not _BELONGS.match(text, piece.end)):
                found = _bent(found, word, published, before)
    days = found.days
    return TimeMention(
        text=text[start:end],
        span=(start, end),
        kind=found.kind,
        time=Time(
            start=days.start if days else None,
            end=days.end if days else None,
            precision=days.precision if days else "unknown",
            anchor=found.anchor,
            why=found.why,
        ),
    )


def _ranked(found: Found, *, told: bool) -> Found:
    """What "since" makes of a date after "the deadliest attack": a day only where what follows tells of it."""
    if told:
        return found
    return found._replace(days=None, kind="span", why=f"since {found.why}: it ranks an event, and is not its time")


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
    if lead in ("until", "till") or (lead == "by" and days.precision in ("month", "year")):
        known = [m.time.start for m in before if m.time.start and m.time.start < days.start]
        if lead == "by" and not known:
            return found
        days = days._replace(start=known[-1]) if known else days
        return found._replace(days=days, kind="span", why=f"up to then, from the time named before; {found.why}")
    if lead.startswith(("before", "prior")):
        return found._replace(days=None, kind="span", why=f"before {found.why}: no first day is said")
    return found
