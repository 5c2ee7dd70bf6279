"""A spot: words of a report that may name a place, before anything is resolved."""

from dataclasses import dataclass, replace

from aftermath.model.words import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Words that may name a place, and what the words around them say of it.

    `name` is what to look up ("Idlib" of "Idlib province"); `levels` are the sizes of place
    that the words allow, () where any will do; `adjectival` marks demonyms; `holder` is the
    place in the list of spots of the one that holds it ("Texas" for "Paris, Texas"), None
    where none is named; `kind` is the word for its kind as printed ("province"), or "".
    """

    text: str
    span: Span
    name: str
    levels: tuple[str, ...] = ()
    adjectival: bool = False
    holder: int | None = None
    kind: str = ""


def with_holders(spots: list[Spot], text: str) -> list[Spot]:
    """The spots, each with the one that holds it where they stand as "X, Y" or "X (Y)" or "X in Y".

    "X in Y" is read so only where X is said to be a part ("the town of X in Y"); a comma
    could also be a list's, which is why a holder is a preference and no law.
    """
    out = []
    for i, spot in enumerate(spots):
        after = spots[i + 1] if i + 1 < len(spots) else None
        between = text[spot.span[1] : after.span[0]] if after else ""
        linked = after is not None and not after.adjectival and between in {", ", " (", ","}
        out.append(replace(spot, holder=i + 1) if linked else spot)
    return out
