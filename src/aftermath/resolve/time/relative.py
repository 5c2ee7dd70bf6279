"""Expressions that count from another day: the report's own, or the last one it named.

"Last month" is the calendar month before the report's, "the past month" the thirty-odd days
up to it. A bare or "recent" plural ("in recent weeks", "for days") reaches back as far as
the table of times says.
"""

import re
from datetime import timedelta

from aftermath.resolve.sheet import GAP
from aftermath.resolve.time import days as cal
from aftermath.resolve.time.calendar import clip, in_part
from aftermath.resolve.time.words import (
    AMOUNT,
    ORDINAL,
    ROUGHLY,
    UNIT,
    Context,
    Found,
    Rule,
    amount,
    is_less,
    is_more,
    ordinal,
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
    if match["which"].lower() in ("next", "coming"):
        ahead = on + (on - cal.back(on, count, unit))
        return Found(cal.Days(on, ahead, unit), f"{count:g} {unit}s from the report's day on", "span", on)
    start = cal.back(on, count, unit)
    if vague and unit == "year":
        start = start.replace(month=1, day=1)
    why = f"{count:g} {unit}s up to the report's day"
    return Found(cal.Days(start, on, unit), why + (" (a convention for vague words)" if vague else ""), "span", on)


def ago(match: re.Match[str], ctx: Context) -> Found | None:
    """So many units before the report's day; weeks, months and years mean the calendar's."""
    on = ctx.published
    if on is None:
        return Found(None, _UNDATED)
    unit = unit_name(match["unit"])
    if not match["amount"]:
        start = cal.back(on, recent(unit), unit)
        return Found(cal.Days(start, on, unit), f"within {recent(unit)} {unit}s before the report's day", anchor=on)
    count = amount(match["amount"])
    if unit in ("hour", "minute"):
        start = on - _ONE_DAY if unit == "hour" and count > 6 else on
        return Found(cal.Days(start, on, "hour"), "hours before the report", anchor=on)
    more, less = is_more(match["roughly"]), is_less(match["roughly"])
    if (more or less) and unit != "day":
        days = cal.Days(cal.back(on, count + more, unit), cal.back(on, count - less, unit), unit)
        return Found(days, f"{match['roughly'].lower()} {count:g} {unit}s before the report's day", anchor=on)
    then = cal.back(on, count, unit)
    # "a year ago" is read in the gold reports as the same month of the year before.
    days = cal.around(then, "month" if unit == "year" and count == 1 else unit)
    return Found(clip(days, ctx), f"{count:g} {unit}s before the report's day", anchor=on)


def from_named_day(match: re.Match[str], ctx: Context) -> Found | None:
    """The next, same or previous day or week, or so many days later, from the last day named."""
    groups = match.groupdict()
    words, unit = " ".join(match[0].lower().split()), unit_name(groups.get("unit") or "day")
    base = ctx.previous_day if unit in ("minute", "hour", "day", "night") else ctx.previous
    if base is None:
        return Found(None, _NO_EARLIER)
    if groups.get("amount"):
        count = amount(match["amount"])
        if re.search(r"later|after", words):
            start = (
                base.end + (base.end - cal.back(base.end, count, unit)) if unit not in ("hour", "minute") else base.end
            )
        else:
            start = cal.back(base.start, count, unit) if unit not in ("hour", "minute") else base.start
        days = cal.around(start, unit if unit not in ("hour", "minute") else "day")
    elif re.search(r"next|following|after|later", words):
        days = cal.around(cal.around(base.end, unit).end + _ONE_DAY, unit)
    elif re.search(r"previous|before|earlier|preceding|prior", words):
        days = cal.around(cal.around(base.start, unit).start - _ONE_DAY, unit)
    else:
        days = base if unit == "day" else cal.around(base.start, unit)
    return Found(days, "counted from the last day that the report named", anchor=base.start)


def same_time(_match: re.Match[str], ctx: Context) -> Found | None:
    """The same period, that time: the last days that the report named."""
    if ctx.previous is None:
        return Found(None, _NO_EARLIER)
    return Found(ctx.previous, "the time that the report named before", anchor=ctx.previous.start)


def duration(match: re.Match[str], ctx: Context) -> Found | None:
    """A length of time; where it is said to go on, or to have just passed, it ends with the report's day."""
    groups, unit, on = match.groupdict(), unit_name(match["unit"]), ctx.published
    within, of, compound = groups.get("within"), groups.get("of") is not None, "-" in match[0]
    if (groups.get("amount") or "").lower() in ("a", "an") and match.start() == match.start("amount") and not of:
        return None  # "four hours a day"
    if unit in ("minute", "hour") and not within:
        return Found(None, "a length of time, not a date", "duration")
    if on is None:
        return Found(None, _UNDATED, "duration")
    if not (within or of or compound or ctx.ongoing or match[0].lower().endswith("now")):
        return Found(None, "a length of time; nothing says that it reaches up to the report", "duration")
    vague = not groups.get("amount") and match["unit"].lower().endswith("s")
    count = recent(unit) if vague else amount(groups.get("amount") or "a")
    count += is_more(groups.get("roughly")) and unit not in ("hour", "minute")
    days = cal.Days(cal.back(on, count, unit), on, unit)
    kind = "duration" if compound else "span"
    return Found(days, f"{count:g} {unit}s, taken to reach up to the report's day", kind, on)


def nth(match: re.Match[str], ctx: Context) -> Found | None:
    """The so-manieth day, week or month of something that goes on: from its first to the report's day."""
    on = ctx.published
    if on is None:
        return Found(None, _UNDATED, "span")
    unit, count = unit_name(match["unit"]), ordinal(match["ordinal"]) - 1
    if match["on"] and unit in ("day", "night"):
        return Found(cal.day(on), "the day of the report in a run of days", anchor=on)
    start = cal.back(on, count, unit) if count else on
    if unit == "month":
        start = start.replace(day=1)
    return Found(cal.Days(start, on, unit), f"{count + 1} {unit}s with the report's the last", "span", on)


def day_after(match: re.Match[str], ctx: Context) -> Found | None:
    """A few days after another event: that event's day, counted back from the report's."""
    on = ctx.published
    if on is None:
        return Found(None, _UNDATED)
    unit, count = unit_name(match["unit"]), amount(match["amount"])
    if unit in ("hour", "minute"):
        return Found(cal.Days(on - _ONE_DAY, on, "day"), "hours before or after something else", anchor=on)
    if match["side"].lower() == "before" or unit in ("month", "year", "decade"):
        return Found(None, "counted from something without a date")
    return Found(cal.around(cal.back(on, count, unit), unit), f"{count:g} {unit}s before the report's day", anchor=on)


def lately(_match: re.Match[str], ctx: Context) -> Found | None:
    """Recently: the month up to the report's day."""
    on = ctx.published
    if on is None:
        return Found(None, _UNDATED)
    return Found(
        cal.Days(cal.months_back(on, 1), on, "month"), "a month up to the report's day (a convention)", "span", on
    )


RULES = (
    Rule("weekend", rf"(?i:(?:at|over|during|on|this|last|next|the{GAP}past){GAP}(?:the{GAP})?weekend)\b", weekend),
    Rule(
        "near_day",
        rf"(?i:(?:the{GAP})?day{GAP}before{GAP}yesterday|(?:late(?:r)?|early|earlier){GAP}(?:today|yesterday|tomorrow)|yesterday"
        rf"|today|tonight|tomorrow|last{GAP}night|overnight|this{GAP}(?:morning|afternoon|evening)|right{GAP}now)\b"
        rf"|(?:Even{GAP}now|even{GAP}now|Now|As{GAP}of{GAP}now)\b(?=,)",
        near_day,
    ),
    Rule(
        "calendar_unit",
        rf"(?P<part>(?i:earlier|later|late|early|mid|at{GAP}the{GAP}(?:end|start|beginning){GAP}of|the{GAP}(?:end|start|beginning){GAP}of"
        rf"|(?:end|start){GAP}of)(?:-|{GAP}))?(?P<which>(?i:this|last|next|previous|the{GAP}current|coming))"
        rf"{GAP}(?P<unit>(?i:week|month|year|decade))\b(?!-)",
        calendar_unit,
    ),
    Rule(
        "next_day",
        rf"(?i:(?:the|that|this){GAP}(?:next|following|same|previous|preceding|very)){GAP}(?P<unit>{UNIT})\b(?!s)"
        rf"|(?i:the{GAP}day{GAP}(?:before|after))\b(?={GAP}?[,.;]|{GAP}(?:when|in|at|by)\b)",
        from_named_day,
    ),
    Rule(
        "stretch",
        rf"(?:(?i:the|these|its|their|our|his|her){GAP})?(?P<which>(?i:past|last|previous|preceding|recent|coming|next))"
        rf"{GAP}(?:(?P<amount>{AMOUNT}){GAP})?(?P<unit>{UNIT}s?)\b(?!-)",
        stretch,
    ),
    Rule("ago", rf"{ROUGHLY}(?:(?P<amount>{AMOUNT}){GAP})?(?P<unit>{UNIT}s?){GAP}(?i:ago)\b", ago),
    Rule(
        "later",
        rf"{ROUGHLY}(?P<amount>{AMOUNT}){GAP}(?P<unit>{UNIT}s?){GAP}"
        r"(?i:later|earlier|beforehand|afterwards|afterward|previously)\b",
        from_named_day,
    ),
    Rule("that_day", rf"(?i:that){GAP}(?P<unit>(?i:day|week|month|year))\b", from_named_day),
    Rule("same_time", rf"(?i:the{GAP}same{GAP}period|at{GAP}(?:the|that){GAP}time)\b(?!{GAP}of)", same_time),
    Rule("then", r"(?<=[Ss]ince )then\b", same_time),
    Rule(
        "day_after",
        rf"{ROUGHLY}(?P<amount>{AMOUNT}){GAP}(?P<unit>{UNIT}s?){GAP}(?P<side>(?i:after|before|following))\b",
        day_after,
    ),
    Rule(
        "nth",
        rf"(?:(?P<on>(?i:on)){GAP})?(?:(?i:the|a|its|their|his|this){GAP})(?P<ordinal>{ORDINAL}){GAP}"
        rf"(?:(?i:straight|consecutive|successive|full){GAP})?(?P<unit>(?i:day|night|week|month|year))\b"
        rf"(?:{GAP}(?i:in{GAP}a{GAP}row|running))?(?!{GAP}(?:after|later|before|ago|anniversary))",
        nth,
    ),
    Rule("long", rf"(?:(?P<amount>{AMOUNT})-)?(?P<unit>{UNIT}s?)-long\b", duration),
    Rule("n_day", rf"(?P<amount>{AMOUNT})-(?P<unit>{UNIT})\b(?!-old|{GAP}old)", duration),
    Rule(
        "duration",
        rf"(?:(?P<within>(?i:within|in|over|during)){GAP}|(?i:for|after|throughout|lasted|lasting){GAP})?{ROUGHLY}"
        rf"(?P<amount>{AMOUNT}){GAP}(?P<unit>{UNIT}s?)\b(?![-\w]|['’]?{GAP}(?:old|drive|walk|of{GAP}age|in{GAP}(?:prison|jail)))"
        rf"(?:{GAP}now\b|(?P<of>(?={GAP}(?i:of){GAP}(?!age)[a-z])))?",
        duration,
    ),
    Rule("for_days", rf"(?i:for{GAP}(?:many{GAP})?)(?P<unit>{UNIT}s)\b(?:{GAP}now\b)?", duration),
    Rule("days_of", rf"(?P<unit>{UNIT}s)(?P<of>(?={GAP}(?i:of){GAP}[a-z]))", duration),
    Rule("lately", r"(?i:recently|lately)\b", lately),
)
