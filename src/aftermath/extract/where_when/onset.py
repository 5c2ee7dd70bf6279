"""The beginning of a stretch of time as the day of the event with which it begins.

"Since rebels took the town on Friday" is a stretch up to the report's day for what has gone on,
and Friday for the taking. "Since Wednesday, when police left their posts" is Wednesday for the leaving.
What a war has done since is told the other way round: "The war broke out on 15 April. It has killed 2,000".
"""

import re
from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from aftermath.extract.clusters.cluster import Cluster
from aftermath.extract.draft import Draft
from aftermath.extract.layout.scene import Scene
from aftermath.model import Time, TimeMention, Token

WHEN = (", when ", " when ", ", in which ")
LASTING = frozenset(
    "war conflict fighting violence insurgency uprising offensive revolt rebellion unrest crackdown siege campaign"
    " hostilities bombardment assault incursion invasion clashes protests operation struggle".split()
)
"""What lasts, and has by now done what is told of it."""
BEGAN = re.compile(
    rf"\b(?:{'|'.join(sorted(LASTING))})\b[^.;:]*"
    r"\b(?:began|started|erupted|broke out|resumed|flared(?: up)?|was launched)(?: again| anew)? $",
    re.IGNORECASE,
)
"""What stands before the time of its beginning; such a sentence need not have been parsed."""
COUPS = frozenset({"coup", "takeover", "putsch"})
TOPPLING = frozenset({"seize", "topple", "oust", "overthrow", "depose"})
"""Verbs of a coup."""
BEGINNING = frozenset("begin start erupt break launch resume stage declare hold follow".split())
"""Verbs beside which a time is that of a beginning."""
ONSETS = LASTING | COUPS | frozenset({"outbreak", "revolution", "truce", "ceasefire", "election", "vote"})
"""Nouns of what the report may date elsewhere, and count from."""
STARTS = frozenset({"start", "beginning", "outbreak", "launch", "onset"})
ONSET_REACH = 2
"""Sentences back to the beginning of what "it" has done."""


def begun(scene: Scene, cluster: Cluster, mention: TimeMention) -> TimeMention:
    """The mention, or its beginning where the event is what the stretch begins with."""
    time = mention.time
    if mention.kind != "span" or time.start is None or not _begins(scene, cluster, mention):
        return mention
    end = _end(time.start, time.precision)
    if time.end is not None and end > time.end:
        end = time.end
    why = f"the event is what the stretch begins with; {time.why}"
    return replace(mention, kind="point", time=replace(time, end=end, why=why))


def _begins(scene: Scene, cluster: Cluster, mention: TimeMention) -> bool:
    """Whether the event's word stands within the words of the stretch, or in the clause with "when" behind them."""
    start, end = mention.span
    at = cluster.trigger.span[0]
    if start <= at < end:
        return True
    return at > end and scene.parse.text[end : end + 10].startswith(WHEN) and _one_sentence(scene, cluster, mention)


def _one_sentence(scene: Scene, cluster: Cluster, mention: TimeMention) -> bool:
    return any(scene.parse[i].sent.index == cluster.trigger.sent.index for i, m in scene.times.items() if m is mention)


def _end(start: date, precision: str) -> date:
    """The last day of the unit that begins with a day."""
    step = {"year": relativedelta(years=1, days=-1), "month": relativedelta(months=1, days=-1)}
    end: date = start + step.get(precision, relativedelta())
    return end


def ever_since(scene: Scene, draft: Draft) -> TimeMention | None:
    """For the toll of what has lasted: the time of its beginning, drawn out to the report's day."""
    if draft.scope != "campaign" or not draft.cluster.tolls or scene.published is None:
        return None
    verb = _done(draft)
    if not any(c.lower in {"has", "have"} for c in verb.children("aux")):
        return None
    for i, mention in sorted(scene.times.items(), reverse=True):
        back = verb.sent.index - scene.parse[i].sent.index
        start = mention.time.start
        if not 0 <= back <= ONSET_REACH or mention.kind != "point" or start is None or start >= scene.published:
            continue
        opened = scene.parse.starts[scene.parse[i].sent.start]
        if BEGAN.search(scene.parse.text[opened : mention.span[0]]) and (not back or _goes_on(verb)):
            why = f"from its beginning to the report's day; {mention.time.why}"
            return replace(mention, kind="span", time=replace(mention.time, end=scene.published, why=why))
    return None


def done_by_it(draft: Draft) -> bool:
    """Whether the toll is of what "it" has done."""
    doer = _done(draft).child("nsubj")
    return doer is not None and doer.lower == "it"


def _done(draft: Draft) -> Token:
    """The verb of a toll that has the subject: the first of "has killed 9 and driven out 40"."""
    verb = draft.cluster.tolls[0].trigger
    return verb.head if verb.dep == "conj" and verb.child("nsubj") is None else verb


def _goes_on(verb: Token) -> bool:
    """Whether what has done it is "it", or something that lasts."""
    doer = verb.child("nsubj")
    return doer is not None and (doer.lower == "it" or doer.lower in LASTING)


def since_then(scene: Scene, draft: Draft) -> TimeMention | None:
    """For what was done "since the coup" or "since the war began": from the day on which the report has it, on."""
    noun = _since(draft.trigger)
    if noun is None or scene.published is None:
        return None
    told = {
        i: m
        for i, m in scene.times.items()
        if m.kind == "point" and m.time.start is not None and m.time.start < scene.published
        if _tells_of(scene.parse[i], noun)
    }
    if not told:
        return None
    first = told[min(told, key=lambda i: (_length(told[i].time), i))]
    if any(not _lies_within(first.time, m.time) for m in told.values()):
        return None  # of which of two, nobody says
    why = f"from its day to the report's; {first.time.why}"
    return replace(first, kind="span", time=replace(first.time, end=scene.published, why=why))


def _since(trigger: Token) -> Token | None:
    """The noun of what began, where an account's sentence counts from it and names no time of it."""
    for token in trigger.parse.tokens(trigger.sent.start, trigger.sent.end):
        if token.lower != "since" or token.dep not in {"case", "mark"}:
            continue
        noun = token.head if token.dep == "case" else token.head.child("nsubj", "nsubj:pass")
        if noun is not None and noun.lemma in STARTS:
            noun = next((c for c in noun.children("nmod") if c.lemma in ONSETS), noun)
        if noun is not None and noun.lemma in ONSETS:
            return noun
    return None


def _tells_of(time: Token, noun: Token) -> bool:
    """Whether a time is of what a noun names ("the coup of 2021"), of its beginning, or of those who seized power."""
    verb = next((t for t in time.ancestors() if t.pos == "VERB" or t.lemma == noun.lemma), None)
    if verb is None or verb.lemma == noun.lemma:
        return verb is not None
    named = any(t.lemma == noun.lemma for t in verb.children("nsubj", "nsubj:pass", "obj", "obl"))
    return (named and verb.lemma in BEGINNING | TOPPLING) or (noun.lemma in COUPS and verb.lemma in TOPPLING)


def _lies_within(one: Time, other: Time) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return other.start <= one.start and one.end <= other.end


def _length(time: Time) -> int:
    return (time.end - time.start).days if time.start is not None and time.end is not None else 0
