"""What the words beside a place's name say of it: its kind, and the part of it that is meant."""

from collections.abc import Callable, Sequence

from aftermath.model import Parse
from aftermath.resolve.place.spot import Spot
from aftermath.resolve.place.words import kinds, modifiers, part_adjectives

Found = tuple[int, int, bool, bool]
"""Tokens from and up to, whether a demonym, whether tentative."""
REACH = 8
"""Tokens before a name that are asked for its kind and part: "the north - east of the" is seven."""

DEEDS = frozenset("bombing attack blast explosion siege shooting massacre raid strike".split())
BANKS = frozenset({"bank", "banks"})


def spot_of(parse: Parse, words: Sequence[str], found: Found, taken: int = 0) -> tuple[Spot, int]:
    """The spot of some tokens, drawn out over the words of kind and part beside it, and the token after it.

    Tokens before `taken` belong to the spot before: "the Jobar neighbourhood of Damascus" makes Damascus none.
    """
    start, end, adjectival, tentative = found
    first = max(0, start - REACH)
    lower = [word.lower() for word in words[first : end + 4]]

    def word(i: int) -> str:
        return lower[i - first] if max(taken, first) <= i < first + len(lower) else ""

    def cut(a: int, b: int) -> str:
        return parse.text[parse.starts[a] : parse.ends[b - 1]]

    if adjectival or _is_compound(parse, words, end):
        whole = cut(start, end)
        return Spot(text=whole, span=_span(parse, start, end), name=whole, adjectival=True), end
    name, kind = cut(start, end), ""
    sentence = parse.sentences[parse.sentence_of[start]] if parse.sentences else None
    stop = sentence.end if sentence else len(words)
    inner, outer = _kind_inside(words, start, end), _kind_after(word, end, stop)
    if inner:  # the name itself holds the word: "Gaza City", "Oxford Street"
        kind, name = words[end - 1].lower(), cut(start, inner)
    elif outer and not (_in_town(word, start, outer) and kinds()[word(outer - 1)].sense == "whole"):
        kind, end = word(outer - 1), outer
    elif word(start - 1) == "the" and word(start - 2) == "of" and word(start - 3) in BANKS:
        kind = "river"  # "the east bank of the Dnipro"
    elif word(start - 1) == "of" and _before(word(start - 2)):
        kind = word(start - 2)
    elif _before(word(start - 1)) and word(start - 1) not in {"area", "state", "region", "district"}:
        kind = word(start - 1)
    known = kinds().get(kind)
    begin, part = _part(word, start)
    if not part and taken < start and words[start - 1] + "ern" in part_adjectives():
        begin, part = start - 1, words[start - 1] + "ern"  # "north Belfast"
    return Spot(
        text=cut(begin, end), span=_span(parse, begin, end), name=name, kind=kind, part=part, tentative=tentative,
        levels=known.levels if known else (), sense=known.sense if known else "place",
    ), end  # fmt: skip


def _span(parse: Parse, start: int, end: int) -> tuple[int, int]:
    return parse.starts[start], parse.ends[end - 1]


def _before(word: str) -> bool:
    """Whether a word is one of kind that stands before names."""
    return word in kinds() and kinds()[word].before


def _kind_inside(words: Sequence[str], start: int, end: int) -> int:
    """Where the bare name ends if the name's last word is one of kind, else 0."""
    last = kinds().get(words[end - 1].lower())
    if end - start < 2 or last is None or not last.after:
        return 0
    inner = end - 1
    while inner > start + 1 and words[inner - 1].lower() in modifiers():
        inner -= 1
    return inner


def _kind_after(word: Callable[[int], str], end: int, stop: int) -> int:
    """Where the words of kind after a name end ("military airport"), 0 where there are none."""
    i = end
    while i < stop and word(i) in modifiers() and i - end < 2:
        i += 1
    found = kinds().get(word(i)) if i < stop else None
    if found is None and i < stop and word(i) == "base" and i > end:
        return i + 1
    if found is None or not found.after or (word(i + 1) == "of" and found.levels == ("town",)):
        return 0  # "the Donbas city of Bakhmut": the city is Bakhmut
    return i + 1


def _in_town(word: Callable[[int], str], start: int, end: int) -> bool:
    """Whether a building is called by its town ("a Kabul hotel", "the Guildford pub bombings")."""
    return word(start - 1) in {"a", "an"} or word(end).removesuffix("s") in DEEDS


def _is_compound(parse: Parse, words: Sequence[str], end: int) -> bool:
    """Whether a name is but the first half of an adjective ("US-backed", "Britain-based")."""
    if end + 1 >= len(words) or words[end] != "-" or not words[end + 1][:1].islower():
        return False
    return parse.ends[end - 1] == parse.starts[end] and parse.ends[end] == parse.starts[end + 1]


def _part(word: Callable[[int], str], start: int) -> tuple[int, str]:
    """Where the words for a part before a name begin ("north-eastern Syria"), and those words."""
    joined = word(start - 3) + "-" + word(start - 1)
    if word(start - 2) == "-" and joined in part_adjectives():
        return start - 3, joined
    if word(start - 1) in part_adjectives():
        return start - 1, word(start - 1)
    return _side(word, start - 2 if word(start - 1) == "the" else start - 1) or (start, "")


def _side(word: Callable[[int], str], of: int) -> tuple[int, str] | None:
    """A part told by a noun, whose "of" is given: "the north of Israel", not "to the north of Homs"."""
    if word(of) != "of":
        return None
    first = of - 3 if word(of - 2) == "-" else of - 1
    part = word(of - 3) + "-" + word(of - 1) if word(of - 2) == "-" else word(of - 1)
    if part + "ern" not in part_adjectives() or word(first - 1) != "the" or word(first - 2) == "to":
        return None
    return first - 1, part + "ern"
