"""Incident or campaign: one event or day, or an aggregate over time or space."""

from aftermath.extract.draft import Draft
from aftermath.model import Token

AGGREGATE = frozenset(
    "campaign offensive uprising war crackdown siege wave series spate blockade operation unrest insurgency"
    " fighting conflict".split()
)
"""Nouns of what goes on over days."""
LASTING = frozenset(
    "continue rage escalate intensify persist mount ongoing week-long month-long daily repeated"
    " continuing continued".split()
)
ONCE = frozenset("territory_taken escape agreement abduction arrest".split())
"""Events that happen once, however roughly their day is known."""
SPAN_DAYS = 6
"""An interval longer than this, told of fighting or tolls, is an aggregate (the guide's multi-day operations)."""


def scope(draft: Draft) -> str:
    """The scope of a draft's event: by its interval, its noun, its tense, in that order."""
    when = draft.when
    if when is not None and when.time.start and when.time.end:
        days = (when.time.end - when.time.start).days
        if when.kind in {"span", "duration"}:
            return "campaign"
        if days <= 1 and not _lasting(draft.trigger):
            return "incident"
        if days > SPAN_DAYS and draft.event not in ONCE and (_many(draft) or (draft.harm and not draft.cluster.frames)):
            return "campaign"
    trigger = draft.trigger
    if (
        _lasting(trigger)
        or trigger.lemma in AGGREGATE
        or any(c.lemma in AGGREGATE for c in trigger.children("compound"))
    ):
        return "campaign"
    if any(_progressive(t) for t in draft.cluster.tokens):
        return "campaign"
    if not draft.cluster.frames and any(_perfect(t) for t in draft.cluster.tokens):
        return "campaign"
    if _many(draft) and trigger.dep.startswith("nsubj") and _perfect(trigger.head):
        return "campaign"
    if when is None and _many(draft) and draft.count is None and not draft.harm:
        return "campaign"
    return "incident"


def _many(draft: Draft) -> bool:
    """Whether the event's noun is plural, or it has several triggers of the same kind."""
    trigger = draft.trigger
    return trigger.pos == "NOUN" and trigger.lower != trigger.lemma


def _lasting(trigger: Token) -> bool:
    words = [c.lemma for c in trigger.children("amod")] + ([] if trigger.is_root else [trigger.head.lemma])
    return any(w in LASTING for w in words) or any(c.lower in LASTING for c in trigger.children("amod"))


def _progressive(verb: Token) -> bool:
    """Whether the verb tells what goes on: "is fighting", "have been shelling"."""
    if verb.pos != "VERB" or not verb.lower.endswith("ing"):
        return False
    aux = {c.lower for c in verb.children("aux")}
    return bool(aux & {"is", "are", "been", "'re", "'s", "’re"})


def _perfect(verb: Token) -> bool:
    """Whether a toll is told as standing: "2,000 have been killed"."""
    aux = {c.lower for c in verb.children("aux")}
    return bool(aux & {"have", "has", "had", "'ve"})
