"""The claim that a reply makes about an event told before it, which the reply does not name again.

Takes the accounts told so far and a reply ("the rebels denied it"), gives its claim, on the event told last
before it, or None where the report tells none. Replies are found in `replies`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from aftermath.extract.clusters.cluster import VIOLENT, Cluster
from aftermath.extract.clusters.quotes import quote
from aftermath.extract.context.inherit import IRREGULAR
from aftermath.extract.context.lending import source_of
from aftermath.extract.context.replies import (
    CHARGES,
    DISPUTED,
    DISPUTING,
    DONE_TO,
    REACH,
    REPLIED,
    Reply,
    rejects_which,
)
from aftermath.extract.draft import Draft, breaks_down, one_family
from aftermath.extract.events.frames import Frame
from aftermath.extract.grammar.arguments import of_verb
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import core, preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table, words_of
from aftermath.model import Harm, Token

OFFERS = frozenset("plan proposal offer initiative invitation ultimatum demand resolution bill roadmap draft".split())
"""What is rejected and is no account of an event."""
OFFER_REACH = 25
"""Tokens from "it" back to an offer that it stands for, at most."""
KILLED = ("kill",)
"""What is said of those told before, whatever was done to them ("the group said it had killed its hostages")."""
STATE = frozenset("army military police navy government ministry junta soldier troop officer gendarmerie".split())
"""Words for those who answer for a state's forces."""


def answered(scene: Scene, told: Sequence[Draft], reply: Reply) -> Draft | None:
    """The claim that a reply makes about the event told last before it, None where there is none."""
    event = _meant(scene, told, reply)
    if event is None:
        return None
    own = next((d for d in reversed(told) if _is_own(scene, event, d, reply)), None)
    if own is not None:
        own.attackers = own.attackers or list(reply.doers)
        own.quotes.append(quote(scene, Cluster(frames=[_frame(event, reply)])))
        return None
    cluster = Cluster(frames=[_frame(event, reply)])
    denied = reply.row["stance"] == "denied"
    draft = replace(
        event,
        event="killing" if reply.row.words == KILLED and event.event not in VIOLENT else event.event,
        trigger=reply.trigger,
        cluster=cluster,
        stance=reply.row["stance"],
        voice=reply.voice,
        attackers=_charged(event, reply),
        targets=[],
        weapons=[],
        count=None,
        harm=_denied_harm(event, reply) if denied else [],
        quotes=[quote(scene, cluster)],
        more_speakers=[],
        repeats=[],
        last_sentence=-1,
        inferred=dict.fromkeys(("when", "where"), source_of(event)),
        why={"event": f"said of an event told before: {reply.trigger.text} ({reply.row.where})"}
        | {"stance": reply.voice.why, "sources": reply.voice.why, "attackers": f"{reply.row['doer']} of the reply"},
    )
    if draft.harm:
        draft.inferred["harm"] = source_of(event)
    return draft


def _denied_harm(event: Draft, reply: Reply) -> list[Harm]:
    """The harm of an event that is denied: of those alone of whom it is said that they were not harmed."""
    said = reply.trigger.child("ccomp")
    if said is None or not is_passive(said):
        return list(event.harm)
    spared = {w for t in subjects(said) for w in (t.lower, t.lemma)}
    return [h for h in event.harm if {h.who} & spared] if reply.row.partner in DONE_TO else list(event.harm)


def _charged(event: Draft, reply: Reply) -> list[Token]:
    """Who did it by the reply: whom it names, or, of a version that is denied, who did it by that version."""
    denied = reply.row["stance"] == "denied"
    if reply.row["doer"] == "told" and event.attackers and not _charged_himself(event, reply):
        return list(event.attackers)
    if reply.trigger.lemma in DISPUTING:
        return list(event.attackers)  # who disputes a figure is charged with nothing by that
    return list(reply.doers) or (list(event.attackers) if denied else [])


def _charged_himself(event: Draft, reply: Reply) -> bool:
    """Whether an armed party denies a charge of its own, and the event was laid to others before.

    "The union accused soldiers, the army the guerrillas. The guerrillas denied the charge."
    """
    if reply.row.partner not in CHARGES:
        return False
    words = {w.lower for t in event.attackers for w in t.parse.tokens(*core(t))}
    armed = [t for t in reply.doers if t.lemma in words_of("people", "kind", "combatant") or t.i in reply.named]
    return bool(armed) and not any(w.lower in words for t in armed for w in t.parse.tokens(*core(t)) if w.pos != "DET")


def _meant(scene: Scene, told: Sequence[Draft], reply: Reply) -> Draft | None:
    """The event told last before a reply; where a noun of the reply says of what kind it is, the last of that kind."""
    index = reply.trigger.sent.index
    if _of_a_claim(scene, told, reply):
        return None
    kinds = DISPUTED if reply.row["doer"] == "told" else REPLIED
    likely = (d for d in reversed(told) if d.event in kinds and d.stance in {"asserted", "unconfirmed"})
    near = [d for d in likely if 0 <= index - d.told_until <= REACH and not breaks_down(d)]
    near = [d for d in near if d.event in VIOLENT or not _in_relative(d.trigger)] or near
    inside = [i for i in reply.trigger.subtree() if i in scene.places and i not in reply.voice.speakers]
    inside = [i for i in inside if scene.same_clause(i, reply.trigger.i)]
    if reply.row.partner == "set":  # "denied that its men had set the fires"
        near = [d for d in near if d.event == "destruction"]
    spots = {scene.places[i].place.name for i in inside if preposition(scene.parse[i])}
    near = [d for d in near if spots & {p.place.name for p in d.places}] or near  # "denied any role in Jalalabad"
    if reply.row["stance"] == "denied":
        near = [d for d in near if not d.speakers or set(d.speakers) != set(reply.voice.speakers)]
        own = _words((*reply.doers, *(scene.parse[i] for i in reply.voice.speakers)))
        near = [d for d in near if not (own & STATE and _is_irregulars(d))] or near  # the army answers for no rebels
    words = (reply.trigger.parse[i] for i in reply.trigger.subtree())
    named = {row["event"] for w in words if w.pos == "NOUN" for row in table("triggers").at(w) if row["pos"] == "N"}
    if rejects_which(reply.trigger):  # "said rebels had been shot, which the army denied"
        near = [d for d in near if d.trigger.sent.index == index] or near
    fresh = [d for d in near if not _is_from_before(d)]
    alike = (d for d in fresh if any(one_family(d.event, event) for event in named))
    return next((d for d in (fresh or near) if d.event in named), next(alike, next(iter(near), None)))


def _is_from_before(told: Draft) -> bool:
    """Whether an account looks back from the news ("on Friday gunmen had killed 14 in a village")."""
    return told.trigger.pos == "VERB" and any(c.lower == "had" for c in told.trigger.children("aux"))


def _of_a_claim(scene: Scene, told: Sequence[Draft], reply: Reply) -> bool:
    """Whether what is rejected is what somebody claimed beside the event ("claiming they were militants")."""
    if told and reply.row["stance"] == "denied" and _is_of_another_charge(scene, told, reply):
        return True
    if told and reply.row["doer"] == "told" and (_of_other_words(scene, told, reply) or _of_offer(told, reply)):
        return True
    if reply.row.partner not in CHARGES | {"claim"} or not told:
        return False
    parse, last = reply.trigger.parse, told[-1].trigger
    near = (parse[i] for i in range(last.sent.start, reply.trigger.sent.start))
    claimed = next((t for t in near if t.pos == "VERB" and t.lemma == "claim" and t.child("ccomp", "xcomp")), None)
    return claimed is not None and last.i not in claimed.subtree()


def _of_offer(told: Sequence[Draft], reply: Reply) -> bool:
    """Whether "it" is a plan or demand of the same or the last sentence ("has until May to accept its plan; he")."""
    if reply.row.partner not in {"this", "that", "it"}:
        return False
    verb = reply.trigger
    last = max(told[-1].told_until, verb.sent.index - 1)
    before = (verb.parse[i] for i in range(verb.i - 1, max(-1, verb.i - OFFER_REACH), -1))
    return any(t.pos == "NOUN" and t.lemma in OFFERS and t.sent.index >= last for t in before)


def _of_other_words(scene: Scene, told: Sequence[Draft], reply: Reply) -> bool:
    """Whether "this" is what was said of no event right before ("says it is armed from abroad. It denies this")."""
    before = reply.trigger.sent.index - 1
    if reply.row.partner not in {"this", "that", "it"}:
        return False
    if _said_beside(scene, told, reply):
        return True
    if before <= max(d.told_until for d in told):
        return False
    sent = scene.parse.sentences[before]
    roots = (t for t in scene.parse.tokens(sent.start, sent.end) if t.is_root and t.child("ccomp") is not None)
    said = next((t for t in roots if scene.voices.is_speech(t)), None)
    if said is None or sent.paragraph != reply.trigger.sent.paragraph:
        return False
    words = map(scene.parse.__getitem__, said.subtree())
    return not any(t.i in scene.means or (t.pos == "NOUN" and t.lemma in table("triggers")) for t in words)


def _said_beside(scene: Scene, told: Sequence[Draft], reply: Reply) -> bool:
    """Whether "it" is what another says beside it of no event ("says it was a plot; the colonel denies it")."""
    verb = reply.trigger
    said = verb.head if verb.dep in {"parataxis", "conj"} else verb
    beside = said is not verb and said.child("ccomp") is not None and scene.voices.is_speech(said)
    return beside and verb.sent.index > max(d.told_until for d in told)


def _is_of_another_charge(scene: Scene, told: Sequence[Draft], reply: Reply) -> bool:
    """Whether somebody was accused since of what is no event ("accused it of arming the rebels. It denied that")."""
    rows = scene.voices.speech.rows
    since = range(told[-1].trigger.i + 1, reply.trigger.sent.start)
    charges = {i for i in since if i in rows and rows[i]["effect"] == "accuse"}
    heard = {v.voice.verb for d in told for v in (d, *d.repeats) if v.voice is not None}
    return bool(charges - heard)


def _words(parties: Iterable[Token]) -> set[str]:
    """The nouns and names by which parties are called."""
    return {t.lemma for p in parties for t in p.parse.tokens(*core(p)) if t.pos in {"NOUN", "PROPN", "ADJ"}}


def _is_irregulars(event: Draft) -> bool:
    """Whether an event is laid to rebels and the like alone."""
    return bool(event.attackers) and {t.lemma for t in event.attackers} <= IRREGULAR


def _in_relative(trigger: Token) -> bool:
    """Whether an event only says more of somebody or somewhere ("the hall, where attackers held hostages")."""
    return any(t.dep == "acl:relcl" for t in (trigger, *trigger.ancestors()))


def _frame(event: Draft, reply: Reply) -> Frame:
    return Frame(reply.trigger, reply.trigger.i, event.event, reply.row, of_verb(reply.trigger))


def _is_own(scene: Scene, event: Draft, told: Draft, reply: Reply) -> bool:
    """Whether the speaker has told of the event himself, so that he only says more of it now."""
    if reply.row["stance"] != "asserted" or told.stance == "denied" or not one_family(told.event, event.event):
        return False
    near = event is told or 0 <= reply.trigger.sent.index - told.told_until <= REACH
    names = {scene.parse[i].lower for i in told.speakers}
    return near and names == {scene.parse[i].lower for i in reply.voice.speakers}
