"""Reports, claims and charges of which it is said whether they are true: false, rumours, not to be checked.

Takes the words of a parse, gives the word that calls what they tell of false, or the stance that is due to it.
"""

from functools import cache

from aftermath.extract.grammar.mood import infinitive
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.lexicon import read_table
from aftermath.model import Token

REPORTS = frozenset("report news claim account allegation accusation rumour rumor assertion suggestion version".split())
"""Nouns of what somebody said, of which it is said whether it is true."""
FIGURES = frozenset({"figure", "toll", "estimate", "number"})
"""Nouns of how many there were, of which it is said whether it is true."""
JUDGED = REPORTS | FIGURES
ABOUT = frozenset({"about", "of", "on", "regarding", "concerning"})
"""Before what something is said of."""
CHECKING = frozenset("confirm verify substantiate corroborate authenticate".split())
FALSE = frozenset(
    "false fake fabricate fabricated fabrication untrue baseless unfounded groundless lie nonsense propaganda invention"
    " hoax unsubstantiated rumour rumor slander fiction exaggerate exaggerated exaggeration inflate inflated overstate"
    " overstated".split()
)
CALLING = frozenset("call brand label describe dismiss".split())


@cache
def negations() -> frozenset[str]:
    """The adverbs and determiners that deny, from the table."""
    return frozenset(row.words[0] for row in read_table("stance") if (row["pos"], row["effect"]) == ("ADV", "denied"))


def judged(report: Token) -> tuple[str, str] | None:
    """What is said of a report: that nobody could confirm it, or that it is false."""
    verb = report.head
    if report.is_root:
        return None
    negated = any(c.lower in negations() for c in verb.children("advmod", "aux"))
    if verb.lemma in CHECKING and (negated or infinitive(verb)) and report.dep in {"nsubj:pass", "obj"}:
        return "unconfirmed", f"could not be checked: {verb.text}"
    if verb.lemma == "comment":
        return "planned", f"not commented on: {verb.text}"
    proved = verb.lemma in {"turn", "prove"} and any(c.lemma in FALSE for c in verb.children("xcomp", "obj", "ccomp"))
    false = report.dep.startswith("nsubj") and verb.lemma in FALSE and not negated
    if proved or false or called_false(report) is not None:
        return "denied", f"called false: {verb.text}"
    return None


def called_false(noun: Token) -> Token | None:
    """The verb by which somebody calls a report, or the event itself, false ("called the killings a hoax")."""
    verb = noun.head
    if noun.is_root or noun.dep not in {"obj", "nsubj", "nsubj:pass"} or verb.lemma in FALSE:
        verb = verb.head if noun.dep == "nsubj" and verb.head.lemma in CALLING else verb
    if verb.lemma not in CALLING:
        return None
    words = [w for w in noun.parse.tokens(noun.i + 1, noun.sent.end) if w.pos != "PUNCT"]
    last = words[-1:] if noun.lemma in REPORTS else []  # "called the claim that troops had burned villages a lie"
    said = (*verb.children("xcomp", "obj", "obl", "ccomp", "advcl"), *noun.children("appos", "compound"), *last)
    false = any(w.lemma in FALSE or any(c.lower == "staged" for c in w.children("amod")) for w in said)
    return verb if false else None


def report_over(token: Token) -> Token | None:
    """The report or claim of which a token stands in the content ("reports that a town was bombed").

    So does what is told "about" an event: "what the channels aired about the use of gas".
    """
    below = token
    for child in (token, *token.ancestors()):
        if child.dep == "acl:relcl" and child.head.lower == "what" and preposition(below) in ABOUT:
            return child.head
        below = child
        if child.is_root or (child.dep == "acl:relcl" and not any(c.lower == "that" for c in child.children("mark"))):
            return None
        over, content = child.head, child.bare_dep in {"acl", "ccomp"}
        noun = over.pos == "NOUN" or over.child("nsubj", "aux") is None  # "claims that" may pass for a verb
        if content and noun and over.lemma in REPORTS:
            return over
    return None


def found_false(report: Token) -> Token | None:
    """The word that says of a report that it is false, wherever the parser hung it ("said reports of it were lies")."""
    for word in report.parse.tokens(report.i + 1, report.sent.end):
        if word.lemma in FALSE and word.child("cop") is not None and not any(map(is_negation, word.children())):
            beside = not report.is_root and word.head.i == report.head.i and word.child("nsubj") is None
            if beside or word.head.i == report.i or (report.dep == "nsubj" and report.head.i == word.i):
                return word
    return None


def is_negation(word: Token) -> bool:
    """Whether a word negates what it hangs on."""
    return word.dep == "advmod" and word.lower in negations()
