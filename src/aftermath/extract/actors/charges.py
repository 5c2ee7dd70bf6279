"""Who is charged with an event or owns up to it: claimed, blamed, accused, or denying that it was they.

Each rule is over one cluster and its voice; the docstring is the reason that `aftermath explain` gives.
"""

from collections.abc import Iterator

from aftermath.extract.actors.harm_doers import killed_by
from aftermath.extract.actors.parties import VAGUE, both_sides, can_act, names_party
from aftermath.extract.clusters.cluster import Cluster
from aftermath.extract.grammar.arguments import CHARGES, CONFINEMENT
from aftermath.extract.grammar.charged import SHARE, charged_with
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import conjuncts, preposition
from aftermath.extract.grammar.subject import subjects
from aftermath.extract.layout.scene import Scene
from aftermath.extract.speakers.speech import Voice
from aftermath.model import Token

_FOR = frozenset({"for", "over"})
CONVICTED = {"convict": _FOR | {"of"}} | dict.fromkeys(("sentence", "jail", "imprison"), _FOR)
"""What courts do with those who did it, and the prepositions under which the deed stands."""
RESTING = frozenset({"lie", "rest", "fall"})
"""What blame does with whoever bears it."""
LAYING = frozenset({"lay", "place", "put", "pin"})
"""What is done with blame to him who is to bear it."""
BOASTS = frozenset({"claim", "report", "statement", "announcement", "assertion", "boast"})
"""What somebody says of his own gains, and the other side denies."""
LARGE = frozenset({"war", "conflict", "fight", "struggle"})
"""What many take part in, and no deed of theirs is told by it."""
LOSING = frozenset({"fall", "lose", "loss"})
BLAME = frozenset("responsible responsibility blame behind guilty culpable complicit".split())


def guilty(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Who is "behind" the event, "responsible" for it or claims responsibility, or whose "work" it is."""
    for trigger in cluster.tokens:
        token = _counter(_bomb(scene, trigger))
        head, found = token.head, list[Token]()
        blames = head.pos == "VERB" and not is_passive(head)  # "the minister blamed rebels for it"
        if token.dep.startswith(("obl", "nmod")) and head.lemma in BLAME and not blames:
            found = _blamed(head)
        if preposition(token) == "in" and head.lemma in SHARE and head.dep == "obj":
            found = subjects(head.head)  # "denied that the army had any part in the killings"
        if preposition(token) == "in" and token.dep == "obl" and _takes_part(head) and trigger.lemma not in LARGE:
            found = conjuncts(head.head) if head.dep == "amod" else subjects(head)  # "men involved in the bombing"
        if token.dep == "nsubj" and head.lemma in {"work", "handiwork"} and head.child("cop") is not None:
            of = (c for t in head.children("nmod") if preposition(t) == "of" for c in conjuncts(t))
            found = [t for t in of if scene.is_combatant(t) or t.i in scene.actors]
        if preposition(token) == "behind" and token.lemma not in CONFINEMENT:
            found = subjects(head) if token.dep.startswith("obl") else subjects(token)
        known = (t for t in found if can_act(scene, t) or (_takes_part(head) and scene.is_people(t)))
        yield from (t for t in known if not any(c.lower == "no" for c in t.children("det")))


def _bomb(scene: Scene, trigger: Token) -> Token:
    """The arms of which a clause says what they did ("blamed for the bomb that destroyed it"), else the trigger."""
    relative = trigger.dep == "acl:relcl" and any(c.lower in {"that", "which"} for c in trigger.children("nsubj"))
    return trigger.head if relative and trigger.head.i in scene.means else trigger


def _blamed(word: Token) -> list[Token]:
    """Of whom a word of blame is said: "they were responsible", "holds the army responsible", "took responsibility"."""
    if word.dep == "amod":
        return conjuncts(word.head)
    if word.dep.startswith("nsubj") and word.head.lemma in RESTING:  # "responsibility for it lies with the army"
        return [c for t in word.head.children("obl") if preposition(t) in {"with", "on"} for c in conjuncts(t)]
    if word.dep == "obj" and word.head.lemma in LAYING:  # "placed responsibility for it on the army"
        return [c for t in word.head.children("obl") if preposition(t) == "on" for c in conjuncts(t)]
    if word.dep == "xcomp" and (held := word.head.child("obj")) is not None:
        return conjuncts(held)
    return subjects(word.head if word.dep == "obj" else word)


def _takes_part(word: Token) -> bool:
    """Whether somebody is "involved", "participated" or "took part" in what stands under the word's "in"."""
    took = word.lemma == "participate" or (word.lemma == "take" and any(c.lemma == "part" for c in word.children()))
    return took or (word.lower == "involved" and (word.pos == "ADJ" or is_passive(word)))


def _counter(token: Token) -> Token:
    """The noun that counts or sums an event: "a series" in "a series of bombings"."""
    while token.dep == "nmod" and preposition(token) == "of" and token.head.pos == "NOUN":
        token = token.head
    return token


def convicted(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Whom a court found guilty of it: "two men were convicted of the bombing", "jailed for the attack"."""
    for deed in (_bomb(scene, t) for t in cluster.tokens):
        on = deed.head.dep if deed.dep == "nmod" else ""  # "sentenced two men to death for the bombing"
        hung = on in {"obj", "obl"} and deed.head.head.lemma in CONVICTED
        token = deed if hung else _counter(deed)  # "convicted two soldiers of the murder of a student"
        verb = deed.head.head if hung else token.head
        if not (hung or token.dep == "obl") or preposition(token) not in CONVICTED.get(verb.lemma, ()):
            continue
        if not cluster.tolls and token.child("nmod", "acl", "acl:relcl", "nummod", "compound") is None:
            continue  # "were jailed for the attack" may be of another than that told last
        found = subjects(verb) if is_passive(verb) else [c for t in verb.children("obj") for c in conjuncts(t)]
        yield from (t for t in found if scene.is_people(t) or can_act(scene, t))


def tried(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Who is arrested, wanted or on trial for it, or for a part in it: "wanted for the massacre"."""
    for token in cluster.tokens:
        yield from (t for t in charged_with(token) if can_act(scene, t) or t.name_kind == "PERSON" or _is_one(scene, t))


def _is_one(scene: Scene, token: Token) -> bool:
    """Whether a noun is of people whom it says more of than their number."""
    return token.pos in {"NOUN", "PROPN"} and token.lemma not in VAGUE and scene.is_people(token)


def claiming(scene: Scene, cluster: Cluster, voice: Voice | None) -> Iterator[Token]:
    """Who claims the event as their own: "Al Shabaab claimed the attack", "the army admitted shelling the camp"."""
    clauses = (c for t in cluster.tokens for c in t.children("acl") if c.lemma == "claim")
    yield from (s for clause in clauses for s in subjects(clause) if can_act(scene, s) and s.i != clause.head.i)
    if voice is not None and any(_is_avowed(t, voice) for t in cluster.tokens):
        yield from (t for t in map(scene.parse.__getitem__, voice.speakers) if can_act(scene, t))
    if voice is None or voice.verb < 0 or scene.parse[voice.verb].lemma != "claim":
        return
    claimed = [_counter(_bomb(scene, t)) for t in cluster.tokens]
    owned = scene.parse[voice.verb].child("obj")
    own = [t for t in claimed if t.head.i == voice.verb or (owned is not None and t.head.i == owned.i)]
    avowed = owned is not None and owned.lemma in BLAME | {"credit"}  # "claimed responsibility for the attack"
    if any(t.dep == "obj" or (avowed and preposition(t) == "for") for t in own):
        yield from (scene.parse[i] for i in voice.speakers if scene.parse[i].lemma not in BLAME)


def _is_avowed(token: Token, voice: Voice) -> bool:
    """Whether a speaker owns up to a deed told without its doer ("the Saudis admitted bombing the funeral")."""
    gerund = token.dep in {"xcomp", "ccomp"} and token.lower.endswith("ing") and token.i - 1 == voice.verb
    bare = token.child("nsubj", "aux", "mark") is None and token.child("obj") is not None
    return gerund and bare and voice.effect == "say" and token.lemma not in LOSING


def accused(scene: Scene, _: Cluster, voice: Voice | None) -> Iterator[Token]:
    """Whom the speaker accuses or blames."""
    if voice is None or voice.effect not in {"accuse", "blame"} or voice.verb < 0:
        return
    verb = scene.parse[voice.verb]
    named = [*verb.children("obj", "iobj"), *verb.children("nsubj:pass")]
    named += verb.children("nsubj") if is_passive(verb) else ()
    laid = [*verb.children("obl"), *(t for charge in verb.children("obj") for t in charge.children("nmod"))]
    aimed = {"at"} if verb.lemma == "point" else {"on", "to"}
    laid = [t for t in laid if preposition(t) in aimed]  # "blame the violence on armed groups"
    named += laid or _bearing_blame(verb)
    named += [verb.head] if verb.dep == "acl" and is_passive(verb) else []  # "a man accused of killing"
    found = [[c for c in conjuncts(t) if can_act(scene, c) and c.pos != "PRON"] for t in named]
    yield from next((parties for parties in found if parties), [])


def _bearing_blame(verb: Token) -> list[Token]:
    """On whom blame is laid, where the parser hung it on the deed ("laid the blame for the attack on the rebels")."""
    deeds = verb.children("obl") if any(c.lemma in CHARGES for c in verb.children("obj")) else ()
    below = [verb.parse[i] for deed in deeds for i in deed.subtree()]
    return [t for t in below if preposition(t) == "on"][-1:]


def fighting(scene: Scene, cluster: Cluster, voice: Voice | None) -> Iterator[Token]:
    """Armed people who tell of their own clash with others ("the M23 said eight died in fighting with a militia")."""
    clashes = [f for f in cluster.frames if both_sides(f) and f.args.by("with")]
    clashes = [f for f in clashes if not any(scene.is_side(t) for t in f.args.doers)]
    fallen = [t.victim for t in cluster.tolls if t.victim is not None and scene.is_combatant(t.victim)]
    if any(not _of_one_side(scene, v, t) for v in fallen for f in clashes for t in f.args.by("with")):
        return  # "the brigade reported that eight rebels died in clashes with troops": both sides are named
    if voice is None or voice.effect != "say" or not clashes:
        return
    sides = [scene.parse[i] for i in voice.speakers]
    named = any(_of_one_side(scene, t, c) for f in clashes for t in sides for c in f.args.by("with", "between"))
    yield from (t for t in sides if not named and (scene.is_combatant(t) or t.i in scene.armed))


def facing(scene: Scene, cluster: Cluster, voice: Voice | None) -> Iterator[Token]:
    """Whom a side says it fights, of its own dead: "says it is fighting gangs and that 2,000 officers were killed"."""
    fallen = [t for t in cluster.tolls if t.kind == "killed" and t.victim is not None and t.trigger.pos == "VERB"]
    forces = (w for t in fallen if t.victim is not None for w in (t.victim, *t.victim.children("nmod")))
    if voice is None or voice.effect != "say" or cluster.frames or not any(map(scene.is_side, forces)):
        return
    if any(map(killed_by, fallen)):
        return
    sent = cluster.trigger.sent
    for verb in (scene.parse[i] for i in range(sent.start, sent.end)):
        own = verb.pos == "VERB" and verb.lemma in {"fight", "battle", "combat"} and not is_passive(verb)
        if own and any(t.pos == "PRON" or t.i in voice.speakers for t in subjects(verb)):
            yield from (c for t in verb.children("obj") for c in conjuncts(t) if scene.is_side(c))


def each_other(scene: Scene, _: Cluster, voice: Voice | None) -> Iterator[Token]:
    """Those who charge each other with it: "Russia and Ukraine accused each other of the shelling"."""
    if voice is None or voice.effect not in {"accuse", "blame"} or voice.verb < 0:
        return
    objects = scene.parse[voice.verb].children("obj", "obl")
    words = ([t, *t.children("det", "fixed")] for t in objects)
    if any({"each", "other"} <= {w.lower for w in beside} for beside in words):
        yield from (scene.parse[i] for i in voice.speakers)


def blaming(scene: Scene, cluster: Cluster, voice: Voice | None) -> Iterator[Token]:
    """Whom the speaker goes on to blame: "state media reported, blaming terrorists"."""
    heads = [scene.parse[scene.clause[cluster.trigger.i]]]
    heads += [] if voice is None or voice.verb < 0 else [scene.parse[voice.verb]]
    for clause in (c for head in heads for c in head.children("advcl", "parataxis", "xcomp")):
        of_else = clause.lemma == "accuse" and clause.child("advcl", "xcomp") is not None
        if clause.lemma in {"blame", "accuse"} and clause.lower.endswith("ing") and not of_else:
            laid = [t for t in clause.children("obl") if preposition(t) == "on" and clause.lemma == "blame"]
            charged = laid or clause.children("obj")  # "blaming it on rebels"
            yield from (t for first in charged for t in conjuncts(first) if scene.is_party(t))


def denying(scene: Scene, cluster: Cluster, voice: Voice | None) -> Iterator[Token]:
    """Who denies the event and names nobody else: the party that is charged with it."""
    if voice is not None and voice.effect == "deny":
        if cluster.event == "territory_taken":
            yield from _claimants(scene, voice)
        gains = cluster.event == "territory_taken" and _lost_or_claimed(scene, cluster, voice)
        for speaker in () if gains else map(scene.parse.__getitem__, voice.speakers):
            # "denied there were any deaths": whoever had done it
            of_all = any(t.victim is not None and t.victim == t.trigger for t in cluster.tolls)
            mourns = (
                of_all
                or any(t.role == "lost" for t in cluster.tolls)
                or any(_of_one_side(scene, speaker, t.victim) for t in cluster.tolls if t.victim is not None)
            )
            if scene.is_party(speaker) and speaker.name_kind != "PERSON" and not mourns:
                yield speaker


def _lost_or_claimed(scene: Scene, cluster: Cluster, voice: Voice) -> bool:
    """Whether a place is said to have been lost, or somebody else's gain is denied: the denier took nothing."""
    return any(f.trigger.lemma in LOSING for f in cluster.frames) or bool(list(_claimants(scene, voice)))


def _claimants(scene: Scene, voice: Voice) -> Iterator[Token]:
    """Whose claim is denied: "rejected the claim of the rebels", "dismissed a Houthi claim"."""
    claims = scene.parse[voice.verb].children("obj", "nsubj:pass") if voice.verb >= 0 else ()
    for claim in (t for t in claims if t.lemma in BOASTS):
        of = (c for c in claim.children("nmod") if c.dep == "nmod:poss" or preposition(c) in {"of", "by", "from"})
        yield from (t for t in of if scene.is_party(t))
        yield from (c for c in claim.children("compound", "amod") if names_party(scene, c))


def _of_one_side(scene: Scene, party: Token, victim: Token) -> bool:
    """Whether the dead are the party's own ("Pakistan denied that Pakistani officers had been killed")."""
    own = any(c.pos == "PRON" for c in victim.children("nmod:poss"))
    return own or bool(_countries(scene, party) & _countries(scene, victim))


def _countries(scene: Scene, party: Token) -> set[str]:
    """The countries by which forces or a body are called."""
    words = (party, *party.children("amod", "compound", "nmod:poss"))
    return {scene.places[t.i].place.country for t in words if t.i in scene.places} - {""}
