"""A claim in the form in which two claims are compared.

Takes a claim as JSON, an analyst's (strings) or a program's (objects with spans), and gives
an `Answer`: the same slots, each a tuple of plain values, whatever the form it came in.
It does not judge: what counts as the same is in `agreement`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]
Stretch = tuple[int, int]
Bounds = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as worded, and its coordinates where they are known."""

    text: str
    lat: float | None
    lon: float | None

    def __str__(self) -> str:
        """The words, and the point if there is one."""
        return f"{self.text} ({self.lat:.2f}, {self.lon:.2f})" if self.placed else self.text

    @property
    def placed(self) -> bool:
        """Whether both coordinates are known."""
        return self.lat is not None and self.lon is not None


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, as ISO dates."""

    start: str
    end: str | None

    def __str__(self) -> str:
        """One day as itself, several as an interval."""
        return self.start if self.start == self.end else f"{self.start}/{self.end}"


@dataclass(frozen=True, slots=True)
class Toll:
    """A kind of harm and its bounds; `who` is shown but never compared."""

    kind: str
    low: int | None
    high: int | None
    who: str

    def __str__(self) -> str:
        """The kind, the bounds and the people."""
        return f"{self.kind} {_bounds((self.low, self.high))} {self.who}".rstrip()


@dataclass(frozen=True, slots=True)
class Number:
    """The bounds of a count."""

    low: int | None
    high: int | None

    def __str__(self) -> str:
        """The bounds."""
        return _bounds((self.low, self.high))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One claim, slot by slot; a slot without a filler is an empty tuple."""

    event: tuple[str, ...]
    scope: tuple[str, ...]
    stance: tuple[str, ...]
    when: tuple[Days, ...]
    where: tuple[Spot, ...]
    attackers: tuple[str, ...]
    targets: tuple[str, ...]
    weapons: tuple[str, ...]
    sources: tuple[str, ...]
    count: tuple[Number, ...]
    harm: tuple[Toll, ...]
    quotes: tuple[str, ...]
    stretches: tuple[Stretch, ...]


def answer(claim: Json, text: str) -> Answer:
    """The comparable form of a claim on the report whose text is `text`."""
    quotes = claim.get("quotes") or ()
    return Answer(
        event=_single(claim.get("event")),
        scope=_single(claim.get("scope")),
        stance=_single(claim.get("stance")),
        when=_days(claim.get("when")),
        where=tuple(_spot(place) for place in claim.get("where") or () if place),
        attackers=_worded(claim.get("attackers")),
        targets=_worded(claim.get("targets")),
        weapons=_worded(claim.get("weapons")),
        sources=_worded(claim.get("sources")),
        count=_number(claim.get("count")),
        harm=tuple(_toll(harm) for harm in claim.get("harm") or () if harm),
        quotes=tuple(_words(quote) for quote in quotes),
        stretches=tuple(found for quote in quotes if (found := _stretch(quote, text))),
    )


def _words(value: str | Json | None) -> str:
    """The words of a filler, which is a string or an object that holds them as `text`."""
    if isinstance(value, str):
        return value
    return (value or {}).get("text") or ""


def _single(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _worded(values: list[str | Json] | None) -> tuple[str, ...]:
    return tuple(_words(value) for value in values or () if value)


def _spot(place: str | Json) -> Spot:
    known: Json = {} if isinstance(place, str) else place
    return Spot(_words(place), known.get("lat"), known.get("lon"))


def _days(when: Json | None) -> tuple[Days, ...]:
    return (Days(when["start"], when.get("end")),) if when and when.get("start") else ()


def _number(count: Json | None) -> tuple[Number, ...]:
    return (Number(count.get("low"), count.get("high")),) if count else ()


def _toll(harm: Json) -> Toll:
    return Toll(harm["kind"], harm.get("low"), harm.get("high"), harm.get("who") or "")


def _stretch(quote: str | Json, text: str) -> Stretch | None:
    """Where a quote stands: at its own span if that is true, else where its words first occur."""
    words = _words(quote)
    span = None if isinstance(quote, str) else quote.get("span")
    start = span[0] if span and text[span[0] : span[1]] == words else text.find(words)
    return (start, start + len(words)) if words and start >= 0 else None


def _bounds(bounds: Bounds) -> str:
    low, high = bounds
    if low == high:
        return "?" if low is None else str(low)
    return f"{'' if low is None else low}–{'' if high is None else high}"
