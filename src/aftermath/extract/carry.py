"""What an account leaves out and the passage gives: place, day, harm of the event it is about.

Everything that is carried is named in the draft's `inferred` with the words it comes from.
"""

from aftermath.extract.cluster import VIOLENT
from aftermath.extract.countries import main_country
from aftermath.extract.draft import Draft
from aftermath.extract.scene import Scene
from aftermath.extract.scope import SPAN_DAYS
from aftermath.model import Place, PlaceMention

REACH = 6
"""Sentences over which a day or an event is carried; measured on the cases and the gold's work part."""
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
        _carry_harm(draft, drafts[:n])
        if not draft.times:
            _carry_time(draft, drafts)
        if not draft.places:
            _carry_place(draft, drafts, country)
        else:
            _refine_place(draft, drafts)


def one_family(a: str, b: str) -> bool:
    """Whether two codes can be of one event: the same, or an attack whose means only one account tells."""
    return a == b or ({a, b} <= VIOLENT and "attack" in (a, b))


def source_of(told: Draft) -> str:
    """The words from which something was carried, as a reason shows them."""
    return f"carried from «{told.quotes[0].text[:SHOWN]}»"


def apart(told: Draft, draft: Draft) -> int:
    """Sentences between two accounts."""
    return abs(draft.trigger.sent.index - told.trigger.sent.index)


def _carry_harm(draft: Draft, before: list[Draft]) -> None:
    """A denial or accusation that names no harm is of the event told before, with its harm and targets."""
    accuses = draft.voice is not None and draft.voice.effect in {"accuse", "blame", "deny"}
    if draft.harm or not (draft.stance == "denied" or accuses):
        return
    near = (d for d in reversed(before) if apart(d, draft) <= REACH and d.stance != "denied" and d.harm)
    told = next((d for d in near if one_family(d.event, draft.event) and not _elsewhere(d, draft)), None)
    if told is not None:
        draft.harm = list(told.harm)
        draft.targets = draft.targets or told.targets
        draft.inferred["harm"] = source_of(told)


def _elsewhere(told: Draft, draft: Draft) -> bool:
    return bool(draft.places and told.places) and draft.places[0].place.name != told.places[0].place.name


def _carry_time(draft: Draft, drafts: list[Draft]) -> None:
    told = [d for d in _lenders(drafts, draft) if d.times and "when" not in d.inferred]
    told = [d for d in told if d.event in VIOLENT | {draft.event} and _lends_time(d, draft)]
    if told:
        nearest = min(told, key=lambda d: _remoteness(d, draft))
        draft.times = nearest.times[:1]
        draft.inferred["when"] = source_of(nearest)


def _lends_time(told: Draft, draft: Draft) -> bool:
    """Whether an account's time may be carried: an aggregate's interval, or a day told near enough, and before."""
    if told.trigger.i > draft.trigger.i:
        return False
    if draft.scope == "campaign":
        time = told.times[0].time
        lasting = time.start is not None and time.end is not None and (time.end - time.start).days > SPAN_DAYS
        return told.times[0].kind == "span" or lasting
    return told.times[0].time.precision in {"day", "hour"} and apart(told, draft) <= REACH


def _carry_place(draft: Draft, drafts: list[Draft], country: PlaceMention | None) -> None:
    told = [d for d in _lenders(drafts, draft) if d.places and "where" not in d.inferred]
    told = [d for d in told if d.trigger.i < draft.trigger.i or apart(d, draft) <= REACH]
    if draft.scope == "incident" and told:
        nearest = min(told, key=lambda d: _remoteness(d, draft))
        draft.places = nearest.places[:1]
        draft.inferred["where"] = source_of(nearest)
    elif country is not None:
        draft.places = [country]
        draft.inferred["where"] = "no place named: the country in which most of the report's places lie"


def _refine_place(draft: Draft, drafts: list[Draft]) -> None:
    """An incident said to be in a country takes the one finer place there that accounts of its event name."""
    own = draft.places[0].place
    words = draft.quotes[0].text.lower()
    wide = any(word in words for word in NATIONWIDE)
    if draft.scope != "incident" or own.precision != "country" or wide:
        return
    told = [d for d in _lenders(drafts, draft) if d.event == draft.event and d.places and "where" not in d.inferred]
    finer = {d.places[0].place.name: d for d in told if _lies_in(d.places[0].place, own)}
    if len(finer) == 1:
        (found,) = finer.values()
        draft.places = found.places[:1]
        draft.inferred["where"] = source_of(found)


def _lies_in(place: Place, country: Place) -> bool:
    return place.country == country.country and place.precision not in {"country", "region", "unknown"}


def _lenders(drafts: list[Draft], draft: Draft) -> list[Draft]:
    """The other accounts of what happened, of the same scope."""
    return [d for d in drafts if d is not draft and d.stance != "planned" and d.scope == draft.scope]


def _remoteness(told: Draft, draft: Draft) -> tuple[bool, bool, int]:
    """How far an account is from a draft: about something else, told later, sentences between."""
    first, second = ({t.lemma for t in d.targets if t.pos == "PROPN"} for d in (told, draft))
    one_thing = told.event == draft.event and bool(first & second)
    return (not one_thing, told.trigger.i > draft.trigger.i, apart(told, draft))
