"""Places told by a plural noun and without a name: "in various towns", "shelled villages", "engulfed southern towns".

Takes an event that no named place is told with, gives their words, unplaced: the place named last before is
not where several others are.
"""

from aftermath.extract.clusters.cluster import Cluster
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.layout.scene import Scene
from aftermath.model import Place, PlaceMention, Token

SPREAD = frozenset({"town", "village", "city", "hamlet", "settlement", "province"})
"""Nouns of which several are no parts of one place."""
AT = frozenset({"", "in", "on", "at", "across", "around", "into", "outside", "near"})
HIT = ("obj", "nsubj:pass", "obl", "nmod")
UNDER = frozenset({"nsubj", "obl"})
OPEN = frozenset({"det", "nmod:poss"})
"""What points back to places told before: "the villages", "their towns"."""
WHY = "several places that the report does not name"


def unnamed(scene: Scene, cluster: Cluster) -> list[PlaceMention]:
    """The words for several places where or on which an event was, if it has such."""
    struck = [noun for token in cluster.tokens for noun in _by_event(token) if preposition(noun) in AT]
    beside = [noun for thing in struck for noun in thing.children("nmod")]  # "burned schools in several villages"
    over = [token.head for token in map(_verb, cluster.tokens) if token.dep == "acl"]  # "towns engulfed in clashes"
    told = [*over, *struck, *(noun for noun in beside if preposition(noun) in AT)]
    return [_told(noun) for noun in told if _are_several(scene, noun)][:1]


def _by_event(token: Token) -> list[Token]:
    """The nouns that stand with an event's word, or with the verb over it ("clashes engulfed towns")."""
    verb = _verb(token)
    return [*token.children(*HIT), *(verb.children(*HIT) if verb is not token else ())]


def _verb(token: Token) -> Token:
    """The verb of which an event's noun is told, else the event's own word."""
    told = token.pos == "NOUN" and token.dep in UNDER and token.head.pos == "VERB"
    return token.head if told else token


def _are_several(scene: Scene, noun: Token) -> bool:
    """Whether a noun is of several places, none of them named beside it or before."""
    if noun.lemma not in SPREAD or "Number=Plur" not in noun.feats:
        return False
    back = any(c.lower not in {"several", "some", "many"} for c in noun.children(*OPEN))
    return not back and not any(i in scene.places for i in noun.subtree())


def _told(noun: Token) -> PlaceMention:
    """The noun with what stands before it, as an unplaced mention."""
    before = [i for c in noun.children("amod", "nummod", "det", "compound") for i in c.subtree() if i < noun.i]
    span = (noun.parse.starts[min(before, default=noun.i)], noun.span[1])
    text = noun.parse.text[span[0] : span[1]]
    return PlaceMention(text=text, span=span, place=Place(name=text, why=WHY))
