"""A claim in the making: one event as one passage tells it, before repeats are joined."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from aftermath.extract.clusters.aside import DYING
from aftermath.extract.clusters.cluster import VIOLENT, Cluster
from aftermath.extract.events.figures import put_at
from aftermath.extract.events.harm import Toll
from aftermath.extract.layout.arms import Means
from aftermath.extract.speakers.speech import Voice
from aftermath.model import Count, Harm, PlaceMention, TimeMention, Token, Words


@dataclass(slots=True)
class Draft:
    """What a claim will hold, still as tokens and mentions; `inferred` and `why` as in `Claim`."""

    trigger: Token
    cluster: Cluster
    event: str
    stance: str
    voice: Voice | None
    attackers: list[Token]
    targets: list[Token]
    weapons: list[Means]
    times: list[TimeMention]
    places: list[PlaceMention]
    count: Count | None
    harm: list[Harm]
    quotes: list[Words]
    why: dict[str, str]
    inferred: dict[str, str] = field(default_factory=dict)
    scope: str = "incident"
    more_speakers: list[int] = field(default_factory=list)
    last_sentence: int = -1
    repeats: list["Draft"] = field(default_factory=list)
    when_told: bool = False
    """Whether its time is at least as much that of the telling."""
    background: bool = False
    """Whether its sentence only looks back to it while it tells of another event."""
    aside: bool = False
    """Whether its paragraph goes back to it from later days: no other paragraph goes on from it."""
    turn: int = 0
    """Index of the sentence in which the passage turned to its event, away from what it had told."""

    @property
    def told_until(self) -> int:
        """Index of the last sentence that tells of it."""
        return max(self.last_sentence, self.trigger.sent.index)

    @property
    def speakers(self) -> list[int]:
        """Head tokens of the sources."""
        own = list(self.voice.speakers) if self.voice is not None else []
        return own + [i for i in self.more_speakers if i not in own]

    @property
    def when(self) -> TimeMention | None:
        """The time told or carried."""
        return self.times[0] if self.times else None


def one_family(a: str, b: str) -> bool:
    """Whether two codes can be of one event: the same, or an attack whose means only one account tells."""
    return a == b or ({a, b} <= VIOLENT and "attack" in (a, b))


MORE = frozenset({"other", "others", "another", "more", "further"})
"""Words that add the victims to those told before."""


def rename(draft: Draft, event: str, reason: str) -> None:
    """Call an account's event otherwise, and keep why."""
    draft.event = event
    draft.why["event"] += f"; {reason}"


def adds_to_toll(draft: Draft) -> bool:
    """Whether a toll adds to one told before ("his son was also killed"), and so is of no event without one."""
    return any(c.lower in {"also", "too"} for t in draft.cluster.tolls for c in t.trigger.children("advmod"))


def counts_more(draft: Draft) -> bool:
    """Whether the harmed are others than those told before ("three more died on the way", "left six others dead")."""
    victims = [t.victim for t in draft.cluster.tolls if t.victim is not None]
    return bool(victims) and all(
        any(w.lower in MORE for w in (v, *v.children("amod", "advmod", "det"))) for v in victims
    )


def breaks_down(draft: Draft) -> bool:
    """Whether all that is told is who some of those harmed were ("three nuns were among the dead")."""
    tolls = draft.cluster.tolls
    return bool(tolls) and (all(t.part for t in tolls) or of_the_victims(draft))


def of_the_victims(draft: Draft) -> bool:
    """Whether all that is told is what was done to some of the victims ("four of the victims were beheaded")."""
    whole = [c for t in draft.cluster.tolls if t.victim is not None for c in (t.victim, *t.victim.children("nmod"))]
    only = {f.trigger.i for f in draft.cluster.frames} <= {t.trigger.i for t in draft.cluster.tolls}
    bodies = all(t.role == "self" for t in draft.cluster.tolls)  # "the bodies of 30 of the victims were buried"
    whole += [w.parse[i] for w in whole for i in w.subtree()] if bodies else []
    counted = bodies and any(c.pos == "NUM" and any(d.lower == "the" for d in c.children("det")) for c in whole)
    dead = any(c.lemma in {"victim", "dead"} and (bodies or c.child("det") is not None) for c in whole)
    return only and (dead or counted)  # "the bodies of the five were laid out in a yard"


WOUNDS = frozenset({"wound", "injury", "burn"})
THEY = frozenset({"he", "she", "they", "them", "who", "injured", "wounded"})


def died_of_wounds(draft: Draft) -> bool:
    """Whether all that is told is that somebody died later of what was done to him ("he died of his wounds")."""
    tolls = draft.cluster.tolls
    wounded = (any(c.lemma in WOUNDS for c in t.trigger.children("obl", "obj")) for t in tolls)
    return _only_died(draft) and all(wounded)


def later_death(draft: Draft) -> bool:
    """Whether all that is told is that those who were hurt before died: "she", "one of them", "two of the injured"."""
    victims = [t.victim for t in draft.cluster.tolls if t.victim is not None]
    pointed = bool(victims) and all(any(w.lower in THEY for w in (v, *v.children("nmod"))) for v in victims)
    return pointed and _only_died(draft)


def _only_died(draft: Draft) -> bool:
    tolls = draft.cluster.tolls
    return not draft.cluster.frames and bool(tolls) and all(t.trigger.lemma in DYING for t in tolls)


CARRIED_OUT = frozenset({"carry", "conduct", "perpetrate", "commit", "stage", "undertake"})
"""Verbs of what somebody did, where a noun says what it was ("it had carried out the bombing")."""
AVOWING = frozenset("claim admit acknowledge take accept assume".split())
"""Verbs of owning up to an event."""


def avows(draft: Draft) -> bool:
    """Whether somebody owns up to an event told before, and tells no more of it ("the group claimed the attack")."""
    noun, voice = draft.trigger, draft.voice
    if voice is None or voice.verb < 0 or not _speaks_of_own(draft):
        return False
    return noun.parse[voice.verb].lemma in AVOWING


def did_it(draft: Draft) -> bool:
    """Whether somebody owns up to an event told before, or says that he did it ("it had carried out the bombing")."""
    noun = draft.trigger
    done = noun.head.lemma in CARRIED_OUT and noun.dep in {"obj", "nsubj:pass"}
    return avows(draft) or (done and _speaks_of_own(draft))


def _speaks_of_own(draft: Draft) -> bool:
    """Whether somebody tells of an event told before as his own, and no harm."""
    noun = draft.trigger
    if draft.stance != "asserted" or draft.harm or noun.pos not in {"NOUN", "PROPN"}:
        return False
    own = bool(draft.attackers) and {t.i for t in draft.attackers} <= set(draft.speakers)
    return own and any(c.lower in {"the", "this", "that", "both"} for c in noun.children("det"))


def lays_blame(draft: Draft) -> bool:
    """Whether somebody says who did what was told before ("residents blamed the killings on soldiers")."""
    return draft.voice is not None and draft.voice.effect in {"blame", "accuse"} and bool(draft.attackers)


GROUND = frozenset("city town village area region district neighbourhood neighborhood country capital province".split())
"""Nouns of place that are said of wherever one is, and so tell no event apart."""


TIMES = 8
"""How many times the one the other of two figures for one event may be."""
FIGURES = frozenset({"toll", "number", "figure", "count"})
"""Nouns of a toll that was told before."""


def _is_put(toll: Toll) -> bool:
    """Whether a toll is another figure for those who were told of before ("put the dead at 28")."""
    return toll.trigger.lemma in {"dead", "wounded", "injured"} and put_at(toll.trigger) is not None


def told_again(told: Sequence[Draft], draft: Draft) -> list[Draft]:
    """The accounts that "the toll" can be of: those with harm of its kind, all of them where none has any."""
    tolls = draft.cluster.tolls
    said = (t for t in tolls if t.kind == tolls[0].kind)  # "put the dead at 28, with 13 missing"
    again = not draft.cluster.frames and bool(tolls) and all(t.trigger.lemma in FIGURES or _is_put(t) for t in said)
    counted = [d for d in told if again and {h.kind for h in d.harm} & {t.kind for t in tolls}]
    spots = {p.place.name for p in draft.places}
    there = [d for d in told if spots & {p.place.name for p in d.places}]
    if again and there and not any(d is other for d in counted for other in there):
        return there  # "put the dead there at 20", of a town whose dead nobody had counted
    return [d for d in counted if alike_in_toll(d, draft)] or counted or list(told)


def alike_in_toll(told: Draft, draft: Draft) -> bool:
    """Whether two accounts' figures for one kind of harm may be of one event: neither is many times the other."""
    for one in draft.harm:
        known = [h.low or h.high or 0 for h in told.harm if h.kind == one.kind and h.part_of is None]
        figure = one.low or one.high or 0
        if known and figure and max(known) and not 1 / TIMES <= figure / max(known) <= TIMES:
            return False
    return True


def one_thing(told: Draft, draft: Draft) -> bool:
    """Whether an account speaks of what an earlier one says was struck: by its name, or as "the market"."""
    struck = {t.lemma for d in (told, *told.repeats) for t in d.targets} - GROUND
    sent = draft.trigger.sent
    words = draft.trigger.parse.tokens(sent.start, sent.end)
    return any(w.lemma in struck and (w.pos == "PROPN" or _is_known(w)) for w in words)


def news(told: Sequence[Draft], draft: Draft) -> list[Draft]:
    """The accounts that an account goes on from: none that was only looked back to before or in another paragraph.

    It goes on from one that opens its own paragraph, or of which it names what was struck, and from none that the
    passage has turned away from.
    """
    near = (d for d in told if d.trigger.sent.index >= draft.turn)
    at = draft.trigger.sent.paragraph
    near = (d for d in near if not d.aside or d.trigger.sent.paragraph == at or one_thing(d, draft))
    return [d for d in near if not d.background or one_thing(d, draft) or _led_in(told, d, draft)]


def passed(told: Sequence[Draft], draft: Draft) -> set[tuple[int, int]]:
    """Where the places and days stand of events that were only looked back to."""
    known = {id(d) for d in news(told, draft)}
    behind = (d for d in told if id(d) not in known and d is not draft)
    return {m.span for d in behind for m in (*d.places, *d.times)}


def _led_in(told: Sequence[Draft], past: Draft, draft: Draft) -> bool:
    """Whether an event looked back to opens the paragraph that goes on to tell of it."""
    at = past.trigger.sent.paragraph
    if draft.trigger.sent.paragraph != at:
        return False
    return all(d.background or d.trigger.sent.paragraph != at or d.trigger.i > past.trigger.i for d in told)


def _is_known(word: Token) -> bool:
    return word.pos == "NOUN" and any(c.lower in {"the", "this", "that"} for c in word.children("det"))
