"""The days that a passage names about an account which tells none: before it, behind a lead, or over the whole report.

Takes a laid-out report and its drafts, gives the words that name the day; whether it is lent is for `lent_days` to say.
"""

from collections import Counter
from collections.abc import Collection
from datetime import date

from aftermath.extract.clusters.cluster import VIOLENT
from aftermath.extract.context.lending import of_others
from aftermath.extract.context.scope import SPAN_DAYS, is_perfect
from aftermath.extract.draft import Draft
from aftermath.extract.layout.dateline import is_report_date
from aftermath.extract.layout.scene import Scene
from aftermath.extract.where_when.speaking import dated
from aftermath.model import Time, TimeMention

DAY_REACH = 8
"""Sentences back to a day of the paragraph, or to the stretch of time over which the passage tells."""
ACROSS = 4
"""Sentences back to a day that another paragraph names, or tells of another kind of event: a list's heading dates
its items."""
MONTH_REACH = 2
"""Sentences of a paragraph over which a month is carried."""
STALE_DAYS = 31
"""Days before a report from which on a day is not lent to what is told as standing now ("forces have also shelled")."""
LONG_DAYS = 365
"""Days before a report from which on a paragraph's day is not lent to another."""
LEAD = 1
LEAD_REACH = 3
"""Paragraphs of a lead, counted from 0, and sentences behind it in which it is told in full."""
SAME_SHARE = 0.7
"""Share of a report's mentions of times from which on one time is all that it tells."""


def day_before(scene: Scene, draft: Draft, past: Collection[tuple[int, int]]) -> TimeMention | None:
    """The last day that the passage names before an event, nobody's time of speaking and no past event's."""
    at = draft.trigger
    near = {
        i: m
        for i, m in scene.times.items()
        if 1 <= at.sent.index - scene.parse[i].sent.index <= DAY_REACH and dated(scene, i, m) and m.span not in past
        if scene.parse[i].sent.paragraph == at.sent.paragraph
        or (at.sent.index - scene.parse[i].sent.index <= ACROSS and not lies_back(m, scene.published, LONG_DAYS))
    }
    found = near[max(near)] if near else None
    stale = found is not None and is_perfect(draft) and lies_back(found, scene.published, STALE_DAYS)
    return None if stale else found


def month_before(scene: Scene, draft: Draft) -> TimeMention | None:
    """For an aggregate: the month or year that its paragraph named last in the two sentences before it."""
    at = draft.trigger.sent
    if draft.scope != "campaign":
        return None
    near = {
        i: m
        for i, m in scene.times.items()
        if scene.parse[i].sent.paragraph == at.paragraph
        and 1 <= at.index - scene.parse[i].sent.index <= MONTH_REACH
        and m.kind == "point"
        and m.time.start is not None
    }
    last = near[max(near)] if near else None
    return last if last is not None and last.time.precision in {"month", "year"} else None


def day_after(scene: Scene, draft: Draft, drafts: list[Draft]) -> TimeMention | None:
    """For an incident in a report's lead: the first day that the next sentences name for what they tell."""
    at = draft.trigger.sent
    if draft.scope != "incident" or at.paragraph > LEAD or not draft.harm:
        return None
    near = {
        i: m
        for i, m in scene.times.items()
        if 1 <= scene.parse[i].sent.index - draft.told_until <= LEAD_REACH and dated(scene, i, m)
    }
    near = {i: m for i, m in near.items() if not any(_is_others(d, m, draft) for d in drafts)}
    return near[min(near)] if near else None


def _is_others(told: Draft, day: TimeMention, draft: Draft) -> bool:
    """Whether a day is of another event, which somebody else did ("a drone killed ten. On Thursday a bomber...")."""
    if told.event == draft.event or not any(m is day for m in told.times):
        return False
    return of_others(told, draft)


def stretch(scene: Scene, draft: Draft, drafts: list[Draft]) -> TimeMention | None:
    """For an aggregate: the last stretch of more than a week, up to the report's day, that the passage tells.

    That of a siege is not the stretch of other deeds.
    """
    if draft.scope != "campaign" or not draft.harm or (draft.places and draft.places[0].place.precision != "country"):
        return None
    at = draft.trigger.sent
    others = [d.times[0].span for d in drafts if d.times and d.event == "siege" != draft.event]
    near = {
        i: m
        for i, m in scene.times.items()
        if 0 <= at.index - scene.parse[i].sent.index <= DAY_REACH
        and m.kind == "span"
        and _lasts(m.time)
        and m.span not in others
    }
    return near[max(near)] if near else None


def _lasts(time: Time) -> bool:
    return time.start is not None and time.end is not None and (time.end - time.start).days > SPAN_DAYS


def only_time(scene: Scene, draft: Draft, drafts: list[Draft]) -> TimeMention | None:
    """For an incident with harm or damage: the time of an account before, where a report tells hardly any other."""
    if draft.scope != "incident" or not (draft.harm or draft.targets) or is_perfect(draft):
        return None
    told = {m.span: m for m in scene.times.values() if _is_told(scene, m)}.values()
    often = Counter((m.time.start, m.time.end) for m in told).most_common(1)
    if not often or often[0][1] < SAME_SHARE * len(told):
        return None
    before = (d for d in drafts if d.trigger.i < draft.trigger.i and d.event in VIOLENT | {draft.event})
    own = (d.times[0] for d in before if d.times and "when" not in d.inferred and not d.when_told)
    only = next((m for m in own if (m.time.start, m.time.end) == often[0][0]), None)
    return None if only is None or lies_back(only, scene.published, LONG_DAYS) else only


def _is_told(scene: Scene, mention: TimeMention) -> bool:
    """Whether words have a time and are not the report's own date."""
    return mention.time.start is not None and not is_report_date(scene.parse.text, mention.span[0])


def lies_back(mention: TimeMention, day: date | None, days: int) -> bool:
    """Whether a time ended more than so many days before a day."""
    end = mention.time.end
    return day is not None and end is not None and (day - end).days > days
