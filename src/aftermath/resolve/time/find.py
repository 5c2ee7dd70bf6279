"""Where a report names times: each rule's finds, with their meaning in their place.

All rules are one expression, tried in their order at each word that can open one of them.
What a find means may hang on what was named before it and on the sentence around it, so the
text is read from front to back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from aftermath.model import Parse
from aftermath.resolve.sheet import GAP, any_of
from aftermath.resolve.time import dates, holidays, lengths, months, named, near
from aftermath.resolve.time.days import Days, is_news
from aftermath.resolve.time.quote import spoken_on
from aftermath.resolve.time.tense import is_future, is_ongoing
from aftermath.resolve.time.words import (
    CLOCK_PART,
    GOING_ON,
    LITTLE,
    OPENERS,
    WEEKDAY,
    YEAR,
    Context,
    Found,
    Rule,
    words_of,
)

# A word that is no part of a longer one, and the word behind it.
_WORD = re.compile(r"(?<![\w$€£#])(?<!\w[-./:])(\w+)(?=\s*(\w*))")
_PREFIXES = ("early", "mid", "late")
CLOCK = Rule(
    "clock",
    rf"(?:\d{{1,2}}[:.]\d\d(?:{GAP}?(?i:[ap]\.?m\b\.?))?|\d{{1,2}}{GAP}?(?i:[ap]\.?m\b\.?|o['’]clock)|[012]\d[0-5]\d(?={GAP}?(?:hours|hrs|GMT|UTC|local)))"
    rf"(?:{GAP}?(?:hours\b|hrs\b|GMT|UTC|EDT|EST|BST|CET|local{GAP}time|\([^()\n]{{2,20}}\b(?:GMT|UTC)\)))*"
    rf"|(?:the{GAP})?{CLOCK_PART}",
    lambda _match, _ctx: None,
)
RULES = (*dates.RULES, *months.RULES, *named.RULES, *near.RULES, *lengths.RULES, months.YEAR_RULE, CLOCK)
"""In the order in which they are tried at each word; a bare year and a clock time come last."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An expression as found: where it stands, by which rule, and what it means."""

    start: int
    end: int
    rule: str
    found: Found
    sentence: int = -1
    back: bool = False
    """Whether it is the day of what had happened before the day told last."""


@cache
def _scanner() -> tuple[re.Pattern[str], dict[str, tuple[Rule, re.Pattern[str]]]]:
    """One expression that finds them all, and each rule's own."""
    bare = [re.sub(r"\(\?P<\w+>", "(?:", rule.pattern) for rule in RULES]
    parts = "|".join(f"(?P<{rule.name}>{pattern})" for rule, pattern in zip(RULES, bare, strict=True))
    return re.compile(parts), {r.name: (r, re.compile(r.pattern)) for r in RULES}


@cache
def _openers() -> frozenset[str]:
    return OPENERS | {re.split(r"\W", name)[0] for name in holidays.names()}


def can_open(word: str, behind: str = "") -> bool:
    """Whether an expression of time can begin with a word before another; six words in seven need no further look."""
    lower = word.lower()
    if behind and lower in LITTLE:
        return behind.lower() in GOING_ON or can_open(behind)
    return lower in _openers() or word[0].isdigit() or lower.startswith(_PREFIXES)


def _search(text: str, at: int) -> re.Match[str] | None:
    """The first expression from a place in the text on."""
    scanner, _ = _scanner()
    starts = (word.start() for word in _WORD.finditer(text, at) if can_open(*word.groups()))
    return next(filter(None, (scanner.match(text, start) for start in starts)), None)


def pieces_of(parse: Parse, published: date | None) -> Iterator[Piece]:
    """What each rule finds, with its meaning in its place."""
    text = parse.text
    _, rules = _scanner()
    sentences, told = _Sentences(parse), _Told(published, looks_back=_looks_back(text, published))
    at = 0
    while match := _search(text, at):
        at = match.end()
        rule, own = rules[match.lastgroup or ""]
        exact = own.match(text, match.start())
        if exact is None or _is_name(text, match.start(), match.end()):
            continue
        start, end, paragraph = sentences.around(match.start())
        if rule is CLOCK:
            yield Piece(*match.span(), "clock", Found(None, "a time of day"), start)
            continue
        spoken = None
        if published and rule.name in _FROM_TODAY:
            spoken = spoken_on(text, start, end, match.start(), published)
        ctx = Context(
            published=spoken or published,
            previous=told.last,
            previous_day=told.day_before(start, paragraph),
            told_here=told.day_in(start),
            recent_year=told.year_of(paragraph),
            under_year=told.paragraph != paragraph and told.heading is not None,
            future=is_future(text, start, end, *match.span()),
            ongoing=is_ongoing(text, start, end),
        )
        found = rule.meaning(exact, ctx)
        if found is None:
            at = _next_word(text, match.start())
            continue
        if spoken and found.days:
            found = found._replace(why=f"said in a quotation of {spoken}; for it, {found.why}")
        piece = Piece(*match.span(), rule.name, found, start)
        piece = replace(piece, back=told.goes_back(text, piece))
        told.note(text, piece, paragraph)
        yield piece


class _Told:
    """What the report has named so far: its last time, its last single day, the year it tells of in a paragraph."""

    def __init__(self, published: date | None, *, looks_back: bool) -> None:
        self._published = published
        self._looks_back = looks_back
        self.last: Days | None = None
        self._last_sentence = -1
        self._last_day: Days | None = None
        self._day_paragraph = -1
        self._news: Days | None = None
        self._aside: tuple[int, Days] | None = None
        self.year: int | None = None
        self.heading: int | None = None
        self.paragraph = -1

    def day_before(self, sentence: int, paragraph: int) -> Days | None:
        """What "two days earlier" counts from: the last day; a paragraph that names none goes on from the news.

        Where the sentence told a month or a year last ("took the town in May and lost it a day later"), that is it.
        """
        if self.last is not None and self.last.precision in {"month", "year"} and self._last_sentence == sentence:
            return self.last
        if self._aside is not None and self._aside[0] == paragraph:
            return self._aside[1]
        elsewhere = self._day_paragraph != paragraph and not is_news(self._last_day, self._published)
        return self._news if elsewhere and self._news is not None else self._last_day

    def year_of(self, paragraph: int) -> int | None:
        """The year that a paragraph tells of: its own, a heading's, in an account of old the last one named."""
        if self.paragraph == paragraph:
            return self.year
        return self.heading if self.heading is not None or not self._looks_back else self.year

    def day_in(self, sentence: int) -> Days | None:
        """The day that a sentence has named last."""
        day = self.last if self._last_sentence == sentence else None
        return day if day is not None and day.start == day.end else None

    def note(self, text: str, piece: Piece, paragraph: int) -> None:
        """Take notice of a time named; lengths of time name none."""
        days = piece.found.days
        if days is None or piece.found.kind == "duration":
            return
        self.last, self._last_sentence = days, piece.sentence
        if piece.rule == "year" and _is_line(text, piece):
            self.heading = days.start.year
        if _SPOKEN.search(text, max(0, piece.start - 60), piece.start):
            return  # the day of a message, and not of what it tells
        if piece.back:
            self._aside = paragraph, days
        elif days.start == days.end:
            self._aside = None
            self._last_day, self._day_paragraph = days, paragraph
            self._news = days if is_news(days, self._published) else self._news
        if piece.found.anchor is not None and piece.found.anchor == self._published:
            self.paragraph = -1
        elif piece.rule in _FULL and not _SINCE.search(text, max(0, piece.start - 60), piece.start):
            self.year, self.paragraph = days.start.year, paragraph

    def goes_back(self, text: str, piece: Piece) -> bool:
        """Whether a day is of what had happened before the last one: its own paragraph alone counts from it."""
        days, last = piece.found.days, self._last_day
        before = days is not None and last is not None and days.start == days.end < last.start
        return before and _HAD.search(text, max(0, piece.sentence), piece.start) is not None


_OF_NEWS = re.compile(rf"\b(?:{WEEKDAY}|(?i:yesterday|today|tonight|ago|(?:last|this|past) (?:week|month|year))\b)")
_ANY_YEAR = re.compile(rf"(?<![\w.,])({YEAR})")


def _looks_back(text: str, published: date | None) -> bool:
    """Whether a whole text tells of years long past, as an encyclopaedia does: the first it names, and no news."""
    first = _ANY_YEAR.search(text)
    old = first is not None and published is not None and int(first[1]) < published.year - 1
    return old and _OF_NEWS.search(text) is None


def _is_line(text: str, piece: Piece) -> bool:
    """Whether an expression is a line of its own, as the heading of a list is."""
    return text[max(0, piece.start - 1) : piece.start] in {"", "\n"} and text[piece.end : piece.end + 1] in {"", "\n"}


# What the speaker of a quotation counts from the day of speaking.
_FROM_TODAY = frozenset(("near_day", "ago"))
# Behind these a day earlier than the one before is of what had happened by then: "the last such attack was on ...".
_HAD = re.compile(
    r"\bhad\b|\b(?:last|previous|earlier|similar)\s+(?:\w+\s+)?(?:attack|bombing|raid|strike|massacre|blast|assault)s?\b"
)
_SPOKEN = re.compile(
    r"\b(?:message|statement|communique|communiqué|video|recording|broadcast|interview)(?: \w+){0,3} on $"
)
_FULL = frozenset(("day_month", "month_day", "month_year", "iso"))
# A year named in passing is not the year that the paragraph tells of.
_SINCE = re.compile(r"\b(?:since|had|began|started|founded|created|formed|until|after|before)\b[^.]*$", re.IGNORECASE)


def _next_word(text: str, at: int) -> int:
    """Where the next word begins."""
    match = re.compile(r"\w+\W*").match(text, at)
    return match.end() if match else at + 1


class _Sentences:
    """Which sentence a character stands in: its bounds in the text and its paragraph."""

    def __init__(self, parse: Parse) -> None:
        filled = [s for s in parse.sentences if s.end > s.start]
        self._bounds = [(parse.starts[s.start], parse.ends[s.end - 1], s.paragraph) for s in filled]
        self._all = (0, len(parse.text), 0)
        self._last = 0

    def around(self, at: int) -> tuple[int, int, int]:
        """Bounds and paragraph; asked for from the front of the text to its end."""
        while self._last + 1 < len(self._bounds) and self._bounds[self._last + 1][0] <= at:
            self._last += 1
        return self._bounds[self._last] if self._bounds else self._all


@cache
def _traps() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?:{GAP}|-)(?:{any_of(words_of('trap', 'after'))})\b"),
        re.compile(rf"(?<!\w)(?:{any_of(words_of('trap', 'before'))}){GAP}$"),
    )


_QUARTER = re.compile(r" (?:district|neighbou?rhood|quarter|camp|school|mosque)\b")


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether a date is part of a name: "April 6 Movement", "Bloody Sunday"."""
    behind, before = _traps()
    first = text[start:end].removeprefix("the ")[:1]
    the = text[start:end].startswith("the ") or text.endswith(("the ", "The "), 0, start)
    if the and re.search(r"\d", text[start:end]) and _QUARTER.match(text, end):
        return True  # "the July 7 district"
    return bool(first.isupper() or first.isdigit()) and bool(
        behind.match(text, end) or before.search(text, max(0, start - 16), start)
    )
