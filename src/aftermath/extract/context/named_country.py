"""The name of a country that an account tells by a common noun: "the nation has seen", "attacks nationwide".

Takes drafts, sets `places` and the reason in `inferred`. It runs last: what is carried from account to account are
the words of the account that tells the place.
"""

from bisect import bisect_left

from aftermath.extract.draft import Draft
from aftermath.extract.grammar.phrases import outer, preposition
from aftermath.extract.layout.anaphora import NATIONWIDE
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import words_of
from aftermath.model import PlaceMention

EXTENT = frozenset("in within inside across around throughout of elsewhere".split())
"""Prepositions whose words tell how much of the country is meant, and are kept ("across most of the country")."""


def name_country(scene: Scene, draft: Draft) -> None:
    """Give a country told by a common noun as the report names it, where it does."""
    for n, told in enumerate(draft.places):
        own = "where" not in draft.inferred
        if not is_by_noun(told) or (own and _is_extent(scene, told)) or (named := _by_name(scene, told)) is None:
            continue
        draft.places = [*draft.places[:n], named, *draft.places[n + 1 :]]
        draft.inferred.setdefault("where", f"told as «{told.text}»: «{named.text}», by its name")


def is_by_noun(mention: PlaceMention) -> bool:
    """Whether words stand for a country and are no name ("The country", "nationwide")."""
    noun = mention.text.lower().rsplit(None, 1)[-1]
    return mention.place.precision == "country" and noun in words_of("place_nouns", "precision", "country") | NATIONWIDE


def _is_extent(scene: Scene, told: PlaceMention) -> bool:
    """Whether words tell in how much of the country something was, and so are no mere name for it."""
    noun = scene.parse[bisect_left(scene.parse.ends, told.span[1])]
    return preposition(noun) in EXTENT or preposition(outer(noun)) in EXTENT


def _by_name(scene: Scene, told: PlaceMention) -> PlaceMention | None:
    """The mention of a country by its own name: the report's own, else the first."""
    if scene.country is not None and scene.country.place.country == told.place.country:
        return scene.country
    named = (m for m in scene.places.values() if m.place.precision == "country" and not m.adjectival)
    return next((m for m in named if m.place.country == told.place.country and not is_by_noun(m)), None)
