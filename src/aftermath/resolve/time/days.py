"""Calendar arithmetic: the days of a week, a month, a year, a season, and steps between them.

Pure functions of dates. `Days` is a first and a last day with the precision they were
given in. Nothing here knows words beyond the names of units.
"""

from datetime import date, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta


class Days(NamedTuple):
    """A first and a last day, and the precision: hour, day, week, month or year."""

    start: date
    end: date
    precision: str


def day(on: date, precision: str = "day") -> Days:
    """One day."""
    return Days(on, on, precision)


def week(on: date) -> Days:
    """The week of a day, Monday to Sunday."""
    start = on - timedelta(on.weekday())
    return Days(start, start + timedelta(6), "week")


def month(year: int, number: int) -> Days:
    """A calendar month."""
    start = date(year, number, 1)
    return Days(start, start + relativedelta(months=1, days=-1), "month")


def year(number: int) -> Days:
    """A calendar year."""
    return Days(date(number, 1, 1), date(number, 12, 31), "year")


def season(first_month: int, number: int) -> Days:
    """Three months from the first on; a winter begins in December of its year."""
    start = date(number, first_month, 1)
    return Days(start, start + relativedelta(months=3, days=-1), "month")


def weekend(on: date) -> Days:
    """The last Saturday and Sunday up to and including a day; a Saturday counts as begun."""
    saturday = on - timedelta((on.weekday() - 5) % 7)
    return Days(saturday, saturday + timedelta(1), "day")


def back(on: date, count: float, unit: str) -> date:
    """The day so many units before a day; hours count as whole days begun."""
    if unit in ("hour", "minute"):
        hours = count if unit == "hour" else count / 60
        return on - timedelta(max(1, -int(-hours // 24)))
    if unit in ("year", "decade"):
        return months_back(on, int(count * (120 if unit == "decade" else 12)))
    if unit == "month":
        return months_back(on, int(count)) - timedelta(int(count % 1 * 30))
    return on - timedelta(int(count * {"day": 1, "night": 1, "week": 7, "fortnight": 14}[unit]))


def months_back(on: date, count: int) -> date:
    """The same day so many months before, or that month's last where it is shorter."""
    earlier: date = on - relativedelta(months=count)
    return earlier


def around(on: date, unit: str) -> Days:
    """The calendar unit that a day falls in."""
    if unit in ("week", "fortnight"):
        return week(on)
    if unit == "month":
        return month(on.year, on.month)
    if unit in ("year", "decade"):
        return year(on.year)
    return day(on)


def stepped_to(on: date, unit: str) -> Days:
    """The day so many units off, for days and weeks ("two weeks ago"); else the month or year that it falls in."""
    return day(on, "week") if unit in ("week", "fortnight") else around(on, unit)


def part(days: Days, which: str) -> Days:
    """The early, middle or late part of a month or year; shorter stretches stay as they are.

    A month's thirds end on the 10th and 20th. A year's are January to April, June to August
    and September to December: the gold reports read "mid-2012" so.
    """
    start, end, precision = days
    if precision == "month" and (end - start).days <= 31:
        bounds = {"early": (1, 10), "mid": (11, 20), "late": (21, end.day)}[which]
        return Days(start.replace(day=bounds[0]), start.replace(day=bounds[1]), "week")
    if precision == "year":
        first, last = {"early": (1, 4), "mid": (6, 8), "late": (9, 12)}[which]
        return Days(date(start.year, first, 1), month(start.year, last).end, "month")
    return days


def last_weekday(on: date, weekday: int, *, before: bool = False) -> date:
    """The last such weekday up to and including a day, or strictly before it."""
    since = (on.weekday() - weekday) % 7
    return on - timedelta(since or (7 if before else 0))


def next_weekday(on: date, weekday: int) -> date:
    """The next such weekday after a day."""
    return on + timedelta((weekday - on.weekday()) % 7 or 7)


def safe(year_: int, month_: int, day_: int) -> date | None:
    """A date, or None where the calendar has no such day."""
    try:
        return date(year_, month_, day_)
    except ValueError:
        return None


NEWS = timedelta(31)
"""How long before a report what it tells as news can lie; what is older is its background."""


def is_news(days: Days | None, published: date | None) -> bool:
    """Whether days lie in the month before a report."""
    return days is not None and published is not None and published - days.end <= NEWS
