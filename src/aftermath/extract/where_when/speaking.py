"""Whether a time is only when somebody spoke or reacted, and no event's."""

from aftermath.extract.clusters.cluster import Cluster
from aftermath.extract.grammar.passive import is_marked_passive
from aftermath.extract.grammar.phrases import outer, preposition
from aftermath.extract.layout.dateline import is_report_date
from aftermath.extract.layout.scene import Scene
from aftermath.model import TimeMention, Token

# Without "case": a day of speaking with its own preposition ("said on Wednesday") stays as the farthest clue. It is
# worth keeping: 100 days right on the gold's work part with it, 95 without.
TIME_PARTS = frozenset("nmod compound flat nummod nmod:tmod nmod:unmarked amod".split())
LEARNT = frozenset("rise climb increase find discover recover raise confirm announce revise reach".split())
"""Verbs of what becomes known of an event later: bodies found, a toll that rises."""
REACTING = frozenset(
    "welcome condemn denounce deplore mourn celebrate commemorate discuss investigate probe criticise criticize".split()
)
"""Verbs of what people do about an event later: "the killing was welcomed on Monday"."""
COURTS = frozenset({"court", "tribunal", "judge", "jury", "prosecutor", "magistrate"})
TESTIFYING = frozenset({"tell", "testify", "say", "describe"})
RECORDING = frozenset("record document register verify count log tally confirm report".split())
"""Verbs of those who keep count of what happens over a time."""
OCCASION = frozenset("for over about against despite".split())
"""Prepositions that make an event the occasion of what the verb tells."""


def dated(scene: Scene, i: int, mention: TimeMention) -> bool:
    """Whether a time names a day that the passage is about: told, and not when somebody spoke or wrote."""
    time, token = mention.time, scene.parse[i]
    token = token.head if token.dep == "case" else token
    if time.start is None or mention.kind != "point" or time.precision not in {"day", "hour"} or time.start != time.end:
        return False
    if scene.published is not None and time.start > scene.published:
        return False  # the day of a rally that is yet to come
    verb = token.head  # "bodies were found on Saturday" is nobody's word
    spoken = token.dep.startswith(("obl", "advmod")) and scene.voices.is_speech(verb) and not is_marked_passive(verb)
    return not spoken and not is_report_date(scene.parse.text, mention.span[0]) and not of_speaker(scene, token, set())


def is_saying(scene: Scene, cluster: Cluster, token: Token) -> bool:
    """Whether the time is only when somebody spoke ("the ministry said on Monday")."""
    own = {t.i for t in cluster.tokens}
    head = token
    while head.dep in TIME_PARTS and not head.is_root and head.head.i not in own:
        head = head.head
    verb = head.head
    if (
        scene.voices.is_speech(verb)
        and not (_is_counted_from(head) or _is_recorded_over(scene, head))
        and head.dep.startswith(("obl", "advmod"))
        and verb.i not in own
    ):
        return True
    time = head.head if head.dep == "case" else head
    if not time.is_root and _is_testimony(scene, time.head):
        return True
    return of_speaker(scene, token, own) or _of_reaction(cluster, time, own)


def _is_testimony(scene: Scene, verb: Token) -> bool:
    """Whether something is said before a court, which sits long after the deed: "told the tribunal on Monday that"."""
    heard = (t for t in verb.children("obj", "iobj", "obl") if t.lemma in COURTS)
    return verb.lemma in TESTIFYING and scene.voices.is_speech(verb) and any(heard)


def when_told(scene: Scene, cluster: Cluster, mention: TimeMention) -> bool:
    """Whether a time is at least as much that of the telling: "a strike killed nine, officials said on Thursday".

    So is the day up to which somebody has counted ("as of 31 January").
    """
    if mention.text.lower().startswith("as of"):
        return True
    own = {t.i for t in cluster.tokens}
    for i in (i for i, m in scene.times.items() if m is mention):
        head = scene.parse[i]
        while head.dep in TIME_PARTS | {"case"} and not head.is_root and head.head.i not in own:
            head = head.head
        later = scene.voices.is_speech(head.head) or head.head.lemma in LEARNT
        over = _is_counted_from(head) or _is_recorded_over(scene, head)
        if later and not over and head.dep.startswith(("obl", "advmod")) and head.head.i not in own:
            return True
    return False


def _is_counted_from(time: Token) -> bool:
    """Whether what is told is counted from then, whenever it was said ("put their dead at 673 since September")."""
    return preposition(time) == "since"


def _is_recorded_over(scene: Scene, time: Token) -> bool:
    """Whether a stretch of time is that of what was recorded ("between 5 and 18 May the office recorded 41 raids")."""
    told = scene.times.get(time.i)
    if told is None or time.head.lemma not in RECORDING:
        return False
    days = told.time.precision == "day" and told.time.start != told.time.end  # "between 5 and 18 November"
    return told.kind == "span" or days


def of_speaker(scene: Scene, token: Token, own: set[int]) -> bool:
    """Whether the time is told of who speaks: "People arriving on Monday said"."""
    for word in (token, *token.ancestors()):
        if word.i in own or word.is_root:
            return False
        if word.dep.startswith("nsubj"):
            return scene.voices.is_speech(word.head) and word.head.i not in own
    return False


def _of_reaction(cluster: Cluster, time: Token, own: set[int]) -> bool:
    """Whether the time is of a verb to which the event is only the occasion: "punished last week for the attack"."""
    verb = time.head
    if verb.pos != "VERB" or verb.i in own or not time.dep.startswith(("obl", "advmod")):
        return False
    if verb.lemma == "claim" and time.i > cluster.trigger.i:
        return False  # "claimed the bombing of a church on Thursday"
    noun = outer(cluster.trigger)
    if verb.lemma in REACTING and noun.dep in {"nsubj:pass", "obj"} and noun.head.i == verb.i:
        return True
    while noun.dep in {"nmod", "compound"} and not noun.is_root and noun.head.pos in {"NOUN", "PROPN"}:
        if preposition(noun) in OCCASION:
            break
        noun = noun.head
    return noun.pos in {"NOUN", "PROPN"} and preposition(noun) in OCCASION
