"""Which city an unknown neighbourhood, street or building is part of.

Gives choices as they came, but for names that the gazetteer lacks and whose words make them
part of a city: these get the city that the words beside them name.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from aftermath.model import Parse
from aftermath.resolve.gazetteer.entry import Entry
from aftermath.resolve.place.resolution import Choice
from aftermath.resolve.place.spot import Spot

CITY_PEOPLE = 50_000
"""People from which a town has neighbourhoods that reports name without naming the town again."""
PARTS = frozenset({"city", "whole", "site"})
SURE_SPELLING = 85.0
"""Likeness that another spelling must have for a neighbourhood to be a village of its own after all."""
QUARTERS = frozenset("neighborhood neighbourhood neighborhoods neighbourhoods quarter suburb suburbs".split())
"""Words that only parts of cities bear; a "district" may also be an area with towns of its own."""
DISTRICTS = frozenset({"district", "districts"})
HALF = 2
"""A report is at home in a country that it names more than half as often as the one named most."""
HOMONYM_KM = 60.0
"""From this distance on a town of a quarter's name is another place."""


def in_cities(choices: Sequence[Choice], parse: Parse) -> list[Choice]:
    """The choices, with a city for the parts of cities that have no place of their own."""
    return [
        replace(choice, entry=None, others=(), city=city) if (city := _city(i, choices, parse)) else choice
        for i, choice in enumerate(choices)
    ]


def _city(i: int, choices: Sequence[Choice], parse: Parse) -> Entry | None:
    """The city of the i-th choice, None where it has a place of its own or no city is at hand."""
    choice = choices[i]
    own = choice.entry is not None and choice.likeness >= SURE_SPELLING
    if choice.spot.adjectival or not (choice.spot.sense in PARTS or _is_street(choice)):
        return None
    if own and not (choice.spot.sense == "city" and choice.entry and choice.entry.level == "town"):
        return None
    holder = choices[choice.spot.holder] if choice.spot.holder is not None else None
    if holder and holder.entry and holder.entry.level == "town" and not own:
        return holder.entry
    if holder and own:
        return None  # "Douma district, Damascus": the words around it have been heard already
    sentence = _sentence(choice.spot, parse)
    near = [c for k, c in enumerate(choices) if k != i and _is_city(c, beside=_sentence(c.spot, parse) == sentence)]
    if choice.spot.kind in DISTRICTS:  # it may be an area with towns of its own
        near = [c for c in near if _sentence(c.spot, parse) <= sentence]
    home = _home(choices)
    near.sort(
        key=lambda c: (
            _sentence(c.spot, parse) != sentence,
            (c.entry.country if c.entry else "") not in home,
            _sentence(c.spot, parse) > sentence,
            _gap(c.spot, choice.spot),
        )
    )
    city = near[0].entry if near else None
    if city is None or not own or choice.entry is None:
        return city
    kinds = QUARTERS | DISTRICTS if _sentence(near[0].spot, parse) == sentence else QUARTERS
    if choice.entry.country != city.country and not _is_foreign(choice.entry, city, choices):
        return None
    return city if _is_homonym(choice, choice.entry, city, kinds) else None


def _home(choices: Sequence[Choice]) -> frozenset[str]:
    """The countries of most of the places that a report names, the quarters of whose cities it names alone."""
    there = Counter(c.entry.country for c in choices if c.entry is not None and not c.spot.adjectival)
    most = max(there.values(), default=0)
    return frozenset(code for code, count in there.items() if count * HALF > most)


def _is_foreign(entry: Entry, city: Entry, choices: Sequence[Choice]) -> bool:
    """Whether a report is less of the country where a quarter's namesake lies than of that of the city."""
    there = [c.entry.country for c in choices if c.entry is not None]
    return there.count(entry.country) <= there.count(city.country)


def _is_homonym(choice: Choice, entry: Entry, city: Entry, kinds: frozenset[str]) -> bool:
    """Whether a town is only called like a quarter of the city that the report speaks of there.

    A "district" is one of the city that its own sentence names.
    """
    if entry.country != city.country:
        return True
    small = entry.population < CITY_PEOPLE  # "the Damascus suburbs" are no quarter of another city
    return small and choice.spot.kind in kinds and entry.distance_to(city) > HOMONYM_KM


def _is_street(choice: Choice) -> bool:
    """Whether a road is a street of a city by its name: "Salah al-Din Road", not "the Damascus road"."""
    return choice.spot.sense == "line" and choice.spot.text.endswith((" Road", " Avenue", " Highway"))


def _is_city(choice: Choice, *, beside: bool) -> bool:
    """Whether a choice is a city of its own name, no quarter; in the same sentence any town will do."""
    entry = choice.entry
    if entry is None or entry.level != "town" or choice.spot.sense in PARTS or choice.spot.adjectival:
        return False
    called = choice.spot.kind == "city" or (beside and choice.spot.kind in {"", "town"})
    return entry.population >= CITY_PEOPLE or called


def _sentence(spot: Spot, parse: Parse) -> int:
    """The number of the sentence in which a spot begins."""
    return parse.sentence_of[max(0, bisect_right(parse.starts, spot.span[0]) - 1)]


def _gap(one: Spot, two: Spot) -> int:
    return max(one.span[0] - two.span[1], two.span[0] - one.span[1], 0)
