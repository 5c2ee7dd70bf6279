"""The day of an account that tells none, or only when somebody spoke: another account's, or the passage's.

Takes drafts, sets `times` and the reason in `inferred`. An incident takes the day told nearest
before it, an aggregate the stretch of time told for its like.
"""

from aftermath.extract.clusters.cluster import VIOLENT
from aftermath.extract.context.lending import (
    WEEK,
    answers,
    apart,
    at_hand,
    elsewhere,
    lenders,
    related,
    remoteness,
    source_of,
)
from aftermath.extract.context.named_days import (
    ACROSS,
    DAY_REACH,
    LEAD,
    LEAD_REACH,
    LONG_DAYS,
    MONTH_REACH,
    STALE_DAYS,
    day_after,
    day_before,
    lies_back,
    month_before,
    only_time,
    stretch,
)
from aftermath.extract.context.scope import SPAN_DAYS, is_perfect
from aftermath.extract.draft import Draft, one_family, passed
from aftermath.extract.layout.scene import Scene
from aftermath.extract.where_when.fineness import closer_time, distance_km, lies_in
from aftermath.model import Time, TimeMention

NEAR_DAYS = frozenset({"hour", "day", "week"})
INTERVAL_REACH = 6
NEAR_KM = 10
"""How far a place in a town may lie from that town's own point."""
OF_OLD = ("in the past", "several times", "many times", "on several occasions", "repeatedly before")
"""What is said of deeds that lie about in the past."""
NAMED_REACH = 2
"""Sentences back to a day that no account tells as its own, and that yet goes before an account's further back."""


def lend_day(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """Give an account without a day that of the account it belongs to, else the last that the passage named."""
    if is_standing(draft) or _is_aside(scene, draft) or _is_unresolved(scene, draft):
        return
    lent = _lent(scene, draft, drafts)
    if lent is not None:
        draft.times = [lent[0]]
        draft.inferred["when"] = lent[1]


def _is_unresolved(scene: Scene, draft: Draft) -> bool:
    """Whether a day is told beside the event, and the report gives nothing to count it from ("on Friday")."""
    beside = (m for i, m in scene.times.items() if scene.same_clause(i, draft.trigger.i))
    return any(m.kind == "point" and m.time.start is None for m in beside)


def drop_doubtful_days(scene: Scene, drafts: list[Draft]) -> None:
    """Take days back that accounts were lent to be told from others by, and that are hardly their own."""
    for draft in drafts:
        if "when" not in draft.inferred or not draft.times or answers(draft):
            continue
        beside = any(_is_dated_beside(d, draft) for d in drafts)
        stands = _is_of_no_day(draft) and (draft.event == "displacement" or not beside)
        if stands or _is_remote(scene, draft.times[0], draft):
            draft.times = []
            del draft.inferred["when"]


def _lent(scene: Scene, draft: Draft, drafts: list[Draft]) -> tuple[TimeMention, str] | None:
    """The day that the report tells nearest to an account, and the words from which it comes."""
    told = [d for d in lenders(scene, drafts, draft) if d.times and "when" not in d.inferred and not d.when_told]
    told = [d for d in told if d.event in VIOLENT | {draft.event} and _lends_time(d, draft)]
    told = [d for d in told if d.trigger.i < draft.trigger.i or not _looks_back(d.times[0])]
    told = [d for d in told if not _is_long_past(scene, d, draft)]
    told = [d for d in told if not (is_perfect(draft) and lies_back(d.times[0], scene.published, STALE_DAYS))]
    told = [d for d in told if at_hand(d, draft, ACROSS)]
    named = day_before(scene, draft, passed(drafts, draft)) if draft.scope == "incident" else None
    nearest = min(told, key=lambda d: remoteness(d, draft), default=None)
    if (past := _background(scene, draft)) is not None:
        nearest = nearest if nearest is not None and nearest.trigger.i > past else None
        named = None
    if nearest is not None and (named is None or not _between(scene, nearest, named, draft)):
        return nearest.times[0], source_of(nearest)
    if named is not None:
        return named, f"no day told with it: «{named.text}», named last before it"
    if (detail := day_after(scene, draft, drafts)) is not None:
        return detail, f"no day told with it: «{detail.text}», where the lead is told in full"
    if (over := stretch(scene, draft, drafts)) is not None:
        return over, f"no time told with it: «{over.text}», over which the report tells"
    if (month := month_before(scene, draft)) is not None:
        return month, f"no time told with it: «{month.text}», over which the report tells"
    if (handed := _handed_on(draft, drafts)) is not None:
        return handed
    only = only_time(scene, draft, drafts)
    return None if only is None else (only, f"no time told with it: «{only.text}», over which the report tells")


def _looks_back(day: TimeMention) -> bool:
    """Whether a day is counted back from what was told before it ("A week earlier"), and so of nothing told there."""
    return bool({"earlier", "before", "previous"} & set(day.text.lower().split()))


def _handed_on(draft: Draft, drafts: list[Draft]) -> tuple[TimeMention, str] | None:
    """For an incident with harm: the day of the account told right before it, also where that was lent it."""
    told = max((d for d in drafts if d.trigger.i < draft.trigger.i), key=lambda d: d.trigger.i, default=None)
    if told is None or not told.times or told.event not in VIOLENT | {draft.event}:
        return None
    if draft.scope != "incident" or not draft.harm or draft.background:
        return None
    return (told.times[0], source_of(told)) if told.times[0].time.precision == "day" else None


def _is_of_no_day(draft: Draft) -> bool:
    """Whether an account is of what lasts or is only mentioned: flight, and what stands now without harm."""
    if draft.event == "displacement":
        return draft.times[0].kind == "point"
    verb = draft.trigger
    now = ("Tense=Pres" in verb.feats and verb.lower != verb.lemma) or (
        "VerbForm=Part" in verb.feats and not verb.is_root
    )
    return not draft.harm and verb.pos == "VERB" and now and verb.child("aux", "aux:pass") is None


def _is_dated_beside(told: Draft, draft: Draft) -> bool:
    """Whether another account of the sentence keeps the day that an account was lent."""
    if told is draft or told.trigger.sent.index != draft.trigger.sent.index or told.times[:1] != draft.times[:1]:
        return False
    return "when" not in told.inferred or not _is_of_no_day(told)


def _is_remote(scene: Scene, day: TimeMention, draft: Draft) -> bool:
    """Whether a day is of another paragraph and more than a week before the last that the report names."""
    at = draft.trigger
    i = next((i for i, m in scene.times.items() if m.span == day.span), None)
    away = i is not None and scene.parse[i].sent.paragraph != at.sent.paragraph
    return away and lies_back(day, scene.last_day, WEEK.days)


def _is_long_past(scene: Scene, told: Draft, draft: Draft) -> bool:
    """Whether an account of another paragraph, of years before the report, is only what somewhere is known for."""
    near = told.trigger.sent.paragraph == draft.trigger.sent.paragraph or related(told, draft)
    if near or (one_family(told.event, draft.event) and not lies_back(told.times[0], scene.last_day, LONG_DAYS)):
        return False  # the whole report is of that time
    return lies_back(told.times[0], scene.published, LONG_DAYS)


def _background(scene: Scene, draft: Draft) -> int | None:
    """Where the paragraph looked back, before an incident, to a month or a year: no day from before that is its own."""
    at = draft.trigger
    told = {
        i: m
        for i, m in scene.times.items()
        if m.kind == "point" and m.time.start and i < at.i and scene.parse[i].sent.paragraph == at.sent.paragraph
    }
    last = max((i for i in told if scene.parse[i].sent.index < at.sent.index), default=None)
    if draft.scope != "incident" or last is None or told[last].time.precision not in {"month", "year"}:
        return None
    return last


def _between(scene: Scene, told: Draft, named: TimeMention, draft: Draft) -> bool:
    """Whether a day was named between an account and the one that has none, right before this."""
    at = next(scene.parse[i].sent.index for i, m in scene.times.items() if m is named)
    return not related(told, draft) and told.told_until < at and draft.trigger.sent.index - at <= NAMED_REACH


def better_day(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """Give an account that tells only when somebody spoke the day that the report tells of its event nearby."""
    if (over := stretch(scene, draft, drafts)) is not None:
        draft.times = [over]
        draft.inferred["when"] = f"told only when it was said: «{over.text}», over which the report tells"
        return
    spoken = draft.times[0].time
    told = [d for d in drafts if d is not draft and d.times and not d.when_told and "when" not in d.inferred]
    told = [d for d in told if one_family(d.event, draft.event) and apart(d, draft) <= DAY_REACH]
    told = [
        d for d in told if d.times[0].time.precision in {"day", "hour"} and _shortly_before(d.times[0].time, spoken)
    ]
    told = [d for d in told if apart(d, draft) <= 1 or not elsewhere(d, draft)]
    if told:
        nearest = min(told, key=lambda d: remoteness(d, draft))
        draft.times = nearest.times[:1]
        draft.inferred["when"] = source_of(nearest)
    elif (detail := day_after(scene, draft, drafts)) is not None and _shortly_before(detail.time, spoken):
        draft.times = [detail]
        draft.inferred["when"] = f"told only when it was said: «{detail.text}», where the lead is told in full"


def closer_day(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """Give a lead that tells only the week of its event the day in it that the sentences behind name."""
    told, detail = draft.times[0], day_after(scene, draft, drafts)
    if detail is None or _is_remote(scene, detail, draft):
        return
    if told.time.precision == "week" and closer_time([told], [detail]) == [detail]:
        draft.times = [detail]
        draft.inferred["when"] = f"«{told.text}» in the lead: «{detail.text}», where it is told in full"


def _shortly_before(event: Time, spoken: Time) -> bool:
    """Whether days lie within a week before those of speaking."""
    if event.start is None or event.end is None or spoken.start is None or spoken.end is None:
        return False
    return event.end <= spoken.end and spoken.start - event.start <= WEEK


def _is_aside(scene: Scene, draft: Draft) -> bool:
    """Whether the event only tells of somebody in passing ("opponents who fled there")."""
    head = scene.parse[scene.clause[draft.trigger.i]]
    return head.dep == "acl:relcl" and not draft.harm


def is_standing(draft: Draft) -> bool:
    """Whether the words tell what goes on and not what happened on a day ("it is fighting armed groups")."""
    verb = draft.trigger
    if not draft.harm and any(words in draft.quotes[0].text.lower() for words in OF_OLD):
        return True
    if verb.pos != "VERB" or not verb.lower.endswith("ing"):
        return False
    auxiliaries = {c.lower for c in verb.children("aux")}
    if "been" in auxiliaries and auxiliaries & {"have", "has", "'ve", "’ve"} and not any(h.low for h in draft.harm):
        return True  # "gangs that have been killing civilians"
    if draft.harm:
        return False
    return verb.dep == "acl" or any(c.lower in {"is", "are", "'s", "’s", "'re", "’re"} for c in verb.children("aux"))


def _lends_time(told: Draft, draft: Draft) -> bool:
    """Whether an account's time may be carried: a day told near enough, or of the same event at the same place."""
    time = told.times[0].time
    if draft.scope == "campaign":
        return told.trigger.i < draft.trigger.i and _lends_interval(told, draft)
    if _tells_same(told, draft):
        return told.times[0].kind == "point"
    if told.trigger.i > draft.trigger.i:
        lead = draft.trigger.sent.paragraph <= LEAD and told.event == draft.event and apart(told, draft) <= LEAD_REACH
        return lead and time.precision in NEAR_DAYS and not elsewhere(told, draft)
    beside = told.trigger.sent.paragraph == draft.trigger.sent.paragraph and apart(told, draft) <= MONTH_REACH
    return (time.precision in NEAR_DAYS and apart(told, draft) <= DAY_REACH) or (time.precision == "month" and beside)


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
    near = told.trigger.i < draft.trigger.i and distance_km(one.place, two.place) <= NEAR_KM
    return one.place.name == two.place.name or near or lies_in(one, two) or lies_in(two, one)
