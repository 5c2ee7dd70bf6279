"""Why a claim was read as it was: slot by slot, the value, its words, and the reasons.

Takes a claim, gives values for a door to render. It only gathers what the stages recorded;
where a stage gave no reason there is none to show.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from aftermath.export.phrases import bounds, clean, harm_phrase, party_phrase, place_phrase, time_phrase
from aftermath.model import Actor, Claim, Words


@dataclass(frozen=True, slots=True)
class Filler:
    """One value of a slot, the words it rests on, and why they were taken to mean it."""

    value: str
    words: Words | None
    why: str


@dataclass(frozen=True, slots=True)
class SlotReasons:
    """A slot's values, the rule that read it, and from where it was carried if it was."""

    slot: str
    fillers: tuple[Filler, ...]
    rule: str
    carried: str


def reasons(claim: Claim) -> list[SlotReasons]:
    """The reasons of every slot that is filled, or that has a reason for being empty."""
    found = [
        SlotReasons(slot, tuple(fillers), claim.why.get(slot, ""), claim.inferred.get(slot, ""))
        for slot, fillers in _by_slot(claim)
    ]
    return [slot for slot in found if slot.fillers or slot.rule or slot.carried]


def _by_slot(claim: Claim) -> Iterator[tuple[str, list[Filler]]]:
    for slot in ("event", "scope", "stance"):
        yield slot, [Filler(getattr(claim, slot), None, "")]
    yield "sources", [Filler(f"{clean(s.text)} ({s.kind})", s, _actor_why(s.actor)) for s in claim.sources]
    yield "when", [Filler(time_phrase(claim), claim.when, claim.when.time.why)] if claim.when else []
    yield "where", [Filler(place_phrase(place), place, place.place.why) for place in claim.where]
    yield "attackers", [Filler(party_phrase(party), party, _actor_why(party.actor)) for party in claim.attackers]
    yield "targets", [Filler(_kind(target.text, target.kind), target, "") for target in claim.targets]
    yield "weapons", [Filler(_kind(weapon.text, weapon.kind), weapon, "") for weapon in claim.weapons]
    yield "count", [Filler(bounds(claim.count.low, claim.count.high), claim.count, "")] if claim.count else []
    yield "harm", [Filler(harm_phrase(harm), harm, "") for harm in claim.harm]


def _kind(words: str, kind: str) -> str:
    return f"{clean(words)} ({kind})" if kind else clean(words)


def _actor_why(actor: Actor | None) -> str:
    return actor.why if actor else ""
