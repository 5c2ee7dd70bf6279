"""What an account leaves out and the passage gives: place, day, harm of the event it is about.

Everything that is carried is named in the draft's `inferred` with the words it comes from.
"""

from collections import Counter
from datetime import timedelta

from aftermath.extract.cluster import VIOLENT
from aftermath.extract.countries import main_country
from aftermath.extract.draft import Draft, one_family, one_thing
from aftermath.extract.fineness import lies_in
from aftermath.extract.locating import is_origin, is_reference, located
from aftermath.extract.phrases import core
from aftermath.extract.scene import Scene
from aftermath.extract.scope import SPAN_DAYS
from aftermath.extract.speaking import dated
from aftermath.model import Place, PlaceMention, TimeMention, Token

REACH = 6
"""Sentences over which a day or an event is carried; measured on the cases and the gold's work part."""
DAY_REACH = 8
LEAD = 1
LEAD_REACH = 3
INTERVAL_REACH = 6
TOPIC_LEAST = 2
WIDE = frozenset({"country", "region", "unknown"})
NAMED_REACH = 2
"""Sentences back to a place that no account tells as its own."""
WEEK = timedelta(7)
NATIONWIDE = ("across", "throughout", "around the country", "nationwide", "elsewhere")
"""Words that mean a whole country and no place in it."""
SHOWN = 60
"""Characters of the words from which something is carried that the reason shows."""


def carry(scene: Scene, drafts: list[Draft]) -> None:
    """Give drafts without place, day or harm those of the accounts they belong to.

    An incident takes place and day from the incident told nearest before; an aggregate takes the
    country in which most of the report's places lie and the interval of the aggregate told before.
    """
    country = main_country(scene.places.values())
    for n, draft in enumerate(drafts):
        _carry_harm(scene, draft, drafts[:n])
        if not draft.times:
            _carry_time(scene, draft, drafts)
        if not draft.places:
            _carry_place(scene, draft, drafts, country)
        else:
            _refine_place(scene, draft, drafts)


def source_of(told: Draft) -> str:
    """The words from which something was carried, as a reason shows them."""
    return f"carried from «{told.quotes[0].text[:SHOWN]}»"


def apart(told: Draft, draft: Draft) -> int:
    """Sentences between two accounts."""
    return abs(draft.trigger.sent.index - told.trigger.sent.index)


def _carry_harm(scene: Scene, draft: Draft, before: list[Draft]) -> None:
    """A denial or accusation that names no harm is of the event told before, with its harm and targets.

    It is not of an event that is laid to another state's forces: they are not who answers here.
    """
    accuses = draft.voice is not None and draft.voice.effect in {"accuse", "blame", "deny"}
    if draft.harm or draft.scope == "campaign" or not (draft.stance == "denied" or accuses):
        return
    near = (d for d in before if apart(d, draft) <= REACH and d.stance != "denied" and d.harm)
    kin = [d for d in near if one_family(d.event, draft.event) and not _elsewhere(d, draft)]
    kin = [d for d in kin if not _of_another_state(scene, d, draft)]
    told = max(kin, key=lambda d: (one_thing(d, draft), d.trigger.i), default=None)
    if told is not None:
        draft.harm = list(told.harm)
        draft.targets = draft.targets or told.targets
        draft.inferred["harm"] = source_of(told)


def _of_another_state(scene: Scene, told: Draft, draft: Draft) -> bool:
    """Whether both accounts name the states of their attackers, and none is common to them."""
    one, two = _states(scene, told.attackers), _states(scene, draft.attackers)
    return bool(one and two) and not one & two


def _states(scene: Scene, parties: list[Token]) -> set[str]:
    spans = [core(t) for t in parties]
    return {scene.places[i].place.country for a, b in spans for i in range(a, b) if i in scene.places} - {""}


def _elsewhere(told: Draft, draft: Draft) -> bool:
    return bool(draft.places and told.places) and draft.places[0].place.name != told.places[0].place.name


def _carry_time(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    told = [d for d in _lenders(scene, drafts, draft) if d.times and "when" not in d.inferred]
    told = [d for d in told if d.event in VIOLENT | {draft.event} and _lends_time(d, draft)]
    if told:
        nearest = min(told, key=lambda d: _remoteness(d, draft))
        draft.times = nearest.times[:1]
        draft.inferred["when"] = source_of(nearest)
    elif draft.scope == "incident" and (named := _day_before(scene, draft)) is not None:
        draft.times = [named]
        draft.inferred["when"] = f"no day told with it: «{named.text}», named last before it"


def _day_before(scene: Scene, draft: Draft) -> TimeMention | None:
    """The last day that the passage names before an event and that is nobody's time of speaking."""
    at = draft.trigger
    near = {
        i: m
        for i, m in scene.times.items()
        if 1 <= at.sent.index - scene.parse[i].sent.index <= DAY_REACH and dated(scene, i, m)
    }
    return near[max(near)] if near else None


def _lends_time(told: Draft, draft: Draft) -> bool:
    """Whether an account's time may be carried: a day told near enough, or of the same event at the same place."""
    time = told.times[0].time
    if draft.scope == "campaign":
        return told.trigger.i < draft.trigger.i and _lends_interval(told, draft)
    if _tells_same(told, draft):
        return told.times[0].kind == "point"
    if told.trigger.i > draft.trigger.i:
        lead = draft.trigger.sent.paragraph <= LEAD and told.event == draft.event and apart(told, draft) <= LEAD_REACH
        return lead and time.precision in {"day", "hour"} and not _elsewhere(told, draft)
    return time.precision in {"day", "hour"} and apart(told, draft) <= DAY_REACH


def _lends_interval(told: Draft, draft: Draft) -> bool:
    """Whether an aggregate's interval may be carried to another of the same kind, told right after it."""
    time = told.times[0].time
    lasting = time.start is not None and time.end is not None and (time.end - time.start).days > SPAN_DAYS
    near = apart(told, draft) <= INTERVAL_REACH and told.event == draft.event and bool(told.harm) == bool(draft.harm)
    return near and (told.times[0].kind == "span" or lasting)


def _tells_same(told: Draft, draft: Draft) -> bool:
    """Whether two accounts tell of one kind of event at one place that both name."""
    if not told.places or not draft.places or "where" in draft.inferred or "where" in told.inferred:
        return False
    one, two = told.places[0], draft.places[0]
    if told.event != draft.event or "country" in (one.place.precision, two.place.precision):
        return False
    return one.place.name == two.place.name or lies_in(one, two) or lies_in(two, one)


def _carry_place(scene: Scene, draft: Draft, drafts: list[Draft], country: PlaceMention | None) -> None:
    told = [
        d
        for d in _lenders(scene, drafts, draft)
        if d.places and "where" not in d.inferred and not _of_other_days(d, draft)
    ]
    told = [d for d in told if d.trigger.i < draft.trigger.i or apart(d, draft) <= REACH]
    nearest = min(told, key=lambda d: _remoteness(d, draft)) if told else None
    named = _named_before(scene, draft)
    if draft.scope == "incident" and nearest is not None and not _closer(named, nearest, draft):
        draft.places = nearest.places[:1]
        draft.inferred["where"] = source_of(nearest)
    elif draft.scope == "incident" and named is not None:
        draft.places = [named]
        draft.inferred["where"] = f"no place told with it: «{named.text}», named last before it"
    elif (topic := _topic(drafts, draft)) is not None:
        draft.places = topic.places[:1]
        draft.inferred["where"] = f"the place that most of the report's accounts tell; {source_of(topic)}"
    elif country is not None:
        draft.places = [country]
        draft.inferred["where"] = "no place named: the country in which most of the report's places lie"


def _topic(drafts: list[Draft], draft: Draft) -> Draft | None:
    """For an aggregate of events: an account of the place at which most accounts with a place of their own are."""
    if not draft.cluster.frames or draft.stance == "planned":
        return None
    told = [d for d in drafts if d is not draft and d.places and "where" not in d.inferred]
    told = [d for d in told if one_family(d.event, draft.event) and not _of_other_days(d, draft)]
    names = Counter(d.places[0].place.name for d in told if d.places[0].place.precision not in WIDE)
    if not names:
        return None
    name, count = names.most_common(1)[0]
    if count < TOPIC_LEAST or count * 2 <= len(told):
        return None
    return next(d for d in told if d.places[0].place.name == name)


def _of_other_days(told: Draft, draft: Draft) -> bool:
    """Whether two accounts have days of their own, more than a week apart."""
    if not told.times or not draft.times or "when" in told.inferred or "when" in draft.inferred:
        return False
    one, two = told.times[0].time, draft.times[0].time
    if one.start is None or two.start is None or one.end is None or two.end is None:
        return False
    return max(one.start, two.start) - min(one.end, two.end) > WEEK


def _named_before(scene: Scene, draft: Draft) -> PlaceMention | None:
    """The last place finer than a country that the passage names before an event, a speaker's own included."""
    at = draft.trigger.sent
    found = None
    for i, mention in scene.places.items():
        sent = scene.parse[i].sent
        near = 0 <= at.index - sent.index <= NAMED_REACH
        if not near or i > at.end or mention.adjectival or mention.place.precision == "country":
            continue
        if i in scene.actors or is_reference(scene, mention) or is_origin(scene, scene.parse[i]):
            continue
        if mention.place.precision == "unknown" and not located(scene, mention):
            continue
        if found is None or i > found[0]:
            found = (i, mention)
    return found[1] if found else None


def _closer(named: PlaceMention | None, told: Draft, draft: Draft) -> bool:
    """Whether a place was named after the nearest account that has one."""
    if named is None:
        return False
    return told.trigger.i > draft.trigger.i


def _refine_place(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """An incident said to be in a country takes the one finer place there that accounts of its event name."""
    own = draft.places[0].place
    words = draft.quotes[0].text.lower()
    wide = any(word in words for word in NATIONWIDE)
    if draft.scope != "incident" or own.precision != "country" or wide:
        return
    told = [
        d for d in _lenders(scene, drafts, draft) if d.event == draft.event and d.places and "where" not in d.inferred
    ]
    finer = {d.places[0].place.name: d for d in told if _lies_in(d.places[0].place, own)}
    if len(finer) == 1:
        (found,) = finer.values()
        draft.places = found.places[:1]
        draft.inferred["where"] = source_of(found)


def _lies_in(place: Place, country: Place) -> bool:
    return place.country == country.country and place.precision not in {"country", "region", "unknown"}


def _lenders(scene: Scene, drafts: list[Draft], draft: Draft) -> list[Draft]:
    """The other accounts of what happened, of the same scope; for a denial none that is laid to another state."""
    others = [d for d in drafts if d is not draft and d.stance != "planned" and d.scope == draft.scope]
    if draft.stance != "denied":
        return others
    return [d for d in others if not _of_another_state(scene, d, draft)]


def _remoteness(told: Draft, draft: Draft) -> tuple[bool, bool, int]:
    """How far an account is from a draft: about something else, told later, sentences between."""
    related = one_family(told.event, draft.event) and one_thing(told, draft)
    return (not related, told.trigger.i > draft.trigger.i, apart(told, draft))
