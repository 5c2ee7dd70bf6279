"""Incident or campaign: one event or day, or an aggregate over time or space."""

from aftermath.extract.draft import Draft
from aftermath.extract.scene import Scene

AGGREGATE = frozenset("campaign offensive uprising war crackdown siege wave series spate blockade operation protests unrest insurgency fighting".split())


def scope(scene: Scene, draft: Draft) -> str:
    """The scope of a draft's event."""
    when = draft.when
    if when is not None and when.time.start and when.time.end and (when.time.end - when.time.start).days > 6:
        return "campaign" if when.kind == "span" or when.time.precision != "month" else "incident"
    if when is not None and when.kind == "span":
        return "campaign"
    if draft.trigger.lemma in AGGREGATE:
        return "campaign"
    parse, trigger = scene.parse, draft.trigger
    if trigger.pos == "VERB" and any(c.lower in {"have", "has", "had", "been"} for c in trigger.children("aux")) and trigger.lower.endswith("ing"):
        return "campaign"
    plural = trigger.pos == "NOUN" and trigger.lower != trigger.lemma
    if plural and draft.count is None and when is None and not draft.harm:
        return "campaign"
    return "incident"
