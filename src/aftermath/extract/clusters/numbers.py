"""How many: strikes and rockets of an event, and people harmed by it."""

from collections.abc import Sequence
from dataclasses import replace

from aftermath.extract.clusters.apart import coordinated
from aftermath.extract.clusters.aside import DYING
from aftermath.extract.clusters.cluster import Cluster
from aftermath.extract.events.figures import put_at
from aftermath.extract.events.harm import Toll, group
from aftermath.extract.events.mortals import BOTH, DEAD, ONE
from aftermath.extract.events.shares import ONE_MORE
from aftermath.extract.grammar.arguments import ORDINALS
from aftermath.extract.grammar.phrases import core, preposition
from aftermath.extract.layout.arms import MEASURES
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.model import Count, Harm, Quantity, Token
from aftermath.model.words import words_at

DESTROYING = frozenset(
    "destroy hit strike bomb target sink burn down damage wreck attack blow knock disable shoot".split()
)
"""Verbs whose object, though it be a tank, is what was hit and not what it was hit with."""
THROWN = "The number of weapons that the event's verb has as subject or object."
MANY = frozenset("group gang crew squad unit band team garrison family crowd patrol column cell".split())
"""Singular nouns for several people."""
TOGETHER = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "threesome": 3, "quartet": 4, "foursome": 4}
"""Nouns for so many people."""
DEADLY = frozenset({"kill", "martyr", "slay", "killing"})
HURTING = frozenset({"wound", "injure", "hurt"})
"""Words of harm that are told in one breath of a group."""
HOUSEHOLDS = frozenset({"family", "household"})
"""Nouns whose number counts people only from below; of those who flee, households are what is counted."""
PLURAL = frozenset("people children women men police personnel troops others dead wounded injured forces".split())


def count(scene: Scene, cluster: Cluster) -> tuple[Count | None, str]:
    """The number of strikes, shells or raids where one stands before the trigger or the weapon, and the reason."""
    for frame in cluster.frames:
        objects = () if frame.trigger.lemma in DESTROYING else frame.args.undergoers
        thrown = (t for t in (*frame.args.doers, *objects) if t.i in scene.means and t.lemma not in MEASURES)
        things = [t for t in thrown if scene.means[t.i].is_weapon] if frame.is_verb else [frame.trigger]
        for thing in things:
            quantity = _counting(scene, thing)
            if quantity is not None and not any(_counts_people(t, quantity) for t in cluster.tolls):
                end = scene.parse.ends[core(thing, of=False)[1] - 1]
                found = words_at(scene.parse.text, quantity.span[0], max(end, quantity.span[1]))
                rule = "The number before the word for the event." if thing is frame.trigger else THROWN
                return Count(text=found.text, span=found.span, low=quantity.low, high=quantity.high), rule
    return None, ""


def _counts_people(toll: Toll, quantity: Quantity) -> bool:
    """Whether a number is already that of those harmed ("hundreds of deaths", "thousands of people in jail")."""
    return toll.words.span[0] <= quantity.span[0] < toll.words.span[1]


def harm(scene: Scene, cluster: Cluster) -> list[Harm]:
    """The harm of an event, in order; "killed or wounded 20" leaves the numbers of both open."""
    out: list[Harm] = []
    whole: int | None = None
    told = [t for t in cluster.tolls if not (_are_bodies_of(t, cluster.tolls) or _then_died(scene, t, cluster.tolls))]
    for toll in _wholes_first(_summed(scene, told)):
        low, high = bounds(scene, toll)
        if toll.part and whole is not None and out[whole].low == low and out[whole].who == toll.who:
            continue
        entry = Harm(
            text=toll.words.text,
            span=toll.words.span,
            kind=toll.kind,
            who=toll.who,
            low=low,
            high=high,
            part_of=whole if toll.part else None,
        )
        again = any((h.kind, h.who, h.low, h.high) == (entry.kind, entry.who, low, high) for h in out)
        if again and not _is_listed(toll, cluster.tolls):
            continue
        out.append(entry)
        if not toll.part:
            whole = len(out) - 1
    return out


def _then_died(scene: Scene, hurt: Toll, tolls: Sequence[Toll]) -> bool:
    """Whether the one person that was hurt died of it: "was rushed to a clinic and died there"."""
    if hurt.kind != "injured" or bounds(scene, hurt)[:2] != (1, 1):
        return False
    died = (t for t in tolls if t.kind == "killed" and t.trigger.lemma in DYING and bounds(scene, t)[:2] == (1, 1))
    same = (t for t in died if t.victim is None or t.victim.pos == "PRON" or t.victim == hurt.victim)
    return any(a.i == hurt.trigger.i for t in same for a in t.trigger.ancestors())


def _are_bodies_of(bodies: Toll, tolls: Sequence[Toll]) -> bool:
    """Whether bodies are those of people who are told to have been killed ("bodies of 11 soldiers whom it shot")."""
    if bodies.role != "self" or bodies.victim is None:
        return False
    dead = {t.victim.i for t in tolls if t is not bodies and t.kind == bodies.kind and t.victim is not None}
    return bool(dead & {c.i for c in bodies.victim.children("nmod")})


def _summed(scene: Scene, tolls: Sequence[Toll]) -> list[Toll]:
    """Tolls; those that add up to the first of their word are its parts ("killed six, four soldiers and two boys")."""
    first = next((t for t in tolls if not t.part), None)
    rest = [t for t in tolls if first is not None and t.trigger.i == first.trigger.i and t is not first and not t.part]
    counted = [bounds(scene, t)[0] or 0 for t in rest]
    whole = None if first is None or len(rest) < 2 else bounds(scene, first)[0]
    return [replace(t, part=True) if whole == sum(counted) and t in rest else t for t in tolls]


def _wholes_first(tolls: Sequence[Toll]) -> list[Toll]:
    """Tolls in the order of the text, those who raised a toll that is told behind them after it."""
    ordered = sorted(tolls, key=lambda t: (t.trigger.i, t.part))
    wholes = {t.kind: t.trigger.i for t in reversed(ordered) if not t.part}
    return sorted(ordered, key=lambda t: t.part and wholes.get(t.kind, t.trigger.i) > t.trigger.i)


def _is_listed(toll: Toll, tolls: Sequence[Toll]) -> bool:
    """Whether the victims are one of a list, each of which counts ("Juan, Luis and Kevin were shot")."""
    others = (t.victim for t in tolls if t is not toll and t.kind == toll.kind)
    return toll.victim is not None and any(v is not None and coordinated(v, toll.victim) for v in others)


def bounds(scene: Scene, toll: Toll) -> tuple[int | None, int | None]:
    """The numbers that the victims' words allow; one for a single person, open for a bare plural."""
    if toll.victim is None or any(c.lower == "any" for c in toll.victim.children("det")):
        return None, None  # "denied that any peacekeeper had been hurt"
    start, end = core(toll.victim)
    if _nobody(toll.victim):
        return 0, 0
    if _either(toll) or toll.role == "casualties":
        return None, None
    if _most(toll.victim) and not _tells_of_all(toll):
        return None, None
    if _is_all_but(toll.victim):
        return _all_but(scene, toll.victim)
    quantity = None if _is_one_of(toll.victim) else _quantity(scene, start, end)
    quantity = quantity or _quantity(scene, max(0, toll.victim.i - 1), toll.victim.i + 1)  # "In March 120 people"
    if quantity is None and toll.victim.dep == "nmod":  # "tens of thousands of villagers fleeing"
        quantity = scene.quantities.get(toll.victim.head.i) or _risen(scene, toll.victim.head)
    if quantity is not None and toll.kind != "displaced" and toll.victim.lemma in HOUSEHOLDS:
        return quantity.low, None  # three families are three people at least
    if quantity is not None:
        return quantity.low, quantity.high
    each = _each(toll.victim)
    return each, each


def _is_one_of(victim: Token) -> bool:
    """Whether a single one of a group was harmed ("one of the four has died")."""
    return victim.lower == "one" and any(preposition(c) == "of" for c in victim.children("nmod"))


def _is_all_but(victim: Token) -> bool:
    """Whether a number says who was spared ("all but one of the 117 hostages were killed")."""
    before = [t.lower for t in victim.parse.tokens(max(victim.sent.start, victim.i - 2), victim.i)]
    return before == ["all", "but"]


def _all_but(scene: Scene, spared: Token) -> tuple[int | None, int | None]:
    """The number of a group less those that were spared; open where the group is not counted."""
    behind = range(spared.i + 1, min(spared.sent.end, spared.i + 5))
    whole = next((scene.quantities[i] for i in behind if i in scene.quantities), None)
    few = scene.quantities.get(spared.i)
    if whole is None or few is None or whole.low is None or few.low is None:
        return None, None
    return whole.low - few.low, whole.low - few.low


def _each(victim: Token) -> int | None:
    """How many people words without a number mean: two in "both", "a Norwegian and a Chinese hostage", "a couple"."""
    if any(t.lower == BOTH for t in (victim, *victim.children("det", "det:predet"))):
        return 2
    if victim.lower in DEAD - {"remains"}:
        return 1  # "his body was found"
    if not is_single(victim):
        return None
    if victim.lemma in TOGETHER:
        return TOGETHER[victim.lemma]
    articles = [c for c in victim.children("det") if c.lower in {"a", "an", "one", "another"} and c.i < victim.i]
    return max(1, len(articles))


def _risen(scene: Scene, figure: Token) -> Quantity | None:
    """The number to which the number of people rises ("the number of people injured rose to 44")."""
    told = put_at(figure) if figure.lemma in {"number", "count"} else None
    return None if told is None else scene.quantities.get(told.i)


def _most(victim: Token) -> bool:
    """Whether only a share of a number was harmed ("most of its 70,000 people"): how many is not said."""
    whole = [victim.head] if victim.dep == "nmod" else [victim]
    return any(t.lower in {"most", "majority", "part", "many", "some"} and t.child("nmod") is not None for t in whole)


def _tells_of_all(toll: Toll) -> bool:
    """Whether a clause tells what befell all of a number of whom some are spoken of ("some of the 46 who died")."""
    clause, victim = toll.trigger, toll.victim
    return victim is not None and clause.dep == "acl:relcl" and clause.head.i == victim.i


def _nobody(victim: Token) -> bool:
    """Whether the words say that nobody was harmed: "no casualties", "no one", "nobody"."""
    reported = victim.head if victim.dep in {"nmod", "nummod"} else victim  # "no reports of casualties"
    negated = any(c.lower == "no" for t in (victim, reported) for c in t.children("det", "advmod"))
    without = any(c.lower == "without" for t in (victim, victim.head) for c in t.children("case", "mark"))
    return negated or without or victim.lower in {"nobody", "none"}


def is_single(victim: Token) -> bool:
    """Whether the words name one person: a name, "a man", "their commander"."""
    if victim.lower in ONE or (victim.lower == ONE_MORE and victim.pos != "NOUN"):
        return True  # "two civilians in Hama and another in Idlib"
    if victim.lower == "old":
        return True  # "the 22-year-old"
    if victim.name_kind == "NORP" or victim.lemma in ORDINALS - {
        "one"
    }:  # "Fulani who had been slain", "a third was hurt"
        return any(c.lower in {"a", "an"} for c in victim.children("det"))
    if victim.pos == "PROPN" or victim.name_kind == "PERSON":
        return not victim.lower.endswith("s") or victim.name_kind == "PERSON"
    if victim.pos == "ADJ" and any(c.lower in {"a", "an"} for c in victim.children("det")):
        return True  # "a Norwegian"
    if victim.lemma in MANY:
        return False
    if victim.lower == victim.lemma and any(c.lower in {"a", "an"} for c in victim.children("det")):
        return group(victim) != "people"
    if "Number=Plur" in victim.feats or victim.lower in PLURAL or victim.pos in {"PRON", "ADJ"}:
        return False
    return victim.lower == victim.lemma and group(victim) != "people"


def _either(toll: Toll) -> bool:
    """Whether the words leave open who of the group came to which harm ("killed or wounded 20")."""
    verb = toll.trigger
    linked = [c for c in _paired(verb) if c.lemma in table("harm")]
    choice = any(child.lower == "or" for c in (*linked, verb) for child in c.children("cc"))
    if any(t.lemma == "death" and preposition(t) == "to" for c in (verb, *linked) for t in c.children("obl")):
        return _both(toll)  # "shot or hacked to death": killed in either way
    return (choice and bool(linked)) or _both(toll)


def _both(toll: Toll) -> bool:
    """Whether one number is told of the dead and the hurt together ("killed and hurt 20 people")."""
    verb, other = toll.trigger, HURTING if toll.kind == "killed" else DEADLY
    if toll.victim is None or is_single(toll.victim) or not {verb.lemma, verb.lower} & (DEADLY | HURTING):
        return False
    pair = [c for c in _paired(verb) if {c.lemma, c.lower} & other]
    ends = sorted(t.i for t in (verb, *pair))
    each = any(verb.parse.pos[i] == "NUM" for i in range(ends[0], ends[-1]))
    own = [t for t in (verb, *pair) if any(c.i != verb.i for c in t.children("obj", "nsubj", "nsubj:pass"))]
    linked = any(child.lower == "and" for c in (*pair, verb) for child in c.children("cc"))
    return linked and bool(pair) and not each and len(own) < 2


def _paired(verb: Token) -> list[Token]:
    """The words that a word of harm is coordinated with."""
    return [*verb.children("conj"), *([verb.head] if verb.dep == "conj" else [])]


def _quantity(scene: Scene, start: int, end: int) -> Quantity | None:
    return next((scene.quantities[i] for i in range(start, end) if i in scene.quantities), None)


def _counting(scene: Scene, thing: Token) -> Quantity | None:
    for i in range(*core(thing, of=False)):
        if i in scene.quantities:
            return scene.quantities[i]
    if thing.dep == "nmod" and thing.head.i in scene.quantities:
        return scene.quantities[thing.head.i]
    return None
