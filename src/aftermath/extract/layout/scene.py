"""A report laid out for reading: its clauses, and what stands in them.

A `Scene` joins the parse with the mentions that other stages found (places, times,
quantities) and with the means and people of the tables, each found by token.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from aftermath.extract.layout.anaphora import anaphoric
from aftermath.extract.layout.arms import Means, means_named
from aftermath.extract.layout.countries import countries_of, foremost, main_country
from aftermath.extract.layout.headline import headline
from aftermath.extract.layout.war import is_of_war
from aftermath.extract.lexicon import table, words_of
from aftermath.extract.speakers.attribution import Voices, voices
from aftermath.model import ActorMention, Parse, PlaceMention, Quantity, TimeMention, Token, Words

CLAUSAL = {"root", "ccomp", "advcl", "acl", "parataxis", "csubj"}
COUNTING = frozenset(
    "number half group member dozen hundred thousand score most some many majority rest handful".split()
)
"""Nouns that count what stands after their "of"."""
GATHERED = frozenset(
    "group gang faction element cell man people organization organisation wing movement alliance coalition network"
    " band column unit convoy crowd attacker individual person outfit assailant force men opposition".split()
)
ARMING = frozenset(
    "armed sabotage commando militant rebel terrorist islamist jihadist jihadi insurgent extremist guerrilla"
    " paramilitary separatist masked secessionist criminal".split()
)
"""Adjectives with which people gathered are fighters."""
SERVICES = frozenset({"police", "army", "military"})
"""Whose officers are armed."""
ARMED_KINDS = frozenset({"rebel group", "political militia", "identity militia"})
"""Kinds of actors that are armed groups."""
M = TypeVar("M", bound=Words)
PARTY_NAMES = {"NORP", "ORGANIZATION", "PERSON", "LOCATION"}


@dataclass(slots=True)
class Scene:
    """A report's parse with everything that extraction looks up in it."""

    parse: Parse
    voices: Voices
    places: dict[int, PlaceMention]
    times: dict[int, TimeMention]
    quantities: dict[int, Quantity]
    means: dict[int, Means]
    clause: list[int]
    actors: frozenset[int] = frozenset()
    armed: frozenset[int] = frozenset()
    """Tokens of the names of armed groups."""
    is_of_war: bool = True
    home: str = ""
    """Code of the country in which most of the report's places lie."""
    country: PlaceMention | None = None
    """A mention of it by its own name."""
    alike: frozenset[str] = frozenset()
    """Codes of the countries that are named most: several where the report is of more than one alike."""
    last_day: date | None = None
    """The last day that the report names, none after its own."""
    published: date | None = None
    """The report's own day."""
    headline: int = -1
    """Index of the sentence that is the report's headline, -1 where there is none."""

    def counted(self, token: Token) -> Token:
        """The noun that a number or vague noun counts ("dozens of rebels", "a number of prisoners"), else the token."""
        if token.i in self.quantities or token.lemma in COUNTING:
            of = (c for c in token.children("nmod") if any(k.lower == "of" for k in c.children("case")))
            return next(of, token)
        return token

    def is_combatant(self, token: Token) -> bool:
        """Whether the token is a head noun of those who fight, or names a party."""
        token = self.counted(token)
        plural = token.lower.endswith("s") and token.lower[:-1] in _combatants()
        return (
            token.lemma in _combatants()
            or token.lower in _combatants()
            or plural  # "Snipers" at the head of a sentence taken for a name, "troops" for its own lemma
            or token.i in self.armed
            or (token.i in self.means and self.means[token.i].row["kind"] == "aircraft")
            or (token.lemma in GATHERED and any(self._is_arming(c) for c in token.children("amod", "compound")))
            or (token.lemma == "officer" and any(c.lemma in SERVICES for c in token.children("compound", "amod")))
            or (token.lower == "men" and any(c.pos == "PRON" for c in token.children("nmod:poss")))  # a leader's men
        )

    def _is_arming(self, modifier: Token) -> bool:
        """Whether a word makes a gathering one of fighters ("armed group", "jihadist cell", "the M23 group")."""
        return modifier.lower in ARMING or modifier.lemma in _combatants() or modifier.i in self.armed

    def is_side(self, token: Token) -> bool:
        """Whether the word itself is of somebody who takes a side: "rebels", "the government", "RSF"."""
        return self.is_combatant(token) or token.i in self.actors or bool(_parties() & {token.lemma, token.lower})

    def is_party(self, token: Token) -> bool:
        """Whether the token can be who did it: a combatant, a name, a nationality."""
        if self.is_side(token):
            return True
        if token.i in self.means:
            return False
        mention = self.places.get(token.i)
        if mention is None:
            return token.name_kind in PARTY_NAMES
        power = mention.place.precision == "country" or mention.place.feature == "PPLC"
        return mention.adjectival or (power and token.pos in {"PROPN", "ADJ"})

    def is_people(self, token: Token) -> bool:
        """Whether the token can be who was harmed: people, a number of them, or a name."""
        if token.lemma == "member":
            return True  # "a member of the force"
        token = self.counted(token)
        if token.lemma == "old" and any(c.lemma == "year" for c in token.children("compound", "obl:unmarked")):
            return True  # "a 22-year-old"
        if token.lower == "another" and token.dep in {"nsubj:pass", "obj"}:
            return any(table("harm").at(token.head))  # "one was killed and another wounded"
        if token.pos == "NUM" or token.lemma in _people() or token.lower in _people():
            return True
        plural = token.pos == "PROPN" and token.lower.endswith("s")  # "Mobs" at the head of a sentence taken for a name
        return (plural and token.lower[:-1] in _people()) or token.name_kind in {"PERSON", "NORP"}

    def is_common(self, token: Token) -> bool:
        """Whether the token is no part of a place's own name, though it may stand for a place."""
        mention = self.places.get(token.i)
        return mention is None or mention.text.islower() or mention.text[1:].islower()

    def number_start(self, i: int) -> int:
        """The first token of the expression of number that token i stands in."""
        start = self.quantities[i].span[0]
        return next(k for k in range(i, -1, -1) if self.parse.starts[k] <= start)

    def same_clause(self, a: int, b: int) -> bool:
        """Whether two tokens stand in one clause."""
        return self.clause[a] == self.clause[b]


def _combatants() -> frozenset[str]:
    return words_of("people", "kind", "combatant")


def _parties() -> frozenset[str]:
    return words_of("people", "kind", "party")


def _people() -> frozenset[str]:
    return words_of("people", "kind", "civilian")


def scene(  # noqa: PLR0913 - a report, its day and what other stages found in it
    parse: Parse,
    *,
    places: Sequence[PlaceMention] = (),
    times: Sequence[TimeMention] = (),
    quantities: Sequence[Quantity] = (),
    actors: Sequence[ActorMention] = (),
    published: date | None = None,
    title: str = "",
) -> Scene:
    """Lay out a report for reading."""
    groups = [a for a in actors if a.actor.kind in ARMED_KINDS]
    places = [m for m in places if not any(_is_within(m, group) for group in groups)]
    means, standing = means_named(parse), anaphoric(parse, places)
    told = unspoken(parse, places)
    return Scene(
        parse=parse,
        voices=voices(parse, _by_token(parse, groups)),
        actors=frozenset(_by_token(parse, actors)),
        armed=frozenset(_by_token(parse, groups)),
        places=_by_token(parse, [*places, *standing]),
        times=_by_token(parse, times),
        published=published,
        last_day=_last_day(times, published),
        headline=headline(parse, title),
        quantities=_by_token(parse, quantities),
        means=means,
        clause=clauses(parse),
        is_of_war=is_of_war(parse, means),
        home=next(iter(countries_of(told)), ""),
        country=main_country([*told, *standing]),
        alike=foremost([*told, *standing]),
    )


def _last_day(times: Sequence[TimeMention], published: date | None) -> date | None:
    """The last day named that has come: what is planned or foreseen for later years dates nothing that is told."""
    ends = [m.time.end for m in times if m.time.end is not None]
    come = [end for end in ends if published is None or end <= published]
    return max(come, default=published if ends else None)


def _is_within(place: PlaceMention, group: ActorMention) -> bool:
    """Whether a place is only part of a group's name ("the Islamic State of Iraq and the Levant")."""
    return place.span != group.span and group.span[0] <= place.span[0] and place.span[1] <= group.span[1]


def unspoken(parse: Parse, places: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """The places of a report without the countries that only speak in it ("Washington condemned the killings")."""
    heads = dict(zip(parse.ends, parse.tokens(), strict=True))
    speaking = {
        m.span
        for m in places
        if (t := heads.get(m.span[1])) is not None and t.dep == "nsubj" and table("speech").at(t.head)
    }
    return [m for m in places if m.span not in speaking] or places


def clauses(parse: Parse) -> list[int]:
    """For each token the index of the head of its clause."""
    heading = [_heads_clause(token) for token in parse.tokens()]
    out = []
    for token in parse.tokens():
        head = token
        while not heading[head.i]:
            head = head.head
        out.append(head.i)
    return out


def _heads_clause(token: Token) -> bool:
    if token.is_root or token.bare_dep in CLAUSAL:
        return True
    return token.bare_dep == "conj" and token.pos in {"VERB", "AUX"}


def _by_token(parse: Parse, mentions: Sequence[M]) -> dict[int, M]:
    """Mentions by each token that they cover."""
    out: dict[int, M] = {}
    for mention in mentions:
        start, end = mention.span
        i = bisect_left(parse.starts, start)
        while i < len(parse) and parse.starts[i] < end:
            out[i] = mention
            i += 1
    return out
