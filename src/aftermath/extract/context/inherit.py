"""Who did it, with what and to whom, where another sentence of the passage says so.

Takes the accounts of a report, gives those that plainly speak of the event told just before
("the attack", a bare toll) its attackers, weapons and targets, each named in `inferred`.
A wrong perpetrator does harm: nothing is carried from a denial or an accusation, over a
conflict of place or day, from one fighting party to its own dead, or past another event of the kind.
"""

from aftermath.extract.clusters.apart import EARLIER, is_grievance
from aftermath.extract.clusters.aside import clause_over, found_after
from aftermath.extract.clusters.cluster import ALONE, VIOLENT
from aftermath.extract.context.lending import apart, is_laid, of_either, source_of
from aftermath.extract.draft import Draft, news, one_family, told_again
from aftermath.extract.grammar.phrases import core, counted, nations
from aftermath.extract.lexicon import words_of
from aftermath.model import Token

POINTING = frozenset({"the", "this", "that", "these", "those"})
REACH = 4
"""Sentences back to the event that "the attack" means."""
TOLL_REACH = 2
"""Sentences back from a toll that names no event."""
ARMS_REACH = 1
"""Sentences back to who fired "the missiles"."""
FALLING = frozenset({"die", "fall", "perish"})
MORE = frozenset({"other", "another", "more", "further"})
IRREGULAR = frozenset(
    "fighter militiaman gunman rebel militant insurgent guerrilla jihadist extremist attacker assailant bomber".split()
)
"""Words for fighters who may be of either side."""
ORDERED = frozenset(
    "soldier troop serviceman policeman policewoman officer police army force military guard marine paratrooper".split()
)
"""Words for forces of a state, which do not die of their own attack."""
BURYING = frozenset({"bury", "count", "collect", "retrieve", "exhume"})
"""What is done with bodies of whom nobody says how they died."""
SLOTS = ("attackers", "weapons", "targets")


def inherit(drafts: list[Draft]) -> None:
    """Fill attackers, weapons and targets of accounts that point back to the event before."""
    for n, draft in enumerate(drafts):
        told = None if of_either(drafts, draft) else _meant(drafts[:n], draft)
        if told is None:
            continue
        laid = not draft.speakers and is_laid(told, drafts[:n])
        for slot in SLOTS:
            if laid and slot == "attackers":
                continue  # the report itself says nothing of who did it
            found = getattr(told, slot)
            if found and not getattr(draft, slot) and slot not in told.inferred and _fits(slot, told, draft):
                setattr(draft, slot, list(found))
                draft.inferred[slot] = source_of(told)


def _meant(before: list[Draft], draft: Draft) -> Draft | None:
    """The event that an account points back to: the last of its kind, if nothing speaks against it."""
    reach = _reach(draft)
    if not reach or draft.event not in VIOLENT or draft.scope != "incident" or draft.stance in {"denied", "planned"}:
        return None
    near = (
        d
        for d in reversed(told_again(news(before, draft), draft))
        if d.event in VIOLENT and one_family(d.event, draft.event)
    )
    told = next(near, None)
    if told is None or (_by_arms(draft) and not _one_arm(told, draft)):
        return None
    if apart(told, draft) > reach or told.scope != "incident" or told.stance != "asserted":
        return None
    if _apart(told, draft) and not _more_of_it(told, draft):
        return None
    if not told.harm and not draft.cluster.frames and clause_over(told.trigger, "advcl", EARLIER) is not None:
        return None  # "tanks entered the town after rebels shelled it. He spoke of 1,400 dead"
    return None if _charges(told) or _own_account(told, draft) or _between(before, told, draft) else told


def _between(before: list[Draft], told: Draft, draft: Draft) -> bool:
    """Whether the sentence of an account tells of another deed first ("rebels overran a base; one soldier died")."""
    others = (d for d in before if d.trigger.i > told.trigger.i and d.event not in VIOLENT and d.attackers)
    return any(d.trigger.sent.index == draft.trigger.sent.index for d in others)


def _reach(draft: Draft) -> int:
    """How far back an account points: "the attack" or a bare toll do, a new event does not."""
    if is_grievance(draft.trigger):
        return 0
    if not draft.cluster.frames:
        named = draft.event != ALONE[draft.cluster.tolls[0].kind] and (not draft.times or "when" in draft.inferred)
        return TOLL_REACH if named else 0
    points = draft.trigger.pos == "NOUN" and any(c.lower in POINTING for c in draft.trigger.children("det"))
    return REACH if points else ARMS_REACH * _by_arms(draft)


def _by_arms(draft: Draft) -> bool:
    """Whether an account only says what the arms did that were fired before: "the missiles levelled two houses"."""
    arms = {i for m in draft.weapons for i in range(m.start, m.end)}
    verbs = (f for f in draft.cluster.frames if f.trigger.pos == "VERB")
    hitting = [t for f in verbs for t in f.args.doers if arms & {t.i, counted(t).i}]
    return any(_of_before(t) or _of_before(counted(t)) for t in hitting)


def _of_before(arm: Token) -> bool:
    """Whether words for arms point back: "the missiles", "other shells", "one of the rockets"."""
    return any(c.lower in POINTING | MORE for c in arm.children("det", "amod"))


def _one_arm(told: Draft, draft: Draft) -> bool:
    """Whether both accounts are of one kind of arms."""
    one, other = ({m.row["kind"] for m in d.weapons} - {""} for d in (told, draft))
    fired, fell = ({d.trigger.parse[m.end - 1].lemma for m in d.weapons} for d in (told, draft))
    return bool(one & other or fired & fell or told.trigger.lemma in fell)  # "shelled the town … the shells hit"


def _apart(told: Draft, draft: Draft) -> bool:
    """Whether place or day of two accounts speak against one event."""
    carried = told.inferred.keys() | draft.inferred.keys()
    first, second = ({p.place.name for p in d.places} for d in (told, draft))
    if first and second and not first & second and "where" not in carried:
        return True
    days = {(d.times[0].time.start, d.times[0].time.end) for d in (told, draft) if d.times}
    return len(days) > 1 and "when" not in carried


def _more_of_it(told: Draft, draft: Draft) -> bool:
    """Whether more of the same arms hit elsewhere, as the same speaker tells: "other shells hit the Mezzeh quarter"."""
    return _by_arms(draft) and told.speakers == draft.speakers


def _charges(told: Draft) -> bool:
    """Whether an account rests on somebody's charge, which is no other speaker's word."""
    return told.voice is not None and told.voice.effect != "say"


def _own_account(told: Draft, draft: Draft) -> bool:
    """Whether a party tells of its own deed, and somebody else gives the account that points back."""
    if set(told.speakers) == set(draft.speakers):
        return False
    own = (c for t in told.attackers for c in t.children("nmod:poss") if c.pos == "PRON")
    return any(own) or bool({t.i for t in told.attackers} & set(told.speakers))


def _are_foes(victims: list[Token], attacker: Token) -> bool:
    """Whether the dead and who attacked are each of a nation, and of two ("Indian shells ... Pakistani soldiers")."""
    return bool(nations(attacker)) and all(nations(v) and not nations(v) & nations(attacker) for v in victims)


def _fits(slot: str, told: Draft, draft: Draft) -> bool:
    if slot != "attackers":
        return slot == "weapons" or bool(draft.cluster.frames)
    victims = [t.victim for t in draft.cluster.tolls if t.victim is not None]
    if any(c.lower == "own" for v in victims for w in (v, *v.children("nmod")) for c in w.children("amod")):
        return False  # "Baku said 50 of its own servicemen had died"
    if found_after(draft.trigger, told.trigger):
        return False
    bare = not draft.cluster.frames
    if bare and _is_sides(told) and draft.speakers and not _one_speaker(told, draft):
        return False  # what one side lays to the other is not its own word
    if any(nations(v) & nations(t) for v in victims for t in told.attackers):
        return False  # Indian troops kill no Indian soldiers
    fallen = {_lemma(v) for v in victims} | _dying(draft.trigger)
    if fallen & ORDERED and not all(_lemma(t) in IRREGULAR or _are_foes(victims, t) for t in told.attackers):
        return False  # "troops stormed the camp. Two soldiers were killed", "coalition jets ... Emirati soldiers"
    if any(t.role == "self" and t.trigger.head.lemma in BURYING for t in draft.cluster.tolls):
        return False  # "volunteers buried 23 bodies"
    if fallen & IRREGULAR and IRREGULAR & {_lemma(t) for t in told.attackers}:
        return False  # whose fighters they were, nobody says
    return not fallen & {_lemma(t) for t in told.attackers}


def _is_sides(told: Draft) -> bool:
    """Whether a state or a side of the war tells it ("Kyiv said Russian forces had blown it up")."""
    armed = words_of("people", "kind", "combatant")
    parse = told.trigger.parse
    speakers = (t for i in told.speakers for t in parse.tokens(*core(parse[i])))  # "an army spokesman"
    return any(t.name_kind == "LOCATION" or t.lemma in armed | {"government", "ministry"} for t in speakers)


def _one_speaker(told: Draft, draft: Draft) -> bool:
    """Whether somebody gives both accounts."""
    one, two = ({d.trigger.parse[i].lower for i in d.speakers} for d in (told, draft))
    return bool(one & two)


def _dying(toll: Token) -> set[str]:
    """Whose deaths a sentence speaks of before it counts ("it was unclear how many rebels died: 11 bodies...")."""
    before = (toll.parse[i] for i in range(toll.sent.start, toll.i))
    return {t.lemma for t in before if t.dep.startswith("nsubj") and t.head.lemma in FALLING}


def _lemma(token: Token) -> str:
    return token.lemma
