"""Claims of a report: events put together from its sentences, with who says so, and joined where they repeat.

`claims` takes what the other stages found in a report and gives its claims in the order of
the text. It resolves nothing itself: places, times and numbers come with their values.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from aftermath.extract.attackers import attackers
from aftermath.extract.cluster import HEAVY, Cluster, clusters
from aftermath.extract.countries import countries_of
from aftermath.extract.draft import Draft
from aftermath.extract.frames import Frame, frames
from aftermath.extract.group_before import group_before
from aftermath.extract.harm import Toll, implied, tolls
from aftermath.extract.hit import targets
from aftermath.extract.join import join
from aftermath.extract.lexicon import table
from aftermath.extract.means import Named, means_of, named_by_means, named_by_parties, weapons
from aftermath.extract.numbers import count, harm
from aftermath.extract.parties import owner
from aftermath.extract.phrases import core, phrase, preposition, titled, words
from aftermath.extract.quotes import quote
from aftermath.extract.scene import Means, Scene, scene
from aftermath.extract.setting import places as places_of
from aftermath.extract.setting import times as times_of
from aftermath.extract.speaking import when_told
from aftermath.extract.speech import Voice
from aftermath.extract.stance import stance
from aftermath.extract.whose import Resolver, Whose, whose
from aftermath.extract.worth import worth
from aftermath.model import (
    Actor,
    ActorMention,
    Claim,
    Parse,
    Party,
    PlaceMention,
    Quantity,
    Report,
    Source,
    Target,
    TimeMention,
    Token,
    Weapon,
    Words,
)
from aftermath.model.words import words_at

W = TypeVar("W", bound=Words)

WITHOUT_ARMY = "state:PS"
"""The state whose name armed groups bear as well, and which has no artillery of its own."""

TRYING = frozenset("try attempt seek".split())
FROM_REACH = 5
"""Tokens from fighters to the group that they are from, at most."""


class Register(Resolver, Protocol):
    """What extraction asks of the register of actors."""

    def source_kind(
        self, words: str, on: date | None = None, countries: Sequence[str] = ()
    ) -> tuple[str, Actor | None]:
        """The kind of a source by its words, and the actor it is, if known."""

    def mentions(self, parse: Parse, on: date | None = None, countries: Sequence[str] = ()) -> Sequence[ActorMention]:
        """The known groups and governments that a report names."""


@dataclass(frozen=True, slots=True)
class Who:
    """The register as one report asks it: on its day, in the countries that a phrase is to be understood in."""

    register: Register
    on: date | None
    whose: Whose
    named: Sequence[ActorMention] = ()
    """The known groups and governments that the report names."""

    def source(self, token: Token) -> Source:
        """A speaker with the kind of source it is."""
        found = titled(token)
        kind, actor = self.register.source_kind(found.text, self.on, self.whose.at(token))
        return Source(text=found.text, span=found.span, kind=kind, actor=actor)

    def party(self, token: Token, on: date | None, event: str) -> Party:
        """A party with the actor that it names on the event's day.

        A nation's adjective alone names its armed forces where the event is of heavy arms ("Russian shelling");
        a "Palestinian attack" may be anybody's.
        """
        found = self._in_full(token)
        actor = self.register.resolve(found.text, on or self.on, self.whose.at(token))
        if actor is None and token.dep in {"amod", "compound"} and event in HEAVY:
            actor = self.register.resolve(f"{found.text} forces", on or self.on, self.whose.at(token))
            actor = None if actor is not None and actor.id.startswith(WITHOUT_ARMY) else actor
        if actor is None or actor.id.startswith("unnamed:"):
            actor = self._whose_men(token, on) or group_before(token, actor, self.named)
        if _is_either(token):
            actor = None  # "either Syrian or Russian aircraft"
        return Party(text=found.text, span=found.span, actor=actor)

    def at_place(self, party: Party, places: Sequence[PlaceMention], on: date | None) -> Party:
        """A party of which nobody is named ("gunmen") as one of the country where the event was."""
        there = next((m.place.country for m in places if m.place.country), "")
        if party.actor is None or not party.actor.id.startswith("unnamed:") or not there:
            return party
        if party.actor.id.endswith(f":{there}"):
            return party
        local = self.register.resolve(party.text, on or self.on, (there,))
        return party if local is None or not local.id.startswith("unnamed:") else replace(party, actor=local)

    def _whose_men(self, token: Token, on: date | None) -> Actor | None:
        """The group that unnamed fighters are said to be from ("militants from the Islamic State in Iraq")."""
        for child in token.children("nmod"):
            if preposition(child) not in {"from", "with"} or child.i > token.i + FROM_REACH:
                continue
            start, end = core(child)
            span = words(token.parse, start, end).span
            named = next((n for n in self.named if n.span[0] < span[1] and span[0] < n.span[1]), None)
            actor = self.register.resolve(named.text, on or self.on, self.whose.at(token)) if named else None
            if actor is not None and not actor.id.startswith("unnamed:"):
                return actor
        return None

    def _in_full(self, token: Token) -> Words:
        """The party's phrase, with all of a group's name that begins in it ("the Volunteers for the Defence of …")."""
        found = phrase(token)
        start, end = found.span
        longer = (n.span[1] for n in self.named if start <= n.span[0] < end < n.span[1])
        return words_at(token.parse.text, start, max(longer, default=end))

    def party_of(self, token: Token, owner: Token | None, on: date | None, country: str) -> Party:
        """A party named by a pronoun ("its troops") with the actor that its owner's forces are.

        `country` is the owner's where a place stands for it ("Moscow said its warplanes").

        Where nobody knows whose they are, the report's places are no guess to be made.
        """
        found = phrase(token)
        if owner is None:
            return Party(text=found.text, span=found.span)
        whose = phrase(owner).text
        if country:
            actor = self.register.resolve(token.text, on or self.on, (country,))
        else:
            actor = self.register.resolve(f"{whose} {token.text}", on or self.on, self.whose.at(token))
        if actor is not None and actor.id.startswith("unnamed:"):
            actor = None
        if actor is not None:
            actor = replace(actor, why=f"{actor.why}; “{found.text.split()[0]}” is taken to mean {whose}")
        return Party(text=found.text, span=found.span, actor=actor)


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
    countries = countries_of(places)
    named = register.mentions(parse, report.published, countries)
    laid = scene(parse, places=places, times=times, quantities=quantities, actors=named)
    drafts = [d for d in _drafts(laid) if worth(laid, d)]
    who = Who(register, report.published, whose(laid, register, report.published, countries), named)
    return tuple(_claim(report, laid, draft, who) for draft in join(laid, drafts))


def _drafts(laid: Scene) -> list[Draft]:
    by_sentence: dict[int, tuple[list[Frame], list[Toll]]] = {}
    for frame in frames(laid):
        by_sentence.setdefault(frame.trigger.sent.index, ([], []))[0].append(frame)
    for toll in tolls(laid):
        by_sentence.setdefault(toll.trigger.sent.index, ([], []))[1].append(toll)
    out: list[Draft] = []
    for _, (found, harmed) in sorted(by_sentence.items()):
        harmed.extend([toll for frame in found for toll in implied(laid, frame, harmed)])
        groups = clusters(laid, found, harmed)
        out.extend(_draft(laid, group, [g for g in groups if g is not group]) for group in groups)
    return out


def _draft(laid: Scene, group: Cluster, rivals: list[Cluster]) -> Draft:
    trigger = group.trigger
    voice, (taken, rule) = _told(laid, group)
    means = means_of(laid, group)
    doers, reasons = attackers(laid, group, voice)
    hit, hits = targets(laid, group, doers)
    event, row = named_by_means(group, means)
    event, parties = named_by_parties(laid, event, Named(group, doers, hit, means))
    number, counted = count(laid, group)
    banned = [i for t in doers for i in range(*core(t))]
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
    """The voice and stance of the harm that was done when something was only tried."""
    beside = [t.trigger for t in group.tolls if all(t.trigger.i not in f.trigger.subtree() for f in group.frames)]
    if not beside or group.trigger.head.lemma not in TRYING:
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
        attackers=_outermost(_distinct(_party(laid, t, draft, who, day) for t in draft.attackers)),
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


def _party(laid: Scene, token: Token, draft: Draft, who: Who, day: date | None) -> Party:
    """A party with its actor; "two warplanes" alone are nobody's, whatever country the report is about."""
    bare = token.i in laid.means and not any(token.children("amod", "compound", "nmod:poss"))
    if any(c.pos == "PRON" for c in token.children("nmod:poss")) and not _names_itself(laid, token):
        holder = owner(laid, token, draft.voice)
        seat = laid.places.get(holder.i) if holder is not None else None
        return who.party_of(token, holder, day, seat.place.country if seat is not None else "")
    if not bare:
        return who.at_place(who.party(token, day, draft.event), draft.places, day)
    found = phrase(token)
    return Party(text=found.text, span=found.span)


def _names_itself(laid: Scene, token: Token) -> bool:
    """Whether a party is called by its own name behind whose it is ("its ally Hezbollah")."""
    return token.i in laid.actors or any(c.i in laid.actors for c in token.children("appos", "flat"))


def _weapon(parse: Parse, means: Means) -> Weapon:
    found = words(parse, means.start, means.end)
    return Weapon(text=found.text, span=found.span, kind=means.row["kind"])


def _target(token: Token) -> Target:
    found = phrase(token)
    row = table("targets").first(token)
    return Target(text=found.text, span=found.span, kind=row["kind"] if row else "")


def _is_either(token: Token) -> bool:
    """Whether the words leave open which of two nations is meant."""
    nations = (c for a in token.children("amod") for c in a.children("conj") if c.pos in {"ADJ", "PROPN"})
    return any(c.lower == "or" for nation in nations for c in nation.children("cc"))


def _outermost(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Parties whose words are no part of another's ("the Levant" of the "Islamic State of Iraq and the Levant")."""
    spans = [p.span for p in parties]
    inner = {s for s in spans for a, b in spans if (a, b) != s and a <= s[0] and s[1] <= b}
    return tuple(p for p in parties if p.span not in inner)


def _distinct(items: Iterable[W]) -> tuple[W, ...]:
    """Items whose words differ, the first of each kept."""
    seen: dict[str, W] = {}
    for item in items:
        seen.setdefault(item.text.lower(), item)
    return tuple(seen.values())
