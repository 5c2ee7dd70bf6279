"""Checks of words for what is done to people: they are taken, held, freed, driven out, or take to the streets."""

from collections.abc import Iterable, Iterator

from aftermath.extract.events.figures import COUNTING
from aftermath.extract.events.mortals import DEAD, HURT
from aftermath.extract.events.needs.words import flees_scene, is_armed
from aftermath.extract.grammar.arguments import Arguments
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.layout.scene import Scene
from aftermath.model import Token

STATE_ARMS = frozenset(
    "police army troop soldier force officer authority military government marine navy guard intelligence agent"
    " security commando gendarme coastguard".split()
)
ARMED = frozenset("troop soldier force army fighter rebel militant insurgent unit garrison militia militiaman".split())
CAPTIVES = frozenset(
    "prisoner hostage detainee inmate captive abductee convict jail prison captivity prisoners girl"
    " soldier journalist".split()
)


STOPPING = frozenset(
    "kill shoot arrest capture detain catch hold stop intercept carry seize neutralise neutralize eliminate overpower"
    " identify train recruit send hunt seek fear prevent foil".split()
)
"""What is done to bombers who do not blow themselves up, or before they do."""
RUMOURS = frozenset("rumour rumor fear threat report warning search sighting cell network family home house".split())
NAME_REACH = 2
MANY = 20
"""Fewer people than this who leave a place are travellers as often as displaced."""
MOVED = frozenset("bring take bus carry ferry move transfer transport drive".split())
CARRIED_IN = frozenset({"wounded", "wound", "injured", "dead", "casualty", "body"})
"""Who is carried to a hospital, and not driven from home."""
CARRIERS = frozenset("bus coach ship ferry boat vessel train plane aircraft helicopter truck lorry convoy".split())
LEAVING = frozenset({"leave", "depart", "arrive", "reach", "enter", "cross", "set"})
"""Verbs of those who carry people away."""
UPROOTED = frozenset(
    "refugee resident family villager civilian inhabitant household evacuee townspeople townsfolk displaced".split()
)
ANYBODY = frozenset({"person", "people", "man", "woman", "child", "other"})
MANY_OF = frozenset({"dozen", "hundred", "thousand", "score", "million"})
SOME_OF = frozenset("most all many some several both few half none one".split())
"""Words for a share of those who were told of ("most of them")."""
STARTING = frozenset({"begin", "start", "erupt", "break"})
"""Verbs by which "the unrest" is told as news."""
MARCHERS = frozenset("demonstrator protester protestor marcher rioter picketer".split())
STAGING = frozenset("hold stage organize organise block march rally protest demonstrate".split())
"""Verbs of those who bring people to the streets."""
BODIES = frozenset("union party movement opposition association federation".split())
"""Bodies of people who take to the streets."""
BROKEN_UP = frozenset({"cell", "gang", "ring", "network"})
SENT_AWAY = frozenset("diplomat ambassador envoy official attache consul student staff journalist".split())
"""People whose expulsion is an act of state, not displacement."""
TAKEN_FROM = frozenset(
    "home house car bus minibus taxi vehicle truck checkpoint roadblock village bed office school college dormitory"
    " church mosque clinic shop farm field boat desk pharmacy queue cafe market hospital".split()
)
"""Where people are when somebody comes for them."""
BYSTANDERS = frozenset(
    "journalist reporter photographer photojournalist correspondent cameraman missionary tourist hostage aid-worker"
    " backpacker hiker traveller archaeologist priest nun bishop expatriate foreigner".split()
)
"""Who is captured to be a hostage, where nobody is named who did it."""
BANDS = frozenset({"group", "gang", "cell", "kidnapper", "abductor", "captor"})
"""Who holds people for no lawful reason."""
FREED = frozenset("free release liberate rescue ransom let".split())
HELD = frozenset("hold take seize capture abduct kidnap detain arrest imprison jail".split())
TAKEN = frozenset("abduct kidnap hostage captive captivity detain detainee prisoner prison jail arrest capture".split())
"""Words of a report that make those who are freed captives."""


WANTED = frozenset({"suspect", "fugitive", "killer", "murderer", "culprit", "perpetrator", "gunman"})
"""Who is handed over to be held, not to be free."""


LODGING = frozenset({"lodge", "file", "deliver", "submit", "register"})
"""What a government does with a protest that nobody marches in."""


def _may_be_held(scene: Scene, token: Token) -> bool:
    return (
        scene.is_people(token) or token.i in scene.quantities or token.pos == "PRON" or token.lower in {"all", "most"}
    )


def person_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """The object (or passive subject) is people, alive."""
    return any(
        scene.is_people(t) or t.name_kind == "PERSON" or t.lower in {"him", "her", "them", "us", "wounded", "injured"}
        for t in map(_of_whom, args.undergoers)
        if t.lemma not in DEAD
    )


def _of_whom(token: Token) -> Token:
    """Those of whom a share is spoken of: "them" in "most of them", else the word itself."""
    share = token.lower in SOME_OF or token.pos == "NUM"
    of = (c for c in token.children("nmod") if preposition(c) == "of" and c.pos == "PRON")
    return next(of, token) if share else token


def maltreated(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """People are hurt by hand, in a report of war: such words are as often of crime and sport."""
    pronoun = is_passive(trigger) and any(t.lower in {"he", "she", "they", "we", "i"} for t in args.undergoers)
    return scene.is_of_war and (pronoun or person_object(scene, trigger, args))


def person_subject(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """The subject is people."""
    return any(scene.is_people(t) for t in (*args.doers, *args.undergoers))


def held_by_state(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """People are taken by a state's forces, or fighters by anybody: the guide's `arrest`."""
    if not person_object(scene, trigger, args):
        return False
    fighters_held = any(scene.is_combatant(t) for t in args.undergoers)
    if not fighters_held and not args.doers and trigger.lemma in {"capture", "seize"}:
        return not any(w.lemma in BYSTANDERS for t in args.undergoers for w in (t, *t.children("appos")))
    return fighters_held or not args.doers or any(t.lemma in STATE_ARMS for t in args.doers)


def fighters_held(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """It is fighters or police who are taken: the guide's *captured fighters are `arrest`*."""
    return any(scene.is_combatant(t) for t in args.undergoers)


def held_by_others(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """People who do not fight are taken by somebody who is no state: the guide's `abduction`."""
    return person_object(scene, trigger, args) and not held_by_state(scene, trigger, args)


def taken(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Armed people take somebody away."""
    led = trigger.dep == "acl" and is_passive(trigger)
    if trigger.lemma == "lead" and (led or trigger.child("xcomp", "advcl") is not None):
        return False  # "leading officers to search the neighbourhood", "militants led by Al Qaeda in Iraq"
    named = all(t.pos == "PROPN" and not any(t.children("flat", "compound")) for t in args.undergoers)
    if trigger.lemma == "take" and named and not args.by("from", "to", "into", "with"):
        return False  # "they took Aliwa on Monday": as likely a town
    by_band = trigger.lemma == "hold" and is_passive(trigger) and any(t.lemma in BANDS for t in args.doers)
    return person_object(scene, trigger, args) and (by_band or any(is_armed(scene, t) for t in args.doers))


def taken_by_state(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Soldiers or police take somebody away: the guide's `arrest`."""
    by_state = any(t.lemma in STATE_ARMS or t.lower in {"troops", "forces", "marines"} for t in args.doers)
    away = trigger.child("compound:prt", "advmod") is not None or bool(args.by("from", "to"))
    return by_state and away and person_object(scene, trigger, args)


def taken_from(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """People are taken from their homes, a road or a vehicle, in a report of war."""
    taken = person_object(scene, trigger, args) or any(t.lower in {"they", "he", "she"} for t in args.undergoers)
    return scene.is_of_war and taken and any(t.lemma in TAKEN_FROM for t in args.by("from"))


def people(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Those who flee, march or are displaced are people, by number or by kind."""
    who = [*args.doers, *args.undergoers, *args.by("of", "by")]
    if _is_no_flight(scene, trigger, args) or _is_month(trigger):
        return False  # "the following March"
    if trigger.lemma == "protest" and trigger.dep == "obj" and trigger.head.lemma in LODGING:
        return False
    if trigger.lemma == "demonstration" and (shown := args.by("of")) and not any(scene.is_people(t) for t in shown):
        return False  # "a demonstration of military power"
    if trigger.lemma in {"block", "cross"} and any(is_armed(scene, t) for t in args.doers):
        return False  # gunmen who block a road do not protest, troops that cross a border do not flee
    if flees_scene(trigger, args):
        return False
    armed = bool(args.doers) and all(t.lemma in ARMED or scene.is_combatant(t) for t in args.doers)
    if armed and trigger.lemma in {"flee", "evacuate"}:
        return False
    moved = (*map(scene.counted, args.undergoers), *trigger.children("xcomp"))  # "evacuated 80 wounded"
    if any(t.lemma in SENT_AWAY | HURT for t in moved):
        return False
    if trigger.pos in {"NOUN", "PROPN"}:
        if trigger.dep == "compound":
            return False  # "a displacement camp", "evacuation buses"
        return trigger.lemma not in {"flight", "march", "rally", "expulsion", "roundup", "round-up"} or any(
            scene.is_people(t) for t in who
        )
    return _is_of_many(trigger, args) or any(
        scene.is_people(t) or t.i in scene.quantities or t.lower in {"they", "who"} for t in who
    )


def _is_month(trigger: Token) -> bool:
    """Whether a march is the month ("the following March")."""
    return trigger.text == "March" and trigger.dep.startswith(("obl", "nmod"))


def _is_of_many(trigger: Token, args: Arguments) -> bool:
    """Whether a crowd, or a body of people, takes to the streets ("unions organised a march")."""
    crowd = any(t.lemma == "crowd" for t in args.doers) and trigger.dep != "acl:relcl"
    return crowd or (trigger.lemma in STAGING and any(t.lemma in BODIES for t in args.doers))


def civilians(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Those driven out are civilians by their word: residents, a town's people."""
    return any(scene.counted(t).lemma in UPROOTED | ANYBODY for t in args.undergoers)


def no_civilians(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Those driven out are no civilians by their word."""
    return not civilians(scene, trigger, args)


def cells(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is broken up is a band of fighters or criminals, whose members are held."""
    return any(t.lemma in BROKEN_UP for t in args.undergoers)


def demonstrators(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Who comes out or gathers has come to protest, by name or by what he is against."""
    who = (*args.doers, *args.undergoers)
    against = any(scene.is_party(t) or t.i in scene.actors for t in args.by("against"))
    return bool({scene.counted(t).lemma for t in who} & MARCHERS) or (against and any(map(scene.is_people, who)))


def _is_no_flight(scene: Scene, noun: Token, args: Arguments) -> bool:
    """Whether a flight is an airline's ("Pan Am Flight 103") or of armed men ("the flight of the bandits")."""
    if noun.pos not in {"NOUN", "PROPN"} or noun.lemma.lower() != "flight":
        return False
    behind = noun.parse[noun.i + 1].text if noun.i + 1 < noun.sent.end else ""
    return noun.text == "Flight" or any(c.isdigit() for c in behind) or any(map(scene.is_combatant, args.by("of")))


def begins(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Unrest is told as news: it began ("the unrest began in Deraa")."""
    return trigger.dep == "nsubj" and trigger.head.lemma in STARTING


def leaving(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Civilians by number or by name of kind leave, cross or come out, in a report of war."""
    who = args.doers if trigger.lemma not in MOVED else (args.undergoers or args.doers)
    if trigger.lower == "going" and trigger.child("xcomp") is not None:
        return False  # "thousands were going to turn out"
    if any(t.lemma in CARRIED_IN for t in (*who, *trigger.children("xcomp", "advcl"))):
        return False  # a clinic took in 360 wounded, who were brought in dead
    if any(t.lemma in COUNTING and any(c.lower == "the" for c in t.children("det")) for t in args.undergoers):
        return False  # "brought to 300 the number of civilians killed"
    if not scene.is_of_war or any(scene.is_combatant(t) for t in who):
        return False
    if trigger.lemma == "leave" and any(map(scene.is_people, args.undergoers)):
        return False  # "residents clashed with police, leaving eight people injured"
    settled = [scene.counted(w) for w in who]
    if any((scene.quantities[t.i].low or 0) >= MANY for t in _counting(scene, who)):
        return any(t.lemma in UPROOTED | ANYBODY | MANY_OF or t.pos == "NUM" for t in settled)
    whither = bool(args.obliques) or bool(args.undergoers)
    return whither and any(t.lemma in UPROOTED and t.lower != t.lemma for t in settled)


def conveyed(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Buses, ships or aircraft take civilians away in numbers, or leave with them, in a report of war."""
    carriers = (*args.doers, *args.by("by", "in", "on", "aboard"))
    if not scene.is_of_war or not any(scene.counted(t).lemma in CARRIERS or t.lemma in CARRIERS for t in carriers):
        return False
    if any(scene.counted(t).lemma in CARRIED_IN | DEAD for t in args.undergoers):
        return False
    many = any((scene.quantities[t.i].low or 0) >= MANY for t in _counting(scene, args.undergoers))
    moved = args.by("from", "to", "into") or (trigger.dep == "acl" and trigger.head.head.lemma in LEAVING)
    return many and bool(moved) and any(scene.is_people(t) for t in args.undergoers)


def _counting(scene: Scene, who: Iterable[Token]) -> Iterator[Token]:
    for token in who:
        yield from (t for t in (token, *token.children("nummod")) if t.i in scene.quantities)


def _was_held(token: Token) -> bool:
    """Whether a clause says that somebody was held ("a dealer whom they had held for 14 months")."""
    return any(c.lemma in HELD for c in token.children("acl"))


CAPTORS = frozenset({"kidnapper", "captor", "abductor", "hijacker"})
"""Whose prisoners those are whom they free."""


def captives(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Who escapes or is freed was held."""
    who = [*args.doers, *args.undergoers, *args.by("of", "from")]
    if trigger.lemma == "hand" and any(scene.counted(t).lemma in WANTED for t in args.undergoers):
        return False
    if any(t.lemma in DEAD for t in args.undergoers):
        return False
    if trigger.lemma == "hand" and DEAD & {t.lemma for t in scene.parse.tokens(trigger.sent.start, trigger.i)}:
        return False  # "exhumed the bodies and handed them over"
    if any(scene.counted(t).lemma in CAPTIVES or _was_held(t) for t in who):
        return True
    held = trigger.lemma in FREED and trigger.pos == "VERB" and any(_may_be_held(scene, t) for t in args.undergoers)
    if held:
        return not TAKEN.isdisjoint(scene.parse.lemmas) or any(t.lemma in CAPTORS for t in args.doers)
    if trigger.lemma == "escape" and not args.undergoers and any(t.pos == "NUM" for t in args.doers):
        return not TAKEN.isdisjoint(scene.parse.lemmas)  # "two were freed and 12 escaped"
    return person_object(scene, trigger, args) and any(scene.is_side(t) for t in args.doers)


def bomber_acts(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """A bomber did it: he is not only shot, held, driven somewhere, or a rumour."""
    at = [trigger, *(t for t in trigger.ancestors() if t.i - trigger.i <= NAME_REACH)]
    noun = next((t for t in at if t.lemma == "bomber"), trigger)
    while noun.dep == "conj" and not noun.is_root:
        noun = noun.head
    undone = noun.dep in {"obj", "nsubj:pass"} and noun.head.lemma in STOPPING
    if any(c.lower == "as" for c in noun.children("case")):
        return False  # "named two brothers as suicide bombers"
    return not undone and not (noun.dep == "nmod" and noun.head.lemma in RUMOURS)
