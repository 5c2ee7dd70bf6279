"""Resolve toponyms whose spans are given: what evaluation and other programs' names need."""

from collections.abc import Sequence

from aftermath.model.words import Span
from aftermath.resolve.gazetteer.entry import DEMONYM
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.place.resolution import Choice, resolved
from aftermath.resolve.place.spot import Spot, with_holders


def resolve_names(spans: Sequence[Span], text: str, gazetteer: Gazetteer) -> list[Choice]:
    """A choice for each span of a text, all resolved together."""
    spots = [spot_at(text, start, end, gazetteer) for start, end in spans]
    return resolved(with_holders(spots, text), gazetteer)


def spot_at(text: str, start: int, end: int, gazetteer: Gazetteer) -> Spot:
    """The spot of a span: a demonym where the words are nothing else."""
    words = text[start:end]
    named = gazetteer.named(words)
    return Spot(
        text=words, span=(start, end), name=words, adjectival=bool(named) and all(e.rank == DEMONYM for e in named)
    )
