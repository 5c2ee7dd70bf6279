"""What in and around some words speaks for or against their being a place's name.

Every question is answered from the tokens beside the words and the classes of the names they
are in; none looks at the map.
"""

from dataclasses import dataclass

from aftermath.model import Parse
from aftermath.resolve.gazetteer.entry import ABBREVIATION, DEMONYM, OWN, Entry
from aftermath.resolve.gazetteer.names import is_article
from aftermath.resolve.place.words import before_places, kinds, not_places, part_adjectives, titles

BIG = 100_000  # people in a town that needs no words around it to be taken for itself
PLACES = frozenset({"LOCATION", "FACILITY"})
WEAK = frozenset({"of", "on", "and", "to", "from", "against", "between", "over"})
"""Words after which a name is a place if the gazetteer knows it, but an unknown name as likely a person or a group."""
INNER = frozenset({"-", "–", "'", "’", "of", "de", "del", "la", "el", "al", "and", "sur", "on", "upon", "les"})


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

    def proper(self, start: int, end: int) -> bool:
        """Whether tokens are a proper noun; where the sentence was not parsed, its first word alone is doubtful."""
        if self.parse.pos[end - 1] != "X":
            return "PROPN" in self.parse.pos[start:end]
        return end - start > 1 or not self.begins(start)

    def leads(self, i: int) -> bool:
        """Whether the token before `i` is one after which even an unknown name is likely a place."""
        before = self.words[i - 1].lower() if i else ""
        return before in before_places() and before not in WEAK

    def begins(self, i: int) -> bool:
        """Whether a token opens its sentence, where its capital tells nothing."""
        return self.parse.sentences[self.parse.sentence_of[i]].start == i


def is_demonym(entries: tuple[Entry, ...]) -> bool:
    """Whether a name is a demonym, and of no town of note besides ("Briton", "Thai")."""
    others = [entry for entry in entries if entry.rank != DEMONYM]
    known = [entry for entry in others if entry.is_area or (entry.rank == OWN and entry.population >= BIG)]
    return len(others) < len(entries) and not known


ENGLISH = frozenset({"at", "as", "an", "us", "en", "et"})
"""Articles of Arabic names that are words as well, unless a hyphen binds them."""


def _is_article(text: Text, i: int) -> bool:
    """Whether a token is the article of a name: "at-Tamanah", but not "at Tikrit"."""
    word = text.words[i].lower()
    return is_article(word) and (word not in ENGLISH or text.words[i + 1 : i + 2] == ("-",))


def continues(text: Text, start: int, k: int) -> bool:
    """Whether token k can belong to the name that begins at `start`."""
    word = text.words[k]
    if (
        text.inside[k] not in {"", "MISC", text.inside[start], *PLACES}
        or text.parse.sentence_of[k] != text.parse.sentence_of[start]
    ):
        return False
    return word[:1].isupper() or word in {"-", "'", "’"} or _is_article(text, k)


def may_begin(text: Text, i: int) -> bool:
    """Whether a name of a place can begin here."""
    word = text.words[i]
    if not word[:1].isupper() and not _is_article(text, i):
        return False
    if word in {"The", "A", "An"} or text.inside[i] in {"DATE", "MONEY"}:
        return False
    return word[:1].isupper() or any(w[:1].isupper() for w in text.words[i + 1 : i + 3])


def may_end(text: Text, start: int, end: int) -> bool:
    """Whether the tokens can be one name: capitalised at the end, no break inside, all in or all out of a name."""
    last = text.words[end - 1]
    if not (last[:1].isupper() or (end - start > 1 and last[:1].isdigit())):
        return False
    for k in range(start + 1, end):
        word = text.words[k]
        if text.inside[k] != text.inside[start]:
            return False
        if not (word[:1].isupper() or word.lower() in INNER or _is_article(text, k)):
            return False
    return text.parse.sentence_of[start] == text.parse.sentence_of[end - 1]


def stands_alone(text: Text, start: int, end: int, entries: tuple[Entry, ...]) -> bool:
    """Whether the words speak for a place: its size, or what stands beside it, and no longer name around it."""
    before = text.words[start - 1] if start else ""
    after = text.words[end].lower() if end < len(text.words) else ""
    words = text.words[start:end]
    if text.words[start].isupper() and end - start == 1 and not text.proper(start, end):
        return False  # "A CAR BOMB" in a text all in capitals
    if all(entry.rank == ABBREVIATION for entry in entries):
        return before == ","
    if (after in kinds() and kinds()[after].after) or (
        before.lower() == "of" and start > 1 and text.words[start - 2].lower() in kinds()
    ):
        return True
    if not unopposed(text, start, end):
        return False
    located = before.lower() in before_places() or (before == "," and start > 1 and text.words[start - 2][:1].isupper())
    big = any(
        e.level in {"country", "region"} or (e.level == "province" and not e.rank) or e.population >= BIG
        for e in entries
    )
    return (located or big) and not (text.begins(start) and not big and len(words) == 1)


def unopposed(text: Text, start: int, end: int) -> bool:
    """Whether nothing speaks against a place: no commoner meaning, and no longer name around it."""
    if end - start == 1 and text.words[start] in not_places():
        return False
    if start and text.words[start - 1] in titles():
        return False
    return not (_goes_on(text, end) or (start and _goes_on(text, start - 1) and not text.begins(start - 1)))


STRIKES = frozenset("strike strikes airstrike airstrikes raid raids assault shelling offensive advance".split())
"""Nouns behind which "on" leads in a place."""
ROADS = frozenset("road highway route track".split())
"""Nouns behind which "to" does."""


def mistaken(text: Text, start: int, end: int) -> bool:
    """Whether a supposed person's name that the gazetteer knows stands where only a place would."""
    whole = all(text.inside[k] != "PERSON" for k in (start - 1, end) if 0 <= k < len(text.words))
    after = text.words[end].lower() if end < len(text.words) else ""
    before = text.words[start - 1].lower() if start else ""
    struck = before == "on" and start > 1 and text.words[start - 2].lower() in STRIKES
    struck = struck or (before == "to" and start > 1 and text.words[start - 2].lower() in ROADS)
    beside = (
        text.leads(start)
        or struck
        or (before == "and" and (end - start > 1 or _behind_place(text, start - 1)))
        or (after in kinds() and kinds()[after].after)
    )
    return whole and beside


def _behind_place(text: Text, i: int) -> bool:
    """Whether a place stands right before the "and" at `i` ("in Medellin, Cali, and Pereira")."""
    return any(k >= 0 and text.inside[k] in PLACES for k in (i - 1, i - 2 if text.words[i - 1] == "," else -1))


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
        and not (lower in kinds() or lower in part_adjectives() or lower in before_places())
    )
