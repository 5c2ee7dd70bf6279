"""Checks of words for protests that are put down, uprisings that are dated, and people behind bars."""

from aftermath.extract.events.needs.persons import CAPTIVES, MARCHERS
from aftermath.extract.grammar.arguments import Arguments, kept_in
from aftermath.extract.grammar.phrases import preposition
from aftermath.extract.layout.scene import Scene
from aftermath.model import Token

GATHERINGS = frozenset(
    "protest demonstration rally march riot unrest uprising sit-in encampment vigil procession".split()
)
"""Nouns of people in the streets."""
CROWDS = MARCHERS | {"crowd"}
"""Who is driven off the streets, not out of a fight."""
DUNGEONS = frozenset("prison jail cell facility centre center camp site house base barracks dungeon".split())
"""Where people are locked up."""
HIDDEN = frozenset("secret clandestine torture interrogation detention underground".split())
"""What places are called in which people are made to disappear."""
JUDGED = frozenset("sentence convict charge guilty indict try trial hang execute".split())
"""Words of those who have to answer for what they did."""
PERSONS = frozenset({"he", "she", "they", "him", "her", "them", "us"})
ARMED = frozenset("armed rebel rebellion jihadist islamist insurgent guerrilla".split())
"""Words by which an uprising is a war."""


def crowd(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Those who are put down, broken up or pushed back have taken to the streets."""
    judged = any(t.i not in scene.means for t in args.by("with", "of")) or not any(map(scene.is_side, args.doers))
    if trigger.lemma in {"charge", "clear"} and judged:
        return False  # "charged 12 protesters with murder", "a judge cleared two protesters"
    put_down = (*args.undergoers, *(args.by("against") if trigger.lemma == "push" else ()))
    return any(scene.counted(t).lemma in GATHERINGS | CROWDS or _marches(t) or _sits_in(t) for t in put_down)


def _sits_in(noun: Token) -> bool:
    """Whether a noun is a sit-in, whose last part alone is its word."""
    return noun.lemma == "in" and any(c.lemma == "sit" for c in noun.children("compound"))


def _marches(person: Token) -> bool:
    """Whether people are those who march ("beat people who were demonstrating")."""
    return any(c.lemma in {"demonstrate", "protest", "march", "rally"} for c in person.children("acl", "acl:relcl"))


def confined(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """People are said to be in jail, in custody or behind bars; who only live there are counted."""
    if trigger.lemma == "bar" and preposition(trigger) != "behind":
        return False
    who = trigger.head
    counted = any(t.i in scene.quantities for t in (who, who.head, *who.children("nummod")))
    if trigger.dep == "nmod" and (not counted or who.lemma in CAPTIVES):
        return False  # "the prisoners in the old jail"
    return any(scene.is_people(t) or t.name_kind == "PERSON" or t.lower in PERSONS for t in kept_in(trigger))


def dated(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """An uprising or a revolution is told with its year or month ("the 2011 uprisings"), and is no war."""
    around = [*trigger.children(), *(t for _, t in args.obliques)]
    known = any(t.lower == "the" for t in around)  # "in the deadliest unrest for years"
    placed = any(t.i in scene.places for t in around) and trigger.lemma == "unrest" and not known
    toppled = trigger.child("acl:relcl") is not None and trigger.lemma != "unrest"
    news = placed or toppled or trigger.dep.startswith(("nsubj", "obj"))
    if not news or any(t.lemma in ARMED for t in around):
        return False
    return any(t.i in scene.times and scene.times[t.i].time.start is not None for t in around)


def exiled(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Many are driven abroad or go there; one man's exile displaces nobody."""
    who = [scene.counted(t) for t in args.undergoers or args.doers]
    return any(scene.is_people(t) and "Number=Plur" in t.feats for t in who)


def to_dungeon(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """People are taken to a secret prison, a torture centre or the like."""
    who = any(scene.is_people(t) or t.name_kind == "PERSON" or t.lower in PERSONS for t in args.undergoers)
    places = [t for t in args.by("to", "into") if t.lemma in DUNGEONS]
    return who and any(c.lemma in HIDDEN for t in places for c in t.children("amod", "compound"))


def takes_power(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Somebody seizes power, and nothing does."""
    aside = trigger.dep == "acl:relcl"  # "the generals who seized power in 2021"
    return not aside and any(scene.is_side(t) or scene.is_people(t) or t.pos == "PRON" for t in args.doers)


def tried(scene: Scene, trigger: Token, args: Arguments) -> bool:
    """Crimes of war for which somebody is tried, told with their day or year."""
    of_war = any(c.lemma in {"war", "humanity"} for c in trigger.children("compound", "nmod"))
    behind = range(trigger.i, trigger.sent.end) if of_war else ()
    told = any(i in scene.times and scene.times[i].time.start is not None for i in behind)
    return told and any(t.lemma in JUDGED for t in trigger.ancestors())
