"""Months and years, and their parts.

A month without a year is the last that had begun by the report's day, and the next one where
the sentence speaks of the future, unless the paragraph tells of a year long past.
"""

import re
from datetime import date, timedelta
from functools import cache

from aftermath.resolve.quantity import counts_people
from aftermath.resolve.sheet import GAP
from aftermath.resolve.time import days as cal
from aftermath.resolve.time.words import (
    AMOUNT,
    MONTH,
    OF_YEAR,
    ORDINAL,
    PART,
    YEAR,
    Context,
    Found,
    Rule,
    amount,
    clip,
    full_year,
    in_part,
    month_number,
    ordinal,
    tells_of_earlier_year,
    which_part,
    which_year,
    words_of,
    year_of,
)

_WHICH = rf"(?:(?P<which>(?i:last|this|next|past|the{GAP}past|the{GAP}last)){GAP})"


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
        days = clip(in_part(cal.month(year_of(match, ctx.published, ctx.previous), number), match["part"]), ctx)
        return Found(days, f"that month of {which_year(match)} year", anchor=ctx.published)
    if tells_of_earlier_year(ctx) and not which:
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


_NUMBERED = re.compile(
    r"\b(?:resolution|resolutions|flight|article|decree|order|bill|room|page|channel|number|no\.?)\s+$", re.IGNORECASE
)
"""Words whose number stands behind them ("resolution 1973")."""


def year_alone(match: re.Match[str], ctx: Context) -> Found | None:
    """A year; no number of people, nor the number of a resolution."""
    text, start = match.string, match.start()
    before = text[max(0, start - 14) : start]
    if counts_people(text, match.end()) or _TOLL.search(before) or _NUMBERED.search(before):
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
        if (match["of_year"] or "").lower() == "last":
            year = ctx.published.year - 1
    days = cal.Days(date(year, first, 1), cal.month(year, first + size - 1).end, "month")
    return Found(days, f"{size} months of a year", anchor=None if match["year"] else ctx.published)


def _month_meant(match: re.Match[str], ctx: Context) -> cal.Days | None:
    """The month of the year named, or the last of that name up to the report's day; None where that has no date."""
    number = month_number(match["month"])
    if match["year"]:
        return cal.month(full_year(match["year"]), number)
    if ctx.published is None:
        return None
    return cal.month(ctx.published.year - (number > ctx.published.month), number)


def month_share(match: re.Match[str], ctx: Context) -> Found | None:
    """So many days or weeks at the beginning or end of a month, or one half of it."""
    if (month := _month_meant(match, ctx)) is None:
        return Found(None, "a month without a year, and the report has no date")
    anchor = None if match["year"] else ctx.published
    ends = (match["which"] or match["half"]).lower() in ("last", "final", "second", "latter")
    if match["half"]:
        first, last = (16, month.end.day) if ends else (1, 15)
    else:
        length = int(
            (amount(match["amount"]) if match["amount"] else _A_FEW) * (7 if "week" in match["unit"].lower() else 1)
        )
        first, last = (month.end.day - length + 1, month.end.day) if ends else (1, length)
    if not 1 <= first <= last <= month.end.day:
        return None
    days = month._replace(start=month.start.replace(day=first), end=month.start.replace(day=last), precision="week")
    return Found(clip(days, ctx), "a share of a month", anchor=anchor)


_A_FEW = 5
"""Days in "the first days of March"."""


def month_part(match: re.Match[str], ctx: Context) -> Found | None:
    """A week of a month, counted from its first day, or its last seven days."""
    if (month := _month_meant(match, ctx)) is None:
        return Found(None, "a month without a year, and the report has no date")
    anchor = None if match["year"] else ctx.published
    if match["which"].lower() in ("last", "final"):
        days, why = cal.Days(month.end - timedelta(6), month.end, "week"), "the last seven days of a month"
    else:
        first = month.start + timedelta(7 * (ordinal(match["which"]) - 1))
        days, why = cal.Days(first, min(first + timedelta(6), month.end), "week"), "seven days of a month"
    return Found(clip(days, ctx), why, anchor=anchor) if days.start <= days.end else None


YEAR_RULE = Rule("year", rf"{PART}(?P<year>{YEAR})", year_alone)
RULES = (
    Rule(
        "year_part",
        rf"(?i:the{GAP})?(?P<which>{ORDINAL}|(?i:last|final)){GAP}(?P<unit>(?i:half|quarter))\b"
        rf"(?:{GAP}(?i:of){GAP}(?:(?P<year>{YEAR})|(?P<of_year>(?i:the|this|last)){GAP}(?i:year)\b))?"
        rf"(?!{GAP}(?:of|hour|final))",
        year_part,
    ),
    Rule(
        "month_part",
        rf"(?i:the{GAP})?(?P<which>{ORDINAL}|(?i:last|final)){GAP}(?i:week{GAP}(?:of|in)){GAP}(?P<month>{MONTH})"
        rf"(?:{GAP}(?P<year>{YEAR}))?",
        month_part,
    ),
    Rule(
        "month_share",
        rf"(?i:the{GAP})?(?:(?P<half>(?i:first|second|latter)){GAP}(?i:half)|(?P<which>(?i:first|opening|last|final)){GAP}"
        rf"(?:(?P<amount>{AMOUNT}){GAP})?(?P<unit>(?i:days|weeks)))"
        rf"{GAP}(?i:of|in){GAP}(?P<month>{MONTH})(?:,?{GAP}(?:of{GAP})?(?P<year>{YEAR}))?",
        month_share,
    ),
    Rule("month_year", rf"{PART}(?P<month>{MONTH})(?:,?{GAP}(?:of{GAP})?|-)(?P<year>{YEAR})", month_of_year),
    Rule(
        "month",
        rf"{PART}{_WHICH}?(?P<month>{MONTH})(?:{OF_YEAR})?",
        month_alone,
    ),
    Rule(
        "years",
        rf"(?:(?i:the){GAP})?{PART}(?:(?P<decade>(?:1[89]|20)\d0)(?:s|['’]s)\b"
        r"|(?P<first>(?:19|20)\d\d)[-–/](?P<second>(?:19|20)\d\d|\d\d)(?![\d-]))",
        years,
    ),
)
