"""Who or what was hit: the targets of an event in the report's words."""

from collections.abc import Iterable, Iterator

from aftermath.extract.cluster import Cluster
from aftermath.extract.frames import Frame
from aftermath.extract.lexicon import table, words_of
from aftermath.extract.numbers import is_single
from aftermath.extract.parties import VAGUE, distinct
from aftermath.extract.phrases import conjuncts, preposition
from aftermath.extract.scene import Scene
from aftermath.model import Token

AT = ("on", "against", "at", "upon", "into", "targeting", "toward", "towards", "onto", "over")
"""Prepositions under which an event's verb or noun names what it hits."""
OF = frozenset({"shelling", "siege", "killing", "arrest", "abduction", "air_strike", "destruction", "explosion"})
"""Events whose noun names what it hits under "of" ("the shelling of Homs")."""
BLASTS = frozenset({"explosion", "suicide_bombing", "air_strike", "shelling"})
ON_PEOPLE = frozenset({"killing", "abduction", "arrest", "armed_clash", "escape"})
"""Events that are done to their victims, so that these are targets too."""
AREAS = frozenset("town city village area region province district suburb countryside outskirts".split())
"""Target nouns that are places to be in rather than things to hit."""


def targets(scene: Scene, cluster: Cluster, doers: Iterable[Token]) -> list[Token]:
    """Head tokens of who or what was hit, in order, doers left out."""
    done = {t.i for t in doers}
    found = [t for frame in cluster.frames for t in _of_frame(scene, frame)]
    found += [
        t.victim for t in cluster.tolls if t.victim is not None and not t.part and _aimed_at(scene, cluster, t.victim)
    ]
    return distinct(t for t in found if t.i not in done and _can_be_hit(scene, t))


def _of_frame(scene: Scene, frame: Frame) -> Iterator[Token]:
    yield from frame.args.undergoers
    yield from frame.args.by(*AT)
    if not frame.is_verb:
        yield from frame.args.by("of") if frame.event in OF else ()
        before = frame.trigger.children("compound")
        yield from (c for c in before if c.lemma in table("targets") and c.i not in scene.means)
    if frame.event in {"armed_clash", "territory_taken"}:
        yield from frame.args.by("with", "from")
    if frame.event == "destruction":
        yield from frame.args.by("to")
    if frame.event in BLASTS:
        around = frame.args.by("in", "at", "near", "outside", "inside")
        yield from (t for t in around if t.lemma in table("targets") and t.lemma not in AREAS)
    yield from _included(scene, frame.trigger)


def _included(scene: Scene, trigger: Token) -> Iterator[Token]:
    """Things added by "including": "on residential areas, including a prison"."""
    for i in trigger.subtree():
        token = scene.parse[i]
        if preposition(token) in {"including", "such as"} and scene.same_clause(trigger.i, i):
            yield from conjuncts(token)


def _aimed_at(scene: Scene, cluster: Cluster, victim: Token) -> bool:
    """Whether victims are also whom the attack was on: where it is done to people, or they are singled out."""
    if cluster.event in ON_PEOPLE:
        return True
    return is_single(scene, victim) or victim.lemma in words_of("people", "kind", "combatant")


def _can_be_hit(scene: Scene, token: Token) -> bool:
    if token.pos in {"PRON", "NUM", "DET"} or token.lemma in VAGUE or token.i in scene.means or token.i in scene.times:
        return False
    if token.lemma in table("targets") or scene.is_people(token):
        return True
    if token.lemma in table("triggers") and token.lemma not in table("people"):
        return False
    return token.i in scene.places or scene.is_party(token) or token.i in scene.names
