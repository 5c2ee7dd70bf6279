"""What a figure of harm is to others: part of one, put in the place of one, one that is not told.

Takes a word of harm, gives whether its number is a toll of its own; what the number is is read in `numbers`.
"""

from aftermath.extract.grammar.arguments import governor
from aftermath.extract.grammar.phrases import preposition
from aftermath.model import Token

COUNTING = frozenset({"number", "toll", "figure", "loss", "count", "total"})
"""Nouns of which nobody is harmed, but the people they count."""
SPELLED = 5
"""Tokens from casualties to who of them died."""
HARMED = frozenset({"dead", "killed", "wounded", "injured", "hurt"})
"""What those are who make up a figure of casualties."""
REACHING = frozenset({"reach", "pass", "exceed", "top", "surpass", "hit"})
"""Verbs whose object is the figure to which a toll rose."""
TOLLING = REACHING | frozenset(
    "put rise climb stand bring increase jump revise raise lower soar grow mount give set take push estimate".split()
)
"""Verbs by which a toll is told or corrected."""
RISING = frozenset("rise climb increase jump grow soar".split())
"""Verbs by which a toll takes in those who died since."""
RAISING = frozenset("bring raise take push".split())
"""Verbs with which those who died since raise a toll."""
GIVING = frozenset("give provide release offer publish disclose issue".split())
"""Verbs of telling a figure, with which "no" says that it is not told."""
REVISING = frozenset("revise lower correct amend update replace".split())
FIGURES = COUNTING | {"estimate"}
WARS = frozenset({"war", "conflict", "uprising", "insurgency", "genocide"})
SPANS = frozenset({"day", "week", "month", "year"})
OVER = frozenset({"in", "over", "during", "within"})
"""Before the time over which people were counted."""
FORMER = frozenset({"from", "than"})
"""Before a figure that another took the place of ("up from an earlier toll of 20")."""


def is_replaced(noun: Token) -> bool:
    """Whether a figure is told only as what another took the place of ("revising an earlier toll of 29")."""
    if noun.lemma not in FIGURES:
        return False
    trails = noun.head.dep.startswith("advcl") or noun.head.lower.endswith(
        "ing"
    )  # "an NGO said, revising a toll of 18"
    revised = noun.dep == "obj" and noun.head.lemma in REVISING and trails
    return (revised and put_at(noun) is None) or preposition(noun) in FORMER


def is_added(token: Token) -> bool:
    """Whether the harm is within a toll that rose because of it.

    "The toll rose to 58 after six bodies were found"; "two more bodies were found, bringing the toll to 21".
    """
    words = [token, *token.ancestors()]
    above = (t.head for t in words if t.dep.startswith("advcl") and t.child("mark") is not None)
    risen = (verb for verb in above if verb.lemma in RISING)
    if any(put_at(s) is not None for verb in risen for s in verb.children("nsubj")):
        return True
    verb = next((t for t in words if t.pos == "VERB"), None)
    raised = () if verb is None else (c for c in verb.children("advcl") if c.lemma in RAISING)
    figures = (o for clause in raised for o in clause.children("obj") if o.lemma in FIGURES)
    return any(put_at(o) is not None and not is_running(o) for o in figures)


def is_running(noun: Token) -> bool:
    """Whether a figure is of all that was done over a time ("the toll of the war", "their dead at 673 since May")."""
    number = put_at(noun) if noun.lemma in FIGURES | {"dead"} else None
    if number is None:
        return False
    beside = noun.parse.tokens(noun.i, max(noun.i, number.i))
    raised = number.head.lemma in RAISING
    counted = any(preposition(c) == "since" or (raised and _is_span(c)) for c in number.head.children("obl"))
    return counted or any(t.lower == "since" or t.lemma in WARS for t in beside)


def _is_span(noun: Token) -> bool:
    """Whether words name a time of several days over which people were counted ("to 34 in four days")."""
    several = noun.lemma in SPANS and (noun.lower != noun.lemma or _is_named_span(noun))
    return several and (preposition(noun) in OVER or _is_named_span(noun))


def _is_named_span(noun: Token) -> bool:
    """Whether a week, month or year is this or the last one ("to 60 this week")."""
    named = any(c.lower in {"this", "past", "last"} for c in noun.children("det", "amod"))
    return named and noun.lemma in SPANS - {"day"}


def is_share(token: Token) -> bool:
    """Whether a number of those told of before is only spoken of ("40 of the wounded are to be flown out")."""
    told = token.dep == "nmod" and preposition(token) == "of" and token.lower in {"wounded", "injured", "dead"}
    return told and any(c.lower == "the" for c in token.children("det"))


def is_withheld(noun: Token) -> bool:
    """Whether it is only said that nothing is told of them ("gave no figure for its own casualties").

    So it is where somebody "gave no casualties": that is no word that nobody was harmed.
    """
    if noun.dep == "obj" and noun.head.lemma in GIVING and any(c.lower == "no" for c in noun.children("det")):
        return True
    told = noun.head if noun.dep in {"nmod", "obl"} else noun
    figures = (told, *told.children("obj")) if told.pos == "VERB" else (told,)
    none = (t for t in figures if t.lemma in {"figure", "number", "detail", "estimate", "information", "word"})
    return any(c.lower == "no" for t in none for c in t.children("det"))


def is_spelled_out(noun: Token) -> bool:
    """Whether the figure says who of the casualties died ("put the casualties at 246 dead and 1,000 wounded")."""
    behind = [t.lower for t in noun.parse.tokens(noun.i + 1, min(noun.sent.end, noun.i + SPELLED))]
    return behind[:1] == ["at"] and bool(HARMED & set(behind))


def is_asked(noun: Token) -> bool:
    """Whether it is only asked how many there were."""
    many = (c for c in (noun, *noun.children("amod", "det")) if c.lemma in {"many", "much"})
    return any(c.lower == "how" for word in many for c in word.children("advmod"))


def put_at(noun: Token) -> Token | None:
    """The number to which a toll is put, rises or is brought ("put the dead at 13", "the toll rose to 17")."""
    if noun.pos == "VERB":
        return _spoken_of(noun)
    if noun.lemma == "figure" and noun.dep == "obj" and noun.head.lemma in GIVING:
        return next((t for t in noun.children("nmod") if t.pos == "NUM" and preposition(t) == "of"), None)
    own = (t for t in noun.children("obl", "nmod") if t.pos == "NUM" and preposition(t) in {"at", "to"})
    paired = next(own, None)
    if noun.dep == "conj" and paired is not None:
        return paired  # "put the dead at 43 and the wounded at 56"
    verb = governor(noun)
    if paired is not None and noun.dep == "obj" and verb is not None and verb.lemma in TOLLING:
        return paired
    if verb is None or verb.lemma not in TOLLING or _brings_another(noun, verb):
        return None
    if verb.lemma in REACHING:
        return next((t for t in verb.children("obj") if t.pos == "NUM"), None)
    beside = [t for t in verb.children("obl", "nmod") if t.child("nsubj") is None]
    beside += [
        c for t in beside if preposition(t) == "from" for c in t.children("nmod") if c.pos == "NUM"
    ]  # "from 17 to"
    if noun.dep == "obj" and noun.lemma in COUNTING:  # "took the number killed since May to 57", hung on May
        behind = (noun.parse[i] for i in verb.subtree() if i > noun.i and noun.parse.pos[i] == "NUM")
        beside += [t for t in behind if t.child("nsubj", "nummod", "compound") is None]
    return next((t for t in beside if preposition(t) in {"at", "to", "as"}), None)


def _spoken_of(verb: Token) -> Token | None:
    """The bare number that a speaker gives in place of another ("residents spoke of at least 40", "medics said 15")."""
    under = {"of"} if verb.lemma == "speak" else {""}
    given = (t for t in verb.children("obj", "obl", "ccomp", "xcomp") if t.pos == "NUM" and preposition(t) in under)
    bare = (t for t in given if t.child("nsubj", "cop", "nmod:poss") is None and verb.child("nsubj") is not None)
    return next((t for t in bare if not any(c.pos in {"NOUN", "PROPN"} for c in t.children("nmod", "compound"))), None)


def _brings_another(noun: Token, verb: Token) -> bool:
    """Whether deaths are only why another figure rose ("the deaths took the number of soldiers killed to 57")."""
    return noun.dep == "nsubj" and any(c.lemma in COUNTING for c in verb.children("obj"))
