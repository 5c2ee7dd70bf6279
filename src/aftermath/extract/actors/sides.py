"""Who fights whom where nobody is said to have begun: the sides of clashes and of agreements.

Each rule is over one cluster and its voice; the docstring is the reason that `aftermath explain` gives.
"""

from collections.abc import Iterator

from aftermath.extract.actors.parties import both_sides, mutual
from aftermath.extract.clusters.cluster import Cluster
from aftermath.extract.events.frames import Frame
from aftermath.extract.events.needs.ground import beaten_in
from aftermath.extract.grammar.arguments import BROKERING
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import conjuncts, preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import words_of
from aftermath.extract.speakers.speech import Voice
from aftermath.model import Token

QUARREL = frozenset("feud dispute rivalry strife confrontation quarrel vendetta brawl".split())
"""What people are killed in though the word tells of no fighting."""


def between(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """The sides of a clash or an agreement: "between the army and rebels"."""
    for frame in cluster.frames:
        if frame.event in {"armed_clash", "agreement"} and cluster.event in {"armed_clash", "agreement", "violation"}:
            matched = frame.event == "agreement" or both_sides(frame)
            prepositions = ("between", "among", "with", "by") if matched else ("between",)
            brokered = frame.is_verb and frame.trigger.lemma in BROKERING
            sides = [] if brokered else _between(scene, frame) or frame.args.by(*prepositions)
            fought = frame.event == "armed_clash" and any(scene.is_party(t) for t in sides)
            able = [t for t in sides if scene.is_party(t) or (fought and scene.is_people(t))]
            placed = not any(map(scene.is_side, sides)) and any(_is_where(scene, t) for t in sides)
            yield from (t for t in able if not placed and not _is_where(scene, t))
            told = not frame.is_verb or frame.trigger.dep == "acl"
            if fought and matched and told and not frame.args.doers and frame.args.by("with"):
                yield from (t for t in _after_fighting(frame.trigger) if scene.is_side(t))


def _between(scene: Scene, frame: Frame) -> list[Token]:
    """The sides under "between", with the second where the parser hung it on the event, or took its noun for both's.

    "Fighting between the army and the SPLA-IO", "between government and opposition forces"
    """
    sides = frame.args.by("between")
    if len(sides) != 1:
        return [t for t in sides if t.pos == "PROPN" or all(s.i != t.i - 1 for s in sides)]
    only = sides[0]
    bare = [t for prep, t in frame.args.obliques if not prep and frame.trigger.i < t.i < only.i]
    if len(bare) > 1 and bare[-1].i == only.i - 1:
        return bare
    others = (c for c in frame.trigger.children("conj") if c.i > only.i and c.pos in {"NOUN", "PROPN"})
    return [only, *(t for c in others for t in conjuncts(c) if scene.is_party(t))]


def _is_where(scene: Scene, token: Token) -> bool:
    """Whether a name is of a place to be between, and no country that takes a side ("an ambush between two towns")."""
    mention = scene.places.get(token.i)
    if mention is None:
        return token.name_kind == "LOCATION" and not scene.is_side(token)
    return not mention.adjectival and mention.place.precision != "country" and not scene.is_side(token)


def _after_fighting(noun: Token) -> list[Token]:
    """Who did something after or in a fight with others: "rebels took the base after fighting with troops"."""
    while (noun.dep == "nmod" and preposition(noun) == "of") or (noun.dep == "acl" and noun.child("mark") is not None):
        noun = noun.head  # "after two days of fighting with troops"
    taken = noun.dep == "obl" and preposition(noun) in {"after", "in", "during"} and noun.head.pos == "VERB"
    return subjects(noun.head) if taken and not is_passive(noun.head) else []


def pitting(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """The sides that a fight is said to pit against each other: "fighting pitting Nusra against the Islamic State"."""
    for noun in (f.trigger for f in cluster.frames if both_sides(f)):
        above = [noun.head] if noun.dep.startswith("nsubj") else []
        for verb in (v for v in (*noun.children("acl"), *above) if v.lemma in {"pit", "oppose"}):
            against = [t for t in (*verb.children("obl"), *_behind(verb)) if preposition(t) in {"against", "to"}]
            sides = [c for t in (*verb.children("obj"), *against) for c in conjuncts(t)]
            yield from (t for t in sides if scene.is_party(t))


def feuding(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Between whom the quarrel is in which people died: "killed in a feud between herders and farmers"."""
    verbs = [t.trigger for t in cluster.tolls if t.trigger.pos == "VERB"]
    quarrels = (c for verb in verbs for c in verb.children("obl") if c.lemma in QUARREL)
    for quarrel in quarrels:
        sides = [t for c in quarrel.children("nmod") if preposition(c) == "between" for t in conjuncts(c)]
        if len(sides) > 1:
            yield from (t for t in sides if scene.is_party(t) or scene.is_people(t))


def beaten(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Who lost a war, and to whom: "Armenia's defeat by Azerbaijan in a six-week war"."""
    wars = (f.trigger for f in cluster.frames if f.trigger.lemma == "war")
    yield from (t for war in wars for t in beaten_in(war) if scene.is_party(t))


def _behind(verb: Token) -> Iterator[Token]:
    """What stands behind a verb's object, where the parser hung it there."""
    return (c for obj in verb.children("obj") for c in obj.children("nmod"))


def fighting_where(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Who fights whom there: "clashes continued in Daraya, where the army is trying to dislodge the rebels"."""
    for frame in (f for f in cluster.frames if both_sides(f) and not f.is_verb):
        if frame.args.doers or frame.args.by("between", "with", "among"):
            continue
        places = [t for _, t in frame.args.obliques if t.i in scene.places]
        for clause in (c for t in places for c in t.children("acl:relcl", "acl")):
            if not any(c.lower == "where" for c in clause.children("advmod", "obl", "mark")):
                continue
            against = [o for v in (clause, *clause.children("xcomp")) for o in v.children("obj") if scene.is_side(o)]
            if against and all(scene.is_combatant(t) or t.i in scene.actors for t in against):
                yield from (t for t in (*subjects(clause), *against) if scene.is_side(t))


def fallen(_: Scene, cluster: Cluster, __: Voice | None) -> Iterator[Token]:
    """Fighters who died on either side of a battle that nobody is said to have begun."""
    named = any(f.args.doers and f.args.by("with") for f in cluster.frames)  # "a patrol exchanged fire with gunmen"
    if mutual(cluster) and not named:
        victims = (t.victim for t in cluster.tolls if t.victim is not None and not t.part)
        armed = words_of("people", "kind", "combatant")
        dead = [v for v in victims if v.lemma in armed or any(c.lemma in armed for c in v.children("nmod"))]
        foes = any(f.args.by("with", "between") for f in cluster.frames)
        yield from dead if foes or len({v.lemma for v in dead}) > 1 else ()  # one side's dead may have been ambushed
