"""How an event is told: asserted, denied, unconfirmed or planned.

The chain of words above the trigger, up to the verb of saying, is searched for modal verbs,
negation, hedges and verbs and nouns of intention; then the verb of saying has its effect.
"""

from collections.abc import Iterator

from aftermath.extract.arguments import is_passive
from aftermath.extract.speech import Voice
from aftermath.extract.lexicon import Row, table
from aftermath.extract.phrases import preposition
from aftermath.extract.scene import Scene
from aftermath.model import Token

IMPLIES = frozenset(
    "continue begin start manage use lead help force cause go proceed keep resume have be get come enable spark see stop"
    " escalate leave say report appear seem believe suspect think claim fail return rush join cease halt end".split()
)
"""Verbs whose infinitive happened ("began to shell") or is judged by their own row."""
CONDITIONAL = frozenset({"if", "unless", "whether", "should", "in case", "until", "lest", "would", "before"})
FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "wo", "could", "may", "might"})
INTENT = frozenset("intend plan threaten vow prepare poise promise pledge ready aim plot scheme".split())
"""Verbs whose whole content has not happened."""
NEGATION = frozenset({"not", "n't", "n’t", "never", "nt", "neither", "nor"})


def stance(scene: Scene, trigger: Token, voice: Voice | None) -> tuple[str, str]:
    """The stance of the event that the trigger tells of, and the rule it rests on."""
    for token, child in _chain(scene, trigger, voice):
        found = _own(scene, token) or (_above(token, child) if child is not None else None)
        if found is not None:
            return found
    if voice is not None and voice.effect == "deny":
        return "denied", f"denied: {voice.why}"
    if voice is not None and voice.effect == "accuse":
        return "unconfirmed", f"accused: {voice.why}"
    if voice is not None and not voice.speakers and voice.verb >= 0 and is_passive(scene.parse[voice.verb]):
        return _unspoken(scene.parse[voice.verb])
    return "asserted", "plain statement"


def _unspoken(verb: Token) -> tuple[str, str]:
    """Said by nobody named: "is reported to have", "was said to be"."""
    return "unconfirmed", f"nobody named says it: {verb.text}"


def _chain(scene: Scene, trigger: Token, voice: Voice | None) -> Iterator[tuple[Token, Token | None]]:
    """The trigger and the words it depends on up to the clause's end or the verb of saying."""
    token, child = trigger, None
    stop = voice.verb if voice is not None else -1
    while True:
        if token.i == stop:
            return
        yield token, child
        if token.dep in {"nmod", "nmod:poss", "appos"} and _row(token.head, "N") is None and not token.is_root:
            return
        if token.dep == "advcl" and _future(token.head):
            token, child = token.head, token
            continue
        if token.is_root or (token.dep.partition(":")[0] in {"advcl", "parataxis"} and not _infinitive(token)):
            return
        if token.dep == "acl:relcl" or (token.dep == "conj" and token.pos == "VERB" and _finite(token)):
            return
        nominal = token.dep.partition(":")[0] in {"nsubj", "obl"} and token.pos in {"NOUN", "PROPN"}
        if nominal and token.i != trigger.i and (child is None or child.dep != "compound"):
            return
        token, child = token.head, token


def _own(scene: Scene, token: Token) -> tuple[str, str] | None:
    """What the word's own auxiliaries, negation, hedges and marks say."""
    rows = table("stance")
    for child in token.children():
        dep = child.dep
        if dep in {"advmod", "det", "aux", "aux:pass"} and (child.lower in NEGATION or child.lower == "no"):
            if child.lower == "no" and (token.pos not in {"NOUN", "PROPN"} or token.lemma in table("harm")):
                continue
            if any(c.lower in {"could", "can", "ca", "would", "will", "wo"} for c in token.children("aux")):
                return "planned", f"negated and not done: {child.text}"
            return "denied", f"negated: {child.text}"
        if dep == "aux" or dep in {"advmod", "amod"}:
            for row in rows.at(child):
                if (
                    (row["pos"] == "AUX") == (dep == "aux")
                    and row["pos"] in {"AUX", "ADV", "ADJ"}
                    and row["effect"] != "denied"
                ):
                    if row["pos"] == "ADJ" and token.pos not in {"NOUN", "PROPN"}:
                        continue
                    return row["effect"], f"{child.text} ({row.where})"
        if dep == "mark" and child.lower in CONDITIONAL and child.lower not in {"until", "before"}:
            return "planned", f"condition: {child.text}"
    if _infinitive(token) and _yet(token):
        return "denied", "«yet to»: not so far"
    if _infinitive(token) and not _implied(token):
        return "planned", "infinitive of intention"
    if token.pos == "VERB" and token.is_root and _imperative(token):
        return "planned", "imperative"
    return None


def _future(verb: Token) -> bool:
    return any(c.dep == "aux" and c.lower in FUTURE for c in verb.children())


def _above(token: Token, child: Token) -> tuple[str, str] | None:
    """What a governing verb or noun does to its complement."""
    if (
        token.lemma in INTENT
        and token.pos == "VERB"
        and (child.dep.partition(":")[0] != "nsubj" or child.dep == "nsubj:pass")
    ):
        return "planned", f"intended: {token.text}"
    wanted = "V" if token.pos in {"VERB", "AUX"} else "N"
    row = _row(token, wanted)
    if row is None:
        return None
    dep = child.dep.partition(":")[0]
    if wanted == "V":
        if dep == "nsubj" and row["effect"] == "unconfirmed" and child.dep != "nsubj:pass":
            return None
        if dep not in {"xcomp", "ccomp", "obj", "advcl"} and not (dep == "nsubj" and child.dep == "nsubj:pass"):
            if not (
                dep == "obl"
                and preposition(child) in {"of", "for", "about", "against", "from", "to"}
                and row["effect"] == "planned"
            ):
                return None
        if token.lemma in {"order", "authorize", "authorise", "agree", "decide"} and dep == "obj":
            return None
        if (
            token.lemma in {"stop", "end", "halt", "report", "see", "warn", "fear"}
            and dep in {"obj"}
            and row["effect"] == "planned"
        ):
            return ("planned", f"{token.text} ({row.where})") if token.lemma in {"fear", "warn"} else None
    elif dep not in {"nmod", "acl", "ccomp", "compound"}:
        return None
    return row["effect"], f"{token.text} ({row.where})"


def _row(token: Token, pos: str) -> Row | None:
    return next((row for row in table("stance").at(token) if row["pos"] == pos), None)


def _infinitive(token: Token) -> bool:
    return token.pos == "VERB" and any(c.lower == "to" and c.dep == "mark" for c in token.children())


def _yet(token: Token) -> bool:
    """Whether an infinitive stands after "yet" ("have yet to regain the town")."""
    return any(token.parse[i].lower == "yet" for i in range(max(token.sent.start, token.i - 3), token.i))


def _implied(token: Token) -> bool:
    if any(c.dep == "aux" and c.lower in {"have"} for c in token.children()):
        return True
    return token.dep == "xcomp" and token.head.lemma in IMPLIES


def _finite(token: Token) -> bool:
    return any(c.dep.startswith("nsubj") for c in token.children())


def _imperative(token: Token) -> bool:
    return token.i == token.sent.start and token.lemma == token.lower and token.child("nsubj") is None
