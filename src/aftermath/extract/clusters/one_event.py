"""Whether two words of one sentence tell of one event.

Takes two frames of a laid-out sentence, says yes or no: where one says no more than "attack" beside the other, names
or ranks it, says what it was done with or where its arms came down, or both say the same. Unless one names the other,
what tells them apart comes first (`apart`); which frames and tolls are put together is decided in `grouping`.
"""

from aftermath.extract.clusters.apart import (
    MOMENT,
    after_another,
    answers,
    by_doing,
    charged,
    coordinated,
    dated_apart,
    deed_of_the_hit,
    distance,
    has_other_doer,
    is_negated,
    is_one_more,
    meanwhile,
    one_follows,
    openers,
    provoked,
    set_apart,
    struck_apart,
)
from aftermath.extract.clusters.aside import SENDING
from aftermath.extract.clusters.cluster import HEAVY, VIOLENT
from aftermath.extract.events.frames import Frame
from aftermath.extract.grammar.arguments import is_ranked
from aftermath.extract.grammar.passive import is_marked_passive, is_passive
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.layout.scene import Scene
from aftermath.extract.speakers.stance import stance

AT_ONCE = frozenset({"protest", "destruction"})
"""What several verbs of one breath tell as one ("looted the store and set fire to the town hall")."""
RETALIATING = frozenset({"retaliate", "strike", "hit", "fire", "shoot"})
"""Verbs, with "back", of those who answer an attack."""
STORMING = frozenset("raid storm attack assault ambush overrun burst break invade".split())
"""Verbs of those who go where they then do what they came for."""
BURSTING = frozenset({"explode", "detonate", "burst", "blow", "go"})
"""What a shell or a bomb does where it has hit."""
FIGHTS = frozenset("clash fighting battle skirmish combat firefight gunfight gunbattle".split())
"""What those on the ground have with each other."""
DAMAGE_REACH = 4
"""Steps over which damage told beside a strike belongs to it (the guide's `destruction` stands for itself)."""


def one_event(scene: Scene, a: Frame, b: Frame) -> bool:
    """Whether two frames of one sentence are of one event."""
    return _names(scene, b, a) or _names(scene, a, b) or _same_event(scene, a, b)


def _same_event(scene: Scene, a: Frame, b: Frame) -> bool:
    if _are_two(scene, a, b) or _told_side_by_side(scene, a, b):
        return False
    if coordinated(a.trigger, b.trigger):
        if _led_up(a, b) or _led_up(b, a) or _bursts(scene, a, b) or _bursts(scene, b, a):
            return True
        shots = all(f.row["needs"] == "fired_on" or f.trigger.lemma == "shoot" for f in (a, b)) and _are_siblings(a, b)
        at_once = a.event in AT_ONCE or shots or not (a.is_verb or b.is_verb)
        return a.event == b.event and (at_once or _goes_on(a, b))
    if any(_is_means(*pair) or _died_of(scene, *pair) or _died_in(*pair) for pair in ((a, b), (b, a))):
        return True
    near = distance(a.trigger, b.trigger)
    if "destruction" in (a.event, b.event) and a.event != b.event and {a.event, b.event} <= VIOLENT:
        return near <= DAMAGE_REACH
    if {a.event, b.event} == {"violation", "agreement"}:
        return near <= 2  # the truce that is violated
    if "violation" in (a.event, b.event) and {a.event, b.event} & HEAVY:
        return near <= DAMAGE_REACH  # the truce that the shelling breaks
    generic = a.event != b.event and "attack" in (a.event, b.event) and {a.event, b.event} <= VIOLENT
    if set_apart(scene, a.trigger, b.trigger):
        return False
    if scene.same_clause(a.trigger.i, b.trigger.i):
        loose = {a.event, b.event} <= VIOLENT and near <= 2
        return a.event == b.event or generic or loose
    return near <= 3 and (a.event == b.event or generic)


def _are_siblings(a: Frame, b: Frame) -> bool:
    """Whether two verbs both stand in a list behind a third ("came, fired at two vans and shot at an ambulance")."""
    return a.trigger.dep == b.trigger.dep == "conj" and a.trigger.head.i == b.trigger.head.i


def _told_side_by_side(scene: Scene, a: Frame, b: Frame) -> bool:
    """Whether two verbs have days or places of their own ("two were released in May and 12 escaped in June")."""
    return a.is_verb and b.is_verb and set_apart(scene, a.trigger, b.trigger)


def _is_means(a: Frame, b: Frame) -> bool:
    """Whether b is told as how a was done: "gassing hundreds by firing rockets"."""
    return {a.event, b.event} <= VIOLENT and by_doing(a.trigger, b.trigger)


def _took_to_clashing(protest: Frame, clash: Frame) -> bool:
    """Whether those who protest clash with others at it ("marched on the palace, clashing with guards")."""
    verb, by = clash.trigger, protest.trigger
    riot = protest.event == "protest" and clash.event in {"armed_clash", "protest"}
    beside = verb.dep in {"advcl", "conj"} and verb.head.i == by.i and verb.child("nsubj") is None
    return riot and verb.pos == "VERB" and verb.lemma in {"clash", "fight", "battle"} and beside


def _died_of(scene: Scene, killing: Frame, blast: Frame) -> bool:
    """Whether arms did what a passive only tells the end of: "was assassinated when a bomb exploded in his car"."""
    when = blast.trigger.dep == "advcl" and blast.trigger.head.i == killing.trigger.i
    by_arms = bool(blast.args.doers) and all(t.i in scene.means for t in blast.args.doers)
    murdered = killing.event == "killing" and is_marked_passive(killing.trigger) and not killing.args.doers
    if killing.trigger.lemma == "burn" and not is_passive(killing.trigger) and not killing.args.doers:
        murdered, by_arms = True, blast.event in HEAVY | {"explosion"}  # "burned to death when a camp was bombed"
    return when and by_arms and murdered and bool(openers(blast.trigger) & MOMENT)


def _died_in(raid: Frame, shot: Frame) -> bool:
    """Whether a participle says by whom somebody was killed who died in a raid ("died in a raid, shot by a sniper")."""
    noun, verb = raid.trigger, shot.trigger
    died = not raid.is_verb and noun.dep == "obl" and preposition(noun) == "in" and noun.head.lemma in {"die", "kill"}
    how = shot.event == "killing" and verb.dep == "advcl" and is_passive(verb) and verb.child("mark", "advmod") is None
    return died and how and verb.head.i == noun.head.i and raid.event in VIOLENT


def _ranks(a: Frame, b: Frame) -> bool:
    """Whether b only ranks what a tells: "a shell killed 68 in the worst massacre of the siege"."""
    noun = b.trigger
    ranked = not b.is_verb and is_ranked(noun) and preposition(noun) == "in" and a.trigger.i < noun.i
    return ranked and {a.event, b.event} <= VIOLENT and a.trigger.sent.index == noun.sent.index


def _names(scene: Scene, a: Frame, b: Frame) -> bool:
    """Whether b only names or ranks what a tells, or says where its arms came down, or what was done there."""
    if _stays_held(a, b):
        return True
    return _took_to_clashing(a, b) or _did_there(a, b) or _done_with(a, b) or _ranks(a, b) or _came_down(scene, a, b)


def _stays_held(kept: Frame, arrest: Frame) -> bool:
    """Whether those who are in jail are those arrested ("200 of the 450 people who were detained are in custody")."""
    held = not kept.is_verb and kept.event == arrest.event == "arrest" and arrest.is_verb
    return held and any(arrest.trigger.i in who.subtree() for who in kept.args.undergoers)


def _done_with(verb: Frame, noun: Frame) -> bool:
    """Whether a verb takes the event's own noun, though it is one of telling ("announced a truce")."""
    to = noun.trigger.dep == "obl" and preposition(noun.trigger) in {"to", "on"}
    taken = (to or noun.trigger.dep in {"obj", "nsubj:pass"}) and noun.trigger.head.i == verb.trigger.i
    return verb.is_verb and not noun.is_verb and taken and verb.event == noun.event


def _are_two(scene: Scene, a: Frame, b: Frame) -> bool:
    """Whether one is told by another voice, is another's deed or a charge, or only one of the two happened."""
    pairs = ((a, b), (b, a))
    if any(deed_of_the_hit(*pair) or has_other_doer(scene, *pair) or after_another(*pair) for pair in pairs):
        return True
    if a.is_verb and b.is_verb and a.is_stopped != b.is_stopped:
        return True  # "struck Sanaa after it intercepted 12 drones"
    if _held_before(a, b) or _held_before(b, a):
        return True
    if dated_apart(scene, a, b) or one_follows(a, b) or is_one_more(max(a, b, key=lambda f: f.trigger.i)):
        return True
    one, other = a.trigger, b.trigger
    if _flown_over(scene, a, b) or _flown_over(scene, b, a):
        return True
    if charged(one, other) or provoked(scene, one, other) or struck_apart(scene, a, b) or meanwhile(one, other):
        return True
    voice = scene.voices.at(a.trigger)
    if voice != scene.voices.at(b.trigger):
        return True
    aside = (f.trigger for f in (a, b) if f.is_verb and f.trigger.dep in {"ccomp", "acl:relcl"})
    demanded = any(t.child("nsubj") is not None for t in aside)
    if demanded and len({stance(f.trigger, voice, scene.parse)[0] == "planned" for f in (a, b)}) > 1:
        return True  # "gunmen, who demanded that troops leave Chechnya, seized a school"
    if by_doing(a.trigger, b.trigger) or by_doing(b.trigger, a.trigger):
        return False  # "retaliated by bombing the town"
    return is_negated(a.trigger) != is_negated(b.trigger) or answers(a) != answers(b)


def _flown_over(scene: Scene, raid: Frame, fight: Frame) -> bool:
    """Whether aircraft do one while others fight on the ground ("warplanes carried out raids as clashes went on")."""
    flown = any(t.i in scene.means and scene.means[t.i].row["kind"] == "aircraft" for t in raid.args.doers)
    return flown and not raid.is_verb and not fight.is_verb and fight.trigger.lemma in FIGHTS


def _held_before(a: Frame, b: Frame) -> bool:
    """Whether b says aside when the place had been taken that a takes again ("lost the city, which it took in May")."""
    both = a.is_verb and b.is_verb and a.event == b.event == "territory_taken"
    aside = b.trigger.dep == "acl:relcl" and a.trigger.i in {t.i for t in b.trigger.ancestors()}
    return both and aside and any(c.pos == "PRON" and c.lower == "which" for c in b.trigger.children("obj", "obl"))


def _led_up(a: Frame, b: Frame) -> bool:
    """Whether a bare attack leads up to what was done in it ("burst into a house and shot dead its owner")."""
    verbs = a.is_verb and b.is_verb and b.trigger.dep == "conj" and b.trigger.child("nsubj", "nsubj:pass") is None
    if b.event == "killing" and is_marked_passive(a.trigger) and not is_passive(b.trigger):
        return False  # "police were attacked with stones and opened fire": theirs, not that of who attacked them
    bomber = b.event == "suicide_bombing" and a.event in {"explosion", "armed_clash", "killing"}
    return verbs and (bomber or (a.event == "attack" and b.event in VIOLENT - {"attack", "destruction"}))


def _did_there(a: Frame, b: Frame) -> bool:
    """Whether an "-ing" clause tells what was done in a raid ("raided a school, gunning down students")."""
    verb, raid = b.trigger, a.trigger
    trails = verb.dep in {"advcl", "conj"} and verb.head.i == raid.i and verb.lower.endswith("ing")
    stormed = a.is_verb and raid.lemma in STORMING and a.event in {"armed_clash", "attack"}
    there = b.event == "killing" or (b.event == "destruction" and a.event == "armed_clash")
    if raid.lemma in RETALIATING and a.event in {"armed_clash", "attack"} and b.event in VIOLENT - {"destruction"}:
        stormed = there = True  # "struck back, bombing two depots"
    return stormed and trails and there and verb.child("nsubj", "mark") is None


def _bursts(scene: Scene, a: Frame, b: Frame) -> bool:
    """Whether what hit then burst: "a shell smashed through the roof and exploded in a classroom"."""
    thrown = any(t.i in scene.means for t in a.args.doers)
    alone = b.is_verb and b.trigger.i > a.trigger.i and b.trigger.child("nsubj", "nsubj:pass") is None
    return thrown and alone and b.trigger.lemma in BURSTING and {a.event, b.event} <= HEAVY | {"explosion"}


def _came_down(scene: Scene, a: Frame, b: Frame) -> bool:
    """Whether b tells what was hit by the arms that a sent off: "fired a shell that landed in a market"."""
    arms = b.trigger.head
    sent = a.is_verb and a.trigger.lemma in SENDING and arms.head.i == a.trigger.i and arms.i in scene.means
    return sent and b.trigger.dep == "acl:relcl" and {a.event, b.event} <= HEAVY | {"explosion"}


def _goes_on(a: Frame, b: Frame) -> bool:
    """Whether the same people left one place and reached another ("30,000 left the country and arrived in Chad").

    So are those of one breath who were taken and led off ("were overpowered and taken into custody").
    """
    second = max(a.trigger, b.trigger, key=lambda t: t.i)
    taken = a.event in {"arrest", "abduction"} and all(c.pos == "PRON" for c in second.children("obj"))
    return (a.event == "displacement" or taken) and second.child("nsubj", "nsubj:pass") is None
