"""Which accounts are claims though their report is of other things: what is told is armed or of public violence itself.

Takes a draft of a report that is not of armed conflict (`layout/war`), gives whether it stands for itself.
"""

from aftermath.extract.clusters.cluster import HEAVY, VIOLENT
from aftermath.extract.draft import Draft
from aftermath.extract.layout.scene import Scene
from aftermath.extract.selection.mishaps import POLICE
from aftermath.model import Token

MOBS = frozenset({"mob", "mobs", "vigilante", "lynching"})
"""Crowds that are armed enough."""
MULTITUDE = 1000
"""So many people who leave their homes tell of war, or of a mishap that the report names."""
MANY = 10
"""So many dead of clashes, blasts or a riot are no common crime."""
OUTSPOKEN = frozenset(
    "activist journalist reporter protester protestor demonstrator dissident opposition campaigner unionist".split()
)
"""Whose arrest is of public affairs; others in office are arrested for common crimes too."""
PUBLIC = OUTSPOKEN | frozenset(
    "politician lawmaker legislator senator candidate mayor governor minister premier president judge prosecutor"
    " peacekeeper".split()
)
"""Whose violent death is of public affairs."""
COMMON = frozenset("death violence murder homicide femicide attack".split())
"""Nouns of deaths that are as often of illness and common crime."""
HELD_FOR = frozenset("terror terrorism terrorist extremist militant separatist dissident opposition political".split())
"""Words beside suspects and prisoners of conflicts."""
RIOTS = frozenset({"riot", "unrest", "uprising"})
LARGE = frozenset("mass massive nationwide violent anti-government countrywide widespread huge large deadly".split())
"""Words of protests that are news of themselves."""


def is_armed(scene: Scene, draft: Draft) -> bool:
    """Whether arms, fighters, a mob or a state stand in the claim itself, many died, or public life is its matter.

    Police and stones do for protests, arrests, clashes with a toll and attacks on police alone.
    """
    return _bears_arms(scene, draft) or _is_public(draft) or _is_of_states(scene, draft)


def _bears_arms(scene: Scene, draft: Draft) -> bool:
    parties = [t for t in (*draft.attackers, *draft.targets) if scene.is_combatant(t)]
    if draft.event in {"protest", "arrest"} or (draft.event == "armed_clash" and draft.harm):
        return bool(draft.weapons or parties)
    if draft.event == "displacement" and any((h.low or 0) >= MULTITUDE for h in draft.harm):
        return True
    if any(t.lemma in MOBS for t in draft.attackers):
        return True
    crowd = any(scene.is_people(t) and t.lower != t.lemma for t in draft.attackers)
    if draft.event == "attack" and crowd and any(t.lemma in POLICE for t in draft.targets):
        return True
    arms = [m for m in draft.weapons if m.row["kind"] not in {"riot arms", "tank"}]
    return bool(arms) or any(t.lemma not in POLICE for t in parties)


def _is_public(draft: Draft) -> bool:
    """Whether it is of public affairs: who was killed or held, how many died in it, or what kind of protest it was."""
    hit = [*draft.targets, *(t.victim for t in draft.cluster.tolls if t.victim is not None)]
    if draft.event == "protest":
        return _breaks_out(draft.trigger)
    if draft.event == "arrest":
        held = {w.lower for t in hit for w in t.children("amod", "compound")}
        return bool(held & HELD_FOR) or any(t.lemma in OUTSPOKEN for t in hit)
    if draft.event not in VIOLENT or not draft.harm:
        return False
    fought = any(f.event != "killing" and f.trigger.lemma not in COMMON for f in draft.cluster.frames)
    many = fought and any(h.kind == "killed" and (h.low or 0) >= MANY for h in draft.harm)
    return many or any(t.lemma in PUBLIC for t in hit)


def _breaks_out(noun: Token) -> bool:
    """Whether a riot or a large protest is itself what is told ("riots erupted", "mass protests broke out")."""
    large = noun.lemma in RIOTS or any(c.lemma in LARGE for c in noun.children("amod"))
    return large and (noun.is_root or noun.dep.startswith("nsubj"))


def _is_of_states(scene: Scene, draft: Draft) -> bool:
    """Whether a state struck with what only states have, or took land on a day that is told."""
    if draft.event in HEAVY:
        return any(scene.is_side(t) or _is_land(scene, t) for t in draft.attackers)
    took = draft.event == "territory_taken" and draft.trigger.pos == "VERB" and draft.times and draft.places
    return bool(took) and any(_is_land(scene, t) for t in draft.attackers)


def _is_land(scene: Scene, token: Token) -> bool:
    mention = scene.places.get(token.i)
    return mention is not None and mention.place.precision == "country"
