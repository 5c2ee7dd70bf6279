"""Which drafts are claims: events told as such, not plans, talk or bare words."""

from aftermath.extract.draft import Draft
from aftermath.extract.lexicon import table
from aftermath.extract.scene import Scene

TALK = frozenset(
    "war conflict fighting violence unrest uprising insurgency crackdown operation bloodshed conflict".split()
)


def worth(scene: Scene, draft: Draft) -> bool:
    """Whether a draft tells of something that happened, was denied, or is suspected or planned."""
    sent = draft.trigger.sent
    if scene.parse[sent.end - 1].text == "?":
        return False
    if _other_cause(scene, draft) or not (scene.is_of_war or _armed(scene, draft)):
        return False
    anchored = bool(
        draft.harm or draft.times or draft.places or draft.attackers or draft.targets or draft.count or draft.weapons
    )
    if not anchored:
        return False
    strength = sum(
        bool(x)
        for x in (draft.harm, draft.times, draft.places, draft.attackers, draft.targets, draft.weapons, draft.count)
    )
    if draft.trigger.pos in {"NOUN", "PROPN"} and not draft.harm:
        return strength >= (2 if draft.trigger.lemma in TALK else 1)
    return True


def _other_cause(scene: Scene, draft: Draft) -> bool:
    """Whether harm or a blast stands beside a word of mishap, and nothing of war stands there."""
    sent = draft.trigger.sent
    rows = table("other_causes")
    weights = {row["weight"] for i in range(sent.start, sent.end) for row in rows.at(scene.parse[i])}
    if "strong" in weights:
        return True
    if not weights or draft.attackers or draft.weapons:
        return False
    return not any(f.event not in {"explosion", "displacement", "killing"} for f in draft.cluster.frames)


def _armed(scene: Scene, draft: Draft) -> bool:
    """Whether arms or fighters stand in the claim itself."""
    return bool(draft.weapons) or any(scene.is_combatant(t) for t in (*draft.attackers, *draft.targets))
