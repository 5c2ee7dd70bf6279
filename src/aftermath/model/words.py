"""Words of a report: a stretch of its text and where it stands."""

from dataclasses import dataclass

Span = tuple[int, int]
"""Start and end of a stretch of a report's text, in characters, end excluded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A stretch of a report's text; `report.text[span[0]:span[1]] == text`, always."""

    text: str
    span: Span


def words_at(text: str, start: int, end: int) -> Words:
    """The words of `text` between two character offsets."""
    return Words(text=text[start:end], span=(start, end))
