"""What an account takes over from one that repeats it: words, voice, parties, day, place and harm.

Takes two drafts of one event and changes the first. Whether they are of one event is for `join` to say.
"""

from dataclasses import replace

from aftermath.extract.actors.parties import mutual
from aftermath.extract.draft import (
    Draft,
    adds_to_toll,
    breaks_down,
    counts_more,
    died_of_wounds,
    later_death,
)
from aftermath.extract.selection.named_again import TAKEN, figure, loosely, sums
from aftermath.extract.where_when.fineness import closer_time, finer_place
from aftermath.model import Harm, Words

LOOSE = frozenset({"attack", "killing", "destruction"})
"""Codes that say less than any other of violence."""


def bare(draft: Draft) -> bool:
    """Whether an event is only named by a noun, with nothing counted ("the siege of Homs")."""
    return draft.trigger.pos in {"NOUN", "PROPN"} and not draft.harm and draft.count is None


def spell_out(head: Draft, draft: Draft) -> None:
    """Let the lead's fuller words stand for those of the headline that they spell out."""
    head.event = head.event if draft.event in LOOSE else draft.event
    head.stance, head.voice = draft.stance, draft.voice or head.voice
    if draft.times:
        head.when_told = draft.when_told
    head.why |= draft.why
    head.harm = [*draft.harm, *_more(draft.harm, head.harm)]
    for slot in ("attackers", "targets", "weapons", "times", "places"):
        if getattr(draft, slot):
            setattr(head, slot, getattr(draft, slot))


def absorb(home: Draft, draft: Draft) -> None:
    """Add a repeat's words and what they tell more to the draft that told it first."""
    home.repeats.append(draft)
    home.last_sentence = draft.trigger.sent.index
    laid = bool(draft.attackers) and not home.attackers  # "jihadists were behind it, the mission said": its word
    judged = draft.voice is not None and draft.voice.effect == "condemn" and not laid
    if not home.speakers and (laid or not bare(draft)) and not judged:  # who only names or condemns it vouches for none
        home.voice = draft.voice
    home.quotes.extend(q for q in draft.quotes if not any(_holds(known, q) for known in home.quotes))
    home.event = _more_telling(home, draft)
    fallen = not draft.cluster.frames and mutual(home.cluster)  # the dead of a battle, whose sides are told
    for slot in ("attackers", "weapons") if fallen else ("attackers", "targets", "weapons"):
        if not getattr(home, slot):
            setattr(home, slot, getattr(draft, slot))
    if home.event == draft.event == "destruction":  # "shops were looted and a bank was set on fire"
        home.targets = [*home.targets, *(t for t in draft.targets if t not in home.targets)]
    if breaks_down(draft) or later_death(draft):
        # The day of a funeral, or of a death in hospital, is not that of the event.
        draft = replace(draft, times=[] if breaks_down(draft) or home.times else draft.times, places=[])
    told_of_event = home.when_told and draft.times and not draft.when_told
    times = draft.times if told_of_event else closer_time(home.times, draft.times)
    if times is not home.times:
        home.times, home.when_told = times, draft.when_told
    home.places = finer_place(home.places, draft.places)
    home.count = home.count or draft.count
    _count(home, draft)


def _count(home: Draft, draft: Draft) -> None:
    """Add to an account's harm what a repeat tells more."""
    if later_death(draft):
        home.harm = _without_the_dead(home.harm, draft.harm)
    told = [h for h in draft.harm if h.part_of is None]
    home.harm = [next((t for t in told if loosely(h, t)), h) for h in home.harm]
    if told and (breaks_down(draft) or (later_death(draft) and not died_of_wounds(draft))):
        told = [replace(h, part_of=_whole(home, h)) for h in told]
    if adds_to_toll(draft) or counts_more(draft):
        # "His driver was also killed": one more, though the number is the same.
        told = [h for h in told if h.span not in {k.span for k in home.harm}]
    else:
        told = _more(home.harm, _as_parts(home, told))
    home.harm.extend(told)
    home.harm.extend(_parts_of(home, draft) if not breaks_down(draft) else ())


def _holds(quote: Words, other: Words) -> bool:
    """Whether a quote has another's words already."""
    return quote.span[0] <= other.span[0] and other.span[1] <= quote.span[1]


def _more_telling(home: Draft, draft: Draft) -> str:
    """The event that a repeat makes of an account: the means of an attack, a bomber's deed of a blast."""
    if home.event == "attack" and draft.cluster.frames:
        return draft.event
    by_bomber = draft.event == "suicide_bombing" and draft.stance == "asserted"
    return draft.event if home.event == "explosion" and by_bomber else home.event


def _whole(home: Draft, part: Harm) -> int | None:
    """Where in an account the toll stands that somebody is part of."""
    return next((n for n, h in enumerate(home.harm) if h.kind == part.kind and h.part_of is None), None)


def _without_the_dead(known: list[Harm], died: list[Harm]) -> list[Harm]:
    """The harm of an event without the wounds of the one person that was hurt, who died of them."""
    hurt = [n for n, h in enumerate(known) if h.kind == "injured"]
    if len(hurt) != 1 or len(died) != 1 or any((h.low, h.high) != (1, 1) for h in (known[hurt[0]], died[0])):
        return known
    gone = hurt[0]
    left = (h for n, h in enumerate(known) if n != gone)  # parts go on pointing at their whole
    return [replace(h, part_of=h.part_of - 1) if h.part_of is not None and h.part_of > gone else h for h in left]


def _as_parts(home: Draft, told: list[Harm]) -> list[Harm]:
    """Tolls of groups that together are one known toll, as parts of it; none that is the known groups together."""
    known = {figure(h): n for n, h in reversed(list(enumerate(home.harm))) if h.part_of is None}
    wholes = {id(h): known[toll] for toll, groups in sums(told).items() if toll in known for h in groups}
    together = sums(home.harm)
    parted = (replace(h, part_of=wholes[id(h)]) if id(h) in wholes else h for h in told)
    return [h for h in parted if figure(h) not in together]


def _more(known: list[Harm], told: list[Harm]) -> list[Harm]:
    """What tolls tell beyond known ones; a toll without a number tells nothing where its group is counted."""
    tolls, groups = {_counted(h) for h in known}, {(h.kind, h.who) for h in known}
    told = [h for h in told if not any(loosely(h, k) for k in known)]
    more = (h for h in told if _counted(h) not in tolls or _is_part(known, h))
    return [h for h in more if figure(h)[1] is not None or (h.kind, h.who) not in groups]


def _is_part(known: list[Harm], part: Harm) -> bool:
    """Whether a part is not the whole told again."""
    return part.part_of is not None and figure(known[part.part_of]) != figure(part)


def _counted(harm: Harm) -> tuple[str, int | None]:
    """A toll's figure; to be arrested and abducted is one thing where two words are of one event."""
    kind, number = figure(harm)
    return ("taken" if kind in TAKEN else kind), number


def _parts_of(home: Draft, draft: Draft) -> list[Harm]:
    """What a repeat tells of who some of those harmed were, as parts of the same toll in the account it repeats."""
    known = {figure(h): n for n, h in reversed(list(enumerate(home.harm))) if h.part_of is None}
    parts = ((h, known.get(figure(draft.harm[h.part_of]))) for h in draft.harm if h.part_of is not None)
    told = {(h.kind, h.low, h.high) for h in home.harm}
    return [replace(h, part_of=n) for h, n in parts if n is not None and (h.kind, h.low, h.high) not in told]
