"""When a program's filler of a slot agrees with an analyst's.

Takes two answers and a slot, gives how many fillers agree. The measure is that of the
gold guide: words agree by content words, places within 10 km, days, bounds and codes
exactly.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from aftermath.evaluate.answer import Answer, Spot, Toll
from aftermath.model.globe import great_circle_km

SLOTS = ("event", "scope", "stance", "when", "where", "attackers", "targets", "weapons", "sources", "count", "harm")

NEAR_KM = 10
"""Two placings of one event are the same place within this distance (gold guide)."""

SHARED_WORDS = 0.5
"""Share of all content words that must be common where neither wording holds the other."""

EMPTY_WORDS = frozenset("the a an of in on at by and its their his her some at least more than about".split())


@cache
def content_words(text: str) -> frozenset[str]:
    """The words that carry meaning, lower case, plural -s taken off."""
    found = (word for word in re.findall(r"\w+", text.lower()) if word not in EMPTY_WORDS)
    return frozenset(_singular(word) for word in found)


def _singular(word: str) -> str:
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word


def same_wording(gold: str, read: str) -> bool:
    """Whether one wording's content words hold the other's, or they share half of them."""
    one, other = content_words(gold), content_words(read)
    if not one or not other:
        return False
    return one <= other or other <= one or len(one & other) / len(one | other) >= SHARED_WORDS


def distance_km(one: Spot, other: Spot) -> float:
    """Great-circle distance between two placed spots."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        raise ValueError("both spots need coordinates")
    return great_circle_km(one.lat, one.lon, other.lat, other.lon)


def same_spot(gold: Spot, read: Spot) -> bool:
    """Within ten kilometres; where the analyst gave no point, the same wording."""
    if not gold.placed:
        return same_wording(gold.text, read.text)
    return read.placed and distance_km(gold, read) <= NEAR_KM


def same_toll(gold: Toll, read: Toll) -> bool:
    """The same kind of harm with the same bounds, whoever came to it."""
    return (gold.kind, gold.low, gold.high) == (read.kind, read.low, read.high)


def _equal(gold: object, read: object) -> bool:
    return gold == read


SAME: dict[str, Callable[[Any, Any], bool]] = {
    "event": _equal,
    "scope": _equal,
    "stance": _equal,
    "when": _equal,
    "where": same_spot,
    "attackers": same_wording,
    "targets": same_wording,
    "weapons": same_wording,
    "sources": same_wording,
    "count": _equal,
    "harm": same_toll,
}
"""For each slot, when two of its fillers are the same."""


def fillers(answer: Answer, slot: str) -> tuple[Any, ...]:
    """What an answer has in a slot."""
    found: tuple[Any, ...] = getattr(answer, slot)
    return found


def sort_out(gold: Answer, read: Answer, slot: str) -> tuple[int, list[Any], list[Any]]:
    """How many fillers agree, each paired at most once; those only in gold; those only read."""
    left = list(fillers(read, slot))
    missed = []
    for filler in fillers(gold, slot):
        place = _first(left, filler, SAME[slot])
        if place is None:
            missed.append(filler)
        else:
            del left[place]
    return len(fillers(gold, slot)) - len(missed), missed, left


def agreed(gold: Answer, read: Answer, slot: str) -> int:
    """How many fillers of a slot agree."""
    return sort_out(gold, read, slot)[0]


def _first(read: Sequence[Any], gold: Any, same: Callable[[Any, Any], bool]) -> int | None:
    return next((i for i, filler in enumerate(read) if same(gold, filler)), None)
