"""Checks of words for truces: it is armed parties, or a truce, that are agreed on, broken or surrendered."""

from aftermath.extract.events.needs.words import is_armed
from aftermath.extract.grammar.arguments import Arguments, is_nobody
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.layout.scene import Scene
from aftermath.model import Token

TRUCE = frozenset("truce ceasefire cease-fire armistice surrender hostility fire peace lull calm pause".split())
PEACEFUL = frozenset({"fire", "peace", "calm", "hostility", "surrender"})
ENDING = frozenset("end scrap abandon cancel terminate shatter wreck scupper jeopardise jeopardize threaten".split())
"""Verbs of which a truce is the object when it is no more, or in danger."""
BUSINESS = frozenset("firm company corporation business bank supplier manufacturer contractor operator club".split())
PACTS = frozenset("agreement deal accord treaty pact".split())
"""What is a truce only between those who fight."""


def truce(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """It is armed parties or a truce that are agreed on, broken or surrendered."""
    if trigger.lemma == "surrender":
        return any(is_armed(scene, t) for t in (*args.doers, *args.undergoers, *args.by("of")))
    if trigger.pos == "VERB":
        objects = [t for t in (*args.undergoers, *args.by("to", "on")) if not is_nobody(t)]  # "announced no truce"
        parts = (c for t in args.undergoers for c in t.children("nmod") if preposition(c) in {"with", "between"})
        partners = [*args.by("with", "between"), *parts]
        fight = (t for t in (*args.doers, *partners) if t.lemma != "unit")  # "with its services unit"
        sides = any(map(scene.is_combatant, fight)) and not any(map(_trades, partners))
        return any(t.lemma in TRUCE or (sides and t.lemma in PACTS) for t in objects)
    if trigger.lemma in {"violation", "breach"}:
        named = (*args.by("of"), *trigger.children("compound", "amod"))
        return any(t.lemma in TRUCE for t in named) or (trigger.child("nummod") is not None and _of_truce(trigger))
    return not (_is_ended(trigger) or is_nobody(trigger))


def _trades(partner: Token) -> bool:
    """Whether a partner is of business, with which no truce is made ("signed a deal with an oil firm")."""
    return partner.lemma in BUSINESS


def _of_truce(noun: Token) -> bool:
    """Whether violations that are counted are of a truce named in their sentence."""
    sent = noun.sent
    return any(noun.parse.lemmas[i] in TRUCE - PEACEFUL for i in range(sent.start, sent.end))


def _is_ended(noun: Token) -> bool:
    """Whether all that is told of a truce is that somebody ends it ("ending a year-old truce")."""
    ended = noun.dep == "obj" and noun.head.lemma in ENDING
    over = noun.dep == "nsubj" and noun.head.lower in {"over", "dead", "finished"}
    return (ended or over) and noun.child("acl", "acl:relcl") is None


def truce_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is violated is a truce."""
    return any(t.lemma in TRUCE for t in args.undergoers)


def truce_fails(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """It is a truce that breaks down; one that the sentence tells the beginning of is an agreement."""
    own = (t for t in trigger.children("nsubj") if t.lemma in TRUCE - PEACEFUL)
    return any(t.child("acl") is None for t in own)


def gives_up(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Somebody gives himself up: the guide's *surrender*."""
    return any(t.lower in {"himself", "herself", "themselves", "itself"} for t in args.undergoers)
