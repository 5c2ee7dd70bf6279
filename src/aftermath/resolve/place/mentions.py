"""Find the words of a report that may name places.

Takes a parse and a gazetteer, gives spots in the order of the text. Names that the language
pipeline calls places are taken; so are names that the gazetteer knows, where the words
around them speak for it, and unknown names that stand where a place would ("in Khan
Sheikhun"), which are tentative. Words inside the names of people and organisations are not
taken, but for demonyms, which tell what country a report is about.
"""

from dataclasses import dataclass

from aftermath.model import Parse
from aftermath.resolve.gazetteer.entry import ABBREVIATION, DEMONYM, Entry
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.gazetteer.names import is_article, normal
from aftermath.resolve.place.spot import Spot
from aftermath.resolve.place.surroundings import spot_of
from aftermath.resolve.place.words import kinds, never_places, not_places, part_adjectives

LONGEST = 7  # tokens of a name, hyphens included: "Jisr ash - Shughur", "Deir ez - Zor"
BIG = 100_000  # people in a town that needs no words around it to be taken for itself
PLACES = frozenset({"LOCATION", "FACILITY"})
PREPOSITIONS = frozenset(
    "in near at from to into toward towards around outside across inside between of over on off through via beyond "
    "against within and".split()
)
LOCATIVE = frozenset("in near at outside around inside from to".split())
INNER = frozenset({"-", "–", "'", "’", "of", "de", "del", "la", "el", "al", "and", "sur", "on", "upon", "les"})
Found = tuple[int, int, bool, bool]
"""Tokens from and up to, whether a demonym, whether tentative."""


@dataclass(frozen=True, slots=True)
class Text:
    """A parse with what the search asks of it often: each token's words and the class of the name it is in."""

    parse: Parse
    words: tuple[str, ...]
    inside: tuple[str, ...]
    ends: dict[int, int]

    def cut(self, start: int, end: int) -> str:
        """The words of tokens `start` up to `end`, as printed."""
        return self.parse.text[self.parse.starts[start] : self.parse.ends[end - 1]]

    def begins(self, i: int) -> bool:
        """Whether a token opens its sentence, where its capital tells nothing."""
        return self.parse.sentences[self.parse.sentence_of[i]].start == i


def spots(parse: Parse, gazetteer: Gazetteer) -> list[Spot]:
    """Words that may name places, in the order of the text, none overlapping another."""
    text = _prepared(parse, gazetteer)
    out: list[Spot] = []
    i = last = 0
    while i < len(text.words):
        found = _named_place(text, i, gazetteer) or _known_place(text, i, gazetteer) or _unknown_place(text, i)
        if found is None:
            i += 1
            continue
        spot, i = spot_of(parse, text.words, found, taken=last)
        last = i
        if normal(spot.text) not in never_places():
            out.append(spot)
    return out


def _prepared(parse: Parse, gazetteer: Gazetteer) -> Text:
    inside = [""] * len(parse)
    ends = {}
    for name in parse.names:
        kind = name.kind
        words = parse.text[parse.starts[name.start] : parse.ends[name.end - 1]]
        if kind == "ORGANIZATION" and any(e.level == "country" or e.feature == "PPLC" for e in gazetteer.named(words)):
            kind = "LOCATION"  # governments go by their country's or capital's name
        if kind in PLACES:
            ends[name.start] = name.end
        for i in range(name.start, name.end):
            inside[i] = kind
    words_ = tuple(parse.text[a:b] for a, b in zip(parse.starts, parse.ends, strict=True))
    return Text(parse, words_, tuple(inside), ends)


def _named_place(text: Text, i: int, gazetteer: Gazetteer) -> Found | None:
    """A name that the pipeline calls a place and that begins here; of "Aden's Mualla Plaza", "Aden" first."""
    start, end = i, text.ends.get(i, i)
    if start == end and text.inside[i] in PLACES and text.words[i - 1] in {"'s", "’s"}:
        end = next((k for k in range(i, len(text.words)) if text.inside[k] not in PLACES), len(text.words))
    while start < end and (text.words[start].lower() == "the" or text.words[start].lower() in part_adjectives()):
        start += 1
    while end > start and not text.words[end - 1][:1].isalnum() and text.words[end - 1] != ".":
        end -= 1
    end = next((k for k in range(start + 1, end) if text.words[k] in {"'s", "’s", ",", "/", "|", ";", "("}), end)
    if start >= end or start != i or text.cut(start, end).islower():
        return None  # "the port city": a description, whatever the pipeline calls it
    entries = gazetteer.named(text.cut(start, end))
    if not entries and end - start > 1 and not gazetteer.sounding(text.cut(start, end)):
        end = _run_together(text, start, end, gazetteer)
    return start, end, _is_demonym(entries), False


def _run_together(text: Text, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where the first of several names ends that stand without a comma ("Damascus Aleppo"); `end` where they are one."""
    for cut in range(end - 1, start, -1):
        parts = gazetteer.named(text.cut(start, cut)), gazetteer.named(text.cut(cut, end))
        if all(any(entry.population >= BIG or entry.level == "country" for entry in part) for part in parts):
            return cut
    return end


def _is_demonym(entries: tuple[Entry, ...]) -> bool:
    """Whether a name is a demonym, and of no town of note besides ("Briton")."""
    others = [entry for entry in entries if entry.rank != DEMONYM]
    return len(others) < len(entries) and all(entry.level == "town" and entry.population < BIG for entry in others)


def _known_place(text: Text, i: int, gazetteer: Gazetteer) -> Found | None:
    """The longest name beginning here that the gazetteer knows and the words around it do not gainsay."""
    if not _may_begin(text, i):
        return None
    for end in range(min(i + LONGEST, len(text.words)), i, -1):
        if not _may_end(text, i, end):
            continue
        entries = gazetteer.named(text.cut(i, end))
        if not entries:
            continue
        if _is_demonym(entries):
            return i, end, True, False
        if text.inside[i] in {"", "MISC", "NORP", *PLACES} and _stands_alone(text, i, end, entries):
            return i, end, False, False
        if text.inside[i] in {"", "MISC"} and _unopposed(text, i, end):
            return i, end, False, True
        if text.inside[i] == "PERSON" and _mistaken(text, i, end):
            return i, end, False, False
    return None


def _unknown_place(text: Text, i: int) -> Found | None:
    """A capitalised name unknown to all that stands where a place would: after "in", or beside a word of kind."""
    before = text.words[i - 1].lower() if i else ""
    if (
        not _may_begin(text, i)
        or text.inside[i] not in {"", "MISC", "PERSON", *PLACES}
        or text.words[i] in not_places()
    ):
        return None
    if i and text.words[i - 1][:1].isupper() and not text.begins(i - 1):
        return None
    end = i
    while end < len(text.words) and end - i < LONGEST and _continues(text, i, end):
        end += 1
    while end > i and not text.words[end - 1][:1].isupper():
        end -= 1
    if end == i or (end - i == 1 and text.words[i].isupper()):
        return None  # an acronym stands where people and groups do, too
    after = text.words[end].lower() if end < len(text.words) else ""
    of_kind = (after in kinds() and kinds()[after].after) or (
        before == "of" and i > 1 and text.words[i - 2].lower() in kinds()
    )
    if (of_kind and not text.begins(i)) or (before in LOCATIVE and not text.begins(i) and text.inside[i] != "PERSON"):
        return i, end, False, True
    return None


def _continues(text: Text, start: int, k: int) -> bool:
    """Whether token k can belong to the name that begins at `start`."""
    word = text.words[k]
    if (
        text.inside[k] not in {"", "MISC", text.inside[start], *PLACES}
        or text.parse.sentence_of[k] != text.parse.sentence_of[start]
    ):
        return False
    return word[:1].isupper() or word in {"-", "'", "’"} or is_article(word.lower())


def _may_begin(text: Text, i: int) -> bool:
    word = text.words[i]
    if word in {"The", "A", "An"} or text.inside[i] in {"DATE", "MONEY"}:
        return False
    if word[:1].isupper():
        return True
    after = text.words[i + 1 : i + 3]
    return is_article(word.lower()) and any(w[:1].isupper() for w in after)


def _may_end(text: Text, start: int, end: int) -> bool:
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


def _stands_alone(text: Text, start: int, end: int, entries: tuple[Entry, ...]) -> bool:
    """Whether the words speak for a place: its size, or what stands beside it, and no longer name around it."""
    before = text.words[start - 1] if start else ""
    after = text.words[end].lower() if end < len(text.words) else ""
    words = text.words[start:end]
    if all(entry.rank == ABBREVIATION for entry in entries):
        return before == ","
    if (after in kinds() and kinds()[after].after) or (
        before.lower() == "of" and start > 1 and text.words[start - 2].lower() in kinds()
    ):
        return True
    if not _unopposed(text, start, end):
        return False
    located = before.lower() in PREPOSITIONS or (before == "," and start > 1 and text.words[start - 2][:1].isupper())
    big = any(
        e.level in {"country", "region"} or (e.level == "province" and not e.rank) or e.population >= BIG
        for e in entries
    )
    return (located or big) and not (text.begins(start) and not big and len(words) == 1)


def _unopposed(text: Text, start: int, end: int) -> bool:
    """Whether nothing speaks against a place: no commoner meaning, and no longer name around it."""
    if end - start == 1 and text.words[start] in not_places():
        return False
    return not (_goes_on(text, end) or (start and _goes_on(text, start - 1) and not text.begins(start - 1)))


def _mistaken(text: Text, start: int, end: int) -> bool:
    """Whether what the pipeline calls a person's name is a known place's, whole, after "in" or before a word of kind."""
    whole = all(text.inside[k] != "PERSON" for k in (start - 1, end) if 0 <= k < len(text.words))
    after = text.words[end].lower() if end < len(text.words) else ""
    before = text.words[start - 1].lower() if start else ""
    beside = before in LOCATIVE or (before == "and" and end - start > 1) or (after in kinds() and kinds()[after].after)
    return whole and beside


def _goes_on(text: Text, i: int) -> bool:
    """Whether the token at `i`, beside a name, belongs to a longer one ("Jordan Smith", "Jisr al Shughour")."""
    if i >= len(text.words):
        return False
    word, lower = text.words[i], text.words[i].lower()
    if is_article(lower) and i + 1 < len(text.words) and text.words[i + 1][:1].isupper():
        return True
    return (
        word[:1].isupper()
        and len(word) > 1
        and not (lower in kinds() or lower in part_adjectives() or lower in PREPOSITIONS)
    )
