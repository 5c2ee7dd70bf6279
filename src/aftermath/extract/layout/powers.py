"""Capitals that mean governments: "Kyiv denied it", "accused Moscow of", "Moscow's envoy".

Takes a place as it stands in its sentence. Who is meant by the name is for the register to say.
"""

from bisect import bisect_left

from aftermath.extract.grammar.phrases import preposition
from aftermath.model import Parse, PlaceMention, Token

ACTING = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "nmod:poss", "conj"})
"""What a capital is to its verb or noun where its government is meant; what is struck is told by its weapon."""
HIT = frozenset("hit strike shell bomb shake rock pound attack take seize capture enter reach leave storm".split())
"""Verbs of which a town is the object, whether or not it is a capital."""


SAID = frozenset("claim accusation allegation assertion statement denial report charge suggestion".split())
"""What a government says, and its capital stands for it ("a claim by Tripoli")."""
SEATED = frozenset("government regime junta authority administration cabinet leadership minister ruler".split())
"""Who sits in a capital and rules the whole country ("the government in Kabul")."""


def is_power(parse: Parse, mention: PlaceMention) -> bool:
    """Whether a capital stands as somebody who acts or answers, and not as a place."""
    token = _capital(parse, mention)
    if token is None:
        return False
    if is_seat(parse, mention) or (preposition(token) == "by" and token.head.lemma in SAID):
        return True
    if preposition(token) or token.dep not in ACTING:
        return False
    return token.head.lemma not in HIT


def is_seat(parse: Parse, mention: PlaceMention) -> bool:
    """Whether a capital is only where those sit who rule the country."""
    token = _capital(parse, mention)
    return token is not None and preposition(token) == "in" and token.dep == "nmod" and token.head.lemma in SEATED


def _capital(parse: Parse, mention: PlaceMention) -> Token | None:
    """The word that stands for a capital's name in the tree; None where the place is none."""
    if mention.place.feature != "PPLC":
        return None
    token = parse[bisect_left(parse.starts, mention.span[0])]
    while token.dep in {"compound", "flat"} and not token.is_root and parse.starts[token.head.i] < mention.span[1]:
        token = token.head
    return None if token.is_root else token
