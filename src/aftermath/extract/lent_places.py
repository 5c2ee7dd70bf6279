"""The place of an account that names none or only a country: another account's, or the passage's.

Takes drafts, sets `places` and the reason in `inferred`. An incident takes the place told nearest
to it, an aggregate that of most accounts or the country in which most of the report's places lie.
"""

from collections import Counter

from aftermath.extract.draft import Draft, one_family
from aftermath.extract.fineness import COARSE, rank
from aftermath.extract.lending import REACH, answers, apart, lenders, of_other_days, related, remoteness, source_of
from aftermath.extract.locating import is_destination, is_make, is_origin, is_reference, is_speakers, located
from aftermath.extract.powers import is_power
from aftermath.extract.scene import Scene
from aftermath.extract.speaking import of_speaker
from aftermath.model import Place, PlaceMention, Token

TOPIC_LEAST = 2
WIDE = frozenset({"country", "region", "unknown"})
FAR_REACH = 15
"""Sentences over which a place is carried forward; measured on the cases, the reports and the gold's work part."""
NAMED_REACH = 4
"""Sentences back to a place that no account tells as its own."""
NATIONWIDE = ("across", "throughout", "around the country", "nationwide", "elsewhere")
"""Words that mean a whole country and no place in it."""


def lend_place(scene: Scene, draft: Draft, drafts: list[Draft], country: PlaceMention | None) -> None:
    """Give an account without a place that of the account it belongs to, else the last that the passage named."""
    told = [d for d in lenders(scene, drafts, draft) if d.places and not of_other_days(d, draft)]
    told = [d for d in told if "where" not in d.inferred or (answers(draft) and one_family(d.event, draft.event))]
    told = [d for d in told if apart(d, draft) <= (FAR_REACH if d.trigger.i < draft.trigger.i else REACH)]
    told = [d for d in told if _is_sure(d.places[0]) or _in_one_paragraph(d, draft) or related(d, draft)]
    nearest = min(told, key=lambda d: remoteness(d, draft)) if told else None
    named = _named_before(scene, draft)
    if draft.scope == "incident" and nearest is not None and not _closer(scene, named, nearest, draft):
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


def _is_sure(place: PlaceMention) -> bool:
    """Whether a place is on the map and not too wide to be lent from afar."""
    return place.place.lat is not None and place.place.precision != "region"


def _in_one_paragraph(told: Draft, draft: Draft) -> bool:
    return told.trigger.sent.paragraph == draft.trigger.sent.paragraph


def _topic(drafts: list[Draft], draft: Draft) -> Draft | None:
    """For an aggregate of events: an account of the place at which most accounts with a place of their own are."""
    if not draft.cluster.frames or draft.stance == "planned":
        return None
    told = [d for d in drafts if d is not draft and d.places and "where" not in d.inferred]
    told = [d for d in told if one_family(d.event, draft.event) and not of_other_days(d, draft)]
    names = Counter(d.places[0].place.name for d in told if d.places[0].place.precision not in WIDE)
    if not names:
        return None
    name, count = names.most_common(1)[0]
    if count < TOPIC_LEAST or count * 2 <= len(told):
        return None
    return next(d for d in told if d.places[0].place.name == name)


def _named_before(scene: Scene, draft: Draft) -> PlaceMention | None:
    """The last place finer than a country that the passage names before an event, a speaker's own included."""
    at = draft.trigger.sent
    found = None
    for i, mention in scene.places.items():
        sent = scene.parse[i].sent
        near = 0 <= at.index - sent.index <= NAMED_REACH
        if not near or i > at.end or mention.adjectival or mention.place.precision == "country":
            continue
        if i in scene.actors or is_power(scene.parse, mention):
            continue
        if is_reference(scene, mention) or is_origin(scene, scene.parse[i]):
            continue
        if mention.place.precision == "unknown" and not located(scene, mention):
            continue
        if found is None or i > found[0]:
            found = (i, mention)
    return found[1] if found else None


def _closer(scene: Scene, named: PlaceMention | None, told: Draft, draft: Draft) -> bool:
    """Whether a place was named after the nearest account that has one, right before this."""
    if named is None:
        return False
    if told.trigger.i > draft.trigger.i:
        return True
    if related(told, draft) or draft.stance == "denied" or (draft.voice is not None and draft.voice.effect != "say"):
        return False  # who answers speaks of what is told already
    token = scene.parse[max(i for i, m in scene.places.items() if m is named and i <= draft.trigger.sent.end)]
    if told.told_until >= token.sent.index or named.place.country != told.places[0].place.country:
        return False
    return rank(named) < COARSE and not _is_passing(scene, token, named)


def _is_passing(scene: Scene, token: Token, mention: PlaceMention) -> bool:
    """Whether a place is one of speakers, of a journey or of the wounded, or no place at all."""
    if "hospital" in mention.text.lower() or is_make(scene, token) or is_destination(token):
        return True
    return is_speakers(scene, token) or of_speaker(scene, token, set())


def refine_place(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """An incident said to be in a country takes the one finer place there that accounts of its event name."""
    own = draft.places[0].place
    words = draft.quotes[0].text.lower()
    wide = any(word in words for word in NATIONWIDE)
    if draft.scope != "incident" or own.precision != "country" or wide:
        return
    told = [
        d for d in lenders(scene, drafts, draft) if d.event == draft.event and d.places and "where" not in d.inferred
    ]
    finer = {d.places[0].place.name: d for d in told if _lies_in(d.places[0].place, own)}
    if len(finer) == 1:
        (found,) = finer.values()
        draft.places = found.places[:1]
        draft.inferred["where"] = source_of(found)


def _lies_in(place: Place, country: Place) -> bool:
    return place.country == country.country and place.precision not in {"country", "region", "unknown"}
