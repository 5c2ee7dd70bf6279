"""Who is meant by the words for a party or a speaker: the register, asked as one report asks it.

Takes words of a laid-out report with the day and place of their event, gives parties and sources with the actor that
they name, or none where the words leave it open. Whose "the army" is, is found in `whose`.
"""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from aftermath.extract.actors.group_before import UNNAMED, group_before
from aftermath.extract.actors.parties import owner
from aftermath.extract.actors.whose import STATE, WITHOUT_ARMY, Resolver, Whose
from aftermath.extract.clusters.cluster import HEAVY
from aftermath.extract.draft import Draft
from aftermath.extract.grammar.phrases import core, phrase, preposition, titled, words
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import table
from aftermath.model import Actor, ActorMention, Parse, Party, PlaceMention, Source, Token, Words
from aftermath.model.words import words_at

ANYBODYS = frozenset({"soldier", "troop", "officer", "commander"})
"""What a state's men are called, and those of a group that they are said to be from ("soldiers from the FSA")."""
DESERTING = frozenset("desert defect defecting deserting mutiny opposed".split())
"""What soldiers do who leave their army."""
UNKNOWN = frozenset({"unknown", "unidentified"})
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

        A nation's adjective alone names its armed forces where the event is of heavy arms ("Russian shelling") or
        stands before tanks; a "Palestinian attack" may be anybody's.
        """
        found = self._in_full(token)
        if _is_either(token):
            return Party(text=found.text, span=found.span)  # "either Syrian or Russian aircraft"
        asked = "defectors" if _has_deserted(token) else found.text
        actor = self.register.resolve(asked, on or self.on, self.whose.at(token))
        if actor is not None and actor.id.startswith(STATE) and UNKNOWN & set(found.text.lower().split()):
            actor = None  # "jets of unknown origin"
        if actor is not None and actor.id.startswith(STATE) and self.whose.of_a_people(token):
            known = self.register.resolve(asked, on or self.on)  # "Tutsi soldiers" are not the army of where they are
            actor = actor if known is not None and known.id == actor.id else None
        if actor is None and token.dep in {"amod", "compound"} and (event in HEAVY or _is_armour(token.head)):
            actor = self.register.resolve(f"{found.text} forces", on or self.on, self.whose.at(token))
            actor = None if actor is not None and actor.id.startswith(STATE + WITHOUT_ARMY) else actor
        if actor is None or actor.id.startswith(UNNAMED) or token.lemma in ANYBODYS:
            of = {"from", "with"} if actor is not None else {"from", "with", "of"}  # "warplanes of the coalition"
            actor = self._whose_men(token, on, of) or group_before(token, actor, self.named)
        return Party(text=found.text, span=found.span, actor=actor)

    def at_place(self, party: Party, places: Sequence[PlaceMention], on: date | None) -> Party:
        """A party of which nobody is named ("gunmen") as one of the country where the event was."""
        there = next((m.place.country for m in places if m.place.country), "")
        if party.actor is None or not party.actor.id.startswith(UNNAMED) or not there:
            return party
        if party.actor.id.endswith(f":{there}"):
            return party
        local = self.register.resolve(party.text, on or self.on, (there,))
        return party if local is None or not local.id.startswith(UNNAMED) else replace(party, actor=local)

    def _whose_men(self, token: Token, on: date | None, of: Set[str]) -> Actor | None:
        """The group that unnamed fighters are said to be from ("militants from the Islamic State in Iraq")."""
        for child in token.children("nmod"):
            if preposition(child) not in of or child.i > token.i + FROM_REACH:
                continue
            start, end = core(child)
            span = words(token.parse, start, end).span
            named = next((n for n in self.named if n.span[0] < span[1] and span[0] < n.span[1]), None)
            actor = self.register.resolve(named.text, on or self.on, self.whose.at(token)) if named else None
            if actor is not None and not actor.id.startswith(UNNAMED):
                return actor
        return None

    def _in_full(self, token: Token) -> Words:
        """The party's phrase, with all of a group's name that begins in it ("the Volunteers for the Defence of …")."""
        found = phrase(_own_name(token) or token)
        start, end = found.span
        longer = (n.span[1] for n in self.named if start <= n.span[0] < end < n.span[1])
        return words_at(token.parse.text, start, max(longer, default=end))

    def party_of(self, token: Token, owner: Token | None, on: date | None, country: str, *, arms: bool) -> Party:
        """A party named by a pronoun ("its troops") with the actor that its owner's forces are.

        `country` is the owner's where a place stands for it ("Moscow said its warplanes"); what a government has of
        `arms` is its forces'.

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
        if actor is None and arms and (state := country or self._state(owner, whose, on)):
            actor = self.register.resolve("army", on or self.on, (state,))  # "Kyiv said its planes"
        if actor is not None and actor.id.startswith(UNNAMED):
            actor = None
        if actor is not None:
            actor = replace(actor, why=f"{actor.why}; “{found.text.split()[0]}” is taken to mean {whose}")
        return Party(text=found.text, span=found.span, actor=actor)

    def _state(self, owner: Token, whose: str, on: date | None) -> str:
        """The country of a government that somebody's forces are of, or ""."""
        actor = self.register.resolve(whose, on or self.on, self.whose.at(owner))
        is_state = actor is not None and actor.id.startswith(STATE)
        return actor.id.removeprefix(STATE)[:2] if actor is not None and is_state else ""


def party_of_draft(laid: Scene, token: Token, draft: Draft, who: Who, day: date | None) -> Party:
    """A party with its actor; "two warplanes" alone are nobody's, whatever country the report is about."""
    of_somebody = any(preposition(c) == "of" for c in token.children("nmod"))
    bare = token.i in laid.means and not of_somebody and not any(token.children("amod", "compound", "nmod:poss"))
    if any(c.pos == "PRON" for c in token.children("nmod:poss")) and not _names_itself(laid, token):
        elsewhere = token.sent.index != draft.trigger.sent.index  # "Kyiv denied it": that another's men did it
        holder = owner(laid, token, None if elsewhere else draft.voice)
        seat = laid.places.get(holder.i) if holder is not None else None
        arms = laid.is_combatant(token) or token.i in laid.means
        return who.party_of(token, holder, day, seat.place.country if seat is not None else "", arms=arms)
    if not bare:
        return who.at_place(who.party(token, day, draft.event), draft.places, day)
    found = phrase(token)
    return Party(text=found.text, span=found.span)


def _names_itself(laid: Scene, token: Token) -> bool:
    """Whether a party is called by its own name behind whose it is ("its ally Hezbollah")."""
    return token.i in laid.actors or any(c.i in laid.actors for c in token.children("appos", "flat"))


def _own_name(noun: Token) -> Token | None:
    """What a group is called by ("a group named Islamic Jihad", "a faction calling itself the Lions of God")."""
    for clause in noun.children("acl"):
        if clause.lemma in {"name", "call", "know", "dub", "style"} and clause.i - noun.i <= FROM_REACH:
            names = (c for c in clause.children("xcomp", "obl", "obj") if c.pos == "PROPN")
            return next(names, None)
    return None


def _has_deserted(token: Token) -> bool:
    """Whether soldiers are no longer their state's ("soldiers who had deserted", "defecting troops")."""
    soldiers = token.lemma in ANYBODYS or token.lower == "troops"  # whose own lemma it is
    return soldiers and any({c.lemma, c.lower} & DESERTING for c in token.children("acl", "amod"))


def _is_armour(noun: Token) -> bool:
    """Whether a noun is of tanks and the like, which only armies have."""
    row = table("means").first(noun)
    return row is not None and row["kind"] == "tank"


def _is_either(token: Token) -> bool:
    """Whether the words leave open which of two nations is meant."""
    nations = (c for a in token.children("amod") for c in a.children("conj") if c.pos in {"ADJ", "PROPN"})
    return any(c.lower == "or" for nation in nations for c in nation.children("cc"))


def outermost(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Parties whose words are no part of another's ("the Levant" of the "Islamic State of Iraq and the Levant")."""
    spans = [p.span for p in parties]
    inner = {s for s in spans for a, b in spans if (a, b) != s and a <= s[0] and s[1] <= b}
    return tuple(p for p in parties if p.span not in inner)
