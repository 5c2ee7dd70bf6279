"""Capitals that mean governments: "Kyiv denied it", "accused Moscow of", "Moscow's envoy".

Takes a place as it stands in its sentence. Who is meant by the name is for the register to say.
"""

from bisect import bisect_left

from aftermath.extract.grammar.phrases import preposition
from aftermath.model import Parse, PlaceMention

ACTING = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "nmod:poss", "conj"})
"""What a capital is to its verb or noun where its government is meant; what is struck is told by its weapon."""
HIT = frozenset("hit strike shell bomb shake rock pound attack take seize capture enter reach leave storm".split())
"""Verbs of which a town is the object, whether or not it is a capital."""


SAID = frozenset("claim accusation allegation assertion statement denial report charge suggestion".split())
"""What a government says, and its capital stands for it ("a claim by Tripoli")."""


def is_power(parse: Parse, mention: PlaceMention) -> bool:
    """Whether a capital stands as somebody who acts or answers, and not as a place."""
    if mention.place.feature != "PPLC":
        return False
    token = parse[bisect_left(parse.starts, mention.span[0])]
    while token.dep in {"compound", "flat"} and not token.is_root and parse.starts[token.head.i] < mention.span[1]:
        token = token.head
    if token.is_root:
        return False
    if preposition(token) == "by" and token.head.lemma in SAID:
        return True
    if preposition(token) or token.dep not in ACTING:
        return False
    return token.head.lemma not in HIT
