"""What an event is called after the means and the parties named with it: an attack by jets is an air strike."""

from dataclasses import dataclass

from aftermath.extract.clusters.cluster import RIOT, SHOOTING, VIOLENT, Cluster
from aftermath.extract.events.frames import Frame
from aftermath.extract.events.needs.persons import MARCHERS
from aftermath.extract.events.needs.unrest import GATHERINGS
from aftermath.extract.grammar.phrases import NUMBERS, counted, nations, preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.arms import Means
from aftermath.extract.layout.scene import Scene
from aftermath.extract.layout.states import is_state
from aftermath.extract.lexicon import table, words_of
from aftermath.model import Token

OPEN = frozenset({"attack", "explosion", "killing"})
"""Events that a suicide attacker's presence turns into a suicide bombing."""
WEARING = frozenset({"wear", "carry", "don"})
CARRIED = frozenset({"rocket-propelled", "rpg", "grenade", "rocket"})
"""Arms that men carry beside their rifles, and that make no shelling of their attack."""
WRECKING = frozenset({"destroy", "damage", "burn", "wreck", "lose"})
"""Verbs of what becomes of aircraft on the ground."""
SETTING_OFF = frozenset("set detonate trigger activate blow explode".split())
"""Verbs with which a bomber sets off what he wears."""
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
WORKS = frozenset(
    "factory plant works pipeline field station facility company refinery terminal worker boat ship".split()
)
CRASHING = frozenset({"crash", "fall", "come", "plunge", "ditch"})
"""Verbs of aircraft that strike nobody."""
FIRED_FROM = {"tank": "shelling", "aircraft": "air_strike"}
"""What the shots are that are fired from it; the guide's `shelling` takes in tanks."""
BACKING = frozenset("back aid support assist help accompany reinforce escort".split())
"""Participles of who stands behind those who did it."""
MAY_FLY = frozenset({"raid", "sortie", "assault", "operation"})
"""Words of fighting that are air strikes where aircraft carry them out."""


def named_by_means(cluster: Cluster, means: list[Means]) -> tuple[str, str]:
    """The event that the means make of a cluster, and the table row that says so ("" where none does)."""
    event = cluster.event
    if any(f.row["needs"] == "aircraft_object" for f in cluster.frames):
        return event, ""  # the aircraft was brought down, and bombed nobody
    if (otherwise := _crackdown(cluster, means) or _fired(cluster, means)) is not None:
        return otherwise
    idle = (_carries, _is_shot_at, _only_backs, _names_event)
    told = (m for m in means if not any(rule(cluster, m) for rule in idle))
    means = _telling(event, [m for m in told if not _names_works(cluster, m)])
    given = [(m.row["event"], m.row.where) for m in means if m.row["event"]]
    codes = dict(reversed(given))
    if event in VIOLENT and "chemical_attack" in codes:
        return "chemical_attack", codes["chemical_attack"]
    if event in OPEN and "suicide_bombing" in codes:
        return "suicide_bombing", codes["suicide_bombing"]
    fired = any(f.row["needs"] == "fired_on" for f in cluster.frames)
    aircraft = [
        pair for pair, m in zip(given, (m for m in means if m.row["event"]), strict=True) if m.row["kind"] == "aircraft"
    ]
    if event == "destruction" and (wrought := _wrought(cluster, means)):
        return wrought
    if given and (event == "attack" or (event == "killing" and (fired or not cluster.frames))):
        return (aircraft or given)[0]
    by_air = next((m for m in means if m.row["kind"] in {"aircraft", "air bomb"}), None)
    flown = "" if by_air is None or _named_second(cluster, means, by_air) else by_air.row.where
    if event == "shelling" and (flown := flown or _dropped(cluster, means)):
        return "air_strike", flown
    if event == "explosion" and "shelling" in codes and "explosion" not in codes:
        return "shelling", codes["shelling"]  # "a mortar bomb hit a church"
    if "air_strike" in codes and _may_fly(cluster, codes):
        return "air_strike", codes["air_strike"]
    return event, ""


def _fired(cluster: Cluster, means: list[Means]) -> tuple[str, str] | None:
    """What arms make of an event whose word leaves it open: shots from a tank, what somebody "bombed" with."""
    return _fired_from(cluster, means) or _bombed_with(cluster, means)


def _bombed_with(cluster: Cluster, means: list[Means]) -> tuple[str, str] | None:
    """Shelling, where somebody "bombed" with what is fired from the ground ("they bombed us with Grad missiles")."""
    thrown = {t.i for f in cluster.frames if f.is_verb and f.trigger.lemma == "bomb" for t in f.args.by("with")}
    if not thrown or any(m.row["kind"] in {"aircraft", "air bomb"} for m in means):
        return None
    found = (m for m in means if m.row["event"] == "shelling" and thrown & set(range(m.start, m.end)))
    return next((("shelling", m.row.where) for m in found), None)


def _named_second(cluster: Cluster, means: list[Means], by_air: Means) -> bool:
    """Whether something fired is named first of two means ("missiles and drones"), which gives the event."""
    parse = cluster.trigger.parse
    fired = [m for m in means if m.row["event"] == "shelling" and m.start < by_air.start]
    words = [parse[i] for i in range(by_air.start, by_air.end)]
    words += [w.head for w in words if w.dep == "nmod" and w.head.lemma in NUMBERS]  # "and dozens of drones"
    listed = {t.i for word in words if word.dep == "conj" for t in (word, word.head)}
    return any(listed & set(range(m.start, m.end)) for m in fired)


def _names_event(cluster: Cluster, means: Means) -> bool:
    """Whether "air" is part of the name of an event that stands for itself ("shelling and air strikes")."""
    word = cluster.trigger.parse[means.end - 1]
    part = means.row["kind"] == "air" and word.dep == "compound"
    return part and any(f.trigger.i == word.head.i for f in cluster.frames)


def _only_backs(cluster: Cluster, means: Means) -> bool:
    """Whether aircraft or tanks only stand behind those who did it ("troops backed by warplanes shelled the town")."""
    token = cluster.trigger.parse[means.end - 1]
    while token.dep == "conj":
        token = token.head
    return token.head.lemma in BACKING and token.head.dep.startswith(("acl", "amod", "advcl"))


def _crackdown(cluster: Cluster, means: list[Means]) -> tuple[str, str] | None:
    """A crowd set upon: `killing` where people died, `protest` where it was tear gas and the like alone (the guide)."""
    riot = [m.row.where for m in means if m.row["kind"] == "riot arms"]
    if cluster.event == "protest" and any(t.kind == "killed" for t in cluster.tolls):
        row = next((f.row.where for f in cluster.frames if f.row["needs"] in RIOT), None)
        return None if row is None else ("killing", row)
    if cluster.event in {"killing", "shelling"} and riot and len(riot) == len(means) and not cluster.tolls:
        return "protest", riot[0]
    return None


def _carries(cluster: Cluster, means: Means) -> bool:
    """Whether an aircraft only carries the dead ("brought out six bodies by helicopter"), or those hit carry arms."""
    found = not cluster.frames and all(t.trigger.pos != "VERB" for t in cluster.tolls)
    token = cluster.trigger.parse[means.end - 1]
    if token.lemma == "bomber" and any(c.lemma in table("people") for c in _beside(token)):
        return True  # "teams of gunmen and bombers"
    if token.dep == "obj" and token.head.lemma in WEARING and _is_hit(cluster, token.head):
        return True  # "police shot five suspects wearing explosive belts"
    if means.row["kind"] == "aircraft" and token.dep == "nsubj" and token.head.lemma in CRASHING:
        return True  # "died when their helicopter came down"
    return found and means.row["kind"] == "aircraft" and preposition(token) in {"by", "in", "on", "aboard"}


def _beside(token: Token) -> list[Token]:
    """What a word is coordinated with."""
    return [*token.children("conj"), *([token.head] if token.dep == "conj" else [])]


def _is_hit(cluster: Cluster, clause: Token) -> bool:
    """Whether a clause tells of somebody to whom the event is done."""
    return clause.dep.startswith("acl") and clause.head.i in _done_to(cluster)


def _done_to(cluster: Cluster) -> set[int]:
    """The tokens of those to whom the event is done."""
    hit = {t.i for f in cluster.frames for t in f.args.undergoers}
    return hit | {t.victim.i for t in cluster.tolls if t.victim is not None}


def _is_shot_at(cluster: Cluster, means: Means) -> bool:
    """Whether aircraft, tanks or bombers are what is fired on, and no means ("on the helicopters", "into the air")."""
    set_off = any(f.trigger.lemma in SETTING_OFF for f in cluster.frames)  # "suspects set off explosive belts"
    arms = cluster.trigger.parse[means.end - 1]
    if means.row["kind"] == "suicide" and arms.i in _done_to(cluster) and not set_off:
        return True  # "soldiers shot dead a suicide bomber"
    if means.row["kind"] == "aircraft" and arms.dep in {"obj", "nsubj:pass"} and arms.head.lemma in WRECKING:
        return True  # "an explosion destroyed nine planes"
    aimed = {t.i for f in cluster.frames if f.is_verb for t in f.args.by("on", "at", "upon", "against", "into", "in")}
    return means.row["kind"] in {"aircraft", "tank", "air"} and bool(aimed & set(range(means.start, means.end)))


def _names_works(cluster: Cluster, means: Means) -> bool:
    """Whether the word says what a works is for ("a gas factory", "a rocket plant")."""
    token = cluster.trigger.parse[means.end - 1]
    return token.dep == "compound" and token.head.i >= means.end and token.head.lemma in WORKS


def _fired_from(cluster: Cluster, means: list[Means]) -> tuple[str, str] | None:
    """What the fire of a tank's gun, or of helicopters, makes of a killing ("helicopters shot at people")."""
    if cluster.event != "killing":
        return None
    shot = [f for f in cluster.frames if f.is_verb and f.row.words[0] in SHOOTING]
    doers = {t.i for f in shot for t in f.args.doers}
    found = (m for m in means if m.row["kind"] in FIRED_FROM and doers & set(range(m.start, m.end)))
    return next(((FIRED_FROM[m.row["kind"]], m.row.where) for m in found), None)


def _dropped(cluster: Cluster, means: list[Means]) -> str:
    """The row of bombs that fall, which were dropped; a mortar bomb was not."""
    if cluster.trigger.lemma not in {"fall", "rain"} or len(means) != 1 or means[0].row["kind"] == "mortar":
        return ""
    return means[0].row.where if means[0].row.words[-1] == "bomb" else ""


def _telling(event: str, means: list[Means]) -> list[Means]:
    """The means that may say what an attack was: not the grenades of men who carry rifles as well."""
    if any(m.row["kind"] in {"riot arms", "small arms"} for m in means):
        means = [m for m in means if m.row.words != ("gas",)]  # "hurt by bullets, gas or batons": tear gas
    if event not in {"attack", "killing"} or all(m.row["kind"] not in {"small arms", "blade"} for m in means):
        return means
    return [m for m in means if m.row.words[0] not in CARRIED]


def _wrought(cluster: Cluster, means: list[Means]) -> tuple[str, str] | None:
    """The event of the means that destroyed something: its planes, shells, a bomb, as doer or behind "with"."""
    doers = {t.i for f in cluster.frames for t in (*f.args.doers, *f.args.by("with", "by"))}
    found = (m for m in means if m.row["event"] and doers & set(range(m.start, m.end)))
    return next(((m.row["event"], m.row.where) for m in found), None)


def _may_fly(cluster: Cluster, codes: dict[str, str]) -> bool:
    """Whether the event's own words may be of an attack from the air."""
    if cluster.event == "shelling":
        return "shelling" not in codes
    return cluster.event == "explosion" or (cluster.event == "armed_clash" and cluster.trigger.lemma in MAY_FLY)


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
    if event == "destruction" and any(t.kind == "killed" for t in named.cluster.tolls):
        armed = any(map(_is_armed, _dead(named)))
        killed = "killing", "people are said to have been killed beside it"
        return ("armed_clash", "armed men on an armed target") if armed else killed
    if event == "armed_clash" and _is_shot(scene, named):
        return "killing", "shots said to have killed"
    if event == "armed_clash" and _is_riot(named):
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
    words = {t.lemma for t in named.cluster.tokens}
    if not words <= {"bomb", "bombing"} or any(m.row["kind"] in {"aircraft", "air bomb"} for m in named.means):
        return False
    if any(t.lemma in FLYERS for t in named.doers):
        return False
    flown = any(m.row["kind"] in {"aircraft", "air bomb"} for m in scene.means.values())
    return not any(is_state(scene, t) for t in named.doers) and (bool(named.doers) or not flown)


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
