"""Places named by a common noun ("the city", "the country") that stand for one named before.

The last place of that kind before the noun is meant; for a country the one in which most of
the report's places lie. The words kept are the noun's own, and the place's reason says what it stands for.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from aftermath.extract.countries import countries_of, main_country
from aftermath.extract.lexicon import table
from aftermath.model import Parse, Place, PlaceMention, Token

DEFINITE = frozenset({"the", "this", "that", "same", "its", "their"})


def anaphoric(parse: Parse, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Mentions for common nouns of place whose antecedent stands before them."""
    rows = table("place_nouns")
    named = {i for m in places for i in _tokens(parse, m)}
    out = []
    for token in parse.tokens():
        if token.pos != "NOUN" or token.i in named or token.lower != token.lemma or not _definite(token, named):
            continue
        row = rows.first(token)
        if row is None:
            continue
        place = _antecedent(places, token, frozenset(row["precision"].split()))
        if place is not None:
            start = token.child("det") or token
            span = (start.span[0], token.span[1])
            why = f"«{token.text}» stands for {place.name}, named before"
            out.append(PlaceMention(text=parse.text[span[0] : span[1]], span=span, place=replace(place, why=why)))
    return out


def _tokens(parse: Parse, mention: PlaceMention) -> range:
    return range(bisect_left(parse.starts, mention.span[0]), bisect_left(parse.starts, mention.span[1]))


def _definite(token: Token, named: set[int]) -> bool:
    """Whether the noun has a definite article and no name of its own beside it."""
    determiner = token.child("det", "nmod:poss")
    if determiner is None or determiner.lower not in DEFINITE:
        return False
    beyond = token.i + 1
    if beyond + 1 < len(token.parse) and token.parse[beyond].lower == "of" and token.parse[beyond + 1].pos == "PROPN":
        return False
    return not any(
        c.i in named and not _adjective(c) for c in token.children("compound", "appos", "nmod", "amod", "flat")
    )


def _adjective(token: Token) -> bool:
    return token.pos == "ADJ"


def _antecedent(places: Sequence[PlaceMention], token: Token, kinds: frozenset[str]) -> Place | None:
    if "country" in kinds:
        country = main_country(places)
        return None if country is None else country.place
    fit = [m for m in places if m.span[1] <= token.span[0] and m.place.precision in kinds and not m.adjectival]
    home = countries_of(places)[:1]
    at_home = [m for m in fit if m.place.country in home]
    return next((m.place for m in reversed(at_home or fit)), None)
