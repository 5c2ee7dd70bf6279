"""Places: from the words of a report to the map, all of a report's names together.

`places` takes a parse and a gazetteer and gives every mention of a place, with coordinates,
precision, radius and a reason, or named and unplaced. `resolve_names` does the same for
spans that somebody else found. Whether a place is where an event happened is not asked here.
"""

from aftermath.model import Parse, PlaceMention
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.place.account import place_of
from aftermath.resolve.place.mentions import spots
from aftermath.resolve.place.names import resolve_names
from aftermath.resolve.place.resolution import resolved
from aftermath.resolve.place.spot import with_holders

__all__ = ["places", "resolve_names"]


def places(parse: Parse, gazetteer: Gazetteer, dateline: str | None = None) -> tuple[PlaceMention, ...]:
    """Every mention of a place in a report, in the order of the text, resolved together."""
    found = with_holders(spots(parse, gazetteer), parse.text)
    choices = resolved(found, gazetteer)
    context = list({c.entry.ref: c.entry for c in choices if c.entry}.values())
    return tuple(
        PlaceMention(
            text=choice.spot.text, span=choice.spot.span, place=place_of(choice, context, gazetteer), adjectival=choice.spot.adjectival
        )
        for choice in choices
    )
