"""Which event a toll is of that names none, and what "the attack" was: by the passage, or by the toll itself.

Takes the accounts told so far and one that leaves its event open, and names it. A toll of a whole war is
`armed_clash`, as is that of fighters with no event before them (the guide's *Tolls with no event*).
"""

from aftermath.extract.clusters.apart import MOMENT, left_lying, openers
from aftermath.extract.clusters.cluster import BOMBS, VIOLENT
from aftermath.extract.context.event_before import BESIDE, TELLING, event_before, is_of_its_own, points_back
from aftermath.extract.context.inherit import IRREGULAR, ORDERED
from aftermath.extract.context.lending import REACH, apart
from aftermath.extract.draft import Draft, rename
from aftermath.extract.events.victims import BODILY
from aftermath.extract.grammar.phrases import counted
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table, words_of
from aftermath.model import Token

LEADERS = frozenset({"warlord", "commander", "leader", "chief", "general", "colonel", "brigadier"})
"""Whom somebody may have singled out, and who need not have died in battle."""
WAR = frozenset("war conflict fighting hostility insurgency battle".split())
CROWD = frozenset({"protester", "demonstrator", "marcher", "mourner"})
CRACKDOWN = frozenset("crackdown uprising protest demonstration unrest".split())
OF_CRACKDOWN = 3
"""So many words of it make a report one of a crackdown, not of a war."""
MERE_HARM = frozenset({"death"})
"""Nouns among the triggers that say no more of the event than a toll does."""
BY_HAND = frozenset("beat hack stab knife strangle lynch torture execute behead stone".split())
"""Words of harm that no shell and no bomb does."""
TOLL_REACH = 8
"""Sentences from a bare toll back to its event; a noun like "the attack" reaches further."""
NEAR = 3
"""Accounts and sentences back to the event after which people are missing, or the air raids that bombs fell in."""
OF_THEM = 25
"""Tokens back from "of them" to who they are."""
BOMBARDMENTS = frozenset({"explosion", "shelling"})
"""Events in which those who fire lose nobody, so that a side's own dead are of a fight."""
FEW = 10
"""Dead below whom a toll is of single killings, and not of a whole war."""
CROSSING = frozenset({"cross", "infiltrate", "sneak", "smuggle"})
"""What is done at a border that is closed."""


def name_open(scene: Scene, told: list[Draft], draft: Draft) -> None:
    """Name the event of a toll alone, or of words that point back to one."""
    if draft.event == "killing" and _is_crowds(draft):
        told = [d for d in told if d.event != "armed_clash"]  # who dies in a crowd fights in no battle
    unnamed = all(f.trigger.lemma in MERE_HARM for f in draft.cluster.frames)
    if any(left_lying(t) or _crossed(t.trigger) for t in draft.cluster.tolls):
        return  # executed or shot at a border, whatever was told before
    bare = unnamed and draft.event in {"killing", "attack"} and bool(draft.cluster.tolls) and not draft.attackers
    if bare and (draft.scope == "campaign" or _over_hours(draft)):
        _name_of_many(scene, told, draft)
    elif (lost_in := _lost_in(told, draft)) is not None:
        rename(draft, lost_in.event, f"missing since what was told just before: {lost_in.trigger.text}")
    elif bare and (bomb := _set_off(scene, told, draft)) is not None:
        rename(draft, "explosion", f"what stands in its sentence: {bomb.text}")
    elif bare:
        _name_bare(told, draft)
    elif draft.cluster.frames and _is_open(draft) and points_back(draft):
        before = event_before(told, draft, REACH)
        if before is not None:
            rename(draft, before.event, f"the event of the passage: {before.trigger.text}")


def _name_bare(told: list[Draft], draft: Draft) -> None:
    """Name what a toll alone is of: the passage's event, unless it was told to be another; fighters died in a clash."""
    before = event_before(told, draft, TOLL_REACH)
    if before is not None and before.event in BOMBARDMENTS and (_is_loss(draft) or _are_attackers(draft)):
        fight = next((d for d in reversed(told) if d.event == "armed_clash" and apart(d, draft) <= TOLL_REACH), None)
        own = before.event == "explosion" and _are_attackers(draft)
        before = fight or (None if own else before)
    dead = [t.victim for t in draft.cluster.tolls if t.victim is not None]
    fought = any((fights(t) and t.lemma not in LEADERS) or _are_of_fighters(t) for t in dead)
    if before is not None and before.event != "killing":
        if _by_hand(draft):
            return  # beaten, hacked or shot, whatever was told before
        far = apart(before, draft) > BESIDE or before.event in BOMBS  # in which two sides that fight do not both die
        if is_of_its_own(before, draft) or (far and _of_both_sides(draft)):
            before = None
    if before is not None and not (fought and before.event == "killing"):
        rename(draft, before.event, f"the event of the passage: {before.trigger.text}")
    elif fought:
        rename(draft, "armed_clash", "the dead are fighters")


def _is_loss(draft: Draft) -> bool:
    """Whether a side tells whom it lost ("the army said it had lost six men")."""
    return any(t.role == "lost" for t in draft.cluster.tolls)


def _are_attackers(draft: Draft) -> bool:
    """Whether attackers or gunmen were killed, and did not die of their own bomb."""
    killed = [t for t in draft.cluster.tolls if t.trigger.lemma == "kill" and t.victim is not None]
    return bool(killed) and all(_dead(t.victim) & IRREGULAR for t in killed if t.victim is not None)


def _are_of_fighters(victim: Token) -> bool:
    """Whether a number is of the fighters named last ("pursued the bandits to the river, where six of them died")."""
    if victim.pos != "NUM" or all(c.lower != "them" for c in victim.children("nmod")):
        return False
    before = victim.parse.tokens(max(0, victim.i - OF_THEM), victim.i)
    many = [t for t in before if t.pos == "NOUN" and t.lower != t.lemma and t.lemma in table("people")]
    return bool(many) and many[-1].lemma in words_of("people", "kind", "combatant")


def _by_hand(draft: Draft) -> bool:
    """Whether the words for harm, or the arms beside them, say that somebody killed from near by and no blast did."""
    hand = any(t.trigger.lemma in BY_HAND for t in draft.cluster.tolls)
    return hand or any(m.row["kind"] in {"small arms", "blade"} for m in draft.weapons)


def _set_off(scene: Scene, told: list[Draft], draft: Draft) -> Token | None:
    """The mine or bomb in the sentence of a toll ("a lorry ran over one of the mines: eleven died")."""
    sent = draft.trigger.sent
    arms = [scene.means[i] for i in range(sent.start, sent.end) if i in scene.means]
    codes = {m.row["event"] for m in arms} - {""}
    tolls = {t.trigger.i for t in draft.cluster.tolls}
    heads = [scene.parse[scene.clause[m.start]] for m in arms]
    if _by_hand(draft) or any(h.lemma in table("harm") and h.i not in tolls for h in heads):
        return None  # "beaten to death in Najaf, hours after a car bomb killed nine"
    if any(m.row.words[-1] == "bomb" for m in arms) and any(d.event == "air_strike" for d in told[-NEAR:]):
        return None  # which fell from the air
    return scene.parse[arms[0].end - 1] if codes == {"explosion"} else None


def _over_hours(draft: Draft) -> bool:
    """Whether a toll is of some hours of a war, whatever happened in them ("killed in the past 24 hours")."""
    return any("hours" in m.text for m in draft.times)


def _of_both_sides(draft: Draft) -> bool:
    """Whether soldiers and those who fight them are among the dead ("One marine and three gunmen were killed")."""
    dead = {lemma for t in draft.cluster.tolls if t.victim is not None for lemma in _dead(t.victim)}
    return bool(dead & ORDERED) and bool(dead & IRREGULAR)


def _dead(victim: Token) -> set[str]:
    """What the dead are, or are of: "soldiers", "seven of their fighters"."""
    return {t.lemma for t in (victim, counted(victim), *victim.children("nmod"))}


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
    """Name the events of a bare toll over time: a massacre told before, a war; a crackdown is `killing`."""
    if _is_crowds(draft) or _rose_by_killing(told, draft):
        return
    if (massacre := _massacre_before(told, draft)) is not None:
        rename(draft, massacre.event, f"the event of the passage: {massacre.trigger.text}")
    elif speaks_of_war(scene, draft) and not _is_of_few(draft):
        rename(draft, "armed_clash", "the toll of a war")


def _is_of_few(draft: Draft) -> bool:
    """Whether the dead are too few for a war's toll and are not of those who fight ("two clan leaders in ten days")."""
    dead = [t.victim for t in draft.cluster.tolls if t.victim is not None]
    most = max((h.high or h.low or FEW for h in draft.harm), default=FEW)
    return most < FEW and bool(dead) and not any(fights(t) or fights(counted(t)) for t in dead)


def _rose_by_killing(told: list[Draft], draft: Draft) -> bool:
    """Whether a killing raised the toll ("gunmen shot dead five, raising the toll to 34 in four days")."""
    verbs = [t.trigger.head for t in draft.cluster.tolls if t.trigger.dep == "obj"]
    raised = {v.head.i for v in verbs if v.dep == "advcl"}
    return any(d.event == "killing" and t.i in raised for d in told for t in d.cluster.tokens)


def _massacre_before(told: list[Draft], draft: Draft) -> Draft | None:
    """The killing over days, told just before, of which somebody gives another figure."""
    before = next((d for d in reversed(told) if d.event in TELLING), None)
    if before is None or before.event != "killing" or before.scope != "campaign" or not before.attackers:
        return None
    return before if apart(before, draft) <= BESIDE and not draft.times else None


def _is_crowds(draft: Draft) -> bool:
    """Whether the dead are of a crowd."""
    return any(t.victim is not None and t.victim.lemma in CROWD for t in draft.cluster.tolls)


def _is_open(draft: Draft) -> bool:
    """Whether the words leave open what was done: an attack, or fire that somebody denies having opened."""
    fired = draft.stance == "denied" and all(f.row["needs"] == "fired_on" for f in draft.cluster.frames)
    return draft.event == "attack" or fired


def speaks_of_war(scene: Scene, draft: Draft) -> bool:
    """Whether a toll's sentence names a war, or the report is not of a crackdown."""
    sent = draft.trigger.sent
    lemmas = {scene.parse.lemmas[i] for i in range(sent.start, sent.end)}
    if lemmas & CRACKDOWN:
        return False
    return bool(lemmas & WAR) or sum(lemma in CRACKDOWN for lemma in scene.parse.lemmas) < OF_CRACKDOWN


def fights(token: Token) -> bool:
    """Whether a word is for those who fight, or for people who are of them ("members of the militia")."""
    armed = words_of("people", "kind", "combatant")
    return token.lemma in armed or any(c.lemma in armed for c in token.children("nmod"))
