"""Who is said to have done it: a visible tuple of rules, each over one cluster and its voice.

The rules are in `event_doers` (by the event's own words), `harm_doers` (by arms and harm),
`sides` (who fights whom) and `charges` (by blame and avowal). The docstring of a rule is the
reason that `aftermath explain` gives for what it found.
"""

from collections.abc import Callable, Iterable

from aftermath.extract.actors.charges import (
    accused,
    blaming,
    claiming,
    convicted,
    denying,
    each_other,
    facing,
    fighting,
    guilty,
    tried,
)
from aftermath.extract.actors.event_doers import (
    acting,
    bombing,
    falling,
    genitive,
    helping,
    loosely_by,
    modifying,
    staging,
)
from aftermath.extract.actors.harm_doers import (
    answering,
    cracking_down,
    firing,
    handling,
    harming,
    operating,
    owning,
    sending,
)
from aftermath.extract.actors.parties import HARMLESS, distinct, mutual, resolved, speaks_behind, spoken_for
from aftermath.extract.actors.sides import beaten, between, fallen, feuding, fighting_where, pitting
from aftermath.extract.clusters.cluster import SHOOTING, Cluster
from aftermath.extract.grammar.arguments import is_nobody
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import AGENCIES, conjuncts, members, preposition
from aftermath.extract.layout.dateline import in_dateline
from aftermath.extract.layout.scene import Scene
from aftermath.extract.speakers.speech import Voice
from aftermath.model import Token

Rule = Callable[[Scene, Cluster, Voice | None], Iterable[Token]]

RULES: tuple[Rule, ...] = (
    acting,
    falling,
    bombing,
    modifying,
    genitive,
    helping,
    staging,
    firing,
    answering,
    sending,
    between,
    pitting,
    feuding,
    beaten,
    fighting_where,
    fallen,
    owning,
    harming,
    handling,
    operating,
    cracking_down,
    guilty,
    fighting,
    facing,
    claiming,
    convicted,
    tried,
    accused,
    each_other,
    blaming,
)
LAST: tuple[Rule, ...] = (loosely_by, denying)
"""Rules that are asked only where the others find nobody."""


AVOWED: tuple[Rule, ...] = (claiming, denying, guilty, each_other, fighting)
"""Rules in which a speaker is charged with what he speaks of."""


BOMBING = frozenset({"woman", "girl", "child", "mother", "wife"})
"""People otherwise harmless who have blown themselves up."""
CLEARING = frozenset({"acquit", "exonerate", "absolve", "clear", "exculpate"})
"""What is done with people who did not do what they were charged with."""
NAMING = frozenset({"flat", "appos", "nmod:desc"})
"""How a name hangs on the title that stands before it."""


def _speaks(token: Token, voice: Voice | None, cluster: Cluster) -> bool:
    """Whether the token is the speaker, as subject of the verb in whose content the event is told."""
    if speaks_behind(token, voice):
        return True
    while token.dep in NAMING and not token.is_root:
        token = token.head
    if voice is None or token.pos == "PRON" or token.dep != "nsubj" or token.head.i != voice.verb:
        return False
    if any(_is_own_deed(t, voice) for t in cluster.tokens):
        return False
    return not any(a.i == token.i for a in cluster.trigger.ancestors())


def _is_own_deed(token: Token, voice: Voice) -> bool:
    """Whether a speaker tells of what he did himself: "the IRA admitted killing a driver", "claimed to have killed"."""
    perfect = any(c.lemma == "have" for c in token.children("aux")) and not is_passive(token)
    own = token.dep == "xcomp" and (token.lower.endswith("ing") or perfect) and token.child("obj") is not None
    return own and token.head.i == voice.verb


def _not_excluded(token: Token) -> Token | None:
    """Who did it where the words set somebody else apart ("it was the rebels, not its troops, who shelled it")."""
    if not any(c.lower == "not" and c.i < token.i for c in token.children("advmod", "cc")):
        return token
    return token.head if token.dep == "conj" and not token.is_root else None


def _is_harmless(cluster: Cluster, token: Token) -> bool:
    events = {f.event for f in cluster.frames}
    bombs = "suicide_bombing" in events and token.lemma in BOMBING
    return token.lemma in HARMLESS and not bombs and "protest" not in events


def _is_cleared(cluster: Cluster, token: Token) -> bool:
    """Whether somebody was found not to have done it ("was acquitted of killing them", "cleared him of the murder")."""
    verbs = [a for t in cluster.tokens for a in t.ancestors() if a.lemma in CLEARING]
    judged = (v for v in verbs if v.lemma != "clear" or any(preposition(c) == "of" for c in v.children("obl", "advcl")))
    whom = {"nsubj:pass", "obj", "iobj"}
    return any(token.head.i == verb.i and token.dep in whom for verb in judged)


def _is_asked_for(token: Token) -> bool:
    """Whether it is only asked who it was ("it is unclear which side fired the shell")."""
    return any(c.lower in {"which", "what", "whose"} for c in token.children("det", "nmod:poss"))


def _is_listed(scene: Scene, token: Token) -> bool:
    """Whether somebody is named as one of the victims ("killed by air strikes, incl 58 children")."""
    before = token.parse.tokens(max(token.sent.start, token.i - 3), token.i)
    return not scene.is_side(token) and any(t.lower in {"incl", "incl.", "including"} for t in before)


def _shot_dead(cluster: Cluster) -> set[int]:
    """Those whom somebody killed, and who had not shot themselves ("shot dead a man who tried to stab them")."""
    dead = {t.victim.i for t in cluster.tolls if t.kind == "killed" and t.role == "object" and t.victim is not None}
    shooting = (t for f in cluster.frames if f.trigger.lemma in SHOOTING for t in f.args.doers)
    return dead - {t.i for t in shooting}


def attackers(scene: Scene, cluster: Cluster, voice: Voice | None) -> tuple[list[Token], str]:
    """Head tokens of who is said to have done it, in order, and the reasons."""
    leaving = cluster.event == "territory_taken"  # who gave a place up is its doer (the guide's *Withdrawal*)
    harmed = [t for t in cluster.tolls if t.role in {"subject", "self"} and not (leaving and t.kind == "displaced")]
    victims = {c.i for t in harmed if t.victim is not None for c in conjuncts(t.victim)} | _shot_dead(cluster)
    for rules in (RULES, LAST):
        found: list[Token] = []
        reasons: list[str] = []
        for rule in rules:
            own = [t for t in rule(scene, cluster, voice) if rule in AVOWED or not _speaks(t, voice, cluster)]
            if not own:
                continue
            own = [t for t in map(_not_excluded, own) if t is not None]
            meant = [resolved(scene, t, voice, of_crowd=cluster.event == "protest") for t in own]
            if rule in AVOWED:
                meant = [None if t is None else spoken_for(scene, t) for t in meant]
            named = (n for t in meant if t is not None for n in members(t) if n.text not in AGENCIES)
            both = rule is fallen or (rule is acting and mutual(cluster))  # "two deserters died as they fought troops"
            if rule is fallen and len(found) > 1:
                continue  # "fighting between police and rebels left two officers and five rebels dead"
            others = (t for t in named if t.i not in victims or both)
            parties = [t for t in others if not (_is_harmless(cluster, t) or _is_asked_for(t) or _is_listed(scene, t))]
            parties = [t for t in parties if not _is_cleared(cluster, t)]
            parties = [t for t in parties if not (rule in AVOWED and is_nobody(t))]  # "no group claimed it"
            parties = [t for t in parties if not in_dateline(scene.parse.text, scene.parse.starts[t.i])]
            found += parties
            reasons += [rule.__doc__ or ""] if parties else []
        if found:
            return distinct(found), " ".join(reasons)
    return [], ""
