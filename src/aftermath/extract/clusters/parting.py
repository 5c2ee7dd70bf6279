"""Whether the harm and an event of one sentence are of two deeds: a visible tuple of rules.

Takes a toll and a frame of a laid-out sentence, says whether anything tells them apart; which of the frames
that are left the toll belongs to is decided in `grouping`.
"""

from collections.abc import Callable

from aftermath.extract.clusters.apart import (
    AFTER,
    answers,
    charged,
    coordinated,
    left_lying,
    one_voice,
    openers,
    provoked,
    set_apart,
)
from aftermath.extract.clusters.aside import conditional, found_after, of_before, only_before, told_apart, told_as_time
from aftermath.extract.clusters.cluster import HEAVY
from aftermath.extract.events.figures import is_running
from aftermath.extract.events.frames import Frame
from aftermath.extract.events.harm import Toll
from aftermath.extract.grammar.arguments import of_verb
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import nations, preposition
from aftermath.extract.layout.scene import Scene
from aftermath.model import Token

Rule = Callable[[Scene, Toll, Frame], bool]
ENDING = frozenset({"end", "halt", "stop", "break", "lift", "conclude"})
"""What a deed does to an event whose dead are not its own."""
WHEN = frozenset({"after", "before", "following", "since"})
WARS = frozenset("war conflict insurgency uprising rebellion unrest violence crackdown campaign feud revolt".split())
"""What takes years, and of which one event is a part."""
AIMS = frozenset({"attempt", "plot", "plan", "bid", "conspiracy", "effort", "mission", "order", "threat"})
"""Nouns of what somebody meant to do."""


def is_parted(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether voice, day, doer, plan or charge tells the harm and the event of one sentence apart."""
    return any(rule(scene, toll, frame) for rule in RULES)


def _is_told_apart(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether another voice or a charge tells of it, a day of its own, a condition, or what it answers."""
    harm, event = toll.trigger, frame.trigger
    voiced = not one_voice(scene, event, harm) or told_apart(scene, toll, frame) or charged(harm, event)
    voiced = voiced or _is_of_speaker(scene, harm, event)
    timed = told_as_time(toll, event) or only_before(scene, toll, frame) or of_before(toll, event)
    return voiced or timed or conditional(event, harm) or set_apart(scene, event, harm) or provoked(scene, event, harm)


def _is_of_clause_before(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether the harm goes on what came first ("shelled them after rockets fired from there wounded five")."""
    harm, main = toll.trigger, frame.trigger
    if harm.dep != "advcl" or harm.head.i != main.i or harm.lower.endswith("ing"):
        return False
    first = any(main.i < c.i < harm.i and openers(c) & AFTER for c in main.children("advcl"))
    return first and harm.child("mark", "nsubj", "nsubj:pass", "punct", "advmod") is None


def _is_of_speaker(scene: Scene, harm: Token, event: Token) -> bool:
    """Whether an event only says who speaks of the harm ("rebels fighting the president said they killed 60")."""
    said = scene.voices.at(harm)
    if said is None or said.verb < 0 or event.i in harm.subtree():
        return False  # "interviews with fighters, claiming he was killed in an air strike"
    speakers = (scene.parse[i] for i in said.speakers)
    return any(event.i != t.i and event.i in t.subtree() for t in speakers)


def _is_answered(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether an event only answered what did the harm ("five died when a shell fell; the army fired back")."""
    harm, event = toll.trigger, frame.trigger
    return answers(frame) and harm.i < event.i and harm.head.i != event.i


def _is_aimed_at(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether harm is only what the event was for ("set off a bomb in an attempt to kill the minister")."""
    harm = toll.trigger
    return (_is_aim(harm) and frame.trigger.i not in harm.subtree()) or _only_planned(harm, frame.trigger)


def _is_of_no_siege(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether a weapon did it and no siege ("in the besieged city a shell killed")."""
    return frame.event == "siege" and _by_arms(scene, toll)


def _is_own_loss(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether a party tells whom it lost beside whom it shot ("shot dead 14 rebels and lost two men")."""
    return toll.role == "lost" and frame.event == "killing" and coordinated(frame.trigger, toll.trigger)


def _is_beside_capture(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether people were killed and a place was taken ("took the town and killed 20 soldiers")."""
    harm = toll.trigger
    return frame.event == "territory_taken" and harm.pos == "VERB" and coordinated(frame.trigger, harm)


def _is_listed_first(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether a party killed people and then, in one list of its deeds, bombed something ("killed 90 and shelled")."""
    harm, event = toll.trigger, frame.trigger
    listed = frame.is_verb and event.dep == "conj" and event.head.i == harm.i and event.child("nsubj") is None
    return listed and frame.event in HEAVY and not is_passive(harm) and event.child("obj") is not None


def _is_at_its_day(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether a clause of the day tells whom a party killed when it took a place ("since May, when it killed 32")."""
    verb = toll.trigger
    if frame.event != "territory_taken" or is_passive(verb) or not verb.dep.startswith(("advcl", "acl")):
        return False
    when = next((c.i for c in verb.children("advmod", "mark") if c.lower == "when"), 0)
    return when > 1 and verb.parse[when - 1].text == "," and when - 2 in scene.times


def _is_left_lying(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether bodies were found where somebody left them ("shelled Homs, and 64 bodies were found dumped")."""
    shot = frame.event == "killing" and frame.trigger.lemma not in {"fire", "open"}
    return left_lying(toll) and toll.trigger.i != frame.trigger.i and not shot


def _is_done_by_the_hit(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether those did the harm whom the event hits ("troops are fighting bandits who have been killing farmers")."""
    verb, hit = toll.trigger, {t.i for t in (*frame.args.undergoers, *frame.args.by("on", "at", "against"))}
    if verb.dep != "acl:relcl" or is_passive(verb) or verb.head.i not in hit or verb.head.i in scene.means:
        return False
    active = verb.child("obj") is not None and any(c.lower in {"who", "that"} for c in verb.children("nsubj"))
    return frame.is_verb and active


def _has_own_cause(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether harm told beside an event has its own victims and doer.

    "Three were shot dead by police and 96 officers were hurt as crowds threw stones".
    """
    verb, event = toll.trigger, frame.trigger
    beside = any(coordinated(verb, t) for t in (event, *event.ancestors()) if t.i != verb.i)
    if verb.dep != "conj" or verb.child("nsubj", "nsubj:pass") is None or not beside:
        return False
    clauses = [c for c in verb.children("advcl") if openers(c) & {"as", "when"}]
    own = {t.i for part in (verb, *clauses) for t in of_verb(part).doers if scene.is_side(t) or scene.is_people(t)}
    own -= {toll.victim.i} if toll.victim is not None else set()
    return bool(own) and event.i not in verb.subtree() and not own & {t.i for t in frame.args.doers}


def _is_deed_of_victims(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether an event is what the dead had done ("killed seven attackers, some of whom had blown themselves up")."""
    verb = frame.trigger
    if toll.victim is None or verb.dep != "acl:relcl" or verb.head.i != toll.victim.i or not frame.is_verb:
        return False
    whom = any(c.lower == "whom" for d in verb.children("nsubj") for c in d.children("nmod"))
    return (whom or any(t.i == toll.victim.i for t in frame.args.doers)) and verb.i != toll.trigger.i


def _hits_the_doer(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether an event befell who did the harm ("a gunman killed 38 people and was then shot dead by police")."""
    if toll.trigger.pos != "VERB" or not frame.is_verb or toll.trigger.i == frame.trigger.i:
        return False
    if toll.role == "subject":
        return False  # "a student died after being shot by police"
    verb = frame.trigger
    if is_passive(verb) and verb.dep == "conj" and verb.head.i == toll.trigger.i and verb.child("nsubj") is None:
        return bool(frame.args.doers) and not is_passive(toll.trigger)
    hit = {t.i for t in frame.args.undergoers if t.pos != "PRON" and scene.is_people(t)}
    return bool(hit & {t.i for t in of_verb(toll.trigger).doers}) and bool(frame.args.doers)


def _is_ended(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether a deed put an end to the event ("killed the last gunmen, ending a siege in which 172 people died")."""
    verb = frame.trigger.head
    return frame.trigger.dep == "obj" and verb.lemma in ENDING and verb.dep == "advcl" and verb.head.i == toll.trigger.i


def _is_only_meant(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether an event's noun stands in an aim, and the harm outside ("were hurt ... to protest the killing")."""
    noun = frame.trigger
    if frame.is_verb or toll.trigger.i in noun.subtree():
        return False
    aim = next((a for a in noun.ancestors() if any(c.lower == "to" for c in a.children("mark"))), None)
    return aim is not None and aim.dep == "advcl" and all(a.i != aim.i for a in toll.trigger.ancestors())


def _only_planned(harm: Token, event: Token) -> bool:
    """Whether the one is to come and the other was, in clauses side by side ("would kill them; it shot one in May")."""
    above = {t.i for t in (*harm.ancestors(), *event.ancestors())}
    verbs = harm.pos == event.pos == "VERB" and not {harm.i, event.i} & above
    return verbs and _to_come(harm) != _to_come(event)


def _is_aim(verb: Token) -> bool:
    """Whether harm is only what an attempt or plan was for."""
    to = any(c.lower == "to" for c in verb.children("mark"))
    return to and verb.dep.startswith("acl") and verb.head.lemma in AIMS


def _to_come(verb: Token) -> bool:
    return any(c.lower in {"will", "would"} for c in verb.children("aux"))


def _by_arms(scene: Scene, toll: Toll) -> bool:
    """Whether a weapon is said to have done the harm, so that no siege did ("in the besieged city a shell killed")."""
    return toll.trigger.pos == "VERB" and any(t.i in scene.means for t in of_verb(toll.trigger).doers)


def _is_found_by_doer(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether who did it then found the dead ("commandos stormed a hotel and found five bodies")."""
    return toll.role == "self" and found_after(toll.trigger, frame.trigger)


def _is_only_time(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether an event's noun tells when somebody did the harm: "a day after the bombing in Kabul gunmen killed two".

    What people died "after" may well be what they died of, unless it was elsewhere.
    """
    noun, harm = frame.trigger, toll.trigger
    if frame.is_verb or harm.pos != "VERB" or (noun.dep == "nsubj" and noun.head.i == harm.i):
        return False  # "hours after a car bomb in Ankara killed 37": the bomb did
    top = next((t for t in (noun, *noun.ancestors()) if _opens_time(t)), None)
    if top is None or harm.i in top.subtree():
        return False
    inside = set(top.subtree())
    spots = {scene.places[i].place.name for i in inside if i in scene.places}
    told = (i for i in range(harm.sent.start, harm.sent.end) if i in scene.places and i not in inside)
    away = {scene.places[i].place.name for i in told if not scene.places[i].adjectival}
    deed = toll.role != "subject" and not is_passive(harm) and any(scene.is_side(t) for t in of_verb(harm).doers)
    return deed or bool(spots and away and not spots & away)


def _opens_time(noun: Token) -> bool:
    """Whether a noun stands under "after", "before" and the like, whatever the parser hangs it on."""
    return any(c.lower in WHEN for c in noun.children("case")) and noun.pos in {"NOUN", "PROPN"}


def _is_of_own_side(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether the dead fight for who did it ("two died in firing by Indian troops, and five Indian soldiers fell")."""
    if toll.victim is None or not scene.is_combatant(toll.victim) or toll.role == "lost":
        return False
    own, doers = nations(toll.victim), (t for t in frame.args.doers if t.i != toll.victim.i)
    return bool(own) and any(own & nations(t) for t in doers if scene.is_side(t))


def _is_deed_of_the_dead(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether a clause tells what the dead had done ("killed a commander who had led the attack on the university")."""
    victim = toll.victim
    if victim is None or is_passive(toll.trigger):
        return False
    own = victim.i in {t.i for t in frame.args.doers}
    clauses = (c for c in victim.children("acl") if c.dep == "acl:relcl" and (own or _of_his_men(scene, c)))
    return any(frame.trigger.i in c.subtree() for c in clauses)


def _of_his_men(scene: Scene, clause: Token) -> bool:
    """Whether a clause tells what somebody's people did ("a police chief whose men had shot two")."""
    men = (t for t in clause.children("nsubj") if scene.is_people(t) or scene.is_side(t))
    return any(c.lower == "whose" for t in men for c in t.children("nmod:poss"))


def _is_of_next_clause(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether a side did the harm, and the event stands in a clause with its own subject behind it.

    "Snipers killed three people, and two others died when a shell hit a minibus".
    """
    harm = toll.trigger
    if harm.pos != "VERB" or is_passive(harm) or toll.role == "subject":
        return False
    if not any(map(scene.is_side, of_verb(harm).doers)):
        return False
    beside = (c for c in harm.children("conj") if c.child("nsubj", "nsubj:pass") is not None)
    return any(frame.trigger.i in c.subtree() for c in beside)


def _is_of_whole_war(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether a war brought the harm of which the event is a part ("the biggest battle of a war that killed 9,000")."""
    verb = toll.trigger
    of_war = verb.dep == "acl:relcl" and verb.head.lemma in WARS and verb.head.dep == "nmod"
    return of_war and frame.trigger.i != verb.head.i


def _is_next_statement(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether the harm is a second thing that is said, and the event only says more of somebody in the first.

    "Said it had fought gangs who had burned a bank and that four guards had died": no gang need have killed them.
    """
    verb, clause = toll.trigger, toll.trigger.head
    second = verb.dep == "conj" and any(c.lower == "that" for c in verb.children("mark"))
    return second and clause.dep == "acl:relcl" and frame.trigger.i not in verb.subtree()


def _is_career(scene: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether the event is only what one of the dead had done before ("including a general who had led the fight")."""
    above = (frame.trigger, *frame.trigger.ancestors())
    clause = next((t for t in above if t.dep == "acl:relcl"), None)
    if clause is None or toll.trigger.i in clause.subtree() or preposition(clause.head) != "including":
        return False
    return scene.is_people(clause.head) and any(c.lower == "who" for c in clause.children("nsubj"))


def _is_of_all(_: Scene, toll: Toll, frame: Frame) -> bool:
    """Whether a figure is of a whole war, and the event one that raised it ("took the toll since May to 57")."""
    return is_running(toll.trigger) and frame.trigger.i not in toll.trigger.subtree()


RULES: tuple[Rule, ...] = (
    _is_told_apart,
    _is_deed_of_the_dead,
    _is_of_next_clause,
    _is_answered,
    _is_aimed_at,
    _is_of_no_siege,
    _is_own_loss,
    _is_deed_of_victims,
    _hits_the_doer,
    _is_ended,
    _has_own_cause,
    _is_done_by_the_hit,
    _is_only_meant,
    _is_beside_capture,
    _is_listed_first,
    _is_at_its_day,
    _is_left_lying,
    _is_found_by_doer,
    _is_of_whole_war,
    _is_of_all,
    _is_career,
    _is_next_statement,
    _is_of_own_side,
    _is_only_time,
    _is_of_clause_before,
)
