"""Harm to people: which words tell of it, and the words and people they tell of.

Takes a laid-out report, gives its tolls, with breakdowns of a group as parts of it. Who the victims of a
word are is found in `victims`, how many they are in `numbers`, which event they belong to in `clusters.grouping`.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial

from aftermath.extract.events.breakdown import SHARE_REACH, Part, parts, share_of, shares_behind, singled_out
from aftermath.extract.events.figures import (
    is_added,
    is_asked,
    is_replaced,
    is_share,
    is_spelled_out,
    is_withheld,
    put_at,
)
from aftermath.extract.events.frames import Frame
from aftermath.extract.events.harm_words import SHELTERS, tells_of_harm
from aftermath.extract.events.mortals import DEAD, can_be_harmed
from aftermath.extract.events.shares import by_place, by_time
from aftermath.extract.events.victims import companions, counts_of, taken_as, victims
from aftermath.extract.grammar.arguments import ORDINALS, kept_in
from aftermath.extract.grammar.phrases import core, counted, preposition, words
from aftermath.extract.layout.scene import Scene
from aftermath.extract.lexicon import Row, last_of, table
from aftermath.model import Token, Words

ROLES = ("object", "subject", "nmod", "self", "object_nmod", "casualties", "put", "lost", "among")
"""Which argument of a harm word names the victims, as the harm table says it."""
SENT_AWAY = frozenset("diplomat ambassador envoy official attache consul student staff".split())
"""People whose expulsion is an act of diplomacy, not displacement."""
VULNERABLE = {"woman": "women", "man": "men", "child": "children", "person": "people", "policeman": "police"}
BY_EVENT = {"abduction": "abducted", "arrest": "arrested", "killing": "killed", "displacement": "displaced"}
"""The harm that the event itself is to those it is done to."""
SURVIVED = frozenset("fire shoot open stab knife fire".split())
"""Verbs of killing that may leave people alive."""
BY_PLACE = frozenset({"killed", "injured", "arrested", "abducted"})
MARKING = frozenset({"mark", "commemorate", "honour", "honor", "remember", "celebrate"})
SUFFERED_FOR = frozenset({"exile", "imprisonment", "jail"})
"""Nouns that are "for" those who suffer them ("forced exile for hundreds of citizens")."""
BINDING = frozenset("line blindfold bind handcuff tie undress".split())
"""Verbs of making people helpless, whom shots then kill."""
FIGURE_REACH = 3
"""Sentences from "the figure" back to the toll that it is a figure of."""
COUNTERING = frozenset("speak report count claim cite estimate confirm".split())
"""Verbs with which another gives a bare number for a toll that was told."""
WHOEVER = frozenset({"anyone", "anybody", "everyone", "everybody", "whoever"})
ANYBODY = frozenset("other death kia wia dead body dozen hundred thousand score life".split())
"""Heads of victims that do not say who they are."""
MORE = frozenset({"more", "other", "others"})
"""What is said of as many of the same ("17 militants near Jufra, and 11 more in Ubari")."""
PARTS_REACH = 14
"""Tokens behind a group within which it is broken down."""


@dataclass(frozen=True, slots=True)
class Toll:
    """People harmed: the harm word, the head of the victims (or None), and the words it rests on.

    `part` says that they are part of the people told of before ("10 people, three of them children"); `share` is the
    word of harm that they share with others elsewhere ("six in Homs, four in Hama").
    """

    trigger: Token
    kind: str
    row: Row
    victim: Token | None
    words: Words
    who: str
    part: bool = False
    share: Token | None = None

    @property
    def role(self) -> str:
        """Which argument of the harm word the victims are; the object of an event that is harm by itself."""
        return self.row.cells.get("role", "object")


def tolls(scene: Scene) -> Iterator[Toll]:
    """All harm to people told in a report, in order."""
    rows = table("harm")
    before: Toll | None = None
    opening: Toll | None = None
    known: set[tuple[int, str]] = set()
    for token in scene.parse.tokens():
        if before is not None and token.lower == "them":
            yield from _of_those_before(scene, before, token)
        if opening is not None and token.pos == "VERB" and token.lemma in COUNTERING:
            for toll in _given(scene, opening, token, {i for i, _ in known}):
                known.add((toll.trigger.i, toll.kind))
                yield toll
        if not rows.starts(token) or not token.sent.parsed:
            continue
        for row in rows.at(token):
            if last_of(token, row.words[1:]) is not None and tells_of_harm(token, row):
                read = (t for t in map(partial(_of_kind, before), _read(scene, token, row)) if t is not None)
                found = [t for t in read if t.victim is None or not known & {(t.victim.i, t.kind), _died(t)}]
                found = [t for t in found if not _is_of_the_dead(t, known)]
                known |= {(t.victim.i, t.kind) for t in found if t.victim is not None}  # "found" and "dead" of one
                yield from _counted_group(scene, before, found)
                yield from found
                if found:
                    before = found[0]
                    opening = before if opening is None or opening.trigger.sent != token.sent else opening
                    break


def _counted_group(scene: Scene, before: Toll | None, found: Sequence[Toll]) -> Iterator[Toll]:
    """The number of those among whom some are singled out, where no toll told it ("among the 12 killed were two")."""
    if not found or not found[0].part or (before is not None and before.kind == found[0].kind):
        return
    group_of = found[0].trigger
    number = group_of.child("nummod")
    if preposition(group_of) == "among" and number is not None:
        told = words(scene.parse, number.i, group_of.i + 1)
        yield replace(found[0], victim=number, words=told, who="people", part=False)


def _of_those_before(scene: Scene, before: Toll, them: Token) -> Iterator[Toll]:
    """Who some of those counted right before were: "Three of them were children"."""
    if them.sent.index - before.trigger.sent.index != 1 or before.kind not in {"killed", "injured"}:
        return
    number, what = share_of(them)
    if number is not None and what is not None and scene.is_people(what):
        found = words(scene.parse, *core(number))
        yield Toll(number, before.kind, before.row, number, found, group(what), part=True)


def _of_kind(before: Toll | None, toll: Toll) -> Toll | None:
    """A toll, of what was counted before where it only says "the figure": none where nothing was."""
    if toll.role != "put":
        return toll
    told = next((row["kind"] for c in toll.trigger.children("acl", "amod") for row in table("harm").at(c)), None)
    if told is not None:
        return replace(toll, kind=told)  # "put the number killed at 61"
    bare = not any(preposition(c) == "of" and c != toll.victim for c in toll.trigger.children("nmod"))
    near = before is not None and 0 <= toll.trigger.sent.index - before.trigger.sent.index <= FIGURE_REACH
    return replace(toll, kind=before.kind) if bare and near and before is not None else None


def _given(scene: Scene, told: Toll, verb: Token, counted_before: Set[int]) -> Iterator[Toll]:
    """The bare number that another gives for the toll told first before ("residents spoke of at least 40").

    None where anything else was counted since ("witnesses counted 12 raids; the monitor counted 15").
    """
    number = put_at(verb)
    voice = None if number is None else scene.voices.at(number)
    if number is None or voice is None or voice.verb != verb.i or number.i not in scene.quantities:
        return
    since = (verb.parse[i] for i in range(told.trigger.i + 1, number.i) if verb.parse.pos[i] == "NUM")
    others = [t for t in since if not {t.i, t.head.i} & counted_before and t.i not in scene.times]
    if not others and verb.sent.index - told.trigger.sent.index <= FIGURE_REACH and told.kind in {"killed", "injured"}:
        row = replace(told.row, cells={**told.row.cells, "role": "put"})
        yield Toll(number, told.kind, row, number, words(scene.parse, *core(number)), "people")


def _is_of_the_dead(toll: Toll, known: set[tuple[int, str]]) -> bool:
    """Whether it is bodies that are taken somewhere, or who was said to be killed ("killed and taken to a morgue")."""
    moved = toll.kind == "abducted" or toll.row.partner == "hospital"
    return moved and toll.victim is not None and (toll.victim.lemma in DEAD or (toll.victim.i, "killed") in known)


def _died(toll: Toll) -> tuple[int, str] | None:
    """For what is told of the victims in passing, their death ("left several of those being treated dead")."""
    aside = toll.victim is not None and toll.kind == "injured" and toll.trigger.i in toll.victim.subtree()
    return (toll.victim.i, "killed") if aside and toll.victim is not None else None


def implied(scene: Scene, frame: Frame, told: Sequence[Toll]) -> Iterator[Toll]:
    """The harm that an event is by itself to people it is done to ("led the passengers away")."""
    kind = BY_EVENT.get(frame.event)
    row = frame.row
    if kind is None or any(t.trigger.i == frame.trigger.i for t in told):
        return
    if row.partner in SHELTERS and any(c.lower == "had" for c in frame.trigger.children("aux")):
        return  # "a theatre where hundreds had taken shelter"
    bound = _made_helpless(frame.trigger)
    if row.words[0] in SURVIVED and not bound:
        return
    of = ("of", "for") if frame.trigger.lemma in SUFFERED_FOR else ("of",)
    done_to = bound or (frame.args.undergoers if frame.is_verb else (*frame.args.by(*of), *kept_in(frame.trigger)))
    if frame.is_verb and kind == "displaced" and not any(can_be_harmed(scene, t) for t in done_to):
        done_to = tuple(t for t in frame.args.doers if t.i in scene.quantities or t.child("nummod") is not None)
    if frame.is_verb and done_to and kind in {"abducted", "arrested"}:
        done_to = tuple({t.i: t for t in (*done_to, *companions(scene, frame.trigger))}.values())
    for victim in (taken_as(t) for t in done_to if row["needs"] != "cells"):  # three cells are no three people
        if can_be_harmed(scene, victim) and victim.pos != "PRON":
            start, end = core(victim)
            found = words(scene.parse, *_extent(scene, frame.trigger, start, end))
            yield Toll(frame.trigger, kind, row, victim, found, group(people_head(scene, victim)))


def _made_helpless(verb: Token) -> tuple[Token, ...]:
    """Who were lined up or bound before they were shot: "lined up 25 men and shot them" leaves none alive."""
    shot = any(c.lower in {"them", "him", "her"} for c in verb.children("obj"))
    if not shot or verb.dep != "conj" or verb.head.lemma not in BINDING:
        return ()
    return tuple(verb.head.children("obj"))


def _read(scene: Scene, token: Token, row: Row) -> Iterator[Toll]:
    kind, listed = singled_out(token)
    for victim in (v for v in listed if can_be_harmed(scene, v)):
        found = words(scene.parse, *core(victim))
        yield Toll(token, kind, row, victim, found, group(people_head(scene, victim)), part=True)
    if listed or row["role"] == "among" or is_share(token) or is_replaced(token) or _is_remembered(token):
        return
    if row["role"] == "casualties":
        if token.lower != "casualties" or _is_label(token) or is_withheld(token) or is_spelled_out(token):
            return
        yield from _casualties(scene, token, row)
        return
    captive = row["kind"] == "abducted" and row.partner in {"captive", "prisoner"}
    listed_there = list(by_place(scene, token)) if token.pos == "VERB" and row["kind"] in BY_PLACE else []
    listed_there = listed_there or (list(by_time(scene, token)) if token.pos == "VERB" else [])
    elsewhere = {i for p in listed_there for i in range(p.start, p.end)}
    whole: list[str] = []
    for victim in (v for v in victims(scene, token, row) if v.i not in elsewhere):
        head = people_head(scene, victim)
        kind = row["kind"]
        if is_asked(victim) or (kind == "displaced" and not _is_flight(scene, token, head)):
            continue  # "it was not clear how many rebels died"
        if kind == "besieged" and victim.pos == "PROPN":
            continue  # a town
        if captive and scene.is_combatant(head):
            kind = "arrested"  # the guide's *captured fighters*
        start, end = core(victim)
        first, last = _extent(scene, token, start, end)
        added = is_added(token)
        whole.append(group(head))
        yield Toll(token, kind, row, victim, words(scene.parse, first, last), group(head), part=added)
        yield from _parts(scene, token, kind, row, victim)
    for there in listed_there:
        found = words(scene.parse, there.start, there.end)
        who = group(there.head)
        alike = there.head.lower in MORE or there.head.i == there.counted.i
        who = next(iter(whole), who) if who == "people" and alike else who
        yield Toll(there.counted, row["kind"], row, there.counted, found, who, share=token)


def _is_remembered(noun: Token) -> bool:
    """Whether a death is only what people come together for ("thousands marked the death of the general")."""
    return noun.pos == "NOUN" and noun.dep == "obj" and noun.head.lemma in MARKING


def _is_label(noun: Token) -> bool:
    """Whether a noun only says what a line of a form is about ("Casualties: 13 killed")."""
    return noun.i == noun.sent.start and noun.i + 1 < noun.sent.end and noun.parse[noun.i + 1].text == ":"


def _is_attempt(verb: Token) -> bool:
    """Whether somebody only tried or wanted to get away ("shot dead as he tried to flee")."""
    return verb.dep == "xcomp" and verb.head.lemma in {"try", "attempt", "want", "hope", "refuse", "fail"}


def _is_flight(scene: Scene, token: Token, head: Token) -> bool:
    """Whether people were displaced: no fighters, nobody sent away or only trying, and no place where they had been."""
    return not (head.lemma in SENT_AWAY or scene.is_combatant(head) or _describes(scene, token) or _is_attempt(token))


def _describes(scene: Scene, token: Token) -> bool:
    """Whether a clause only says of whom or what another tells ("a school where families had taken shelter").

    So it is of whoever may be meant: "fired at anyone who left home".
    """
    if token.dep == "acl:relcl" and token.head.lower in WHOEVER:
        return True
    where = token.dep == "acl:relcl" and any(c.lower == "where" for c in token.children("advmod"))
    return where and not any(i in scene.quantities for i in token.subtree())


def _casualties(scene: Scene, noun: Token, row: Row) -> Iterator[Toll]:
    """Both kinds of harm that "casualties" may mean; their number is not that of either."""
    start, end = core(noun, of=False)
    found = words(scene.parse, start, end)
    for kind in ("killed", "injured"):
        yield Toll(noun, kind, row, noun, found, "people")


def _extent(scene: Scene, token: Token, start: int, end: int) -> tuple[int, int]:
    """The victims with what counts them, together with the harm word where it stands beside them."""
    quantity = next((scene.quantities[i] for i in range(start, end) if i in scene.quantities), None)
    if quantity is not None:
        while start > 0 and scene.parse.starts[start] > quantity.span[0]:
            start -= 1
    if token.i + 1 == start:
        return token.i, end
    between = range(end, token.i)
    if token.i >= end and all(scene.parse.pos[i] in {"AUX", "ADV"} for i in between):
        return start, token.i + 1
    return start, end


def _parts(scene: Scene, token: Token, kind: str, row: Row, victim: Token) -> Iterator[Toll]:
    """Breakdowns of a group: "10 people, including three children", "three of them children"."""
    for number, what in shares_behind(victim):
        if scene.is_people(what):
            yield Toll(token, kind, row, number, words(scene.parse, *core(number)), group(what), part=True)
    start = end = core(victim)[1]
    limit = min(token.sent.end, start + PARTS_REACH)
    while end < limit and (end == token.i or not _is_another(scene.parse[end], kind)):
        end += 1
    cut = end < limit and scene.parse.pos[end] == "VERB"
    if cut:
        limit = end  # "killed 29 and wounded 48, among them 30 children": of those alone that are told last
    for part in list(parts(scene, start, limit)) or ([] if cut else _far_share(scene, limit, kind)):
        found = words(scene.parse, part.start, part.end)
        yield Toll(token, kind, row, part.counted, found, group(part.head), part=True)


def _far_share(scene: Scene, start: int, kind: str) -> list[Part]:
    """Who some of a group were, told behind the rest of its clause ("120 died in two months of fighting, 40 of them").

    Where others are counted or harmed before that, it is not of this group.
    """
    for i in range(start, min(scene.parse[start - 1].sent.end, start + PARTS_REACH)):
        word = scene.parse[i]
        if word.lower in {"them", "whom"} and scene.parse.lower_of(i - 1) == "of":
            return list(parts(scene, i, min(word.sent.end, i + SHARE_REACH + 1)))[:1]
        if word.lower == "including" and scene.parse[i - 1].text == ",":
            return list(parts(scene, i, min(word.sent.end, i + SHARE_REACH + 1)))
        own = i + 2 < word.sent.end and scene.parse.lower_of(i + 2) in {"them", "whom"}
        if _is_another(word, kind) or (i in scene.quantities and scene.is_people(counted(word)) and not own):
            return []
    return []


def _is_another(verb: Token, kind: str) -> bool:
    """Whether a word is a verb that tells of harm of another kind."""
    if verb.pos != "VERB":
        return False
    rows = (row for row in table("harm").at(verb) if row["pos"] == "V" and row["role"] in {"object", "subject"})
    kinds = {row["kind"] for row in rows if not row.partner}
    return bool(kinds) and kind not in kinds


def people_head(scene: Scene, victim: Token) -> Token:
    """The noun that says who: "dozens of prisoners" are prisoners, "the deaths of 12" people."""
    for child in victim.children("nmod"):
        if preposition(child) == "of" and victim.i in scene.quantities and child.pos in {"NOUN", "PROPN"}:
            return child
    shared = victim.dep == "nummod" and any(n.i == victim.i for n in counts_of(victim.head))
    return victim.head if shared else victim  # "two Turkish and three Syrian soldiers"


def _is_deed(token: Token) -> bool:
    """Whether a noun is of what was done, and of nobody ("112 killings", "12 kidnappings")."""
    return token.pos == "NOUN" and any(row["pos"] == "N" for row in table("triggers").at(token))


def group(token: Token) -> str:
    """Who was harmed, in one lower-case word; "people" where the words do not say."""
    if (
        token.pos == "NUM"
        or token.pos in {"PRON", "ADJ", "VERB", "DET"}
        or _is_deed(token)
        or token.lemma in ORDINALS
        or token.lemma
        in {"other", "death", "kia", "wia", "dead", "body", "corpse", "dozen", "hundred", "thousand", "score", "life"}
    ):
        return "people"
    if token.name_kind == "PERSON":
        return "people"
    if token.lemma in VULNERABLE:
        return VULNERABLE[token.lemma]
    return token.lower
