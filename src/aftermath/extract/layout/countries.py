"""The countries of a report: in which its places lie, and which of them it is about."""

from collections import Counter
from collections.abc import Iterable

from aftermath.model import PlaceMention

NAMED = 3
"""How much more a place named by a noun ("Homs", "Syria") weighs than a nationality ("Russian")."""


def countries_of(places: Iterable[PlaceMention]) -> tuple[str, ...]:
    """Codes of the countries in which a report's places lie, the most named first."""
    return tuple(code for code, _ in sorted(_weights(places).items(), key=lambda pair: (-pair[1], pair[0])))


def foremost(places: Iterable[PlaceMention]) -> frozenset[str]:
    """Codes of the countries that are named most: several where a report is of more than one alike."""
    weights = _weights(places)
    most = max(weights.values(), default=0)
    return frozenset(code for code, weight in weights.items() if weight == most)


def _weights(places: Iterable[PlaceMention]) -> Counter[str]:
    weights: Counter[str] = Counter()
    for mention in {m.span: m for m in places}.values():
        if mention.place.country:
            weights[mention.place.country] += 1 if mention.adjectival else NAMED
    return weights


def main_country(places: Iterable[PlaceMention]) -> PlaceMention | None:
    """A mention, by its own name, of the country in which most of a report's places lie; None if none is named so.

    A name that only says where another place is ("Reynosa, Mexico") will do; a nation's adjective will not. Of two
    named alike it is the one whose towns are named too: "Deraa residents said", of whom some fled to Jordan.
    """
    mentions = list(places)
    named = [m for m in mentions if m.place.precision == "country" and (not m.adjectival or m.text == m.place.name)]
    alike = foremost(mentions)
    towns = {m.place.country for m in mentions if m.place.precision != "country" and m.place.country in alike}
    codes = [code for code in countries_of(mentions) if code in (towns or alike)]
    of_it = [m for m in named if m.place.country in codes[:1]]
    if not of_it:
        return None
    return min(of_it, key=lambda m: (m.adjectival, m.text.islower() or m.text.lower().startswith("the "), m.span))
