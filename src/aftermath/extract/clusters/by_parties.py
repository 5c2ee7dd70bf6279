"""What an event is called after its parties: bombs of a state fall from the air, men who attack soldiers fight.

Takes a cluster with the parties and means named with it, gives the event that they make of it; what the means alone
make of it is for `naming` to say.
"""

from dataclasses import dataclass

from aftermath.extract.clusters.cluster import SHOOTING, Cluster
from aftermath.extract.clusters.naming import OPEN
from aftermath.extract.events.frames import Frame
from aftermath.extract.events.needs.persons import MARCHERS
from aftermath.extract.events.needs.unrest import GATHERINGS
from aftermath.extract.grammar.phrases import counted, nations, preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.arms import Means
from aftermath.extract.layout.scene import Scene
from aftermath.extract.layout.states import is_state
from aftermath.extract.lexicon import table, words_of
from aftermath.model import Token

BLOWING = frozenset({"blow", "detonate", "explode"})
CARS = frozenset("car truck lorry van minibus vehicle motorbike motorcycle pickup boat jeep taxi".split())
BESIDE = frozenset({"at", "outside", "near", "in", "inside", "beside", "among", "into", "next", "in front of"})
"""Prepositions of where a bomber stops."""
FORCES = frozenset("army military police militia troop rebel paramilitary".split())
"""Whose vehicles and posts are armed targets."""
RAIDS = frozenset({"raid", "ambush"})
"""Fighting that can be the killing of people who do not fight."""
SHOTS = frozenset({"gunfire", "fire"})
"""Nouns of shooting, which is a fight only where those who fight are shot at."""
FLYERS = frozenset({"pilot", "airman", "nato"})
"""Who bombs from the air, whatever he is called."""

MALTREATING = frozenset({"rape", "torture", "flog", "whip"})
"""What is done to people who are held, and is no fight."""


@dataclass(frozen=True, slots=True)
class Named:
    """A cluster with the parties and means that are named with it."""

    cluster: Cluster
    doers: list[Token]
    hit: list[Token]
    means: list[Means]


def named_by_parties(scene: Scene, event: str, named: Named) -> tuple[str, str]:
    """The event that its parties make of it, and why ("" where they change nothing).

    Bombs of a state or a coalition fall from the air; an attack of no named means by armed men
    on an armed target is an armed clash (the guide's *unclear means* and `armed_clash`).
    """
    for made in (_blown_up, _flown_at, _fought):
        if (found := made(scene, event, named)) is not None:
            return found
    return event, ""


def _blown_up(scene: Scene, event: str, named: Named) -> tuple[str, str] | None:
    """What bombs are by whose they are: of a state from the air, of who wore or drove them, of who has no aircraft."""
    bombs = any(m.row.words[-1] == "bomb" and m.row["kind"] == "ied" for m in named.means)
    bombs = bombs or any(t.lemma in {"bombing", "bomb"} for t in named.cluster.tokens)
    if event == "explosion" and bombs and any(is_state(scene, t) or t.lemma in FLYERS for t in named.doers):
        return "air_strike", "bombs of a state's forces"
    if event in OPEN and any(_is_bomber(scene, t) for t in _bearers(named)):
        return "suicide_bombing", "a bomber did it, or what he wore"
    if event in OPEN and any(is_own_car(f, t) for f in named.cluster.frames for t in f.args.undergoers):
        return "suicide_bombing", "they blew up their own vehicle where somebody was"
    if event == "air_strike" and (_is_planted(scene, named) or _are_bombers(scene, named)):
        return "explosion", "bombs of those who have no aircraft"
    return None


def _flown_at(scene: Scene, event: str, named: Named) -> tuple[str, str] | None:
    """Strikes of a state's forces or a coalition, told with no other means."""
    killed = event in {"attack", "killing"} and not named.means and not named.cluster.frames
    if killed and any(map(_is_air_force, named.doers)):
        return "air_strike", "an air force did it"
    if _flown(scene, event, named):
        return "air_strike", "a state's forces strike, with no other means named"
    if event == "armed_clash" and _are_raids(named):
        return "air_strike", "raids of a coalition, with no other means named"
    return None


def _fought(scene: Scene, event: str, named: Named) -> tuple[str, str] | None:
    """Fighting or killing by who was hit: armed men or others."""
    shot_too = any(f.is_verb and f.event == "killing" for f in named.cluster.frames)
    if event == "destruction" and (shot_too or any(t.kind == "killed" for t in named.cluster.tolls)):
        armed = any(map(_is_armed, _dead(named)))
        killed = "killing", "people are said to have been killed beside it"
        return ("armed_clash", "armed men on an armed target") if armed else killed
    if event == "armed_clash" and _is_shot(scene, named):
        return "killing", "shots said to have killed"
    if event in {"armed_clash", "territory_taken"} and _is_riot(named):
        return "protest", "protesters clash, and no armed men with each other"
    if event == "killing" and _shot_both_ways(named):
        return "armed_clash", "those who were killed had shot at who killed them"
    downed = any(f.row["needs"] == "aircraft_object" for f in named.cluster.frames)
    shot = event == "killing" and _is_shooting(named.cluster)
    if event == "attack" and any(_is_repelled(scene, f.trigger) for f in named.cluster.frames):
        return "armed_clash", "an attack that a side repelled"
    if event == "attack" and (_are_shots(scene, named) or _is_crowd_under_fire(named)):
        return "killing", "people who do not fight were hit by shots"
    told = named.cluster.frames or named.doers  # a toll alone is of the passage's event
    if any(f.trigger.lemma in MALTREATING for f in named.cluster.frames):
        return None  # "were raped at a roadblock of the army"
    if told and ((event == "attack" and not downed) or shot) and any(map(_is_armed, named.hit)):
        return "armed_clash", "armed men on an armed target"
    return None


def _are_shots(scene: Scene, named: Named) -> bool:
    """Whether people who do not fight came to harm by bullets, a sniper's fire or the like, and nothing else."""
    died = any(t.kind == "killed" for t in named.cluster.tolls)
    kinds = {"small arms", "riot arms"} if died else {"small arms"}  # "died after a tear gas canister hit him"
    shots = [m for m in named.means if m.row["kind"] in kinds]
    sniped = any(t.lemma == "sniper" for t in named.doers)
    hurt = [counted(t.victim) for t in named.cluster.tolls if t.victim is not None]
    hurt += [counted(t) for f in named.cluster.frames for t in f.args.undergoers]
    people = [t for t in (*hurt, *named.hit) if scene.is_people(t)]
    if not people or any(map(scene.is_combatant, (*hurt, *named.hit))) or any(map(_is_armed, named.hit)):
        return False
    return (bool(shots) and len(shots) == len(named.means)) or (sniped and not named.means)


def _is_crowd_under_fire(named: Named) -> bool:
    """Whether people died when a funeral, a march or the like came under fire."""
    fire = [f for f in named.cluster.frames if f.row.words[0] == "come" and f.row.partner == "fire"]
    crowd = any(t.lemma in GATHERINGS | {"funeral"} for f in fire for t in (*f.args.doers, *f.args.undergoers))
    return crowd and any(t.kind == "killed" for t in named.cluster.tolls)


def _is_repelled(scene: Scene, noun: Token) -> bool:
    """Whether a side is said to have repelled the attack that a noun tells of."""
    verb = noun.head
    return noun.dep == "obj" and verb.lemma in {"repel", "repulse"} and any(map(scene.is_side, subjects(verb)))


def _bearers(named: Named) -> list[Token]:
    return [*named.doers, *(t for f in named.cluster.frames for t in f.args.doers)]


def _is_bomber(scene: Scene, token: Token) -> bool:
    """Whether a bomber in a report of suicide attacks did it, and no nation's aircraft, or his belt went off."""
    worn = token.lemma in {"belt", "vest"} and token.dep == "nsubj"
    walks = token.lower == "bomber" and token.i not in scene.means and "suicide" in scene.parse.lemmas
    flies = nations(token) or any(c.lemma != "suicide" for c in token.children("compound"))
    return worn or (walks and not flies)


def is_own_car(frame: Frame, token: Token) -> bool:
    """Whether people blow up the vehicle they drive at or before something ("blew up his car at a checkpoint")."""
    verb = frame.trigger
    own = any(c.pos == "PRON" and c.dep == "nmod:poss" for c in token.children())
    if not (frame.is_verb and verb.lemma in BLOWING and token.lemma in CARS and own and token.dep == "obj"):
        return False
    if any(t.lemma in FORCES | {"soldier", "troops"} for t in (*frame.args.doers, *verb.children("nsubj"))):
        return False  # "retreating troops blew up their vehicles at the airport"
    return any(preposition(t) in BESIDE or t.lemma == "front" for t in verb.children("obl"))


def _is_shot(scene: Scene, named: Named) -> bool:
    """Whether shots or a raid are only how people were killed who do not fight ("by sniper fire", not "in crossfire").

    "Gunmen raided the village and beheaded two men" is a killing, as "shot dead in a raid" is.
    """
    frames = named.cluster.frames
    words = {f.trigger.lemma if not f.is_verb else "" for f in frames}
    dead = _dead(named)
    in_raid = all(f.event in {"killing", "destruction", "attack"} or f.trigger.lemma in RAIDS for f in frames)
    by_hand = any(f.event == "killing" and f.is_verb for f in frames)
    return (
        (words <= SHOTS or (in_raid and by_hand))
        and bool(dead)
        and not any(scene.is_combatant(t) for t in (*dead, *named.hit))
    )


def _shot_both_ways(named: Named) -> bool:
    """Whether those who were killed shot themselves ("police shot dead two men who had fired at them")."""
    dead = {t.victim.i for t in named.cluster.tolls if t.kind == "killed" and t.victim is not None}
    shots = (f for f in named.cluster.frames if f.is_verb and f.trigger.lemma in SHOOTING)
    return any(dead & {t.i for t in f.args.doers} for f in shots)


def _is_riot(named: Named) -> bool:
    """Whether it is demonstrators who clash or storm a building, and nobody was killed (the guide's `protest`)."""
    crowd = any(t.lemma in MARCHERS for t in (*named.doers, *_bearers(named)))
    return crowd and not any(t.kind == "killed" for t in named.cluster.tolls)


def _dead(named: Named) -> list[Token]:
    return [counted(t.victim) for t in named.cluster.tolls if t.victim is not None and t.kind == "killed"]


def _flown(scene: Scene, event: str, named: Named) -> bool:
    """Whether a state strikes with no means named, which comes by air."""
    strikes = all(f.is_verb and f.trigger.lemma == "strike" for f in named.cluster.frames)
    return event == "attack" and not named.means and strikes and any(is_state(scene, t) for t in named.doers)


def _is_air_force(token: Token) -> bool:
    return token.lemma == "force" and any(c.lower == "air" for c in token.children("compound", "amod"))


def _are_raids(named: Named) -> bool:
    """Whether an event is told as a coalition's raids, and not as what its soldiers raided."""
    raids = all(not f.is_verb and f.trigger.lemma == "raid" for f in named.cluster.frames)
    return bool(named.cluster.frames) and raids and not named.means and any(t.lemma == "coalition" for t in named.doers)


def _is_planted(scene: Scene, named: Named) -> bool:
    """Whether "bombed" and "the bombing" are of a bomb that was laid: of a group, or where nobody flies."""
    words = {t.lemma for t in named.cluster.tokens if not (named.doers and t.lemma in table("harm"))}
    spree = any(f.row.words == ("bombing", "campaign") for f in named.cluster.frames)
    if spree and named.doers and not named.means:
        return all(_is_irregular(scene, t) for t in named.doers)
    if not words <= {"bomb", "bombing"} or any(m.row["kind"] in {"aircraft", "air bomb"} for m in named.means):
        return False
    if any(t.lemma in FLYERS for t in named.doers):
        return False
    flown = any(m.row["kind"] in {"aircraft", "air bomb"} for m in scene.means.values())
    return not any(is_state(scene, t) for t in named.doers) and (bool(named.doers) or not flown)


def _is_irregular(scene: Scene, doer: Token) -> bool:
    """Whether a group is known to be armed, or its word is of fighters who are no state's and no coalition's."""
    if is_state(scene, doer) or doer.lemma in FLYERS | {"coalition", "alliance"}:
        return False
    return doer.i in scene.armed or scene.is_combatant(doer)


def _are_bombers(scene: Scene, named: Named) -> bool:
    """Whether bombers who killed are people, and no aircraft: of no nation, in a report of no other aircraft."""
    doers = _bearers(named)
    if not doers or any(t.lemma != "bomber" for t in doers) or any(map(nations, doers)):
        return False
    killed = all(f.trigger.lemma in {"kill", "murder", "wound"} for f in named.cluster.frames)
    made = (c.lemma for t in doers for c in t.children("compound", "amod"))
    kinds = {m.row["kind"] for m in scene.means.values() if m.row.words[-1] != "bomber"}
    return killed and not {"aircraft", "air bomb"} & kinds and not set(made) & {"jet", "strategic", "heavy", "fighter"}


def _is_shooting(cluster: Cluster) -> bool:
    """Whether fire is opened: on the armed a clash, on others a killing. Who is shot dead alone did not fight."""
    shot = [f.row for f in cluster.frames if f.row.words[0] in SHOOTING]
    return cluster.event == "killing" and bool(shot) and not any(row.partner in {"dead", "death"} for row in shot)


def _is_armed(token: Token) -> bool:
    row = table("targets").first(token)
    civilian = any(c.lower in {"civilian", "non-military"} for c in token.children("amod"))
    held = row is not None and row["kind"] == "military" and not civilian
    owned = any(c.lemma in FORCES for c in token.children("compound", "amod", "nmod:poss"))
    fights = words_of("people", "kind", "combatant")
    if token.lemma in {"convoy", "column"}:  # of whom, decides
        return owned or any(c.lemma in fights for c in token.children("nmod", "compound"))
    return held or owned or token.lemma in fights
