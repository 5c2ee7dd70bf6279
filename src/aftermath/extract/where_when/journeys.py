"""Where people or fire only come from or go to, and where the hurt are only looked after.

Takes a place's word, says whether it is the beginning or the goal of a way, and so not where an event was.
"""

from aftermath.extract.clusters.cluster import MOVES, Cluster
from aftermath.extract.grammar.arguments import UNDERGO
from aftermath.extract.grammar.phrases import leading, outer, preposition
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import words_of
from aftermath.model import Token

GOALS = frozenset({"to", "into", "towards", "toward", "onto", "for", "across"})
"""Prepositions that mark where people go."""
LEAVING = frozenset("flee withdraw retreat pull regroup evacuate".split())
"""Verbs whose goal is not where it happens, whoever leaves."""
CARE = frozenset("treatment surgery care refuge asylum exile training".split())
"""What people are given in places where nothing was done to them."""
GIVEN = frozenset(
    "aid assistance help supply shipment export sale visit trip support threat address speech message appeal".split()
)
"""What goes to a place in which nothing was done."""
MENDING = frozenset("recover recuperate convalesce treat hospitalise hospitalize".split())
"""Verbs of those who were hurt elsewhere."""
REACHED = frozenset("reach enter".split())
"""Verbs whose object is where people on the run arrive."""
REFUGE = frozenset("refuge shelter camp border safety asylum".split())
"""What people on the run seek, in the place they reach."""
FIRED = frozenset("fire launch shoot lob hurl".split())
TRAVEL = frozenset(
    "travel fly go return head drive walk march send rush transfer airlift bring take evacuate transport carry flee"
    " escape retreat come arrive visit deploy cross advance".split()
)
"""Verbs of going, whose beginning and goal are no places of what is told beside them."""
CLEARED = frozenset("clear drive push evict expel oust dislodge flush remove chase rout eject withdraw".split())
"""Verbs whose "from" is where it happens."""


def is_origin(scene: Scene, token: Token) -> bool:
    """Whether people or fire only come from there: "workers from Basra", "fired from the Black Sea"."""
    if preposition(token) == "of" and token.head.name_kind == "PERSON":
        return True  # "Hall, of Portsmouth, was killed"
    head = outer(token)
    if preposition(head) != "from":
        return False
    if head.child("cop") is not None:
        return True  # "Kovač, who came from Mostar, died"
    if head.is_root:
        return False
    if head.dep == "obl" and _is_behind_name(head):
        return True
    if head.dep == "obl":
        driven = head.head.lemma in CLEARED and head.head.child("obj") is not None  # "drove the militants from"
        return head.head.lemma in FIRED | TRAVEL and not driven
    cleared = any(t.lemma in CLEARED for t in head.ancestors())  # "cleared hundreds of protesters from the square"
    return head.dep == "nmod" and scene.is_people(head.head) and not cleared


def _is_behind_name(head: Token) -> bool:
    """Whether "from" stands behind a person's name and a comma ("an engineer, Hamid Saleh, from Tikrit")."""
    start = min((c.i for c in head.children("case")), default=0)
    return start > 1 and head.parse[start - 1].text == "," and head.parse[start - 2].name_kind == "PERSON"


def is_fired_from(scene: Scene, cluster: Cluster, token: Token) -> bool:
    """Whether shells or aircraft come from there: "rocket fire from Belgorod", "strikes on the town from the sea"."""
    head = outer(token)
    if preposition(head) != "from" or head.is_root:
        return False
    if head.head.lemma in UNDERGO and head.dep == "obl":
        return True  # "positions came under artillery fire from Armenia"
    above = {t.i for trigger in cluster.tokens for t in (trigger, *trigger.ancestors()) if t.pos in {"NOUN", "PROPN"}}
    return head.head.i in above or (head.head.i in scene.means and head.dep == "nmod")


def is_left(cluster: Cluster, token: Token) -> bool:
    """Whether people fled or got away from there, which is the place of their flight."""
    head = leading(token)
    return cluster.event in MOVES and not head.is_root and head.head.i in {t.i for t in cluster.tokens}


def is_goal(cluster: Cluster, token: Token) -> bool:
    """Whether people went or fled to there: displacement is where they left."""
    head = leading(token)
    if head.is_root:
        return False
    if head.lemma == "direction" and preposition(token) == "of":
        return True  # "fled in the direction of the border"
    if _given_there(head, CARE if cluster.event not in MOVES else REFUGE):
        return True
    if head.dep == "nmod" and head.head.lemma in GIVEN and preposition(head) == "to":
        return True  # "donors cut aid to Rwanda"
    if head.head.lemma in LEAVING and preposition(head) in GOALS - {"across", "for"}:
        return True
    if cluster.event not in MOVES and not any(t.kind == "displaced" for t in cluster.tolls):
        return is_destination(token, {t.i for t in cluster.tokens})
    if head.dep == "obj" and head.head.lemma in REACHED:
        return True
    return preposition(head) in GOALS


def _given_there(place: Token, what: frozenset[str]) -> bool:
    """Whether people are only given care or refuge there ("to be treated in Turkey")."""
    given = place.head.child("obj") if place.dep == "obl" else place.head if place.dep == "nmod" else None
    return given is not None and given.lemma in what


def heals_there(token: Token) -> bool:
    """Whether somebody hurt elsewhere only recovers there ("lies in a ward in Quito")."""
    head = outer(token)
    while head.dep == "nmod" and head.head.pos in {"NOUN", "PROPN"}:
        head = head.head
    return head.dep == "obl" and head.head.lemma in MENDING


def is_reached(token: Token) -> bool:
    """Whether people only came there who tell of what was before ("survivors who reached Chad said")."""
    verb = outer(token).head
    return outer(token).dep == "obj" and verb.lemma == "reach" and verb.dep == "acl:relcl"


def is_destination(token: Token, own: frozenset[int] | set[int] = frozenset()) -> bool:
    """Whether somebody is only taken there or goes there ("flown to a hospital at Camp Bastion")."""
    head = leading(token)
    while head.dep == "nmod" and head.head.pos in {"NOUN", "PROPN"}:
        head = head.head
    if head.is_root or head.head.i in own:
        return False
    if heals_there(token):
        return True
    # "hours after she had arrived in Islamabad", but not "soldiers arrived in Kyi Su and burned it"
    arrived = head.head.lemma == "arrive" and head.head.dep == "advcl" and preposition(head) in {"in", "at"}
    return arrived or (preposition(head) in GOALS and head.head.lemma in TRAVEL and not _sends_forces(head))


def _sends_forces(goal: Token) -> bool:
    """Whether fighters are sent into a place, where they do what is told ("sent troops after them into Iraq")."""
    sent = goal.head.child("obj")
    return preposition(goal) == "into" and sent is not None and sent.lemma in words_of("people", "kind", "combatant")
