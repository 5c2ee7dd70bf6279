"""Who does what to whom: the arguments of verbs and event nouns, seen through passives, participles and light verbs."""

from dataclasses import dataclass

from aftermath.extract.grammar.passive import is_passive, object_behind
from aftermath.extract.grammar.phrases import conjuncts, is_victim, obliques, preposition
from aftermath.extract.grammar.subject import GUILT, LIGHT, subjects
from aftermath.extract.lexicon import table
from aftermath.model import Token, once

UNDERGO = frozenset({"come", "undergo", "sustain", "suffer"})
"""Verbs of an event whose subject undergoes it though they are active ("the town came under fire")."""
SUFFER = frozenset("suffer face witness experience hear see endure come face sustain report record document".split())
"""Those of them whose subject undergoes the event ("the town came under shelling")."""
TOLD = frozenset("report record document hear register".split())
"""Verbs whose subject only tells of the event, unless it is a place ("the town heard shelling" is rare)."""
ENDURING = SUFFER | frozenset(
    "lose find survive repel thwart bury mourn condemn tell say mention include name arrest detain charge convict try"
    " seek hold sentence jail identify indict acquit extradite investigate question free release hang".split()
)
"""Verbs whose subject did nothing in the event that they are "in"."""
OUTLIVING = frozenset({"survive", "escape"})
"""Verbs of an event whose subject it was aimed at."""
BROKERING = frozenset("broker mediate sponsor guarantee host oversee monitor supervise facilitate arrange".split())
"""Verbs whose agent brought about an agreement of others."""
HOLDING = frozenset({"put", "place", "keep", "hold", "lay"})
"""Verbs of what is done to people and towns "under" arrest or siege."""
REPUTED = frozenset("believe think say report suspect presume allege appear seem understand suppose assume".split())
"""Verbs of what somebody is only said to have done."""
HELPING = frozenset("aid back support assist join accompany help".split())
"""Verbs whose subject stands on the side of what helps it ("forces backed by air strikes")."""
SUFFERED = frozenset(
    "killing murder assassination death arrest abduction kidnapping detention capture execution beheading slaying"
    " disappearance release escape burial injury wounding imprisonment shooting lynching displacement expulsion".split()
)
"""Nouns whose possessor undergoes them ("his killing", "Farah's death")."""
CHARGED = {
    "blame": frozenset({"on"}),
    "pin": frozenset({"on"}),
    "attribute": frozenset({"to"}),
    "ascribe": frozenset({"to"}),
}
"""Verbs of an event noun under which the doer stands behind another word than "by"."""
STIRRED = frozenset(
    "anger enrage outrage infuriate alarm shock sadden worry disturb inspire motivate provoke prompt embolden encourage"
    " frighten terrify horrify dismay galvanise galvanize unnerve rattle deter discourage shock stun appal appall"
    " unsettle".split()
)
"""Verbs of what an event stirs in people whom it did not hit."""
ANSWERED = frozenset("to for after before since following during amid over".split())
"""Prepositions before what somebody answers, which is no deed of his ("retaliated after a raid")."""
AFFECTED = frozenset("survivor victim witness eyewitness veteran perpetrator suspect author relative family".split())
"""People of an event, who are not the event."""
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
LATER = frozenset("for after before since following over".split())
"""Prepositions before what was done to others, where a passive verb tells the sequel ("wanted for the murder of")."""
STRIKING = frozenset("hit strike target destroy damage flatten level demolish".split())
"""What an event does to what it hits."""
CONFINEMENT = frozenset({"jail", "prison", "custody", "detention", "bar", "captivity"})
"""Nouns of where people are kept: "in custody", "behind bars"."""
STAYING = frozenset("remain stay languish sit linger be wait".split())
"""Verbs of those who are kept somewhere."""
REVENGE = frozenset({"revenge", "vengeance", "retribution"})
CHARGES = frozenset({"blame", "responsibility", "finger", "guilt"})
"""What is laid on or pointed at somebody for a deed."""
SPOKEN = frozenset(
    "word news knowledge report warning fear threat risk account record memory detail information".split()
)
"""Nouns under which an event is only spoken of."""
NONE = frozenset({"nobody", "none", "nothing", "neither", "no"})
DAYS = frozenset({"day", "week", "month"})
RANKS = frozenset("worst deadliest bloodiest biggest largest first fiercest heaviest latest".split())
"""Adjectives that rank an event among others."""
ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last one".split())
RELATIVE = frozenset({"who", "whom", "which", "that", "where", "when", "whose"})


@dataclass(frozen=True, slots=True)
class Arguments:
    """Doers and undergoers of an event, as head tokens, and its other complements by preposition."""

    doers: tuple[Token, ...]
    undergoers: tuple[Token, ...]
    obliques: tuple[tuple[str, Token], ...]

    def by(self, *prepositions: str) -> list[Token]:
        """Complements under these prepositions."""
        return [token for prep, token in self.obliques if prep in prepositions]


def is_nobody(token: Token) -> bool:
    """Whether words name nobody: "no group", "nobody", "nothing", "neither side", "neither the army nor the rebels"."""
    if token.dep == "conj" and any(c.lower == "nor" for c in token.children("cc")):
        return True
    return token.lower in NONE or any(c.lower in {"no", "neither"} for c in token.children("det", "cc:preconj"))


@once
def of_verb(verb: Token) -> Arguments:
    """The arguments of a verb that tells of an event."""
    passive = is_passive(verb) or verb.lemma in UNDERGO
    under = obliques(verb)
    agents = [t for prep, t in under if prep == "by"] if passive else []
    if verb.lemma in UNDERGO:
        agents += [t for prep, t in under if prep == "from"]  # "the patrol came under fire from rebels"
    if passive and not agents:
        agents = _shared_agents(verb)
    if passive:
        doers = [c for t in agents for c in conjuncts(t)]
        undergoers = subjects(verb)
    else:
        doers = subjects(verb) or _gerund_agents(verb, under)
        undergoers = [c for obj in verb.children("obj") for c in _object(verb, obj)] or _gap(verb) or _behind(verb)
    under.extend(_hung_on(undergoers, {"from", "by"} if passive else {"from"}))
    return Arguments(tuple(doers), tuple(undergoers), tuple(under))


def _shared_agents(verb: Token) -> list[Token]:
    """The agent behind a pair of passives, which is of both: "were captured and killed by soldiers"."""
    first = verb.dep == "conj" and verb.child("nsubj", "nsubj:pass") is None
    pair = [verb.head] if first else [c for c in verb.children("conj") if c.child("nsubj", "nsubj:pass") is None]
    last = max((verb, *pair), key=lambda t: t.i)
    passives = (t for t in pair if t.pos == "VERB" and is_passive(t))
    return next(([t for p, t in obliques(v) if p == "by" and t.i > last.i] for v in passives), [])


def _gerund_agents(verb: Token, under: list[tuple[str, Token]]) -> list[Token]:
    """Who stands under "by" beside a gerund that is a noun in all but its tag ("shelling by the rebels")."""
    nominal = verb.lower.endswith("ing") and verb.child("obj", "aux") is None
    return [t for prep, t in under if prep == "by"] if nominal else []


def _hung_on(tokens: list[Token], prepositions: set[str]) -> list[tuple[str, Token]]:
    """Complements of an event that the parser hung on one of its parties ("an ambush by herdsmen on a village")."""
    return [(prep, t) for token in tokens for prep, t in obliques(token) if prep in prepositions]


def _object(verb: Token, obj: Token) -> list[Token]:
    """An object, for a relative pronoun the noun it stands for ("the town which they encircled")."""
    if obj.lower == "what" and (called := obj.child("acl:relcl")) is not None and called.lemma in {"call", "describe"}:
        return list(called.children("xcomp", "obl"))[:1] or [obj]  # "bombed what Delhi called a training camp"
    relative = obj.lower in {"which", "that", "who", "whom"} and verb.dep.startswith("acl")
    return conjuncts(verb.head) if relative else conjuncts(obj)


def _gap(verb: Token) -> list[Token]:
    """The noun that a relative clause without pronoun leaves as its object ("the town they encircled")."""
    if verb.dep != "acl:relcl" or verb.child("nsubj") is None or verb.child("nsubj:pass", "ccomp", "xcomp") is not None:
        return []
    around = [c for child in verb.children() for c in (child, *child.children("case", "det"))]
    relative = any(c.lower in RELATIVE for c in [*around, *(g for c in verb.children("obl") for g in c.children())])
    return [] if relative else conjuncts(verb.head)


def _behind(verb: Token) -> list[Token]:
    """The object that stands behind the arms ("struck with mortar bombs the towns of Bor and Malakal")."""
    behind = object_behind(verb)
    return [] if behind is None else conjuncts(behind)


def of_noun(noun: Token) -> Arguments:
    """The arguments of a noun that tells of an event, its governing verb's included."""
    under = obliques(noun)
    doers = [c for prep, t in under if prep == "by" for c in conjuncts(t)]
    undergoers: list[Token] = []
    if _is_suffered(noun, under):
        under.extend(
            (p, t) for p, t in _hung_on(doers, {"of"}) if is_victim(t)
        )  # "the arrest by security forces of an activist"
    owned = undergoers if _is_suffered(noun, under) else doers
    owners = [] if is_ranked(noun) else _owners(noun)
    owned.extend(owners)
    if noun.pos == "VERB":  # a gerund that is still a verb: "it is fighting rebels", "fighting to defeat rebels"
        doers.extend(t for t in subjects(noun) if t not in owners)
        verbs = [noun, *noun.children("xcomp")]
        undergoers.extend(c for verb in verbs for obj in verb.children("obj") for c in conjuncts(obj))
    said = _said_of(noun)
    doers.extend(t for p, t in said if p == "by")
    under.extend(said)
    under.extend(_hung_on(doers, {"on", "against"}))
    for clause in (c for c in map(_told_deed, noun.children("acl")) if not is_charge_of(c)):
        if clause.lemma in LIGHT | {"claim", "blame", "attribute", "involve", "lay", "set", "prepare"}:
            doers.extend(c for prep, t in obliques(clause) if _names_doer(clause, prep) for c in conjuncts(t))
        brokered = clause.lemma in BROKERING
        under.extend((p, t) for p, t in obliques(clause) if not (brokered and p == "by"))
    undergoers.extend(c for clause in noun.children("acl") for c in _hit_by_it(clause))
    if noun.child("cop") is not None and preposition(noun) == "under":
        undergoers.extend(t for s in noun.children("nsubj") for t in conjuncts(s))
    if noun.dep == "nmod" and noun.head.lemma in {"target", "object"} and noun.head.child("cop") is not None:
        undergoers.extend(t for s in noun.head.children("nsubj") for t in conjuncts(s))  # "was the target of shelling"
    if noun.dep == "nmod" and noun.head.lemma in DAYS and noun.head.child("cop") is not None:
        doers.extend(subjects(noun.head))  # "the army is on the third day of an offensive"
    undergoers.extend(kept_in(noun))
    verb = governor(noun)
    spoken = noun.dep == "nmod" and noun.head.lemma in SPOKEN  # "the army had no word of the attack"
    if verb is not None and preposition(noun) == "for":
        spoken = spoken or any(c.lemma in REVENGE for c in verb.children("obj"))  # "took revenge for the clashes"
    if verb is not None and not spoken:
        more_doers, more_undergoers = _from_governor(noun, verb)
        doers.extend(more_doers)
        undergoers.extend(more_undergoers)
        charged = any(c.lemma in CHARGES for c in verb.children("obj"))  # "laid the blame on the army for the strike"
        under.extend((p, t) for p, t in obliques(verb) if t.i != noun.i and not (charged and p in {"on", "at"}))
    return Arguments(tuple(doers), tuple(undergoers), tuple(under))


def _is_suffered(noun: Token, under: list[tuple[str, Token]]) -> bool:
    """Whether whose an event is underwent it: "the mayor's killing", not "the police's killing of a man"."""
    return bool(SUFFERED & {noun.lemma, noun.lower}) and all(prep != "of" for prep, _ in under)


def _owners(noun: Token) -> list[Token]:
    """Whose an event is, be the noun in apposition, or a gerund of which the parser takes them for the subject."""
    heads = (noun, noun.head) if noun.dep == "appos" else (noun,)  # "Israel's last war, an offensive that began"
    subject = noun.child("nsubj") if noun.pos == "VERB" else None  # "the mayor's killing by gunmen"
    mine = [] if subject is None or not any(c.lower in POSSESSIVE for c in subject.children("case")) else [subject]
    return [*(c for head in heads for c in head.children("nmod:poss")), *mine]


def is_charge_of(clause: Token) -> bool:
    """Whether a clause on an event says whom somebody blames: his word ("a raid which Kyiv blamed on Moscow")."""
    return clause.lemma in CHARGED and any(c.lower not in RELATIVE for c in clause.children("nsubj"))


def kept_in(noun: Token) -> list[Token]:
    """Who is told to be in custody, in jail or behind bars, or to be put there."""
    if noun.lemma not in CONFINEMENT or preposition(noun) not in {"in", "behind", "into"}:
        return []
    verb = noun.head
    if noun.child("cop") is not None:
        return subjects(noun)
    if noun.dep == "nmod":
        return conjuncts(verb)  # "thousands of people in jail"
    if not noun.dep.startswith(("obl", "xcomp", "advmod")) or verb.pos not in {"VERB", "AUX"}:
        return []
    if verb.lemma in STAYING or (verb.lemma in HOLDING | {"throw"} and is_passive(verb)):
        return subjects(verb)
    return [c for obj in verb.children("obj") for c in conjuncts(obj)] if verb.lemma in HOLDING | {"throw"} else []


def _hit_by_it(clause: Token) -> list[Token]:
    """What an event hit, as a relative clause on its noun tells ("a strike that hit a wedding")."""
    own = clause.dep == "acl:relcl" and any(c.lower in {"that", "which"} for c in clause.children("nsubj"))
    if not own or clause.lemma not in STRIKING:
        return []
    return [c for obj in clause.children("obj") for c in conjuncts(obj)]


def is_ranked(noun: Token) -> bool:
    """Whether an event is ranked among those of a place, which did nothing ("Turkey's deadliest attack in years")."""
    return any(c.lower in RANKS or c.lower.endswith("iest") for c in noun.children("amod"))


def _said_of(noun: Token) -> list[tuple[str, Token]]:
    """Complements behind what an event is said to be: whom it was between, or by whom it was one of several.

    "The clashes were between herders and farmers", "the raid was the third by Turkey on the camp".
    """
    head = noun.head
    if noun.dep != "nsubj" or head.child("cop") is None:
        return []
    if preposition(head) == "between":
        return [("between", t) for t in conjuncts(head)]
    rank = head.lemma in ORDINALS or head.lower in RANKS or head.lower.endswith("iest") or head.text[:1].isdigit()
    rank = rank and any(c.lower == "the" for c in head.children("det"))
    return [(p, t) for p, t in obliques(head) if p in {"by", "on", "against"}] if rank else []


def governor(noun: Token) -> Token | None:
    """The verb of which a noun (or what it is coordinated with, or counts) is an argument."""
    token = noun
    while token.dep in {"conj", "appos"} or (token.dep == "nmod" and preposition(token) == "of" and not token.is_root):
        if token.dep == "nmod" and token.head.lemma in AFFECTED:
            return None  # "survivors of the massacre blame the army"
        token = token.head
        if token.is_root:
            break
    if token.is_root:
        return token if token.pos == "VERB" else None
    if token.bare_dep in {"nsubj", "obj", "obl", "xcomp"} and token.head.pos in {"VERB", "AUX"}:
        return token.head
    return None


def _from_governor(noun: Token, verb: Token) -> tuple[list[Token], list[Token]]:
    role = _role_in(noun, verb)
    verb = _told_deed(verb) if role == "nsubj" else verb
    passive = is_passive(verb)
    if role == "obj" or (verb.lemma == "carry" and preposition(noun) == "on"):  # "carried on a protest"
        return _as_object(verb, passive=passive)
    if role == "nsubj" and passive and verb.lemma in (LIGHT | {"blame", "attribute", "claim"}) - TOLD:
        return [c for prep, t in obliques(verb) if _names_doer(verb, prep) for c in conjuncts(t)], []
    if role == "nsubj" and not passive:
        return [], [] if verb.lemma in STIRRED else [o for o in _objects(verb) if not _sets_off(verb, o)]
    if role == "obl" and passive:
        later = noun.lemma in SUFFERED | {"massacre"} and preposition(noun) in LATER
        others = later and any(prep == "of" for prep, _ in obliques(noun))  # "was sacked after the killing of a trader"
        others = others or preposition(noun) in {"before", "since"}  # "two men seen there before the blast"
        return [], [] if others or verb.lemma in HELPING | STIRRED else subjects(verb)
    if role == "obl" and verb.lemma in {"come", "be", "accuse", "blame", "suspect"} | GUILT:
        if verb.lemma in GUILT:
            return [c for obj in verb.children("obj") for c in conjuncts(obj)], []
        return [], subjects(verb)
    if role == "obl" and not passive and verb.lemma not in ENDURING and preposition(noun) == "in":
        return (subjects(verb) if verb.child("obj") is not None else []), []
    if role == "obl" and not passive and verb.lemma in HOLDING and preposition(noun) == "under":
        return subjects(verb), [c for obj in verb.children("obj") for c in conjuncts(obj)]
    if role == "obl" and verb.lemma in {"respond", "retaliate", "claim", "strike", "hit"}:
        return [] if preposition(noun) in ANSWERED else subjects(verb), []
    return [], _lost_to(noun, verb) if role == "obl" else []


def _objects(verb: Token) -> list[Token]:
    return [c for obj in verb.children("obj") for c in conjuncts(obj)]


def _sets_off(verb: Token, outcome: Token) -> bool:
    """Whether an event did not hit what its verb has for object, but led to it ("the killing set off protests")."""
    return verb.lemma not in STRIKING and any(row["event"] == "protest" for row in table("triggers").at(outcome))


def _lost_to(noun: Token, verb: Token) -> list[Token]:
    """What was lost to an event: "lost two tanks to mortar fire"."""
    if verb.lemma != "lose" or preposition(noun) != "to":
        return []
    return [c for obj in verb.children("obj") for c in conjuncts(obj)]


def _told_deed(verb: Token) -> Token:
    """What the subject is said to have done or undergone: "is believed to have been carried out", else the verb."""
    told = next((c for c in verb.children("xcomp") if c.pos == "VERB"), None)
    return told if told is not None and verb.lemma in REPUTED else verb


def _as_object(verb: Token, *, passive: bool) -> tuple[list[Token], list[Token]]:
    """Doers and undergoers of an event that is the object of a verb: "launched a raid", "survived an attack"."""
    if passive or verb.lemma in TOLD:
        return [], []
    if verb.lemma in SUFFER | OUTLIVING:
        return [], subjects(verb)
    return (subjects(verb) if verb.lemma in LIGHT else []), []


def _names_doer(verb: Token, prep: str) -> bool:
    """Whether who did an event stands under a preposition of its verb: "launched by", "blamed on"."""
    return prep in CHARGED.get(verb.lemma, {"by"})


def _role_in(noun: Token, verb: Token) -> str:
    token = noun
    while token.head.i != verb.i and not token.is_root:
        token = token.head
    return token.bare_dep
