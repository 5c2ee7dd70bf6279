"""Claims of a report: events put together from its sentences, with who says so, and joined where they repeat.

`claims` takes what the other stages found in a report and gives its claims in the order of
the text. It resolves nothing itself: places, times and numbers come with their values.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from aftermath.extract.actors.attackers import attackers
from aftermath.extract.actors.event_doers import REPELLING
from aftermath.extract.actors.hit import targets
from aftermath.extract.actors.who import Register, Who, outermost, party_of_draft
from aftermath.extract.actors.whose import whose
from aftermath.extract.clusters.by_parties import Named, named_by_parties
from aftermath.extract.clusters.cluster import HEAVY, Cluster
from aftermath.extract.clusters.grouping import clusters
from aftermath.extract.clusters.means import means_of, weapons
from aftermath.extract.clusters.naming import named_by_means
from aftermath.extract.clusters.numbers import bounds, count, harm
from aftermath.extract.clusters.quotes import quote
from aftermath.extract.draft import Draft
from aftermath.extract.events.frames import Frame, frames
from aftermath.extract.events.harm import Toll, implied, tolls
from aftermath.extract.events.shares import place_behind, time_behind
from aftermath.extract.grammar.charged import charged_with
from aftermath.extract.grammar.phrases import core, phrase, preposition, words
from aftermath.extract.layout.arms import Means
from aftermath.extract.layout.countries import countries_of
from aftermath.extract.layout.dateline import in_statement
from aftermath.extract.layout.scene import Scene, scene, unspoken
from aftermath.extract.lexicon import table
from aftermath.extract.selection.join import join
from aftermath.extract.selection.worth import worth
from aftermath.extract.speakers.speech import Voice
from aftermath.extract.speakers.stance import stance
from aftermath.extract.where_when.setting import places as places_of
from aftermath.extract.where_when.setting import times as times_of
from aftermath.extract.where_when.speaking import when_told
from aftermath.model import (
    Claim,
    Parse,
    PlaceMention,
    Quantity,
    Report,
    Target,
    TimeMention,
    Token,
    Weapon,
    Words,
)

W = TypeVar("W", bound=Words)

TRYING = frozenset("try attempt seek".split())
"""Verbs of what was only tried, while its harm was done."""


def claims(  # noqa: PLR0913 - the five things a report is read from, each another stage's
    report: Report,
    parse: Parse,
    *,
    times: Sequence[TimeMention],
    places: Sequence[PlaceMention],
    quantities: Sequence[Quantity],
    register: Register,
) -> tuple[Claim, ...]:
    """The claims of a report, in the order of its text."""
    places = [m for m in places if not (_is_acronym(parse.text, m) or in_statement(parse.text, m.span[0]))]
    countries = countries_of(unspoken(parse, places))
    named = register.mentions(parse, report.published, countries)
    laid = scene(
        parse,
        places=places,
        times=times,
        quantities=quantities,
        actors=named,
        published=report.published,
        title=report.title,
    )
    drafts = [d for d in _drafts(laid) if worth(laid, d)]
    who = Who(register, report.published, whose(laid, register, report.published, countries), named)
    return tuple(_claim(report, laid, draft, who) for draft in join(laid, drafts))


def _is_acronym(text: str, mention: PlaceMention) -> bool:
    """Whether an article before capitals says that they are a body's, and no town's ("the IRA" is not in Ira)."""
    start, end = mention.span
    name = text[start:end]
    led = text[max(0, start - 4) : start].lower() == "the "
    return led and name.isupper() and len(name) > 1 and mention.place.precision != "country"


def _drafts(laid: Scene) -> list[Draft]:
    by_sentence: dict[int, tuple[list[Frame], list[Toll]]] = {}
    for frame in frames(laid):
        by_sentence.setdefault(frame.trigger.sent.index, ([], []))[0].append(frame)
    for toll in tolls(laid):
        by_sentence.setdefault(toll.trigger.sent.index, ([], []))[1].append(toll)
    out: list[Draft] = []
    for _, (found, harmed) in sorted(by_sentence.items()):
        harmed.extend([toll for frame in found for toll in implied(laid, frame, harmed)])
        out.extend(_drafts_of(laid, clusters(laid, found, harmed)))
    return out


def _drafts_of(laid: Scene, groups: list[Cluster]) -> Iterator[Draft]:
    """The drafts of one sentence; where its numbers are given place by place, the whole tells nothing beside them."""
    drafts = {id(g): _draft(laid, g, [h for h in groups if h is not g]) for g in groups if g.whole is None}
    for group in groups:
        if group.whole is not None:
            yield _elsewhere(laid, group, drafts[id(group.whole)])
            continue
        parts = [t for g in groups if g.whole is group for t in g.tolls]
        if not parts or drafts[id(group)].places or not _adds_up(laid, group, parts):
            yield drafts[id(group)]


def _elsewhere(laid: Scene, group: Cluster, told: Draft) -> Draft:
    """What the same word tells of another place or time ("..., four in Hama", "..., 12 of them last week")."""
    if group.frames:
        return _in_another(laid, group, told)
    place, time = place_behind(laid, group.trigger), time_behind(laid, group.trigger)
    if time is not None:
        told = replace(told, times=[time], when_told=False)
    return replace(
        told,
        trigger=group.trigger,
        cluster=group,
        targets=[],
        places=[place] if place is not None else told.places if time is not None else [],
        count=None,
        harm=harm(laid, group),
        quotes=[quote(laid, group)],
        why=told.why | {"event": f"{told.why.get('event', '')}; one of several places or times"},
        inferred={},
    )


def _in_another(laid: Scene, group: Cluster, told: Draft) -> Draft:
    """What the same word tells of another event ("..., and 11 more in a strike on two cars in Ubari")."""
    draft = _draft(laid, group, [told.cluster])
    draft.attackers = draft.attackers or list(told.attackers)
    draft.voice = draft.voice or told.voice
    return draft


def _adds_up(laid: Scene, group: Cluster, parts: Sequence[Toll]) -> bool:
    """Whether the numbers of several places are the whole number, which is then told by them."""
    totals = [bounds(laid, t)[0] for t in group.tolls if t.kind == parts[0].kind and not t.part]
    shares = [bounds(laid, t)[0] or 0 for t in parts]
    return len(totals) == 1 and totals[0] == sum(shares)


def _draft(laid: Scene, group: Cluster, rivals: list[Cluster]) -> Draft:
    trigger = group.trigger
    voice, (taken, rule) = _told(laid, group)
    means = means_of(laid, group, rivals)
    doers, reasons = attackers(laid, group, voice)
    if taken == "asserted" and doers and any(map(charged_with, group.tokens)):
        taken, rule = "unconfirmed", "somebody is only charged with it"
    hit, hits = targets(laid, group, doers)
    event, row = named_by_means(group, means)
    event, parties = named_by_parties(laid, event, Named(group, doers, hit, means))
    number, counted = count(laid, group)
    banned = [i for t in (*doers, *_senders(rivals)) for i in range(*core(t))]
    there = [place_behind(laid, t.trigger) for r in rivals if r.whole is group for t in r.tolls]
    banned += [i for i, m in laid.places.items() if any(m is p for p in there)]
    days = times_of(laid, group, rivals)
    why = {
        "event": _event_why(group, row or parties),
        "stance": rule,
        "attackers": reasons,
        "targets": hits,
        "count": counted,
    }
    why["sources"] = voice.why if voice is not None else "the report's own voice"
    return Draft(
        trigger=trigger,
        cluster=group,
        event=event,
        stance=taken,
        voice=voice,
        attackers=doers,
        targets=hit,
        weapons=weapons(group, [m for m in means if not any(m.start <= t.i < m.end for t in hit)]),
        times=days,
        when_told=bool(days) and when_told(laid, group, days[0]),
        places=places_of(laid, group, rivals, banned),
        count=number,
        harm=harm(laid, group),
        quotes=[quote(laid, group)],
        why={slot: reason for slot, reason in why.items() if reason},
    )


def _senders(rivals: Sequence[Cluster]) -> Iterator[Token]:
    """From whom or where other strikes of a sentence come: "air raids from Chad and rockets from Libya"."""
    for frame in (f for r in rivals for f in r.frames if f.event in HEAVY):
        yield from (t for t in frame.trigger.children("nmod", "obl") if preposition(t) in {"by", "from"})


def _told(laid: Scene, group: Cluster) -> tuple[Voice | None, tuple[str, str]]:
    """The voice in which an event is told, and its stance with the rule it rests on.

    Where the report names the event itself and a source gives its harm, or its harm alone is in doubt, the
    harm's word is taken: it is what the claim adds. So it is where an attempt brought harm ("tried to storm it;
    an officer was killed").
    """
    trigger = group.trigger
    denial = laid.voices.denial(trigger)
    if denial is not None:
        return denial, ("denied", denial.why)
    voice = laid.voices.at(trigger)
    found = stance(trigger, voice, laid.parse)
    if found[0] == "planned" and (done := _attempted(laid, group)) is not None:
        return done
    if found[0] != "asserted" or not group.tolls or any(t.trigger.i == trigger.i for t in group.tolls):
        return voice, found
    harmed = group.tolls[0].trigger
    said = laid.voices.at(harmed)
    if voice is None or said == voice:
        told = stance(harmed, said, laid.parse)
        if told[0] == "unconfirmed" or (told[0] == "asserted" and said is not None and said.speakers):
            return said, told
    return voice, found


def _attempted(laid: Scene, group: Cluster) -> tuple[Voice | None, tuple[str, str]] | None:
    """The voice and stance of the harm that was done when something was only tried, or of its being repelled."""
    if group.trigger.head.lemma not in TRYING:
        return None
    beside = [f.trigger for f in group.frames if f.trigger.lemma in REPELLING]
    beside += [t.trigger for t in group.tolls if all(t.trigger.i not in f.trigger.subtree() for f in group.frames)]
    if not beside:
        return None
    said = laid.voices.at(beside[0])
    taken = stance(beside[0], said, laid.parse)
    return (said, taken) if taken[0] == "asserted" else None


def _event_why(group: Cluster, reason: str) -> str:
    rules = [f"{f.trigger.text} ({f.row.where})" for f in group.frames]
    rules += [f"{t.trigger.text} ({t.row.where})" for t in group.tolls]
    return "; ".join(rules) + (f"; made more telling by {reason}" if reason else "")


def _claim(report: Report, laid: Scene, draft: Draft, who: Who) -> Claim:
    day = draft.when.time.start if draft.when is not None else None
    claim = Claim(
        id="",
        event=draft.event,
        scope=draft.scope,
        stance=draft.stance,
        sources=_distinct(who.source(laid.parse[i]) for i in draft.speakers),
        when=draft.when,
        where=tuple(draft.places),
        attackers=outermost(_distinct(party_of_draft(laid, t, draft, who, day) for t in draft.attackers)),
        targets=_distinct(_target(t) for t in draft.targets),
        weapons=_distinct(_weapon(laid.parse, m) for m in draft.weapons),
        count=draft.count,
        harm=tuple(draft.harm),
        quotes=tuple(draft.quotes),
        inferred=draft.inferred,
        why=draft.why,
    )
    return replace(claim, id=_identity(report, claim))


def _identity(report: Report, claim: Claim) -> str:
    """A stable id: the report's, with a digest of what is claimed in which words."""
    parts = [claim.event, claim.stance, *(str(q.span) for q in claim.quotes), *(s.text for s in claim.sources)]
    parts += [f"{h.kind}{h.span}" for h in claim.harm]
    return f"{report.id}:{hashlib.sha256('|'.join(parts).encode()).hexdigest()[:12]}"


def _weapon(parse: Parse, means: Means) -> Weapon:
    found = words(parse, means.start, means.end)
    return Weapon(text=found.text, span=found.span, kind=means.row["kind"])


def _target(token: Token) -> Target:
    found = phrase(token)
    row = table("targets").first(token)
    return Target(text=found.text, span=found.span, kind=row["kind"] if row else "")


def _distinct(items: Iterable[W]) -> tuple[W, ...]:
    """Items whose words differ, the first of each kept."""
    seen: dict[str, W] = {}
    for item in items:
        seen.setdefault(item.text.lower(), item)
    return tuple(seen.values())
