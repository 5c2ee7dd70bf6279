"""Checks of words for attacks: arms, fighters or harm stand about "hit", "fire", "land", "destroy"."""

from aftermath.extract.events.needs.figurative import is_figurative
from aftermath.extract.events.needs.persons import MARCHERS
from aftermath.extract.events.needs.words import (
    ABSTRACT,
    REACH_BACK,
    harm_near,
    is_denied,
    is_nation,
    is_target,
    stands_for,
)
from aftermath.extract.grammar.arguments import UNDERGO, Arguments
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import counted, preposition
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table, words_of
from aftermath.model import Token

WORDS = frozenset(
    "question complaint message call request criticism email letter demand insult tweet query advice offer kindness"
    " love praise advert gift".split()
)
"""What people are bombarded with when no arms are meant."""


NO_PROJECTILES = frozenset({"aircraft", "tank", "small arms", "riot arms", "blade"})
"""Kinds of means that are not fired or thrown themselves, or whose throwing is no shelling ("threw stones")."""
BY_ANYBODY = frozenset({"burn", "torch", "wreck", "smash", "raze"})
"""What crowds do to things, armed or not."""
BONFIRES = frozenset({"tyre", "tire", "tyres", "tires", "effigy", "flag"})
"""What protesters burn."""
NO_CHARGE = frozenset("gun pistol revolver rifle shotgun firearm weapon alarm siren light".split())
"""What goes off and is no bomb."""
LAUNCHED = frozenset({"rocket", "cluster munition", "incendiary", "air bomb"})
"""Kinds of means whose use against somebody is an attack."""
UNMANNED = frozenset({"drone", "uav", "quadcopter", "shahed"})
"""Aircraft that are flown into what they hit."""
RAMMED = ("into", "at", "through")
FLOWN_IN = frozenset({"fire", "launch", "drop", "lob", "throw"})
"""What was done with a bomb that nobody drives."""
AGENTLESS = frozenset("damage destroy sabotage demolish burn gut shatter wreck bulldoze level flatten".split())
"""What is done to things in war though nobody is named who did it."""


def always(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """The word alone will do."""
    if is_figurative(trigger) or _is_criticism(scene, trigger, args):
        return False
    if trigger.lemma == "go" and any(t.lemma in NO_CHARGE for t in args.doers):
        return False
    if trigger.lemma == "shoot" and (_into_air(args) or any(t.i in scene.means for t in args.undergoers)):
        return False  # "shooting their rifles in the air"
    return not any(t.lemma in WORDS for t in args.by("with", "of"))


def violent(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Arms, fighters or harm stand in the clause, or a place or object is hit by a party."""
    if is_figurative(trigger) or (args.undergoers and all(t.lemma in ABSTRACT for t in args.undergoers)):
        return False
    if any(_strikes(scene, t) or t.i in scene.means for t in map(counted, args.doers)):
        return bool(args.undergoers or args.obliques) or trigger.pos in {"NOUN", "PROPN"}
    if trigger.pos in {"NOUN", "PROPN"}:
        return True
    if scene.is_of_war and is_denied(trigger) and any(t.lemma in table("targets") for t in args.undergoers):
        return True
    if scene.is_of_war and is_passive(trigger) and any(t.lemma in table("targets") for t in args.undergoers):
        return not args.doers
    if scene.is_of_war and is_passive(trigger) and not args.doers and any(t.i in scene.places for t in args.undergoers):
        return True  # "the city centre has been hit"
    if scene.is_of_war and trigger.lemma == "attack" and any(_is_built(t) for t in args.undergoers):
        return any(t.pos in {"PRON", "NUM"} for t in args.doers)  # "two of them attacked the mosque"
    return any(t.i in scene.means for _, t in args.obliques) or harm_near(scene, trigger)


def _is_built(token: Token) -> bool:
    """Whether the token is a building, a post or works, which nobody attacks in words."""
    row = table("targets").first(token)
    return row is not None and row["kind"] not in {"government", "media"}


def _is_criticism(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Whether people come under fire of words: "from lawmakers", "from all sides"."""
    critics = args.by("from") if trigger.lemma in UNDERGO else []
    known = (t.i in scene.actors or t.i in scene.places or t.lemma in table("targets") for t in critics)
    return bool(critics) and not any(known) and not any(scene.is_combatant(t) for t in critics)


def _strikes(scene: Scene, token: Token) -> bool:
    """Whether the token is of a side or a nation, or a pronoun that stands for one ("denied that it was attacking")."""
    meant = stands_for(scene, token)
    return scene.is_party(meant) if meant is not None else scene.is_side(token) or is_nation(scene, token)


def violent_means(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """A weapon does it, or it is done with one."""
    return any(t.i in scene.means for t in (*args.doers, *args.by("with")))


def projectile(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is fired or launched is a weapon, a drone of a side's, or fire is opened on somebody."""
    things = [t.i for t in args.undergoers]
    if any(map(scene.is_party, args.doers)) and _sends_drones(scene, args):
        return True
    things += [t.i for t in args.doers]
    return any(i in scene.means and scene.means[i].row["kind"] not in NO_PROJECTILES for i in things)


def _sends_drones(scene: Scene, args: Arguments) -> bool:
    """Whether drones are sent out, so many or at something, and no new make of them is shown."""
    sent = [t for t in args.undergoers if scene.counted(t).lemma in UNMANNED]
    aimed = args.by("at", "toward", "towards", "against", "into", "over")
    return any(aimed or t.lemma not in UNMANNED or t.child("nummod") is not None for t in sent)


def fired_on(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Fire is opened on somebody or something, with no shell or rocket named."""
    if _into_air(args):
        return False
    aimed = any(p in {"on", "at", "upon", "into"} for p, _ in args.obliques)
    if is_passive(trigger) and any(c.lower in {"on", "upon", "at"} for c in trigger.children("compound:prt", "advmod")):
        return bool(args.undergoers)  # "the ferry was fired on"
    fires = any(scene.is_party(t) or scene.is_people(t) or _strikes(scene, t) for t in args.doers)
    return aimed and (fires or bool(args.undergoers))


def _into_air(args: Arguments) -> bool:
    """Whether shots are fired at nobody."""
    return any(t.lemma == "air" for t in args.by("into", "in"))


def fires_back(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Somebody armed answers fire: no crowd and no thing is named at which it is."""
    aimed = args.by("at", "on", "into")
    if any(t.lemma == "back" for t in args.by("in")):
        return False  # "was shot in the back"
    fires = any(scene.is_party(t) or _strikes(scene, t) or scene.is_people(t) for t in args.doers)
    return fires and all(scene.is_combatant(t) for t in aimed)


def fired_on_place(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Fire is opened on a town or neighbourhood (the guide's *unclear means*: shelling)."""
    aimed = args.by("on", "at", "upon", "into")
    areas = words_of("targets", "kind", "homes")
    return any(t.i in scene.places or t.lemma in areas for t in aimed) and any(scene.is_party(t) for t in args.doers)


def weapon_subject(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What tears, wrecks or flattens is a weapon or an aircraft."""
    return any(t.i in scene.means and scene.means[t.i].row["event"] for t in args.doers)


def aircraft_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is brought down is manned and flies: a drone or missile shot down is the end of the strike it was of."""
    flown = [scene.means[t.i] for t in args.undergoers if t.i in scene.means]
    if any(t.lower == "it" for t in args.undergoers):  # "a warplane crashed. Rebels said they shot it down"
        near = range(max(0, trigger.sent.start - REACH_BACK), trigger.i)
        flown += [scene.means[i] for i in near if i in scene.means]
    return any(m.row["kind"] == "aircraft" and not m.is_weapon for m in flown)


def mined(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What somebody drives over goes off."""
    under = (scene.means[t.i] for t in (*args.undergoers, *args.by("over")) if t.i in scene.means)
    return any(m.row["event"] == "explosion" for m in under)


def weapons_stopped(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is brought down are missiles or drones, by number: the strike they were of came to nothing."""
    flown = (scene.means[t.i] for t in args.undergoers if t.i in scene.means)
    counted = any(t.child("nummod") is not None or t.i in scene.quantities for t in args.undergoers)
    return counted and any(m.is_weapon and m.row["event"] in {"air_strike", "shelling"} for m in flown)


def chemical_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is used or released is a chemical agent or weapon."""
    things = [*args.undergoers, *args.by("of")]
    things += [c for t in args.undergoers for c in t.children("nmod") if preposition(c) in {"of", "with"}]
    return any(t.i in scene.means and scene.means[t.i].row["kind"] == "chemical" for t in things)


def arms_used(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Somebody is said, by somebody named, to have used rockets, missiles or bombs."""
    voice = scene.voices.at(trigger)
    if voice is None or not voice.speakers or trigger.child("aux:pass") is not None:
        return False
    acting = any(scene.is_side(t) or t.i in scene.places or t.i in scene.actors for t in args.doers)
    acting = acting or any(scene.is_people(t) or scene.is_side(t) for t in args.by("against", "on"))
    return acting and any(t.i in scene.means and scene.means[t.i].row["kind"] in LAUNCHED for t in args.undergoers)


def riot_means(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is used against a crowd is tear gas, rubber bullets or the like, or live rounds against protesters."""
    things = [*args.undergoers, *args.by("with")]
    kinds = {scene.means[t.i].row["kind"] for t in things if t.i in scene.means}
    crowd = any(scene.counted(t).lemma in MARCHERS for t in args.by("against", "at", "on"))
    return "riot arms" in kinds or (crowd and "small arms" in kinds)


def projectile_subject(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What lands, falls or hits is a shell, rocket, missile or bomb."""
    kinds = {"mortar", "rocket", "artillery", "cluster munition", "incendiary", "air bomb", "other munition"}
    things = args.undergoers if trigger.lemma == "come" else args.doers  # "shells came down on the town"
    means = [scene.means[t.i].row for t in things if t.i in scene.means]
    falls = trigger.lemma in {"fall", "rain"}  # a bomb that falls was dropped
    return any(row["kind"] in kinds or (falls and row.words[-1] == "bomb") for row in means)


def drone_into(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """A drone ends in a building, a vehicle or a place."""
    flown = (scene.means[t.i].row for t in args.doers if t.i in scene.means)
    into = (scene.counted(t) for t in args.by("into", "through", "on"))
    hits = any(t.lemma in table("targets") or t.i in scene.places for t in into)
    return hits and any(row["kind"] == "aircraft" and row.words[-1] in UNMANNED for row in flown)


def self_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Somebody blows himself up."""
    return any(t.lower in {"himself", "herself", "themselves", "itself"} for t in args.undergoers)


def object_hit(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is destroyed or looted is a thing, and somebody armed, arms or harm stand in the sentence."""
    done_to = (scene.counted(t) for t in (*args.undergoers, *args.by("to")))
    if trigger.lemma == "burn" and any(t.lemma in BONFIRES for t in args.undergoers):
        return False  # "blocked the road with rocks and burning tyres"
    if trigger.dep == "amod" or not any(map(is_target, done_to)):
        return False
    if (
        scene.is_of_war
        and trigger.lemma in BY_ANYBODY
        and any(scene.is_people(t) or scene.is_side(t) for t in args.doers)
    ):
        return True  # "mobs burned 15 cars"
    if any(scene.is_combatant(t) or t.i in scene.means for t in (*args.doers, *(t for _, t in args.obliques))):
        return True
    if any(_bursts(t) for t in args.doers) or (scene.is_of_war and not args.doers and trigger.lemma in AGENTLESS):
        return True
    return trigger.lemma in {"loot", "ransack", "torch", "raze", "vandalize", "plunder", "set", "pillage", "demolish"}


def _bursts(token: Token) -> bool:
    """Whether the noun is of what destroys of itself: a blast, a strike, a bombardment."""
    events = {row["event"] for row in table("triggers").at(token) if row["pos"] == "N"}
    return bool(events & {"explosion", "shelling", "air_strike"})


def rams(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """A bomber, or a vehicle made into a bomb, is driven into something."""
    vehicles = (*args.doers, *args.undergoers)
    if not args.by(*RAMMED):
        return False
    bombs = (t for t in vehicles if not any(c.lemma in FLOWN_IN for c in t.children("acl", "acl:relcl")))
    loaded = any(t.i in scene.means and scene.means[t.i].row["kind"] in {"ied", "car bomb"} for t in bombs)
    return loaded or any(t.lemma == "bomber" and t.i not in scene.means for t in args.doers)
