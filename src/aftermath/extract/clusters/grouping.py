"""Frames and tolls of one sentence that tell of one event, put together.

A toll goes to the nearest frame that can have caused it; whether two frames are of one event is for `one_event`.
"""

from collections.abc import Sequence
from dataclasses import replace

from aftermath.extract.clusters.apart import (
    AFTER,
    EARLIER,
    MOMENT,
    coordinated,
    dated_apart,
    distance,
    ends_aside,
    openers,
    set_apart,
)
from aftermath.extract.clusters.aside import says_what_it_did, told_as_time
from aftermath.extract.clusters.cluster import CAUSES, RIOT, SHOOTING, VIOLENT, Cluster
from aftermath.extract.clusters.one_event import one_event
from aftermath.extract.clusters.parting import is_parted
from aftermath.extract.events.figures import COUNTING, is_added, is_running
from aftermath.extract.events.frames import Frame
from aftermath.extract.events.harm import Toll
from aftermath.extract.events.shares import deed_behind
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import obliques, preposition
from aftermath.extract.layout.scene import Scene
from aftermath.model import Token

POLICE = frozenset({"police", "policeman", "officer", "patrol", "checkpoint"})
FORCING = frozenset("force cause drive prompt compel lead oblige displace send".split())
"""Verbs of making people flee."""
LEADING = frozenset({"take", "drag", "lead", "march", "haul", "pull"})
"""Verbs of bringing somebody to where he is killed."""
SEARCHES = frozenset({"raid", "sweep", "operation", "search", "swoop", "dragnet"})
"""Nouns of what people are arrested in."""
BORNE = frozenset({"arrested", "abducted", "displaced"})
"""Harm that is counted with the dead of a battle or a war."""
FIGURES = frozenset({"number", "toll", "count"})
PAIR = 4
"""Tokens between two words of harm told in one breath."""
REACH = 6
"""Dependency steps from a toll to its event, at most; measured on the cases and the gold's work part."""


def clusters(scene: Scene, frames: Sequence[Frame], tolls: Sequence[Toll]) -> list[Cluster]:
    """Put together the frames and tolls of one sentence."""
    led = {f.trigger.i for f in frames if _led_to_death(f, frames, tolls)}
    frames = [f for f in frames if f.trigger.i not in led]
    tolls = [t for t in tolls if t.trigger.i not in led]
    aside = (_driven, _only_opens, _only_holds, _only_dates, _is_fired_on)
    deeds = {t.trigger.i: deed for t in tolls if t.share is not None and (deed := deed_behind(t.trigger)) is not None}
    other = {deed.i for deed in deeds.values()}
    apart = [f for f in frames if f.trigger.i in other and not f.is_verb]
    frames = [f for f in frames if f not in apart]
    told = (f for f in frames if not any(rule(f, frames) for rule in aside))
    told = (f for f in told if not _arrival(f, tolls) and _beside_dead(f.trigger, tolls) is None)
    groups = [Cluster(frames=[f]) for f in told]
    groups = _merge_frames(scene, groups)
    for toll in (_as_held(t, tolls, frames) for t in tolls if t.share is None):
        home = _home(scene, groups, toll)
        if home is None:
            home = (
                _dead_home(groups, toll, tolls)
                or _risen_home(groups, toll)
                or _toll_home(scene, groups, toll)
                or _figure_home(scene, groups, toll)
            )
        if home is None:
            groups.append(Cluster(tolls=[toll]))
        else:
            home.add(tolls=[toll])
    groups = _shot_back(scene, _share_toll(scene, groups))
    for toll in (t for t in tolls if t.share is not None):
        whole = next((g for g in groups if any(t.trigger == toll.share for t in g.tolls)), None)
        deed = deeds.get(toll.trigger.i)
        own = [f for f in apart if deed is not None and f.trigger.i == deed.i]
        groups.append(Cluster(frames=own, tolls=[toll], whole=whole))
    return sorted(groups, key=lambda g: g.tokens[0].i)


def _as_held(toll: Toll, tolls: Sequence[Toll], frames: Sequence[Frame]) -> Toll:
    """The toll of people taken in the kind of its own verb's event: whom soldiers lead away is arrested.

    Where the verb took fighters and others, each toll keeps its kind.
    """
    kinds = {"arrest": "arrested", "abduction": "abducted"}
    told = [kinds[f.event] for f in frames if f.trigger.i == toll.trigger.i and f.event in kinds]
    mixed = any(t.kind in told for t in tolls if t.trigger.i == toll.trigger.i)
    return replace(toll, kind=told[0]) if told and not mixed and toll.kind in kinds.values() else toll


def _driven(flight: Frame, frames: Sequence[Frame]) -> bool:
    """Whether flight is told as the work of an event in its clause ("shelling forced 5,000 to flee")."""
    if flight.event != "displacement":
        return False
    above = {t.i for t in flight.trigger.ancestors()}
    for cause in frames:
        if cause.event in VIOLENT and _drives(cause.trigger, flight.trigger):
            return True
        verb = cause.trigger.head if cause.trigger.dep.startswith(("nsubj", "csubj")) else None
        if cause.event in VIOLENT and verb is not None and (verb.i in above or verb.i == flight.trigger.i):
            return True
        if cause.event in VIOLENT and cause.trigger.i in above and _made_to_flee(flight.trigger, cause.trigger):
            return True  # "set fire to 45 houses, forcing 6,270 residents to flee"
    return False


def _drives(cause: Token, flight: Token) -> bool:
    """Whether people were driven out by a deed, noun or gerund ("were displaced by the fighting", "by shelling")."""
    by = preposition(cause) == "by" or any(c.lower == "by" for c in cause.children("mark"))
    return by and cause.head.i == flight.i and cause.dep.startswith(("obl", "advcl"))


def _made_to_flee(flight: Token, cause: Token) -> bool:
    """Whether people fled because a deed made them, as an "-ing" clause behind it says."""
    chain = [flight, *(t for t in flight.ancestors() if t.i > cause.i)]
    return any(t.lemma in FORCING and t.dep == "advcl" and t.lower.endswith("ing") for t in chain)


def _only_opens(noun: Frame, frames: Sequence[Frame]) -> bool:
    """Whether an attack opens a sentence that tells what was done in it ("in one raid, he said, they shot two")."""
    if noun.is_verb or noun.trigger.dep != "obl" or preposition(noun.trigger) != "in" or noun.event not in VIOLENT:
        return False
    told = (f for f in frames if f.is_verb and f.event in VIOLENT - {"destruction"} and f.trigger.i > noun.trigger.i)
    return any(t.trigger.dep in {"ccomp", "parataxis"} and t.trigger.head.i == noun.trigger.head.i for t in told)


def _only_holds(noun: Frame, frames: Sequence[Frame]) -> bool:
    """Whether a raid is told only as that in which people were arrested ("arrested six people in raids")."""
    how = not noun.is_verb and noun.trigger.dep == "obl" and preposition(noun.trigger) in {"in", "during"}
    taking = next((f for f in frames if f.event == "arrest" and f.trigger.i == noun.trigger.head.i), None)
    if not how or taking is None or noun.event not in {"armed_clash", "attack"}:
        return False
    taken = {t.i for t in taking.args.undergoers} if noun.trigger.lemma in SEARCHES else set()
    return not noun.args.doers and all(t.i in taken for t in noun.args.undergoers)


def _only_dates(noun: Frame, frames: Sequence[Frame]) -> bool:
    """Whether a noun only says after what another event came ("Hours after the attack, planes bombed it")."""
    word = noun.trigger
    if (
        noun.is_verb
        or word.dep not in {"obj", "obl"}
        or word.i > word.head.i
        or any(map(preposition, word.children("nmod")))
    ):
        return False
    known = any(c.lower in {"the", "this", "that"} for c in word.children("det"))
    timed = known and preposition(word) in EARLIER | AFTER
    return timed and any(word.head.i in {f.trigger.i, f.trigger.head.i} for f in frames if f is not noun)


def _led_to_death(taking: Frame, frames: Sequence[Frame], tolls: Sequence[Toll]) -> bool:
    """Whether people were led off only to be killed, in one breath ("took the men to a ditch and shot them")."""
    verb = taking.trigger
    if taking.event not in {"abduction", "arrest"} or not taking.is_verb or verb.lemma not in LEADING:
        return False
    deaths = [*(f.trigger for f in frames if f.event == "killing"), *(t.trigger for t in tolls if t.kind == "killed")]
    after = (t for t in deaths if t.dep == "conj" and t.head.i == verb.i and t.child("nsubj", "nsubj:pass") is None)
    return any(is_passive(verb) or any(c.pos == "PRON" for c in t.children("obj")) for t in after)


def _is_fired_on(noun: Frame, frames: Sequence[Frame]) -> bool:
    """Whether a protest is only what was fired on, and has no clause of its own ("troops fired on a march")."""
    if noun.is_verb or noun.event != "protest":
        return False
    set_upon = (f for f in frames if f.is_verb and (f.event in VIOLENT or f.row["needs"] in RIOT))
    return any(noun.trigger.i == t.i for f in set_upon for t in f.args.by("on", "at", "upon", "into", "against"))


def _arrival(entry: Frame, tolls: Sequence[Toll]) -> bool:
    """Whether entering a place is only when people were harmed there ("killed 16 when they entered the village")."""
    verb = entry.trigger
    when = verb.dep.startswith("advcl") and bool(openers(verb) & {"when", "as"})
    return entry.event == "territory_taken" and when and any(t.trigger.i == verb.head.i for t in tolls)


def _beside_dead(verb: Token, tolls: Sequence[Toll]) -> Toll | None:
    """The dead beside whom people were taken or driven out, in the same breath: "51 were killed and 48 captured",
    "40,000 were killed and two million displaced by the insurgency".
    """
    gapped = verb.dep == "conj" and is_passive(verb) and verb.child("aux", "aux:pass") is None
    if not gapped or not any(t.trigger.i == verb.i and t.kind in BORNE for t in tolls):
        return None
    dead = (t for t in tolls if t.trigger.i == verb.head.i and t.kind in {"killed", "injured"})
    return next((t for t in dead if all(p != "by" for p, _ in obliques(t.trigger))), None)


def _dead_home(groups: list[Cluster], toll: Toll, tolls: Sequence[Toll]) -> Cluster | None:
    """The event of the dead beside whom these were taken or driven out."""
    dead = _beside_dead(toll.trigger, tolls)
    return None if dead is None else next((g for g in groups if dead in g.tolls), None)


def _merge_frames(scene: Scene, groups: list[Cluster]) -> list[Cluster]:
    """Put together the frames of one event, and the groups between which a frame shows that they are one."""
    out: list[Cluster] = []
    for group in groups:
        frame = group.frames[0]
        one = [other for other in out if any(one_event(scene, frame, f) for f in other.frames)]
        out = [other for other in out if other not in one[1:]]
        if one:
            one[0].add(frames=[*(f for other in one[1:] for f in other.frames), frame])
        else:
            out.append(group)
    return out


def _home(scene: Scene, groups: list[Cluster], toll: Toll) -> Cluster | None:
    """The cluster whose event brought the harm, by nearness in the tree."""
    best, reach = None, float(REACH + 1)
    for group in groups:
        for frame in group.frames:
            if frame.event not in CAUSES[toll.kind] and frame.row["needs"] not in RIOT:
                continue
            if frame.trigger.i == toll.trigger.i:
                return group
            if is_parted(scene, toll, frame) or any(ends_aside(toll, frame, f) for g in groups for f in g.frames):
                continue
            near = distance(frame.trigger, toll.trigger) - _of_noun(toll, frame) + _beyond(groups, toll, frame)
            if near < reach:
                best, reach = group, near
    return best


def _of_noun(toll: Toll, frame: Frame) -> float:
    """Half a step where a clause stands right behind the event's noun ("55 days of bombardment that killed")."""
    clause = toll.trigger
    if says_what_it_did(clause, frame.trigger):
        return 2.0
    return 0.5 if clause.dep == "acl:relcl" and frame.trigger.head.i == clause.head.i else 0.0


def _beyond(groups: Sequence[Cluster], toll: Toll, frame: Frame) -> float:
    """Half a step where the harm stands in a clause beside the event's that tells what did it.

    "Took the market on Friday; five died when a shell hit a tea shop".
    """
    harm = toll.trigger
    aside = harm.dep == "parataxis" and harm.head.i == frame.trigger.i and harm.child("nsubj", "nsubj:pass") is not None
    clauses = {c.i for c in harm.children("advcl") if openers(c) & MOMENT} if aside else set()
    return 0.5 if any(f.trigger.i in clauses for g in groups for f in g.frames) else 0.0


def _risen_home(groups: list[Cluster], toll: Toll) -> Cluster | None:
    """The event whose toll rose because of those who died since ("rose to 58 after six of the injured died")."""
    if not (toll.part and is_added(toll.trigger)):
        return None
    return next((g for g in groups if any(t.trigger.lemma in COUNTING for t in g.tolls)), None)


def _toll_home(scene: Scene, groups: list[Cluster], toll: Toll) -> Cluster | None:
    """A cluster of tolls alone that this toll continues ("10 killed and 45 injured")."""
    for group in groups:
        if group.frames or not group.tolls:
            continue
        last = group.tolls[-1]
        bodily = {"killed", "injured", "missing"}
        if last.kind != toll.kind and not {last.kind, toll.kind} <= bodily:
            continue
        if any(set_apart(scene, t.trigger, toll.trigger) or told_as_time(toll, t.trigger) for t in group.tolls):
            continue
        if any(is_running(t.trigger) != is_running(toll.trigger) for t in group.tolls):
            continue
        one_voice = scene.voices.at(last.trigger) == scene.voices.at(toll.trigger) or _in_one_breath(last, toll)
        if one_voice and distance(last.trigger, toll.trigger) <= REACH:
            return group
    return None


def _in_one_breath(one: Toll, other: Toll) -> bool:
    """Whether nothing but "and" and a number stands between two words of harm ("are feared dead and 60 hurt")."""
    between = list(one.trigger.parse.tokens(one.trigger.i + 1, other.trigger.i))
    return 0 < len(between) <= PAIR and all(t.pos in {"CCONJ", "NUM", "ADV"} for t in between)


def _figure_home(scene: Scene, groups: list[Cluster], toll: Toll) -> Cluster | None:
    """The event of which who told it gives the number ("planes bombed us, said a man who put the dead at 50")."""
    noun = toll.trigger if toll.trigger.lemma in FIGURES else toll.trigger.head
    if noun.lemma not in FIGURES or noun.dep != "obj" or noun.head.lemma not in {"put", "give", "set"}:
        return None
    said = scene.voices.at(toll.trigger)
    for group in groups:
        told = scene.voices.at(group.trigger)
        if told is not None and told.effect == "deny":
            continue  # "gave a toll of nine and denied that they had orders to shoot"
        known = said is not None and told is not None and set(said.speakers) == set(told.speakers) != set()
        if known and group.event in CAUSES[toll.kind] and not any(t.kind == toll.kind for t in group.tolls):
            return group
    return None


def _share_toll(scene: Scene, groups: list[Cluster]) -> list[Cluster]:
    """Join two means of one toll or breath: "air strikes and shelling killed 10", "came under both", is one event."""
    out: list[Cluster] = []
    for group in sorted(groups, key=lambda g: g.tokens[0].i):
        for other in out:
            pair = [(a, b) for a in other.frames for b in group.frames if coordinated(a.trigger, b.trigger)]
            nominal = any(_is_noun(a) and _is_noun(b) and not dated_apart(scene, a, b) for a, b in pair)
            shared = other.tolls or group.tolls or all(map(_is_bare, (t for ab in pair for t in ab)))
            if nominal and shared and {other.event, group.event} <= VIOLENT:
                other.add(group.frames, group.tolls)
                break
        else:
            out.append(group)
    return out


def _shot_back(scene: Scene, groups: list[Cluster]) -> list[Cluster]:
    """Put the shots of the dead at those who killed them with their deaths: one fight ("shot two men who fired at")."""
    out = list(groups)
    for dead in (g for g in groups if g.event == "killing"):
        victims = {t.victim.i for t in dead.tolls if t.kind == "killed" and t.victim is not None}
        for other in (g for g in groups if g is not dead and g in out and dead in out):
            if victims and not other.tolls and any(_is_shot_by(scene, f, victims) for f in other.frames):
                dead.add(frames=other.frames)
                out.remove(other)
    return out


def _is_shot_by(scene: Scene, frame: Frame, doers: set[int]) -> bool:
    """Whether a clause tells that they shot at police or soldiers ("who had opened fire on officers")."""
    if not frame.is_verb or frame.trigger.lemma not in SHOOTING or not doers & {t.i for t in frame.args.doers}:
        return False
    hit = (*frame.args.undergoers, *frame.args.by("on", "at", "upon"))
    return any(scene.is_combatant(t) or t.lemma in POLICE for t in hit)


def _is_noun(frame: Frame) -> bool:
    """Whether an event is told by a noun, or by an "-ing" that stands for one ("air strikes and shelling")."""
    word = frame.trigger
    gerund = word.lower.endswith("ing") and word.dep in {"conj", "csubj"} and word.child("obj", "nsubj") is None
    return not frame.is_verb or gerund


def _is_bare(frame: Frame) -> bool:
    """Whether nothing is told of an event's noun itself: no doer, place or day ("shelling from Iran" is another's)."""
    return frame.trigger.child("nmod", "acl", "acl:relcl", "nmod:poss", "amod") is None
