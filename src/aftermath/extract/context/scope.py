"""Incident or campaign: one event or day, or an aggregate over time or space.

No single cue settles it, so signs are weighed: each is a small question about a draft, and its
docstring is what an analyst is shown. The weights are of a logistic regression on the cases, the
reports and the gold's work part (544 accounts on 2026-11-26; 90 in 100 right on reports left out), but
those of a denied conduct, of what is repeated, of one victim and of the toll of one event or of all, which are too rare
to fit.
"""

from collections.abc import Callable

from aftermath.extract.draft import AVOWING, Draft
from aftermath.extract.events.figures import is_running
from aftermath.extract.grammar.mood import finite_past
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.speakers.attribution import CLAIMS
from aftermath.model import Token

TALK = frozenset(
    "war conflict fighting violence unrest uprising insurgency crackdown operation bloodshed offensive campaign".split()
)
"""Nouns of what goes on over days."""
LASTING = frozenset(
    "continue rage escalate intensify persist mount ongoing week-long month-long daily repeated continuing continued"
    " sustained constant frequent regular regularly frequently repeatedly often sporadic near-daily routinely"
    " constantly increasingly recent month-old year-old relentless weeks-long months-long".split()
)
HABITUALLY = frozenset(
    "often frequently regularly routinely repeatedly constantly usually sometimes always occasionally daily".split()
)
"""Adverbs of what is done again and again."""
LENGTHS = frozenset({"day", "week", "month", "year"})
SEVERAL = frozenset(
    "wave series spate string number dozen hundred thousand score spree round campaign offensive uprising war"
    " crackdown siege blockade operation unrest insurgency fighting conflict violence hostility occupation".split()
)
"""Nouns of which the event is one part."""
DEAD = frozenset({"dead", "wounded", "injured", "death", "victim", "casualty", "fatality"})
ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())
"""Words that make an event the last of so many."""
ASSAULTS = frozenset({"storm", "overrun", "ambush", "raid", "burst"})
"""Verbs of what is done in one go."""
SPAN_DAYS = 6
"""An interval longer than this is an aggregate's (the guide's multi-day operations)."""
HIGH = 200
"""A toll as high as this is seldom of one event."""
A_WHILE = ("since", "so far", "in recent", "over the past", "for years", "during")


def is_plural(draft: Draft) -> bool:
    """The event's noun is plural."""
    return _is_plural(draft.trigger)


def has_span(draft: Draft) -> bool:
    """Its time is a span of days."""
    return draft.when is not None and draft.when.kind in {"span", "duration"}


def has_day(draft: Draft) -> bool:
    """Its day is told."""
    days = _days(draft)
    return days is not None and days <= 1 and not draft.when_told


def has_weeks(draft: Draft) -> bool:
    """Its time is longer than a week."""
    days = _days(draft)
    return days is not None and days > SPAN_DAYS and not _within(draft)


def _within(draft: Draft) -> bool:
    """Whether the time is a month or year with one event in it ("in February last year troops shot him in a raid")."""
    when = draft.when
    one = any(c.lower in {"a", "an"} for t in draft.cluster.tokens for c in t.children("det"))
    one = one or (draft.trigger.pos == "VERB" and draft.trigger.lemma in ASSAULTS and finite_past(draft.trigger))
    return when is not None and when.kind == "point" and when.time.precision in {"month", "year"} and one


def is_lasting(draft: Draft) -> bool:
    """Words say that it goes on or recurs."""
    for token in draft.cluster.tokens:
        beside = list(token.children("amod", "advmod"))
        above = [] if token.is_root else [token.head, *token.head.children("advmod")]
        if any(LASTING & {w.lemma, w.lower} for w in (*beside, *above)):
            return True
    return False


def is_measured(draft: Draft) -> bool:
    """It is said how long it went on."""
    before = (c for t in draft.cluster.tokens for c in t.children("compound"))
    return any(c.lower in LENGTHS and c.child("nummod") is not None for c in before)


def is_under_way(draft: Draft) -> bool:
    """It is told as going on ("is fighting gangs", "planes bombing the north")."""
    verb = draft.trigger
    if verb.pos != "VERB" or not verb.lower.endswith("ing"):
        return False
    beside = verb.dep in {"acl", "amod"} and not draft.harm and verb.head.lemma not in CLAIMS
    return beside or bool(_aux(verb) & {"is", "are", "'s", "’s"})


def is_in_several(draft: Draft) -> bool:
    """It is one of a series."""
    token = draft.trigger
    of = token.head.lemma != "number" or preposition(token) == "of"  # "the number of dead in the bombing"
    return token.dep == "nmod" and token.head.lemma in SEVERAL and of


def is_nth(draft: Draft) -> bool:
    """It is counted as the last of several."""
    words = {c.lower for c in draft.trigger.children("amod", "nummod")}
    among = preposition(draft.trigger) == "in" and has_span(draft)  # "killed nine in the third raid this week"
    return (draft.trigger.child("cop") is not None or among) and bool(words & ORDINALS)


def is_perfect(draft: Draft) -> bool:
    """It is told as standing now ("have been killed")."""
    nouns = (t for t in draft.cluster.tokens if t.pos == "NOUN" and not (t.dep == "obj" and t.head.lemma in AVOWING))
    verbs = [*draft.cluster.tokens, *(t.head for t in nouns)]
    return any(_aux(t) & {"have", "has", "'ve", "’ve"} for t in verbs)


def is_high(draft: Draft) -> bool:
    """The toll is of hundreds."""
    return any((h.low or h.high or 0) >= HIGH for h in draft.harm)


def has_since(draft: Draft) -> bool:
    """A beginning, an end or a while is told."""
    text = f" {draft.quotes[0].text.lower()} "
    return any(f" {word} " in text for word in A_WHILE)


def has_one_place(draft: Draft) -> bool:
    """Its place is a town or a spot in it."""
    return bool(draft.places) and draft.places[0].place.precision not in {"country", "region"}


def is_once(draft: Draft) -> bool:
    """It is what happens once."""
    return draft.event in {"territory_taken", "escape", "agreement", "abduction", "arrest", "suicide_bombing"}


def has_harm(draft: Draft) -> bool:
    """Harm is told with it."""
    return bool(draft.harm)


def is_of_one(draft: Draft) -> bool:
    """One person came to harm in it."""
    return bool(draft.harm) and all(h.low == h.high == 1 for h in draft.harm)


def is_talk(draft: Draft) -> bool:
    """The noun is as often talked of as told."""
    return draft.trigger.pos in {"NOUN", "PROPN"} and draft.trigger.lemma in TALK


def is_protest(draft: Draft) -> bool:
    """It is a protest."""
    return draft.event == "protest"


def is_clash(draft: Draft) -> bool:
    """It is fighting."""
    return draft.event == "armed_clash"


def is_main(draft: Draft) -> bool:
    """It is the main verb of the sentence."""
    return draft.trigger.pos == "VERB" and draft.trigger.is_root


def is_toll_of_one(draft: Draft) -> bool:
    """It is what the toll of one event came to ("the number of dead in Saturday's bombing has risen to 276")."""
    nouns = (f.trigger for f in draft.cluster.frames if not f.is_verb and draft.cluster.tolls)
    single = (n for n in nouns if n.lower == n.lemma and n.lemma not in TALK | SEVERAL)
    return any(_is_figure_of(n) for n in single)


def _is_figure_of(noun: Token) -> bool:
    """Whether an event stands behind a figure for its dead ("the number of dead in the bombing", "the toll of it")."""
    above = noun.head
    while above.dep == "nmod" and above.lemma in DEAD:
        above = above.head
    counted = above.lemma in {"toll", "death"} or (above.lemma == "number" and preposition(noun) != "of")
    return noun.dep == "nmod" and counted


def is_toll_of_all(draft: Draft) -> bool:
    """Its figure is of a whole war or of all since a day."""
    return any(is_running(t.trigger) for t in draft.cluster.tolls)


def is_repeated(draft: Draft) -> bool:
    """It was done several times, on no one day."""
    if has_day(draft):
        return False
    beside = (c for t in draft.cluster.tokens for c in t.children("obl", "advmod", "obl:unmarked"))
    return any(c.lower == "times" and c.child("nummod", "amod") is not None for c in beside)


def is_habit(draft: Draft) -> bool:
    """It is told as what is done again and again ("routinely shoot at", "often attacks")."""
    verb = draft.trigger
    present = "Tense=Pres" in verb.feats and "VerbForm=Fin" in verb.feats
    years = any(c.lower in {"every", "each"} for t in verb.children("obl", "obl:unmarked") for c in t.children("det"))
    return present and (years or any(c.lower in HABITUALLY for c in verb.children("advmod")))


def is_taking_place(draft: Draft) -> bool:
    """It is told in the plural as going on ("beheadings are taking place")."""
    verb = draft.trigger.head
    going = verb.lower.endswith("ing") and bool(_aux(verb) & {"is", "are"})
    return draft.trigger.dep.startswith("nsubj") and _is_plural(draft.trigger) and going


def is_denied_conduct(draft: Draft) -> bool:
    """What is denied is what somebody is doing all along, and no one event."""
    return draft.stance == "denied" and draft.trigger.lower.endswith("ing") and bool(draft.trigger.child("aux"))


def _is_plural(token: Token) -> bool:
    return token.pos == "NOUN" and token.lower != token.lemma


def _days(draft: Draft) -> int | None:
    when = draft.when
    if when is None or when.time.start is None or when.time.end is None:
        return None
    return (when.time.end - when.time.start).days


def _aux(token: Token) -> set[str]:
    return {c.lower for c in token.children("aux", "aux:pass")}


BIAS = -1.2
SIGNS: tuple[tuple[Callable[[Draft], bool], float], ...] = (
    (is_plural, 0.9),
    (has_span, 1.4),
    (has_day, -1.1),
    (has_weeks, 1.5),
    (is_lasting, 1.2),
    (is_measured, 3.0),
    (is_under_way, 1.5),
    (is_in_several, 1.6),
    (is_nth, 3.0),
    (is_perfect, 1.8),
    (is_high, 2.1),
    (has_since, 0.7),
    (has_one_place, -0.7),
    (is_once, -0.9),
    (has_harm, -0.6),
    (is_of_one, -3.0),
    (is_talk, 1.7),
    (is_protest, 1.1),
    (is_clash, 1.2),
    (is_main, -0.7),
    (is_denied_conduct, 3.0),
    (is_repeated, 3.0),
    (is_habit, 3.0),
    (is_taking_place, 1.5),
    (is_toll_of_one, -3.0),
    (is_toll_of_all, 3.0),
)
"""What speaks for a campaign (above nought) and for an incident."""


def scope(draft: Draft) -> str:
    """The scope of a draft's event, by the signs that speak for an aggregate against those for one event."""
    found = [(sign, weight) for sign, weight in SIGNS if sign(draft)]
    taken = "campaign" if BIAS + sum(weight for _, weight in found) > 0 else "incident"
    backing = [sign for sign, weight in found if (weight > 0) == (taken == "campaign")]
    draft.why["scope"] = " ".join((sign.__doc__ or "").strip() for sign in backing) or "nothing speaks for a campaign"
    return taken
