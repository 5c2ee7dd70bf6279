"""Arms and what carries them, as a report names them.

Takes a parse, gives the words of the means table by each token that they cover. What was done with them in
an event is for `clusters.means` to say.
"""

from dataclasses import dataclass
from functools import cache

from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.layout.rigged import rigged
from aftermath.extract.lexicon import Row, last_of, read_table, table
from aftermath.model import Parse, Token

GROUNDED = frozenset("base headquarters academy compound barracks camp building facility branch".split())
"""What an air force has on the ground."""
MINERALS = frozenset(
    "platinum gold coal copper diamond cobalt coltan tin salt iron silver jade uranium emerald".split()
)
"""What people dig for in a mine that is no weapon."""
GASSING = frozenset("attack strike assault shell bomb rocket grenade munition weapon victim massacre canister".split())
"""What gas that is a weapon is named before."""
MEASURES = frozenset(
    "kilo kg kilogram kilogramme gram tonne ton pound lb litre liter load truckload lorryload carload stick".split()
)
"""Nouns that measure what stands under "of" after them."""


FURTHER = frozenset({"another", "one", "others", "second", "third"})
"""Words for one more of the arms that were told of."""
LANDING = frozenset("hit strike land fall explode detonate kill wound injure destroy damage slam smash miss".split())
"""What arms do where they come down."""


DROPPING = frozenset("drop rain throw hurl unleash bomb bombard pound use attack shell roll".split())
"""What is done with barrels that are bombs."""


@dataclass(frozen=True, slots=True)
class Means:
    """Words of the means table in a report: tokens `start` up to (not including) `end`."""

    start: int
    end: int
    row: Row

    @property
    def is_weapon(self) -> bool:
        """Whether the words name a thing that belongs into a claim's weapons."""
        return self.row["weapon"] == "yes"


def means_named(parse: Parse) -> dict[int, Means]:
    """Words of the means table by each token that they cover; longer words go first."""
    rows = table("means")
    out: dict[int, Means] = {}
    for token in parse.tokens():
        i, pos, name = token.i, token.pos, token.name
        if i in out or pos in {"AUX", "PUNCT"} or not rows.starts(token):
            continue
        if name is not None and name.kind == "PERSON" and name.end - name.start > 1:
            continue  # Eldridge Cleaver
        if (pos == "VERB" and token.dep != "amod") or _after_article(parse, i) or _is_dug(parse, i):
            continue
        if _is_fuel(parse, i) or _is_cask(token) or _is_own_hand(token):
            continue
        ends = ((row, last_of(token, row.words[1:])) for row in rows.at(token))
        if pos == "VERB":  # "a guided bomb", not "a striking man"
            ends = ((row, end) for row, end in ends if end != i)
        # "snipers fired" is no "sniper fire"
        row, end = next(((r, e) for r, e in ends if e is not None and (e == i or parse.pos[e] != "VERB")), (None, None))
        if row is None or end is None or (row["kind"] == "aircraft" and (_names_more(parse, end) or _walks(parse, i))):
            continue
        before = out.get(i - 1)
        if before is not None and before.row["event"] == row["event"] and before.end == i:
            found = Means(before.start, end + 1, row)  # "Tomahawk missile", "mortar shells": one thing
        else:
            found = Means(i, end + 1, row)
        out.update(dict.fromkeys(range(found.start, end + 1), found))
    for start, stop in rigged(parse):
        out.update(dict.fromkeys(range(start, stop), Means(start, stop, _car_bomb())))
    _take_measures(parse, out)
    _take_others(parse, out)
    return out


@cache
def _car_bomb() -> Row:
    return next(row for row in read_table("means") if row.words == ("car", "bomb"))


def _take_measures(parse: Parse, means: dict[int, Means]) -> None:
    """Let the measure of arms be a word for them too ("200 kilos of explosives destroyed a bridge")."""
    for i, found in list(means.items()):
        token = parse[i]
        if token.dep == "nmod" and token.head.lemma in MEASURES and preposition(token) == "of":
            whole = Means(token.head.i, found.end, found.row)
            means.update(dict.fromkeys(range(whole.start, whole.end), whole))


def _take_others(parse: Parse, means: dict[int, Means]) -> None:
    """Let "another" and "one" be words for the arms told of right before ("a rocket hit a school. Another fell")."""
    for i, pos in enumerate(parse.pos):
        word = parse.lower_of(i)
        if word not in FURTHER or pos not in {"PRON", "DET", "NUM", "NOUN", "ADJ"} or i in means:
            continue
        token = parse[i]
        if (
            token.dep not in {"nsubj", "det"}
            or token.head.pos != "VERB"
            or token.head.lemma not in LANDING
            or token.child("nmod", "nummod") is not None
        ):
            continue
        before = _arms_before(parse, means, token)
        if before is not None and (word not in {"one", "others"} or parse.lower_of(before.end - 1).endswith("s")):
            means[i] = before


def _arms_before(parse: Parse, means: dict[int, Means], token: Token) -> Means | None:
    """The arms that the same sentence or the one before told of last, where they are an argument of a verb."""
    first = next((s.start for s in parse.sentences if s.index == token.sent.index - 1), token.sent.start)
    last = next((means[i] for i in range(token.i - 1, first - 1, -1) if i in means), None)
    if last is None or not last.is_weapon:
        return None
    return last if parse[last.end - 1].bare_dep in {"nsubj", "obj", "obl"} else None


def _is_own_hand(token: Token) -> bool:
    """Whether suicide is only what people died of by their own hand ("put the deaths down to suicide")."""
    return token.lower == "suicide" and token.dep in {"obl", "obj", "conj", "root"}


def _after_article(parse: Parse, i: int) -> bool:
    """Whether an Arabic article stands before the word: "Al-Shahed" is a newspaper and no drone."""
    return i > 1 and parse.lower_of(i - 1) == "-" and parse.lower_of(i - 2) in {"al", "el", "an", "ash", "ar"}


def _is_cask(token: Token) -> bool:
    """Whether a barrel holds what barrels hold and falls on nobody ("spilling 20,000 barrels")."""
    falls = token.head.lemma in DROPPING | LANDING
    return token.lemma == "barrel" and not (falls or token.dep == "compound") and not _holds_explosives(token)


def _holds_explosives(barrel: Token) -> bool:
    words = (w.lemma for c in barrel.children("acl", "amod", "compound", "nmod") for w in (c, *c.children()))
    return any(word in {"explosive", "bomb", "shrapnel", "tnt"} for word in words)


def _is_fuel(parse: Parse, i: int) -> bool:
    """Whether gas is what people trade in or cook with ("a gas contractor", "the gas pipeline")."""
    if parse.lemmas[i] != "gas" or parse.deps[i] != "compound":
        return False
    return parse.lemmas[parse.heads[i]] not in GASSING


def _is_dug(parse: Parse, i: int) -> bool:
    """Whether a mine is one that people work in ("a gold mine"), or a stone only says how far ("a stone's throw")."""
    if parse[i].dep == "nmod:poss" and parse[i].head.lemma == "throw":
        return True
    return parse.lemmas[i] == "mine" and parse.lower_of(max(0, i - 1)) in MINERALS


def _walks(parse: Parse, i: int) -> bool:
    """Whether a bomber is a person: the report speaks of suicide, of somebody's own body, or of "a second bomber"."""
    if parse.lemmas[i] != "bomber":
        return False
    counted = parse.lower_of(i) == "bomber" and parse.lower_of(max(0, i - 1)) in {
        "a",
        "the",
        "second",
        "another",
        "lone",
        "its",
        "their",
    }
    return counted or bool({"suicide", "himself", "herself"} & set(parse.lemmas))


def _names_more(parse: Parse, end: int) -> bool:
    """Whether a name goes on behind the word ("Air Force Intelligence Complex"), or a base is called after it."""
    word, name = parse[end], parse[end].name
    if word.dep == "compound" and word.head.i > word.i and word.head.lemma in GROUNDED:
        return True
    return name is not None and end < name.end - 1 and parse.pos[name.end - 1] == "PROPN"
