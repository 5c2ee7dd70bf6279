"""What an event is called after the means named with it: an attack by jets is an air strike."""

from aftermath.extract.clusters.cluster import RIOT, SHOOTING, VIOLENT, Cluster
from aftermath.extract.grammar.phrases import NUMBERS, preposition
from aftermath.extract.layout.arms import Means
from aftermath.extract.lexicon import table
from aftermath.model import Token

OPEN = frozenset({"attack", "explosion", "killing"})
"""Events that a suicide attacker's presence turns into a suicide bombing."""
WEARING = frozenset({"wear", "carry", "don"})
CARRIED = frozenset({"rocket-propelled", "rpg", "grenade", "rocket"})
"""Arms that men carry beside their rifles, and that make no shelling of their attack."""
WRECKING = frozenset({"destroy", "damage", "burn", "wreck", "lose"})
"""Verbs of what becomes of aircraft on the ground."""
SETTING_OFF = frozenset("set detonate trigger activate blow explode".split())
"""Verbs with which a bomber sets off what he wears."""
WORKS = frozenset(
    "factory plant works pipeline field station facility company refinery terminal worker boat ship".split()
)
CRASHING = frozenset({"crash", "fall", "come", "plunge", "ditch"})
"""Verbs of aircraft that strike nobody."""
FIRED_FROM = {"tank": "shelling", "aircraft": "air_strike"}
"""What the shots are that are fired from it; the guide's `shelling` takes in tanks."""
BACKING = frozenset("back aid support assist help accompany reinforce escort".split())
"""Participles of who stands behind those who did it."""
MAY_FLY = frozenset({"raid", "sortie", "assault", "operation"})
"""Words of fighting that are air strikes where aircraft carry them out."""


def named_by_means(cluster: Cluster, means: list[Means]) -> tuple[str, str]:
    """The event that the means make of a cluster, and the table row that says so ("" where none does)."""
    event = cluster.event
    if any(f.row["needs"] == "aircraft_object" for f in cluster.frames):
        return event, ""  # the aircraft was brought down, and bombed nobody
    if (otherwise := _crackdown(cluster, means) or _fired(cluster, means)) is not None:
        return otherwise
    idle = (_carries, _is_shot_at, _only_backs, _names_event)
    told = (m for m in means if not any(rule(cluster, m) for rule in idle))
    means = _telling(event, [m for m in told if not _names_works(cluster, m)])
    given = [(m.row["event"], m.row.where) for m in means if m.row["event"]]
    codes = dict(reversed(given))
    if event in VIOLENT and "chemical_attack" in codes:
        return "chemical_attack", codes["chemical_attack"]
    if event in OPEN and "suicide_bombing" in codes:
        return "suicide_bombing", codes["suicide_bombing"]
    fired = any(f.row["needs"] == "fired_on" for f in cluster.frames)
    aircraft = [
        pair for pair, m in zip(given, (m for m in means if m.row["event"]), strict=True) if m.row["kind"] == "aircraft"
    ]
    if event == "destruction" and (wrought := _wrought(cluster, means)):
        return wrought
    if given and (event == "attack" or (event == "killing" and (fired or not cluster.frames))):
        return (aircraft or given)[0]
    by_air = next((m for m in means if m.row["kind"] in {"aircraft", "air bomb"}), None)
    flown = "" if by_air is None or _named_second(cluster, means, by_air) else by_air.row.where
    if event == "shelling" and (flown := flown or _dropped(cluster, means)):
        return "air_strike", flown
    if event == "explosion" and "shelling" in codes and "explosion" not in codes:
        return "shelling", codes["shelling"]  # "a mortar bomb hit a church"
    if "air_strike" in codes and _may_fly(cluster, codes):
        return "air_strike", codes["air_strike"]
    return event, ""


def _fired(cluster: Cluster, means: list[Means]) -> tuple[str, str] | None:
    """What arms make of an event whose word leaves it open: shots from a tank, what somebody "bombed" with."""
    return _fired_from(cluster, means) or _bombed_with(cluster, means)


def _bombed_with(cluster: Cluster, means: list[Means]) -> tuple[str, str] | None:
    """Shelling, where somebody "bombed" with what is fired from the ground ("they bombed us with Grad missiles")."""
    thrown = {t.i for f in cluster.frames if f.is_verb and f.trigger.lemma == "bomb" for t in f.args.by("with")}
    if not thrown or any(m.row["kind"] in {"aircraft", "air bomb"} for m in means):
        return None
    found = (m for m in means if m.row["event"] == "shelling" and thrown & set(range(m.start, m.end)))
    return next((("shelling", m.row.where) for m in found), None)


def _named_second(cluster: Cluster, means: list[Means], by_air: Means) -> bool:
    """Whether something fired is named first of two means ("missiles and drones"), which gives the event."""
    parse = cluster.trigger.parse
    fired = [m for m in means if m.row["event"] == "shelling" and m.start < by_air.start]
    words = [parse[i] for i in range(by_air.start, by_air.end)]
    words += [w.head for w in words if w.dep == "nmod" and w.head.lemma in NUMBERS]  # "and dozens of drones"
    listed = {t.i for word in words if word.dep == "conj" for t in (word, word.head)}
    return any(listed & set(range(m.start, m.end)) for m in fired)


def _names_event(cluster: Cluster, means: Means) -> bool:
    """Whether "air" is part of the name of an event that stands for itself ("shelling and air strikes")."""
    word = cluster.trigger.parse[means.end - 1]
    part = means.row["kind"] == "air" and word.dep == "compound"
    return part and any(f.trigger.i == word.head.i for f in cluster.frames)


def _only_backs(cluster: Cluster, means: Means) -> bool:
    """Whether aircraft or tanks only stand behind those who did it ("troops backed by warplanes shelled the town")."""
    token = cluster.trigger.parse[means.end - 1]
    while token.dep == "conj":
        token = token.head
    return token.head.lemma in BACKING and token.head.dep.startswith(("acl", "amod", "advcl"))


def _crackdown(cluster: Cluster, means: list[Means]) -> tuple[str, str] | None:
    """A crowd set upon: `killing` where people died, `protest` where it was tear gas and the like alone (the guide)."""
    riot = [m.row.where for m in means if m.row["kind"] == "riot arms"]
    if cluster.event == "protest" and any(t.kind == "killed" for t in cluster.tolls):
        row = next((f.row.where for f in cluster.frames if f.row["needs"] in RIOT), None)
        return None if row is None else ("killing", row)
    if cluster.event in {"killing", "shelling"} and riot and len(riot) == len(means) and not cluster.tolls:
        return "protest", riot[0]
    return None


def _carries(cluster: Cluster, means: Means) -> bool:
    """Whether an aircraft only carries the dead ("brought out six bodies by helicopter"), or those hit carry arms."""
    found = not cluster.frames and all(t.trigger.pos != "VERB" for t in cluster.tolls)
    token = cluster.trigger.parse[means.end - 1]
    if token.lemma == "bomber" and any(c.lemma in table("people") for c in _beside(token)):
        return True  # "teams of gunmen and bombers"
    if token.dep == "obj" and token.head.lemma in WEARING and _is_hit(cluster, token.head):
        return True  # "police shot five suspects wearing explosive belts"
    if means.row["kind"] == "aircraft" and token.dep == "nsubj" and token.head.lemma in CRASHING:
        return True  # "died when their helicopter came down"
    return found and means.row["kind"] == "aircraft" and preposition(token) in {"by", "in", "on", "aboard"}


def _beside(token: Token) -> list[Token]:
    """What a word is coordinated with."""
    return [*token.children("conj"), *([token.head] if token.dep == "conj" else [])]


def _is_hit(cluster: Cluster, clause: Token) -> bool:
    """Whether a clause tells of somebody to whom the event is done."""
    return clause.dep.startswith("acl") and clause.head.i in _done_to(cluster)


def _done_to(cluster: Cluster) -> set[int]:
    """The tokens of those to whom the event is done."""
    hit = {t.i for f in cluster.frames for t in f.args.undergoers}
    return hit | {t.victim.i for t in cluster.tolls if t.victim is not None}


def _is_shot_at(cluster: Cluster, means: Means) -> bool:
    """Whether aircraft, tanks or bombers are what is fired on, and no means ("on the helicopters", "into the air")."""
    set_off = any(f.trigger.lemma in SETTING_OFF for f in cluster.frames)  # "suspects set off explosive belts"
    arms = cluster.trigger.parse[means.end - 1]
    if means.row["kind"] == "suicide" and arms.i in _done_to(cluster) and not set_off:
        return True  # "soldiers shot dead a suicide bomber"
    if means.row["kind"] == "aircraft" and arms.dep in {"obj", "nsubj:pass"} and arms.head.lemma in WRECKING:
        return True  # "an explosion destroyed nine planes"
    aimed = {t.i for f in cluster.frames if f.is_verb for t in f.args.by("on", "at", "upon", "against", "into", "in")}
    return means.row["kind"] in {"aircraft", "tank", "air"} and bool(aimed & set(range(means.start, means.end)))


def _names_works(cluster: Cluster, means: Means) -> bool:
    """Whether the word says what a works is for ("a gas factory", "a rocket plant")."""
    token = cluster.trigger.parse[means.end - 1]
    return token.dep == "compound" and token.head.i >= means.end and token.head.lemma in WORKS


def _fired_from(cluster: Cluster, means: list[Means]) -> tuple[str, str] | None:
    """What the fire of a tank's gun, or of helicopters, makes of a killing ("helicopters shot at people")."""
    if cluster.event != "killing":
        return None
    shot = [f for f in cluster.frames if f.is_verb and f.row.words[0] in SHOOTING]
    doers = {t.i for f in shot for t in f.args.doers}
    found = (m for m in means if m.row["kind"] in FIRED_FROM and doers & set(range(m.start, m.end)))
    return next(((FIRED_FROM[m.row["kind"]], m.row.where) for m in found), None)


def _dropped(cluster: Cluster, means: list[Means]) -> str:
    """The row of bombs that fall, which were dropped; a mortar bomb was not."""
    if cluster.trigger.lemma not in {"fall", "rain"} or len(means) != 1 or means[0].row["kind"] == "mortar":
        return ""
    return means[0].row.where if means[0].row.words[-1] == "bomb" else ""


def _telling(event: str, means: list[Means]) -> list[Means]:
    """The means that may say what an attack was: not the grenades of men who carry rifles as well."""
    if any(m.row["kind"] in {"riot arms", "small arms"} for m in means):
        means = [m for m in means if m.row.words != ("gas",)]  # "hurt by bullets, gas or batons": tear gas
    if event not in {"attack", "killing"} or all(m.row["kind"] not in {"small arms", "blade"} for m in means):
        return means
    return [m for m in means if m.row.words[0] not in CARRIED]


def _wrought(cluster: Cluster, means: list[Means]) -> tuple[str, str] | None:
    """The event of the means that destroyed something: its planes, shells, a bomb, as doer or behind "with"."""
    doers = {t.i for f in cluster.frames for t in (*f.args.doers, *f.args.by("with", "by"))}
    found = (m for m in means if m.row["event"] and doers & set(range(m.start, m.end)))
    return next(((m.row["event"], m.row.where) for m in found), None)


def _may_fly(cluster: Cluster, codes: dict[str, str]) -> bool:
    """Whether the event's own words may be of an attack from the air."""
    if cluster.event == "shelling":
        return "shelling" not in codes
    return cluster.event == "explosion" or (cluster.event == "armed_clash" and cluster.trigger.lemma in MAY_FLY)
