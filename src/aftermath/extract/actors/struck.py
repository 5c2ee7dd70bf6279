"""What can be hit: which nouns name a thing, a person or a place at which an event is directed.

Takes a token in its scene, says yes or no; who hit it and how is for others.
"""

from collections.abc import Iterator

from aftermath.extract.actors.parties import VAGUE
from aftermath.extract.clusters.cluster import Cluster
from aftermath.extract.clusters.numbers import DESTROYING
from aftermath.extract.events.frames import Frame
from aftermath.extract.events.needs.words import ABSTRACT
from aftermath.extract.grammar.arguments import governor
from aftermath.extract.grammar.phrases import counted, named
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.model import Token

AREAS = frozenset(
    "town city village area region province district suburb countryside outskirts capital part neighbourhood"
    " neighborhood quarter governorate side mainland".split()
)
"""Target nouns that are places to be in rather than things to hit."""
SITES = frozenset({"facebook", "twitter", "telegram", "youtube", "instagram", "tiktok", "whatsapp"})
"""What a video of a strike is put on."""
BLASTS = frozenset({"explosion", "suicide_bombing", "air_strike", "shelling"})
PURPOSES = frozenset({"detention"})
"""Words for an event by which a place to hit is called as well ("detention centre")."""
NOBODY = frozenset({"protest", "agreement"})
"""Events that are against nobody and nothing (gold guide: no targets)."""
ROADS = frozenset("road street highway bank motorway roadside path track avenue outskirts edge border front".split())
DRIVEN = frozenset(
    "car truck lorry van minibus vehicle rickshaw motorbike motorcycle pickup tanker boat ambulance".split()
)


def aimed(cluster: Cluster) -> Iterator[Frame]:
    """The frames of a cluster whose event is aimed at somebody or something."""
    return (f for f in cluster.frames if f.event not in NOBODY and not f.is_stopped)


def leads_in(frame: Frame, token: Token) -> bool:
    """Whether words before the verb open the sentence by saying where ("On the mainland, a bomb blew up a bus")."""
    return token.dep.startswith("obl") and token.i < frame.trigger.i and token.subtree()[0] == token.sent.start


def can_be_hit(scene: Scene, token: Token) -> bool:
    """Whether the token is a known thing to hit, people, a place, a party or a name."""
    if not _is_open(scene, token):
        return False
    if token.lemma in table("triggers") and token.lemma in PURPOSES:
        return False
    if token.lemma.lower() in table("targets") or scene.is_people(token) or named(token).i != token.i:
        return True
    if (of := counted(token)).i != token.i:
        return of.i not in scene.means
    if token.lemma in table("triggers") and token.lemma not in table("people"):
        return False
    return token.i in scene.places or scene.is_party(token) or bool(token.name_kind)


def is_thing(scene: Scene, token: Token) -> bool:
    """Whether the token is a noun that no table takes for an event: any such thing can be hit."""
    if not _is_open(scene, token) or token.pos not in {"NOUN", "PROPN"}:
        return False
    if token.lemma in ABSTRACT:
        return False
    told = any(row["pos"] == "N" and len(row.words) == 1 for row in table("triggers").at(token))
    rows = (row for name in ("harm", "other_causes") for row in table(name).at(token))
    return not told and all(len(row.words) > 1 for row in rows)  # "box" though not "box office"


def is_somebody(scene: Scene, token: Token) -> bool:
    """Whether what is done to people was done to the noun, whatever it calls them ("a boxer was shot dead")."""
    place = token.lemma in AREAS or token.lemma in table("place_nouns") or token.i in scene.places
    return is_thing(scene, token) and not place and token.lemma not in table("targets")


def is_person(token: Token) -> bool:
    """Whether the token counts people without saying who they are: "detained 35 people"."""
    return token.lemma in {"people", "person", "other"} and token.child("nummod", "amod") is not None


def is_lost(scene: Scene, frame: Frame, token: Token) -> bool:
    """Whether arms are what was hit, not what it was hit with: "destroyed two tanks"."""
    over = None if frame.is_verb else governor(frame.trigger)
    lost = over is not None and over.lemma == "lose"  # "lost two tanks to mortar fire"
    if token.i not in scene.means or not (lost or frame.trigger.lemma in DESTROYING):
        return False
    return token.lemma in table("targets") or is_armour(scene, token)


def is_armour(scene: Scene, token: Token) -> bool:
    """Whether the token is of aircraft or armour, which are arms and can be lost."""
    return token.i in scene.means and scene.means[token.i].row["kind"] in {"aircraft", "tank"}


def _is_open(scene: Scene, token: Token) -> bool:
    if token.pos in {"PRON", "DET"} or token.i in scene.means or token.i in scene.times or token.lower in SITES:
        return False
    if token.lemma.lower() in {"day", "eve", "anniversary"}:
        return False  # "set off a bomb on Independence Day"
    uncounted = counted(token).i == token.i
    return not (uncounted and (token.pos == "NUM" or token.lemma in VAGUE))
