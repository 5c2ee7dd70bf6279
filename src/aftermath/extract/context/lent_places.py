"""The place of an account that names none or only a country: another account's, or the passage's.

Takes drafts, sets `places` and the reason in `inferred`. An incident takes the place told nearest
to it, an aggregate that of most accounts or the country in which most of the report's places lie.
"""

from collections import Counter
from collections.abc import Collection

from aftermath.extract.context.lending import (
    REACH,
    WEEK,
    answers,
    apart,
    at_hand,
    lenders,
    of_either,
    of_other_days,
    related,
    remoteness,
    source_of,
)
from aftermath.extract.context.lent_days import is_standing
from aftermath.extract.context.neighbours import told_by_locals
from aftermath.extract.context.own_land import Told, is_elsewhere, of_report, policed, report_land, told_by_doers
from aftermath.extract.context.scope import SPAN_DAYS
from aftermath.extract.draft import Draft, breaks_down, news, one_family, passed
from aftermath.extract.grammar.phrases import leading, outer, preposition
from aftermath.extract.layout.powers import is_power
from aftermath.extract.layout.scene import Scene
from aftermath.extract.layout.waters import is_water
from aftermath.extract.lexicon import table
from aftermath.extract.where_when.fineness import COARSE, distance_km, lies_in, rank
from aftermath.extract.where_when.journeys import (
    heals_there,
    is_destination,
    is_fired_from,
    is_goal,
    is_origin,
    is_reached,
)
from aftermath.extract.where_when.locating import is_reference, is_speakers, name_head, names_only
from aftermath.extract.where_when.meetings import is_meeting
from aftermath.extract.where_when.speaking import of_speaker
from aftermath.extract.where_when.unplaced import located
from aftermath.model import Place, PlaceMention, Token

LEAD = 1
LEAD_REACH = 3
"""Paragraphs of a lead, counted from 0, and sentences behind it in which it is told in full."""
THOUSANDS = 1000
"""Dead of a whole war, and of no place that was only named near by."""
MANY = 24
"""Strikes on a country of which more than one place is meant."""
TOPIC_LEAST = 2
WIDE = frozenset({"country", "region", "unknown"})
FAR_REACH = 15
"""Sentences over which a place is carried forward; measured on the cases, the reports and the gold's work part."""
CONTINENTAL_KM = 1000
"""The radius from which on a region is a part of a continent, and lent to no event ("its emir in south-east Asia")."""
NAMED_REACH = 4
ACROSS = 2
"""Sentences back to a place that no account tells as its own, in the paragraph and beyond it."""
UNBOUND = frozenset({"agreement", "escape", "abduction"})
"""Events that are hardly at the spot that the passage named last: what a truce covers, from where somebody got away."""
AREA_REACH = 1
"""Sentences back to the area of which a total is told."""
KIN_REACH = 3
"""Sentences over which one of another kind lends its place to another paragraph."""
SPOTS = frozenset({"part", "place", "location", "site"})
"""Nouns for spots beside those of kind."""
NATIONWIDE = ("across", "throughout", "around the country", "nationwide", "elsewhere")
"""Words that mean a whole country and no place in it."""


def lend_place(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """Give an account without a place that of the account it belongs to, else the last that the passage named."""
    if of_either(drafts, draft):
        return
    home = None if breaks_down(draft) else told_by_locals(scene, draft)
    if home is not None:
        draft.places = [home]
        draft.inferred["where"] = f"no place told with it: «{home.text}», where those who tell of it are"
        return
    if (own := told_by_doers(scene, draft)) is not None:
        _give(draft, own)
        return
    _lend(scene, draft, drafts)
    land = policed(scene, draft) or (None if draft.places else of_report(scene, draft))
    if land is not None:
        _give(draft, land)
        refine_place(scene, draft, drafts)


def _give(draft: Draft, told: Told) -> None:
    """Put an account where those who did it are at home."""
    draft.places = [told[0]]
    draft.inferred["where"] = f"no place told with it: «{told[0].text}», {told[1]}"


def _lend(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """Give an account the place told or named nearest to it, an aggregate that of most accounts or the country.

    What the report tells in its own voice and without any day is hardly of what stands beside it: of 54 such
    accounts in the open sets, the place of the account or name before was right for 9. It has the country at most.
    """
    great = any(h.kind == "killed" and (h.low or 0) >= THOUSANDS for h in draft.harm)
    wide = great or draft.scope == "campaign"
    short = (draft.scope == "incident" or _is_short(draft)) and not is_standing(draft)
    fixed = bool(draft.times or draft.speakers) or _points_back(draft)
    told = [] if great or not fixed else _near_by(scene, draft, drafts, short=short)
    nearest = min(told, key=lambda d: remoteness(d, draft)) if told else None
    named = _named_before(scene, draft, passed(drafts, draft))
    if (great or not fixed) and named is not None and named.span[0] < scene.parse.starts[draft.trigger.sent.start]:
        named = None  # of another sentence
    if short and nearest is not None and not _closer(scene, named, nearest, draft):
        draft.places = nearest.places[:1]
        draft.inferred["where"] = source_of(nearest)
    elif short and named is not None and (draft.event not in UNBOUND or rank(named) >= COARSE):
        draft.places = [named]
        draft.inferred["where"] = f"no place told with it: «{named.text}», named last before it"
    elif fixed and (topic := _topic(news(drafts, draft), draft)) is not None:
        draft.places = topic.places[:1]
        draft.inferred["where"] = f"the place that most of the report's accounts tell; {source_of(topic)}"
    elif wide and (area := _area_before(scene, draft)) is not None:
        draft.places = [area]
        draft.inferred["where"] = f"no place told with it: «{area.text}», named last before it"
    elif wide and (land := report_land(scene, draft)) is not None and not is_elsewhere(scene, draft, land):
        draft.places = [land]
        draft.inferred["where"] = "no place named: the country in which most of the report's places lie"


def _points_back(draft: Draft) -> bool:
    """Whether an account says that it is of what is told before: "burned a camp there", "his belt killed two"."""
    own = [c for t in draft.cluster.tokens for c in t.children("advmod", "nsubj")]
    return any(c.lower == "there" or any(p.pos == "PRON" for p in c.children("nmod:poss")) for c in own)


def _near_by(scene: Scene, draft: Draft, drafts: list[Draft], *, short: bool) -> list[Draft]:
    """The accounts whose place, no mere country or province, may be meant again."""
    told = [d for d in lenders(scene, drafts, draft, short=short) if d.places and not of_other_days(d, draft)]
    told = [d for d in told if "where" not in d.inferred or _may_pass_on(d, draft) or _of_neighbours(scene, d, draft)]
    before = next((d for d in reversed(drafts) if d.trigger.i < draft.trigger.i), None)
    told = [d for d in told if d.trigger.i < draft.trigger.i or before is None or not of_other_days(before, d)]
    told = [d for d in told if apart(d, draft) <= (FAR_REACH if d.trigger.i < draft.trigger.i else REACH)]
    told = [d for d in told if rank(d.places[0]) < COARSE]
    told = [d for d in told if at_hand(d, draft, KIN_REACH)]
    told = [d for d in told if d.places[0].place.lat is not None or _in_one_paragraph(d, draft) or related(d, draft)]
    return [d for d in told if d.trigger.i < draft.trigger.i or not (answers(draft) or _of_other_dead(d, draft))]


def _may_pass_on(told: Draft, draft: Draft) -> bool:
    """Whether an account may lend a place that was lent to it: to an answer, or to what is told next without a day."""
    if answers(draft) and one_family(told.event, draft.event):
        return True
    dated = draft.times and "when" not in draft.inferred
    return not dated and told.trigger.i < draft.trigger.i and apart(told, draft) <= 1


def _of_neighbours(scene: Scene, told: Draft, draft: Draft) -> bool:
    """Whether an account just before has the place of those who live there and tell of it."""
    beside = told.trigger.i < draft.trigger.i and apart(told, draft) <= KIN_REACH
    return beside and not draft.times and told_by_locals(scene, told) is not None


def _is_short(draft: Draft) -> bool:
    """Whether an aggregate tells of its own few days, or goes on without days and toll.

    "Two dozen raids between Friday and Sunday"; "the shelling went on".
    """
    time = draft.times[0].time if draft.times and "when" not in draft.inferred else None
    if not draft.times and not draft.harm and draft.cluster.frames:
        return True
    if (not draft.times or "when" in draft.inferred) and draft.stance == "denied":
        return True  # "had no hand in the violence" that is told before
    if time is None or time.start is None or time.end is None:
        return False
    return time.precision in {"day", "hour"} and (time.end - time.start).days <= SPAN_DAYS


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


def _named_before(scene: Scene, draft: Draft, past: Collection[tuple[int, int]]) -> PlaceMention | None:
    """The last place finer than a country that the passage names before an event, a speaker's own, no past event's."""
    at = draft.trigger.sent
    found = None
    for i, mention in scene.places.items():
        sent = scene.parse[i].sent
        reach = NAMED_REACH if sent.paragraph == at.paragraph else ACROSS
        near = 0 <= at.index - sent.index <= reach and sent.index >= draft.turn
        wide = mention.place.precision == "country" or (mention.place.radius_km or 0) > CONTINENTAL_KM
        if not near or i > at.end or mention.adjectival or wide or is_water(mention):
            continue
        if i in scene.actors or is_power(scene.parse, mention) or mention.span in past:
            continue
        token = name_head(scene, i)
        if is_reference(scene, mention) or is_origin(scene, token) or _is_taken_to(token):
            continue
        if is_fired_from(scene, draft.cluster, token):
            continue
        if names_only(scene, token) or is_reached(token) or is_meeting(draft.cluster, token):
            continue
        if mention.place.feature == "PPLC" and is_speakers(scene, token):
            continue  # a capital's spokesman speaks for the country
        if mention.place.precision == "unknown" and not located(scene, mention):
            continue
        if found is None or i > found[0]:
            found = (i, mention)
    return found[1] if found else None


def _area_before(scene: Scene, draft: Draft) -> PlaceMention | None:
    """For an aggregate: the area or country in which the passage said last, just before, that something was."""
    sent = draft.trigger.sent
    for i in range(draft.trigger.i - 1, -1, -1):
        at = scene.parse[i].sent
        if sent.index - at.index > AREA_REACH:
            return None
        mention = scene.places.get(i)
        if mention is None or rank(mention) < COARSE or mention.adjectival or i in scene.actors:
            continue
        if (mention.place.radius_km or 0) > CONTINENTAL_KM or mention.place.lat is None:
            continue
        token = name_head(scene, i)
        if preposition(leading(token)) not in {"in", "across", "throughout", "inside"} or is_reference(scene, mention):
            continue
        if is_speakers(scene, token) or is_goal(draft.cluster, token) or names_only(scene, token):
            continue
        return mention
    return None


def _is_taken_to(token: Token) -> bool:
    """Whether people were only brought there ("three officers were airlifted to Nairobi")."""
    verb = next((a for a in token.ancestors() if a.pos == "VERB"), None)
    taken = verb is not None and verb.child("nsubj:pass") is not None and is_destination(token)
    return taken or heals_there(token)


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
    if "hospital" in mention.text.lower() or names_only(scene, token) or is_destination(token):
        return True
    return is_speakers(scene, token) or of_speaker(scene, token, set())


def refine_place(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """An incident said to be in a country takes the one finer place there that accounts of its event name.

    A lead that tells of an area takes the first place in it that the sentences behind name.
    """
    own = draft.places[0]
    words = draft.quotes[0].text.lower()
    if draft.scope != "incident" or any(word in words for word in NATIONWIDE) or rank(own) < COARSE:
        return
    if _are_several(scene, own):
        return
    if (draft.count is not None and (draft.count.low or 0) > MANY) or _is_of_many(draft):
        return
    if (detail := _named_after(scene, draft)) is not None and not _is_of_another(draft, drafts, detail):
        draft.places = [detail]
        draft.inferred["where"] = f"«{own.text}» in the lead: «{detail.text}», where it is told in full"
        return
    if own.place.precision != "country":
        return
    told = [
        d for d in lenders(scene, drafts, draft) if d.event == draft.event and d.places and "where" not in d.inferred
    ]
    finer = {d.places[0].place.name: d for d in told if _lies_in(d.places[0].place, own.place)}
    if len(finer) == 1:
        (found,) = finer.values()
        draft.places = found.places[:1]
        draft.inferred["where"] = source_of(found)


def _are_several(scene: Scene, area: PlaceMention) -> bool:
    """Whether it was at several spots of an area ("bombs hit several towns in southern Hama", "in parts of Marib")."""
    at = next((i for i, m in scene.places.items() if m is area), None)
    if at is None:
        return False
    token = name_head(scene, at)
    token = token.head if token.dep == "compound" else token  # "parts of Marib province"
    spots = token.head if token.dep == "nmod" else token
    return "Number=Plur" in spots.feats and (spots.lemma in SPOTS or spots.lemma in table("place_nouns"))


def _is_of_many(draft: Draft) -> bool:
    """Whether an account tells of months, or by a plural noun without day or toll ("the repeated attacks on Chad")."""
    told = draft.times[0].time if draft.times and "when" not in draft.inferred else None
    if told is not None and told.start is not None and told.end is not None and told.end - told.start > WEEK:
        return True  # "98 were kidnapped in the first half of the year"
    plural = draft.trigger.pos == "NOUN" and "Number=Plur" in draft.trigger.feats
    return plural and not draft.harm and ("when" in draft.inferred or not draft.times)


def _of_other_dead(told: Draft, draft: Draft) -> bool:
    """Whether two accounts tell of harm, and of none in common: a later one of the two lends the other no place."""
    if told.harm and draft.harm:
        return not _one_toll(told, draft)
    return bool(draft.harm) and not one_family(told.event, draft.event)


def _is_of_another(draft: Draft, drafts: list[Draft], detail: PlaceMention) -> bool:
    """Whether another account, of another event, tells the place as its own; people are shot at where they march."""
    told = (d for d in drafts if d is not draft and detail in d.places and "where" not in d.inferred)
    told = (d for d in told if d.event != "protest" or d.harm or draft.event != "killing")
    return any(not one_family(d.event, draft.event) or (d.harm and not _one_toll(d, draft)) for d in told)


def _one_toll(told: Draft, draft: Draft) -> bool:
    """Whether two accounts have a toll in common."""
    return bool({(h.kind, h.low) for h in told.harm} & {(h.kind, h.low) for h in draft.harm})


def _named_after(scene: Scene, draft: Draft) -> PlaceMention | None:
    """For an incident in a report's lead, at one place: the first one within its area that the next sentences name."""
    own = draft.places[0].place
    if draft.trigger.sent.paragraph > LEAD or draft.trigger.sent.index >= LEAD_REACH:
        return None
    if not draft.harm or len(draft.places) > 1 or own.precision == "relative" or draft.event == "arrest":
        return None  # police arrest elsewhere than where the deed was
    for i, mention in sorted(scene.places.items()):
        token = scene.parse[i]
        behind = token.sent.index - draft.told_until <= LEAD_REACH and token.sent.index > draft.trigger.sent.index
        if not behind or mention.adjectival or i in scene.actors:
            continue
        if is_reference(scene, mention) or is_origin(scene, token) or _is_passing(scene, token, mention):
            continue
        if _looks_back(scene, token, draft):
            continue
        if rank(mention) >= COARSE or is_power(scene.parse, mention) or not preposition(outer(token)):
            continue
        unplaced = mention.place.precision == "unknown" and located(scene, mention)
        if unplaced or _within(mention, draft.places[0]):
            return mention
    return None


def _within(mention: PlaceMention, area: PlaceMention) -> bool:
    """Whether a place lies in an area: of its country, its province, or no further from its middle than its edge."""
    one, two = mention.place, area.place
    if one.country != two.country or two.precision == "country":
        return one.country == two.country
    near = two.radius_km is not None and distance_km(one, two) <= two.radius_km
    return lies_in(mention, area) or (near if two.radius_km else not two.admin)


def _looks_back(scene: Scene, token: Token, draft: Draft) -> bool:
    """Whether a sentence has a day of long before an account ("In June 1998 the group burned 80 students")."""
    day = draft.times[0].time.start if draft.times else None
    told = (scene.times[i].time.end for i in range(token.sent.start, token.sent.end) if i in scene.times)
    return day is not None and any(end is not None and day - end > WEEK for end in told)


def _lies_in(place: Place, country: Place) -> bool:
    return place.country == country.country and place.precision not in {"country", "region", "unknown"}
