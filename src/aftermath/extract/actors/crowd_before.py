"""Whom "they" means of those who march or strike: the people told of last, whoever they are.

Takes a pronoun, gives the head of the people's words, or None where no people are told of in its own sentence or the
one before. Who fights is for `parties` to find.
"""

from aftermath.extract.grammar.phrases import counted
from aftermath.extract.layout.scene import Scene
from aftermath.model import Token

REACH = 1
"""Sentences back to those who are meant."""


def crowd_before(scene: Scene, pronoun: Token) -> Token | None:
    """The people who are subject of the clause above "they", else of the sentence before."""
    if pronoun.lower != "they":
        return None
    clause = pronoun.head
    if clause.bare_dep == "advcl" and (above := _people_of(scene, clause.head)) is not None:
        return above
    before = scene.parse.sentences[max(0, pronoun.sent.index - REACH)]
    mains = (t for t in scene.parse.tokens(before.start, min(before.end, pronoun.i)) if t.is_root)
    return next((t for main in mains if (t := _people_of(scene, main)) is not None), None)


def _people_of(scene: Scene, verb: Token) -> Token | None:
    """The subject of a verb if it is of more than one human being."""
    subjects = (t for t in verb.children("nsubj", "nsubj:pass") if t.pos != "PRON")
    people = (t for t in map(counted, subjects) if scene.is_people(t) and not scene.is_combatant(t))
    return next((t for t in people if "Number=Plur" in t.feats or t.lower != t.lemma), None)
