"""What another says that those were who were hit: "residents said the building was a home", "the dead were farmers".

Takes a laid-out report, gives the words by which a speaker tells of what was hit before, and with the accounts told so
far his own account of that event. What he denies or owns is found in `replies`.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from aftermath.extract.clusters.cluster import VIOLENT, Cluster
from aftermath.extract.clusters.quotes import quote
from aftermath.extract.context.lending import source_of
from aftermath.extract.draft import Draft
from aftermath.extract.events.frames import Frame
from aftermath.extract.events.harm import group
from aftermath.extract.events.needs.words import is_target
from aftermath.extract.grammar.arguments import of_verb
from aftermath.extract.grammar.phrases import core, words
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import Row, table
from aftermath.extract.speakers.speech import Voice
from aftermath.extract.speakers.stance import stance
from aftermath.model import Harm, Token

HIT = frozenset(
    "building house site target place structure facility compound vehicle car truck convoy camp location base post"
    " object property complex".split()
)
"""What was hit, as it is spoken of again ("said the site was a school")."""
DEAD = frozenset({"dead", "victim", "casualty"})
KILLED = frozenset({"kill", "die"})
REACH = 2
"""Sentences from the event to what is said of those it hit."""
STRUCK = VIOLENT - {"destruction"}
WHAT_IT_WAS = 'What a speaker says that it was which was hit before: "said the building was a home".'


@dataclass(frozen=True, slots=True)
class Redescribed:
    """The noun that says what or who was hit, and who says so."""

    trigger: Token
    row: Row
    voice: Voice
    of_people: bool


def redescribed(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Redescribed]:
    """What speakers say of what was hit before, but where the words tell of an event themselves."""
    telling = {scene.clause[t.i] for d in drafts for t in d.cluster.tokens}
    struck = {t.lemma for d in drafts for t in d.targets if t.pos == "NOUN"}
    for noun in scene.parse.tokens():
        if noun.pos != "NOUN" or noun.child("cop") is None or scene.clause[noun.i] in telling:
            continue
        hit = noun.child("nsubj")
        if any(d.trigger.i in noun.subtree() for d in drafts):
            continue  # "the dead were soldiers shot by their own officers" tells another event
        if hit is None or not (_is_of_people(hit) or _is_of_things(hit, struck)):
            continue
        found = _said(scene, noun, of_people=_is_of_people(hit))
        if found is not None:
            yield found


def _said(scene: Scene, noun: Token, *, of_people: bool) -> Redescribed | None:
    """What somebody flatly says that they were, None where nobody does or the words are of neither."""
    voice = scene.voices.at(noun)
    if voice is None or not voice.speakers or stance(noun, voice, scene.parse)[0] != "asserted":
        return None
    fits = scene.is_people(noun) or scene.is_combatant(noun) if of_people else is_target(noun)
    row = table("people").first(noun) if of_people else table("targets").first(noun)
    return Redescribed(noun, row, voice, of_people) if fits and row is not None else None


def _is_of_people(subject: Token) -> bool:
    """Whether it is of all the dead that something is said ("the dead were", "those killed were")."""
    marked = any(c.lower == "the" for c in subject.children("det"))
    killed = (*subject.children("acl"), *subject.head.children("nsubj"))
    those = subject.lower in {"those", "people"} and any(c.lemma in KILLED for c in killed)
    return (marked and subject.lemma in DEAD and subject.child("nummod", "nmod") is None) or those


def _is_of_things(subject: Token, struck: Set[str]) -> bool:
    """Whether it is of a thing that was told to be hit ("the building was", "the depot was")."""
    return subject.lemma in HIT | struck and any(c.lower in {"the", "that"} for c in subject.children("det"))


def account_of(scene: Scene, told: Sequence[Draft], said: Redescribed) -> Draft | None:
    """The speaker's account of the event told last before, None where there is none or he told it himself."""
    near = [d for d in told if 0 <= said.trigger.sent.index - d.told_until <= REACH and d.trigger.i < said.trigger.i]
    near = [d for d in near if d.event in STRUCK and d.stance == "asserted"]
    hit = [d for d in near if (any(h.kind == "killed" for h in d.harm) if said.of_people else d.targets)]
    event = hit[-1] if hit else None
    if event is None or (not said.of_people and event is not near[-1]) or _told_it(scene, near, event, said):
        return None
    frame = Frame(said.trigger, said.trigger.i, event.event, said.row, of_verb(said.trigger))
    cluster = Cluster(frames=[frame])
    unarmed = said.of_people and event.event == "armed_clash" and not scene.is_combatant(said.trigger)
    return replace(
        event,
        event="killing" if unarmed else event.event,
        trigger=said.trigger,
        cluster=cluster,
        voice=said.voice,
        targets=[said.trigger],
        count=None,
        harm=[_harm(scene, said.trigger)] if said.of_people else [],
        quotes=[quote(scene, cluster)],
        more_speakers=[],
        repeats=[],
        last_sentence=-1,
        inferred=dict.fromkeys(("when", "where", "attackers", "weapons"), source_of(event)),
        why={"event": f"said of an event told before: {said.trigger.text} ({said.row.where})"}
        | {"stance": "plain statement", "sources": said.voice.why, "targets": WHAT_IT_WAS},
    )


def _told_it(scene: Scene, near: Sequence[Draft], event: Draft, said: Redescribed) -> bool:
    """Whether the speaker is who told of the event, or it is told in his own words."""
    names = {scene.parse[i].lower for i in said.voice.speakers}
    own = any({scene.parse[i].lower for i in d.speakers} & names for d in near if d is event)
    return own or any(said.trigger.lemma == t.lemma for t in event.targets)


def _harm(scene: Scene, victim: Token) -> Harm:
    """Who the dead were by that word; how many it leaves as they were told."""
    found = words(scene.parse, *core(victim))
    quantity = scene.quantities.get(victim.i)
    low, high = (None, None) if quantity is None else (quantity.low, quantity.high)
    return Harm(text=found.text, span=found.span, kind="killed", who=group(victim), low=low, high=high)
