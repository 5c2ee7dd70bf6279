"""Words that name nobody but tell what kind of actor is meant: "gunmen", "protesters", "the jihadist group"."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from aftermath.model import Actor
from aftermath.resolve.actor import state as actor_state
from aftermath.resolve.actor.words import Word, key_of
from aftermath.resolve.sheet import shipped

_PREPOSITIONS = frozenset("of from in at against near who with on by for that".split())


class Unnamed(NamedTuple):
    """A row of the table of words for kinds of actor, and where its words stand."""

    row: Mapping[str, str]
    start: int
    end: int


@cache
def _unnamed_words() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, Mapping[str, str]] = {}
    for row in shipped("armed_heads.tsv"):
        for word in row["words"].split("|"):
            key = key_of(word)
            found[key] = row
            found.setdefault(re.sub(r"men$", "man", key.removesuffix("s")), row)
    return found


def find(words: Sequence[Word]) -> Unnamed | None:
    """The last words that tell of a kind of actor before the first preposition, with their place."""
    table = _unnamed_words()
    found, at = None, 0
    while at < len(words):
        if found and words[at].key in _PREPOSITIONS:
            break
        keys = (" ".join(w.key for w in words[at : at + n]) for n in range(min(4, len(words) - at), 0, -1))
        key = next((key for key in keys if key in table), None)
        size = key.count(" ") + 1 if key else 1
        if key:
            found = Unnamed(table[key], at, at + size)
        at += size
    return found


def actor(unnamed: Unnamed, words: Sequence[Word], countries: Sequence[str]) -> Actor:
    """The unnamed actor of that kind, in the country that the words or the report's places tell."""
    row = unnamed.row
    said = actor_state.country_in(words)
    code = said or (countries[0] if countries else "")
    where = actor_state.names().get(code, code)
    place = f" ({where})" if where else ""
    how = "as the words say" if said else "where the report's places are" if code else "no country is known"
    slug = row["name"].lower().replace(" ", "-")
    return Actor(
        id=f"unnamed:{slug}{':' + code if code else ''}",
        name=f"{row['name']}{place}",
        kind=row["kind"],
        why=f"a word for what they are; it names nobody; {how}",
    )
