"""Who did it, by the arms that were used and the harm that was done.

Each rule is over one cluster and its voice; the docstring is the reason that `aftermath explain` gives.
"""

from collections.abc import Iterator

from aftermath.extract.actors.event_doers import CALLED, ONSLAUGHT, USING, comes_upon
from aftermath.extract.actors.parties import can_act, is_position, names_party
from aftermath.extract.clusters.apart import MOMENT, TIMING, openers
from aftermath.extract.clusters.cluster import Cluster
from aftermath.extract.events.frames import Frame
from aftermath.extract.events.harm import Toll
from aftermath.extract.grammar.arguments import UNDERGO, governor, is_ranked, of_verb
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import conjuncts, counted, preposition
from aftermath.extract.grammar.subject import LIGHT, subjects
from aftermath.extract.layout.scene import Scene
from aftermath.extract.layout.states import is_state
from aftermath.extract.lexicon import table
from aftermath.extract.speakers.speech import Voice
from aftermath.model import Token

ANSWERING = frozenset("reply respond retaliate answer react hit".split())
CARING = frozenset(
    "treat hospitalise hospitalize admit evacuate receive bury recover find pull count rescue"
    " confirm verify declare pronounce identify report".split()
)
"""Words of harm whose subject looks after those harmed, or counts them, and harmed nobody."""
OPERATIONS = ONSLAUGHT | {"campaign", "sweep", "incursion", "aggression"}
"""What a side carries out in which people die."""
IN_SERVICE = frozenset("soldier troop policeman policewoman police officer trooper ranger peacekeeper".split())
"""Who dies in his own side's operations."""
ILL_USE = frozenset("torture beat maltreat assault".split())
"""What people die of at somebody's hands."""
STRIKING = frozenset("overrun attack storm ambush raid hit shell bomb strike fire".split())
"""Verbs whose agent did the harm that was done as they happened."""
DEFUSING = frozenset("defuse disarm dismantle dispose remove clear find discover detect inspect neutralise".split())
"""What is done with arms by others than who laid them."""
FIRE = frozenset("fire gunfire bullet shot round".split())
CONFRONTING = frozenset("clear disperse confront charge evict scatter surround attack".split())
"""Verbs of setting upon a crowd."""


def firing(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Who attacks, uses arms or sets upon people when the harm is done: "ten were killed when troops used tear gas"."""
    verbs = {t.trigger.i: t.trigger for t in cluster.tolls if t.trigger.pos == "VERB" and is_passive(t.trigger)}
    beside = [verb.head for verb in verbs.values() if _follows_fire(scene, cluster, verb)]
    clauses = [c for verb in verbs.values() for c in verb.children("advcl")]
    for clause in (*beside, *(c for c in clauses if c.lemma in USING)):
        if not _is_at_others(cluster, clause) and any(
            t.i in scene.means for obj in clause.children("obj") for t in conjuncts(obj)
        ):
            yield from (t for t in subjects(clause) if can_act(scene, t))
    for clause in (c for c in clauses if c.lemma in STRIKING and is_passive(c) and openers(c) & MOMENT):
        yield from (t for t in of_verb(clause).doers if scene.is_side(t))  # "when their post was overrun by rebels"
    for clause in (c for c in clauses if c.lemma in LIGHT):
        if any(obj.lemma in ONSLAUGHT for obj in clause.children("obj")):
            yield from (t for t in subjects(clause) if scene.is_side(t))
    for clause in (c for c in clauses if c.lemma in CONFRONTING):
        if any(scene.is_people(counted(t)) for obj in clause.children("obj") for t in conjuncts(obj)):
            yield from (t for t in subjects(clause) if scene.is_combatant(t))
    for clause in (c for f in cluster.frames if _is_done_to(f) for c in f.trigger.children("advcl")):
        if clause.lemma in CONFRONTING and "when" in openers(clause):
            yield from (t for t in subjects(clause) if scene.is_side(t))  # "two were captured when rebels attacked"


def _follows_fire(scene: Scene, cluster: Cluster, verb: Token) -> bool:
    """Whether harm stands beside the arms used on unarmed people ("police fired tear gas; two were killed")."""
    fired = verb.dep in {"parataxis", "conj"} and verb.head.lemma in USING and verb.head.i < verb.i
    victims = (t.victim for t in cluster.tolls if t.victim is not None)
    alone = not of_verb(verb).doers and not any(map(scene.is_combatant, victims))
    return fired and alone and any(map(scene.is_side, subjects(verb.head)))


def _is_at_others(cluster: Cluster, clause: Token) -> bool:
    """Whether arms are used on others than the harmed ("a man was shot dead as protesters threw stones at police")."""
    things = [clause, *clause.children("obj")]
    aimed = {c.lemma for t in things for c in t.children("obl", "nmod") if preposition(c) in {"at", "on"}}
    return bool(aimed) and not aimed & {t.victim.lemma for t in cluster.tolls if t.victim is not None}


def _is_done_to(frame: Frame) -> bool:
    """Whether people were taken, by nobody that the verb names."""
    return frame.is_verb and frame.event in {"arrest", "abduction"} and not frame.args.doers


def answering(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Who answers with it: "the army replied with air strikes"."""
    for noun in (f.trigger for f in cluster.frames if not f.is_verb):
        if preposition(noun) == "with" and not noun.is_root and noun.head.lemma in ANSWERING:
            yield from (t for t in subjects(noun.head) if can_act(scene, t))


def sending(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """From whom fire comes, be it a country, base or craft: "air strikes from Turkey", "under fire from rebels"."""
    for frame in cluster.frames:
        verb = governor(frame.trigger)
        if not frame.is_verb and verb is not None and verb.lemma in UNDERGO and preposition(frame.trigger) == "under":
            yield from (t for t in frame.args.by("from") if can_act(scene, t))
        if frame.event in {"air_strike", "shelling"}:
            of_noun = set(frame.trigger.subtree())  # "retook it from UNITA after days of bombardment": not from whom
            near = verb is None or verb.lemma in LIGHT
            origins = [t for t in frame.args.by("from") if near or frame.is_verb or t.i in of_noun]
            ground = frame.is_verb and frame.trigger.lemma in USING  # "rockets fired from Lebanon" are anybody's there
            states = (t for t in origins if is_state(scene, t) and not (ground and t.i in scene.places))
            yield from (*states, *(t for t in origins if is_position(scene, t) or t.i in scene.actors))


def _fired_by(shots: Token) -> Iterator[Token]:
    """Those from whom shots came, hung on the verb beside them ("were killed by gunfire from demonstrators")."""
    behind = shots.parse[shots.i + 1] if shots.dep == "obl:agent" else shots
    if behind.lower == "from":
        yield from (c for c in shots.head.children("obl") if any(m.i == behind.i for m in c.children("case")))


def owning(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Whose weapon it was: "rockets fired by rebels", "a Taliban bomb killed three"."""
    verbs = [t.trigger for t in cluster.tolls if t.trigger.pos == "VERB"]
    doers = [d for f in cluster.frames for d in f.args.doers] + [d for v in verbs for d in of_verb(v).doers]
    shards = [c for d in doers for c in d.children("nmod") if preposition(c) in {"from", "of"}]
    owners = (
        c for c in shards if preposition(c) == "of" and c.head.i in scene.means and scene.means[c.head.i].is_weapon
    )
    yield from (c for c in owners if scene.is_side(c))  # "a car bomb of the group ETA"
    shots = [d for d in doers if d.lemma in FIRE]
    sent = (c for d in shots for c in d.children("nmod") if preposition(c) in {"from", "of", "by"})
    yield from (c for c in sent if scene.is_side(c))  # "fire from border guards killed two"
    yield from (c for d in shots for c in _fired_by(d) if scene.is_side(c) or scene.is_people(c))
    for weapon in (d for d in (*doers, *shards) if d.i in scene.means or d in shots):  # "shrapnel from a tank shell"
        beside = list(weapon.children("amod", "compound", "nmod:poss"))
        before = [*beside, *(c for make in beside for c in make.children("amod", "compound"))]  # "an RAF Reaper drone"
        whose = (c for c in before if c.i not in scene.means and c.lower not in CALLED)
        yield from (c for c in whose if c.pos == "PRON" or names_party(scene, c))
        used = (c for c in weapon.children("acl") if not scene.voices.is_speech(c))  # "which police said were planted"
        used = (c for c in used if not _is_made_safe(c))
        yield from (t for clause in used for t in of_verb(clause).doers if can_act(scene, t))
        if preposition(weapon) == "with" and weapon.head.pos == "VERB" and not is_passive(weapon.head):
            # "answered with mortars that killed nine"
            yield from (t for t in subjects(weapon.head) if can_act(scene, t))


def _is_made_safe(clause: Token) -> bool:
    """Whether a clause on arms tells who found or defused them ("a bomb that soldiers were trying to defuse")."""
    return any(verb.lemma in DEFUSING for verb in (clause, *clause.children("xcomp")))


def harming(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Subject or agent of the harm's verb: "troops killed five", "five were killed by troops"."""
    for toll in cluster.tolls:
        if toll.trigger.dep == "obj" and toll.trigger.head.lemma in {"inflict", "cause"}:
            yield from (t for t in subjects(toll.trigger.head) if t.pos == "PRON" or scene.is_party(t))
        conveyed = toll.row.cells.get("needs") == "conveyed"  # the buses that take people away drive nobody out
        told = toll.role not in {"lost", "among"} and toll.trigger.lemma not in CARING and not conveyed
        if toll.trigger.pos == "VERB" and told:
            above = toll.trigger.head
            said = scene.voices.is_speech(above) and above.child("obj") is None and not _uses_arms(above)
            if toll.trigger.dep == "advcl" and said:
                continue  # "jets struck the town, they said, killing 20": not those who said it
            timed = any(c.lower in TIMING for c in toll.trigger.children("mark"))
            if (timed and any(f.args.doers for f in cluster.frames)) or _of_aside(cluster, toll.trigger):
                continue  # "jets struck the city a day after rebels killed ten": another event's dead
            victim = {-1 if toll.victim is None else toll.victim.i}
            # "an ambush on a bus that killed": not the bus
            victim |= {t.i for f in cluster.frames for t in f.args.by("on", "against")}
            met = any(comes_upon(f) and f.trigger.i == toll.trigger.head.i for f in cluster.frames)
            if met and toll.trigger.dep == "advcl":
                continue  # "a convoy struck a mine, killing two": not the convoy
            yield from (t for t in of_verb(toll.trigger).doers if can_act(scene, t) and t.i not in victim)


def handling(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """At whose hands people died: "died at the hands of guerrillas", "died after being beaten by police"."""
    for verb in (t.trigger for t in cluster.tolls if t.trigger.pos == "VERB"):
        hands = (c for c in verb.children("obl") if c.lemma == "hand" and preposition(c) == "at")
        yield from (t for hand in hands for t in hand.children("nmod") if preposition(t) == "of" and can_act(scene, t))
        within = (c for c in verb.children("obl") if is_passive(verb) and c.lemma not in table("triggers"))
        agents = (t for c in within for t in c.children("nmod") if preposition(t) == "by")
        yield from (t for t in agents if scene.is_side(t))  # "were shot in an incident by marines"
        used = (c for c in verb.children("advcl") if c.lemma in ILL_USE and is_passive(c))
        yield from (t for clause in used for t in of_verb(clause).doers if scene.is_side(t))


def operating(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Whose operation people died in: "killed as a result of the operation of the army"."""
    others = (t for t in cluster.tolls if t.victim is None or t.victim.lemma not in IN_SERVICE)
    verbs = [t.trigger for t in others if t.trigger.pos == "VERB" and t.role != "lost"]
    near = (c for verb in verbs for c in verb.children("obl"))
    for noun in (n for c in near for n in (c, *c.children("nmod")) if n.lemma in OPERATIONS and not is_ranked(n)):
        words = (c for c in noun.children("amod", "compound", "nmod:poss") if c.lower not in CALLED | {"military"})
        before = (c for c in words if names_party(scene, c))
        of = (c for c in noun.children("nmod") if preposition(c) in {"of", "by"})
        conducted = (t for c in noun.children("acl") if c.lemma in LIGHT for t in of_verb(c).by("by"))
        yield from (*before, *(t for t in (*of, *conducted) if scene.is_side(t)))


def killed_by(toll: Toll) -> tuple[Token, ...]:
    """Who is said to have killed, by the toll's own verb; who died is none of them."""
    return () if toll.role in {"subject", "self"} and not is_passive(toll.trigger) else of_verb(toll.trigger).doers


def cracking_down(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Whose crackdown the sentence told of before people died: "government crackdowns followed; 5,000 died"."""
    deaths = [t for t in cluster.tolls if t.kind == "killed" and t.trigger.pos == "VERB"]
    victims = (t.victim for t in deaths if t.victim is not None)
    if not deaths or cluster.frames or any(map(scene.is_combatant, victims)):
        return
    first = min(t.trigger.i for t in deaths)
    for i in range(deaths[0].trigger.sent.start, first):
        noun = scene.parse[i]
        if noun.lemma == "crackdown" and not any(map(killed_by, deaths)):
            before = (c for c in noun.children("amod", "compound", "nmod:poss") if names_party(scene, c))
            of = (c for c in noun.children("nmod") if preposition(c) in {"of", "by"} and scene.is_side(c))
            yield from (*before, *of)


def _uses_arms(verb: Token) -> bool:
    """Whether somebody fires or answers with arms."""
    under = [t for t in verb.children("obl", "obj") if t.dep == "obj" or preposition(t) == "with"]
    return verb.lemma in ANSWERING | USING | {"open"} and any(table("means").at(t) or t.lemma in FIRE for t in under)


def _of_aside(cluster: Cluster, result: Token) -> bool:
    """Whether a participle hangs on an aside beside the event ("a church where villagers had fled, killing 108").

    So is a clause that only tells when ("troops opened fire as protesters threw stones, killing two").
    """
    while result.dep == "conj" and result.head.pos == "VERB" and result.head.lower.endswith("ing"):
        result = result.head  # "killing eight and injuring 52"
    if result.dep not in {"advcl", "conj"} or not result.lower.endswith("ing"):
        return False
    clause = result.head
    if clause.dep == "xcomp" and clause.head.dep in {"acl:relcl", "advcl"}:
        clause = clause.head  # "fired on inmates who tried to escape, killing ten"
    timed = clause.dep == "advcl" and bool(openers(clause) & (TIMING | MOMENT))
    if clause.dep == "acl:relcl" and any(c.lower == "who" for c in clause.children("nsubj")) and _uses_arms(clause):
        return False  # "threw stones at police, who responded with live rounds, killing two"
    burst = cluster.event == "explosion"  # "the bomb went off as a patrol passed, killing three"
    aside = clause.dep in {"acl:relcl", "acl"} or (timed and (burst or any(f.args.doers for f in cluster.frames)))
    return aside and bool(cluster.frames) and all(f.trigger.i != clause.i for f in cluster.frames)
