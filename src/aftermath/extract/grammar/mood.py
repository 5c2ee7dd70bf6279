"""The form of a verb: what tense and mood say of whether a deed was done."""

from aftermath.model import Token

HAPPENED = frozenset(
    "continue begin start manage use lead help force cause prompt drive go proceed keep resume have be get come enable"
    " spark see stop leave say report appear seem believe suspect think claim fail return rush join cease halt"
    " escalate end".split()
)
"""Verbs whose infinitive happened ("began to shell") or is judged by their own row."""
FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "wo", "could", "may", "might", "can", "ca"})
CERTAIN = frozenset({"will", "'ll", "’ll", "shall", "wo"})
"""Future tenses beside which a past tense is a past; beside "would" it may be the future too."""


def infinitive(token: Token) -> bool:
    """Whether a verb stands in the infinitive with its "to"."""
    marks = {c.lower for c in token.children("mark", "aux")}
    return token.pos == "VERB" and "to" in marks and "being" not in marks  # "led to protesters being shot"


def future(verb: Token) -> bool:
    """Whether a verb is in the future or under a verb of possibility."""
    return any(c.dep == "aux" and c.lower in FUTURE for c in verb.children())


def finite_past(verb: Token) -> bool:
    """Whether a verb stands in the past tense ("the bombing that killed 32")."""
    return "Tense=Past" in verb.feats and "VerbForm=Fin" in verb.feats and verb.child("aux") is None


def habitual(verb: Token) -> bool:
    """Whether a verb says what is done as a rule ("its forces strike only military targets")."""
    if "Tense=Past" in verb.feats or verb.child("nsubj") is None or verb.child("aux", "aux:pass") is not None:
        return False
    limited = (verb, *verb.children("obj"), *(a for o in verb.children("obj") for a in o.children("amod")))
    return any(c.lower in {"only", "exclusively", "solely"} for t in limited for c in t.children("advmod"))


def past(verb: Token) -> bool:
    """Whether a clause beside what will be done tells of what was ("will kill them as they killed the others")."""
    told = "Tense=Past" in verb.feats and "VerbForm=Fin" in verb.feats
    return told and any(c.dep == "aux" and c.lower in CERTAIN for c in verb.head.children())


def yet(token: Token) -> bool:
    """Whether an infinitive stands after "yet" ("have yet to regain the town")."""
    return any(token.parse[i].lower == "yet" for i in range(max(token.sent.start, token.i - 3), token.i))


WAS = frozenset({"was", "were", "been"})
FIRST = frozenset("first second third fourth fifth last latest only".split())
"""What those are among their like who are told "to" have done or suffered it."""


def happened(token: Token) -> bool:
    """Whether an infinitive tells of what was done: "to have shelled", "began to shell"."""
    if any(c.dep == "aux" and c.lower == "have" for c in token.children()):
        return True
    if token.dep == "acl" and any(c.lower in FIRST for c in token.head.children("amod")):
        return True  # "the first Briton to die there"
    if token.head.lemma == "take" and any(c.lower == "it" for c in token.head.children("nsubj", "expl")):
        return "Tense=Past" in token.head.feats  # "the months that it took to drive them from the town"
    if token.dep == "xcomp" and token.head.lemma == "able":
        return any(c.lower in WAS for c in token.head.children("cop"))  # "marines were able to retake the barracks"
    if token.dep == "advcl":
        return token.head.lemma == "use"  # "had used the school to fire rockets"
    return token.dep == "xcomp" and token.head.lemma in HAPPENED


def imperative(token: Token) -> bool:
    """Whether a verb is an order that opens its sentence."""
    return token.i == token.sent.start and token.lemma == token.lower and token.child("nsubj") is None
