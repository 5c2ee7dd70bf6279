"""When and where: which of the report's times and places belong to an event, and what is carried.

A mention belongs to the event whose words are nearest to it in the tree, clause before
sentence. Where the sentence gives none, the day and place of the passage are carried on, and
the claim says so.
"""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from aftermath.extract.cluster import Cluster, distance
from aftermath.extract.dateline import in_dateline
from aftermath.extract.phrases import preposition
from aftermath.extract.scene import Scene
from aftermath.model import PlaceMention, TimeMention, Token

M = TypeVar("M", PlaceMention, TimeMention)
PRECISION = {
    "exact": 0,
    "relative": 1,
    "town": 1,
    "district": 2,
    "unknown": 2,
    "province": 3,
    "region": 4,
    "country": 5,
}
REFERRING = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west miles km"
    " kilometres kilometers outside away far".split()
)
PART_OF = re.compile(
    r"(’s|'s|’|')?\s(\w+\s)?(suburb|district|neighbou?rhood|town|city|village|area|quarter|camp|province|countryside)s?\sof\s"
)
"""Behind a place that only says where another lies: "the Damascus suburb of Douma"."""
COARSE = 3
"""From this rank of `PRECISION` on a place is an area that other places lie in."""
LISTING = re.compile(
    r"\s*(,|,?\s*and|,?\s*or)\s+((in|at|near|on)\s+)?((the\s+)?(\w+ern\s+|central\s+)?(towns?|cit(y|ies)|villages?|provinces?|districts?|"
    r"neighbou?rhoods?|suburbs?|areas?|camps?)\s+(of\s+)?)?"
)
# Without "case": a day of speaking with its own preposition ("said on Wednesday") stays as the farthest clue. It is
# worth keeping: 100 days right on the gold's work part with it, 95 without.
TIME_PARTS = frozenset("nmod compound flat nummod nmod:tmod nmod:unmarked amod".split())
PLACE_PARTS = frozenset("case det nmod nmod:poss compound flat appos conj amod".split())
OCCASION = frozenset("for over about against despite".split())
"""Prepositions that make an event the occasion of what the verb tells."""
BODIES = frozenset("agency ministry media television president minister spokesman official embassy parliament".split())
"""What countries have beside forces and people."""
FLIGHT = frozenset({"displacement", "escape"})
GOALS = frozenset({"to", "into", "towards", "toward", "onto", "for", "across"})
"""Prepositions that mark where people go."""
REFUGE = frozenset("refuge shelter camp border safety asylum".split())
"""What people on the run seek, in the place they reach."""
KINDS = frozenset(
    "town village city district neighbourhood neighborhood suburb settlement camp hamlet towns villages cities"
    " districts neighbourhoods neighborhoods suburbs settlements camps hamlets".split()
)
"""Nouns of kind that stand before a place's name."""
LOCATING = frozenset("in at near on off outside around into inside".split())
"""Prepositions that make words a place that no gazetteer knows."""
NEAR = 6
"""Dependency steps from an event's word to its place or time, at most."""


def rank(mention: PlaceMention) -> int:
    """How fine a place is, 0 the finest; a distance or direction from a place is an area."""
    if mention.place.precision == "relative" and not mention.text.lower().startswith(
        ("near", "around", "outside", "on ")
    ):
        return COARSE
    return PRECISION.get(mention.place.precision, 2)


def times(scene: Scene, cluster: Cluster, rivals: Sequence[Cluster]) -> list[TimeMention]:
    """Times told with the event, nearest first; a duration ("week-long") only after what has a date."""
    told = (pair for pair in _in_sentence(scene, cluster, scene.times) if _dates(scene, cluster, *pair))
    found = _nearest(scene, cluster, rivals, told)
    return [m for _, m in sorted(found, key=lambda pair: (pair[1].kind == "duration", pair[0], pair[1].span))]


def dated(scene: Scene, i: int, mention: TimeMention) -> bool:
    """Whether a time names a day that the passage is about: told, and not when somebody spoke or wrote."""
    time, token = mention.time, scene.parse[i]
    if time.start is None or mention.kind != "point" or time.precision not in {"day", "hour"} or time.start != time.end:
        return False
    spoken = token.dep.startswith(("obl", "advmod")) and scene.voices.is_speech(token.head)
    return not spoken and not in_dateline(scene.parse.text, mention.span[0]) and not _of_speaker(scene, token, set())


def _dates(scene: Scene, cluster: Cluster, i: int, mention: TimeMention) -> bool:
    """Whether a time can be an event's: it has days, and is no dateline's and no speaker's."""
    if mention.time.start is None:
        return False
    return not in_dateline(scene.parse.text, mention.span[0]) and not is_saying(scene, cluster, scene.parse[i])


def places(scene: Scene, cluster: Cluster, rivals: Sequence[Cluster], taken: Iterable[int]) -> list[PlaceMention]:
    """Places told with the event, most precise first; words that name its parties are left out."""
    banned = set(taken)
    told = (
        (i, m)
        for i, m in _in_sentence(scene, cluster, scene.places)
        if i not in banned and _locates(scene, cluster, i, m)
    )
    found = _nearest(scene, cluster, rivals, told)
    ranked = sorted(found, key=lambda pair: (pair[0], rank(pair[1]), pair[1].span))
    return _meant(scene, [m for _, m in ranked])


def _locates(scene: Scene, cluster: Cluster, i: int, mention: PlaceMention) -> bool:
    """Whether a place can be an event's: it is no party, no speaker's place and no mere point of reference."""
    token = scene.parse[i]
    if mention.adjectival or is_speakers(scene, token) or is_reference(scene, mention):
        return False
    if (
        _is_part(cluster, token)
        or is_origin(scene, token)
        or _is_owner(scene, token, mention)
        or _is_goal(cluster, token)
    ):
        return False
    if mention.place.precision == "unknown" and not (located(scene, mention) or _is_struck(scene, cluster, token)):
        return False
    return i not in scene.actors or mention.place.precision == "country"


def _nearest(
    scene: Scene, cluster: Cluster, rivals: Sequence[Cluster], told: Iterable[tuple[int, M]]
) -> list[tuple[float, M]]:
    """Mentions within reach with their nearness; those nearer to another event only where there is no other."""
    own: dict[tuple[int, int], tuple[float, M]] = {}
    shared: dict[tuple[int, int], tuple[float, M]] = {}
    for i, mention in told:
        near = _nearness(scene, cluster, scene.parse[i])
        if near > NEAR:
            continue
        into = shared if _nearer_to(scene, rivals, scene.parse[i], near) else own
        known = into.get(mention.span)
        if known is None or near < known[0]:
            into[mention.span] = (near, mention)
    return list((own or shared).values())


def _meant(scene: Scene, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The nearest place and what is coordinated with it; a finer place beside a province or country goes first."""
    if not mentions:
        return []
    fine = [m for m in mentions if rank(m) < COARSE]
    first = mentions[0]
    if rank(first) >= COARSE and fine:
        first = fine[0]
    behind = [m for m in fine if m is not first and not _coordinated(scene, first, m)]
    if _opens(scene, first) and behind:
        first = behind[0]  # "In Damascus, shells fell on Bab Touma"
    listed = [first]
    for mention in sorted(mentions, key=lambda m: m.span):
        if (
            mention not in listed
            and not lies_in(first, mention)
            and any(_coordinated(scene, m, mention) for m in listed)
        ):
            listed.append(mention)
    return listed


def _opens(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a place opens its sentence as the setting of what follows ("In Damascus ...")."""
    i = next(i for i, m in scene.places.items() if m is mention)
    start = scene.parse[i].sent.start
    return i - start in {1, 2} and scene.parse.lower_of(start) in {"in", "at"}


def _coordinated(scene: Scene, a: PlaceMention, b: PlaceMention) -> bool:
    """Whether two places are listed side by side ("in Idlib and Hama")."""
    first, second = sorted((a, b), key=lambda m: m.span)
    between = scene.parse.text[first.span[1] : second.span[0]]
    return len(between) <= 24 and (
        between.strip() in {"and", ",", "or", ", and", "&"} or bool(LISTING.fullmatch(between.lower()))
    )


def _in_sentence(scene: Scene, cluster: Cluster, mentions: dict[int, M]) -> Iterable[tuple[int, M]]:
    for index in {t.sent.index for t in cluster.tokens}:
        sent = scene.parse.sentences[index]
        for i in range(sent.start, sent.end):
            if i in mentions:
                yield i, mentions[i]


def _nearness(scene: Scene, cluster: Cluster, token: Token) -> float:
    """Steps from the event's nearest word, with a step more for each clause border crossed."""
    out = float("inf")
    for own in cluster.tokens:
        steps = float(distance(own, token))
        clause = scene.parse[scene.clause[token.i]]
        if clause.dep.startswith("acl") and clause.head.i == own.i:
            steps -= 1  # "an air strike that hit a mill in Hawzen": the clause tells of the event itself
        elif not scene.same_clause(own.i, token.i):
            steps += 1.5
        out = min(out, steps)
    return out


def _nearer_to(scene: Scene, rivals: Sequence[Cluster], token: Token, near: float) -> bool:
    return any(_nearness(scene, rival, token) < near - 0.5 for rival in rivals)


def located(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a preposition or a noun of place stands right before words that no gazetteer knows."""
    if mention.text.lower().startswith(("the ", "this ", "that ")):
        return True  # a common noun that stands for a place named before
    before = scene.parse.text[max(0, mention.span[0] - 30) : mention.span[0]].lower().split()
    if len(before) > 1 and before[-1] == "of" and before[-2] in KINDS:
        return True
    while before and before[-1] in {"the", "a", "of", *KINDS}:
        before.pop()
    if before and before[-1] in LOCATING:
        return True
    last = max((m for m in scene.places.values() if m.span[1] <= mention.span[0]), key=lambda m: m.span, default=None)
    return (
        last is not None and _coordinated(scene, last, mention) and (last.place.lat is not None or located(scene, last))
    )


def _is_struck(scene: Scene, cluster: Cluster, token: Token) -> bool:
    """Whether a name of a place is what the event's verb is done to ("entered Kitchanga"), or names it."""
    head = _outer(token)
    own = {t.i for t in cluster.tokens}
    return scene.names.get(token.i) == "LOCATION" and head.head.i in own and head.dep in {"obj", "compound"}


def _is_part(cluster: Cluster, token: Token) -> bool:
    """Whether the place is only that of a part of the event: "killed across the country, including 110 in Homs"."""
    own = {t.i for t in cluster.tokens}
    for word in (token, *token.ancestors()):
        if word.i in own:
            return False
        if preposition(word) == "including":
            return True
    return False


FIRED = frozenset("fire launch shoot lob hurl".split())


def is_origin(scene: Scene, token: Token) -> bool:
    """Whether people or fire only come from there: "workers from Basra", "fired from the Black Sea"."""
    head = _outer(token)
    if preposition(head) != "from" or head.is_root:
        return False
    return head.head.lemma in FIRED if head.dep == "obl" else head.dep == "nmod" and scene.is_people(head.head)


def _is_goal(cluster: Cluster, token: Token) -> bool:
    """Whether people fled to there: displacement is where they left."""
    if cluster.event not in FLIGHT and not any(t.kind == "displaced" for t in cluster.tolls):
        return False
    head = _outer(token)
    return preposition(head) in GOALS or (not head.is_root and head.head.lemma in REFUGE)


def _is_owner(scene: Scene, token: Token, mention: PlaceMention) -> bool:
    """Whether a country only says whose the people or weapons are: "a US shell", "US reporter"."""
    if mention.place.precision != "country" or token.is_root or token.head.i in scene.places:
        return False
    if token.dep in {"compound", "amod"}:
        return token.head.lemma not in {"war", "conflict"}
    owned = token.head
    named = (
        scene.names.get(owned.i) == "ORGANIZATION"
        or owned.lemma in BODIES
        or scene.is_side(owned)
        or scene.is_people(owned)
    )
    return token.dep == "nmod:poss" and (named or any(scene.voices.is_speech(a) for a in (owned.head,)))


def _outer(token: Token) -> Token:
    """The head of the name or of the phrase of kind that a place's word stands in ("the town of Basra")."""
    head = token
    while head.dep in {"compound", "flat", "appos", "nmod"} and not head.is_root and preposition(head) in {"", "of"}:
        head = head.head
    return head


def is_reference(scene: Scene, mention: PlaceMention) -> bool:
    """Whether the place only helps to find or to name another: "north of X", "X-based", "X-backed"."""
    text, (start, end) = scene.parse.text, mention.span
    if in_dateline(text, start):
        return True
    behind = text[end : end + 10].lower().lstrip()
    if behind.startswith(("-based", "-backed", "- based", "- backed", "-led", "-born", "-run", "-held")):
        return True
    if PART_OF.match(text[end : end + 40].lower()):
        return True
    before = text[max(0, start - 24) : start].lower().split()
    if before and before[-1] == "the":
        before.pop()
    return len(before) >= 2 and before[-1] in {"of", "from"} and before[-2] in REFERRING


def is_saying(scene: Scene, cluster: Cluster, token: Token) -> bool:
    """Whether the time is only when somebody spoke ("the ministry said on Monday")."""
    own = {t.i for t in cluster.tokens}
    head = token
    while head.dep in TIME_PARTS and not head.is_root and head.head.i not in own:
        head = head.head
    verb = head.head
    if scene.voices.is_speech(verb) and head.dep.startswith(("obl", "advmod")) and verb.i not in own:
        return True
    time = head.head if head.dep == "case" else head
    return _of_speaker(scene, token, own) or _of_reaction(cluster, time, own)


def _of_speaker(scene: Scene, token: Token, own: set[int]) -> bool:
    """Whether the time is told of who speaks: "People arriving on Monday said"."""
    for word in (token, *token.ancestors()):
        if word.i in own or word.is_root:
            return False
        if word.dep.startswith("nsubj"):
            return scene.voices.is_speech(word.head) and word.head.i not in own
    return False


def _of_reaction(cluster: Cluster, time: Token, own: set[int]) -> bool:
    """Whether the time is of a verb to which the event is only the occasion: "punished last week for the attack"."""
    verb = time.head
    if verb.pos != "VERB" or verb.i in own or not time.dep.startswith(("obl", "advmod")):
        return False
    noun = _outer(cluster.trigger)
    while noun.dep in {"nmod", "compound"} and not noun.is_root and noun.head.pos in {"NOUN", "PROPN"}:
        if preposition(noun) in OCCASION:
            break
        noun = noun.head
    return noun.pos in {"NOUN", "PROPN"} and preposition(noun) in OCCASION


def is_speakers(scene: Scene, token: Token) -> bool:
    """Whether the place is only where somebody speaks ("told reporters in Beirut")."""
    if _before_content(scene, token):
        return True
    head = token
    while head.dep in PLACE_PARTS and not head.is_root:
        head = head.head
    if head.is_root or not scene.voices.is_speech(head.head) or head.head.child("nsubj:pass") is not None:
        return False
    return head.dep.startswith(("obl", "nsubj")) and preposition(head) in {"in", "from", "at", "by", ""}


def _before_content(scene: Scene, token: Token) -> bool:
    """Whether the place stands between a verb of saying and the "that" of what is said ("told X from Erbil that")."""
    parse, sent = scene.parse, token.sent
    that = next((i for i in range(token.i + 1, sent.end) if parse.lower_of(i) == "that"), None)
    if that is None or parse.deps[that] != "mark":
        return False
    verb = next((i for i in range(that - 1, sent.start - 1, -1) if parse.pos[i] == "VERB"), None)
    return verb is not None and verb < token.i and scene.voices.is_speech(parse[verb])


def closer_time(told: list[TimeMention], again: list[TimeMention]) -> list[TimeMention]:
    """Of an event's times in two accounts, those of the account that tells the shorter interval within the other's."""
    if not told or not again:
        return told or again
    one, two = told[0].time, again[0].time
    if one.start is None or two.start is None or one.end is None or two.end is None:
        return told
    within = one.start <= two.start and two.end <= one.end
    return again if within and (two.end - two.start) < (one.end - one.start) else told


def finer_place(told: list[PlaceMention], again: list[PlaceMention]) -> list[PlaceMention]:
    """Of an event's places in two accounts, the finer one where it is known to lie in the other."""
    if not told or not again:
        return told or again
    return again if lies_in(again[0], told[0]) else told


def lies_in(inner: PlaceMention, outer: PlaceMention) -> bool:
    """Whether a place is part of a country or province, by its country and its areas."""
    one, two = inner.place, outer.place
    if one.lat is None or rank(inner) >= rank(outer) or rank(outer) < COARSE:
        return False
    if two.precision == "country":
        return one.country == two.country
    return bool(two.admin) and one.country == two.country and bool(set(one.admin[1:]) & {two.name, *two.admin[1:]})
