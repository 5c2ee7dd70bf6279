"""Dates as datelines and metadata write them: "July 19", "15 Sep 88", "2019-03-14", "01/10/2014".

Takes words and gives days. Only English month names, and only dates that name a day.
"""

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d"
_SHAPES = (
    rf"(?P<iso_year>{_YEAR})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)(?!\d)",
    rf"(?P<first>\d\d?)(?P<mark>[-/.])(?P<second>\d\d?)(?P=mark)(?P<number_year>{_YEAR})(?!\d)",
    rf"(?P<day_a>\d\d?)(?:st|nd|rd|th)?\s+(?P<month_a>{_MONTH})(?:,?\s+(?P<year_a>{_YEAR}|\d\d(?=\s*\()))?(?!\d)",
    rf"(?P<month_b>{_MONTH})\s+(?P<day_b>\d\d?)(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?P<year_b>{_YEAR})(?!\d))?",
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"

DATE = rf"(?i:{_WEEKDAY}(?:{'|'.join(_SHAPES)}))"
"""A regular expression, with named groups, for any date that names a day."""

_WHOLE = re.compile(DATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as written; `year` is None where the words name none.

    `other` is the same numbers read the other way round ("01/10/2014"), where both are dates.
    """

    words: str
    year: int | None
    month: int
    day: int
    other: date | None = None

    def in_year(self, year: int) -> date | None:
        """The day in the given year, None where that year has no such day."""
        return _date(year, self.month, self.day)

    def near(self, anchor: date | None) -> tuple[date, tuple[str, ...]]:
        """The day with its own year; where it can be read two ways, the reading nearer to `anchor`."""
        value = date(self.year or 1, self.month, self.day)
        if self.other is None:
            return value, ()
        if anchor:
            return min(value, self.other, key=lambda d: abs(d - anchor)), ()
        note = f"{self.words} was read as {value} (day first); if {self.other} is meant, say so with --published"
        return value, (note,)


def parse_date(words: str) -> date | None:
    """The date that metadata state ("2019-03-14T10:00:00Z", "14 March 2019"), None where it is none."""
    return _whole_date(_WHOLE.match(words.strip()))


def date_in(words: str) -> date | None:
    """The first date in a few words ("By Jane Roe, 6 May 2021 10:00"), None where they hold none."""
    return _whole_date(_WHOLE.search(words))


def _whole_date(found: re.Match[str] | None) -> date | None:
    """The date of a match, if it names a year."""
    day = day_of(found.groupdict()) if found else None
    return day.near(None)[0] if day and day.year else None


def day_of(groups: dict[str, str | None]) -> Day | None:
    """The day that a match of `DATE` names, None where there is no such day ("31 June")."""
    if year := groups["iso_year"]:
        return _day(int(year), int(groups["iso_month"] or 0), int(groups["iso_day"] or 0))
    if year := groups["number_year"]:
        return _numbers(int(year), int(groups["first"] or 0), int(groups["second"] or 0))
    month = groups["month_a"] or groups["month_b"] or ""
    day = int(groups["day_a"] or groups["day_b"] or 0)
    year = groups["year_a"] or groups["year_b"]
    return _day(_four_digits(year), _MONTHS.index(month.lower()[:3]) + 1, day)


def _four_digits(year: str | None) -> int | None:
    """A year in full; two digits as POSIX reads them: 69 to 99 are of the twentieth century."""
    if year is None or len(year) == 4:
        return int(year) if year else None
    return int(year) + (1900 if int(year) >= 69 else 2000)


def _numbers(year: int, first: int, second: int) -> Day | None:
    """A date in numbers: day first as in most of the world, unless only the other way is a date."""
    value, other = _date(year, second, first), _date(year, first, second)
    if value is None:
        return _day(year, first, second)
    day = _day(year, second, first, f"{first:02d}-{second:02d}-{year}")
    ambiguous = other is not None and other != value
    return Day(words=day.words, year=year, month=second, day=first, other=other) if day and ambiguous else day


def _day(year: int | None, month: int, day: int, words: str = "") -> Day | None:
    """The day, None where the calendar has none such; 29 February passes without a year."""
    if _date(year or 2000, month, day) is None:
        return None
    return Day(words=words or f"{_MONTHS[month - 1].title()} {day}", year=year, month=month, day=day)


def _date(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
