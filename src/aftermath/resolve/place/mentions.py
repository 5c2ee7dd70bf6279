"""Find the words of a report that may name places.

Takes a parse and a gazetteer, gives spots in the order of the text. Names that the language
pipeline calls places are taken; so are names that the gazetteer knows, where the words
around them speak for it, and unknown names that stand where a place would ("in Khan
Sheikhun"), which are tentative. Words inside the names of people and organisations are not
taken, but for demonyms, which tell what country a report is about.
"""

import re
from collections.abc import Iterator

from aftermath.model import Name, Parse
from aftermath.resolve.gazetteer.entry import OWN
from aftermath.resolve.gazetteer.lookup import Gazetteer
from aftermath.resolve.gazetteer.names import normal
from aftermath.resolve.place.candidates import unmarked_possessive
from aftermath.resolve.place.evidence import (
    BIG,
    PLACES,
    Text,
    continues,
    is_demonym,
    may_begin,
    may_end,
    mistaken,
    stands_alone,
    unopposed,
)
from aftermath.resolve.place.spot import Spot
from aftermath.resolve.place.surroundings import Found, spot_of
from aftermath.resolve.place.words import agencies, before_places, kinds, never_places, not_places, part_adjectives

LONGEST = 7  # tokens of a name, hyphens included: "Jisr ash - Shughur", "Deir ez - Zor"

SAINT = re.compile(r"\b(St\.?|Saint|Saints|San|Santa|Mar)\s*$|^(St\.?|Saint|Saints|San|Santa|Mar)\s")
BUILDINGS = "church|cathedral|chapel|monastery|convent|hospital|clinic|school|college|seminary|basilica|parish"
BUILDING_OF = re.compile(rf"\b({BUILDINGS})\s+of\s+(the\s+)?$", re.IGNORECASE)
BUILDING_OWNED = re.compile(rf"['’]s\s+(\w+\s+)?({BUILDINGS})\b", re.IGNORECASE)
BUILDING_BEHIND = re.compile(rf"\s+(\w+\s+)?({BUILDINGS})\b", re.IGNORECASE)

BESIDE = frozenset({"near", "outside", "in"})
"""Prepositions behind which a name is a place's, even if the pipeline calls it a person's."""
BREAKS = frozenset({"'s", "’s", ",", "/", "|", ";", "("})
"""What parts two names that the pipeline took for one: "Omagh, Tyrone", "Kabul's Massoud Square"."""
APOSTROPHES = frozenset({"'", "’"})


CHARITY = re.compile(r"Save the Children\b")
"""Bodies whose name begins like a town's."""


def spots(parse: Parse, gazetteer: Gazetteer) -> list[Spot]:
    """Words that may name places, in the order of the text, none overlapping another."""
    text = _prepared(parse, gazetteer)
    out: list[Spot] = []
    i = last = 0
    while i < len(text.words):
        found = _named_place(text, i, gazetteer) or (
            (_known_place(text, i, gazetteer) or _unknown_place(text, i, listed=_is_listed(text, i, last, out)))
            if may_begin(text, i)
            else None
        )
        if found is None:
            i += 1
            continue
        spot, i = spot_of(parse, text.words, found, taken=last)
        last = i
        vague = spot.kind and spot.name in not_places() and not gazetteer.named(spot.text)  # "the Old City"
        named_otherwise = _is_agency(text, spot) or _is_saints(text, spot, gazetteer) or _is_charity(text, spot)
        if normal(spot.text) not in never_places() and not vague and not named_otherwise:
            out.append(spot)
    return out


def _is_listed(text: Text, i: int, last: int, before: list[Spot]) -> bool:
    """Whether a name is the next of several of one kind ("the villages of Kyi Su and Leik Chaw")."""
    joined = bool(before) and last == i - 1 and text.words[last] in {"and", ","}
    return joined and before[-1].kind.endswith("s") and before[-1].kind in kinds()


def _is_saints(text: Text, spot: Spot, gazetteer: Gazetteer) -> bool:
    """Whether a name is of the saint that a building is called by: "the church of Saint George", "St Mark's school"."""
    start, end = spot.span
    if spot.text.startswith(("'s ", "’s ")):
        return True  # what is left of "St. Mark's Cathedral"
    before, after = text.parse.text[max(0, start - 30) : start], text.parse.text[end : end + 20]
    if not (SAINT.match(spot.text) or SAINT.search(before)):
        return False
    if BUILDING_OF.search(SAINT.sub("", before)) or BUILDING_OWNED.match(after):
        return True
    known = any(entry.population >= BIG for entry in gazetteer.named(spot.text))  # "a Saint Petersburg hospital"
    return bool(BUILDING_BEHIND.match(after)) and not known


def _is_agency(text: Text, spot: Spot) -> bool:
    """Whether the words are an agency's initials, and not a place in a text all in capitals."""
    return spot.text in agencies() and not text.parse.text.isupper()


def _is_charity(text: Text, spot: Spot) -> bool:
    """Whether a town's name is the first word of a charity's ("Save the Children")."""
    return bool(CHARITY.match(text.parse.text, spot.span[0]))


def _prepared(parse: Parse, gazetteer: Gazetteer) -> Text:
    inside = [""] * len(parse)
    ends = {}
    called = {_words(parse, name) for name in parse.names if name.kind == "LOCATION"}
    people = {word for name in parse.names if name.kind == "PERSON" for word in _parts(_words(parse, name))}
    surnames = {_words(parse, name).split()[-1] for name in parse.names if name.kind == "PERSON"} & people
    for name in parse.names:
        kind, words = name.kind, _words(parse, name)
        if kind == "PERSON" and words in called and gazetteer.named(words):
            kind = "LOCATION"  # "in Kismayu" elsewhere in the report
        if kind == "PERSON" and words not in people and _is_country(words, gazetteer):
            kind = "LOCATION"  # "Chad said"
        if kind == "LOCATION" and words in surnames and not _is_noted(words, gazetteer):
            kind = "PERSON"  # "failed to overthrow Gbagbo"
        if kind == "ORGANIZATION" and (known := gazetteer.named(words)):
            # governments go by their country's or capital's name; of others the words around decide
            kind = "LOCATION" if any(e.level == "country" or e.feature == "PPLC" for e in known) else ""
        start = _bare(parse, name.start, name.end, gazetteer)
        end = _whole(parse, start, name.end, gazetteer) if kind in PLACES | {"NORP"} else name.end
        kind = "LOCATION" if end > name.end else kind
        if kind in PLACES and start < end:
            ends[start] = end
        for i in range(start, end):
            inside[i] = kind
    for start, end in _hyphenated(parse):
        classes = {inside[i] for i in range(start, end)}
        entries = gazetteer.named(parse.text[parse.starts[start] : parse.ends[end - 1]])
        whole = bool(entries) and "ORGANIZATION" not in classes
        if (whole or classes & PLACES) and not _within_name(parse, start, end):
            inside[start:end] = ["LOCATION"] * (end - start)
            ends = {a: b for a, b in ends.items() if not start < a < end} | {start: max(end, ends.get(start, end))}
    return Text(parse, tuple(token.text for token in parse.tokens()), tuple(inside), ends)


def _words(parse: Parse, name: Name) -> str:
    return parse.text[parse.starts[name.start] : parse.ends[name.end - 1]]


def _parts(name: str) -> list[str]:
    """The words of a name of several, none of a name of one."""
    words = name.split()
    return words if len(words) > 1 else []


def _is_country(words: str, gazetteer: Gazetteer) -> bool:
    """Whether words are a country's own name."""
    return any(entry.level == "country" and entry.rank == OWN for entry in gazetteer.named(words))


def _is_noted(words: str, gazetteer: Gazetteer) -> bool:
    """Whether an area or a great city has the name."""
    return any(entry.is_area or entry.population >= BIG for entry in gazetteer.named(words))


def _hyphenated(parse: Parse) -> Iterator[tuple[int, int]]:
    """Names of several words joined by hyphens: "Port-au-Prince", "Saint-Denis", "Ye-U"."""
    start = 0
    for hyphen in (token.i for token in parse.tokens() if token.text == "-"):
        if hyphen <= start:
            continue  # it stands in the name before
        start, end = hyphen - 1, hyphen
        while end + 1 < len(parse) and parse.starts[end] == parse.ends[end - 1] and parse[end].text == "-":
            if parse.starts[end + 1] != parse.ends[end]:
                break
            end += 2
        if end - start > 1 and parse[start].text[:1].isupper() and parse[end - 1].text[:1].isupper():
            yield start, end
        start = end


def _within_name(parse: Parse, start: int, end: int) -> bool:
    """Whether the words are part of one longer name or one name already ("Deir ez-Zor" of four tokens)."""
    return any(n.start <= start and end <= n.end for n in parse.names)


def _bare(parse: Parse, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a name begins behind article, part and kind ("north-eastern Syria", but not "Northern Ireland")."""
    described = (k + 1 for k in range(start + 1, end - 1) if parse[k].text == "of" and parse[k - 1].text in kinds())
    start = max(described, default=start)  # "southern Philippine city of Marawi"
    while start < end:
        word = parse[start].lower
        if word != "the" and gazetteer.named(parse.text[parse.starts[start] : parse.ends[end - 1]]):
            break
        joined = word + "-" + parse[start + 2].lower if start + 2 < end else ""
        if joined in part_adjectives():
            start += 3
        elif word == "the" or word in part_adjectives() or parse[start].text + "ern" in part_adjectives():
            start += 1
        else:
            break
    return start


def _whole(parse: Parse, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where a name ends that the pipeline broke off: "Central African" of the Republic, "Khan" of "Khan Younis"."""
    stop = end
    while stop < len(parse) and stop - start < LONGEST and parse[stop].text[:1].isupper():
        stop += 1
    for longer in range(stop, end, -1):
        known = gazetteer.named(parse.text[parse.starts[start] : parse.ends[longer - 1]])
        if any(entry.level == "country" or entry.population >= BIG for entry in known):
            return longer
    return end


def _named_place(text: Text, i: int, gazetteer: Gazetteer) -> Found | None:
    """A name that the pipeline calls a place and that begins here; of "Aden's Mualla Plaza", "Aden" first."""
    start, end = i, text.ends.get(i, i)
    if start == end and text.inside[i] not in PLACES:
        return None
    if start == end and (_follows_break(text, i) or _follows_owner(text, i, gazetteer)):
        end = next((k for k in range(i, len(text.words)) if text.inside[k] not in PLACES), len(text.words))
    while end > start and _hangs_over(text.words[end - 1]):
        end -= 1
    end = next((k for k in range(start + 1, end) if _is_break(text, k) or _is_held(text, k)), end)
    if (
        end - start > 1
        and not gazetteer.named(text.cut(start, end))
        and unmarked_possessive(text.words[start], gazetteer)
    ):
        end = start + 1  # "Syrias Aleppo"
    first = text.words[start] if start < end else ""
    if end - start == 1 and first.isupper() and first.lower() in before_places():
        return None  # "YONDO, IN NORTHEASTERN ANTIOQUIA"
    of_part = first.lower() in part_adjectives() or first + "ern" in part_adjectives()
    if start >= end or of_part or text.cut(start, end).islower():
        return None  # "the port city": a description, whatever the pipeline calls it
    entries = gazetteer.named(text.cut(start, end))
    if not entries and end - start > 1 and not gazetteer.sounding(text.cut(start, end)):
        end = _run_together(text, start, end, gazetteer)
    return start, end, is_demonym(entries), False


def _is_at(text: Text, i: int, end: int) -> bool:
    """Whether a name behind "at" is where people are ("120 villagers at Chenna Teklehaymanot"), and nobody aimed at."""
    people = i > 1 and "Number=Plur" in text.parse[i - 2].feats and text.parse.pos[i - 2] == "NOUN" and end - i > 1
    return _in_a_place(text, end) or (people and text.words[end : end + 1] not in (("'s",), ("’s",)))


def _in_a_place(text: Text, end: int) -> bool:
    """Whether a name is said to lie in a place ("at Omar Jillo in Mandera County")."""
    behind = end + 1 < len(text.words) and text.words[end] in {"in", ","}
    return behind and text.inside[end + 1] in PLACES


def _hangs_over(word: str) -> bool:
    """Whether a name that the pipeline ends with this word goes too far: "Natogyi Township of", "Homs -"."""
    return word in {"of", "in", "and", "the"} or not (word[:1].isalnum() or word == ".")


def _is_break(text: Text, k: int) -> bool:
    """Whether a token parts two names, be it a mark of possession that a page set apart ("West Bengal’ s Bankura")."""
    if text.words[k] in BREAKS:
        return True
    mark = text.words[k : k + 2] if text.words[k] in APOSTROPHES else text.words[k - 1 : k + 1]
    return mark in {(a, "s") for a in APOSTROPHES}


def _follows_break(text: Text, i: int) -> bool:
    """Whether a token begins a further name within what the pipeline took for one."""
    before = text.words[i - 1].lower() if i else ""
    parted = i > 0 and _is_break(text, i - 1) and not _is_break(text, i)
    parted = parted or before in part_adjectives() or before + "ern" in part_adjectives()
    return parted or (i > 1 and _is_held(text, i - 1))


def _is_held(text: Text, k: int) -> bool:
    """Whether a token is the "of" behind which the area follows in which a place lies ("Natogyi Township of X")."""
    kind = kinds().get(text.words[k - 1].lower()) if text.words[k] == "of" else None
    return kind is not None and kind.after and text.inside[k] in PLACES


def _follows_owner(text: Text, i: int, gazetteer: Gazetteer) -> bool:
    """Whether the word before is a country's or city's possessive that lacks its apostrophe."""
    return i > 0 and text.inside[i - 1] in PLACES and bool(unmarked_possessive(text.words[i - 1], gazetteer))


def _run_together(text: Text, start: int, end: int, gazetteer: Gazetteer) -> int:
    """Where the first of several names that lack their comma ends ("Damascus Aleppo"); `end` where they are one."""
    for cut in range(end - 1, start, -1):
        names = text.cut(start, cut), text.cut(cut, end)
        parts = [gazetteer.named(name) or unmarked_possessive(name, gazetteer) for name in names]
        if all(any(entry.population >= BIG or entry.level == "country" for entry in part) for part in parts):
            return cut
    return end


def _known_place(text: Text, i: int, gazetteer: Gazetteer) -> Found | None:
    """The longest name beginning here that the gazetteer knows and the words around it do not gainsay."""
    for end in range(min(i + LONGEST, len(text.words)), i, -1):
        if not may_end(text, i, end):
            continue
        entries = gazetteer.named(text.cut(i, end))
        if not entries or (_is_nation(text, i, end) and not is_demonym(entries)):
            continue
        if is_demonym(entries):
            return i, end, True, False
        if text.inside[i] in {"", "MISC", "NORP", *PLACES} and stands_alone(text, i, end, entries):
            return i, end, False, False
        if not text.proper(i, end):
            continue
        if text.inside[i] in {"", "MISC"} and unopposed(text, i, end):
            return i, end, False, True
        if text.inside[i] == "PERSON" and mistaken(text, i, end):
            return i, end, False, False
    return None


def _is_nation(text: Text, i: int, end: int) -> bool:
    """Whether the words are of a people, though a town bears their name: "a Chechen warlord", "a Canadian"."""
    return text.inside[i] == "NORP" and text.parse.pos[end - 1] != "PROPN"


def _unknown_place(text: Text, i: int, *, listed: bool) -> Found | None:
    """A capitalised name unknown to all that stands where a place would: after "in", or beside a word of kind."""
    before = text.words[i - 1].lower() if i else ""
    if text.inside[i] not in {"", "MISC", "PERSON", "PRODUCT", *PLACES} or text.words[i] in not_places():
        return None
    if i and text.words[i - 1][:1].isupper() and not text.begins(i - 1):
        return None
    end = i
    while end < len(text.words) and end - i < LONGEST and continues(text, i, end):
        end += 1
    while end > i and not text.words[end - 1][:1].isupper():
        end -= 1
    if end == i or (end - i == 1 and text.words[i].isupper()):
        return None  # an acronym stands where people and groups do, too
    after = text.words[end].lower() if end < len(text.words) else ""
    of_kind = (after in kinds() and kinds()[after].after) or (
        before == "of" and i > 1 and text.words[i - 2].lower() in kinds()
    )
    if not text.proper(i, end):
        return None
    if listed or (text.inside[i] == "PERSON" and (before in BESIDE or (before == "at" and _is_at(text, i, end)))):
        return i, end, False, False  # "an ambush near Khor Abeche"
    if (of_kind and not text.begins(i)) or (text.leads(i) and not text.begins(i) and text.inside[i] != "PERSON"):
        return i, end, False, True
    return None
