"""Whom "he" or "him" means among those hit: the person told of last.

Takes a pronoun, gives the head of a person's words before it, or None where several or none can be meant. It does
not look beyond the sentence before, and never at who acts or speaks beside the pronoun.
"""

from aftermath.extract.actors.parties import SINGLE, VAGUE
from aftermath.extract.grammar.arguments import of_verb
from aftermath.extract.grammar.phrases import counted, named, preposition
from aftermath.extract.layout.scene import Scene
from aftermath.model import Token

SLOTS = ("nsubj", "obj", "nsubj:pass", "nmod:poss")
"""What a person is in a sentence that is about him."""
HIS = frozenset("house home car vehicle residence office flat apartment van truck jeep".split())
"""What is told of for its owner's sake."""
ENROLLED = frozenset({"member", "policeman", "policewoman", "student", "supporter"})
"""People of a side who are told of as one person."""
REACH = 1
"""Sentences back to whoever is meant."""


def person_before(scene: Scene, pronoun: Token) -> Token | None:
    """The last person told of before the pronoun, by name where he has one."""
    if pronoun.pos == "PRON" and pronoun.lower == "them":
        return _same_people(scene, pronoun)
    if pronoun.pos != "PRON" or pronoun.lower not in SINGLE:
        return None
    if (later := _named_after(scene, pronoun)) is not None:
        return later
    first = scene.parse.sentences[max(0, pronoun.sent.index - REACH)].start
    beside = {t.i for t in of_verb(pronoun.head).doers} if pronoun.head.pos == "VERB" else set()
    for i in range(pronoun.i - 1, first - 1, -1):
        token = scene.parse[i]
        told = token.dep in SLOTS or _owns(token) or _is_named_so(token)
        if told and i not in beside and _is_person(scene, token) and not _speaks(scene, token):
            return named(token)
    return None


def _named_after(scene: Scene, pronoun: Token) -> Token | None:
    """The subject of a sentence that opens with a clause about him ("before he was shot, the mayor was warned")."""
    clause = pronoun.head
    if clause.dep != "advcl" or clause.i > clause.head.i:
        return None
    subject = next((t for t in clause.head.children("nsubj", "nsubj:pass") if t.i > clause.i), None)
    return None if subject is None or not _is_person(scene, subject) else named(subject)


def _owns(token: Token) -> bool:
    """Whether somebody is named as whose house or car it is ("burst into the house of Saul Cantoral and shot him")."""
    return token.dep == "nmod" and token.head.lemma in HIS and (preposition(token) == "of" or token.pos == "PROPN")


def _is_named_so(token: Token) -> bool:
    """Whether a sentence says who somebody was, by name ("one of the dead was a priest, Luis Ortega")."""
    return token.child("cop") is not None and named(token).name_kind == "PERSON"


def _same_people(scene: Scene, pronoun: Token) -> Token | None:
    """Whom the same doer did something to before: "soldiers rounded up nine men and shot them"."""
    verb = pronoun.head
    before = [verb.head, *verb.head.children("conj")] if verb.dep == "conj" else []
    objects = (t for v in before if v.i < verb.i for t in v.children("obj") if t.pos == "NOUN")
    return next((t for t in objects if scene.is_people(counted(t)) and "Number=Plur" in t.feats), None)


def _is_person(scene: Scene, token: Token) -> bool:
    """Whether a noun is of one human being: a name, or "a teacher" who does not fight."""
    if named(token).name_kind == "PERSON":
        return True
    one = "Number=Sing" in token.feats and token.lemma not in VAGUE
    fights = scene.is_side(token) and token.lemma not in ENROLLED
    return token.pos == "NOUN" and one and scene.is_people(token) and not fights


def _speaks(scene: Scene, token: Token) -> bool:
    return token.dep.startswith("nsubj") and scene.voices.is_speech(token.head)
