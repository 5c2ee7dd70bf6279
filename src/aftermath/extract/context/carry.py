"""What an account leaves out and the passage gives: place, day, harm of the event it is about.

Everything that is carried is named in the draft's `inferred` with the words it comes from.
"""

from aftermath.extract.clusters.apart import is_grievance
from aftermath.extract.context.lending import REACH, apart, elsewhere, of_another_state, source_of
from aftermath.extract.context.lent_days import better_day, closer_day, lend_day
from aftermath.extract.context.lent_places import lend_place, refine_place
from aftermath.extract.context.named_country import name_country
from aftermath.extract.context.own_land import keep_home
from aftermath.extract.draft import GROUND, Draft, news, one_family, one_thing
from aftermath.extract.layout.scene import Scene
from aftermath.extract.where_when.onset import done_by_it, ever_since, since_then

ANYBODY = frozenset(
    "civilian people person anyone anybody infrastructure area object target population it they".split()
)
"""Whom a denial may name without telling its event from others."""


def carry(scene: Scene, drafts: list[Draft]) -> None:
    """Give drafts without place, day or harm those of the accounts they belong to.

    An incident takes place and day from the incident told nearest before; an aggregate takes the
    country in which most of the report's places lie and the interval of the aggregate told before.
    """
    for n, draft in enumerate(drafts):
        _carry_harm(scene, draft, drafts[:n])
        if (lasted := ever_since(scene, draft)) is not None and _may_last(draft):
            draft.times = [lasted]
            draft.inferred["when"] = f"what began then has lasted: «{lasted.text}», up to the report's day"
            _lay_to_war(draft)
        elif not draft.times and (since := since_then(scene, draft)) is not None:
            draft.times = [since]
            draft.scope = "campaign"
            draft.inferred["when"] = f"counted from what the report dates elsewhere: «{since.text}», up to its day"
        elif not draft.times:
            if not is_grievance(draft.trigger):
                lend_day(scene, draft, drafts)
        elif draft.when_told:
            better_day(scene, draft, drafts)
        else:
            closer_day(scene, draft, drafts)
        if not draft.places:
            lend_place(scene, draft, drafts)
        elif not keep_home(scene, draft):
            refine_place(scene, draft, drafts)
    for draft in drafts:
        name_country(scene, draft)


def _lay_to_war(draft: Draft) -> None:
    """Lay to nobody what "it", the war that began, has done."""
    if done_by_it(draft):
        draft.attackers = []
        draft.event = "armed_clash" if draft.event == "killing" else draft.event
        draft.why["attackers"] = "the war itself has done it"


def _may_last(draft: Draft) -> bool:
    """Whether an account has no stretch of time of its own."""
    return not draft.times or draft.when_told or draft.times[0].kind == "point"


def _of_others(told: Draft, draft: Draft) -> bool:
    """Whether a denial names whom it is about, and the event told before struck others ("denied that refugees")."""
    named = {t.lemma for t in draft.targets} - ANYBODY - GROUND
    struck = {t.lemma for d in (told, *told.repeats) for t in d.targets}
    struck |= {toll.victim.lemma for toll in told.cluster.tolls if toll.victim is not None}
    return draft.stance == "denied" and bool(named) and bool(struck) and not named & struck


def _of_several(draft: Draft) -> bool:
    """Whether an account is of several events that it does not point back to ("was accused of massacres")."""
    noun = draft.trigger
    return noun.pos == "NOUN" and noun.lower != noun.lemma and noun.child("det", "nmod:poss") is None


def _carry_harm(scene: Scene, draft: Draft, before: list[Draft]) -> None:
    """A denial or accusation that names no harm is of the event told before, with its harm and targets.

    It is not of an event that is laid to another state's forces (they are not who answers here), nor of one
    that struck others than it names; "massacres" of which somebody is accused are none of one event.
    """
    accuses = draft.voice is not None and draft.voice.effect in {"accuse", "blame", "deny"}
    if draft.harm or draft.scope == "campaign" or not (draft.stance == "denied" or accuses):
        return
    near = (d for d in news(before, draft) if apart(d, draft) <= REACH and d.stance != "denied" and d.harm)
    kin = [d for d in near if one_family(d.event, draft.event) and not elsewhere(d, draft)]
    kin = [d for d in kin if draft.stance == "denied" or not (d.scope == "campaign" or _of_several(draft))]
    kin = [d for d in kin if not of_another_state(scene, d, draft) and not _of_others(d, draft)]
    told = max(kin, key=lambda d: (one_thing(d, draft), d.trigger.i), default=None)
    if told is not None:
        draft.harm = list(told.harm)
        draft.targets = draft.targets or told.targets
        draft.inferred["harm"] = source_of(told)
