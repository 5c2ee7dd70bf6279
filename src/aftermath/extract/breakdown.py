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
    if token.lower == "those":
        words = {c.lower for c in token.children("acl", "amod")}
    elif any(c.lower in {"the", "its", "their"} for c in token.children("det", "nmod:poss")):
        words = {token.lower, token.lemma}
    else:
        return ""
    return "killed" if words & DEAD else "injured" if words & HURT else ""


def singled_out(word: Token) -> tuple[str, list[Token]]:
    """The harm and the heads of those singled out by a word, ("", []) where it singles nobody out."""
    token = word.head if word.dep == "acl" and word.head.lower == "those" else word
    if token.lemma == "include" and token.pos == "VERB":
        kind = next(filter(None, map(kind_of_group, subjects(token))), "")
        obj = token.child("obj")
        return (kind, conjuncts(obj)) if kind and obj is not None else ("", [])
    among, share = preposition(token) == "among", token.dep == "nmod" and preposition(token) == "of"
    kind = kind_of_group(token) if among or share else ""
    if not kind:
        return "", []
    return kind, _told_of(token) if among else _share(token)


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
