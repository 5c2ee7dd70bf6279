"""When and where: which of the report's times and places belong to an event.

A mention belongs to the event whose words are nearest to it in the tree, clause before
sentence. What a sentence leaves open is carried from elsewhere (`carry`), not here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from aftermath.extract.clusters.apart import PUNISHING, coordinated, is_grievance
from aftermath.extract.clusters.cluster import HEAVY, Cluster
from aftermath.extract.grammar.phrases import outer, preposition
from aftermath.extract.layout.dateline import is_report_date
from aftermath.extract.layout.powers import is_power
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.extract.where_when.fineness import closer_time, rank
from aftermath.extract.where_when.listing import meant
from aftermath.extract.where_when.locating import is_at_home, locates
from aftermath.extract.where_when.nearness import in_sentence, nearest
from aftermath.extract.where_when.onset import begun
from aftermath.extract.where_when.several import unnamed
from aftermath.extract.where_when.speaking import is_saying, when_told
from aftermath.extract.where_when.unplaced import KINDS, LOCATING
from aftermath.model import PlaceMention, TimeMention

HELD = frozenset({"territory_taken", "siege"})
"""What is done to a place itself."""
CHARGES = frozenset({"connection", "suspicion", "charge", "involvement", "role"})
"""What people are held or tried for stands under these."""
PEOPLE = frozenset("resident native man woman teenager student villager farmer mayor doctor journalist trader".split())
"""Nouns before which a town's name says whose people they are."""


ABROAD = frozenset("embassy base airbase compound outpost garrison barracks camp station ship".split())
"""What a nation may have in another's country."""
LANDS = frozenset({"territory", "soil", "airspace", "waters"})
"""Nouns for the land of a nation."""
POSTS = frozenset("target position site facility installation base airbase depot airfield convoy".split())
"""What of a nation's is bombed, in its own country if the report is of that."""
REIGNS = frozenset("rule dictatorship reign power office experience service marriage".split())
"""What lasts years beside the events of a war ("a revolt against 40 years of family rule")."""


def times(scene: Scene, cluster: Cluster, rivals: Sequence[Cluster]) -> list[TimeMention]:
    """Times told with the event, nearest first; a duration ("week-long") only after what has a date."""
    told = (pair for pair in in_sentence(scene, cluster, scene.times) if _dates(scene, cluster, *pair))
    told = (pair for pair in told if not _is_asides(scene, cluster, rivals, pair[0]))
    told = (pair for pair in told if not _is_of_punishment(cluster, pair[0]))
    own = list(told)
    found = _of_pair(scene, cluster, rivals, own) or nearest(scene, cluster, rivals, own)
    ranked = sorted(
        found, key=lambda pair: (_is_of_telling(scene, pair[1]), pair[1].kind == "duration", *pair[:1], pair[1].span)
    )
    return _day_first([begun(scene, cluster, m) for _, m in ranked])


def _day_first(told: list[TimeMention]) -> list[TimeMention]:
    """Times with a day in front of the year in which it lies ("last year's truce, announced on April 9")."""
    if not told or told[0].time.precision != "year" or told[0].kind != "point":
        return told
    days = [m for m in told[1:] if m.time.precision in {"day", "hour"} and closer_time(told[:1], [m]) == [m]]
    return [*days[:1], *told]


def _of_pair(
    scene: Scene, cluster: Cluster, rivals: Sequence[Cluster], told: Sequence[tuple[int, TimeMention]]
) -> list[tuple[float, TimeMention]]:
    """The time behind a pair of verbs, which is of both ("said on Friday it had killed 20 and held 5 on Monday")."""
    first = cluster.trigger
    pair = (r.trigger for r in rivals if r.trigger.i > first.i and coordinated(first, r.trigger))
    shared = next((t for t in pair if t.pos == "VERB" and t.child("nsubj", "nsubj:pass") is None), None)
    if shared is None or any(i < shared.i and not when_told(scene, cluster, m) for i, m in told):
        return []
    behind = ((i, m) for i, m in told if i > shared.i and not when_told(scene, cluster, m))
    return list({m.span: (0.0, m) for i, m in behind if scene.same_clause(i, shared.i)}.values())


def _is_of_telling(scene: Scene, mention: TimeMention) -> bool:
    """Whether a time stands right behind a verb of saying ("said on Sunday three soldiers died the day before")."""
    i = next(i for i, m in scene.times.items() if m is mention)
    return i > 0 and scene.voices.is_speech(scene.parse[i - 1])


def _is_of_punishment(cluster: Cluster, i: int) -> bool:
    """Whether a day is when people were held for the event ("arrested on Thursday in connection with the bombing")."""
    noun = cluster.trigger
    up = next((t for t in (noun, *noun.ancestors()) if t.lemma in CHARGES and t.dep.startswith(("obl", "nmod"))), None)
    held = up is not None and noun.pos == "NOUN" and any(t.lemma in PUNISHING for t in up.ancestors())
    return held and up is not None and i not in up.subtree()


def _is_asides(scene: Scene, cluster: Cluster, rivals: Sequence[Cluster], i: int) -> bool:
    """Whether a time stands in an aside that tells of another event ("shelled a hill that rebels took last week").

    Of what is only protested against, all that is told beside it is.
    """
    if is_grievance(cluster.trigger) and i not in cluster.trigger.subtree():
        return True
    head = scene.parse[scene.clause[i]]
    if head.dep != "acl:relcl" or any(scene.clause[t.i] == head.i for t in cluster.tokens):
        return False
    return any(scene.clause[t.i] == head.i for rival in rivals for t in rival.tokens)


def _dates(scene: Scene, cluster: Cluster, i: int, mention: TimeMention) -> bool:
    """Whether a time can be an event's: it has days, and is no dateline's and no speaker's."""
    if mention.time.start is None:
        return False
    if is_report_date(scene.parse.text, mention.span[0]) or _is_ranked_over(scene, i, mention):
        return False
    word = scene.parse[i]
    reign = mention.kind != "point" and any(c.lemma in REIGNS for t in (word, word.head) for c in t.children("nmod"))
    return not reign and not is_saying(scene, cluster, scene.parse[i])


def _is_ranked_over(scene: Scene, i: int, mention: TimeMention) -> bool:
    """Whether a time only says among what an event ranks ("the deadliest in three decades", "the worst this year")."""
    if mention.kind == "point" and not any(c.lower == "this" for c in scene.parse[i].children("det")):
        return False
    for k in range(i, scene.parse[i].sent.start - 1, -1):
        token = scene.parse[k]
        if "Degree=Sup" in token.feats and token.lower != "least":
            return True
        if token.pos in {"VERB", "AUX", "PUNCT"}:
            return False
    return False


def places(scene: Scene, cluster: Cluster, rivals: Sequence[Cluster], taken: Iterable[int]) -> list[PlaceMention]:
    """Places told with the event, most precise first; words that name its parties are left out."""
    banned = set(taken)
    told = (
        (i, m)
        for i, m in in_sentence(scene, cluster, scene.places)
        if (i not in banned or is_at_home(scene.parse[i]))
        and locates(scene, cluster, i, m)
        and not _is_compared(scene, cluster, i)
        if not _acts_elsewhere(scene, cluster, i, m)
    )
    found = nearest(scene, cluster, rivals, told)
    ranked = sorted(
        found,
        key=lambda pair: (
            _is_home(scene, pair[1]),
            not _is_taken(scene, cluster, pair[1]),
            pair[0],
            rank(pair[1]),
            pair[1].span,
        ),
    )
    return meant(scene, [m for _, m in ranked]) or _by_nation(scene, cluster, rivals) or unnamed(scene, cluster)


def _by_nation(scene: Scene, cluster: Cluster, rivals: Sequence[Cluster]) -> list[PlaceMention]:
    """Where no place is named, the country to which a spot told by a common noun belongs ("in a Nigerian village")."""
    told = []
    for i, mention in in_sentence(scene, cluster, scene.places):
        noun = scene.parse[i].head
        spot = (noun.lemma in KINDS or noun.lemma in table("sites")) and noun.lemma not in ABROAD
        spot = (spot and preposition(noun) in LOCATING) or noun.lemma in LANDS or _is_shelled(scene, cluster, i)
        if mention.adjectival and mention.place.precision == "country" and spot:
            told.append((noun.i, mention))
    found = nearest(scene, cluster, rivals, told)
    return [replace(m, adjectival=False) for _, m in sorted(found, key=lambda pair: (pair[0], pair[1].span))[:1]]


def _is_shelled(scene: Scene, cluster: Cluster, i: int) -> bool:
    """Whether what is bombed or shelled is of the report's own country ("Israel struck Syrian targets")."""
    return (
        cluster.event in HEAVY | {"attack"}
        and scene.places[i].place.country == scene.home
        and scene.parse[i].head.lemma in POSTS
    )


def _acts_elsewhere(scene: Scene, cluster: Cluster, i: int, mention: PlaceMention) -> bool:
    """Whether a capital acts in another clause, as a power ("denied shelling it, saying that Moscow wanted")."""
    token, told = scene.parse[i], {scene.clause[t.i] for t in cluster.tokens}
    acts = token.dep == "nsubj" and token.head.dep != "acl:relcl"  # unlike "the worst bombing that Baghdad has seen"
    return acts and scene.clause[i] not in told and is_power(scene.parse, mention)


def _is_compared(scene: Scene, cluster: Cluster, i: int) -> bool:
    """Whether a place is that of a deed of before or behind, by which this one is only timed.

    "Since the raid in X"; "the bombing went on after it had telephoned officers in Kabul".
    """
    clause = scene.parse[scene.clause[i]]
    marks = {c.lower for c in clause.children("mark")}
    timed = "since" in marks or ("after" in marks and any(c.lower == "had" for c in clause.children("aux")))
    return timed and all(scene.clause[t.i] != clause.i for t in cluster.tokens)


def _is_home(scene: Scene, mention: PlaceMention) -> bool:
    """Whether a place first of all says where somebody is from ("a Kharkiv resident was killed in Izium")."""
    token = scene.parse[next(i for i, m in scene.places.items() if m is mention)]
    return token.dep == "compound" and token.head.lemma in PEOPLE


def _is_taken(scene: Scene, cluster: Cluster, mention: PlaceMention) -> bool:
    """Whether a place is what is captured or besieged ("took the villages of Kyi Su and Leik Chaw in Sagaing")."""
    token = outer(scene.parse[next(i for i, m in scene.places.items() if m is mention)])
    done = cluster.event in HELD and token.dep in {"obj", "nsubj:pass"}
    return done and any(token.head.i == t.i for t in cluster.tokens)
