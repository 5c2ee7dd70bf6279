"""What the passage says of an account that leaves its event open: which one it is."""

import re

from aftermath.extract.clusters.cluster import VIOLENT
from aftermath.extract.context.bare_toll import NEAR, fights, name_open, speaks_of_war
from aftermath.extract.context.event_before import BESIDE, TELLING, event_before, points_back
from aftermath.extract.context.inherit import ORDERED
from aftermath.extract.context.lending import REACH, apart
from aftermath.extract.draft import Draft, alike_in_toll, did_it, lays_blame, rename
from aftermath.extract.events.figures import is_running, put_at
from aftermath.extract.events.needs.persons import MARCHERS
from aftermath.extract.layout.scene import Scene

FIGHTERS = frozenset(
    "soldier fighter rebel militant guerrilla insurgent troop serviceman policeman gunman jihadist".split()
)
FORCES = ORDERED | {"force"}
"""Forces of a state."""
UNREST = frozenset({"violence", "unrest", "disturbance"})
"""Nouns that leave open what was done in the streets."""
RULERS = FORCES | {"regime", "government", "junta", "authority"}
LOST = re.compile(
    r"\bwhereabouts (?:are|is|remain\w*|were|was)? ?(?:still )?un(?:known|clear)\b"
    r"|\bunknown (?:location|destination|place)s?\b"
    r"|\bnot been heard (?:of|from)\b|\b(?:no|any) (?:word|news) (?:of|from|about) (?:him|her|them)\b",
    re.IGNORECASE,
)
"""What is told of those who were taken by nobody knows whom, or whose captors own up to nothing."""
STRIKING = frozenset({"hit", "strike", "target"})
"""Verbs that leave open with what."""


def scope_beside(told: list[Draft], draft: Draft) -> None:
    """A toll with no time of its own, told right after an incident, is of it, however high it is.

    So is that of "the clashes", told right after clashes.
    """
    tolls, again = draft.cluster.tolls, bool(draft.cluster.frames) and points_back(draft)
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
    flown = before is not None and before.event == "air_strike" and draft.trigger.lemma == "raid"
    if before is not None and again and before.event != draft.event and not flown:
        return
    if before is not None and before.scope == "incident" and 1 <= apart(before, draft) <= BESIDE:
        draft.scope = "incident"
        draft.why["scope"] = f"the toll of what was told just before: {before.trigger.text}"


def name_by_passage(scene: Scene, told: list[Draft], draft: Draft) -> None:
    """A toll with no event named, or "the attack", takes the event that the passage is about.

    Tolls of a whole war are `armed_clash`; fighters killed in one incident with no event named
    died in an `armed_clash` (the guide's *Tolls with no event*).
    """
    if _takes_the_whole(told, draft) or _is_disappearance(scene, draft):
        return
    avowed = event_before([d for d in told if not _is_of_police(d, draft)], draft, REACH) if did_it(draft) else None
    if avowed is not None and avowed.event != draft.event and draft.event in {"attack", "explosion", "killing"}:
        rename(draft, avowed.event, f"who did it owns up to it: {avowed.trigger.text}")
    elif draft.event == "armed_clash" and draft.trigger.lemma == "raid" and _from_the_air(told, draft):
        rename(draft, "air_strike", "a raid told after air strikes")
    elif draft.event == "air_strike" and _is_of_planted_bombs(told, draft):
        rename(draft, "explosion", "a campaign of the bombs told before, which nobody dropped")
        draft.scope = "campaign"
    elif draft.event == "explosion" and (again := _blast_before(told, draft)) is not None:
        rename(draft, again.event, f"the blast told just before: {again.trigger.text}")
    elif draft.event == "siege" and _is_stormed(scene, told, draft):
        rename(draft, "armed_clash", "those who had stormed a building were besieged in it")
    elif draft.event == "killing" and _is_fought(draft) and (draft.scope == "incident" or speaks_of_war(scene, draft)):
        rename(draft, "armed_clash", "fighters killed fighters")
    elif _in_unrest(told, draft):
        rename(draft, "killing", "people died in the unrest that was told before")
    elif (answered := _answered(told, draft)) is not None:
        rename(draft, answered.event, f"another account of the event before: {answered.trigger.text}")
    else:
        name_open(scene, told, draft)


def _is_disappearance(scene: Scene, draft: Draft) -> bool:
    """Call an arrest an abduction where nobody has heard of those who were taken; whether it was called so."""
    lost = draft.event == "arrest" and draft.trigger.lemma != "arrest" and _are_lost(scene, draft)
    if lost:
        rename(draft, "abduction", "nobody says where those who were taken are")
    return lost


def _are_lost(scene: Scene, draft: Draft) -> bool:
    """Whether it is told, in the sentence or the next, that nobody has heard of those who were taken."""
    sentences = scene.parse.sentences
    first = draft.trigger.sent
    last = sentences[first.index + 1] if first.index + 1 < len(sentences) else first
    last = last if last.paragraph == first.paragraph and last.end > last.start else first
    told = scene.parse.text[scene.parse.starts[first.start] : scene.parse.ends[last.end - 1]]
    return LOST.search(told) is not None


def _takes_the_whole(told: list[Draft], draft: Draft) -> bool:
    """Take the event of the account of whose figure this is another, or a part; whether there is one."""
    if (whole := _whole(told, draft)) is not None:
        if whole.event != draft.event:
            rename(draft, whole.event, f"some of those told before: {whole.trigger.text}")
        return True
    if (counted := _counted_before(told, draft)) is not None:
        draft.scope = counted.scope
        rename(draft, counted.event, f"another figure for what was told before: {counted.trigger.text}")
    return counted is not None


def _in_unrest(told: list[Draft], draft: Draft) -> bool:
    """Whether people died in "the violence" of protests ("20 people died in the violence", "two in the unrest")."""
    died = any(t.kind == "killed" for t in draft.cluster.tolls)
    if draft.event != "attack" or draft.trigger.lemma not in UNREST or not died:
        return False
    if draft.attackers:
        return all(t.lemma in RULERS for t in draft.attackers)  # the guide's toll "of a crackdown or by forces"
    crowd = any(t.victim is not None and t.victim.lemma in MARCHERS for t in draft.cluster.tolls)
    return crowd or any(d.event == "protest" and apart(d, draft) <= REACH for d in told[-NEAR:])


def _whole(told: list[Draft], draft: Draft) -> Draft | None:
    """The account of whose dead some are told apart, by the same word ("40 people this year, 12 of them in June")."""
    if draft.cluster.frames or draft.cluster.whole is None:
        return None
    return next((d for d in reversed(told) if any(o.cluster is draft.cluster.whole for o in (d, *d.repeats))), None)


def _is_of_police(told: Draft, draft: Draft) -> bool:
    """Whether forces of a state did it, to which nobody else owns up ("officers shot a man. IS claimed the attack")."""
    own = {t.lemma for t in draft.attackers}
    return bool(told.attackers) and all(t.lemma in FORCES for t in told.attackers) and not own & FORCES


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


def _answered(told: list[Draft], draft: Draft) -> Draft | None:
    """The event before of which this is another account, or one more strike."""
    return _strikes_on(told, draft) or _struck_before(told, draft) or _killings_before(told, draft)


def _killings_before(told: list[Draft], draft: Draft) -> Draft | None:
    """The event with dead, told before, for which "the killings" or "the deaths" are laid to somebody or denied."""
    nouns = all(not f.is_verb and f.event == "killing" for f in draft.cluster.frames) and bool(draft.cluster.frames)
    if draft.event != "killing" or not nouns or draft.places or draft.times or not points_back(draft):
        return None
    if not (draft.stance == "denied" or lays_blame(draft)):
        return None
    before = event_before(told, draft, REACH)
    dead = before is not None and any(h.kind == "killed" for h in before.harm)
    return before if dead and before is not None and before.event != "killing" else None


def _strikes_on(told: list[Draft], draft: Draft) -> Draft | None:
    """The strike just before by those who now "hit" something more, nobody says with what."""
    frames = draft.cluster.frames
    loose = bool(frames) and all(f.is_verb and f.event == "attack" and f.trigger.lemma in STRIKING for f in frames)
    if not loose or draft.event != "attack" or draft.weapons or not draft.attackers:
        return None
    before = next((d for d in reversed(told) if d.event in VIOLENT), None)
    if before is None or before.event not in {"air_strike", "shelling"} or apart(before, draft) > BESIDE:
        return None
    return before if {t.lemma for t in before.attackers} & {t.lemma for t in draft.attackers} else None


def _is_stormed(scene: Scene, told: list[Draft], draft: Draft) -> bool:
    """Whether "the siege" is of a building that was stormed just before, not of a town ("six died in the siege")."""
    near = (d for d in told[-NEAR:] if apart(d, draft) <= NEAR)
    stormed = any(f.trigger.lemma in {"storm", "raid", "burst"} for d in near for f in d.cluster.frames)
    of_place = any(t.i in scene.places for t in draft.targets)
    return stormed and draft.trigger.lemma == "siege" and not of_place and draft.scope == "incident"


def _is_of_planted_bombs(told: list[Draft], draft: Draft) -> bool:
    """Whether a bombing campaign of nobody named goes on with bombs that went off, where none fell from the air."""
    campaign = draft.trigger.lemma == "campaign" or any(f.trigger.lemma == "campaign" for f in draft.cluster.frames)
    if not campaign or draft.attackers or draft.weapons:
        return False
    return any(d.event == "explosion" for d in told) and not any(d.event == "air_strike" for d in told)


def _from_the_air(told: list[Draft], draft: Draft) -> bool:
    """Whether air strikes were told just before, of which a "raid" is one more; men raid on the ground."""
    if draft.trigger.pos == "VERB" and any(t.lemma in FIGHTERS | {"man"} for t in draft.attackers):
        return False
    near = (d for d in told[-NEAR:] if draft.trigger.sent.index - d.trigger.sent.index <= NEAR)
    return any(d.event == "air_strike" for d in (*told[-1:], *near))


def _blast_before(told: list[Draft], draft: Draft) -> Draft | None:
    """The bombing, told last before, of which "the blast" tells more: a suicide bomber's, or aircraft's.

    "A bomber killed nine. The blast tore through a mosque"; "jets bombed it. The bombing hit a bus".
    """
    nouns = [f.trigger for f in draft.cluster.frames if not f.is_verb]
    known = any(c.lower in {"the", "this", "that"} for n in nouns for c in n.children("det"))
    bombing = draft.trigger.lemma == "bombing" and draft.trigger.pos == "NOUN" and points_back(draft)
    before = next((d for d in reversed(told) if d.event in TELLING), None)
    if before is None or apart(before, draft) > NEAR or draft.attackers or draft.weapons or draft.times:
        return None
    worn = known and not draft.places and before.event == "suicide_bombing"
    return before if worn or (bombing and before.event == "air_strike") else None


def _counted_before(told: list[Draft], draft: Draft) -> Draft | None:
    """The account before of which somebody gives another figure ("Police put the number at 233")."""
    if draft.cluster.frames or any(t.role != "put" for t in draft.cluster.tolls):
        return None
    kinds = {h.kind for h in draft.harm}
    counted = [d for d in reversed(told) if kinds & {h.kind for h in d.harm}]
    counted = [d for d in counted if d.event in VIOLENT or not kinds & {"killed", "injured"}]
    alike = [d for d in counted if alike_in_toll(d, draft)] or counted
    return next((d for d in alike if d.scope == draft.scope), next(iter(alike), None))


def _is_fought(draft: Draft) -> bool:
    """Whether fighters killed fighters, with no word of how ("troops killed 16 guerrillas")."""
    tolls, frames = draft.cluster.tolls, draft.cluster.frames
    words = {t.trigger.lemma for t in tolls} | {f.trigger.lemma for f in frames}
    if not frames and {"lost", "object"} <= {t.role for t in tolls if t.kind == "killed"}:
        return True  # "killed 59 of them and lost 14 of its own"
    if not tolls or words != {"kill"}:
        return False
    return any(map(fights, draft.attackers)) and any(fights(t.victim) for t in tolls if t.victim is not None)
