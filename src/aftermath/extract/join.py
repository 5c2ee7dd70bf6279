"""Repeats within a report: drafts that tell of one event on one source's word become one claim."""

from aftermath.extract.cluster import VIOLENT
from aftermath.extract.draft import Draft
from aftermath.extract.scene import Scene
from aftermath.extract.scope import scope


def join(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Join repeats, then carry place and day where none is told."""
    out: list[Draft] = []
    for draft in drafts:
        draft.scope = scope(scene, draft)
        told = next((d for d in reversed(out) if continues(scene, d, draft)), None)
        if told is not None:
            absorb(told, draft)
            continue
        _name_by_passage(out, draft)
        home = next((d for d in reversed(out) if same(scene, d, draft)), None)
        if home is None:
            out.append(draft)
        else:
            absorb(home, draft)
    carry(scene, out)
    return out


def continues(scene: Scene, told: Draft, draft: Draft) -> bool:
    """Whether a bare toll ("Ten civilians were killed.") belongs to the event told just before it."""
    if draft.cluster.frames or draft.places or draft.times or told.event not in VIOLENT or told.stance != draft.stance:
        return False
    if not draft.harm or {h.kind for h in draft.harm} & {h.kind for h in told.harm} or draft.attackers:
        return False
    if draft.speakers and set(_names(scene, told)) != set(_names(scene, draft)):
        return False
    return draft.trigger.sent.index - told.trigger.sent.index == 1


def _name_by_passage(told: list[Draft], draft: Draft) -> None:
    """A toll with no event named takes the event that the passage is about."""
    if draft.cluster.frames or draft.event != "killing" or draft.attackers:
        return
    for before in reversed(told):
        if draft.trigger.sent.index - before.trigger.sent.index > 3:
            return
        if before.event in VIOLENT - {"destruction"} and before.scope == draft.scope and before.cluster.frames:
            draft.event = before.event
            draft.why["event"] += f"; the event of the passage: {before.trigger.text}"
            return


def same(scene: Scene, a: Draft, b: Draft) -> bool:
    """Whether two drafts of one report tell of the same event on the same word."""
    if a.stance != b.stance or a.scope != b.scope:
        return False
    told_by = set(_names(scene, a)), set(_names(scene, b))
    if told_by[0] != told_by[1] and all(told_by):
        return False
    if a.event != b.event and not ({a.event, b.event} <= VIOLENT and "attack" in (a.event, b.event)):
        return False
    apart = b.trigger.sent.index - a.trigger.sent.index
    if apart == 0 or apart > 12:
        return False
    if a.places and b.places and not {p.place.name for p in a.places} & {p.place.name for p in b.places}:
        return False
    if a.times and b.times and (a.times[0].time.start, a.times[0].time.end) != (b.times[0].time.start, b.times[0].time.end):
        return False
    if _tolls(a) and _tolls(b) and not _tolls(a) & _tolls(b):
        return False
    shared = bool(a.places and b.places) + bool(a.times and b.times) + bool(_tolls(a) and _tolls(b))
    anaphor = apart <= 2 and any(c.lower in {"the", "this", "that", "these"} for c in b.trigger.children("det"))
    if told_by[0] != told_by[1]:
        return shared >= 2 and (not b.harm or bool(_tolls(a) & _tolls(b)))
    return shared >= 2 or anaphor and not (b.places or b.times)


def _names(scene: Scene, draft: Draft) -> list[str]:
    return [scene.parse[i].lower for i in draft.speakers]


def _tolls(draft: Draft) -> set[tuple[str, int | None, int | None]]:
    return {(h.kind, h.low, h.high) for h in draft.harm if h.low is not None or h.high is not None}


def absorb(home: Draft, draft: Draft) -> None:
    """Add a repeat's words and what they tell more to the draft that told it first."""
    if not home.speakers:
        home.voice = draft.voice
    home.quotes.extend(q for q in draft.quotes if q not in home.quotes)
    if home.event == "attack":
        home.event = draft.event
    for slot in ("attackers", "targets", "weapons", "times", "places"):
        if not getattr(home, slot):
            setattr(home, slot, getattr(draft, slot))
    home.count = home.count or draft.count
    known = {(h.kind, h.who, h.low, h.high) for h in home.harm}
    home.harm.extend(h for h in draft.harm if (h.kind, h.who, h.low, h.high) not in known and h.part_of is None)


def carry(scene: Scene, drafts: list[Draft]) -> None:
    """Give drafts without place or day those of the passage before, and say so."""
    place, time = None, None
    for draft in drafts:
        if draft.places:
            place = draft
        elif place is not None:
            draft.places = place.places[:1]
            draft.inferred["where"] = f"carried from «{place.quotes[0].text[:60]}»"
        near = time is not None and draft.trigger.sent.index - time.trigger.sent.index <= 3
        if draft.times:
            time = draft
        elif near and time is not None and draft.scope == time.scope:
            draft.times = time.times[:1]
            draft.inferred["when"] = f"carried from «{time.quotes[0].text[:60]}»"
