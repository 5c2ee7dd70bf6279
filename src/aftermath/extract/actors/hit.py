"""Who or what was hit: a visible tuple of rules, each over one cluster.

The docstring of a rule is the reason that `aftermath explain` gives for what it found.
"""

from collections.abc import Callable, Iterable, Iterator

from aftermath.extract.actors.blasted import beside, meeting, passing, standing
from aftermath.extract.actors.event_doers import BOMBERS
from aftermath.extract.actors.parties import both_sides, distinct, mutual, names_party, of_the_dead, speaks_behind
from aftermath.extract.actors.person_before import person_before
from aftermath.extract.actors.struck import (
    AREAS,
    BLASTS,
    DRIVEN,
    ROADS,
    aimed,
    can_be_hit,
    is_armour,
    is_lost,
    is_person,
    is_somebody,
    is_thing,
    leads_in,
)
from aftermath.extract.clusters.apart import coordinated
from aftermath.extract.clusters.by_parties import is_own_car
from aftermath.extract.clusters.cluster import MOVES, ON_PEOPLE, Cluster
from aftermath.extract.clusters.numbers import DESTROYING, is_single
from aftermath.extract.events.frames import Frame
from aftermath.extract.events.mortals import is_limb
from aftermath.extract.grammar.arguments import governor
from aftermath.extract.grammar.passive import is_passive
from aftermath.extract.grammar.phrases import by_name, conjuncts, counted, named, preposition
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table, words_of
from aftermath.model import Token

Rule = Callable[[Scene, Cluster], Iterable[Token]]

AT = ("on", "against", "at", "upon", "into", "targeting", "toward", "towards", "onto", "over")
"""Prepositions under which an event's verb or noun names what it hits."""
OF = frozenset({"shelling", "siege", "killing", "arrest", "abduction", "air_strike", "destruction", "explosion"})
"""Events whose noun names what it hits under "of" ("the shelling of Homs")."""
FIRED = BLASTS | {"destruction", "chemical_attack", "attack"}
"""Events that hit whatever their verb's object names, whether or not the table knows the thing."""
SPRUNG = frozenset({"ambush", "storming"})
"""Nouns of fighting that name what it hits under "of" as well."""
SPOTS = frozenset({"at", "in", "inside", "near", "over", "outside"})
"""Prepositions under which a place beside a thing that was hit only says where it stood."""
TAKEN_AS = frozenset({"prisoner", "hostage", "captive"})
"""What people are taken as ("took prisoner an agent")."""
HELD = frozenset({"arrest", "abduction", "escape"})
"""Events whose victims are targets even where they are only counted."""


STIRRING = frozenset(
    "rock shake turn grip engulf plunge mark mar follow spread divide sweep witness see disrupt".split()
)
"""Verbs over which an event's noun has for its object a place in which it is felt ("clashes rocked the city")."""
CAUSING = frozenset({"cause", "do", "inflict", "wreak"})
"""Verbs that have damage for their object."""
VEHICLES = frozenset("motorcycle motorbike bike bicycle horseback foot camel horse".split())
DRIVING = frozenset({"drive", "ram", "steer", "detonate", "crash"})
SLAYING = frozenset("massacre killing slaughter bloodbath carnage murder execution".split())
"""Nouns of killing, which is done to people and only located by a place."""
SHOOTING = frozenset({"shoot", "fire", "open", "aim"})
JUDGING = frozenset(
    "convict sentence jail imprison condemn try charge indict acquit prosecute identify name extradite question".split()
)
"""Verbs of what courts and police do with people because of an event."""


def striking(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """Object of the event's verb, subject of its passive, or what its noun was aimed at."""
    killed = {v.i for v in _victims(cluster)} if cluster.event not in ON_PEOPLE else set()
    for frame in aimed(cluster):
        for token in map(counted, frame.args.undergoers):
            if _is_felt(scene, frame, token) or _is_driven(frame, token) or token.lower in TAKEN_AS:
                continue
            if _is_judged(frame) or _is_worn(frame, token) or frame.row["needs"] == "takes_power":
                continue
            if not frame.is_verb and counted(token).i in killed and frame.args.by("on", "against"):
                continue  # "an attack on a base killed 40 soldiers"
            if not frame.is_verb and frame.event in ON_PEOPLE and token.i in scene.places:
                continue  # "Iran's executions"
            if any(c.i in scene.means for c in token.children("nmod")) and frame.row["needs"] == "chemical_object":
                continue  # "containers of toxic gas"
            fired = frame.event in FIRED if frame.is_verb else _hits(frame, token)
            fired = fired and is_thing(scene, token)
            fired = fired or (is_person(token) and frame.event in HELD)
            if is_limb(token):
                continue  # "cut the throat of an officer"
            done_to = frame.is_verb and frame.event in ON_PEOPLE and is_somebody(scene, token)
            if fired or done_to or is_lost(scene, frame, token) or can_be_hit(scene, token):
                yield token


def put_down(_: Scene, cluster: Cluster) -> Iterator[Token]:
    """The protest or crowd that was broken up or pushed back: "police broke up the rally"."""
    for frame in (f for f in cluster.frames if f.puts_down):
        yield from map(counted, frame.args.undergoers or frame.args.by("against"))


def leaving(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """Who got away: "dozens of prisoners escaped"."""
    for frame in aimed(cluster):
        if frame.event == "escape" and frame.is_verb and not frame.args.undergoers:
            yield from (t for t in frame.args.doers if can_be_hit(scene, t) or is_person(t))


def aiming(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """What stands under "on", "against" or "at" of the event: "strikes on a tunnel entrance"."""
    for frame in (f for f in aimed(cluster) if f.event not in MOVES):  # "into" and "at" are where people went
        if frame.row["needs"] == "aircraft_object":
            continue  # "shot down over the sea"
        sure = {t.i for t in frame.args.by("on", "against")} if not frame.is_verb else set()
        if frame.row["needs"] == "rams":
            sure = {t.i for t in frame.args.by("into", "at", "through")}
        for token in frame.args.by(*AT):
            entered = cluster.event == "killing" and frame.trigger.lemma in {"burst", "break"}  # "burst into a house"
            if entered or _is_where(frame, token) or (frame.event == "armed_clash" and _is_scene(scene, token)):
                continue
            flown = frame.is_verb and preposition(token) in {"on", "at"} and is_armour(scene, token)
            thing = token.i in sure and frame.event in FIRED and is_thing(scene, token)
            if can_be_hit(scene, token) or flown or thing:  # flown: "fired on a helicopter"
                yield token


def belonging(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """What the event's noun is of, or names before it: "the shelling of Homs", "the market bombing"."""
    for frame in aimed(cluster):
        if not frame.is_verb:
            of = frame.args.by("of") if frame.event in OF or frame.trigger.lemma in SPRUNG else ()
            lost = frame.event == "destruction"  # "the destruction of two tanks"
            yield from (t for t in of if can_be_hit(scene, t) or (lost and is_armour(scene, t)) or _is_held(frame, t))
            whereby = frame.event in HELD or frame.trigger.lemma in SLAYING  # "house arrest", "a church massacre"
            before = () if whereby else frame.trigger.children("compound")
            named = (c for c in before if c.lemma in table("targets") and c.i not in scene.means)
            yield from (c for c in named if not _is_driven(frame, c) and c.lemma not in ROADS)


def opposing(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """The other side: whom somebody fights, or from whom a place is taken."""
    for frame in aimed(cluster):
        if frame.event == "armed_clash" and not both_sides(frame) and not of_the_dead(frame):
            yield from (t for t in frame.args.by("with") if can_be_hit(scene, t))
            sides = (t for t in frame.args.by("from") if scene.is_side(t))  # none where they came "from Lebanon"
            yield from (t for t in sides if t.i not in scene.means)  # "firing from helicopters"
        if frame.event == "territory_taken" and frame.trigger.lemma == "lose":
            yield from (t for t in frame.args.doers if can_be_hit(scene, t))
        if frame.event == "territory_taken":
            of = (c for t in frame.args.undergoers for c in t.children("nmod:poss"))
            yield from (c for c in of if frame.is_verb and scene.is_side(c))  # "captured the rebels' last stronghold"
            for token in frame.args.by("from"):
                held = (c for c in token.children("compound", "amod", "nmod:poss") if names_party(scene, c))
                yield from [token] if can_be_hit(scene, token) else held


def damaging(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """What damage was done to: "damage to houses"."""
    for frame in aimed(cluster):
        if frame.event == "destruction":
            yield from (t for t in frame.args.by("to") if can_be_hit(scene, t))
    if cluster.event in FIRED:
        done = ((verb, t) for verb in _doing(cluster) for t in verb.children("obj") if t.lemma == "damage")
        harmed = (c for verb, t in done for c in (*t.children("nmod"), *verb.children("obl")) if preposition(c) == "to")
        yield from (t for first in harmed for t in conjuncts(counted(first)) if can_be_hit(scene, t))


def _doing(cluster: Cluster) -> Iterator[Token]:
    """The verbs that tell what an event and its harm did besides: "shelled the town, killing two and causing"."""
    for word in cluster.tokens:
        if word.dep == "nsubj" and word.head.lemma in CAUSING:
            yield word.head
        yield from (c for c in word.children("advcl", "conj", "xcomp") if c.lemma in CAUSING)


def included(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """Things added by "including": "on residential areas, including a prison"."""
    for frame in aimed(cluster):
        theirs = {i for doer in frame.args.doers for i in doer.subtree()}  # "militias including the brigades attacked"
        for i in (i for i in frame.trigger.subtree() if i not in theirs):
            token = scene.parse[i]
            if scene.same_clause(frame.trigger.i, i) and preposition(token) in {"including", "such as"}:
                listed = (t for t in conjuncts(token) if can_be_hit(scene, t))
                held = frame.event in HELD
                yield from (t for t in listed if held or not scene.is_people(t) or t.name_kind == "PERSON")


def suffering(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """Victims of what is done to people, and victims singled out by name."""
    people = (cluster.event in ON_PEOPLE and not _fired_on(scene, cluster)) or _killed_too(cluster)
    whole = list(_victims(cluster))
    if not whole and not cluster.frames:
        # "among the dead was the governor, Abdul Karim"
        whole = [t for t in map(named, _parts(cluster)) if t.name_kind == "PERSON"]
    for victim in whole if not mutual(cluster) else ():
        if (people or victim.name_kind == "PERSON") and can_be_hit(scene, victim):
            yield victim


def named_as(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """Who the dead are said to have been: "the victims were Ali and Omar", "one of those killed was a nurse"."""
    for toll in cluster.tolls:
        subject = toll.trigger if toll.victim is None else toll.victim
        while preposition(subject) == "of" and subject.dep == "nmod" and not subject.is_root:
            subject = subject.head  # "one of those killed"
        said = subject.head
        if subject.dep.startswith("nsubj") and said.child("cop") is not None and not preposition(said):
            told = (t for t in map(named, conjuncts(said)) if t.i not in scene.places)
            someone = (t for t in told if t.name_kind == "PERSON" or (scene.is_people(t) and is_single(t)))
            yield from (t for t in someone if t.pos in {"NOUN", "PROPN"})


def _fired_on(scene: Scene, cluster: Cluster) -> bool:
    """Whether shots were aimed at what or whom the dead were part of ("fired on a bus, killing two")."""
    shots = [f for f in cluster.frames if f.is_verb and f.trigger.lemma in SHOOTING]
    aimed_at = (t for f in shots for t in f.args.by("on", "at", "upon"))
    passive = (t for f in shots if f.trigger.lemma == "fire" and is_passive(f.trigger) for t in f.args.undergoers)
    apart = all(t.trigger.i != f.trigger.i for t in cluster.tolls for f in shots)
    return apart and any(can_be_hit(scene, counted(t)) for t in (*aimed_at, *passive))


def _killed_too(cluster: Cluster) -> bool:
    """Whether people were killed beside what was destroyed: "killed six officers and set fire to the station"."""
    return cluster.event == "destruction" and any(
        t.kind == "killed" and coordinated(t.trigger, f.trigger) for t in cluster.tolls for f in cluster.frames
    )


def harmed(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """The victims, singled out, fighters or civilians, where nothing else is said to have been hit."""
    for victim in _singled_out(scene, cluster) if not mutual(cluster) else ():
        if victim.lemma in BOMBERS and cluster.event in {"explosion", "suicide_bombing"}:
            continue  # "all three attackers died"
        armed = victim.lemma in words_of("people", "kind", "combatant")
        if cluster.event == "armed_clash" or armed or is_single(victim) or victim.lemma == "civilian":
            yield victim


def _singled_out(scene: Scene, cluster: Cluster) -> list[Token]:
    """The victims whom words name, else the fighters of a bare number ("nine dead, including five soldiers")."""
    whole = [t for t in _victims(cluster) if can_be_hit(scene, t)]
    return whole or [t for t in _parts(cluster) if scene.is_combatant(t)]


def inflicted(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """On whom losses were inflicted: "inflicted 23 casualties on the army", "heavy casualties among the marines"."""
    for toll in cluster.tolls:
        verb = toll.trigger.head
        if toll.trigger.lemma in {"casualty", "casualties", "loss"}:
            among = (t for t in toll.trigger.children("nmod") if preposition(t) == "among")
            yield from (c for t in among for c in conjuncts(t) if scene.is_side(c) or can_be_hit(scene, c))
        if toll.trigger.dep == "obj" and verb.lemma in {"inflict", "cause"}:
            under = (*verb.children("obl"), *toll.trigger.children("nmod"))
            sides = (c for t in under if preposition(t) in {"on", "upon", "to", "among"} for c in conjuncts(t))
            yield from (t for t in sides if scene.is_side(t))


def told_before(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """The person told of before whom "he" or "him" means: "the judge left home; gunmen shot him"."""
    if cluster.event not in ON_PEOPLE:
        return
    verbs = (f for f in aimed(cluster) if f.is_verb and f.args.doers)
    hit = [t for f in verbs for t in f.args.undergoers]
    hit += [t.victim for t in cluster.tolls if t.victim is not None and not t.part and t.kind == "killed"]
    meant = (person_before(scene, t) for t in {t.i: t for t in hit}.values())
    yield from (t for t in meant if t is not None)


RULES: tuple[Rule, ...] = (
    striking,
    put_down,
    leaving,
    aiming,
    belonging,
    opposing,
    damaging,
    meeting,
    standing,
    passing,
    included,
    inflicted,
    suffering,
    named_as,
    told_before,
)
LAST: tuple[Rule, ...] = (harmed, beside)
"""Rules that are asked only where the others find nothing."""


def targets(scene: Scene, cluster: Cluster, doers: Iterable[Token]) -> tuple[list[Token], str]:
    """Head tokens of who or what was hit, in order, doers left out, and the reasons."""
    voice = scene.voices.at(cluster.trigger)
    speakers = map(scene.parse.__getitem__, voice.speakers if voice is not None else ())
    done = {t.i for t in doers} | {t.i for t in speakers if speaks_behind(t, voice)}
    for rules in (RULES, LAST):
        found: list[Token] = []
        reasons: list[str] = []
        for rule in rules:
            hit = [n for t in rule(scene, cluster) if t.i not in done for c in _listed(counted(t)) for n in by_name(c)]
            hit = [t for t in hit if t.i not in done and not _is_ground(scene, cluster, t)]
            found += hit
            reasons += [rule.__doc__ or ""] if hit else []
        if found:
            things = [t for t in found if not (_is_wide(scene, t) or _is_spot(scene, t, found))]
            return distinct(things or found), " ".join(reasons)
    return [], ""


def _is_wide(scene: Scene, token: Token) -> bool:
    """Whether a province or country is only listed behind what was hit ("schools in Aleppo and Idlib provinces")."""
    mention = scene.places.get(token.i)
    wide = mention is not None and mention.place.precision in {"province", "region", "country"}
    return wide and token.dep == "conj" and token.head.i not in scene.places


def _is_spot(scene: Scene, token: Token, found: Iterable[Token]) -> bool:
    """Whether a place only says where what was hit stood ("bombed two hideouts at Pandanguo")."""
    marked = token.head if token.dep == "conj" else token
    if token.i not in scene.places or preposition(marked) not in SPOTS:
        return False
    return any(t.i not in scene.places and t.lemma not in AREAS for t in found)


def _listed(token: Token) -> list[Token]:
    """The places that a noun of place lists: "the towns of Latamna and Kafr Zita" are two, else the token itself."""
    if token.lemma not in AREAS or token.lower == token.lemma:
        return [token]
    of = next((c for c in token.children("nmod") if preposition(c) == "of"), None)
    places = conjuncts(of) if of is not None else []
    return places if len(places) > 1 else [token]


def _is_held(frame: Frame, token: Token) -> bool:
    """Whether people are only counted who were taken: "the arrest of 35 people"."""
    return frame.event in HELD and is_person(token)


def _victims(cluster: Cluster) -> Iterator[Token]:
    return (counted(t.victim) for t in cluster.tolls if t.victim is not None and not t.part)


def _parts(cluster: Cluster) -> Iterator[Token]:
    """Those singled out among the victims."""
    return (counted(t.victim) for t in cluster.tolls if t.victim is not None and t.part)


def _is_ground(scene: Scene, cluster: Cluster, token: Token) -> bool:
    """Whether what was taken or fled is a place: that is where it happened, and no target (gold guide)."""
    if cluster.event not in {"territory_taken", "displacement"} or scene.is_side(token):
        return False
    if cluster.event == "displacement" and token.lemma in {"home", "house"}:
        return True
    if token.lemma in table("sites") and scene.is_common(token):
        return False
    before = token.children("amod", "compound", "nmod:poss")
    if token.lemma not in AREAS and scene.is_common(token) and any(names_party(scene, c) for c in before):
        return False  # "a guerrilla camp"
    return token.i in scene.places or token.lemma in AREAS or token.lemma in table("place_nouns")


def _hits(frame: Frame, token: Token) -> bool:
    """Whether the token is what an event's noun is said to have hit: "two raids targeted the post"."""
    verb = governor(frame.trigger)
    return verb is not None and verb.lemma in DESTROYING and token.dep in {"obj", "conj", "nsubj:pass"}


def _is_driven(frame: Frame, token: Token) -> bool:
    """Whether a vehicle is the bomb and not what it hit: "drove a truck into", "a car bombing"."""
    if token.lemma not in DRIVEN or frame.event not in {"suicide_bombing", "explosion", "attack"}:
        return False
    verb = frame.trigger if frame.is_verb else governor(frame.trigger)  # "a bomber drove a lorry into the gate"
    return token.dep == "compound" or (verb is not None and verb.lemma in DRIVING) or is_own_car(frame, token)


def _is_worn(frame: Frame, token: Token) -> bool:
    """Whether it is what a bomber wore ("detonated his belt")."""
    return token.lemma in {"belt", "vest"} and frame.event in {"suicide_bombing", "explosion"}


def _is_judged(frame: Frame) -> bool:
    """Whether somebody is only judged for it or taken for who did it ("were convicted of the bombing")."""
    verb = None if frame.is_verb else governor(frame.trigger)
    return verb is not None and verb.lemma in JUDGING


def _is_felt(scene: Scene, frame: Frame, token: Token) -> bool:
    """Whether a place is only where an event is felt or seen: "clashes rocked the city", "the city saw a bombing"."""
    if frame.is_verb or not (token.i in scene.places or token.lemma in AREAS):
        return False
    verb = governor(frame.trigger)
    return verb is not None and verb.lemma in STIRRING


def _is_where(frame: Frame, token: Token) -> bool:
    """Whether what stands under "on" or "at" is where or how it was done: "shot on the road", "held at his home"."""
    if token.lemma in VEHICLES | {"edge"} or frame.event in {"arrest", "abduction"} or leads_in(frame, token):
        return True
    by_man = frame.trigger.lemma == "hit" and is_passive(frame.trigger) and bool(frame.args.doers)
    if (frame.trigger.lemma == "shoot" or by_man) and frame.is_verb and frame.args.undergoers:
        return preposition(token) in {"at", "on"}  # "was shot dead at a roadblock", "was hit by a sniper at it"
    if frame.event == "killing" and not frame.is_verb and frame.trigger.lemma in SLAYING:
        return preposition(token) == "at"  # "the massacre at Mazar-i-Sharif"
    if frame.event == "killing" and frame.is_verb and frame.trigger.lemma not in SHOOTING:
        return preposition(token) != "against"
    return token.lemma in ROADS and frame.event not in {"shelling", "air_strike", "attack"}


def _is_scene(scene: Scene, token: Token) -> bool:
    """Whether a fight is only located by it: "an ambush at the bridge", "fighting at Sake"."""
    return preposition(token) in {"at", "into", "over"} and not (scene.is_side(token) or scene.is_people(token))
