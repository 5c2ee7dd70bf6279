"""What a sentence tells only aside, of harm and event: as the time of the other, as a condition, as an earlier figure.

Takes a toll and an event's word or frame, gives whether one of them stands aside from the other.
"""

from aftermath.extract.clusters.apart import SPANS, TIMING
from aftermath.extract.events.frames import Frame
from aftermath.extract.events.harm import Toll
from aftermath.extract.grammar.arguments import of_verb
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.layout.scene import Scene
from aftermath.model import Token

CONDITION = frozenset({"unless", "if", "until"})
"""Marks of a clause that says what would keep something from being done."""
SENDING = frozenset({"fire", "launch", "lob", "hurl", "throw", "drop"})
"""What is done with arms that come down elsewhere."""
DYING = frozenset({"die", "succumb"})


def of_before(toll: Toll, event: Token) -> bool:
    """Whether harm is an earlier figure, told aside: "executed 20, said the UN, which earlier spoke of 131 dead"."""
    clause = clause_over(toll.trigger, "acl:relcl")
    if clause is None or not any(c.lower in {"earlier", "initially"} for c in clause.children("advmod")):
        return False
    return event.i not in clause.subtree()


def told_as_time(toll: Toll, event: Token) -> bool:
    """Whether harm is somebody else's deed that only tells when: "took it, a day after a bomber killed 12"."""
    clause = clause_over(toll.trigger, "advcl", TIMING)
    if clause is None or toll.trigger.pos != "VERB" or event.i in clause.subtree():
        return False
    return any(t.pos != "PRON" for t in of_verb(toll.trigger).doers)


def only_before(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether an event only tells when others did the harm: long before, by other arms, as troops came or went.

    "Killed by rockets, hours after aircraft flattened a tower"; "bodies lay in a street after the army left"; whoever
    died days after was hurt in it all the same.
    """
    harm, clause = toll.trigger, clause_over(frame.trigger, "advcl", TIMING)
    if clause is None or harm.lemma in DYING or harm.i in clause.subtree():
        return False
    if any(c.lemma in SPANS for c in clause.children("obl", "nmod")):
        return True
    if not frame.args.doers:
        return False
    if frame.event == "territory_taken" or _own_doers(harm, frame):
        return True
    arms = {scene.means[t.i].row["event"] for t in of_verb(harm).doers if t.i in scene.means} - {"", frame.event}
    return bool(arms) and (frame.event != "attack" or _elsewhere(scene, harm, clause))


def _own_doers(harm: Token, frame: Frame) -> bool:
    """Whether harm and event each have a doer by name ("soldiers killed nine people after rebels attacked a post")."""
    one = {t.i for t in of_verb(harm).doers if t.pos != "NUM"} if harm.pos == "VERB" and not is_passive(harm) else set()
    other = {t.i for t in frame.args.doers if t.pos != "PRON"}
    return bool(one) and bool(other) and not one & other


def _elsewhere(scene: Scene, word: Token, clause: Token) -> bool:
    """Whether a clause and the rest of its sentence name places, and none in common."""
    inside = clause.subtree()
    named = [i for i in range(word.sent.start, word.sent.end) if i in scene.places]
    one, other = ({scene.places[i].place.name for i in named if (i in inside) is within} for within in (True, False))
    return bool(one and other) and not one & other


def found_after(noun: Token, deed: Token) -> bool:
    """Whether something was found by who did a deed before: "stormed a hotel and found five bodies"."""
    verb = noun.head
    found = noun.dep == "obj" and verb.lemma in {"find", "discover", "recover"} and verb.child("nsubj") is None
    return found and verb.dep == "conj" and verb.head.i == deed.i


def conditional(event: Token, harm: Token) -> bool:
    """Whether an event is what would keep the harm from being done: "would kill one unless the army withdrew"."""
    clause = clause_over(event, "advcl", CONDITION)
    return clause is not None and harm.i not in clause.subtree()


def told_apart(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether a relative clause with a day of its own tells of another event ("people killed on Friday").

    So does a siege told aside: "the rebels, who have besieged it since May, shelled a clinic; 14 were hurt".
    """
    harm, event = toll.trigger, frame.trigger
    if says_what_it_did(harm, event):
        return False
    return _dated_aside(scene, harm, event) or (frame.event == "siege" and _dated_aside(scene, event, harm))


def says_what_it_did(harm: Token, event: Token) -> bool:
    """Whether a clause tells what an event's noun did, though the parser hung it on what was hit.

    "The attack on a hotel in Mopti, which left 13 people dead in August".
    """
    clause = harm.head if harm.dep == "xcomp" else harm
    if clause.dep != "acl:relcl" or event.pos != "NOUN" or all(c.lower != "which" for c in clause.children("nsubj")):
        return False
    return clause.head.pos == "NOUN" and clause.head.dep == "nmod" and clause.head.head.i == event.i


def _dated_aside(scene: Scene, inner: Token, outer: Token) -> bool:
    """Whether a word stands in a relative clause with a day, which says nothing of the other word."""
    head = scene.parse[scene.clause[inner.i]]
    if not head.dep.startswith("acl") or head.head.i == outer.i or scene.same_clause(inner.i, outer.i):
        return False
    if head.head.i in scene.means and head.head.head.i == outer.i and outer.lemma in SENDING:
        return False  # "fired a rocket that killed nine people on Monday"
    dated = {scene.clause[i] for i in range(inner.sent.start, inner.sent.end) if i in scene.times}
    if any(c.lower == "where" for c in head.children("advmod")) and scene.clause[outer.i] not in dated:
        return False  # "clashed with troops in Goma, where nine were killed on Sunday"
    return head.i in dated


def clause_over(token: Token, dep: str, marks: frozenset[str] = frozenset()) -> Token | None:
    """The nearest clause of a relation that a word stands in, if one of the marks opens it where any are given."""
    clause = next((t for t in (token, *token.ancestors()) if t.dep.startswith(dep)), None)
    if clause is None or not marks:
        return clause
    return clause if any(c.lower in marks for c in clause.children("mark")) else None
