"""Who some of the dead or hurt were: "three nuns were among the dead", "the victims included a priest".

Takes a word of harm or of including, gives the heads of those that it singles out. They are part of a toll
that was told before and add nobody to it.
"""

from collections.abc import Iterator

from aftermath.extract.arguments import subjects
from aftermath.extract.phrases import conjuncts, preposition
from aftermath.model import Token

DEAD = frozenset({"dead", "killed", "slain", "fatality", "casualty", "victim", "martyr"})
HURT = frozenset({"wounded", "injured", "hurt"})
WITHIN = frozenset({"compound", "amod", "nmod:poss", "flat", "nmod:desc"})
"""Where a noun stands within another's phrase."""
REACH = 8
"""Tokens from the verb to the first of those singled out behind it."""


def kind_of_group(token: Token) -> str:
    """What befell the group that a noun phrase is of ("the dead", "those wounded", "the victims"), or ""."""
    words = {token.lower, token.lemma}
    if token.lower == "those":
        words = {c.lower for c in token.children("acl", "amod")}
    if (
        not any(c.lower in {"the", "its", "their"} for c in token.children("det", "nmod:poss"))
        and token.lower != "those"
    ):
        return ""
    return "killed" if words & DEAD else "injured" if words & HURT else ""


def singled_out(word: Token) -> tuple[str, list[Token]]:
    """The harm and the heads of those singled out by a word, ("", []) where it singles nobody out."""
    token = word.head if word.dep == "acl" and word.head.lower == "those" else word
    if token.lemma == "include" and token.pos == "VERB":
        whole = next((s for s in subjects(token) if kind_of_group(s)), None)
        obj = token.child("obj")
        return (kind_of_group(whole), conjuncts(obj)) if whole is not None and obj is not None else ("", [])
    if preposition(token) == "among" and kind_of_group(token):
        return kind_of_group(token), _told_of(token)
    if token.dep == "nmod" and preposition(token) == "of" and kind_of_group(token):
        return kind_of_group(token), _share(token)
    return "", []


def _told_of(group: Token) -> list[Token]:
    """The subject of "were among the dead", before it or behind."""
    found = [t for s in group.children("nsubj") for t in conjuncts(s)]
    return found or list(_behind(group))


def _behind(group: Token) -> Iterator[Token]:
    """Those named behind "Among the dead were ...", wherever the parser hangs them."""
    verb = next((c for c in group.children("cop") if c.i > group.i), None)
    if verb is None:
        return
    for i in range(verb.i + 1, min(verb.sent.end, verb.i + REACH)):
        token = group.parse[i]
        if token.pos in {"NOUN", "PROPN"} and token.dep not in WITHIN:
            yield from conjuncts(token)
            return


def _share(group: Token) -> list[Token]:
    """The number of "four of the dead were soldiers"."""
    number, what = group.head, group.head.head
    is_said = number.dep == "nsubj" and what.child("cop") is not None
    return [number] if is_said and number.pos in {"NUM", "NOUN"} else []
