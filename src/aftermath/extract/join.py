"""Repeats within a report: drafts that tell of one event on one source's word become one claim."""

from collections import Counter

from aftermath.extract.cluster import VIOLENT
from aftermath.extract.draft import Draft
from aftermath.extract.scene import Scene
from aftermath.extract.scope import scope
from aftermath.model import PlaceMention, Token

FIGHTERS = frozenset(
    "soldier fighter rebel militant guerrilla insurgent troop serviceman policeman gunman jihadist".split()
)
WAR = frozenset("war conflict fighting hostility insurgency battle".split())
CRACKDOWN = frozenset("crackdown uprising protest demonstration unrest".split())
REACH = 12
"""Sentences over which an event is told again without being named by a bare noun."""
SHARED = 2
"""How many of place, day and toll two accounts must share."""
DEMONSTRATIVE = frozenset({"the", "this", "that", "these"})
CARRY_DAY = 12
"""Sentences over which a day is carried from one incident to the next; measured on the gold's work part."""


def join(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Join repeats, then carry place and day where none is told."""
    out: list[Draft] = []
    for draft in drafts:
        draft.scope = scope(draft)
        _keep_speaker(drafts, draft)
        told = next((d for d in reversed(out) if continues(scene, d, draft)), None)
        if told is not None:
            absorb(told, draft)
            continue
        _name_by_passage(scene, out, draft)
        if draft.stance == "denied" and draft.voice is None and not _contradicts(out, draft):
            continue
        home = next((d for d in reversed(out) if same(scene, d, draft)), None)
        if home is None:
            out.append(draft)
        else:
            absorb(home, draft)
    carry(scene, out)
    return out


def _contradicts(told: list[Draft], draft: Draft) -> bool:
    """Whether somebody claimed what the report itself denies; "no arrests were made" denies nobody's claim."""
    return any(d.stance != "denied" and _one_family(d.event, draft.event) for d in told)


def _keep_speaker(drafts: list[Draft], draft: Draft) -> None:
    """A figure told right after a source's, in the same paragraph, rests on that source."""
    if draft.voice is not None or not draft.harm:
        return
    sent = draft.trigger.sent
    for before in drafts:
        other = before.trigger.sent
        if before is draft or other.paragraph != sent.paragraph or sent.index - other.index != 1:
            continue
        if before.voice is not None and before.voice.effect == "say" and before.voice.speakers and before.harm:
            draft.voice = before.voice
            draft.inferred["sources"] = f"carried from «{before.quotes[0].text[:60]}»"
            return


def continues(scene: Scene, told: Draft, draft: Draft) -> bool:
    """Whether a bare toll ("Ten civilians were killed.") belongs to the event told just before it."""
    if draft.cluster.frames or draft.places or draft.times or told.event not in VIOLENT or told.stance != draft.stance:
        return False
    if not draft.harm or {h.kind for h in draft.harm} & {h.kind for h in told.harm} or draft.attackers:
        return False
    if draft.speakers and set(_names(scene, told)) != set(_names(scene, draft)):
        return False
    return draft.trigger.sent.index - told.trigger.sent.index == 1


def _name_by_passage(scene: Scene, told: list[Draft], draft: Draft) -> None:
    """A toll with no event named, or "the attack", takes the event that the passage is about.

    Tolls of a whole war are `armed_clash`, of a crackdown `killing`; fighters killed in one
    incident with no event named died in an `armed_clash`.
    """
    if draft.event == "armed_clash" and draft.trigger.lemma == "raid" and told and told[-1].event == "air_strike":
        draft.event = "air_strike"
        draft.why["event"] += "; a raid told after air strikes"
        return
    bare = not draft.cluster.frames and draft.event == "killing" and not draft.attackers
    generic = draft.event == "attack" and draft.cluster.frames and _definite(draft.trigger)
    reach = 3 if bare else 12
    if not bare and not generic:
        return
    if bare and draft.scope == "campaign":
        _name_aggregate(scene, draft)
        return
    for before in reversed(told):
        if draft.trigger.sent.index - before.trigger.sent.index > reach:
            break
        if (
            before.event in VIOLENT - {"destruction", "attack"}
            and before.scope == draft.scope
            and before.cluster.frames
        ):
            draft.event = before.event
            draft.why["event"] += f"; the event of the passage: {before.trigger.text}"
            return
    if bare and any(t.victim is not None and t.victim.lemma in FIGHTERS for t in draft.cluster.tolls):
        draft.event = "armed_clash"
        draft.why["event"] += "; the dead are fighters"


def _definite(trigger: Token) -> bool:
    return any(
        c.lower in {"the", "this", "that", "these", "those", "its"} or c.dep == "nmod:poss"
        for c in trigger.children("det", "nmod:poss")
    )


def _name_aggregate(scene: Scene, draft: Draft) -> None:
    sent = draft.trigger.sent
    lemmas = {scene.parse.lemmas[i] for i in range(sent.start, sent.end)}
    if lemmas & WAR and not lemmas & CRACKDOWN:
        draft.event = "armed_clash"
        draft.why["event"] += "; the toll of a war"


def same(scene: Scene, a: Draft, b: Draft) -> bool:
    """Whether two drafts of one report tell of the same event on the same word."""
    if a.stance != b.stance or a.scope != b.scope or not _one_family(a.event, b.event) or _conflict(a, b):
        return False
    told_by = set(_names(scene, a)), set(_names(scene, b))
    if told_by[0] != told_by[1] and all(told_by):
        return False
    apart = b.trigger.sent.index - a.trigger.sent.index
    if apart == 0 or (a.event == b.event and (_bare(a) or _bare(b))):
        return apart > 0
    if apart > REACH:
        return False
    shared = bool(a.places and b.places) + bool(a.times and b.times) + bool(_tolls(a) & _tolls(b))
    if told_by[0] != told_by[1]:
        return shared >= SHARED and (not b.harm or bool(_tolls(a) & _tolls(b)))
    anaphor = apart <= 2 and any(c.lower in DEMONSTRATIVE for c in b.trigger.children("det"))
    return shared >= SHARED or (anaphor and not (b.places or b.times))


def _conflict(a: Draft, b: Draft) -> bool:
    """Whether places, days or tolls speak against one event."""
    if a.places and b.places and not {p.place.name for p in a.places} & {p.place.name for p in b.places}:
        return True
    days = [(d.times[0].time.start, d.times[0].time.end) for d in (a, b) if d.times]
    if len(set(days)) > 1:
        return True
    return bool(_tolls(a)) and bool(_tolls(b)) and not _tolls(a) & _tolls(b)


def _names(scene: Scene, draft: Draft) -> list[str]:
    return [scene.parse[i].lower for i in draft.speakers]


def _bare(draft: Draft) -> bool:
    """Whether an event is only named by a noun, with nothing counted ("the siege of Homs")."""
    return draft.trigger.pos in {"NOUN", "PROPN"} and not draft.harm and draft.count is None


def _tolls(draft: Draft) -> set[tuple[str, int | None]]:
    """Kinds of harm with their number, bounds aside: "11" and "at least 11" are one toll."""
    return {
        (h.kind, h.low if h.low is not None else h.high) for h in draft.harm if h.low is not None or h.high is not None
    }


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
    known = {(h.kind, h.low if h.low is not None else h.high) for h in home.harm}
    home.harm.extend(
        h for h in draft.harm if (h.kind, h.low if h.low is not None else h.high) not in known and h.part_of is None
    )


def carry(scene: Scene, drafts: list[Draft]) -> None:
    """Give drafts without place or day those of the passage before, and say so.

    An incident takes them from the incident told last; an aggregate takes the country that the
    report names most and the interval of the aggregate told last.
    """
    country = _country(scene)
    for n, draft in enumerate(drafts):
        _carry_event(draft, drafts[:n])
        if not draft.times:
            _carry_time(draft, drafts)
        if not draft.places:
            _carry_place(draft, drafts, country)


def _carry_event(draft: Draft, before: list[Draft]) -> None:
    """A denial or accusation that names no harm is of the event told before, with its harm and targets."""
    accuses = draft.voice is not None and draft.voice.effect in {"accuse", "deny"}
    if draft.harm or not (draft.stance == "denied" or accuses):
        return
    for told in reversed(before):
        if draft.trigger.sent.index - told.trigger.sent.index > CARRY_DAY:
            return
        if told.stance != "denied" and _one_family(told.event, draft.event) and told.harm:
            if draft.places and told.places and draft.places[0].place.name != told.places[0].place.name:
                continue
            draft.harm = list(told.harm)
            draft.targets = draft.targets or told.targets
            draft.inferred["harm"] = f"that of «{told.quotes[0].text[:60]}»"
            return


def _one_family(a: str, b: str) -> bool:
    return a == b or ({a, b} <= VIOLENT and "attack" in (a, b))


def _carry_time(draft: Draft, drafts: list[Draft]) -> None:
    """The day of the nearest other account: of an incident of the same event first, before it first."""
    told = [d for d in drafts if d is not draft and d.times and "when" not in d.inferred and d.scope == draft.scope]
    told = [d for d in told if d.event in VIOLENT | {draft.event} and _lends_time(d, draft)]
    if told:
        _lend(min(told, key=lambda d: _remoteness(d, draft)), draft, "when")


def _lends_time(told: Draft, draft: Draft) -> bool:
    """Whether an account's time may be carried: an aggregate's interval, or a day told near enough."""
    if draft.scope == "campaign":
        return told.times[0].kind == "span" and told.trigger.i < draft.trigger.i
    return told.trigger.i < draft.trigger.i and told.times[0].time.precision in {"day", "hour"} and _apart(told, draft) <= CARRY_DAY


def _carry_place(draft: Draft, drafts: list[Draft], country: PlaceMention | None) -> None:
    if draft.scope == "incident":
        told = [
            d for d in drafts if d is not draft and d.places and "where" not in d.inferred and d.scope == "incident"
        ]
        told = [d for d in told if d.trigger.i < draft.trigger.i or _apart(d, draft) <= CARRY_DAY]
        if told:
            _lend(min(told, key=lambda d: _remoteness(d, draft)), draft, "where")
            return
    if country is not None:
        draft.places = [country]
        draft.inferred["where"] = "no place named: the country in which most of the report's places lie"


def _lend(told: Draft, draft: Draft, slot: str) -> None:
    if slot == "when":
        draft.times = told.times[:1]
    else:
        draft.places = told.places[:1]
    draft.inferred[slot] = f"carried from «{told.quotes[0].text[:60]}»"


def _apart(told: Draft, draft: Draft) -> int:
    return abs(draft.trigger.sent.index - told.trigger.sent.index)


def _remoteness(told: Draft, draft: Draft) -> tuple[bool, bool, int]:
    """How far an account is from a draft: another event, told later, sentences between."""
    return (not _one_thing(told, draft), told.trigger.i > draft.trigger.i, _apart(told, draft))


def _one_thing(a: Draft, b: Draft) -> bool:
    """Whether two accounts name the same target or victim."""
    first, second = ({t.lemma for t in d.targets if t.pos == "PROPN"} for d in (a, b))
    return a.event == b.event and bool(first & second)


def _country(scene: Scene) -> PlaceMention | None:
    """A mention of the country in which most of the report's places lie, by its noun where it has one."""
    mentions = list({m.span: m for m in scene.places.values() if m.place.country}.values())
    countries = [m for m in mentions if m.place.precision == "country" and not m.adjectival]
    if not countries:
        return None
    lying = Counter(m.place.country for m in mentions)
    code = max({m.place.country for m in countries}, key=lambda c: (lying[c], c))
    return min(
        (m for m in countries if m.place.country == code),
        key=lambda m: (m.text.lower().startswith("the "), m.span),
    )
