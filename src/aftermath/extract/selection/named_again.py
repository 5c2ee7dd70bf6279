"""What speaks for and against two accounts of one report being of one event, and events that are only named again.

Takes drafts, gives whether places, days and tolls let them be one, and whether a noun only points to what was
told before ("angered by the killing", "a response to the raid"). Which are joined is decided in `join`.
"""

from collections.abc import Sequence

from aftermath.extract.clusters.apart import FOLLOWING
from aftermath.extract.clusters.cluster import HEAVY
from aftermath.extract.context.lending import apart
from aftermath.extract.draft import Draft, counts_more, did_it, one_family
from aftermath.extract.grammar.phrases import named
from aftermath.extract.layout.scene import Scene
from aftermath.extract.selection.worth import FEELING
from aftermath.extract.where_when.fineness import distance_km, lies_in
from aftermath.model import Harm, PlaceMention, Time, Token

PASSING = frozenset({"nmod", "obl", "obj", "compound"})
"""Where in a clause an event stands that is only named."""
NEAR = 3
"""Sentences from several that were counted to one of them."""
TOWN_KM = 10
"""Kilometres across which a town and its quarters lie, the distance at which the gold's places agree."""
TOTAL = 100
"""From so many on, two tolls of one number are no coincidence."""
KILLED = frozenset({"killed"})
TAKEN = frozenset({"abducted", "arrested"})
CLAUSE = 6
"""Words from which on two clauses that are the same are no coincidence."""
LOOSELY = frozenset({24, 40, 200, 2000})
"""What dozens, scores, hundreds and thousands are at least."""
NTH = frozenset({"first", "second", "third", "fourth", "last"})
JUDGED = frozenset(
    "represent amount constitute show demonstrate mean violate underline underscore highlight reflect expose raise"
    " threaten undermine shatter hinder complicate exacerbate risk mark signal deepen fuel spark trigger provoke prompt"
    " draw shock close jeopardise jeopardize overshadow dash".split()
)
"""What an event that is known is said to show or to lead to."""
DEMONSTRATIVE = frozenset({"the", "this", "that", "these"})


def only_named(scene: Scene, told: Sequence[Draft], draft: Draft) -> bool:
    """Whether somebody only names an event that was told before ("angered by the killing", "a response to the raid").

    The guide keeps such words where the report tells the event nowhere else.
    """
    noun = draft.trigger
    loaded = draft.voice is not None and draft.voice.effect in {"accuse", "blame", "deny"}
    if (
        noun.pos not in {"NOUN", "PROPN"}
        or draft.stance != "asserted"
        or did_it(draft)
        or loaded
        or draft.count is not None
    ):
        return False
    came = noun.head.lemma == "come" and any(c.dep == "advcl" for c in noun.head.children())
    timed = noun.dep == "nsubj" and (came or noun.head.lemma in FOLLOWING)  # "the shelling follows a raid on Taiz"
    ranked = noun.dep == "nsubj" and _is_ranked(noun) and not draft.speakers
    felt = ranked or (noun.dep == "nsubj" and noun.head.lemma in FEELING | JUDGED)  # "the killing angered many"
    dated = _is_dated(scene, noun)
    passing = timed or (not dated and (felt or noun.bare_dep in PASSING))
    if not draft.cluster.frames or not passing:  # "The attack came a week after jihadists killed 23"
        return False
    named = {f.trigger.i for f in draft.cluster.frames}
    if not is_definite(noun.head if noun.dep == "compound" else noun) or any(
        t.trigger.i not in named for t in draft.cluster.tolls
    ):
        return False
    kin = (d for d in told if _of_one_kind(d, draft) and d.stance != "denied")
    if own := {f for f in figures(draft) if f[1] is not None}:  # "announced the deaths of two fighters"
        kin = (d for d in kin if own & figures(d))
    if draft.places and not timed:
        judged = (
            draft.voice is not None and draft.voice.effect == "condemn"
        )  # "condemned the nation's first executions"
        kin = (d for d in kin if (one_place(d, draft) if d.places else judged))
    known = (d for d in kin if timed or ranked or not conflict(d, draft))
    return any(
        not draft.attackers or {t.lemma for t in draft.attackers} <= {t.lemma for t in d.attackers} for d in known
    )


def _is_dated(scene: Scene, noun: Token) -> bool:
    """Whether a noun says itself when it was; "the first in decades" does not."""
    times = (scene.times[i].time for i in noun.subtree() if i in scene.times)
    return any(time.start is not None for time in times)


def _of_one_kind(told: Draft, draft: Draft) -> bool:
    """Whether a noun can name an event again: "the strikes" are those of missiles as well."""
    return one_family(told.event, draft.event) or (draft.trigger.lemma == "strike" and told.event in HEAVY)


def only_recalled(told: Sequence[Draft], draft: Draft) -> bool:
    """Whether a relative clause only recalls an event that was told before ("25 of the inmates who escaped")."""
    verb = draft.trigger
    own = draft.times or draft.places or draft.count is not None or any(n is not None for _, n in figures(draft))
    if verb.dep != "acl:relcl" or draft.stance != "asserted" or own or not is_definite(verb.head):
        return False
    known = (d for d in told if d.event == draft.event and d.stance != "denied")
    return any({t.lemma for t in draft.attackers} <= {t.lemma for t in d.attackers} for d in known)


def one_of_several(a: Draft, b: Draft) -> bool:
    """Whether an account tells of one of several: "three car bombs exploded ... The first went off outside a bar"."""
    if a.event != b.event or (a.scope, a.stance) != (b.scope, b.stance) or b.harm or apart(a, b) > NEAR:
        return False
    doers = [t for f in b.cluster.frames if f.is_verb for t in f.args.doers]
    nth = any(w.lower in NTH for t in doers for w in (t, *t.children("amod")))
    counting = (c for m in a.weapons for i in range(m.start, m.end) for c in a.trigger.parse[i].children("nummod"))
    return nth and any(c.lower not in {"one", "1"} for c in counting)


def _is_ranked(noun: Token) -> bool:
    """Whether all that is told of an event is its rank ("the bombing was the deadliest in three decades")."""
    said = noun.head
    ranks = (said, *said.children("amod"))
    return said.child("cop") is not None and any("Degree=Sup" in t.feats or t.lower.endswith("est") for t in ranks)


def is_definite(noun: Token) -> bool:
    """Whether a noun means something known: "the raid", "that raid", "their raid"."""
    marks = noun.children("det", "nmod:poss")
    return any(c.lower in DEMONSTRATIVE or c.dep == "nmod:poss" for c in marks)


def same_arm(a: Draft, b: Draft) -> bool:
    """Whether the one arm of an account was told of before ("planted a bomb in a pub. The bomb exploded")."""
    parse = a.trigger.parse
    known = {parse.lemmas[m.end - 1] for d in (a, *a.repeats) for m in d.weapons}
    heads = [t for m in b.weapons if "Number=Sing" in (t := parse[m.end - 1]).feats]
    again = (t for t in heads if any(k.endswith(t.lemma) for k in known))  # "a landmine … the mine"
    return any(c.lower in DEMONSTRATIVE for t in again for c in t.children("det"))


def one_total(a: Draft, b: Draft) -> bool:
    """Whether two accounts give one number of dead or hurt for a whole war ("some 5,400 killed since March")."""
    shared = figures(a) & figures(b) if a.stance == b.stance else set()
    return a.scope == b.scope == "campaign" and any(n is not None and n >= TOTAL for _, n in shared)


def one_victim(a: Draft, b: Draft) -> bool:
    """Whether two accounts tell of the death of one person, whom both name ("Mayor Ali Bakr" … "Bakr was killed").

    The later may only point back to him, where no other place is told: "the mayor was shot".
    """
    if _names_of(a, KILLED) & _names_of(b, KILLED):
        return True
    elsewhere = a.places and b.places and not one_place(a, b)
    return not elsewhere and bool({w.lemma for w in _single(a)} & {t.lemma for t in _single(b) if _is_pointed_at(t)})


def one_captive(a: Draft, b: Draft) -> bool:
    """Whether two accounts tell how one person was taken, whom both name, and neither's day speaks against it."""
    if not _names_of(a, TAKEN) & _names_of(b, TAKEN):
        return False
    return not (a.times and b.times) or _may_meet(a.times[0].time, b.times[0].time)


def _may_meet(one: Time, other: Time) -> bool:
    """Whether some day can be of both times."""
    behind = one.start is not None and other.end is not None and one.start > other.end
    before = other.start is not None and one.end is not None and other.start > one.end
    return not (behind or before)


def _single(draft: Draft) -> list[Token]:
    """The nouns of the single persons of whose deaths an account tells."""
    killed = [t.victim for t in draft.cluster.tolls if t.kind == "killed" and t.victim is not None]
    words = (w for v in killed for w in (v, *v.children("appos", "compound")))
    return [w for w in words if w.pos == "NOUN" and "Number=Sing" in w.feats]


def _is_pointed_at(noun: Token) -> bool:
    """Whether somebody is spoken of as known, with nothing that tells him from others."""
    return is_definite(noun) and noun.child("amod", "nmod", "appos", "acl:relcl") is None


def _names_of(draft: Draft, kinds: frozenset[str]) -> set[str]:
    """The last names of those whom an account says to have come to such harm."""
    victims = [t.victim for t in draft.cluster.tolls if t.kind in kinds and t.victim is not None]
    known = [named(v) for v in victims] + [v.head for v in victims if v.dep == "appos"]
    alone = [h for h in draft.harm if h.kind in kinds and h.low == h.high == 1] and len(draft.targets) == 1
    meant = map(named, draft.targets if alone else ())  # whom "he" means: "he was shot on his way home"
    names = (v.name for v in (*known, *meant) if v.name is not None and v.name.kind == "PERSON")
    return {draft.trigger.parse[name.end - 1].lower for name in names}


def conflict(a: Draft, b: Draft) -> bool:
    """Whether places, days or tolls speak against one event."""
    if (a.places and b.places and not one_place(a, b)) or _are_of_two(a, b):
        return True
    days = {(d.times[0].time.start, d.times[0].time.end) for d in (a, b) if d.times}
    once = a.scope == b.scope == "incident" and bool(a.times and b.times)
    days = set() if once and _is_day_of(a.times[0].time, b.times[0].time) else days
    if counts_more(b) and is_definite(b.trigger):
        return len(days) > 1  # "the blast left six others dead"
    return len(days) > 1 or (
        bool(figures(a)) and bool(figures(b)) and not figures(a) & figures(b) and not vaguely_one(a, b)
    )


def in_same_words(a: Draft, b: Draft) -> bool:
    """Whether the report has the very same words twice, as in a caption or at its end."""
    if a.trigger.sent.index == b.trigger.sent.index:
        return False
    one, other = (" ".join(d.quotes[0].text.lower().split()) if d.quotes else "" for d in (a, b))
    return a.event == b.event and a.stance == b.stance and one == other and len(one.split()) >= CLAUSE


def vaguely_one(a: Draft, b: Draft) -> bool:
    """Whether the one account only says "dozens" of those taken whom the other counts."""
    pairs = [(x, y) for x in a.harm for y in b.harm]
    return any(loosely(x, y) or loosely(y, x) for x, y in pairs)


def loosely(loose: Harm, known: Harm) -> bool:
    """Whether "dozens" are those of whom another figure gives the number."""
    alike = loose.kind == known.kind and loose.kind in TAKEN and loose.who == known.who
    vague = loose.high is None and loose.low in LOOSELY and loose.text[:1].isalpha()
    return alike and vague and (loose.low or 0) <= (known.low or 0) < (loose.low or 0) * 10


def one_place(a: Draft, b: Draft) -> bool:
    """Whether two accounts name one place, or one of them the other's country, province or town."""
    if {p.place.name for p in a.places} & {p.place.name for p in b.places}:
        return True
    one, other = a.places[0], b.places[0]
    return lies_in(one, other) or lies_in(other, one) or _is_quarter(one, other)


def _are_of_two(a: Draft, b: Draft) -> bool:
    """Whether each tells of the death of one person by name, and they are two."""
    one, other = _names_of(a, KILLED), _names_of(b, KILLED)
    single = all(h.low == h.high == 1 for d in (a, b) for h in d.harm if h.kind == "killed")
    return single and bool(one and other) and not one & other


def _is_day_of(one: Time, other: Time) -> bool:
    """Whether one time is a day and the other the month or year in which it lies."""
    day, span = sorted((one, other), key=lambda t: t.precision in {"month", "year"})
    if day.start is None or day.end is None or span.start is None or span.end is None:
        return False
    within = span.start <= day.start and day.end <= span.end
    return within and span.precision in {"month", "year"} and day.precision in {"day", "hour"}


def _is_quarter(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether one place is a quarter of the town that the other is."""
    kinds = {one.place.precision, other.place.precision}
    return "town" in kinds and len(kinds) > 1 and distance_km(one.place, other.place) <= TOWN_KM


def figures(draft: Draft) -> set[tuple[str, int | None]]:
    """Kinds of harm with their number, bounds aside: "11" and "at least 11" are one toll."""
    told = {figure(h) for h in draft.harm if h.low is not None or h.high is not None}
    return told | set(sums(draft.harm))


def sums(harm: Sequence[Harm]) -> dict[tuple[str, int | None], list[Harm]]:
    """Tolls that are told in several groups, and the groups: "a woman and a girl were hurt" are two hurt."""
    groups: dict[str, list[Harm]] = {}
    for one in harm:
        if one.part_of is None:
            groups.setdefault(one.kind, []).append(one)
    counted = {kind: [figure(h)[1] for h in several] for kind, several in groups.items() if len(several) > 1}
    return {(kind, sum(filter(None, n))): groups[kind] for kind, n in counted.items() if all(n)}


def figure(harm: Harm) -> tuple[str, int | None]:
    """A toll's kind and number."""
    return harm.kind, harm.high if harm.low is None else harm.low
