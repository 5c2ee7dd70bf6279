"""Whether two claims tell of the same thing: event, parties, targets, weapons, harm, words.

Each function takes two tellings, gives a `Finding`, or None where one of them says nothing.
"""

from aftermath.link.family import kinship
from aftermath.link.finding import Finding
from aftermath.link.telling import Telling
from aftermath.link.wording import contained
from aftermath.model import EVENTS

COPIED = 0.6
"""Share of word sequences in common from which a wording is a copy; independent ones share under 0.2."""

COPY_GRAMS = 5
"""A wording shorter than this is too short to be told for a copy."""


def event(one: Telling, other: Telling) -> Finding:
    """Whether the events are the same, of one family, or things that are told for each other."""
    a, b = EVENTS[one.claim.event].label, EVENTS[other.claim.event].label
    score = kinship(one.claim.event, other.claim.event)
    if a == b:
        return Finding(score, f"both tell of {a}")
    return Finding(score, f"{a} and {b} {'may be one event' if score > 0 else 'are different events'}")


def actors(one: Telling, other: Telling) -> Finding | None:
    """Whether the same is said to have done it; accounts of one event often differ on this."""
    if not one.actors or not other.actors:
        return None
    if one.actor_ids & other.actor_ids or one.actors & other.actors:
        return Finding(1.0, "the same attacker")
    return Finding(-0.4, "different attackers")


def targets(one: Telling, other: Telling) -> Finding | None:
    """Whether the same was hit, by words or by kind of target."""
    if not one.targets or not other.targets:
        return None
    shared = one.targets & other.targets
    if shared:
        return Finding(1.0, "the same target")
    if one.target_kinds & other.target_kinds:
        return Finding(0.6, f"targets of one kind: {', '.join(sorted(one.target_kinds & other.target_kinds))}")
    if one.target_kinds and other.target_kinds:
        return Finding(-0.9, "targets of different kinds")
    return Finding(-0.5, "targets worded differently")


def weapons(one: Telling, other: Telling) -> Finding | None:
    """Whether the same weapon is named."""
    if not one.weapons or not other.weapons:
        return None
    if one.weapons & other.weapons:
        return Finding(0.8, "the same weapon")
    return Finding(-0.5, "different weapons")


def harm(one: Telling, other: Telling) -> Finding | None:
    """Whether the tolls can be of one event; tolls rise and differ, so only a wide gap counts against."""
    found = [
        found
        for mine in one.claim.harm
        for theirs in other.claim.harm
        if mine.kind == theirs.kind and (found := _figures(mine.kind, mine.low or mine.high, theirs.low or theirs.high))
    ]
    return max(found, key=lambda finding: finding.score, default=None)


def _figures(kind: str, mine: int | None, theirs: int | None) -> Finding | None:
    if mine is None or theirs is None:
        return None
    least, most = sorted((mine, theirs))
    if least == most:
        return Finding(1.0 if most > 1 else 0.4, f"both say {most} {kind}")
    if least == 0:
        return Finding(-0.6, f"none and {most} {kind}")
    ratio = least / most
    score = 0.3 if ratio >= 0.6 else 0.0 if ratio >= 0.25 else -0.6
    return Finding(score, f"{mine} and {theirs} {kind}")


def words(one: Telling, other: Telling) -> Finding | None:
    """Whether the wordings share words beyond those of the place; copies share whole sequences."""
    if min(len(one.grams), len(other.grams)) >= COPY_GRAMS and contained(one.grams, other.grams) >= COPIED:
        return Finding(1.0, "told in the same words")
    if not one.words or not other.words:
        return None
    shared = len(one.words & other.words)
    return Finding(shared / min(len(one.words), len(other.words)) * 0.6 - 0.1, f"{shared} content words in common")
