"""Who does what to whom: the arguments of verbs and event nouns, seen through passives, participles and light verbs."""

from dataclasses import dataclass

from aftermath.extract.passive import is_marked_passive, is_passive
from aftermath.extract.phrases import conjuncts, preposition
from aftermath.model import Token

LIGHT = frozenset(
    "launch carry conduct stage mount wage unleash step continue escalate begin intensify resume start perpetrate"
    " commit execute make undertake perform lead direct order cause deliver see suffer face witness experience hear"
    " report record document have keep pursue open come renew run orchestrate mastermind plan fire use deploy do hit"
    " strike target kill trigger spark rock destroy conclude announce press prosecute inflict impose enforce"
    " spring".split()
)
"""Verbs whose subject is the doer of the event noun that is their object."""
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
REPUTED = frozenset("believe think say report suspect presume allege appear seem understand suppose assume".split())
"""Verbs of what somebody is only said to have done."""
HELPING = frozenset("aid back support assist join accompany help".split())
"""Verbs whose subject stands on the side of what helps it ("forces backed by air strikes")."""
SUFFERED = frozenset(
    "killing murder assassination death arrest abduction kidnapping detention capture execution beheading slaying"
    " disappearance release escape burial injury wounding imprisonment shooting lynching displacement expulsion".split()
)
"""Nouns whose possessor undergoes them ("his killing", "Jbeiro's death")."""
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
REVENGE = frozenset({"revenge", "vengeance", "retribution"})
SPOKEN = frozenset(
    "word news knowledge report warning fear threat risk account record memory detail information".split()
)
"""Nouns under which an event is only spoken of."""
ATTEMPTS = frozenset({"attempt", "bid", "effort", "try"})
TAKEN_FOR = frozenset({"thought", "believed", "suspected", "presumed", "understood"})
CONSISTING = frozenset({"include", "involve", "entail"})
"""Verbs whose object is what their subject was ("abuse that included being shot with a pellet gun")."""
NONE = frozenset({"nobody", "none", "nothing", "neither", "no"})
DAYS = frozenset({"day", "week", "month"})
RANKS = frozenset("worst deadliest bloodiest biggest largest first fiercest heaviest latest".split())
"""Adjectives that rank an event among others."""
RELATIVE = frozenset({"who", "whom", "which", "that", "where", "when", "whose"})
GUILT = frozenset("accuse blame suspect charge fault implicate convict".split())


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
    """Whether words name nobody: "no group", "nobody", "nothing", "neither side"."""
    return token.lower in NONE or any(c.lower in {"no", "neither"} for c in token.children("det", "cc:preconj"))


def is_taken_for(verb: Token) -> bool:
    """Whether a participle only says what somebody is taken for ("foreign fighters thought to be Russian killed 300").

    The parser takes it for a verb of thinking, and what they did for what they thought.
    """
    after = verb.parse[verb.i + 1] if verb.i + 1 < verb.sent.end else None
    to = after is not None and after.lower == "to"
    return to and verb.lower in TAKEN_FOR and verb.child("aux") is None and verb.child("xcomp", "ccomp") is not None


def subjects(verb: Token) -> list[Token]:
    """The subject of a verb, looked for through coordination, control, participles and relatives."""
    subject = verb.child("nsubj", "csubj") or _capitals(verb)
    if subject is not None:
        if (meant := _relative_subject(verb, subject)) is not None:
            return meant
        return [*conjuncts(subject), *_beside_subject(verb, subject)]
    dep, head = verb.dep, verb.head
    if verb.is_root:
        return []
    if dep.startswith("acl"):
        return _modified(head)
    if dep == "conj" and (head.pos in {"VERB", "AUX"} or head.child("cop") is not None):
        alike = head.child("cop") is not None or is_passive(verb) == is_passive(head)
        return subjects(head) if alike else []
    if dep == "ccomp" and is_taken_for(head):
        return subjects(head)
    if dep == "ccomp" and head.dep.startswith("acl") and not head.is_root and _open_subject(verb, head):
        return conjuncts(head.head)
    if _trails_passive(verb):
        return []
    if dep in {"xcomp", "advcl", "parataxis"} or (dep == "ccomp" and verb.lower.endswith("ing")):
        return _controller(verb, head)
    return []


def _relative_subject(verb: Token, subject: Token) -> list[Token] | None:
    """Whom a relative pronoun as subject stands for, None for any other subject."""
    clause = verb.head if verb.dep == "ccomp" else verb
    if subject.lower in {"who", "which", "that"} and clause.dep.startswith("acl"):
        return conjuncts(clause.head)
    if subject.lower in {"who", "that"} and clause.dep == "advcl:relcl":
        return subjects(clause.head)  # "an uprising began that left hundreds dead"
    return None


def _capitals(verb: Token) -> Token | None:
    """The group whose name the parser took for an "is" ("the UN said IS had executed 50 men")."""
    if verb.text.isupper():
        return None
    return next((c for c in verb.children("aux", "aux:pass", "cop") if c.text == "IS"), None)


def _modified(noun: Token) -> list[Token]:
    """Who does what a clause on a noun tells: the noun, or whose attempt it is."""
    if noun.lemma in ATTEMPTS:
        return _of_attempt(noun)
    return conjuncts(noun) if noun.pos in {"NOUN", "PROPN", "PRON", "NUM"} else []


def _of_attempt(noun: Token) -> list[Token]:
    """Whose attempt it is to do something: "an attempt by rebels to storm it"."""
    whose = [t for prep, t in _obliques(noun) if prep in {"by", "of"}] or [*noun.children("nmod:poss", "compound")]
    own = noun.dep == "obj" and noun.head.lemma in LIGHT
    return [c for t in whose for c in conjuncts(t)] or (subjects(noun.head) if own else [])


def _beside_subject(verb: Token, subject: Token) -> list[Token]:
    """A second subject behind an aside: "two soldiers and, by Kyiv's count, 100 Russians were killed"."""
    links = [c.i for part in (verb, *verb.children("nsubj")) for c in part.children("cc") if c.i < verb.i]
    others = (c for c in verb.children("nsubj") if subject.i < c.i < verb.i)
    return [c for c in others if any(subject.i < i < c.i for i in links)]


def _trails_passive(verb: Token) -> bool:
    """Whether a participle tells what came of a passive, or is its agent, and so not its subject's deed.

    "The town was hit, killing 80"; "a teacher was killed by shelling".
    """
    mark = verb.child("mark")
    bare = verb.dep == "advcl" and verb.lower.endswith("ing") and (mark is None or mark.lower == "by")
    return bare and verb.head.i < verb.i and is_marked_passive(verb.head)


def _open_subject(verb: Token, told: Token) -> bool:
    """Whether the noun that a clause of saying hangs on is the content's subject ("which sources said had killed")."""
    has_speaker = any(c.dep.startswith("nsubj") and c.lower not in {"which", "who", "that"} for c in told.children())
    return has_speaker and verb.lemma != verb.lower and not any(c.lower == "that" for c in verb.children("mark"))


def _controller(verb: Token, head: Token) -> list[Token]:
    if head.pos not in {"VERB", "AUX", "ADJ", "NOUN"} or head.lemma in CONSISTING:
        return []
    # "accused the army of bombing": the parser may call the army an indirect object
    controlled = head.child("obj") or head.child("nsubj:pass") or (head.child("iobj") if head.lemma in GUILT else None)
    if controlled is not None and (head.lemma in GUILT or controlled.dep == "nsubj:pass"):
        return conjuncts(controlled)
    tried = next((c for c in head.children("obj") if c.lemma in ATTEMPTS), None)
    if verb.dep == "advcl" and tried is not None and tried.i < verb.i and verb.lower == verb.lemma:
        return _of_attempt(tried)
    shown = head.child("obj") or (head.child("iobj") if verb.dep == "ccomp" else None)  # "showed soldiers shooting"
    if verb.dep in {"xcomp", "ccomp"} and shown is not None:
        return conjuncts(shown)
    if verb.dep == "parataxis":
        return []
    return subjects(head) if not head.is_root or head.child("nsubj") else []


def of_verb(verb: Token) -> Arguments:
    """The arguments of a verb that tells of an event."""
    passive = is_passive(verb) or verb.lemma in UNDERGO
    obliques = _obliques(verb)
    agents = [t for prep, t in obliques if prep == "by"] if passive else []
    if verb.lemma in UNDERGO:
        agents += [t for prep, t in obliques if prep == "from"]  # "the patrol came under fire from rebels"
    if passive and not agents:
        agents = _shared_agents(verb)
    if passive:
        doers = [c for t in agents for c in conjuncts(t)]
        undergoers = subjects(verb)
    else:
        doers = subjects(verb) or _gerund_agents(verb, obliques)
        undergoers = [c for obj in verb.children("obj") for c in _object(verb, obj)] or _gap(verb)
    obliques.extend(_hung_on(undergoers, {"from", "by"} if passive else {"from"}))
    return Arguments(tuple(doers), tuple(undergoers), tuple(obliques))


def _shared_agents(verb: Token) -> list[Token]:
    """The agent behind a pair of passives, which is of both: "were captured and killed by soldiers"."""
    first = verb.dep == "conj" and verb.child("nsubj", "nsubj:pass") is None
    pair = [verb.head] if first else [c for c in verb.children("conj") if c.child("nsubj", "nsubj:pass") is None]
    last = max((verb, *pair), key=lambda t: t.i)
    passives = (t for t in pair if t.pos == "VERB" and is_passive(t))
    return next(([t for p, t in _obliques(v) if p == "by" and t.i > last.i] for v in passives), [])


def _gerund_agents(verb: Token, obliques: list[tuple[str, Token]]) -> list[Token]:
    """Who stands under "by" beside a gerund that is a noun in all but its tag ("shelling by the rebels")."""
    nominal = verb.lower.endswith("ing") and verb.child("obj", "aux") is None
    return [t for prep, t in obliques if prep == "by"] if nominal else []


def _hung_on(tokens: list[Token], prepositions: set[str]) -> list[tuple[str, Token]]:
    """Complements of an event that the parser hung on one of its parties ("an ambush by herdsmen on a village")."""
    return [(prep, t) for token in tokens for prep, t in _obliques(token) if prep in prepositions]


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


def of_noun(noun: Token) -> Arguments:
    """The arguments of a noun that tells of an event, its governing verb's included."""
    obliques = _obliques(noun)
    doers = [c for prep, t in obliques if prep == "by" for c in conjuncts(t)]
    undergoers: list[Token] = []
    suffered = noun.lemma in SUFFERED and all(prep != "of" for prep, _ in obliques)  # "the police's killing of a man"
    owned = undergoers if suffered else doers
    heads = (noun, noun.head) if noun.dep == "appos" else (noun,)  # "Israel's last war, an offensive that began"
    if not is_ranked(noun):
        owned.extend(c for head in heads for c in head.children("nmod:poss"))
    if noun.pos == "VERB":  # a gerund that is still a verb: "it is fighting rebels", "fighting to defeat rebels"
        doers.extend(subjects(noun))
        verbs = [noun, *noun.children("xcomp")]
        undergoers.extend(c for verb in verbs for obj in verb.children("obj") for c in conjuncts(obj))
    obliques.extend(_hung_on(doers, {"on", "against"}))
    for clause in map(_told_deed, noun.children("acl")):
        if clause.lemma in LIGHT | {"claim", "blame", "attribute", "involve", "lay", "set", "prepare"}:
            doers.extend(c for prep, t in _obliques(clause) if _names_doer(clause, prep) for c in conjuncts(t))
        brokered = clause.lemma in BROKERING
        obliques.extend((p, t) for p, t in _obliques(clause) if not (brokered and p == "by"))
    if noun.child("cop") is not None and preposition(noun) == "under":
        undergoers.extend(t for s in noun.children("nsubj") for t in conjuncts(s))
    if noun.dep == "nmod" and noun.head.lemma in {"target", "object"} and noun.head.child("cop") is not None:
        undergoers.extend(t for s in noun.head.children("nsubj") for t in conjuncts(s))  # "was the target of shelling"
    if noun.dep == "nmod" and noun.head.lemma in DAYS and noun.head.child("cop") is not None:
        doers.extend(subjects(noun.head))  # "the army is on the third day of an offensive"
    verb = governor(noun)
    spoken = noun.dep == "nmod" and noun.head.lemma in SPOKEN  # "the army had no word of the attack"
    if verb is not None and preposition(noun) == "for":
        spoken = spoken or any(c.lemma in REVENGE for c in verb.children("obj"))  # "took revenge for the clashes"
    if verb is not None and not spoken:
        more_doers, more_undergoers = _from_governor(noun, verb)
        doers.extend(more_doers)
        undergoers.extend(more_undergoers)
        obliques.extend((p, t) for p, t in _obliques(verb) if t.i != noun.i)
    return Arguments(tuple(doers), tuple(undergoers), tuple(obliques))


def is_ranked(noun: Token) -> bool:
    """Whether an event is ranked among those of a place, which did nothing ("Turkey's deadliest attack in years")."""
    return any(c.lower in RANKS or c.lower.endswith("iest") for c in noun.children("amod"))


def governor(noun: Token) -> Token | None:
    """The verb of which a noun (or what it is coordinated with, or counts) is an argument."""
    token = noun
    while token.dep in {"conj", "appos"} or (token.dep == "nmod" and preposition(token) == "of" and not token.is_root):
        token = token.head
        if token.is_root:
            break
    if token.is_root:
        return token if token.pos == "VERB" else None
    if token.dep.partition(":")[0] in {"nsubj", "obj", "obl", "xcomp"} and token.head.pos in {"VERB", "AUX"}:
        return token.head
    return None


def _from_governor(noun: Token, verb: Token) -> tuple[list[Token], list[Token]]:
    role = _role_in(noun, verb)
    verb = _told_deed(verb) if role == "nsubj" else verb
    passive = is_passive(verb)
    if role == "obj":
        return _as_object(verb, passive=passive)
    if role == "nsubj" and passive and verb.lemma in (LIGHT | {"blame", "attribute", "claim"}) - TOLD:
        return [c for prep, t in _obliques(verb) if _names_doer(verb, prep) for c in conjuncts(t)], []
    if role == "nsubj" and not passive:
        return [], [] if verb.lemma in STIRRED else [c for obj in verb.children("obj") for c in conjuncts(obj)]
    if role == "obl" and passive:
        return [], [] if verb.lemma in HELPING | STIRRED else subjects(verb)
    if role == "obl" and verb.lemma in {"come", "be", "accuse", "blame", "suspect"} | GUILT:
        if verb.lemma in GUILT:
            return [c for obj in verb.children("obj") for c in conjuncts(obj)], []
        return [], subjects(verb)
    if role == "obl" and not passive and verb.lemma not in ENDURING and preposition(noun) == "in":
        return (subjects(verb) if verb.child("obj") is not None else []), []
    if role == "obl" and verb.lemma in {"respond", "retaliate", "claim", "strike", "hit"}:
        return [] if preposition(noun) in ANSWERED else subjects(verb), []
    return [], []


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
    return token.dep.partition(":")[0]


def _obliques(token: Token) -> list[tuple[str, Token]]:
    out: list[tuple[str, Token]] = []
    for child in token.children("obl", "nmod"):
        if child.dep == "nmod:poss":
            continue
        prep = preposition(child) or ("by" if child.dep == "obl:agent" else "")
        if not prep and out and child.child("cc") is not None:
            prep = out[-1][0]  # "between the Front and government troops", the second hung beside the first
        out.extend((prep, c) for c in conjuncts(child))
    return out
