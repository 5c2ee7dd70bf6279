"""Which accounts are claims though their report is of other things: what is told is armed or of public violence itself.

Takes a draft of a report that is not of armed conflict (`layout/war`), gives whether it stands for itself.
"""

from aftermath.extract.clusters.cluster import HEAVY, ON_PEOPLE, VIOLENT
from aftermath.extract.draft import Draft
from aftermath.extract.layout.scene import Scene
from aftermath.extract.selection.mishaps import POLICE
from aftermath.model import Token

MOBS = frozenset({"mob", "mobs", "vigilante", "lynching"})
"""Crowds that are armed enough."""
RULERS = frozenset({"regime", "junta", "dictatorship"})
"""Those in power under whom killings and arrests are no common matter."""
STREETS = frozenset({"protester", "protestor", "demonstrator", "rioter"})
"""Crowds that are of public affairs by their name."""
MULTITUDE = 1000
"""So many people who leave their homes tell of war, or of a mishap that the report names."""
MANY = 10
"""So many dead of clashes, blasts or a riot are no common crime."""
OUTSPOKEN = frozenset(
    "activist journalist reporter protester protestor demonstrator dissident opposition campaigner unionist".split()
)
"""Whose arrest is of public affairs; others in office are arrested for common crimes too."""
PUBLIC = OUTSPOKEN | frozenset(
    "politician lawmaker legislator senator candidate mayor governor minister premier president judge prosecutor"
    " peacekeeper".split()
)
"""Whose violent death is of public affairs."""
COMMON = frozenset("death violence murder homicide femicide attack".split())
"""Nouns of deaths that are as often of illness and common crime."""
MURDERS = frozenset({"assassinate", "assassination", "lynch", "lynching"})
"""Words of killings that are public by themselves."""
HELD_OVER = frozenset(
    "protest demonstration rally march riot unrest sit blockade treason sedition terrorism coup dissent".split()
)
"""Over what, or amid what, people are held for public affairs."""
CRIMES = frozenset(
    "rape assault theft steal fraud murder corruption bribery extortion embezzlement embezzle drug trafficking".split()
)
"""Over what anybody is held, whoever he is."""
HELD_FOR = frozenset("terror terrorism terrorist extremist militant separatist dissident opposition political".split())
"""Words beside suspects and prisoners of conflicts."""
RIOTS = frozenset({"riot", "unrest", "uprising"})
LARGE = frozenset("mass massive nationwide violent anti-government countrywide widespread huge large deadly".split())
"""Words of protests that are news of themselves."""
BREAKING_OUT = frozenset("break erupt rage flare".split())
"""What unrest does of itself."""
TAKING = frozenset({"storm", "occupy", "ransack", "seize"})
"""What protesters do with buildings."""
WARS = frozenset("war offensive invasion".split())
"""Nouns of what states do to each other."""
NAMING = frozenset("flat compound appos amod nmod:desc".split())
"""How the words of one name or title hang together."""


def is_armed(scene: Scene, draft: Draft) -> bool:
    """Whether arms, fighters, a mob or a state stand in the claim itself, many died, or public life is its matter.

    Police and stones do for protests, arrests, clashes with a toll and attacks on police alone.
    """
    return _bears_arms(scene, draft) or _is_public(draft) or _is_of_states(scene, draft)


def _bears_arms(scene: Scene, draft: Draft) -> bool:
    parties = [t for t in (*draft.attackers, *draft.targets) if scene.is_combatant(t)]
    police = any(t.lemma in POLICE for t in draft.attackers)
    if draft.event in {"protest", "arrest"} or (draft.event == "armed_clash" and draft.harm):
        return bool(draft.weapons or parties) or (police and draft.event != "arrest")
    if draft.event == "displacement" and any((h.low or 0) >= MULTITUDE for h in draft.harm):
        return True
    ruled = draft.event in ON_PEOPLE and any(t.lemma in RULERS for t in draft.attackers)
    if ruled or any(t.lemma in MOBS for t in draft.attackers):
        return True
    crowd = any(scene.is_people(t) and t.lower != t.lemma for t in draft.attackers)
    if draft.event == "attack" and crowd and any(t.lemma in POLICE for t in draft.targets):
        return True
    arms = [m for m in draft.weapons if m.row["kind"] not in {"riot arms", "tank"}]
    return bool(arms) or any(t.lemma not in POLICE for t in parties)


def _is_public(draft: Draft) -> bool:
    """Whether it is of public affairs: who was killed or held, how many died in it, or what kind of protest it was."""
    hit = [*draft.targets, *(t.victim for t in draft.cluster.tolls if t.victim is not None)]
    if draft.event == "protest":
        return _breaks_out(draft) or _takes_to_streets(draft)
    if draft.event in {"arrest", "abduction"}:
        over = [*draft.trigger.children("obl", "advcl"), *draft.trigger.children("nmod")]
        matter = {w.lemma for t in over for w in (t, *t.children("compound", "amod", "nmod"))}
        if matter & HELD_OVER:
            return True
        return not matter & CRIMES and any(_is_known_as(t, OUTSPOKEN | HELD_FOR) for t in hit)
    if draft.event not in VIOLENT or not draft.harm:
        return False
    fought = any(f.event != "killing" and f.trigger.lemma not in COMMON for f in draft.cluster.frames)
    many = fought and any(h.kind == "killed" and (h.low or 0) >= MANY for h in draft.harm)
    murdered = any(f.trigger.lemma in MURDERS for f in draft.cluster.frames)
    slain = draft.event == "killing" and any(f.trigger.lemma not in COMMON for f in draft.cluster.frames)
    return many or murdered or any(t.lemma in PUBLIC or (slain and _is_known_as(t, PUBLIC)) for t in hit)


def _is_known_as(token: Token, titles: frozenset[str]) -> bool:
    """Whether one of these words stands by somebody's name, here or where the report names him again."""
    parse = token.parse
    words = {t.lemma for t in (token, *token.children("flat")) if t.pos == "PROPN" or token.lemma not in titles}
    again = (parse[i] for i, lemma in enumerate(parse.lemmas) if lemma in words)
    return token.lemma in titles or any(_is_called(t, titles) for t in again if t.pos == token.pos)


def _is_called(name: Token, titles: frozenset[str]) -> bool:
    """Whether one of these words is of the phrase that a name or noun stands in."""
    head = name
    while head.dep in NAMING and not head.is_root:
        head = head.head
    return any(t.lemma in titles or t.lower in titles for t in (head, *head.children(*NAMING)))


def _breaks_out(draft: Draft) -> bool:
    """Whether unrest is itself what is told: riots with their day, what broke out, or large protests."""
    noun = draft.trigger
    if noun.lemma in RIOTS and draft.times and draft.places:
        return True
    told = noun.is_root or noun.dep.startswith("nsubj")
    large = noun.lemma in RIOTS or any(c.lemma in LARGE for c in noun.children("amod"))
    return told and noun.pos == "NOUN" and (large or noun.head.lemma in BREAKING_OUT)


def _takes_to_streets(draft: Draft) -> bool:
    """Whether people took to the streets of a place on a day, or protesters took a building."""
    verb = draft.trigger
    streets = verb.pos == "VERB" and any(c.lemma == "street" for c in verb.children("obl", "obj"))
    took = verb.lemma in TAKING and draft.targets and any(t.lemma in STREETS for t in draft.attackers)
    return bool(took or (streets and draft.times and draft.places))


def _is_of_states(scene: Scene, draft: Draft) -> bool:
    """Whether a state struck with what only states have, made war on another, or took land on a day that is told."""
    if draft.event in HEAVY:
        return any(scene.is_side(t) or _is_land(scene, t) for t in draft.attackers)
    lands = [t for t in (*draft.attackers, *draft.targets) if _is_land(scene, t)]
    if draft.event == "armed_clash" and draft.trigger.lemma in WARS:
        return len(lands) > 1 or bool(lands and draft.places)
    took = draft.event == "territory_taken" and draft.trigger.pos == "VERB" and draft.times and draft.places
    return bool(took) and any(_is_land(scene, t) for t in draft.attackers)


def _is_land(scene: Scene, token: Token) -> bool:
    mention = scene.places.get(token.i)
    return mention is not None and mention.place.precision == "country"
