"""A spot: words of a report that may name a place, before anything is resolved."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from aftermath.model.words import Span

HELD = re.compile(
    r",? ?|,? \(|,? in (?:the )?(?:[a-z]+ )?|,? of (?:the )?| (?:district|neighbourhood) of "
    r"|, (?:which (?:is|lies) )?an? (?:[\w-]+ ){0,2}"
    r"(?:town|village|city|hamlet|suburb|settlement|port|district|camp) (?:in|of) (?:the )?"
)
"""What stands between a place and the one that holds it: "Panuco, a town in Veracruz", "Gao, in northern Mali"."""

VILLAGE_IN = re.compile(r", an? (?:[\w-]+ ){0,2}(?:town|village|city|hamlet|settlement) in (?:the )?")
"""What stands between a town and an area, even if that area has a town of its own name."""
POSSESSIVES = frozenset({"'s ", "’s ", "' s ", "’ s "})
AREAS = ("province", "district", "region", "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Words that may name a place, and what the words around them say of it.

    `name` is what to look up ("Idlib" of "Idlib province"); `levels` are the sizes of place
    that the words allow, () where any will do; `sense` is what the word of kind makes of the
    name (see `data/kinds.tsv`) and `kind` that word, "" where there is none; `part` is the
    adjective of a part ("northern"). `adjectival` marks demonyms. `holder` is the place in the
    list of spots of the one that holds it ("Texas" for "Paris, Texas"), None where none is
    named. `tentative` spots are dropped where the gazetteer knows no such place nearby.
    """

    text: str
    span: Span
    name: str
    levels: tuple[str, ...] = ()
    sense: str = "place"
    kind: str = ""
    part: str = ""
    adjectival: bool = False
    tentative: bool = False
    holder: int | None = None


def with_holders(spots: list[Spot], text: str) -> list[Spot]:
    """The spots, each with the one that holds it where they stand as "X, Y", "X (Y)", "X in Y" or "Y's X".

    Such words could also be a list's or an event's, which is why a holder is a preference
    and no law.
    """
    out = list(spots)
    for i, (spot, after) in enumerate(pairwise(spots)):
        between = text[spot.span[1] : after.span[0]]
        if not after.adjectival and not spot.adjectival:
            if VILLAGE_IN.fullmatch(between) and not after.levels:
                out[i + 1] = replace(after, levels=AREAS)  # "Panuco, a town in Veracruz"
            if between.strip() and HELD.fullmatch(between):
                out[i] = replace(spot, holder=i + 1)
            elif between in POSSESSIVES or (between == " " and spot.text.endswith("s")):  # "Syrias Aleppo"
                out[i + 1] = replace(after, holder=i)
    return out
