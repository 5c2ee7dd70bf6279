"""What the passage says of an account that leaves its event open: which one it is."""

from aftermath.extract.clusters.apart import MOMENT, left_lying, openers
from aftermath.extract.clusters.cluster import ALONE, VIOLENT
from aftermath.extract.context.lending import REACH, apart, elsewhere
from aftermath.extract.draft import FIGURES, Draft, avows, one_thing, told_again
from aftermath.extract.events.figures import is_running, put_at
from aftermath.extract.events.victims import BODILY
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import words_of
from aftermath.extract.where_when.fineness import lies_in
from aftermath.model import Token

FIGHTERS = frozenset(
    "soldier fighter rebel militant guerrilla insurgent troop serviceman policeman gunman jihadist".split()
)
WAR = frozenset("war conflict fighting hostility insurgency battle".split())
CROWD = frozenset({"protester", "demonstrator", "marcher", "mourner"})
CRACKDOWN = frozenset("crackdown uprising protest demonstration unrest".split())
OF_CRACKDOWN = 3
"""So many words of it make a report one of a crackdown, not of a war."""
OF_BOMBINGS = 2
"""So many of them before a bare toll make it one of bombings and other attacks."""
MERE_HARM = frozenset({"death"})
"""Nouns among the triggers that say no more of the event than a toll does."""
BY_HAND = frozenset("beat hack stab knife strangle lynch torture execute behead stone".split())
"""Words of harm that no shell and no bomb does."""
POINTING = frozenset({"the", "this", "that", "these", "those", "its"})
TOLL_REACH = 8
"""Sentences from a bare toll back to its event; a noun like "the attack" reaches further."""
STRIKING = frozenset({"hit", "strike", "target"})
"""Verbs that leave open with what."""
TIMES = 8
"""How many times the one the other of two figures for one event may be."""
BESIDE = 2
"""Sentences from an incident to a toll that is plainly of it."""
NEAR = 3
"""Accounts and sentences back to the air strikes that a raid is one of."""
CROSSING = frozenset({"cross", "infiltrate", "sneak", "smuggle"})
"""What is done at a border that is closed."""
TELLING = VIOLENT - {"destruction", "attack"}


def adds_to_toll(draft: Draft) -> bool:
    """Whether a toll adds to one told before ("his son was also killed"), and so is of no event without one."""
    return any(c.lower in {"also", "too"} for t in draft.cluster.tolls for c in t.trigger.children("advmod"))


def scope_beside(told: list[Draft], draft: Draft) -> None:
    """A toll with no time of its own, told right after an incident, is of it, however high it is.

    So is that of "the clashes", told right after clashes.
    """
    tolls, again = draft.cluster.tolls, bool(draft.cluster.frames) and _points_back(draft)
    stands = any(c.lemma == "have" for c in draft.cluster.trigger.children("aux"))  # "have been killed", by now
    unnamed = not draft.cluster.frames and not stands
    if draft.scope == "incident" or not (unnamed or (again and tolls)):
        return
    if any(is_running(t.trigger) for t in tolls):
        return
    risen = any(put_at(t.trigger) is not None for t in tolls)
    if not risen and (draft.times or draft.places):
        return
    before = next((d for d in reversed(told) if d.event in VIOLENT), None)
    if before is not None and again and before.event != draft.event:
        return
    if before is not None and before.scope == "incident" and 1 <= apart(before, draft) <= BESIDE:
        draft.scope = "incident"
        draft.why["scope"] = f"the toll of what was told just before: {before.trigger.text}"


def name_by_passage(scene: Scene, told: list[Draft], draft: Draft) -> None:
    """A toll with no event named, or "the attack", takes the event that the passage is about.

    Tolls of a whole war are `armed_clash`; fighters killed in one incident with no event named
    died in an `armed_clash` (the guide's *Tolls with no event*).
    """
    if (counted := _counted_before(told, draft)) is not None:
        draft.scope = counted.scope
        _rename(draft, counted.event, f"another figure for what was told before: {counted.trigger.text}")
        return
    avowed = _event_before(told, draft, REACH) if avows(draft) else None
    if avowed is not None and avowed.event != draft.event and draft.event in {"attack", "explosion", "killing"}:
        _rename(draft, avowed.event, f"who did it owns up to it: {avowed.trigger.text}")
    elif draft.event == "armed_clash" and draft.trigger.lemma == "raid" and _from_the_air(told, draft):
        _rename(draft, "air_strike", "a raid told after air strikes")
    elif draft.event == "siege" and _is_stormed(scene, told, draft):
        _rename(draft, "armed_clash", "those who had stormed a building were besieged in it")
    elif draft.event == "killing" and _is_fought(draft) and (draft.scope == "incident" or _speaks_of_war(scene, draft)):
        _rename(draft, "armed_clash", "fighters killed fighters")
    elif (answered := _struck_before(told, draft)) is not None:
        _rename(draft, answered.event, f"another account of the event before: {answered.trigger.text}")
    else:
        _name_open(scene, told, draft)


def _name_open(scene: Scene, told: list[Draft], draft: Draft) -> None:
    """Name the event of a toll alone, or of words that point back to one."""
    if draft.event == "killing" and _is_crowds(draft):
        told = [d for d in told if d.event != "armed_clash"]  # who dies in a crowd fights in no battle
    unnamed = all(f.trigger.lemma in MERE_HARM for f in draft.cluster.frames)
    if any(left_lying(t) or _crossed(t.trigger) for t in draft.cluster.tolls):
        return  # executed or shot at a border, whatever was told before
    bare = unnamed and draft.event in {"killing", "attack"} and bool(draft.cluster.tolls) and not draft.attackers
    if bare and draft.scope == "campaign":
        _name_of_many(scene, told, draft)
    elif (lost_in := _lost_in(told, draft)) is not None:
        _rename(draft, lost_in.event, f"missing since what was told just before: {lost_in.trigger.text}")
    elif bare or (draft.cluster.frames and _is_open(draft) and _points_back(draft)):
        before = _event_before(told, draft, TOLL_REACH if bare else REACH)
        if bare and before is not None and before.event != "killing" and _by_hand(draft):
            return  # beaten, hacked or shot, whatever was told before
        fought = bare and any(t.victim is not None and t.victim.lemma in FIGHTERS for t in draft.cluster.tolls)
        if before is not None and not (fought and before.event == "killing"):
            _rename(draft, before.event, f"the event of the passage: {before.trigger.text}")
        elif fought:
            _rename(draft, "armed_clash", "the dead are fighters")


def _by_hand(draft: Draft) -> bool:
    """Whether the words for harm, or the arms beside them, say that somebody killed from near by and no blast did."""
    hand = any(t.trigger.lemma in BY_HAND for t in draft.cluster.tolls)
    return hand or any(m.row["kind"] in {"small arms", "blade"} for m in draft.weapons)


def _crossed(toll: Token) -> bool:
    """Whether people came to harm on a way that nobody was to take ("killed while trying to cross the Line")."""
    clauses = [c for c in toll.children("advcl") if openers(c) & MOMENT]
    ways = [w for c in clauses for w in (c, *c.children("xcomp"))]
    return any(w.lemma in CROSSING for w in ways)


def _lost_in(told: list[Draft], draft: Draft) -> Draft | None:
    """The blast, strike or battle just before, with its dead, after which people are only said to be missing."""
    tolls = draft.cluster.tolls
    if draft.cluster.frames or draft.scope != "incident" or any(t.kind != "missing" for t in tolls):
        return None
    if any(d.event == "abduction" for d in told):
        return None  # they may be among those taken
    if any(c.child("mark") is not None for t in tolls for c in t.trigger.children("advcl")):
        return None  # "are missing after men dragged them from a car"
    near = (d for d in reversed(told) if d.event in VIOLENT - {"killing"} and apart(d, draft) <= NEAR)
    return next((d for d in near if any(h.kind in BODILY for h in d.harm)), None)


def _name_of_many(scene: Scene, told: list[Draft], draft: Draft) -> None:
    """Name the events of a bare toll over time: a massacre told before, bombings, a war; a crackdown is `killing`."""
    if _is_crowds(draft):
        return
    if (massacre := _massacre_before(told, draft)) is not None:
        _rename(draft, massacre.event, f"the event of the passage: {massacre.trigger.text}")
    elif _speaks_of_bombs(scene, told, draft):
        _rename(draft, "attack", "the toll of a time of bombings and shootings")
    elif _speaks_of_war(scene, draft):
        _rename(draft, "armed_clash", "the toll of a war")


def _massacre_before(told: list[Draft], draft: Draft) -> Draft | None:
    """The killing over days, told just before, of which somebody gives another figure."""
    before = next((d for d in reversed(told) if d.event in TELLING), None)
    if before is None or before.event != "killing" or before.scope != "campaign" or not before.attackers:
        return None
    return before if apart(before, draft) <= BESIDE and not draft.times else None


def _is_crowds(draft: Draft) -> bool:
    """Whether the dead are of a crowd."""
    return any(t.victim is not None and t.victim.lemma in CROWD for t in draft.cluster.tolls)


def _struck_before(told: list[Draft], draft: Draft) -> Draft | None:
    """The strike just before, of which somebody says whom it hit ("the army said only fighters had been hit")."""
    frames, own = draft.cluster.frames, draft.weapons or draft.places or draft.times or draft.harm
    loose = bool(frames) and all(f.is_verb and f.event == "attack" and f.trigger.lemma in STRIKING for f in frames)
    if not loose or own or not draft.speakers or draft.event not in {"attack", "armed_clash"}:
        return None
    before = next((d for d in reversed(told) if d.event in TELLING), None)
    if before is None or before.event not in {"air_strike", "shelling"} or apart(before, draft) > BESIDE:
        return None
    rivals = {t.lemma for t in before.attackers} & {t.lemma for t in draft.targets}
    return None if rivals else before


def _is_stormed(scene: Scene, told: list[Draft], draft: Draft) -> bool:
    """Whether "the siege" is of a building that was stormed just before, not of a town ("six died in the siege")."""
    near = (d for d in told[-NEAR:] if apart(d, draft) <= NEAR)
    stormed = any(f.trigger.lemma in {"storm", "raid", "burst"} for d in near for f in d.cluster.frames)
    of_place = any(t.i in scene.places for t in draft.targets)
    return stormed and draft.trigger.lemma == "siege" and not of_place and draft.scope == "incident"


def _from_the_air(told: list[Draft], draft: Draft) -> bool:
    """Whether air strikes were told just before, of which a "raid" is one more; men raid on the ground."""
    if draft.trigger.pos == "VERB" and any(t.lemma in FIGHTERS | {"man"} for t in draft.attackers):
        return False
    near = (d for d in told[-NEAR:] if draft.trigger.sent.index - d.trigger.sent.index <= NEAR)
    return any(d.event == "air_strike" for d in (*told[-1:], *near))


def _counted_before(told: list[Draft], draft: Draft) -> Draft | None:
    """The account before of which somebody gives another figure ("Police put the number at 233")."""
    if draft.cluster.frames or any(t.role != "put" for t in draft.cluster.tolls):
        return None
    kinds = {h.kind for h in draft.harm}
    counted = [d for d in reversed(told) if kinds & {h.kind for h in d.harm}]
    counted = [d for d in counted if d.event in VIOLENT or not kinds & {"killed", "injured"}]
    alike = [d for d in counted if _is_like(d, draft)] or counted
    return next((d for d in alike if d.scope == draft.scope), next(iter(alike), None))


def _is_like(told: Draft, draft: Draft) -> bool:
    """Whether two accounts' figures for one kind of harm may be of one event: neither is many times the other."""
    for one in draft.harm:
        known = [h.low or h.high or 0 for h in told.harm if h.kind == one.kind and h.part_of is None]
        figure = one.low or one.high or 0
        if known and figure and max(known) and not 1 / TIMES <= figure / max(known) <= TIMES:
            return False
    return True


def _speaks_of_bombs(scene: Scene, told: list[Draft], draft: Draft) -> bool:
    """Whether the events told before are mostly bombings, and the toll's own sentence says nothing of a war."""
    sent = draft.trigger.sent
    if {scene.parse.lemmas[i] for i in range(sent.start, sent.end)} & (WAR | CRACKDOWN):
        return False
    events = [d.event for d in told if d.event in TELLING and d.scope == "incident"]
    bombs = sum(event in {"explosion", "suicide_bombing"} for event in events)
    return bombs >= OF_BOMBINGS and bombs * 2 >= len(events)


def _is_fought(draft: Draft) -> bool:
    """Whether fighters killed fighters, with no word of how ("troops killed 16 guerrillas")."""
    tolls, frames = draft.cluster.tolls, draft.cluster.frames
    words = {t.trigger.lemma for t in tolls} | {f.trigger.lemma for f in frames}
    if not frames and {"lost", "object"} <= {t.role for t in tolls if t.kind == "killed"}:
        return True  # "killed 59 of them and lost 14 of its own"
    if not tolls or words != {"kill"}:
        return False
    return any(map(_fights, draft.attackers)) and any(_fights(t.victim) for t in tolls if t.victim is not None)


def _fights(token: Token) -> bool:
    armed = words_of("people", "kind", "combatant")
    return token.lemma in armed or any(c.lemma in armed for c in token.children("nmod"))


def _rename(draft: Draft, event: str, reason: str) -> None:
    draft.event = event
    draft.why["event"] += f"; {reason}"


def _event_before(told: list[Draft], draft: Draft, reach: int) -> Draft | None:
    near = (
        d
        for d in told_again(told, draft)
        if draft.trigger.sent.index - d.trigger.sent.index <= reach
        and not (_in_another_town(d, draft) or _on_another_day(d, draft))
    )
    happened = (d for d in near if d.stance != "planned")
    again = all(t.trigger.lemma in FIGURES for t in draft.cluster.tolls)  # "the toll rose" is of an attack as well
    events = [d for d in happened if (d.event in TELLING or (again and d.event == "attack")) and _is_named(d)]
    events = [d for d in events if d.scope == draft.scope] or events
    if adds_to_toll(draft):
        events = [d for d in events if {h.kind for h in d.harm} & {h.kind for h in draft.harm}]
    return max(events, key=lambda d: (one_thing(d, draft), d.trigger.i), default=None)


def _is_named(told: Draft) -> bool:
    """Whether an account's event is told by a word of its own, or was taken from the passage."""
    if any(f.is_stopped for f in told.cluster.frames):
        return False  # nobody died of the drones that were shot down
    return bool(told.cluster.frames) or told.event != ALONE[told.cluster.tolls[0].kind]


def _in_another_town(told: Draft, draft: Draft) -> bool:
    """Whether two accounts name two places, and neither lies in the other ("In Acapulco, two bodies were found")."""
    if not told.places or not draft.places or not elsewhere(told, draft):
        return False
    one, two = told.places[0], draft.places[0]
    lands = {p.place.country for p in (one, two)} - {""}
    if len(lands) > 1 and not draft.cluster.frames:
        return True
    known = all(p.place.precision in {"exact", "town", "district", "province"} for p in (one, two))
    return known and not (lies_in(one, two) or lies_in(two, one))


def _on_another_day(told: Draft, draft: Draft) -> bool:
    """Whether two accounts have days of their own, and none in common ("Four people were killed that Monday")."""
    if not told.times or not draft.times or told.when_told or draft.when_told:
        return False
    one, two = told.times[0].time, draft.times[0].time
    if one.start is None or two.start is None or one.end is None or two.end is None:
        return False
    return one.start > two.end or two.start > one.end


def _is_open(draft: Draft) -> bool:
    """Whether the words leave open what was done: an attack, or fire that somebody denies having opened."""
    fired = draft.stance == "denied" and all(f.row["needs"] == "fired_on" for f in draft.cluster.frames)
    return draft.event == "attack" or fired


def _points_back(draft: Draft) -> bool:
    """Whether an account plainly speaks of an event told before: "the attack", or a denial of having hit anybody."""
    if draft.trigger.pos == "VERB":
        return draft.stance == "denied" and not draft.weapons and not draft.harm
    marks = [
        *draft.trigger.children("det", "nmod:poss"),
        *(c for c in draft.trigger.children("amod") if c.lower == "such"),
    ]
    return any(c.lower == "such" for c in marks) or any(c.lower in POINTING or c.dep == "nmod:poss" for c in marks)


def _speaks_of_war(scene: Scene, draft: Draft) -> bool:
    sent = draft.trigger.sent
    lemmas = {scene.parse.lemmas[i] for i in range(sent.start, sent.end)}
    if lemmas & CRACKDOWN:
        return False
    return bool(lemmas & WAR) or sum(lemma in CRACKDOWN for lemma in scene.parse.lemmas) < OF_CRACKDOWN
