"""Whose army "the army" is: the countries of a report, put in order for one phrase.

Takes a laid-out report and the register; `Whose.at` gives the countries in which a party's or a
speaker's words are to be understood, the likeliest first. Words that name their country need none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from aftermath.extract.grammar.phrases import core, phrase, preposition
from aftermath.extract.layout.countries import foremost
from aftermath.extract.layout.scene import Scene
from aftermath.model import Actor, Token

OWNING = frozenset({"amod", "compound", "nmod:poss"})
"""How a nation's name or adjective stands before a word for its forces."""
BODIES = frozenset("army military navy police ministry government regime junta gendarmerie".split())
"""Words by which one body is spoken of again; soldiers, troops and forces may be anybody's."""
SEATED = frozenset({"ministry", "police"})
"""Bodies that are called by the town they sit in."""
LOCAL = frozenset("police policeman policemen gendarme gendarmerie constabulary prosecutor".split())
"""Forces that seldom act but in their own country."""
DENYING = frozenset({"deny", "reject", "dismiss"})
STRIKING = frozenset("hit strike target attack bomb kill shoot destroy shell fire".split())
"""What an army says it did itself."""
SIDING = frozenset({"loyalist", "royalist", "federal", "republican", "nationalist", "communist"})
"""What a state's own troops are called, though it looks like a people's name."""
REPLY_REACH = 40
"""Tokens back to the forces for which an army answers."""
JUDGING = frozenset({"accuse", "blame", "condemn"})
LED_IN = frozenset({"in", "at", "across", "inside", "around", "near"})
STATE = "state:"
WITHOUT_ARMY = "PS"
"""The land whose name armed groups bear as well, and which has no army of its own."""


class Resolver(Protocol):
    """What is asked of the register here."""

    def resolve(self, words: str, on: date | None = None, countries: Sequence[str] = ()) -> Actor | None:
        """The actor that words name on a day, in a report about these countries."""


@dataclass(frozen=True, slots=True)
class Arm:
    """A state's forces named with their country: where, which country, and the words."""

    at: int
    country: str
    lemmas: frozenset[str]


@dataclass(frozen=True, slots=True)
class Whose:
    """The countries of a report and the forces it names with their country."""

    scene: Scene
    countries: tuple[str, ...]
    arms: tuple[Arm, ...]
    foremost: frozenset[str]

    def at(self, token: Token) -> tuple[str, ...]:
        """The countries for a phrase: of forces so called before, of the place that leads its sentence in, the rest."""
        first = (
            self._seat(token)
            or self._from(token)
            or self._there(token)
            or self._called_before(token)
            or self._led_in(token)
        )
        first = first or self._beside(token) or self._of_others(token)
        judging = self._judging(token) if token.text.islower() else frozenset()  # who names the M23 means that one
        return tuple(c for c in dict.fromkeys((*first, *self.countries)) if c not in judging)

    def of_a_people(self, token: Token) -> bool:
        """Whether soldiers are called after a people or a creed that is no country's ("Tamil soldiers")."""
        before = [c for c in token.children("amod", "compound") if c.lower not in SIDING]
        people = any(c.name_kind == "NORP" and c.i not in self.scene.places for c in before)
        called = (self.scene.places[c.i] for c in before if c.i in self.scene.places)
        return people or any(m.adjectival and m.place.precision != "country" for m in called)

    def _judging(self, token: Token) -> frozenset[str]:
        """The countries that charge or condemn what is told: "the army" that France condemned is not its own."""
        voice = self.scene.voices.at(token)
        if voice is None or voice.effect not in JUDGING:
            return frozenset()
        return frozenset(self.scene.places[i].place.country for i in voice.speakers if i in self.scene.places)

    def _of_others(self, token: Token) -> tuple[str, ...]:
        """The country of the last forces named, where the report's own land has none ("the army" in Gaza)."""
        before = [arm.country for arm in self.arms if arm.at < token.i]
        return tuple(before[-1:]) if self.countries[:1] == (WITHOUT_ARMY,) else ()

    def _seat(self, token: Token) -> tuple[str, ...]:
        """The country of the town in which a body sits ("the Ministry of Defence in London")."""
        if not SEATED & {token.lemma, token.lower}:
            return ()
        towns = (self.scene.places[c.i].place for c in token.children("nmod") if c.i in self.scene.places)
        return tuple(town.country for town in towns if town.country)[:1]

    def _from(self, token: Token) -> tuple[str, ...]:
        """The country that forces are said to be from ("troops from Eritrea")."""
        near = (c for c in token.children("nmod") if preposition(c) == "from" and c.i in self.scene.places)
        lands = (self.scene.places[c.i].place for c in near)
        return tuple(land.country for land in lands if land.precision == "country" and land.country)[:1]

    def _there(self, token: Token) -> tuple[str, ...]:
        """The country of the last place told, of those who are "there" ("killed in Kotli, police there said")."""
        after = token.i + 1
        if after >= len(self.scene.parse) or self.scene.parse.lower_of(after) != "there":
            return ()
        told = (self.scene.places[i] for i in range(token.i, -1, -1) if i in self.scene.places)
        last = next((m for m in told if not m.adjectival and m.place.country), None)
        return () if last is None else (last.place.country,)

    def _called_before(self, token: Token) -> tuple[str, ...]:
        """The country of the last forces called by the same word ("the Israeli military" … "the military")."""
        alike = [arm for arm in self.arms if token.lemma in BODIES & arm.lemmas]
        before = [arm for arm in alike if arm.at < token.i]
        charged = [arm for arm in self.arms if token.sent.start - REPLY_REACH <= arm.at < token.sent.start]
        if charged and token.dep == "nsubj" and token.head.lemma in DENYING and token.lemma in BODIES:
            return (charged[-1].country,)  # "Malian soldiers were accused of it. The army denied it."
        if before:
            return (before[-1].country,)
        if token.lemma in BODIES and (struck := self._answers_for(token)):
            return struck
        return (alike[0].country,) if len({arm.country for arm in alike}) == 1 else ()

    def _answers_for(self, token: Token) -> tuple[str, ...]:
        """The country of the forces named just before, of an army that says what it hit.

        "Israeli aircraft struck an ambulance. The army said it had hit a vehicle that fighters used."
        """
        verb, own = token.head, token.dep == "nsubj" and self.scene.voices.is_speech(token.head)
        said = (c for c in verb.children("ccomp") if any(s.pos == "PRON" for s in c.children("nsubj")))
        owns = own and any(c.lemma in STRIKING for c in said)
        near = [arm for arm in self.arms if token.sent.start - REPLY_REACH <= arm.at < token.sent.start]
        return (near[-1].country,) if owns and near else ()

    def _led_in(self, token: Token) -> tuple[str, ...]:
        """The country of a place with which the sentence opens ("In Gaza, the health ministry said")."""
        start = token.sent.start
        if self.scene.parse.lower_of(start) not in LED_IN:
            return ()
        for i in range(start + 1, token.i):
            if self.scene.parse[i].text == ",":
                return ()
            mention = self.scene.places.get(i)
            if mention is not None and mention.place.country and not mention.adjectival:
                return (mention.place.country,)
        return ()

    def _beside(self, token: Token) -> tuple[str, ...]:
        """The country of the nearest place in the sentence: for police, and where a report is of several alike.

        "Police fired tear gas in Caracas", in a report of Sudan too, are Venezuela's.
        """
        at_home = token.lemma in LOCAL or token.lower in LOCAL
        near = [i for i in range(token.sent.start, token.sent.end) if i in self.scene.places]
        told = [i for i in near if not self.scene.places[i].adjectival and self.scene.places[i].place.country]
        told = [i for i in told if not _of_another_time(self.scene.parse[i])] or told
        if not told:
            return ()
        country = self.scene.places[min(told, key=lambda i: abs(i - token.i))].place.country
        torn = len(self.foremost) > 1 and country in self.foremost
        return (country,) if at_home or torn else ()


def _of_another_time(place: Token) -> bool:
    """Whether a place is of an event that only tells when ("hours before the attack in Berlin a policeman shot")."""
    return any(preposition(t) in {"before", "after", "following"} for t in place.ancestors())


def whose(scene: Scene, register: Resolver, on: date | None, countries: tuple[str, ...]) -> Whose:
    """What a report says of whose forces are meant."""
    arms = []
    for i in scene.places:
        token = scene.parse[i]
        if token.dep not in OWNING or token.is_root:
            continue
        actor = register.resolve(phrase(token.head, of=False).text, on)
        if actor is not None and actor.id.startswith(STATE):
            start, end = core(token.head, of=False)
            lemmas = frozenset(scene.parse.lemmas[start:end])
            arms.append(Arm(token.head.i, actor.id.removeprefix(STATE)[:2], lemmas))
    return Whose(scene, countries, tuple(sorted(arms, key=lambda arm: arm.at)), foremost(scene.places.values()))
