"""What comparing one side of two claims found: a score and a sentence for an analyst."""

from typing import NamedTuple


class Finding(NamedTuple):
    """From -1 (speaks against one incident) to 1 (speaks for it), and why.

    `bars` says that the two cannot be of one incident whatever else speaks for it.
    A tuple, since some ten are made for each pair of claims.
    """

    score: float
    text: str
    bars: bool = False
