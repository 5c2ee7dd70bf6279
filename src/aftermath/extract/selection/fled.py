"""Flight that is told only to say who somebody is: no account of its own."""

from aftermath.extract.clusters.cluster import MOVES
from aftermath.extract.draft import Draft
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.model import Token

CROWDS = frozenset("people person population family household community crowd majority half rest group other".split())
"""Singular nouns of many."""


def names_speaker(scene: Scene, draft: Draft) -> bool:
    """Whether flight only says who somebody is that speaks ("a villager who fled to Chibok told the BBC")."""
    clause = draft.trigger
    if draft.event not in MOVES or not clause.dep.startswith("acl"):
        return False
    if draft.event == "displacement" and clause.dep == "acl:relcl" and _is_of_others(clause.head):
        return True
    if clause.head.i in scene.quantities:
        return False
    one = _is_one_person(scene, clause.head) and not (draft.times and clause.head.name_kind == "PERSON")
    if draft.event == "displacement" and (clause.lemma == "displace" or one):
        return all(h.low is None for h in draft.harm) or clause.lemma != "displace"
    crossing = clause.dep == "acl" and clause.lower.endswith("ing")  # "refugees crossing the bridge told of it"
    if clause.dep != "acl:relcl" and not crossing:
        return False
    counted = any(c.pos == "NUM" for t in subjects(clause) for c in (t, *t.children("nummod")))
    had = any(c.lower == "had" for c in clause.children("aux"))
    if any(c.lower == "where" for c in clause.children("advmod")) and (had or not counted):
        return True  # "a residence where thousands had taken shelter"
    verb = clause.head.head
    return clause.head.dep.startswith("nsubj") and scene.voices.is_speech(verb)


def _is_of_others(noun: Token) -> bool:
    """Whether those who fled are told of for something else ("detained 600 men who had fled", "according to those")."""
    said = any(c.lower == "according" for c in noun.children("case"))
    verbs = (row for row in table("triggers").at(noun.head) if row["pos"] == "V")
    return said or (noun.dep in {"obj", "nsubj:pass"} and any(verbs))


def _is_one_person(scene: Scene, noun: Token) -> bool:
    """Whether a noun is of one person, whose flight says who he is ("a nurse who crossed into Chad")."""
    one = "Number=Sing" in noun.feats and noun.lemma not in CROWDS
    return one and scene.is_people(noun) and noun.name_kind in {"", "PERSON"}
