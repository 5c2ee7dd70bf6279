"""Names that only say where another name is: "Paris, Texas", "Syria's Idlib", "Talbiseh, north of Homs".

Such names are context and no places of their own: they become adjectival, or go into the
name that they explain. A name that no gazetteer has is placed by the words beside it.
"""

from collections.abc import Sequence
from dataclasses import replace

from aftermath.model import PlaceMention
from aftermath.resolve.place.resolution import Choice

POSSESSIVE = frozenset({"'s", "’s", ""})


def merely_holding(choices: Sequence[Choice], text: str) -> list[Choice]:
    """The choices, those adjectival that do no more than say where the name beside them is."""
    holding = {
        inner.spot.holder
        for inner in choices
        if inner.spot.holder is not None and _explains(choices[inner.spot.holder], inner, text)
    }
    return [
        replace(choice, spot=replace(choice.spot, adjectival=True)) if i in holding else choice
        for i, choice in enumerate(choices)
    ]


def _explains(outer: Choice, inner: Choice, text: str) -> bool:
    """Whether the outer place holds the inner, by the map and the words: "X, Y", "X (Y)"; a country's, "Y's X"."""
    one, two = sorted((outer.spot.span, inner.spot.span))
    between = text[one[1] : two[0]].strip()
    if outer.entry is None:
        return False
    if between not in {",", "("} and not (outer.entry.level == "country" and between in POSSESSIVE):
        return False
    if inner.entry is None:
        return inner.city is not None and inner.city.ref == outer.entry.ref
    return outer.entry.holds(inner.entry)


def beside(mentions: Sequence[PlaceMention], text: str) -> list[PlaceMention]:
    """The mentions, less those that only tell where the name before them is ("X, 10 km north of Y")."""
    out: list[PlaceMention] = []
    for mention in mentions:
        last = out[-1] if out else None
        told = last and mention.place.precision == "relative" and text[last.span[1] : mention.span[0]] == ", "
        if last is None or not told or last.adjectival or last.place.precision == "relative":
            out.append(mention)
        elif last.place.lat is None:
            why = f"not in the gazetteer; placed by the words beside it: {mention.place.why}"
            out[-1] = replace(last, place=replace(mention.place, name=last.place.name, id=None, why=why))
        elif last.place.precision not in {"town", "exact", "district"}:
            out.append(mention)
    return out
