"""The name of a country that an account tells otherwise: "the nation", "nationwide", "in a Malian village".

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
        if not (_is_by_noun(scene, draft, told) or _is_by_nation(scene, told)):
            continue
        if (named := _by_name(scene, told)) is None:
            continue
        draft.places = [*draft.places[:n], named, *draft.places[n + 1 :]]
        draft.inferred.setdefault("where", f"told as «{told.text}»: «{named.text}», by its name")


def _is_by_noun(scene: Scene, draft: Draft, mention: PlaceMention) -> bool:
    """Whether words stand for a whole country and are no name ("The country", "nationwide")."""
    noun = mention.text.lower().rsplit(None, 1)[-1]
    if mention.place.precision != "country" or noun not in words_of("place_nouns", "precision", "country") | NATIONWIDE:
        return False
    return "where" in draft.inferred or not _is_extent(scene, mention)


def _is_by_nation(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a country was told by the adjective of its nation ("in a Nigerian village")."""
    named = scene.places.get(bisect_left(scene.parse.ends, mention.span[1]))
    return named is not None and named.adjectival and named.span == mention.span


def _is_extent(scene: Scene, told: PlaceMention) -> bool:
    """Whether words tell in how much of the country something was, and so are no mere name for it."""
    noun = scene.parse[bisect_left(scene.parse.ends, told.span[1])]
    return preposition(noun) in EXTENT or preposition(outer(noun)) in EXTENT


def _by_name(scene: Scene, told: PlaceMention) -> PlaceMention | None:
    """The mention of a country by its own name: the report's own, else the first."""
    if scene.country is not None and scene.country.place.country == told.place.country:
        return scene.country
    named = (m for m in scene.places.values() if m.place.precision == "country" and not m.adjectival)
    return next((m for m in named if m.place.country == told.place.country and m.text[:1].isupper()), None)
