"""On whose word a sentence says it is: "according to the police", "as per", "in the words of", "by their own account".

Takes a token, gives the voice that hangs on it in such a phrase. Verbs of saying are for `attribution`.
"""

from aftermath.extract.grammar.phrases import conjuncts, preposition
from aftermath.extract.speakers.speech import Voice, issuer, sources_in
from aftermath.model import Token

RULES = frozenset("law obligation rule principle standard schedule timetable tradition convention plan".split())
"""What something is done "according to" that says nothing."""
COUNTS = frozenset("count tally estimate reckoning".split())
"""What a figure stands "by": "2,900 killed, by a U.N. count"."""
ACCOUNTS = frozenset("word account telling version reckoning".split())
"""What stands under "in" or "by" before whose it is."""


def according(child: Token) -> Voice | None:
    """The voice of a phrase beside a word that names on whose account it is told."""
    for obl in child.children("obl", "nmod", "advcl", "advmod"):
        source = accord(obl) or _cited(obl)
        if source is not None and source.pos != "PRON":
            return Voice(tuple(issuer(t).i for t in sources_in(conjuncts(source))), "say", -1, "according to")
    return None


def _cited(obl: Token) -> Token | None:
    """Whom such a phrase names: X of "according to X", "as per X", "by X's count", "in the words of X"."""
    prep = preposition(obl)
    as_per = prep == "as" and any(c.lower == "per" for c in obl.children("case", "fixed"))
    if as_per or (prep in {"according to", "according"} and obl.lemma not in RULES):
        return obl
    if prep == "by" and obl.lemma in COUNTS and obl.child("compound", "amod", "nmod"):
        return obl
    if prep in {"by", "in"} and obl.lemma in ACCOUNTS:
        whose = (c for c in obl.children("nmod:poss", "nmod") if c.dep == "nmod:poss" or preposition(c) == "of")
        return next(whose, None)
    return None


def accord(token: Token) -> Token | None:
    """The source of "according to X" where the parser made "according" its head."""
    source = token.child("obl", "nmod", "obj") if token.lower == "according" else None
    return None if source is None or source.lemma in RULES else source
