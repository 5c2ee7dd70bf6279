"""From which events of a report the sentences behind do not go on.

Takes the drafts of a laid-out report, marks those told as what the news came after ("The attack came a week after
jihadists killed 23 in Dioura"): "the toll", "the attack" and a denial in the sentences behind mean the news. Marks as
well where a paragraph leaves what it told ("In a separate attack", "Elsewhere"): nothing before that is carried over.
"""

from collections.abc import Sequence

from aftermath.extract.clusters.apart import AFTER, FOLLOWING, REPRISAL, SPANS, is_grievance, openers
from aftermath.extract.clusters.cluster import VIOLENT
from aftermath.extract.context.lending import WEEK
from aftermath.extract.draft import Draft
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.model import Sentence, Token

KNOWN = frozenset({"the", "this", "that", "these", "both"})
LEAVING = frozenset({"separately", "elsewhere"})
OTHER = frozenset({"separate", "another", "different", "unrelated", "second", "third"})
AFFAIRS = frozenset("incident case event development occasion operation".split())
"""What a sentence names besides events when it turns to another one ("in a separate case")."""
OPENING = 5
"""Tokens within which a sentence says that it turns to another event."""
IT = frozenset({"it", "this", "that"})


def look_back(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Mark the drafts that are only told as what came before another, and where the paragraph turned to theirs."""
    turns = {i: _turns(scene, scene.parse.sentences[i]) for i in {d.trigger.sent.index for d in drafts}}
    for draft in drafts:
        sent = draft.trigger.sent
        before = (i for i in range(sent.index, -1, -1) if scene.parse.sentences[i].paragraph == sent.paragraph)
        draft.turn = next((i for i in before if turns.get(i)), 0)
        beside = [d for d in drafts if d is not draft and d.trigger.sent.index == draft.trigger.sent.index]
        draft.background = _is_behind(scene, draft, beside)
        draft.aside = any(_goes_back(d, draft) for d in drafts)


def _goes_back(news: Draft, draft: Draft) -> bool:
    """Whether a paragraph goes back from one event to another of more than a week before."""
    if news.trigger.i >= draft.trigger.i or news.trigger.sent.paragraph != draft.trigger.sent.paragraph:
        return False
    if not news.times or not draft.times or news.when_told or draft.when_told:
        return False
    later, earlier = news.times[0].time.start, draft.times[0].time.end
    return later is not None and earlier is not None and later - earlier > WEEK


def _turns(scene: Scene, sent: Sentence) -> bool:
    """Whether a sentence says at once that it tells of another event."""
    first = [*scene.parse.tokens(sent.start, min(sent.end, sent.start + OPENING))]
    if first[0].lower in LEAVING:
        return True
    if first[0].lower != "in":
        return False
    kinds = AFFAIRS, table("triggers")
    return any(t.lower in OTHER and any(t.head.lemma in known for known in kinds) for t in first[1:])


def _is_behind(scene: Scene, draft: Draft, beside: Sequence[Draft]) -> bool:
    word = draft.trigger
    if any(a.lemma == "avenge" for a in word.ancestors()) or (word.dep == "nmod" and word.head.lemma in REPRISAL):
        return bool(beside) and not draft.harm  # "in answer to the murder of five men"
    if is_grievance(word):
        return bool(beside)  # "shot dead three in protests over the death of a student"
    told = _as_time(word)
    if told is None:
        return _is_dated_aside(scene, word, beside)
    if _names_the_news(told.head) or (_long_before(told) and any(d.harm and d.event in VIOLENT for d in beside)):
        return True
    own = told.i == word.i or not told.dep.startswith("advcl")
    return own and not draft.harm and any(d.event in VIOLENT for d in beside)


def _as_time(word: Token) -> Token | None:
    """The top of the words that tell an event as what another came after: "after ...", "follows ..."."""
    for top in (word, *word.ancestors()):
        if top.is_root:
            return None
        if top.dep.startswith("advcl") and openers(top) & AFTER:
            return top
        if top.dep.startswith("obl") and preposition(top) in AFTER:
            return top
        if top.dep == "obj" and top.head.lemma in FOLLOWING:
            return top
    return None


def _names_the_news(verb: Token) -> bool:
    """Whether a verb only speaks of an event that was told before: "the attack came", "it was the deadliest"."""
    said = verb.lemma in {"come", *FOLLOWING} or verb.child("cop") is not None
    return said and any(s.lower in IT or _is_known_event(s) for s in subjects(verb))


def _is_known_event(noun: Token) -> bool:
    return any(c.lower in KNOWN for c in noun.children("det")) and noun.lemma in table("triggers")


def _long_before(clause: Token) -> bool:
    """Whether a clause tells how long before it was ("days after his predecessor was shot")."""
    marks = [c for c in clause.children("mark", "advmod", "case") if c.lower in AFTER]
    return any(m.i > 0 and clause.parse.lemmas[m.i - 1] in SPANS for m in marks)


def _is_dated_aside(scene: Scene, word: Token, beside: Sequence[Draft]) -> bool:
    """Whether a clause with a day of its own says of whom another event is ("the killers of a man shot a week ago")."""
    head = scene.parse[scene.clause[word.i]]
    if not head.dep.startswith("acl"):
        return False
    inside = head.subtree()
    dated = any(i in scene.times and scene.clause[i] == head.i for i in inside)
    others = (d for d in beside if d.event in VIOLENT and d.stance != "denied")
    return dated and any(d.trigger.i not in inside for d in others)
