"""The full name of a speaker who is only pointed back to: "the group", "the source", "the Observatory".

Takes a speaker's head token and whether a token speaks, gives the head token of the fuller words before it,
or the speaker himself where there are none.
"""

from collections.abc import Callable

from aftermath.extract.speakers.speech import OFFICES
from aftermath.model import Token

ORGANISATIONS = frozenset(
    "group organisation organization agency monitor network observatory watchdog ministry body newspaper paper charity"
    " committee command commission company station channel broadcaster".split()
)
"""Nouns that, with nothing but an article, stand for an organisation named before."""
FULL = ("amod", "compound", "nmod", "flat")
"""What makes a speaker's noun more than a bare one."""
WORLD = ("UN", "U.N", "United")
"""How names begin of bodies that nobody calls "the group"."""


def full_name(speaker: Token, spoke: Callable[[int], bool]) -> int:
    """The head token of a speaker's fullest words before him; `spoke` tells who speaks."""
    speaker = by_name(speaker)
    if _is_bare(speaker) and (fuller := _fuller(speaker, spoke)) is not None:
        return fuller
    return _organisation(speaker, spoke) if _stands_for_name(speaker) else speaker.i


def by_name(speaker: Token) -> Token:
    """The name of a body behind a noun for it ("a rights group, the Observatory for Freedoms,"), else the speaker."""
    if speaker.pos != "NOUN" or speaker.lower not in ORGANISATIONS:
        return speaker
    bodies = (c for c in speaker.children("appos") if c.pos == "PROPN" and c.name_kind in {"ORGANIZATION", ""})
    parted = (c for c in bodies if "," in (c.parse[i].text for i in range(speaker.i + 1, c.i)))  # not "the agency WAM"
    return next(parted, speaker)


def _is_bare(speaker: Token) -> bool:
    """Whether a speaker is a noun that only points back: "the source", "these sources"."""
    pointed = any(c.lower in {"the", "this", "that", "these", "those"} for c in speaker.children("det"))
    return speaker.pos == "NOUN" and pointed and not any(speaker.children(*FULL, "acl", "appos"))


def _fuller(speaker: Token, spoke: Callable[[int], bool]) -> int | None:
    """The speaker before of whom the bare noun is short: "a source at the police", then "the source"."""
    parse = speaker.parse
    for i in range(speaker.i - 1, -1, -1):
        if parse.lower_of(i) != speaker.lower or not any(parse[i].children(*FULL)):
            continue
        if spoke(i) or parse[i].head.lemma in OFFICES:
            return i
    return None


def _stands_for_name(speaker: Token) -> bool:
    """Whether a noun of an organisation has nothing but an article, or is a piece of a name."""
    if speaker.lower not in ORGANISATIONS or any(speaker.children("amod", "compound", "nmod", "flat", "acl")):
        return False
    pointed = any(c.lower in {"the", "this"} for c in speaker.children("det"))
    return pointed or (speaker.pos == "PROPN" and speaker.name is None)


def _organisation(speaker: Token, spoke: Callable[[int], bool]) -> int:
    """The organisation named last before that spoke or has the noun in its name."""
    parse = speaker.parse
    called = speaker.text[:1].isupper() and speaker.i > speaker.sent.start  # "the Observatory" is one by name
    for name in reversed(parse.names):
        if name.end > speaker.i or name.kind != "ORGANIZATION":
            continue
        if speaker.lemma == "group" and parse[name.start].text.startswith(WORLD):
            continue
        inside = range(name.start, name.end)
        if any(parse[i].text == speaker.text or (spoke(i) and not called) for i in inside):
            return next((i for i in reversed(inside) if parse.pos[i] != "PUNCT"), name.start)
    return speaker.i
