"""Days and seasons with names: weekdays, feasts, spring and autumn.

A weekday in a report of the past is the last such day up to and including the report's; a
feast or a season likewise. Where the sentence speaks of the future, it is the next.
"""

import re
from datetime import timedelta

from aftermath.resolve.sheet import GAP
from aftermath.resolve.time import days as cal
from aftermath.resolve.time import holidays
from aftermath.resolve.time.words import (
    ORDINAL,
    PART,
    SEASON,
    WEEKDAY,
    YEAR,
    Context,
    Found,
    Rule,
    clip,
    full_year,
    ordinal,
    table,
    weekday_number,
)

_WHICH = rf"(?:(?P<which>(?i:last|this|next|past|the{GAP}past|the{GAP}last)){GAP})"
_COUNTED = rf"(?P<from>(?i:that|the{GAP}(?:same|following|next|previous|preceding))){GAP}"
_SEASON_BEFORE = re.compile(r"\b(?:in|since|during|by|of|until|before|after|over)\s+(?:the\s+)?$", re.IGNORECASE)


def season(match: re.Match[str], ctx: Context) -> Found | None:
    """A season, northern: of the year named, or the last one that had begun by the report's day."""
    text, bare = match.string, not (match["year"] or match["which"] or match["part"] or match["from"])
    of = re.match(r"\s+(?:of|to|in|on|for|from|offensive)\b", text[match.end() : match.end() + 12])
    if bare and (of or not _SEASON_BEFORE.search(text[max(0, match.start() - 12) : match.start()])):
        return None  # "the fall of Aleppo", "hot springs"
    first, which = int(table()["season"][match["season"].lower()]), (match["which"] or "").lower()
    if match["from"]:
        return _season_from(match, first, ctx)
    if match["year"]:
        return Found(clip(cal.season(first, full_year(match["year"])), ctx), "a season of a year named (northern)")
    if ctx.published is None:
        return Found(None, "a season without a year, and the report has no date")
    on = ctx.published
    year = on.year
    if which == "next":
        year += cal.season(first, year).start <= on
    else:
        while cal.season(first, year).start > on or (which.endswith("last") and cal.season(first, year).end >= on):
            year -= 1
    return Found(clip(cal.season(first, year), ctx), "the last such season (northern) by the report's day", anchor=on)


def _season_from(match: re.Match[str], first: int, ctx: Context) -> Found | None:
    """A season counted from the time that the report named last: "that autumn", "the following spring"."""
    base, word = ctx.previous, match["from"].lower()
    if base is None or (word == "that" and not match["from"].istitle() and match["season"] == "fall"):
        return None  # "bombs that fall on"
    year = base.start.year - (first == 12 and base.start.month < 3)
    days = cal.season(first, year)
    if word.endswith(("following", "next")) and days.start <= base.end:
        days = cal.season(first, year + 1)
    elif word.endswith(("previous", "preceding")) and days.end >= base.start:
        days = cal.season(first, year - 1)
    return Found(clip(days, ctx), "the season (northern), counted from the last time that the report named")


_HABIT = re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE)


def weekday(match: re.Match[str], ctx: Context) -> Found | None:
    """A weekday: the last one up to and including the report's day, the next where the future is meant."""
    if _HABIT.search(match.string[max(0, match.start() - 8) : match.start()]):
        return None
    if ctx.published is None:
        return Found(None, "a weekday, and the report has no date")
    number, which, on = weekday_number(match["weekday"]), (match["which"] or "").lower(), ctx.published
    if match["week"]:
        monday = cal.week(on).start + timedelta({"last": -7, "this": 0, "next": 7}[match["week"].lower()])
        return Found(cal.day(monday + timedelta(number)), f"that day of {match['week'].lower()} week", anchor=on)
    if which == "next" or (ctx.future and not which):
        return Found(cal.day(cal.next_weekday(on, number)), "the next such day after the report's", anchor=on)
    day = cal.last_weekday(on, number, before=which.endswith("last"))
    return Found(cal.day(day), "the last such day up to the report's", anchor=on)


def holiday(match: re.Match[str], ctx: Context) -> Found | None:
    """A feast, its eve or one of its days: of the year named, or the last one up to the report's day."""
    name = match["holiday"]
    if match["year"]:
        known = [d for d in holidays.days_of(name) if d.start.year == int(match["year"])][:1]
        why = f"{name} of that year"
    elif ctx.published is None:
        return Found(None, f"{name} without a year, and the report has no date")
    else:
        known = [d for d in holidays.days_of(name) if (d.start > ctx.published) == ctx.future]
        known = known[:1] if ctx.future else known[-1:]
        why = f"the {'next' if ctx.future else 'last'} {name} seen from the report's day"
    if not known:
        return Found(None, f"no dates are tabulated for {name} then")
    days = known[0]
    if match["eve"]:
        return Found(cal.day(days.start - timedelta(1)), f"the day before {why}", anchor=ctx.published)
    if match["nth"]:
        last = match["nth"].lower() in ("last", "final")
        day = days.end if last else days.start + timedelta(ordinal(match["nth"]) - 1)
        return Found(cal.day(day), f"a day of {why}", anchor=ctx.published) if day <= days.end else None
    anchor = None if match["year"] else ctx.published
    return Found(clip(days, ctx), why, anchor=anchor)


RULES = (
    Rule(
        "holiday",
        rf"(?:(?i:the{GAP})?(?:(?P<eve>(?i:eve)){GAP}(?i:of)|(?P<nth>{ORDINAL}|(?i:last|final)){GAP}(?i:day){GAP}(?i:of))"
        rf"{GAP}(?:the{GAP})?)?{holidays.pattern()}(?:,?{GAP}(?:(?i:in|of){GAP})?(?P<year>{YEAR}))?",
        holiday,
    ),
    Rule(
        "season",
        rf"(?:{_COUNTED}|(?:(?i:the){GAP})?{PART}{_WHICH}?)(?P<season>{SEASON})(?:,?{GAP}(?:of{GAP})?(?P<year>{YEAR}))?",
        season,
    ),
    Rule(
        "weekday",
        rf"(?:(?i:earlier|later|late|early){GAP}(?:on{GAP})?)?{_WHICH}?(?P<weekday>{WEEKDAY})"
        rf"(?:{GAP}(?:(?i:of){GAP})?(?P<week>(?i:last|this|next)){GAP}(?i:week)\b)?",
        weekday,
    ),
)
