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
from aftermath.extract.layout.countries import countries_of, main_country
from aftermath.extract.layout.rigged import rigged
from aftermath.extract.lexicon import Row, last_of, read_table, table, words_of
from aftermath.extract.speakers.attribution import Voices, voices
from aftermath.model import ActorMention, Parse, PlaceMention, Quantity, TimeMention, Token, Words

WAR_WORDS = frozenset(
    "war airstrike shelling bombardment massacre clash truce ceasefire cease-fire hostage bombing explosion raid ambush"
    " militant gunman siege genocide occupation insurgency crackdown bomb blast offensive invasion jihadist front"
    " kill gunfire assassinate assassination terrorist armed bloodshed casualty kidnap abduct behead wound"
    " regime".split()
)
OF_PEACE = frozenset("force unit front wound kill regime tank gangster troop attacker shooter officer".split())
"""Words of war that are as often of crime, accidents and hospitals: they alone make no report one of war."""
MINERALS = frozenset(
    "platinum gold coal copper diamond cobalt coltan tin salt iron silver jade uranium emerald".split()
)
"""What people dig for in a mine that is no weapon."""
SHORT = 120
"""Tokens below which a text is too short to tell, and is taken to be of war."""
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


@dataclass(frozen=True, slots=True)
class Means:
    """Words of the means table in a report: tokens `start` up to (not including) `end`."""

    start: int
    end: int
    row: Row

    @property
    def is_weapon(self) -> bool:
        """Whether the words name a thing that belongs into a claim's weapons."""
        return self.row["weapon"] == "yes"


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
    last_day: date | None = None
    """The last day that the report names."""
    published: date | None = None
    """The report's own day."""

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
) -> Scene:
    """Lay out a report for reading."""
    means, standing = _means(parse), anaphoric(parse, places)
    told = unspoken(parse, places)
    return Scene(
        parse=parse,
        voices=voices(parse),
        actors=frozenset(_by_token(parse, actors)),
        armed=frozenset(_by_token(parse, [a for a in actors if a.actor.kind in ARMED_KINDS])),
        places=_by_token(parse, [*places, *standing]),
        times=_by_token(parse, times),
        published=published,
        last_day=max((m.time.end for m in times if m.time.end is not None), default=None),
        quantities=_by_token(parse, quantities),
        means=means,
        clause=clauses(parse),
        is_of_war=_is_of_war(parse, means),
        home=next(iter(countries_of(told)), ""),
        country=main_country([*told, *standing]),
    )


def unspoken(parse: Parse, places: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """The places of a report without the countries that only speak in it ("Washington condemned the killings")."""
    heads = {t.span[1]: t for t in parse.tokens()}
    speaking = {
        m.span
        for m in places
        if (t := heads.get(m.span[1])) is not None and t.dep == "nsubj" and table("speech").at(t.head)
    }
    return [m for m in places if m.span not in speaking] or places


def clauses(parse: Parse) -> list[int]:
    """For each token the index of the head of its clause."""
    out = list(range(len(parse)))
    done = [False] * len(parse)
    for i in range(len(parse)):
        path = []
        j = i
        while not done[j] and not _heads_clause(parse, j):
            path.append(j)
            j = parse.heads[j]
        head = out[j] if done[j] else j
        done[j] = True
        out[j] = head
        for k in path:
            out[k], done[k] = head, True
    return out


def _heads_clause(parse: Parse, i: int) -> bool:
    if parse.heads[i] == i:
        return True
    dep = parse.deps[i].partition(":")[0]
    if dep in CLAUSAL:
        return True
    return dep == "conj" and parse.pos[i] in {"VERB", "AUX"}


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


def _means(parse: Parse) -> dict[int, Means]:
    """Words of the means table by each token that they cover; longer words go first."""
    rows = table("means")
    out: dict[int, Means] = {}
    for i, pos in enumerate(parse.pos):
        if i in out or pos in {"AUX", "PUNCT"} or not rows.starts(parse, i):
            continue
        name = parse[i].name
        if name is not None and name.kind == "PERSON" and name.end - name.start > 1:
            continue  # Eldridge Cleaver
        if (pos == "VERB" and parse[i].dep != "amod") or _after_article(parse, i) or _is_dug(parse, i):
            continue
        ends = ((row, last_of(parse[i], row.words[1:])) for row in rows.at(parse[i]))
        if pos == "VERB":  # "a guided bomb", not "a striking man"
            ends = ((row, end) for row, end in ends if end != i)
        # "snipers fired" is no "sniper fire"
        row, end = next(((r, e) for r, e in ends if e is not None and (e == i or parse.pos[e] != "VERB")), (None, None))
        if row is None or end is None or (row["kind"] == "aircraft" and (_names_more(parse, end) or _walks(parse, i))):
            continue
        before = out.get(i - 1)
        if before is not None and before.row["event"] == row["event"] and before.end == i:
            found = Means(before.start, end + 1, row)  # "Tomahawk missile", "mortar shells": one thing
        else:
            found = Means(i, end + 1, row)
        out.update(dict.fromkeys(range(found.start, end + 1), found))
    car_bomb = next(row for row in read_table("means") if row.words == ("car", "bomb"))
    for start, stop in rigged(parse):
        out.update(dict.fromkeys(range(start, stop), Means(start, stop, car_bomb)))
    return out


def _after_article(parse: Parse, i: int) -> bool:
    """Whether an Arabic article stands before the word: "Al-Shahed" is a newspaper and no drone."""
    return i > 1 and parse.lower_of(i - 1) == "-" and parse.lower_of(i - 2) in {"al", "el", "an", "ash", "ar"}


def _is_dug(parse: Parse, i: int) -> bool:
    """Whether a mine is one that people work in ("a gold mine"), or a stone only says how far ("a stone's throw")."""
    if parse[i].dep == "nmod:poss" and parse[i].head.lemma == "throw":
        return True
    return parse.lemmas[i] == "mine" and parse.lower_of(max(0, i - 1)) in MINERALS


def _walks(parse: Parse, i: int) -> bool:
    """Whether a bomber is a person: the report speaks of suicide, of somebody's own body, or of "a second bomber"."""
    if parse.lemmas[i] != "bomber":
        return False
    counted = parse.lower_of(i) == "bomber" and parse.lower_of(max(0, i - 1)) in {
        "a",
        "the",
        "second",
        "another",
        "lone",
    }
    return counted or bool({"suicide", "himself", "herself"} & set(parse.lemmas))


def _names_more(parse: Parse, end: int) -> bool:
    """Whether a name goes on behind the word ("Air Force Intelligence Complex" is no aircraft)."""
    name = parse[end].name
    return name is not None and end < name.end - 1 and parse.pos[name.end - 1] == "PROPN"


def _is_of_war(parse: Parse, means: dict[int, Means]) -> bool:
    """Whether a report speaks of arms and fighters often enough to be of armed conflict.

    It takes two different words of war, one of them of war alone ("a task force", "an intensive care unit"
    and "stab wounds" are of peace too), and one a hundred words; a short text needs none. Measured
    on the newswire test reports (general news) and the gold's work part.
    """
    if len(parse) < SHORT:
        return True
    words = [
        lemma
        for i, lemma in enumerate(parse.lemmas)
        if (i in means and means[i].row["event"]) or lemma in _combatants()
    ]
    words += [lemma for lemma in parse.lemmas if lemma in WAR_WORDS]
    return len(set(words)) >= 2 and len(words) * 100 >= len(parse) and bool(set(words) - OF_PEACE)
