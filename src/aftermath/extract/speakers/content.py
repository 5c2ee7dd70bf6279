"""What a verb of saying says: which of its dependents are its content, and which only its setting."""

from aftermath.extract.grammar.arguments import TOLD
from aftermath.extract.grammar.passive import is_marked_passive
from aftermath.extract.grammar.phrases import conjuncts, preposition
from aftermath.extract.lexicon import Row
from aftermath.extract.speakers.speech import JUDGING, speaks, subject_of
from aftermath.model import Token

CONTENT = frozenset({"ccomp", "xcomp", "obj", "parataxis", "csubj", "obl", "advcl", "acl", "dep"})
CIRCUMSTANCE = frozenset("when while after before if as because since amid until".split())
"""Marks of clauses that tell when or why something was said, not what."""
FIGURES = frozenset("toll figure number total count".split())
WATCHING = frozenset("see watch witness hear count film photograph".split())
"""What a witness does who is then the source of it."""
WITNESSES = frozenset(
    "journalist reporter correspondent photographer cameraman camerawoman crew witness eyewitness resident villager"
    " local inhabitant observer monitor stringer".split()
)
GROUNDS = frozenset(
    "bias call evidence footage video image intelligence concern reason fear law article lack risk threat security"
    " need pressure fatigue rule example precedent".split()
)
"""What somebody cites that is nobody's word."""


def is_content(child: Token, verb: Token, row: Row, quoted: bool) -> bool:
    """Whether the child, within quotation marks or not, is what a verb of saying, with its row, says."""
    return child.bare_dep in CONTENT and not _is_aside(child, verb, row, quoted)


def _is_aside(child: Token, verb: Token, row: Row, quoted: bool) -> bool:
    """Whether the child is the speaker or setting of the verb of saying, not its content."""
    dep = child.dep
    told = quoted or any(c.lower == "that" for c in child.children("mark"))
    if child.i < verb.i and _is_closed_off(child, verb) and not quoted:
        return True
    if dep.startswith("obl"):
        if preposition(child) in {"at", "with"} and _gives_figure(verb):
            return False  # "the army put its losses at 12 killed", "with 13 missing"
        judged = row["effect"] in JUDGING
        owning = {"to"} if verb.lemma in {"admit", "confess"} else set()
        return dep == "obl:agent" or not (judged or preposition(child) in {"of", "about", "for"} | owning)
    if dep.startswith("advcl"):
        if child.i < verb.i and "VerbForm=Part" in child.feats and not quoted:
            return child.child("mark") is None  # "the army, fighting rebels, said", "jailed in May, he was accused of"
        if row["content"] == "that" and child.lower.endswith("ing") and not told:
            return True  # "units responded, inflicting losses"
        mark = child.child("mark") or child.child("advmod")
        return mark is not None and mark.i < child.i and mark.lower in CIRCUMSTANCE
    if _is_witnessed(verb) or _is_cut_short(child, verb):
        return False
    if row["content"] == "that" and not told and not _gives_figure(verb):
        return True
    if dep in {"obj", "xcomp"} and row["content"] == "clause" and not is_marked_passive(verb):
        return True
    addressed = verb.lemma in {"tell", "inform", "quote", "cite", "warn"}
    return dep == "obj" and addressed and child.pos in {"PROPN", "PRON"}


def goes_on(child: Token, verb: Token) -> bool:
    """Whether what is said goes on behind its speaker: "the city fell, residents said, and gunfire rang out"."""
    told = verb.child("ccomp", "parataxis")
    if child.dep != "conj" or child.child("nsubj") is None or told is None or told.i > verb.i:
        return False
    return verb.parse[verb.i + 1].text == "," and child.i not in range(verb.i) and child.child("ccomp") is None


def is_recorded(child: Token, verb: Token) -> bool:
    """Whether the child is what a passive verb says was told: "dozens of attacks were recorded by the monitors"."""
    return (
        child.dep == "nsubj:pass"
        and verb.lemma in TOLD
        and any(preposition(c) == "by" or c.dep == "obl:agent" for c in verb.children("obl"))
    )


def cited_behind(verb: Token, child: Token) -> Token | None:
    """Whom a speaker cites for it: "Reuters reports that a man was killed, citing medics"."""
    subject = verb.child("nsubj")
    beside = [c for head in (verb, child) for c in head.children("advcl")]
    beside += [] if subject is None else subject.children("acl", "advcl", "amod")  # "Interfax, citing the army, said"
    for clause in (c for c in beside if c.lemma in {"cite", "quote"} and c.lower.endswith("ing")):
        cited = clause.child("obj")
        if cited is None or clause.i == child.i or cited.lemma in GROUNDS:
            continue
        if clause.head.i != child.i or speaks(cited):
            return cited
    return None


def cited_as_saying(verb: Token) -> list[int]:
    """Whom an agency set beside the clause quotes: "..., Interfax quoted the ministry as saying"."""
    if verb.lemma not in {"quote", "cite"} or not any(c.lower == "saying" for c in verb.children("advcl", "xcomp")):
        return []
    return [t.i for first in verb.children("obj", "iobj") for t in conjuncts(first)]


def _is_witnessed(verb: Token) -> bool:
    """Whether somebody tells what he saw himself: "an AFP journalist saw four bodies"."""
    subject = verb.child("nsubj")
    return verb.lemma in WATCHING and subject is not None and subject.lemma in WITNESSES


def _is_cut_short(child: Token, verb: Token) -> bool:
    """Whether the parser took a clause for its subject alone: "the UN says 8,000 people crossed the border"."""
    told = (c for c in child.children("acl") if "VerbForm=Fin" in c.feats or c.lower.endswith("ed"))
    return verb.lemma == "say" and child.dep == "obj" and child.i > verb.i and any(True for _ in told)


def _is_closed_off(child: Token, verb: Token) -> bool:
    """Whether a semicolon ends what was told before the speaker ("a strike hit it; the army said it would inquire")."""
    subject = subject_of(verb)
    says_other = any(c.i > verb.i and c.dep in {"ccomp", "obj", "xcomp"} for c in verb.children())
    if subject is None or not says_other or subject.i < child.i:
        return False
    return any(verb.parse[i].text == ";" for i in range(child.i, subject.i))


def _gives_figure(verb: Token) -> bool:
    """Whether a verb says how many: "put the dead at 13", "gave the toll as 33"."""
    if verb.lemma not in {"put", "give", "place", "set"}:
        return False
    figures = (c for c in verb.children("obl", "nmod", "obj") if preposition(c) in {"at", "as"} or c.lemma in FIGURES)
    return any(True for _ in figures)
