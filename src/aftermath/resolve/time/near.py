"""Expressions that count from the report's day: yesterday, last month, the past week, two days ago.

"Last month" is the calendar month before the report's, "the past month" the thirty-odd days
up to it. A bare or "recent" plural ("in recent weeks") reaches back as far as the table of
times says.
"""

import re
from datetime import date, timedelta

from aftermath.resolve.sheet import GAP
from aftermath.resolve.time import days as cal
from aftermath.resolve.time.words import (
    AMOUNT,
    HALF,
    ROUGHLY,
    UNIT,
    Context,
    Found,
    Rule,
    amount,
    clip,
    in_part,
    is_less,
    is_more,
    recent,
    unit_name,
)

_UNDATED = "it is counted from the report's day, and the report has no date"
_NO_EARLIER = "it is counted from a day named before, and there is none"
_ONE_DAY = timedelta(1)


def near_day(match: re.Match[str], ctx: Context) -> Found | None:
    """Today, yesterday, tonight and such, from the report's day."""
    on = ctx.published
    if on is None:
        return Found(None, _UNDATED)
    words = " ".join(match[0].lower().split())
    if "overnight" in words:
        return Found(cal.Days(on - _ONE_DAY, on, "day"), "the night before the report's day and into it", anchor=on)
    if "last night" in words:  # like "Friday night", which the gold reports read as Friday
        return Found(cal.day(on - _ONE_DAY), "the night of the day before the report's", anchor=on)
    if "before yesterday" in words:
        return Found(cal.day(on - 2 * _ONE_DAY), "two days before the report's", anchor=on)
    if "yesterday" in words:
        return Found(cal.day(on - _ONE_DAY), "the day before the report's", anchor=on)
    if "tomorrow" in words:
        return Found(cal.day(on + _ONE_DAY), "the day after the report's", anchor=on)
    return Found(cal.day(on), "the report's day", anchor=on)


def weekend(match: re.Match[str], ctx: Context) -> Found | None:
    """The last weekend up to the report's day; the one before for "last", the next for "next"."""
    on = ctx.published
    if on is None:
        return Found(None, _UNDATED)
    if "next" in match[0].lower() or ctx.future:
        return Found(cal.weekend(on + 7 * _ONE_DAY), "the weekend after the report's day", anchor=on)
    return Found(clip(cal.weekend(on), ctx), "the last Saturday and Sunday up to the report's day", anchor=on)


def calendar_unit(match: re.Match[str], ctx: Context) -> Found | None:
    """A week, month or year called this, last or next: the calendar's, as far as it has run by the report's day."""
    on = ctx.published
    if on is None:
        return Found(None, _UNDATED)
    unit, which, part = unit_name(match["unit"]), match["which"].lower(), (match["part"] or "").lower()
    if unit == "day" and "in" in which and (told := ctx.told_here or ctx.previous_day) is not None:
        return Found(told, "the day that was named before it", anchor=told.start)
    if unit == "day":
        return Found(cal.day(on), "the report's day", anchor=on)
    if which == "the":
        return Found(
            cal.around(on, unit)._replace(end=on), f"from the start of the report's {unit} to its day", anchor=on
        )
    if which.startswith(("last", "previous")):
        days = cal.around(cal.back(cal.around(on, unit).start, 1, unit), unit)
    elif which.startswith(("next", "coming")):
        days = cal.around(cal.around(on, unit).end + _ONE_DAY, unit)
    elif "later" in part:
        return Found(
            cal.around(on, unit)._replace(start=on), f"from the report's day to the end of its {unit}", anchor=on
        )
    else:
        return Found(
            cal.around(on, unit)._replace(end=on), f"from the start of the report's {unit} to its day", anchor=on
        )
    return Found(in_part(days, part), f"the {which} calendar {unit}, seen from the report's day", anchor=on)


def stretch(match: re.Match[str], ctx: Context) -> Found | None:
    """The past so many units up to the report's day, or the coming ones from it."""
    on = ctx.published
    if on is None:
        return Found(None, _UNDATED, "span")
    unit = unit_name(match["unit"])
    vague = not match["amount"] and match["unit"].lower().endswith("s")
    count = recent(unit) if vague else amount(match["amount"] or "a")
    count += 0.5 if match.groupdict().get("half") else 0
    if match["which"].lower() in ("next", "coming"):
        ahead = on + (on - cal.back(on, count, unit))
        return Found(cal.Days(on, ahead, unit), f"{count:g} {unit}s from the report's day on", "span", on)
    start = cal.back(on, count, unit)
    if vague and unit == "year":
        start = start.replace(month=1, day=1)
    why = f"{count:g} {unit}s up to the report's day"
    return Found(cal.Days(start, on, unit), why + (" (a convention for vague words)" if vague else ""), "span", on)


def opening(match: re.Match[str], ctx: Context) -> Found | None:
    """The first so many months or weeks of the report's year, or of one that is named."""
    on = ctx.published
    if on is None and match["year"] is None:
        return Found(None, _UNDATED, "span")
    year = int(match["year"]) if match["year"] else (on or date.min).year
    start, count = date(year, 1, 1), int(amount(match["amount"]))
    end = (
        cal.months_back(start, -count) if unit_name(match["unit"]) == "month" else start + timedelta(7 * count)
    ) - _ONE_DAY
    return Found(clip(cal.Days(start, end, "month"), ctx), f"from the first day of {year} on", "span", on)


def ago(match: re.Match[str], ctx: Context) -> Found | None:
    """So many units before the report's day; months and years mean the calendar's."""
    on = ctx.published
    if on is None:
        return Found(None, _UNDATED)
    unit = unit_name(match["unit"])
    if not match["amount"]:
        start = cal.back(on, recent(unit), unit)
        return Found(cal.Days(start, on, unit), f"within {recent(unit)} {unit}s before the report's day", anchor=on)
    count = amount(match["amount"]) + (0.5 if match["half"] else 0)
    if unit in ("hour", "minute"):
        start = on - _ONE_DAY if unit == "hour" and count > 6 else on
        return Found(cal.Days(start, on, "hour"), "hours before the report", anchor=on)
    more, less = is_more(match["roughly"]), is_less(match["roughly"])
    if (more or less) and unit != "day":
        days = cal.Days(cal.back(on, count + more, unit), cal.back(on, count - less, unit), unit)
        return Found(days, f"{match['roughly'].lower()} {count:g} {unit}s before the report's day", anchor=on)
    then = cal.back(on, count, unit)
    # "a year ago" is read in the gold reports as the same month of the year before.
    days = cal.stepped_to(then, "month" if unit == "year" and (count == 1 or count % 1) else unit)
    return Found(clip(days, ctx), f"{count:g} {unit}s before the report's day", anchor=on)


RULES = (
    Rule(
        "weekend",
        rf"(?i:(?:(?:at|over|during|on|of|this|last|next|the{GAP}past){GAP}(?:the{GAP})?|the{GAP})weekend)\b(?!{GAP}of{GAP}the\b)",
        weekend,
    ),
    Rule(
        "near_day",
        rf"(?i:(?:the{GAP})?day{GAP}before{GAP}yesterday|(?:late(?:r)?|early|earlier){GAP}(?:today|yesterday|tomorrow)|yesterday"
        rf"|today|tonight|tomorrow|last{GAP}night|overnight|this{GAP}(?:morning|afternoon|evening)|right{GAP}now)\b"
        rf"|(?:Even{GAP}now|even{GAP}now|Now|As{GAP}of{GAP}now)\b(?=,)",
        near_day,
    ),
    Rule(
        "calendar_unit",
        rf"(?P<part>(?i:earlier|later|late|early|mid|(?:at{GAP})?(?:the{GAP})?(?:end|start|beginning){GAP}of)(?:-|{GAP}))?"
        rf"(?P<which>(?i:this|last|next|previous|the{GAP}current|coming)){GAP}(?P<unit>(?i:week|month|year|decade))\b(?!-)",
        calendar_unit,
    ),
    Rule(
        "in_the_week",
        rf"(?P<part>(?i:earlier|later)){GAP}(?P<which>(?i:in{GAP}the)){GAP}(?P<unit>(?i:day|week|month|year))\b",
        calendar_unit,
    ),
    Rule(
        "start_of",
        rf"(?P<part>(?i:the{GAP}(?:start|beginning|turn){GAP}of)){GAP}(?P<which>(?i:the)){GAP}(?P<unit>(?i:week|month|year))\b",
        calendar_unit,
    ),
    Rule(
        "stretch",
        rf"(?!(?i:the{GAP}next{GAP}(?:day|night|week|month|year))\b)"
        rf"(?:(?i:the|these|its|their|our|his|her){GAP})?(?P<which>(?i:past|last|previous|preceding|recent|coming|next))"
        rf"{GAP}(?:(?P<amount>{AMOUNT}){GAP})?(?P<unit>{UNIT}s?)\b(?P<half>{HALF})?(?!-|{GAP}of{GAP}(?:\d|[A-Z]|the\b|last\b))",
        stretch,
    ),
    Rule(
        "opening",
        rf"(?i:the){GAP}(?i:first|opening){GAP}(?P<amount>{AMOUNT}){GAP}(?P<unit>(?i:months?|weeks?)){GAP}(?i:of){GAP}"
        rf"(?:(?P<year>(?:19|20)\d\d)|(?i:the|this){GAP}(?i:year))\b",
        opening,
    ),
    Rule(
        "stretch_after",  # "during the two past days"
        rf"(?i:the|these){GAP}(?P<amount>{AMOUNT}){GAP}(?P<which>(?i:past|last|previous|coming|next)){GAP}(?P<unit>{UNIT}s)\b",
        stretch,
    ),
    Rule("ago", rf"{ROUGHLY}(?:(?P<amount>{AMOUNT}){GAP})?(?P<unit>{UNIT}s?)(?P<half>{HALF})?{GAP}(?i:ago)\b", ago),
)
