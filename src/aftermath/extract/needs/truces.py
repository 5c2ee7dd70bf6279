"""Checks of words for truces: it is armed parties, or a truce, that are agreed on, broken or surrendered."""

from aftermath.extract.arguments import Arguments
from aftermath.extract.needs.words import is_armed
from aftermath.extract.scene import Scene
from aftermath.model import Token

TRUCE = frozenset("truce ceasefire cease-fire armistice surrender hostility fire peace lull calm".split())
PACTS = frozenset("agreement deal accord treaty pact".split())
"""What is a truce only between those who fight."""


def truce(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """It is armed parties or a truce that are agreed on, broken or surrendered."""
    if trigger.lemma == "surrender":
        return any(is_armed(scene, t) for t in (*args.doers, *args.undergoers, *args.by("of")))
    if trigger.pos == "VERB":
        objects = (*args.undergoers, *args.by("to", "on"))
        sides = any(scene.is_combatant(t) for t in (*args.doers, *args.by("with", "between")))
        return any(t.lemma in TRUCE or (sides and t.lemma in PACTS) for t in objects)
    if trigger.lemma in {"violation", "breach"}:
        return any(t.lemma in TRUCE for t in args.by("of")) or any(
            c.lemma in TRUCE for c in trigger.children("compound", "amod")
        )
    return True


def truce_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is violated is a truce."""
    return any(t.lemma in TRUCE for t in args.undergoers)


def gives_up(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Somebody gives himself up: the guide's *surrender*."""
    return any(t.lower in {"himself", "herself", "themselves", "itself"} for t in args.undergoers)
