"""Who did it, who or what was hit, with what: the parties and means of an event in the report's words."""

from collections.abc import Iterable, Iterator

from aftermath.extract.arguments import Arguments, of_verb, subjects
from aftermath.extract.speech import Voice
from aftermath.extract.cluster import VIOLENT, Cluster
from aftermath.extract.frames import Frame
from aftermath.extract.lexicon import table, words_of
from aftermath.extract.numbers import is_single
from aftermath.extract.phrases import conjuncts, core, phrase, preposition
from aftermath.extract.scene import Means, Scene
from aftermath.model import Token

AT = ("on", "against", "at", "upon", "into", "targeting", "toward", "towards", "onto", "over")
OF = frozenset({"shelling", "siege", "killing", "arrest", "abduction", "air_strike", "destruction", "explosion"})
VAGUE = frozenset(
    "people person other number dozen hundred thousand score one some many million death dead body all any most".split()
)
PRONOUNS = frozenset(
    "he she it they him her them who which that we i us you himself itself themselves its their his".split()
)


def attackers(scene: Scene, cluster: Cluster, voice: Voice | None) -> list[Token]:
    """Head tokens of who is said to have done it, in order."""
    found: list[Token] = []
    for frame in cluster.frames:
        found.extend(t for t in frame.args.doers if _can_act(scene, t))
        found.extend(_modifiers(scene, frame))
        found.extend(_helpers(scene, frame.args.doers))
        if frame.event in {"air_strike", "shelling"}:
            found.extend(t for t in frame.args.by("from") if _is_state(scene, t))
        if frame.event == "protest":
            found.extend(t for t in frame.args.doers if scene.is_people(t))
        if not frame.is_verb and not found:
            found.extend(_behind_by(scene, frame.trigger))
        for doer in frame.args.doers:
            if doer.i in scene.means:
                found.extend(_owners(scene, doer))
        if frame.event == "agreement":
            found.extend(t for t in frame.args.by("between", "with", "by") if scene.is_party(t))
        if frame.event == "armed_clash" and frame.args.by("between"):
            found.extend(t for t in frame.args.by("between") if scene.is_party(t))
    for toll in cluster.tolls:
        if toll.trigger.pos == "VERB":
            args = of_verb(toll.trigger)
            found.extend(t for t in args.doers if _can_act(scene, t) and (toll.victim is None or t.i != toll.victim.i))
            for doer in args.doers:
                if doer.i in scene.means:
                    found.extend(_owners(scene, doer))
    found.extend(t for t in _guilty(scene, cluster) if _can_act(scene, t))
    if voice is not None and voice.verb >= 0 and scene.parse[voice.verb].lemma == "claim":
        if any(t.head.i == voice.verb and t.dep == "obj" for t in cluster.tokens):
            found.extend(scene.parse[i] for i in voice.speakers)
    if voice is not None and voice.effect == "accuse" and voice.verb >= 0:
        found.extend(_accused(scene, scene.parse[voice.verb]))
    victims = {t.victim.i for t in cluster.tolls if t.victim is not None and t.row["role"] in {"subject", "self"}}
    return _unique(t for t in (_resolved(scene, t, voice) for t in found) if t is not None and t.i not in victims)


def targets(scene: Scene, cluster: Cluster, doers: Iterable[Token]) -> list[Token]:
    """Head tokens of who or what was hit, in order."""
    found: list[Token] = []
    for frame in cluster.frames:
        found.extend(_hit(frame.args, frame.event, nominal=not frame.is_verb))
        found.extend(_included(scene, frame.trigger))
        if not frame.is_verb:
            found.extend(
                c for c in frame.trigger.children("compound") if c.lemma in table("targets") and c.i not in scene.means
            )
        if frame.event == "destruction":
            found.extend(frame.args.by("to"))
        if frame.event in {"explosion", "suicide_bombing", "air_strike", "shelling"}:
            found.extend(t for t in frame.args.by("in", "at", "near", "outside", "inside") if _is_object(scene, t))
    done = {t.i for t in doers}
    for toll in cluster.tolls:
        if toll.victim is not None and not toll.part and _is_target(scene, cluster, toll.victim):
            found.append(toll.victim)
    return _unique(t for t in found if t.i not in done and _can_be_hit(scene, t))


def _is_target(scene: Scene, cluster: Cluster, victim: Token) -> bool:
    """Whether victims are also whom the attack was on: where they are singled out, or fighters."""
    if cluster.event in {"killing", "abduction", "arrest", "armed_clash", "escape"}:
        return True
    return is_single(scene, victim) or victim.lemma in words_of("people", "kind", "combatant")


def weapons(scene: Scene, cluster: Cluster) -> list[Means]:
    """Weapons named with the event, in order."""
    out: dict[int, Means] = {}
    for i in _near_means(scene, cluster):
        means = scene.means[i]
        if means.is_weapon and not any(f.trigger.i == i and f.event != "explosion" for f in cluster.frames):
            out[means.start] = means
    return [out[k] for k in sorted(out)]


def means_near(scene: Scene, cluster: Cluster) -> list[Means]:
    """All means named with the event, aircraft and mere hints included."""
    return [scene.means[i] for i in _near_means(scene, cluster)]


def _near_means(scene: Scene, cluster: Cluster) -> Iterator[int]:
    seen: set[int] = set()
    for token in cluster.tokens:
        for i in token.subtree():
            if i in scene.means and scene.means[i].start not in seen and _belongs(scene, cluster, i):
                seen.add(scene.means[i].start)
                yield i
        for i in _siblings(scene, token):
            if i in scene.means and scene.means[i].start not in seen:
                seen.add(scene.means[i].start)
                yield i


def _belongs(scene: Scene, cluster: Cluster, i: int) -> bool:
    clause = scene.clause[i]
    own = {scene.clause[t.i] for t in cluster.tokens}
    if clause in own:
        return True
    head = scene.parse[clause]
    return (
        head.dep.startswith(("acl", "advcl")) and scene.clause[scene.parse.heads[clause]] in own and head.pos == "VERB"
    )


def _siblings(scene: Scene, token: Token) -> Iterator[int]:
    """Tokens of the trigger's own clause outside its subtree (for event nouns)."""
    if token.pos == "VERB" or token.is_root:
        return
    clause = scene.clause[token.i]
    sent = token.sent
    for i in range(sent.start, sent.end):
        if scene.clause[i] == clause:
            yield i


def _hit(args: Arguments, event: str, *, nominal: bool) -> Iterator[Token]:
    yield from args.undergoers
    prepositions = AT + (("of",) if nominal and event in OF else ())
    if event in {"armed_clash", "territory_taken"}:
        prepositions = (*prepositions, "with", "from")
    yield from args.by(*prepositions)


def _is_object(scene: Scene, token: Token) -> bool:
    """Whether a place of the blast is itself a thing hit: a market, a street, a mosque, not a town."""
    row = table("targets").first(token)
    towns = {"town", "city", "village", "area", "region", "province", "district", "suburb", "countryside", "outskirts"}
    return row is not None and token.lemma not in towns


def _included(scene: Scene, trigger: Token) -> Iterator[Token]:
    """Things added by "including": "on residential areas, including a prison"."""
    for i in trigger.subtree():
        token = scene.parse[i]
        if preposition(token) in {"including", "such as"} and scene.same_clause(trigger.i, i):
            yield from conjuncts(token)


def _modifiers(scene: Scene, frame: Frame) -> Iterator[Token]:
    """Parties before an event noun: "Russian air strikes", "government shelling", "rebel rocket attack"."""
    if frame.is_verb:
        return
    for child in frame.trigger.children("amod", "compound"):
        if child.i < frame.trigger.i and child.i not in scene.means and _names_party(scene, child):
            yield child


def _helpers(scene: Scene, doers: Iterable[Token]) -> Iterator[Token]:
    """Who takes part on the doers' side: "the army, aided by Russian warplanes"."""
    for doer in doers:
        for clause in doer.children("acl"):
            if clause.lemma in {"aid", "back", "support", "assist", "join", "accompany", "help"}:
                yield from (t for t in of_verb(clause).by("by") if _can_act(scene, t))


def _behind_by(scene: Scene, noun: Token) -> list[Token]:
    """The party behind a "by" that follows the noun closely, where the parser hung it elsewhere."""
    parse, end = scene.parse, min(noun.sent.end, noun.i + 9)
    for i in range(noun.i + 1, end):
        if parse.pos[i] in {"VERB", "AUX"} or parse[i].text in {";", ":"}:
            return []
        if parse[i].lower == "by" and parse[i].head.i > i and scene.is_party(parse[i].head):
            return conjuncts(parse[i].head)
    return []


def _owners(scene: Scene, weapon: Token) -> Iterator[Token]:
    """Whose weapon it is: "rockets fired by rebels", "Russian missiles", "a Taliban bomb"."""
    for child in weapon.children("amod", "compound", "nmod:poss"):
        if child.i not in scene.means and _names_party(scene, child):
            yield child
    for clause in weapon.children("acl"):
        yield from (t for t in of_verb(clause).doers if _can_act(scene, t))


def _names_party(scene: Scene, token: Token) -> bool:
    mention = scene.places.get(token.i)
    if mention is not None:
        return mention.adjectival or mention.place.precision == "country"
    return scene.names.get(token.i) in {"NORP", "ORGANIZATION"} or scene.is_combatant(token)


def _can_act(scene: Scene, token: Token) -> bool:
    if token.pos == "PRON":
        return token.lower in PRONOUNS
    if token.i in scene.means:
        return scene.means[token.i].row["kind"] == "aircraft"
    if token.i in scene.times or token.pos in {"NUM", "DET"}:
        return False
    return (
        scene.is_party(token) or (scene.is_people(token) and token.i not in scene.quantities and token.lemma not in VAGUE)
    )


def _can_be_hit(scene: Scene, token: Token) -> bool:
    if token.pos in {"PRON", "NUM", "DET"} or token.lemma in VAGUE or token.i in scene.means or token.i in scene.times:
        return False
    if token.lemma in table("triggers") and token.lemma not in table("targets") and token.lemma not in table("people"):
        return False
    return (
        token.lemma in table("targets")
        or token.i in scene.places
        or scene.is_people(token)
        or scene.is_party(token)
        or token.i in scene.names
    )


def _resolved(scene: Scene, token: Token, voice: Voice | None) -> Token | None:
    """A pronoun's party: within speech the speaker, else the last party that acted before."""
    if token.pos != "PRON" and token.lower not in PRONOUNS:
        return token
    if token.lower in {"it", "they", "he", "she", "we", "i"} and voice is not None and voice.speakers:
        speaker = scene.parse[voice.speakers[0]]
        return speaker if scene.is_party(speaker) or scene.is_combatant(speaker) else None
    if token.dep == "nmod:poss":
        verb = next((a for a in token.ancestors() if a.pos == "VERB"), None)
        owner = next((t for t in subjects(verb) if scene.is_party(t)), None) if verb is not None else None
        if owner is not None:
            return owner
    for i in range(token.i - 1, max(-1, token.i - 60), -1):
        before = scene.parse[i]
        if before.dep.startswith("nsubj") and before.pos in {"NOUN", "PROPN"} and scene.is_party(before):
            return before
    return None


def _guilty(scene: Scene, cluster: Cluster) -> Iterator[Token]:
    """Who is "behind" or "responsible for" the event, or claimed responsibility for it."""
    for token in cluster.tokens:
        head = token.head
        if token.dep.startswith(("obl", "nmod")) and head.lemma in {"responsible", "responsibility", "blame", "behind"}:
            holder = head.head if head.dep == "obj" else head
            yield from (t for t in subjects(holder) if not any(c.lower == "no" for c in t.children("det")))
        if preposition(token) == "behind":
            yield from subjects(token)
            if token.dep.startswith("obl"):
                yield from subjects(head)


def _accused(scene: Scene, verb: Token) -> list[Token]:
    found = [c for obj in verb.children("obj") for c in conjuncts(obj) if scene.is_party(c)]
    if found:
        return found
    passive = verb.child("nsubj:pass")
    if passive is not None and scene.is_party(passive):
        return conjuncts(passive)
    return [
        c
        for obl in verb.children("obl")
        if preposition(obl) in {"on", "to"}
        for c in conjuncts(obl)
        if scene.is_party(c)
    ]


def _unique(tokens: Iterable[Token]) -> list[Token]:
    """Tokens whose phrases differ and do not lie within another's ("Russian" in "Russian planes")."""
    heads = list({t.i: t for t in tokens}.values())
    spans = [core(t) for t in heads]
    out: dict[str, Token] = {}
    for token, (start, end) in zip(heads, spans, strict=True):
        within = any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans)
        if not within:
            out.setdefault(phrase(token).text.lower(), token)
    return list(out.values())


def is_bombing_from_air(scene: Scene, event: str, cluster: Cluster, doers: list[Token]) -> bool:
    """Whether bombs are a state's or a coalition's, who drop them from the air (the guide's *unclear means*)."""
    bombs = any(m.row.words[-1] in {"bomb", "bombs"} and m.row["kind"] == "ied" for m in means_near(scene, cluster))
    bombs = bombs or any(t.lemma in {"bombing", "bomb"} for t in cluster.tokens)
    return event == "explosion" and bombs and any(_is_state(scene, t) for t in doers)


def _is_state(scene: Scene, token: Token) -> bool:
    mention = scene.places.get(token.i)
    if mention is not None and mention.place.precision == "country":
        return True
    return token.lemma in {
        "coalition",
        "army",
        "government",
        "regime",
        "warplane",
        "plane",
        "jet",
        "military",
        "aircraft",
    }


def is_ground_attack(scene: Scene, event: str, doers: list[Token], hit: list[Token]) -> bool:
    """Whether an attack of no named means is armed men's on an armed target: the guide's `armed_clash`."""
    rows = table("targets")
    armed = any(scene.is_combatant(t) for t in doers)
    military = any((row := rows.first(t)) is not None and row["kind"] == "military" for t in hit)
    fighters = any(t.lemma in words_of("people", "kind", "combatant") for t in hit)
    return event == "attack" and armed and (military or fighters)


def refined(cluster: Cluster, means: Iterable[Means]) -> tuple[str, str]:
    """The event that the means make of a cluster, and the table row that says so ("" where none does)."""
    event = cluster.event
    given = [(m.row["event"], m.row.where) for m in means if m.row["event"]]
    codes = dict(reversed(given))
    if event in VIOLENT and "chemical_attack" in codes:
        return "chemical_attack", codes["chemical_attack"]
    if event in {"attack", "explosion", "killing"} and "suicide_bombing" in codes:
        return "suicide_bombing", codes["suicide_bombing"]
    fired = any(f.row["needs"] == "fired_on" for f in cluster.frames)
    if given and (event == "attack" or (event == "killing" and (fired or not cluster.frames))):
        return given[0]
    if "air_strike" in codes and _may_fly(cluster, codes):
        return "air_strike", codes["air_strike"]
    return event, ""


def _may_fly(cluster: Cluster, codes: dict[str, str]) -> bool:
    """Whether the event's own words may be of an attack from the air."""
    if cluster.event == "explosion":
        return True
    if cluster.event == "shelling":
        return "shelling" not in codes
    return cluster.event == "armed_clash" and cluster.trigger.lemma in {"raid", "sortie", "assault", "operation"}
