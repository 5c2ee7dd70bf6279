"""What one report tells by telling two things: two strikes, two accounts, or two parts.

Each function takes two tellings, gives a `Finding`, or None where it has nothing to say.
"""

from aftermath.link.family import are_parts
from aftermath.link.finding import Finding
from aftermath.link.spot import nearest
from aftermath.link.telling import Telling


def same_report(one: Telling, other: Telling) -> Finding | None:
    """A speaker who tells of the same kind of event twice in a report means two events, unless nothing differs."""
    if one.report != other.report:
        return None
    if one.claim.event == other.claim.event:
        return _same_event(one, other)
    if are_parts(one.claim.event, other.claim.event) and _same_scene(one, other):
        return Finding(1.0, "one report tells both as parts of one operation")
    return Finding(-0.5, "one report tells of both")


def _same_event(one: Telling, other: Telling) -> Finding | None:
    one_voice = one.speakers == other.speakers or not one.speakers or not other.speakers
    if one.claim.stance != other.claim.stance or not one_voice:
        if not _same_scene(one, other):
            return Finding(-0.5, "two accounts in one report, of different places or days")
        return Finding(0.3, "two accounts in one report")
    if _differ(one, other):
        return Finding(-1.0, "one speaker tells of two events in one report", bars=True)
    return None


def _differ(one: Telling, other: Telling) -> bool:
    other_target = bool(one.targets and other.targets) and not one.targets & other.targets
    return (
        other_target or one.is_further != other.is_further or not _same_scene(one, other) or _tolls_differ(one, other)
    )


def _tolls_differ(one: Telling, other: Telling) -> bool:
    """Whether both tell a toll of one kind, and no figure of it is the same."""
    mine = {(harm.kind, harm.low) for harm in one.claim.harm}
    theirs = {(harm.kind, harm.low) for harm in other.claim.harm}
    kinds = {kind for kind, _ in mine} & {kind for kind, _ in theirs}
    return bool(kinds) and not mine & theirs


def _same_scene(one: Telling, other: Telling) -> bool:
    """The same place as far as told, and days that can be the same."""
    if one.spots and other.spots:
        distance, a, b = nearest(one.spots, other.spots)
        if distance > max(1.0, (a.slack_km + b.slack_km) / 4) or (distance > 1.0 and _named_apart(one, other)):
            return False
    elif _named_apart(one, other):
        return False
    if one.days is None or other.days is None:
        return True
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _named_apart(one: Telling, other: Telling) -> bool:
    return bool(one.names and other.names) and not one.names & other.names


def further(one: Telling, other: Telling) -> Finding | None:
    """Whether one is told as a second or another strike, and the other is not."""
    if one.is_further and other.is_further:
        return Finding(0.5, "both told as a further event")
    if one.is_further != other.is_further:
        return Finding(-1.0 if one.report == other.report else -0.3, "one told as a further event")
    return None
