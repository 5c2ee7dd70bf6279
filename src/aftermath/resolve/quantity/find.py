"""The expressions of number in a text that count something.

Left out are numbers that count nothing: dates, clock times, ages, years, shares, money,
measures, spans of time, ordinals, designations of weapons and resolutions, phone numbers
(`tables/not_counts.tsv`). The text alone decides: no tags or trees are needed.
"""

import re
from collections.abc import Iterator
from functools import cache

from aftermath.model import Parse, Quantity
from aftermath.resolve.quantity.numerals import Bounds, bounds, opening, pattern
from aftermath.resolve.sheet import GAP, any_of, shipped

Count = tuple[int, int, Bounds]
"""Start and end of an expression of number in a text, and the bounds it allows."""


def quantities(parse: Parse) -> tuple[Quantity, ...]:
    """All expressions of number in a report that count something, in order, none overlapping."""
    found = []
    for start, end, allowed in counts(parse.text, "guide"):
        found.append(Quantity(text=parse.text[start:end], span=(start, end), low=allowed[0], high=allowed[1]))
    return tuple(found)


def counts(text: str, convention: str) -> Iterator[Count]:
    """Start, end and bounds of the numbers that count something."""
    for match in _matches(text):
        if match["no"]:
            yield *match.span("no"), (0, 0)
            continue
        if _no_count(text, match):
            continue
        allowed = bounds(match, convention)
        if allowed is not None:
            yield match.start(), match.end(), allowed


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What the scanner finds; of "rose from 17 to 23" the second number alone, for it is no range."""
    at = 0
    while match := _scanner().search(text, at):
        risen = (
            match["low2"]
            and match[0].lower().startswith("from")
            and _RISEN.search(text, max(0, match.start() - 60), match.start())
        )
        at = match.start("high2") if risen else max(match.end(), at + 1)
        if not risen:
            yield match


_RISEN = re.compile(
    r"\b(?:rose|ris(?:en|es|ing)|rais(?:ed|es|ing)|increas(?:ed|es|ing)|climb(?:ed|s|ing)|jump(?:ed|s|ing)|grew|grown"
    r"|growing|went|gone|revis(?:ed|es|ing)|lower(?:ed|s|ing)|fell|fallen|falling|drop(?:ped|s|ping)|up|down)\b"
    r"[^.;\n\d]{0,40}$",
    re.IGNORECASE,
)


@cache
def _scanner() -> re.Pattern[str]:
    none = rf"(?P<no>no(?={GAP}(?:{_CASUALTIES})))"
    return re.compile(rf"\b(?=no|{opening()})(?:{none}|{pattern()})", re.IGNORECASE)


_CASUALTIES = (
    r"(?:further |other |more |new |immediate |reported |known |civilian |military |human )*"
    r"(?:casualt|deaths|fatalit|injuries|victims|losses|people|civilians|soldiers|children|residents)"
)


@cache
def _measures() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What makes a number no count: behind it, before it."""
    rows = shipped("not_counts.tsv")
    after = [r["words"] for r in rows if r["side"] == "after" and r["kind"] != "date"]
    months = [r["words"] for r in rows if r["side"] == "after" and r["kind"] == "date"]
    before = [r["words"] for r in rows if r["side"] == "before"]
    link = rf"(?:{GAP}(?:(?:more|full|whole|long|consecutive|straight|successive|further){GAP})?|-)?"
    behind = re.compile(
        rf"{link}(?:(?i:{any_of(after)})(?:s(?<=\w{{3}}))?(?!\w|-\d)|(?:{any_of(months)})\b"
        rf"|(?i:(?:st|nd|rd|th)\b)|(?:{GAP}of)?{GAP}(?:{any_of(months)})\b)"
    )
    return behind, re.compile(rf"(?<!\w)(?:{any_of(before)}){GAP}?$")


@cache
def _names_before() -> re.Pattern[str]:
    """What makes a number no count before it, but for months: no month has its day behind it in words, or two days."""
    rows = shipped("not_counts.tsv")
    words = [r["words"] for r in rows if r["side"] == "before" and r["kind"] != "date"]
    return re.compile(rf"(?<!\w)(?:{any_of(words)}){GAP}?$")


_DAY_OF_MONTH = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.? $")
"""A day and month right before a number, which is no day then ("On 3 March 12 people were killed")."""


def _is_no_day(text: str, start: int, number: str) -> bool:
    """Whether a number is none of a date, though a month may stand before it: a word, too high, or its day is told."""
    if not number[0].isdigit():
        return True
    if not counts_people(text, start + len(number)):
        return False
    high = number.isdigit() and 31 < int(number) < 1000
    return high or (not _YEAR.match(number) and _DAY_OF_MONTH.search(text, max(0, start - 20), start) is not None)


_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_YEAR_HEDGE = re.compile(r"\b(?:about|around|circa|some|over|by)\b", re.IGNORECASE)
_NAME_AGE = re.compile(r"[\w’'-]+(?:,|, aged)[ \xa0]$|[A-Z][\w’'-]+ \($")


def _no_count(text: str, match: re.Match[str]) -> bool:
    """Whether what stands around a number says that it counts nothing."""
    start, end = match.span()
    behind, before = _measures()
    core = match[0][len(match["hedges"] or "") :]
    before = _names_before() if _is_no_day(text, start, core) else before
    if match["vague"] or match["times"]:
        return bool(behind.match(text, end))
    if behind.match(text, end) or _is_designation(text, start, before):
        return True
    lower = core.lower()
    if lower == "one":
        return _idle_one(text, start, end)
    if not core[0].isdigit():
        return False
    if _YEARS.fullmatch(core):
        return True
    if _YEAR.match(core) and not counts_people(text, end):
        return not match["hedges"] or bool(_YEAR_HEDGE.search(match["hedges"]))
    if core.isdigit() and len(core) < 3 and text[end : end + 1] in (",", ")", ".", ""):
        if _NAME_AGE.search(text, max(0, start - 30), start):
            return True  # "Amina Yusuf, 12, was"
        if text[end : end + 2] in (". ", ".\t") and not text[text.rfind("\n", 0, start) + 1 : start].strip():
            return True  # "7. The next item"
    # Longer numbers without separators are telephone and case numbers.
    return core.startswith("0") or (core.isdigit() and len(core) > 6) or _in_phone_number(text, start, end)


_STRETCH = re.compile(r"\b(?:past|last|same|this|next|previous) (?:day|week|month|year) $", re.IGNORECASE)
"""A stretch of time right before a number, which does not count it ("over the past day five servicemen")."""


def _is_designation(text: str, start: int, before: re.Pattern[str]) -> bool:
    """Whether the words before a number make it a name, an age or a family ("day five", "a boy of 14")."""
    if _person_of().search(text, max(0, start - 40), start):
        return True
    return bool(before.search(text, max(0, start - 40), start)) and not _STRETCH.search(text, max(0, start - 30), start)


_BEFALLEN = frozenset({"death", "fatality", "injury", "casualty", "victim"})
"""Of the words that count as one person, those that tell what befell others ("the death of ten peacekeepers")."""


@cache
def _person_of() -> re.Pattern[str]:
    """A single person and "of" ("a boy of 14", "a mother of four"): an age or a family, not how many there are."""
    ones = (row["words"] for row in shipped("persons.tsv") if row["role"] == "one")
    single = any_of([word for word in ones if word not in _BEFALLEN])
    return re.compile(rf"\b(?:an?|the|one|his|her|their){GAP}(?:[\w-]+{GAP})?(?:{single}){GAP}of{GAP}$", re.IGNORECASE)


_PHONE = re.compile(r"(?:\+|\b0)\d{1,4}(?:[ -]\(?\d{2,4}\)?){2,}")


def _in_phone_number(text: str, start: int, end: int) -> bool:
    return any(m.start() <= start and end <= m.end() for m in _PHONE.finditer(text, max(0, start - 20), end + 20))


@cache
def _people() -> re.Pattern[str]:
    """Up to two words and a noun for people in the plural, or what befell them."""
    plurals = [f"{row['words']}s" for row in shipped("persons.tsv")]
    others = any_of([*plurals, *"people men women children families policemen casualties others".split()])
    between = "on|in|of|at|for|by|to|and|against|that|which|when|with|killed"
    harmed = any_of("dead killed wounded injured died have were are".split())
    return re.compile(
        rf"{GAP}(?:(?:(?!(?:{between})\b)[\w-]+{GAP}){{0,2}}?{others}|{harmed})\b",
        re.IGNORECASE,
    )


_IN_YEAR = re.compile(r"\b(?:in|since|until|during) (?:19|20)\d\d$", re.IGNORECASE)


def counts_people(text: str, end: int) -> bool:
    """Whether people stand behind a number, so that it is no year; "In 2014 soldiers shot" is one all the same."""
    return not _IN_YEAR.search(text, max(0, end - len("during 2014")), end) and bool(_people().match(text, end))


_ONE_BEFORE = re.compile(rf"(?:\b(?:no|the|this|that|any|every|each|which|some|another|only)|-){GAP}?$", re.IGNORECASE)
_ONE_AFTER = re.compile(
    rf"{GAP}(?:another|day|side|hand|thing|way|point|time|can|could|must|should|by{GAP}one)\b|['’]s", re.IGNORECASE
)


def _idle_one(text: str, start: int, end: int) -> bool:
    """Whether "one" is a pronoun that counts nothing: "no one", "one another", "one day"."""
    return bool(_ONE_BEFORE.search(text, max(0, start - 10), start) or _ONE_AFTER.match(text, end))
