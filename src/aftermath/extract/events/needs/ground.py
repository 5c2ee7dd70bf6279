"""Checks of words for fighting and for ground: who fights, what is taken, lost or besieged."""

from aftermath.extract.events.mortals import HURT, LIMBS
from aftermath.extract.events.needs.figurative import is_figurative
from aftermath.extract.events.needs.words import (
    MOBILE,
    flees_scene,
    is_armed,
    is_denied,
    is_ground,
    is_ground_told,
    is_nation,
)
from aftermath.extract.grammar.arguments import Arguments
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import COLLECTIVE, preposition
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table, words_of
from aftermath.model import Token

AID = frozenset(
    "aid convoy food supply relief delivery access medicine fuel road highway crossing corridor lorry truck".split()
)
"""What a siege keeps from passing."""


STRUCK = frozenset({"killing", "armed_clash", "attack", "destruction", "abduction"})
"""Deeds from which those who did them flee, and give up no ground."""
RAIDED = frozenset("village hamlet place house home building compound mosque church school camp hotel".split())
"""What is surrounded on a day for a raid; a town is besieged."""
AGAINST_POSTS = frozenset("storm raid harass assault ambush".split())
"""Verbs of fighting whose object may be a post or base, with nobody named who did it, or with a pronoun."""
OUTCOMES = frozenset({"defeat", "victory", "loss"})
"""What wars end in, for one side or the other."""
BEGINNING = frozenset("spark ignite trigger unleash start begin".split())
"""Verbs whose object is a war that begins."""
RESUMING = frozenset({"resume", "erupt", "break", "flare", "restart"})
"""Verbs by which hostilities are told as news."""
BUILT = frozenset({"hospital", "school", "market", "place of worship", "prison", "government"})
"""Kinds of targets that are held when they are taken, as a base is."""
GOALS = frozenset(
    "state country nation statehood homeland independence autonomy freedom right recognition democracy self-rule"
    " secession self-determination power control land life".split()
)
"""What people fight for, which tells of a struggle and of no fight."""

WORDS = frozenset("statement claim charge offer proposal report remark bill request appeal support resolution".split())
"""What is withdrawn and is no ground."""
DEALINGS = frozenset(
    "talk talks negotiation dialogue conference meeting summit process agreement accord deal pact treaty alliance"
    " coalition union government election race contest tournament committee council".split()
)
"""What a party leaves or enters and takes no ground by."""
RIVAL = frozenset({"rival", "feuding", "warring", "opposing"})
"""What groups are called that fight each other."""
AGAINST_EACH_OTHER = frozenset({"fight", "clash", "battle", "skirmish"})
ENCOUNTERED = frozenset({"police", "gun"})
"""Whose encounters are fights, or what they are fought with."""
TAKING_PLACE = frozenset("take break ensue erupt occur end".split())
"""What an encounter does that is news of a fight."""
TOWNS = frozenset("town city village capital settlement".split())
FALLEN_YET = frozenset({"not", "n't", "n’t", "already", "now", "finally", "yet"})
"""What may be said of a fall that leaves it one."""
HOLDS = frozenset({"control", "grip", "possession"})
PREMISES = frozenset({"facility", "site", "installation", "complex", "premises", "situation", "everything"})
"""What is held beside ground by those who have control."""


def fighters(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Somebody armed is on one side, and a second side or a place is named."""
    if trigger.lemma == "fight" and any(_wars(t) for t in args.undergoers):
        return any(is_nation(scene, t) or scene.is_party(t) or t.lower != t.lemma for t in args.doers)
    feuding = any(c.lower in RIVAL for t in args.doers for c in t.children("amod"))
    if feuding and trigger.lemma in AGAINST_EACH_OTHER:
        return True  # "rival clans clashed over a well"
    sides = [*args.doers, *args.undergoers, *(t for _, t in args.obliques)]
    held = words_of("targets", "kind", "military")
    posts = scene.is_of_war and not args.doers and any(t.lemma in held for t in args.undergoers)
    led = (t for t in args.doers if trigger.lemma in AGAINST_POSTS)
    fights = any(scene.is_combatant(t) or is_nation(scene, t) for t in sides)
    fights = fights or feuding or any(is_armed(scene, t) for t in led)
    if not fights and not (posts and trigger.lemma in AGAINST_POSTS):
        return False
    if trigger.pos == "NOUN" and is_figurative(trigger):
        return False
    if trigger.lemma == "engage" and (what := args.by("in")) and not any(table("triggers").at(t) for t in what):
        return False  # "engaged in prayers", "engaged in a tug-of-war"
    if trigger.lemma == "drive" and not args.undergoers:
        return False  # "he was driving back from work"
    if trigger.pos == "VERB" and trigger.lemma in {"assault", "push"} and _set_upon(scene, args):
        return False  # "the officer who assaulted him", "pushed back against protesters"
    if trigger.lemma == "fight":
        if any(t.lemma in GOALS for t in args.by("for")):
            return False  # "rebels fighting for a separate state"
        rivals = [*args.undergoers, *args.by("against", "with")]
        both = sum(scene.is_combatant(t) for t in args.doers) > 1  # "tribesmen and the Houthis have fought"
        return both or any(scene.is_party(t) for t in rivals) or any(t.i in scene.places for _, t in args.obliques)
    return True


def _wars(token: Token) -> bool:
    """Whether what is fought is a war, or some of several ("fought three of their four wars")."""
    of = token.children("nmod") if token.pos == "NUM" else ()
    return any(t.lemma in {"war", "battle"} for t in (token, *of))


def _set_upon(scene: Scene, args: Arguments) -> bool:
    """Whether those who are set upon are a person or a crowd, and no fighters."""
    hit = [*args.undergoers, *args.by("against")]
    crowd = (t.lower in {"him", "her", "me"} or (scene.is_people(t) and not scene.is_combatant(t)) for t in hit)
    return bool(hit) and all(crowd)


def fighters_subject(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Who withdraws is armed."""
    subject = args.doers
    if flees_scene(trigger, args):
        return False
    if (
        trigger.lemma == "cross"
        and trigger.dep == "advcl"
        and any(c.lower == "after" for c in trigger.children("mark"))
    ):
        return False  # "rebels took the base after soldiers crossed into Thailand"
    moved = (scene.is_people(t) and not scene.is_combatant(t) for t in args.undergoers)
    if trigger.lemma == "evacuate" and (any(moved) or any(scene.counted(t).lemma in HURT for t in args.undergoers)):
        return False  # soldiers who evacuate villagers stay
    if trigger.lemma == "flee" and subject and all(map(_is_one, subject)):
        return False  # "the assailant fled"
    if trigger.lemma == "flee" and trigger.dep == "advcl" and trigger.lower.endswith("ing"):
        return False  # "gunmen were caught while fleeing"
    if trigger.lemma == "flee" and trigger.dep == "conj" and trigger.child("nsubj", "obj") is None:
        return all(row["event"] not in STRUCK for row in table("triggers").at(trigger.head))  # "shot two and fled"
    if any(t.lemma in WORDS for t in args.undergoers):
        return False  # "the army withdrew the statement"
    if any(t.lemma in DEALINGS for t in (*args.undergoers, *args.by("from", "of", "out", "into"))):
        return False  # "the rebels pulled out of the talks"
    state = trigger.lemma in {"withdraw", "pull"} and any(is_nation(scene, t) for t in subject)
    if state and any(t.i in scene.places or t.lemma == "territory" for t in args.by("from", "of", "out")):
        return True
    return any(is_armed(scene, t) or (t.pos == "NUM" and _counts_fighters(scene, trigger)) for t in subject)


def _counts_fighters(scene: Scene, verb: Token) -> bool:
    """Whether a bare number goes on from fighters ("112 rebels had been killed and 64 had surrendered")."""
    before = verb.head.children("nsubj", "nsubj:pass", "obj") if verb.dep == "conj" else ()
    return any(is_armed(scene, t) for t in before)


def _is_one(token: Token) -> bool:
    return token.pos == "NOUN" and "Number=Sing" in token.feats and token.lemma not in COLLECTIVE


def fighters_return(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Armed people come back to a place."""
    goals = [t for t in args.by("to") if is_ground(scene, t)]
    wide = {"country", "region"}
    near = any(t.i not in scene.places or scene.places[t.i].place.precision not in wide for t in goals)
    return near and any(scene.is_combatant(t) and t.i not in scene.means for t in args.doers)


def fighters_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """It is armed people who are driven out; who is driven off had only come to attack."""
    beaten_off = any(c.lower == "off" for c in trigger.children("compound:prt"))
    return not beaten_off and any(is_armed(scene, t) for t in args.undergoers)


def fighters_lose(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Armed people give up ground; "leaving the east without power" is no withdrawal."""
    if trigger.lemma == "leave":
        bare = trigger.lower == "leaving" and trigger.child("aux") is None
        carried = any(t.lemma == "convoy" or t.i in scene.means for t in args.doers)  # "the aircraft left Caracas"
        if bare or not scene.is_of_war or carried:
            return False
    police = trigger.lemma == "abandon" and any(t.lemma in {"police", "policeman"} for t in args.doers)
    armed = police or any(is_armed(scene, t) for t in args.doers)
    return armed and any(is_ground(scene, t) for t in args.undergoers)


def territory(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is taken is a place or an object that can be held."""
    things = args.undergoers if trigger.pos == "VERB" else (*args.undergoers, *args.by("of", "from"))
    armed = any(is_armed(scene, t) for t in args.doers)
    sat_in = trigger.pos == "NOUN" and [t for t in (*args.doers, *args.by("by")) if scene.is_people(t)]
    if sat_in and not any(is_armed(scene, t) or is_nation(scene, t) for t in sat_in):
        return False  # "the occupation of the shipyard by strikers"
    armed = armed or (scene.is_of_war and trigger.lemma == "occupy" and is_passive(trigger) and not args.doers)
    held = (is_ground(scene, t) or (armed and (_is_building(scene, t) or is_ground_told(scene, t))) for t in things)
    return any(held)


def _is_building(scene: Scene, token: Token) -> bool:
    """Whether fighters hold what they take of it: a hotel, a school, a mill; not a vehicle, nor people."""
    row = table("targets").first(token)
    movable = token.lemma in MOBILE or token.i in scene.means or scene.is_people(token)
    return row is not None and row["kind"] in BUILT and not movable


JUDGED = frozenset("responsible accountable liable guilty answerable".split())
"""What somebody is held to be."""
CROWDS = frozenset("demonstrator protester marcher mourner crowd supporter student worker".split())
"""Who enters a place without taking it from anybody."""


def territory_strict(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """As `territory`, and somebody armed takes or loses it (for "take", "enter", "free")."""
    armed = any(is_armed(scene, t) for t in args.doers)
    ground = [t for t in args.undergoers if is_ground(scene, t) or (armed and is_ground_told(scene, t))]
    if not ground or (not armed and all(t.lemma == "position" for t in ground)):
        return False  # "the government took a firm position"
    if scene.is_of_war and is_denied(trigger):
        return True  # "a spokesman denied taking any building"
    if args.doers and all(t.lemma in CROWDS for t in args.doers):
        return False  # "demonstrators entered the airport"
    sides = (*args.doers, *args.by("from", "to"))
    if any(t.lemma in {"control", "grip", "hand"} for t in sides):
        return True
    return any(scene.is_side(t) or is_nation(scene, t) or is_armed(scene, t) for t in sides)


def territory_held(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Armed people are said to have held a place for a time ("have held the town since May")."""
    dated = any(i in scene.times for i in trigger.subtree())
    if any(c.lemma in JUDGED for c in trigger.children("xcomp")):
        return False  # "held Moscow responsible for the strike"
    held_by = any(is_armed(scene, t) or is_nation(scene, t) for t in args.doers)
    return dated and held_by and any(is_ground(scene, t) for t in args.undergoers)


def controls(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """It is ground of which somebody wins or loses control, or is not said of what."""
    control = [c for c in trigger.children("obj", "obl") if c.lemma in HOLDS]
    of = [t for c in control for t in c.children("nmod") if preposition(t) in {"of", "over", "on"}]
    of += args.by("of", "over")
    if any(c.dep.startswith("obl") for c in control):  # "brought the town under control"
        armed = any(is_armed(scene, t) for t in args.doers) or not args.doers
        return armed and any(is_ground(scene, t) or is_ground_told(scene, t) for t in args.undergoers or args.doers)
    return not of or any(
        is_ground(scene, t) or _is_building(scene, t) or t.pos == "PRON" or t.lemma in PREMISES for t in of
    )


def place_subject(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """A town or base falls, to somebody armed or to somebody's hands; a town on its day or with no more said of it."""
    falls = any(is_ground(scene, t) for t in args.doers)
    towns = (scene.places[t.i].place for t in args.doers if t.i in scene.places and t.pos == "PROPN")
    town = any(p.precision == "town" for p in towns) or any(t.lemma in TOWNS for t in args.doers)
    if scene.is_of_war and not args.undergoers and town:
        more = [c for c in trigger.children("obl", "xcomp", "advmod") if c.lower not in FALLEN_YET]
        return any(t.i in scene.times for _, t in args.obliques) or not more
    return falls and any(scene.is_party(t) or t.lemma in {"hand", "control"} for t in args.by("to", "into", "under"))


def ground_falls(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """It is ground that falls, or it falls to somebody: no number or attack that falls to a level."""
    fallen = (*args.doers, *args.undergoers)
    ground = any(is_ground(scene, t) or _is_building(scene, t) or t.pos in {"PRON", "PROPN"} for t in fallen)
    return ground or not fallen or any(scene.is_party(t) for t in args.by("to", "into"))


def place_object(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """What is besieged or surrounded is a place or people."""
    if trigger.lemma in {"surround", "encircle", "ring"}:
        days = (scene.times[t.i] for _, t in args.obliques if t.i in scene.times)
        house = any(t.lemma in {"house", "home", "building"} for t in args.undergoers)
        raided = any(t.lemma in RAIDED for t in args.undergoers) and any(day.kind == "point" for day in days)
        raided = raided or (house and not args.by("for"))
        ringed = is_passive(trigger) and not args.doers and trigger.lemma != "ring" and _is_town(scene, args)
        if raided or not (ringed or any(is_armed(scene, t) for t in args.doers)):
            return False  # who surrounds a village on a day raids it
    buried = trigger.lemma == "trap" and (
        args.by("under", "beneath", "underneath", "inside")
        or any(c.lower == "inside" for c in trigger.children("advmod"))
    )
    if any(t.lemma in LIMBS for t in args.undergoers) or _is_mined(trigger) or buried:
        return False
    return any(is_ground(scene, t) or scene.is_people(t) for t in args.undergoers) and trigger.dep != "amod"


def _is_town(scene: Scene, args: Arguments) -> bool:
    """Whether what is encircled is a place by its name or kind, not people."""
    return any(t.i in scene.places or (is_ground(scene, t) and t.lemma not in RAIDED) for t in args.undergoers)


def _is_mined(trigger: Token) -> bool:
    """Whether "trapped" is what bombs make of a house: "booby-trapped"."""
    before = [trigger.parse.lower_of(i) for i in range(max(0, trigger.i - 2), trigger.i)]
    return trigger.lemma == "trap" and "booby" in before


def aid_stopped(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Armed people keep aid, food or traffic from passing."""
    return any(t.lemma in AID for t in args.undergoers) and any(scene.is_side(t) for t in args.doers)


def no_aid(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """No aid or food gets in ("no food has entered the town since May", "has been let into it")."""
    let = args.undergoers if is_passive(trigger) else args.doers
    return any(t.lemma in AID and any(c.lower == "no" for c in t.children("det")) for t in let)


def fighting(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """A noun of fighting that is news: it has a side, a place, a day or harm about it."""
    if is_figurative(trigger) or (trigger.lemma == "fight" and any(t.lemma in GOALS for t in args.by("for"))):
        return False
    if trigger.lemma == "encounter":
        return _is_of_arms(scene, trigger, args)
    if trigger.lemma in {"war", "operation", "firing", "standoff", "confrontation", "insurgency", "hostility"}:
        sides = any(scene.is_combatant(t) for t in (*args.doers, *args.by("between", "against", "with", "by")))
        sides = sides or sum(scene.is_party(t) or scene.is_people(t) for t in args.by("between")) > 1
        resumed = trigger.lemma == "hostility" and trigger.dep == "nsubj" and trigger.head.lemma in RESUMING
        told = trigger.lemma == "war" and (_breaks_out(scene, trigger) or _is_dated_war(scene, trigger, args))
        return sides or resumed or told
    return True


def _is_of_arms(scene: Scene, encounter: Token, args: Arguments) -> bool:
    """Whether an encounter is one of armed men, by who meets or since people die in it ("killed in an encounter")."""
    met = [*args.by("with", "between"), *encounter.children("compound")]
    sides = any(scene.is_combatant(t) or t.lemma in ENCOUNTERED for t in met)
    deadly = any(row["kind"] == "killed" for row in table("harm").at(encounter.head)) and preposition(encounter) == "in"
    return sides or (scene.is_of_war and not met and (deadly or encounter.head.lemma in TAKING_PLACE))


def beaten_in(war: Token) -> list[Token]:
    """Who lost a war, and to whom: "Armenia's defeat by Azerbaijan in a six-week war"."""
    if preposition(war) != "in" or war.is_root:
        return []
    ended = (t for t in (war.head, *war.head.children("obl", "obj", "nsubj")) if t.lemma in OUTCOMES)
    return [c for t in ended for c in t.children("nmod", "nmod:poss") if c.i != war.i]


def _is_dated_war(scene: Scene, war: Token, args: Arguments) -> bool:
    """Whether a war is told as what happened then, with whom it was ("a six-week war with Armenia last autumn")."""
    others = (*args.by("with", "against"), *beaten_in(war))
    around = [*war.subtree(), *(i for c in war.head.children("obl:unmarked", "nmod:unmarked") for i in c.subtree())]
    when = any(i in scene.times and scene.times[i].time.start is not None for i in around)
    return when and any(scene.is_party(t) for t in others)


def _breaks_out(scene: Scene, war: Token) -> bool:
    """Whether a war is said to begin somewhere ("led to a civil war in Chad")."""
    began = war.dep == "obj" and war.head.lemma in BEGINNING
    return began and any(i in scene.places for i in war.head.subtree())
