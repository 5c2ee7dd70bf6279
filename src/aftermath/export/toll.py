"""The people of one claim who came to one kind of harm, summed over its entries.

Takes harm entries, gives bounds. Entries that are part of another ("three of them
children") are in their whole already and are not added again.
"""

from collections.abc import Iterable

from aftermath.model import Harm


def toll(harm: Iterable[Harm], kind: str) -> tuple[int | None, int | None]:
    """Least and most people; an open lower bound adds nobody, an open upper bound stays open."""
    wholes = [entry for entry in harm if entry.kind == kind and entry.part_of is None]
    lows = [entry.low for entry in wholes if entry.low is not None]
    highs = [entry.high for entry in wholes if entry.high is not None]
    low = sum(lows) if lows else None
    high = sum(highs) if highs and len(highs) == len(wholes) else None
    return low, high
