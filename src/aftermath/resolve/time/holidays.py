"""Days with a name: feasts of the moon, of Easter and of the calendar, 1980 to 2035."""

import re
from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from aftermath.resolve.sheet import any_of, shipped
from aftermath.resolve.time.days import Days

YEARS = range(1980, 2036)


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    return {alias.lower(): row for row in shipped("holidays.tsv") for alias in _names(row)}


def _names(row: Mapping[str, str]) -> list[str]:
    return [name for name in (row["name"], *row["also"].split("|")) if name]


@cache
def pattern() -> str:
    """A regular expression with one group, `holiday`: any name of the table."""
    printed = [name for row in shipped("holidays.tsv") for name in _names(row)]
    return rf"(?P<holiday>{any_of(printed)})(?![\w/-])"


def names() -> Collection[str]:
    """Every name of the table, in lower case."""
    return _rows().keys()


@cache
def days_of(name: str) -> Sequence[Days]:
    """All days of a holiday within the years tabulated, in order."""
    row = _rows()[" ".join(name.lower().split())]
    more = timedelta(int(row["days"]) - 1)
    return [Days(first, first + more, "day") for first in _first_days(row)]


def _first_days(row: Mapping[str, str]) -> list[date]:
    rule = row["rule"]
    if rule == "moving":
        moving = {r["name"]: r["first_days"] for r in shipped("holidays_moving.tsv")}
        return [date.fromisoformat(day) for day in moving[row["name"]].split()]
    if church := re.fullmatch(r"(western|orthodox)([+-]\d+)", rule):
        method = EASTER_WESTERN if church[1] == "western" else EASTER_ORTHODOX
        return [easter(year, method) + timedelta(int(church[2])) for year in YEARS]
    if len(rule) == len("YYYY-MM-DD"):
        return [date.fromisoformat(rule)]
    return [date.fromisoformat(f"{year}-{rule}") for year in YEARS]
