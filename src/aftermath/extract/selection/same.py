"""Whether two accounts of one report tell of the same event on the same word.

Takes two drafts, says yes or no: by one victim or total, by a headline and its lead, or by kind, place, day, toll and
speaker. What becomes of those that do is decided in `join`.
"""

from aftermath.extract.clusters.apart import is_grievance
from aftermath.extract.clusters.cluster import VIOLENT
from aftermath.extract.context.headings import in_headline
from aftermath.extract.context.lending import REACH, apart, of_others
from aftermath.extract.draft import Draft, did_it, lays_blame, one_family
from aftermath.extract.layout.scene import Scene
from aftermath.extract.selection.named_again import (
    DEMONSTRATIVE,
    conflict,
    figures,
    in_same_words,
    one_captive,
    one_of_several,
    one_total,
    one_victim,
    same_arm,
    vaguely_one,
)
from aftermath.extract.selection.repeats import bare

SHARED = 2
"""How many of place, day and toll two accounts must share to be of one event."""
LEAD = 3
"""Sentences in which what the headline tells is told in full."""


def same(scene: Scene, a: Draft, b: Draft) -> bool:
    """Whether two drafts of one report tell of the same event on the same word."""
    if in_headline(scene, a) and not in_headline(scene, b) and not a.repeats:
        return a.scope == b.scope and _headlined(a, b)
    if (
        in_same_words(a, b)
        or one_of_several(a, b)
        or _one_person(scene, a, b)
        or one_total(a, b)
        or _wrecked_beside(a, b)
        or _pointed_at(a, b)
    ):
        return True
    if is_grievance(a.trigger) or not _may_be_one(a, b):
        return False
    first, second = names(scene, a), names(scene, b)
    charged = a.voice is not None and a.voice.effect in {"blame", "accuse"} and first != second
    if charged and (b.harm or b.places) and not any(c.lower in DEMONSTRATIVE for c in b.trigger.children("det")):
        return False  # "Moscow blamed Ukrainian shelling. Two were hurt when shells fell on Kherson."
    if (did_it(b) or lays_blame(b)) and first != second:
        return False  # that they, or those they blame, did it is their word alone
    if (first != second and first and second) or a.trigger.sent.index == b.trigger.sent.index:
        return False
    told_anew = not any(c.lower == "the" for c in b.trigger.children("det"))  # unlike "The raids killed scores"
    told_by_others = bool(second) and first != second and bool(b.harm) and told_anew
    if a.event == b.event and (bare(b) or (bare(a) and b.cluster.frames and not told_by_others)):
        by_others = bool(second) and first != second
        others = (told_anew or by_others) and of_others(a, b)
        others = others or (told_anew and by_others and _struck_others(a, b))
        return not (_is_of_its_own(a, b) or others)
    if apart(a, b) > REACH:
        return False
    tolls = sum(n is not None for _, n in figures(a) & figures(b))  # "nine dead and four hurt" again is no chance
    tolls += vaguely_one(a, b)
    shared = bool(a.places and b.places) + bool(a.times and b.times) + min(tolls, SHARED)
    if first != second:
        return shared >= SHARED and (not b.harm or bool(figures(a) & figures(b)))
    near = apart(a, b) <= 2
    anaphor = near and any(c.lower in DEMONSTRATIVE for c in b.trigger.children("det"))
    return shared >= SHARED or (anaphor and not (b.places or b.times)) or (near and same_arm(a, b))


def _may_be_one(a: Draft, b: Draft) -> bool:
    """Whether kind, stance, scope, place, day and toll let two accounts be of one event."""
    told_alike = a.stance == b.stance and a.scope == b.scope and _hit(a) == _hit(b)
    return told_alike and one_family(a.event, b.event) and not conflict(a, b)


def _hit(draft: Draft) -> bool:
    """Whether the arms of an account came down, and were not stopped."""
    return not any(f.is_stopped for f in draft.cluster.frames)


def _one_person(scene: Scene, a: Draft, b: Draft) -> bool:
    """Whether one person was killed or taken in both, not on the words of two, and nobody is charged with it alone."""
    told = a.harm and b.harm and a.stance == b.stance == "asserted" and a.scope == b.scope
    if not told or not (one_victim(a, b) or one_captive(a, b)):
        return False
    first, second = names(scene, a), names(scene, b)
    return not (first and second and first != second) and not (lays_blame(b) or did_it(b))


def _pointed_at(told: Draft, draft: Draft) -> bool:
    """Whether several attacks told right before are pointed at, with nothing new but where ("one of these attacks")."""
    noun = draft.trigger
    these = noun.pos == "NOUN" and any(c.lower in {"these", "those"} for c in noun.children("det"))
    new = draft.harm or draft.times or draft.speakers or draft.attackers or told.trigger.lemma != noun.lemma
    return these and not new and told.stance == draft.stance == "asserted" and apart(told, draft) == 1


def _wrecked_beside(told: Draft, draft: Draft) -> bool:
    """Whether what was wrecked is told in one breath ("shops were looted and a bank was set on fire")."""
    beside = draft.trigger.dep == "conj" and draft.trigger.head.i == told.trigger.i
    return beside and told.event == draft.event == "destruction" and not conflict(told, draft)


def _struck_others(a: Draft, b: Draft) -> bool:
    """Whether each of two accounts says what was hit, and nothing is common to them ("a hospital", "insurgents")."""
    one, other = ({t.lemma for t in d.targets} for d in (a, b))
    return bool(one and other) and not one & other


def _is_of_its_own(a: Draft, b: Draft) -> bool:
    """Whether an event far off has both place and time where the other has neither: told in passing, and another."""
    settled = any(d.places and d.times for d in (a, b))
    return apart(a, b) > 1 and settled and any(not d.places and not d.times for d in (a, b))


def _headlined(head: Draft, draft: Draft) -> bool:
    """Whether a headline tells in short what the report tells next."""
    if apart(head, draft) > LEAD or head.stance == "denied" or draft.stance == "denied":
        return False
    kin = one_family(head.event, draft.event) or {head.event, draft.event} <= VIOLENT
    one, other = figures(head), figures(draft)
    return kin and (bool(one & other) or not (one and other))


def names(scene: Scene, draft: Draft) -> set[str]:
    """The speakers of an account, as words."""
    return {scene.parse[i].lower for i in draft.speakers}
