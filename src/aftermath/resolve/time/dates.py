"""Dates, months and years.

A date without a year, or a month, is the last one up to and including the report's day, and
the next one where the sentence speaks of the future. A paragraph that tells of a year long
past (its last date said so) keeps to that year for the days and months that follow.
"""

import re
from datetime import date, timedelta
from functools import cache

from aftermath.resolve.quantity import counts_people
from aftermath.resolve.sheet import GAP
from aftermath.resolve.time import days as cal
from aftermath.resolve.time.words import (
    ANY_WEEKDAY,
    DAY_NUMBER,
    MONTH,
    ORDINAL,
    PART,
    SHORT_YEAR,
    YEAR,
    Context,
    Found,
    Rule,
    clip,
    full_year,
    in_part,
    month_number,
    ordinal,
    weekday_number,
    which_part,
    words_of,
)

_OF_YEAR = rf",?{GAP}(?:(?i:of){GAP})?(?P<of_year>(?i:last|this|next)){GAP}(?i:year)\b"
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
        year, why, anchor = _of_year(match, ctx.published), f"a day of {match['of_year'].lower()} year", ctx.published
    else:
        chosen = _year_of_weekday(match, month, days[0], ctx) or _year_for(month, days[0], ctx)
        if chosen is None:
            return Found(None, "a day and month without a year, and the report has no date")
        year, why, anchor = chosen
    start, end = cal.safe(year, month, days[0]), cal.safe(year, month, days[-1])
    if start is None or end is None or end < start:
        return None
    return Found(cal.Days(start, end, "day"), why, anchor=anchor)


def _of_year(match: re.Match[str], published: date) -> int:
    return published.year + {"last": -1, "this": 0, "next": 1}[match["of_year"].lower()]


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


def _tells_of_earlier_year(ctx: Context) -> bool:
    """Whether the paragraph tells of a year long past; last year's news is mixed with this year's."""
    return ctx.recent_year is not None and (ctx.published is None or ctx.recent_year < ctx.published.year - 1)


def _year_for(month: int, day: int, ctx: Context) -> tuple[int, str, date | None] | None:
    """The year of a day and month that come without one."""
    if _tells_of_earlier_year(ctx):
        return ctx.recent_year or 0, "the year of the date before it in the report", None
    if ctx.published is None:
        return None
    this = cal.safe(ctx.published.year, month, min(day, 28)) or ctx.published
    later = (month, day) > (ctx.published.month, ctx.published.day)
    if ctx.future:
        return this.year + (0 if later else 1), "the next such day after the report's", ctx.published
    return this.year - (1 if later else 0), "the last such day up to the report's", ctx.published


def month_of_year(match: re.Match[str], ctx: Context) -> Found | None:
    """A month and its year."""
    days = cal.month(full_year(match["year"]), month_number(match["month"]))
    return Found(clip(in_part(days, match["part"]), ctx), "a month of a year named")


def month_alone(match: re.Match[str], ctx: Context) -> Found | None:
    """A month without a year: the last that had begun by the report's day, the next where the future is meant."""
    if not _is_month(match):
        return None
    number, which = month_number(match["month"]), (match["which"] or "").lower()
    if match["of_year"] and ctx.published:
        days = clip(in_part(cal.month(_of_year(match, ctx.published), number), match["part"]), ctx)
        return Found(days, f"that month of {match['of_year'].lower()} year", anchor=ctx.published)
    if _tells_of_earlier_year(ctx) and not which:
        days, why = cal.month(ctx.recent_year or 0, number), "a month of the year named before it"
        return Found(in_part(days, match["part"]), why)
    if ctx.published is None:
        return Found(None, "a month without a year, and the report has no date")
    on = ctx.published
    if which == "next" or (ctx.future and which != "last"):
        days, why = cal.month(on.year + (number <= on.month), number), "the next such month"
    else:
        before = number > on.month or (number == on.month and which.endswith("last"))
        days, why = cal.month(on.year - before, number), "the last such month up to the report's day"
    return Found(clip(in_part(days, match["part"]), ctx), why, anchor=on)


_SURE_BEFORE = re.compile(r"\b(?:in|since|by|until|till|during|from|between|month of|through)\s+$", re.IGNORECASE)
_UNSURE_BEFORE = re.compile(r"\b(?:after|before|to|of|and|or)\s+$", re.IGNORECASE)
# "to march on the", "and May Brown": a verb or a person after all.
_NO_MONTH_BEHIND = re.compile(r"\s+(?:(?:a|the|his|her|on|be|have|not|also|well)\b|[A-Z][a-z])")


def _is_month(match: re.Match[str]) -> bool:
    """Whether a word is a month; "March", "May", "April" may be a verb or a person."""
    if match["part"] or match["which"] or match["of_year"] or match["month"].lower() not in _weak():
        return True
    text, start, end = match.string, match.start(), match.end()
    if re.match(r"['’]s\b", text[end : end + 2]):
        return True
    before = text[max(0, start - 12) : start]
    if _SURE_BEFORE.search(before):
        return True
    return bool(_UNSURE_BEFORE.search(before)) and not _NO_MONTH_BEHIND.match(text, end)


@cache
def _weak() -> frozenset[str]:
    return frozenset(f"{word}{dot}" for word in map(str.lower, words_of("month", "weak")) for dot in ("", "."))


_TOLL = re.compile(r"\b(?:killed|wounded|injured|displaced|arrested|least|than|total of)\s+$", re.IGNORECASE)


def year_alone(match: re.Match[str], ctx: Context) -> Found | None:
    """A year; no number of people."""
    text, start = match.string, match.start()
    if counts_people(text, match.end()) or _TOLL.search(text[max(0, start - 12) : start]):
        return None
    return Found(clip(in_part(cal.year(int(match["year"])), match["part"]), ctx), "a year")


def years(match: re.Match[str], _ctx: Context) -> Found | None:
    """A run of years: "2014-16", "the 1990s"."""
    if match["decade"]:
        first = full_year(match["decade"])
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(which_part(match["part"]), (0, 9))
        return Found(cal.Days(date(first + low, 1, 1), date(first + high, 12, 31), "year"), "a decade")
    first = int(match["first"])
    last = int(match["second"]) if len(match["second"]) == 4 else first // 100 * 100 + int(match["second"])
    if last <= first:
        return None
    return Found(cal.Days(date(first, 1, 1), date(last, 12, 31), "year"), "from the first year to the last", "span")


def year_part(match: re.Match[str], ctx: Context) -> Found | None:
    """A half or a quarter of a year: of the year named, or the last that was over by the report's day."""
    size = 6 if match["unit"].lower() == "half" else 3
    which = 12 // size if match["which"].lower() in ("last", "final") else ordinal(match["which"])
    if which * size > 12:
        return None
    year, first = int(match["year"] or 0), size * (which - 1) + 1
    if not year:
        if ctx.published is None:
            return Found(None, "a part of a year not named, and the report has no date")
        year = ctx.published.year - (cal.month(ctx.published.year, first + size - 1).end > ctx.published)
    days = cal.Days(date(year, first, 1), cal.month(year, first + size - 1).end, "month")
    return Found(days, f"{size} months of a year", anchor=None if match["year"] else ctx.published)


def month_part(match: re.Match[str], _ctx: Context) -> Found | None:
    """A week of a month, counted from its first day, or its last seven days."""
    month = cal.month(full_year(match["year"]), month_number(match["month"]))
    if match["which"].lower() in ("last", "final"):
        return Found(cal.Days(month.end - timedelta(6), month.end, "week"), "the last seven days of a month")
    first = month.start + timedelta(7 * (ordinal(match["which"]) - 1))
    return Found(cal.Days(first, min(first + timedelta(6), month.end), "week"), "seven days of a month")


def day_of_month(match: re.Match[str], ctx: Context) -> Found | None:
    """A day by its number alone: the last such day up to the report's."""
    if ctx.published is None:
        return Found(None, "a day without a month, and the report has no date")
    number, on = int(re.sub(r"\D", "", match["day"])), ctx.published
    month = cal.months_back(on.replace(day=1), number > on.day)
    day = cal.safe(month.year, month.month, number)
    return Found(cal.day(day), "the last day of that number up to the report's", anchor=on) if day else None


_WHICH = rf"(?:(?P<which>(?i:last|this|next|past|the{GAP}past|the{GAP}last)){GAP})"
YEAR_RULE = Rule("year", rf"{PART}(?P<year>{YEAR})", year_alone)
RULES = (
    Rule("iso", r"((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)", iso),
    Rule("figures", r"(\d{1,2})[./](\d{1,2})[./]((?:19|20)?\d\d)(?![\d/]|\.\d)", figures),
    Rule(
        "day_month",
        rf"{_LEAD}(?:(?i:the){GAP})?(?P<day>{DAY_NUMBER})(?:{_DASH}(?P<last>{DAY_NUMBER}))?"
        rf"(?:-|{GAP}(?:(?i:of){GAP})?)(?P<month>{MONTH})(?:,?{GAP}(?:of{GAP})?(?P<year>{YEAR}|{SHORT_YEAR})|{_OF_YEAR})?",
        dated,
    ),
    Rule(
        "month_day",
        rf"{_LEAD}(?P<month>{MONTH}){GAP}(?:the{GAP})?(?P<day>{DAY_NUMBER})"
        rf"(?:{_DASH}(?P<last>{DAY_NUMBER})(?!,?{GAP}{MONTH}))?(?:,?{GAP}(?P<year>{YEAR})|{_OF_YEAR})?",
        dated,
    ),
    Rule(
        "year_part",
        rf"(?i:the{GAP})?(?P<which>{ORDINAL}|(?i:last|final)){GAP}(?P<unit>(?i:half|quarter))\b"
        rf"(?:{GAP}(?i:of){GAP}(?P<year>{YEAR}))?(?!{GAP}(?:of|hour|final))",
        year_part,
    ),
    Rule(
        "month_part",
        rf"(?i:the{GAP})?(?P<which>{ORDINAL}|(?i:last|final)){GAP}(?i:week{GAP}of){GAP}(?P<month>{MONTH}){GAP}(?P<year>{YEAR})",
        month_part,
    ),
    Rule(
        "day_of_month",
        rf"(?i:on{GAP}the){GAP}(?P<day>{DAY_NUMBER}(?<=[a-z]))(?={GAP}?[,.;]|{GAP}(?i:and|when|after|in|at|near|of{GAP}this)\b)",
        day_of_month,
    ),
    Rule("month_year", rf"{PART}(?P<month>{MONTH})(?:,?{GAP}(?:of{GAP})?|-)(?P<year>{YEAR})", month_of_year),
    Rule(
        "month",
        rf"{PART}{_WHICH}?(?P<month>{MONTH})(?:{_OF_YEAR})?",
        month_alone,
    ),
    Rule(
        "years",
        rf"(?:(?i:the){GAP})?{PART}(?:(?P<decade>(?:1[89]|20)\d0)(?:s|['’]s)\b"
        r"|(?P<first>(?:19|20)\d\d)[-–/](?P<second>(?:19|20)\d\d|\d\d)(?![\d-]))",
        years,
    ),
)
