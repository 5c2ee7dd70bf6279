"""Who does what a verb tells: its subject, looked for through coordination, control, participles and relatives.

Takes a verb of a parse, gives head tokens; what else belongs to an event is found in `arguments`.
"""

from aftermath.extract.grammar.passive import is_marked_passive, is_passive
from aftermath.extract.grammar.phrases import conjuncts, obliques
from aftermath.extract.lexicon import table
from aftermath.model import Token

ATTEMPTS = frozenset({"attempt", "bid", "effort", "try"})
TAKEN_FOR = frozenset({"thought", "believed", "suspected", "presumed", "understood"})
GUILT = frozenset("accuse blame suspect charge fault implicate convict".split())
LIGHT = frozenset(
    "launch carry conduct stage mount wage unleash step continue escalate begin intensify resume start perpetrate"
    " commit execute make undertake perform lead direct order cause deliver see suffer face witness experience hear"
    " report record document have keep pursue open come renew run orchestrate mastermind plan fire use deploy do hit"
    " strike target kill trigger spark rock destroy conclude announce press prosecute inflict impose enforce"
    " spring hold organize organise".split()
)
"""Verbs whose subject is the doer of the event noun that is their object."""
PARTY = frozenset({"PERSON", "ORGANIZATION", "NORP"})
ASKING = frozenset({"call", "appeal", "plead"})
"""Verbs that have whom they ask behind a preposition."""
CHARGED = frozenset({"accuse", "suspect", "convict"})
"""What is said or found of people who did something ("convicted two officers of shooting them")."""
KIN = frozenset(
    "family relative parent mother father wife husband widow brother sister son daughter child friend lawyer".split()
)
"""Those who speak for or mourn people to whom something was done."""
CONSISTING = frozenset({"include", "involve", "entail"})
"""Verbs whose object is what their subject was ("abuse that included being shot with a pellet gun")."""


def is_taken_for(verb: Token) -> bool:
    """Whether a participle only says what somebody is taken for ("foreign fighters thought to be Russian killed 300").

    The parser takes it for a verb of thinking, and what they did for what they thought.
    """
    after = verb.parse[verb.i + 1] if verb.i + 1 < verb.sent.end else None
    to = after is not None and after.lower == "to"
    return to and verb.lower in TAKEN_FOR and verb.child("aux") is None and verb.child("xcomp", "ccomp") is not None


def subjects(verb: Token) -> list[Token]:
    """The subject of a verb, looked for through coordination, control, participles and relatives."""
    subject = (
        verb.child("nsubj", "csubj") or _capitals(verb) or _another(verb) or cut_off(verb) or _of_clause_before(verb)
    )
    if subject is not None:
        if (meant := _relative_subject(verb, subject)) is not None:
            return meant
        return [*conjuncts(subject), *_beside_subject(verb, subject)]
    dep, head = verb.dep, verb.head
    if verb.is_root:
        return []
    if dep.startswith("acl"):
        return _modified(head, verb)
    if dep == "conj" and (head.pos in {"VERB", "AUX"} or head.child("cop") is not None):
        return _of_coordinated(verb, head)
    if dep == "ccomp" and is_taken_for(head):
        return subjects(head)
    if dep == "ccomp" and head.dep.startswith("acl") and not head.is_root and _open_subject(verb, head):
        return conjuncts(head.head)
    if _trails_passive(verb):
        return []
    if dep in {"xcomp", "advcl", "parataxis"} or (dep == "ccomp" and verb.lower.endswith("ing")):
        return _controller(verb, head)
    return []


def _of_coordinated(verb: Token, first: Token) -> list[Token]:
    """Whom a verb shares with the one before it: its subject, where both are active or both passive."""
    if (own := _before_aside(verb)) is not None:
        return [own]
    if (main := _resumed(verb, first)) is not None:
        return subjects(main)
    if (above := told_on(verb)) is not None or (above := _resumed_on_them(verb, first)) is not None:
        return subjects(above)
    alike = first.child("cop") is not None or is_passive(verb) == is_passive(first)
    return subjects(first) if alike else []


def _before_aside(verb: Token) -> Token | None:
    """The subject that an aside cut off from its verb, and the parser took for one more object of the verb before.

    "Gunmen beheaded eight villagers and warplanes, believed to be Russian, hit the town"
    """
    if verb.child("cc") is not None or verb.parse[verb.i - 1].text != ",":
        return None
    nouns = (t for t in verb.parse.tokens(verb.head.i + 1, verb.i) if t.dep == "conj" and t.pos in {"NOUN", "PROPN"})
    cut = (t for t in nouns if t.child("cc") is not None and t.subtree()[-1] in {verb.i - 1, verb.i - 2})
    return next(
        (t for t in cut if any(c.i > t.i and c.dep in {"acl", "appos", "acl:relcl"} for c in t.children())), None
    )


def _resumed(verb: Token, aside: Token) -> Token | None:
    """The main verb with which a deed goes, where the parser hung it on what was going on meanwhile.

    "Gunmen stopped a bus in which miners were riding and shot nine of them"
    """
    meanwhile = aside.dep == "acl:relcl" and aside.lower.endswith("ing") and aside.child("aux") is not None
    main = aside.head.head
    did = verb.child("aux", "aux:pass") is None and not verb.lower.endswith("ing") and main.pos == "VERB"
    return main if meanwhile and did and not aside.head.is_root else None


def _resumed_on_them(verb: Token, meanwhile: Token) -> Token | None:
    """The main verb that goes on with what was done to those of whom a clause between them tells.

    "Police stormed the camp while people slept and killed four of them": they killed none of themselves.
    """
    over = meanwhile.head
    if meanwhile.dep != "advcl" or all(c.lower != "while" for c in meanwhile.children("mark")):
        return None
    if over.pos != "VERB" or verb.child("nsubj", "nsubj:pass", "aux") is not None:
        return None
    done_to = [t for obj in verb.children("obj") for t in (obj, *obj.children("nmod"))]
    return over if any(t.lower in {"them", "him", "her"} for t in done_to) else None


def told_on(verb: Token) -> Token | None:
    """The main verb that a singular verb goes on from, where the parser hung it on an aside whose subject is plural.

    "The army has denied the raid, in which activists say dozens died, and blames rebels"
    """
    singular = verb.lower.endswith("s") and verb.lower != verb.lemma and "Tense=Pres" in verb.feats
    if verb.dep != "conj" or not singular:
        return None
    if not _is_plural(verb.head.child("nsubj")) or verb.child("nsubj", "nsubj:pass") is not None:
        return None
    *_, main = verb.ancestors()
    aside = any(t.dep == "acl:relcl" for t in verb.ancestors())
    whose = main.child("nsubj")
    return main if aside and main.pos == "VERB" and whose is not None and not _is_plural(whose) else None


def _is_plural(subject: Token | None) -> bool:
    return subject is not None and "Number=Plur" in subject.feats


def cut_off(verb: Token) -> Token | None:
    """The subject that an aside cut off from its verb, and the parser took for the head of the sentence.

    "Moscow, saying that its forces no longer used the missile, denied it"
    """
    if verb.dep not in {"parataxis", "conj", "ccomp"} or verb.parse[verb.i - 1].text != "," or verb.lower[-3:] == "ing":
        return None
    *_, first = verb.ancestors()
    bare = first.pos in {"NOUN", "PROPN"} and first.child("cop", "case") is None and verb.child("cc") is None
    opens = bare and first.subtree()[0] == verb.sent.start and verb.child("nsubj", "nsubj:pass") is None
    return first if opens and any(c.i < verb.i and c.lower.endswith("ing") for c in first.children("advcl")) else None


def _relative_subject(verb: Token, subject: Token) -> list[Token] | None:
    """Whom a relative pronoun as subject stands for, None for any other subject."""
    clause = verb.head if verb.dep == "ccomp" else verb
    if subject.lower in {"who", "which", "that"} and clause.dep.startswith("acl"):
        return conjuncts(clause.head)
    if subject.lower in {"who", "which"} and clause.dep == "advcl:relcl" and clause.head.lemma in GUILT:
        return [t for obj in clause.head.children("obj") for t in conjuncts(obj)]  # "blamed the FMLN, which denied it"
    if subject.lower in {"who", "that"} and clause.dep == "advcl:relcl":
        return subjects(clause.head)  # "an uprising began that left hundreds dead"
    return None


def _capitals(verb: Token) -> Token | None:
    """The group whose name the parser took for an "is" ("the UN said IS had executed 50 men")."""
    if verb.text.isupper():
        return None
    return next((c for c in verb.children("aux", "aux:pass", "cop") if c.text == "IS"), None)


def _another(verb: Token) -> Token | None:
    """The subject that the parser took for the verb's own article ("Another hit a house")."""
    return next((c for c in verb.children("det") if c.lower == "another"), None) if verb.pos == "VERB" else None


def _modified(noun: Token, clause: Token) -> list[Token]:
    """Who does what a clause on a noun tells: the noun, or whose attempt it is."""
    if any(c.lower == "of" for c in clause.children("mark")):  # "days of fighting", "convicted the general of killing"
        return conjuncts(noun) if noun.dep in {"obj", "nsubj:pass"} and noun.head.lemma in CHARGED else []
    if noun.lemma in ATTEMPTS:
        return _of_attempt(noun)
    if (whose := _kin_of(noun, clause)) is not None:
        return conjuncts(whose)
    return conjuncts(noun) if noun.pos in {"NOUN", "PROPN", "PRON", "NUM"} else []


def _kin_of(noun: Token, clause: Token) -> Token | None:
    """Whose family it is to whom something was done ("the family of a boy shot dead by a sniper")."""
    if noun.lemma not in KIN or clause.dep != "acl" or not is_passive(clause):
        return None
    return next((t for prep, t in obliques(noun) if prep == "of" and noun.i < t.i < clause.i), None)


def _of_attempt(noun: Token) -> list[Token]:
    """Whose attempt it is to do something: "an attempt by rebels to storm it"."""
    whose = [t for prep, t in obliques(noun) if prep in {"by", "of"}] or [*noun.children("nmod:poss", "compound")]
    own = noun.dep == "obj" and noun.head.lemma in LIGHT
    return [c for t in whose for c in conjuncts(t)] or (subjects(noun.head) if own else [])


def _beside_subject(verb: Token, subject: Token) -> list[Token]:
    """A second subject behind an aside: "two soldiers and, by Kyiv's count, 100 Russians were killed"."""
    links = [c.i for part in (verb, *verb.children("nsubj")) for c in part.children("cc") if c.i < verb.i]
    others = (c for c in verb.children("nsubj") if subject.i < c.i < verb.i)
    return [c for c in others if any(subject.i < i < c.i for i in links)]


def _trails_passive(verb: Token) -> bool:
    """Whether a participle tells what came of a passive, or is its agent, and so not its subject's deed.

    "The town was hit, killing 80"; "a teacher was killed by shelling"; "ten soldiers died in fighting".
    """
    mark = verb.child("mark")
    bare = verb.dep == "advcl" and verb.lower.endswith("ing") and (mark is None or mark.lower in {"by", "in"})
    dead = mark is not None and mark.lower == "in" and verb.head.lemma in {"die", "perish"}
    return bare and verb.head.i < verb.i and (dead or is_marked_passive(verb.head))


def _of_clause_before(verb: Token) -> Token | None:
    """The subject of a clause of what came first that a verb goes on, where the parser set it beside that clause.

    "Troops shelled the hill after rockets fired from there wounded five": the rockets wounded them.
    """
    if verb.dep != "advcl" or verb.lower.endswith("ing") or verb.child("mark", "aux", "punct", "advmod") is not None:
        return None
    before = [c for c in verb.head.children("advcl") if verb.head.i < c.i < verb.i]
    marked = [c for c in before if any(m.lower in {"after", "when", "before"} for m in c.children("mark", "advmod"))]
    return marked[-1].child("nsubj") if marked and verb.child("obj") is not None else None


def _open_subject(verb: Token, told: Token) -> bool:
    """Whether the noun that a clause of saying hangs on is the content's subject ("which sources said had killed")."""
    has_speaker = any(c.dep.startswith("nsubj") and c.lower not in {"which", "who", "that"} for c in told.children())
    return has_speaker and verb.lemma != verb.lower and not any(c.lower == "that" for c in verb.children("mark"))


def _asked(verb: Token, head: Token) -> Token | None:
    """Who is asked to do what an infinitive tells ("called on both sides to stop", "pleaded with them to go")."""
    if head.lemma not in ASKING or all(c.lower != "to" for c in verb.children("mark")):
        return None
    whom = (t for prep, t in obliques(head) if prep in {"on", "upon", "to", "with"} and head.i < t.i < verb.i)
    return next(whom, None)


def _is_answered_for(verb: Token) -> bool:
    """Whether a gerund tells what somebody is praised or punished for ("jailed two soldiers for killing her")."""
    return verb.dep == "advcl" and verb.lower.endswith("ing") and any(c.lower == "for" for c in verb.children("mark"))


def _is_somebody(noun: Token) -> bool:
    """Whether a noun is of people, by its name or the table of people, or stands for somebody."""
    return noun.pos == "PRON" or noun.name_kind in PARTY or noun.lemma in table("people")


def _controller(verb: Token, head: Token) -> list[Token]:
    if head.pos not in {"VERB", "AUX", "ADJ", "NOUN"} or head.lemma in CONSISTING:
        return []
    # "accused the army of bombing": the parser may call the army an indirect object
    controlled = head.child("obj") or head.child("nsubj:pass") or (head.child("iobj") if head.lemma in GUILT else None)
    if controlled is not None and (head.lemma in GUILT or controlled.dep == "nsubj:pass"):
        return conjuncts(controlled)
    if (asked := _asked(verb, head)) is not None:
        return conjuncts(asked)
    if controlled is not None and _is_answered_for(verb) and _is_somebody(controlled):
        return conjuncts(controlled)
    tried = next((c for c in head.children("obj") if c.lemma in ATTEMPTS), None)
    if verb.dep == "advcl" and tried is not None and tried.i < verb.i and verb.lower == verb.lemma:
        return _of_attempt(tried)
    shown = head.child("obj") or (head.child("iobj") if verb.dep == "ccomp" else None)  # "showed soldiers shooting"
    if verb.dep in {"xcomp", "ccomp"} and shown is not None:
        return conjuncts(shown)
    if verb.dep == "parataxis":
        return []
    if head.pos == "ADJ" and head.dep in {"amod", "acl"} and head.i > head.head.i:
        return conjuncts(head.head)  # "a group notorious for abducting children"
    return subjects(head) if not head.is_root or head.child("nsubj") else []
