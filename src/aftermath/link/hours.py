"""The hours of the day that words allow: "at noon", "shortly after 2 a.m.", "on Monday night".

Takes words, gives hours from 0 to 23, None where nothing is said. Days are not its matter.
"""

import re
from functools import lru_cache

_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.]\d\d)?\s*([ap])\.?m\b\.?", re.IGNORECASE)
_CLOCK_24 = re.compile(r"\b([01]?\d|2[0-3]):[0-5]\d\b(?!\s*[ap]\.?m)", re.IGNORECASE)

_NIGHT = frozenset((*range(18, 24), *range(6)))
_PARTS = (
    (re.compile(r"\b(at|around|about|before) dawn|\bdaybreak|\bsunrise", re.IGNORECASE), frozenset(range(3, 8))),
    (re.compile(r"\bnoon\b|\bmidday\b|\blunch", re.IGNORECASE), frozenset(range(11, 15))),
    (re.compile(r"\bafternoon\b", re.IGNORECASE), frozenset(range(12, 19))),
    (re.compile(r"\bdusk\b|\bevening\b|\bsunset\b", re.IGNORECASE), frozenset(range(16, 23))),
    (re.compile(r"\bovernight\b|\bnight\b|\bmidnight\b", re.IGNORECASE), _NIGHT),
    (re.compile(r"\bearly (on )?(?=[A-Z])", re.NOFLAG), frozenset(range(9))),
    (re.compile(r"\blate (on )?(?=[A-Z])", re.NOFLAG), frozenset(range(16, 24))),
    (re.compile(r"\bmorning\b", re.IGNORECASE), frozenset(range(4, 12))),
)


def hours(text: str) -> frozenset[int] | None:
    """The hours that the words allow: a clock's hour and its neighbours, or a part of the day."""
    clock = _CLOCK.search(text)
    if clock:
        return _around(int(clock[1]) % 12 + (12 if clock[2].lower() == "p" else 0))
    clock = _CLOCK_24.search(text)
    if clock:
        return _around(int(clock[1]))
    return next((found for pattern, found in _PARTS if pattern.search(text)), None)


def _around(hour: int) -> frozenset[int]:
    return frozenset((near % 24) for near in (hour - 1, hour, hour + 1))


@lru_cache(maxsize=10_000)
def apart(one: frozenset[int], other: frozenset[int]) -> int:
    """The least number of hours between two sets, around the clock."""
    return min(min(abs(a - b), 24 - abs(a - b)) for a in one for b in other)
