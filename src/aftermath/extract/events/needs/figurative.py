"""Figures of speech, and deeds that need no arms: "hunger strike", "a battle with cancer", "the economy exploded".

Takes a trigger with the words around it, gives whether the table `figurative` or what it is for says so.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from aftermath.extract.grammar.phrases import nations, preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.lexicon import read_table, table
from aftermath.model import Token

TAKING = frozenset(
    "retake recapture capture take seize control hold defend drive oust dislodge regain expel reach encircle surround"
    " clear cut secure liberate relieve break".split()
)
"""What a battle of armies is to do ("the battle to retake the city"); others are figures of speech."""
DEPS = {
    "before": ("amod", "compound"),
    "behind": ("nmod", "obl", "case"),
    "into": ("obl", "nmod"),
    "listed": ("conj",),
    "subject": ("nsubj",),
}
"""Under which relations the words of a row hang on the trigger."""


def is_figurative(trigger: Token) -> bool:
    """Whether a word beside the trigger makes it a figure of speech ("hunger strike", "verbal attack")."""
    if trigger.lemma == "combat" and (trigger.dep == "compound" or trigger.head.lower == "ready"):
        return True  # "combat ready", "combat drones"
    if trigger.lemma == "combat" and any(c.lemma in table("means") for c in trigger.children("conj")):
        return True  # "combat, reconnaissance and surveillance drones"
    if trigger.lemma in {"battle", "fight", "push"} and any(c.lemma not in TAKING for c in trigger.children("acl")):
        return not any(t.lower.endswith(("ing", "ed")) or t.dep == "acl:relcl" for t in trigger.children("acl"))
    if (
        trigger.lower == "striking"
        and trigger.child("obj", "obl", "nsubj:pass") is None
        and trigger.child("aux") is None
    ):
        return True  # "it is striking that"
    if trigger.lemma == "strike" and nations(trigger):
        return False  # "Israeli strikes and a demonstration"
    rows = (*_rows()["*"], *_rows().get(trigger.lemma.lower(), ()))
    return any(_stands_beside(trigger, where, words) for where, words in rows)


@cache
def _rows() -> Mapping[str, Sequence[tuple[str, frozenset[str]]]]:
    """For each trigger, where words stand and which."""
    rows: dict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
    for row in read_table("figurative"):
        for trigger in row["words"].split("|"):
            rows[trigger].append((row["where"], frozenset(row["beside"].split())))
    return rows


def _stands_beside(trigger: Token, where: str, words: frozenset[str]) -> bool:
    near = [trigger.head] if where == "above" else list(trigger.children(*DEPS[where]))
    if where == "subject":
        near += subjects(trigger)
    if where == "into":
        near = [c for c in near if preposition(c) == "into"]
    return any((c.lemma.lower() in words) is not ("!" in words) for c in near)
