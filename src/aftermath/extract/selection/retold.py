"""Blasts of which the report goes on to say that they were suicide bombings ("it was a suicide attack, police said").

Takes the accounts of a report, renames the account that such a sentence means. It makes no claims: who says so adds
nothing else.
"""

from collections.abc import Iterator, Sequence

from aftermath.extract.clusters.apart import is_negated
from aftermath.extract.clusters.by_parties import BLOWING
from aftermath.extract.draft import Draft
from aftermath.extract.grammar.arguments import is_nobody
from aftermath.extract.layout.scene import Scene
from aftermath.extract.speakers.stance import stance
from aftermath.model import Token

REACH = 6
"""Sentences from a blast to what it is called."""
BLASTS = frozenset("attack bombing blast explosion bombers bomber assault".split())
CALLED = BLASTS | {"operation", "mission", "strike"}
NAMED = frozenset("attack bombing blast explosion assault bomber attacker".split())
SELVES = frozenset({"themselves", "himself", "herself"})
WORK = frozenset({"work", "deed", "doing", "handiwork"})
DONE = frozenset({"cause", "carry", "set", "stage", "perpetrate", "commit", "conduct", "do"})
BOTH = frozenset({"it", "this", "that", "both", "they", "these", "all", "two"})
"""What stands for blasts told of before."""


def retell(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Rename blasts that are called suicide attacks further on."""
    for noun in _called(scene):
        before = [d for d in reversed(drafts) if 0 <= noun.sent.index - d.told_until <= REACH and d.trigger.i < noun.i]
        meant = next((d for d in before if d.event in {"explosion", "attack"} and d.stance == "asserted"), None)
        if meant is not None and _is_of_known(noun, meant, drafts):
            continue
        alike = [d for d in drafts if meant is not None and _is_of(d, meant)]
        for draft in alike:
            draft.event = "suicide_bombing"
            draft.why["event"] = f"{draft.why.get('event', '')}; called a suicide attack in another sentence"


def _called(scene: Scene) -> Iterator[Token]:
    """The words that say of what was told before that it was a suicide attack, or the deed of suicide bombers."""
    for i, lemma in enumerate(scene.parse.lemmas):
        if lemma not in {"suicide", *SELVES} or (lemma in SELVES and scene.parse[i].head.lemma not in BLOWING):
            continue
        if (named := _named(scene.parse[i])) is not None:
            yield named
            continue
        above = (t for t in (scene.parse[i], *scene.parse[i].ancestors()) if _says_of(t, calls=lemma == "suicide"))
        told = next(above, None)
        subject = None if told is None else told.child("nsubj", "nsubj:pass")
        if told is None or subject is None or is_nobody(subject) or _denied(told) or not _points_back(subject):
            continue
        if stance(told, scene.voices.at(told), scene.parse)[0] == "asserted":
            yield told


def _named(word: Token) -> Token | None:
    """The noun or verb that takes a blast told before for a suicide attack: "the suicide bombing", "the bomber blew
    himself up".
    """
    noun = word.head
    if word.lemma == "suicide":
        known = any(c.lower in {"the", "this", "both"} for c in noun.children("det", "det:predet"))
        return noun if word.dep == "compound" and noun.lemma in NAMED and known and not _is_counted(noun) else None
    doer = noun.child("nsubj")
    known = doer is not None and any(c.lower == "the" for c in doer.children("det"))
    return noun if known and doer is not None and doer.lemma in {"bomber", "attacker"} else None


def _is_counted(noun: Token) -> bool:
    """Whether a noun has a place, day or number of its own, and so is not what was told before."""
    return any(True for _ in noun.children("nmod", "nummod", "acl:relcl", "acl"))


def _is_of_known(noun: Token, meant: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a suicide bombing told nearer than the blast is what the words mean."""
    return any(d.event == "suicide_bombing" and meant.trigger.i < d.trigger.i < noun.i for d in drafts)


def _says_of(token: Token, *, calls: bool) -> bool:
    """Whether a word says of its subject what it was or whose deed: "was a suicide attack", "was the work of"."""
    if token.pos == "NOUN" and token.child("cop") is not None:
        return token.lemma in (CALLED if calls else WORK)
    return token.lemma in DONE and token.child("nsubj:pass") is not None


def _denied(noun: Token) -> bool:
    return is_negated(noun) or any(c.lower in {"not", "n't", "no"} for c in noun.children("advmod", "det"))


def _points_back(subject: Token) -> bool:
    """Whether a subject stands for blasts told before ("it", "both", "the explosions")."""
    definite = any(c.lower in {"the", "this", "both", "these"} for c in subject.children("det", "det:predet"))
    return subject.lower in BOTH or (subject.lemma in BLASTS and definite)


def _is_of(draft: Draft, meant: Draft) -> bool:
    """Whether an account is of the same blast: the same words, or what was said of it since."""
    if draft is meant:
        return True
    replied = bool(draft.inferred) and draft.event == meant.event and draft.trigger.i > meant.trigger.i
    return replied and [p.place.name for p in draft.places] == [p.place.name for p in meant.places]
