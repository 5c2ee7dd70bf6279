"""Who is said to have done it: a visible tuple of rules, each over one cluster and its voice.

The docstring of a rule is the reason that `aftermath explain` gives for what it found.
"""

from collections.abc import Callable, Iterable, Iterator

from aftermath.extract.apart import TIMING
from aftermath.extract.arguments import CHARGED, HELPING, LIGHT, UNDERGO, governor, is_passive, of_verb, subjects
from aftermath.extract.charges import accused, blaming, claiming, denying, each_other, guilty
from aftermath.extract.cluster import VIOLENT, Cluster
from aftermath.extract.frames import Frame
from aftermath.extract.lexicon import table, words_of
from aftermath.extract.parties import (
    HARMLESS,
    both_sides,
    can_act,
    distinct,
    is_state,
    mutual,
    names_party,
    resolved,
    spoken_for,
)
from aftermath.extract.phrases import AGENCIES, conjuncts, counted, members, preposition
from aftermath.extract.scene import Scene
from aftermath.extract.speech import Voice
from aftermath.model import Token

Rule = Callable[[Scene, Cluster, Voice | None], Iterable[Token]]

REPELLING = frozenset("repel repulse thwart foil fend resist intercept".split())
"""Verbs whose subject is attacked by whoever the attack is of."""
EXPELLING = frozenset(
    "displace expel drive force evict uproot remove deport evacuate push transfer free release".split()
)
"""Verbs of leaving whose subject makes others leave; who flees did nothing to anybody."""
CARING = frozenset("treat hospitalise hospitalize admit evacuate receive bury recover find pull count rescue".split())
"""Words of harm whose subject looks after those harmed, and harmed nobody."""
BOMBERS = frozenset({"bomber", "attacker", "assailant"})
ONSLAUGHT = frozenset("offensive push assault attack operation crackdown raid onslaught bombardment advance".split())
"""What a side launches or presses while people are killed."""
CONFRONTING = frozenset("clear disperse confront charge evict scatter surround attack".split())
"""Verbs of setting upon a crowd."""
UNDERGONE = frozenset("death injury wounding escape release disappearance burial".split())
"""Nouns before which a party stands that it happened to ("the French death")."""
CALLED = frozenset({"group", "terrorist", "sniper", "suspected", "alleged", "reported", "apparent"})
"""Words before an event's noun that say what it is called or how it was done, and not by whom."""
USING = frozenset({"use", "fire", "deploy", "employ", "throw", "drop", "detonate"})
"""Verbs of using arms whose object is the weapon."""
BY_REACH = 9
"""Tokens after an event noun within which a loose "by" still belongs to it."""


def acting(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Subject of the event's verb, agent of its passive or "by" beside its noun."""
    for frame in cluster.frames:
        fires = frame.is_verb and frame.event in VIOLENT
        repelled = frame.trigger.lemma in REPELLING and len(cluster.frames) > 1
        repelled = repelled or _gives_up(frame)
        moved = frame.is_verb and frame.event in {"displacement", "escape"} and frame.trigger.lemma not in EXPELLING
        doers = () if repelled or (moved and not is_passive(frame.trigger)) else map(counted, frame.args.doers)
        for doer in doers:
            acts = (can_act(scene, doer) and not _goes_off(frame, doer)) or _launches(scene, frame, doer)
            if acts or (fires and _fires(scene, doer)) or (frame.event == "protest" and scene.is_people(doer)):
                yield doer


def _gives_up(frame: Frame) -> bool:
    """Whether the subject loses ground, or is the ground that falls: "the army lost the town", "the town fell"."""
    falls = frame.trigger.lemma == "fall" and frame.row.partner != "back"
    return frame.event == "territory_taken" and (frame.trigger.lemma == "lose" or falls)


def _launches(scene: Scene, frame: Frame, doer: Token) -> bool:
    """Whether the noun, whatever it calls them, fires or drops a weapon: "popular committees fired a missile"."""
    thrown = frame.is_verb and frame.trigger.lemma in USING and any(t.i in scene.means for t in frame.args.undergoers)
    known = doer.i in scene.means or doer.i in scene.times or doer.i in scene.places or doer.lemma in table("triggers")
    return thrown and not known and doer.pos == "NOUN" and doer.lower != doer.lemma


def _goes_off(frame: Frame, doer: Token) -> bool:
    """Whether the verb is of a thing that bursts by itself ("it exploded"), and so its pronoun nobody who acts."""
    alone = frame.event in {"explosion", "shelling"} and not frame.args.undergoers
    return frame.is_verb and alone and doer.pos == "PRON" and doer.lower in {"it", "they", "which", "that"}


def bombing(_: Scene, cluster: Cluster, __: Voice | None) -> Iterator[Token]:
    """The suicide attacker as the one who did it."""
    yield from (f.trigger for f in cluster.frames if f.trigger.lemma in BOMBERS)


def modifying(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """A party before the event's noun: "Russian air strikes", "government shelling", "Saudi-led raids"."""
    for frame in cluster.frames:
        if _is_noun(frame) and frame.trigger.lemma not in UNDERGONE:
            beside = [c for c in frame.trigger.children("amod", "compound") if c.i < frame.trigger.i]
            arms = (c for c in beside if c.i in scene.means)  # "a government barrel bomb attack"
            before = (*beside, *(c for arm in arms for c in arm.children("amod", "compound")))
            for word in (c for c in before if c.i not in scene.means):
                leaders = word.children("compound", "amod", "obl", "nmod") if word.lower == "led" else ()
                yield from (c for c in (word, *leaders) if names_party(scene, c) and c.lower not in CALLED)


def genitive(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Whose an onslaught is: "repelled eight attacks of the guerrillas"."""
    if any(f.trigger.pos == "NOUN" and f.trigger.lemma in ONSLAUGHT for f in cluster.frames):
        owners = (t for f in cluster.frames for t in f.args.by("of") if t.head.lemma in ONSLAUGHT)
        yield from (t for t in owners if scene.is_side(t))


def helping(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Who takes part on the doers' side: "the army, aided by Russian warplanes"."""
    for frame in cluster.frames:
        clauses = (c for doer in frame.args.doers for c in doer.children("acl") if c.lemma in HELPING)
        yield from (t for clause in clauses for t in of_verb(clause).by("by") if can_act(scene, t))


def staging(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Armed men who act within it: "an attack in which gunmen stormed a hotel"."""
    for frame in (f for f in cluster.frames if not f.is_verb and f.event in VIOLENT):
        for clause in frame.trigger.children("acl"):
            inside = any(c.lower == "which" and preposition(c) in {"in", "during"} for c in clause.children("obl"))
            if inside and clause.child("obj") is not None and not is_passive(clause):
                yield from (t for t in subjects(clause) if scene.is_combatant(t))


def firing(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Who attacks, uses arms or sets upon people when the harm is done: "ten were killed when troops used tear gas"."""
    verbs = {t.trigger.i: t.trigger for t in cluster.tolls if t.trigger.pos == "VERB" and is_passive(t.trigger)}
    for clause in (c for verb in verbs.values() for c in verb.children("advcl") if c.lemma in USING):
        if any(t.i in scene.means for obj in clause.children("obj") for t in conjuncts(obj)):
            yield from (t for t in subjects(clause) if can_act(scene, t))
    for clause in (c for verb in verbs.values() for c in verb.children("advcl") if c.lemma in LIGHT):
        if any(obj.lemma in ONSLAUGHT for obj in clause.children("obj")):
            yield from (t for t in subjects(clause) if scene.is_side(t))
    for clause in (c for verb in verbs.values() for c in verb.children("advcl") if c.lemma in CONFRONTING):
        if any(scene.is_people(counted(t)) for obj in clause.children("obj") for t in conjuncts(obj)):
            yield from (t for t in subjects(clause) if scene.is_combatant(t))


def sending(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """From whom fire comes, be it a country, base or craft: "air strikes from Turkey", "under fire from rebels"."""
    for frame in cluster.frames:
        verb = governor(frame.trigger)
        if not frame.is_verb and verb is not None and verb.lemma in UNDERGO and preposition(frame.trigger) == "under":
            yield from (t for t in frame.args.by("from") if can_act(scene, t))
        if frame.event in {"air_strike", "shelling"}:
            of_noun = set(frame.trigger.subtree())  # "retook it from UNITA after days of bombardment": not from whom
            near = verb is None or verb.lemma in LIGHT
            origins = [t for t in frame.args.by("from") if near or frame.is_verb or t.i in of_noun]
            yield from (t for t in origins if is_state(scene, t) or _fires(scene, t) or t.i in scene.actors)


def _fires(scene: Scene, token: Token) -> bool:
    """Whether the token is a position or a craft that guns are fired from: a base, a battery, a gunboat."""
    row = table("targets").first(token)
    is_weapon = token.i in scene.means and scene.means[token.i].is_weapon
    return row is not None and row["kind"] == "military" and not is_weapon


def between(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """The sides of a clash or an agreement: "between the army and rebels"."""
    for frame in cluster.frames:
        if frame.event in {"armed_clash", "agreement"} and cluster.event in {"armed_clash", "agreement", "violation"}:
            matched = frame.event == "agreement" or both_sides(frame)
            prepositions = ("between", "with", "by") if matched else ("between",)
            sides = frame.args.by(*prepositions)
            fought = frame.event == "armed_clash" and any(scene.is_party(t) for t in sides)
            yield from (t for t in sides if scene.is_party(t) or (fought and scene.is_people(t)))


def fallen(_: Scene, cluster: Cluster, __: Voice | None) -> Iterator[Token]:
    """Fighters who died on either side of a battle that nobody is said to have begun."""
    if mutual(cluster):
        victims = (t.victim for t in cluster.tolls if t.victim is not None and not t.part)
        armed = words_of("people", "kind", "combatant")
        yield from (v for v in victims if v.lemma in armed or any(c.lemma in armed for c in v.children("nmod")))


def owning(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Whose weapon it was: "rockets fired by rebels", "a Taliban bomb killed three"."""
    verbs = [t.trigger for t in cluster.tolls if t.trigger.pos == "VERB"]
    doers = [d for f in cluster.frames for d in f.args.doers] + [d for v in verbs for d in of_verb(v).doers]
    shards = [c for d in doers for c in d.children("nmod") if preposition(c) in {"from", "of"}]
    for weapon in (d for d in (*doers, *shards) if d.i in scene.means):  # "shrapnel from an Israeli tank shell"
        before = weapon.children("amod", "compound", "nmod:poss")
        whose = (c for c in before if c.i not in scene.means and c.lower not in CALLED)
        yield from (c for c in whose if c.pos == "PRON" or names_party(scene, c))
        used = (c for c in weapon.children("acl") if not scene.voices.is_speech(c))  # "which police said were planted"
        yield from (t for clause in used for t in of_verb(clause).doers if can_act(scene, t))
        if preposition(weapon) == "with" and weapon.head.pos == "VERB" and not is_passive(weapon.head):
            # "answered with mortars that killed nine"
            yield from (t for t in subjects(weapon.head) if can_act(scene, t))


def harming(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """Subject or agent of the harm's verb: "troops killed five", "five were killed by troops"."""
    for toll in cluster.tolls:
        if toll.trigger.dep == "obj" and toll.trigger.head.lemma in {"inflict", "cause"}:
            yield from (t for t in subjects(toll.trigger.head) if can_act(scene, t))
        if toll.trigger.pos == "VERB" and toll.role != "lost" and toll.trigger.lemma not in CARING:
            timed = any(c.lower in TIMING for c in toll.trigger.children("mark"))
            if (timed and any(f.args.doers for f in cluster.frames)) or _of_aside(cluster, toll.trigger):
                continue  # "jets struck the city a day after rebels killed ten": another event's dead
            victim = -1 if toll.victim is None else toll.victim.i
            yield from (t for t in of_verb(toll.trigger).doers if can_act(scene, t) and t.i != victim)


def _of_aside(cluster: Cluster, result: Token) -> bool:
    """Whether a participle hangs on an aside beside the event ("a church where villagers had fled, killing 108")."""
    aside = result.dep == "advcl" and result.lower.endswith("ing") and result.head.dep == "acl:relcl"
    return aside and bool(cluster.frames) and all(f.trigger.i != result.head.i for f in cluster.frames)


def loosely_by(scene: Scene, cluster: Cluster, _: Voice | None) -> Iterator[Token]:
    """The party after a "by" that follows the event's noun closely, wherever the parser hung it."""
    for noun in (f.trigger for f in cluster.frames if _is_noun(f) or is_passive(f.trigger)):
        for i in range(noun.i + 1, min(noun.sent.end, noun.i + BY_REACH)):
            token = scene.parse[i]
            if (token.pos in {"VERB", "AUX"} and token.lemma not in CHARGED) or token.text in {";", ":"}:
                break
            if token.head.i > i and scene.is_party(token.head) and _charges_by(noun, token):
                yield from conjuncts(token.head)
                break


def _charges_by(noun: Token, token: Token) -> bool:
    """Whether a word after an event's noun leads in who did it: "by", "attributed to", "blamed on"."""
    before = noun.parse[token.i - 1]
    return token.lower == "by" or token.lower in CHARGED.get(before.lemma, ())


def _is_noun(frame: Frame) -> bool:
    """Whether the event is told by a noun, or by a verb's form in "-ing" that stands for one ("shelling by")."""
    return not frame.is_verb or (
        frame.trigger.dep in {"nsubj", "csubj", "obj", "obl"} and frame.trigger.lower[-3:] == "ing"
    )


RULES: tuple[Rule, ...] = (
    acting,
    bombing,
    modifying,
    genitive,
    helping,
    staging,
    firing,
    sending,
    between,
    fallen,
    owning,
    harming,
    guilty,
    claiming,
    accused,
    each_other,
    blaming,
)
LAST: tuple[Rule, ...] = (loosely_by, denying)
"""Rules that are asked only where the others find nobody."""


AVOWED: tuple[Rule, ...] = (claiming, denying, guilty, each_other)
"""Rules in which a speaker is charged with what he speaks of."""


NAMING = frozenset({"flat", "appos", "nmod:desc"})
"""How a name hangs on the title that stands before it."""


def _speaks(token: Token, voice: Voice | None, cluster: Cluster) -> bool:
    """Whether the token is the speaker, as subject of the verb in whose content the event is told."""
    while token.dep in NAMING and not token.is_root:
        token = token.head
    if voice is None or token.pos == "PRON" or token.dep != "nsubj" or token.head.i != voice.verb:
        return False
    if any(_is_own_deed(t, voice) for t in cluster.tokens):
        return False
    return not any(a.i == token.i for a in cluster.trigger.ancestors())


def _is_own_deed(token: Token, voice: Voice) -> bool:
    """Whether a speaker tells of what he did himself: "the IRA admitted killing a driver"."""
    gerund = token.dep == "xcomp" and token.lower.endswith("ing") and token.child("obj") is not None
    return gerund and token.head.i == voice.verb


def _is_harmless(cluster: Cluster, token: Token) -> bool:
    events = {f.event for f in cluster.frames}
    return token.lemma in HARMLESS and not events & {"suicide_bombing", "protest"}


def attackers(scene: Scene, cluster: Cluster, voice: Voice | None) -> tuple[list[Token], str]:
    """Head tokens of who is said to have done it, in order, and the reasons."""
    leaving = cluster.event == "territory_taken"  # who gave a place up is its doer (the guide's *Withdrawal*)
    harmed = [t for t in cluster.tolls if t.role in {"subject", "self"} and not (leaving and t.kind == "displaced")]
    victims = {t.victim.i for t in harmed if t.victim is not None}
    for rules in (RULES, LAST):
        found: list[Token] = []
        reasons: list[str] = []
        for rule in rules:
            own = (t for t in rule(scene, cluster, voice) if rule in AVOWED or not _speaks(t, voice, cluster))
            meant = [resolved(scene, t, voice) for t in own]
            if rule in AVOWED:
                meant = [None if t is None else spoken_for(scene, t) for t in meant]
            named = (n for t in meant if t is not None for n in members(t) if n.text not in AGENCIES)
            parties = [t for t in named if t.i not in victims and not _is_harmless(cluster, t)]
            found += parties
            reasons += [rule.__doc__ or ""] if parties else []
        if found:
            return distinct(found), " ".join(reasons)
    return [], ""
