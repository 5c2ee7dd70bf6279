"""Places told side by side: which of those near an event are its.

Takes mentions, the nearest first, and gives the nearest with what is listed beside it; a finer
place beside a province or country goes first.
"""

import re
from collections.abc import Iterator

from aftermath.extract.layout.anaphora import NATIONWIDE
from aftermath.extract.layout.scene import Scene
from aftermath.extract.where_when.fineness import COARSE, lies_in, rank
from aftermath.model import PlaceMention, Token

LONGEST = 48
"""Characters between two places listed, at most."""
LISTING = re.compile(
    r"(, \w+ of \w+)?\s*(,|,?\s*and|,?\s*or)\s+((in|at|near|on)\s+)?(the\s+\w+['’]s\s+)?"
    r"((the\s+)?(\w+ern\s+|central\s+)?(towns?|cit(y|ies)|villages?|provinces?|districts?|neighbou?rhoods?|suburbs?|ports?"
    r"|areas?|camps?)\s+(of\s+)?)?"
)
HOLDING = re.compile(r"(?P<words>, in (?:the )?|, )(?:\w+ern |central |the )*")
"""What stands between a place and the area in which it lies."""
AREAS = (" township", " county", " district", " state", " province", " department", " region", " governorate")
LOOSE = frozenset({"area", "zone", "region", "territory"})
"""Nouns for a place whose name the same sentence has."""
APART = frozenset({"relative", "province"})
"""Precisions of areas beside which a finer place is meant in the same clause only."""


def meant(scene: Scene, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The nearest place and what is coordinated with it; a finer place beside a province or country goes first."""
    mentions = [m for m in mentions if not any(_holds(scene, m, other) for other in mentions)]
    if not mentions:
        return []
    fine = [m for m in mentions if rank(m) < COARSE]
    first = mentions[0]
    whole = [m for m in mentions if _all_over(scene, m) and m.span <= first.span]
    if whole:
        return whole[:1]
    finer = [m for m in fine if first.place.precision not in APART or _in_one_clause(scene, first, m)]
    if rank(first) >= COARSE and finer:
        first = finer[0]
    first = _by_its_name(first, mentions)
    behind = [m for m in fine if m is not first and not coordinated(scene, first, m)]
    if _opens(scene, first) and _is_seat(scene, first):
        behind = [m for m in mentions if m is not first]  # "In Moscow, the ministry denied having hit Chechnya"
    if _opens(scene, first) and behind:
        first = behind[0]  # "In Damascus, shells fell on Bab Touma"
    listed = [first]
    for mention in sorted(mentions, key=lambda m: m.span):
        if (
            mention not in listed
            and not lies_in(first, mention)
            and not (rank(mention) >= COARSE and _opens(scene, mention))
            and any(coordinated(scene, m, mention) or _beside(scene, m, mention) for m in listed)
        ):
            listed.append(mention)
    return listed


def _holds(scene: Scene, area: PlaceMention, place: PlaceMention) -> bool:
    """Whether an area only says where the place named right before it lies ("Kyi Su, in Kanbalu township")."""
    between = HOLDING.fullmatch(scene.parse.text[place.span[1] : area.span[0]])
    if between is None or place.adjectival or rank(place) >= COARSE:
        return False
    here = place.place
    if between["words"] != ", " or (here.lat is not None and (here.lat, here.lon) == (area.place.lat, area.place.lon)):
        return True
    wide = rank(area) >= COARSE or area.text.lower().endswith(AREAS)
    return wide and (here.lat is None or lies_in(place, area))


def _all_over(scene: Scene, mention: PlaceMention) -> bool:
    """Whether an area is meant in its whole ("across Yemen"), whatever finer place stands beside it."""
    if mention.text.lower() in NATIONWIDE:
        return True
    before = scene.parse.text[max(0, mention.span[0] - 24) : mention.span[0]].lower()
    return rank(mention) >= COARSE and before.removesuffix("the ").endswith(("across ", "throughout ", "all over "))


def _by_its_name(first: PlaceMention, mentions: list[PlaceMention]) -> PlaceMention:
    """The name that stands before "the area" in its sentence ("shelled the hills of Kachin, at rebels in the area")."""
    if first.text.removeprefix("the ") not in LOOSE:
        return first
    named = [m for m in mentions if m.span < first.span and m.text[:1].isupper() and m.place.precision != "country"]
    return max(named, key=lambda m: m.span, default=first)


def _in_one_clause(scene: Scene, a: PlaceMention, b: PlaceMention) -> bool:
    """Whether two places are told in one clause; "in the south of X after talks in Y broke down" does not mean Y."""
    first, second = (next(i for i, m in scene.places.items() if m is mention) for mention in (a, b))
    return scene.same_clause(first, second)


def _is_seat(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a place is a capital in which somebody says what is told."""
    i = next(i for i, m in scene.places.items() if m is mention)
    return mention.place.feature == "PPLC" and scene.voices.is_speech(scene.parse[i].head)


def _opens(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a place opens its sentence as the setting of what follows ("In Damascus ...")."""
    i = next(i for i, m in scene.places.items() if m is mention)
    start = scene.parse[i].sent.start
    return i - start in {1, 2} and scene.parse.lower_of(start) in {"in", "at"}


def coordinated(scene: Scene, a: PlaceMention, b: PlaceMention) -> bool:
    """Whether two places are listed side by side ("in Idlib and Hama")."""
    first, second = sorted((a, b), key=lambda m: m.span)
    between = scene.parse.text[first.span[1] : second.span[0]]
    return len(between) <= LONGEST and (
        between.strip() in {"and", ",", "or", ", and", "&"} or bool(LISTING.fullmatch(between.lower()))
    )


def _beside(scene: Scene, a: PlaceMention, b: PlaceMention) -> bool:
    """Whether what is at one place is told beside what is at the other ("a depot in Nyala and a camp in Kutum").

    What has a day of its own was another time ("took the town of Jowhar in March and the port of Kismayo in May").
    """
    first, second = sorted((a, b), key=lambda m: m.span)
    above = {t.i for t in _phrases(scene, first)}
    if not any(t.dep == "conj" and t.head.i in above for t in _phrases(scene, second)):
        return False
    return not any(first.span[1] <= t.span[0] < second.span[0] for t in scene.times.values())


def _phrases(scene: Scene, mention: PlaceMention) -> Iterator[Token]:
    """The word of a place and the nouns that it stands with."""
    token = scene.parse[next(i for i, m in scene.places.items() if m is mention)]
    yield token
    while token.dep in {"nmod", "compound", "flat", "appos", "case", "amod"} and not token.is_root:
        token = token.head
        if token.pos not in {"NOUN", "PROPN"}:
            return
        yield token
