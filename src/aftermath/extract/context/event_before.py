"""The event told before that an account goes on from: by distance, place, day, and what is told of it.

Takes the accounts told so far and one that names no event or only points back, gives the one it can be of.
What it is called by it is for `passage` and `bare_toll` to say.
"""

from aftermath.extract.clusters.cluster import ALONE, VIOLENT
from aftermath.extract.context.lending import apart, elsewhere
from aftermath.extract.draft import FIGURES, Draft, adds_to_toll, one_thing, told_again
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.where_when.fineness import lies_in
from aftermath.model import Token

POINTING = frozenset({"the", "this", "that", "these", "those", "its"})
BESIDE = 2
"""Sentences from an incident to a toll that is plainly of it."""
TELLING = VIOLENT - {"destruction", "attack"}
"""Events that say with what or how."""


def event_before(told: list[Draft], draft: Draft, reach: int) -> Draft | None:
    """The account that another goes on from within so many sentences, None where there is none."""
    near = (
        d
        for d in told_again(told, draft)
        if draft.trigger.sent.index - d.told_until <= reach
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
    if any(_is_done(t.trigger) for t in draft.cluster.tolls):
        return False
    one, two = told.times[0].time, draft.times[0].time
    if one.start is None or two.start is None or one.end is None or two.end is None:
        return False
    return one.start > two.end or two.start > one.end


def is_of_its_own(told: Draft, draft: Draft) -> bool:
    """Whether a toll of another paragraph has a day or place of its own, in common with nothing told before."""
    if apart(told, draft) < BESIDE or told.trigger.sent.paragraph == draft.trigger.sent.paragraph:
        return False
    if any(t.trigger.lemma in FIGURES or _is_done(t.trigger) for t in draft.cluster.tolls):
        return False
    here, there = ({p.place.name for p in d.places if p.text.lower() != "there"} for d in (draft, told))
    days, others = ({(m.time.start, m.time.end) for m in d.times} for d in (draft, told))
    return bool(here or days) and not (here & there or days & others)


def _is_done(harm: Token) -> bool:
    """Whether something did the harm, though no party is named ("the last claimed 35 lives", "another killed two")."""
    return harm.pos == "VERB" and not is_passive(harm) and harm.child("obj") is not None and bool(subjects(harm))


def points_back(draft: Draft) -> bool:
    """Whether an account plainly speaks of an event told before: "the attack", or a denial of having hit anybody."""
    if draft.trigger.pos == "VERB":
        return draft.stance == "denied" and not draft.weapons and not draft.harm
    marks = draft.trigger.children("det", "nmod:poss", "amod")
    return any(c.lower in POINTING | {"such"} or c.dep == "nmod:poss" for c in marks)
