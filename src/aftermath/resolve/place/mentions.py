"""Find the words of a report that may name places.

Takes a parse and a gazetteer, gives spots in the order of the text. Names that the language
pipeline calls places are taken; so are names that the gazetteer knows, where the words
around them speak for it. Words inside the names of people and organisations are not, but
for demonyms, which tell what country a report is about.
"""

from dataclasses import dataclass

from aftermath.model import Parse
from aftermath.resolve.gazetteer.entry import ABBREVIATION, DEMONYM, Entry
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.gazetteer.names import is_article
from aftermath.resolve.place.spot import Spot
from aftermath.resolve.place.words import kinds, not_places, part_adjectives

LONGEST = 7  # tokens of a name, hyphens included: "Jisr ash - Shughur", "Deir ez - Zor"
BIG = 100_000  # people in a town that needs no words around it to be taken for itself
PLACES = frozenset({"LOCATION", "FACILITY"})
PREPOSITIONS = frozenset(
    "in near at from to into toward towards around outside across inside between of over on off through via beyond "
    "against within and".split()
)
INNER = frozenset({"-", "–", "'", "’", "of", "de", "del", "la", "el", "al", "and", "sur", "on", "upon", "les"})


@dataclass(frozen=True, slots=True)
class _Text:
    """A parse with what the search asks of it often: each token's words and the class of the name it is in."""

    parse: Parse
    words: tuple[str, ...]
    inside: tuple[str, ...]

    def cut(self, start: int, end: int) -> str:
        return self.parse.text[self.parse.starts[start] : self.parse.ends[end - 1]]


def spots(parse: Parse, gazetteer: Gazetteer) -> list[Spot]:
    """Words that may name places, in the order of the text, none overlapping another."""
    text = _prepared(parse, gazetteer)
    out: list[Spot] = []
    i = 0
    while i < len(text.words):
        found = _named_place(text, i) or _known_place(text, i, gazetteer)
        if found is None:
            i += 1
            continue
        start, end, adjectival = found
        spot, end = _with_kind(text, start, end, adjectival)
        out.append(spot)
        i = end
    return out


def _prepared(parse: Parse, gazetteer: Gazetteer) -> _Text:
    inside = [""] * len(parse)
    for name in parse.names:
        kind = name.kind
        words = parse.text[parse.starts[name.start] : parse.ends[name.end - 1]]
        if kind == "ORGANIZATION" and any(e.level in {"country", "province"} or e.feature == "PPLC" for e in gazetteer.named(words)):
            kind = "LOCATION"  # governments go by their country's or capital's name
        for i in range(name.start, name.end):
            inside[i] = kind
    words = tuple(parse.text[a:b] for a, b in zip(parse.starts, parse.ends, strict=True))
    return _Text(parse, words, tuple(inside))


def _named_place(text: _Text, i: int) -> tuple[int, int, bool] | None:
    """A name that the pipeline calls a place and that begins here, with the article before it."""
    for name in text.parse.names:
        if name.start == i and text.inside[i] in PLACES:
            start, end = name.start, name.end
            while start < end and (text.words[start].lower() == "the" or text.words[start].lower() in part_adjectives()):
                start += 1
            while end > start and not text.words[end - 1][:1].isalnum() and text.words[end - 1] != ".":
                end -= 1
            return (start, end, False) if start < end else None
    return None


def _known_place(text: _Text, i: int, gazetteer: Gazetteer) -> tuple[int, int, bool] | None:
    """The longest name beginning here that the gazetteer knows and the words around it do not gainsay."""
    if not _may_begin(text, i):
        return None
    for end in range(min(i + LONGEST, len(text.words)), i, -1):
        if not _may_end(text, i, end):
            continue
        entries = gazetteer.named(text.cut(i, end))
        if not entries:
            continue
        demonym = all(entry.rank == DEMONYM for entry in entries)
        if text.inside[i] in {"", "NORP", "MISC"} and not demonym and not _stands_alone(text, i, end, entries):
            continue
        if demonym or text.inside[i] in {"", "MISC"}:
            return i, end, demonym
    return None


def _may_begin(text: _Text, i: int) -> bool:
    word = text.words[i]
    if text.inside[i] in PLACES or word == "The":
        return False  # the rest of a name already taken, or no part of any
    if word[:1].isupper():
        return True
    after = text.words[i + 1 : i + 3]
    return is_article(word.lower()) and any(w[:1].isupper() for w in after)


def _may_end(text: _Text, start: int, end: int) -> bool:
    """Whether the tokens can be one name: capitalised at the end, no break inside, all in or all out of a name."""
    last = text.words[end - 1]
    if not (last[:1].isupper() or (end - start > 1 and last[:1].isdigit())):
        return False
    for k in range(start + 1, end):
        word = text.words[k]
        if text.inside[k] != text.inside[start]:
            return False
        if not (word[:1].isupper() or word.lower() in INNER or is_article(word.lower())):
            return False
    return text.parse.sentence_of[start] == text.parse.sentence_of[end - 1]


def _stands_alone(text: _Text, start: int, end: int, entries: tuple[Entry, ...]) -> bool:
    """Whether the words speak for a place: its size, a preposition or a word of kind beside it, and no longer name around it."""
    before = text.words[start - 1] if start else ""
    after = text.words[end] if end < len(text.words) else ""
    words = text.words[start:end]
    kind_beside = after.lower() in kinds() or (before.lower() == "of" and start > 1 and text.words[start - 2].lower() in kinds())
    if kind_beside:
        return True
    first_of_sentence = text.parse.sentences[text.parse.sentence_of[start]].start == start if text.parse.sentences else not start
    if any(entry.rank == ABBREVIATION for entry in entries) and all(entry.rank == ABBREVIATION for entry in entries):
        return before == "," and words[-1][:1].isupper()
    if len(words) == 1 and words[0] in not_places():
        return False
    if _goes_on(text, end) or (start and _goes_on(text, start - 1) and not _begins(text, start - 1)):
        return False
    located = before.lower() in PREPOSITIONS or (before == "," and start > 1 and text.words[start - 2][:1].isupper())
    big = any(e.level in {"country", "region"} or (e.level == "province" and not e.rank) or e.population >= BIG for e in entries)
    return (located or big) and not (first_of_sentence and not big and len(words) == 1)


def _goes_on(text: _Text, i: int) -> bool:
    """Whether the token at `i`, beside a name, belongs to a longer one ("Jordan Smith", "Jisr al Shughour")."""
    if i >= len(text.words):
        return False
    word, lower = text.words[i], text.words[i].lower()
    if is_article(lower) and i + 1 < len(text.words) and text.words[i + 1][:1].isupper():
        return True
    return word[:1].isupper() and len(word) > 1 and not (lower in kinds() or lower in part_adjectives() or lower in PREPOSITIONS)


def _begins(text: _Text, i: int) -> bool:
    """Whether a token opens its sentence, where its capital tells nothing."""
    return bool(text.parse.sentences) and text.parse.sentences[text.parse.sentence_of[i]].start == i


def _with_kind(text: _Text, start: int, end: int, adjectival: bool) -> tuple[Spot, int]:
    """The spot of tokens, drawn out over a word of kind after it, or told by one before it."""
    parse, name = text.parse, text.cut(start, end)
    words = [w.lower() for w in text.words]
    levels: tuple[str, ...] = ()
    kind = ""
    if not adjectival:
        last = kinds().get(words[end - 1])
        if last and last.after and end - start > 1:  # the name itself holds the word: "Gaza City"
            kind, levels, name = words[end - 1], last.levels, text.cut(start, end - 1)
        elif end < len(words) and (after := kinds().get(words[end])) and after.after and parse.sentence_of[end] == parse.sentence_of[start]:
            kind, levels, end = words[end], after.levels, end + 1
        elif start > 1 and words[start - 1] == "of" and (before := kinds().get(words[start - 2])) and before.before:
            kind, levels = words[start - 2], before.levels
        elif start and (before := kinds().get(words[start - 1])) and before.before and words[start - 1] not in {"area", "state"}:
            kind, levels = words[start - 1], before.levels
    span = (parse.starts[start], parse.ends[end - 1])
    whole = parse.text[span[0] : span[1]]
    return Spot(text=whole, span=span, name=name, levels=levels, adjectival=adjectival, kind=kind), end


