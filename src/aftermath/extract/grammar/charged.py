"""Who is only charged with a deed: arrested or wanted for it, or on trial for it.

Takes the word for a deed, gives head tokens; whether the deed was done is not asked. Who was convicted is none of them.
"""

from collections.abc import Iterable

from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import conjuncts, preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.model import Token

CHARGING = frozenset(
    "arrest detain hold charge indict prosecute try want seek hunt question extradite remand execute hang".split()
)
"""What police, courts and hangmen do with those whom they take for who did it."""
TRIALS = frozenset({"trial", "prosecution", "indictment", "arrest", "extradition", "detention"})
SHARE = frozenset({"part", "role", "hand", "involvement", "participation", "complicity"})
"""What somebody has in a deed."""
STANDING = frozenset({"go", "stand", "face", "put"})
OVER = frozenset({"for", "over"})


def charged_with(deed: Token) -> list[Token]:
    """Who is arrested, wanted or tried for a deed that a noun or a gerund tells ("wanted for the massacre")."""
    charge = _share_in(deed) or _counted(deed)
    if preposition(charge) not in OVER and not _is_gerund(charge):
        return []
    over = charge.head
    if over.lemma in STANDING and any(c.lemma in TRIALS for c in over.children("obl", "obj")):
        return subjects(over)  # "went on trial for the massacre"
    if charge.dep.startswith(("obl", "advcl")) and over.lemma in CHARGING and over.pos == "VERB":
        return subjects(over) if is_passive(over) else _all(over.children("obj"))
    if charge.dep in {"nmod", "advcl", "acl"} and over.lemma in TRIALS and over.pos == "NOUN":
        return _tried(over)
    return []


def _tried(trial: Token) -> list[Token]:
    """Whose trial or arrest it is: "the trial of Charles Taylor", "the general is on trial", "went on trial"."""
    whose = [t for t in trial.children("nmod") if t.dep == "nmod:poss" or preposition(t) == "of"]
    if whose:
        return _all(whose)
    if preposition(trial) != "on":
        return []
    return subjects(trial) if trial.child("cop") is not None else subjects(trial.head)


def _share_in(deed: Token) -> Token | None:
    """The noun of a part in a deed: "for their alleged role in the killing"."""
    share = deed.head
    return share if preposition(deed) == "in" and share.lemma in SHARE and not deed.is_root else None


def _counted(deed: Token) -> Token:
    """The noun that counts deeds: "a series" in "wanted for a series of bombings"."""
    while (
        deed.dep == "nmod" and preposition(deed) == "of" and deed.head.pos == "NOUN" and deed.head.lemma not in TRIALS
    ):
        deed = deed.head
    return deed


def _is_gerund(deed: Token) -> bool:
    """Whether the deed is told by a gerund under "for" or "over": "arrested for shooting at a patrol"."""
    return deed.lower.endswith("ing") and any(c.lower in OVER for c in deed.children("mark"))


def _all(firsts: Iterable[Token]) -> list[Token]:
    return [t for first in firsts for t in conjuncts(first)]
