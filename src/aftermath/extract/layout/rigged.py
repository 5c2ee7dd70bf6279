"""Vehicles and things made into bombs: "a van packed with explosives", "a parked car exploded".

Takes a parse, gives the token ranges of such phrases. A car of which somebody is the owner
("his car exploded") is what was hit, and no bomb.
"""

from collections.abc import Iterator

from aftermath.extract.grammar.phrases import preposition
from aftermath.model import Parse, Token

CARRIERS = frozenset(
    "car van truck lorry vehicle pickup pick-up motorcycle motorbike bicycle bike rickshaw tricycle minibus bus taxi"
    " jeep tanker trailer cart wagon ambulance boat dinghy tractor scooter sedan minivan humvee donkey drum barrel"
    " bag suitcase backpack rucksack parcel package briefcase".split()
)
LOADED = frozenset("pack load rig fill lade stuff wire cram booby-trap trap".split())
LOADS = frozenset(
    "explosive explosives dynamite fertiliser fertilizer bomb tnt shell charcoal gas cylinder charge grenade mine"
    " gelignite c-4 semtex munition ammunition petrol fuel mortar".split()
)
BURSTS = frozenset("explode detonate blow go burst".split())


def rigged(parse: Parse) -> Iterator[tuple[int, int]]:
    """Token ranges of things that carry a bomb, articles left out."""
    for i, lemma in enumerate(parse.lemmas):
        if lemma in CARRIERS and parse.pos[i] == "NOUN":
            token = parse[i]
            load = _load(token)
            if load is not None:
                yield _start(token), load + 1
            elif _bursts(token):
                yield _start(token), i + 1


def _load(token: Token) -> int | None:
    """The last token of the load ("packed with explosives"), or None."""
    for clause in token.children("acl"):
        if clause.lemma in LOADED or clause.lower in {"laden", "packed", "loaded", "filled", "rigged"}:
            loads = (t for t in clause.children("obl", "nmod") if preposition(t) == "with" and t.lemma in LOADS)
            load = next(loads, None)
            if load is not None:
                return load.i
    return None


def _bursts(token: Token) -> bool:
    """Whether an unknown or parked vehicle itself explodes."""
    verb = token.head
    if token.dep != "nsubj" or verb.lemma not in BURSTS or token.child("nmod:poss") is not None:
        return False
    particle = {c.lower for c in verb.children("compound:prt", "advmod")}
    if (verb.lemma == "blow" and "up" not in particle) or (verb.lemma == "go" and "off" not in particle):
        return False
    marks = {c.lower for c in token.children("amod", "compound", "det")}
    return bool(marks & {"a", "an", "parked", "stolen", "second", "another", "abandoned"})


def _start(token: Token) -> int:
    before = [c.subtree()[0] for c in token.children("amod", "compound") if c.i < token.i]
    return min([*before, token.i])
