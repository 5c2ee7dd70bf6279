"""The vocabulary of time: what the table of times gives, as fragments of expressions.

Each rule of `time_calendar` and `time_relative` is a regular expression made of these
fragments and a function that turns a match into days. What surrounds a match is described
by a `Context`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from aftermath.resolve.quantity.numerals import value
from aftermath.resolve.sheet import GAP, any_of, shipped
from aftermath.resolve.time.days import Days
from aftermath.resolve.time.days import part as part_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the words around an expression say.

    `previous` is the last time that the report named, `previous_day` the last single day,
    `told_here` the one that its own sentence named last;
    `recent_year` the year that the paragraph is telling of, if it named one; `under_year` where a
    heading of its own did ("2017"). `future` and
    `ongoing` are what the sentence's verbs suggest.
    """

    published: date | None
    previous: Days | None = None
    previous_day: Days | None = None
    told_here: Days | None = None
    recent_year: int | None = None
    under_year: bool = False
    future: bool = False
    ongoing: bool = False


class Found(NamedTuple):
    """What an expression means: its days (None: not to be told), and why."""

    days: Days | None
    why: str
    kind: str = "point"
    anchor: date | None = None


class Rule(NamedTuple):
    """A kind of expression: its name, its regular expression, its meaning."""

    name: str
    pattern: str
    meaning: Callable[[re.Match[str], Context], Found | None]


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """The table of times as role -> lower-case words -> value."""
    by_role: dict[str, dict[str, str]] = {}
    for row in shipped("times.tsv"):
        by_role.setdefault(row["role"], {})[row["words"].lower()] = row["value"]
    return by_role


def words_of(role: str, note: str | None = None) -> list[str]:
    """The words of a role, as printed in the table; with a note, only the rows that have it."""
    return [r["words"] for r in shipped("times.tsv") if r["role"] == role and note in (None, r["note"])]


def capital(words: list[str]) -> str:
    """Any of the words, capitalised or in capitals."""
    return any_of([*words, *(w.upper() for w in words)])


_FULL_MONTHS = [w for w in words_of("month") if len(w) > 4 or w in ("June", "July", "May")]
_SHORT_MONTHS = [w for w in words_of("month") if w not in _FULL_MONTHS]
MONTH = rf"(?:{capital(_FULL_MONTHS)}|{capital(_SHORT_MONTHS)}\b\.?)(?!\w)"
WEEKDAY = rf"(?:{capital(words_of('weekday', ''))})\b"
ANY_WEEKDAY = rf"(?:{capital(words_of('weekday'))})\b\.?"
YEAR = r"(?<!\b[Aa][Tt] )(?:1[89]|20)\d\d(?![\w%]|[.,:/-]\d|-\w)"
SHORT_YEAR = r"['’]?\d\d(?![\w:%]|[.,]\d|\s(?:people|men|women|children|civilians|soldiers|police|others|were)\b)"
DAY_NUMBER = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w%:]|[.,/]\d)"
UNIT = rf"(?i:{any_of(words_of('unit'))})"
SEASON = rf"(?:{any_of(w for w in words_of('season'))}|{capital([w.capitalize() for w in words_of('season')])})\b"
CLOCK_PART = rf"(?i:{any_of(words_of('clock'))})\b"
_CARDINAL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty"
)
CARDINAL = rf"(?i:\d{{1,3}}(?:\.5)?|{any_of(_CARDINAL.split())}(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
HALF = rf"(?i:{GAP}and{GAP}a{GAP}half)"
"""A half more of the unit: "two and a half years", "a week and a half"."""
AMOUNT = rf"(?:{CARDINAL}(?:{HALF})?|(?i:{any_of(words_of('amount'))})\b)"
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
).split()
ORDINAL = rf"(?i:{any_of(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
_ROUGH = (
    "more than|over|at least|nearly|almost|about|around|some|roughly|less than|up to|just|only|just over|barely"
    "|well over|as many as|the"
)
ROUGHLY = rf"(?:(?P<roughly>(?i:{any_of(_ROUGH.split('|'))})){GAP})?"

_LEADS = (
    "a an the this that these its their our his her last next past previous preceding recent coming final first "
    "latter opening at on in of over during within for after throughout lasted lasting as right even now then day "
    "hours minutes earlier later end start beginning turn eve yesterday today tonight tomorrow overnight recently "
    "lately"
)
_ROLES = ("amount", "clock", "month", "season", "unit", "weekday")
OPENERS = frozenset(
    (
        *_LEADS.split(),
        *_CARDINAL.split(),
        *ORDINALS,
        *(words.split()[0] for words in _ROUGH.split("|")),
        *(words.lower().split()[0] + end for role in _ROLES for words in words_of(role) for end in ("", "s")),
    )
)
"""The words, in lower case, with which an expression of time can begin; feasts have their own."""
LITTLE = frozenset("the of in a on that for an at as".split())
"""The commonest of them, most of which open none: what stands behind them must go on with it."""
GOING_ON = frozenset("current dozen fasting following least muslim opening same very weekend".split())
"""The words that do so and are no openers themselves."""


def month_number(words: str) -> int:
    """The number of a month's name or abbreviation."""
    return int(table()["month"][words.lower().rstrip(".")])


def weekday_number(words: str) -> int:
    """Monday is 0."""
    return int(table()["weekday"][words.lower().rstrip(".")])


def unit_name(words: str) -> str:
    """The singular, lower case."""
    return words.lower().removesuffix("s")


def amount(words: str) -> float:
    """The number that words of amount stand for."""
    words = " ".join(words.lower().split())
    if words in table()["amount"]:
        return float(table()["amount"][words])
    if words.endswith(" and a half"):
        return amount(words.removesuffix(" and a half")) + 0.5
    if re.fullmatch(r"\d+\.\d+", words):
        return float(words)
    return float(value(words) or 1)


def is_more(words: str | None) -> bool:
    """Whether words before an amount say that it was more: "more than two weeks" may be nearly three."""
    return (words or "").lower().replace("well ", "") in ("more than", "over")


def is_less(words: str | None) -> bool:
    """Whether words before an amount say that it was not quite reached."""
    return (words or "").lower() in ("nearly", "almost", "less than", "barely")


def ordinal(words: str) -> int:
    """The number of an ordinal."""
    words = words.lower()
    return ORDINALS.index(words) + 1 if words in ORDINALS else int(re.sub(r"\D", "", words))


def recent(unit: str) -> int:
    """How many units "recent" and a bare plural reach back."""
    return int(table()["recent"]["week" if unit == "fortnight" else unit])


def full_year(words: str) -> int:
    """A year of four or two digits; two digits mean the last hundred years up to 2039."""
    digits = re.sub(r"\D", "", words)
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 40 else 1900)


PART = (
    rf"(?:(?P<part>(?i:early|mid|late|the{GAP}(?:start|beginning|middle|end){GAP}of|end{GAP}of))"
    rf"(?:-|{GAP})?(?:in{GAP})?)?"
)
_PARTS = {
    "early": "early",
    "start": "early",
    "beginning": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "end": "late",
}


def clip(days: Days, ctx: Context) -> Days:
    """Days that had begun by the report's day end with it, unless the future is meant."""
    if ctx.published and not ctx.future and days.start <= ctx.published < days.end:
        return days._replace(end=ctx.published)
    return days


def which_part(words: str | None) -> str:
    """The third that words like "early" or "the end of" name, "" where they name none."""
    return next((third for word, third in _PARTS.items() if word in (words or "").lower().split("-")[0].split()), "")


def in_part(days: Days, words: str | None) -> Days:
    """The part of a month or year that words like "early" or "the end of" name."""
    which = which_part(words)
    return part_of(days, which) if which else days


OF_YEAR = rf",?{GAP}(?:(?i:of){GAP})?(?P<of_year>(?i:last|this|next|that|the{GAP}same)){GAP}(?i:year)\b"


def year_of(match: re.Match[str], published: date, told: Days | None) -> int:
    """The year that "last", "this" or "next year" behind a month means; "that year" is that of the time told last."""
    which = which_year(match)
    if which == "same":
        return (told.end if told is not None else published).year
    return published.year + {"last": -1, "this": 0, "next": 1}[which]


def which_year(match: re.Match[str]) -> str:
    """The year behind a month: last, this or next as seen from the report, or the same as was told last."""
    which = match["of_year"].lower()
    return which if which in ("last", "this", "next") else "same"


def tells_of_earlier_year(ctx: Context) -> bool:
    """Whether the paragraph tells of a year long past; last year's news is mixed with this year's."""
    return ctx.recent_year is not None and (
        ctx.under_year or ctx.published is None or ctx.recent_year < ctx.published.year - 1
    )
