"""Checks that an ambiguous trigger word must pass: "hit", "strike", "fall", "release" and their like.

Each check takes the scene, the trigger and its arguments, and says whether the words around
make the word tell of an event of armed conflict. The names stand in the `needs` column of
`tables/triggers.tsv`.
"""

from collections.abc import Callable

from aftermath.extract.arguments import Arguments
from aftermath.extract.lexicon import table, words_of
from aftermath.extract.scene import Scene
from aftermath.model import Token

Need = Callable[[Scene, Token, Arguments], bool]

HARM_LEMMAS = frozenset("kill die injure wound dead death casualty fatality maim destroy damage".split())
TRUCE = frozenset("truce ceasefire cease-fire armistice surrender hostility fire peace lull calm".split())
PACTS = frozenset("agreement deal accord treaty pact".split())
"""What is a truce only between those who fight."""
STATE_ARMS = frozenset(
    "police army troop soldier force officer authority military government marine navy guard".split()
)
ARMED = frozenset("troop soldier force army fighter rebel militant insurgent unit garrison militia militiaman".split())
AID = frozenset(
    "aid convoy food supply relief delivery access medicine fuel road highway crossing corridor lorry truck".split()
)
"""What a siege keeps from passing."""
CAPTIVES = frozenset(
    "prisoner hostage detainee inmate captive abductee convict jail prison captivity prisoners girl"
    " soldier journalist".split()
)
WORDS = frozenset(
    "question complaint message call request criticism email letter demand insult tweet query advice offer".split()
)
"""What people are bombarded with when no arms are meant."""
FIGURATIVE = frozenset(
    "hunger general labour labor lightning union heart panic media verbal personal cyber cyberattack legal"
    " rhetorical".split()
)


def always(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """The word alone will do."""
    return not _figurative(trigger) and not any(t.lemma in WORDS for t in args.by("with", "of"))


def violent(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Arms, fighters or harm stand in the clause, or a place or object is hit by a party."""
    if _figurative(trigger):
        return False
    if any(scene.is_side(t) or _nation(scene, t) or t.i in scene.means for t in args.doers):
        return bool(args.undergoers or args.obliques) or trigger.pos in {"NOUN", "PROPN"}
    if trigger.pos in {"NOUN", "PROPN"}:
        return True
    return any(t.i in scene.means for _, t in args.obliques) or _harm_near(scene, trigger)


def violent_means(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """A weapon does it, or it is done with one."""
    return any(t.i in scene.means for t in (*args.doers, *args.by("with")))


def projectile(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is fired or launched is a weapon, or fire is opened on somebody."""
    things = [t.i for t in args.undergoers]
    things += [t.i for t in args.doers]
    return any(
        i in scene.means and scene.means[i].row["kind"] not in {"aircraft", "tank", "small arms"} for i in things
    )


def fired_on(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Fire is opened on somebody or something, with no shell or rocket named."""
    aimed = any(p in {"on", "at", "upon", "into"} for p, _ in args.obliques)
    return aimed and (any(scene.is_party(t) or scene.is_people(t) for t in args.doers) or bool(args.undergoers))


def fired_on_place(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Fire is opened on a town or neighbourhood (the guide's *unclear means*: shelling)."""
    aimed = args.by("on", "at", "upon", "into")
    areas = words_of("targets", "kind", "homes")
    return any(t.i in scene.places or t.lemma in areas for t in aimed) and any(scene.is_party(t) for t in args.doers)


def weapon_subject(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What tears, wrecks or flattens is a weapon or an aircraft."""
    return any(t.i in scene.means and scene.means[t.i].row["event"] for t in args.doers)


def chemical_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is used or released is a chemical agent or weapon."""
    things = [*args.undergoers, *args.by("of")]
    return any(t.i in scene.means and scene.means[t.i].row["kind"] == "chemical" for t in things)


def projectile_subject(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What lands, falls or hits is a shell, rocket, missile or bomb."""
    kinds = {"mortar", "rocket", "artillery", "cluster munition", "incendiary", "air bomb", "other munition"}
    subject = [t for t in args.doers if t.i in scene.means and scene.means[t.i].row["kind"] in kinds]
    return bool(subject)


def self_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Somebody blows himself up."""
    return any(t.lower in {"himself", "herself", "themselves", "itself"} for t in args.undergoers)


def person_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """The object (or passive subject) is people."""
    return any(
        scene.is_people(t) or scene.names.get(t.i) == "PERSON" or t.lower in {"him", "her", "them"}
        for t in args.undergoers
    )


def held_by_state(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """People are taken by a state's forces, or fighters by anybody: the guide's `arrest`."""
    if not person_object(scene, trigger, args):
        return False
    fighters_held = any(scene.is_combatant(t) for t in args.undergoers)
    return fighters_held or not args.doers or any(t.lemma in STATE_ARMS for t in args.doers)


def held_by_others(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """People who do not fight are taken by somebody who is no state: the guide's `abduction`."""
    return person_object(scene, trigger, args) and not held_by_state(scene, trigger, args)


def taken(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Armed people take somebody away."""
    return person_object(scene, trigger, args) and any(scene.is_combatant(t) for t in args.doers)


def person_subject(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """The subject is people."""
    return any(scene.is_people(t) for t in (*args.doers, *args.undergoers))


def fighters(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Somebody armed is on one side, and a second side or a place is named."""
    sides = [*args.doers, *args.undergoers, *(t for _, t in args.obliques)]
    if not any(scene.is_combatant(t) or _nation(scene, t) for t in sides):
        return False
    if trigger.lemma == "fight":
        rivals = [*args.undergoers, *args.by("against", "with")]
        return any(scene.is_party(t) for t in rivals) or any(t.i in scene.places for _, t in args.obliques)
    return True


def fighters_subject(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Who withdraws is armed."""
    subject = args.doers
    return any(scene.is_combatant(t) for t in subject)


def fighters_return(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Armed people come back to a place."""
    goals = [t for t in args.by("to") if _is_ground(scene, t)]
    wide = {"country", "region"}
    near = any(t.i not in scene.places or scene.places[t.i].place.precision not in wide for t in goals)
    return near and any(scene.is_combatant(t) for t in args.doers)


def territory(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is taken is a place or an object that can be held."""
    things = args.undergoers if trigger.pos == "VERB" else (*args.undergoers, *args.by("of", "from"))
    return any(_is_ground(scene, t) for t in things)


def fighters_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """It is armed people who are driven out."""
    return any(scene.is_combatant(t) for t in args.undergoers)


def fighters_lose(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Armed people give up ground."""
    return any(scene.is_combatant(t) for t in args.doers) and any(_is_ground(scene, t) for t in args.undergoers)


def territory_strict(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """As `territory`, and somebody armed takes or loses it (for "take", "enter", "free")."""
    if not any(_is_ground(scene, t) for t in args.undergoers):
        return False
    sides = (*args.doers, *args.by("from", "to"))
    return any(scene.is_side(t) or _nation(scene, t) or t.lemma in {"control", "grip", "hand"} for t in sides)


def place_subject(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """A town or base falls, to somebody armed or to somebody's hands."""
    falls = any(_is_ground(scene, t) for t in args.doers)
    return falls and any(scene.is_party(t) or t.lemma in {"hand", "control"} for t in args.by("to", "into", "under"))


def place_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is besieged or surrounded is a place or people."""
    if trigger.lemma in {"surround", "encircle"} and not any(scene.is_combatant(t) for t in args.doers):
        return False
    return any(_is_ground(scene, t) or scene.is_people(t) for t in args.undergoers) and trigger.dep != "amod"


def aid_stopped(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Armed people keep aid, food or traffic from passing."""
    return any(t.lemma in AID for t in args.undergoers) and any(scene.is_side(t) for t in args.doers)


def object_hit(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is destroyed or looted is a thing, and somebody armed, arms or harm stand in the sentence."""
    if trigger.dep == "amod" or not any(t.lemma in table("targets") for t in (*args.undergoers, *args.by("to"))):
        return False
    if any(scene.is_combatant(t) or t.i in scene.means for t in (*args.doers, *(t for _, t in args.obliques))):
        return True
    if scene.is_of_war and not args.doers and trigger.lemma in {"damage", "destroy", "sabotage", "demolish"}:
        return True
    return trigger.lemma in {"loot", "ransack", "torch", "raze", "vandalize", "plunder", "set", "pillage", "demolish"}


def people(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Those who flee, march or are displaced are people, by number or by kind."""
    who = [*args.doers, *args.undergoers, *args.by("of", "by")]
    if args.doers and trigger.lemma in {"flee", "evacuate"} and all(t.lemma in ARMED for t in args.doers):
        return False
    if trigger.pos in {"NOUN", "PROPN"}:
        return trigger.lemma not in {"flight", "march", "rally", "unrest", "expulsion"} or any(
            scene.is_people(t) for t in who
        )
    return any(scene.is_people(t) or t.i in scene.quantities or t.lower in {"they", "who"} for t in who)


def captives(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Who escapes or is freed was held."""
    who = [*args.doers, *args.undergoers, *args.by("of", "from")]
    if any(t.lemma in CAPTIVES for t in who):
        return True
    return person_object(scene, trigger, args) and any(scene.is_combatant(t) for t in args.doers)


def truce(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """It is armed parties or a truce that are agreed on, broken or surrendered."""
    if trigger.lemma == "surrender":
        return any(scene.is_combatant(t) for t in (*args.doers, *args.undergoers, *args.by("of")))
    if trigger.pos == "VERB":
        objects = (*args.undergoers, *args.by("to", "on"))
        sides = any(scene.is_combatant(t) for t in (*args.doers, *args.by("with", "between")))
        return any(t.lemma in TRUCE or (sides and t.lemma in PACTS) for t in objects)
    if trigger.lemma in {"violation", "breach"}:
        return any(t.lemma in TRUCE for t in args.by("of")) or any(
            c.lemma in TRUCE for c in trigger.children("compound", "amod")
        )
    return True


def truce_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is violated is a truce."""
    return any(t.lemma in TRUCE for t in args.undergoers)


def fighting(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """A noun of fighting that is news: it has a side, a place, a day or harm about it."""
    if _figurative(trigger):
        return False
    if trigger.lemma in {"war", "operation", "firing", "standoff", "confrontation", "insurgency", "hostility"}:
        return any(scene.is_combatant(t) for t in (*args.doers, *args.by("between", "against", "with", "by")))
    return True


def _figurative(trigger: Token) -> bool:
    return any(c.lemma in FIGURATIVE for c in trigger.children("amod", "compound")) or (
        trigger.lemma == "strike"
        and any(c.lemma in {"on", "worker", "union"} for c in trigger.children("case", "nmod"))
    )


def _nation(scene: Scene, token: Token) -> bool:
    return scene.names.get(token.i) in {"NORP", "LOCATION", "ORGANIZATION"}


def _is_ground(scene: Scene, token: Token) -> bool:
    if token.i in scene.places or scene.names.get(token.i) == "LOCATION":
        return True
    held = (
        words_of("targets", "kind", "homes")
        | words_of("targets", "kind", "military")
        | words_of("targets", "kind", "infrastructure")
    )
    return token.lemma in held or token.lemma in {
        "territory",
        "ground",
        "hill",
        "mountain",
        "island",
        "border",
        "crossing",
        "position",
        "pocket",
    }


def _harm_near(scene: Scene, trigger: Token) -> bool:
    sent = trigger.sent
    return any(scene.parse.lemmas[i] in HARM_LEMMAS for i in range(sent.start, sent.end))


NEEDS: dict[str, Need] = {
    "": always,
    "violent": violent,
    "projectile": projectile,
    "fired_on": fired_on,
    "fired_on_place": fired_on_place,
    "weapon_subject": weapon_subject,
    "chemical_object": chemical_object,
    "projectile_subject": projectile_subject,
    "self": self_object,
    "person_object": person_object,
    "held_by_state": held_by_state,
    "held_by_others": held_by_others,
    "taken": taken,
    "person_subject": person_subject,
    "fighters": fighters,
    "fighters_return": fighters_return,
    "fighters_subject": fighters_subject,
    "territory": territory,
    "territory_strict": territory_strict,
    "fighters_object": fighters_object,
    "fighters_lose": fighters_lose,
    "aid_stopped": aid_stopped,
    "violent_means": violent_means,
    "place_subject": place_subject,
    "place_object": place_object,
    "object": object_hit,
    "people": people,
    "captives": captives,
    "truce": truce,
    "truce_object": truce_object,
    "fighting": fighting,
}
