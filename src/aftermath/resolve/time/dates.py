"""Dates: a day, its month, and its year or what stands for it.

A date without a year is the last one up to and including the report's day, and the next one
where the sentence speaks of the future. A paragraph that tells of a year long past (its last
date said so) keeps to that year.
"""

import re
from datetime import date

from aftermath.resolve.sheet import GAP
from aftermath.resolve.time import days as cal
from aftermath.resolve.time.words import (
    ANY_WEEKDAY,
    DAY_NUMBER,
    MONTH,
    OF_YEAR,
    SHORT_YEAR,
    YEAR,
    Context,
    Found,
    Rule,
    full_year,
    month_number,
    tells_of_earlier_year,
    weekday_number,
    which_year,
    year_of,
)

_LEAD = rf"(?:(?:(?i:last|this){GAP})?(?P<weekday>{ANY_WEEKDAY})(?:,?{GAP}|,?{GAP}(?:the|on){GAP}))?"
_DASH = rf"(?:{GAP}?[-–—/]{GAP}?|{GAP}(?:and|to|until|through){GAP}|,{GAP})"


def iso(match: re.Match[str], _ctx: Context) -> Found | None:
    """A full date in figures, year first."""
    on = cal.safe(*(int(match[i]) for i in (1, 2, 3)))
    return Found(cal.day(on), "a full date in figures") if on else None


def figures(match: re.Match[str], ctx: Context) -> Found | None:
    """A date in figures, day first; month first where only that is a date, or where only that is not to come."""
    first, second, year = int(match[1]), int(match[2]), full_year(match[3])
    day_first, month_first = cal.safe(year, second, first), cal.safe(year, first, second)
    if day_first and month_first and day_first != month_first:
        if ctx.published and month_first <= ctx.published < day_first:
            return Found(
                cal.day(month_first), "a date in figures, month first: day first would lie ahead of the report"
            )
        return Found(cal.day(day_first), "a date in figures, read day first; month first would be a date too")
    on = day_first or month_first
    return Found(cal.day(on), "a full date in figures") if on else None


def dated(match: re.Match[str], ctx: Context) -> Found | None:
    """A day and a month, with or without a year."""
    month = month_number(match["month"])
    days = [int(re.sub(r"\D", "", match[name])) for name in ("day", "last") if match[name]]
    if match["year"]:
        year, why, anchor = full_year(match["year"]), "a full date", None
    elif match["of_year"] and ctx.published:
        year, why, anchor = (
            year_of(match, ctx.published, ctx.previous),
            f"a day of {which_year(match)} year",
            ctx.published,
        )
    else:
        chosen = _year_of_weekday(match, month, days[0], ctx) or _year_for(month, days[0], ctx)
        if chosen is None:
            return Found(None, "a day and month without a year, and the report has no date")
        year, why, anchor = chosen
    start, end = cal.safe(year, month, days[0]), cal.safe(year, month, days[-1])
    if start is None or end is None or end < start:
        return None
    return Found(cal.Days(start, end, "day"), why, anchor=anchor)


def _year_of_weekday(match: re.Match[str], month: int, day: int, ctx: Context) -> tuple[int, str, date | None] | None:
    """The year nearest to the report's in which the day falls on the weekday said beside it."""
    if not match["weekday"] or ctx.published is None:
        return None
    wanted, here = weekday_number(match["weekday"]), ctx.published.year
    for year in (here, here - 1, here + 1, here - 2, here - 3, here - 4, here - 5):
        on = cal.safe(year, month, day)
        if on and on.weekday() == wanted:
            return year, "the year nearest to the report's in which that is the weekday", ctx.published
    return None


def _year_for(month: int, day: int, ctx: Context) -> tuple[int, str, date | None] | None:
    """The year of a day and month that come without one."""
    if tells_of_earlier_year(ctx):
        return ctx.recent_year or 0, "the year of the date before it in the report", None
    if ctx.published is None:
        return None
    this = cal.safe(ctx.published.year, month, min(day, 28)) or ctx.published
    later = (month, day) > (ctx.published.month, ctx.published.day)
    if ctx.future:
        return this.year + (0 if later else 1), "the next such day after the report's", ctx.published
    return this.year - (1 if later else 0), "the last such day up to the report's", ctx.published


def day_of_month(match: re.Match[str], ctx: Context) -> Found | None:
    """A day by its number alone: the last such day up to the report's."""
    if ctx.published is None:
        return Found(None, "a day without a month, and the report has no date")
    number, on = int(re.sub(r"\D", "", match["day"])), ctx.published
    month = cal.months_back(on.replace(day=1), number > on.day)
    day = cal.safe(month.year, month.month, number)
    return Found(cal.day(day), "the last day of that number up to the report's", anchor=on) if day else None


RULES = (
    Rule("iso", r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)", iso),
    Rule("figures", r"(\d{1,2})[./](\d{1,2})[./]((?:19|20)?\d\d)(?![\d/]|\.\d)", figures),
    Rule(
        "day_month",
        rf"{_LEAD}(?:(?i:the){GAP})?(?P<day>{DAY_NUMBER})(?:{_DASH}(?P<last>{DAY_NUMBER}))?"
        rf"(?:-|{GAP}(?:(?i:of){GAP})?)(?P<month>{MONTH})(?:,?{GAP}(?:of{GAP})?(?P<year>{YEAR}|{SHORT_YEAR})|{OF_YEAR})?",
        dated,
    ),
    Rule(
        "month_day",
        rf"{_LEAD}(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<day>{DAY_NUMBER})"
        rf"(?:{_DASH}(?P<last>{DAY_NUMBER})(?!,?{GAP}{MONTH}))?(?:,?{GAP}(?P<year>{YEAR})|{OF_YEAR})?",
        dated,
    ),
    Rule(
        "day_of_month",
        rf"(?i:on{GAP}the){GAP}(?P<day>{DAY_NUMBER}(?<=[a-z]))(?={GAP}?[,.;]|{GAP}(?i:and|when|after|in|at|near|of{GAP}this)\b)",
        day_of_month,
    ),
)
