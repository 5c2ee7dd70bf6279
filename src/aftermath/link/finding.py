"""What comparing one side of two claims found: a score and a sentence for an analyst."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """From -1 (speaks against one incident) to 1 (speaks for it), and why.

    `bars` says that the two cannot be of one incident whatever else speaks for it.
    """

    score: float
    text: str
    bars: bool = False
