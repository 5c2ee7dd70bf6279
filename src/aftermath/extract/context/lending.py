"""Which accounts of a report can lend what another leaves out, and how remote they are from it.

Takes drafts, gives those that may lend; what is lent is for `lent_days` and `lent_places` to say.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from aftermath.extract.clusters.cluster import VIOLENT
from aftermath.extract.draft import Draft, news, one_family, one_thing
from aftermath.extract.grammar.phrases import core
from aftermath.extract.layout.scene import Scene
from aftermath.extract.speakers.speech import JUDGING
from aftermath.model import Token

REACH = 6
"""Sentences over which a day or an event is carried; measured on the cases and the gold's work part."""
DISPUTED_REACH = 2
"""Sentences within which two parties' accounts are of one event."""
SAME_DAY = timedelta(0)
WEEK = timedelta(7)
SHOWN = 60
"""Characters of the words from which something is carried that the reason shows."""


def source_of(told: Draft) -> str:
    """The words from which something was carried, as a reason shows them."""
    return f"carried from «{told.quotes[0].text[:SHOWN]}»"


def apart(told: Draft, draft: Draft) -> int:
    """Sentences between two accounts."""
    return abs(draft.trigger.sent.index - told.trigger.sent.index)


def lenders(scene: Scene, drafts: list[Draft], draft: Draft, *, short: bool = False) -> list[Draft]:
    """The other accounts of what happened, of the same scope; for a denial none that is laid to another state.

    An aggregate of a few days (`short`) is lent to by incidents as well.
    """
    scopes = {draft.scope, "incident"} if short else {draft.scope}
    others = [d for d in news(drafts, draft) if d is not draft and d.stance != "planned" and d.scope in scopes]
    if draft.stance != "denied":
        return others
    return [d for d in others if not of_another_state(scene, d, draft)]


def related(told: Draft, draft: Draft) -> bool:
    """Whether an account speaks of the very thing that another says was struck."""
    return one_family(told.event, draft.event) and one_thing(told, draft)


def answers(draft: Draft) -> bool:
    """Whether somebody answers for an event that is told already: denies it, or lays it to others."""
    replies = any("doer" in f.row.cells for f in draft.cluster.frames)
    return replies or draft.stance == "denied" or (draft.voice is not None and draft.voice.effect in JUDGING)


def is_laid(told: Draft, accounts: Sequence[Draft]) -> bool:
    """Whether who did it is one party's word alone: somebody answers for the event, or lays it to others near by."""
    if answers(told):
        return True
    near = (d for d in accounts if one_family(d.event, told.event) and apart(d, told) <= DISPUTED_REACH)
    doers, by = {t.lemma for t in told.attackers}, _words(told.speakers, told)
    others = (d for d in near if d.attackers and d.speakers and not by & _words(d.speakers, d))
    return bool(by) and any(not doers & {t.lemma for t in d.attackers} for d in others)


def of_others(a: Draft, b: Draft) -> bool:
    """Whether each of two accounts says who did it, and nobody is common to them."""
    one, other = ({_root(t) for t in d.attackers} for d in (a, b))
    return bool(one and other) and not one & other


def _root(party: Token) -> str:
    """What a party is called by; a nation and its land begin alike ("Russia", "the Russian invasion")."""
    return party.lower[:4] if party.name_kind in {"NORP", "LOCATION"} else party.lemma


def of_either(accounts: Sequence[Draft], draft: Draft) -> bool:
    """Whether a bare toll may be of either of two deeds, at two places, that the sentence before told without harm."""
    if draft.cluster.frames or not draft.harm:
        return False
    before = [d for d in accounts if d.trigger.sent.index == draft.trigger.sent.index - 1 and d.event in VIOLENT]
    at = {d.places[0].place.name for d in before if d.places and not d.harm and "where" not in d.inferred}
    return len(at) > 1 and not any(d.harm for d in before)


def _words(tokens: Iterable[int], draft: Draft) -> set[str]:
    return {draft.trigger.parse[i].lower for i in tokens}


def at_hand(told: Draft, draft: Draft, reach: int) -> bool:
    """Whether an account is of the same kind or thing, or stands in the paragraph or so many sentences off."""
    beside = told.trigger.sent.paragraph == draft.trigger.sent.paragraph or apart(told, draft) <= reach
    return beside or one_family(told.event, draft.event) or related(told, draft)


def remoteness(told: Draft, draft: Draft) -> tuple[float, ...]:
    """How far an account is from a draft: about another thing, told later, not beside it, of another kind, how far."""
    steps = apart(told, draft)
    away = told.trigger.sent.paragraph != draft.trigger.sent.paragraph
    return (
        not related(told, draft),
        told.trigger.i > draft.trigger.i,
        steps > 1,
        away,
        told.event != draft.event,
        steps,
    )


def elsewhere(told: Draft, draft: Draft) -> bool:
    """Whether two accounts name different places."""
    return bool(draft.places and told.places) and draft.places[0].place.name != told.places[0].place.name


def of_other_days(told: Draft, draft: Draft) -> bool:
    """Whether two accounts have days of their own, more than a week apart; any other where the lender is told later."""
    if not told.times or not draft.times or "when" in told.inferred or "when" in draft.inferred:
        return False
    one, two = told.times[0].time, draft.times[0].time
    if one.start is None or two.start is None or one.end is None or two.end is None:
        return False
    lag = max(one.start, two.start) - min(one.end, two.end)
    return lag > (WEEK if told.trigger.i < draft.trigger.i else SAME_DAY)


def of_another_state(scene: Scene, told: Draft, draft: Draft) -> bool:
    """Whether both accounts name the states of their attackers, and none is common to them."""
    one, two = _states(scene, told.attackers), _states(scene, draft.attackers)
    return bool(one and two) and not one & two


def _states(scene: Scene, parties: list[Token]) -> set[str]:
    spans = [core(t) for t in parties]
    return {scene.places[i].place.country for a, b in spans for i in range(a, b) if i in scene.places} - {""}
