"""How an event is told: asserted, denied, unconfirmed or planned.

The chain of words above the trigger, up to the verb of saying, is searched for modal verbs,
negation, hedges and verbs and nouns of intention; then the verb of saying has its effect.
"""

from collections.abc import Iterator

from aftermath.extract.grammar.arguments import is_nobody
from aftermath.extract.grammar.mood import finite_past, future, habitual, happened, imperative, infinitive, past, yet
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.grammar.subject import LIGHT
from aftermath.extract.lexicon import Row, table
from aftermath.extract.speakers.disputed import JUDGED, is_negation, judged, negations
from aftermath.extract.speakers.speech import Voice
from aftermath.model import Parse, Token

Finding = tuple[str, str]
"""A stance and the rule that gives it."""

CONDITION = frozenset({"if", "unless", "whether", "should", "in case", "lest", "would"})
UNDOING = frozenset({"defuse", "disarm", "deactivate", "dismantle", "foil", "thwart"})
"""Verbs after which what they are of never happened."""
STOPPING = frozenset({"intercept", "shoot", "down"})
"""Verbs of what is done to arms that were fired."""
PERHAPS = frozenset({"may", "might", "could"})
"""Auxiliaries that, before "have", tell of what perhaps happened ("may have bombed a hospital")."""
ABLE = frozenset({"could", "can", "might", "would"})
SHORT_OF = frozenset("away close near verge brink cusp edge point short".split())
"""Words that say how far somebody is from doing it ("weeks away from capturing the town")."""
WORRIED = frozenset({"concerned", "worried", "afraid", "fearful", "anxious", "wary"})
"""Words of what people fear may come."""
INTENT = frozenset("intend plan threaten vow prepare poise promise pledge ready aim plot scheme".split())
"""Verbs whose whole content has not happened."""
ORDERING = frozenset("order authorize authorise agree decide press push".split())
"""Verbs whose object, a noun of the event, did happen ("ordered a strike", "pressed their attack")."""
DEALS = frozenset("truce ceasefire cease-fire armistice deal pact swap accord agreement treaty cessation".split())
"""What has come about when it is agreed."""
JUSTIFYING = frozenset("justify condone sanction incite legitimise legitimize glorify excuse".split())
"""Verbs of holding a deed right, of which a noun did happen and an "-ing" is of the deed in general."""
PASSING = frozenset("stop end halt report see".split())
"""Verbs of intention whose object may well have happened ("stopped the shelling")."""
SURE = frozenset(
    "confirm announce learn verify establish document record acknowledge admit disclose reveal find recall note"
    " remember emphasize emphasise".split()
)
"""Verbs of saying that leave no doubt though nobody is named ("it was learned that")."""
KNOWN = frozenset("forget remember recall acknowledge admit recognise recognize".split())
"""Verbs whose complement is true, whoever must do it."""
PERCEIVING = frozenset({"hear", "see", "feel"})
"""What somebody who "could" do it did ("residents could hear shelling")."""
COMING = frozenset({"come", "arrive"})
"""Verbs of those who mean to do something where they go ("officers who had come to arrest him")."""
REACHED = frozenset({"control", "hold", "occupy", "dominate", "rule"})
"""What somebody who "came to" do it did."""
INQUIRING = frozenset("investigate probe examine verify check study look".split())
"""Verbs of looking into reports that are not yet known to be true."""
ENDING = frozenset({"stop", "end", "halt"})
"""Verbs whose object went on before, whether or not they are done."""
SUPPLIES = frozenset({"food", "aid", "supply", "medicine", "convoy", "relief", "fuel", "water"})
"""What gets into no besieged place."""
SEEMING = frozenset({"appear", "seem"})
ANSWERING = frozenset("punish go investigate probe condemn avenge remember forget answer explain".split())
"""Verbs of what follows on an event."""
MINDED = frozenset("avenge revenge mourn commemorate condemn protest denounce punish investigate probe mark".split())
"""Verbs whose object did happen."""
ROWS = frozenset("series string spate wave round number campaign".split())
"""Nouns of several events in a row, to which happens what is said of the events."""
RELATING = frozenset("link connect tie relate compare associate".split())
"""Verbs of what somebody makes of an event, and does not deny."""
KEPT = frozenset("remain stay hold keep send detain jail imprison".split())
RULING = frozenset({"rule", "order"})
COURTS = frozenset({"court", "judge", "tribunal", "magistrate", "prosecutor"})
"""Whose word is the deed where it is that people be held."""
SUBJECTIVE = frozenset({"xcomp", "ccomp", "obj", "advcl"})
PREPOSITIONS = frozenset({"of", "for", "about", "against", "from", "to"})


def stance(trigger: Token, voice: Voice | None, parse: Parse) -> Finding:
    """The stance of the event that the trigger tells of, and the rule it rests on."""
    shown = -1 if voice is None else voice.verb
    if shown >= 0 and parse[shown].dep == "xcomp" and parse[shown].head.lemma in SEEMING:
        return "unconfirmed", f"only seems: {parse[shown].head.text}"
    for token, child in _chain(trigger, shown):
        if child is not None and token.lemma == "want" and is_passive(token) and preposition(child) == "for":
            break  # "is wanted for the massacre"
        found = _own(token, child) or (None if child is None else _governed(token, child))
        if found is not None and not (found[0] == "unconfirmed" and voice is not None and voice.effect == "deny"):
            return found  # who rejects a charge denies what it is of
    if shown >= 0 and (unsaid := _unadmitted(parse[shown])) is not None:
        return unsaid
    if voice is not None and voice.effect == "say" and _left_unsaid(trigger, voice.verb, parse):
        return "planned", f"not said: {voice.why}"
    if voice is not None and voice.effect == "deny":
        return "denied", f"denied: {voice.why}"
    if voice is not None and voice.effect == "accuse":
        return "unconfirmed", f"accused: {voice.why}"
    unnamed = voice is not None and not voice.speakers and voice.verb >= 0
    if voice is not None and unnamed and is_passive(parse[voice.verb]) and parse[voice.verb].lemma not in SURE:
        return "unconfirmed", f"nobody named says it: {parse[voice.verb].text}"
    return "asserted", "plain statement"


def _unadmitted(verb: Token) -> Finding | None:
    """What a verb of saying leaves open: "neither confirmed nor denied that", "stopped short of admitting that"."""
    if any(c.lower == "neither" for c in verb.children("cc:preconj", "cc")):
        return "planned", f"neither said nor denied: {verb.text}"
    short = any(w.lower == "short" for w in (verb.head, *verb.head.children("advmod")))
    return ("planned", f"not said: {verb.text}") if short and verb.lower.endswith("ing") else None


def _left_unsaid(trigger: Token, verb: int, parse: Parse) -> bool:
    """Whether an event is what somebody did not say ("never acknowledged that", "did not mention deaths")."""
    if verb < 0 or not any(c.dep == "advmod" and c.lower in negations() for c in parse[verb].children()):
        return False
    *_, (top, _) = _chain(trigger, verb)
    return top.head.i == verb and top.dep in {"ccomp", "obj"}


def _chain(trigger: Token, stop: int) -> Iterator[tuple[Token, Token | None]]:
    """The trigger and the words it depends on, up to the clause's end or the verb of saying at `stop`."""
    token: Token = trigger
    child: Token | None = None
    while token.i != stop:
        yield token, child
        if _ends(token, child, trigger):
            return
        token, child = token.head, token


def _ends(token: Token, child: Token | None, trigger: Token) -> bool:
    """Whether what stands above a token says nothing of whether the event happened."""
    dep = token.bare_dep
    if token.is_root or (token.dep == "acl:relcl" and token.head.lemma != "case"):  # "it is not the case that"
        return True
    if child is None and token.pos == "NOUN" and dep == "obj" and token.head.lemma in MINDED:
        return True  # "to avenge the killing of its leader"
    if child is None and token.pos == "NOUN" and any(map(finite_past, token.children("acl:relcl"))):
        return True  # "was quick to answer the bombing that killed 32"
    if (
        child is None
        and dep == "obl"
        and preposition(token) in {"for", "over"}
        and token.child("nmod:poss") is not None
    ):
        return True  # "will face sanctions for its invasion of Ukraine"
    if token.dep in {"nmod", "nmod:poss", "appos"}:
        in_row = token.head.lemma in ROWS and preposition(token) == "of"  # "plans a series of protests"
        return not in_row and _noun_row(token.head) is None and token.head.lemma not in JUDGED
    if child is None and dep == "acl" and is_passive(token) and token.head.head.lemma in STOPPING:
        return True  # "intercepted a missile fired by the rebels"
    if dep == "advcl":
        return past(token) or not (future(token.head) or infinitive(token))
    if dep == "parataxis":
        return not infinitive(token)
    if dep == "conj" and token.pos == "VERB":
        beside = (token, *(c for c in token.head.children("conj") if c.i < token.i))
        turned = any(
            c.lower == "but" for t in beside for c in t.children("cc")
        )  # "did not aim, but left and shot a man"
        return turned or any(c.dep.startswith(("nsubj", "aux")) for c in token.children())
    nominal = dep in {"nsubj", "obl"} and token.pos in {"NOUN", "PROPN"}
    return nominal and token.i != trigger.i and (child is None or child.dep not in {"compound", "conj"})


def _own(token: Token, below: Token | None) -> Finding | None:
    """What the word's own auxiliaries, negation, hedges and marks say."""
    described = below is not None and _is_only_described(token, below)
    for child in () if _is_answered(token, below) else token.children():
        found = (None if described else _negated(token, child)) or _hedged(token, child)
        if found is not None:
            return found
    if token.pos in {"NOUN", "PROPN"} and preposition(token) == "without" and token.lemma not in table("harm"):
        return "planned", "it was done without"
    if token.pos in {"NOUN", "PROPN"} and (undone := _undone(token)):
        return "planned", f"made harmless: {undone}"
    if (failed := _failed(token, below)) is not None:
        return failed
    real = token.lemma in ENDING and below is not None and below.dep == "obj"  # "a deal to stop the fighting"
    have_to_do = token.lemma == "do" and token.head.lower in {"anything", "nothing"}  # "had nothing to do with it"
    return _undone_verb(token) if token.pos == "VERB" and not real and not have_to_do else None


def _failed(token: Token, below: Token | None) -> Finding | None:
    """What is said of a deed that came to nothing: "failed to take the town", "far from killing civilians"."""
    marks = (c for c in token.children("mark", "case") if c.lower == "from" and c.i > token.sent.start)
    if any(token.parse.lower_of(c.i - 1) == "far" for c in marks):
        return "planned", "far from it"
    own = below is None or (token.lemma in LIGHT and below.dep == "obj")
    return ("planned", "failed to do it") if own and token.dep == "xcomp" and token.head.lemma == "fail" else None


def _is_answered(verb: Token, below: Token | None) -> bool:
    """Whether what must be is only the answer to an event ("the use of gas in Saraqib must not go unpunished")."""
    named = below is not None and below.pos == "NOUN" and below.dep.startswith("nsubj")
    return named and verb.lemma in ANSWERING


def _undone_verb(verb: Token) -> Finding | None:
    """What a verb's form says of a deed not done: to do, due to do, about to do, do it."""
    if any(c.lower == "due" and c.child("fixed") is not None for c in verb.children("mark")):
        return "planned", "due to be done"
    if verb.lower.endswith("ing") and not verb.is_root and verb.head.lower in SHORT_OF:
        return "planned", f"short of it: {verb.head.text}"
    if infinitive(verb):
        if yet(verb):
            return "denied", "«yet to»: not so far"
        if not happened(verb) and not _is_ruled(verb):
            return "planned", "infinitive of intention"
    if habitual(verb):
        return "planned", "said of what is done as a rule"
    return ("planned", "imperative") if verb.is_root and imperative(verb) else None


def _is_only_described(token: Token, event: Token) -> bool:
    """Whether something is denied of an event and not the event ("the strikes did not appear to be in rebel areas",
    "the shelling has not stopped").
    """
    seems = token.lemma in {"appear", "seem", "cease", *ENDING}
    seems = seems or (token.child("cop") is not None and preposition(token) != "")
    return seems and event.dep.startswith("nsubj") and event.pos in {"NOUN", "PROPN"}


def _negated(token: Token, child: Token) -> Finding | None:
    kept_out = token.lemma in {"enter", "reach"} and not any(c.lower in negations() for c in token.children("advmod"))
    if kept_out and child.dep == "nsubj" and child.lemma in SUPPLIES:
        return None  # "no food has entered the town": it is under siege
    if child.dep.startswith("nsubj") and token.pos == "VERB" and not _unharmed(token) and is_nobody(child):
        ordered = any(c.lower in {"should", "must", "may", "shall"} for c in token.children("aux"))
        return "planned" if ordered else "denied", f"nobody did it: {child.text}"
    if child.lower == "longer" and child.dep == "advmod" and any(c.lower == "no" for c in child.children("advmod")):
        return "planned", "no longer done"
    if child.dep not in {"advmod", "det", "aux", "aux:pass"} or child.lower not in negations():
        return None
    if token.lemma == "forget" and token.child("ccomp") is not None:
        return None
    if child.lower == "no" and (token.pos not in {"NOUN", "PROPN"} or token.lemma in table("harm")):
        return None
    if token.lemma in table("speech") or token.lemma in RELATING:
        return "planned", f"not said: {token.text}"
    if infinitive(token) and token.dep.startswith("acl") and not happened(token):
        return "planned", f"told not to: {token.text}"
    if future(token):
        return "planned", f"negated and not done: {child.text}"
    return "denied", f"negated: {child.text}"


def _unharmed(verb: Token) -> bool:
    """Whether a verb whose subject is nobody tells a toll of none, and denies no deed of anybody named."""
    return verb.lemma in table("harm") and verb.lemma != "shoot" and verb.child("obl:agent") is None


def _hedged(token: Token, child: Token) -> Finding | None:
    if child.dep == "mark" and child.lower in CONDITION:
        return "planned", f"condition: {child.text}"
    if child.dep == "mark" and child.lower == "before" and any(c.lower in ABLE for c in token.children("aux")):
        return "planned", "kept from doing it: before it could"
    wanted = {"aux": {"AUX"}, "advmod": {"ADV"}, "amod": {"ADJ"}}.get(child.dep, set())
    if wanted == {"ADJ"} and token.pos not in {"NOUN", "PROPN"}:
        return None
    if wanted == {"AUX"} and token.lemma in KNOWN and token.child("ccomp") is not None:
        return None  # "we must not forget that they seized power"
    if wanted == {"AUX"} and (_ranks(token) or (token.lemma in PERCEIVING and child.lower in {"could", "can"})):
        return None
    if wanted == {"AUX"} and _is_ruled(token):
        return None
    if wanted == {"AUX"} and child.lower in PERHAPS and any(c.lower == "have" for c in token.children("aux")):
        return "unconfirmed", f"may have been: {child.text}"
    for row in table("stance").at(child):
        if row["pos"] in wanted and row["effect"] != "denied":
            return row["effect"], f"{child.text} ({row.where})"
    return None


def _is_ruled(verb: Token) -> bool:
    """Whether a court has it that people be held ("the judge ordered that he should remain in custody")."""
    ruled = verb.lemma in KEPT and verb.bare_dep in {"ccomp", "xcomp", "advcl"} and verb.head.lemma in RULING
    return ruled and any(t.lemma.lower() in COURTS for t in verb.head.children("nsubj"))


def _undone(noun: Token) -> str:
    """The word that says of a bomb or a plot that nothing came of it ("a car bomb that police defused"), or ""."""
    verbs = [*noun.children("acl", "acl:relcl"), *([noun.head] if noun.dep == "nsubj:pass" else [])]
    found = [v for v in verbs if v.lemma in {"find", "discover"} and any(map(_is_prevented, v.children("advcl")))]
    return next((v.text for v in (*found, *verbs) if v in found or v.lemma in UNDOING), "")


def _is_prevented(clause: Token) -> bool:
    """Whether a clause says what could not happen any more ("before they could be detonated")."""
    return any(c.lower == "before" for c in clause.children("mark"))


def _ranks(token: Token) -> bool:
    """Whether a future only ranks what happened ("killed 19, in what would be the deadliest attack in years")."""
    what = [*token.children("nsubj"), token.head]
    return token.child("cop") is not None and any(c.lower == "what" for c in what)


def _governed(token: Token, child: Token) -> Finding | None:
    """What a governing verb or noun does to its complement."""
    is_verb = token.pos in {"VERB", "AUX"}
    if token.pos == "VERB" and _is_intended(token, child):
        return "planned", f"intended: {token.text}"
    if token.pos in {"ADJ", "ADV"} and child.dep.startswith("nsubj"):
        said = _row(token, "PRED")
        return None if said is None else (said["effect"], f"said of it: {token.text} ({said.where})")
    if token.pos == "ADJ" and token.lower in WORRIED and child.dep == "obl":
        return "planned", f"only feared: {token.text}"
    if token.lemma == "case" and token.child("cop") is not None and any(map(is_negation, token.children())):
        return "denied", "not the case"
    if token.lemma == "attempt" and child.lemma == "life":
        return None  # "an attempt on his life" was made
    if token.lemma == "call" and (token.head.lower == "what" or _names(token)):
        return None  # "what it called the abduction of"
    if token.lemma == "report" and not is_verb and token.head.lemma in INQUIRING and _complements(child):
        return "unconfirmed", f"still to be looked into: {token.head.text} {token.text}"
    verdict = judged(token) if token.lemma in JUDGED and token.pos == "NOUN" and _complements(child) else None
    if verdict is not None:
        return verdict
    row = _row(token, "V") if is_verb else _noun_row(token)
    if row is None or not (_bears_on(token, child, row) if is_verb else _complements(child)):
        return None
    return row["effect"], f"{token.text} ({row.where})"


def _is_intended(verb: Token, child: Token) -> bool:
    """Whether a verb says that somebody only means to do it, or goes somewhere to do it."""
    coming = verb.lemma in COMING and child.dep == "xcomp" and infinitive(child) and child.lemma not in REACHED
    return coming or (verb.lemma in INTENT and not _is_active_subject(child))


def _names(call: Token) -> bool:
    """Whether something is called by a name, and nobody called upon ("called it revenge for an attack")."""
    named = [c.lower for c in call.children("obj")]
    return "what" in named or bool({"it", "this", "that"} & set(named) and any(call.children("xcomp")))


def _bears_on(verb: Token, child: Token, row: Row) -> bool:
    """Whether a verb's row holds for this complement."""
    dep = child.bare_dep
    if _is_ruled(child):
        return False  # "the judge ordered that he should stay in jail"
    nominal = dep == "obj" or (dep == "xcomp" and child.lower.endswith("ing"))  # "ending fighting in which 60 died"
    if nominal and verb.lemma == "discuss" and child.child("nmod:poss") is not None:
        return False  # "discussed Russia's invasion of Ukraine"
    if dep == "obj" and verb.lemma in JUSTIFYING:
        return False  # "justified the raid"
    if nominal and (verb.lemma in ORDERING or (verb.lemma in PASSING and row["effect"] == "planned")):
        return False
    if child.dep == "nsubj:pass" and verb.lemma == "agree" and child.lemma in DEALS:
        return False  # "a truce was agreed"
    if dep in SUBJECTIVE or child.dep == "nsubj:pass":
        return True
    return dep == "obl" and row["effect"] == "planned" and preposition(child) in PREPOSITIONS


def _complements(child: Token) -> bool:
    return child.bare_dep in {"nmod", "acl", "ccomp", "compound"}


def _is_active_subject(child: Token) -> bool:
    return child.dep.startswith("nsubj") and child.dep != "nsubj:pass"


def _row(token: Token, pos: str) -> Row | None:
    return next((row for row in table("stance").at(token) if row["pos"] == pos), None)


def _noun_row(noun: Token) -> Row | None:
    """What a noun does to the event that is its complement, "no" before it heeded ("no evidence of").

    Cases that are counted happened ("documented 45 cases of torture").
    """
    if noun.lemma == "case" and (noun.lower == "cases" or noun.child("nummod") is not None):
        return None
    none = any(c.lower == "no" for c in noun.children("det"))
    return (_row(noun, "NO") if none else None) or _row(noun, "N")
