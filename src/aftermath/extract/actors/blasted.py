"""What a blast hit: the vehicle that met the mine, and what stood where it was.

Each rule is over one cluster; its docstring is the reason that `aftermath explain` gives. `hit` asks them in turn.
"""

from collections.abc import Iterator

from aftermath.extract.actors.struck import (
    AREAS,
    BLASTS,
    DRIVEN,
    ROADS,
    aimed,
    can_be_hit,
    is_armour,
    is_thing,
    leads_in,
)
from aftermath.extract.clusters.apart import MOMENT, openers
from aftermath.extract.clusters.cluster import Cluster
from aftermath.extract.events.frames import Frame
from aftermath.extract.grammar.arguments import governor, of_verb
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import counted, preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.model import Token

AROUND = ("in", "at", "outside", "inside", "under", "beneath", "through", "by", "on")
"""Prepositions under which a blast names what stood where it was."""
NEAR = ("near", "beside", "alongside")
"""Prepositions under which a bomb names what it was meant for or merely went off by."""
NEXT = frozenset({"next", "close", "adjacent", "near"})
"""Adverbs with "to" that say as much ("blew up close to a market")."""
LANDING = frozenset("land fall slam crash plough plow smash tear rip drop".split())
"""Verbs that hit what stands under "in", "on" or "through" after them; what bursts on a road does not hit it."""
PASSING = frozenset("pass drive travel cross move approach roll leave arrive ride enter".split())
"""What vehicles and patrols do where a bomb lies."""
FIXED = frozenset("attach fix strap tape stick fasten".split())


def meeting(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """The vehicle under which a bomb goes off, or that blows up: "a bus hit a mine", "his car exploded"."""
    for frame in (f for f in aimed(cluster) if f.event == "explosion"):
        verb = frame.trigger if frame.is_verb else governor(frame.trigger)
        if verb is None or is_passive(verb):
            continue
        args = frame.args if frame.is_verb else of_verb(verb)
        under = (scene.means[t.i] for t in (*args.undergoers, *args.by("over", "on")) if t.i in scene.means)
        met = any(m.row["event"] == "explosion" for m in under)
        doers = [_stood_for(t) for t in args.doers]
        for token in doers if met or verb.lemma in {"explode", "blow"} else ():
            thing = is_armour(scene, token) or (can_be_hit(scene, token) and not scene.is_people(token))
            if thing and (met or _is_owned(token)):
                yield token


def _stood_for(token: Token) -> Token:
    """What "it" means in a clause of time: the subject of the clause above ("the train was derailed when it hit")."""
    clause = token.head
    if token.lower not in {"it", "they"} or not clause.dep.startswith("advcl") or clause.is_root:
        return token
    return next((c for c in clause.head.children("nsubj", "nsubj:pass") if c.pos != "PRON"), token)


def standing(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """What stood where the blast was: "a bomb in a market", "a mine went off under a tractor"."""
    for frame in aimed(cluster):
        if frame.event not in BLASTS or frame.trigger.lemma == "bomber" or _wrecks(scene, frame):
            continue
        landed = frame.is_verb and frame.trigger.lemma in LANDING
        for token in map(_faced, _around(scene, frame)):
            if token.lemma.lower() in ROADS and not landed and not token.name_kind:
                continue
            if leads_in(frame, token):
                continue
            known = token.lemma.lower() in table("targets") and (landed or token.lemma not in AREAS)
            if known and can_be_hit(scene, token):
                yield token


def passing(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """What drove by or stood there as a bomb went off: "a mine exploded as a patrol was passing"."""
    for frame in (f for f in aimed(cluster) if f.event == "explosion" and f.is_verb):
        clauses = (c for c in frame.trigger.children("advcl") if c.lemma in PASSING and openers(c) & MOMENT)
        for token in (t for clause in clauses for t in subjects(clause)):
            if can_be_hit(scene, token) and not scene.is_people(token):
                yield token


def beside(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """What a bomb went off beside, where nothing else is said to have been hit: "a car bomb near a mosque"."""
    for frame in (f for f in aimed(cluster) if f.event in {"explosion", "suicide_bombing"}):
        next_to = (c for c in frame.trigger.children("advmod") if c.lower in NEXT)
        close = [t for c in next_to for t in c.children("obl") if preposition(t) == "to"]
        for token in (*frame.args.by(*NEAR), *close):
            place = token.i in scene.places or token.lemma in (AREAS | ROADS)
            landmark = place or not any(c.lower in {"a", "an"} for c in token.children("det"))  # "near the Peace Hotel"
            if not landmark and token.lemma.lower() in table("targets") and can_be_hit(scene, token):
                yield token


def _around(scene: Scene, frame: Frame) -> Iterator[Token]:
    """What stands under "in", "outside" and the like, beside the arms as well ("set off a car bomb outside the gate"),
    and what a bomb was fixed to.
    """
    yield from frame.args.by(*AROUND)
    arms = (t for t in frame.args.undergoers if frame.is_verb and t.i in scene.means)
    parts = (part for t in arms for part in (t, *t.children("acl")))  # "a car packed with explosives at a gate"
    yield from (c for p in parts for c in p.children("nmod", "obl") if preposition(c) in {"in", "at", "outside"})
    bombs = (t for t in (frame.trigger, *frame.args.doers) if t.i in scene.means)
    fixed = (clause for t in bombs for clause in t.children("acl") if clause.lemma in FIXED)
    yield from (t for clause in fixed for t in clause.children("obl") if preposition(t) == "to" and _is_owned(t))


def _is_owned(token: Token) -> bool:
    """Whether a vehicle is somebody's, and so no bomb itself."""
    return token.lemma in DRIVEN and token.child("nmod:poss") is not None


def _wrecks(scene: Scene, frame: Frame) -> bool:
    """Whether the verb has a thing for its object, which alone was hit ("blew up a store in a camp")."""
    things = (t for t in frame.args.undergoers if t.i not in scene.means and not scene.is_people(counted(t)))
    return frame.is_verb and any(is_thing(scene, t) for t in things)


def _faced(token: Token) -> Token:
    """What something is "in front of", else the token itself."""
    of = (c for c in token.children("nmod") if token.lemma == "front" and preposition(c) == "of")
    return next(of, token)
