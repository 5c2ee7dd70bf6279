"""How many were harmed where and when, in one list: "killed six people in Homs, four in Hama and two in Deraa".

Takes the word of a toll, gives the numbers behind it that stand with a place or a time of their own ("40 people this
year, 12 of them last week"). Each is an account of its own, told by the same word; which word of harm they belong to
is decided in `harm`.
"""

from collections.abc import Iterator

from aftermath.extract.events.breakdown import Part
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.model import PlaceMention, TimeMention, Token

BEFORE = frozenset({",", "and", ":", ";", "(", "-", "–", "—"})
"""What parts a number from the one before it in a list."""
WITHIN = frozenset({"in", "at", "near", "outside"})
ONE_MORE = "another"
BARE = frozenset({"more", "other", "others", "people", "person", "persons"})
OPENING = BEFORE | {"including", "with", "another"}
"""What parts a number with a time of its own from the whole."""
COUNTED = frozenset(
    "of them whom these those people more other others civilians in during on over within since for".split()
)
"""Words between such a number and its time."""
TIME_REACH = 6
"""Tokens from the number to its time."""
PLACE_REACH = 4
"""Tokens from the preposition to the name of the place."""
DEED_REACH = 5
"""Tokens from the preposition to the noun of another event ("11 more in a drone strike on two cars in Ubari")."""
WHERE_REACH = 8
"""Tokens from such a noun to the name of its place."""


def by_place(scene: Scene, told: Token) -> Iterator[Part]:
    """The numbers behind a word of harm that each have a place."""
    parse = scene.parse
    for i in range(told.i + 1, told.sent.end):
        if parse.pos[i] in {"VERB", "AUX"} or parse[i].text == ")":
            return
        one = parse.lower_of(i) == ONE_MORE and i + 1 < told.sent.end and parse.lower_of(i + 1) in WITHIN
        person = _one_person(scene, i)
        if person is None and not one and (i not in scene.quantities or parse.pos[i] != "NUM"):
            continue
        first = i if one or person else max(told.i, scene.number_start(i))
        head = person or _counted(scene, i)
        if head is None or parse.lower_of(first - 1) not in BEFORE or not _stands_in_place(scene, head.i + 1):
            continue
        before = (scene.places[k] for k in range(told.i, first) if k in scene.places)
        if parse[first - 1].text != ":" and all(m.adjectival for m in before):
            continue  # "killed a journalist and two guards in Homs"
        yield Part(person or parse[i], head, first, head.i + 1)


def by_time(scene: Scene, told: Token) -> Iterator[Part]:
    """The numbers behind a word of harm that each have a time, where the whole has one of its own."""
    parse = scene.parse
    for i in range(told.i + 1, told.sent.end):
        if i not in scene.quantities or parse.pos[i] != "NUM" or i in scene.times:
            continue
        first = max(told.i, scene.number_start(i))
        if parse.lower_of(first - 1) not in OPENING or (own := time_behind(scene, parse[i])) is None:
            continue
        before = (scene.times[k] for k in range(told.sent.start, first) if k in scene.times)
        if any(m is not own and m.time.start is not None for m in before):
            yield Part(parse[i], parse[i], first, i + 1)


def time_behind(scene: Scene, number: Token) -> TimeMention | None:
    """The time that is named right behind a number and what it counts, with no verb behind it ("12 of them in May")."""
    parse, end = scene.parse, number.sent.end
    for k in range(number.i + 1, min(end, number.i + TIME_REACH)):
        mention = scene.times.get(k)
        if mention is None and parse.lower_of(k) in COUNTED:
            continue
        if mention is None or mention.time.start is None:
            return None
        last = max(i for i, m in scene.times.items() if m is mention)
        goes_on = last + 1 < end and parse.pos[last + 1] in {"VERB", "AUX", "NOUN"}
        return None if goes_on else mention
    return None


def _one_person(scene: Scene, i: int) -> Token | None:
    """The one person whom an article leads in right before "in": "three soldiers in Homs and a shepherd near Hama"."""
    if scene.parse.lower_of(i) not in {"a", "an"} or i + 2 >= scene.parse[i].sent.end:
        return None
    noun = scene.parse[i + 1]
    return noun if scene.is_people(noun) and scene.parse.lower_of(i + 2) in WITHIN else None


def _counted(scene: Scene, i: int) -> Token | None:
    """The last word of a number of people before "in": the number itself, "others", "policemen"."""
    last = scene.parse[i]
    while last.i + 1 < last.sent.end and last.parse[last.i + 1].lower not in WITHIN:
        last = scene.parse[last.i + 1]
        if last.i - i > 2 or not (last.lower in BARE or scene.is_people(last)):
            return None
    return last if last.i + 1 < last.sent.end else None


def _stands_in_place(scene: Scene, i: int) -> bool:
    """Whether a place is named behind the preposition, and no verb goes on from it ("and 8 in Chin were hurt")."""
    deed = deed_behind(scene.parse[i])
    place = place_behind(scene, scene.parse[i]) if deed is None else _place_of(scene, deed)
    if place is None:
        return False
    last = max(k for k, mention in scene.places.items() if mention is place)
    return last + 1 >= scene.parse[i].sent.end or scene.parse.pos[last + 1] not in {"VERB", "AUX"}


def deed_behind(before: Token) -> Token | None:
    """The noun of an event of their own in which people were harmed ("and 11 more in a strike on two cars")."""
    parse, end = before.parse, min(before.sent.end, before.i + DEED_REACH)
    case = next((i for i in range(before.i, end) if parse.lower_of(i) in WITHIN), end)
    noun = next((parse[i] for i in range(case + 1, end) if parse.pos[i] == "NOUN" and _ends_phrase(parse[i])), None)
    told = noun is not None and any(row["pos"] == "N" for row in table("triggers").at(noun))
    return noun if told else None


def _ends_phrase(noun: Token) -> bool:
    """Whether a noun is no part of the one behind it ("drone" in "a drone strike")."""
    return noun.i + 1 >= noun.sent.end or noun.parse.pos[noun.i + 1] not in {"NOUN", "PROPN"}


def _place_of(scene: Scene, deed: Token) -> PlaceMention | None:
    """The place named behind the noun of an event."""
    behind = range(deed.i + 1, min(deed.sent.end, deed.i + WHERE_REACH))
    told = (scene.places[k] for k in behind if k in scene.places)
    return next((m for m in told if not m.adjectival), None)


def place_behind(scene: Scene, number: Token) -> PlaceMention | None:
    """The place that is named right behind a number or its preposition."""
    behind = range(number.i, min(number.sent.end, number.i + 3 + PLACE_REACH))
    told = (scene.places[k] for k in behind if k in scene.places)
    return next((m for m in told if not m.adjectival), None)
