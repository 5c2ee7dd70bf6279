"""Repeats within a report: drafts that tell of one event on one source's word become one claim."""

from aftermath.extract.clusters.apart import left_behind
from aftermath.extract.clusters.cluster import VIOLENT
from aftermath.extract.context.answered import answered
from aftermath.extract.context.background import look_back
from aftermath.extract.context.carry import carry
from aftermath.extract.context.headings import in_headline, is_furniture
from aftermath.extract.context.inherit import inherit
from aftermath.extract.context.lending import REACH, apart, is_laid, of_either, of_others
from aftermath.extract.context.lent_days import drop_doubtful_days
from aftermath.extract.context.passage import name_by_passage, scope_beside
from aftermath.extract.context.redescribed import Redescribed, account_of, redescribed
from aftermath.extract.context.replies import CHARGES, Reply, replies
from aftermath.extract.context.scope import scope
from aftermath.extract.context.telling import drop_aside, keep_speaker
from aftermath.extract.draft import (
    Draft,
    adds_to_toll,
    avows,
    breaks_down,
    counts_more,
    died_of_wounds,
    later_death,
    news,
    of_the_victims,
    one_family,
)
from aftermath.extract.layout.scene import Scene
from aftermath.extract.selection.named_again import (
    figures,
    is_definite,
    only_named,
    only_recalled,
)
from aftermath.extract.selection.repeats import absorb, spell_out
from aftermath.extract.selection.retold import retell
from aftermath.extract.selection.same import names, same
from aftermath.extract.selection.worth import is_history
from aftermath.model import PlaceMention

WRECKING = frozenset("air_strike shelling explosion suicide_bombing armed_clash attack".split())
"""Events that leave damage behind, which the guide counts as theirs."""
DEAD_REACH = 12
"""Sentences from an event to those who are told to be among its dead."""
NATURAL = frozenset({"die", "hospitalise", "hospitalize", "treat"})
"""Words of harm that illness brings as well."""
UNARMED = frozenset({"children", "women", "civilians", "pupils", "students", "worshippers"})
"""Groups of which no fighter is part."""


def join(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Join repeats and hear the replies to them, then carry place and day where none is told."""
    out: list[Draft] = []
    look_back(scene, drafts)
    told: list[Draft | Reply | Redescribed] = [*drafts, *replies(scene, drafts), *redescribed(scene, drafts)]
    for draft in sorted(told, key=lambda d: d.trigger.i):
        if not isinstance(draft, Draft):
            out.extend(_answer(scene, drafts, [d for d in out if not d.background], draft))
            continue
        draft.scope = scope(draft)
        scope_beside(out, draft)
        drop_aside(scene, drafts, draft)
        keep_speaker(scene, drafts, draft)
        home = _continued(scene, news(out, draft), draft)
        if home is None:
            name_by_passage(scene, news(out, draft), draft)
            before = out if draft.times or draft.places else news(out, draft)
            home = next((d for d in reversed(before) if same(scene, d, draft)), None)
        if home is None and (only_named(scene, out, draft) or only_recalled(out, draft) or _of_no_event(draft)):
            continue
        if home is not None:
            if in_headline(scene, home):
                spell_out(home, draft)
            absorb(home, draft)
        elif _never_went_off(draft):
            continue
        elif draft.stance != "denied" or (draft.voice is not None and _tells(draft)) or _contradicts(out, draft):
            out.append(draft)
    out = [d for d in out if not is_furniture(scene, d, out)]
    carry(scene, out)
    inherit(out)
    retell(scene, out)
    drop_doubtful_days(scene, out)
    for draft in filter(_tells_of_nobody, out):
        draft.stance, draft.harm = "denied", []
        draft.why["stance"] = "nobody is said to have been killed"
    return [d for d in out if not is_history(scene, d)]


def _answer(scene: Scene, drafts: list[Draft], told: list[Draft], answer: Reply | Redescribed) -> list[Draft]:
    """The account that somebody gives of the event told before it: what he denies, owns, or calls otherwise."""
    if isinstance(answer, Redescribed):
        said = account_of(scene, told, answer)
        return [] if said is None else [said]
    said = answered(scene, told, answer)
    return [said] if said is not None and not _gives_another_figure(drafts, answer, said) else []


def _gives_another_figure(drafts: list[Draft], answer: Reply, reply: Draft) -> bool:
    """Whether who denies gives a toll of his own in the same breath: only the number is denied, and that one says it.

    "The minister called the figure wrong and spoke of 61 dead." Who denies his own part in it denies more than that.
    """
    if answer.row["doer"] == "subject" or answer.row.partner in CHARGES:
        return False
    beside = (d for d in drafts if d.trigger.sent.index == reply.trigger.sent.index and d.stance == "asserted")
    counted = (d for d in beside if d.speakers and set(d.speakers) == set(reply.speakers))
    here = {p.place.name for p in reply.places}
    counted = (d for d in counted if not d.places or here & {p.place.name for p in d.places})  # no raid elsewhere
    return reply.stance == "denied" and any(figures(d) and not figures(d) & figures(reply) for d in counted)


def _of_no_event(draft: Draft) -> bool:
    """Whether somebody died or is in hospital, and nothing told says that it was of violence, or nobody was hurt."""
    nobody = bool(draft.harm) and all(h.low == h.high == 0 for h in draft.harm)
    if nobody and not (draft.cluster.frames or draft.speakers):
        return True  # "no one was hurt"
    told = draft.cluster.frames or draft.attackers or draft.weapons or draft.event not in {"killing", "attack"}
    if told or any(t.trigger.lemma not in NATURAL for t in draft.cluster.tolls) or died_of_wounds(draft):
        return False
    return draft.scope == "incident" and all(h.low == h.high == 1 for h in draft.harm)


def _tells_of_nobody(draft: Draft) -> bool:
    """Whether all that somebody says is that nobody was killed ("the government said no protester was killed")."""
    tolls, frames = draft.cluster.tolls, draft.cluster.frames
    only = {f.trigger.i for f in frames} <= {t.trigger.i for t in tolls} and not draft.repeats and not draft.weapons
    nobody = bool(draft.harm) and all(h.kind == "killed" and h.low == h.high == 0 for h in draft.harm)
    return only and nobody and draft.stance == "asserted" and bool(draft.speakers)


def _never_went_off(draft: Draft) -> bool:
    """Whether the report itself says in passing that something was not done ("a bomb that did not go off")."""
    return draft.stance == "denied" and draft.voice is None and draft.trigger.dep == "acl:relcl"


def _tells(draft: Draft) -> bool:
    """Whether an account says anything of its event beyond that it did not happen."""
    told = (draft.harm, draft.times, draft.places, draft.targets, draft.weapons, draft.count)
    return any(told) or any(t.i not in draft.speakers for t in draft.attackers)


def _contradicts(told: list[Draft], draft: Draft) -> bool:
    """Whether somebody claimed what the report itself denies; "no arrests were made" denies nobody's claim."""
    noun = draft.trigger.pos == "NOUN" and is_definite(draft.trigger)
    said = (d for d in told if d.stance != "denied" and not _of_another_army(d, draft))
    return any(
        one_family(d.event, draft.event) or (noun and {d.event, draft.event} <= VIOLENT and apart(d, draft) <= REACH)
        for d in said
    )


def _of_another_army(told: Draft, draft: Draft) -> bool:
    """Whether one side took what the other has yet to take, which is no denial of it."""
    return draft.event == "territory_taken" and of_others(told, draft)


def _continued(scene: Scene, out: list[Draft], draft: Draft) -> Draft | None:
    """The event told just before that a bare toll or damage goes on to tell of.

    Of two in one sentence it is the one whose dead are not told yet ("gunmen fired at a bus and a guard shot one
    of them dead. Four passengers were hurt").
    """
    if draft.harm and not draft.cluster.frames and breaks_down(draft):
        kinds = {h.kind for h in draft.harm}
        near = (d for d in reversed(out) if d.event in VIOLENT and 1 <= apart(d, draft) <= DEAD_REACH)
        armed = any(t.victim is not None and scene.is_combatant(t.victim) for t in draft.cluster.tolls)
        near = (d for d in near if not (armed and {h.who for h in d.harm} <= UNARMED) and _holds(d, draft))
        return next((d for d in near if kinds & {h.kind for h in d.harm} and _one_word(scene, d, draft)), None)
    if later_death(draft):
        return next((d for d in reversed(out) if _hurt_them(d, draft)), None)
    if (owned := next((d for d in reversed(out) if _owns_up(d, draft)), None)) is not None:
        return owned
    if of_either(out, draft):
        return None
    found = [d for d in reversed(out) if continues(scene, d, draft) or wrecked(scene, d, draft)]
    if not draft.speakers:
        found = [d for d in found if not (d.attackers and is_laid(d, out))]  # of whom one party alone says who did it
    beside = [d for d in found if d.told_until == found[0].told_until]
    return next((d for d in beside if not d.harm), next(iter(found), None))


def _hurt_them(told: Draft, draft: Draft) -> bool:
    """Whether an event harmed those who are said to have died of it since."""
    several = all(t.victim is None or t.victim.pos != "PRON" for t in draft.cluster.tolls)  # "six of them"
    kinds = {"injured", "killed"} if several else {"injured"}
    hurt = any(h.kind in kinds for h in told.harm) or (told.event == "killing" and not told.harm)
    reach = DEAD_REACH if died_of_wounds(draft) else 1
    return hurt and told.event in VIOLENT and told.stance == "asserted" and apart(told, draft) <= reach


def _holds(told: Draft, part: Draft) -> bool:
    """Whether an account's toll is high enough for somebody to be part of it."""
    most = {kind: [h.high or h.low for h in told.harm if h.kind == kind] for kind in {h.kind for h in part.harm}}
    return all(
        None in known or not known or (h.low or 0) <= max(filter(None, known), default=0)
        for h in part.harm
        for known in (most[h.kind],)
    )


def continues(scene: Scene, told: Draft, draft: Draft) -> bool:
    """Whether a bare toll ("Ten civilians were killed.") belongs to the event told just before it."""
    bare = (not draft.cluster.frames or of_the_victims(draft)) and not (
        (_own_places(draft) or draft.times) and not _unharmed(draft)
    )
    hurt = told.event == "protest" and {h.kind for h in draft.harm} <= {"injured", "arrested"}
    if not bare or not (told.event in VIOLENT or hurt) or _is_reply(told):
        return False
    if told.event == "killing" and any(h.kind == "displaced" for h in draft.harm):
        return False  # "soldiers shot at them. 4,000 villagers were evacuated"
    if told.stance != draft.stance and not _unharmed(draft):
        return False
    if told.scope == "incident" and draft.scope == "campaign" and _stands(draft):
        return False  # "up to 2,000 people have been killed in the conflict"
    counted = {h.kind for h in draft.harm} & {h.kind for h in told.harm}
    if not draft.harm or draft.attackers:
        return False
    if breaks_down(draft):
        return bool(counted) and _one_word(scene, told, draft) and _follows(told, draft, 2)
    if not (_goes_on_counting(told, draft, counted=bool(counted)) or _of_the_other_side(draft)):
        return False
    return _one_word(scene, told, draft) and _follows(told, draft, 2 if _unharmed(draft) else 1)


def _stands(draft: Draft) -> bool:
    """Whether a toll is told as standing now ("have been killed")."""
    return any(c.lemma == "have" for c in draft.trigger.children("aux"))


def _goes_on_counting(told: Draft, draft: Draft, *, counted: bool) -> bool:
    """Whether a toll is of others than the event counted before, or the first of its kind."""
    if adds_to_toll(draft):
        others = not counted and bool(told.harm)  # "a dozen were also hurt", beside the dead
        return counted or others or _named_before(told, draft)
    return not counted or counts_more(draft)


def _own_places(draft: Draft) -> list[PlaceMention]:
    """Places that a toll names, and not only points back to ("at least 17 died there")."""
    return [p for p in draft.places if p.text.lower() != "there"]


def wrecked(scene: Scene, told: Draft, draft: Draft) -> bool:
    """Whether damage with nobody who did it is of the event told just before ("Eleven homes were damaged.")."""
    if draft.event != "destruction" or told.event not in WRECKING or told.stance != draft.stance:
        return False
    own = draft.attackers or draft.weapons or draft.times or draft.places or draft.harm
    left = all(map(left_behind, draft.cluster.frames)) and not own
    if told.trigger.sent.paragraph != draft.trigger.sent.paragraph:
        return False
    return left and told.scope == "incident" and _one_word(scene, told, draft) and _follows(told, draft, 1)


def _one_word(scene: Scene, told: Draft, draft: Draft) -> bool:
    """Whether nobody else is named who says so."""
    return not draft.speakers or bool(names(scene, told) & names(scene, draft))


def _follows(told: Draft, draft: Draft, reach: int) -> bool:
    """Whether an account stands in one of the next sentences after another."""
    return 1 <= draft.trigger.sent.index - told.told_until <= reach


def _named_before(told: Draft, draft: Draft) -> bool:
    """Whether the event told who was there that was harmed by it too ("with a driver ... The driver also died")."""
    victims = {t.victim.lemma for t in draft.cluster.tolls if t.victim is not None}
    sent = told.trigger.sent
    return bool(victims & set(told.trigger.parse.lemmas[sent.start : sent.end]))


def _is_reply(told: Draft) -> bool:
    """Whether an account only owns, denies or charges somebody with what was told before it."""
    return any("doer" in f.row.cells for f in told.cluster.frames)


def _of_the_other_side(draft: Draft) -> bool:
    """Whether a toll is of a party's own dead beside those it counted ("Its own losses were put at seven")."""
    lost = (t.trigger for t in draft.cluster.tolls)
    return all(any(c.pos == "PRON" for c in t.children("nmod:poss")) for t in lost)


def _owns_up(told: Draft, draft: Draft) -> bool:
    """Whether who owns an event gives its toll in the same breath ("claimed the blast and said ten were killed")."""
    owning = told.stance == "asserted" and (_is_reply(told) or avows(told))
    one_breath = told.trigger.sent.index == draft.trigger.sent.index and told.speakers == draft.speakers
    return owning and one_breath and bool(draft.harm) and not (draft.cluster.frames or draft.attackers)


def _unharmed(draft: Draft) -> bool:
    """Whether all that is told is that nobody was harmed."""
    return bool(draft.harm) and all(h.high == 0 for h in draft.harm)
