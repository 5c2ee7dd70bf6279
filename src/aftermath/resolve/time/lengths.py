"""Expressions that count from a day named before, and lengths of time.

"Two days later", "the following day", "that night" count from the last day that the report
named. A length ("for seven months", "two weeks of shelling") is a stretch up to the report's
day where the sentence says that it still goes on, or that something filled it.
"""

import re
from datetime import timedelta

from aftermath.resolve.sheet import GAP
from aftermath.resolve.time import days as cal
from aftermath.resolve.time.days import is_news
from aftermath.resolve.time.words import (
    AMOUNT,
    HALF,
    ORDINAL,
    ROUGHLY,
    UNIT,
    Context,
    Found,
    Rule,
    amount,
    clip,
    is_more,
    ordinal,
    recent,
    unit_name,
)

_UNDATED = "it is counted from the report's day, and the report has no date"
_NO_EARLIER = "it is counted from a day named before, and there is none"
_ONE_DAY = timedelta(1)
_DEED = r"(?:raid|assault|attack|operation|ambush|strike|air|bombing|battle|march|vigil|patrol|shift|train|flight)\b"
"""What a night or day before it says the kind of, and no length ("in a night raid")."""
HALF_A_DAY = 12
"""Hours below which a length tells how fast things went, and not over which days ("two blasts within an hour")."""


def from_named_day(match: re.Match[str], ctx: Context) -> Found | None:
    """The next, same or previous day or week, or so many days later, from the last day named."""
    groups = match.groupdict()
    words, unit = " ".join(match[0].lower().split()), unit_name(groups.get("unit") or "day")
    base = ctx.previous_day if unit in ("minute", "hour", "day", "night", *_PARTS_OF_DAY) else ctx.previous
    if base is None and groups.get("amount") and ctx.previous is not None and ctx.previous.precision == "week":
        base = ctx.previous
    if base is None:
        return Found(None, _NO_EARLIER)
    if base.precision in ("month", "year") and unit in ("minute", "hour", "day", "night", *_PARTS_OF_DAY):
        return Found(base, f"a day in the {base.precision} that the sentence named before", anchor=base.start)
    if groups.get("amount"):
        later = bool(re.search(r"\b(?:later|after\w*)\b", words))
        count = amount(match["amount"]) + (0.5 if groups.get("half") else 0)
        days = clip(_stepped(base, count, unit, later=later), ctx)
        if ctx.previous is not None and _is_ahead(days, ctx):  # a day that has not come: of what was told last
            days = _stepped(ctx.previous, count, unit, later=later)
    elif re.fullmatch(r"(?:minute|hour)s (?:later|earlier)", words):
        days = base
    elif re.search(r"\b(?:next|following|after|later)\b", words):
        days = _beside(base, unit, 1)
    elif re.search(r"\b(?:previous|before|earlier|preceding|prior)\b", words):
        days = _beside(base, unit, -1)
    else:
        days = base if unit in ("day", "night", *_PARTS_OF_DAY) else clip(cal.around(base.start, unit), ctx)
    return Found(days, "counted from the last day that the report named", anchor=base.start)


def _is_ahead(days: cal.Days, ctx: Context) -> bool:
    """Whether days that are told as past lie behind the report's."""
    return ctx.published is not None and not ctx.future and days.start > ctx.published


def _beside(base: cal.Days, unit: str, step: int) -> cal.Days:
    """The day, or the calendar's week, month or year, behind or before."""
    if step > 0:
        return cal.around(cal.around(base.end, unit).end + _ONE_DAY, unit)
    return cal.around(cal.around(base.start, unit).start - _ONE_DAY, unit)


_PARTS_OF_DAY = ("morning", "afternoon", "evening")


def _stepped(base: cal.Days, count: float, unit: str, *, later: bool) -> cal.Days:
    """The day, or the calendar's month or year, so many units after or before."""
    if unit in ("hour", "minute"):
        return cal.day(base.end if later else base.start)
    if unit in ("day", "week", "fortnight") and base.start != base.end:
        ahead = base.start - cal.back(base.start, count, unit)
        ahead = ahead if later else -ahead
        return base._replace(start=base.start + ahead, end=base.end + ahead)
    if later:
        return cal.stepped_to(base.end + (base.end - cal.back(base.end, count, unit)), unit)
    return cal.stepped_to(cal.back(base.start, count, unit), unit)


def within_named(match: re.Match[str], ctx: Context) -> Found | None:
    """What was earlier or later in the day, week, month or year of the last time named."""
    base = ctx.previous
    if base is None:
        return Found(None, _NO_EARLIER)
    days, unit = cal.around(base.start, unit_name(match["unit"])), unit_name(match["unit"])
    if match["part"].lower() == "later":
        days = days._replace(start=min(base.start, days.end))
    elif base.start > days.start:
        days = days._replace(end=base.start)
    return Found(clip(days, ctx), f"in the {unit} of the last time that the report named", anchor=base.start)


def same_time(_match: re.Match[str], ctx: Context) -> Found | None:
    """The same period, that time: the last days that the report named."""
    if ctx.previous is None:
        return Found(None, _NO_EARLIER)
    return Found(ctx.previous, "the time that the report named before", anchor=ctx.previous.start)


_ORDERED = re.compile(r"\b(?:order(?:ed|s)|should|will|must|extend(?:ed|s))\b[^.\n]{0,60}$", re.IGNORECASE)
_HELD = re.compile(r"\b(?:custody|detention|prison|jail|arrest)\b", re.IGNORECASE)


def _is_ordered(match: re.Match[str]) -> bool:
    """Whether a court lays down how long somebody is to be held ("should remain in custody for two months")."""
    text, start, end = match.string, match.start(), match.end()
    return _ORDERED.search(text, max(0, start - 90), start) is not None and (
        _HELD.search(text, max(0, start - 40), min(len(text), end + 30)) is not None
    )


def duration(match: re.Match[str], ctx: Context) -> Found | None:
    """A length of time; where it is said to go on, or to have just passed, it ends with the report's day."""
    groups, unit, on = match.groupdict(), unit_name(match["unit"]), ctx.published
    within, of, compound = groups.get("within"), groups.get("of") is not None, "-" in match[0]
    if (groups.get("amount") or "").lower() in ("a", "an") and match.start() == match.start("amount") and not of:
        return None  # "four hours a day"
    short = unit == "minute" or (unit == "hour" and amount(groups.get("amount") or "a") < HALF_A_DAY)
    if short or (unit == "hour" and not within):
        return Found(None, "a length of time, not a date", "duration")
    if on is None:
        return Found(None, _UNDATED, "duration")
    if _is_ordered(match):
        return Found(None, "a length of time that is yet to come", "duration")
    if not (within or of or compound or ctx.ongoing or match[0].lower().endswith("now")):
        return Found(None, "a length of time; nothing says that it reaches up to the report", "duration")
    vague = not groups.get("amount") and match["unit"].lower().endswith("s")
    count = recent(unit) if vague else amount(groups.get("amount") or "a")
    count += 0.5 if groups.get("half") else 0
    if unit == "day" and of and count > 1:
        count -= 1  # "eight days of raids": the report's day is the eighth
    count += is_more(groups.get("roughly")) and unit not in ("hour", "minute")
    if ctx.previous is not None and not (is_news(ctx.previous, on) or (ctx.ongoing and not compound)):
        return Found(None, "a length of time within what is told of long before the report", "duration")
    days = cal.Days(cal.back(on, count, unit), on, unit)
    kind = "duration" if compound else "span"
    return Found(days, f"{count:g} {unit}s, taken to reach up to the report's day", kind, on)


def nth(match: re.Match[str], ctx: Context) -> Found | None:
    """The so-manieth day, week or month of something that goes on: from its first to the report's day."""
    on = ctx.published
    if on is None:
        return Found(None, _UNDATED, "span")
    unit, count = unit_name(match["unit"]), ordinal(match["ordinal"]) - 1
    if match["on"] and unit == "day" and not count and match["ordinal"].lower() == "first":
        first = ctx.previous and cal.day(ctx.previous.start)
        return Found(first, "the first day of what was told before", anchor=first.start if first else None)
    if match["on"] and unit in ("day", "night"):
        return Found(cal.day(on), "the day of the report in a run of days", anchor=on)
    start = cal.back(on, count, unit) if count else on
    if unit == "month":
        start = start.replace(day=1)
    return Found(cal.Days(start, on, unit), f"{count + 1} {unit}s with the report's the last", "span", on)


_OPENING = re.compile(r"(?:^|[\n.!?”\"])\s*$")
_TOLD_BEFORE = re.compile(rf"{GAP}(?:the|this|that|these|those){GAP}\w+s?,")


def _opens_after_told(match: re.Match[str]) -> bool:
    """Whether a sentence opens with how long after something told before it was: "Two days after the bombings, ..."."""
    text = match.string
    opens = _OPENING.search(text[max(0, match.start() - 4) : match.start()])
    return opens is not None and _TOLD_BEFORE.match(text, match.end()) is not None


def day_after(match: re.Match[str], ctx: Context) -> Found | None:
    """A few days after another event: that event's day, counted back from the report's."""
    on = ctx.published
    if on is None:
        return Found(None, _UNDATED)
    unit, count = unit_name(match["unit"]), amount(match["amount"] or "a")
    if unit in ("hour", "minute"):
        return Found(None, "hours before or after something else, whose day is not said here")
    if ctx.previous_day is not None and match["side"].lower() != "before" and _opens_after_told(match):
        days = _stepped(ctx.previous_day, count, unit, later=True)
        if not _is_ahead(days, ctx):
            return Found(days, "counted from the day of what was told before", anchor=ctx.previous_day.start)
    if ctx.told_here is not None and unit in ("day", "week") and match["side"].lower() != "before":
        before = cal.back(ctx.told_here.start, count, unit)
        return Found(cal.around(before, unit), f"{count:g} {unit}s before the day that the sentence names")
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
    Rule(
        "next_day",
        rf"(?i:(?:the|that|this){GAP}(?:next|following|same|previous|preceding|very)){GAP}"
        rf"(?P<unit>{UNIT}|(?i:morning|afternoon|evening))\b(?!s)",
        from_named_day,
    ),
    Rule(
        "day_before",
        rf"(?i:the){GAP}(?P<unit>(?i:day|night|evening|morning|week|month|year)){GAP}(?i:before|after)\b"
        rf"(?={GAP}?[,.;]|{GAP}(?:when|in|at|by|near|around|outside|about)\b)",
        from_named_day,
    ),
    Rule(
        "later",
        rf"{ROUGHLY}(?P<amount>{AMOUNT}){GAP}(?P<unit>{UNIT}s?)(?P<half>{HALF})?{GAP}"
        r"(?i:later|earlier|beforehand|afterwards|afterward|previously|before(?=[.,;]))\b",
        from_named_day,
    ),
    Rule(
        "that_day",
        rf"(?i:that|the{GAP}same){GAP}(?P<unit>(?i:day|night|week|month|year|morning|afternoon|evening))\b",
        from_named_day,
    ),
    Rule(
        "in_that_year",
        rf"(?P<part>(?i:earlier|later)){GAP}(?i:in{GAP})?(?i:that|the{GAP}same){GAP}(?P<unit>(?i:day|week|month|year))\b",
        within_named,
    ),
    Rule("hours_later", rf"(?P<unit>(?i:minutes|hours)){GAP}(?i:later|earlier)\b", from_named_day),
    Rule("hours_after", rf"(?P<amount>)(?P<unit>(?i:hours|minutes)){GAP}(?P<side>(?i:after|before))\b", day_after),
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
        rf"(?:{GAP}(?i:in{GAP}a{GAP}row|running))?(?!{GAP}(?:after|later|before|ago|anniversary|of{GAP}(?:Eid|Ramadan|Ashura|Passover|Easter|Nowruz)))",
        nth,
    ),
    Rule("long", rf"(?:(?P<amount>{AMOUNT})-)?(?P<unit>{UNIT}s?)-long\b", duration),
    Rule("n_day", rf"(?P<amount>{AMOUNT})-(?P<unit>{UNIT})\b(?!-old|{GAP}old)", duration),
    Rule(
        "duration",
        rf"(?:(?P<within>(?i:within|(?:in|over)(?:{GAP}the{GAP}(?:space|course){GAP}of)?|during)){GAP}|(?i:for|after|throughout|lasted|lasting){GAP})?{ROUGHLY}"
        rf"(?P<amount>{AMOUNT}){GAP}(?P<unit>{UNIT}s?)\b(?P<half>{HALF})?"
        rf"(?![-\w]|['’]?{GAP}(?:old|drive|walk|of{GAP}age|in{GAP}(?:prison|jail)|{_DEED}))"
        rf"(?:{GAP}now\b|(?P<of>(?={GAP}(?i:of){GAP}(?!age)[a-z])))?",
        duration,
    ),
    Rule("for_days", rf"(?i:for{GAP}(?:many{GAP})?)(?P<unit>{UNIT}s)\b(?:{GAP}now\b)?", duration),
    Rule("days_of", rf"(?P<unit>{UNIT}s)(?P<of>(?={GAP}(?i:of){GAP}[a-z]))", duration),
    Rule("lately", r"(?i:recently|lately)\b", lately),
)
