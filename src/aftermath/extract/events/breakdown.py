"""Who some of the dead or hurt were: "three nuns were among the dead", "the victims included a priest".

Takes a word of harm or of including, gives the heads of those that it singles out; or the words behind a group,
gives those counted in them as parts of it. They are part of a toll that was told before and add nobody to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aftermath.extract.grammar.phrases import conjuncts, core, preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.scene import Scene
from aftermath.model import Token

DEAD = frozenset({"dead", "killed", "slain", "fatality", "casualty", "victim", "martyr"})
HURT = frozenset({"wounded", "injured", "hurt"})
WITHIN = frozenset({"compound", "amod", "nmod:poss", "flat", "nmod:desc"})
"""Where a noun stands within another's phrase."""
REACH = 8
"""Tokens from the verb to the first of those singled out behind it."""
INCLUDING = frozenset({"including", "include", "among"})
GROUP = frozenset({"them", "whom", "those"})
"""Pronouns for a group that was counted just before."""
LISTED = frozenset({":", "(", "-", "–", "—"})
"""What a list of those counted may stand behind."""
CLOSING = frozenset({"PUNCT", "CCONJ", "SCONJ"})
SHARE_REACH = 5
"""Tokens from "of them" to the noun that says who they were."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a group: the token with their number, the noun that says who they are, and where their words stand."""

    counted: Token
    head: Token
    start: int
    end: int


def parts(scene: Scene, start: int, end: int) -> Iterator[Part]:
    """Those counted among a group that ends before token `start`, in the tokens up to `end`.

    "including three children", "five of them women", "of whom 56 were children", ", a baby among them",
    "(four children)".
    """
    parse = scene.parse
    for i in range(start, end):
        word = parse[i].lower
        if word in GROUP and parse.lower_of(i - 1) == "of":
            share = _of_them(scene, i, end)
            yield from () if share is None else (share,)
            continue
        if word == "among" and parse[i + 1].lower in GROUP and i + 2 < len(parse) and parse.pos[i + 2] in CLOSING:
            yield from _listed(scene, start, i)
            return
        if word in INCLUDING or parse.lemmas[i] in INCLUDING:
            yield from _listed(scene, i + 1, end)
            return
        if i == start and word in LISTED and (found := list(_listed(scene, i + 1, end))):
            yield from found
            return


def _of_them(scene: Scene, i: int, end: int) -> Part | None:
    """Who "three of them" are, their number before or behind ("of whom 56 were children")."""
    parse = scene.parse
    at = next((k for k in (i - 2, i + 1, i + 3) if k < end and k in scene.quantities), None)
    if at is None:
        return None
    behind = range(max(i, at) + 1, min(end, max(i, at) + SHARE_REACH))
    head = next((parse[k] for k in behind if scene.is_people(parse[k]) and parse.deps[k] not in WITHIN), None)
    if head is None:
        return None
    return Part(parse[at], head, scene.number_start(at), max(head.i, i) + 1)


def _listed(scene: Scene, start: int, end: int) -> Iterator[Part]:
    """The people counted or named one by one in a list."""
    for i in range(start, end):
        head = scene.parse[i]
        if head.pos not in {"NOUN", "PROPN"} or head.dep in WITHIN or not scene.is_people(head):
            continue
        if head.dep.startswith("nsubj"):
            return  # "among them children, two aid workers said"
        first, last = core(head)
        counted = any(k in scene.quantities for k in range(first, last))
        somebody = head.child("det") is not None or (head.child("nmod:poss") is not None and head.lower == head.lemma)
        if counted or somebody:
            yield Part(head, head, first, last)


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
    among, share = preposition(token) == "among", preposition(token) == "of"
    kind = kind_of_group(token) if among or share else ""
    if not kind:
        return "", []
    return kind, _told_of(token) if among else _share(token) or [number for number, _ in shares_behind(token)]


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
    number, _ = share_of(group)
    return [] if number is None else [number]


def share_of(group: Token) -> tuple[Token | None, Token | None]:
    """The number and the noun of "four of the dead were soldiers"."""
    number, what = group.head, group.head.head
    is_said = number.dep == "nsubj" and what.child("cop") is not None and preposition(group) == "of"
    return (number, what) if is_said and number.pos in {"NUM", "NOUN"} else (None, None)


def shares_behind(group: Token) -> Iterator[tuple[Token, Token]]:
    """The numbers and nouns of "of the 46 people who died, 11 were women and three were children"."""
    what = group.head
    if group.dep != "obl" or what.i < group.i or preposition(group) != "of":
        return
    for noun in (what, *what.children("conj")):
        number = noun.child("nsubj")
        if number is not None and number.pos == "NUM" and noun.child("cop") is not None:
            yield number, noun
