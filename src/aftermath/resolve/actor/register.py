"""The register: words for armed actors and sources to the actors they name.

In order: names of groups and governments, states by pattern, and words that name nobody
("gunmen") but tell the kind. Each answer says why, and where it is unsure. Nothing here
reads a file: `aftermath.resolve.actor` opens a register from its tables.
"""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from datetime import date
from functools import cache

from aftermath.model import Actor, ActorMention, Parse
from aftermath.resolve.actor import regimes, unnamed
from aftermath.resolve.actor import state as actor_state
from aftermath.resolve.actor.entry import Entry
from aftermath.resolve.actor.index import Hit, Index, abroad, choose
from aftermath.resolve.actor.source import source_kind
from aftermath.resolve.actor.words import Word, key_of, words_in

# Behind these words stands another than the one the phrase is about.
_OTHERS = frozenset("against fighting near opposing besieged anti".split())
# A misspelling is looked for in names of eight letters and more, and must agree in nine tenths:
# shorter or looser, and other groups' names are found ("Jaish al-Nasr", "Jaish al-Ahrar").
_FUZZY_LENGTH = 8
_FUZZY_SCORE = 92.0


class Register:
    """Known actors and sources; ask it by words, day and country."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self._by_id = {entry.id: entry for entry in reversed(self.entries)}
        governments = regimes.governments()
        self._actors = Index((*(e for e in self.entries if not e.is_source), *governments))
        self._sources = Index(e for e in self.entries if e.is_source)
        self._known: dict[tuple[str, date | None, tuple[str, ...]], Actor | None] = {}

    def resolve(self, words: str, on: date | None = None, countries: Sequence[str] = ()) -> Actor | None:
        """The actor that words name, on a day, in a report about these countries; None where they name none."""
        asked = (words, on, tuple(countries))
        if asked not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[asked] = self._resolve(words_in(words), on, countries)
        return self._known[asked]

    def is_actor(self, words: str) -> bool:
        """Whether words name an armed actor, a state's arm included; a word like "gunmen" names one too."""
        return self.resolve(words) is not None

    def source_kind(
        self, words: str, on: date | None = None, countries: Sequence[str] = ()
    ) -> tuple[str, Actor | None]:
        """The kind of source that words mean, and the body they name, if it is known."""
        return source_kind(words, self._source_named, lambda asked: self.resolve(asked, on, countries))

    def mentions(self, parse: Parse, on: date | None = None, countries: Sequence[str] = ()) -> tuple[ActorMention, ...]:
        """The known groups and governments that a report names, in order; states by pattern are not searched.

        A short abbreviation of a group of other countries counts only where the report names
        that group in full as well.
        """
        words = words_in(parse.text)
        hits = list(self._actors.hits(words))
        chosen = {hit: choose(hit, on, countries) for hit in hits if not hit.is_short}
        in_full = {named[0] for named in chosen.values() if named}
        mentions = []
        for hit in hits:
            named = _meant_by_short(hit, in_full, on, countries) if hit.is_short else chosen[hit]
            if named:
                start, end = words[hit.at].start, words[hit.at + hit.size - 1].end
                actor = self._as_actor(*named)
                mentions.append(ActorMention(text=parse.text[start:end], span=(start, end), actor=actor))
        return tuple(mentions)

    def find(self, name: str) -> tuple[Entry, ...]:
        """The entries of that id or name, then those whose names hold the words."""
        key = key_of(name)
        exact = [
            *([self._by_id[name]] if name in self._by_id else []),
            *self._actors.bearers(key),
            *self._sources.bearers(key),
        ]
        holding = [e for e in self.entries if key and any(f" {key} " in f" {key_of(n)} " for n in e.names)]
        return tuple(dict.fromkeys([*exact, *holding]))

    def _resolve(self, words: list[Word], on: date | None, countries: Sequence[str]) -> Actor | None:
        named = self._named(words, on, countries)
        state = actor_state.find(words)
        if named and state and named[1].table == regimes.TABLE and state.code in {"", *named[1].countries}:
            return actor_state.actor(named[1].countries[0], state.arm, regimes.day_of(named[1]), named[2])
        if named and (not state or _goes_before(named, state)):
            return self._as_actor(named[1], named[2])
        if state and state.code:
            others = [actor_state.names()[c] for c in actor_state.countries_in(words) if c != state.code]
            also = f"; unsure: the words also name {', '.join(others)}" if others else ""
            return actor_state.actor(state.code, state.arm, on, state.how + also)
        if bare := actor_state.named(words):
            return actor_state.actor(bare.code, bare.arm, on, bare.how)
        nobody = unnamed.find(words)
        if nobody and (not state or nobody.end > state.end or nobody.start < state.start):
            return unnamed.actor(nobody, words, countries)
        if state:
            return _state_of_context(state, on, countries)
        if nobody:
            return unnamed.actor(nobody, words, countries)
        return self._fuzzy(words, countries)

    def _named(self, words: list[Word], on: date | None, countries: Sequence[str]) -> tuple[Hit, Entry, str] | None:
        """The first group or government that words name, but for those behind "against" or before "-held".

        One that is at home in these countries goes before others ("the Maoist organization Shining Path").
        """
        found = []
        state = actor_state.find(words)
        for hit in self._actors.hits(words):
            before = [w.key for w in words[: hit.at] if w.key != "the"][-1:]
            after = [w.key for w in words[hit.at + hit.size :]][:1]
            if _OTHERS & set(before) or actor_state.NOT_ITS_OWN & set(after):
                continue
            chosen = choose(hit, on, countries)
            if chosen and state and state.code and abroad(chosen[0], countries):
                continue  # "Serb forces" in Kosovo are Serbia's
            if chosen:
                found.append((hit, *chosen))
        return min(found, key=lambda named: not set(named[1].countries) & set(countries), default=None)

    def _source_named(self, words: list[Word]) -> tuple[Entry, str, int] | None:
        """The source of the longest name in words, why, and where that name ends."""
        longest = max(self._sources.hits(words), key=lambda hit: hit.size, default=None)
        chosen = choose(longest, None, ()) if longest else None
        if longest is None or chosen is None:
            return None
        entry, why = chosen
        end = longest.at + longest.size
        code = actor_state.country_in(words[:end]) if entry.id in _RELIEF else ""
        if code:  # "the Lebanese Red Cross" is no other country's, nor the International Committee
            entry = replace(entry, id=f"red-cross:{code}", name=f"Red Cross or Red Crescent of {_state_name(code)}")
            why = "a national society of the movement"
        return entry, why, end

    def _as_actor(self, entry: Entry, why: str) -> Actor:
        if entry.members:
            names = (self._by_id[m].name if m in self._by_id else _state_name(m) for m in entry.members)
            why += f"; its members: {', '.join(names)}"
        if entry.parent:
            parent = self._by_id.get(entry.parent)
            why += f"; part of {parent.name if parent else _state_name(entry.parent)}"
        return Actor(id=entry.id, name=entry.name, kind=entry.kind, why=why)

    def _fuzzy(self, words: list[Word], countries: Sequence[str]) -> Actor | None:
        """A misspelt name of a group of these countries."""
        proper = [w for w in words if w.form[:1].isupper() or w.key == "al"]
        key = " ".join(w.key for w in proper)
        if len(key) < _FUZZY_LENGTH or len(proper) < 2 or not countries:
            return None
        from rapidfuzz import fuzz, process  # slow to import, and seldom needed

        match = process.extractOne(key, self._long_keys(), scorer=fuzz.ratio, score_cutoff=_FUZZY_SCORE)
        if match is None:
            return None
        for entry in self._actors.bearers(match[0]):
            if set(entry.countries) & set(countries):
                return self._as_actor(
                    entry, f"unsure: it is spelt nearly like “{match[0]}”, a name of it ({entry.table})"
                )
        return None

    @cache  # noqa: B019 - registers are few and live as long as the run
    def _long_keys(self) -> list[str]:
        return [key for key in self._actors.spelt() if len(key) >= _FUZZY_LENGTH and " " in key]


def _goes_before(named: tuple[Hit, Entry, str], state: actor_state.StateWords) -> bool:
    """Whether a group's name counts more than a state's and an arm: "Sudan's paramilitary Rapid Support Forces"."""
    hit, entry, _ = named
    holds_arm = hit.at < state.end <= hit.at + hit.size  # the word for the arm is part of the name
    return not state.code or hit.at <= state.start or holds_arm or entry.parent == f"state:{state.code}"


def _meant_by_short(
    hit: Hit, in_full: Set[Entry], on: date | None, countries: Sequence[str]
) -> tuple[Entry, str] | None:
    """What an abbreviation means in a report that names these groups in full and is about these countries."""
    for name, entry in hit.bearers:
        if entry in in_full:
            return entry, f"“{name}” is short for a name that the report gives in full ({entry.table})"
    named = choose(hit, on, countries)
    at_home = named is not None and (set(countries) & set(named[0].countries) or not named[0].countries)
    return named if at_home else None  # NATO is at home nowhere, and meant everywhere


_ARMLESS = frozenset({"PS"})
"""States whose own forces nobody calls "the army" in a war that another's army fights there."""
_RELIEF = frozenset({"icrc", "red-crescent"})
_REMEMBERED = 50_000
"""Answers kept: a run over an archive asks for the same few thousand phrases."""


def _state_name(reference: str) -> str:
    code = reference.removeprefix("state:")
    return actor_state.names().get(code, code)


def _state_of_context(state: actor_state.StateWords, on: date | None, asked: Sequence[str]) -> Actor:
    countries = [code for code in asked if code in actor_state.names()]  # islands and ice have no forces of their own
    if state.arm == "military":
        countries.sort(key=lambda code: code in _ARMLESS)
    if not countries:
        return Actor(
            id="state" if state.arm == "military" else f"state/{state.arm}",
            name="State forces, country not said",
            kind="state forces",
            why=f"{state.how}; neither they nor the report's places name a country",
        )
    why = f"{state.how}; the country is that of the report's places"
    if len(countries) > 1:
        others = ", ".join(actor_state.names().get(c, c) for c in countries[1:])
        why += f"; unsure: the report also names {others}"
    return actor_state.actor(countries[0], state.arm, on, why)
