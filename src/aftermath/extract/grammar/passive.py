"""Whether a verb is passive: by its marks, as a reduced participle, or in the short form of telegrams.

Takes a verb of a parse, gives yes or no; its arguments are found in `arguments`.
"""

from aftermath.extract.grammar.phrases import preposition
from aftermath.model import Token, once

PARTICIPLES = ("ed", "en", "shot", "hit", "struck", "lost", "built", "held", "caught", "hurt", "blown", "slain", "torn")
DONE_TO = frozenset(
    "kill gun wound injure behead abduct kidnap ambush assassinate execute detain arrest hurt target blame"
    " accuse".split()
)
"""Verbs that need an object: without one their subject is who it was done to ("State policeman gunned down")."""
FATES = frozenset({"injured", "wounded", "hurt", "killed", "missing", "dead", "arrested", "displaced"})
RALLYING = frozenset("demonstrate protest rally march riot gather mourn complain".split())
"""Verbs of what nobody can be done to."""
DOERS = frozenset(
    "soldier troop police policeman gunman rebel militant fighter sailor guerrilla militiaman army navy force terrorist"
    " insurgent officer attacker assailant bomber paramilitary guard".split()
)
"""Who stands under "by" as who did it ("four fishermen shot on the beach by sailors")."""

BANDS = frozenset("organization organisation group faction militia gang".split())
"""Bodies that stand there as well."""


@once
def is_marked_passive(verb: Token) -> bool:
    """Whether a passive subject or auxiliary marks a verb as passive ("was reported").

    What has an object and no auxiliary is active, whatever the parser called its subject, and so is what goes on
    with an object ("soldiers fired on cars and killed seven") or says on whom ("rebels fired on marchers").
    """
    marked = verb.children("nsubj", "aux", "csubj", "obj")
    marks = {c.dep for c in marked if c.text != "IS" or verb.text.isupper()}  # "IS gunmen fired": a name, no "is"
    if "aux:pass" in marks:
        return True
    return bool(marks & {"nsubj:pass", "csubj:pass"}) and "obj" not in marks and not _is_active(verb)


def _is_active(verb: Token) -> bool:
    """Whether somebody is fired on, or the same subject does something to somebody in the next verb."""
    aimed = [c for c in verb.children("obl") if c.name_kind != "DATE" and preposition(c) in {"on", "upon"}]
    if verb.lemma == "fire" and aimed:
        return True
    if object_behind(verb) is not None:
        return True
    after = (c for c in verb.children("conj") if c.child("nsubj", "nsubj:pass", "aux:pass") is None)
    return any(c.pos == "VERB" and c.child("obj") is not None for c in after)


def object_behind(verb: Token) -> Token | None:
    """What was hit, behind the arms it was hit with, as agencies in translation write.

    "Bandits struck with mortar bombs the towns of Bor and Malakal"
    """
    if not any(c.lemma in DOERS | BANDS for c in verb.children("nsubj", "nsubj:pass")):
        return None
    for arms in (c for c in verb.children("obl") if preposition(c) == "with"):
        hung = [verb.head] if verb.dep == "acl" else []  # the parser took the object for the sentence's head
        behind = (*arms.children("appos"), *(c for c in verb.children("obl") if c.dep == "obl:unmarked"), *hung)
        return next((c for c in behind if c.i > arms.i and c.child("det") is not None), None)
    return None


@once
def is_passive(verb: Token) -> bool:
    """Whether a verb form is passive, reduced participles ("shelled by rebels") included."""
    if is_marked_passive(verb) or _is_telegraphic(verb):
        return True
    if verb.dep == "advcl" and verb.lower.endswith(PARTICIPLES) and _is_absolute(verb):
        return True
    reduced = (verb.dep.startswith("acl") and verb.dep != "acl:relcl") or verb.dep in {"amod", "advcl", "xcomp"}
    participle = verb.lower.endswith(PARTICIPLES)
    if participle and verb.dep == "conj" and verb.child("nsubj", "obj") is None:
        return is_passive(verb.head)
    return reduced and participle and verb.child("nsubj") is None and verb.child("obj") is None


def _is_absolute(verb: Token) -> bool:
    """Whether a clause without a verb form of its own stands behind "with" ("with two inmates hacked to death")."""
    beside = {c.dep for c in verb.children()}
    return any(c.lower == "with" for c in verb.children("mark")) and not beside & {"aux", "obj", "ccomp"}


def _has_own_fate(number: Token) -> bool:
    """Whether a number goes with the participle behind it and not with the verb before ("6 killed 22 injured")."""
    behind = number.parse[number.i + 1].lower if number.i + 1 < number.sent.end else ""
    return number.pos == "NUM" and behind in FATES


def _is_telegraphic(verb: Token) -> bool:
    """Whether a past form without auxiliary is passive all the same: "two killed", "four shot on the beach by sailors".

    What follows a comma is no object of it ("two farmers killed, three wounded by a mine").
    """
    past = verb.pos == "VERB" and verb.lower.endswith(PARTICIPLES) and verb.dep != "acl:relcl"
    if not past or verb.child("nsubj") is None or verb.child("aux", "ccomp") or object_behind(verb):
        return False
    if any(c.lower not in FATES for c in verb.children("xcomp")):
        return False
    if verb.child("iobj") is not None:
        return False  # "accused the army of it", of whom the parser makes an indirect object
    if any(c.pos == "PRON" for c in verb.children("nsubj")) or any(c.child("obj") for c in verb.children("conj")):
        return False
    after = verb.parse[verb.i + 1].text if verb.i + 1 < verb.sent.end else "."
    if any(not (after == "," or _has_own_fate(c)) for c in verb.children("obj")):
        return False
    if verb.lemma in RALLYING:
        return False  # "crowds demonstrated over the killing of an elder and his son, by gunmen"
    agents = (c for c in verb.children("obl", "obl:agent") if c.lemma in DOERS)
    return verb.lemma in DONE_TO or any(case.lower == "by" for c in agents for case in c.children("case"))
